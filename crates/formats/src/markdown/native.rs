//! Pieces of Markdown's own markup: link titles and code spans.

use std::ops::Range;

use crate::draft::Draft;
use crate::html::push_text;
use crate::html::references::Within;

/// Where the title stands in the end of a link or definition: `](/url "Title")`, `[a]: /url 'Title'`.
pub(super) fn title_range(raw: &str) -> Option<Range<usize>> {
    let trimmed = raw.trim_end();
    // Within a link, the last bracket is the link's.
    let inner = if trimmed.starts_with(']') { trimmed.strip_suffix(')')?.trim_end() } else { trimmed };
    let last = inner.chars().next_back()?;
    let opening = match last {
        '"' | '\'' => last,
        ')' => '(',
        _ => return None,
    };
    let end = inner.len() - last.len_utf8();
    let bytes = inner.as_bytes();
    let start = inner[..end]
        .char_indices()
        .rev()
        .find(|(at, c)| *c == opening && (*at == 0 || bytes[at - 1] != b'\\'))
        .map(|(at, _)| at + 1)?;
    Some(start..end)
}

/// Text with escapes and references: `\*`, `&amp;`.
pub(super) fn push_escaped(draft: &mut Draft, text: &str, at: usize) {
    let mut done = 0;
    let mut from = 0;
    while let Some(found) = text[from..].find('\\') {
        let slash = from + found;
        if text.as_bytes().get(slash + 1).is_some_and(u8::is_ascii_punctuation) {
            push_references(draft, &text[done..slash], at + done);
            draft.verbatim(&text[slash + 1..slash + 2], at + slash + 1);
            done = slash + 2;
            from = done;
        } else {
            from = slash + 1;
        }
    }
    push_references(draft, &text[done..], at + done);
}

fn push_references(draft: &mut Draft, text: &str, at: usize) {
    push_text(draft, text, at, Within::Attribute, false);
}

/// The backticks on either side of a code span.
pub(super) fn ticks(raw: &str) -> usize {
    raw.bytes().take_while(|byte| *byte == b'`').count().min(raw.len() / 2)
}

/// The text of a code span as CommonMark reads it: lines joined, and a blank at either end off.
pub(super) fn code_of(raw: &str) -> String {
    let joined = between_ticks(raw).replace("\r\n", " ").replace(['\n', '\r'], " ");
    let inner = without_blanks(&joined).filter(|inner| !inner.trim().is_empty());
    inner.map(str::to_owned).unwrap_or(joined)
}

fn between_ticks(raw: &str) -> &str {
    let ticks = ticks(raw);
    raw.get(ticks..raw.len() - ticks).unwrap_or_default()
}

/// A text without the one blank at either end, if it has both.
fn without_blanks(text: &str) -> Option<&str> {
    text.strip_prefix(' ')?.strip_suffix(' ')
}

/// The text of a code span: letter by letter where it stands so.
pub(super) fn push_code(draft: &mut Draft, text: &str, raw: &str, at: usize) {
    let ticks = ticks(raw);
    let inner = between_ticks(raw);
    if inner == text {
        draft.verbatim(text, at + ticks);
    } else if without_blanks(inner) == Some(text) {
        draft.verbatim(text, at + ticks + 1);
    } else {
        draft.replaced(text, at..at + raw.len());
    }
}
