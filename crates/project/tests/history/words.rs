//! What words tell of history: those that were learnt, those that CLDR knows, and those that deny.

use hexapla_core::align::Learner;

use crate::repository::{Recipe, Repository, told};

const TRADES: [(&str, &str); 8] = [
    ("Schmied", "кузнец"),
    ("Bäcker", "пекарь"),
    ("Weber", "ткач"),
    ("Müller", "мельник"),
    ("Gärtner", "садовник"),
    ("Fischer", "рыбак"),
    ("Maurer", "каменщик"),
    ("Töpfer", "гончар"),
];

const DOINGS: [(&str, &str); 8] = [
    ("schläft", "спит"),
    ("singt", "поёт"),
    ("lacht", "смеётся"),
    ("schweigt", "молчит"),
    ("wartet", "ждёт"),
    ("raucht", "курит"),
    ("hustet", "кашляет"),
    ("träumt", "мечтает"),
];

fn sentence(trade: usize, doing: usize) -> [String; 2] {
    let (trade, doing) = (TRADES[trade % 8], DOINGS[doing % 8]);
    let capital = trade.1.chars().take(1).flat_map(char::to_uppercase).chain(trade.1.chars().skip(1));
    [format!("Der {} {}.", trade.0, doing.0), format!("{} {}.", capital.collect::<String>(), doing.1)]
}

/// Markdown pages in German and one other language.
fn config(target: &str) -> String {
    format!(
        "[project]\nsource = \"de\"\ntargets = [\"{target}\"]\nhistory = \"require\"\n\
         [[documents]]\nsource = \"de/*.md\"\ntarget = \"{{language}}/*.md\"\n"
    )
}

/// A page of which every third sentence is translated, and then a sentence of it is changed and followed.
fn site() -> Repository {
    let config = &config("ru");
    let page = |side: usize, last: usize| {
        let sentences = (0..8).map(|at| sentence(at * 5 + 2, if at == 7 { last } else { at + 1 }));
        let kept = sentences.enumerate().filter(|(at, _)| side == 0 || is_translated(*at));
        kept.map(|(_, both)| format!("{}\n\n", both[side])).collect::<String>()
    };
    Recipe::line(&[
        &[("hexapla.toml", config), ("de/a.md", &page(0, 8)), ("ru/a.md", &page(1, 8))],
        &[("de/a.md", &page(0, 3)), ("ru/a.md", &page(1, 8))],
    ])
    .make()
}

fn is_translated(at: usize) -> bool {
    at % 3 == 1
}

/// Which sentences are translated where only some are is told by words that were learnt before.
#[test]
fn a_lexicon_beside_the_memory_teaches_history() {
    let repository = site();
    let want: Vec<String> = (0..8)
        .map(|at| match (is_translated(at), at) {
            (true, 7) => format!("ru stale {}", sentence(at * 5 + 2, 3)[0]),
            (true, _) => String::new(),
            (false, _) => format!("ru missing-segment {}", sentence(at * 5 + 2, at + 1)[0]),
        })
        .filter(|line| !line.is_empty())
        .collect();
    assert_ne!(told(&repository.report()), want, "the page tells by itself");
    let mut learner = Learner::new();
    for (german, russian) in TRADES.iter().chain(&DOINGS) {
        learner.observe_unit(german, russian);
        learner.observe_unit(german, russian);
    }
    repository.write("memory/ru.lexicon", &learner.lexicon().write());
    assert_eq!(told(&repository.report()), want);
}

/// What is told of a page in German and another language, after commits that may bring a text of either.
fn told_after<T: AsRef<str>>(target: &str, commits: &[[T; 2]], lexicon: &str) -> Vec<String> {
    let config = config(target);
    let page = format!("{target}/a.md");
    let mut recipe = Recipe::new();
    let mut last = vec![recipe.commit(&[], "Anfang", &[("hexapla.toml", Some(&config))])];
    for texts in commits {
        let files =
            ["de/a.md", &page].into_iter().zip(texts.iter().map(AsRef::as_ref)).filter(|(_, text)| !text.is_empty());
        let files: Vec<(&str, Option<&str>)> = files.map(|(path, text)| (path, Some(text))).collect();
        last = vec![recipe.commit(&last, "Weiter", &files)];
    }
    let repository = recipe.make();
    if !lexicon.is_empty() {
        repository.write(&format!("memory/{target}.lexicon"), &format!("hexapla-lexicon 1\n{lexicon}"));
    }
    told(&repository.report())
}

