//! How long a translation is.

use super::features::Prepared;
use super::scorer::{Candidate, Evidence, Scorer};

/// What is known of lengths: the ratio of target to source and how far it varies.
///
/// The logarithm of the ratio is taken as normal with a variance that falls with the length (Gale & Church, "A program
/// for aligning sentences in bilingual corpora", 1993), mixed with a wide one for free translation. Gaps are drawn
/// from the side's own lengths, log-normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LengthModel {
    /// Mean of ln(target / source).
    pub(crate) ratio: f64,
    /// Variance that does not fall with the length.
    pub(crate) spread: f64,
    /// Variance times length, in characters.
    pub(crate) per_character: f64,
}

const FREE_SHARE: f64 = 0.05;
const FREE_VARIANCE: f64 = 1.0;

impl LengthModel {
    /// Before anything is known but the total lengths.
    pub(crate) fn initial(source: &Prepared, target: &Prepared) -> Self {
        let total = |side: &Prepared| side.segments.iter().map(|s| f64::from(s.length)).sum::<f64>().max(1.0);
        // The mean over segments stands for the total when one side has gaps.
        let mean = |side: &Prepared| total(side) / side.len().max(1) as f64;
        let ratio = (mean(target) / mean(source)).ln().clamp(-1.0, 1.0);
        Self { ratio: ratio * 0.5, spread: 0.03, per_character: 5.0 }
    }

    /// Estimates all three from beads (source length, target length, weight), with the present values worth
    /// `PRIOR` beads.
    pub(crate) fn estimate(&mut self, beads: &[(f64, f64, f64)]) {
        const PRIOR: f64 = 20.0;
        let mut ratios: Vec<(f64, f64)> =
            beads.iter().map(|(s, t, w)| ((t / s).ln(), w * (s * t).sqrt().min(200.0))).collect();
        ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = ratios.iter().map(|r| r.1).sum();
        let mut passed = 0.0;
        for (ratio, weight) in ratios {
            passed += weight;
            if passed >= total / 2.0 {
                let trust = total / (total + PRIOR * 60.0);
                self.ratio += trust * (ratio - self.ratio);
                break;
            }
        }
        // Variance by bins of length would be noisy in a small text: the two shares are fitted in turn, each bead
        // weighted by how far it belongs to the close part of the mixture.
        for _ in 0..4 {
            let (mut spread, mut spread_weight) = (PRIOR * self.spread, PRIOR);
            let (mut slope, mut slope_weight) = (PRIOR * self.per_character, PRIOR);
            for (s, t, weight) in beads {
                let middle = (s * t).sqrt();
                let d = (t / s).ln() - self.ratio;
                let variance = self.variance(middle);
                let close = (1.0 - FREE_SHARE) * normal(d, variance);
                let weight = weight * close / (close + FREE_SHARE * normal(d, FREE_VARIANCE));
                let share = self.spread / variance;
                spread += weight * share * (d * d * share + self.spread * (1.0 - share));
                spread_weight += weight * share;
                let rest = 1.0 - share;
                slope += weight * rest * (d * d * rest + self.per_character / middle * share) * middle;
                slope_weight += weight * rest;
            }
            self.spread = (spread / spread_weight).clamp(0.002, 0.3);
            self.per_character = (slope / slope_weight).clamp(0.5, 20.0);
        }
    }

    fn variance(&self, length: f64) -> f64 {
        self.spread + self.per_character / length.max(1.0)
    }

    /// ln p of the logarithm of the ratio.
    fn log_density(&self, source: f64, target: f64) -> f64 {
        let d = (target / source).ln() - self.ratio;
        let variance = self.variance((source * target).sqrt());
        ((1.0 - FREE_SHARE) * normal(d, variance) + FREE_SHARE * normal(d, FREE_VARIANCE)).ln()
    }
}

fn normal(d: f64, variance: f64) -> f64 {
    (-d * d / (2.0 * variance)).exp() / (variance * std::f64::consts::TAU).sqrt()
}

/// Lengths are exact where words are guesses: they count for more than their ratio.
const WEIGHT: f64 = 1.5;

/// Judges beads by length.
pub(crate) struct Length<'a> {
    model: &'a LengthModel,
    source: Strangers,
    target: Strangers,
}

/// What the lengths of a side look like where nothing is known of the other.
struct Strangers {
    /// Sums of lengths up to each segment.
    length: Vec<f64>,
    /// Sums of −ln p(length) up to each segment, in ln-length.
    surprise: Vec<f64>,
    /// Sums of ln(length) up to each segment.
    logarithm: Vec<f64>,
}

impl Strangers {
    fn new(side: &Prepared) -> Self {
        let logs: Vec<f64> = side.segments.iter().map(|s| f64::from(s.length).ln()).collect();
        let count = logs.len().max(1) as f64;
        let mean = logs.iter().sum::<f64>() / count;
        let variance = (logs.iter().map(|l| (l - mean).powi(2)).sum::<f64>() / count).max(0.05);
        let sums = |of: &dyn Fn(usize) -> f64| {
            let mut sum = 0.0;
            std::iter::once(0.0)
                .chain((0..logs.len()).map(|at| {
                    sum += of(at);
                    sum
                }))
                .collect()
        };
        Self {
            length: side.length_sums(),
            surprise: sums(&|at| -normal(logs[at] - mean, variance).max(1e-6).ln()),
            logarithm: sums(&|at| logs[at]),
        }
    }
}

impl<'a> Length<'a> {
    pub(crate) fn new(model: &'a LengthModel, source: &Prepared, target: &Prepared) -> Self {
        Self { model, source: Strangers::new(source), target: Strangers::new(target) }
    }
}

impl Scorer for Length<'_> {
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]) {
        for (candidate, evidence) in candidates.iter().zip(evidence) {
            let (s, t) = (&candidate.source, &candidate.target);
            let span = |side: &Strangers, r: &std::ops::Range<usize>| side.length[r.end] - side.length[r.start];
            let (source, target) = (span(&self.source, s), span(&self.target, t));
            let together = self.model.log_density(source, target);
            // A side of several segments is one length, cut at places that could be anywhere.
            let apart = |side: &Strangers, r: &std::ops::Range<usize>, whole: f64| {
                let cut = side.logarithm[r.end] - side.logarithm[r.start] - r.len() as f64 * whole.ln();
                side.surprise[r.end] - side.surprise[r.start] + cut
            };
            let ratio = together + 0.5 * (apart(&self.source, s, source) + apart(&self.target, t, target));
            *evidence += Evidence::new(WEIGHT * ratio.max(-12.0));
        }
    }
}
