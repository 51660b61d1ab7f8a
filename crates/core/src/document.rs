//! A page as the toolkit sees it: blocks of text, each with its way back to the file.

use std::ops::Range;

use serde::Serialize;

use crate::segment::srx::FormatHandles;
use crate::segment::{CodeRole, Segment, Segmenter, codes_before};
use crate::text::{LineIndex, MappedText, Place};

/// A page cut into blocks.
///
/// All byte offsets in it count in [`Document::file`], the whole file as UTF-8, a byte order mark included.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The whole file, decoded.
    pub file: String,
    /// The blocks in the order in which they stand in the file.
    pub blocks: Vec<Block>,
    /// The language that the page says it is in (`<html lang>`, front matter), as written.
    pub declared_language: Option<String>,
    /// The other language versions that the page links to (`hreflang`, a language switcher).
    pub alternates: Vec<Alternate>,
    /// Machine-readable facts of the page: front matter keys (nested ones joined by `.`) and `meta` names.
    pub fields: Vec<Field>,
    /// Comments (`<!-- … -->`), for markers and declared bases.
    pub comments: Vec<Comment>,
    /// What was odd about the file, but did not hinder reading it.
    pub warnings: Vec<Warning>,
    /// Whether the marks of lists (`2.`) stand in the texts of their items: in formats without markup they do.
    pub marks_in_texts: bool,
}

/// One paragraph, heading, list item, cell or attribute of a page.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is on the page.
    pub kind: BlockKind,
    /// Whether it belongs to the page's own text.
    pub scope: Scope,
    /// The bytes of the file that it takes up, its markup included.
    pub span: Range<usize>,
    /// Its text without markup, entities resolved.
    pub text: MappedText,
    /// Its inline markup, by place in the text.
    pub codes: Vec<InlineCode>,
    /// Ranges of the text that are not to be translated (`translate="no"`, inline code), in order.
    pub protected: Vec<Range<usize>>,
    /// The language that its markup declares where it differs from the page's, as written.
    pub declared_language: Option<String>,
    /// Counts up at every hard delimiter (heading, rule, page break): a hint to the aligner.
    pub section: u32,
    /// What links to it name (`{#id}`, `id="…"`, what a heading's text gives), where it begins a part of the page.
    pub anchor: Option<String>,
}

impl Document {
    /// For every block the anchor of the part of the page that it stands in.
    pub fn anchors(&self) -> Vec<Option<&str>> {
        let mut anchor = None;
        let mut anchors = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            anchor = block.anchor.as_deref().or(anchor);
            anchors.push(anchor);
        }
        anchors
    }

    /// The lines of the page's blocks of code: what stands between fences (CommonMark 4.5) or in `<pre>`, apart from the text.
    ///
    /// ```
    /// # use hexapla_core::document::Document;
    /// let page = Document { file: "```sh\nmake all\n```\nSee below.\n".to_owned(), ..Document::default() };
    /// assert_eq!(page.code_lines(), ["make all"]);
    /// ```
    pub fn code_lines(&self) -> Vec<&str> {
        let translated = self.blocks.iter().filter(|block| block.scope != Scope::DoNotTranslate);
        let mut spans: Vec<&Range<usize>> = translated.map(|block| &block.span).collect();
        spans.sort_by_key(|span| span.start);
        let (mut lines, mut start) = (Vec::new(), 0);
        for span in spans.into_iter().cloned().chain(std::iter::once(self.file.len()..self.file.len())) {
            // A block may lie within another one.
            code_lines_of(self.file.get(start..span.start).unwrap_or_default(), &mut lines);
            start = start.max(span.end);
        }
        lines
    }
}

/// The lines of code in a stretch of a file in which nothing is to be translated.
fn code_lines_of<'f>(stretch: &'f str, lines: &mut Vec<&'f str>) {
    let mut fence: Option<&str> = None;
    for line in stretch.lines() {
        let bare = line.trim_start();
        let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'));
        let signs = &bare[..mark.map_or(0, |mark| bare.len() - bare.trim_start_matches(mark).len())];
        match fence {
            None => fence = (signs.len() >= 3).then_some(signs),
            Some(opening) if signs.starts_with(opening) => fence = None,
            Some(_) => lines.push(line),
        }
    }
    let Some((_, rest)) = stretch.split_once("<pre") else { return };
    let inside = rest.split_once('>').map_or("", |(_, inside)| inside);
    lines.extend(inside.split("</pre").next().unwrap_or_default().lines());
}

