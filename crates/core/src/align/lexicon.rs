//! What was learnt about a pair of languages, as a value that can be kept.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::cooccurrence::{Bags, Beliefs};
use super::features::Prepared;
use super::token::tokens;
use super::{Alignment, Options, Resources, Side, align};
use crate::language::Language;

/// Which stems of one language translate which of another, and how likely.
///
/// It is learnt by a [`Learner`] or by [`learn`], from aligned texts or translation units, written as text with
/// [`Lexicon::write`] and read again with [`Lexicon::read`]. The text is the same for the same lexicon, byte for byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// By source stem, then target stem.
    entries: BTreeMap<String, BTreeMap<String, Chance>>,
}

/// p(target | source) and p(source | target) in 10,000ths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Chance {
    forward: u16,
    backward: u16,
}

const HEADER: &str = "hexapla-lexicon 1";

/// Why a text is no lexicon.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LexiconError {
    /// The first line is another.
    #[error("the first line is not `{HEADER}`")]
    Header,
    /// A line is not source stem, target stem and two numbers from 0 to 10000, with tabs between.
    #[error("line {line} is not two words and two numbers with tabs between")]
    Line {
        /// Its number, from 1.
        line: usize,
    },
}

impl Lexicon {
    /// How many pairs of stems it has.
    pub fn len(&self) -> usize {
        self.entries.values().map(BTreeMap::len).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All pairs of both; what both know is as this one has it.
    ///
    /// ```
    /// use hexapla_core::align::Lexicon;
    /// let read = |lines: &str| Lexicon::read(&format!("hexapla-lexicon 1\n{lines}")).unwrap();
    /// let (first, second) = (read("haus\thouse\t8000\t7500\n"), read("haus\thouse\t10\t20\nmut\tcourag\t5000\t5000\n"));
    /// assert_eq!(first.joined(&second), read("haus\thouse\t8000\t7500\nmut\tcourag\t5000\t5000\n"));
    /// ```
    pub fn joined(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        for (source, targets) in &other.entries {
            let known = joined.entries.entry(source.clone()).or_default();
            for (target, chance) in targets {
                known.entry(target.clone()).or_insert(*chance);
            }
        }
        joined
    }

    /// The lexicon as text: a line that names the form, then a line for each pair, sorted: source stem, target stem,
    /// p(target | source), p(source | target) in 10,000ths, with tabs between.
    pub fn write(&self) -> String {
        let mut out = format!("{HEADER}\n");
        for (source, targets) in &self.entries {
            for (target, chance) in targets {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{source}\t{target}\t{}\t{}", chance.forward, chance.backward);
            }
        }
        out
    }

    /// Reads what [`Lexicon::write`] wrote.
    ///
    /// # Errors
    /// The first line that is wrong.
    ///
    /// ```
    /// use hexapla_core::align::Lexicon;
    /// let text = "hexapla-lexicon 1\nhaus\thouse\t8000\t7500\n";
    /// assert_eq!(Lexicon::read(text).unwrap().write(), text);
    /// assert!(Lexicon::read("haus\thouse").is_err());
    /// ```
    pub fn read(text: &str) -> Result<Self, LexiconError> {
        let mut lines = text.lines().enumerate();
        if lines.next().is_none_or(|(_, line)| line.trim_start_matches('\u{FEFF}').trim_end() != HEADER) {
            return Err(LexiconError::Header);
        }
        let mut entries: BTreeMap<String, BTreeMap<String, Chance>> = BTreeMap::new();
        for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = LexiconError::Line { line: at + 1 };
            let fields: Vec<&str> = line.split('\t').collect();
            let [source, target, forward, backward] = fields.as_slice() else { return Err(wrong) };
            let number = |field: &str| field.trim().parse::<u16>().ok().filter(|number| *number <= 10_000);
            let (Some(forward), Some(backward)) = (number(forward), number(backward)) else { return Err(wrong) };
            if source.is_empty() || target.is_empty() {
                return Err(wrong);
            }
            entries.entry((*source).to_owned()).or_default().insert((*target).to_owned(), Chance { forward, backward });
        }
        Ok(Self { entries })
    }

    /// A name for this very lexicon, for the keys of caches: 16 hexadecimal digits (FNV-1a, 64 bits, of its text).
    pub fn hash(&self) -> String {
        let hash = self
            .write()
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        format!("{hash:016x}")
    }

    /// What translates a source stem, and how likely: p(target | source).
    pub(crate) fn translations(&self, stem: &str) -> impl Iterator<Item = (&str, f64)> {
        let targets = self.entries.get(stem).into_iter().flatten();
        targets.map(|(target, chance)| (target.as_str(), f64::from(chance.forward) / 10_000.0))
    }

