//! A page against what witnesses know of it.

use hexapla_core::align::{Alignment, Bead, Confidence};
use hexapla_core::language::Language;
use hexapla_core::status::{
    Base, BasePair, Circumstance, Foreign, Page, Passage, Provenance, Rule, SyncState, Testimony, Trace, foreign, judge,
};

fn passages(texts: &[&str]) -> Vec<Passage> {
    texts.iter().map(|text| Passage::new(*text)).collect()
}

fn base(provenance: Provenance) -> Base {
    Base { provenance, confidence: provenance.trust(), commit: None }
}

fn memory(pairs: &[(&[&str], &[&str])]) -> Testimony {
    let pairs = pairs
        .iter()
        .map(|(source, target)| BasePair::new(passages(source), passages(target), base(Provenance::Memory)))
        .collect();
    Testimony { pairs, ..Testimony::default() }
}

/// Rules in order, `ok` where nothing is wrong; leftovers are aligned one to one.
fn check(source: &[&str], target: &[&str], testimony: Testimony, want: &str) {
    let languages: Vec<Language> = ["de", "en"].iter().map(|tag| tag.parse().unwrap()).collect();
    let (source, target) = (passages(source), passages(target));
    let testimonies = [testimony];
    let page = Page {
        source_language: &languages[0],
        target_language: &languages[1],
        languages: &languages,
        source: &source,
        target: &target,
        code: &[],
        testimonies: &testimonies,
    };
    let longer = source.len().max(target.len());
    let (sources, targets) = (source.len(), target.len());
    let mut align = || Alignment {
        beads: (0..longer)
            .map(|at| Bead {
                source: at.min(sources)..(at + 1).min(sources),
                target: at.min(targets)..(at + 1).min(targets),
                confidence: Confidence::new(0.9),
                ..Bead::default()
            })
            .collect(),
    };
    let got: Vec<&str> =
        judge(&page, &mut align).segments.iter().map(|status| status.rule.map_or("ok", Rule::as_str)).collect();
    assert_eq!(got.join(" "), want);
}

#[test]
fn without_any_witness_nothing_is_green() {
    check(&["Ein Haus."], &["A house."], memory(&[]), "unverified");
    check(&["Ein Haus.", "Ein Hof."], &["A house."], memory(&[]), "unverified missing-segment");
    check(&["Ein Haus."], &["A house.", "A yard."], memory(&[]), "unverified extra-segment");
    check(&["Ein Haus."], &[], memory(&[]), "missing-segment");
    check(&[], &[], memory(&[]), "");
}

#[test]
fn a_memory_tells_current_from_stale() {
    let known: &[(&[&str], &[&str])] = &[
        (&["Das Haus ist alt."], &["The house is old."]),
        (&["Es kostet 5 Euro im Monat."], &["It costs 5 euros a month."]),
        (&["Hunde bleiben draußen."], &["Dogs stay outside."]),
    ];
    let target = ["The house is old.", "It costs 5 euros a month.", "Dogs stay outside."];
    let old = ["Das Haus ist alt.", "Es kostet 5 Euro im Monat.", "Hunde bleiben draußen."];
    check(&old, &target, memory(known), "ok ok ok");
    check(&[old[0], "Es kostet 7 Euro im Monat.", old[2]], &target, memory(known), "ok stale ok");
    check(&["Das Haus ist alt!", old[1], old[2]], &target, memory(known), "stale-minor ok ok");
    check(&[old[0], old[1]], &target, memory(known), "ok ok obsolete-segment");
    check(&[old[2], old[0], old[1]], &target, memory(known), "ok ok ok");
    check(&[old[0], "Es gibt Tee.", old[1], old[2]], &target, memory(known), "ok missing-segment ok ok");
    check(&old, &target[..2], memory(known), "ok ok deleted-target");
    check(&["Das Haus ist nicht alt.", old[1], old[2]], &target, memory(known), "stale ok ok");
}

