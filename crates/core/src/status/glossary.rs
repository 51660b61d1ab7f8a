//! What is known of a page's words: what its pairs teach, and what was known before.

use std::collections::HashSet;

use super::Passage;
use crate::align::{Renderings, Wording};

/// Words of a page's source and what stands for them in its target.
#[derive(Clone, Debug)]
pub(super) struct Glossary<'a> {
    /// The words of its pairs, which teach the most.
    pairs: Vec<(HashSet<String>, HashSet<String>)>,
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
        Self { pairs, known, ratio }
    }

    /// Characters of the target for one of the source, where that can be told.
    pub(super) fn ratio(&self) -> Option<f32> {
        self.ratio
    }

    /// The word that stands for `word` in other pairs than the one with these words.
    fn translation(&self, word: &str, but: &HashSet<String>) -> Option<&str> {
        let with: Vec<&HashSet<String>> = self
            .pairs
            .iter()
            .filter(|(source, target)| source.contains(word) && target != but)
            .map(|(_, target)| target)
            .collect();
        if with.len() < 2 || with.len() * 2 > self.pairs.len() {
            return None;
        }
        let mut best: Option<(f32, &str)> = None;
        for candidate in with[0].iter().chain(with[1]) {
            let together = with.iter().filter(|target| target.contains(candidate)).count();
            let all = self.pairs.iter().filter(|(_, target)| target.contains(candidate)).count();
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

    /// How a target takes part in an edit of its source: what stands for gained words is there, or for lost ones.
    pub(super) fn traces(&self, older: &Passage, newer: &Passage, target: &HashSet<String>) -> Traces {
        let mut traces = Traces::default();
        let wording = Wording::of(target);
        let (old, new) = (words(older.key()), words(newer.key()));
        let count = |these: &HashSet<String>, those: &HashSet<String>, there: &mut usize, absent: &mut usize| {
            let lives_on = |word: &String| those.iter().any(|other| is_form_of(other, word) || is_form_of(word, other));
            for word in these.difference(those) {
                let here = self.translation(word, target).map(|translation| target.contains(translation));
                match here.or_else(|| self.known.has(word, &wording).filter(|_| !lives_on(word))) {
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
    crate::text::words(text).into_iter().collect()
}
