//! Pieces of template languages in a page: `{{…}}` of macros and variables, `{{< … >}}` and `{{% … %}}` of Hugo, `{% … %}`
//! of Liquid and Jinja. A site generator replaces them; nobody translates them, but for what their parameters say.

use std::ops::Range;

/// A longer piece is none.
const LONGEST: usize = 4096;

/// Parameters whose values are for readers.
const READ: &[&str] = &[
    "alt",
    "aria-label",
    "caption",
    "description",
    "header",
    "heading",
    "label",
    "linktitle",
    "placeholder",
    "summary",
    "text",
    "title",
    "tooltip",
];

/// Whether there may be any piece in `text`.
pub(crate) fn may_be_in(text: &str) -> bool {
    text.contains("{{") || text.contains("{%")
}

/// All pieces of `text` in order.
pub(crate) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find('{')).map(|at| from + at) {
        match end_of(text, at) {
            Some(end) => {
                found.push(at..end);
                from = end;
            }
            None => from = at + 1,
        }
    }
    found
}

/// Where the piece ends that begins with the brace at byte `at`, if one does.
pub(crate) fn end_of(text: &str, at: usize) -> Option<usize> {
    let before = text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count();
    if before % 2 == 1 {
        return None;
    }
    let closings = [("{{{", "}}}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];
    let (opening, closing) = closings.into_iter().find(|(opening, _)| text[at..].starts_with(opening))?;
    let inner = at + opening.len();
    let end = close(text, inner, closing, true).or_else(|| close(text, inner, closing, false))?;
    let is_empty = text[inner..end - closing.len()].trim().is_empty();
    (!is_empty).then_some(end)
}

/// The byte after the closing mark. Blank lines, backticks and another piece end the search: it was none.
fn close(text: &str, from: usize, closing: &str, heeds_quotes: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len().min(from + LONGEST) {
        if bytes[at..].starts_with(closing.as_bytes()) {
            return Some(at + closing.len());
        }
        match bytes[at] {
            quote @ (b'"' | b'\'') if heeds_quotes && opens_a_value(bytes, at) => {
                let line = bytes[at + 1..].iter().take(LONGEST).take_while(|byte| **byte != b'\n');
                let length = line.take_while(|byte| **byte != quote).count();
                if bytes.get(at + 1 + length) == Some(&quote) {
                    at += 1 + length;
                }
            }
            b'`' => return None,
            b'{' if matches!(bytes.get(at + 1), Some(b'{' | b'%')) => return None,
            b'\n' => {
                let rest = &bytes[at + 1..];
                let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
                if matches!(rest.get(blank), None | Some(b'\n')) {
                    return None;
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether a quotation mark stands where a value begins; an apostrophe does not.
fn opens_a_value(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(bytes[before], b' ' | b'\t' | b'\n' | b'(' | b',' | b'=' | b'['))
}

/// The values of the parameters of `piece` that readers see, without their quotation marks.
pub(crate) fn read_values(piece: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(equals) = piece.get(from..).and_then(|rest| rest.find('=')).map(|at| from + at) {
        from = equals + 1;
        let before = piece[..equals].trim_end();
        let name = before.len() - before.bytes().rev().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let value = from + (piece[from..].len() - piece[from..].trim_start().len());
        let Some(quote @ ('"' | '\'')) = piece[value..].chars().next() else { continue };
        let inner = value + 1;
        let Some(length) = piece[inner..].find(quote) else { continue };
        from = inner + length + 1;
        if READ.iter().any(|known| before[name..].eq_ignore_ascii_case(known)) {
            found.push(inner..inner + length);
        }
    }
    found
}

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'t> {
    /// Text to be translated.
    Text,
    /// A macro or variable, which becomes text: it stands for words.
    Code,
    /// A tag of this name: markup like that of HTML.
    Tag(&'t str),
}

/// `text` in order, piece by piece, and what it is; nothing of it is left out.
pub(crate) fn parts(text: &str) -> Vec<(Range<usize>, Part<'_>)> {
    if !may_be_in(text) {
        return vec![(0..text.len(), Part::Text)];
    }
    let mut found = Vec::new();
    let mut done = 0;
    for piece in pieces(text) {
        found.push((done..piece.start, Part::Text));
        done = piece.end;
        found.extend(parts_of(text, piece));
    }
    found.push((done..text.len(), Part::Text));
    found.retain(|(range, _)| !range.is_empty());
    found
}

/// One piece of `text` in order, the values that readers see apart.
pub(crate) fn parts_of(text: &str, piece: Range<usize>) -> Vec<(Range<usize>, Part<'_>)> {
    let whole = &text[piece.clone()];
    let code = tag_name(whole).map_or(Part::Code, Part::Tag);
    let mut found = Vec::new();
    let mut done = piece.start;
    for value in read_values(whole) {
        let value = piece.start + value.start..piece.start + value.end;
        found.push((done..value.start, code));
        done = value.end;
        found.push((value, Part::Text));
    }
    found.push((done..piece.end, code));
    found.retain(|(range, _)| !range.is_empty());
    found
}

/// What marks the tags of template languages.
const TAGS: [&str; 3] = ["{{<", "{{%", "{%"];

/// The name of a piece that is a tag, and not a macro or a variable; where it has none, `tag`.
fn tag_name(piece: &str) -> Option<&str> {
    let is_tag = TAGS.iter().any(|mark| piece.starts_with(mark));
    is_tag.then(|| closed_name(piece).or_else(|| name_of(piece)).unwrap_or("tag"))
}

/// The name of a template's tag: of `{{< alert title="x" >}}`, `alert`.
pub(crate) fn name_of(piece: &str) -> Option<&str> {
    let inner = TAGS.into_iter().find_map(|mark| piece.strip_prefix(mark))?;
    named(inner.trim_start_matches(['-', ' ', '\t', '\n', '\r']))
}

/// The name of the tag that a piece closes: of `{{< /alert >}}` and `{% endalert %}`, `alert`.
pub(crate) fn closed_name(piece: &str) -> Option<&str> {
    match piece.strip_prefix("{%") {
        Some(_) => named(name_of(piece)?.strip_prefix("end")?),
        None => {
            let inner = ["{{<", "{{%"].into_iter().find_map(|mark| piece.strip_prefix(mark))?;
            named(inner.trim_start().strip_prefix('/')?.trim_start())
        }
    }
}

/// The name that `text` begins with.
fn named(text: &str) -> Option<&str> {
    Some(&text[..name_length(text)]).filter(|name| !name.is_empty())
}

/// How long the name is that `text` begins with.
pub(crate) fn name_length(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count()
}