#[test]
fn an_edit_of_the_target_renews_only_what_it_follows() {
    let known: &[(&[&str], &[&str])] = &[(&["Der Eintritt kostet 5 Euro."], &["Admission costs 5 euros."])];
    let new = ["Der Eintritt kostet 7 Euro."];
    check(&new, &["Admission costs 7 euros."], memory(known), "ok");
    check(&new, &["Entry costs 5 euros."], memory(known), "stale");
    check(&["Der Eintritt kostet 5 Euro."], &["Entry costs 5 euros."], memory(known), "ok");
}

#[test]
fn one_target_for_two_sources() {
    let known: &[(&[&str], &[&str])] =
        &[(&["Das Haus ist alt.", "Es steht am See."], &["The old house stands by the lake."])];
    let target = ["The old house stands by the lake."];
    check(&["Das Haus ist alt.", "Es steht am See."], &target, memory(known), "ok ok");
    check(&["Das Haus ist alt.", "Es steht am Meer."], &target, memory(known), "ok stale");
    check(&["Das Haus ist alt."], &target, memory(known), "stale");
}

#[test]
fn several_sources_that_became_one() {
    // A witness that knows where each of them stands now.
    let check = |known: &[(&[&str], &[&str])], source: &str, target: &[&str], want: &str| {
        let mut known = memory(known);
        for pair in &mut known.pairs {
            pair.traces = Some(vec![Trace { now: vec![0], since: None }; pair.source.len()]);
        }
        check(&[source], target, known, want);
    };
    let (learn, try_it) = ("Mehr erfahren", "Jetzt ausprobieren");
    let one: &[(&[&str], &[&str])] = &[(&[learn, try_it], &["Learn more Try it now"])];
    let two: &[(&[&str], &[&str])] = &[(&[learn], &["Learn more"]), (&[try_it], &["Try it now"])];
    check(one, "Mehr erfahren: jetzt ausprobieren", &["Learn more Try it now"], "stale-minor");
    check(one, "Mehr erfahren und kaufen", &["Learn more Try it now"], "stale");
    check(two, "Mehr erfahren. Jetzt ausprobieren.", &["Learn more", "Try it now"], "stale-minor");
    check(two, "Mehr erfahren. Später ausprobieren.", &["Learn more", "Try it now"], "stale");
    check(two, "Mehr erfahren und jetzt ausprobieren", &["Learn more", "Try it now"], "stale-minor");
    check(two, "Mehr erfahren oder jetzt ausprobieren", &["Learn more", "Try it now"], "stale");
}

#[test]
fn a_repeated_source_that_stands_once_more() {
    let known: &[(&[&str], &[&str])] = &[(&["Kopf und Rumpf", "Kopf und Rumpf"], &["Head and body"])];
    check(&["Kopf und Rumpf", "Kopf und Rumpf"], &["Head and body"], memory(known), "ok ok");
    check(&["Kopf und Rumpf"], &["Head and body"], memory(known), "ok");
}

#[test]
fn leftovers_in_the_source_language_are_untranslated() {
    check(&["Der Garten ist offen."], &["Der Garten ist offen."], memory(&[]), "untranslated-copy");
    check(&["Radio 4"], &["Radio 4"], memory(&[]), "unverified");
    check(
        &["Die Gäste kommen am Morgen."],
        &["Die Werkstatt öffnet im März wieder ihre Türen für alle Gäste."],
        memory(&[]),
        "wrong-language",
    );
}

/// What repeats the source as it was when the target was made was not translated then either.
#[test]
fn a_leftover_stays_one_when_its_source_is_edited() {
    let left = |then: &'static str, now: &str, want: &str| {
        check(&[now], &[then], memory(&[(&[then], &[then])]), want);
    };
    left("2005: Umzug in eine Garage", "1976: Umzug in den alten Bahnhof", "untranslated-copy");
    left("Im Notfall rufen Sie sofort den Arzt!", "Im Notfal rufen Sie sofort den Arzt!", "untranslated-copy");
    // Names and numbers are the same in both languages.
    left("Radio Bremen 4", "Radio Bremen 5", "stale");
    left("555 0199", "555 0100", "stale");
    let (then, half, rest) = ("Die Tür ist zu; das Tor ist auf.", "Die Tür ist zu.", "Das Tor ist auf.");
    check(&[half, rest], &[then], memory(&[(&[then], &[then])]), "untranslated-copy untranslated-copy");
}

