//! The checks of a pair, piece by piece: how numbers are read in figures and in words, what a placeholder is.

use hexapla_core::document::{CodeKind, InlineCode};
use hexapla_core::language::Language;
use hexapla_core::status::{CheckedSide, Rule, check_pair};

fn side<'a>(language: &'a Language, text: &'a str) -> CheckedSide<'a> {
    CheckedSide { language, code: language.primary(), text, codes: &[] }
}

fn german() -> Language {
    "de".parse().unwrap()
}

/// Whether two texts give the same numbers.
fn agree(source: (&Language, &str), target: (&Language, &str)) -> bool {
    let doubts = check_pair(side(source.0, source.1), side(target.0, target.1));
    !doubts.iter().any(|doubt| matches!(doubt.rule, Rule::Numbers | Rule::SpelledNumbers))
}

#[test]
fn figures_may_be_read_in_several_ways() {
    let check = |figure: &str, others: &[&str], not: &[&str]| {
        for (other, want) in others.iter().map(|other| (other, true)).chain(not.iter().map(|other| (other, false))) {
            // With another number in another place: the same digits in the same order are never doubted.
            let (here, there) = (format!("7 Tage, {figure}"), format!("{other}, 7 Tage"));
            let german = german();
            assert_eq!(agree((&german, &here), (&german, &there)), want, "{figure}: {other}");
            assert_eq!(agree((&german, &there), (&german, &here)), want, "{other}: {figure}");
        }
    };
    check("5 Euro", &["5 Mark"], &["6 Euro", "keine"]);
    check("30,2 %", &["٣٠٫٢٪", "30.2 %"], &["302 %", "30 %"]);
    check("1.240", &["1240", "1,24", "1 und 240"], &["1204", "124"]);
    check("1,240", &["1240", "1.24"], &["1204", "3 und 240"]);
    check("1\u{A0}240 Bücher", &["1240", "1 und 240"], &["1,24"]);
    check("1.240,50 Euro", &["1240.5 Euro", "1 und 240 und 50"], &["1240", "12405"]);
    check("18:30", &["18 und 30", "18.30"], &["18:31", "17:30"]);
    check("18.00 Uhr", &["18", "18:00"], &["17", "1800"]);
    check("am 12.06.2024", &["12/6/2024", "2024-06-12"], &["12/6/2023", "13/6/2024"]);
    check("12.06.24", &["12/06/2024", "12/6/24"], &["12/06/2025", "12/7/24"]);
    check("die 80er", &["1980", "80"], &["1970"]);
    check("2,4 Millionen", &["2400000", "2.4"], &["240000", "24000000"]);
    check("2,4567 Tausend", &["2456,7"], &["24567"]);
    check("30 Tausend", &["30000", "30"], &["3000", "300000"]);
    check("10–12", &["12 und 10"], &["10", "12"]);
    check("keine", &["gar keine"], &["5"]);
}

/// What checks say of a pair, in their own short words.
fn doubts(source: (&str, &str), target: (&str, &str)) -> Vec<String> {
    let (from, to): (Language, Language) = (source.0.parse().unwrap(), target.0.parse().unwrap());
    check_pair(side(&from, source.1), side(&to, target.1)).into_iter().map(|doubt| doubt.detail).collect()
}

#[test]
fn a_number_that_ends_a_name_may_go_with_it() {
    let check = |english: &str, chinese: &str, want: &[&str]| {
        assert_eq!(doubts(("en", english), ("zh", chinese)), want, "{english}");
    };
    check("It reads a base64 string of 3 lines.", "它读取 3 行的字符串。", &[]);
    check("It runs on Sheds3 and later.", "它在 Sheds4 及更高版本上运行。", &["3 ↔ 4"]);
    check("The deposit of EUR50 is paid back.", "押金会退还。", &["50 ↔ –"]);
    check("It reads v3.5.0.", "它读取它。", &["3.5.0 ↔ –"]);
}

/// East Asia writes on behind an address or a placeholder without a blank.
#[test]
fn what_stands_right_beside_an_address_is_no_part_of_it() {
    let check = |english: &str, other: (&str, &str), want: &[&str]| assert_eq!(doubts(("en", english), other), want);
    let see = "See https://garden.example/beds for 3 beds.";
    check(see, ("ja", "詳細については、https://garden.example/bedsを参照してください。3 つあります。"), &[]);
    check(see, ("ko", "자세한 내용은 (https://garden.example/beds에서) 3 개를 보자."), &[]);
    check(see, ("zh", "参见 https://garden.example/beds，共 3 个。"), &[]);
    check(
        see,
        ("ja", "https://garden.example/roseを参照してください。3 つあります。"),
        &["https://garden.example/beds ↔ https://garden.example/rose"],
    );
    // A path may go on in such letters.
    let (here, there) = ("https://garden.example/庭", "https://garden.example/城");
    let said = format!("{here} ↔ {there}");
    check(&format!("See {here}."), ("ja", &format!("{there}を参照。")), &[&said.replace('城', "城を参照")]);
    check(&format!("See {here}2020."), ("zh", &format!("参见 {here}2020。")), &[]);
    check("The same as %f.", ("zh", "与%f同义。"), &[]);
    check("The same as %f.", ("zh", "同义。"), &["%f ↔ –"]);
}

#[test]
fn languages_end_their_sentences_in_their_own_signs() {
    let check = |english: &str, other: (&str, &str), want: &[&str]| assert_eq!(doubts(("en", english), other), want);
    check("Is it a bed or a pot?", ("el", "Είναι παρτέρι ή γλάστρα;"), &[]);
    check("Is it a bed or a pot?", ("el", "Είναι παρτέρι ή γλάστρα."), &["? ↔ ."]);
    check("Is it a bed or a pot?", ("de", "Ist es ein Beet oder ein Topf;"), &["? ↔ ;"]);
    check("The beds are the following:", ("ko", "화단은 다음과 같다."), &[]);
    check("The beds are the following:", ("ru", "Грядки такие."), &[": ↔ ."]);
}

