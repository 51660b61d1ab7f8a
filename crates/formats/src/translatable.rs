//! Whether there is anything to translate in a text.

use std::ops::Range;

/// Whether `text` has words outside its `protected` ranges (in order) that are more than addresses.
///
/// Numbers, punctuation, a bare URL or e-mail address have none; "(Quelle: https://…)" has.
pub(crate) fn is_translatable(text: &str, protected: &[Range<usize>]) -> bool {
    let mut at = 0;
    for range in protected {
        if text.get(at..range.start).is_some_and(has_words) {
            return true;
        }
        at = range.end.max(at);
    }
    text.get(at..).is_some_and(has_words)
}

fn has_words(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace()).any(|word| word.chars().any(char::is_alphabetic) && !is_address(word))
}

/// A URL, an e-mail address or a domain, with the punctuation around it.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '@'));
    let scheme = word.split_once("://").is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && !scheme.is_empty()
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    scheme || word.starts_with("www.") || word.starts_with("mailto:") || is_mail(word)
}

fn is_mail(word: &str) -> bool {
    let Some((name, domain)) = word.split_once('@') else { return false };
    let part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !name.is_empty() && name.chars().all(part) && domain.contains('.') && domain.chars().all(part)
}
