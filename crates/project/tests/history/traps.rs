//! Every trap that trackers of translations are known to fall into.

use hexapla_core::status::{Circumstance, Provenance, Rule};

use crate::repository::{Mark, Recipe, told};

const CONFIG: (&str, &str) = (
    "hexapla.toml",
    "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/**/*.md\"\ntarget = \"{language}/**/*.md\"\n",
);

const GERMAN: [&str; 7] = [
    "# Das offene Atelier",
    "Das Atelier in der alten Mühle öffnet jeden Samstag um 10 Uhr seine Türen.",
    "Ein Tageskurs kostet 5 Euro und dauert bis zum Abend.",
    "Bitte bringen Sie feste Kleidung und etwas zu essen mit.",
    "Kinder unter 12 Jahren kommen in Begleitung ihrer Eltern.",
    "Hunde müssen leider vor der Tür warten.",
    "Fragen beantwortet Frau Sommer gerne am Telefon.",
];
const ENGLISH: [&str; 7] = [
    "# The open studio",
    "The studio in the old mill opens its doors every Saturday at 10 o'clock.",
    "A one-day course costs 5 euros and lasts until the evening.",
    "Please bring sturdy clothes and something to eat.",
    "Children under 12 come in the company of their parents.",
    "Dogs unfortunately have to wait outside the door.",
    "Ms Sommer is happy to answer questions on the phone.",
];

fn page(sentences: &[&str]) -> String {
    sentences.join("\n\n") + "\n"
}

/// A page with some sentences replaced; the empty one is left out.
fn changed(sentences: &[&str], changes: &[(usize, &str)]) -> String {
    let mut sentences = sentences.to_vec();
    for (at, text) in changes {
        sentences[*at] = text;
    }
    sentences.retain(|sentence| !sentence.is_empty());
    page(&sentences)
}

/// Steps after the first commit, in which both pages agree; each gives the German page, the English one, or both.
fn check(steps: &[(Option<String>, Option<String>)], want: &[&str]) {
    let mut recipe = Recipe::new();
    let (german, english) = (page(&GERMAN), page(&ENGLISH));
    let mut last = recipe.commit(
        &[],
        "Anfang",
        &[(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&german)), ("en/a.md", Some(&english))],
    );
    for (at, (german, english)) in steps.iter().enumerate() {
        let mut files = Vec::new();
        files.extend(german.as_deref().map(|text| ("de/a.md", Some(text))));
        files.extend(english.as_deref().map(|text| ("en/a.md", Some(text))));
        last = recipe.commit(&[last], &format!("Schritt {at}"), &files);
    }
    assert_eq!(told(&recipe.make().report()), want);
}

fn de(changes: &[(usize, &str)]) -> (Option<String>, Option<String>) {
    (Some(changed(&GERMAN, changes)), None)
}

fn en(changes: &[(usize, &str)]) -> (Option<String>, Option<String>) {
    (None, Some(changed(&ENGLISH, changes)))
}

const DEARER: (usize, &str) = (2, "Ein Tageskurs kostet 7 Euro und dauert bis zum Abend.");
const STALE: &str = "en stale Ein Tageskurs kostet 7 Euro und dauert bis zum Abend.";

#[test]
fn untouched_pages_are_current() {
    check(&[en(&[(5, "Dogs, sadly, have to wait outside the door.")])], &[]);
}

#[test]
fn a_sentence_is_stale_and_its_neighbours_are_not() {
    check(&[de(&[DEARER])], &[STALE]);
}

#[test]
fn a_wording_fix_elsewhere_renews_nothing() {
    let fix = (5, "Dogs, sadly, have to wait outside the door.");
    check(&[de(&[DEARER]), en(&[fix])], &[STALE]);
    // Nor does one in the very sentence, when what the source says now does not appear.
    let same = (2, "A day course costs 5 euros and lasts until the evening.");
    check(&[de(&[DEARER]), en(&[same])], &[STALE]);
}

#[test]
fn a_translation_that_follows_is_current() {
    let follows = (2, "A one-day course costs 7 euros and lasts until the evening.");
    check(&[de(&[DEARER]), en(&[follows])], &[]);
    check(&[(Some(changed(&GERMAN, &[DEARER])), Some(changed(&ENGLISH, &[follows])))], &[]);
    // Taken back, it is stale again.
    check(&[de(&[DEARER]), en(&[follows]), en(&[])], &[STALE]);
    // The source taken back after the translation followed.
    check(
        &[de(&[DEARER]), en(&[follows]), de(&[])],
        &["en stale Ein Tageskurs kostet 5 Euro und dauert bis zum Abend."],
    );
}

#[test]
fn housekeeping_renews_nothing() {
    let front = |english: &str| format!("---\nreviewed: 2026-01-01\nweight: 7\n---\n{english}");
    check(&[de(&[DEARER]), (None, Some(front(&page(&ENGLISH))))], &[STALE]);
    let wrapped = page(&ENGLISH).replace(" and ", "\nand ").replace(" the ", "\nthe ");
    check(&[de(&[DEARER]), (None, Some(wrapped))], &[STALE]);
    check(&[de(&[DEARER]), (None, Some(page(&ENGLISH).replace('\n', "\r\n")))], &[STALE]);
}

#[test]
fn a_reshuffled_page_of_equal_length() {
    let mut german = GERMAN.to_vec();
    german[2] = DEARER.1;
    german[5] = "Um 15 Uhr führt eine Künstlerin durch die Räume.";
    german.swap(3, 6);
    check(
        &[(Some(page(&german)), None)],
        &[
            STALE,
            "en missing-segment Um 15 Uhr führt eine Künstlerin durch die Räume.",
            "en obsolete-segment Dogs unfortunately have to wait outside the door.",
        ],
    );
}

#[test]
fn kinds_of_edit() {
    check(
        &[de(&[(6, "Fragen beantwortet Frau Sommer gerne am Telefon!")])],
        &["en stale-minor Fragen beantwortet Frau Sommer gerne am Telefon!"],
    );
    check(&[de(&[(6, "Fragen beantwortet Frau\u{A0}Sommer gerne am Telefon.")])], &[]);
    let not = "Hunde müssen leider nicht vor der Tür warten.";
    check(&[de(&[(5, not)])], &[&format!("en stale {not}")]);
}

#[test]
fn a_race_lost_by_the_translator() {
    // The price rose before the translation of the old page was merged.
    let mut recipe = Recipe::new();
    let (old, new, english) = (page(&GERMAN), changed(&GERMAN, &[DEARER]), page(&ENGLISH));
    let first = recipe.commit(&[], "Anfang", &[(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&old))]);
    let second = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&new))]);
    recipe.commit(&[second], "englisch", &[("en/a.md", Some(&english))]);
    assert_eq!(told(&recipe.make().report()), [STALE]);
}

