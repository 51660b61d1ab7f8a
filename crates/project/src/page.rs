//! A file becomes a page of segments.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use hexapla_core::document::{Block, BlockKind, CodeKind, Document, InlineCode, SegmentedDocument, is_code};
use hexapla_core::language::Language;
use hexapla_core::segment::{Segment, Segmenter};
use hexapla_core::status::{Passage, written_in};
use hexapla_formats::{Format, Options, counted_by};

use crate::error::ProjectError;
use crate::slots::slots;

/// Reads a page and cuts it into segments.
///
/// # Errors
///
/// The file cannot be read or decoded, or its name does not say its format and `format` does not either.
pub fn read_page(
    path: &Path,
    format: Option<Format>,
    options: &Options,
    segmenter: &dyn Segmenter,
) -> Result<SegmentedDocument, ProjectError> {
    let bytes = std::fs::read(path).map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason })?;
    page_of(&bytes, path, format, options, segmenter)
}

/// The same for bytes that are already here (standard input); `path` names them in messages.
pub fn page_of(
    bytes: &[u8],
    path: &Path,
    format: Option<Format>,
    options: &Options,
    segmenter: &dyn Segmenter,
) -> Result<SegmentedDocument, ProjectError> {
    let format = format
        .or_else(|| Format::of_path(&path.to_string_lossy()))
        .ok_or_else(|| ProjectError::UnknownFormat { path: path.to_owned() })?;
    // Parsers of the formats have had panics in their past; one page must not take the others down with it.
    let read = catch_unwind(AssertUnwindSafe(|| {
        hexapla_formats::read(bytes, format, options).map(|document| SegmentedDocument::new(document, segmenter))
    }));
    match read {
        Ok(page) => page.map_err(|reason| ProjectError::Encoding { path: path.to_owned(), reason }),
        Err(_) => Err(ProjectError::Crash { path: path.to_owned() }),
    }
}

/// The language that a page declares, else the one that it seems to be written in.
///
/// ```
/// use hexapla_core::document::Document;
/// use hexapla_project::language_of;
/// let page = Document { declared_language: Some("pt_BR".to_owned()), ..Document::default() };
/// assert_eq!(language_of(&page).unwrap().as_str(), "pt-BR");
/// ```
pub fn language_of(page: &Document) -> Option<Language> {
    declared_language(page).or_else(|| written_in(&page.file))
}

/// The language that a page declares, if it is one.
pub(crate) fn declared_language(page: &Document) -> Option<Language> {
    Language::named(page.declared_language.as_ref()?).ok()
}

/// Segments of a page, apart from its file, with their markup.
pub(crate) fn passages(page: &SegmentedDocument, numbers: &[usize]) -> Vec<Passage> {
    let slots = slots(&page.document);
    let passages = numbers.iter().map(|number| {
        let segment = &page.segments[*number];
        passage(page, segment).with_slot(slots[segment.block].clone())
    });
    passages.collect()
}

/// A text without what counts it as an item of a list, of which only the text is known.
pub(crate) fn uncounted(text: &str) -> &str {
    &text[counted_by(text).map_or(0, |(mark, _)| mark)..]
}

/// What a segment says: its text without the mark of a list, which another item that comes or goes may change.
pub(crate) fn said<'p>(page: &'p SegmentedDocument, segment: &Segment) -> &'p str {
    &page.text(segment)[mark_of(page, segment).len()..]
}

/// What it would be if it said something else.
pub(crate) fn with_mark(page: &SegmentedDocument, segment: &Segment, said: &str) -> String {
    format!("{}{said}", mark_of(page, segment))
}

/// What counts an item of a list in a plain text, if an item beside it is counted by the number before or behind.
fn mark_of<'p>(page: &'p SegmentedDocument, segment: &Segment) -> &'p str {
    let of_item = |at: usize| {
        let item = page.document.blocks.get(at).filter(|block| block.kind == BlockKind::ListItem)?;
        counted_by(item.text.as_str())
    };
    let mark = || {
        let (length, number) = of_item(segment.block).filter(|_| page.document.marks_in_texts)?;
        let before = segment.block.checked_sub(1).and_then(of_item).map(|(_, before)| before + 1);
        let behind = of_item(segment.block + 1).and_then(|(_, behind)| behind.checked_sub(1));
        [before, behind].contains(&Some(number)).then_some(length)
    };
    let length = if segment.range.start == 0 { mark() } else { None };
    page.text(segment).get(..length.unwrap_or_default()).unwrap_or_default()
}

fn passage(page: &SegmentedDocument, segment: &Segment) -> Passage {
    let codes = page.codes(segment);
    let code = code_of(&codes);
    let outward = outward_links(&codes, &page.document.file);
    let markup: Vec<String> = codes.into_iter().map(|code| code.native).collect();
    let passage = Passage::new(said(page, segment)).with_markup(markup.join(" ")).with_code(code);
    passage.with_outward_links(outward).with_name(name_of(page, page.block(segment)))
}

/// What stays the same when the words of a heading or a field change.
fn name_of(page: &SegmentedDocument, block: &Block) -> Option<Arc<str>> {
    match block.kind {
        BlockKind::Heading => block.anchor.as_ref().map(|anchor| format!("#{anchor}").into()),
        BlockKind::Title | BlockKind::Metadata => {
            let field = page.document.fields.iter().find(|field| field.span.contains(&block.span.start));
            field.map(|field| field.key.as_str().into())
        }
        _ => None,
    }
}

/// Where links to other sites stand between inline codes, in order, and their addresses.
fn outward_links(codes: &[InlineCode], file: &str) -> Vec<(Range<usize>, String)> {
    let mut links = Vec::new();
    for open in codes.iter().filter(|code| code.name == "link" && code.kind == CodeKind::Open) {
        let close = codes.iter().find(|code| code.kind == CodeKind::Close && code.id == open.id);
        let Some(close) = close.filter(|close| close.at > open.at) else { continue };
        let address = address_in(&open.native).or_else(|| address_in(&close.native)).map(str::to_owned);
        let address = address.or_else(|| address_of_reference(&close.native, file).map(str::to_owned));
        links.extend(address.map(|address| (open.at..close.at, address)));
    }
    links
}

/// An absolute address in the markup of a link.
fn address_in(native: &str) -> Option<&str> {
    let start = native.find("https://").or_else(|| native.find("http://"))?;
    let rest = &native[start..];
    Some(&rest[..rest.find([')', '"', '\'', '>', ' ', '\n']).unwrap_or(rest.len())])
}

/// The absolute address that a file gives for `][name]`.
fn address_of_reference<'f>(native: &str, file: &'f str) -> Option<&'f str> {
    let name = native.strip_prefix("][")?.strip_suffix(']').filter(|name| !name.is_empty())?;
    let definition = format!("\n[{name}]:");
    let line = file[file.find(&definition)? + definition.len()..].trim_start().lines().next()?;
    line.trim_start_matches('<').starts_with("http").then(|| address_in(line)).flatten()
}

/// Where code stands between inline codes, in order.
fn code_of(codes: &[InlineCode]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for open in codes.iter().filter(|code| is_code(&code.name) && code.kind == CodeKind::Open) {
        let close = codes.iter().find(|code| code.kind == CodeKind::Close && code.id == open.id);
        // One within another is in it already.
        let outside = ranges.last().is_none_or(|last| last.end <= open.at);
        ranges.extend(close.filter(|close| outside && close.at > open.at).map(|close| open.at..close.at));
    }
    ranges
}