impl Block {
    /// The inline codes that belong to the bytes `range` of the text, their places counted from its start.
    ///
    /// In the white space around the range, where one segment has ended and the next not begun, an opening code belongs
    /// to what follows, a closing one to what precedes, and one that stands alone to the text that it touches, else to
    /// what follows. A forced line break there is part of the gap. So each code is in exactly one segment, such line breaks
    /// aside. A pair whose other half lies in another segment is left as it is: half a pair. Numbers stay those of the
    /// block, as CAT tools number the tags of a paragraph before they cut it.
    ///
    /// That is what `handles` asks for by default; a file of rules may ask for something else (`formathandle`).
    pub fn codes_in(&self, range: Range<usize>, handles: FormatHandles) -> Vec<InlineCode> {
        let text = self.text.as_str();
        let (Some(before), Some(after)) = (text.get(..range.start), text.get(range.end..)) else { return Vec::new() };
        let gap = (before.trim_end().len(), text.len() - after.trim_start().len());
        let first = self.codes.partition_point(|code| code.at < gap.0);
        let near = &self.codes[first..first + self.codes[first..].partition_point(|code| code.at <= gap.1)];
        let belongs = |number: usize, code: &InlineCode| match code.kind {
            CodeKind::Open => opens_within(code.at, &range, gap, text.len()),
            CodeKind::Close if closes_at_once(&near[..number], code) => opens_within(code.at, &range, gap, text.len()),
            CodeKind::Close => code.at > range.start || gap.0 == 0,
            CodeKind::Standalone => stands_within(code, &range, gap, text.len()),
        };
        let own = (handles != FormatHandles::default()).then(|| handled(near, &range, gap, text.len(), handles));
        let inside = near.iter().enumerate().filter(|(number, code)| match &own {
            Some(own) => own.contains(number) && (code.name != "lb" || (range.start..range.end).contains(&code.at)),
            None => belongs(*number, code),
        });
        let place = |at: usize| at.saturating_sub(range.start).min(range.len());
        inside.map(|(_, code)| InlineCode { at: place(code.at), ..code.clone() }).collect()
    }
}

/// Which of the codes `near` a segment are its own if `handles` says on which side of a boundary they go.
fn handled(
    near: &[InlineCode],
    range: &Range<usize>,
    gap: (usize, usize),
    end: usize,
    handles: FormatHandles,
) -> Range<usize> {
    let before = |codes: &[InlineCode]| codes_before(codes.iter().map(|code| CodeRole::from(code.kind)), handles);
    let first = near.partition_point(|code| code.at <= range.start);
    let last = near.partition_point(|code| code.at < range.end);
    let start = if gap.0 == 0 { 0 } else { before(&near[..first]) };
    start..if gap.1 == end { near.len() } else { last + before(&near[last..]) }
}

/// Whether the pair that `code` closes holds no text.
fn closes_at_once(before: &[InlineCode], code: &InlineCode) -> bool {
    // Nobody nests more codes than this around nothing.
    let near = before.iter().rev().take(64).take_while(|open| open.at == code.at);
    near.into_iter().any(|open| open.kind == CodeKind::Open && open.id == code.id)
}

fn opens_within(at: usize, range: &Range<usize>, gap: (usize, usize), end: usize) -> bool {
    gap.0 <= at && (at < range.end || gap.1 == end)
}

fn stands_within(code: &InlineCode, range: &Range<usize>, gap: (usize, usize), end: usize) -> bool {
    let (at, is_last) = (code.at, gap.1 == end);
    if range.start <= at && at < range.end {
        return true;
    }
    // What touches the text before it belongs there.
    let follows = at >= range.end && (is_last || (at == range.end && gap.1 > range.end));
    let precedes = at < range.start && (gap.0 < at || gap.0 == 0);
    code.name != "lb" && (follows || precedes)
}

/// What a block is on the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The page's title as metadata: `<title>`, `title` in the front matter.
    Title,
    /// Other translatable metadata: a description, a summary.
    Metadata,
    /// A heading.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list, with its bullet where that is text.
    ListItem,
    /// A term that is defined (`<dt>`).
    Term,
    /// Its definition (`<dd>`).
    Definition,
    /// A cell of a table.
    TableCell,
    /// A caption of a table or figure.
    Caption,
    /// A quotation.
    Quote,
    /// A footnote.
    Footnote,
    /// A translatable attribute: `alt`, `title`, `placeholder`, `aria-label`.
    Attribute,
    /// A label of a control: button, option, legend.
    Label,
}

impl BlockKind {
    /// The word for it in JSON and messages: `list-item`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Metadata => "metadata",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::TableCell => "table-cell",
            Self::Caption => "caption",
            Self::Quote => "quote",
            Self::Footnote => "footnote",
            Self::Attribute => "attribute",
            Self::Label => "label",
        }
    }
}

/// Whether a block belongs to the page's own text. Only [`Scope::Content`] counts in coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The page's own text, to be translated.
    Content,
    /// Text of the template that repeats across pages: teasers, footer, navigation.
    Boilerplate,
    /// The links to the other language versions.
    LanguageSwitcher,
    /// Not to be translated: `translate="no"`, nothing but code, a URL or numbers.
    DoNotTranslate,
}