/// So it is told whether an edit of a translation followed one of its source.
#[test]
fn a_lexicon_tells_whether_an_edit_followed() {
    let check = |edited: &str, lexicon: &str, want: &[&str]| {
        let commits = [
            ["Im Hof des alten Hauses schläft der Hund.\n", "Во дворе старого дома спит собака.\n"],
            ["Im Hof des alten Hauses wacht der Hund.\n", ""],
            ["", edited],
        ];
        assert_eq!(told_after("ru", &commits, lexicon), want, "{edited}");
    };
    let lexicon = "schlä\tспит\t8000\t8000\nwach\tбдит\t8000\t8000\n";
    let stale = ["ru stale Im Hof des alten Hauses wacht der Hund."];
    check("Во дворе старого дома бдит собака.\n", lexicon, &[]);
    check("На дворе старого дома спит собака.\n", lexicon, &stale);
    check("На дворе старого дома спит собака.\n", "", &stale);
}

/// A negation may stand within a word of the translation.
#[test]
fn a_word_that_denies_follows_a_negation() {
    let check = |edited: &str, want: &[&str]| {
        let commits = [
            ["Die Stadt ist klein.\n\nBarzahlung ist möglich.\n", "Город маленький.\n\nОплата наличными возможна.\n"],
            ["Die Stadt ist klein.\n\nBarzahlung ist nicht möglich.\n", edited],
        ];
        assert_eq!(told_after("ru", &commits, ""), want, "{edited}");
    };
    check("Город маленький.\n\nОплата наличными невозможна.\n", &[]);
    let stale = ["ru stale Barzahlung ist nicht möglich."];
    check("Город маленький.\n\nОплата наличными вполне возможна.\n", &stale);
    check("Город небольшой.\n\nОплата наличными возможна.\n", &stale);
}

/// Names of days and months need no lexicon.
#[test]
fn a_day_in_place_of_another_is_followed() {
    let check = |edited: &str, want: &[&str]| {
        let commits = [
            ["Bestellen können Sie ihn an jedem Dienstag.\n", "You can order it on any Tuesday.\n"],
            ["Bestellen können Sie ihn an jedem Montag.\n", ""],
            ["", edited],
        ];
        assert_eq!(told_after("en", &commits, ""), want, "{edited}");
    };
    check("You can order it on any Monday.\n", &[]);
    check("On Mondays you can order it.\n", &[]);
    check("You may order it on any Tuesday.\n", &["en stale Bestellen können Sie ihn an jedem Montag."]);
}

/// Words that stand in any text, and words that mean several things, tell nothing of whether an edit followed.
#[test]
fn small_words_and_ambiguous_ones_tell_nothing() {
    let english = |[source, edited]: [&str; 2], [target, after]: [&str; 2], others: [&str; 2], lexicon: &str| {
        told_after("en", &[[source, target], [edited, ""], ["", after]].map(|texts| beside(texts, others)), lexicon)
    };
    let still = [
        (
            ["Der Garten ist immer offen.\n", "Der Garten ist im Mai offen.\n"],
            ["The garden is always open.\n", "The garden may always be open.\n"],
        ),
        (
            ["Warten Sie einen Moment am Tor.\n", "Warten Sie eine Sekunde am Tor.\n"],
            ["Wait a moment at the gate.\n", "Wait a moment at the second gate.\n"],
        ),
        (
            ["Der Hund schläft vor dem Haus.\n", "Der Hund schläft in dem Haus.\n"],
            ["The dog sleeps before the house.\n", "The dog sleeps before the house in peace.\n"],
        ),
    ];
    for (source, target) in still {
        assert_eq!(english(source, target, ["", ""], ""), [format!("en stale {}", source[1].trim_end())]);
    }
    let coat = ["Bringen Sie Ihre Jacke mit.\n", "Bringen Sie einen Mantel mit.\n"];
    let none: [&str; 0] = [];
    assert_eq!(
        english(coat, ["Bring your jacket.\n", "Bring your overcoat.\n"], OTHERS, "ihre\tyour\t8000\t8000\n"),
        none
    );
    let inn = ["Das Haus liegt am Ufer.\n", "Das Gasthaus liegt am Ufer.\n"];
    let there = ["The house is on the shore.\n", "The guest house is on the shore.\n"];
    assert_eq!(english(inn, there, OTHERS, "haus\thouse\t8000\t8000\n"), none);
}

