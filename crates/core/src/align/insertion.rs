//! What was put between the parts of a translation: a segment in the midst of a bead that does not belong to it.

use std::ops::Range;

use super::features::Prepared;
use super::scorer::Candidate;

/// The side of a bead on which something was inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    Source,
    Target,
}

/// A bead with an interior run of segments that may not belong to it.
#[derive(Clone, Debug)]
pub(crate) struct Insertion {
    /// The number of the bead in the path.
    pub(crate) bead: usize,
    pub(crate) side: Where,
    pub(crate) run: Range<usize>,
    /// The bead as a whole and without the run, in the numbers of the [`Bench`].
    pub(crate) whole: Candidate,
    pub(crate) rest: Candidate,
}

/// The beads in question with and without each run, side by side as two texts of their own, so that the scorers can
/// judge a bead that skips a segment as they judge any.
#[derive(Default)]
pub(crate) struct Bench {
    pub(crate) source: Prepared,
    pub(crate) target: Prepared,
    pub(crate) insertions: Vec<Insertion>,
}

impl Bench {
    pub(crate) fn of(source: &Prepared, target: &Prepared, path: &[(Candidate, f32)]) -> Self {
        let mut bench = Self::default();
        for side in [&mut bench.source, &mut bench.target] {
            side.starts.push(0);
            side.mark_starts.push(0);
        }
        for (number, (bead, _)) in path.iter().enumerate() {
            if bead.source.len().max(bead.target.len()) < 3 || bead.source.len().min(bead.target.len()) == 0 {
                continue;
            }
            let whole = bench.lay((source, target), bead, None);
            for (side, range) in [(Where::Source, &bead.source), (Where::Target, &bead.target)] {
                for first in range.start + 1..range.end.saturating_sub(1) {
                    for end in first + 1..range.end {
                        let run = first..end;
                        let rest = bench.lay((source, target), bead, Some((side, &run)));
                        bench.insertions.push(Insertion { bead: number, side, run, whole: whole.clone(), rest });
                    }
                }
            }
        }
        bench
    }

    fn lay(
        &mut self,
        (source, target): (&Prepared, &Prepared),
        bead: &Candidate,
        without: Option<(Where, &Range<usize>)>,
    ) -> Candidate {
        let skipped = |side: Where| without.filter(|(other, _)| *other == side).map_or(0..0, |(_, run)| run.clone());
        Candidate {
            source: copied(&mut self.source, source, &bead.source, &skipped(Where::Source)),
            target: copied(&mut self.target, target, &bead.target, &skipped(Where::Target)),
        }
    }
}

/// Lays segments of a side down, and the one behind them, which tells where blocks end.
fn copied(to: &mut Prepared, from: &Prepared, range: &Range<usize>, without: &Range<usize>) -> Range<usize> {
    let first = to.len();
    let mut copy = |at: usize| {
        to.segments.push(from.segments[at]);
        to.tokens.extend_from_slice(from.tokens_of(at, at + 1));
        to.starts.push(to.tokens.len() as u32);
        to.marks.extend_from_slice(from.marks_of(at));
        to.mark_starts.push(to.marks.len() as u32);
    };
    range.clone().filter(|at| !without.contains(at)).for_each(&mut copy);
    if range.end < from.len() {
        copy(range.end);
    }
    let count = range.len() - without.len();
    first..first + count
}
