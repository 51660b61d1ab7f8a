//! A lexicon learnt from beads: IBM Model 1 in both directions.

use super::scorer::Candidate;

/// A pair of types with what was learnt of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Learnt {
    pub(crate) source: u32,
    pub(crate) target: u32,
    /// p(target | source).
    pub(crate) forward: f32,
    /// p(source | target).
    pub(crate) backward: f32,
}

/// What is believed of words before a text teaches anything, in beads: Model 1 starts from it and is held to it.
#[derive(Debug, Default)]
pub(crate) struct Beliefs {
    /// By source type, then target type, no pair twice.
    pub(crate) pairs: Vec<Belief>,
    /// So many beads what is believed of each source type is worth, and of each target type.
    pub(crate) source_worth: Vec<f64>,
    pub(crate) target_worth: Vec<f64>,
    /// Whether a dictionary has an entry for each source type, and for each target type.
    pub(crate) source_entered: Vec<bool>,
    pub(crate) target_entered: Vec<bool>,
}

/// So many beads of the source type's worth speak for this target type, and the other way round.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Belief {
    pub(crate) source: u32,
    pub(crate) target: u32,
    pub(crate) forward: f64,
    pub(crate) backward: f64,
}

impl Beliefs {
    fn of(&self, source: u32) -> &[Belief] {
        let from = self.pairs.partition_point(|belief| belief.source < source);
        let count = self.pairs[from..].partition_point(|belief| belief.source == source);
        &self.pairs[from..from + count]
    }

    fn worth(worth: &[f64], kind: u32) -> f64 {
        worth.get(kind as usize).copied().unwrap_or(0.0)
    }

    /// What follows from beliefs alone.
    pub(crate) fn unlearnt(&self) -> Vec<Learnt> {
        self.pairs.iter().map(|belief| self.chances(belief)).collect()
    }

    fn chances(&self, belief: &Belief) -> Learnt {
        let share = |belief: f64, worth: &[f64], kind: u32| (belief / Self::worth(worth, kind).max(1e-9)) as f32;
        Learnt {
            source: belief.source,
            target: belief.target,
            forward: share(belief.forward, &self.source_worth, belief.source),
            backward: share(belief.backward, &self.target_worth, belief.target),
        }
    }
}

/// Beads as bags of types, each type once.
#[derive(Default)]
pub(crate) struct Bags {
    source: Bag,
    target: Bag,
    weights: Vec<f32>,
}

#[derive(Default)]
struct Bag {
    starts: Vec<u32>,
    types: Vec<u32>,
    count: usize,
}

impl Bag {
    fn push(&mut self, types: impl Iterator<Item = u32>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let first = self.types.len();
        self.types.extend(types);
        self.types[first..].sort_unstable();
        let mut kept = first;
        for at in first..self.types.len() {
            if at == first || self.types[at] != self.types[kept - 1] {
                self.types[kept] = self.types[at];
                kept += 1;
            }
        }
        self.types.truncate(kept);
        self.count = self.count.max(self.types[first..].last().map_or(0, |last| *last as usize + 1));
        self.starts.push(self.types.len() as u32);
    }

    fn of(&self, bead: usize) -> &[u32] {
        &self.types[self.starts[bead] as usize..self.starts[bead + 1] as usize]
    }
}

/// Counts of less than this are taken for chance; what is left over says how far a pair can be trusted (absolute
/// discounting: Ney, Essen & Kneser, "On structuring probabilistic dependences in stochastic language modelling",
/// 1994). It also takes away about what a bead adds to its own evidence.
const DISCOUNT: f64 = 0.9;
/// What is believed already needs less to be no chance.
const BELIEVED_DISCOUNT: f64 = 0.3;
/// The chance that a token has no counterpart.
const NULL: f64 = 0.2;
const ROUNDS: usize = 5;
/// The share of the beads from which on a word is common.
const COMMON: f64 = 0.05;
/// So many times as frequent as its partner a common word is no translation of it.
const UNEQUAL: f64 = 50.0;

impl Bags {
    /// Adds a bead.
    pub(crate) fn push(&mut self, source: impl Iterator<Item = u32>, target: impl Iterator<Item = u32>, weight: f32) {
        self.source.push(source);
        self.target.push(target);
        self.weights.push(weight);
    }

