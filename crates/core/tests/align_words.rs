//! What the aligner takes for the same: numbers, addresses, stems, forms of words in a dictionary, names across scripts.
//!
//! A source and a target of one segment each have evidence for each other exactly where some of their words meet.

use std::f64::consts::LN_2;

use hexapla_core::align::{Dictionary, Lexicon, Options, Resources, Side, SideSegment, align, counterparts};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

use crate::align::{language, side};

/// A word that no other meets unless a resource says so: one character, in no column of our list of words.
const ODD: &str = "漢";

/// How much two texts have in common, relative to one word that is its own translation for certain; 0 for nothing.
fn evidence(source: (&str, &str), target: (&str, &str), resources: &Resources) -> f64 {
    let (from, into): (Language, Language) = (source.0.parse().unwrap(), target.0.parse().unwrap());
    fn side<'a>(language: &'a Language, text: &'a str) -> Side<'a> {
        Side {
            language,
            segments: vec![SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None }],
        }
    }
    let found = counterparts(&[side(&from, source.1)], &[side(&into, target.1)], resources);
    found.first().map_or(0.0, |pair| pair.evidence / LN_2)
}

/// The keys under which the aligner compares the tokens of a text: `#1955` for a number, `@…` for an address, a stem.
#[test]
fn tokens_have_one_form() {
    let cases: [(&str, &[&str]); 23] = [
        ("Im Jahr 1955", &["im", "jahr", "#1955"]),
        ("١٢٫٥ في المائة", &["#12.5", "في", "ماي"]),
        ("1.234.567 und 1,234", &["#1234567", "und", "#1234"]),
        ("2,50 Euro, 2.50 euros", &["#2.50", "euro"]),
        ("am 10.06.2024 um 9:30", &["am", "#10", "#6", "#2024", "um", "#9", "#30"]),
        ("12 000 Bücher, 1 234 005", &["#12000", "büche", "#1234005"]),
        ("1955 200 Mann", &["#1955", "#200", "mann"]),
        ("(Quelle: https://Example.org/a/).", &["quell", "@example.org/a"]),
        ("post@example.org", &["@post@example.org"]),
        ("Öl-Betriebe", &["öl", "betrie"]),
        ("عربي العربية", &["عرب"]),
        ("東京へ", &["東", "京", "へ"]),
        ("図書館へ", &["図書館", "へ"]),
        ("書 図 館", &["書", "図", "館"]),
        // A loanword is no part of another one.
        ("パスタ", &["パ", "ス", "タ"]),
        ("データ、パス", &["データ", "パス"]),
        ("도서관에서는 해바라기를", &["도서관", "해바라기"]),
        // Nor is a piece of another word, or one that has another syllable behind it.
        ("リリース", &["リ", "ー", "ス"]),
        ("사과문", &["사과문"]),
        ("– !", &[]),
        // What the others must not be taken for.
        (
            "250 1 234 567 000 12 005 6 10 24 2 5 50 25 20240610 1955200",
            &["#1234567000", "#12005", "#6", "#10", "#24", "#2", "#5", "#50", "#25", "#250", "#20240610", "#1955200"],
        ),
        ("https example org a post", &["http", "examp", "org", "a", "post"]),
        ("ölbetriebe 東京 المائة العربية ال", &["ölbetr", "東", "京", "ماي", "عرب", "ال"]),
    ];
    let mut keys: Vec<&str> = cases.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let lexicon = Lexicon::read(&format!("hexapla-lexicon 1\n{key}\t{ODD}\t10000\t10000\n")).unwrap();
        let known = Resources { lexicon: Some(lexicon), ..Resources::default() };
        for (text, want) in cases {
            let found = evidence(("eo", text), ("eo", ODD), &known) > 0.0;
            assert_eq!(found, want.contains(&key), "{key} in {text:?}");
        }
    }
}

/// How sure a dictionary's entry is where a text has the word as it is, a form of it, a part of a compound, or one that
/// only begins like it.
const ENTRY: f64 = 0.6;
const FORM: f64 = 0.85;
const PART: f64 = 0.5;
const BEGINNING: f64 = 0.6;

/// A dictionary has head words; a text has forms of them, with articles and clitics.
#[test]
fn words_are_found_under_their_head_words() {
    let check = |tag: &str, word: &str, head: &str, want: f64| {
        let dictionary = Dictionary::from_pairs([(head, ODD)]);
        let known = Resources { dictionaries: vec![dictionary], ..Resources::default() };
        let found = evidence((tag, word), ("eo", ODD), &known) / ENTRY;
        assert!((found - want).abs() < 1e-3, "{word} under {head}: {found}");
    };
    check("de", "Haus", "Haus", 1.0);
    check("de", "Häuser", "Haus", FORM);
    check("de", "findet", "finden", FORM);
    check("de", "findet", "Fund", 0.0);
    check("de", "Wanderung", "Wanderer", BEGINNING);
    check("de", "Haustüren", "Haus", 0.0);
    check("ru", "городами", "город", FORM);
    check("ru", "сказали", "сказать", FORM);
    check("ar", "المدينة", "مدينة", 1.0);
    check("ar", "وكتاب", "كتاب", FORM);
    check("ar", "بالكتاب", "كتاب", FORM);
    check("ar", "للبيت", "بيت", FORM);
    check("ar", "ومدينة", "مدينة", FORM);
    check("ar", "وكتابها", "كتاب", FORM);
    check("ar", "ب", "ب", 1.0);
}

