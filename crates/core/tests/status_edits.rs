//! What an edit changed, and what became of the segments of a page.

use hexapla_core::language::Language;
use hexapla_core::status::{Change, DiffPart, EditKind, Passage, Slot, edit_kind, is_light, revise, word_diff};

#[test]
fn kinds_of_edits() {
    let check = |language: &str, old: &str, new: &str, want: Option<EditKind>| {
        let language: Language = language.parse().unwrap();
        let got = edit_kind(&Passage::new(old), &Passage::new(new), &language);
        assert_eq!(got, want, "{old:?} -> {new:?}");
    };
    use EditKind::*;
    check("de", "Ein Haus.", "Ein\u{A0}Haus.", None);
    check("de", "Vorstand", "Vor\u{AD}stand", None);
    check("de", "Komm her.", "Komm her!", Some(Punctuation));
    check("de", "Das „neue“ Haus – groß.", "Das »neue« Haus — groß.", Some(Punctuation));
    check("de", "Er kam und ging.", "Er kam, und ging.", Some(Punctuation));
    check("de", "Siehe https://a.example/x.", "Siehe https://b.example/y.", Some(Link));
    check("de", "Post an haus@a.example!", "Post an haus@b.example!", Some(Link));
    check("de", "Die Werkstat öffnet.", "Die Werkstatt öffnet.", Some(Spelling));
    check("de", "Der Gartne hilft den Leuten.", "Der Gartner hilft den Leuten.", Some(Wording));
    check("de", "Der ermäigte Preis gilt.", "Der ermäßigte Preis gilt.", Some(Spelling));
    check("de", "Bringen Sie Ihre Versichetenkarte mit.", "Bringen Sie Ihre Versichertenkarte mit.", Some(Spelling));
    check("de", "Es grüßt Sie Ihre Martina.", "Es grüßt Sie Ihre Marlina.", Some(Wording));
    check("de", "Es grüßt Sie Ihre Wilhelmine Maier.", "Es grüßt Sie Ihre Wilhalmine Maier.", Some(Wording));
    check("de", "Hinweise zur Anmeldung", "Hinweise zur Abmeldung", Some(Wording));
    check("de", "Die Kursanmeldung ist offen.", "Die Kursabmeldung ist offen.", Some(Wording));
    check("de", "Die Online-Anmeldung ist offen.", "Die Online-Abmeldung ist offen.", Some(Wording));
    check("de", "Bitte nehmen Sie den Aufgang.", "Bitte nehmen Sie den Ausgang.", Some(Wording));
    check("de", "Der Verkauf beginnt.", "Der Vorkauf beginnt.", Some(Wording));
    check("de", "Die Wanderung beginnt.", "Die Wabderung beginnt.", Some(Spelling));
    check("ru", "Пожалуйста, включите свет.", "Пожалуйста, выключите свет.", Some(Wording));
    check("de", "Öl-Betriebe schließen.", "Ölbetriebe schließen.", Some(Spelling));
    check("es", "El curso empieza en junio.", "El curso empieza en julio.", Some(Wording));
    check("de", "Er weiß, daß es regnet.", "Er weiß, dass es regnet.", Some(Spelling));
    check("de", "Der Kurs dauert einen Monat.", "Der Kurs dauert ein Quartal.", Some(Number));
    check("de", "Es endet am 18. Oktboer 2024.", "Es endet am 18. Oktober 2024.", Some(Spelling));
    check("de", "Es endet am 18. Oktboer 2024.", "Es endet am 19. Oktober 2024.", Some(Number));
    check("de", "Es endet am 18. Febuar 2024.", "Es endet am 18. Februar 2024.", Some(Spelling));
    check("de", "Es endet am 18. Oktobr 2024.", "Es endet am 18. Oktober 2024.", Some(Spelling));
    check("en", "It ends on 18 Febuary 2024.", "It ends on 18 February 2024.", Some(Spelling));
    check("ru", "До 18 сентебря.", "До 18 сентября.", Some(Spelling));
    check("en", "A town witout a library.", "A town without a library.", Some(Spelling));
    check("de", "Wer keienn hat, wartet.", "Wer keinen hat, wartet.", Some(Spelling));
    check("de", "Dort war nieand.", "Dort war niemand.", Some(Spelling));
    // Words, not slips.
    check("de", "Er hat kleinen Hunger.", "Er hat keinen Hunger.", Some(Negation));
    check("ru", "Здесь никогда жили монахи.", "Здесь некогда жили монахи.", Some(Negation));
    check("en", "He is noting it.", "He is nothing it.", Some(Negation));
    check("de", "Er kam nicht.", "Er kam leicht.", Some(Negation));
    check("de", "Sein erster Roman.", "Sein ernster Roman.", Some(Number));
    check("de", "Es dauert zwei Wochen.", "Es dauert zwei Wachen.", Some(Number));
    check("de", "Es sind 3 Tonnen.", "Es sind 3 Tannen.", Some(Number));
    check("en", "It took a month.", "It took a mouth.", Some(Number));
    check("en", "Three weeks passed.", "Three weeds passed.", Some(Number));
    check("de", "Es dauert 16 Moante.", "Es dauert 16 Monate.", Some(Spelling));
    check("de", "Es sind 28 Przoent.", "Es sind 28 Prozent.", Some(Spelling));
    check("de", "Es sind 28 Przoent.", "Es sind 29 Prozent.", Some(Number));
    check("de", "Es sind 28 %.", "Es sind 28 Prozent.", Some(Punctuation));
    check("de", "Das Aktenziechen BV-6 steht oben.", "Das Aktenzeichen BV-6 steht oben.", Some(Spelling));
    check("de", "Das sind Gruppenreisen.", "Das sind Gruppenriesen.", Some(Wording));
    check("en", "It ends in Febuary.", "It ends in February.", Some(Spelling));
    check("de", "Die Reisen waren lang.", "Die Riesen waren lang.", Some(Wording));
    check("de", "Es endet im Januar.", "Es endet im Februar.", Some(Number));
    check("de", "Es kostet 5 Euro.", "Es kostet 7 Euro.", Some(Number));
    check("de", "Es kostet 5 Euro.", "Es kostet 5 Dollar.", Some(Number));
    check("de", "Bei 17 Grad.", "Bei -17 Grad.", Some(Number));
    check("de", "Hunde dürfen hinein.", "Hunde dürfen nicht hinein.", Some(Negation));
    check("de", "Es gibt einen Zug.", "Es gibt keinen Zug.", Some(Negation));
    check("de", "Das Haus ist alt.", "Das Gebäude ist alt.", Some(Wording));
    check("de", "Das Haus am See.", "Das Maus am See.", Some(Wording));
    check("en", "It is customized version.", "It is a customized version.", Some(Wording));
    check("en", "Systems, is quite common.", "Systems, it is quite common.", Some(Wording));
    check("en", "It creates creates streams.", "It creates streams.", Some(Wording));
    let costs = "The cost of keeping it grows every single year as more application and systems are involved.";
    check("en", costs, &costs.replace("application", "applications"), Some(Wording));
    check("en", "The garden is open.", "The gardens are open.", Some(Wording));
    check("en", "It can fail.", "It will fail.", Some(Wording));
    check("en", "It is open.", "It was open.", Some(Wording));
    check("en", "It has to be open.", "It is open.", Some(Wording));
    check("en", "It lies in the garden.", "It lies on the garden.", Some(Wording));
    check("en", "Few come.", "A few come.", Some(Wording));
    check("de", "Er öffnet den Tor.", "Er öffnet das Tor.", Some(Wording));
    check("de", "Der Hof ist offen.", "Ein Hof ist offen.", Some(Wording));
    check("de", "Das Haus ist offen.", "Das Haus war offen.", Some(Wording));
    check("ru", "Сад открыт.", "Сады открыты.", Some(Wording));
    check("en", "A bed is one kind of home.", "A bed is a kind of home.", Some(Wording));
    check("en", "Bring a bag.", "Bring one bag.", Some(Wording));
    check("en", "Bring one bag.", "Bring two bags.", Some(Number));
    check("en", "Bring one of the bags.", "Bring the bags.", Some(Number));
    check("en", "It is the first bed.", "It is a bed.", Some(Number));
    // What stands right beside an address is no part of it.
    check("ja", "https://a.exampleを読む。", "https://a.exampleを書く。", Some(Wording));
    check("en", "See https://a.example/wiki/東京 now.", "See https://a.example/wiki/大阪 now.", Some(Link));
    check("ja", "https://a.exampleを読む。", "https://b.exampleを読む。", Some(Link));
    check("de", "Der Chor singt im Sommer.", "Der Chor singt am Montag.", Some(Wording));
    check("en", "It opens at 5 am.", "It opens at 5 pm.", Some(Number));
    for (right, wrong) in [
        ("Kirchenfenster", "Kirchenfenser"),
        ("Handschriften", "Handschrifen"),
        ("Orgelbauer", "Orgelbaur"),
        ("Apfelbäume", "Apfelbume"),
        ("Fundbüro", "Fundbro"),
        ("Jahresbericht", "Jahresberiht"),
    ] {
        check(
            "de",
            &format!("Hier sieht sie {right} am Ufer."),
            &format!("Hier sieht sie {wrong} am Ufer."),
            Some(Spelling),
        );
    }
    check("de", "Sie täuschen uns.", "Sie tuschen uns.", Some(Wording));
    check("de", "Reservieren Sie das?", "Reservierten Sie das?", Some(Wording));
    check("de", "Sie besuchen das Haus.", "Sie besuchten das Haus.", Some(Wording));
    check("de", "Machen Sie das?", "Machten Sie das?", Some(Wording));
    check("de", "Hier stehen Mutter und Vater.", "Hier stehen Mütter und Vater.", Some(Wording));
    check("de", "Hier stehen die Vaeter.", "Hier stehen die Vater.", Some(Wording));
    check("de", "Wir sehen den Baum.", "Wir sehen den Bauer.", Some(Wording));
    check("en", "You can enter.", "You cannot enter.", Some(Negation));
    // Letters of an abbreviation are no units.
    check("en", "Use it in other cases, e.g. in tests.", "Use it in other cases, for example in tests.", Some(Wording));
    check("en", "It weighs 5 g.", "It weighs 5 kg.", Some(Number));
    check("en", "Take 5 g. A spoon will do.", "Take 5 kg. A spoon will do.", Some(Number));
    check("de", "Der Preis beträgt 5 €/l.", "Der Preis beträgt 5 €/m.", Some(Number));
    check("en", "Bring a 5-m rope.", "Bring a 5-km rope.", Some(Number));
    check("de", "Dazu kommen 3 l Wasser.", "Dazu kommen 3 m Wasser.", Some(Number));
    check("en", "Read the colour guide.", "Read the color guide.", Some(Spelling));
    check("ru", "Он всё знает.", "Он все знает.", Some(Spelling));
    check("ru", "Вход свободный.", "Вход не свободный.", Some(Negation));
    check("ar", "الدخول مجاني.", "الدخول غير مجاني.", Some(Negation));
}

