//! Which of many texts are translations of which: by the words that are known beforehand, without aligning anything.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cooccurrence::Learnt;
use super::features::{KINDS, Prepared};
use super::links::beliefs;
use super::together::joined;
use super::{Resources, Side};

/// A pair of texts that have something in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counterpart {
    /// Which source text, by its place in the list.
    pub source: usize,
    /// Which target text.
    pub target: usize,
    /// How alike they are, from 0 to about 1. It compares candidates with each other, and is no probability.
    pub likeness: f64,
    /// What they have in common, in nats: each shared token counts as much as it is rare. One rare name is about 2.
    pub evidence: f64,
}

/// Looks for the counterparts of texts among others in another language; all sources are in one language, all targets
/// in one.
///
/// What translates itself (numbers, addresses, names), the words of CLDR, and what `resources` know link the two
/// languages; what is rare among the texts counts most (inverse document frequency, Spärck Jones 1972). Length and the
/// kinds of blocks are weighed too. For every text up to eight candidates are given, in the order of the lists.
///
/// ```
/// use hexapla_core::align::{Resources, Side, SideSegment, counterparts};
/// use hexapla_core::document::BlockKind;
/// use hexapla_core::language::Language;
///
/// let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let side = |language, text| {
///     Side { language, segments: vec![SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None }] }
/// };
/// let sources = [side(&german, "Der Park öffnet 1987."), side(&german, "Anna Weber leitet das Haus.")];
/// let targets = [side(&english, "Anna Weber runs the house."), side(&english, "The park opened in 1987.")];
/// let found = counterparts(&sources, &targets, &Resources::default());
/// let best = |source| found.iter().filter(|pair| pair.source == source).max_by(|a, b| a.likeness.total_cmp(&b.likeness));
/// assert_eq!((best(0).unwrap().target, best(1).unwrap().target), (1, 0));
/// ```
pub fn counterparts(sources: &[Side<'_>], targets: &[Side<'_>], resources: &Resources) -> Vec<Counterpart> {
    let (Some((source, _)), Some((target, _))) = (joined(sources.iter()), joined(targets.iter())) else {
        return Vec::new();
    };
    let prepared = (Prepared::new(&source), Prepared::new(&target));
    let believed = beliefs((&source, &target), (&prepared.0, &prepared.1), resources);
    let chances = Chances::new(&believed.unlearnt(), (prepared.0.types.len(), prepared.1.types.len()));
    let (from, to) = (Texts::new(sources, &prepared.0), Texts::new(targets, &prepared.1));
    let source_norms = from.norms(&chances.source);
    let target_norms = to.norms(&chances.target);
    let postings = to.postings();
    let total = |texts: &Texts| texts.lengths.iter().sum::<f64>().max(1.0);
    let usual = (total(&to) / to.bags.len() as f64) / (total(&from) / from.bags.len() as f64);
    let mut found = Vec::new();
    for (number, bag) in from.bags.iter().enumerate() {
        let mut evidence: BTreeMap<usize, f64> = BTreeMap::new();
        for kind in bag {
            let mut best: BTreeMap<usize, f64> = BTreeMap::new();
            for (other, chance) in chances.of(*kind) {
                let weight = chance * from.rarity[*kind as usize].min(to.rarity[*other as usize]);
                for text in &postings[*other as usize] {
                    let known = best.entry(*text).or_default();
                    *known = known.max(weight);
                }
            }
            for (text, weight) in best {
                *evidence.entry(text).or_default() += weight;
            }
        }
        found.extend(evidence.into_iter().filter(|(_, evidence)| *evidence > 0.0).map(|(text, evidence)| {
            let alike = evidence / (source_norms[number] * target_norms[text]).sqrt().max(1e-9);
            let shape = shape((&from, number), (&to, text), usual);
            Counterpart { source: number, target: text, likeness: alike * shape, evidence }
        }));
    }
    best_of(found)
}

/// How alike two texts look: their lengths beside the usual, and the kinds of their blocks.
fn shape(source: (&Texts, usize), target: (&Texts, usize), usual: f64) -> f64 {
    let ratio = target.0.lengths[target.1].max(1.0) / source.0.lengths[source.1].max(1.0) / usual;
    let length = 0.5 + 0.5 * (-2.0 * ratio.ln().powi(2)).exp();
    let (a, b) = (&source.0.kinds[source.1], &target.0.kinds[target.1]);
    let dot = |a: &[f64; KINDS], b: &[f64; KINDS]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let kinds = 0.6 + 0.4 * dot(a, b) / (dot(a, a) * dot(b, b)).sqrt().max(1e-9);
    length * kinds
}