#[test]
fn dictionaries_help_with_words_in_their_forms() {
    // From a language of which no words are known beforehand.
    let check = |tag: &str, entry: &str, source: &str, target: &str, want: f64| {
        let known = Resources { dictionaries: vec![Dictionary::from_tsv(entry)], ..Resources::default() };
        let with = evidence(("lb", source), (tag, target), &known);
        let alone = evidence(("lb", source), (tag, target), &Resources::default());
        if want == 0.0 {
            assert_eq!(with, alone, "{entry}: {source} {target}");
        } else {
            assert!(with > alone && (with / ENTRY - want).abs() < 1e-3, "{entry}: {source} {target}: {alone} {with}");
        }
    };
    check("en", "Haus\thouse", "Häuser", "Houses", FORM * FORM);
    // One word of two, and one pair of words of two.
    check("en", "finden\tto find", "Findet", "Finding", FORM * FORM / 4.0);
    check("en", "Tür\tdoor\nHaus\thouse", "Haustüren", "two doors", PART * FORM * FORM);
    check("en", "Tür\tdoor\nHaus\thouse", "Haustüren", "of a house", PART);
    check("fr", "Werkstatt {f}\tatelier (m)", "Werkstätten", "L’atelier", FORM);
    check("ru", "Stadt\tгород", "Städten", "Городами", FORM * FORM);
    check("ru", "sagen\tсказать", "Sagt", "Сказали", FORM * FORM);
    check("ar", "Stadt\tمدينة", "Stadt", "وللمدينة", FORM);
    check("ar", "Buch\tكتاب", "Buches", "لكتابها", FORM * FORM);
    check("en", "Mut\tcourage", "Wut", "fury", 0.0);
}