#[test]
fn edits_of_markup() {
    let german: Language = "de".parse().unwrap();
    let check = |old: &str, new: &str, want: Option<EditKind>| {
        let passage = |markup: &str| Passage::new("Ja.").with_markup(markup);
        assert_eq!(edit_kind(&passage(old), &passage(new), &german), want, "{old} -> {new}");
    };
    check("<b> </b>", "<b> </b>", None);
    check("<b> </b>", "<i> </i>", Some(EditKind::Markup));
    check("", "** **", Some(EditKind::Markup));
    check("<a href=\"/alt\"> </a>", "<a href=\"/neu\"> </a>", Some(EditKind::Link));
    check("[ ](alt.md)", "[ ](neu.md)", Some(EditKind::Link));
}

#[test]
fn diffs_restore_both_sides() {
    let check = |old: &str, new: &str| {
        let parts = word_diff(old, new);
        let side = |skip: fn(&DiffPart) -> bool| -> String {
            parts
                .iter()
                .filter(|part| !skip(part))
                .map(|part| match part {
                    DiffPart::Equal(text) | DiffPart::Deleted(text) | DiffPart::Inserted(text) => text.as_str(),
                })
                .collect()
        };
        assert_eq!(side(|part| matches!(part, DiffPart::Inserted(_))), old);
        assert_eq!(side(|part| matches!(part, DiffPart::Deleted(_))), new);
    };
    check("", "");
    check("Der  Preis: 5 Euro.", "Der Preis: 7\u{A0}Euro!");
    check("عربي نص", "عربي نص جديد");
    check("a\r\nb", "a b");
}

