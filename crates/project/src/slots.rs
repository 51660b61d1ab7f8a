//! Slots: what a block fills, whatever it says.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use hexapla_core::document::{BlockKind, Document};
use hexapla_core::status::Slot;
use hexapla_core::text::{Fold, fold};

/// What each block fills: a cell of a table its column and the row that begins with such a cell, a definition the place
/// behind its term, an item of a list its label. No two blocks fill the same: what is there more than once is told apart
/// by the heading above it, or is no slot.
pub(crate) fn slots(page: &Document) -> Vec<Option<Arc<Slot>>> {
    let mut slots = names(page);
    let before = times(&slots);
    let mut heading = String::new();
    for (block, slot) in page.blocks.iter().zip(&mut slots) {
        if block.kind == BlockKind::Heading {
            heading = fold(block.text.as_str(), Fold::Words);
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

/// What the slots are called where nothing else is called the same.
fn names(page: &Document) -> Vec<Option<Slot>> {
    // The block that names the current row or list of definitions, and how far the current one is from it.
    let (mut first, mut place) = (0, 0);
    let mut names = Vec::with_capacity(page.blocks.len());
    for (at, block) in page.blocks.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &page.blocks[before].kind);
        let steps = match (before, &block.kind) {
            (Some(BlockKind::TableCell), BlockKind::TableCell) => columns(page, at),
            (Some(BlockKind::Term | BlockKind::Definition), BlockKind::Definition) => Some(1),
            _ => None,
        };
        (first, place) = steps.map_or((at, 0), |steps| (first, place + steps));
        let name = match block.kind {
            BlockKind::ListItem => label(block.text.as_str()),
            _ => (place > 0).then_some(page.blocks[first].text.as_str()),
        };
        let name = name.map(|name| fold(name, Fold::Words));
        // Rows that are only numbered get other numbers when one comes or goes.
        let name = name.filter(|name| name.contains(char::is_alphabetic));
        names.push(name.map(|name| Slot { name, place }));
    }
    names
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
