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
const ANEW: f32 = 0.85;

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
            let anew = || likeness(joined(&piece.before).key(), joined(&piece.entry.target).key()) < ANEW;
            let unpaired = now.is_empty() && (alone || piece.edit == Edit::Text && anew());
            let reborn = unpaired && self.step.renewal != Renewal::Nothing;
            let anchor = now.iter().min().copied().zip(now.iter().max().copied());
            for target in &piece.targets {
                anchors[*target] = anchor;
                known[*target] = !reborn;
            }
        }
        let sources = self.line.segments(self.step.version).len();
        let free: Vec<usize> = (0..sources).filter(|at| !tied.contains(at)).collect();
        let mut fresh: Vec<Piece> = Vec::new();
        self.pair_parts(&free, &anchors, &known, &mut fresh, align);
        for piece in &fresh {
            let now: Vec<usize> = piece.entry.parts.iter().flat_map(|part| part.now.iter().copied()).collect();
            tied.extend(&now);
            piece.targets.iter().for_each(|target| known[*target] = true);
        }
        let free: Vec<usize> = free.into_iter().filter(|at| !tied.contains(at)).collect();
        let mut at = 0;
        while at < known.len() {
            if known[at] {
                at += 1;
                continue;
            }
            let end = known[at..].iter().position(|known| *known).map_or(known.len(), |length| at + length);
            let targets: Vec<usize> = (at..end).collect();
            let window = self.window(&anchors, at..end, sources);
            let window: Vec<usize> = free.iter().copied().filter(|source| window.contains(source)).collect();
            self.pair_window(&window, &targets, &mut fresh, align);
            at = end;
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
        let is_new = |at: &usize| {
            let edition = self.line.edition(self.step.version, *at);
            edition.is_some_and(|edition| edition.version == self.step.version && self.line.before(edition).is_none())
        };
        let new: Vec<usize> = sources.iter().copied().filter(is_new).collect();
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
        let parts = sources
            .into_iter()
            .filter_map(|at| Some(Part { base: self.passage(at)?.clone(), now: vec![at] }))
            .collect();
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
        if let Some(known) = self.remembered(&piece.entry.target).filter(|known| !known.parts.is_empty()) {
            for (part, old) in piece.entry.parts.iter_mut().zip(&known.parts) {
                part.base = old.base.clone();
            }
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
