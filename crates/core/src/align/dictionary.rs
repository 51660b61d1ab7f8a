//! Dictionaries that the user brings.

use std::collections::{BTreeMap, HashMap, HashSet};

use hexapla_xml::{Event, Events, XmlError};

use super::Side;
use super::anchors::Anchor;
use super::features::Prepared;
use super::inflection::{folded, heads};
use super::token::{stem, tokens};

/// Which words of one language are which of another, as a dictionary has it.
///
/// A text's words are looked up under their head words: whole, then without endings and clitics, then by their parts
/// (*Haustür*: *Haus*, *Tür*), then by their beginnings. Phrases count where one side is a single word and the other
/// has three at most, but for words that stand in very many phrases (*to*, *sich*); longer ones say too little of
/// their words and are counted in [`Dictionary::skipped`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary {
    /// Head words of the source, folded, in order, each with the numbers and the trust of its translations.
    sources: Vec<(String, Vec<(u32, f32)>)>,
    /// Words of the target, folded, in order.
    targets: Vec<String>,
    /// Their stems, in the same order.
    target_stems: Vec<String>,
    /// Stems of the source's head words, in order, with the number of the head word.
    stems: Vec<(String, u32)>,
    skipped: usize,
}

/// Why a text is no dictionary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DictionaryError {
    /// It should be XML, and is not.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Not one pair of words is in it.
    #[error("no pair of words in it")]
    Empty,
}

/// How likely an entry's translation is the one that a text has.
const TRUST: f32 = 0.6;
/// How much of that is left where a word was found as an inflected form, as a part of a compound, by its beginning.
const FORM: f32 = 0.85;
const PART: f32 = 0.5;
const BEGINNING: f32 = 0.6;

impl Dictionary {
    /// From pairs of words or phrases.
    ///
    /// ```
    /// use hexapla_core::align::Dictionary;
    /// let dictionary = Dictionary::from_pairs([("Haus", "house"), ("Haustür", "front door")]);
    /// assert_eq!((dictionary.len(), dictionary.skipped()), (3, 0));
    /// ```
    pub fn from_pairs<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Self {
        let mut entries = Entries::default();
        for (source, target) in pairs {
            entries.add(source, target);
        }
        entries.dictionary()
    }

