//! Dictionaries that the user brings.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use hexapla_xml::{Event, Events, XmlError};
use rustc_hash::FxHashMap;

use super::Side;
use super::anchors::Anchor;
use super::entries::{Entries, WordPairs};
use super::features::Prepared;
use super::inflection::{folded, heads};
use super::token::{stem, tokens};

/// Which words of one language are which of another, as a dictionary has it.
///
/// A text's words are looked up under their head words: whole, then without endings and clitics, then by their parts
/// (*Haustür*: *Haus*, *Tür*), then by their beginnings. Phrases count where one side is a single word and the other
/// has three at most, but for words that stand in very many phrases (*to*, *sich*); longer ones say too little of
/// their words and are counted in [`Dictionary::skipped`].
///
/// A clone shares its words with what it is cloned from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary {
    tables: Arc<Tables>,
    skipped: usize,
}

#[derive(Debug, Default, PartialEq)]
struct Tables {
    /// Head words of the source, folded, in order.
    sources: Vec<Box<str>>,
    /// Where the translations of each head word end.
    ends: Vec<u32>,
    /// The numbers of translations, with their trust, in the order of head words.
    translations: Vec<(u32, f32)>,
    /// Words of the target, folded, in order.
    targets: Vec<Box<str>>,
    /// Stems of the head words that do not begin with their stem, in order, with the number of the head word.
    odd_stems: Vec<(String, u32)>,
}

impl Tables {
    /// `trusted` is shown each pair of words once.
    fn of(words: WordPairs, trusted: impl FnOnce(&mut [(u32, u32, f32)], (usize, usize))) -> Self {
        let WordPairs { mut pairs, sources, targets, .. } = words;
        let (sources, targets) = (Ranked::of(sources), Ranked::of(targets));
        for pair in &mut pairs {
            (pair.0, pair.1) = (sources.ranks[pair.0 as usize], targets.ranks[pair.1 as usize]);
        }
        pairs.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
        pairs.dedup_by_key(|pair| (pair.0, pair.1));
        trusted(&mut pairs, (sources.words.len(), targets.words.len()));
        // Words without a pair are left out.
        let (mut met, mut there) = (vec![false; sources.words.len()], vec![false; targets.words.len()]);
        for pair in &pairs {
            (met[pair.0 as usize], there[pair.1 as usize]) = (true, true);
        }
        let mut numbers = vec![0; there.len()];
        let mut count = 0;
        for (number, is_met) in numbers.iter_mut().zip(&there) {
            *number = count;
            count += u32::from(*is_met);
        }
        let kept = |words: Vec<Box<str>>, met: &[bool]| -> Vec<Box<str>> {
            words.into_iter().zip(met).filter(|(_, met)| **met).map(|(word, _)| word).collect()
        };
        let mut tables =
            Self { sources: kept(sources.words, &met), targets: kept(targets.words, &there), ..Self::default() };
        for same in pairs.chunk_by(|a, b| a.0 == b.0) {
            tables.translations.extend(same.iter().map(|(_, target, trust)| (numbers[*target as usize], *trust)));
            tables.ends.push(tables.translations.len() as u32);
        }
        let odd = tables.sources.iter().zip(0..).filter(|(word, _)| has_affixes(word));
        tables.odd_stems = odd.map(|(word, number)| (stem(word), number)).collect();
        tables.odd_stems.sort_unstable();
        tables
    }

    fn of_source(&self, source: u32) -> &[(u32, f32)] {
        let end = |number: usize| self.ends[number] as usize;
        let from = (source as usize).checked_sub(1).map_or(0, end);
        &self.translations[from..end(source as usize)]
    }

    fn source(&self, word: &str) -> Option<u32> {
        self.sources.binary_search_by(|other| (**other).cmp(word)).ok().map(|number| number as u32)
    }

    fn target(&self, word: &str) -> Option<u32> {
        self.targets.binary_search_by(|other| (**other).cmp(word)).ok().map(|number| number as u32)
    }

