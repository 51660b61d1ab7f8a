//! What a witness knows, carried forward to the pages as they are.

use super::{Change, Passage, Since, Trace, Work, revise};
use crate::align::longest_rise;
use crate::status::BasePair;

/// A pair carried forward to the page as it is.
pub(super) struct Carried<'a> {
    pub(super) pair: &'a BasePair,
    pub(super) target: Vec<usize>,
    pub(super) target_edited: bool,
    pub(super) fates: Vec<Option<Fate>>,
}

/// What became of one source segment of a pair.
pub(super) struct Fate {
    pub(super) now: Vec<usize>,
    pub(super) change: Change,
    pub(super) moved: bool,
    pub(super) since: Option<Since>,
}

impl<'a> Carried<'a> {
    fn new(pair: &'a BasePair) -> Self {
        let fates = pair.source.iter().map(|_| None).collect();
        Self { pair, target: Vec::new(), target_edited: false, fates }
    }
}

impl<'a> Work<'a> {
    /// Which pairs still have their target on the page, in the order of the page.
    pub(super) fn carry_targets(&self, pairs: &'a [BasePair]) -> Vec<Carried<'a>> {
        let free = self.free_target();
        let (olds, owners): (Vec<&Passage>, Vec<usize>) =
            pairs.iter().enumerate().flat_map(|(at, pair)| pair.target.iter().map(move |p| (p, at))).unzip();
        let news: Vec<&Passage> = free.iter().map(|at| &self.page.target[*at]).collect();
        let mut carried: Vec<Carried<'a>> = pairs.iter().map(Carried::new).collect();
        for revision in revise(&olds, &news) {
            for old in revision.old.clone() {
                let carried = &mut carried[owners[old]];
                carried.target.extend(revision.new.clone().map(|at| free[at]));
                carried.target_edited |= matches!(revision.change, Change::Edited | Change::Removed);
            }
        }
        for carried in &mut carried {
            carried.target.sort_unstable();
            carried.target.dedup();
        }
        carried.retain(|carried| !carried.target.is_empty());
        carried.sort_by_key(|carried| carried.target[0]);
        carried
    }

    /// What became of the sources of those pairs.
    pub(super) fn carry_sources(&self, carried: &mut [Carried<'a>]) {
        let free = self.free_source();
        let mut olds: Vec<&Passage> = Vec::new();
        let mut owners: Vec<(usize, usize)> = Vec::new();
        for (at, pair) in carried.iter_mut().enumerate() {
            if let Some(traces) = &pair.pair.traces {
                pair.fates = traces.iter().map(|trace| self.fate_of(trace)).collect();
                pair.fates.resize_with(pair.pair.source.len(), || None);
                continue;
            }
            for (part, passage) in pair.pair.source.iter().enumerate() {
                olds.push(passage);
                owners.push((at, part));
            }
        }
        mark_moved(carried);
        let news: Vec<&Passage> = free.iter().map(|at| &self.page.source[*at]).collect();
        for revision in revise(&olds, &news) {
            for old in revision.old.clone() {
                let (owner, part) = owners[old];
                carried[owner].fates[part] = match revision.change {
                    Change::Added | Change::Removed => None,
                    change => Some(Fate {
                        now: revision.new.clone().map(|at| free[at]).collect(),
                        change,
                        moved: revision.moved,
                        since: None,
                    }),
                };
            }
        }
    }

    /// A fate that the witness knows. Whether it moved is seen later, from the order of all.
    fn fate_of(&self, trace: &Trace) -> Option<Fate> {
        let free = |at: &usize| self.ties.get(*at).is_some_and(Option::is_none);
        let now: Vec<usize> = trace.now.iter().copied().filter(free).collect();
        let change = if now.len() > 1 { Change::Split } else { Change::Edited };
        (!now.is_empty()).then(|| Fate { now, change, moved: false, since: trace.since.clone() })
    }
}

/// Of pairs whose witness knows what became of their sources: a source moved if the order of the targets is its
/// own no more, that is, if it is not in the longest run of sources that come in the order of their targets.
fn mark_moved(carried: &mut [Carried<'_>]) {
    let known = carried.iter_mut().filter(|carried| carried.pair.traces.is_some());
    let mut fates: Vec<&mut Fate> = known.flat_map(|carried| carried.fates.iter_mut().flatten()).collect();
    let firsts: Vec<usize> = fates.iter().filter_map(|fate| fate.now.first().copied()).collect();
    if firsts.len() == fates.len() {
        let kept = longest_rise(&firsts);
        fates.iter_mut().zip(kept).for_each(|(fate, kept)| fate.moved = !kept);
    }
}