    /// From text with a pair a line, source and target with a tab between; further columns, blank lines and lines that
    /// begin with `#` are passed over.
    pub fn from_tsv(text: &str) -> Self {
        let mut entries = Entries::default();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let mut fields = line.split('\t');
            match (fields.next(), fields.next()) {
                (Some(source), Some(target)) => entries.add(source, target),
                _ => entries.skipped += 1,
            }
        }
        entries.dictionary()
    }

    /// From hunalign's form, a pair a line: **target** phrase, ` @ `, source phrase.
    pub fn from_hunalign(text: &str) -> Self {
        let mut entries = Entries::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match line.split_once(" @ ") {
                Some((target, source)) => entries.add(source, target),
                None => entries.skipped += 1,
            }
        }
        entries.dictionary()
    }

    /// From TEI as FreeDict writes it: every `orth` of an `entry`, with every `quote` in a `cit` of type `trans` (or
    /// every `tr` of the older form).
    ///
    /// # Errors
    /// The text is not well-formed XML.
    pub fn from_tei(text: &str) -> Result<Self, DictionaryError> {
        let mut entries = Entries::default();
        let (mut heads, mut translations) = (Vec::<String>::new(), Vec::<String>::new());
        // What the text that comes next belongs to, and how deep within a translation's citation it stands.
        let mut reading: Option<bool> = None;
        let mut citations: Vec<bool> = Vec::new();
        let mut buffer = String::new();
        for event in Events::new(text) {
            match event? {
                Event::Start(tag) => match tag.name {
                    "entry" => {
                        heads.clear();
                        translations.clear();
                    }
                    "cit" => citations.push(tag.get("type").is_some_and(|kind| kind.starts_with("trans"))),
                    "orth" => (reading, buffer) = (Some(false), String::new()),
                    "quote" if citations.last() == Some(&true) => (reading, buffer) = (Some(true), String::new()),
                    "tr" => (reading, buffer) = (Some(true), String::new()),
                    _ => {}
                },
                Event::Text(text) if reading.is_some() => buffer.push_str(&text),
                Event::End { name } => match name {
                    "orth" | "quote" | "tr" => match reading.take() {
                        Some(true) => translations.push(std::mem::take(&mut buffer)),
                        Some(false) => heads.push(std::mem::take(&mut buffer)),
                        None => {}
                    },
                    "cit" => {
                        citations.pop();
                    }
                    "entry" => {
                        for head in &heads {
                            translations.iter().for_each(|translation| entries.add(head, translation));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(entries.dictionary())
    }

    /// How many pairs of words it has.
    pub fn len(&self) -> usize {
        self.sources.iter().map(|(_, targets)| targets.len()).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// How many lines and pairs were of no use: without a separator, or phrases too long.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// The same dictionary for the other direction.
    pub fn reversed(&self) -> Self {
        let pairs = self.sources.iter().flat_map(|(source, targets)| {
            targets.iter().map(|(target, trust)| (self.targets[*target as usize].as_str(), source.as_str(), *trust))
        });
        Self::of(pairs, self.skipped)
    }

    fn of<'p>(pairs: impl Iterator<Item = (&'p str, &'p str, f32)>, skipped: usize) -> Self {
        let mut pairs: Vec<(&str, &str, f32)> = pairs.collect();
        pairs.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
        pairs.dedup_by_key(|pair| (pair.0, pair.1));
        let mut targets: Vec<&str> = pairs.iter().map(|(_, target, _)| *target).collect();
        targets.sort_unstable();
        targets.dedup();
        let mut sources: Vec<(String, Vec<(u32, f32)>)> = Vec::new();
        for (source, target, trust) in pairs {
            let number = targets.partition_point(|other| *other < target) as u32;
            match sources.last_mut() {
                Some((last, list)) if last == source => list.push((number, trust)),
                _ => sources.push((source.to_owned(), vec![(number, trust)])),
            }
        }
        let mut stems: Vec<(String, u32)> =
            sources.iter().zip(0..).map(|((word, _), number)| (stem(word), number)).collect();
        stems.sort_unstable();
        let target_stems = targets.iter().map(|word| stem(word)).collect();
        Self { sources, targets: targets.into_iter().map(str::to_owned).collect(), target_stems, stems, skipped }
    }

    fn source(&self, word: &str) -> Option<u32> {
        self.sources.binary_search_by(|(other, _)| other.as_str().cmp(word)).ok().map(|number| number as u32)
    }

    fn target(&self, word: &str) -> Option<u32> {
        self.targets.binary_search_by(|other| other.as_str().cmp(word)).ok().map(|number| number as u32)
    }

    /// The pairs of types that entries speak for.
    pub(crate) fn met(&self, source: &Forms, target: &Forms) -> Vec<Anchor> {
        let mut there: BTreeMap<u32, Vec<(u32, f32)>> = BTreeMap::new();
        for (word, kind) in &target.words {
            let found: Vec<(u32, f32)> = looked_up(word, |head| self.target(head));
            for (number, trust) in found {
                there.entry(number).or_default().push((*kind, trust));
            }
        }
        // What is written otherwise may begin alike.
        let mut anchors: BTreeMap<(u32, u32), f32> = BTreeMap::new();
        for (word, kind) in &source.words {
            let mut heads = looked_up(word, |head| self.source(head));
            if heads.is_empty() {
                heads = self.parts(word);
            }
            if heads.is_empty() {
                let stem = stem(word);
                let from = self.stems.partition_point(|(other, _)| *other < stem);
                let same = self.stems[from..].iter().take_while(|(other, _)| *other == stem);
                heads.extend(same.map(|(_, number)| (*number, BEGINNING)));
            }
            for (head, trust) in heads {
                for (number, entry) in &self.sources[head as usize].1 {
                    let mut add = |other: u32, trust: f32| {
                        let known = anchors.entry((*kind, other)).or_default();
                        *known = known.max(trust);
                    };
                    match there.get(number) {
                        Some(types) => types.iter().for_each(|(other, known)| add(*other, trust * entry * known)),
                        None => {
                            if let Some(other) = target.types.get(&self.target_stems[*number as usize]) {
                                add(*other, trust * entry * BEGINNING);
                            }
                        }
                    }
                }
            }
        }
        anchors.into_iter().map(|((source, target), trust)| Anchor { source, target, trust }).collect()
    }

    /// The head words of the two parts of a compound, of which the second is as long as can be.
    fn parts(&self, word: &str) -> Vec<(u32, f32)> {
        /// Letters of either part.
        const LEAST: usize = 4;
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if ends.len() < 2 * LEAST || !word.chars().all(char::is_alphabetic) {
            return Vec::new();
        }
        for at in LEAST - 1..=ends.len() - LEAST {
            let tails = looked_up(&word[ends[at]..], |head| self.source(head));
            if tails.is_empty() {
                continue;
            }
            // Up to two letters may join the parts.
            let first = (0..=2)
                .filter(|joint| at - joint >= LEAST - 1)
                .find_map(|joint| self.source(&word[..ends[at - joint]]));
            if let Some(first) = first {
                let mut found: Vec<(u32, f32)> = tails.into_iter().map(|(tail, known)| (tail, PART * known)).collect();
                found.push((first, PART));
                return found;
            }
        }
        Vec::new()
    }
}

/// The numbers of the head words under which a word may stand: its own, or those it is a form of.
fn looked_up(word: &str, find: impl Fn(&str) -> Option<u32>) -> Vec<(u32, f32)> {
    let mut found: Vec<(u32, f32)> = Vec::new();
    for (at, head) in heads(word).iter().enumerate() {
        if let Some(number) = find(head)
            && found.iter().all(|(other, _)| *other != number)
        {
            found.push((number, if at == 0 { 1.0 } else { FORM }));
        }
    }
    found
}

/// The words of a side in all their forms, with the types that they belong to.
pub(crate) struct Forms {
    words: Vec<(String, u32)>,
    types: HashMap<String, u32>,
}

impl Forms {
    pub(crate) fn of(side: &Side<'_>, prepared: &Prepared) -> Self {
        let types: HashMap<String, u32> =
            prepared.types.iter().zip(0..).map(|(kind, number)| (kind.key.clone(), number)).collect();
        let mut words = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for segment in &side.segments {
            for token in tokens(segment.text) {
                if let Some(number) = types.get(&token.key)
                    && !token.word.is_empty()
                    && !seen.contains(&token.word)
                {
                    words.push((folded(&token.word), *number));
                    seen.insert(token.word);
                }
            }
        }
        Self { words, types }
    }
}

/// What was read so far.
#[derive(Default)]
struct Entries {
    pairs: Vec<(Vec<String>, Vec<String>)>,
    skipped: usize,
}

impl Entries {
    fn add(&mut self, source: &str, target: &str) {
        let (sources, targets) = (phrase(source), phrase(target));
        if sources.is_empty() || targets.is_empty() {
            self.skipped += 1;
        } else {
            self.pairs.push((sources, targets));
        }
    }

    fn dictionary(self) -> Dictionary {
        /// Words of a phrase.
        const MOST: usize = 3;
        let (mut here, mut there) = (HashMap::<&str, f32>::new(), HashMap::<&str, f32>::new());
        for (sources, targets) in &self.pairs {
            for (words, counts) in [(sources, &mut here), (targets, &mut there)] {
                if words.len() > 1 {
                    words.iter().for_each(|word| *counts.entry(word).or_default() += 1.0);
                }
            }
        }
        let mut skipped = self.skipped;
        let mut pairs = Vec::new();
        for (sources, targets) in &self.pairs {
            let (sources, targets) = (shares(sources, &here), shares(targets, &there));
            if sources.len().min(targets.len()) > 1 || sources.len().max(targets.len()) > MOST {
                skipped += 1;
                continue;
            }
            let long = sources.len().max(targets.len()) as f32;
            for (source, own) in &sources {
                for (target, other) in &targets {
                    pairs.push((*source, *target, TRUST * own * other / long));
                }
            }
        }
        Dictionary::of(pairs.into_iter(), skipped)
    }
}

/// The words of a phrase that say something of it, and how much: less what stands in many phrases.
fn shares<'w>(words: &'w [String], phrases: &HashMap<&str, f32>) -> Vec<(&'w str, f32)> {
    /// A word of less weight is left out.
    const LEAST: f32 = 0.1;
    let weight = |word: &str| 1.0 / phrases.get(word).copied().unwrap_or(1.0).max(1.0);
    let total: f32 = words.iter().map(|word| weight(word)).sum();
    words.iter().map(|word| (word.as_str(), weight(word) / total)).filter(|(_, share)| *share >= LEAST).collect()
}

/// The words of an entry without what stands in brackets, folded; numbers only where there is nothing else.
fn phrase(text: &str) -> Vec<String> {
    let mut bare = String::with_capacity(text.len());
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let words = tokens(&bare).into_iter().filter(|token| !token.word.is_empty() && !token.key.starts_with('#'));
    words.map(|token| folded(&token.word)).filter(|word| !word.is_empty()).collect()
}