#[test]
fn edits_of_grammar() {
    let check = |language: &str, old: &str, new: &str, want: bool| {
        assert_eq!(is_light(old, new, &language.parse().unwrap()), want, "{old:?} -> {new:?}");
    };
    check("en", "It may fail.", "It might fail.", true);
    check("en", "Systems, is quite common.", "For systems, it is quite common.", true);
    check("en", "It is customized version.", "It is a customized version.", true);
    check("en", "Creates a a stream.", "Creates a stream.", true);
    check("en", "It creates creates streams.", "It creates streams.", true);
    check("en", "As more application are involved.", "As more applications are involved.", true);
    check("en", "A a the option of standalone layer.", "The option of a standalone layer.", true);
    check("en", "A language specific page.", "A language-specific page.", true);
    check("en", "It may fail.", "It must fail.", false);
    check("en", "It may fail.", "It may not fail.", false);
    check("en", "It takes a month.", "It takes a quarter.", false);
    check("en", "Dogs bite men.", "Men bite dogs.", false);
    check("en", "The garden is open.", "The garden and the yard are open.", false);
    check("en", "It costs 5 euros.", "It costs 7 euros.", false);
    check("en", "Ask Ms Weber.", "Ask Ms Keller.", false);
    check("en", "See more.", "See Propagators.", false);
    check("de", "Der Hof ist offen.", "Ein Hof ist offen.", true);
    check("de", "Die Miete steigt.", "Die Mieter steigt.", false);
    check("de", "Der Hof ist bis Mittag offen.", "Der Hof ist bis Abend offen.", false);
    check("ar", "الحديقة مفتوحة.", "حديقة مفتوحة.", false);
}

