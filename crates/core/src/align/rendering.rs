//! Whether a text says what a word of another language says, as far as that is known beforehand.

use std::collections::HashSet;

use super::token::tokens;
use super::{Resources, words};
use crate::language::Language;

/// Two languages, and what is known of their words beforehand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Renderings<'a> {
    /// Of source and target.
    pub(crate) languages: (&'a Language, &'a Language),
    pub(crate) resources: &'a Resources,
}

/// The stems of a text's words.
pub(crate) fn stems<'w>(words: impl IntoIterator<Item = &'w String>) -> HashSet<String> {
    words.into_iter().flat_map(|word| tokens(word)).map(|token| token.key).collect()
}

impl Renderings<'_> {
    /// Whether a target with these stems says what `word` says; `None` where that is not known.
    pub(crate) fn has(&self, word: &str, target: &HashSet<String>) -> Option<bool> {
        /// How likely a translation is that is taken for one.
        const LIKELY: f64 = 0.2;
        /// How likely all that is known of a word is, where its absence tells something.
        const SURE: f64 = 0.6;
        let tokens = tokens(word);
        let [token] = tokens.as_slice() else { return None };
        let mut known = 0.0;
        for (stem, chance) in self.resources.lexicon.iter().flat_map(|lexicon| lexicon.translations(&token.key)) {
            if chance >= LIKELY && target.contains(stem) {
                return Some(true);
            }
            known += chance;
        }
        if words::name_the_same(&token.key, self.languages.0, target, self.languages.1) {
            return Some(true);
        }
        (known >= SURE).then_some(false)
    }
}
