//! Which characters XML 1.0 allows, and where.

/// Whether XML 1.0 can carry `c` at all, written out or as a reference (production 2, `Char`).
///
/// ```
/// use hexapla_xml::is_xml_char;
/// assert!(is_xml_char('\t') && is_xml_char('ä') && is_xml_char('\u{1F600}'));
/// assert!(!is_xml_char('\u{1F}') && !is_xml_char('\u{FFFE}'));
/// ```
pub fn is_xml_char(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The byte offset of the first character of `text` that XML 1.0 cannot carry.
///
/// ```
/// use hexapla_xml::find_forbidden;
/// assert_eq!(find_forbidden("Köln\u{1F}"), Some(5));
/// assert_eq!(find_forbidden("Köln\r\n"), None);
/// ```
pub fn find_forbidden(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let suspicious = |b: u8| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r') || b == 0xEF;
    let mut at = 0;
    for block in bytes.chunks(64) {
        if block.iter().fold(false, |found, b| found | suspicious(*b)) {
            for (offset, byte) in block.iter().enumerate() {
                let here = at + offset;
                match byte {
                    0xEF if matches!(bytes.get(here + 1..here + 3), Some([0xBF, 0xBE | 0xBF])) => return Some(here),
                    0xEF => {}
                    byte if suspicious(*byte) => return Some(here),
                    _ => {}
                }
            }
        }
        at += block.len();
    }
    None
}

/// Whether `text` is a name in the sense of XML 1.0 (production 5), colons allowed.
pub fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    match bytes.next() {
        None => return false,
        Some(b'A'..=b'Z' | b'a'..=b'z' | b'_' | b':') => {}
        Some(first) if first < 0x80 => return false,
        Some(_) => return is_name_beyond_ascii(text),
    }
    for byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b':' | b'-' | b'.' => {}
            0x80.. => return is_name_beyond_ascii(text),
            _ => return false,
        }
    }
    true
}

fn is_name_beyond_ascii(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(starts_a_name) && chars.all(continues_a_name)
}

pub(crate) fn starts_a_name(c: char) -> bool {
    matches!(c, ':' | 'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

pub(crate) fn continues_a_name(c: char) -> bool {
    starts_a_name(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// White space in the sense of XML 1.0 (production 3).
#[inline]
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let check = |text: &str, want: bool| assert_eq!(is_name(text), want, "{text:?}");
        check("tu", true);
        check("t5:n", true);
        check("o-tmf", true);
        check("größe", true);
        check("слово", true);
        check("", false);
        check("-a", false);
        check("1a", false);
        check("a b", false);
        check("a=", false);
        check("a\u{2014}", false);
    }

    #[test]
    fn forbidden_characters() {
        let check = |text: &str, want: Option<usize>| assert_eq!(find_forbidden(text), want, "{text:?}");
        check("", None);
        check("\u{FEFF}\u{FFFD}", None);
        check("a\u{FFFF}", Some(1));
        check(&format!("{}\u{1}", "ö".repeat(100)), Some(200));
        check(&format!("{}\u{FFFE}", "x".repeat(63)), Some(63));
        check("\u{7F}\u{85}", None);
    }
}