/// A translation made on a branch that left before the price rose.
fn merged(english_in_merge: Option<&str>) -> (Recipe, Mark) {
    let mut recipe = Recipe::new();
    let (old, new) = (page(&GERMAN), changed(&GERMAN, &[DEARER]));
    let better = changed(&ENGLISH, &[(3, "Please bring strong clothes and some food.")]);
    let english = page(&ENGLISH);
    let files = [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(old.as_str())), ("en/a.md", Some(english.as_str()))];
    let first = recipe.commit(&[], "Anfang", &files);
    let rewritten = better.replace("A one-day course costs", "A course of one day costs");
    let branch = recipe.commit(&[first], "englisch", &[("en/a.md", Some(&rewritten))]);
    let main = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&new))]);
    let merge = recipe.commit(&[main, branch], "Merge", &[("en/a.md", Some(english_in_merge.unwrap_or(&rewritten)))]);
    (recipe, merge)
}

#[test]
fn a_merge_inherits_from_the_parent_with_the_same_text() {
    assert_eq!(told(&merged(None).0.make().report()), [STALE]);
    // Mended in the merge itself.
    let mended = changed(&ENGLISH, &[(2, "A one-day course costs 7 euros and lasts until the evening.")]);
    assert_eq!(told(&merged(Some(&mended)).0.make().report()), Vec::<String>::new());
}

#[test]
fn renames_are_followed() {
    let mut recipe = Recipe::new();
    let (german, english) = (page(&GERMAN), page(&ENGLISH));
    let files =
        [(CONFIG.0, Some(CONFIG.1)), ("de/alt.md", Some(german.as_str())), ("en/alt.md", Some(english.as_str()))];
    let first = recipe.commit(&[], "Anfang", &files);
    let dearer = changed(&GERMAN, &[DEARER]);
    let second = recipe.commit(&[first], "teurer", &[("de/alt.md", Some(&dearer))]);
    let third = recipe.commit(
        &[second],
        "umbenannt",
        &[("de/alt.md", None), ("de/neu/a.md", Some(&dearer)), ("en/alt.md", None), ("en/neu/a.md", Some(&english))],
    );
    recipe.commit(
        &[third],
        "ein anderes",
        &[("de/alt.md", Some("Etwas ganz anderes.\n")), ("en/alt.md", Some("Something else.\n"))],
    );
    let repository = recipe.make();
    let report = repository.report();
    assert_eq!(told(&report), [STALE]);
    let since = report.findings[0].since.as_ref().unwrap();
    assert_eq!((since.commit.as_str(), since.author.as_str()), (repository.name(second), "Ada Beispiel"));
    assert_eq!(since.date, "2023-11-15");
    let base = report.findings[0].base.as_ref().unwrap();
    assert_eq!((base.provenance, base.commit.as_deref()), (Provenance::History, Some(repository.name(first))));
}

/// At its address there is one page, however much of it is new.
#[test]
fn a_page_that_becomes_a_directory() {
    let check = |other: &str, want: &[&str]| {
        let mut recipe = Recipe::new();
        let (german, english) = (page(&GERMAN), page(&ENGLISH));
        let files =
            [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(german.as_str())), ("en/a.md", Some(english.as_str()))];
        let first = recipe.commit(&[], "Anfang", &files);
        let anew =
            page(&[GERMAN[0], DEARER.1, "Mehr steht an der Tür zu lesen, wo auch die Namen aller Gäste stehen."]);
        let told_anew =
            page(&[ENGLISH[0], ENGLISH[2], "More is to be read at the door, with the names of all guests."]);
        let (german, english) = (format!("de/{other}"), format!("en/{other}"));
        let second = recipe.commit(
            &[first],
            "neu",
            &[("de/a.md", None), (&german, Some(&anew)), ("en/a.md", None), (&english, Some(&told_anew))],
        );
        let english_only = told_anew.replace("guests", "visitors");
        recipe.commit(&[second], "danach", &[(&english, Some(&english_only))]);
        assert_eq!(told(&recipe.make().report()), want, "{other}");
    };
    check("a/index.md", &[STALE]);
    check("a/_index.md", &[STALE]);
    // Elsewhere it is a new page, and its translation came with it.
    check("b.md", &[]);
}

/// A page that was split off another one has the translations that it had there, as old as they are.
#[test]
fn a_page_that_is_split_off() {
    let split = |german: &[&str], english: &[&str], at: usize| {
        let titles = ["# Was Sie wissen müssen", "# What you need to know"];
        let parts =
            |sentences: &[&str], title: &str| (page(&sentences[..at]), page(&[&[title], &sentences[at..]].concat()));
        (parts(german, titles[0]), parts(english, titles[1]))
    };
    let dearer: Vec<&str> = (0..7).map(|at| if at == DEARER.0 { DEARER.1 } else { GERMAN[at] }).collect();
    let check = |other: &str, is_gone: bool, want: &[&str]| {
        let mut recipe = Recipe::new();
        let (german, english) = (page(&GERMAN), page(&ENGLISH));
        let files =
            [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(german.as_str())), ("en/a.md", Some(english.as_str()))];
        let first = recipe.commit(&[], "Anfang", &files);
        let second = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&page(&dearer)))]);
        let ((old, new), (old_english, new_english)) = split(&dearer, &ENGLISH, 2);
        let paths = [format!("de/{other}"), format!("en/{other}")];
        let rest = if is_gone { ["de/rest.md", "en/rest.md"] } else { ["de/a.md", "en/a.md"] };
        let mut files = vec![(paths[0].as_str(), Some(new.as_str())), (&paths[1], Some(&new_english))];
        files.extend([(rest[0], Some(old.as_str())), (rest[1], Some(&old_english))]);
        if is_gone {
            files.extend([("de/a.md", None), ("en/a.md", None)]);
        }
        recipe.commit(&[second], "geteilt", &files);
        assert_eq!(told(&recipe.make().report()), want, "{other}");
    };
    check("b.md", false, &[STALE]);
    check("haus/b.md", false, &[STALE]);
    // The other one may go, too.
    check("b.md", true, &[STALE]);
}

