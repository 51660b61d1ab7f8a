//! Sections that name themselves: brought into the order of the source's before they are aligned.
//!
//! A glossary is sorted by the alphabet of its own language, so that its translation comes in another order throughout.
//! But its headings keep their anchors (`{#cardinality}`, `id="cardinality"`), because links lead to them.

use std::collections::HashMap;
use std::ops::Range;

use super::{Bead, Side, SideSegment};

/// The order in which the segments of `target` are to be aligned, by their numbers; `None` where it is their own.
///
/// Sections with the same anchor on both sides come in the order of the source, every other one after the section that
/// it follows. What is named twice on a side names nothing.
pub(super) fn order(source: &Side<'_>, target: &Side<'_>) -> Option<Vec<usize>> {
    let places: HashMap<&str, usize> = named(&sections(source)).into_iter().collect();
    let there = sections(target);
    let names: HashMap<usize, usize> =
        named(&there).into_iter().filter_map(|(anchor, section)| Some((section, *places.get(anchor)?))).collect();
    let mut key = 0;
    let mut keyed: Vec<(usize, Range<usize>)> = Vec::with_capacity(there.len());
    for (section, (_, range)) in there.into_iter().enumerate() {
        // What stands before everything that is named stays there.
        key = names.get(&section).map_or(key, |place| place + 1);
        keyed.push((key, range));
    }
    if keyed.is_sorted_by_key(|(key, _)| *key) {
        return None;
    }
    keyed.sort_by_key(|(key, _)| *key);
    Some(keyed.into_iter().flat_map(|(_, range)| range).collect())
}

/// Neighbouring segments under one anchor.
fn sections<'a>(side: &Side<'a>) -> Vec<(Option<&'a str>, Range<usize>)> {
    let mut sections: Vec<(Option<&str>, Range<usize>)> = Vec::new();
    for (at, segment) in side.segments.iter().enumerate() {
        match sections.last_mut() {
            Some((anchor, range)) if *anchor == segment.anchor => range.end = at + 1,
            _ => sections.push((segment.anchor, at..at + 1)),
        }
    }
    sections
}

/// The sections whose anchor no other one has.
fn named<'a>(sections: &[(Option<&'a str>, Range<usize>)]) -> Vec<(&'a str, usize)> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for anchor in sections.iter().filter_map(|(anchor, _)| *anchor) {
        *times.entry(anchor).or_default() += 1;
    }
    let all = sections.iter().enumerate().filter_map(|(at, (anchor, _))| Some(((*anchor)?, at)));
    all.filter(|(anchor, _)| times[anchor] == 1).collect()
}

/// The segments in another order; blocks and sections are counted anew, as they come.
pub(super) fn reordered<'a>(side: &Side<'a>, order: &[usize]) -> Side<'a> {
    let mut segments: Vec<SideSegment<'a>> = Vec::with_capacity(order.len());
    let mut before: Option<(usize, u32)> = None;
    for segment in order.iter().filter_map(|at| side.segments.get(*at)) {
        let (block, section) = segments.last().map_or((0, 0), |last: &SideSegment<'_>| (last.block, last.section));
        let (own_block, own_section) = before.unwrap_or((segment.block, segment.section));
        segments.push(SideSegment {
            block: block + usize::from(own_block != segment.block),
            section: section + u32::from(own_section != segment.section),
            ..segment.clone()
        });
        before = Some((segment.block, segment.section));
    }
    Side { language: side.language, segments }
}

/// Beads over segments in another order, over those in their own. What stood together there and does not here is parted.
pub(super) fn restored(beads: Vec<Bead>, order: &[usize]) -> Vec<Bead> {
    let mut restored: Vec<Bead> = Vec::with_capacity(beads.len());
    for bead in beads {
        let mut own: Vec<usize> = bead.targets().filter_map(|at| order.get(at).copied()).collect();
        own.sort_unstable();
        let Some(first) = own.first().copied() else {
            // Behind what came before, as everywhere.
            let target = bead.target.start.checked_sub(1).and_then(|at| order.get(at)).map_or(0, |at| at + 1);
            restored.push(Bead { target: target..target, between_target: target..target, ..bead });
            continue;
        };
        // The first run, over the gap that the bead had; the rest stands alone.
        let gap = bead.between_target.len();
        let (mut last, mut between, mut end) = (first, first..first, 1);
        while let Some(next) = own.get(end).copied() {
            if between.is_empty() && gap > 0 && next == last + 1 + gap {
                between = last + 1..next;
            } else if next != last + 1 {
                break;
            }
            (last, end) = (next, end + 1);
        }
        let (behind, confidence) = (bead.source.end, bead.confidence);
        restored.push(Bead { target: first..last + 1, between_target: between, ..bead });
        for alone in own.split_off(end) {
            restored.push(Bead { source: behind..behind, target: alone..alone + 1, confidence, ..Bead::default() });
        }
    }
    let firsts: Vec<usize> =
        restored.iter().filter(|bead| !bead.target.is_empty()).map(|bead| bead.target.start).collect();
    let mut kept = longest_rise(&firsts).into_iter();
    for bead in restored.iter_mut().filter(|bead| !bead.target.is_empty()) {
        let in_order = kept.next().unwrap_or(true);
        bead.crossing |= !in_order && !bead.source.is_empty();
    }
    restored
}

/// Which numbers are in the longest sequence that does not fall (patience sorting).
pub(crate) fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    // By length: where the sequence of that length with the smallest end ends; and what each number follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] <= *number);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut kept = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(end) = at {
        kept[end] = true;
        at = before[end];
    }
    kept
}
