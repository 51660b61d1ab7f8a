//! Whether a text says what a word of another language says, as far as that is known beforehand.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::Resources;
use super::token::{stem, tokens};
use super::words::{is_function_word, mean_the_same, name_the_same_date};
use crate::language::Language;

/// Two languages, and what is known of their words beforehand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Renderings<'a> {
    /// Of source and target.
    pub(crate) languages: (&'a Language, &'a Language),
    pub(crate) resources: &'a Resources,
}

/// A text in which words are looked for.
pub(crate) struct Wording<'w> {
    /// Its words, folded.
    words: &'w HashSet<String>,
    /// Their stems, worked out when they are first asked for.
    stems: OnceCell<HashSet<String>>,
}

impl<'w> Wording<'w> {
    pub(crate) fn of(words: &'w HashSet<String>) -> Self {
        Self { words, stems: OnceCell::new() }
    }

    fn stems(&self) -> &HashSet<String> {
        self.stems.get_or_init(|| self.words.iter().flat_map(|word| tokens(word)).map(|token| token.key).collect())
    }
}

impl Renderings<'_> {
    /// Whether a target says what `word`, folded, says; `None` where that is not known.
    ///
    /// A lexicon is asked, and days and months are known. What stands in any text ("Ihre", "im") tells nothing.
    pub(crate) fn has(&self, word: &str, target: &Wording<'_>) -> Option<bool> {
        /// How likely a translation is that is taken for one.
        const LIKELY: f64 = 0.2;
        /// How likely all that is known of a word is, where its absence tells something.
        const SURE: f64 = 0.6;
        if name_the_same_date(word, self.languages.0, target.words, self.languages.1) {
            return Some(true);
        }
        let lexicon = self.resources.lexicon.as_ref()?;
        if is_function_word(word, self.languages.0) {
            return None;
        }
        let tokens = tokens(word);
        let [token] = tokens.as_slice() else { return None };
        let mut known = 0.0;
        for (stem, chance) in lexicon.translations(&token.key) {
            if chance >= LIKELY && target.stems().contains(stem) {
                return Some(true);
            }
            known += chance;
        }
        (known >= SURE).then_some(false)
    }

    /// Whether a target has a word to which a table of words gives the meaning of `word`, folded. Numbers are no words.
    pub(crate) fn may_have(&self, word: &str, target: &Wording<'_>) -> bool {
        if word.contains(char::is_numeric) || is_function_word(word, self.languages.0) {
            return false;
        }
        let tokens = tokens(word);
        let [token] = tokens.as_slice() else { return false };
        let stems = target.stems().iter().map(String::as_str);
        mean_the_same((&token.key, self.languages.0), (stems, self.languages.1))
    }

    /// Whether a table of words gives a word of the source's language the meaning of one of the others, which are stems.
    pub(crate) fn is_alike(&self, word: &str, others: &[String]) -> bool {
        mean_the_same((&stem(word), self.languages.0), (others.iter().map(String::as_str), self.languages.0))
    }
}
