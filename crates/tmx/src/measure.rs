//! Words and characters of a text.

use hexapla_core::text::word_count;

/// What a character is to the words around it (UAX #29, version 16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Makes words with others of its kind: letters and digits.
    Letter,
    /// Parts words.
    Blank,
    /// Belongs to the letter before it.
    Mark,
    /// Joins two letters; at the end of a word it parts.
    Joint,
    /// Whatever else: the tables of Unicode know.
    Other,
}

/// The classes of the characters that UTF-8 writes in one byte or two.
static CLASSES: [Class; 0x800] = {
    let mut classes = [Class::Other; 0x800];
    let mut code = 0u32;
    while code < 0x800 {
        if let Some(c) = char::from_u32(code) {
            classes[code as usize] = class_of(c);
        }
        code += 1;
    }
    classes
};

const fn class_of(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => Class::Letter,
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | 'ؠ'..='ي' | '٠'..='٩' => Class::Letter,
        '.' | ',' | ':' | ';' | '\'' | '’' | '،' => Class::Joint,
        '\0'..='@' | '['..='^' | '`' | '{'..='~' | '\u{A0}' | '§' | '«' | '°' | '±' | '»' => Class::Blank,
        '„' | '“' | '”' | '–' | '—' | '…' | '؟' => Class::Blank,
        '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' => Class::Mark,
        _ => Class::Other,
    }
}

/// The words of a text as [`word_count`] counts them, and its characters. Where every word is one of plain letters
/// between blanks they are counted without a look into the tables of Unicode.
pub(crate) fn measure(text: &str) -> (u64, u64) {
    let class = |at: usize| class_at(text, at);
    let (mut at, mut words, mut characters) = (0, 0, 0);
    let mut inside = false;
    while at < text.len() {
        let (here, length) = class(at);
        at += length;
        characters += 1;
        match here {
            Class::Letter => {
                words += u64::from(!inside);
                inside = true;
            }
            Class::Blank => inside = false,
            Class::Mark if inside => {}
            Class::Joint if !inside || !matches!(class(at).0, Class::Letter | Class::Mark) => inside = false,
            Class::Mark | Class::Joint | Class::Other => {
                return (word_count(text) as u64, text.chars().count() as u64);
            }
        }
    }
    (words, characters)
}

/// The class of the character at byte `at`, and how many bytes it takes.
#[inline(always)]
fn class_at(text: &str, at: usize) -> (Class, usize) {
    let bytes = text.as_bytes();
    match bytes.get(at) {
        None => (Class::Other, 1),
        Some(byte) if *byte < 0x80 => (CLASSES[usize::from(*byte)], 1),
        Some(byte) if *byte < 0xE0 => {
            let next = bytes.get(at + 1).copied().unwrap_or_default();
            (CLASSES[usize::from(*byte & 0x1F) << 6 | usize::from(next & 0x3F)], 2)
        }
        Some(_) => beyond(text, at),
    }
}

/// The class of a character that UTF-8 writes in three bytes or four, and how many.
#[cold]
fn beyond(text: &str, at: usize) -> (Class, usize) {
    let c = text[at..].chars().next().unwrap_or_default();
    (class_of(c), c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cut_counts_as_unicode_does() {
        let check =
            |text: &str| assert_eq!(measure(text), (word_count(text) as u64, text.chars().count() as u64), "{text:?}");
        check("");
        check("Der Garten ist heute offen.");
        check("5 Euro, 3.50 und 1:2 am 10. – 12. Juni: ja!");
        check("Сад закрыт в понедельник (и по праздникам).");
        check("الحديقة مغلقة يوم الاثنين، والعطل");
        check("it's l’été «да» z. B. 3,5");
        check("a-b a–b a_b ab\u{301} 日本語");
        check("٣ مايو ١٬٢٣٤٫٥");
        check("Mitarbeiter:innen und 'so'");
        check("مُدِير الحَديقةِ ؟ (٥)");
        check("\u{64B}a \u{301}b");
    }

    #[test]
    fn every_class_is_that_of_unicode() {
        for code in 0..0x2100u32 {
            let Some(c) = char::from_u32(code) else { continue };
            for text in ["?", "a?", "?a", "a?b", "5?5", "a?5", "a ? b", "a?-b", "?.?", "я? ?ي", "a.?", "a'?b", "a??b"]
            {
                let text = text.replace('?', &c.to_string());
                let want = (word_count(&text) as u64, text.chars().count() as u64);
                assert_eq!(measure(&text), want, "{text:?} U+{code:04X}");
            }
        }
    }
}
