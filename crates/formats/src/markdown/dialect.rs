//! What site generators add to Markdown: containers (`:::note`), admonitions (`!!! note`), attribute lists (`{: .lead}`),
//! components (MDX) and pieces of template languages.
//!
//! A parser of CommonMark would take them for text. They are masked in a copy of the page, byte for byte, so that all
//! places stay right: a line that is nothing but such markup becomes blank, a piece within a line becomes letters.

mod attributes;
mod lines;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_core::document::{BlockKind, Comment, Scope};
use pulldown_cmark::{Event, Parser, Tag};

use crate::draft::Draft;
use crate::html::Walker;
use crate::template::{self, Part};
use lines::Lines;

/// A page with its dialect masked.
pub(super) struct Dialect<'b> {
    /// What a parser of CommonMark is to read; as long as the page.
    pub(super) masked: Cow<'b, str>,
    /// Pieces of the page that run within text and are none, in order.
    pieces: Vec<(Range<usize>, Part<'b>)>,
    /// Lines of markup, in order, with what readers see of them.
    asides: Vec<Aside>,
    comments: Vec<Range<usize>>,
    /// Paragraphs that an attribute list forbids to translate, in order.
    forbidden: Vec<Range<usize>>,
}

/// Markup that parts blocks.
struct Aside {
    span: Range<usize>,
    text: Range<usize>,
    role: Role,
}

/// What the text of an aside is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// The title of what follows.
    Title,
    /// The value of a parameter.
    Value,
    /// Code or a formula: nothing that is translated.
    Code,
}

impl<'b> Dialect<'b> {
    pub(super) fn of(body: &'b str) -> Self {
        let mut dialect = Self {
            masked: Cow::Borrowed(body),
            pieces: Vec::new(),
            asides: Vec::new(),
            comments: Vec::new(),
            forbidden: Vec::new(),
        };
        if Lines::may_be_in(body) {
            let mut bytes = body.as_bytes().to_vec();
            Lines::new(body, &mut bytes, &mut dialect).read();
            dialect.masked = text_of(bytes, body);
        }
        if template::may_be_in(body) || body.contains("={") || body.contains("{/*") || attributes::may_be_within(body) {
            dialect.read_pieces(body);
        }
        dialect.asides.sort_by_key(|aside| aside.span.start);
        dialect
    }

