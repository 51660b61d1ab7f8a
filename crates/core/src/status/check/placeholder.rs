//! Places where a program puts values in: `{name}`, `{{ name }}`, `${name}`, `%s`, `%1$d`, `%(name)s`, ICU's
//! `{count, plural, …}`, and the macros of site generators: `{{< figure … >}}`, `{{Link("…")}}`, `{% include … %}`.

use super::{CheckedSide, OneSided, one_sided};
use crate::document::is_code;
use crate::text::is_beside;

/// The placeholders that one side has and the other lacks. Their order is free.
pub(super) fn difference(source: &CheckedSide<'_>, target: &CheckedSide<'_>) -> OneSided {
    if !source.text.contains(['{', '%']) && !target.text.contains(['{', '%']) {
        return None;
    }
    let (mut source, mut target) = (placeholders(source), placeholders(target));
    // Every language has plurals of its own, and a value may stand in each of them.
    if source
        .iter()
        .chain(&target)
        .any(|found| [",plural", ",selectordinal", ",select"].iter().any(|kind| found.ends_with(kind)))
    {
        for found in [&mut source, &mut target] {
            found.sort_unstable();
            found.dedup();
        }
    }
    one_sided(&source, &target)
}

fn placeholders(side: &CheckedSide<'_>) -> Vec<String> {
    let text = side.text;
    // Between two pieces of code stands a text: "`{{` and `}}`".
    let mut edges: Vec<usize> = side.codes.iter().filter(|code| is_code(&code.name)).map(|code| code.at).collect();
    edges.sort_unstable();
    let is_parted =
        |from: usize, to: usize| edges.get(edges.partition_point(|at| *at <= from)).is_some_and(|at| *at < to);
    let mut found = Vec::new();
    let mut rest = text;
    let mut before: Option<char> = None;
    while let Some(at) = rest.find(['{', '%', '$']) {
        before = rest[..at].chars().next_back().or(before);
        rest = &rest[at..];
        let place = match rest.chars().next() {
            Some('%') => percent(rest, before).map(|length| (length, plain(&rest[..length]))),
            _ => braces(rest)
                .or_else(|| of_icu(rest))
                .map(|length| (length, plain(&rest[..length])))
                .or_else(|| macro_call(rest)),
        };
        let from = text.len() - rest.len();
        match place.filter(|(length, _)| !is_parted(from, from + length)) {
            Some((length, name)) => {
                found.push(name);
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

/// The length of `{count, plural` at the start of a text; what follows in the same braces has places of its own.
fn of_icu(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('{')?;
    let (name, rest) = inside.split_once(',')?;
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let name_is_one = !name.trim().is_empty() && name.len() <= 64 && name.trim().chars().all(is_name);
    let kind = rest.trim_start();
    let known = ["plural", "selectordinal", "select", "number", "date", "time"];
    let kind_length = known.iter().find(|known| kind.starts_with(**known)).map(|known| known.len())?;
    let ends = !kind[kind_length..].starts_with(is_name);
    (name_is_one && ends).then_some(text.len() - kind.len() + kind_length)
}

/// A macro with arguments at the start of a text, its length and its name: what it is given may be translated.
fn macro_call(text: &str) -> Option<(usize, String)> {
    let (open, close) = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")]
        .into_iter()
        .find(|(open, close)| text.starts_with(open) && text.contains(close))?;
    let inside = &text[open.len()..];
    let end = inside.find(close)?;
    let said = inside[..end].trim_start();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '#' | ':');
    let name: String = said.chars().take_while(|c| is_name(*c)).collect();
    let next = said[name.len()..].chars().next();
    let is_call = !name.is_empty() && next.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '|' | '"'));
    // Words in double braces are a remark.
    let is_remark = open == "{{" && next != Some('(');
    (is_call && !is_remark).then(|| (open.len() + end + close.len(), format!("{open}{name}")))
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
    } else if before.is_some_and(joins) {
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
    (ends && !next.is_some_and(joins)).then_some(at + 1)
}

/// Whether a letter or digit makes one word with what it stands beside.
fn joins(c: char) -> bool {
    c.is_alphanumeric() && !is_beside(c)
}
