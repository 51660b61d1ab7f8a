//! The letters of a word, without what spelling varies.

use crate::language::Language;

/// Lower case, ß as ss, ё as е, Arabic without vowel signs, its letters as they are often written: alef without hamza,
/// final yā’ with dots, tā’ marbūṭa as hā’.
pub(super) fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).flat_map(|c| {
        let (letter, again) = match c {
            'ß' => (Some('s'), Some('s')),
            'ё' => (Some('е'), None),
            'أ' | 'إ' | 'آ' | 'ٱ' => (Some('ا'), None),
            'ى' => (Some('ي'), None),
            'ة' => (Some('ه'), None),
            '\u{64B}'..='\u{652}' | '\u{640}' => (None, None),
            other => (Some(other), None),
        };
        letter.into_iter().chain(again)
    })
}

/// Spellings that differ by reform or habit, not in meaning: case, ß and ss, ph and f, ё and е, vowel signs, hamza
/// carriers.
pub(super) fn orthography(word: &str, language: &Language) -> String {
    let letters = letters(word).filter(|c| !matches!(c, '’' | '\'' | '-' | '‐' | '‑'));
    if language.primary() != "de" {
        return letters.collect();
    }
    let mut out = String::with_capacity(word.len() + 2);
    for letter in letters {
        match letter {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'h' if out.ends_with('p') => {
                out.pop();
                out.push('f');
            }
            _ => out.push(letter),
        }
    }
    out
}
