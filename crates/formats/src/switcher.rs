//! Language switchers in pages without markup that would tell.

use hexapla_core::document::{Alternate, Block, BlockKind, Document, Scope};

use crate::languages::{By, Named, only_languages};

/// How many blocks from the head of a page a switcher may stand: a title may precede it.
const HEAD: usize = 6;

/// Sets apart the blocks at the head (or at the very end) of a page that name nothing but languages.
///
/// Two names make a switcher. One alone does at the very head of a page, if it is a name and not a code, and the page goes
/// on for a while. A page of nothing but names is a list of languages, not a switcher. Titles and attributes do not count.
pub(crate) fn in_blocks(document: &mut Document) {
    let counts = |block: &Block| !matches!(block.kind, BlockKind::Title | BlockKind::Metadata | BlockKind::Attribute);
    let numbers: Vec<usize> =
        document.blocks.iter().enumerate().filter(|(_, block)| counts(block)).map(|(at, _)| at).collect();
    let named = |at: &usize| languages_of(&document.blocks[*at]);
    let start = numbers.iter().take(HEAD).position(|at| named(at).is_some()).unwrap_or(numbers.len());
    let mut run = start..start + numbers[start..].iter().take_while(|at| named(at).is_some()).count();
    let head: Vec<Named> = numbers[run.clone()].iter().filter_map(named).flatten().collect();
    let rest = numbers.len() - run.len();
    let single = run.start == 0 && head.iter().any(|name| name.by == By::Name) && rest >= 3;
    if rest == 0 || (head.len() < 2 && !single) {
        run = 0..0;
    }
    if run.is_empty() && rest > 0 {
        let length = numbers.iter().rev().take_while(|at| named(at).is_some()).count();
        let names: usize = numbers.iter().rev().take(length).filter_map(named).map(|found| found.len()).sum();
        if names >= 2 && length < numbers.len() {
            run = numbers.len() - length..numbers.len();
        }
    }
    for at in &numbers[run] {
        set_apart(document, *at);
    }
}

fn languages_of(block: &Block) -> Option<Vec<Named>> {
    only_languages(block.text.as_str()).filter(|_| matches!(block.scope, Scope::Content))
}

fn set_apart(document: &mut Document, at: usize) {
    let block = &mut document.blocks[at];
    for name in languages_of(block).unwrap_or_default() {
        let span = block.text.file_range(name.range);
        document.alternates.push(Alternate { language: name.tag, href: None, span });
    }
    block.scope = Scope::LanguageSwitcher;
}