    /// The pairs of which both stems are met: source type, target type, forward, backward.
    pub(crate) fn met(&self, source: &Prepared, target: &Prepared) -> Vec<(u32, u32, f64, f64)> {
        let targets: HashMap<&str, u32> = target.types.iter().map(|kind| &*kind.key).zip(0..).collect();
        let mut met = Vec::new();
        for (kind, number) in source.types.iter().zip(0..) {
            for (stem, chance) in self.entries.get(&kind.key).into_iter().flatten() {
                if let Some(other) = targets.get(&**stem) {
                    let share = |tenths: u16| f64::from(tenths) / 10_000.0;
                    met.push((number, *other, share(chance.forward), share(chance.backward)));
                }
            }
        }
        met
    }
}

/// Learns a [`Lexicon`] from what is shown to it: aligned documents, translation units, or both.
///
/// The order in which it sees them does not matter to what is learnt but for the last digit; show them in one order
/// and the lexicon is the same, byte for byte.
#[derive(Default)]
pub struct Learner {
    source: Numbers,
    target: Numbers,
    bags: Bags,
}

#[derive(Default)]
struct Numbers {
    numbers: HashMap<String, u32>,
    keys: Vec<String>,
}

impl Numbers {
    fn of(&mut self, key: String) -> u32 {
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = self.keys.len() as u32;
        self.keys.push(key.clone());
        self.numbers.insert(key, number);
        number
    }
}

/// Beads below this confidence teach nothing.
const LEAST: f32 = 0.1;

impl Learner {
    /// Nothing learnt yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows an alignment of two sides; each bead weighs as much as it is sure.
    pub fn observe(&mut self, source: &Side<'_>, target: &Side<'_>, alignment: &Alignment) {
        for bead in &alignment.beads {
            let weight = bead.confidence.get();
            if !bead.source.is_empty() && !bead.target.is_empty() && weight > LEAST {
                let text = |side: &Side<'_>, numbers: &mut dyn Iterator<Item = usize>| -> Vec<String> {
                    let segments = numbers.filter_map(|number| side.segments.get(number));
                    segments.flat_map(|segment| tokens(segment.text)).map(|token| token.key).collect()
                };
                self.push(text(source, &mut bead.sources()), text(target, &mut bead.targets()), weight);
            }
        }
    }

    /// Shows a translation unit.
    pub fn observe_unit(&mut self, source: &str, target: &str) {
        let keys = |text: &str| tokens(text).into_iter().map(|token| token.key).collect();
        self.push(keys(source), keys(target), 1.0);
    }

    /// Learns from all variants in these two languages of a memory's units.
    pub fn observe_memory<'u>(
        &mut self,
        units: impl IntoIterator<Item = &'u crate::memory::TranslationUnit>,
        source: &Language,
        target: &Language,
    ) {
        for unit in units {
            let text = |wanted: &Language| {
                unit.variants.iter().find(|(language, _)| language.matches(wanted).is_some()).map(|(_, v)| &*v.text)
            };
            if let (Some(source), Some(target)) = (text(source), text(target)) {
                self.observe_unit(source, target);
            }
        }
    }

    fn push(&mut self, source: Vec<String>, target: Vec<String>, weight: f32) {
        let source: Vec<u32> = source.into_iter().map(|key| self.source.of(key)).collect();
        let target: Vec<u32> = target.into_iter().map(|key| self.target.of(key)).collect();
        self.bags.push(source.into_iter(), target.into_iter(), weight);
    }

    /// What was learnt so far.
    pub fn lexicon(&self) -> Lexicon {
        let mut entries: BTreeMap<String, BTreeMap<String, Chance>> = BTreeMap::new();
        for pair in self.bags.learn(&Beliefs::default()) {
            let share = |p: f32| (p * 10_000.0).round().clamp(0.0, 10_000.0) as u16;
            let chance = Chance { forward: share(pair.forward), backward: share(pair.backward) };
            let source = &self.source.keys[pair.source as usize];
            let target = &self.target.keys[pair.target as usize];
            if !source.starts_with(['#', '@']) && !target.starts_with(['#', '@']) {
                entries.entry(source.clone()).or_default().insert(target.clone(), chance);
            }
        }
        Lexicon { entries }
    }
}

/// Learns one lexicon over many pairs of documents: each is aligned with what `resources` know, then again with what
/// all of them taught.
///
/// A caller with threads does the same with [`align`] and a [`Learner`] that is shown the alignments in the order of
/// the documents.
pub fn learn(pairs: &[(Side<'_>, Side<'_>)], resources: &Resources, options: &Options) -> Lexicon {
    const ROUNDS: usize = 2;
    let mut known = resources.clone();
    for _ in 0..ROUNDS {
        let mut learner = Learner::new();
        for (source, target) in pairs {
            learner.observe(source, target, &align(source, target, &known, options));
        }
        known.lexicon = Some(learner.lexicon());
    }
    known.lexicon.unwrap_or_default()
}