    /// Learns which types translate each other.
    pub(crate) fn learn(&self, beliefs: &Beliefs) -> Vec<Learnt> {
        let beads = self.weights.len();
        if beads == 0 {
            return beliefs.unlearnt();
        }
        let count = |bag: &Bag, worth: &[f64]| {
            let mut counts = vec![0.0f64; bag.count.max(worth.len())];
            for bead in 0..beads {
                for kind in bag.of(bead) {
                    counts[*kind as usize] += f64::from(self.weights[bead]);
                }
            }
            counts
        };
        let source_counts = count(&self.source, &beliefs.source_worth);
        let target_counts = count(&self.target, &beliefs.target_worth);
        let total: f64 = self.weights.iter().map(|w| f64::from(*w)).sum();
        let mut pairs = self.pairs((&source_counts, &target_counts), total, beliefs);
        let believed = believed(&pairs, beliefs);
        let starts = starts(&pairs, source_counts.len());
        let mut meetings = Meetings::new(target_counts.len());
        let share = |counts: &[f64], bag: &Bag| {
            let tokens = bag.types.len().max(1) as f64;
            counts.iter().map(|c| c.max(0.5) / tokens).collect::<Vec<f64>>()
        };
        let (source_share, target_share) = (share(&source_counts, &self.source), share(&target_counts, &self.target));
        let (mut forward, mut backward) = (vec![0.0f64; pairs.len()], vec![0.0f64; pairs.len()]);
        let (mut source_sums, mut target_sums) = (Vec::<f64>::new(), Vec::<f64>::new());
        for round in 0..ROUNDS {
            forward.fill(0.0);
            backward.fill(0.0);
            for bead in 0..beads {
                let (sources, targets) = (self.source.of(bead), self.target.of(bead));
                let odds = NULL / (1.0 - NULL);
                let nothing = |share: &[f64], types: &[u32], other: usize, sums: &mut Vec<f64>| {
                    sums.clear();
                    sums.extend(types.iter().map(|kind| odds * other as f64 * share[*kind as usize]));
                };
                nothing(&source_share, sources, targets.len(), &mut source_sums);
                nothing(&target_share, targets, sources.len(), &mut target_sums);
                let meetings = meetings.of(self, bead, round, (&pairs, &starts));
                for (s, t, pair) in meetings {
                    let pair = &pairs[*pair as usize];
                    target_sums[usize::from(*t)] += f64::from(pair.forward);
                    source_sums[usize::from(*s)] += f64::from(pair.backward);
                }
                let weight = f64::from(self.weights[bead]);
                for (s, t, number) in meetings {
                    let pair = &pairs[*number as usize];
                    let there = f64::from(pair.forward) / target_sums[usize::from(*t)];
                    let back = f64::from(pair.backward) / source_sums[usize::from(*s)];
                    forward[*number as usize] += weight * there;
                    backward[*number as usize] += weight * back;
                }
            }
            for (at, pair) in pairs.iter_mut().enumerate() {
                let (s, t) = (pair.source as usize, pair.target as usize);
                let discount = if believed[at].is_some() { BELIEVED_DISCOUNT } else { DISCOUNT };
                let believed = believed[at].map(|number| beliefs.pairs[number as usize]).unwrap_or_default();
                let share = |count: f64, belief: f64, sum: f64, worth: f64| {
                    (((count - discount).max(0.0) + belief) / (sum + worth).max(1e-6)) as f32
                };
                let worth = Beliefs::worth(&beliefs.source_worth, pair.source);
                pair.forward = share(forward[at], believed.forward, source_counts[s], worth);
                let worth = Beliefs::worth(&beliefs.target_worth, pair.target);
                pair.backward = share(backward[at], believed.backward, target_counts[t], worth);
            }
        }
        pairs.retain(|pair| pair.forward > 0.01 || pair.backward > 0.01);
        pairs
    }

