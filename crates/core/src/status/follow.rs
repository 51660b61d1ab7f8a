//! Whether an edit of a target followed an edit of its source.

mod signs;
mod slip;

use std::cmp::Ordering;
use std::collections::HashSet;

use self::signs::{Difference, Signs, numbers};
use super::edit::{
    TokenKind, denials, knows_negations, may_deny, negations, signs_of_denial, token_kind, tokens, turned,
};
use super::glossary::{Asked, Glossary, words};
use super::revision::{are_one_sentence, likeness};
use super::{EditKind, Passage, edit_kind};
use crate::language::Language;

/// A source and its target, both edited.
pub(super) struct Edits<'a> {
    /// The source, older and newer.
    pub(super) source: (&'a Passage, &'a Passage),
    /// The target, older and newer.
    pub(super) target: (&'a Passage, &'a Passage),
    /// Of source and target.
    pub(super) languages: (&'a Language, &'a Language),
}

/// What is known beside the texts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Circumstances<'a> {
    /// Whether one commit edited both.
    pub(super) together: bool,
    /// How much the target's edits on the page go to what was stale, and not elsewhere; natural logarithm of odds.
    pub(super) aim: Option<f32>,
    /// What the page's other pairs teach of its words.
    pub(super) glossary: Option<&'a Glossary<'a>>,
    /// Whether the source was joined with a sentence that has a translation of its own.
    pub(super) joined: bool,
}

/// Whether the target's edit followed the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Following {
    /// It did.
    Followed,
    /// It did not.
    NotFollowed,
    /// The content does not tell.
    Undecided,
}

/// From here on the evidence decides; natural logarithm of odds.
const DECIDED: f32 = 0.7;
/// So many words more or fewer, and a clause came or went.
const CLAUSE: i32 = 2;
/// More alike, and a target was mended.
const MUCH_ALIKE: f32 = 0.6;
/// So little speaks for it then that it followed; natural logarithm of odds.
const MENDED: f32 = 4.0;
/// So much speaks against it that what only mends a slip followed anything.
const SLIP: f32 = 8.0;
/// So much speaks for it that both were worded anew; natural logarithm of odds.
const ANEW: f32 = 2.0;
/// So many words are a sentence; a short label may be worded anew for its own sake.
const SENTENCE: usize = 6;
/// So much speaks for it, or against it, that what both languages write alike came and went, or stayed.
const KEPT: f32 = 6.0;
/// Most shorter words say little.
const TELLING: usize = 4;
/// So much of their length apart, and two edits are in the same place.
const NEAR: f32 = 0.2;

