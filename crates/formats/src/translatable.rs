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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_apart() {
        let check = |text: &str, want: bool| assert_eq!(is_translatable(text, &[]), want, "{text:?}");
        check("Haus", true);
        check("(Quelle: https://example.org/a)", true);
        check("https://example.org/straße?x=1#y", false);
        check("(https://example.org)", false);
        check("www.example.org", false);
        check("info@example.org, post@example.org", false);
        check("30,2 %", false);
        check("٣٠٫٢٪", false);
        check("10.–12.", false);
        check("* * *", false);
        check("z.B.", true);
        check("Server/Client", true);
        check("日本", true);
    }

    #[test]
    fn protected_words_do_not_count() {
        let check = |text: &str, protected: &str, want: bool| {
            let start = text.find(protected).unwrap();
            let range = start..start + protected.len();
            assert_eq!(is_translatable(text, &[range]), want, "{text:?}");
        };
        check("ls -l", "ls -l", false);
        check("1. ls", "ls", false);
        check("ls zeigt", "ls", true);
    }
}
