//! Places in texts, and the forms in which texts are compared.

use hexapla_core::text::{Fold, LineIndex, fold};

#[test]
fn places() {
    let check = |text: &str, needle: &str, line: u32, column: u32| {
        let place = LineIndex::new(text).place(text, text.find(needle).unwrap());
        assert_eq!((place.line, place.column), (line, column), "{needle:?} in {text:?}");
    };
    check("a", "a", 1, 1);
    check("\u{FEFF}a", "a", 1, 1);
    check("ä\nöü", "ü", 2, 2);
    check("a\r\nb\rc", "b", 2, 1);
    check("a\r\nb\rc", "c", 3, 1);
    check("عربي x", "x", 1, 6);
    check(&format!("{}\nlang{}x", "ä".repeat(700), "ö".repeat(5000)), "x", 2, 5005);
}

#[test]
fn the_end_of_a_text_has_a_place() {
    let check = |text: &str, line: u32, column: u32| {
        let place = LineIndex::new(text).place(text, text.len());
        assert_eq!((place.line, place.column), (line, column), "{text:?}");
    };
    check("", 1, 1);
    check("a", 1, 2);
    check("a\n", 2, 1);
    check(&"ä".repeat(512), 1, 513);
}

#[test]
fn folds() {
    let check = |text: &str, how: Fold, want: &str| assert_eq!(fold(text, how), want, "{text:?} {how:?}");
    check("  a \u{A0}\n b ", Fold::Space, "a b");
    check("Vor\u{AD}stand", Fold::Space, "Vorstand");
    check("u\u{308}ber", Fold::Space, "über");
    check("«да» — нет…", Fold::Typography, "\"да\" - нет...");
    check("Öl-Betriebe, z. B.", Fold::Words, "ölbetriebe z b");
    check("!?", Fold::Words, "");
}