impl Edits<'_> {
    /// Weighs the evidence.
    pub(super) fn verdict(&self, circumstances: &Circumstances<'_>) -> Following {
        let odds = self.odds(circumstances);
        // A number that was followed tells nothing of a word that was passed by.
        if odds > DECIDED && !self.follows_half(circumstances) {
            Following::Followed
        } else if odds < -DECIDED {
            Following::NotFollowed
        } else {
            Following::Undecided
        }
    }

    /// The odds that the target followed, as a natural logarithm. The weights were set by hand on generated histories.
    fn odds(&self, circumstances: &Circumstances<'_>) -> f32 {
        let source_kind = edit_kind(self.source.0, self.source.1, self.languages.0);
        let target_kind = edit_kind(self.target.0, self.target.1, self.languages.1);
        let (Some(source_kind), Some(target_kind)) = (source_kind, target_kind) else { return 0.0 };
        let mut odds = -0.5;
        if circumstances.together {
            odds += 2.5;
        }
        odds += circumstances.aim.unwrap_or_default();
        odds += kinds(source_kind, target_kind);
        if self.mends_a_letter() || self.mends_a_sign(source_kind) {
            odds -= SLIP;
        }
        if source_kind == EditKind::Punctuation && self.marks_alike() {
            odds += KEPT;
        }
        odds += self.tokens();
        if self.leaves_numbers_in_their_order() {
            odds -= KEPT;
        }
        odds += circumstances.glossary.map_or(0.0, |glossary| self.glossed(glossary, source_kind));
        odds += self.negations();
        if self.only_mends() {
            odds -= MENDED;
        }
        // Hardly anybody words a sentence anew in the very place where its source was, and for another reason.
        let is_anew =
            |(then, now): (&Passage, &Passage)| !are_one_sentence(then, now) && words(now.key()).len() >= SENTENCE;
        if is_anew(self.source) && is_anew(self.target) {
            odds += ANEW;
        }
        let (source, target) = (Shape::of(self.source.0, self.source.1), Shape::of(self.target.0, self.target.1));
        odds + growth(&source, &target) + place(&source, &target)
    }

    /// Whether the source says something else, and the target nearly what it said.
    fn only_mends(&self) -> bool {
        let (then, now) = self.target;
        !are_one_sentence(self.source.0, self.source.1) && likeness(then.key(), now.key()) >= MUCH_ALIKE
    }

    /// What both languages write alike: numbers, addresses, names.
    fn tokens(&self) -> f32 {
        let Difference { gained, lost } = Difference::of(self.source.0, self.source.1);
        let (old, new) = (Signs::of(self.target.0), Signs::of(self.target.1));
        let followed = gained.iter().filter(|sign| new.have(sign) && !old.have(sign)).count()
            + lost.iter().filter(|sign| old.have(sign) && !new.have(sign)).count();
        let kept = lost.iter().filter(|sign| new.have(sign)).count() + self.kept_names();
        match followed.cmp(&kept) {
            Ordering::Greater => KEPT,
            Ordering::Less => -KEPT,
            Ordering::Equal => 0.0,
        }
    }

    /// How many words the source has no more that stood in the target letter by letter, and still do.
    fn kept_names(&self) -> usize {
        let [then, now] = [self.source.0, self.source.1].map(|passage| words(passage.key()));
        let [before, after] = [self.target.0, self.target.1].map(|passage| words(passage.key()));
        let is_telling = |word: &&String| word.chars().count() >= TELLING && !word.contains(char::is_numeric);
        then.difference(&now).filter(is_telling).filter(|word| before.contains(*word) && after.contains(*word)).count()
    }

    /// Whether numbers of the source changed places, and none of the target's.
    fn leaves_numbers_in_their_order(&self) -> bool {
        let both = |(old, new): (&Passage, &Passage)| [numbers(old.text()), numbers(new.text())];
        let ([then, now], [before, after]) = (both(self.source), both(self.target));
        let sorted = |mut numbers: Vec<String>| {
            numbers.sort_unstable();
            numbers
        };
        // They may have changed places with what they count.
        let in_order = |passage: &Passage| -> Vec<String> {
            let words = crate::text::words(passage.key()).into_iter();
            words.filter(|word| !word.contains(char::is_numeric)).collect()
        };
        let by_themselves = || in_order(self.source.0) == in_order(self.source.1);
        then != now && !before.is_empty() && before == after && sorted(then) == sorted(now) && by_themselves()
    }

    /// What the page's other pairs teach to expect, and what is known of words beforehand.
    fn glossed(&self, glossary: &Glossary<'_>, kind: EditKind) -> f32 {
        // Who only adds words does not follow where one stands for another now, though a table may know one of his. A
        // number may be a word for something else: "second".
        let may_follow = kind != EditKind::Number && (Self::replaces(self.target) || !Self::replaces(self.source));
        let asked = if may_follow { Asked::Tables } else { Asked::Lexicon };
        let traces =
            |target: &Passage, asked| glossary.traces(self.source.0, self.source.1, &words(target.key()), asked);
        let (before, after) = (traces(self.target.0, asked), traces(self.target.1, asked));
        let followed = after.gained.saturating_sub(before.gained) + before.lost.saturating_sub(after.lost);
        // But a table may know what he kept.
        let kept = if may_follow { after.lost } else { traces(self.target.1, Asked::Tables).lost };
        match followed.cmp(&kept) {
            Ordering::Greater => 2.5,
            Ordering::Less => -2.0,
            Ordering::Equal => 0.0,
        }
    }

    /// Whether an edit took words and gave others.
    fn replaces((old, new): (&Passage, &Passage)) -> bool {
        let (old, new) = (words(old.key()), words(new.key()));
        !old.is_subset(&new) && !new.is_subset(&old)
    }

    fn negations(&self) -> f32 {
        let Some(Turns { denied, limited, followed, within }) = self.turns() else {
            return if self.shows_a_denial() { 4.0 } else { 0.0 };
        };
        if within && followed == 0 && self.replaces_in_place() {
            return -0.5;
        }
        match (denied, followed) {
            (0, 0) if limited == 0 => 0.0,
            (0, target) if target == limited => 2.0,
            // A clause that is added may say "in vain" for "ohne Erfolg"; "mit" that becomes "ohne" is turned round.
            (0, 0) if Shape::of(self.source.0, self.source.1).growth.abs() >= CLAUSE => -0.5,
            (0, 0) => -3.0,
            (0, _) => -1.0,
            (_, 0) => -3.0,
            (source, target) if source == target => 4.0,
            _ => -3.0,
        }
    }

    /// Whether the target changed in nothing but numbers, and plainly lacks what else changed in the source: it still has a
    /// number or a word of before, denies as it did, or is too short for a clause that came in. What another sentence was
    /// that the source was joined with, is not for this target to say.
    fn follows_half(&self, circumstances: &Circumstances<'_>) -> bool {
        if plain(self.target.0) != plain(self.target.1) {
            return false;
        }
        let keeps_a_word = || {
            let traces = |glossary: &Glossary<'_>| {
                glossary.traces(self.source.0, self.source.1, &words(self.target.1.key()), Asked::Tables)
            };
            self.kept_names() > 0 || circumstances.glossary.is_some_and(|glossary| traces(glossary).lost > 0)
        };
        let denies_as_before =
            || self.turns().is_some_and(|turns| turns.followed == 0 && (turns.denied, turns.limited) != (0, 0));
        let lacks_a_clause = || Shape::of(self.source.0, self.source.1).growth > CLAUSE;
        self.keeps_a_number() || !circumstances.joined && (keeps_a_word() || denies_as_before() || lacks_a_clause())
    }

    /// Whether the target still has a number that its source has no more.
    fn keeps_a_number(&self) -> bool {
        let signs = Signs::of(self.target.1);
        let lost = Difference::of(self.source.0, self.source.1).lost;
        lost.iter().any(|sign| sign.starts_with('#') && signs.have(sign))
    }

    /// Whether the source came to deny something, or no more, and the target seems to have done so, too.
    fn shows_a_denial(&self) -> bool {
        let signs = |passage: &Passage| signs_of_denial(passage.text(), self.languages.1);
        let denials = |passage: &Passage| count(denials, passage.text(), self.languages.0);
        let (Some(then), Some(now)) = (signs(self.target.0), signs(self.target.1)) else { return false };
        let source = denials(self.source.1).cmp(&denials(self.source.0));
        // In a word or two: who rewrites a sentence may write anything.
        let is_little = Shape::of(self.target.0, self.target.1).growth.abs() <= CLAUSE;
        is_little && source != Ordering::Equal && source == now.cmp(&then)
    }

    /// What both edits did to negations, where those of the target's language are known.
    fn turns(&self) -> Option<Turns> {
        if !knows_negations(self.languages.1) {
            return None;
        }
        let both = |(old, new): (&Passage, &Passage)| [owned(old.text()), owned(new.text())];
        let (source, target) = (both(self.source), both(self.target));
        let change = |of: Finder, [old, new]: &[Vec<String>; 2], language| {
            of(new, language).len().cmp(&of(old, language).len()) as i32
        };
        // Where as many words negate as before, one may have come to negate within itself.
        let or_turn = |change: i32, [old, new]: &[Vec<String>; 2], language| match change {
            0 => turned(old, new, language),
            more_or_less => more_or_less,
        };
        let by_word = change(denials, &source, self.languages.0);
        let denied = or_turn(by_word, &source, self.languages.0);
        let limited = or_turn(change(negations, &source, self.languages.0), &source, self.languages.0);
        let followed = or_turn(change(negations, &target, self.languages.1), &target, self.languages.1);
        // "Ungefährlich" is "harmless" as well as "not dangerous".
        let within = by_word == 0 && denied != 0;
        Some(Turns { denied, limited, followed, within })
    }

    /// Whether the target has other words about where the source has others.
    fn replaces_in_place(&self) -> bool {
        let (source, target) = (Shape::of(self.source.0, self.source.1), Shape::of(self.target.0, self.target.1));
        Self::replaces(self.target) && (source.centre - target.centre).abs() < NEAR
    }
}

