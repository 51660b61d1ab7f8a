//! What site generators add to Markdown: containers (`:::note`), admonitions (`!!! note`), attribute lists (`{: .lead}`),
//! components (MDX) and pieces of template languages.
//!
//! A parser of CommonMark would take them for text. They are masked in a copy of the page, byte for byte, so that all
//! places stay right: a line that is nothing but such markup becomes blank, a piece within a line becomes letters.

mod lines;

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_core::document::{BlockKind, Comment, Scope};
use pulldown_cmark::{Event, Parser, Tag};

use crate::draft::Draft;
use crate::html::Walker;
use crate::template;
use lines::Lines;

/// A page with its dialect masked.
pub(super) struct Dialect {
    /// What a parser of CommonMark is to read; as long as the page.
    pub(super) masked: String,
    /// Ranges of the page that are not to be translated though they run within text, in order.
    pub(super) protected: Vec<Range<usize>>,
    /// Lines of markup, in order, with what readers see of them.
    asides: Vec<Aside>,
    comments: Vec<Range<usize>>,
}

/// Markup that parts blocks.
struct Aside {
    span: Range<usize>,
    /// What is to be translated, in order; the rest of `text` is not.
    read: Vec<Range<usize>>,
    text: Range<usize>,
}

impl Dialect {
    pub(super) fn of(body: &str) -> Self {
        let mut dialect =
            Self { masked: String::new(), protected: Vec::new(), asides: Vec::new(), comments: Vec::new() };
        let mut bytes = body.as_bytes().to_vec();
        if Lines::may_be_in(body) {
            Lines::new(body, &mut bytes, &mut dialect).read();
        }
        dialect.masked = text_of(bytes, body);
        if template::may_be_in(body) || body.contains("={") || body.contains("{/*") {
            dialect.pieces(body);
        }
        dialect.asides.sort_by_key(|aside| aside.span.start);
        dialect
    }

    /// Masks the pieces of template languages and the components that stand outside of code.
    fn pieces(&mut self, body: &str) {
        let (code, html) = passed_over(&self.masked);
        let is_within = |ranges: &[Range<usize>], at: usize| {
            let next = ranges.partition_point(|range| range.end <= at);
            ranges.get(next).is_some_and(|range| range.start <= at)
        };
        let mut bytes = std::mem::take(&mut self.masked).into_bytes();
        let mut found: Vec<Range<usize>> = Vec::new();
        let (mut from, mut has_comments) = (0, true);
        while let Some(at) = body.get(from..).and_then(|rest| rest.find(['{', '<'])).map(|at| from + at) {
            from = at + 1;
            // What is masked already is none, and what stands in HTML is the business of its reader.
            if bytes.get(at) != body.as_bytes().get(at) || is_within(&code, at) || is_within(&html, at) {
                continue;
            }
            if has_comments && body[at..].starts_with("{/*") {
                let end = comment(body, at);
                has_comments = end.is_some();
                if let Some(end) = end.filter(|end| whole_lines(body, &(at..*end))) {
                    self.comments.push(at..end);
                    blank(&mut bytes, at..end);
                    from = end;
                    continue;
                }
            }
            let end = template::end_of(body, at).or_else(|| component(body, at));
            if let Some(end) = end.filter(|end| !is_within(&code, end - 1)) {
                found.push(at..end);
                from = end;
            }
        }
        let mut closings: BTreeMap<&str, Vec<&Range<usize>>> = BTreeMap::new();
        for piece in &found {
            if let Some(name) = closed_name(&body[piece.clone()]) {
                closings.entry(name).or_default().push(piece);
            }
        }
        let mut done = 0;
        for piece in &found {
            if piece.start < done {
                continue;
            }
            let text = &body[piece.clone()];
            let stands_alone = whole_lines(body, piece);
            let closing = name_of(text).filter(|_| is_block(text)).and_then(|name| {
                let named = closings.get(name)?;
                named.get(named.partition_point(|other| other.start < piece.end))
            });
            let is_tag =
                text.starts_with("{%") || text.starts_with('<') || closed_name(text).is_some() || closing.is_some();
            let region = closing.filter(|_| name_of(text).is_some_and(holds_code)).map(|end| piece.start..end.end);
            let region = region.filter(|region| whole_lines(body, region));
            if let Some(region) = region {
                blank(&mut bytes, region.clone());
                done = region.end;
                self.asides.push(Aside { span: region.clone(), read: Vec::new(), text: region });
            } else if stands_alone && is_tag {
                let read = template::read_values(text).into_iter();
                let read = read.map(|value| piece.start + value.start..piece.start + value.end).collect();
                blank(&mut bytes, piece.clone());
                self.asides.push(Aside { span: piece.clone(), read, text: piece.clone() });
            } else {
                bytes[piece.clone()].fill(b'x');
                let mut from = piece.start;
                for value in template::read_values(text) {
                    self.protected.push(from..piece.start + value.start);
                    from = piece.start + value.end;
                }
                self.protected.push(from..piece.end);
            }
        }
        self.masked = text_of(bytes, body);
    }