/// What stands before a `|` is a passage's name, before a `||` the place and the name of its slot.
fn version(texts: &[&str]) -> Vec<Passage> {
    let passage = |text: &&str| match text.split_once('|') {
        Some((slot, text)) if text.starts_with('|') => {
            let (place, name) = slot.split_once(' ').unwrap();
            let slot = Slot { name: name.to_owned(), place: place.parse().unwrap() };
            Passage::new(&text[1..]).with_slot(Some(slot.into()))
        }
        Some((name, text)) => Passage::new(text).with_name(Some(name.into())),
        None => Passage::new(*text),
    };
    texts.iter().map(passage).collect()
}

/// Changes in order, in a short form: `=` same, `~` edited, `+` added, `-` removed, `s` split, `m` merged, with `^`
/// for moved.
fn check(old: &[&str], new: &[&str], want: &str) {
    let got: Vec<String> = revise(&version(old), &version(new))
        .into_iter()
        .map(|revision| {
            let sign = match revision.change {
                Change::Same => "=",
                Change::Edited => "~",
                Change::Added => "+",
                Change::Removed => "-",
                Change::Split => "s",
                Change::Merged => "m",
            };
            format!("{sign}{}", if revision.moved { "^" } else { "" })
        })
        .collect();
    assert_eq!(got.join(" "), want, "{old:?} -> {new:?}");
}

