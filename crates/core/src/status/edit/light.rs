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
         then just you your we our us if when",
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
    let little = LITTLE.iter().find(|(code, _)| *code == language.primary()).map_or("", |(_, words)| *words);
    let (old, new) = (bearing(old, little), bearing(new, little));
    if negations(&old, language) != negations(&new, language) {
        return false;
    }
    old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| is_form_of(old, new, language))
}

/// Little words of which a translation takes no notice where one was missing, or one too many.
const ARTICLES: &[(&str, &str)] =
    &[("en", "a an the it is are be been being that this these those there of to also so")];

/// Little words that stand for each other.
const FORMS: &[(&str, &[&[&str]])] = &[
    ("en", &[&["may", "might"], &["can", "could"], &["has", "have"], &["do", "does"], &["was", "were"]]),
    (
        "de",
        &[
            &["der", "die", "das", "den", "dem", "des"],
            &["ein", "eine", "einen", "einem", "einer", "eines"],
            &["ist", "sind"],
            &["war", "waren"],
            &["hat", "haben"],
        ],
    ),
];

/// Fewer words than these, and an ending may be all that they say.
const LONG: usize = 8;

/// Whether an edit mends a slip of grammar, and the translation has nothing to follow: an article that was missing, a
/// word too many, in a long sentence an ending. "It is customized version" becomes "It is a customized version".
pub(super) fn is_slip(old: &str, new: &str, language: &Language) -> bool {
    let primary = language.primary();
    let articles = ARTICLES.iter().find(|(code, _)| *code == primary).map_or("", |(_, words)| *words);
    let forms = FORMS.iter().find(|(code, _)| *code == primary).map_or(&[] as &[_], |(_, forms)| *forms);
    let form = |word: &String| forms.iter().find(|forms| forms.contains(&word.as_str())).map(|forms| forms[0]);
    let (old, new) = (bearing(old, articles), bearing(new, articles));
    let is_same = |(old, new): (&String, &String)| {
        old == new || form(old).is_some() && form(old) == form(new) || old.len() >= 4 && is_form_of(old, new, language)
    };
    let exact = old.iter().zip(&new).filter(|(old, new)| old == new).count();
    let endings = old.iter().zip(&new).filter(|(old, new)| old != new && form(old).is_none()).count();
    // Of "few" and "a few" a translator must hear.
    let counts = |words: &[String]| words.iter().any(|word| matches!(word.as_str(), "few" | "little" | "bit"));
    !old.is_empty()
        && old.len() == new.len()
        && old.iter().zip(&new).all(is_same)
        && (endings == 0 || endings == 1 && exact >= LONG)
        && negations(&old, language) == negations(&new, language)
        && !counts(&old)
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