    /// Adds what was masked as blocks of its own.
    pub(super) fn tell(&self, body: &str, base: usize, walker: &mut Walker<'_>) {
        for aside in &self.asides {
            let mut draft = Draft::default();
            let mut done = aside.text.start;
            let code = |draft: &mut Draft, range: Range<usize>| {
                draft.guard();
                draft.collapsed(&body[range.clone()], base + range.start);
                draft.unguard();
            };
            for read in &aside.read {
                code(&mut draft, done..read.start);
                draft.collapsed(&body[read.clone()], base + read.start);
                done = read.end;
            }
            code(&mut draft, done..aside.text.end);
            let span = base + aside.span.start..base + aside.span.end;
            if let Some(block) = draft.finish(BlockKind::Paragraph, Scope::Content, Some(span)) {
                walker.add(block);
            }
        }
        for comment in &self.comments {
            let text = body[comment.clone()].trim_start_matches("{/*").trim_end_matches("*/}").trim().to_owned();
            let span = base + comment.start..base + comment.end;
            walker.document().comments.push(Comment { text, span });
        }
    }

    /// What of a range of the page is protected, in order.
    pub(super) fn protected_in(&self, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.protected.partition_point(|protected| protected.end <= range.start);
        let range = range.clone();
        self.protected[first..]
            .iter()
            .take_while(move |protected| protected.start < range.end)
            .map(move |protected| protected.start.max(range.start)..protected.end.min(range.end))
    }
}

fn text_of(bytes: Vec<u8>, body: &str) -> String {
    // Whole letters were masked, each byte by a letter of one byte.
    String::from_utf8(bytes).unwrap_or_else(|_| body.to_owned())
}

fn blank(bytes: &mut [u8], range: Range<usize>) {
    for byte in bytes[range].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')) {
        *byte = b' ';
    }
}

/// Where code and where HTML stands in a page, in order.
fn passed_over(masked: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut code, mut html) = (Vec::new(), Vec::new());
    for (event, range) in Parser::new_ext(masked, super::extensions()).into_offset_iter() {
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => code.push(range),
            Event::Start(Tag::HtmlBlock) => html.push(range),
            _ => {}
        }
    }
    (code, html)
}

/// `{/* … */}`, a comment of MDX.
fn comment(body: &str, at: usize) -> Option<usize> {
    let inner = body[at..].strip_prefix("{/*")?;
    let length = inner.find("*/}")?;
    Some(at + 3 + length + 3)
}

/// Where the tag of a component ends whose attributes CommonMark cannot read: `<Tab value={1}>`.
fn component(body: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 4096;
    let bytes = body.as_bytes();
    if bytes[at] != b'<' || !bytes.get(at + 1)?.is_ascii_alphabetic() {
        return None;
    }
    let (mut braces, mut quote, mut has_value) = (0usize, None, false);
    for (offset, byte) in bytes[at..].iter().enumerate().take(LONGEST).skip(1) {
        match (*byte, quote) {
            (byte, Some(mark)) => quote = (byte != mark).then_some(mark),
            (b'"' | b'\'', None) => quote = Some(*byte),
            (b'{', None) => {
                has_value |= bytes[at + offset - 1] == b'=';
                braces += 1;
            }
            (b'}', None) => braces = braces.checked_sub(1)?,
            (b'>', None) if braces == 0 => return has_value.then_some(at + offset + 1),
            (b'<', None) if braces == 0 => return None,
            (b'\n', None) if braces == 0 && matches!(bytes.get(at + offset + 1), Some(b'\n' | b'\r') | None) => {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// Whether only white space stands beside a piece on its lines.
fn whole_lines(body: &str, piece: &Range<usize>) -> bool {
    // No further than to the first letter: a line may be long, and hold many pieces.
    let on_line = |c: &char| !matches!(c, '\n' | '\r');
    body[..piece.start].chars().rev().take_while(on_line).all(char::is_whitespace)
        && body[piece.end..].chars().take_while(on_line).all(char::is_whitespace)
}

/// Whether a piece may have another one that closes it.
fn is_block(piece: &str) -> bool {
    (piece.starts_with("{{<") || piece.starts_with("{{%") || piece.starts_with("{%"))
        && !piece.trim_end_matches(['}', '%', '>']).ends_with('/')
}

/// The name of a template's tag: of `{{< alert title="x" >}}`, `alert`.
fn name_of(piece: &str) -> Option<&str> {
    let inner = ["{{<", "{{%", "{%"].into_iter().find_map(|mark| piece.strip_prefix(mark))?;
    let name = inner.trim_start_matches(['-', ' ', '\t', '\n', '\r']);
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    (length > 0).then(|| &name[..length])
}

/// The name of the tag that a piece closes: of `{{< /alert >}}` and `{% endalert %}`, `alert`.
fn closed_name(piece: &str) -> Option<&str> {
    let name = match piece.strip_prefix("{%") {
        Some(_) => name_of(piece)?.strip_prefix("end")?,
        None => {
            let inner = ["{{<", "{{%"].into_iter().find_map(|mark| piece.strip_prefix(mark))?;
            inner.trim_start().strip_prefix('/')?.trim_start()
        }
    };
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    (length > 0).then(|| &name[..length])
}

/// Whether what stands between a tag of this name and its end is no text.
fn holds_code(name: &str) -> bool {
    matches!(
        name,
        "highlight"
            | "code"
            | "codeblock"
            | "mermaid"
            | "katex"
            | "math"
            | "chem"
            | "graphviz"
            | "comment"
            | "raw-html"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components() {
        let check = |text: &str, want: Option<&str>| {
            assert_eq!(component(text, 0).map(|end| &text[..end]), want, "{text:?}");
        };
        check("<A b={1 > 2} c='}'/> d", Some("<A b={1 > 2} c='}'/>"));
        check("<a href='x'>", None);
        check("<A b={{c: 1}}\n  d>e", Some("<A b={{c: 1}}\n  d>"));
        check("<A b={1\n\n>", None);
        check("< a={1}>", None);
        check("<a b={", None);
    }
}