#[test]
fn every_kind_of_change() {
    check(&[], &[], "");
    check(&["A b c."], &["A b c."], "=");
    check(&["A\u{A0}b  c."], &["A b c."], "=");
    check(&[], &["Neu."], "+");
    check(&["Alt."], &[], "-");
    check(&["Eins zwei.", "Drei vier."], &["Drei vier.", "Eins zwei."], "=^ =");
    check(&["Der Preis ist 5 Euro.", "B"], &["Der Preis ist 7 Euro.", "B"], "~ =");
    check(&["Erster Satz. Zweiter Satz."], &["Erster Satz.", "Zweiter Satz."], "s");
    check(&["Erster Satz.", "Zweiter Satz."], &["Erster Satz. Zweiter Satz."], "m");
    check(
        &["Der Garten öffnet im Mai.", "Hunde bleiben draußen.", "Es gibt Tee."],
        &["Der Garten öffnet im Mai.", "Es gibt Tee."],
        "= - =",
    );
    // Worded anew in the same place.
    check(
        &["A a.", "Gegründet wurde der Verein 1996 von sieben Funkern.", "Z z."],
        &["A a.", "Sieben Funker riefen den Verein 1996 ins Leben.", "Z z."],
        "= ~ =",
    );
    // One of two, and in its place rather than where its neighbours are now.
    let bell = "The bell in the tower only rings at New Year.";
    let bells = [
        "Nowadays our bell can be heard just at the turn of the year.",
        "Dinner is announced by a little bell in the hall.",
    ];
    check(
        &["X x.", "A a.", bell, "B b.", "C c.", "D d.", "E e.", "F f."],
        &["X x.", bells[0], "C c.", "D d.", "E e.", "F f.", "A a.", bells[1], "B b."],
        "= ~ = = = = =^ + =^",
    );
    // So it is where the neighbours moved with it.
    check(
        &["L l.", "M m.", "N n.", "A a.", "Die Glocke im Turm läutet nur noch zu Neujahr.", "Z z."],
        &["A a.", "Die Glocke im Turm ist gesprungen und wird gerade umgegossen.", "Z z.", "L l.", "M m.", "N n."],
        "=^ ~^ =^ = = =",
    );
    // What a cell of a table says now, it says instead.
    let row = ["A a.", "Mittwoch", "1 mittwoch||Nur nach Anmeldung", "2 mittwoch||Frau Sommer", "Z z."];
    check(&row, &["A a.", "Mittwoch", "1 mittwoch||Geschlossen", "2 mittwoch||Frau Sommer", "Z z."], "= = ~ = =");
    check(&row, &["A a.", "Freitag", "1 freitag||Geschlossen", "2 freitag||Frau Sommer", "Z z."], "= - - + + = =");
    // But a column that comes in between takes nobody's place.
    check(
        &row,
        &[
            "A a.",
            "Mittwoch",
            "1 mittwoch||14 Uhr",
            "2 mittwoch||Nur nach Anmeldung",
            "3 mittwoch||Frau Sommer",
            "Z z.",
        ],
        "= = + = = =",
    );
    // A row begins with something else, and goes on as it did.
    check(&row, &["A a.", "Freitag", "1 freitag||Nur nach Anmeldung", "2 freitag||Frau Sommer", "Z z."], "= ~ = = =");
    // A cell that is still there keeps its own words, whose ever are the same.
    check(
        &["Dienstag", "1 dienstag||offen", "Freitag", "1 freitag||offen", "Samstag", "1 samstag||zu"],
        &["Dienstag", "1 dienstag||zu", "Freitag", "1 freitag||offen"],
        "= ~ = = - -",
    );
    // Cells do not exchange what they say, neither rows nor columns, whatever is the same there.
    let days = |tuesday: &'static str, friday: &'static str| ["Dienstag", tuesday, "Freitag", friday];
    check(
        &days("1 dienstag||9 bis 12 Uhr", "1 freitag||14 bis 18 Uhr"),
        &days("1 dienstag||14 bis 18 Uhr", "1 freitag||9 bis 12 Uhr"),
        "= ~ = ~",
    );
    check(
        &days("1 dienstag||9 bis 12 Uhr", "1 freitag||14 bis 18 Uhr"),
        &days("1 dienstag||14 bis 18 Uhr", "1 freitag||Geschlossen"),
        "= ~ = ~",
    );
    let halves = ["Tag", "1 tag||Vormittags", "2 tag||Nachmittags", "Freitag", "1 freitag||offen", "2 freitag||zu"];
    let mut other = halves;
    (other[4], other[5]) = ("1 freitag||zu", "2 freitag||offen");
    check(&halves, &other, "= = = = ~ ~");
    // A column that comes in takes nobody's place though a row says the same in all of them.
    let head = ["Tag", "1 tag||Dienstag", "2 tag||Mittwoch"];
    let rows = ["Haus", "1 haus||offen", "2 haus||offen", "Hof", "1 hof||Tanz", "2 hof||Schach"];
    let more = ["Tag", "1 tag||Montag", "2 tag||Dienstag", "3 tag||Mittwoch"];
    let wider = ["Haus", "1 haus||offen", "2 haus||offen", "3 haus||offen", "Hof", "1 hof||Ruhe", "2 hof||Tanz"];
    check(&[&head[..], &rows].concat(), &[&more[..], &wider, &["3 hof||Schach"]].concat(), "= + = = = = = + = + = =");
    // Rows that are only numbered get other names when one comes or goes, and take nobody's place.
    let weeks = ["Woche 1", "1 woche 1||A a", "Woche 2", "1 woche 2||B b", "Woche 3", "1 woche 3||C c"];
    let shifted = [&weeks[..1], &["1 woche 1||N n"], &weeks[2..3], &["1 woche 2||A a"], &weeks[4..5]].concat();
    let shifted = [&*shifted, &["1 woche 3||B b", "Woche 4", "1 woche 4||C c"]].concat();
    check(&weeks, &shifted, "= + =^ = =^ = + =");
    check(&shifted, &weeks, "= - =^ = =^ = - =");
    // Every price goes up to what the next row cost: nobody has moved, as no name was numbered anew.
    let prices = |of: [&'static str; 4]| {
        ["Kinder", of[0], "Schüler", of[1], "Gäste", of[2], "Gruppen", of[3]].map(str::to_owned).to_vec()
    };
    let (cheap, dear) = (
        prices(["1 kinder||5 €", "1 schüler||6 €", "1 gäste||7 €", "1 gruppen||8 €"]),
        prices(["1 kinder||6 €", "1 schüler||7 €", "1 gäste||8 €", "1 gruppen||9 €"]),
    );
    fn texts(of: &[String]) -> Vec<&str> {
        of.iter().map(String::as_str).collect()
    }
    check(&texts(&cheap), &texts(&dear), "= ~ = ~ = ~ = ~");
    // A head that stays says that its column does, however many rows exchange what they say.
    let both = ["Tag", "1 tag||Vormittags", "2 tag||Nachmittags", "Freitag", "1 freitag||offen", "2 freitag||zu"];
    let samstag = ["Samstag", "1 samstag||Schach", "2 samstag||Tanz"];
    let flipped = ["Freitag", "1 freitag||zu", "2 freitag||offen", "Samstag", "1 samstag||Tanz", "2 samstag||Schach"];
    check(&[&both[..], &samstag].concat(), &[&both[..3], &flipped].concat(), "= = = = ~ ~ = ~ ~");
    // A row that comes in behind them explains nothing of what is in front of it.
    let halls = ["Saal 1", "1 saal 1||Chorprobe", "Saal 2", "1 saal 2||Tanzabend"];
    let swapped = ["Saal 1", "1 saal 1||Tanzabend", "Saal 2", "1 saal 2||Chorprobe", "Saal 3", "1 saal 3||Lesung"];
    check(&halls, &swapped, "= ~ = ~ + +");
    // But columns may, with their heads, and rows go with their names.
    (other[1], other[2]) = ("1 tag||Nachmittags", "2 tag||Vormittags");
    check(&halves, &other, "= =^ = = =^ =");
    check(
        &["Dienstag", "1 dienstag||9 bis 12 Uhr", "Freitag", "1 freitag||14 bis 18 Uhr"],
        &["Freitag", "1 freitag||14 bis 18 Uhr", "Dienstag", "1 dienstag||9 bis 12 Uhr"],
        "=^ =^ = =",
    );
    // What is new beside a cell is no part of it, however unlike the cell has become itself.
    let below = ["A a.", "Mittwoch", "1 mittwoch||Nie", "2 mittwoch||Frau Sommer", "Hunde dürfen nicht in den Garten."];
    check(&row[..4], &below, "= = ~ = +");
    // Sentence by sentence.
    check(
        &["A a.", "1 mittwoch||Vormittags.", "1 mittwoch||Bitte klingeln."],
        &["A a.", "1 mittwoch||Geschlossen.", "1 mittwoch||Niemand ist da."],
        "= ~ ~",
    );
    // A slot of the same name in another part of the page is another one.
    check(
        &["A a.", "1 preis||Preis: 5 Euro", "B b.", "C c."],
        &["A a.", "B b.", "C c.", "1 preis||Preis: auf Anfrage"],
        "= - = = +",
    );
    // Something else altogether in the same place is no edit.
    check(&["A a.", "Hunde bleiben draußen.", "Z z."], &["A a.", "Der Eintritt ist frei.", "Z z."], "= - + =");
}