#[test]
fn repeated_segments() {
    let known: &[(&[&str], &[&str])] = &[
        (&["Frage 1:"], &["Question 1:"]),
        (&["Antwort:"], &["Answer:"]),
        (&["Frage 2:"], &["Question 2:"]),
        (&["Antwort:"], &["Answer:"]),
    ];
    let source = ["Frage 1:", "Antwort:", "Frage 2:", "Antwort:"];
    let target = ["Question 1:", "Answer:", "Question 2:", "Answer:"];
    check(&source, &target, memory(known), "ok ok ok ok");
    // Two wordings of one source are both right.
    check(
        &["Willkommen bei uns."],
        &["Welcome to us.", "Be welcome here."],
        memory(&[(&["Willkommen bei uns."], &["Welcome to us."]), (&["Willkommen bei uns."], &["Be welcome here."])]),
        "ok",
    );
}

/// Source and target of a segment, before and after both were edited: whether the target's edit followed the source's
/// (`ok`), did not (`stale`), or whether that cannot be told (`doubtful`).
fn followed(languages: (&str, &str), source: (&str, &str), target: (&str, &str), want: &str) {
    let languages: [Language; 2] = [languages.0.parse().unwrap(), languages.1.parse().unwrap()];
    let page = Page {
        source_language: &languages[0],
        target_language: &languages[1],
        languages: &languages,
        source: &passages(&[source.1]),
        target: &passages(&[target.1]),
        code: &[],
        testimonies: &[memory(&[(&[source.0], &[target.0])])],
    };
    let verdict = judge(&page, &mut || panic!("nothing is left over: {source:?} {target:?}"));
    let status = &verdict.segments[0];
    let trust = Provenance::Memory.trust().get();
    let doubtful = status.base.as_ref().unwrap().confidence.get() < 0.7 * trust;
    let got = match status.state {
        SyncState::Current => "ok",
        SyncState::Stale if doubtful => "doubtful",
        SyncState::Stale => "stale",
        other => other.as_str(),
    };
    assert_eq!(got, want, "{source:?} {target:?}");
}

#[test]
fn what_follows_the_source_is_told_from_what_does_not() {
    let check = |source, target, want| followed(("de", "en"), source, target, want);
    let price = ("Der Eintritt kostet 5 Euro.", "Der Eintritt kostet 7 Euro.");
    check(price, ("Admission costs 5 euros.", "Admission costs 7 euros."), "ok");
    check(price, ("Admission costs 5 euros.", "Entry costs 5 euros."), "stale");
    check(price, ("Admission costs 5 euros.", "Admission costs 5 euros!"), "stale");
    let dogs = ("Hunde dürfen in den Garten.", "Hunde dürfen nicht in den Garten.");
    check(dogs, ("Dogs may enter the garden.", "Dogs may not enter the garden."), "ok");
    check(dogs, ("Dogs may enter the garden.", "Dogs may enter the park."), "stale");
    let hours = ("Wir öffnen um 17 Uhr.", "Wir öffnen um 18 Uhr.");
    check(hours, ("We open at 5 pm.", "We open at 6 pm."), "ok");
    let names = ("Frau Weber leitet das Haus.", "Frau Keller leitet das Haus.");
    check(names, ("Ms Weber runs the house.", "Ms Keller runs the house."), "ok");
    check(names, ("Ms Weber runs the house.", "Ms Weber leads the house."), "stale");
}

/// A name that both sides gained is the same name in any script.
#[test]
fn names_are_known_across_scripts() {
    let names = [["Müller", "Мюллер", "مولر"], ["Berlin", "Берлин", "برلين"], ["Brandt", "Брандт", "براندت"]];
    let german = |name: &str| ("Die Familie kommt.".to_owned(), format!("Die Familie {name} kommt."));
    let russian = |name: &str| ("Приедет семья.".to_owned(), format!("Приедет семья {name}."));
    let arabic = |name: &str| ("تأتي العائلة.".to_owned(), format!("تأتي العائلة {name}."));
    for (at, [latin, cyrillic, _]) in names.iter().enumerate() {
        for (number, [_, other_cyrillic, other_arabic]) in names.iter().enumerate() {
            let want = if at == number { "ok" } else { "doubtful" };
            let check = |tags: (&str, &str), source: (String, String), target: (String, String)| {
                followed(tags, (&source.0, &source.1), (&target.0, &target.1), want);
            };
            check(("de", "ru"), german(latin), russian(other_cyrillic));
            check(("de", "ar"), german(latin), arabic(other_arabic));
            check(("ru", "ar"), russian(cyrillic), arabic(other_arabic));
        }
    }
}

