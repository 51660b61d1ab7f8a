//! The passes: judge, search, learn, and again.

use super::anchors::{Anchor, identical};
use super::cooccurrence::{Learnt, bags_of};
use super::features::Prepared;
use super::lattice::{Band, Gaps, Lattice, Posterior, Priors, Shape, best_path};
use super::layout::{Layout, LayoutModel};
use super::length::{Length, LengthModel};
use super::lexical::{Lexical, Link, Links};
use super::scorer::Candidate;
use super::search::coarse_band;
use super::{Alignment, Bead, Confidence, Options, Resources, Side};

/// Aligns two sides. See [`super::align`].
pub(crate) fn run(source: &Side<'_>, target: &Side<'_>, _resources: &Resources, options: &Options) -> Alignment {
    let (source, target) = (Prepared::new(source), Prepared::new(target));
    let mut beads = Vec::new();
    if source.len() > 0 && target.len() > 0 {
        beads = passes(&source, &target, options);
    } else {
        beads.extend((0..source.len()).map(|s| (Candidate { source: s..s + 1, target: 0..0 }, 1.0)));
        beads.extend((0..target.len()).map(|t| (Candidate { source: 0..0, target: t..t + 1 }, 1.0)));
    }
    let bead = |(candidate, chance): (Candidate, f32)| Bead {
        source: candidate.source,
        target: candidate.target,
        confidence: Confidence::new(chance),
        crossing: false,
    };
    Alignment { beads: beads.into_iter().map(bead).collect() }
}

fn passes(source: &Prepared, target: &Prepared, options: &Options) -> Vec<(Candidate, f32)> {
    let anchors = identical(source, target);
    let mut length = LengthModel::initial(source, target);
    let mut layout = LayoutModel::initial(source, target);
    let mut links = links(source, target, &anchors, &[]);
    let single = Shape { source: 1, target: 1 };
    let shapes = options.shapes();
    let gaps = Gaps { open: 0.08, long: 0.1, more: 0.4 };
    let mut priors = Priors { shapes: vec![(single, 0.0)], source: gaps, target: gaps };
    let mut band = coarse_band(source, target, &links);
    let passes = 4;
    let mut posterior: Option<Posterior> = None;
    for pass in 0..passes {
        if pass == 1 {
            priors.shapes = default_shapes(&shapes);
        }
        let here: Vec<Shape> = priors.shapes.iter().map(|(shape, _)| *shape).collect();
        let mut by_length = Length::new(&length, source, target);
        let mut by_layout = Layout::new(&layout, source, target);
        let mut by_words = Lexical::new(&links, source, target);
        let lattice = Lattice::new(&band, &here, &mut [&mut by_length, &mut by_layout, &mut by_words]);
        let found = lattice.posterior(&priors);
        if pass + 1 < passes {
            let learnt = bags_of(source, target, found.beads.iter().filter(|(_, chance)| *chance > 0.1)).learn();
            let lengths: Vec<(f64, f64, f64)> = found
                .beads
                .iter()
                .map(|(bead, chance)| {
                    let sum = |side: &Prepared, r: &std::ops::Range<usize>| -> f64 {
                        side.segments[r.clone()].iter().map(|s| f64::from(s.length)).sum()
                    };
                    (sum(source, &bead.source), sum(target, &bead.target), f64::from(*chance))
                })
                .collect();
            length.estimate(&lengths);
            layout.estimate(source, target, &found.beads);
            estimate_priors(&mut priors, &found, pass > 0);
            links = self::links(source, target, &anchors, &learnt);
            let margin = if pass == 0 { 6 } else { 3 };
            band = widen(&found.narrowed, margin, source.len(), target.len());
        }
        posterior = Some(found);
    }
    posterior.map_or_else(Vec::new, |posterior| best_path(&posterior, source.len(), target.len()))
}

fn widen(band: &Band, margin: usize, source: usize, target: usize) -> Band {
    let rows = (0..=source)
        .map(|at| {
            let (before, behind) = (at.saturating_sub(margin), (at + margin).min(source));
            let low = band.rows[before].start.min(band.rows[at].start.saturating_sub(margin));
            let high = band.rows[behind].end.max((band.rows[at].end + margin).min(target + 1));
            low..high
        })
        .collect();
    Band { rows }.mend(target)
}

fn default_shapes(shapes: &[Shape]) -> Vec<(Shape, f64)> {
    let weight = |shape: &Shape| match (shape.source.min(shape.target), shape.source.max(shape.target)) {
        (1, 1) => 0.85f64,
        (1, 2) => 0.05,
        (1, 3) => 0.006,
        (1, 4) => 0.001,
        (2, 2) => 0.006,
        (2, 3) => 0.001,
        _ => 0.0003,
    };
    let total: f64 = shapes.iter().map(weight).sum();
    shapes.iter().map(|shape| (*shape, (weight(shape) / total).ln())).collect()
}