/// A figure alone is what stands beside the same words, whatever it says.
#[test]
fn figures_stay_beside_their_words() {
    check(&["Chor", "5 €", "Yoga", "7 €"], &["Chor", "7 €", "Yoga", "5 €"], "= ~ = ~");
    check(
        &["Chor", "5 €", "Yoga", "6 €", "Bogen", "7 €"],
        &["Chor", "6 €", "Yoga", "7 €", "Bogen", "8 €"],
        "= ~ = ~ = ~",
    );
    check(&["Plätze", "20", "30", "Ende"], &["Plätze", "25", "35", "Ende"], "= ~ ~ =");
    check(&["Plätze", "20", "30", "Ende"], &["Plätze", "20", "25", "30", "Ende"], "= = + = =");
    check(&["3.5.", "Konzert", "4.6.", "Lesung"], &["4.6.", "Konzert", "3.5.", "Lesung"], "~ = ~ =");
    // They go where their words go.
    check(&["3.5.", "Konzert", "4.6.", "Lesung"], &["4.6.", "Lesung", "3.5.", "Konzert"], "=^ =^ = =");
    check(&["20", "Plätze", "30", "Räume"], &["20", "Plätze", "25", "Türen", "30", "Räume"], "= = + + = =");
    // What only counts the rows says nothing of them.
    check(
        &["1", "Anna", "2", "Bert", "3", "Cem"],
        &["1", "Anna", "2", "Dora", "3", "Bert", "4", "Cem"],
        "= = = + =^ = + =",
    );
}

