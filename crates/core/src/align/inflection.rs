//! Under which head words a word of a text may stand in a dictionary.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word in lower case as dictionaries are searched: without marks, and with one letter for what is written in several
/// ways.
pub(crate) fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' => out.push_str("ss"),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ٱ' => out.push('ا'),
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ـ' | 'ء' => {}
            c => out.push(c),
        }
    }
    match out.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 => rest.to_owned(),
        _ => out,
    }
}

/// Endings that are taken away, and what is put in their place: of the script, not of one language. What this makes is
/// a guess, which a dictionary confirms or not.
const LATIN: (&[&str], &[&str]) = (
    &[
        "", "e", "s", "n", "t", "r", "x", "es", "en", "em", "er", "et", "ed", "te", "st", "ns", "ers", "est", "ing",
        "ies", "ten", "tes", "ter", "tem", "test", "tet", "ste", "sten", "ster", "end", "ende", "enden", "ern", "ees",
        "ee", "ez", "ons", "ent", "ait", "ais", "aient", "ant", "ants", "era", "aux", "ly", "a", "ai", "is", "it",
        "its", "ites", "ite", "rent",
    ],
    &["", "e", "en", "n", "er", "y", "al", "r", "ir", "re"],
);
const CYRILLIC: (&[&str], &[&str]) = (
    &[
        "", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "ой", "ей", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев",
        "ами", "ями", "ью", "ия", "ию", "ии", "ие", "ием", "иях", "ий", "ого", "его", "ому", "ему", "ым", "им", "ых",
        "их", "ыми", "ими", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ый", "ся", "сь", "ет", "ит", "ют", "ят", "ут",
        "ат", "ем", "им", "ешь", "ишь", "ал", "ил", "ел", "л", "ла", "ло", "ли", "ться", "тся", "лся", "лась", "лось",
        "лись", "на", "но", "ны", "н", "ен", "ена", "ено", "ены", "те", "йте", "й", "ть",
    ],
    &["", "а", "я", "о", "е", "ь", "ть", "ать", "ить", "еть", "ый", "ий", "ой", "ия", "ие", "ться", "й"],
);
const ARABIC_PREFIXES: &[&str] =
    &["", "وال", "بال", "كال", "فال", "ولل", "لل", "و", "ف", "ب", "ك", "ل", "س", "وب", "ول", "وس"];
const ARABIC: (&[&str], &[&str]) = (
    &["", "ها", "هم", "هما", "ان", "ات", "ون", "ين", "وا", "نا", "ه", "ة", "ي", "ت", "كم", "تها", "ته", "ا", "ية"],
    &["", "ة", "ي"],
);

/// The head words under which a folded word may stand, itself first; some more than once.
pub(crate) fn heads(word: &str) -> Vec<String> {
    /// Letters that are left.
    const LEAST: usize = 3;
    let mut heads = vec![word.to_owned()];
    let mut add = |word: &str, (endings, others): (&[&str], &[&str])| {
        for ending in endings {
            let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.chars().count() >= LEAST) else { continue };
            heads.extend(others.iter().map(|other| format!("{rest}{other}")));
        }
    };
    match word.chars().next() {
        Some('\u{0400}'..='\u{052F}') => add(word, CYRILLIC),
        Some('\u{0600}'..='\u{06FF}') => {
            for prefix in ARABIC_PREFIXES {
                if let Some(rest) = word.strip_prefix(prefix).filter(|rest| rest.chars().count() >= LEAST) {
                    add(rest, ARABIC);
                }
            }
        }
        Some(c) if c.is_alphabetic() => add(word, LATIN),
        _ => {}
    }
    heads
}