/// A piece of inline markup at a place in a block's text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InlineCode {
    /// Where in the text it stands: before the byte at this offset.
    pub at: usize,
    /// Whether it opens, closes or stands alone.
    pub kind: CodeKind,
    /// Numbers the codes of a block from 1; the two halves of a pair share a number.
    pub id: u32,
    /// What it does, in the words of TMX where it has one: `bold`, `italic`, `link`, `code`, `image`, `lb`; else the
    /// element's name.
    pub name: String,
    /// The markup as it stands in the file.
    pub native: String,
}

/// Whether an inline element of this name holds code, which is not to be translated.
///
/// ```
/// # use hexapla_core::document::is_code;
/// assert!(is_code("kbd") && !is_code("bold"));
/// ```
pub fn is_code(name: &str) -> bool {
    matches!(name, "code" | "kbd" | "samp" | "var" | "tt")
}

/// How an inline code stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeKind {
    /// The opening half of a pair.
    Open,
    /// The closing half of a pair.
    Close,
    /// Complete in itself.
    Standalone,
}

/// A link to another language version of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// The language that the link names, as written; a switcher's language names are resolved.
    pub language: String,
    /// Where it leads, as written; absent where a text page only names the language.
    pub href: Option<String>,
    /// The bytes of the file that say so.
    pub span: Range<usize>,
}

/// A machine-readable fact of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key, nested keys joined by `.`.
    pub key: String,
    /// Its value as text.
    pub value: String,
    /// The bytes of the file that hold the value.
    pub span: Range<usize>,
}

/// A comment in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What stands between its marks, without the white space around it.
    pub text: String,
    /// The bytes of the file that it takes up.
    pub span: Range<usize>,
}

/// Something odd that did not hinder reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What is odd.
    pub kind: WarningKind,
    /// Where in the file.
    pub span: Range<usize>,
}

/// What may be odd about a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WarningKind {
    /// The page's front matter is broken; its text was read as if it had none.
    FrontMatter {
        /// What the parser says.
        reason: String,
    },
    /// The declared encoding and the bytes disagree; the bytes won.
    Encoding {
        /// What the file declares.
        declared: String,
        /// What it is.
        actual: String,
    },
    /// Markup that breaks its format's grammar.
    Markup {
        /// What the parser says.
        reason: String,
    },
    /// Nested deeper than is sensible; what lies below was read as one block.
    TooDeep,
}

/// A page cut into blocks and segments: what the aligner and the staleness model work on.
#[derive(Clone, Debug, Default)]
pub struct SegmentedDocument {
    /// The page.
    pub document: Document,
    /// Its segments, in order of the blocks.
    pub segments: Vec<Segment>,
    handles: FormatHandles,
    lines: LineIndex,
}

impl SegmentedDocument {
    /// Cuts every block of `document` into segments.
    pub fn new(document: Document, segmenter: &dyn Segmenter) -> Self {
        let mut segments = Vec::new();
        for (block, Block { text, protected, .. }) in document.blocks.iter().enumerate() {
            let ranges = unbroken(segmenter.segment(text.as_str()), protected);
            segments.extend(ranges.into_iter().map(|range| Segment { block, range }));
        }
        let lines = LineIndex::new(&document.file);
        Self { document, segments, handles: segmenter.handles(), lines }
    }

    /// The block that a segment is a range of.
    pub fn block(&self, segment: &Segment) -> &Block {
        &self.document.blocks[segment.block]
    }

    /// A segment's text.
    pub fn text(&self, segment: &Segment) -> &str {
        &self.block(segment).text.as_str()[segment.range.clone()]
    }

    /// The inline codes of a segment, by place in the segment's text: [`Block::codes_in`].
    pub fn codes(&self, segment: &Segment) -> Vec<InlineCode> {
        self.block(segment).codes_in(segment.range.clone(), self.handles)
    }

    /// The bytes of the file that a segment takes up, from its first letter to its last.
    pub fn file_range(&self, segment: &Segment) -> Range<usize> {
        self.block(segment).text.file_range(segment.range.clone())
    }

    /// Where a segment begins in the file.
    pub fn place(&self, segment: &Segment) -> Place {
        self.place_of(self.file_range(segment).start)
    }

    /// The place of any byte of the file.
    pub fn place_of(&self, byte: usize) -> Place {
        self.lines.place(&self.document.file, byte)
    }
}

/// Joins ranges between which a protected one would be cut: what is not to be translated is not cut either.
fn unbroken(ranges: Vec<Range<usize>>, protected: &[Range<usize>]) -> Vec<Range<usize>> {
    if protected.is_empty() || ranges.len() < 2 {
        return ranges;
    }
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if is_cut(protected, last.end, range.start) => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}

/// Whether one of the ranges has text on either side of the gap.
fn is_cut(protected: &[Range<usize>], gap_start: usize, gap_end: usize) -> bool {
    let next = protected.partition_point(|range| range.end <= gap_end);
    protected.get(next).is_some_and(|range| range.start < gap_start)
}
