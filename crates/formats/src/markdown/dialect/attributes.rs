//! Attribute lists: `{: .lead #id}` of kramdown, `{.lead data-x="y"}` of Goldmark and Pandoc.

use crate::template::name_length;

/// Whether there may be a list behind a piece of inline markup.
pub(super) fn may_be_within(body: &str) -> bool {
    body.match_indices('{').any(|(at, _)| body[..at].ends_with([')', ']', '*', '_', '`']))
}

/// Where the list ends that begins at byte `at`, directly behind the inline markup that it is about.
pub(super) fn end_of(body: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 1024;
    let before = body[..at].chars().next_back()?;
    let rest = body[at..].strip_prefix('{')?;
    let length = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b'}' | b'\n'))?;
    let inner = rest[..length].strip_prefix(':').unwrap_or(&rest[..length]);
    // What stands behind other marks may be a formula: `_{i=1}`.
    let is_about = match before {
        ')' | ']' => true,
        '*' | '_' | '`' => inner.trim_start().starts_with(['.', '#']),
        _ => false,
    };
    (is_about && rest[length..].starts_with('}') && is_list(inner)).then_some(at + 1 + length + 1)
}

/// Whether a line is a list and nothing else.
pub(super) fn is_line(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('{').and_then(|line| line.strip_suffix('}')) else { return false };
    if inner.starts_with(':') { !inner.contains('{') } else { is_list(inner) }
}

/// Whether a list forbids to translate what it is about.
pub(super) fn forbids(list: &str) -> bool {
    let items = list.trim_matches(['{', '}', ':']).split_ascii_whitespace();
    items.map(|item| item.replace(['"', '\''], "")).any(|item| matches!(&*item, ".notranslate" | "translate=no"))
}

/// Classes, names, and pairs of a key and a value, with blanks between.
fn is_list(inner: &str) -> bool {
    let mut rest = inner.trim();
    while !rest.is_empty() {
        let marked = rest.strip_prefix(['.', '#']);
        let name = marked.unwrap_or(rest);
        let after = &name[name_length(name)..];
        if after.len() == name.len() {
            return false;
        }
        rest = match marked {
            Some(_) => after,
            None => match after.strip_prefix('=').and_then(after_value) {
                Some(rest) => rest,
                None => return false,
            },
        };
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            return false;
        }
        rest = rest.trim_start();
    }
    !inner.trim().is_empty()
}

fn after_value(text: &str) -> Option<&str> {
    match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].split_once(quote).map(|(_, rest)| rest),
        _ => Some(text.trim_start_matches(|c: char| !c.is_whitespace())).filter(|rest| rest.len() < text.len()),
    }
}
