//! Slots: what a block fills, whatever it says.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use hexapla_core::document::{Block, BlockKind, Document};
use hexapla_core::status::Slot;
use hexapla_core::text::{Fold, fold};

/// What each block fills: a cell of a table its column and the row that begins with such a cell, a definition the place
/// behind its term, an item of a list its label. No two blocks fill the same: what is there more than once is told apart
/// by the heading above it, or is no slot.
pub(crate) fn slots(page: &Document) -> Vec<Option<Arc<Slot>>> {
    let mut slots = plain(page);
    let before = times(&slots);
    let mut heading = String::new();
    for (block, slot) in page.blocks.iter().zip(&mut slots) {
        if block.kind == BlockKind::Heading {
            heading = folded(block.text.as_str()).unwrap_or_default();
        }
        if let Some(slot) = slot.as_mut().filter(|slot| before[*slot] > 1) {
            slot.name = format!("{} / {heading}", slot.name);
        }
    }
    let times = times(&slots);
    slots.into_iter().map(|slot| slot.filter(|slot| times[slot] == 1).map(Arc::new)).collect()
}

/// How many blocks fill each.
fn times(slots: &[Option<Slot>]) -> HashMap<Slot, usize> {
    let mut times: HashMap<Slot, usize> = HashMap::new();
    for slot in slots.iter().flatten() {
        *times.entry(slot.clone()).or_default() += 1;
    }
    times
}

/// The slots as they are called where nothing else is called the same.
fn plain(page: &Document) -> Vec<Option<Slot>> {
    // What names the current row or list of definitions, and how far the current block is from it.
    let (mut name, mut place) = (None, 0);
    let mut slots = Vec::with_capacity(page.blocks.len());
    for (at, block) in page.blocks.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &page.blocks[before].kind);
        let steps = match (before, &block.kind) {
            (Some(BlockKind::TableCell), BlockKind::TableCell) => columns(page, at),
            (Some(BlockKind::Term | BlockKind::Definition), BlockKind::Definition) => Some(1),
            _ => None,
        };
        (name, place) = match steps {
            Some(steps) => (name, place + steps),
            None => (is_name(block).then(|| folded(block.text.as_str())).flatten(), 0),
        };
        let name = match block.kind {
            BlockKind::ListItem => label(block.text.as_str()).and_then(folded),
            _ => name.clone().filter(|_| place > 0),
        };
        slots.push(name.map(|name| Slot { name, place }));
    }
    slots
}

/// Whether a block may name those behind it.
fn is_name(block: &Block) -> bool {
    matches!(block.kind, BlockKind::TableCell | BlockKind::Term)
}

/// A text as a name; `None` where it is none: rows that are only numbered get other numbers when one comes or goes, and
/// what is so long says something itself.
fn folded(text: &str) -> Option<String> {
    /// Bytes.
    const LONGEST: usize = 200;
    let name = Some(text).filter(|text| text.len() <= LONGEST).map(|text| fold(text, Fold::Words));
    name.filter(|name| name.contains(char::is_alphabetic))
}

/// By how many columns a cell stands behind the block before it, empty ones counted; `None` where that is in another row.
/// Rows of HTML are elements, those of Markdown lines.
fn columns(page: &Document, cell: usize) -> Option<usize> {
    let (before, cell) = (&page.blocks[cell - 1].span, &page.blocks[cell].span);
    let text = |range: Range<usize>| page.file.get(range).unwrap_or_default().to_ascii_lowercase();
    let between = text(before.end..cell.start);
    let cells = |html: &str| html.matches("<td").count() + html.matches("<th").count() - html.matches("<thead").count();
    match cells(&between) + cells(&text(cell.start..(cell.start + 3).min(cell.end))) {
        0 => (!between.contains('\n')).then(|| between.matches('|').count()),
        cells => (!between.contains("<tr")).then_some(cells),
    }
}

/// What an item of a list begins with, up to a colon: "Opening hours: …".
fn label(text: &str) -> Option<&str> {
    /// Words.
    const LONGEST: usize = 4;
    let end = text.find([':', '：'])?;
    let (label, rest) = text.split_at(end);
    let is_label = rest.starts_with('：') || rest[1..].starts_with(char::is_whitespace);
    (is_label && label.split_whitespace().count() <= LONGEST).then_some(label)
}
