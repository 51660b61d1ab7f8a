//! The letters of a word, without what spelling varies.

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