/// The best candidates of every text.
fn best_of(mut found: Vec<Counterpart>) -> Vec<Counterpart> {
    const MOST: usize = 8;
    found.sort_by(|a, b| {
        b.likeness.total_cmp(&a.likeness).then_with(|| (a.source, a.target).cmp(&(b.source, b.target)))
    });
    let (mut of_source, mut of_target) = (BTreeMap::<usize, usize>::new(), BTreeMap::<usize, usize>::new());
    found.retain(|pair| {
        let (source, target) = (of_source.entry(pair.source).or_default(), of_target.entry(pair.target).or_default());
        let is_kept = *source < MOST || *target < MOST;
        *source += 1;
        *target += 1;
        is_kept
    });
    found.sort_by_key(|pair| (pair.source, pair.target));
    found
}

/// How likely types translate each other.
struct Chances {
    starts: Vec<usize>,
    links: Vec<(u32, f64)>,
    /// The best chance of each type.
    source: Vec<f64>,
    target: Vec<f64>,
}

impl Chances {
    /// From pairs in the order of their source types.
    fn new(pairs: &[Learnt], (sources, targets): (usize, usize)) -> Self {
        /// What is less likely says nothing.
        const LEAST: f64 = 0.03;
        let mut chances = Self {
            starts: vec![0; sources + 1],
            links: Vec::new(),
            source: vec![0.0; sources],
            target: vec![0.0; targets],
        };
        for pair in pairs {
            let chance = (f64::from(pair.forward).min(1.0) * f64::from(pair.backward).min(1.0)).sqrt();
            if chance >= LEAST {
                let (s, t) = (pair.source as usize, pair.target as usize);
                chances.links.push((pair.target, chance));
                chances.starts[s + 1] += 1;
                chances.source[s] = chances.source[s].max(chance);
                chances.target[t] = chances.target[t].max(chance);
            }
        }
        for at in 1..chances.starts.len() {
            chances.starts[at] += chances.starts[at - 1];
        }
        chances
    }

    fn of(&self, kind: u32) -> &[(u32, f64)] {
        &self.links[self.starts[kind as usize]..self.starts[kind as usize + 1]]
    }
}

/// The texts of one side.
struct Texts {
    /// The types in each, in order, each once.
    bags: Vec<Vec<u32>>,
    /// How much each type counts: the rarer, the more.
    rarity: Vec<f64>,
    lengths: Vec<f64>,
    kinds: Vec<[f64; KINDS]>,
}

impl Texts {
    fn new(sides: &[Side<'_>], prepared: &Prepared) -> Self {
        let mut texts = Self { bags: Vec::new(), rarity: Vec::new(), lengths: Vec::new(), kinds: Vec::new() };
        let mut frequency = vec![0u32; prepared.types.len()];
        let mut at = 0;
        for side in sides {
            let range: Range<usize> = at..at + side.segments.len();
            at = range.end;
            let mut bag = prepared.tokens_of(range.start, range.end).to_vec();
            bag.sort_unstable();
            bag.dedup();
            bag.iter().for_each(|kind| frequency[*kind as usize] += 1);
            texts.bags.push(bag);
            let mut kinds = [0.0; KINDS];
            let segments = &prepared.segments[range];
            segments.iter().for_each(|segment| kinds[usize::from(segment.kind).min(KINDS - 1)] += 1.0);
            texts.kinds.push(kinds);
            texts.lengths.push(segments.iter().map(|segment| f64::from(segment.length)).sum());
        }
        let count = sides.len() as f64 + 1.0;
        texts.rarity = frequency.into_iter().map(|n| (count / f64::from(n.max(1))).ln()).collect();
        texts
    }

    /// How much all that could be found of each text counts.
    fn norms(&self, chances: &[f64]) -> Vec<f64> {
        let weight = |kind: &u32| chances[*kind as usize] * self.rarity[*kind as usize];
        self.bags.iter().map(|bag| bag.iter().map(weight).sum()).collect()
    }

    /// In which texts each type stands.
    fn postings(&self) -> Vec<Vec<usize>> {
        let mut postings = vec![Vec::new(); self.rarity.len()];
        for (number, bag) in self.bags.iter().enumerate() {
            bag.iter().for_each(|kind| postings[*kind as usize].push(number));
        }
        postings
    }
}
