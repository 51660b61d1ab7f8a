//! Words that name the same thing, from the Unicode CLDR.

use std::collections::HashMap;

use super::anchors::Anchor;
use super::features::Prepared;
use super::token::stem;
use crate::language::Language;

/// Made by `data/align/generate_words.py`, which says what of.
const WORDS: &str = include_str!("../../data/align/words.tsv");

/// Finds the words of both sides that CLDR gives the same meaning: countries, months, units, numbers, and what its
/// pictures show.
pub(crate) fn known(source: (&Prepared, &Language), target: (&Prepared, &Language)) -> Vec<Anchor> {
    const TRUST: f32 = 0.7;
    let mut lines = WORDS.lines().skip_while(|line| line.starts_with('#'));
    let columns: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let column = |language: &Language| columns.iter().position(|name| *name == language.primary());
    let (Some(source_column), Some(target_column)) = (column(source.1), column(target.1)) else { return Vec::new() };
    let index = |side: &Prepared| -> HashMap<String, u32> {
        side.types.iter().zip(0..).map(|(kind, number)| (kind.key.clone(), number)).collect()
    };
    let (sources, targets) = (index(source.0), index(target.0));
    let mut anchors = Vec::new();
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let find = |at: usize, types: &HashMap<String, u32>| -> Vec<u32> {
            let words = fields.get(at).into_iter().flat_map(|field| field.split('|')).filter(|word| !word.is_empty());
            let mut found: Vec<u32> = words.filter_map(|word| types.get(&stem(word)).copied()).collect();
            found.extend(fields.first().filter(|n| !n.is_empty()).and_then(|n| types.get(&format!("#{n}"))));
            found.sort_unstable();
            found.dedup();
            found
        };
        let here = find(source_column, &sources);
        if here.is_empty() {
            continue;
        }
        let there = find(target_column, &targets);
        for source in &here {
            anchors.extend(there.iter().map(|target| Anchor { source: *source, target: *target, trust: TRUST }));
        }
    }
    anchors
}
