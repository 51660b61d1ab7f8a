//! Judging beads by which of their words translate each other.

use std::collections::VecDeque;
use std::ops::Range;

use super::features::Prepared;
use super::scorer::{Candidate, Evidence, Scorer};

/// One word pair: how much likelier each is where the other stands than anywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Link {
    /// The type on the target side.
    pub(crate) target: u32,
    /// p(target | source) / p(target).
    pub(crate) forward: f32,
    /// p(source | target) / p(source).
    pub(crate) backward: f32,
}

/// Which types of the two sides translate each other.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// For each source type where its links begin; one more than there are types.
    pub(crate) starts: Vec<u32>,
    /// The links, by source type, then target type.
    pub(crate) links: Vec<Link>,
    /// For each source type the chance that it stands in a bead untranslated; 1 where it has no link at all: what
    /// nothing is known of says nothing.
    pub(crate) source_absent: Vec<f32>,
    /// The same for target types.
    pub(crate) target_absent: Vec<f32>,
}

impl Links {
    pub(crate) fn of(&self, source: u32) -> &[Link] {
        &self.links[self.starts[source as usize] as usize..self.starts[source as usize + 1] as usize]
    }
}

/// Judges beads by the links between their tokens, in both directions (IBM Model 1: Brown et al., "The mathematics of
/// statistical machine translation", 1993), against the chance that a token stands there for no reason.
pub(crate) struct Lexical<'a> {
    links: &'a Links,
    source: &'a Prepared,
    target: &'a Prepared,
    /// What the tokens of so many segments are taken for, relative to their number.
    shrinkage: [f32; LONGEST + 1],
    /// Sums of ln(absent) up to each segment.
    source_base: Vec<f32>,
    target_base: Vec<f32>,
    rows: VecDeque<Row>,
    chains: Chains,
    source_sums: Sums,
    target_sums: Sums,
    source_known: Vec<u32>,
    target_known: Vec<u32>,
}

/// The links between one source segment and a range of target segments.
struct Row {
    source: usize,
    targets: Range<usize>,
    /// Where the meetings with each target segment begin.
    starts: Vec<u32>,
    meetings: Vec<Meeting>,
}

/// A source token, a target token and the link between them; the tokens by their place among all of their side.
#[derive(Clone, Copy)]
struct Meeting {
    source: u32,
    target: u32,
    link: u32,
}

/// For each target type the chain of links that lead to it from the present source segment.
struct Chains {
    heads: Vec<u32>,
    nodes: Vec<(u32, u32, u32)>,
}

/// Words are not independent of each other: their evidence weighs less than its sum.
const WEIGHT: f32 = 0.75;
/// The share of known tokens from which on a side counts as known.
const ENOUGH: f32 = 0.5;
/// Words of neighbouring segments are somewhat less at odds with each other than those of one bag.
const TOGETHER: f32 = -0.05;

/// No side of a bead is longer.
const LONGEST: usize = 8;

const END: u32 = u32::MAX;

/// Sums over a few tokens, emptied after each bead.
#[derive(Default)]
struct Sums {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Sums {
    fn add(&mut self, at: u32, amount: f32) {
        let place = at as usize;
        if self.sums.len() <= place {
            self.sums.resize(place + 1, 0.0);
        }
        if self.sums[place] == 0.0 {
            self.touched.push(at);
        }
        self.sums[place] += amount;
    }

    fn drain(&mut self, mut each: impl FnMut(u32, f32)) {
        for at in self.touched.drain(..) {
            each(at, std::mem::take(&mut self.sums[at as usize]));
        }
    }
}

/// A product of many factors whose logarithm is wanted: one logarithm for many.
struct Product {
    factor: f64,
    logarithm: f64,
}

impl Default for Product {
    fn default() -> Self {
        Self { factor: 1.0, logarithm: 0.0 }
    }
}

impl Product {
    fn multiply(&mut self, by: f32) {
        self.factor *= f64::from(by);
        if self.factor > 1e200 {
            self.logarithm += self.factor.ln();
            self.factor = 1.0;
        }
    }

    fn ln(self) -> f32 {
        (self.logarithm + self.factor.ln()) as f32
    }
}

fn tokens(side: &Prepared, r: &Range<usize>) -> f32 {
    (side.starts[r.end] - side.starts[r.start]).max(1) as f32
}

impl<'a> Lexical<'a> {
    pub(crate) fn new(links: &'a Links, source: &'a Prepared, target: &'a Prepared) -> Self {
        let base = |side: &Prepared, absent: &[f32]| {
            let mut sum = 0.0;
            let mut sums = vec![0.0];
            for at in 0..side.len() {
                sum += side.tokens_of(at, at + 1).iter().map(|t| f64::from(absent[*t as usize]).ln()).sum::<f64>();
                sums.push(sum as f32);
            }
            sums
        };
        let known = |side: &Prepared, absent: &[f32]| {
            let mut sum = 0;
            let mut sums = vec![0];
            for at in 0..side.len() {
                sum += side.tokens_of(at, at + 1).iter().filter(|t| absent[**t as usize] < 1.0).count() as u32;
                sums.push(sum);
            }
            sums
        };
        Self {
            links,
            source,
            target,
            shrinkage: std::array::from_fn(|segments| (segments.max(1) as f32).powf(TOGETHER)),
            source_base: base(source, &links.source_absent),
            target_base: base(target, &links.target_absent),
            rows: VecDeque::new(),
            chains: Chains { heads: vec![END; target.types.len()], nodes: Vec::new() },
            source_known: known(source, &links.source_absent),
            target_known: known(target, &links.target_absent),
            source_sums: Sums::default(),
            target_sums: Sums::default(),
        }
    }

