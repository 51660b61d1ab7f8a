//! The teasers at the end of a page, under a heading such as "Aktuelles".

use std::collections::BTreeSet;

use hexapla_core::document::{Block, BlockKind, Scope};
use hexapla_core::text::{Fold, fold};

use crate::Options;

const MOST_TEASERS: usize = 12;
const MOST_PARAGRAPHS: usize = 3;
const LONGEST_PARAGRAPH: usize = 1200;

/// The headings that begin a tail of teasers, in the form in which they are compared.
pub(crate) struct Headings {
    folded: BTreeSet<String>,
    longest: usize,
}

impl Headings {
    pub(crate) fn new(options: &Options) -> Self {
        let headings = &options.boilerplate_headings;
        // Folding may drop marks and white space, but there will not be many.
        let longest = headings.iter().map(String::len).max().unwrap_or(0) + 16;
        Self { folded: headings.iter().map(|heading| fold(heading, Fold::Words)).collect(), longest }
    }

    /// Whether a block says nothing but one of them.
    pub(crate) fn include(&self, block: &Block) -> bool {
        let text = block.text.as_str();
        block.scope == Scope::Content && text.len() <= self.longest && self.folded.contains(&fold(text, Fold::Words))
    }
}

/// Sets apart the tail of a page, by the rule told at [`Options::boilerplate_headings`].
pub(crate) fn set_apart(blocks: &mut [Block], headings: &Headings) {
    let Some(start) = blocks.iter().rposition(|block| headings.include(block)) else { return };
    let (page, tail) = blocks.split_at_mut(start);
    if !has_text(page) || !looks_like_teasers(&tail[1..]) || length(tail) * 2 >= length(page) + length(tail) {
        return;
    }
    for block in tail.iter_mut().filter(|block| block.scope == Scope::Content) {
        block.scope = Scope::Boilerplate;
    }
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