/// Two pieces of code with a word between them are no placeholder.
#[test]
fn a_placeholder_is_one_piece_of_code() {
    let code =
        |at: usize, kind: CodeKind, id: u32| InlineCode { at, kind, id, name: "code".into(), native: "`".into() };
    let pieces = |text: &str, places: &[(usize, usize)]| -> Vec<InlineCode> {
        assert!(places.iter().all(|(start, end)| text.get(*start..*end).is_some()));
        let pairs = places.iter().zip(1..);
        let of = |((start, end), id): (&(usize, usize), u32)| {
            [code(*start, CodeKind::Open, id), code(*end, CodeKind::Close, id)]
        };
        pairs.flat_map(of).collect()
    };
    let (english, german) = ("en".parse().unwrap(), german());
    let found = |source: (&str, &[InlineCode]), target: (&str, &[InlineCode])| {
        let (source, target) = (
            CheckedSide { codes: source.1, ..side(&english, source.0) },
            CheckedSide { codes: target.1, ..side(&german, target.0) },
        );
        check_pair(source, target).into_iter().any(|doubt| doubt.rule == Rule::Placeholders)
    };
    let (source, target) = ("between {{ and }} it stands", "zwischen {{ und }} steht es");
    assert!(!found((source, &pieces(source, &[(8, 10), (15, 17)])), (target, &pieces(target, &[(9, 11), (16, 18)]))));
    assert!(found((source, &pieces(source, &[(8, 17)])), (target, &pieces(target, &[(9, 18)]))));
    assert!(found((source, &[]), (target, &[])));
}

#[test]
fn numbers_may_be_written_out() {
    let check = |language: &str, text: &str, number: &str| {
        let (spoken, other): (Language, Language) = (language.parse().unwrap(), "fr".parse().unwrap());
        assert!(agree((&spoken, text), (&other, number)), "{text}: {number}");
        let next = (number.parse::<u32>().unwrap() + 2).to_string();
        assert!(!agree((&spoken, text), (&other, &next)), "{text}: {next}");
    };
    check("de", "fünfundzwanzig Leute", "25");
    check("de", "dreihundert", "300");
    check("de", "im siebzehnten Jahrhundert", "17");
    check("de", "vierjährig", "4");
    check("de", "die Achtziger", "1980");
    check("de", "im März", "3");
    check("en", "twenty-five", "25");
    check("en", "three hundred", "300");
    check("en", "the seventeenth", "17");
    check("en", "two million", "2000000");
    check("ru", "двадцать пять", "25");
    check("ru", "XVII век", "17");
    check("ru", "пятилетний", "5");
    check("ru", "июня", "6");
    check("ar", "القرن السابع عشر", "17");
    check("ar", "خمسة وعشرون", "25");
    check("ar", "السادسة", "6");
    check("ar", "يونيو", "6");
}

#[test]
fn words_that_look_like_numbers_are_none() {
    for text in ["einige achten die Eile", ""] {
        for number in (3..=40).chain([50, 80, 100, 1000, 1980]) {
            assert!(!agree((&german(), text), (&german(), &number.to_string())), "{text}: {number}");
        }
    }
}

#[test]
fn placeholders_are_found() {
    // All that the target lacks, which has none of them.
    let check = |text: &str, want: &[&str]| {
        let doubts = check_pair(side(&german(), text), side(&german(), ""));
        let found = doubts.into_iter().find(|doubt| doubt.rule == Rule::Placeholders).map(|doubt| doubt.detail);
        assert_eq!(found, (!want.is_empty()).then(|| format!("{} ↔ –", want.join("  "))), "{text}");
    };
    check("Hallo {name}!", &["{name}"]);
    check("{{ name }} und ${x}", &["{{name}}", "${x}"]);
    check("%s von %1$d, %.2f, %(ort)s", &["%s", "%1$d", "%.2f", "%(ort)s"]);
    check("30 % der Leute, 100%, 5%d", &[]);
    check("ein {Einschub mit Worten}", &[]);
    check("{", &[]);
    check("{}", &[]);
    check("100 $", &[]);
    check("{0} {1}", &["{0}", "{1}"]);
    check("{n, plural, one {# Tag} other {# Tage bei {ort}}}", &["{n,plural", "{ort}"]);
    check("{tag, date, short}", &["{tag,date"]);
    check("{Tag, planbar}", &[]);
    check("{{< figure src=\"a.png\" title=\"Der Ofen\" >}}", &["{{<figure"]);
    check("{{Glossary(\"DOM\", \"Dokument\")}} und {{ein Wort}}", &["{{Glossary"]);
    check("{% include kopf.html %}", &["{%include"]);
    check("{{", &[]);
    check("{%", &[]);
}

/// Pages are people's: a check that cannot read a text must not fall over it.
#[test]
fn odd_texts() {
    let language: Language = "de".parse().unwrap();
    for text in [
        "",
        "1.",
        "1.2.3.4.5",
        "{",
        "{{",
        "%",
        "100%",
        "١",
        "http://",
        "@",
        "\u{202F}1\u{202F}",
        "99999999999999999999999999",
    ] {
        let side = CheckedSide { language: &language, code: "de", text, codes: &[] };
        assert_eq!(check_pair(side, side), [], "{text:?}");
        check_pair(side, CheckedSide { text: "5 Euro?", ..side });
    }
}