fn estimate_priors(priors: &mut Priors, found: &Posterior, with_shapes: bool) {
    const WORTH: f64 = 20.0;
    if with_shapes {
        let defaults = default_shapes(&priors.shapes.iter().map(|(shape, _)| *shape).collect::<Vec<_>>());
        let mut counts: Vec<f64> = defaults.iter().map(|(_, p)| WORTH * p.exp()).collect();
        for (bead, chance) in &found.beads {
            let size = (bead.source.len(), bead.target.len());
            let fits = |(shape, _): &(Shape, f64)| (usize::from(shape.source), usize::from(shape.target)) == size;
            if let Some(at) = priors.shapes.iter().position(fits) {
                counts[at] += f64::from(*chance);
            }
        }
        let total: f64 = counts.iter().sum();
        for (entry, count) in priors.shapes.iter_mut().zip(counts) {
            entry.1 = (count / total).ln();
        }
    }
    let gaps = |counts: [f64; 3]| {
        let opened = counts[0] + counts[1];
        Gaps {
            open: ((opened + 0.5) / (found.counts.beads + 11.0)).clamp(0.001, 0.5),
            long: ((counts[1] + 0.5) / (opened + 5.0)).clamp(0.01, 0.5),
            more: ((counts[2] + 1.0) / (counts[0] + counts[2] + 4.0)).clamp(0.05, 0.9),
        }
    };
    priors.source = gaps(found.counts.source);
    priors.target = gaps(found.counts.target);
}

/// Joins anchors and what was learnt.
fn links(source: &Prepared, target: &Prepared, anchors: &[Anchor], learnt: &[Learnt]) -> Links {
    const WORTH: f64 = 3.0;
    let source_tokens = source.tokens.len().max(1) as f64;
    let target_tokens = target.tokens.len().max(1) as f64;
    let mut source_trust = vec![0.0f64; source.types.len()];
    let mut target_trust = vec![0.0f64; target.types.len()];
    for anchor in anchors {
        source_trust[anchor.source as usize] += f64::from(anchor.trust);
        target_trust[anchor.target as usize] += f64::from(anchor.trust);
    }
    let mut all: Vec<(u32, u32, f64, f64, f64)> = Vec::with_capacity(anchors.len() + learnt.len());
    for a in anchors {
        all.push((a.source, a.target, f64::from(a.trust), 0.0, 0.0));
    }
    for l in learnt {
        all.push((l.source, l.target, 0.0, f64::from(l.forward), f64::from(l.backward)));
    }
    all.sort_by_key(|entry| (entry.0, entry.1));
    all.dedup_by(|later, first| {
        let same = (later.0, later.1) == (first.0, first.1);
        if same {
            first.2 = first.2.max(later.2);
            first.3 += later.3;
            first.4 += later.4;
        }
        same
    });
    let mix = |trust: f64, total: f64, p: f64, count: f64| {
        let anchored = if total > 0.0 { WORTH } else { 0.0 };
        (p * count + anchored * trust / total.max(1.0)) / (count + anchored).max(1e-9)
    };
    let mut source_known = vec![0.0f64; source.types.len()];
    let mut target_known = vec![0.0f64; target.types.len()];
    let mut links = Links { starts: vec![0; source.types.len() + 1], ..Links::default() };
    for (s, t, trust, forward, backward) in all {
        let (kind, other) = (&source.types[s as usize], &target.types[t as usize]);
        let learnt = |segments: u32| if learnt.is_empty() { 0.0 } else { f64::from(segments) };
        let forward = mix(trust, source_trust[s as usize], forward, learnt(kind.segments));
        let backward = mix(trust, target_trust[t as usize], backward, learnt(other.segments));
        source_known[s as usize] += forward;
        target_known[t as usize] += backward;
        links.starts[s as usize + 1] += 1;
        links.links.push(Link {
            target: t,
            forward: (forward * target_tokens / f64::from(other.segments)) as f32,
            backward: (backward * source_tokens / f64::from(kind.segments)) as f32,
        });
    }
    for at in 1..links.starts.len() {
        links.starts[at] += links.starts[at - 1];
    }
    let absent = |known: &[f64]| -> Vec<f32> {
        known.iter().map(|k| if *k <= 0.0 { 1.0 } else { (1.0 - 0.9 * k.min(1.0)).clamp(0.05, 0.98) as f32 }).collect()
    };
    links.source_absent = absent(&source_known);
    links.target_absent = absent(&target_known);
    links
}