/// What stands beside the sentence in question, in German and English.
const OTHERS: [&str; 2] = [
    "\nDer See liegt hinter dem Wald.\n\nFische gibt es dort viele.\n",
    "\nThe lake lies behind the forest.\n\nThere are many fish there.\n",
];

/// Texts with others behind them; where there is none, none.
fn beside(texts: [&str; 2], others: [&str; 2]) -> [String; 2] {
    std::array::from_fn(|at| if texts[at].is_empty() { String::new() } else { format!("{}{}", texts[at], others[at]) })
}

/// A sentence that is not translated is not taken for part of its neighbour because of one word.
#[test]
fn a_word_alone_draws_no_sentence_in() {
    let german = "Das alte Gebäude am Ufer wurde danach neu errichtet. Heute ist das Haus leer.\n";
    let english = "The old house on the bank was rebuilt afterwards.\n";
    assert_eq!(
        told_after("en", &[[german, english]], ""),
        [
            "en unverified Das alte Gebäude am Ufer wurde danach neu errichtet.",
            "en missing-segment Heute ist das Haus leer."
        ]
    );
}

/// "Ungefährlich" may be "harmless", and "немедленно" denies nothing.
#[test]
fn a_prefix_is_not_always_a_negation() {
    let path = [
        ["Der Weg ist gefährlich.\n", "The path is dangerous.\n"],
        ["Der Weg ist ungefährlich.\n", ""],
        ["", "The path is harmless.\n"],
    ];
    let none: [&str; 0] = [];
    assert_eq!(told_after("en", &path.map(|texts| beside(texts, OTHERS)), ""), none);
    let trail = path.map(|[german, english]| {
        [german, if english.contains("harmless") { "The trail is dangerous.\n" } else { english }]
    });
    assert_eq!(told_after("en", &trail.map(|texts| beside(texts, OTHERS)), ""), ["en stale Der Weg ist ungefährlich."]);
    let fee = [
        ["Die Gebühr von 5 Euro ist zu zahlen.\n", "Сбор 5 евро немедленно нужно оплатить.\n"],
        ["Die Gebühr von 7 Euro ist nicht zu zahlen.\n", ""],
        ["", "Сбор 7 евро немедленно нужно оплатить.\n"],
    ];
    assert_eq!(told_after("ru", &fee, ""), ["ru stale Die Gebühr von 7 Euro ist nicht zu zahlen."]);
}

/// What is denied within a word is not followed by other words elsewhere.
#[test]
fn a_prefix_is_not_followed_by_any_edit() {
    let check = |target: &str, german: [&str; 2], theirs: [&str; 2]| {
        let commits = [[german[0], theirs[0]], [german[1], theirs[1]]];
        let want = [format!("{target} stale {}", german[1].trim_end())];
        assert_eq!(told_after(target, &commits, ""), want, "{theirs:?}");
    };
    check(
        "en",
        ["Die Schrift ist lesbar.\n", "Die Schrift ist unlesbar.\n"],
        ["The writing is legible.\n", "The lettering is legible.\n"],
    );
    check(
        "ru",
        ["Der Eintritt ist unentgeltlich.\n", "Der Eintritt ist entgeltlich.\n"],
        ["Вход бесплатный.\n", "Вход полностью бесплатный.\n"],
    );
}

/// "Квіти" are flowers, and not April.
#[test]
fn an_abbreviation_names_no_month() {
    let garden = [
        ["Der Garten öffnet im März.\n", "Сад відкривається у березні.\n"],
        ["Der Garten öffnet im April.\n", ""],
        ["", "Сад і квіти відкриваються у березні.\n"],
    ];
    assert_eq!(told_after("uk", &garden, ""), ["uk stale Der Garten öffnet im April."]);
}

/// An edit that leaves what stands for a word that its source has lost did not follow; one that brings what stands for the
/// word in its place did.
#[test]
fn everyday_words_tell_whether_an_edit_followed() {
    let check = |english: &str, want: &[&str]| {
        let commits = [
            [
                "Wir senden Bücher nach Frankreich und antworten am selben Tag.\n",
                "We ship books to France and reply quickly.\n",
            ],
            ["Wir senden Bücher nach Spanien und antworten am selben Tag.\n", ""],
            ["", english],
        ];
        assert_eq!(told_after("en", &commits.map(|texts| beside(texts, OTHERS)), ""), want, "{english}");
    };
    check(
        "We send books to France and reply fast.\n",
        &["en stale Wir senden Bücher nach Spanien und antworten am selben Tag."],
    );
    check("We ship books to Spain and reply fast.\n", &[]);
}

