//! The teasers at the end of a page, under a heading such as "Aktuelles".

use hexapla_core::document::{Block, BlockKind, Scope};
use hexapla_core::text::{Fold, fold};

use crate::Options;

const MOST_TEASERS: usize = 12;
const MOST_PARAGRAPHS: usize = 3;
const LONGEST_PARAGRAPH: usize = 1200;

/// Sets apart the tail of a page, by the rule told at [`Options::boilerplate_headings`].
pub(crate) fn set_apart(blocks: &mut [Block], options: &Options) {
    let Some(start) = blocks.iter().rposition(|block| is_boilerplate_heading(block, options)) else { return };
    let (page, tail) = blocks.split_at_mut(start);
    if !has_text(page) || !looks_like_teasers(&tail[1..]) || length(tail) * 2 >= length(page) + length(tail) {
        return;
    }
    for block in tail.iter_mut().filter(|block| block.scope == Scope::Content) {
        block.scope = Scope::Boilerplate;
    }
}

/// Whether a block says nothing but one of the headings under which a template lists other pages.
pub(crate) fn is_boilerplate_heading(block: &Block, options: &Options) -> bool {
    let text = block.text.as_str();
    if block.scope != Scope::Content || text.len() > 200 {
        return false;
    }
    let folded = fold(text, Fold::Words);
    options.boilerplate_headings.iter().any(|heading| fold(heading, Fold::Words) == folded)
}

fn has_text(page: &[Block]) -> bool {
    page.iter().any(|block| {
        block.scope == Scope::Content
            && !matches!(
                block.kind,
                BlockKind::Heading | BlockKind::Title | BlockKind::Metadata | BlockKind::Attribute | BlockKind::Label
            )
    })
}

/// Titles, each with a few short paragraphs, or a list of links.
fn looks_like_teasers(tail: &[Block]) -> bool {
    let mut teasers = 0;
    let mut paragraphs = 0;
    for block in tail {
        match block.kind {
            BlockKind::Heading | BlockKind::ListItem => {
                teasers += 1;
                paragraphs = 0;
            }
            BlockKind::Paragraph if teasers > 0 => paragraphs += 1,
            BlockKind::Attribute => {}
            _ => return false,
        }
        if paragraphs > MOST_PARAGRAPHS || block.text.len() > LONGEST_PARAGRAPH {
            return false;
        }
    }
    (1..=MOST_TEASERS).contains(&teasers)
}

fn length(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| block.text.len()).sum()
}
