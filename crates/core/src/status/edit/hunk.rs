//! The stretches in which two wordings differ, and the strongest kind of change in them.

use std::ops::Range;

use similar::{Algorithm, DiffOp};

use super::EditKind;
use super::amount::{amount, figures, has_sign, month, unit};
use super::negation::{is_negated, negations, spelled_out};
use super::respelling::{is_misspelt_negation, is_respelling, is_swap_or_double};
use super::token::{TokenKind, token_kind, tokens};
use crate::language::Language;
use crate::status::difference::difference;
use crate::text::{Fold, fold};

/// The strongest kind of change in a text; `None` where only white space differs.
pub(super) fn text_edit(old: &str, new: &str, language: &Language) -> Option<EditKind> {
    let (old, new) = (visible(old), visible(new));
    let strongest = hunks(&old, &new).iter().map(|(old, new)| hunk_kind(old, new, language)).max()?;
    let same = |of: fn(&Side<'_>, &Language) -> Vec<String>| {
        let sorted = |tokens: &[String]| {
            let mut list = of(&Side { tokens, range: 0..tokens.len() }, language);
            list.sort_unstable();
            list
        };
        sorted(&old) == sorted(&new)
    };
    // The same words in another order.
    let only_moved = match strongest {
        EditKind::Negation => {
            same(|side, language| negations(side.own(), language).into_iter().map(str::to_owned).collect())
                && same(|side, language| side.quantities(language))
                && words_only(&old) == words_only(&new)
        }
        EditKind::Number => same(|side, language| side.quantities(language)),
        _ => false,
    };
    Some(if only_moved { EditKind::Wording } else { strongest })
}

/// Whether an edit gave or took somebody's or some place's name, as far as its surroundings tell.
pub(in crate::status) fn renames(old: &str, new: &str, language: &Language) -> bool {
    let (old, new) = (visible(old), visible(new));
    let has_name = |side: &Side<'_>, other: &[String]| {
        let is_new = |word: &Word| !other.iter().any(|other| other.to_lowercase() == word.text.to_lowercase());
        side.words_but_signs().iter().any(|word| side.is_name(word, language) && is_new(word))
    };
    hunks(&old, &new).iter().any(|(before, after)| has_name(before, &new) || has_name(after, &old))
}

/// Where two texts differ: both sides of every stretch.
fn hunks<'a>(old: &'a [String], new: &'a [String]) -> Vec<(Side<'a>, Side<'a>)> {
    let differing = difference(Algorithm::Myers, old, new).into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    differing
        .map(|op| (Side { tokens: old, range: op.old_range() }, Side { tokens: new, range: op.new_range() }))
        .collect()
}

/// The words of a text, sorted.
fn words_only(tokens: &[String]) -> Vec<String> {
    let words = tokens.iter().filter(|token| token_kind(token) == TokenKind::Word);
    let mut words: Vec<String> = words.map(|word| word.to_lowercase()).collect();
    words.sort_unstable();
    words
}

/// Tokens but for white space; a number and the letters behind it are two.
fn visible(text: &str) -> Vec<String> {
    let text = fold(text, Fold::Space);
    let mut out = Vec::new();
    for token in tokens(&text).into_iter().filter(|token| !token.trim().is_empty()) {
        let split = match token_kind(token) {
            TokenKind::Number => token.find(char::is_alphabetic).filter(|at| *at > 0),
            _ => None,
        };
        let (number, letters) = token.split_at(split.unwrap_or(token.len()));
        out.push(number.to_owned());
        out.extend(Some(letters.to_owned()).filter(|letters| !letters.is_empty()));
    }
    out
}

/// One side of a hunk, in its text.
struct Side<'a> {
    tokens: &'a [String],
    range: Range<usize>,
}

/// A word, and where it stands among the tokens.
struct Word {
    text: String,
    at: usize,
}

