//! Words that name the same thing, from the Unicode CLDR.

use std::collections::HashSet;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::anchors::Anchor;
use super::features::Prepared;
use super::token::stem;
use crate::language::Language;

/// Made by `data/align/generate_words.py`, which says what of.
const WORDS: &str = include_str!("../../data/align/words.tsv");

/// The words of one language: the lines that a stem stands in, in ascending order.
type Column = FxHashMap<String, Vec<u32>>;

/// Finds the words of both sides that CLDR gives the same meaning: countries, months, units, numbers, and what its
/// pictures show.
pub(crate) fn known(source: (&Prepared, &Language), target: (&Prepared, &Language)) -> Vec<Anchor> {
    const TRUST: f32 = 0.7;
    let (Some(sources), Some(targets)) = (column(source.1), column(target.1)) else { return Vec::new() };
    let (sources, targets) = (met(source.0, sources), met(target.0, targets));
    let mut anchors = Vec::new();
    let mut there = targets.as_slice();
    for here in sources.chunk_by(|a, b| a.0 == b.0) {
        let line = here[0].0;
        there = &there[there.partition_point(|(other, _)| *other < line)..];
        let same = &there[..there.partition_point(|(other, _)| *other == line)];
        for (_, source) in here {
            anchors.extend(same.iter().map(|(_, target)| Anchor { source: *source, target: *target, trust: TRUST }));
        }
    }
    anchors
}

/// Whether one of the `others` is a name, in its language, for what `stem` names.
pub(super) fn name_the_same(
    stem: &str,
    language: &Language,
    others: &HashSet<String>,
    their_language: &Language,
) -> bool {
    let (Some(here), Some(there)) = (column(language), column(their_language)) else { return false };
    let Some(lines) = here.get(stem) else { return false };
    let shares = |other: &String| {
        there.get(other).is_some_and(|theirs| theirs.iter().any(|line| lines.binary_search(line).is_ok()))
    };
    others.iter().any(shares)
}

/// Every line that a word of `side` stands in, with the word, in ascending order.
fn met(side: &Prepared, column: &Column) -> Vec<(u32, u32)> {
    let lines = |key: &str| column.get(key).into_iter().flatten().copied();
    let mut met: Vec<(u32, u32)> = side
        .types
        .iter()
        .zip(0..)
        .flat_map(|(kind, number)| lines(&kind.key).map(move |line| (line, number)))
        .collect();
    met.sort_unstable();
    met
}

/// The words of a language, read when they are first asked for; `None` where CLDR's are not kept.
fn column(language: &Language) -> Option<&'static Column> {
    static COLUMNS: OnceLock<Vec<(&'static str, OnceLock<Column>)>> = OnceLock::new();
    let header = || WORDS.lines().find(|line| !line.starts_with('#')).unwrap_or("");
    let columns = COLUMNS.get_or_init(|| header().split('\t').map(|name| (name, OnceLock::new())).collect());
    let at = columns.iter().position(|(name, _)| *name == language.primary())?;
    Some(columns[at].1.get_or_init(|| read(at)))
}

fn read(at: usize) -> Column {
    let mut column = Column::default();
    let lines = WORDS.lines().skip_while(|line| line.starts_with('#')).skip(1);
    for (line, number) in lines.zip(0..) {
        let figure = line.split('\t').next().filter(|figure| !figure.is_empty());
        let words = line.split('\t').nth(at).into_iter().flat_map(|words| words.split('|'));
        let keys = words.filter(|word| !word.is_empty()).map(stem).chain(figure.map(|figure| format!("#{figure}")));
        for key in keys {
            let lines = column.entry(key).or_default();
            if lines.last() != Some(&number) {
                lines.push(number);
            }
        }
    }
    column
}