/// So is a number that both gained, whatever its digits and separators.
#[test]
fn numbers_are_known_in_any_digits() {
    let check = |source: &str, target: &str, want: &str| {
        let new = (format!("Es kamen {source} Leute."), format!("{target} people came."));
        let old = ("Es kamen ganz viele liebe Leute.", "Many people came.");
        followed(("de", "en"), (old.0, &new.0), (old.1, &new.1), want);
    };
    check("1.234", "1234", "ok");
    check("1.234", "1,234", "ok");
    check("1.234", "234", "doubtful");
    check("30,2", "٣٠٫٢", "ok");
    check("30,2", "302", "doubtful");
    check("12.03.2024", "2024", "ok");
    check("12.03.2024", "03", "ok");
    check("12.03.2024", "1203", "doubtful");
}

/// A witness that followed the sources knows where each is; what stands in another order than the targets was moved.
#[test]
fn what_moved_is_told_from_what_stayed() {
    let check = |numbers: &[usize], want: &[usize]| {
        let languages: [Language; 2] = ["de".parse().unwrap(), "en".parse().unwrap()];
        let count = numbers.iter().max().map_or(0, |most| most + 1);
        let of = |word: &str, number: usize| Passage::new(format!("{word} {number}."));
        let pair = |(at, number): (usize, &usize)| BasePair {
            traces: Some(vec![Trace { now: vec![*number], since: None }]),
            ..BasePair::new(vec![of("Satz", *number)], vec![of("Sentence", at + 100)], base(Provenance::History))
        };
        let testimony = Testimony { pairs: numbers.iter().enumerate().map(pair).collect(), ..Testimony::default() };
        let page = Page {
            source_language: &languages[0],
            target_language: &languages[1],
            languages: &languages,
            source: &(0..count).map(|number| of("Satz", number)).collect::<Vec<_>>(),
            target: &(0..numbers.len()).map(|at| of("Sentence", at + 100)).collect::<Vec<_>>(),
            code: &[],
            testimonies: &[testimony],
        };
        let verdict = judge(&page, &mut Alignment::default);
        let moved = verdict.segments.iter().filter(|status| status.circumstances.contains(&Circumstance::Moved));
        assert_eq!(moved.filter_map(|status| status.source).collect::<Vec<_>>(), want, "{numbers:?}");
    };
    check(&[], &[]);
    check(&[0, 1, 2], &[]);
    check(&[1, 1, 2], &[]);
    check(&[4, 0, 1, 2, 3], &[4]);
    check(&[1, 2, 3, 0], &[0]);
    check(&[0, 3, 1, 2, 4], &[3]);
}

/// A heading that calls a command by its name is the same in every language; what only looks alike is a leftover.
#[test]
fn a_name_of_the_page_s_code_is_no_leftover() {
    let languages = languages(&["en", "de"]);
    let rule = |code: &[&str], text: &str| {
        let page = Page {
            source_language: &languages[0],
            target_language: &languages[1],
            languages: &languages,
            source: &passages(&[text]),
            target: &passages(&[text]),
            code,
            testimonies: &[],
        };
        judge(&page, &mut Alignment::default).segments[0].rule
    };
    let code = [
        "garden shelf clear [flags]",
        "  $ garden path",
        "try it once more now",
        "# plant the seeds",
        "# Opening hours are here",
        "say \"please try again later\"",
    ];
    assert_ne!(rule(&code, "garden shelf clear"), Some(Rule::UntranslatedCopy));
    assert_eq!(rule(&[], "garden shelf clear"), Some(Rule::UntranslatedCopy));
    assert_eq!(rule(&code, "garden path"), rule(&code, "garden shelf clear"));
    assert_eq!(rule(&code, "garden shelf, garden path"), rule(&code, "garden shelf clear"));
    // What only looks alike, begins a sentence, or is said in the code.
    for leftover in
        ["garden path, garden gate", "arden shelf clear", "Opening hours are here", "please try again later"]
    {
        assert_eq!(rule(&code, leftover), Some(Rule::UntranslatedCopy), "{leftover}");
    }
}

