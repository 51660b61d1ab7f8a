//! Tags of languages, and what follows from them.

use hexapla_core::language::{Direction, Language};

#[test]
fn scripts_and_directions() {
    let check = |tag: &str, script: &str, direction: Direction| {
        let language: Language = tag.parse().unwrap();
        assert_eq!((language.script(), language.direction()), (script, direction), "{tag}");
    };
    check("de", "Latn", Direction::LeftToRight);
    check("ru", "Cyrl", Direction::LeftToRight);
    check("ar-EG", "Arab", Direction::RightToLeft);
    check("az-Arab", "Arab", Direction::RightToLeft);
    check("ar-Latn", "Latn", Direction::LeftToRight);
    check("de-x-arab", "Latn", Direction::LeftToRight);
    check("he", "Hebr", Direction::RightToLeft);
    // Of every language that CLDR knows, in its script of today; withdrawn codes are the languages they stood for.
    check("bn", "Beng", Direction::LeftToRight);
    check("ta-LK", "Taml", Direction::LeftToRight);
    check("zh", "Hans", Direction::LeftToRight);
    check("zh-TW", "Hant", Direction::LeftToRight);
    check("zh-cmn-Hant-TW", "Hant", Direction::LeftToRight);
    check("ar-arb-Latn", "Latn", Direction::LeftToRight);
    check("pa", "Guru", Direction::LeftToRight);
    check("pa-PK", "Arab", Direction::RightToLeft);
    check("ckb", "Arab", Direction::RightToLeft);
    check("dv", "Thaa", Direction::RightToLeft);
    check("iw", "Hebr", Direction::RightToLeft);
    // Nobody knows.
    check("und", "Zzzz", Direction::LeftToRight);
    check("und-Arab", "Arab", Direction::RightToLeft);
    check("qaa", "Zzzz", Direction::LeftToRight);
}

#[test]
fn refuses_what_is_no_language() {
    let check = |tag: &str| assert!(tag.parse::<Language>().is_err(), "{tag}");
    check("");
    check("english");
    check("xx");
    check("de_DE");
    check("deutsch-land-ist-es-nicht");
    check("d e");
}