    /// Masks the pieces of template languages and the components that stand outside of code.
    fn read_pieces(&mut self, body: &'b str) {
        let (code, html) = passed_over(&self.masked);
        let is_within = |ranges: &[Range<usize>], at: usize| {
            let next = ranges.partition_point(|range| range.end <= at);
            ranges.get(next).is_some_and(|range| range.start <= at)
        };
        let mut bytes = self.masked.as_bytes().to_vec();
        let mut found: Vec<(Range<usize>, Found)> = Vec::new();
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
            let piece = template::end_of(body, at)
                .map(|end| (end, Found::Template))
                .or_else(|| Some((component(body, at)?, Found::Component)))
                .or_else(|| Some((attributes::end_of(body, at)?, Found::Attributes)));
            if let Some((end, kind)) = piece.filter(|(end, _)| !is_within(&code, end - 1)) {
                found.push((at..end, kind));
                from = end;
            }
        }
        let mut closings: BTreeMap<&str, Vec<&Range<usize>>> = BTreeMap::new();
        for (piece, _) in &found {
            if let Some(name) = template::closed_name(&body[piece.clone()]) {
                closings.entry(name).or_default().push(piece);
            }
        }
        let mut done = 0;
        for (piece, kind) in &found {
            if piece.start < done {
                continue;
            }
            let text = &body[piece.clone()];
            let opened = template::name_of(text).filter(|_| is_block(text));
            let closing = opened.and_then(|name| {
                let named = closings.get(name)?;
                Some((name, named.get(named.partition_point(|other| other.start < piece.end))?))
            });
            let region = closing.filter(|(name, _)| holds_code(name)).map(|(_, end)| piece.start..end.end);
            let region = region.filter(|region| whole_lines(body, region));
            let is_tag = *kind == Found::Component
                || text.starts_with("{%")
                || template::closed_name(text).is_some()
                || closing.is_some();
            let values = template::read_values(text);
            if let Some(region) = region {
                blank(&mut bytes, region.clone());
                done = region.end;
                self.asides.push(Aside { span: region.clone(), text: region, role: Role::Code });
            } else if (is_tag || !values.is_empty()) && whole_lines(body, piece) {
                // Markup that parts blocks is none of them, like a tag of HTML.
                blank(&mut bytes, piece.clone());
                self.set_apart(piece, values);
            } else if *kind == Found::Attributes {
                // A letter would bind to a `_` before it.
                bytes[piece.clone()].fill(b'.');
                self.pieces.push((piece.clone(), Part::Tag("attributes")));
            } else if let Some((name, _)) = closing.filter(|_| !values.is_empty()) {
                // What stands between the two tags is the text; the title of it all is none of its words.
                bytes[piece.clone()].fill(b'x');
                self.pieces.push((piece.clone(), Part::Tag(name)));
                self.set_apart(piece, values);
            } else {
                bytes[piece.clone()].fill(b'x');
                let parts = template::parts_of(body, piece.clone()).into_iter();
                self.pieces.extend(parts.filter(|(_, part)| *part != Part::Text));
            }
        }
        self.masked = text_of(bytes, body);
    }

    /// The values of a tag's parameters are blocks of their own. They stand before the text that the tag begins.
    fn set_apart(&mut self, tag: &Range<usize>, values: Vec<Range<usize>>) {
        self.asides.extend(values.into_iter().map(|value| {
            let text = tag.start + value.start..tag.start + value.end;
            Aside { span: tag.start..text.end, text, role: Role::Value }
        }));
    }

    /// Adds what was masked as blocks of its own.
    pub(super) fn tell(&self, body: &str, base: usize, walker: &mut Walker<'_>) {
        for Aside { span, text, role } in &self.asides {
            let mut draft = Draft::default();
            let push = |draft: &mut Draft| draft.collapsed(&body[text.clone()], base + text.start);
            if *role == Role::Code {
                draft.protected(push)
            } else {
                push(&mut draft)
            }
            let kind = if *role == Role::Value { BlockKind::Attribute } else { BlockKind::Paragraph };
            if let Some(block) = draft.finish(kind, Scope::Content, Some(base + span.start..base + span.end)) {
                walker.add(block);
            }
        }
        for comment in &self.comments {
            let text = body[comment.clone()].trim_start_matches("{/*").trim_end_matches("*/}").trim().to_owned();
            let span = base + comment.start..base + comment.end;
            walker.document().comments.push(Comment { text, span });
        }
    }

    /// What of a range of the page is no text though it runs within text, in order.
    pub(super) fn pieces_in(&self, range: &Range<usize>) -> impl Iterator<Item = (Range<usize>, Part<'b>)> {
        let first = self.pieces.partition_point(|(piece, _)| piece.end <= range.start);
        let range = range.clone();
        self.pieces[first..]
            .iter()
            .take_while(move |(piece, _)| piece.start < range.end)
            .map(move |(piece, part)| (piece.start.max(range.start)..piece.end.min(range.end), *part))
    }

    /// Whether an attribute list forbids to translate what stands at byte `at` of the page.
    pub(super) fn forbids(&self, at: usize) -> bool {
        let next = self.forbidden.partition_point(|range| range.end <= at);
        self.forbidden.get(next).is_some_and(|range| range.start <= at)
    }
}

/// What a piece of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Template,
    Component,
    Attributes,
}

fn text_of(bytes: Vec<u8>, body: &str) -> Cow<'_, str> {
    // Whole letters were masked, each byte by a letter of one byte.
    String::from_utf8(bytes).map_or(Cow::Borrowed(body), Cow::Owned)
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