    /// The head words with a stem.
    fn with_stem(&self, wanted: &str) -> Vec<u32> {
        let from = self.odd_stems.partition_point(|(other, _)| other.as_str() < wanted);
        let odd = self.odd_stems[from..].iter().take_while(|(other, _)| other == wanted).map(|(_, number)| *number);
        let mut found: Vec<u32> = odd.collect();
        // Of shorter words the stem is the whole.
        if wanted.chars().count() < 4 {
            return found;
        }
        let first = self.sources.partition_point(|word| **word < *wanted);
        let near = (first as u32..).zip(&self.sources[first..]).take_while(|(_, word)| word.starts_with(wanted));
        found.extend(near.filter(|(_, word)| !has_affixes(word) && stem(word) == wanted).map(|(number, _)| number));
        found
    }
}

/// Trusts pairs less whose words have many others: what has twenty translations meets one of them by chance in any text.
fn thin(pairs: &mut [(u32, u32, f32)], (sources, targets): (usize, usize)) {
    /// Up to so many are usual.
    const USUAL: f32 = 6.0;
    /// How fast trust falls beyond: fitted to pages of the project's own, with a large dictionary and small ones.
    const FALL: f32 = -0.4;
    let mut many = (vec![0.0f32; sources], vec![0.0f32; targets]);
    for (source, target, _) in pairs.iter() {
        many.0[*source as usize] += 1.0;
        many.1[*target as usize] += 1.0;
    }
    let share = |many: f32| (many / USUAL).max(1.0).powf(FALL);
    for (source, target, trust) in pairs {
        *trust *= share(many.0[*source as usize]) * share(many.1[*target as usize]);
    }
}

/// Words in order, and the place of each word by its number before.
struct Ranked {
    words: Vec<Box<str>>,
    ranks: Vec<u32>,
}

impl Ranked {
    fn of(words: Vec<Box<str>>) -> Self {
        let mut numbered: Vec<(Box<str>, u32)> = words.into_iter().zip(0..).collect();
        numbered.sort_unstable();
        let mut ranks = vec![0; numbered.len()];
        for (rank, (_, number)) in (0..).zip(&numbered) {
            ranks[*number as usize] = rank;
        }
        Self { words: numbered.into_iter().map(|(word, _)| word).collect(), ranks }
    }
}

/// Whether the stem of a folded word is another than its first letters.
fn has_affixes(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{0600}'..='\u{06FF}'))
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
        Self::of(entries)
    }

    /// From text with a pair a line, source and target with a tab between; further columns, blank lines and lines that
    /// begin with `#` are passed over.
    pub fn from_tsv(text: &str) -> Self {
        let mut entries = Entries::default();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let mut fields = line.split('\t');
            match (fields.next(), fields.next()) {
                (Some(source), Some(target)) => entries.add(source, target),
                _ => entries.skip(),
            }
        }
        Self::of(entries)
    }

    /// From hunalign's form, a pair a line: **target** phrase, ` @ `, source phrase.
    pub fn from_hunalign(text: &str) -> Self {
        let mut entries = Entries::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match line.split_once(" @ ") {
                Some((target, source)) => entries.add(source, target),
                None => entries.skip(),
            }
        }
        Self::of(entries)
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
        Ok(Self::of(entries))
    }

    fn of(entries: Entries) -> Self {
        let words = entries.into_pairs();
        Self { skipped: words.skipped, tables: Arc::new(Tables::of(words, thin)) }
    }

    /// How many pairs of words it has.
    pub fn len(&self) -> usize {
        self.tables.translations.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.tables.sources.is_empty()
    }

    /// How many lines and pairs were of no use: without a separator, or phrases too long.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// The same dictionary for the other direction.
    pub fn reversed(&self) -> Self {
        let tables = &self.tables;
        let of_source =
            |source: u32| tables.of_source(source).iter().map(move |(target, trust)| (*target, source, *trust));
        let pairs = (0..tables.sources.len() as u32).flat_map(of_source).collect();
        let (sources, targets) = (tables.targets.clone(), tables.sources.clone());
        let words = WordPairs { pairs, sources, targets, skipped: self.skipped };
        Self { skipped: self.skipped, tables: Arc::new(Tables::of(words, |_, _| ())) }
    }

    /// The pairs of types that entries speak for, and which types have entries at all.
    pub(crate) fn met(&self, source: &Forms, target: &Forms) -> Spoken {
        let tables = &*self.tables;
        let mut there: FxHashMap<u32, Vec<(u32, f32)>> = FxHashMap::default();
        let mut spoken = Spoken::default();
        for (word, kind) in &target.words {
            let found: Vec<(u32, f32)> = looked_up(word, |head| tables.target(head));
            if !found.is_empty() {
                spoken.targets.push(*kind);
            }
            for (number, trust) in found {
                there.entry(number).or_default().push((*kind, trust));
            }
        }
        let mut met = Met { tables, there, target, heads: FxHashMap::default() };
        let mut anchors: BTreeMap<(u32, u32), f32> = BTreeMap::new();
        // Which words begin alike is the same for all words of a type.
        let mut stems: HashSet<(u32, String)> = HashSet::new();
        for (word, kind) in &source.words {
            let mut heads = looked_up(word, |head| tables.source(head));
            if !heads.is_empty() {
                spoken.sources.push(*kind);
            } else {
                heads = self.parts(word);
            }
            if heads.is_empty() {
                let stem = stem(word);
                if stems.insert((*kind, stem.clone())) {
                    heads.extend(tables.with_stem(&stem).into_iter().map(|number| (number, BEGINNING)));
                }
            }
            for (head, trust) in heads {
                for (other, entry) in met.of(head) {
                    let known = anchors.entry((*kind, *other)).or_default();
                    *known = known.max(trust * entry);
                }
            }
        }
        let anchor = |((source, target), trust)| Anchor { source, target, trust };
        spoken.anchors = anchors.into_iter().map(anchor).collect();
        spoken
    }

    /// The head words of the two parts of a compound, of which the second is as long as can be.
    fn parts(&self, word: &str) -> Vec<(u32, f32)> {
        /// Letters of either part.
        const LEAST: usize = 4;
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if ends.len() < 2 * LEAST || !word.chars().all(char::is_alphabetic) {
            return Vec::new();
        }
        let tables = &*self.tables;
        for at in LEAST - 1..=ends.len() - LEAST {
            let tails = looked_up(&word[ends[at]..], |head| tables.source(head));
            if tails.is_empty() {
                continue;
            }
            // Up to two letters may join the parts.
            let first = (0..=2)
                .filter(|joint| at - joint >= LEAST - 1)
                .find_map(|joint| tables.source(&word[..ends[at - joint]]));
            if let Some(first) = first {
                let mut found: Vec<(u32, f32)> = tails.into_iter().map(|(tail, known)| (tail, PART * known)).collect();
                found.push((first, PART));
                return found;
            }
        }
        Vec::new()
    }
}

