//! Front matter: the YAML (`---`) or TOML (`+++`) at the head of a Markdown page.

mod toml;
mod yaml;

use std::ops::Range;

use hexapla_core::document::{Block, BlockKind, Field, Scope, Warning, WarningKind};

use crate::Options;
use crate::draft::Draft;

/// What a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    /// Its translatable values.
    pub(crate) blocks: Vec<Block>,
    pub(crate) fields: Vec<Field>,
    pub(crate) language: Option<String>,
    pub(crate) warning: Option<Warning>,
    /// Where the page itself begins.
    pub(crate) end: usize,
}

/// A value as its parser gives it.
#[derive(Debug)]
struct Value {
    key: String,
    value: String,
    /// Its bytes in the file, quotation marks included where the parser counts them in.
    span: Range<usize>,
    is_text: bool,
}

/// Why front matter could not be read, and where.
struct Broken {
    reason: String,
    at: usize,
}

/// Reads the front matter at the head of `file`. Broken front matter is text, with a warning.
pub(crate) fn read(file: &str, options: &Options) -> FrontMatter {
    let start = if file.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let nothing = FrontMatter { end: start, ..FrontMatter::default() };
    let Some((fence, inner, end)) = fenced(file, start) else { return nothing };
    let text = &file[inner.clone()];
    let values = match fence {
        "---" => yaml::values(text, inner.start),
        _ => toml::values(text, inner.start),
    };
    match values {
        Ok(Some(values)) => gather(file, values, end, options),
        Ok(None) if text.trim().is_empty() => FrontMatter { end, ..FrontMatter::default() },
        // `---`, a line, `---`: a rule and a heading.
        Ok(None) => nothing,
        Err(Broken { reason, at }) => {
            let at = (0..=at.min(file.len())).rev().find(|at| file.is_char_boundary(*at)).unwrap_or(0);
            FrontMatter {
                warning: Some(Warning { kind: WarningKind::FrontMatter { reason }, span: at..at }),
                ..nothing
            }
        }
    }
}

/// The fence, what stands between the two of them, and where the line after the second begins.
fn fenced(file: &str, start: usize) -> Option<(&'static str, Range<usize>, usize)> {
    let mut lines = file[start..].split_inclusive('\n');
    let first = lines.next()?;
    let fence = ["---", "+++"].into_iter().find(|fence| first.trim_end() == *fence && first.ends_with('\n'))?;
    let inner = start + first.len();
    let mut at = inner;
    for line in lines {
        let bare = line.trim_end();
        if bare == fence || (fence == "---" && bare == "...") {
            return Some((fence, inner..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn gather(file: &str, values: Vec<Value>, end: usize, options: &Options) -> FrontMatter {
    let mut front = FrontMatter { end, ..FrontMatter::default() };
    for Value { key, value, span, is_text } in values {
        let Some(raw) = file.get(span.clone()) else { continue };
        let bare: Vec<&str> = key.split('.').filter(|part| !part.bytes().all(|b| b.is_ascii_digit())).collect();
        let bare = bare.join(".");
        if is_text && options.translatable_keys.iter().any(|wanted| *wanted == key || *wanted == bare) {
            let kind = if bare == "title" { BlockKind::Title } else { BlockKind::Metadata };
            front.blocks.extend(draft(&value, raw, span.start).finish(kind, Scope::Content, Some(span.clone())));
        }
        if matches!(key.as_str(), "lang" | "language" | "locale") && front.language.is_none() {
            front.language = Some(value.clone());
        }
        front.fields.push(Field { key, value, span });
    }
    front.blocks.sort_by_key(|block| block.span.start);
    front.fields.sort_by_key(|field| field.span.start);
    front
}

/// A value as text that knows its way back: letter by letter where it stands as it is written.
fn draft(value: &str, raw: &str, at: usize) -> Draft {
    let value = value.trim();
    let mut draft = Draft::default();
    for (text, file) in aligned(value, raw).unwrap_or_else(|| vec![(value, 0..raw.len())]) {
        let file = at + file.start..at + file.end;
        match raw.get(file.start - at..file.end - at) == Some(text) {
            true => draft.verbatim(text, file.start),
            false => draft.replaced(text, file),
        }
    }
    draft
}

/// Which part of `raw` each piece of `value` stands for: quotation marks, escapes and folded line ends aside they are
/// equal.
fn aligned<'v>(value: &'v str, raw: &str) -> Option<Vec<(&'v str, Range<usize>)>> {
    let mut pieces: Vec<(&str, Range<usize>)> = Vec::new();
    let mut at = opening(raw);
    for (start, c) in value.char_indices() {
        let text = &value[start..start + c.len_utf8()];
        let rest = raw.get(at..)?;
        let space = rest.len() - rest.trim_start().len();
        let length = if c.is_whitespace() && space > 0 {
            // A run of blanks within a line is itself; around a line end it is folded.
            let folds = rest[..space].contains('\n');
            if folds && !value[start + c.len_utf8()..].starts_with(char::is_whitespace) {
                space
            } else {
                text.len().min(space)
            }
        } else if rest.starts_with('\\') {
            escape(rest)
        } else if rest.starts_with("''") && c == '\'' {
            2
        } else if rest.starts_with(c) {
            c.len_utf8()
        } else {
            return None;
        };
        let file = at..at + length;
        raw.get(file.clone())?;
        match pieces.last_mut() {
            Some((last, range))
                if range.end == at && length == text.len() && *last == &raw[range.clone()] && rest.starts_with(c) =>
            {
                *last = &value[start - last.len()..start + text.len()];
                range.end = file.end;
            }
            _ => pieces.push((text, file.clone())),
        }
        at = file.end;
    }
    Some(pieces)
}

/// How much of `raw` stands before the value: a quotation mark, the head of a block, white space.
fn opening(raw: &str) -> usize {
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| raw.starts_with(quote)).map_or(0, str::len);
    let block = if raw.starts_with(['|', '>']) { raw.find('\n').map_or(0, |at| at + 1) } else { 0 };
    let start = quote.max(block);
    start + (raw[start..].len() - raw[start..].trim_start().len())
}

/// How long the escape at the start of `text` is.
fn escape(text: &str) -> usize {
    match text.as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => 10,
        _ => 1 + text[1..].chars().next().map_or(0, char::len_utf8),
    }
}
