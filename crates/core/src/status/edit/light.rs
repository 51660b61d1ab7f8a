//! Edits of grammar: the same words in another form, with other little words between them.

use super::hunk::text_edit;
use super::token::{TokenKind, token_kind, tokens};
use super::{EditKind, negations};
use crate::language::Language;
use crate::text::{Fold, fold};

/// Words that carry no meaning of their own, by language. What tells "may" from "must" is not among them.
const LITTLE: &[(&str, &str)] = &[
    (
        "en",
        "a an the this that these those it its they them their there of to in on at for by with from as into than \
         is are was were be been being do does did has have had can could may might will would which who also so \
         then just you your we our us if when one",
    ),
    ("de", "der die das den dem des ein eine einen einem einer eines ist sind war waren sei hat haben hatte es sich"),
];

/// Whether an edit is one of words, but of grammar alone: articles, auxiliaries, prepositions, another number or tense
/// of the same words, a word that stood there twice. "It may fail" becomes "It might fail".
///
/// That is not minor: of "few" and "a few" a translator must hear. But whoever read both and let the translation stand
/// saw nothing that he had to change.
///
/// ```
/// use hexapla_core::status::is_light;
/// let english = "en".parse().unwrap();
/// assert!(is_light("It may fail.", "It might fail.", &english));
/// assert!(!is_light("It may fail.", "It must fail.", &english));
/// ```
pub fn is_light(old: &str, new: &str, language: &Language) -> bool {
    if text_edit(old, new, language).is_none_or(|kind| kind > EditKind::Wording) {
        return false;
    }
    let little = little(language);
    let (old, new) = (bearing(old, little), bearing(new, little));
    if negations(&old, language) != negations(&new, language) {
        return false;
    }
    old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| is_form_of(old, new, language))
}

/// Whether an edit does nothing but exchange a few words for as many others: "the door opens" becomes "the door closes".
/// Who words a sentence anew moves more than that.
pub(in crate::status) fn is_exchange(old: &str, new: &str, language: &Language) -> bool {
    /// A noun with its article and adjective.
    const FEW: usize = 3;
    [little(language), ""].into_iter().any(|little| {
        let (old, new) = (bearing(old, little), bearing(new, little));
        let changed = || (0..old.len().min(new.len())).filter(|at| old[*at] != new[*at]);
        let span = changed().next().zip(changed().next_back());
        old.len() == new.len() && span.is_some_and(|(first, last)| last - first < FEW)
    })
}

fn little(language: &Language) -> &'static str {
    LITTLE.iter().find(|(code, _)| *code == language.primary()).map_or("", |(_, words)| *words)
}

/// The words that bear meaning, and what is no word: numbers, links.
fn bearing(text: &str, little: &str) -> Vec<String> {
    let text = fold(text, Fold::Typography);
    let bears = |token: &&str| !matches!(token_kind(token), TokenKind::Blank | TokenKind::Punctuation);
    let words = tokens(&text).into_iter().filter(bears).flat_map(|token| match token_kind(token) {
        TokenKind::Word => token.split('-').map(str::to_lowercase).collect(),
        _ => vec![token.to_owned()],
    });
    let mut words: Vec<String> =
        words.filter(|word| !word.is_empty() && !little.split_ascii_whitespace().any(|known| known == word)).collect();
    // A slip: it stands there twice.
    words.dedup();
    words
}

/// Whether two words differ in an ending of grammar at most.
fn is_form_of(one: &str, other: &str, language: &Language) -> bool {
    let common: usize = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let is_ending =
        |rest: &str| language.primary() == "en" && matches!(rest, "" | "s" | "es" | "d" | "ed" | "ing" | "e");
    one == other || (common >= 4 && is_ending(&one[common..]) && is_ending(&other[common..]))
}
