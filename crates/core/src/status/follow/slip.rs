//! Slips that are mended in a target, and marks: what follows nothing, and what little follows.

use std::collections::HashMap;

use super::{EditKind, Edits, Passage, words};
use crate::text::unspaced;

impl Edits<'_> {
    /// Whether the target has one word less and one more that is that but for a letter, in a language in which no edit counts
    /// as a slip because every letter of a root tells words apart: in a long word, it is one all the same.
    pub(super) fn mends_a_letter(&self) -> bool {
        const LONG: usize = 6;
        if !matches!(self.languages.1.primary(), "ar" | "he") {
            return false;
        }
        let (then, now) = (words(self.target.0.key()), words(self.target.1.key()));
        let (lost, gained) = (then.difference(&now).collect::<Vec<_>>(), now.difference(&then).collect::<Vec<_>>());
        let ([lost], [gained]) = (&*lost, &*gained) else { return false };
        let is_long = lost.chars().count().min(gained.chars().count()) >= LONG;
        // Grammar may be a letter, at the end of a word or by two that change places, where it follows one of the source.
        let words_changed = |(then, now): (&Passage, &Passage)| {
            let (then, now) = (words(then.key()), words(now.key()));
            (then.difference(&now).count(), now.difference(&then).count())
        };
        let is_grammar = words_changed(self.source) == (1, 1);
        let is_ending = lost.starts_with(gained.as_str()) || gained.starts_with(lost.as_str());
        is_long && !is_grammar && !is_ending && strsim::osa_distance(lost, gained) == 1
    }

    /// The same in a script without blanks, where a sign that was left out or two that changed places are a slip, unless the
    /// source has one word more or one less, too: that may be the sign.
    pub(super) fn mends_a_sign(&self, kind: EditKind) -> bool {
        let (then, now) = (self.target.0.key(), self.target.1.key());
        let signs: Vec<char> = added(then, now).chain(added(now, then)).collect();
        let is_slip = match signs.as_slice() {
            [] => then != now,
            [_] => true,
            _ => false,
        };
        if !is_slip || !then.contains(|c| unspaced(c).is_some()) || strsim::osa_distance(then, now) != 1 {
            return false;
        }
        let (old, new) = (words(self.source.0.key()), words(self.source.1.key()));
        let may_be_the_sign = old.difference(&new).count() + new.difference(&old).count() == 1;
        match kind == EditKind::Negation {
            true => !self.shows_a_denial(),
            false => !may_be_the_sign && signs.iter().all(|sign| sign.is_alphabetic()),
        }
    }

    /// Whether the target has the marks that came in the source, whatever else was mended there.
    pub(super) fn marks_alike(&self) -> bool {
        let come = |(then, now): (&Passage, &Passage)| -> Vec<char> {
            let marks = added(then.text(), now.text()).filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
            marks.map(plain_mark).collect()
        };
        let (source, target) = (come(self.source), come(self.target));
        !source.is_empty() && source.iter().all(|mark| target.contains(mark))
    }
}

/// A mark of any script as Latin has it.
fn plain_mark(mark: char) -> char {
    match mark {
        '！' => '!',
        '？' | '؟' => '?',
        '。' | '．' | '۔' => '.',
        '，' | '、' | '،' => ',',
        '；' | '؛' => ';',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        mark => mark,
    }
}

/// The signs that a text has more of than another one.
fn added<'t>(other: &str, text: &'t str) -> impl Iterator<Item = char> + use<'t> {
    let mut left: HashMap<char, usize> = HashMap::new();
    for sign in other.chars() {
        *left.entry(sign).or_default() += 1;
    }
    let is_more = move |sign: &char| match left.get_mut(sign).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => true,
    };
    text.chars().filter(is_more)
}