fn kinds(source: EditKind, target: EditKind) -> f32 {
    match (source.is_minor(), target.is_minor()) {
        (false, true) => -SLIP,
        (true, true) if source == target => 3.0,
        (true, true) => -1.5,
        (true, false) => -1.5,
        (false, false) if source == target => 0.3,
        (false, false) if target == EditKind::Number => -2.0,
        (false, false) => 0.0,
    }
}

/// What an edit of a source and one of its target did to negations: one more (1), one less (-1) or neither.
struct Turns {
    /// In the source, of those that deny outright.
    denied: i32,
    /// In the source, of those that limit as well.
    limited: i32,
    /// In the target.
    followed: i32,
    /// Whether the source denies within a word.
    within: bool,
}

/// How many words an edit took and gave, and where.
struct Shape {
    growth: i32,
    centre: f32,
}

impl Shape {
    fn of(old: &Passage, new: &Passage) -> Self {
        let (old, new) = (crate::text::words(old.text()), crate::text::words(new.text()));
        let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let shorter = old.len().min(new.len());
        let back = old.iter().rev().zip(new.iter().rev()).take(shorter - front).take_while(|(a, b)| a == b).count();
        let middle = |length: usize| (front + (length - back)) as f32 / 2.0 / length.max(1) as f32;
        let growth = i32::try_from(new.len()).unwrap_or(i32::MAX) - i32::try_from(old.len()).unwrap_or(i32::MAX);
        Self { growth, centre: (middle(old.len()) + middle(new.len())) / 2.0 }
    }
}

