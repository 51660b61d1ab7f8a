//! A source page through its versions: every wording that its segments had.

use std::collections::BTreeMap;

use super::{Change, Passage, revise};

/// A source page through its versions, older ones first.
#[derive(Clone, Debug, Default)]
pub struct SourceLine {
    editions: Vec<Edition>,
    versions: Vec<Version>,
    /// By version, a bit for each that leads to it or is it; none as long as each follows the one before it.
    lines_of_descent: Vec<Vec<u64>>,
}

/// When a segment was written: the versions that brought its first wording and its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The version that first had it.
    pub first: usize,
    /// The version that last changed its words.
    pub last: usize,
}

/// One wording of a segment.
#[derive(Clone, Debug)]
pub(super) struct Edition {
    pub(super) passage: Passage,
    /// The version that brought it.
    pub(super) version: usize,
    /// The wording before it.
    before: Option<usize>,
}

#[derive(Clone, Debug)]
struct Version {
    /// The editions of its segments, in order.
    editions: Vec<usize>,
    /// The segments that say what their edition says under another name, or in another slot.
    placed: BTreeMap<usize, Passage>,
    /// What became of the segments of its parents, by parent.
    from: Vec<(usize, Map)>,
}

/// What became of the segments of a version in the next one.
#[derive(Clone, Debug)]
pub(super) enum Map {
    /// Nothing changed.
    Same,
    /// By old segment.
    Fates(Vec<Fate>),
}

/// What became of a segment.
#[derive(Clone, Debug, Default)]
pub(super) struct Fate {
    pub(super) now: Vec<usize>,
    /// The same words in other segments.
    pub(super) recut: bool,
}

impl SourceLine {
    /// Adds a version that follows `parents`, numbers of earlier versions; its own number comes back.
    pub fn push(&mut self, passages: &[Passage], parents: &[usize]) -> usize {
        let version = self.versions.len();
        let mut editions: Vec<Option<usize>> = vec![None; passages.len()];
        let mut edited: Vec<Option<usize>> = vec![None; passages.len()];
        let mut from = Vec::with_capacity(parents.len());
        for parent in parents.iter().copied().filter(|parent| *parent < version) {
            let olds = self.versions[parent].editions.clone();
            let old: Vec<&Passage> = self.segments(parent).collect();
            if old.len() == passages.len() && old.iter().zip(passages).all(|(old, new)| **old == *new) {
                for (slot, edition) in editions.iter_mut().zip(&olds) {
                    slot.get_or_insert(*edition);
                }
                from.push((parent, Map::Same));
                continue;
            }
            let mut fates: Vec<Fate> = vec![Fate::default(); olds.len()];
            let news: Vec<&Passage> = passages.iter().collect();
            for revision in revise(&old, &news) {
                let recut = matches!(revision.change, Change::Split | Change::Merged);
                for at in revision.old.clone() {
                    fates[at] = Fate { now: revision.new.clone().collect(), recut };
                }
                for at in revision.new.clone() {
                    let Some(first) = revision.old.clone().next() else { continue };
                    let same = revision.change == Change::Same && *old[first] == passages[at];
                    let slot = if same { &mut editions[at] } else { &mut edited[at] };
                    slot.get_or_insert(olds[first]);
                }
            }
            from.push((parent, Map::Fates(fates)));
        }
        let editions = editions.into_iter().enumerate().map(|(at, edition)| {
            edition.unwrap_or_else(|| {
                self.editions.push(Edition { passage: passages[at].clone(), version, before: edited[at] });
                self.editions.len() - 1
            })
        });
        let editions: Vec<usize> = editions.collect();
        let placed = editions.iter().zip(passages).enumerate().filter_map(|(at, (edition, passage))| {
            let known = &self.editions[*edition].passage;
            let is_placed = (known.name(), known.slot()) != (passage.name(), passage.slot());
            is_placed.then(|| (at, passage.clone()))
        });
        let placed = placed.collect();
        self.versions.push(Version { editions, placed, from });
        self.trace_descent();
        version
    }

    /// Takes note of what leads to the newest version, once histories have forked.
    fn trace_descent(&mut self) {
        let parents = |at: usize| self.versions[at].from.iter().map(|(parent, _)| *parent);
        let Some(newest) = self.versions.len().checked_sub(1) else { return };
        let is_next = |at: usize| at == 0 || parents(at).eq([at - 1]);
        if self.lines_of_descent.is_empty() && is_next(newest) {
            return;
        }
        for at in self.lines_of_descent.len()..=newest {
            let mut line = vec![0; at / 64 + 1];
            for parent in self.versions[at].from.iter().map(|(parent, _)| *parent) {
                line.iter_mut().zip(&self.lines_of_descent[parent]).for_each(|(own, inherited)| *own |= inherited);
            }
            line[at / 64] |= 1 << (at % 64);
            self.lines_of_descent.push(line);
        }
    }

