//! Pieces of several sentences that can be told apart again.

use super::super::lineage::Part;
use super::{Align, Edit, Entry, Piece, Work, of};

impl Work<'_> {
    /// Where several sentences stand for several, all of them up to date, and this version wrote them so, each is known by
    /// itself from now on: a change of one source is none of the other's.
    pub(super) fn part(&self, pieces: &mut Vec<Piece>, align: &mut Align<'_>) {
        let mut parted: Vec<Piece> = Vec::new();
        pieces.retain(|piece| match self.parted(piece, align) {
            Some(of_piece) => {
                parted.extend(of_piece);
                false
            }
            None => true,
        });
        pieces.append(&mut parted);
    }

    fn parted(&self, piece: &Piece, align: &mut Align<'_>) -> Option<Vec<Piece>> {
        let parts = &piece.entry.parts;
        let mut sources: Vec<usize> = parts.iter().flat_map(|part| part.now.iter().copied()).collect();
        sources.sort_unstable();
        sources.dedup();
        let is_written = piece.fresh || piece.edit == Edit::Text || piece.before.len() != piece.targets.len();
        let is_current = |part: &Part| !part.now.is_empty() && part.base.same_text(&self.now(part));
        if sources.len() < 2 || piece.targets.len() < 2 || !is_written || !parts.iter().all(is_current) {
            return None;
        }
        let beads = align(self.step.version, &sources, &piece.targets).beads;
        let mut parted = Vec::with_capacity(beads.len());
        for bead in &beads {
            let (of_source, targets) = (of(&sources, bead.sources()), of(&piece.targets, bead.targets()));
            // What is not plainly one for one stays together.
            if of_source.len() != 1 || targets.len() != 1 {
                return None;
            }
            let bases =
                of_source.into_iter().filter_map(|at| Some(Part { base: self.passage(at)?.clone(), now: vec![at] }));
            let target = targets.iter().map(|at| self.step.target[*at].clone()).collect();
            let entry = Entry { parts: bases.collect(), target, ..piece.entry.clone() };
            parted.push(Piece {
                targets,
                entry,
                before: piece.before.clone(),
                base_before: piece.base_before.clone(),
                ..*piece
            });
        }
        (beads.len() > 1).then_some(parted)
    }
}