/// One word in another form is the same label; and what is elsewhere was moved, where it is so much more alike.
#[test]
fn labels_inflect_and_sections_change_places() {
    check(&["Sammler", "Prüfer für Kübernetes", "Z z."], &["Sammlerinnen", "Prüfer für Kubernetes", "Z z."], "~ ~ =");
    let (format, name) = ("FORMAT der Texte", "NAME der Texte");
    check(
        &[
            "A a.",
            name,
            "Hier wird geprüft, ob alle Texte gut gesetzt sind.",
            "P p.",
            format,
            "Hier wird geprüft, ob alle Namen klein geschrieben sind.",
            "Q q.",
            "Z z.",
        ],
        &[
            "A a.",
            format,
            "Hier wird geprüft, ob alle Texte nach Regeln gesetzt sind.",
            "P p.",
            name,
            "Hier stehen zwei Dinge.",
            "Alle Namen sind klein geschrieben.",
            "Q q.",
            "Z z.",
        ],
        "= = ~^ =^ =^ + ~ = =",
    );
}

#[test]
fn edits_join_and_part_segments() {
    let (one, two) = ("Das ist der dritte Schritt auf dem Weg.", "Damit steht er neben dem zweiten Schritt.");
    let both = "Das ist der dritte Schritt auf dem Weg, und so steht er neben dem zweiten Schritt.";
    check(&["Eins.", one, two, "Ende."], &["Eins.", both, "Ende."], "= ~ =");
    check(&["Eins.", both, "Ende."], &["Eins.", one, two, "Ende."], "= ~ =");
    // Most of a neighbour's words are in what was added.
    check(
        &["A a.", "Der Hof mit dem alten Brunnen und der langen Mauer ist offen.", "Er hat drei Tore.", "B b."],
        &["A a.", "Der Hof mit dem alten Brunnen und der langen Mauer ist offen und hat drei Tore.", "B b."],
        "= ~ =",
    );
    check(&["Der Garten öffnet im Mai.", "Hunde bleiben draußen."], &["Der Garten öffnet im April."], "~ -");
    check(&["Der Garten öffnet im Mai."], &["Der Garten öffnet im April.", "Es gibt Tee."], "~ +");
}

