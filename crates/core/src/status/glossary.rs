//! What is known of a page's words: what its pairs teach, and what was known before.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::Passage;
use super::edit::{amount, knows_amounts};
use crate::align::{Renderings, Wording, stem, words_by_table};

/// Words of a page's source and what stands for them in its target.
#[derive(Clone, Debug)]
pub(super) struct Glossary<'a> {
    /// The words of its pairs, which teach the most.
    pairs: Vec<(HashSet<String>, HashSet<String>)>,
    /// In which pairs a word stands, on each side; worked out when it is first asked for.
    places: OnceCell<[HashMap<String, Vec<usize>>; 2]>,
    /// What is known beforehand, asked where they teach nothing.
    known: Renderings<'a>,
    /// Characters of the target for one of the source.
    ratio: Option<f32>,
}

impl<'a> Glossary<'a> {
    /// From pairs of a source and its target.
    pub(super) fn of<'p>(pairs: impl Iterator<Item = (&'p Passage, &'p Passage)>, known: Renderings<'a>) -> Self {
        let (mut sources, mut targets) = (0, 0);
        let pairs: Vec<_> = pairs
            .take(600)
            .map(|(source, target)| {
                sources += source.key().chars().count();
                targets += target.key().chars().count();
                (words(source.key()), words(target.key()))
            })
            .collect();
        let ratio = (pairs.len() >= 4 && sources > 0).then(|| targets as f32 / sources as f32);
        Self { pairs, places: OnceCell::new(), known, ratio }
    }

    fn places(&self) -> &[HashMap<String, Vec<usize>>; 2] {
        self.places.get_or_init(|| {
            let mut places = [HashMap::new(), HashMap::new()];
            for (number, (source, target)) in self.pairs.iter().enumerate() {
                for (places, words) in places.iter_mut().zip([source, target]) {
                    for word in words {
                        places.entry(word.clone()).or_insert_with(Vec::new).push(number);
                    }
                }
            }
            places
        })
    }

    /// Characters of the target for one of the source, where that can be told.
    pub(super) fn ratio(&self) -> Option<f32> {
        self.ratio
    }

    /// The word that stands for `word` in other pairs than the one with these words.
    fn translation(&self, word: &str, but: &HashSet<String>) -> Option<&str> {
        let [in_source, in_target] = self.places();
        let with = in_source.get(word)?.iter().map(|pair| &self.pairs[*pair].1);
        let with: Vec<&HashSet<String>> = with.filter(|target| *target != but).collect();
        if with.len() < 2 || with.len() * 2 > self.pairs.len() {
            return None;
        }
        let mut best: Option<(f32, &str)> = None;
        for candidate in with[0].iter().chain(with[1]) {
            let together = with.iter().filter(|target| target.contains(candidate)).count();
            let all = in_target.get(candidate).map_or(0, Vec::len);
            let dice = 2.0 * together as f32 / (with.len() + all) as f32;
            // Of equally good ones the first in the alphabet.
            if dice >= 0.7
                && best.is_none_or(|(found, word)| dice > found || dice == found && candidate.as_str() < word)
            {
                best = Some((dice, candidate));
            }
        }
        best.map(|(_, word)| word)
    }

    /// Whether a target says the number that `word` says, written out; `None` where that is none, or one that often is said
    /// in other ways ("once", "both", "half").
    fn says_amount(&self, word: &str, target: &HashSet<String>) -> Option<bool> {
        const LEAST: u32 = 3;
        let (language, other) = self.known.languages;
        let said = amount(word, language).filter(|said| said.parse().is_ok_and(|value: u32| value >= LEAST))?;
        if !knows_amounts(other) {
            return None;
        }
        Some(target.contains(&said) || target.iter().any(|word| amount(word, other).as_ref() == Some(&said)))
    }

    /// How a target takes part in an edit of its source: what stands for gained words is there, or for lost ones.
    pub(super) fn traces(&self, older: &Passage, newer: &Passage, target: &HashSet<String>, asked: Asked) -> Traces {
        let mut traces = Traces::default();
        let wording = Wording::of(target);
        let (old, new) = (words(older.key()), words(newer.key()));
        let count = |these: &HashSet<String>, those: &HashSet<String>, there: &mut usize, absent: &mut usize| {
            // As another form of the word, or as another word for the same.
            let stems: OnceCell<Vec<String>> = OnceCell::new();
            let stems = || stems.get_or_init(|| those.iter().map(|other| stem(other)).collect());
            let is_meant = |word: &str| asked == Asked::Tables && self.known.is_alike(word, stems());
            let lives_on = |word: &String| {
                those.iter().any(|other| is_form_of(other, word) || is_form_of(word, other)) || is_meant(word)
            };
            for word in these.difference(those) {
                let taught = || self.translation(word, target).map(|translation| target.contains(translation));
                // "Halb vier" is "half past three".
                let amount = || if these.contains("halb") { None } else { self.says_amount(word, target) };
                let here = amount().or_else(taught);
                let by_table = || (asked == Asked::Tables && self.known.may_have(word, &wording)).then_some(true);
                let known = || self.known.has(word, &wording).or_else(by_table).filter(|_| !lives_on(word));
                match here.or_else(known) {
                    Some(true) => *there += 1,
                    Some(false) => *absent += 1,
                    None => {}
                }
            }
        };
        count(&new, &old, &mut traces.gained, &mut traces.gained_absent);
        count(&old, &new, &mut traces.lost, &mut traces.lost_absent);
        traces
    }
}

/// What is asked beside a page's pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// What is sure enough to tell from one text what it was made from.
    Lexicon,
    /// Tables of words, too. What they know may stand in a text by chance ("may", "second"), but an edit hardly brings or
    /// takes it by chance.
    Tables,
}

/// Whether a word is another one inflected, or a compound of which that is the head: "Hauses", "Gasthaus" of "Haus".
fn is_form_of(word: &str, other: &str) -> bool {
    let is_inflected = word.strip_prefix(other).is_some_and(|ending| ending.chars().count() <= 2);
    other.chars().count() >= 4 && (is_inflected || word.ends_with(other))
}

/// Of the words that an edit of a source gained and lost, those of which a translation is known: how many are in a
/// target, and how many are not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traces {
    pub(super) gained: usize,
    pub(super) gained_absent: usize,
    pub(super) lost: usize,
    pub(super) lost_absent: usize,
}

/// The words of a text.
pub(super) fn words(text: &str) -> HashSet<String> {
    words_by_table(text).into_iter().collect()
}