fn growth(source: &Shape, target: &Shape) -> f32 {
    if source.growth.abs() >= 2 {
        match target.growth.signum() {
            0 => -1.5,
            sign if sign == source.growth.signum() => 1.5,
            _ => -2.0,
        }
    } else if target.growth.abs() >= 4 {
        -1.0
    } else {
        0.0
    }
}

fn place(source: &Shape, target: &Shape) -> f32 {
    let apart = (source.centre - target.centre).abs();
    if apart < NEAR {
        0.7
    } else if apart > 0.5 {
        -1.2
    } else {
        0.0
    }
}

/// How much a target looks as if it were made from `older` and not from `newer`; natural logarithm of odds.
pub(super) fn leaning(
    older: &Passage,
    newer: &Passage,
    target: &Passage,
    languages: (&Language, &Language),
    glossary: &Glossary<'_>,
) -> f32 {
    if edit_kind(older, newer, languages.0).is_none() {
        return 0.0;
    }
    let Difference { gained, lost } = Difference::of(older, newer);
    let signs = Signs::of(target);
    let has = |tokens: &[String]| tokens.iter().any(|token| signs.have(token));
    let mut odds = match (has(&gained), has(&lost)) {
        (true, false) => -4.0,
        (false, true) => 4.0,
        // A number that is gained is nearly always written.
        (false, false) if gained.iter().any(|sign| sign.starts_with('#')) => 1.0,
        _ => 0.0,
    };
    let (then, now) = (count(denials, older.text(), languages.0), count(denials, newer.text(), languages.0));
    if (then == 0) != (now == 0)
        && let Some(denied) = denies(target, languages.1)
    {
        odds += if denied == (then > 0) { 2.5 } else { -2.5 };
    }
    let traces = glossary.traces(older, newer, &words(target.key()), Asked::Lexicon);
    let by_word = 1.2 * (traces.gained_absent + traces.lost) as f32 - 1.5 * (traces.gained + traces.lost_absent) as f32;
    odds += by_word.clamp(-3.0, 3.0);
    if let Some(ratio) = glossary.ratio() {
        let length = |passage: &Passage| passage.key().chars().count().max(1) as f32;
        let distance = |source: &Passage| (length(target) / (ratio * length(source))).ln().powi(2);
        odds += ((distance(newer) - distance(older)) / 0.12).clamp(-2.0, 2.0);
    }
    odds
}

