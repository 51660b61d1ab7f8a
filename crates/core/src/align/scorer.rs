//! The seam between what judges beads and what searches them.

use std::ops::{Add, AddAssign, Range};

/// What speaks for a bead: the natural logarithm of how much likelier its two sides are as translations of each other
/// than as strangers, in fixed-point 1024ths.
///
/// Evidence of scorers that look at different things adds up. It is an integer so that sums are the same in any order
/// and on any number of threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence(i32);

impl Evidence {
    /// Nothing speaks for or against.
    pub const NEUTRAL: Self = Self(0);

    /// From a log-likelihood ratio in nats; what is no number is neutral, and no single opinion weighs more than
    /// 4096 nats.
    pub fn new(nats: f64) -> Self {
        if nats.is_nan() { Self::NEUTRAL } else { Self((nats.clamp(-4096.0, 4096.0) * 1024.0).round() as i32) }
    }

    /// The log-likelihood ratio in nats.
    pub fn nats(self) -> f64 {
        f64::from(self.0) / 1024.0
    }
}

impl Add for Evidence {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// A bead that might be: neighbouring source segments and neighbouring target segments, neither side empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Numbers of source segments.
    pub source: Range<usize>,
    /// Numbers of target segments.
    pub target: Range<usize>,
}

/// Judges beads.
///
/// The seam is wide on purpose: a scorer sees whole beads, not pairs of segments, so that it can tell a merged
/// sentence from a sentence beside a gap; it sees them in batches, so that one that works on vectors can work on
/// many at once; and it answers in log-likelihood ratios, so that how sure it is needs no second scale: what knows
/// nothing says [`Evidence::NEUTRAL`], and what is sure of itself speaks up.
///
/// Candidates of one call begin at one source segment, and calls come in the order of the source; a scorer may keep
/// what it worked out for the last rows.
pub trait Scorer {
    /// Adds to `evidence[k]` what speaks for `candidates[k]`; both have the same length.
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]);
}
