//! Places where a program puts values in: `{name}`, `{{ name }}`, `${name}`, `%s`, `%1$d`, `%(name)s`.

use super::{OneSided, one_sided};

/// The placeholders that one side has and the other lacks. Their order is free.
pub(super) fn difference(source: &str, target: &str) -> OneSided {
    if !source.contains(['{', '%']) && !target.contains(['{', '%']) {
        return None;
    }
    one_sided(&placeholders(source), &placeholders(target))
}

fn placeholders(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before: Option<char> = None;
    while let Some(at) = rest.find(['{', '%', '$']) {
        before = rest[..at].chars().next_back().or(before);
        rest = &rest[at..];
        let length = match rest.chars().next() {
            Some('%') => percent(rest, before),
            _ => braces(rest),
        };
        match length {
            Some(length) => {
                found.push(plain(&rest[..length]));
                before = rest[..length].chars().next_back();
                rest = &rest[length..];
            }
            None => {
                before = rest.chars().next();
                rest = &rest[before.map_or(0, char::len_utf8)..];
            }
        }
    }
    found
}

/// Blanks inside braces say nothing.
fn plain(placeholder: &str) -> String {
    placeholder.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The length of `{name}`, `{0}`, `{{ name }}`, `${name}` at the start of a text.
fn braces(text: &str) -> Option<usize> {
    let dollar = usize::from(text.starts_with('$'));
    let open = text[dollar..].chars().take_while(|c| *c == '{').count();
    if !(1..=2).contains(&open) {
        return None;
    }
    let inside = &text[dollar + open..];
    let close = inside.find('}')?;
    let name = inside[..close].trim();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '$' | '|' | ':' | '@' | '#' | '%');
    // Words in braces are a remark; a name has no blanks.
    let names_something = !name.is_empty() && name.len() <= 64 && name.chars().all(is_name);
    let closed = inside[close..].chars().take_while(|c| *c == '}').count() >= open;
    (names_something && closed).then_some(dollar + open + close + open)
}

/// The length of `%s`, `%1$d`, `%.2f`, `%(name)s` at the start of a text. `30 % der` is no placeholder, nor is `100%`.
fn percent(text: &str, before: Option<char>) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    if bytes.get(at) == Some(&b'(') {
        let end = text.find(')')?;
        let name = &text[2..end];
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return None;
        }
        at = end + 1;
    } else if before.is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    while bytes.get(at).is_some_and(|b| b.is_ascii_digit() || matches!(b, b'$' | b'.' | b'+' | b'-' | b'#')) {
        at += 1;
    }
    while matches!(bytes.get(at), Some(b'l' | b'h' | b'z')) {
        at += 1;
    }
    let ends = matches!(bytes.get(at), Some(b's' | b'd' | b'i' | b'u' | b'f' | b'g' | b'x' | b'X' | b'c' | b'@'));
    let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
    (ends && !next.is_some_and(char::is_alphanumeric)).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found() {
        let check = |text: &str, want: &[&str]| assert_eq!(placeholders(text), want, "{text}");
        check("Hallo {name}!", &["{name}"]);
        check("{{ name }} und ${x}", &["{{name}}", "${x}"]);
        check("%s von %1$d, %.2f, %(ort)s", &["%s", "%1$d", "%.2f", "%(ort)s"]);
        check("30 % der Leute, 100%, 5%d", &[]);
        check("ein {Einschub mit Worten}", &[]);
        check("{", &[]);
        check("{}", &[]);
        check("100 $", &[]);
        check("{0} {1}", &["{0}", "{1}"]);
    }
}