/// What fills a cell, a definition or a labelled item says something else now: it is stale, not gone and another missing.
#[test]
fn a_slot_that_says_something_else() {
    const DAYS: [[&str; 2]; 3] = [["Dienstag", "Tuesday"], ["Mittwoch", "Wednesday"], ["Freitag", "Friday"]];
    const TIMES: [[&str; 2]; 3] =
        [["Von 9 bis 12 Uhr", "From 9 to 12"], ["Nur nach Anmeldung", "By appointment only"], ["Abends", "Evenings"]];
    let check = |extension: &str, want: &str, row: &dyn Fn([&str; 2]) -> String, around: [&str; 2]| {
        let table = |side: usize, wednesday: Option<&str>| {
            let rows = DAYS.iter().zip(TIMES).map(|(day, time)| {
                let time = wednesday.filter(|_| day[0] == "Mittwoch").unwrap_or(time[side]);
                row([day[side], time])
            });
            format!("{}{}{}", around[0], rows.collect::<String>(), around[1])
        };
        let config = CONFIG.1.replace("*.md", &format!("*.{extension}"));
        let paths = ["de", "en"].map(|language| format!("{language}/a.{extension}"));
        let mut recipe = Recipe::new();
        let files =
            [(CONFIG.0, Some(config.as_str())), (&paths[0], Some(&table(0, None))), (&paths[1], Some(&table(1, None)))];
        let first = recipe.commit(&[], "Anfang", &files);
        let closed = table(0, Some("Geschlossen"));
        recipe.commit(&[first], "zu", &[(&paths[0], Some(&closed))]);
        assert_eq!(told(&recipe.make().report()), [format!("en stale {want}")], "{extension}");
    };
    let closed = "Geschlossen";
    check("md", closed, &|[day, time]| format!("| {day} | {time} |\n"), ["| Tag | Zeit |\n|---|---|\n", ""]);
    let html = |[day, time]: [&str; 2]| format!("<tr>\n<th>{day}</th>\n<td>{time}</td>\n</tr>\n");
    check("md", "Mittwoch: Geschlossen", &|[day, time]| format!("- {day}: {time}\n"), ["", ""]);
    let list = |[day, time]: [&str; 2]| format!("<dt>{day}</dt>\n<dd>{time}</dd>\n");
    check("html", closed, &list, ["<!DOCTYPE html><title>A</title><dl>", "</dl>"]);
    check("html", closed, &html, ["<!DOCTYPE html><title>A</title><table>", "</table>"]);
}

/// Of two sentences that became one, the second goes on, and its translation follows: the first one's is as it should be.
#[test]
fn a_joined_sentence_that_is_followed() {
    let first = "Telefon und Fernseher am Bett sind im Preis enthalten";
    let midwives =
        |joint: &str, births: u32| format!("{first}{joint} Hebammen begleiten hier rund {births} Geburten.\n");
    let english = |births: u32| {
        format!("The bedside phone and television are included. Midwives assist at about {births} births here.\n")
    };
    let check = |beside: &str, want: &[String]| {
        let mut recipe = Recipe::new();
        let files =
            [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&*midwives(".", 900))), ("en/a.md", Some(&*english(900)))];
        let start = recipe.commit(&[], "Anfang", &files);
        let joined = recipe.commit(&[start], "verbunden", &[("de/a.md", Some(&midwives(";", 900)))]);
        let more = midwives(&format!("{beside};"), 1100);
        let more = recipe.commit(&[joined], "mehr", &[("de/a.md", Some(&more))]);
        recipe.commit(&[more], "folgt", &[("en/a.md", Some(&english(1100)))]);
        assert_eq!(told(&recipe.make().report()), want);
    };
    check("", &[]);
    // Unless the first one was changed as well, however its words go on.
    for beside in [" und bezahlt", ", nur nicht im Mai", "er", ": bis zu 3 Tage"] {
        check(beside, &[format!("en stale {}", midwives(&format!("{beside};"), 1100).trim())]);
    }
}

/// One letter of a long word is a slip in a target, in Arabic as elsewhere, and follows nothing.
#[test]
fn a_letter_that_is_mended_in_arabic() {
    let config = CONFIG.1.replace("\"en\"", "\"ar\"");
    assert_ne!(config, CONFIG.1);
    let arabic = |[copy, language, plant]: [&str; 3]| {
        format!(
            "سيُقطع الماء في 12 نوفمبر.\n\nلا تستبدل النسخة {copy} سابقتها. \
             يتوفر مترجمون للعربية {language} عند الطلب. تنمو الأقحوان {plant} تحت أشجار الفاكهة.\n"
        )
    };
    let german = |[copy, languages, plants]: [&str; 3]| {
        format!(
            "Das Wasser wird am 12. November abgestellt.\n\nEine Sicherung überschreibt die vorige{copy}. \
             Dolmetscher für Arabisch{languages} stehen auf Anfrage bereit. Unter den Obstbäumen wachsen {plants}.\n"
        )
    };
    let before = german([" nicht", " und Russisch", "Ringelblumen und Kapuzinerkresse"]);
    let after = german(["", ", Russisch und Ukrainisch", "Kürbisse und wilde Erdbeeren"]);
    let slips = arabic(["الاحتاطية", "والرسية", "والكبوسن"]);
    let mut recipe = Recipe::new();
    let first = recipe.commit(
        &[],
        "Anfang",
        &[(CONFIG.0, Some(&*config)), ("de/a.md", Some(&before)), ("ar/a.md", Some(&slips))],
    );
    let second = recipe.commit(&[first], "anders", &[("de/a.md", Some(&after))]);
    let mended = arabic(["الاحتياطية", "والروسية", "والكبوسين"]);
    recipe.commit(&[second], "Tippfehler", &[("ar/a.md", Some(&mended))]);
    let stale: Vec<Rule> = recipe.make().report().findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(stale, [Rule::Stale; 3]);
}

/// A number that is followed tells nothing of a "not" that came with it.
#[test]
fn a_denial_behind_a_number() {
    let page = |garden: &str, price: &str| format!("{garden} in den Garten, der Eintritt kostet {price} Euro.\n");
    let english = |price: &str| format!("Dogs are allowed in the garden, admission is {price} euros.\n");
    let (before, after) = (page("Hunde dürfen", "5"), page("Hunde dürfen nicht", "7"));
    let mut recipe = Recipe::new();
    let files = [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&*before)), ("en/a.md", Some(&*english("5")))];
    let first = recipe.commit(&[], "Anfang", &files);
    let second = recipe.commit(&[first], "nicht", &[("de/a.md", Some(&after))]);
    recipe.commit(&[second], "folgt halb", &[("en/a.md", Some(&english("7")))]);
    assert_eq!(told(&recipe.make().report()), [format!("en stale {}", after.trim())]);
}

