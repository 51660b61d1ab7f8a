//! Judging beads by which of their words translate each other.

use std::collections::VecDeque;
use std::ops::Range;

use super::features::Prepared;
use super::placement::Placement;
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
/// statistical machine translation", 1993; places as in [`Placement`]), against the chance that a token stands there for
/// no reason.
pub(crate) struct Lexical<'a> {
    links: &'a Links,
    source: &'a Prepared,
    target: &'a Prepared,
    /// Sums of ln(absent) up to each segment.
    source_base: Vec<f32>,
    target_base: Vec<f32>,
    /// From the first source segment of the last candidates on, without a hole.
    rows: VecDeque<Row>,
    chains: Chains,
    /// What meets each token of the bead in question.
    source_sums: Vec<f32>,
    target_sums: Vec<f32>,
    /// For each token the odds that it is translated where it stands.
    source_odds: Vec<f32>,
    target_odds: Vec<f32>,
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

impl Row {
    fn meetings_with(&self, target: usize) -> &[Meeting] {
        let at = target - self.targets.start;
        &self.meetings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// A source token and a target token, by their places in their segments, and the link between them.
#[derive(Clone, Copy)]
struct Meeting {
    source: u16,
    target: u16,
    forward: f32,
    backward: f32,
}

/// For each target type the chain of links that lead to it from the present source segment.
struct Chains {
    heads: Vec<u32>,
    /// The next of the chain, the place of the source token, the number of the link.
    nodes: Vec<(u32, u16, u32)>,
}

/// Words are not independent of each other: their evidence weighs less than its sum.
const WEIGHT: f32 = 0.75;
/// The share of known tokens from which on a side counts as known.
const ENOUGH: f32 = 0.9;

const END: u32 = u32::MAX;

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
    /// Words of which each is so much likelier for what meets it, in `sums`, which are emptied; `odds` are those of being
    /// translated at all, by a share of what meets it.
    fn multiply(&mut self, sums: &mut [f32], odds: &[f32], share: f32) {
        for (sum, odds) in sums.iter_mut().zip(odds) {
            self.factor *= f64::from(1.0 + odds * share * *sum);
            *sum = 0.0;
            if self.factor > 1e200 {
                self.logarithm += self.factor.ln();
                self.factor = 1.0;
            }
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
            source_base: base(source, &links.source_absent),
            target_base: base(target, &links.target_absent),
            rows: VecDeque::new(),
            chains: Chains { heads: vec![END; links.target_absent.len()], nodes: Vec::new() },
            source_known: known(source, &links.source_absent),
            target_known: known(target, &links.target_absent),
            source_sums: Vec::new(),
            target_sums: Vec::new(),
            source_odds: odds(source, &links.source_absent),
            target_odds: odds(target, &links.target_absent),
        }
    }

    /// Works out the rows of segments that candidates from `source` on may hold.
    fn prepare(&mut self, sources: Range<usize>, targets: Range<usize>) {
        /// Ranges further apart than this have nothing to do with each other.
        const FAR: usize = 64;
        while self.rows.front().is_some_and(|row| row.source < sources.start) {
            self.rows.pop_front();
        }
        if self.rows.front().is_some_and(|row| row.source > sources.start) {
            self.rows.clear();
        }
        for source in sources.clone() {
            match self.rows.get(source - sources.start).map(|row| row.targets.clone()) {
                Some(old) if old.start <= targets.start && old.end >= targets.end => {}
                Some(old) => {
                    let near = targets.start <= old.end + FAR && old.start <= targets.end + FAR;
                    let all = old.start.min(targets.start)..old.end.max(targets.end);
                    self.rows[source - sources.start] = self.row(source, if near { all } else { targets.clone() });
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
        for (at, kind) in (0u16..).zip(self.source.tokens_of(source, source + 1)) {
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
                for (place, kind) in (0u16..).zip(self.target.tokens_of(target, target + 1)) {
                    let mut at = self.chains.heads[*kind as usize];
                    while at != END {
                        let (next, source, link) = self.chains.nodes[at as usize];
                        let Link { forward, backward, .. } = self.links.links[link as usize];
                        row.meetings.push(Meeting { source, target: place, forward, backward });
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

    /// What the words of both sides gain from each other: the first rows and a range of targets.
    fn gains(&mut self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        let span = |side: &Prepared, r: &Range<usize>| side.starts[r.start] as usize..side.starts[r.end] as usize;
        let (sources, targets) = (span(self.source, source), span(self.target, target));
        let most = |sums: &mut Vec<f32>, count: usize| {
            if sums.len() < count {
                sums.resize(count, 0.0);
            }
        };
        most(&mut self.source_sums, sources.len());
        most(&mut self.target_sums, targets.len());
        let (source_sums, target_sums) =
            (&mut self.source_sums[..sources.len()], &mut self.target_sums[..targets.len()]);
        let (source_step, target_step) = (1.0 / sources.len().max(1) as f32, 1.0 / targets.len().max(1) as f32);
        let placement = Placement::of(sources.len(), targets.len());
        for row in self.rows.iter().take(source.len()) {
            let before = self.source.starts[row.source] as usize - sources.start;
            for at in target.clone() {
                let behind = self.target.starts[at] as usize - targets.start;
                for meeting in row.meetings_with(at) {
                    let (here, there) = (before + usize::from(meeting.source), behind + usize::from(meeting.target));
                    let near = placement.near(here, there);
                    target_sums[there] += meeting.forward * near.0;
                    source_sums[here] += meeting.backward * near.1;
                }
            }
        }
        let mut product = Product::default();
        product.multiply(target_sums, &self.target_odds[targets], source_step);
        product.multiply(source_sums, &self.source_odds[sources], target_step);
        product.ln()
    }

    fn judge(&mut self, source: &Range<usize>, target: &Range<usize>) -> f32 {
        // A side of which little is known may well translate what the other says in words that nobody knows.
        let known = |known: &[u32], r: &Range<usize>, size: f32| {
            ((known[r.end] - known[r.start]) as f32 / (ENOUGH * size)).min(1.0)
        };
        let target_known = known(&self.target_known, target, tokens(self.target, target));
        let source_known = known(&self.source_known, source, tokens(self.source, source));
        let forward = (self.target_base[target.end] - self.target_base[target.start]) * source_known;
        let backward = (self.source_base[source.end] - self.source_base[source.start]) * target_known;
        WEIGHT * 0.5 * (forward + backward + self.gains(source, target))
    }
}

fn odds(side: &Prepared, absent: &[f32]) -> Vec<f32> {
    let odds = |kind: &u32| (1.0 - absent[*kind as usize]) / absent[*kind as usize];
    side.tokens.iter().map(odds).collect()
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