/// What a dictionary has to say of two texts.
#[derive(Debug, Default)]
pub(crate) struct Spoken {
    /// The pairs of types that entries speak for.
    pub(crate) anchors: Vec<Anchor>,
    /// The types of either side that have entries, whether their translations are met or not; some more than once.
    pub(crate) sources: Vec<u32>,
    pub(crate) targets: Vec<u32>,
}

/// What head words mean in a text, each worked out once: a hostile dictionary has a million translations of one.
struct Met<'a> {
    tables: &'a Tables,
    /// The types of the text that stand under each word of the target.
    there: FxHashMap<u32, Vec<(u32, f32)>>,
    target: &'a Forms,
    heads: FxHashMap<u32, Vec<(u32, f32)>>,
}

impl Met<'_> {
    /// The types of the target that a head word means, each once, with how far that is trusted.
    fn of(&mut self, head: u32) -> &[(u32, f32)] {
        self.heads.entry(head).or_insert_with(|| {
            let mut types: BTreeMap<u32, f32> = BTreeMap::new();
            let mut add = |other: u32, trust: f32| {
                let known = types.entry(other).or_default();
                *known = known.max(trust);
            };
            for (number, entry) in self.tables.of_source(head) {
                match self.there.get(number) {
                    Some(types) => types.iter().for_each(|(other, known)| add(*other, entry * known)),
                    // What is written otherwise may begin alike.
                    None => {
                        if let Some(other) = self.target.types.get(&stem(&self.tables.targets[*number as usize])) {
                            add(*other, entry * BEGINNING);
                        }
                    }
                }
            }
            types.into_iter().collect()
        })
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
        /// Bytes; what is longer stands in no dictionary.
        const LONGEST: usize = 256;
        let types: HashMap<String, u32> =
            prepared.types.iter().zip(0..).map(|(kind, number)| (kind.key.clone(), number)).collect();
        let mut words = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for segment in &side.segments {
            for token in tokens(segment.text) {
                if let Some(number) = types.get(&token.key)
                    && (1..=LONGEST).contains(&token.word.len())
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