/// A price that stands alone in its cell is nothing to translate, but stale when it has changed; it counts only then.
#[test]
fn a_figure_that_changed() {
    let table = |name: [&str; 2], price: &str, hours: &str| {
        format!("| {} | {} |\n|---|---|\n| A | {price} |\n| B | {hours} |\n", name[0], name[1])
    };
    let mut recipe = Recipe::new();
    let english = table(["Ticket", "Price"], "€3.50", "10:00");
    let first = recipe.commit(
        &[],
        "Anfang",
        &[
            (CONFIG.0, Some(CONFIG.1)),
            ("de/a.md", Some(&table(["Karte", "Preis"], "3,50 €", "10:00"))),
            ("en/a.md", Some(&english)),
        ],
    );
    let dearer = table(["Karte", "Preis"], "4 €", "10:00");
    recipe.commit(&[first], "teurer", &[("de/a.md", Some(&dearer))]);
    let repository = recipe.make();
    let report = repository.report();
    assert_eq!(told(&report), ["en stale 4 €"]);
    let coverage = report.documents[0].pages[0].coverage;
    assert_eq!((coverage.stale.segments, coverage.stale.words, coverage.current.segments), (1, 1, 4));
    // But nobody asks for what is declared not to be translated.
    let declared = |price: &str| format!("{english}\n<p translate=\"no\">{price}</p>\n\n`{price}`\n");
    let mut recipe = Recipe::new();
    let files = [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&*declared("5"))), ("en/a.md", Some(&*declared("5")))];
    let first = recipe.commit(&[], "Anfang", &files);
    recipe.commit(&[first], "neu", &[("de/a.md", Some(&declared("7")))]);
    let report = recipe.make().report();
    assert!(report.findings.iter().all(|finding| finding.rule != Rule::Stale), "{:?}", told(&report));
    repository.write("en/a.md", &english.replace("3.50", "4"));
    let report = repository.report();
    assert_eq!(told(&report), [""; 0]);
    assert_eq!(report.documents[0].pages[0].coverage.total().segments, 4);
}

/// A cell that is empty is a cell: what stands behind it is in its own column.
#[test]
fn a_cell_behind_an_empty_one() {
    let table = |row: &str| format!("| a | b | c |\n|---|---|---|\n{row}\n");
    let mut recipe = Recipe::new();
    let first = recipe.commit(
        &[],
        "Anfang",
        &[
            (CONFIG.0, Some(CONFIG.1)),
            ("de/a.md", Some(&table("| Montag | Vormittags | Frau Sommer |"))),
            ("en/a.md", Some(&table("| Monday | Mornings | Ms Sommer |"))),
        ],
    );
    let emptied = table("| Montag | | Jeder darf kommen |");
    recipe.commit(&[first], "leer", &[("de/a.md", Some(&emptied))]);
    let report = recipe.make().report();
    assert_eq!(told(&report), ["en stale Jeder darf kommen", "en obsolete-segment Mornings"]);
    let stale = report.findings.iter().find(|finding| finding.rule == Rule::Stale).unwrap();
    assert_eq!(&*stale.target.as_ref().unwrap().text, "Ms Sommer");
}

/// A source of one language and a target of another, each in one file, through the versions of both.
fn told_of(languages: [&str; 2], extension: &str, versions: &[[Option<&str>; 2]]) -> Vec<String> {
    let [source, target] = languages;
    let config = format!(
        "[project]\nsource = \"{source}\"\ntargets = [\"{target}\"]\n[[documents]]\nsource = \"{source}/*.{extension}\"\n\
         target = \"{{language}}/*.{extension}\"\n"
    );
    let paths = languages.map(|language| format!("{language}/a.{extension}"));
    let mut recipe = Recipe::new();
    let mut last = recipe.commit(&[], "Anfang", &[(CONFIG.0, Some(&config))]);
    for version in versions {
        let sides = paths.iter().zip(version);
        let files: Vec<(&str, Option<&str>)> =
            sides.filter_map(|(path, text)| text.map(|text| (path.as_str(), Some(text)))).collect();
        last = recipe.commit(&[last], "Schritt", &files);
    }
    told(&recipe.make().report())
}

/// Who changes a number and nothing else has not followed what else changed, be it a word or another number.
#[test]
fn a_sentence_that_is_followed_by_half() {
    let check = |german: [&str; 2], english: [&str; 2], want: &[&str]| {
        let versions = [[Some(german[0]), Some(english[0])], [Some(german[1]), None], [None, Some(english[1])]];
        assert_eq!(told_of(["de", "en"], "md", &versions), want, "{german:?}");
    };
    let open = ["Das Haus ist von 9 bis 17 Uhr offen.", "Das Haus ist von 10 bis 18 Uhr offen."];
    let english = "The house is open from 9 to 17.";
    check(open, [english, "The house is open from 10 to 17."], &[&format!("en stale {}", open[1])]);
    check(open, [english, "The house is open from 10 to 18."], &[]);
    let sugar = ["Der Tee mit Zucker kostet 5 Euro.", "Der Tee mit Honig kostet 7 Euro."];
    let english = "The tea with sugar costs 5 euros.";
    check(sugar, [english, "The tea with sugar costs 7 euros."], &[&format!("en stale {}", sugar[1])]);
    check(sugar, [english, "The tea with honey costs 7 euros."], &[]);
    // A word that was only misspelt is nothing to follow.
    let slip = ["Der Tee mit Zuccker kostet 5 Euro.", "Der Tee mit Zucker kostet 7 Euro."];
    check(slip, [english, "The tea with sugar costs 7 euros."], &[]);
    // Nor is it followed when a name stands there still, or numbers that changed places do not.
    let name = ["Den Chor leitet seit März Frau Meier.", "Den Chor leitet seit März Herr Kunze."];
    let english = "Since March, the choir is led by Ms Meier.";
    check(name, [english, "The choir has been led by Ms Meier since March."], &[&format!("en stale {}", name[1])]);
    let prices = ["Kinder zahlen 5 Euro, Gäste 7 Euro.", "Kinder zahlen 7 Euro, Gäste 5 Euro."];
    let english = "Children pay 5 euros, guests 7 euros.";
    check(prices, [english, "Kids pay 5 euros, guests 7 euros."], &[&format!("en stale {}", prices[1])]);
}