/// The words of a text that are no numbers.
fn plain(passage: &Passage) -> HashSet<String> {
    words(passage.key()).into_iter().filter(|word| !word.contains(char::is_numeric)).collect()
}

/// By what a target says already what its source says now: by all that is new in signs and nothing that is gone, where no
/// word was changed beside. `None` where it does not.
pub(super) fn says_already(older: &Passage, newer: &Passage, target: &Passage) -> Option<Saying> {
    let Difference { gained, lost } = Difference::of(older, newer);
    let signs = Signs::of(target);
    if gained.is_empty() || lost.iter().any(|sign| signs.have(sign)) {
        return None;
    }
    let (then, now) = (plain(older), plain(newer));
    let beside = then.symmetric_difference(&now).count();
    let is_counted = |sign: &&String| sign.starts_with(['#', '@']);
    let (counted, names): (Vec<&String>, Vec<&String>) = gained.iter().partition(is_counted);
    let says = |new: &[&String]| !new.is_empty() && new.iter().all(|sign| signs.have(sign));
    if says(&counted) && beside == 0 {
        return Some(Saying::Amounts);
    }
    // A name for a name, letter by letter: what sounds alike may be another word.
    let only_names = counted.is_empty() && lost.len() == names.len() && !lost.iter().any(|sign| is_counted(&sign));
    let there = plain(target);
    let is_written = now.difference(&then).all(|word| there.contains(word))
        && then.difference(&now).all(|word| !there.contains(word));
    (says(&names) && only_names && is_written && beside == lost.len() + names.len()).then_some(Saying::Names)
}

/// By what a target says already what its source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saying {
    /// Numbers or addresses.
    Amounts,
    /// Names in place of others.
    Names,
}

/// Whether `target` was plainly made from `older` and not from `newer`: it says what only the older wording says, and
/// nothing that only the newer one does.
pub(super) fn made_from_older(
    older: &Passage,
    newer: &Passage,
    target: &Passage,
    languages: (&Language, &Language),
) -> bool {
    let Difference { gained, lost } = Difference::of(older, newer);
    let signs = Signs::of(target);
    let has = |tokens: &[String]| tokens.iter().any(|token| signs.have(token));
    if has(&gained) {
        return false;
    }
    let negated = (count(denials, older.text(), languages.0), count(denials, newer.text(), languages.0));
    has(&lost) || negated.0 == 0 && negated.1 > 0 && denies(target, languages.1) == Some(false)
}

/// Whether `target` carries numbers that its source lacks while it lacks numbers that the source has.
pub(super) fn numbers_disagree(source: &str, target: &str) -> bool {
    let (source, target) = (numbers(source), numbers(target));
    let lacks = |these: &[String], those: &[String]| these.iter().any(|number| !those.contains(number));
    !source.is_empty() && source.len() == target.len() && lacks(&source, &target) && lacks(&target, &source)
}

/// What finds words of a kind, each in one form.
type Finder = fn(&[String], &Language) -> Vec<&'static str>;

fn count(of: Finder, text: &str, language: &Language) -> usize {
    of(&owned(text), language).len()
}

/// Whether a translation negates anything; `None` where that cannot be told.
fn denies(target: &Passage, language: &Language) -> Option<bool> {
    let words = owned(target.text());
    let denied = !negations(&words, language).is_empty();
    (knows_negations(language) && (denied || !may_deny(&words, language))).then_some(denied)
}

fn owned(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(str::to_owned).collect()
}
