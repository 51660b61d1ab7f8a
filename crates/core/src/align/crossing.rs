//! Pieces that were moved: found among what the monotone search left without a counterpart.

use super::features::Prepared;
use super::scorer::{Candidate, Evidence, Scorer};

/// Pairs of left-over segments that are surely each other's translation, in the order of the source, with their
/// confidence.
///
/// A pair is offered where each is by far the other's best counterpart, and the evidence outweighs that any of the
/// left-over segments could have been it. A sentence that stands alone somewhere else is often a coincidence, above all
/// in news: a piece counts as moved where neighbours moved together, or where it is a block of its own.
pub(crate) fn crossings(
    source: &Prepared,
    target: &Prepared,
    path: &[(Candidate, f32)],
    scorers: &mut [&mut dyn Scorer],
) -> Vec<(Candidate, f32)> {
    /// How many pairs are judged, and how many target segments are read for it, at most.
    const MOST: usize = 4_000_000;
    /// Shorter segments are met again by chance.
    const TOKENS: usize = 4;
    let left = |side: &Prepared, which: fn(&Candidate) -> (bool, usize)| -> Vec<usize> {
        path.iter()
            .filter_map(|(bead, _)| {
                let (alone, at) = which(bead);
                (alone && side.tokens_of(at, at + 1).len() >= TOKENS).then_some(at)
            })
            .collect()
    };
    let sources = left(source, |bead| (bead.target.is_empty(), bead.source.start));
    let targets = left(target, |bead| (bead.source.is_empty(), bead.target.start));
    if sources.is_empty() || targets.is_empty() || sources.len().saturating_mul(target.len()) > MOST {
        return Vec::new();
    }
    // The best and the second best of each target; the best two of each source.
    let mut for_target = vec![[(f64::MIN, usize::MAX); 2]; targets.len()];
    let mut for_source = Vec::with_capacity(sources.len());
    for (number, at) in sources.iter().enumerate() {
        let candidates: Vec<Candidate> =
            targets.iter().map(|t| Candidate { source: *at..at + 1, target: *t..t + 1 }).collect();
        let mut evidence = vec![Evidence::NEUTRAL; candidates.len()];
        for scorer in scorers.iter_mut() {
            scorer.score(&candidates, &mut evidence);
        }
        let mut best = [(f64::MIN, usize::MAX); 2];
        for (other, evidence) in evidence.iter().enumerate() {
            rank(&mut best, evidence.nats(), other);
            rank(&mut for_target[other], evidence.nats(), number);
        }
        for_source.push(best);
    }
    /// So far the best must be ahead of the second best, in nats.
    const AHEAD: f64 = 4.0;
    /// The chance that a segment without a counterpart was moved rather than left out.
    const MOVED: f64 = 0.05;
    let chance_of_one = (MOVED / targets.len().max(sources.len()) as f64).ln();
    let mut found = Vec::new();
    for (number, best) in for_source.iter().enumerate() {
        let [(evidence, other), second] = *best;
        if other == usize::MAX || for_target[other][0].1 != number {
            continue;
        }
        if evidence - second.0 < AHEAD || evidence - for_target[other][1].0 < AHEAD {
            continue;
        }
        let chance = 1.0 / (1.0 + (-(evidence + chance_of_one)).exp());
        if chance > 0.7 {
            let (s, t) = (sources[number], targets[other]);
            found.push((Candidate { source: s..s + 1, target: t..t + 1 }, chance as f32));
        }
    }
    /// What moved without company must be surer.
    const ALONE: f32 = 0.97;
    let together = |a: &Candidate, b: &Candidate| {
        let near = |a: usize, b: usize| (1..=2).contains(&a.abs_diff(b));
        near(a.source.start, b.source.start) && near(a.target.start, b.target.start)
    };
    let company = |at: usize| {
        let around = found[at.saturating_sub(2)..].iter().take(5);
        around.into_iter().any(|(other, _)| together(&found[at].0, other))
    };
    let kept: Vec<bool> = (0..found.len())
        .map(|at| {
            let (bead, chance) = &found[at];
            company(at)
                || (*chance > ALONE && is_block(source, bead.source.start) && is_block(target, bead.target.start))
        })
        .collect();
    found.into_iter().zip(kept).filter_map(|(bead, kept)| kept.then_some(bead)).collect()
}

/// Whether a segment is all of its block.
fn is_block(side: &Prepared, at: usize) -> bool {
    let begins = |at: usize| side.segments.get(at).is_none_or(|segment| segment.begins > 0);
    begins(at) && begins(at + 1)
}

fn rank(best: &mut [(f64, usize); 2], evidence: f64, number: usize) {
    if evidence > best[0].0 {
        *best = [(evidence, number), best[0]];
    } else if evidence > best[1].0 {
        best[1] = (evidence, number);
    }
}