/// But what the target says in figures alone it has followed in full.
#[test]
fn a_date_that_is_followed_in_figures() {
    let check = |languages: [&str; 2], source: [&str; 2], target: [&str; 2]| {
        let versions = [[Some(source[0]), Some(target[0])], [Some(source[1]), None], [None, Some(target[1])]];
        assert_eq!(told_of(languages, "md", &versions), [""; 0], "{source:?}");
    };
    let days = ["Das Fest beginnt am 5. März um 9 Uhr.", "Das Fest beginnt am 6. April um 9 Uhr."];
    check(["de", "zh"], days, ["庆典于3月5日9点开始。", "庆典于4月6日9点开始。"]);
    let boxes = ["Im Keller steht eine Kiste mit 12 Uhren.", "Im Keller steht eine Kiste mit dreizehn Uhren."];
    check(
        ["de", "en"],
        boxes,
        ["In the cellar there is a box with 12 clocks.", "In the cellar there is a box with 13 clocks."],
    );
}

/// A figure is the same when only blanks part its digits; another currency is another price, another day another date.
#[test]
fn a_figure_that_is_written_anew() {
    let check = |before: &str, after: &str, is_same: bool| {
        let page = |figure: &str| format!("| Wer | Was |\n|---|---|\n| Kasse | {figure} |\n");
        let english = page(before).replace("Wer", "Who").replace("Was", "What").replace("Kasse", "Till");
        let versions = [[Some(page(before)), Some(english)], [Some(page(after)), None]];
        let versions = versions.each_ref().map(|sides| sides.each_ref().map(Option::as_deref));
        let told = told_of(["de", "en"], "md", &versions);
        assert_eq!(told.is_empty(), is_same, "{before} {after} {told:?}");
    };
    check("030 123456", "030/123 456", true);
    check("12.500.000", "12 500 000", true);
    check("1.11.2025", "11.1.2025", false);
    check("199,00 €", "199,00 $", false);
    check("+100,50 %", "-100,50 %", false);
}

/// A slip that is mended follows nothing, in whatever script, though it stands in the sentence that is stale; but what
/// follows may mend a slip as well.
#[test]
fn a_slip_that_is_mended() {
    let check = |language: &str, english: [&str; 2], target: [&str; 2], want: &[String]| {
        let later = [[Some(english[0]), Some(target[0])], [Some(english[1]), None], [None, Some(target[1])]];
        assert_eq!(told_of(["en", language], "md", &later), want, "{target:?}");
        let at_once = [[Some(english[0]), Some(target[0])], [Some(english[1]), Some(target[1])]];
        assert_eq!(told_of(["en", language], "md", &at_once), want, "{target:?}");
    };
    let bus = ["The bus stops right in front of the gate.", "The bus stops right behind the gate."];
    check(
        "fr",
        bus,
        ["Le bus s'arrête juste devnt la porte.", "Le bus s'arrête juste devant la porte."],
        &[format!("fr stale {}", bus[1])],
    );
    let search = ["The search is case-sensitive.", "The search is not case-sensitive."];
    check("zh", search, ["搜索区分小写。", "搜索区分大小写。"], &[format!("zh stale {}", search[1])]);
    check("zh", search, ["搜索区分大小写。", "搜索不区分大小写。"], &[]);
    check(
        "ja",
        search,
        ["検索では大文字と小文が区別されます。", "検索では大文字と小文字が区別されます。"],
        &[format!("ja stale {}", search[1])],
    );
    let hooray = ["The gate is open again.", "The gate is open again!"];
    check("zh", hooray, ["大门又开放。", "大门又开放了！"], &[]);
    check("fr", hooray, ["La porte est de nuveau ouverte.", "La porte est de nouveau ouverte !"], &[]);
}

/// In a plain text the mark of an item is not what it says.
#[test]
fn steps_that_are_numbered_anew() {
    let versions = [
        [
            Some("1. Kiste öffnen.\n2. Kabel nehmen.\n3. Knopf drücken.\n"),
            Some("1. Open the box.\n2. Take the cable.\n3. Press the button.\n"),
        ],
        [Some("1. Heft lesen.\n2. Kiste öffnen.\n3. Das Kabel nehmen.\n4. Knopf drücken.\n"), None],
    ];
    let want = ["en missing-segment 1. Heft lesen.", "en stale 3. Das Kabel nehmen."];
    assert_eq!(told_of(["de", "en"], "txt", &versions), want);
    let followed = "1) Read the booklet.\n2) Open the box.\n3) Take that cable.\n4) Press the button.\n";
    assert_eq!(told_of(["de", "en"], "txt", &[&versions[..], &[[None, Some(followed)]]].concat()), [""; 0]);
    // A number that counts nothing is part of what is said, and so is one in a format with markup.
    let alone = [
        [Some("10. Klasse fährt ans Meer.\n"), Some("Class 10 goes to the sea.\n")],
        [Some("11. Klasse fährt ans Meer.\n"), None],
    ];
    assert_eq!(told_of(["de", "en"], "txt", &alone), ["en stale 11. Klasse fährt ans Meer."]);
    let item = |place: u32, name: &str| format!("<!DOCTYPE html><title>A</title><ul><li>{place}. {name}</ul>\n");
    let places = [[Some(item(1, "Platz: Anna")), Some(item(1, "place: Anna"))], [Some(item(2, "Platz: Anna")), None]];
    let places = places.each_ref().map(|sides| sides.each_ref().map(Option::as_deref));
    assert_eq!(told_of(["de", "en"], "html", &places), ["en stale 2. Platz: Anna"]);
}

/// On a page that is a copy throughout, labels that might be written so in both languages are copies, too.
#[test]
fn a_page_that_is_a_copy() {
    let german = "# Tickets\n\nDie Karten für das Konzert im Garten kosten nichts.\n\n## Information\n\nDer Chor probt am Abend in der alten Schule.\n";
    let told = told_of(["de", "en"], "md", &[[Some(german), Some(german)]]);
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told.iter().all(|line| line.starts_with("en untranslated-copy")), "{told:?}");
    // Names that are most of a page say nothing of it.
    let names =
        "# Festival\n\n- Anna Perl\n- Bela Rund\n- Cora Stein\n- Dora Wind\n\nAlle treten am Abend im Hof auf.\n";
    assert_eq!(
        told_of(["de", "en"], "md", &[[Some(names), Some(names)]]).iter().filter(|line| line.contains("copy")).count(),
        1
    );
    // Where all else is translated they are not.
    let english = "# Tickets\n\nTickets for the concert in the garden cost nothing.\n\n## Information\n\nThe choir rehearses in the evening in the old school.\n";
    let told = told_of(["de", "en"], "md", &[[Some(german), Some(english)]]);
    assert!(told.iter().all(|line| line.starts_with("en unverified")), "{told:?}");
}