impl Side<'_> {
    fn own(&self) -> &[String] {
        &self.tokens[self.range.clone()]
    }

    fn of_kind(&self, kind: TokenKind) -> impl Iterator<Item = (usize, &String)> {
        self.range.clone().zip(self.own()).filter(move |(_, token)| token_kind(token) == kind)
    }

    /// Numbers, in digits or words, and months.
    fn quantities(&self, language: &Language) -> Vec<String> {
        self.quantities_but(&[], language)
    }

    /// The same without the words at some places.
    fn quantities_but(&self, slips: &[usize], language: &Language) -> Vec<String> {
        let mut found = Vec::new();
        for (at, token) in self.range.clone().zip(self.own()).filter(|(at, _)| !slips.contains(at)) {
            match token_kind(token) {
                TokenKind::Number => found.extend(figures(token, language)),
                TokenKind::Word => found.extend(amount(token, language)),
                _ => {}
            }
            found.extend(self.unit(at).map(str::to_owned));
        }
        found
    }

    /// Whether "one" stands here for an article there, and all other numbers are the same.
    fn is_one_for_a(&self, other: &Self, language: &Language) -> bool {
        let has = |side: &Self, words: &[&str]| {
            language.primary() == "en" && side.own().iter().any(|token| words.contains(&&*token.to_lowercase()))
        };
        let without_one = |mut quantities: Vec<String>| {
            quantities.iter().position(|quantity| quantity == "1").map(|at| quantities.remove(at))?;
            Some(quantities)
        };
        has(self, &["one"])
            && has(other, &["a", "an"])
            && without_one(self.quantities(language)).is_some_and(|rest| rest == other.quantities(language))
    }

    /// The unit that stands at a place. The letters of an abbreviation are none: "5 g" is, "e.g." is not.
    fn unit(&self, at: usize) -> Option<&'static str> {
        let is_letter = |token: &str| token.chars().count() == 1 && token.chars().all(char::is_alphabetic);
        let stands = |at: Option<usize>, what: &dyn Fn(&str) -> bool| {
            at.and_then(|at| self.tokens.get(at)).is_some_and(|token| what(token))
        };
        let abbreviates = |point: Option<usize>, letter: Option<usize>| {
            stands(point, &|token| token == ".") && stands(letter, &is_letter)
        };
        let token = self.tokens.get(at)?;
        let counted = stands(at.checked_sub(1), &|token| token_kind(token) == TokenKind::Number);
        let is_of_abbreviation = is_letter(token)
            && !counted
            && (abbreviates(at.checked_sub(1), at.checked_sub(2)) || abbreviates(Some(at + 1), Some(at + 2)));
        // "Am" is no hour in German.
        let is_hour = counted || !matches!(&*token.to_lowercase(), "am" | "pm");
        unit(token).filter(|_| !is_of_abbreviation && is_hour)
    }

    /// Words, their apostrophes and hyphens in one form.
    fn words(&self) -> Vec<Word> {
        self.of_kind(TokenKind::Word).map(|(at, token)| Word { text: fold(token, Fold::Typography), at }).collect()
    }

    /// The same but for units that may be written as a sign.
    fn words_but_signs(&self) -> Vec<Word> {
        let mut words = self.words();
        words.retain(|word| !self.unit(word.at).is_some_and(has_sign));
        words
    }

    /// Whether a word is somebody's or some place's name, as far as its surroundings tell.
    fn is_name(&self, word: &Word, language: &Language) -> bool {
        const TITLES: &str = "frau herr herrn dr prof mr mrs ms miss sir st familie firma г-н г-жа";
        /// Letters: hardly a first name has so many.
        const LONG_NOUN: usize = 10;
        const POSSESSIVES: &str = "Ihr Ihre Ihrem Ihren Ihrer Ihres";
        let is_capital = |token: &str| token.chars().next().is_some_and(char::is_uppercase);
        if !is_capital(&word.text) {
            return false;
        }
        let back = |steps: usize| word.at.checked_sub(steps).and_then(|at| self.tokens.get(at)).map(String::as_str);
        let is_title = |token: &str| TITLES.split(' ').any(|title| token.to_lowercase() == title);
        let Some(before) = back(1) else { return false };
        if is_title(before) || (before == "." && back(2).is_some_and(is_title)) {
            return true;
        }
        if token_kind(before) != TokenKind::Word {
            return false;
        }
        match language.primary() {
            // Every noun is capitalised: of two in a row, the second is mostly a name. "Ihre" is no noun, but before a short
            // word, or before two, that may be a name all the same.
            "de" | "lb" => {
                let is_polite = POSSESSIVES.split(' ').any(|word| word == before);
                let next = self.tokens.get(word.at + 1).filter(|token| token_kind(token) == TokenKind::Word);
                let is_noun = word.text.chars().count() >= LONG_NOUN && !next.is_some_and(|token| is_capital(token));
                is_capital(before)
                    && !(is_polite && is_noun)
                    && back(2).is_some_and(|token| token_kind(token) == TokenKind::Word)
            }
            // But for a title in which every word is.
            _ => {
                let words = || self.tokens.iter().filter(|token| token_kind(token) == TokenKind::Word);
                words().count() < 4 || words().any(|word| !is_capital(word) && word.chars().count() >= 4)
            }
        }
    }
}

