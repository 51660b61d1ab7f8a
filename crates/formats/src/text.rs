//! Plain text: blank lines part paragraphs, hard-wrapped lines are joined, the rest is guessed from shape.

mod kinds;
mod lines;
mod marks;
mod runs;

use hexapla_core::document::{Block, BlockKind, Comment, Document, Scope};

use crate::Options;
use crate::draft::Draft;
use crate::{switcher, tail};
use lines::Line;
use runs::{Run, Shape};

pub use marks::counted_by;

/// Cuts a plain text into blocks. Every visible character is in the text of exactly one of them, but for markers: lines
/// that are nothing but a comment `<!-- hexapla-… -->`.
pub(crate) fn extract(file: &str, options: &Options) -> Document {
    let mut lines = lines::lines(file);
    let comments = markers(file, &mut lines);
    let runs = runs::runs(file, &lines);
    let mut blocks = Vec::with_capacity(runs.len());
    let mut shapes = Vec::with_capacity(runs.len());
    for run in runs {
        if let Some(block) = block(file, &lines, &run) {
            blocks.push(block);
            shapes.push(run);
        }
    }
    kinds::guess(&mut blocks, &shapes);
    number_sections(&mut blocks, &shapes);
    let mut document = Document { blocks, comments, marks_in_texts: true, ..Document::default() };
    switcher::in_blocks(&mut document);
    tail::set_apart(&mut document.blocks, &tail::Headings::new(options));
    document
}

/// Takes the markers out of the lines; blank lines stay in their place.
fn markers(file: &str, lines: &mut [Line]) -> Vec<Comment> {
    let mut comments = Vec::new();
    for line in lines {
        let inner = line.text(file).strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")).map(str::trim);
        if let Some(inner) = inner.filter(|inner| inner.starts_with("hexapla-") && !inner.contains("-->")) {
            comments.push(Comment { text: inner.to_owned(), span: line.span.clone() });
            line.blank();
        }
    }
    comments
}

fn block(file: &str, lines: &[Line], run: &Run) -> Option<Block> {
    let mut draft = Draft::default();
    for (at, line) in lines[run.lines.clone()].iter().enumerate() {
        if at > 0 {
            let before = &lines[run.lines.start + at - 1];
            if lines::parted_by_a_blank(before.text(file), line.text(file)) {
                draft.space(before.span.end..line.span.start);
            }
        }
        draft.verbatim(line.text(file), line.span.start);
    }
    draft.finish(BlockKind::Paragraph, Scope::Content, None)
}

/// A heading, a rule and a page break begin a new section.
fn number_sections(blocks: &mut [Block], runs: &[Run]) {
    let mut section = 0;
    for (at, (block, run)) in blocks.iter_mut().zip(runs).enumerate() {
        let begins = block.kind == BlockKind::Heading || run.shape == Shape::Rule || run.breaks_page;
        section += u32::from(begins && at > 0);
        block.section = section;
    }
}
