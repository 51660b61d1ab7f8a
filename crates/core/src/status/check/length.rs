//! Whether a translation is far longer or shorter than its like.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// How long the translations of a project are, measured against their sources, in one language.
///
/// A length is counted in letters and digits; what is learnt is the median of the logarithm of target by source and its
/// median absolute deviation, which a few bad pairs cannot move. A prior stands in for the pairs of a small project.
///
/// ```
/// use hexapla_core::status::LengthModel;
/// let mut model = LengthModel::new(&"en".parse().unwrap());
/// for _ in 0..500 {
///     model.learn("Der Garten ist bis zum Abend offen.", "The garden is open until evening.");
/// }
/// let source = "Der Garten ist von April bis Oktober täglich außer montags bis zum Abend geöffnet, und Hunde bleiben draußen.";
/// assert!(model.extreme(source, "The garden is open.").is_some());
/// assert!(model.extreme("Offen.", "It is open today.").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LengthModel {
    /// How many pairs there are of each ratio, in steps of the natural logarithm.
    learnt: Vec<u32>,
    /// What is usual in the language.
    prior: Vec<u32>,
}

/// A pair whose length is out of all proportion: the length of each side in letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// Of the source.
    pub source: usize,
    /// Of the target.
    pub target: usize,
}

const STEP: f64 = 0.05;
/// Logarithms from −3 to 3, in steps.
const BINS: usize = 121;
const MIDDLE: usize = 60;
/// The prior's step: about the median absolute deviation of newspaper text. It counts for forty pairs.
const DEVIATION: f64 = 0.15;
/// Nothing nearer than this to the median is extreme, whatever the deviation: a factor of 2.2.
const LEAST: f64 = 0.8;
/// So many deviations are.
const MANY: f64 = 7.0;
/// Nothing is learnt from shorter texts.
const SHORT: usize = 24;
/// Of two shorter texts, one may be half of the other.
const SENTENCE: usize = 64;

impl LengthModel {
    /// A model that knows of the language only what is usual.
    pub fn new(target: &Language) -> Self {
        let usual = match target.primary() {
            "ar" | "he" => -0.2,
            "zh" | "ja" | "ko" => -1.1,
            _ => 0.0,
        };
        let mut model = Self { learnt: vec![0; BINS], prior: vec![0; BINS] };
        for (deviations, share) in [(-2.0, 4), (-1.0, 8), (0.0, 16), (1.0, 8), (2.0, 4)] {
            model.prior[bin(usual + deviations * DEVIATION)] += share;
        }
        model
    }

    /// Takes in a pair that is translated.
    pub fn learn(&mut self, source: &str, target: &str) {
        let (source, target) = (letters(source), letters(target));
        if source >= SHORT && target > 0 {
            self.learnt[bin(ratio(source, target))] += 1;
        }
    }

    /// Takes in what another model of the language learnt.
    pub fn merge(&mut self, other: &Self) {
        for (own, other) in self.learnt.iter_mut().zip(&other.learnt) {
            *own = own.saturating_add(*other);
        }
    }

    /// The lengths of a pair that is out of all proportion.
    pub fn extreme(&self, source: &str, target: &str) -> Option<Extreme> {
        let found = Extreme { source: letters(source), target: letters(target) };
        // Two short texts prove nothing, nor does a long one that is empty: that is another finding.
        if found.source.max(found.target) < SENTENCE || found.source.min(found.target) == 0 {
            return None;
        }
        let median = self.median(value);
        let deviation = self.deviation(median).max(0.05);
        let apart = (ratio(found.source, found.target) - median).abs();
        (apart > LEAST && apart > MANY * deviation).then_some(found)
    }

    fn median(&self, of: impl Fn(usize) -> f64) -> f64 {
        let counts = self.learnt.iter().zip(&self.prior).map(|(learnt, prior)| u64::from(*learnt) + u64::from(*prior));
        let mut values: Vec<(f64, u64)> = counts.enumerate().map(|(at, count)| (of(at), count)).collect();
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: u64 = values.iter().map(|(_, count)| count).sum();
        let mut seen = 0;
        for (value, count) in values {
            seen += count;
            if seen * 2 >= total {
                return value;
            }
        }
        0.0
    }

    fn deviation(&self, median: f64) -> f64 {
        self.median(|at| (value(at) - median).abs())
    }
}

fn ratio(source: usize, target: usize) -> f64 {
    (target as f64 / source.max(1) as f64).ln()
}

fn bin(logarithm: f64) -> usize {
    let at = (logarithm / STEP).round() + MIDDLE as f64;
    at.clamp(0.0, (BINS - 1) as f64) as usize
}

fn value(at: usize) -> f64 {
    (at as f64 - MIDDLE as f64) * STEP
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}