/// Whether the quantities of two sides differ only in that one side misspells a word for one: "Oktboer" is no month, and is
/// "Oktober" all the same. Of other words than the long names of months only those with letters swapped or doubled are
/// slips, since any other makes another word too easily: "erster", "ernster"; "Wochen", "Wachen".
fn differ_by_slips(old: &Side<'_>, new: &Side<'_>, language: &Language) -> bool {
    const LONG: usize = 6;
    let (old_words, new_words) = (old.words(), new.words());
    let counts = |side: &Side<'_>, word: &Word| amount(&word.text, language).is_some() || side.unit(word.at).is_some();
    let is_long_month = |word: &Word| word.text.chars().count() >= LONG && month(&word.text, language).is_some();
    let is_slip = |(old_word, new_word): &(&Word, &Word)| {
        let only_one_counts = counts(old, old_word) != counts(new, new_word);
        let is_month = is_long_month(old_word) || is_long_month(new_word);
        only_one_counts
            && (is_swap_or_double(&old_word.text, &new_word.text, language)
                || is_month && is_respelling(&old_word.text, &new_word.text, false, language))
    };
    let slips = old_words.iter().zip(&new_words).filter(is_slip).map(|(old, new)| (old.at, new.at));
    let (here, there): (Vec<usize>, Vec<usize>) = slips.unzip();
    old_words.len() == new_words.len() && old.quantities_but(&here, language) == new.quantities_but(&there, language)
}

/// Whether the negations of two sides differ only in that one side misspells one.
fn misspells_negations(old: &Side<'_>, new: &Side<'_>, language: &Language) -> bool {
    let (old_words, new_words) = (old.words(), new.words());
    let is_slip = |(old, new): &(&Word, &Word)| is_misspelt_negation(&old.text, &new.text, language);
    let others = old_words.iter().zip(&new_words).filter(|pair| !is_slip(pair));
    let (old, new): (Vec<String>, Vec<String>) = others.map(|(old, new)| (old.text.clone(), new.text.clone())).unzip();
    old_words.len() == new_words.len() && negations(&old, language) == negations(&new, language)
}

fn hunk_kind(old: &Side<'_>, new: &Side<'_>, language: &Language) -> EditKind {
    let differs = old.quantities(language) != new.quantities(language);
    let by_slips = differs && differ_by_slips(old, new, language);
    let words = |side: &Side<'_>| if by_slips { side.words() } else { side.words_but_signs() };
    let (old_words, new_words) = (words(old), words(new));
    let texts = |words: &[Word]| words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    let (old_texts, new_texts) = (texts(&old_words), texts(&new_words));
    if negations(old.own(), language) != negations(new.own(), language) && !misspells_negations(old, new, language) {
        return EditKind::Negation;
    }
    if old_texts.iter().any(|old| new_texts.iter().any(|new| is_negated(old, new, language))) {
        return EditKind::Negation;
    }
    if differs && !by_slips && !old.is_one_for_a(new, language) && !new.is_one_for_a(old, language) {
        return EditKind::Number;
    }
    if old_texts == new_texts {
        let links = |side: &Side<'_>| side.of_kind(TokenKind::Link).map(|(_, link)| link.clone()).collect::<Vec<_>>();
        return if links(old) == links(new) { EditKind::Punctuation } else { EditKind::Link };
    }
    // Where one is a month, the other is that month misspelt.
    let is_month = |word: &Word| month(&word.text, language).is_some();
    let is_same = |(old_word, new_word): (&Word, &Word)| {
        let no_name = by_slips && (is_month(old_word) || is_month(new_word));
        let is_name = |side: &Side<'_>, word: &Word| !no_name && side.is_name(word, language);
        old_word.text == new_word.text
            || is_misspelt_negation(&old_word.text, &new_word.text, language)
            || is_respelling(&old_word.text, &new_word.text, is_name(old, old_word) || is_name(new, new_word), language)
    };
    if old_words.len() == new_words.len() && old_words.iter().zip(&new_words).all(is_same) {
        return EditKind::Spelling;
    }
    let glued =
        |words: &[String]| words.iter().map(|word| fold(word, Fold::Words)).collect::<String>().replace(' ', "");
    if glued(&old_texts) == glued(&new_texts) || spelled_out(&old_texts, language) == spelled_out(&new_texts, language)
    {
        return EditKind::Spelling;
    }
    EditKind::Wording
}
