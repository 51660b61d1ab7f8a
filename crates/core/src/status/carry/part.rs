//! Pieces of several sentences that can be told apart again.

use super::super::lineage::Part;
use super::{Align, Edit, Entry, Piece, Work, of};

impl Work<'_> {
    /// Where several sentences stand for several, each of them made from one, and this version wrote them so, each is known
    /// by itself from now on: a change of one source is none of the other's.
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
        let parts = self.of_one_source_each(&piece.entry.parts)?;
        let mut sources: Vec<usize> = parts.iter().flat_map(|part| part.now.iter().copied()).collect();
        sources.sort_unstable();
        let is_written = piece.fresh || piece.edit == Edit::Text || piece.before.len() != piece.targets.len();
        if sources.is_empty() || piece.targets.len() < 2 || parts.len() != piece.targets.len() || !is_written {
            return None;
        }
        let beads = align(self.step.version, &sources, &piece.targets).beads;
        let mut parted = Vec::with_capacity(beads.len());
        let mut gone: Vec<&Part> = parts.iter().filter(|part| part.now.is_empty()).collect();
        for bead in &beads {
            let (of_source, targets) = (of(&sources, bead.sources()), of(&piece.targets, bead.targets()));
            // What is not plainly one for one stays together; what was made from a sentence that is gone is left over.
            let part = match (of_source.as_slice(), targets.as_slice()) {
                ([source], [_]) => parts.iter().find(|part| part.now == [*source])?,
                ([], [_]) if gone.len() == 1 => gone.remove(0),
                _ => return None,
            };
            let target = targets.iter().map(|at| self.step.target[*at].clone()).collect();
            let entry = Entry { parts: vec![part.clone()], target, ..piece.entry.clone() };
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

    /// Parts of one source each; those of several that are up to date are cut as these are.
    fn of_one_source_each(&self, parts: &[Part]) -> Option<Vec<Part>> {
        let mut cut: Vec<Part> = Vec::with_capacity(parts.len());
        for part in parts {
            match part.now.as_slice() {
                [] | [_] => cut.push(part.clone()),
                several if part.base.same_text(&self.now(part)) => {
                    let of_one = |at: &usize| Some(Part::of(self.passage(*at)?.clone(), vec![*at]));
                    cut.extend(several.iter().filter_map(of_one));
                }
                _ => return None,
            }
        }
        let mut sources: Vec<usize> = cut.iter().flat_map(|part| part.now.iter().copied()).collect();
        sources.sort_unstable();
        sources.windows(2).all(|pair| pair[0] != pair[1]).then_some(cut)
    }
}