fn languages(tags: &[&str]) -> Vec<Language> {
    tags.iter().map(|tag| tag.parse().unwrap()).collect()
}

/// What a target is taken for in a project of these languages.
fn judged(languages: &[Language], source: &str, target: &str, into: &str, want: Option<&str>) {
    let got = foreign(source, target, &into.parse().unwrap(), languages).map(|foreign| match foreign {
        Foreign::Copy => "copy".to_owned(),
        Foreign::Other(language) => language.to_string(),
    });
    assert_eq!(got.as_deref(), want, "{source:?} / {target:?} in {into}");
}

#[test]
fn tells_a_translation_from_a_leftover() {
    let languages = languages(&["de", "en", "ru", "ar"]);
    let check = |source: &str, target: &str, into: &str, want: Option<&str>| {
        judged(&languages, source, target, into, want);
    };
    check("Der Eintritt ist frei.", "Der Eintritt ist frei.", "en", Some("copy"));
    check("Der Eintritt ist frei.", "Der\u{A0}Eintritt ist frei!", "ru", Some("copy"));
    check("Der Eintritt ist frei.", "Вход свободный.", "ru", None);
    check("Der Eintritt ist frei.", "الدخول مجاني.", "ar", None);
    check("Rita Sommer", "Rita Sommer", "en", None);
    check("Rita Sommer", "Rita Sommer", "ru", None);
    check("30,2 %", "30,2 %", "ru", None);
    check("https://a.example/b", "https://a.example/b", "ar", None);
    check("offen", "offen", "ru", Some("copy"));
    check("Aktuelles", "Aktuelles", "en", None);
    check("Alt.", "Der Garten ist im Winter für alle geschlossen.", "ru", Some("de"));
    check("Neu ist das.", "Die Werkstatt öffnet im März wieder ihre Türen für alle Gäste.", "en", Some("de"));
    check("Das gibt es.", "Holz: 30,2 %", "en", None);
    let footnote = "*World Clock Union – Всемирный союз часовщиков – Weltbund der Uhrmacher";
    check(footnote, footnote, "en", None);
    let address = "https://statistik.example/uhren/wecker.html#tabelle";
    check(&format!("(Quelle: {address})"), &format!("(Источник: {address})"), "ru", None);
    check(&format!("(Quelle: {address})"), &format!("(Source: {address})"), "en", None);
    check("Weltbund der Uhrmacher", "*World Clock Union – Всемирный союз часовщиков", "en", None);
    check("Radio Bremen Mitte West", "Radio Bremen Mitte West", "ru", None);
    check("Öffnungszeiten im Winter", "Öffnungszeiten im Winter", "en", Some("copy"));
}

/// Two words are a copy where they are plainly none of the target's language; names and terms are not.
#[test]
fn a_few_everyday_words_tell_a_leftover() {
    let languages = languages(&["de", "en", "ru", "ar", "fr", "sv"]);
    let same = |text: &str, into: &[&str], want: Option<&str>| {
        into.iter().for_each(|into| judged(&languages, text, text, into, want));
    };
    same("Sicherung zurückspielen", &["en", "fr", "ru", "ar", "ja"], Some("copy"));
    // Capitals may be a name, and of some languages no words are known.
    same("Neue Zeit", &["en", "fr", "ru", "ar"], None);
    same("Sicherung zurückspielen", &["sv"], None);
    same("Pull request", &["de", "fr", "ru", "ar"], None);
    // Cognates, and what several languages say.
    let pair = |one: &str, other: &str| vec![one.parse().unwrap(), other.parse().unwrap()];
    judged(&pair("es", "pt"), "Portal turístico", "Portal turístico", "pt", None);
    judged(&pair("de", "nl"), "Theoretisch spannend", "Theoretisch spannend", "nl", None);
    judged(&pair("fr", "nl"), "Passage original", "Passage original", "nl", None);
    same("Service Level", &["de", "ru", "ar"], None);
    same("Happy hour", &["de", "ru", "ar"], None);
    // A cousin's words are no terms, and no term keeps a script of its own.
    same("Fehler melden", &["en", "ru", "ar"], Some("copy"));
    same("Забыли пароль", &["en", "de", "ar"], Some("copy"));
    same("Opening hours", &["ru", "ar"], None);
    same("Restaurant Sommer", &["ru"], None);
    same("Sicherung", &["en", "ru"], None);
    // Of an English source, they are loans only where they are written alike.
    let from_english = |into: &str| [pair("en", into), vec!["de".parse().unwrap()]].concat();
    judged(&from_english("ru"), "Next steps", "Next steps", "ru", Some("copy"));
    judged(&from_english("ar"), "Next steps", "Next steps", "ar", Some("copy"));
    judged(&from_english("fr"), "Happy hour", "Happy hour", "fr", None);
}

