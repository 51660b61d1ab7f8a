//! Source segments that share a sentence of the target with their neighbours.

use std::collections::HashSet;

use super::super::Passage;
use super::super::follow::leaning;
use super::super::glossary::Glossary;
use super::super::lineage::Part;
use super::{Edit, Piece, Work, joined};

/// So much must speak for it that a target says what a neighbour of its source says, too; natural logarithm of odds.
const SAYS_BOTH: f32 = 1.5;

impl Work<'_> {
    /// A sentence of the source that nothing stands for may have been drawn into its neighbour's translation, where that was
    /// written in this version, from the source as it was in version `seen`: then that one is too long for its source alone,
    /// or says what only the other one says.
    pub(super) fn absorb(&self, pieces: &mut [Piece], seen: usize) {
        let is_written = |piece: &Piece| piece.fresh || piece.edit == Edit::Text;
        let places = |piece: &Piece| piece.entry.parts.iter().flat_map(|part| part.now.clone()).collect::<Vec<_>>();
        let tied: HashSet<usize> = pieces.iter().flat_map(places).collect();
        let free: Vec<usize> = (0..self.step.blocks.len())
            .filter(|at| !tied.contains(at) && self.line.wording_at(self.step.version, *at, seen).is_some())
            .collect();
        if free.is_empty() || !pieces.iter().any(is_written) {
            return;
        }
        let glossary = self.glossary(pieces);
        // Forward, so that a sentence may draw in several that follow; then backward.
        let mut left: Vec<usize> = Vec::new();
        for at in free {
            if !self.draw_in(pieces, at, at.checked_sub(1), seen, &glossary) {
                left.push(at);
            }
        }
        for at in left.into_iter().rev() {
            self.draw_in(pieces, at, Some(at + 1), seen, &glossary);
        }
    }

    /// Adds segment `at` to the piece that stands for its neighbour, if that one says both.
    fn draw_in(
        &self,
        pieces: &mut [Piece],
        at: usize,
        neighbour: Option<usize>,
        seen: usize,
        glossary: &Glossary<'_>,
    ) -> bool {
        let blocks = self.step.blocks;
        let Some(neighbour) = neighbour.filter(|other| blocks.get(*other) == blocks.get(at)) else { return false };
        let holds = |piece: &&mut Piece| {
            (piece.fresh || piece.edit == Edit::Text) && piece.entry.parts.iter().any(|part| part.now == [neighbour])
        };
        let Some(piece) = pieces.iter_mut().find(holds) else { return false };
        let Some(edition) = self.line.wording_at(self.step.version, at, seen) else { return false };
        let part = Part::of(edition.passage.clone(), vec![at]);
        let alone = joined(piece.entry.parts.iter().map(|part| &part.base));
        let mut parts = piece.entry.parts.clone();
        parts.insert(if neighbour < at { parts.len() } else { 0 }, part);
        let both: Passage = joined(parts.iter().map(|part| &part.base));
        let says_both = -leaning(&alone, &both, &joined(&piece.entry.target), self.step.languages, glossary);
        if says_both < SAYS_BOTH {
            return false;
        }
        piece.entry.parts = parts;
        true
    }
}
