//! Language switchers in pages without markup that would tell.

use std::ops::Range;

use hexapla_core::document::{Alternate, Block, Document, Scope};

use crate::languages::{By, Named, only_languages};

/// How many blocks from the head of a page a switcher may stand: a title may precede it.
const HEAD: usize = 6;

/// Sets apart the blocks at the head (or at the very end) of a page that name nothing but languages.
///
/// Two names make a switcher. One alone does at the very head of a page, if it is a name and not a code, and the page goes
/// on for a while. A page of nothing but names is a list of languages, not a switcher.
pub(crate) fn in_blocks(document: &mut Document) {
    let named: Vec<Option<Vec<Named>>> = document.blocks.iter().take(HEAD).map(languages_of).collect();
    let mut range = first_run(&named);
    let names = |range: &Range<usize>| named[range.clone()].iter().flatten().flatten().cloned().collect::<Vec<_>>();
    let head = names(&range);
    let rest = document.blocks.len() - range.len();
    let single = range.start == 0 && head.iter().any(|name| name.by == By::Name) && rest >= 3;
    if rest == 0 || (head.len() < 2 && !single) {
        range = 0..0;
    }
    if range.is_empty() {
        range = last_run(&document.blocks);
    }
    set_apart(document, range);
}

fn languages_of(block: &Block) -> Option<Vec<Named>> {
    only_languages(block.text.as_str()).filter(|_| matches!(block.scope, Scope::Content))
}

fn first_run(named: &[Option<Vec<Named>>]) -> Range<usize> {
    let start = named.iter().position(Option::is_some).unwrap_or(named.len());
    let length = named[start..].iter().take_while(|found| found.is_some()).count();
    start..start + length
}

fn last_run(blocks: &[Block]) -> Range<usize> {
    let length = blocks.iter().rev().take(40).take_while(|block| languages_of(block).is_some()).count();
    let range = blocks.len() - length..blocks.len();
    let names: usize = blocks[range.clone()].iter().filter_map(languages_of).map(|found| found.len()).sum();
    if names >= 2 && range.start > 0 { range } else { 0..0 }
}

fn set_apart(document: &mut Document, range: Range<usize>) {
    // A run that reaches beyond the head is taken whole.
    let end = range.end
        + document.blocks[range.end..].iter().take_while(|b| !range.is_empty() && languages_of(b).is_some()).count();
    for block in &mut document.blocks[range.start..end] {
        for name in languages_of(block).unwrap_or_default() {
            let span = block.text.file_range(name.range);
            document.alternates.push(Alternate { language: name.tag, href: None, span });
        }
        block.scope = Scope::LanguageSwitcher;
    }
}