/// A language is in its script, whichever that is; of a language that nobody knows, the script tells nothing.
#[test]
fn a_script_of_its_own_is_no_leftover() {
    let languages = languages(&["en", "bn", "ta", "ka", "ru", "qaa"]);
    let check = |source: &str, target: &str, into: &str, want: Option<&str>| {
        judged(&languages, source, target, into, want);
    };
    let english = "The workshop opens every Saturday.";
    check(english, "কর্মশালাটি প্রতি শনিবার সকাল দশটায় খোলে।", "bn", None);
    check(english, "பட்டறை ஒவ்வொரு சனிக்கிழமையும் திறக்கும்.", "ta", None);
    check(english, "სახელოსნო იხსნება ყოველ შაბათს.", "ka", None);
    check(english, "The workshop is open on every Saturday.", "bn", Some("en"));
    check(english, "Мастерская открывается каждую субботу утром.", "qaa", None);
}

/// What a translation keeps of its source, names above all, may be the most of it.
#[test]
fn a_translation_that_keeps_many_names_is_one() {
    let languages = languages(&["en", "de", "es", "ja", "el"]);
    let check = |source: &str, target: &str, into: &str, want: Option<&str>| {
        judged(&languages, source, target, into, want);
    };
    check("the shelf in garden three", "The Shelf in Garden Three", "es", Some("copy"));
    check("the shelf in garden three", "The shelf in garden three", "de", Some("copy"));
    let save = "Click the save button to keep your changes before you leave.";
    check(save, &save.replace("save", "Save"), "de", Some("copy"));
    check("(DISCONTINUED in Garden 3)", "(EINGESTELLT in Garden 3)", "de", None);
    check("(DISCONTINUED in Garden 3)", "(DISCONTINUED in Garden 3)", "de", Some("copy"));
    let sold = "Garden Online, Garden Dedicated, Garden Container Platform (version >= 3) or Garden Origin";
    let verkauft = "Garden Online, Garden Dedicated, Garden Container Platform (Version >= 3) oder Garden Origin";
    let (source, target) =
        (format!("Seeds grow out of the box on {sold}."), format!("Samen keimen sofort auf {verkauft}."));
    check(&source, &target, "de", None);
    let said = "'WARNING: the \"shelf.of.seeds\" is \"stable\" and will be emptied and closed on March 13, 2020.'";
    check(&format!("I am getting the warning {said}"), &format!("Recibo siempre la advertencia {said}"), "es", None);
    let empty = "Setzen Sie auf \"\" and the server will never write any more logs to the disk of this machine.";
    check(
        "Set it to \"\" and the server will never write any more logs to the disk of this machine.",
        empty,
        "de",
        Some("en"),
    );
    let romance: Vec<Language> = ["en", "es", "fr"].iter().map(|tag| tag.parse().unwrap()).collect();
    let booked = "Réservez en ligne, payez en espèces à votre arrivée.";
    judged(&romance, "Book online, pay in cash when you arrive.", booked, "es", Some("fr"));
    // A half of a sentence is no list.
    let half =
        "Besuchen Sie unseren Laden: there you will find books, postcards and a great many small presents for you.";
    check(
        "In our shop you will find books, postcards and a great many small presents for you.",
        half,
        "de",
        Some("en"),
    );
    let older = "The instructors will welcome all visitors at the gate and take you to your rooms.";
    check("The trainers will greet all guests at the entrance and take you to your rooms.", older, "de", Some("en"));
    check(
        "It is open every Saturday from nine until noon.",
        "庭 is open every Saturday from nine until noon.",
        "ja",
        Some("en"),
    );
    let other = "I was getting a warning about \"Unable to get an update from the \"stable\" garden shelf\"";
    check(other, "Recibía siempre «Unable to get an update from the \"stable\" garden shelf»", "es", None);
    let names = "append (mustAppend), chunk, compact (mustCompact), concat, first (mustFirst), has (mustHas), initial";
    check(&format!("It provides the functions {names}."), &format!("Es bietet die Funktionen {names}."), "de", None);
    let kept = "first, rest, initial, last, append, prepend, concat, reverse, compact, until, contains, chunk";
    check(&format!("These are the functions for lists: {kept}."), &format!("値：{kept}。"), "ja", None);
    check("By hand: garden install seeds", "Χειροκίνητα: garden install seeds", "el", None);
    let crafts = "The gardener studies the stamps under the name “Old Crafts” in winter.";
    check("Der Gärtner untersucht im Winter die Briefmarken unter dem Namen „Altes Handwerk“.", crafts, "en", None);
    // Few words differ, and they are English, too.
    let (older, newer) =
        ("Many of the plants in the public greenhouse are young.", "Many of the plants in our garden are young.");
    check(newer, older, "de", Some("en"));
    let left = "値： you will not find any of the older plants in this greenhouse.";
    check("You will not find any of the plants here.", left, "ja", Some("en"));
}

