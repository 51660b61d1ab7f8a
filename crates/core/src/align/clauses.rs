//! Judging beads by their clauses: who makes one sentence of two leaves a comma, a semicolon or a dash where the stop was.

use std::ops::Range;

use super::features::{MARKS, Prepared};
use super::scorer::{Candidate, Evidence, Scorer};

/// Judges beads of several segments by whether the other side has a mark where they meet.
///
/// Strangers have marks too, but anywhere. Marks are taken as a Poisson process: as often as on the whole side where
/// nothing is known, and once more near the place where the joint falls if both sides say the same at the same pace.
pub(crate) struct Clauses<'a> {
    source: Marked<'a>,
    target: Marked<'a>,
}

/// One side with what is asked of it again and again.
struct Marked<'a> {
    side: &'a Prepared,
    rates: &'a Rates,
    /// Sums of lengths up to each segment.
    lengths: Vec<f64>,
}

/// How marks stand on a side.
pub(crate) struct Rates {
    /// How many, per character.
    all: f64,
    /// The chance that a joint leaves none: where people write few marks they leave few at joints.
    none: f64,
    /// The chance that it leaves one, by class, per mark that stands there anyway.
    left: [f64; MARKS],
}

/// Marks are not independent of what lengths and words say.
const WEIGHT: f64 = 0.6;
/// In a bead with several segments on both sides some joints are the same cut, and leave nothing.
const BOTH: f64 = 0.6;
/// The chances that a joint leaves a mark of each class, in a text with marks enough.
const SHARES: [f64; MARKS] = [0.4, 0.3, 0.06];
/// How often marks of each class usually stand, per character, and how many characters that is worth.
const USUAL: [f64; MARKS] = [0.012, 0.003, 0.001];
const WORTH: f64 = 500.0;
/// The share of the usual marks within sentences that is enough.
const ENOUGH: f64 = 0.25;
/// How far from its place the mark of a joint may stand: this share of the text, times how far either end is from the
/// place as a share of the text, and so many characters anywhere.
const SPREAD: f64 = 1.2;
const LEAST: f64 = 7.5;
/// Where so many marks are expected within reach of a joint, one more says nothing.
const MANY: f64 = 6.0;

impl Rates {
    /// Of one side.
    pub(crate) fn of(side: &Prepared) -> Self {
        let mut counts = [0.0; MARKS];
        for mark in &side.marks {
            counts[usize::from(mark.class)] += 1.0;
        }
        let characters: f64 = side.segments.iter().map(|segment| f64::from(segment.length)).sum();
        let background: [f64; MARKS] =
            std::array::from_fn(|class| (counts[class] + WORTH * USUAL[class]) / (characters + WORTH));
        let written = (counts[0] + counts[1]) / characters.max(1.0);
        let enough = (written / (ENOUGH * (USUAL[0] + USUAL[1]))).min(1.0);
        let shares = SHARES.map(|share| share * enough);
        Self {
            none: 1.0 - shares.iter().sum::<f64>(),
            left: std::array::from_fn(|class| shares[class] / background[class]),
            all: background.iter().sum(),
        }
    }
}

impl<'a> Marked<'a> {
    fn new(side: &'a Prepared, rates: &'a Rates) -> Self {
        Self { side, rates, lengths: side.length_sums() }
    }

    fn length(&self, range: &Range<usize>) -> f64 {
        self.lengths[range.end] - self.lengths[range.start]
    }

    /// The logarithm of how much likelier the marks within `own` are if the joints of the other side's `run` left some.
    fn judge(&self, own: &Range<usize>, other: &Marked<'_>, run: &Range<usize>) -> f64 {
        let (length, whole) = (self.length(own), other.length(run));
        let mut product = 1.0;
        for joint in run.start + 1..run.end {
            let share = other.length(&(run.start..joint)) / whole;
            let width = SPREAD * share * (1.0 - share) * length + LEAST;
            if 2.0 * width * self.rates.all < MANY {
                product *= self.ratio(own, share * length, width);
            }
        }
        product.ln()
    }

    /// How much likelier the marks within `own` are if a joint at `place` may have left one, no further off than `width`.
    fn ratio(&self, own: &Range<usize>, place: f64, width: f64) -> f64 {
        let mut ratio = self.rates.none;
        for segment in own.clone() {
            let place = place - self.length(&(own.start..segment));
            let marks = self.side.marks_of(segment);
            let first = marks.partition_point(|mark| f64::from(mark.at) < place - width);
            let within = marks[first..].iter().take_while(|mark| f64::from(mark.at) < place + width);
            ratio += within
                .map(|mark| {
                    self.rates.left[usize::from(mark.class)] * near((f64::from(mark.at) - place) / width) / width
                })
                .sum::<f64>();
        }
        ratio
    }
}

/// A bell of area one over -1 to 1 (the biweight kernel), which costs no exponential.
fn near(distance: f64) -> f64 {
    let inside = (1.0 - distance * distance).max(0.0);
    15.0 / 16.0 * inside * inside
}

impl<'a> Clauses<'a> {
    pub(crate) fn new(rates: &'a (Rates, Rates), source: &'a Prepared, target: &'a Prepared) -> Self {
        Self { source: Marked::new(source, &rates.0), target: Marked::new(target, &rates.1) }
    }
}

impl Scorer for Clauses<'_> {
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]) {
        for (Candidate { source: s, target: t }, evidence) in candidates.iter().zip(evidence) {
            let weight = match (s.len(), t.len()) {
                (1, 1) => continue,
                (1, _) | (_, 1) => WEIGHT,
                _ => WEIGHT * BOTH,
            };
            // A side of one segment has no joints, which is a ratio of one.
            let ratio = self.target.judge(t, &self.source, s) + self.source.judge(s, &self.target, t);
            *evidence += Evidence::new(weight * ratio);
        }
    }
}