/// "لا بد" is "must".
#[test]
fn an_idiom_denies_nothing() {
    let none: [&str; 0] = [];
    let rights = [
        [
            "Die Installation dauert zehn Minuten.\n\nSie brauchen keine Administratorrechte, um Lotse zu installieren.\n",
            "",
        ],
        [
            "Die Installation dauert zehn Minuten.\n\nSie brauchen unbedingt Administratorrechte, um Lotse zu installieren.\n",
            "",
        ],
        ["", "يستغرق التثبيت عشر دقائق.\n\nلا بد لك من صلاحيات المدير لتثبيت Lotse.\n"],
    ];
    assert_eq!(told_after("ar", &rights, ""), none);
}

/// A page that comes late says in words which number its source gave.
#[test]
fn numbers_in_words_tell_what_a_page_was_made_from() {
    let check = |english: &str, want: &[&str]| {
        let page = |minutes: &str| format!("Die Einrichtung dauert {minutes} Minuten.\n{}", OTHERS[0]);
        let commits = [
            [page("zwanzig bis dreißig"), String::new()],
            [page("fünf bis zehn"), String::new()],
            [String::new(), format!("Setting it up takes {english} minutes.\n{}", OTHERS[1])],
        ];
        assert_eq!(told_after("en", &commits, ""), want, "{english}");
    };
    check("five to ten", &[]);
    check("twenty to thirty", &["en stale Die Einrichtung dauert fünf bis zehn Minuten."]);
}

/// A sentence that was replaced by another one is not taken as read by who followed all others of the page.
#[test]
fn another_sentence_is_not_taken_as_read() {
    const WALLS: [(&str, &str); 6] = [
        ("Die Mauer ist", "The wall is"),
        ("Der Turm ist", "The tower is"),
        ("Das Tor ist", "The gate is"),
        ("Die Halle ist", "The hall is"),
        ("Der Saal ist", "The chamber is"),
        ("Der Keller ist", "The cellar is"),
    ];
    const COLOURS: [(&str, &str); 6] =
        [("rot", "red"), ("blau", "blue"), ("grün", "green"), ("weiß", "white"), ("grau", "grey"), ("braun", "brown")];
    const LIGHTS: [(&str, &str); 6] =
        [("hell", "bright"), ("dunkel", "dark"), ("warm", "warm"), ("kalt", "cold"), ("neu", "new"), ("alt", "old")];
    let page = |english: bool, adjectives: [(&str, &str); 6], rest: &str, middle: &str| {
        let of = |both: (&'static str, &'static str)| if english { both.1 } else { both.0 };
        let mut lines: Vec<String> = WALLS
            .into_iter()
            .zip(adjectives)
            .map(|(wall, (german, adjective))| {
                format!("{} {}{rest}.\n", of(wall), if english { adjective } else { german })
            })
            .collect();
        lines.insert(2, format!("{middle}\n"));
        lines.join("\n")
    };
    let (course, club) = ("Der Kurs richtet sich an Anfänger.", "Der Verein sucht neue Mitglieder.");
    let commits = [
        [page(false, COLOURS, "", course), page(true, COLOURS, "", "The course is for beginners.")],
        [page(false, LIGHTS, " und meistens leer", club), String::new()],
        [String::new(), page(true, LIGHTS, " and mostly empty", "The course is for beginners.")],
    ];
    let want = [format!("en missing-segment {club}"), "en obsolete-segment The course is for beginners.".to_owned()];
    assert_eq!(told_after("en", &commits, ""), want);
}

/// Who mends a word of a translation whose source says something else now has not followed it, nor has who left a
/// negation that is gone.
#[test]
fn a_mended_translation_of_another_sentence_is_stale() {
    let check = |german: [&str; 2], english: [&str; 2]| {
        let commits = [[german[0], english[0]], [german[1], ""], ["", english[1]]];
        let want = [format!("en stale {}", german[1].trim_end())];
        assert_eq!(told_after("en", &commits.map(|texts| beside(texts, OTHERS)), ""), want, "{german:?}");
    };
    check(
        ["Im Garten blühen jetzt die ersten Rosen.\n", "Kinder dürfen im Garten spielen.\n"],
        ["The first roses are now in bloom in the garden.\n", "The first roses are now blooming in the garden.\n"],
    );
    check(
        ["Der Kurs ist nicht nur für Anfänger gedacht.\n", "Der Kurs ist nur für Anfänger gedacht.\n"],
        ["The course is not only meant for beginners.\n", "The class is not only meant for beginners.\n"],
    );
}