/// A table that was broken once is whole again: its cells are translated where they stand now, though a column came in before
/// them meanwhile. A new cell that says what another one says has lost no translation.
#[test]
fn a_table_that_comes_back() {
    let table = |rows: &[&str]| format!("{}\n", rows.join("\n"));
    let german = ["| Ort | Wer |", "|---|---|", "| Hof | Frau Sommer |", "| Saal | Herr Winter |"];
    let english =
        ["| Place | Who |", "|---|---|", "| Yard | Ms Sommer, our host |", "| Hall | Mr Winter, her deputy |"];
    let wider = ["| Ort | Wann | Wer |", "|---|---|---|", "| Hof | | Frau Sommer |", "| Saal | | Herr Winter |"];
    let followed =
        ["| Place | When | Who |", "|---|---|---|", english[2], english[3]].map(|row| row.replace("d | M", "d | | M"));
    let followed = followed.map(|row| row.replace("l | M", "l | | M"));
    let mut recipe = Recipe::new();
    let files = [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&*table(&german))), ("en/a.md", Some(&*table(&english)))];
    let first = recipe.commit(&[], "Anfang", &files);
    let followed = table(&followed.each_ref().map(String::as_str));
    let both = [("de/a.md", Some(&*table(&wider))), ("en/a.md", Some(&*followed))];
    let second = recipe.commit(&[first], "wann", &both);
    let broken = table(&wider).replace("|---|---|---|\n", "|---|---|---|---|\n");
    let third = recipe.commit(&[second], "kaputt", &[("de/a.md", Some(&broken))]);
    let more = format!("{}| Dach | Frau Sommer | |\n", table(&wider));
    recipe.commit(&[third], "heil", &[("de/a.md", Some(&more))]);
    assert_eq!(told(&recipe.make().report()), ["en missing-segment Dach", "en missing-segment Frau Sommer"]);
}

/// A source that was gone and comes back edited finds the translation that stayed where it was; another sentence does not.
#[test]
fn a_source_that_comes_back() {
    let check = |back: &str, want: &[String]| {
        let mut recipe = Recipe::new();
        let (german, english) = (page(&GERMAN), page(&ENGLISH));
        let files =
            [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(german.as_str())), ("en/a.md", Some(english.as_str()))];
        let first = recipe.commit(&[], "Anfang", &files);
        let shorter = changed(&GERMAN, &[(4, "")]);
        let second = recipe.commit(&[first], "gekürzt", &[("de/a.md", Some(&shorter))]);
        let third = recipe.commit(&[second], "teurer", &[("de/a.md", Some(&changed(&GERMAN, &[DEARER, (4, "")])))]);
        recipe.commit(&[third], "wieder da", &[("de/a.md", Some(&changed(&GERMAN, &[DEARER, (4, back)])))]);
        assert_eq!(told(&recipe.make().report()), want);
    };
    let back = "Kinder unter 14 Jahren kommen in Begleitung ihrer Eltern.";
    check(back, &[STALE.to_owned(), format!("en stale {back}")]);
    // When somebody has brought that up to date it is current, but not for a number alone where a word came with it.
    let followed = |back: &str, want: &[String]| {
        let mut recipe = Recipe::new();
        let (german, english) = (page(&GERMAN), page(&ENGLISH));
        let files =
            [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(german.as_str())), ("en/a.md", Some(english.as_str()))];
        let first = recipe.commit(&[], "Anfang", &files);
        let second = recipe.commit(&[first], "gekürzt", &[("de/a.md", Some(&changed(&GERMAN, &[(4, "")])))]);
        let third = recipe.commit(&[second], "wieder da", &[("de/a.md", Some(&changed(&GERMAN, &[(4, back)])))]);
        let followed = english.replace("12", "14");
        assert_ne!(followed, english);
        recipe.commit(&[third], "folgt", &[("en/a.md", Some(&followed))]);
        assert_eq!(told(&recipe.make().report()), want);
    };
    followed(back, &[]);
    let limited = "Kinder unter 14 Jahren kommen höchstens in Begleitung ihrer Eltern.";
    followed(limited, &[format!("en stale {limited}")]);
    let other = "Wer mit dem Zug kommt, wird auf Wunsch abgeholt.";
    let gone = format!("en obsolete-segment {}", ENGLISH[4]);
    check(other, &[STALE.to_owned(), format!("en missing-segment {other}"), gone]);
}

/// A translation that waits for its source (its repository came first, or a rename was not seen) is paired when it comes.
#[test]
fn a_source_that_comes_after_its_translation() {
    let mut recipe = Recipe::new();
    let (german, dearer, english) = (page(&GERMAN), changed(&GERMAN, &[DEARER]), page(&ENGLISH));
    let first = recipe.commit(&[], "englisch", &[(CONFIG.0, Some(CONFIG.1)), ("en/a.md", Some(&english))]);
    let second = recipe.commit(&[first], "deutsch", &[("de/a.md", Some(&german))]);
    let third = recipe.commit(&[second], "teurer", &[("de/a.md", Some(&dearer))]);
    recipe.commit(&[third], "Hof", &[("en/a.md", Some(&english.replace("Dogs unfortunately", "Sadly dogs")))]);
    assert_eq!(told(&recipe.make().report()), [STALE]);
}

#[test]
fn commits_that_renew_nothing_are_named() {
    let mut recipe = Recipe::new();
    let (german, english) = (page(&GERMAN), page(&ENGLISH));
    let dearer = changed(&GERMAN, &[DEARER]);
    let files = [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(german.as_str())), ("en/a.md", Some(english.as_str()))];
    let first = recipe.commit(&[], "Anfang", &files);
    let second = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&dearer))]);
    let euros = english.replace("5 euros", "7 €");
    let formatted = recipe.commit(&[second], "Währungszeichen", &[("en/a.md", Some(&euros))]);
    let repository = recipe.make();
    assert_eq!(told(&repository.report()), Vec::<String>::new());
    repository.write(".git-blame-ignore-revs", &format!("# Zeichen\n{} # alle\n", repository.name(formatted)));
    assert_eq!(told(&repository.report()), [STALE]);
}

#[test]
fn declared_bases() {
    let mut recipe = Recipe::new();
    let (german, dearer) = (page(&GERMAN), changed(&GERMAN, &[DEARER]));
    let first = recipe.commit(&[], "Anfang", &[(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&german))]);
    let second = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&dearer))]);
    // Nothing in the text tells the wordings apart.
    let english = page(&ENGLISH).replace("5 euros", "little");
    recipe.commit(&[second], "englisch", &[("en/a.md", Some(&english))]);
    let repository = recipe.make();
    assert_eq!(told(&repository.report()), Vec::<String>::new());
    let declare = |name: &str| {
        repository.write("en/a.md", &format!("---\ndefault_lang_commit: {name}\n---\n{english}"));
        repository.report()
    };
    let report = declare(repository.name(first));
    assert_eq!(told(&report), [STALE]);
    assert_eq!(report.findings[0].base.as_ref().unwrap().provenance, Provenance::Declared);
    assert_eq!(told(&declare(&repository.name(first)[..9])), [STALE]);
    assert_eq!(told(&declare(repository.name(second))), Vec::<String>::new());
    assert_eq!(told(&declare("0123456789")), Vec::<String>::new());
}