    /// Works out the rows of segments that candidates from `source` on may hold.
    fn prepare(&mut self, sources: Range<usize>, targets: Range<usize>) {
        while self.rows.front().is_some_and(|row| row.source < sources.start) {
            self.rows.pop_front();
        }
        for source in sources {
            let at = self.rows.iter().position(|row| row.source == source);
            match at {
                Some(at)
                    if self.rows[at].targets.start <= targets.start && self.rows[at].targets.end >= targets.end => {}
                Some(at) => {
                    let old = self.rows[at].targets.clone();
                    let wide = old.start.min(targets.start)..old.end.max(targets.end);
                    self.rows[at] = self.row(source, wide);
                }
                None => {
                    // The next call may reach a little further; a row is worked out once.
                    let wide = targets.start..(targets.end + 8).min(self.target.len());
                    let row = self.row(source, wide);
                    self.rows.push_back(row);
                }
            }
        }
    }

    fn row(&mut self, source: usize, targets: Range<usize>) -> Row {
        let first = self.source.starts[source];
        for (at, kind) in (first..).zip(self.source.tokens_of(source, source + 1)) {
            let from = self.links.starts[*kind as usize];
            for (number, link) in (from..).zip(self.links.of(*kind)) {
                let head = &mut self.chains.heads[link.target as usize];
                self.chains.nodes.push((*head, at, number));
                *head = self.chains.nodes.len() as u32 - 1;
            }
        }
        let mut row = Row { source, targets: targets.clone(), starts: vec![0], meetings: Vec::new() };
        for target in targets {
            if !self.chains.nodes.is_empty() {
                let first = self.target.starts[target];
                for (place, kind) in (first..).zip(self.target.tokens_of(target, target + 1)) {
                    let mut at = self.chains.heads[*kind as usize];
                    while at != END {
                        let (next, source, link) = self.chains.nodes[at as usize];
                        row.meetings.push(Meeting { source, target: place, link });
                        at = next;
                    }
                }
            }
            row.starts.push(row.meetings.len() as u32);
        }
        for (_, _, link) in self.chains.nodes.drain(..) {
            self.chains.heads[self.links.links[link as usize].target as usize] = END;
        }
        row
    }

    fn judge(&mut self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let size = |side, r: &Range<usize>| tokens(side, r) * self.shrinkage[r.len().min(LONGEST)];
        let (source_size, target_size) = (size(self.source, source), size(self.target, target));
        let (source_first, target_first) = (self.source.starts[source.start], self.target.starts[target.start]);
        for row in self.rows.iter().filter(|row| source.contains(&row.source)) {
            let from = row.starts[target.start - row.targets.start] as usize;
            let to = row.starts[target.end - row.targets.start] as usize;
            for meeting in &row.meetings[from..to] {
                let link = &self.links.links[meeting.link as usize];
                self.target_sums.add(meeting.target - target_first, link.forward);
                self.source_sums.add(meeting.source - source_first, link.backward);
            }
        }
        // A side of which little is known may well translate what the other says in words that nobody knows.
        let known = |known: &[u32], r: &Range<usize>, size: f32| {
            ((known[r.end] - known[r.start]) as f32 / (ENOUGH * size)).min(1.0)
        };
        let target_known = known(&self.target_known, target, tokens(self.target, target));
        let source_known = known(&self.source_known, source, tokens(self.source, source));
        let forward = (self.target_base[target.end] - self.target_base[target.start]) * source_known;
        let backward = (self.source_base[source.end] - self.source_base[source.start]) * target_known;
        let gain = |sum: f32, size: f32, absent: f32| 1.0 + (1.0 - absent) * sum / (size * absent);
        let mut gains = Product::default();
        self.target_sums.drain(|at, sum| {
            let absent = self.links.target_absent[self.target.tokens[(target_first + at) as usize] as usize];
            gains.multiply(gain(sum, source_size, absent));
        });
        self.source_sums.drain(|at, sum| {
            let absent = self.links.source_absent[self.source.tokens[(source_first + at) as usize] as usize];
            gains.multiply(gain(sum, target_size, absent));
        });
        WEIGHT * 0.5 * (forward + backward + gains.ln())
    }
}

impl Scorer for Lexical<'_> {
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]) {
        let Some(first) = candidates.first() else { return };
        let ends = candidates.iter().fold((first.source.end, first.target.start, first.target.end), |ends, c| {
            (ends.0.max(c.source.end), ends.1.min(c.target.start), ends.2.max(c.target.end))
        });
        self.prepare(first.source.start..ends.0, ends.1..ends.2);
        for (candidate, evidence) in candidates.iter().zip(evidence) {
            *evidence += Evidence::new(f64::from(self.judge(&candidate.source, &candidate.target)));
        }
    }
}
