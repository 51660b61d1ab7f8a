//! New pieces of a target, paired with what is free on the source's side.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::super::Passage;
use super::super::follow::numbers_disagree;
use super::super::lineage::{Entry, Part};
use super::super::revision::likeness;
use super::super::source_line::Written;
use super::{Align, Confidence, Edit, Piece, Renewal, Work, joined, of};

/// The figures in a segment and in the addresses of its markup.
fn figures(passage: &Passage) -> impl Iterator<Item = &str> {
    let all = [Some(passage.text()), passage.markup()].into_iter().flatten();
    all.flat_map(|text| text.split(|c: char| !c.is_ascii_digit())).filter(|figure| !figure.is_empty())
}

/// So alike, and a sentence was mended, not made into another one.
const ANEW: f32 = 0.8;
/// An aligner that is so sure has more than the length to go by.
const CHOSEN: f32 = 0.6;

/// The runs of target segments of which nothing is known.
fn runs(known: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..known.len()).filter(|at| !known[*at]) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Takes what is paired out of what is not.
fn settle(fresh: &[Piece], free: &mut Vec<usize>, known: &mut [bool]) {
    let now = fresh.iter().flat_map(|piece| &piece.entry.parts).flat_map(|part| &part.now);
    let tied: HashSet<usize> = now.copied().collect();
    free.retain(|at| !tied.contains(at));
    fresh.iter().flat_map(|piece| &piece.targets).for_each(|target| known[*target] = true);
}

impl<'a> Work<'a> {
    /// What is new on the target's side is paired with what is free on the source's, between the same neighbours.
    pub(super) fn pair_new(&self, pieces: &mut Vec<Piece>, align: &mut Align<'_>) {
        let mut tied: HashSet<usize> = HashSet::new();
        let mut anchors: Vec<Option<(usize, usize)>> = vec![None; self.step.target.len()];
        let mut known = vec![false; self.step.target.len()];
        for piece in pieces.iter() {
            let now: Vec<usize> = piece.entry.parts.iter().flat_map(|part| part.now.iter().copied()).collect();
            tied.extend(&now);
            // One that lost its source, and was written anew, may stand for something else.
            // One that stood there before there was a source (in a repository of its own) has not been paired yet.
            let parent = self.step.parents.get(piece.parent);
            let alone = parent.is_some_and(|(parent, _)| self.line.segments(*parent).len() == 0);
            let alike = |old: &Passage, new: &Passage| likeness(old.key(), new.key()) >= ANEW;
            let is_mended = || {
                let mut targets = piece.entry.target.iter();
                alike(&joined(&piece.before), &joined(&piece.entry.target))
                    && targets.all(|target| piece.before.iter().any(|before| alike(before, target)))
            };
            let unpaired = now.is_empty() && (alone || piece.edit == Edit::Text && !is_mended());
            let reborn = unpaired && self.step.renewal != Renewal::Nothing;
            let anchor = now.iter().min().copied().zip(now.iter().max().copied());
            for target in &piece.targets {
                anchors[*target] = anchor;
                known[*target] = !reborn;
            }
        }
        let sources = self.line.segments(self.step.version).len();
        let mut free: Vec<usize> = (0..sources).filter(|at| !tied.contains(at)).collect();
        let mut fresh: Vec<Piece> = Vec::new();
        self.pair_parts(&free, &anchors, &known, &mut fresh, align);
        settle(&fresh, &mut free, &mut known);
        self.pair_displaced(&free, &anchors, &known, &mut fresh, align);
        settle(&fresh, &mut free, &mut known);
        for run in runs(&known) {
            let window = self.window(&anchors, run.clone(), sources);
            let window: Vec<usize> = free.iter().copied().filter(|source| window.contains(source)).collect();
            self.pair_window(&window, &run.collect::<Vec<_>>(), &mut fresh, align);
        }
        let paired: HashSet<usize> = fresh.iter().flat_map(|piece| piece.targets.iter().copied()).collect();
        pieces.retain(|piece| !piece.targets.iter().any(|target| paired.contains(target)));
        pieces.append(&mut fresh);
        let placed: HashSet<usize> = pieces.iter().flat_map(|piece| piece.targets.iter().copied()).collect();
        for target in (0..known.len()).filter(|target| !placed.contains(target)) {
            pieces.push(self.new_piece(vec![], vec![target], 1.0));
        }
    }

    /// What is new in a part of the page whose counterpart stands between other neighbours, as in a glossary that is
    /// sorted anew in every language, is paired with what is free there.
    fn pair_parts(
        &self,
        free: &[usize],
        places: &[Option<(usize, usize)>],
        known: &[bool],
        fresh: &mut Vec<Piece>,
        align: &mut Align<'_>,
    ) {
        let (here, there) = self.step.anchors;
        let mut parts: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for source in free {
            if let Some(Some(anchor)) = here.get(*source) {
                parts.entry(anchor).or_default().0.push(*source);
            }
        }
        for target in (0..known.len()).filter(|target| !known[*target]) {
            if let Some(Some(anchor)) = there.get(target)
                && let Some((_, targets)) = parts.get_mut(&**anchor)
            {
                targets.push(target);
            }
        }
        for (sources, targets) in parts.into_values() {
            let (Some(first), Some(last)) = (targets.first(), targets.last()) else { continue };
            let window = self.window(places, *first..last + 1, self.line.segments(self.step.version).len());
            if sources.iter().any(|source| !window.contains(source)) {
                self.pair_window(&sources, &targets, fresh, align);
            }
        }
    }

