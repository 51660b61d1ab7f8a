//! What is read of a dictionary: phrases on either side, of which pairs of words are made.

use rustc_hash::FxHashMap;

use super::inflection::folded;
use super::token::tokens;

/// How likely an entry's translation is the one that a text has.
const TRUST: f32 = 0.6;

/// What was read so far.
#[derive(Default)]
pub(crate) struct Entries {
    sources: Phrases,
    targets: Phrases,
    skipped: usize,
}

/// Words of two languages in pairs.
#[derive(Default)]
pub(crate) struct WordPairs {
    /// The numbers of a source word and a target word, and how far the pair is trusted; in any order.
    pub(crate) pairs: Vec<(u32, u32, f32)>,
    /// The words by their numbers, each once.
    pub(crate) sources: Vec<Box<str>>,
    pub(crate) targets: Vec<Box<str>>,
    /// How many entries were of no use.
    pub(crate) skipped: usize,
}

/// Phrases of one side, as numbers of words.
#[derive(Default)]
struct Phrases {
    numbers: FxHashMap<Box<str>, u32>,
    /// Where each phrase ends.
    ends: Vec<u32>,
    words: Vec<u32>,
    /// The last phrase as it was written; head words are repeated line by line.
    last: String,
}

impl Phrases {
    /// Adds a phrase; nothing where it has no words.
    fn push(&mut self, text: &str) -> bool {
        let from = self.words.len();
        match self.ends.last() {
            Some(end) if !text.is_empty() && text == self.last => {
                let before = self.ends.len().checked_sub(2).map_or(0, |at| self.ends[at]);
                self.words.extend_from_within(before as usize..*end as usize);
            }
            _ => {
                for word in phrase(text) {
                    let count = self.numbers.len() as u32;
                    self.words.push(*self.numbers.entry(word.into_boxed_str()).or_insert(count));
                }
                text.clone_into(&mut self.last);
            }
        }
        self.ends.push(self.words.len() as u32);
        self.words.len() > from
    }

    fn drop_last(&mut self) {
        self.ends.pop();
        self.words.truncate(self.ends.last().map_or(0, |end| *end as usize));
        self.last.clear();
    }

    fn each(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| &self.words[*start as usize..*end as usize])
    }

    /// How many phrases of several words each word stands in.
    fn counts(&self) -> Vec<f32> {
        let mut counts = vec![0.0; self.numbers.len()];
        for words in self.each().filter(|words| words.len() > 1) {
            words.iter().for_each(|word| counts[*word as usize] += 1.0);
        }
        counts
    }

    /// The words by their numbers.
    fn into_words(self) -> Vec<Box<str>> {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable_by_key(|(_, number)| *number);
        words.into_iter().map(|(word, _)| word).collect()
    }
}

impl Entries {
    /// Adds a pair.
    pub(crate) fn add(&mut self, source: &str, target: &str) {
        let are_full = (self.sources.push(source), self.targets.push(target));
        if are_full != (true, true) {
            self.sources.drop_last();
            self.targets.drop_last();
            self.skipped += 1;
        }
    }

    /// Counts what is no pair.
    pub(crate) fn skip(&mut self) {
        self.skipped += 1;
    }

    /// The words of the phrases in pairs.
    pub(crate) fn into_pairs(self) -> WordPairs {
        /// Words of a phrase.
        const MOST: usize = 3;
        let (here, there) = (self.sources.counts(), self.targets.counts());
        let mut skipped = self.skipped;
        let mut pairs = Vec::new();
        for (sources, targets) in self.sources.each().zip(self.targets.each()) {
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
        WordPairs { pairs, sources: self.sources.into_words(), targets: self.targets.into_words(), skipped }
    }
}

/// The words of a phrase that say something of it, and how much: less what stands in many phrases.
fn shares(words: &[u32], phrases: &[f32]) -> Vec<(u32, f32)> {
    /// A word of less weight is left out.
    const LEAST: f32 = 0.1;
    let weight = |word: &u32| 1.0 / phrases[*word as usize].max(1.0);
    let total: f32 = words.iter().map(weight).sum();
    words.iter().map(|word| (*word, weight(word) / total)).filter(|(_, share)| *share >= LEAST).collect()
}

/// The words of an entry without numbers and without what stands in brackets, folded.
fn phrase(text: &str) -> Vec<String> {
    // Most are plain words.
    if text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return text.split_ascii_whitespace().map(str::to_ascii_lowercase).collect();
    }
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