/// Letters in place of the digits of a number.
fn letters(number: usize) -> String {
    format!("{number:05}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

/// Ten thousand head words that begin alike, one with ten thousand translations, a word of 100 kB: none of them is met,
/// and none is a reason to wait.
#[test]
fn a_hostile_dictionary_is_no_reason_to_wait() {
    let alike = (0..10_000).map(|number| (format!("unmögend{}q", letters(number)), format!("wort{}", letters(number))));
    let many = (0..10_000).map(|number| ("endlos".to_owned(), format!("ziel{}", letters(number))));
    let pairs: Vec<(String, String)> = alike.chain(many).collect();
    let pairs = pairs.iter().map(|(source, target)| (source.as_str(), target.as_str()));
    let text = |beginning: &str| (0..400).map(|number| format!("{beginning}{} ", letters(number))).collect::<String>();
    let source = format!("{} {} {}", "x".repeat(100_000), text("unmögend"), text("endlos"));
    let dictionary = Dictionary::from_pairs(pairs);
    assert_eq!(dictionary.len(), 20_000);
    let known = Resources { dictionaries: vec![dictionary], ..Resources::default() };
    assert_eq!(evidence(("de", &source), ("eo", ODD), &known), 0.0);
}

/// What has very many translations meets one of them by chance: each is trusted less.
#[test]
fn a_word_of_many_translations_says_less_of_each() {
    let check = |others: usize, want: f64| {
        let others: Vec<String> = (0..others).map(letters).collect();
        let here = others.iter().map(|other| ("Haus", other.as_str()));
        let pairs = here.chain(std::iter::once(("Haus", ODD)));
        let dictionary = Dictionary::from_pairs(pairs);
        assert_eq!(dictionary.reversed().reversed(), dictionary);
        let known = Resources { dictionaries: vec![dictionary], ..Resources::default() };
        let found = evidence(("de", "Haus"), ("eo", ODD), &known) / ENTRY;
        assert!((found - want).abs() < 1e-3, "{others:?}: {found}");
    };
    check(0, 1.0);
    check(5, 1.0);
    // Twice as many as usual.
    check(11, f64::powf(2.0, -0.4));
}

#[test]
fn dictionaries_come_in_several_forms() {
    let check = |dictionary: Dictionary, pairs: usize, skipped: usize| {
        assert_eq!((dictionary.len(), dictionary.skipped()), (pairs, skipped), "{dictionary:?}");
        assert_eq!(dictionary.reversed().reversed(), dictionary);
    };
    check(Dictionary::from_tsv("# x\nHaus\thouse\nja\tyes\tadverb\nohne\n"), 2, 1);
    check(Dictionary::from_hunalign("house @ Haus\nfront door @ Haustür\n???\n"), 3, 1);
    check(Dictionary::from_tsv("Haus\t\n\tnothing\nHaus\thouse\nHaus\tbuilding\n"), 2, 2);
    check(Dictionary::from_pairs([("eine lange Wendung", "a long phrase"), ("gut", "good (adj.)")]), 1, 1);
    let tei = "<TEI><entry><form><orth>Haus</orth></form><sense><cit type='trans'><quote>house</quote></cit>\
               <cit type='example'><quote>zu Hause</quote><cit type='trans'><quote>at home</quote></cit></cit></sense>\
               </entry></TEI>";
    check(Dictionary::from_tei(tei).unwrap(), 3, 0);
    assert!(Dictionary::from_tei("<TEI>").is_err());
}

/// Names meet by their sound, across scripts and spellings; what sounds otherwise does not.
#[test]
fn names_meet() {
    let names = [
        ("Tschechow", "ru", "Чехов"),
        ("Gorbatschow", "ru", "Горбачёв"),
        ("Müller", "ru", "Мюллер"),
        ("Berlin", "ar", "برلين"),
        ("Schiller", "ar", "شيلر"),
        ("Kooperation", "fr", "Coopération"),
    ];
    for (at, (source, ..)) in names.iter().enumerate() {
        for (number, (_, tag, target)) in names.iter().enumerate() {
            let found = evidence(("de", source), (tag, target), &Resources::default());
            assert_eq!(found > 0.0, at == number, "{source} {target}: {found}");
        }
    }
}

/// Everyday words are known beforehand, in their forms, and tell which sentence of a page has no translation.
#[test]
fn everyday_words_are_known() {
    let met = |source: (&str, &str), target: (&str, &str)| evidence(source, target, &Resources::default()) > 0.0;
    for (source, target) in [
        (("de", "Geöffnete Fenster"), ("en", "windows")),
        (("de", "Die Häuser"), ("ru", "в домах")),
        (("de", "Er schreibt"), ("ar", "يكتب")),
        (("ru", "помогла"), ("tr", "yardım")),
        (("es", "trabajo"), ("pl", "praca")),
        (("uk", "дорога"), ("it", "strada")),
        (("pt", "As janelas"), ("nl", "een raam")),
        (("ja", "この図書館では"), ("de", "Bibliotheken")),
        (("ja", "データベースのバックアップ"), ("en", "The backup")),
        (("zh", "圖書館"), ("zh", "图书馆")),
        (("zh", "請打開窗戶"), ("ru", "окно")),
        (("ko", "도서관에서는"), ("fr", "La bibliothèque")),
    ] {
        assert!(met(source, target), "{source:?} {target:?}");
        assert!(met(target, source), "{target:?} {source:?}");
    }
    assert!(!met(("de", "Fenster"), ("en", "roof")));
    let german = "Die Eltern warten vor der Schule auf ihre Kinder.\nDer Bäcker verkauft morgens frisches Brot.\n";
    let arabic = "يبيع الخباز الخبز الطازج في الصباح.\n";
    let (de, ar) = (language("de"), language("ar"));
    let beads = align(&side(&de, german), &side(&ar, arabic), &Resources::default(), &Options::default()).beads;
    let beads: Vec<_> = beads.into_iter().map(|bead| (bead.source, bead.target)).collect();
    assert_eq!(beads, [(0..1, 0..0), (1..2, 0..1)]);
}

/// The table of everyday words is what it says: a column for each language, in its script, in lower case, no line twice.
#[test]
fn everyday_words_are_well_formed() {
    let table = include_str!("../data/align/everyday.tsv");
    let mut lines = table.lines().skip_while(|line| line.starts_with('#'));
    let languages: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let lines: Vec<&str> = lines.collect();
    assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "in order, none twice");
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), languages.len(), "{line}");
        for (tag, cell) in languages.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let is_own = |c: char| match *tag {
                "ru" => matches!(c, 'а'..='я' | 'ё'),
                "uk" => matches!(c, 'а'..='я' | 'є' | 'і' | 'ї' | 'ґ') && !matches!(c, 'ы' | 'э' | 'ъ'),
                "ar" => matches!(c, '\u{0621}'..='\u{064A}'),
                "ja" => matches!(c, 'ぁ'..='ヿ' | '々'..='〇' | '一'..='鿿'),
                "zh" => matches!(c, '一'..='鿿'),
                "ko" => matches!(c, '가'..='힣'),
                _ => matches!(c, 'a'..='z' | '\u{DF}'..='\u{17F}'),
            };
            let mut words: Vec<&str> = cell.split('|').collect();
            assert!(words.iter().all(|word| !word.is_empty() && word.chars().all(is_own)), "{tag}: {cell}");
            let count = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), count, "{tag}: {cell}");
        }
    }
}