    /// Whether what stood in `older` was there to be seen in `newer`: the one leads to the other, or is it.
    fn leads_to(&self, older: usize, newer: usize) -> bool {
        match self.lines_of_descent.get(newer) {
            Some(line) => line.get(older / 64).is_some_and(|bits| bits >> (older % 64) & 1 == 1),
            None => older <= newer,
        }
    }

    pub(super) fn edition(&self, version: usize, segment: usize) -> Option<&Edition> {
        self.versions.get(version)?.editions.get(segment).map(|edition| &self.editions[*edition])
    }

    /// The wording of a segment, if that very version brought it.
    pub(super) fn brought(&self, version: usize, segment: usize) -> Option<&Edition> {
        self.edition(version, segment).filter(|edition| edition.version == version)
    }

    pub(super) fn before<'a>(&'a self, edition: &Edition) -> Option<&'a Edition> {
        edition.before.map(|before| &self.editions[before])
    }

    pub(super) fn passage(&self, version: usize, segment: usize) -> Option<&Passage> {
        let placed = self.versions.get(version)?.placed.get(&segment);
        placed.or_else(|| self.edition(version, segment).map(|edition| &edition.passage))
    }

    /// The version that first changed a segment away from `base`; `None` where it is as it was.
    pub(super) fn first_change(&self, version: usize, segment: usize, base: &Passage) -> Option<usize> {
        let newest = self.edition(version, segment)?;
        let mut edition = newest;
        let mut changed = None;
        loop {
            if edition.passage.same_text(base) && (changed.is_some() || edition.passage.markup() == base.markup()) {
                return changed;
            }
            changed = Some(edition.version);
            match self.before(edition) {
                Some(before) => edition = before,
                // The base was never one of its wordings (it comes from another branch): the last change counts.
                None => return Some(newest.version),
            }
        }
    }

    /// The wording that a segment had in an earlier version, or the oldest that is known.
    pub(super) fn wording_at(&self, version: usize, segment: usize, earlier: usize) -> Option<&Edition> {
        let mut edition = self.edition(version, segment)?;
        while !self.leads_to(edition.version, earlier) {
            edition = self.before(edition)?;
        }
        Some(edition)
    }

    /// The wordings that segments had in an earlier version, as far as they were there; what was parted later was one then.
    pub(super) fn wordings_at(&self, version: usize, segments: &[usize], earlier: usize) -> Vec<&Edition> {
        let mut editions: Vec<&Edition> =
            segments.iter().filter_map(|at| self.wording_at(version, *at, earlier)).collect();
        editions.dedup_by(|one, other| std::ptr::eq(*one, *other));
        editions
    }

    /// The version before, along first parents, and what became of its segments.
    pub(super) fn first_parent(&self, version: usize) -> Option<(usize, &Map)> {
        self.versions.get(version)?.from.first().map(|(parent, map)| (*parent, map))
    }

    /// When a segment got its first wording, and when the one that equals `text` (the newest, where none does).
    pub fn written(&self, version: usize, segment: usize, text: &Passage) -> Option<Written> {
        let mut edition = self.edition(version, segment)?;
        let mut last = edition.version;
        let mut found = false;
        loop {
            if !found && edition.passage.same_text(text) {
                (last, found) = (edition.version, true);
            }
            match self.before(edition) {
                Some(before) => edition = before,
                None => return Some(Written { first: edition.version, last }),
            }
        }
    }

    pub(super) fn fates(&self, parent: usize, version: usize) -> Option<&Map> {
        let from = &self.versions.get(version)?.from;
        from.iter().find(|(other, _)| *other == parent).map(|(_, map)| map)
    }

    /// The segments of a version.
    pub(super) fn segments(&self, version: usize) -> impl DoubleEndedIterator<Item = &Passage> + ExactSizeIterator {
        let editions = self.versions.get(version).map(|version| version.editions.as_slice()).unwrap_or_default();
        let placed = self.versions.get(version).map(|version| &version.placed).filter(|placed| !placed.is_empty());
        editions.iter().enumerate().map(move |(at, edition)| {
            let placed = placed.and_then(|placed| placed.get(&at));
            placed.unwrap_or_else(|| &self.editions[*edition].passage)
        })
    }
}
