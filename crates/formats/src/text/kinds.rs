//! What a block of plain text probably is: heading, list item, footnote or paragraph.

use hexapla_core::document::{Block, BlockKind, Scope};
use hexapla_core::text::{Fold, fold};

use super::lines::width;
use super::marks::{begins_with_a_date, ends_a_sentence, is_footnote, is_table_like};
use super::runs::{Run, Shape};
use crate::languages::only_languages;

/// Nobody reads a heading much longer than this; a title may be.
const LONGEST_HEADING: usize = 120;
const LONGEST_TITLE: usize = 200;

/// Sets the kind of every block.
pub(super) fn guess(blocks: &mut [Block], runs: &[Run]) {
    let title = blocks.iter().position(|block| only_languages(block.text.as_str()).is_none());
    for at in 0..blocks.len() {
        let text = blocks[at].text.as_str();
        let kind = match runs[at].shape {
            Shape::Item => BlockKind::ListItem,
            Shape::Plain if is_footnote(text) => BlockKind::Footnote,
            Shape::Plain if is_heading(blocks, runs, at, title) => BlockKind::Heading,
            _ => BlockKind::Paragraph,
        };
        if runs[at].shape == Shape::Rule {
            blocks[at].scope = Scope::DoNotTranslate;
        }
        blocks[at].kind = kind;
    }
    demote_lists(blocks, title.unwrap_or(0));
}

fn is_heading(blocks: &[Block], runs: &[Run], at: usize, title: Option<usize>) -> bool {
    let text = blocks[at].text.as_str();
    let Some(title) = title else { return false };
    let underlined = runs.get(at + 1).is_some_and(|next| next.shape == Shape::Rule && next.group == runs[at].group);
    if underlined && runs[at].lines.len() == 1 {
        return blocks[at].scope == Scope::Content;
    }
    let Some(next) = blocks.get(at + 1) else { return false };
    if runs[at].lines.len() > 1 || blocks[at].scope != Scope::Content || at < title {
        return false;
    }
    let alone = runs[at + 1].group != runs[at].group && (at == 0 || runs[at - 1].group != runs[at].group);
    let columns = width(text);
    let is_title = at == title || (at <= title + 2 && same(text, blocks[title].text.as_str()));
    if is_title && alone && columns <= LONGEST_TITLE && !text.ends_with(['.', ':']) && !is_table_like(text) {
        return true;
    }
    let follows = next.text.as_str();
    let above_its_text = (at == 0 || runs[at - 1].group != runs[at].group)
        && runs[at + 1].shape == Shape::Plain
        && width(follows) > 2 * columns
        && ends_a_sentence(follows);
    if columns > LONGEST_HEADING
        || !(alone || above_its_text)
        || is_table_like(text)
        || is_byline(text)
        || begins_with_a_date(text)
    {
        return false;
    }
    match text.chars().next_back() {
        Some(':') => columns <= 30 && text.contains(char::is_numeric),
        Some('?' | '!' | '؟') => columns <= 70 && runs[at + 1].shape == Shape::Plain && width(follows) > 2 * columns,
        Some('.' | ';' | ',' | '،' | '…') | None => false,
        Some(_) => !text.starts_with(['(', '[']) && !ends_a_sentence(text),
    }
}

fn same(a: &str, b: &str) -> bool {
    fold(a, Fold::Space) == fold(b, Fold::Space)
}

/// "Von Anna Muster", "By …", "Автор: …".
fn is_byline(text: &str) -> bool {
    const FRAMES: &[&str] =
        &["Von ", "By ", "Автор", "Autor", "Foto:", "Text:", "بقلم", "Übersetzung", "Translated by "];
    FRAMES.iter().any(|frame| text.starts_with(frame))
}

/// Headings hardly ever come four in a row: those are lines of a list. The title, said twice, does not count.
fn demote_lists(blocks: &mut [Block], title: usize) {
    let mut at = title;
    while at < blocks.len() {
        let run = blocks[at..].iter().take_while(|block| block.kind == BlockKind::Heading).count();
        let of_title = if at == title { run.min(2) } else { 0 };
        if run - of_title >= 4 {
            for block in &mut blocks[at + of_title..at + run] {
                block.kind = BlockKind::Paragraph;
            }
        }
        at += run + 1;
    }
}
