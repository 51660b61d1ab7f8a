//! Pieces that were made from an older source than the one beside which they came in.

use std::collections::HashSet;

use super::super::Passage;
use super::super::follow::leaning;
use super::super::lineage::{Origin, Part};
use super::super::race::{Fresh, Race};
use super::{Align, Piece, Work, of};

/// So much speaks for the newer wording that the page does not matter; natural logarithm of odds.
const NEWER: f32 = -1.5;

impl<'a> Work<'a> {
    /// Where what this version brought was made from an older source than its own, that is its base. The version whose
    /// source it was comes back.
    pub(super) fn outrun(&mut self, pieces: &mut [Piece], align: &mut Align<'_>) -> usize {
        let version = self.step.version;
        if !pieces.iter().any(|piece| piece.fresh) || self.line.first_parent(version).is_none() {
            return version;
        }
        self.glossary = self.glossary(pieces);
        let fresh = pieces.iter().filter(|piece| piece.fresh);
        let fresh: Vec<Fresh<'_>> = fresh
            .filter_map(|piece| match (piece.entry.parts.as_slice(), piece.entry.target.as_slice()) {
                ([part], [target]) => {
                    Some(Fresh { source: *part.now.first()?, target, before: piece.base_before.as_ref() })
                }
                _ => None,
            })
            .collect();
        let stands = |piece: &Piece| piece.entry.parts.iter().flat_map(|part| part.now.clone()).collect::<Vec<_>>();
        let tied: HashSet<usize> = pieces.iter().flat_map(stands).collect();
        let untranslated: Vec<usize> =
            (0..self.line.segments(version).len()).filter(|source| !tied.contains(source)).collect();
        let strange = |piece: &Piece| piece.fresh && piece.entry.parts.is_empty();
        let race = Race {
            line: self.line,
            version,
            earliest: self.step.earliest,
            fresh: &fresh,
            untranslated: &untranslated,
            strangers: pieces.iter().filter(|piece| strange(piece)).count(),
            glossary: &self.glossary,
            languages: self.step.languages,
        };
        let seen = race.seen();
        if seen == version {
            return version;
        }
        let gone = race.gone_since(seen);
        let origin = Origin { version: seen, ..self.origin(0.9) };
        for piece in pieces.iter_mut().filter(|piece| piece.fresh) {
            let [part] = piece.entry.parts.as_mut_slice() else { continue };
            let [now] = part.now.as_slice() else { continue };
            if let Some(edition) = self.line.wording_at(version, *now, seen)
                && edition.version < piece.entry.origin.version
                && piece.base_before.as_ref().is_none_or(|before| !before.same_text(&edition.passage))
                && !self.says_newer(&edition.passage, &part.base, &piece.entry.target)
            {
                part.base = edition.passage.clone();
                piece.entry.origin = origin;
            }
        }
        // What stands for nothing stands for what was there then.
        let strangers: Vec<usize> =
            pieces.iter().filter(|piece| strange(piece)).map(|piece| piece.targets[0]).collect();
        if strangers.is_empty() || gone.is_empty() {
            return seen;
        }
        for bead in align(seen, &gone, &strangers).beads {
            let (sources, targets) = (of(&gone, bead.sources()), of(&strangers, bead.targets()));
            let bases = sources.iter().filter_map(|at| self.line.passage(seen, *at));
            let parts: Vec<Part> = bases.map(|base| Part::of(base.clone(), vec![])).collect();
            let is_of_bead = |piece: &Piece| piece.targets.first().is_some_and(|target| targets.contains(target));
            for piece in pieces.iter_mut().filter(|piece| is_of_bead(piece) && !parts.is_empty()) {
                piece.entry.parts.clone_from(&parts);
                piece.entry.origin = origin;
            }
        }
        seen
    }

    /// Whether a piece says by itself that it was made from the newer wording, whatever its page was made from.
    fn says_newer(&self, older: &Passage, newer: &Passage, target: &[Passage]) -> bool {
        let [target] = target else { return false };
        leaning(older, newer, target, self.step.languages, &self.glossary) < NEWER
    }
}
