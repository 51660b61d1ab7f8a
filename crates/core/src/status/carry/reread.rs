//! Pieces that were left as they are by somebody who read the source.

use std::collections::HashSet;

use crate::text::words;

use super::super::edit::{is_exchange, is_light, renames};
use super::super::follow::leaning;
use super::super::revision::are_one_sentence;
use super::super::{DiffPart, EditKind, Passage, edit_kind, word_diff};
use super::{Confidence, Edit, Origin, Piece, Work, joined};

/// How sure it is that who followed a page's source read all of it.
const READ: f32 = 0.7;
/// How sure it is that who brought much of a page after its source saw no need where he brought nothing.
const PASSED: f32 = 0.6;
/// Who follows a page's source in so many places, and in no fewer than he leaves, goes through the page.
const THOROUGH: usize = 5;
/// Who followed so many changes of words, made before, has had all of it before him: even of words exchanged for others he
/// saw that they may stand. What was replaced all over the site tells nothing of the kind.
const COMPLETE: usize = 15;
/// So many words more in one place, and the translation says less than its source.
const CLAUSE: usize = 3;
/// So much may speak for the older wording, and he still saw no need; natural logarithm of odds.
const OLDER: f32 = 2.5;

impl Work<'_> {
    /// Whoever brought a page after its source as it was in version `seen` has read the rest of it, too. Where the source
    /// had changed in nothing but grammar, and he let the translation stand, it was right. So it was where words had
    /// changed, if he went through the page and past that place; numbers, negations, names and whole clauses that were
    /// added are another matter, and words exchanged for as many others are, too, unless he followed so much that he
    /// cannot have missed them.
    pub(super) fn reread(&self, pieces: &mut [Piece], seen: usize) {
        let language = self.step.languages.0;
        let kind = |old: &Passage, new: &Passage| edit_kind(old, new, language).filter(|kind| !kind.is_minor());
        let follows = |piece: &Piece| match (&piece.base_before, piece.entry.parts.as_slice()) {
            (Some(before), [part]) => kind(before, &part.base).is_some(),
            (None, parts) => !parts.is_empty(),
            _ => false,
        };
        let fresh = || pieces.iter().filter(|piece| piece.fresh && follows(piece));
        if fresh().next().is_none() {
            return;
        }
        let last = fresh().filter_map(|piece| piece.targets.first().copied()).max();
        let places = Self::places(fresh());
        // What was replaced all over the page is one change.
        let change = |piece: &Piece| match (&piece.base_before, piece.entry.parts.as_slice()) {
            (Some(before), [part])
                if kind(before, &part.base) == Some(EditKind::Wording) && !self.edited_here(piece) =>
            {
                let parts = word_diff(before.key(), part.base.key()).into_iter();
                Some(parts.filter(|part| !matches!(part, DiffPart::Equal(_))).map(|part| format!("{part:?}")).collect())
            }
            _ => None,
        };
        let worded = fresh().filter_map(change).collect::<HashSet<Vec<String>>>().len();
        let left: Vec<(&mut Piece, Passage, EditKind)> = pieces
            .iter_mut()
            .filter(|piece| !piece.fresh)
            .filter_map(|piece| {
                let wording = self.wording_seen(piece, seen)?;
                let kind = kind(&piece.entry.parts.first()?.base, &wording)?;
                Some((piece, wording, kind))
            })
            .collect();
        let thorough = places >= THOROUGH && places >= left.len();
        let complete = worded >= COMPLETE;
        for (piece, wording, _) in left.into_iter().filter(|(_, _, kind)| *kind == EditKind::Wording) {
            let is_passed = piece.targets.first().copied() < last;
            let is_light = piece.entry.parts.iter().any(|part| is_light(part.base.text(), wording.text(), language));
            let sure = match is_light {
                true => READ,
                false if thorough && is_passed && self.may_stand(piece, &wording, complete) => PASSED,
                false => continue,
            };
            let origin = self.origin(1.0);
            let confidence = Confidence::new(origin.confidence.get().min(sure));
            piece.entry.origin = Origin { version: seen, confidence, ..origin };
            piece.entry.target_edited &= piece.edit != Edit::Text;
            if let Some(part) = piece.entry.parts.first_mut() {
                part.base = wording;
            }
        }
    }

    /// In how many places somebody followed the source. Sentences that are new in the target and stand together are one: who
    /// added a section may have looked at nothing else.
    fn places<'p>(fresh: impl Iterator<Item = &'p Piece>) -> usize {
        let mut new: Vec<usize> = Vec::new();
        let mut edited = 0;
        for piece in fresh {
            if piece.base_before.is_some() { edited += 1 } else { new.extend(&piece.targets) }
        }
        new.sort_unstable();
        edited + new.chunk_by(|one, next| one + 1 == *next).count()
    }

    /// Whether nothing tells that a piece, which this version let stand or edited for no plain reason, is wrong beside the
    /// new wording of its source.
    fn may_stand(&self, piece: &Piece, wording: &Passage, complete: bool) -> bool {
        let [part] = piece.entry.parts.as_slice() else { return false };
        // What was edited and plainly did not follow was weighed already; what a version brought back is as it was made then.
        let stood = (piece.edit != Edit::Text || piece.undecided) && !piece.before.is_empty();
        let (target, languages) = (joined(&piece.entry.target), self.step.languages);
        stood
            // Of another sentence nobody can have seen that the translation may stand.
            && are_one_sentence(&part.base, wording)
            && !adds_a_clause(&part.base, wording)
            && (complete || !is_exchange(part.base.text(), wording.text(), languages.0))
            && !renames(part.base.text(), wording.text(), languages.0)
            && leaning(&part.base, wording, &target, languages, &self.glossary) < OLDER
    }

    /// How the only source of a piece read in version `seen`, in all that it became, if that is newer than its base.
    fn wording_seen(&self, piece: &Piece, seen: usize) -> Option<Passage> {
        let [part] = piece.entry.parts.as_slice() else { return None };
        let was_there = |now: &usize| self.line.wording_at(self.step.version, *now, seen).is_some();
        if !part.now.iter().all(was_there) {
            return None;
        }
        let editions = self.line.wordings_at(self.step.version, &part.now, seen);
        let is_newer = editions.iter().any(|edition| edition.version > piece.entry.origin.version);
        is_newer.then(|| joined(editions.into_iter().map(|edition| &edition.passage)))
    }
}

/// Whether an edit brings much more in some place than it takes there.
fn adds_a_clause(old: &Passage, new: &Passage) -> bool {
    let mut taken = 0;
    word_diff(old.key(), new.key()).into_iter().any(|part| match part {
        DiffPart::Equal(text) => {
            // A blank between two words that were replaced parts nothing.
            taken = if words(&text).is_empty() { taken } else { 0 };
            false
        }
        DiffPart::Deleted(text) => {
            taken += words(&text).len();
            false
        }
        DiffPart::Inserted(text) => words(&text).len() >= taken + CLAUSE,
    })
}