#[test]
fn declared_by_a_commit() {
    let check = |which: usize, want: &[&str]| {
        let mut recipe = Recipe::new();
        let (german, dearer) = (page(&GERMAN), changed(&GERMAN, &[DEARER]));
        let first = recipe.commit(&[], "Anfang", &[(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&german))]);
        let second = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&dearer))]);
        let english = page(&ENGLISH).replace("5 euros", "little");
        let repository = recipe.make();
        repository.write("en/a.md", &english);
        repository.git(&["add", "."]);
        let named = repository.name([first, second][which]).to_owned();
        repository.git(&["commit", "--quiet", "-m", &format!("englisch\n\nTranslated-From: {named}")]);
        assert_eq!(told(&repository.report()), want);
    };
    check(0, &[STALE]);
    check(1, &[]);
}

#[test]
fn the_working_tree_is_the_newest_version() {
    let (german, english) = (page(&GERMAN), page(&ENGLISH));
    let repository = Recipe::line(&[
        &[CONFIG, ("de/a.md", &german), ("en/a.md", &english)],
        &[("README.md", "x")],
        &[("de/b.md", "Ein neuer Tag beginnt.\n")],
    ])
    .make();
    repository.write("de/a.md", &changed(&GERMAN, &[DEARER]));
    repository.write("en/b.md", "A new day begins.\n");
    assert_eq!(told(&repository.report()), [STALE]);
    repository
        .write("en/a.md", &changed(&ENGLISH, &[(2, "A one-day course costs 7 euros and lasts until the evening.")]));
    assert_eq!(told(&repository.report()), Vec::<String>::new());
}

#[test]
fn split_merged_and_moved_sentences_are_current() {
    let two = "Bitte bringen Sie feste Kleidung mit. Denken Sie auch an Essen und Trinken.";
    let english_two = "Please bring sturdy clothes. Think of food and drink as well.";
    let first = (Some(changed(&GERMAN, &[(3, two)])), Some(changed(&ENGLISH, &[(3, english_two)])));
    // One paragraph becomes two, and stands elsewhere.
    let parts: Vec<&str> = two.split_inclusive(". ").collect();
    let mut german = GERMAN.to_vec();
    german.remove(3);
    german.extend(parts);
    check(&[first, (Some(page(&german)), None)], &[]);
}

#[test]
fn a_target_that_was_deleted() {
    check(&[en(&[(4, "")])], &["en deleted-target Kinder unter 12 Jahren kommen in Begleitung ihrer Eltern."]);
}

#[test]
fn an_edit_after_an_edit_is_still_the_same_sentence() {
    check(
        &[
            de(&[(3, "Bitte bringen Sie feste Kleidung und Proviant mit.")]),
            de(&[(3, "Bitte bringen Sie warme Jacken und Proviant mit.")]),
            de(&[(3, "Ziehen Sie warme Jacken an und packen Sie Proviant ein.")]),
        ],
        &["en stale Ziehen Sie warme Jacken an und packen Sie Proviant ein."],
    );
}

#[test]
fn the_source_in_another_repository() {
    let mut recipe = Recipe::new();
    let (german, dearer, english) =
        (page(&GERMAN), changed(&GERMAN, &[DEARER]), page(&ENGLISH).replace("5 euros", "little"));
    let first = recipe.commit(&[], "Quelle", &[("de/a.md", Some(&german))]);
    let second = recipe.commit(&[first], "teurer", &[("de/a.md", Some(&dearer))]);
    let other = recipe.commit(&[], "englisch", &[(CONFIG.0, Some(CONFIG.1)), ("en/a.md", Some(&english))]);
    recipe.commit(&[other, second], "Zusammen", &[("de/a.md", Some(&dearer))]);
    let repository = recipe.make();
    let declare = |name: &str| {
        repository.write("en/a.md", &format!("---\nl10n:\n  sourceCommit: {name}\n---\n{english}"));
        told(&repository.report())
    };
    assert_eq!(declare(repository.name(first)), [STALE]);
    assert_eq!(declare(repository.name(second)), Vec::<String>::new());
}

/// Nobody's numbers, names or words tell which price was translated; what the page lacks does.
#[test]
fn a_page_tells_which_source_its_translator_had() {
    let mut recipe = Recipe::new();
    let german = page(&GERMAN);
    let first = recipe.commit(&[], "Anfang", &[(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(&german))]);
    let mut new: Vec<&str> = GERMAN.to_vec();
    (new[2], new[3]) = (DEARER.1, "Bitte bringen Sie warme Kleidung und etwas zu essen mit.");
    new.insert(5, "Am Sonntag führt eine Künstlerin durch alle Räume des Hauses.");
    new.push("Der Hof ist über Nacht geschlossen.");
    let new = page(&new);
    let second = recipe.commit(&[first], "neu", &[("de/a.md", Some(&new))]);
    let english = page(&ENGLISH);
    recipe.commit(&[second], "englisch", &[("en/a.md", Some(&english))]);
    assert_eq!(
        told(&recipe.make().report()),
        [
            STALE,
            "en stale Bitte bringen Sie warme Kleidung und etwas zu essen mit.",
            "en missing-segment Am Sonntag führt eine Künstlerin durch alle Räume des Hauses.",
            "en missing-segment Der Hof ist über Nacht geschlossen.",
        ]
    );
}

