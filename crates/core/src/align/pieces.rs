//! Long texts, piece by piece: what the first passes keep in mind is bounded by the piece, not by the text.

use super::band::Band;
use super::lattice::{Lattice, Posterior, Priors, Shape};
use super::scorer::{Candidate, Evidence, Scorer};

/// About so many source segments are a piece.
const PIECE: usize = 16_384;

/// Nodes of a chain at which a long text can be cut: each is in the midst of the points around it, which agree on how
/// the sides run along. None for a text of one piece.
pub(crate) fn cuts(chain: &[(usize, usize)], source: usize) -> Vec<(usize, usize)> {
    /// So many points on either side are asked.
    const ASKED: usize = 8;
    /// So far they may be off.
    const OFF: usize = 3;
    let agree = |at: usize| {
        let (s, t) = chain[at];
        let near = at.saturating_sub(ASKED)..(at + ASKED + 1).min(chain.len());
        let fits = |other: &&(usize, usize)| other.0.abs_diff(s).abs_diff(other.1.abs_diff(t)) <= OFF;
        chain[near].iter().filter(fits).count()
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for middle in (PIECE..source.saturating_sub(PIECE / 2)).step_by(PIECE) {
        let from = chain.partition_point(|point| point.0 + PIECE / 4 < middle);
        let to = chain.partition_point(|point| point.0 < middle + PIECE / 4);
        let best = (from..to).max_by_key(|at| (agree(*at), std::cmp::Reverse(*at)));
        found.extend(best.filter(|at| agree(*at) > ASKED).map(|at| chain[at]));
    }
    found
}

/// Nodes of a path at which a long text can be cut: those between two beads that are next to certain.
pub(crate) fn firm(path: &[(Candidate, f32)]) -> Vec<(usize, usize)> {
    const CERTAIN: f32 = 0.98;
    let is_firm =
        |(bead, chance): &(Candidate, f32)| *chance >= CERTAIN && !bead.source.is_empty() && !bead.target.is_empty();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for pair in path.windows(2) {
        let last = found.last().map_or(0, |node| node.0);
        let (bead, _) = &pair[1];
        if bead.source.start >= last + PIECE && pair.iter().all(is_firm) {
            found.push((bead.source.start, bead.target.start));
        }
    }
    found
}

/// What all paths say that go through the cuts.
pub(crate) fn posterior(
    band: &Band,
    cuts: &[(usize, usize)],
    shapes: &[Shape],
    priors: &Priors,
    scorers: &mut [&mut dyn Scorer],
) -> Posterior {
    let last = band.rows.len() - 1;
    let end = (last, band.rows[last].end - 1);
    let mut whole: Option<Posterior> = None;
    let mut from = (0, 0);
    for to in cuts.iter().copied().chain([end]) {
        let part = band.between(from, to);
        let mut shifted: Vec<Shifted<'_>> =
            scorers.iter_mut().map(|scorer| Shifted { scorer: &mut **scorer, by: from, moved: Vec::new() }).collect();
        let mut each: Vec<&mut dyn Scorer> = shifted.iter_mut().map(|scorer| scorer as &mut dyn Scorer).collect();
        let found = Lattice::new(&part, shapes, &mut each).posterior(priors);
        match &mut whole {
            None => whole = Some(found),
            Some(whole) => whole.append(found, from),
        }
        from = to;
    }
    whole.unwrap_or_default()
}

/// A scorer that is asked about a piece as if it were all.
struct Shifted<'s> {
    scorer: &'s mut dyn Scorer,
    by: (usize, usize),
    moved: Vec<Candidate>,
}

impl Scorer for Shifted<'_> {
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]) {
        if self.by == (0, 0) {
            return self.scorer.score(candidates, evidence);
        }
        let (s, t) = self.by;
        self.moved.clear();
        self.moved.extend(candidates.iter().map(|candidate| Candidate {
            source: candidate.source.start + s..candidate.source.end + s,
            target: candidate.target.start + t..candidate.target.end + t,
        }));
        self.scorer.score(&self.moved, evidence);
    }
}