#[test]
fn identifiers_and_kin_are_in_no_language() {
    let languages = languages(&["en", "es", "pt", "ja", "zh", "ru"]);
    let check = |source: &str, target: &str, into: &str, want: Option<&str>| {
        judged(&languages, source, target, into, want);
    };
    let same = |text: &str, into: &str| check(text, text, into, None);
    same("Tomcat JDBC Pool", "ja");
    same("none", "zh");
    same("value = 2, name = lemon, colour = yellow", "ja");
    check("Set name = lemon in the left pane.", "Set name = lemon in the left pane.", "ja", Some("copy"));
    check("true", "true true true true true", "ja", None);
    check("→ read more here", "→ read more here", "es", Some("copy"));
    let sign = "$ is the sign of the dollar, and everybody takes it";
    check(sign, sign, "es", Some("copy"));
    check("home => opening hours", "home => opening hours", "es", Some("copy"));
    let typed = "$ make all builds everything and runs all of the tests.";
    check(typed, typed, "es", Some("copy"));
    same("$ garden pack ./shelf --key ours --ring ~/secret", "es");
    same("pkg-config", "es");
    same("react-native-app", "pt");
    same("http.client.response.body.size", "es");
    same("gRPC: export APP_ENDPOINT=\"https://example.org:443\"", "pt");
    same("HTTP Server Spans, HTTP Server Metrics", "zh");
    check("Keep the door closed.", "Keep the door closed.", "ja", Some("copy"));
    check("Select compare across files.", "点击 compare across files。", "zh", None);
    check("Go to the settings of the JVM agent.", "JVM エージェントの設定に移動します。", "ja", None);
    check("one", "Take note of the path to the archive.", "ja", Some("en"));
    let also = "También querrás configurar un exportador apropiado para enviar tus datos.";
    check("You'll want an exporter.", also, "es", None);
    check("You'll want an exporter.", also, "pt", None);
    // Titles and names.
    same("Functions as a Service", "ja");
    same("The Humans of the Garden", "es");
    same("by Robert Pająk, Splunk, a Cisco company; Iris Dyrmishi, Miro; Dan Gomez Blanco, New Relic", "zh");
    check("Go to Java and Process Management.", "转到 Java and Process Management > Process Definition。", "zh", None);
    check("Getting the door open", "Getting the door open", "ja", Some("copy"));
    check("It is closed.", "The garden is closed to all visitors until the end of March.", "es", Some("en"));
}