/// What stands on every page is of the template: marked as such it is nobody's text, and unmarked it is told once.
#[test]
fn a_teaser_that_changes_on_every_page() {
    const CONFIG: &str = "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/*.html\"\ntarget = \"{language}/*.html\"\n";
    let names = ["a", "b", "c"];
    let page = |name: &str, text: &str, teaser: &str| {
        format!("<!DOCTYPE html>\n<html>\n<body>\n<main>\n<p>{text} {name}.</p>\n</main>\n{teaser}\n</body>\n</html>\n")
    };
    let check = |teasers: [&str; 2], english: &str, want: &[&str]| {
        let mut recipe = Recipe::new();
        let mut files: Vec<(String, String)> = vec![("hexapla.toml".to_owned(), CONFIG.to_owned())];
        for name in names {
            files.push((format!("de/{name}.html"), page(name, "Das ist das Haus", teasers[0])));
            files.push((format!("en/{name}.html"), page(name, "This is the house", english)));
        }
        let all: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), Some(text.as_str()))).collect();
        let first = recipe.commit(&[], "Anfang", &all);
        let newer = names.map(|name| (format!("de/{name}.html"), page(name, "Das ist das Haus", teasers[1])));
        let changed: Vec<_> = newer.iter().map(|(path, text)| (path.as_str(), Some(text.as_str()))).collect();
        recipe.commit(&[first], "Neuer Hinweis", &changed);
        assert_eq!(told(&recipe.make().report()), want);
    };
    let teaser = |text: &str| format!("<aside class=\"teaser\"><p>{text}</p></aside>");
    let (old, new) = ("Am Samstag ist Markt auf dem Hof.", "Am Sonntag ist Markt auf dem großen Hof.");
    check([&teaser(old), &teaser(new)], &teaser("On Saturday there is a market in the yard."), &[]);
    let plain = |text: &str| format!("<p>{text}</p>");
    check(
        [&plain(old), &plain(new)],
        &plain("On Saturday there is a market in the yard."),
        &[&format!("en stale {new}")],
    );
}

/// What moved, was split or merged is told with what is stale.
#[test]
fn circumstances_of_stale_sentences() {
    let check = |german: [&str; 2], english: &str, want: &[Circumstance]| {
        let mut recipe = Recipe::new();
        let rest = (
            "Das Haus ist alt und groß.\n\nDer Garten hat drei Tore.",
            "The house is old and large.\n\nThe garden has three gates.",
        );
        let english = format!("{english}\n\n{}\n", rest.1);
        let old = format!("{}\n\n{}\n", german[0], rest.0);
        let new = german[1].replace("REST", rest.0) + "\n";
        let files = [(CONFIG.0, Some(CONFIG.1)), ("de/a.md", Some(old.as_str())), ("en/a.md", Some(english.as_str()))];
        let first = recipe.commit(&[], "Anfang", &files);
        let second = recipe.commit(&[first], "weiter", &[("README", Some("x"))]);
        recipe.commit(&[second], "neu", &[("de/a.md", Some(&new))]);
        let report = recipe.make().report();
        let stale = report.findings.iter().find(|finding| finding.rule == Rule::Stale);
        assert_eq!(stale.map(|finding| finding.circumstances.as_slice()), Some(want), "{:?}", told(&report));
    };
    let (old, english) =
        ("Ein Tageskurs kostet 5 Euro und dauert bis zum Abend.", "A course costs 5 euros until the evening.");
    let new = old.replace('5', "7");
    check([old, &format!("{new}\n\nREST")], english, &[]);
    check([old, &format!("REST\n\n{new}")], english, &[Circumstance::Moved]);
}

/// Every language sorts its glossary by its own alphabet; the anchors of its headings stay.
#[test]
fn a_glossary_in_its_own_order() {
    let terms = [
        ("Amboss", "Anvil", "anvil", "Auf ihm wird das Eisen geschlagen.", "Iron is beaten on it."),
        ("Esse", "Forge", "forge", "Das Feuer der Werkstatt.", "The fire of the workshop."),
        ("Hammer", "Hammer", "hammer", "Er wiegt bis zu 5 Kilogramm.", "It weighs up to 5 kilograms."),
        ("Schraubstock", "Vice", "vice", "Er hält das Stück fest.", "It holds the piece."),
        ("Zange", "Tongs", "tongs", "Mit ihr wird das Eisen gehalten.", "Iron is held with them."),
        ("Blasebalg", "Bellows", "bellows", "Er bläst Luft ins Feuer.", "They blow air into the fire."),
    ];
    let glossary = |language: usize, but: &str| {
        let mut terms: Vec<_> = terms.iter().filter(|term| term.2 != but).collect();
        terms.sort_by_key(|term| if language == 0 { term.0 } else { term.1 });
        let entry = |(german, english, anchor, hier, here): &&(&str, &str, &str, &str, &str)| match language {
            0 => format!("## {german} {{#{anchor}}}\n\n{hier}\n"),
            _ => format!("## {english} {{#{anchor}}}\n\n{here}\n"),
        };
        terms.iter().map(entry).collect::<Vec<_>>().join("\n")
    };
    let (german, english) = (glossary(0, ""), glossary(1, ""));
    let files = |german: &str, english: &str| {
        [(CONFIG.0, CONFIG.1.to_owned()), ("de/a.md", german.to_owned()), ("en/a.md", english.to_owned())]
    };
    let check = |steps: &[[(&str, String); 3]], want: &[&str]| {
        let mut recipe = Recipe::new();
        let mut last: Option<Mark> = None;
        for step in steps {
            let files: Vec<(&str, Option<&str>)> =
                step.iter().map(|(path, text)| (*path, Some(text.as_str()))).collect();
            last = Some(recipe.commit(&last.into_iter().collect::<Vec<_>>(), "Schritt", &files));
        }
        assert_eq!(told(&recipe.make().report()), want);
    };
    // Beside each other from the beginning, and with one that comes later and stands elsewhere.
    check(&[files(&german, ""), files(&german, &english)], &[]);
    check(&[files(&glossary(0, "bellows"), &glossary(1, "bellows")), files(&german, &english)], &[]);
    let heavier = german.replace('5', "7");
    check(
        &[files(&german, ""), files(&german, &english), files(&heavier, &english)],
        &["en stale Er wiegt bis zu 7 Kilogramm."],
    );
}

/// What a link leads to elsewhere has a title there, in the language that is spoken there.
#[test]
fn titles_of_pages_elsewhere_stay_as_they_are() {
    let list = |words: &str, address: &str| {
        format!("{}\n- [Wie man eine alte Mühle am Leben hält]({address})\n- {words}\n", page(&GERMAN[..3]))
    };
    let translated = |words: &str, address: &str| {
        format!("{}\n- [Wie man eine alte Mühle am Leben hält]({address})\n- {words}\n", page(&ENGLISH[..3]))
    };
    let there = "https://muehlen.example/alt";
    let (open, opens) = ("Sonntags ist die Mühle zu.", "On Sundays the mill is closed.");
    check(&[(Some(list(open, there)), Some(translated(opens, there)))], &[]);
    // A page of ones own has been left.
    let own = "Wie man eine alte Mühle am Leben hält";
    check(
        &[(Some(list(open, "muehle.md")), Some(translated(opens, "muehle.md")))],
        &[&format!("en untranslated-copy {own}")],
    );
    check(&[(Some(list(open, there)), Some(translated(open, there)))], &[&format!("en untranslated-copy {open}")]);
}