/// What a sentence said is said still, and more, or less.
#[test]
fn sentences_that_go_on() {
    let (short, long) =
        ("Startet den Sammler:", "Startet den Sammler, der an drei Türen hört, von denen zwei immer offen sind:");
    check(&["A a.", short, "x = 1", "B b."], &["A a.", long, "y = 2", "B b."], "= ~ - + =");
    check(&["A a.", long, "x = 1", "B b."], &["A a.", short, "y = 2", "B b."], "= ~ - + =");
    // Too little to go by, and in another place.
    check(
        &["A a.", "Der Hof", "x = 1"],
        &["A a.", "Der Hof hört seit drei Jahren auf den Sammler.", "y = 2"],
        "= - - + +",
    );
    check(&["A a.", short, "B b."], &["A a.", "B b.", long], "= - = +");
    let longer = long.replace("immer", "auch im Winter und bei Regen, wenn niemand kommt, immer");
    check(&["A a.", &longer, "x = 1", "B b."], &["A a.", short, "y = 2", "B b."], "= - - + + =");
}

/// A heading keeps its anchor, a field its key.
#[test]
fn names_outlast_words() {
    check(
        &["#regeln|Regeln für Texte", "Ein Satz.", "Ende."],
        &["#texte|Texte", "Ein neuer Absatz steht hier.", "#regeln|Prüfung der Texte", "Ein Satz.", "Ende."],
        "+ + ~ = =",
    );
    check(&["title|Ausgaben", "Ende."], &["title|Ausgaben anderer", "linkTitle|Ausgaben", "Ende."], "~ + =");
    check(&["title|Ausgaben", "Ende."], &["linkTitle|Ausgaben", "Ende."], "= =");
    // Other words altogether are another title.
    check(&["title|Ausgaben", "Ende."], &["title|Wo der Garten liegt", "Ende."], "- + =");
    check(&["a|Eins zwei.", "b|Drei vier."], &["b|Drei vier.", "a|Eins zwei fünf."], "= ~^");
}

/// They are read sign by sign: an edit is no new sentence.
#[test]
fn edits_in_scripts_without_blanks() {
    check(
        &["花园的门是开着的。", "狗必须留在外面。", "这里有茶。"],
        &["这里有茶。", "花园的大门是开着的。", "狗请留在外面。"],
        "= ~^ ~^",
    );
    check(&["コレクターを使う。"], &["コレクターを使います。"], "~");
    check(&["花园开放。"], &["狗必须留在外面。"], "- +");
}

#[test]
fn repeated_segments_keep_their_order() {
    check(
        &["Frage 1:", "Antwort:", "Ja.", "Frage 2:", "Antwort:", "Ja."],
        &["Frage 1:", "Antwort:", "Ja.", "Nein.", "Frage 2:", "Antwort:", "Ja."],
        "= = = + = = =",
    );
}

#[test]
fn every_segment_is_in_exactly_one_revision() {
    let old = version(&["a b", "c d e", "f g h", "c d e", "x y", "k l m n o p"]);
    let new = version(&["c d e", "a b f g h", "x", "y", "k l m n o q", "neu"]);
    let revisions = revise(&old, &new);
    let mut olds: Vec<_> = revisions.iter().flat_map(|r| r.old.clone()).collect();
    let mut news: Vec<_> = revisions.iter().flat_map(|r| r.new.clone()).collect();
    olds.sort_unstable();
    news.sort_unstable();
    assert_eq!(olds, (0..old.len()).collect::<Vec<_>>());
    assert_eq!(news, (0..new.len()).collect::<Vec<_>>());
}