    /// Pairs that meet at least twice and more often than by chance, and all that are believed, with a first guess.
    fn pairs(&self, (source_counts, target_counts): (&[f64], &[f64]), total: f64, beliefs: &Beliefs) -> Vec<Learnt> {
        let beads = self.weights.len();
        let frequent = (0.3 * total).max(8.0);
        // For each source type the beads that it stands in.
        let mut starts = vec![0u32; source_counts.len() + 1];
        for kind in &self.source.types {
            starts[*kind as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut places = vec![0u32; self.source.types.len()];
        let mut next = starts.clone();
        for bead in 0..beads {
            for kind in self.source.of(bead) {
                places[next[*kind as usize] as usize] = bead as u32;
                next[*kind as usize] += 1;
            }
        }
        let mut together = vec![(0u32, 0.0f64); target_counts.len()];
        let mut touched = Vec::new();
        let mut pairs = Vec::new();
        for source in 0..source_counts.len() {
            let mut beads = &places[starts[source] as usize..starts[source + 1] as usize];
            let first = pairs.len();
            pairs.extend(beliefs.of(source as u32).iter().map(|belief| beliefs.chances(belief)));
            let believed = pairs.len();
            if beads.len() < 2 || source_counts[source] > frequent {
                beads = &[];
            }
            for bead in beads {
                for target in self.target.of(*bead as usize) {
                    let entry = &mut together[*target as usize];
                    if entry.0 == 0 {
                        touched.push(*target);
                    }
                    entry.0 += 1;
                    entry.1 += f64::from(self.weights[*bead as usize]);
                }
            }
            for target in touched.drain(..) {
                let (times, weight) = std::mem::take(&mut together[target as usize]);
                if pairs[first..believed].binary_search_by_key(&target, |pair| pair.target).is_ok() {
                    continue;
                }
                let (s, t) = (source_counts[source], target_counts[target as usize]);
                if times < 2 || t > frequent || weight < 1.0 || weight * total < 1.5 * s * t {
                    continue;
                }
                // A word of every second sentence says nothing of a rare one, and has thousands of such neighbours.
                if s.max(t) > COMMON * total && s.max(t) > UNEQUAL * s.min(t) {
                    continue;
                }
                let dice = (2.0 * weight / (s + t)) as f32;
                pairs.push(Learnt { source: source as u32, target, forward: dice, backward: dice });
            }
            pairs[first..].sort_unstable_by_key(|pair| pair.target);
        }
        pairs
    }
}

/// Which types of each bead meet, by their numbers within the bead, and in which pair.
///
/// Those of the first beads are kept for the next round; of a long text the others are found anew, for they would take
/// more memory than all else.
struct Meetings {
    starts: Vec<usize>,
    kept: Vec<(u16, u16, u32)>,
    last: Vec<(u16, u16, u32)>,
    /// For each target type its number within the bead in question.
    numbers: Vec<u16>,
}

impl Meetings {
    /// So many are kept.
    const MOST: usize = 6_000_000;

    fn new(targets: usize) -> Self {
        Self { starts: vec![0], kept: Vec::new(), last: Vec::new(), numbers: vec![u16::MAX; targets] }
    }

    /// Those of a bead; beads are asked for in their order, round by round.
    fn of(&mut self, bags: &Bags, bead: usize, round: usize, pairs: (&[Learnt], &[u32])) -> &[(u16, u16, u32)] {
        if bead + 1 < self.starts.len() {
            return &self.kept[self.starts[bead]..self.starts[bead + 1]];
        }
        let is_kept = round == 0 && self.starts.len() == bead + 1 && self.kept.len() < Self::MOST;
        if is_kept {
            let from = self.kept.len();
            meet(bags, bead, pairs, &mut self.numbers, &mut self.kept);
            self.starts.push(self.kept.len());
            &self.kept[from..]
        } else {
            self.last.clear();
            meet(bags, bead, pairs, &mut self.numbers, &mut self.last);
            &self.last
        }
    }
}

fn meet(
    bags: &Bags,
    bead: usize,
    (pairs, starts): (&[Learnt], &[u32]),
    numbers: &mut [u16],
    list: &mut Vec<(u16, u16, u32)>,
) {
    for (number, target) in (0..u16::MAX).zip(bags.target.of(bead)) {
        numbers[*target as usize] = number;
    }
    for (at, source) in (0..=u16::MAX).zip(bags.source.of(bead)) {
        for pair in starts[*source as usize]..starts[*source as usize + 1] {
            let number = numbers[pairs[pair as usize].target as usize];
            if number != u16::MAX {
                list.push((at, number, pair));
            }
        }
    }
    for target in bags.target.of(bead) {
        numbers[*target as usize] = u16::MAX;
    }
}

/// For each pair the number of what is believed of it; both are in the same order.
fn believed(pairs: &[Learnt], beliefs: &Beliefs) -> Vec<Option<u32>> {
    let mut rest = beliefs.pairs.iter().zip(0u32..).peekable();
    let number = |pair: &Learnt| {
        let key = (pair.source, pair.target);
        while rest.next_if(|(belief, _)| (belief.source, belief.target) < key).is_some() {}
        rest.next_if(|(belief, _)| (belief.source, belief.target) == key).map(|(_, number)| number)
    };
    pairs.iter().map(number).collect()
}

fn starts(pairs: &[Learnt], types: usize) -> Vec<u32> {
    let mut starts = vec![0u32; types + 1];
    for pair in pairs {
        starts[pair.source as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// Beads of one pair of documents as bags.
pub(crate) fn bags_of<'b>(
    source: &super::features::Prepared,
    target: &super::features::Prepared,
    beads: impl Iterator<Item = &'b (Candidate, f32)>,
) -> Bags {
    let mut bags = Bags::default();
    for (bead, weight) in beads {
        bags.push(
            source.tokens_of(bead.source.start, bead.source.end).iter().copied(),
            target.tokens_of(bead.target.start, bead.target.end).iter().copied(),
            *weight,
        );
    }
    bags
}