    /// As many as came in on both sides of a page whose order is not the same, where none of the one came in beside the
    /// other: they belong together, unless what stands beside the target fits it as well.
    fn pair_displaced(
        &self,
        free: &[usize],
        anchors: &[Option<(usize, usize)>],
        known: &[bool],
        fresh: &mut Vec<Piece>,
        align: &mut Align<'_>,
    ) {
        let sources = self.line.segments(self.step.version).len();
        let order: Vec<usize> = anchors.iter().flatten().map(|(first, _)| *first).collect();
        if order.is_sorted() {
            return;
        }
        let mut new: Vec<usize> = free.iter().copied().filter(|at| self.is_new(*at)).collect();
        let mut targets: Vec<usize> = Vec::new();
        let mut beside: BTreeMap<usize, Range<usize>> = BTreeMap::new();
        for run in runs(known) {
            let window = self.window(anchors, run.clone(), sources);
            if new.iter().any(|at| window.contains(at)) {
                new.retain(|at| !window.contains(at));
            } else {
                beside.extend(run.clone().map(|target| (target, window.clone())));
                targets.extend(run);
            }
        }
        if new.len() != targets.len() || new.is_empty() || self.step.parents.is_empty() {
            return;
        }
        for bead in align(self.step.version, &new, &targets).beads {
            let (sources, targets) = (of(&new, bead.sources()), of(&targets, bead.targets()));
            let ([source], [target]) = (sources.as_slice(), targets.as_slice()) else { continue };
            let window = beside.get(target);
            let is_candidate = |at: &usize| at == source || window.is_some_and(|window| window.contains(at));
            let candidates: Vec<usize> = free.iter().copied().filter(is_candidate).collect();
            let best = align(self.step.version, &candidates, &targets).beads.into_iter().find(|bead| {
                of(&candidates, bead.sources()) == sources
                    && bead.targets().count() == 1
                    && bead.confidence.get() >= CHOSEN
            });
            if let Some(best) = best {
                fresh.push(self.new_piece(sources, targets, best.confidence.get()));
            }
        }
    }

    /// Whether a source segment came in in this very version.
    fn is_new(&self, at: usize) -> bool {
        self.line.brought(self.step.version, at).is_some_and(|edition| self.line.before(edition).is_none())
    }

    /// The source segments between those of the neighbours of some target segments.
    pub(super) fn window(
        &self,
        anchors: &[Option<(usize, usize)>],
        targets: Range<usize>,
        sources: usize,
    ) -> Range<usize> {
        let before = anchors[..targets.start].iter().rev().find_map(|anchor| *anchor).map(|(_, last)| last + 1);
        let after = anchors[targets.end..].iter().find_map(|anchor| *anchor).map(|(first, _)| first);
        match (before, after) {
            (Some(start), Some(end)) if start <= end => start..end,
            // The neighbours were moved apart: what follows the one or precedes the other.
            (Some(start), Some(_)) => {
                let next = anchors.iter().flatten().map(|(first, _)| *first).filter(|first| *first >= start).min();
                start..next.unwrap_or(sources)
            }
            (start, end) => start.unwrap_or(0)..end.unwrap_or(sources),
        }
    }

    pub(super) fn pair_window(
        &self,
        sources: &[usize],
        targets: &[usize],
        fresh: &mut Vec<Piece>,
        align: &mut Align<'_>,
    ) {
        if sources.is_empty() || targets.is_empty() {
            return;
        }
        // As many as came in on both sides belong together if their figures say so, too; what was there before is still
        // untranslated.
        let new: Vec<usize> = sources.iter().copied().filter(|at| self.is_new(*at)).collect();
        let told: HashSet<&str> = targets.iter().flat_map(|at| figures(&self.step.target[*at])).collect();
        let of_new =
            |at: &usize| self.passage(*at).is_some_and(|source| figures(source).any(|figure| told.contains(figure)));
        let come_together = new.len() == targets.len()
            && !self.step.parents.is_empty()
            && new.iter().all(of_new)
            && !sources.iter().any(|at| !new.contains(at) && of_new(at));
        let sources = if come_together { &new } else { sources };
        for bead in align(self.step.version, sources, targets).beads {
            let (sources, targets) = (of(sources, bead.sources()), of(targets, bead.targets()));
            if sources.is_empty() || targets.is_empty() {
                continue;
            }
            fresh.push(self.new_piece(sources, targets, bead.confidence.get()));
        }
    }

    pub(super) fn new_piece(&self, sources: Vec<usize>, targets: Vec<usize>, confidence: f32) -> Piece {
        let target: Vec<Passage> = targets.iter().map(|at| self.step.target[*at].clone()).collect();
        let parts = sources.into_iter().filter_map(|at| Some(Part::of(self.passage(at)?.clone(), vec![at]))).collect();
        // An alignment that is half sure of a bead is sure enough that something was translated here.
        let version = self.step.version;
        let entry = Entry {
            parts,
            target,
            places: Vec::new(),
            origin: self.origin(0.5 + confidence / 2.0),
            written: Written { first: version, last: version },
            target_edited: false,
        };
        let edit = Edit::Nothing;
        let mut piece =
            Piece { targets, entry, edit, before: vec![], parent: 0, fresh: true, undecided: false, base_before: None };
        let text = joined(&piece.entry.target);
        if let Some(known) = self.remembered(&piece.entry.target)
            && self.restore(&mut piece.entry.parts, &known.parts)
        {
            piece.entry.origin = known.origin;
            piece.entry.written = known.written;
            piece.fresh = false;
        } else if let Some(edition) = self.raced(&piece, &text) {
            piece.entry.parts[0].base = edition.passage.clone();
            piece.entry.origin.version = edition.version;
        } else if numbers_disagree(joined(piece.entry.parts.iter().map(|part| &part.base)).text(), text.text()) {
            piece.entry.origin.confidence = Confidence::new(piece.entry.origin.confidence.get() * 0.6);
        }
        piece
    }
}
