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
    /// Sums of lengths up to each segment.
    lengths: Vec<u32>,
    /// How often each class of marks stands, per character.
    rates: [f64; MARKS],
}

/// Marks are not independent of what lengths and words say.
const WEIGHT: f64 = 0.6;
/// Where both sides have joints, each speaks for the same cut.
const BOTH: f64 = 0.7;
/// The chance that a joint leaves no mark, and those of the marks it leaves, by class.
const NONE: f64 = 0.3;
const SHARES: [f64; MARKS] = [0.5, 0.3, 0.1];
/// How often marks of each class usually stand, per character, and how many characters that is worth.
const USUAL: [f64; MARKS] = [0.012, 0.003, 0.001];
const WORTH: f64 = 500.0;
/// How far from its place the mark of a joint may stand: so much of the text where the joint is in the middle, less towards
/// the ends, and so many characters anywhere.
const SPREAD: f64 = 1.2;
const LEAST: f64 = 7.5;

impl<'a> Marked<'a> {
    fn new(side: &'a Prepared) -> Self {
        let mut lengths = vec![0u32];
        lengths.extend(side.segments.iter().scan(0u32, |sum, segment| {
            *sum = sum.saturating_add(segment.length);
            Some(*sum)
        }));
        let mut counts = [0.0; MARKS];
        for mark in &side.marks {
            counts[usize::from(mark.class)] += 1.0;
        }
        let characters = f64::from(lengths[side.len()]) + WORTH;
        let rates = std::array::from_fn(|class| (counts[class] + WORTH * USUAL[class]) / characters);
        Self { side, lengths, rates }
    }

    fn length(&self, range: &Range<usize>) -> f64 {
        f64::from(self.lengths[range.end] - self.lengths[range.start])
    }

    /// The logarithm of how much likelier the marks within `own` are if the joints of the other side's `run` left some.
    fn judge(&self, own: &Range<usize>, other: &Marked<'_>, run: &Range<usize>) -> f64 {
        let (length, whole) = (self.length(own), other.length(run));
        let mut product = 1.0;
        for joint in run.start + 1..run.end {
            let share = other.length(&(run.start..joint)) / whole;
            let place = share * length;
            let width = SPREAD * share * (1.0 - share) * length + LEAST;
            let mut ratio = NONE;
            for segment in own.clone() {
                let before = self.length(&(own.start..segment));
                for mark in self.side.marks_of(segment) {
                    let class = usize::from(mark.class);
                    ratio += SHARES[class] * near((before + f64::from(mark.at) - place) / width)
                        / (width * self.rates[class]);
                }
            }
            product *= ratio;
        }
        product.ln()
    }
}

/// A bell of area one over -1 to 1 (the biweight kernel), which costs no exponential.
fn near(distance: f64) -> f64 {
    let inside = (1.0 - distance * distance).max(0.0);
    15.0 / 16.0 * inside * inside
}

impl<'a> Clauses<'a> {
    pub(crate) fn new(source: &'a Prepared, target: &'a Prepared) -> Self {
        Self { source: Marked::new(source), target: Marked::new(target) }
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
            // A side of one segment has no joint, and nothing to ask of the other.
            let ratio = self.target.judge(t, &self.source, s) + self.source.judge(s, &self.target, t);
            *evidence += Evidence::new(weight * ratio);
        }
    }
}
