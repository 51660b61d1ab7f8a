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
    /// From the first source segment of the last candidates on, without a hole.
    rows: VecDeque<Row>,
    chains: Chains,
    sums: Sums,
    /// The most target segments that a candidate had so far.
    longest: usize,
    ahead: Ahead,
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
    /// What the words of the source segment gain from so many target segments from here on, by place and number; no
    /// number where nobody has asked yet. Beads share most of their work: a segment gains the same from a run of
    /// segments whoever stands beside it.
    gains: Vec<f32>,
}

impl Row {
    fn meetings_with(&self, target: usize) -> &[Meeting] {
        let at = target - self.targets.start;
        &self.meetings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// What the words of each target segment gain from so many source segments from the present one on.
#[derive(Default)]
struct Ahead {
    targets: Range<usize>,
    longest: usize,
    gains: Vec<f32>,
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
const TOGETHER: f32 = -0.07;

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
        if amount <= 0.0 {
            return;
        }
        let place = at as usize;
        if self.sums.len() <= place {
            self.sums.resize(place + 1, 0.0);
        }
        if self.sums[place] == 0.0 {
            self.touched.push(at);
        }
        self.sums[place] += amount;
    }

    fn each(&self) -> impl Iterator<Item = (u32, f32)> {
        self.touched.iter().map(|at| (*at, self.sums[*at as usize]))
    }

    fn clear(&mut self) {
        for at in self.touched.drain(..) {
            self.sums[at as usize] = 0.0;
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
            chains: Chains { heads: vec![END; links.target_absent.len()], nodes: Vec::new() },
            source_known: known(source, &links.source_absent),
            target_known: known(target, &links.target_absent),
            sums: Sums::default(),
            longest: 0,
            ahead: Ahead::default(),
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
        let longest = sources.len();
        self.ahead.gains.clear();
        self.ahead.gains.resize(targets.len() * longest, f32::NAN);
        (self.ahead.targets, self.ahead.longest) = (targets, longest);
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
        let gains = vec![f32::NAN; targets.len() * self.longest];
        let mut row = Row { source, targets: targets.clone(), starts: vec![0], meetings: Vec::new(), gains };
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

    /// What the words of one target segment gain from the first `count` rows.
    fn target_gain(&mut self, target: usize, count: usize) -> f32 {
        let place = (target - self.ahead.targets.start) * self.ahead.longest;
        let known = self.ahead.gains[place + count - 1];
        if !known.is_nan() {
            return known;
        }
        let first = self.target.starts[target];
        let source = self.rows.front().map_or(0, |row| row.source);
        for (more, row) in self.rows.iter().take(self.ahead.longest).enumerate() {
            for meeting in row.meetings_with(target) {
                self.sums.add(meeting.target - first, self.links.links[meeting.link as usize].forward);
            }
            let size = self.size(self.source, &(source..source + more + 1));
            let kind = |at: u32| self.target.tokens[(first + at) as usize] as usize;
            self.ahead.gains[place + more] = gains(&self.sums, size, |at| self.links.target_absent[kind(at)]);
        }
        self.sums.clear();
        self.ahead.gains[place + count - 1]
    }

    /// What the words of one row gain from a run of target segments.
    fn source_gain(&mut self, row: usize, target: &Range<usize>) -> f32 {
        let here = &self.rows[row];
        let place = (target.start - here.targets.start) * self.longest;
        let known = here.gains[place + target.len() - 1];
        if !known.is_nan() {
            return known;
        }
        let first = self.source.starts[here.source];
        let end = (target.start + self.longest).min(here.targets.end);
        for (more, to) in (target.start..end).enumerate() {
            let here = &self.rows[row];
            for meeting in here.meetings_with(to) {
                self.sums.add(meeting.source - first, self.links.links[meeting.link as usize].backward);
            }
            let size = self.size(self.target, &(target.start..to + 1));
            let kind = |at: u32| self.source.tokens[(first + at) as usize] as usize;
            let gain = gains(&self.sums, size, |at| self.links.source_absent[kind(at)]);
            self.rows[row].gains[place + more] = gain;
        }
        self.sums.clear();
        self.rows[row].gains[place + target.len() - 1]
    }

    fn size(&self, side: &Prepared, range: &Range<usize>) -> f32 {
        tokens(side, range) * self.shrinkage[range.len().min(LONGEST)]
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
        let mut gains = 0.0;
        for at in target.clone() {
            gains += self.target_gain(at, source.len());
        }
        for row in 0..source.len() {
            gains += self.source_gain(row, target);
        }
        WEIGHT * 0.5 * (forward + backward + gains)
    }
}

/// The logarithm of how much likelier words are for what meets them in a side of `size` words.
fn gains(sums: &Sums, size: f32, absent: impl Fn(u32) -> f32) -> f32 {
    let mut product = Product::default();
    for (at, sum) in sums.each() {
        let absent = absent(at);
        product.multiply(1.0 + (1.0 - absent) * sum / (size * absent));
    }
    product.ln()
}

impl Scorer for Lexical<'_> {
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]) {
        let Some(first) = candidates.first() else { return };
        let ends = candidates.iter().fold((first.source.end, first.target.start, first.target.end), |ends, c| {
            (ends.0.max(c.source.end), ends.1.min(c.target.start), ends.2.max(c.target.end))
        });
        let longest = candidates.iter().map(|candidate| candidate.target.len()).max().unwrap_or(0);
        if longest > self.longest {
            self.longest = longest;
            self.rows.clear();
        }
        self.prepare(first.source.start..ends.0, ends.1..ends.2);
        for (candidate, evidence) in candidates.iter().zip(evidence) {
            *evidence += Evidence::new(f64::from(self.judge(&candidate.source, &candidate.target)));
        }
    }
}
