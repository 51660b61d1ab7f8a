//! A page as the toolkit sees it: blocks of text, each with its way back to the file.

use std::ops::Range;

use serde::Serialize;

use crate::segment::{Segment, Segmenter};
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
    lines: LineIndex,
}

impl SegmentedDocument {
    /// Cuts every block of `document` into segments.
    pub fn new(document: Document, segmenter: &dyn Segmenter) -> Self {
        let mut segments = Vec::new();
        for (block, Block { text, .. }) in document.blocks.iter().enumerate() {
            segments.extend(segmenter.segment(text.as_str()).into_iter().map(|range| Segment { block, range }));
        }
        let lines = LineIndex::new(&document.file);
        Self { document, segments, lines }
    }

    /// The block that a segment is a range of.
    pub fn block(&self, segment: &Segment) -> &Block {
        &self.document.blocks[segment.block]
    }

    /// A segment's text.
    pub fn text(&self, segment: &Segment) -> &str {
        &self.block(segment).text.as_str()[segment.range.clone()]
    }

    /// The inline codes inside a segment, by place in the segment's text.
    ///
    /// A code between two segments belongs to the earlier one if it closes, else to the later one. A pair whose other
    /// half lies in another segment is left as it is: half a pair.
    pub fn codes(&self, segment: &Segment) -> Vec<InlineCode> {
        let Range { start, end } = segment.range;
        let inside = self.block(segment).codes.iter().filter(|code| match code.kind {
            CodeKind::Close => start < code.at && code.at <= end,
            CodeKind::Open | CodeKind::Standalone => start <= code.at && code.at < end,
        });
        inside.map(|code| InlineCode { at: code.at - start, ..code.clone() }).collect()
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
