//! One path out of all that were weighed.

use super::lattice::Posterior;
use super::scorer::Candidate;

/// The path with the most beads expected to be right (minimum Bayes risk), rather than the one path that is likeliest
/// as a whole.
pub(crate) fn best_path(posterior: &Posterior, source: usize, target: usize) -> Vec<(Candidate, f32)> {
    // Over rows of nodes; each keeps only the targets that some bead or gap can reach within the narrowed band.
    let band = &posterior.narrowed;
    let mut starts = Vec::with_capacity(band.rows.len());
    let mut nodes = 0;
    for row in &band.rows {
        starts.push(nodes);
        nodes += row.len();
    }
    let place = |s: usize, t: usize| -> Option<usize> {
        let row = band.rows.get(s)?;
        row.contains(&t).then(|| starts[s] + (t - row.start))
    };
    // Every bead that is offered costs precision, so that two halves must be likelier than one whole; gaps count for
    // half (F1 counts them in precision only).
    const BEAD_COST: f32 = 0.5;
    const GAP_COST: f32 = 0.2;
    const GAP_WORTH: f32 = 0.5;
    const NOWHERE: u32 = u32::MAX;
    const SOURCE_GAP: u32 = u32::MAX - 1;
    const TARGET_GAP: u32 = u32::MAX - 2;
    let mut value = vec![f32::NEG_INFINITY; nodes];
    let mut came = vec![NOWHERE; nodes];
    if let Some(first) = place(0, 0) {
        value[first] = 0.0;
    }
    let mut next_bead = 0;
    for s in 0..band.rows.len() {
        for t in band.rows[s].clone() {
            let Some(here) = place(s, t) else { continue };
            if let Some(before) = t.checked_sub(1).and_then(|t| place(s, t)) {
                let gain = value[before] + GAP_WORTH * posterior.target_gaps[t - 1] - GAP_COST;
                if gain > value[here] {
                    (value[here], came[here]) = (gain, TARGET_GAP);
                }
            }
            if let Some(below) = place(s + 1, t) {
                let gain = value[here] + GAP_WORTH * posterior.source_gaps[s] - GAP_COST;
                if gain > value[below] {
                    (value[below], came[below]) = (gain, SOURCE_GAP);
                }
            }
            while let Some((bead, chance)) = posterior.beads.get(next_bead) {
                if (bead.source.start, bead.target.start) > (s, t) {
                    break;
                }
                if (bead.source.start, bead.target.start) == (s, t)
                    && let Some(end) = place(bead.source.end, bead.target.end)
                {
                    let gain = value[here] + chance - BEAD_COST;
                    if gain > value[end] {
                        (value[end], came[end]) = (gain, next_bead as u32);
                    }
                }
                next_bead += 1;
            }
        }
    }
    let (mut s, mut t) = (source, target);
    let mut path = Vec::new();
    while (s, t) != (0, 0) {
        match place(s, t).map_or(NOWHERE, |at| came[at]) {
            NOWHERE => {
                // Cannot be in a band that was mended; gaps are always an answer.
                path.extend((0..t).rev().map(|t| (Candidate { source: s..s, target: t..t + 1 }, 0.0)));
                path.extend((0..s).rev().map(|s| (Candidate { source: s..s + 1, target: 0..0 }, 0.0)));
                (s, t) = (0, 0);
            }
            SOURCE_GAP => {
                s -= 1;
                path.push((Candidate { source: s..s + 1, target: t..t }, posterior.source_gaps[s].min(1.0)));
            }
            TARGET_GAP => {
                t -= 1;
                path.push((Candidate { source: s..s, target: t..t + 1 }, posterior.target_gaps[t].min(1.0)));
            }
            bead => {
                let (bead, chance) = &posterior.beads[bead as usize];
                (s, t) = (bead.source.start, bead.target.start);
                path.push((bead.clone(), *chance));
            }
        }
    }
    path.reverse();
    path
}
