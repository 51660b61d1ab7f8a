//! Where a sentence was parted, or several were joined: what they said before, in the cut of today.

use std::ops::Range;

use similar::{Algorithm, DiffOp};

use crate::text::{Fold, fold, is_invisible};

use super::Passage;
use super::difference::difference;
use super::edit::{TokenKind, token_kind, tokens};
use super::passage::joined;

/// "And", by itself: all that may come or go where sentences are joined or parted, and nothing is said otherwise.
const AND: &str = "und and et и а و og och";

/// What says nothing at a seam. A question mark does, as "%" and "€" do.
const MARKS: &str = ".,;:!…–—-()[]\"'‘’‚“”„«»‹›،؛。，；：、「」『』";

/// The parts of `base` that became `news`, in order; what a cut alone changes (a comma that became a full stop, a capital,
/// an "and" that went) they have as the newer ones do. `None` where it is not plain how it was cut.
pub(super) fn cut(base: &Passage, news: &[&Passage]) -> Option<Vec<Passage>> {
    let whole = Words::of(base);
    let pieces: Vec<Words<'_>> = news.iter().copied().map(Words::of).collect();
    let seams = seams(&whole, &pieces)?;
    // Links and the like that changed as well are seen in the whole.
    let now: Vec<&str> =
        news.iter().filter_map(|passage| passage.markup()).filter(|markup| !markup.is_empty()).collect();
    if base.markup().is_some_and(|markup| fold(markup, Fold::Space) != fold(&now.join(" "), Fold::Space)) {
        return None;
    }
    let mut text = String::new();
    let mut from = 0;
    let mut parts = Vec::with_capacity(news.len());
    for (at, piece) in pieces.iter().enumerate() {
        match seams.get(at) {
            Some(seam) => {
                text.push_str(whole.text.get(from..whole.end(seam.last)?)?);
                text.push_str(piece.tail()?);
                from = whole.end(seam.next)?;
            }
            None => text.push_str(whole.text.get(from..)?),
        }
        parts.push(like(news[at], text.trim()));
        text = pieces.get(at + 1).and_then(Words::head).unwrap_or_default().to_owned();
    }
    Some(parts)
}

/// What `bases` said, in order, joined as `now` is, which they became; by blanks where it is not plain how.
pub(super) fn join(bases: &[&Passage], now: &Passage) -> Passage {
    let stitched = || {
        let whole = Words::of(now);
        let pieces: Vec<Words<'_>> = bases.iter().copied().map(Words::of).collect();
        let seams = seams(&whole, &pieces)?;
        let mut text = String::new();
        let mut from = 0;
        for (at, piece) in pieces.iter().enumerate() {
            let Some(seam) = seams.get(at) else {
                text.push_str(piece.text.get(from..)?);
                break;
            };
            text.push_str(piece.text.get(from..piece.ranges.last()?.end)?);
            text.push_str(whole.text.get(whole.end(seam.last)?..whole.end(seam.next)?)?);
            from = pieces.get(at + 1)?.end(0)?;
        }
        Some(like(now, text.trim()))
    };
    stitched().unwrap_or_else(|| joined(bases.iter().copied()))
}

/// Whether `whole` is `part`, word for word, joined with one other clause, so that `part` says nothing beside it. What it
/// says is hard to tell from a clause that came in ("… und Person", "nur bis Mai: …"), so that this is strict.
pub(super) fn is_half_of(part: &Passage, whole: &Passage) -> bool {
    /// Fewer words stand in many a sentence by chance, or are no sentence.
    const TELLING: usize = 4;
    const SENTENCE: usize = 3;
    let (part, whole) = (Words::of(part), Words::of(whole));
    let (length, all) = (part.folded.len(), whole.folded.len());
    if length < TELLING || all < length + SENTENCE {
        return false;
    }
    let is_and = |word: usize| AND.split(' ').any(|and| whole.folded[word] == and);
    let first = || {
        let rest = if is_and(length) { length + 1 } else { length };
        whole.folded.starts_with(&part.folded).then_some((length - 1, rest, rest..all))
    };
    let second = || {
        let start = all - length;
        let rest = if is_and(start - 1) { start - 1 } else { start };
        whole.folded.ends_with(&part.folded).then(|| (rest.saturating_sub(1), start, 0..rest))
    };
    [first(), second()].into_iter().flatten().any(|(last, next, rest)| {
        let between = |word: usize| &whole.text[whole.ranges[word].end..whole.ranges[word + 1].start];
        let mut inside = (last..next).map(between);
        let is_seam = inside.all(is_mark) && (next > last + 1 || between(last).contains(|c| MARKS.contains(c)));
        let is_one_clause = (rest.start..rest.end - 1).all(|word| between(word).chars().all(|c| !CLAUSES.contains(c)));
        is_seam && rest.len() >= SENTENCE && is_one_clause
    })
}

/// What parts clauses.
const CLAUSES: &str = ".,;:!?…–—،؛؟。，；：、";

/// `passage`, if that is what it says, with its markup.
fn like(passage: &Passage, text: &str) -> Passage {
    let new = Passage::new(text);
    if new.same_text(passage) { passage.clone() } else { new }
}

/// Between two pieces: the words of the whole before and after, by number.
struct Seam {
    last: usize,
    next: usize,
}

/// Where the pieces meet in the whole: the words beside a seam are the same, but for an "and".
fn seams(whole: &Words<'_>, pieces: &[Words<'_>]) -> Option<Vec<Seam>> {
    let words: Vec<&String> = pieces.iter().flat_map(|piece| &piece.folded).collect();
    let places = places(&whole.folded.iter().collect::<Vec<_>>(), &words);
    let mut seams = Vec::with_capacity(pieces.len());
    let mut start = 0;
    for (at, piece) in pieces.iter().enumerate() {
        let end = start + piece.folded.len();
        // Of every piece, half the words and more are in the whole.
        let own = places[start..end].iter().flatten().count();
        if own * 2 < piece.folded.len() || piece.folded.is_empty() {
            return None;
        }
        if at + 1 < pieces.len() {
            let seam = Seam { last: places[end - 1]?, next: (*places.get(end)?)? };
            let between = whole.folded.get(seam.last + 1..seam.next)?;
            if between.len() > 1 || between.iter().any(|word| !AND.split(' ').any(|and| and == word)) {
                return None;
            }
            let following = pieces.get(at + 1)?;
            let before_it = following.text.get(..following.ranges.first()?.start)?;
            let inside = (seam.last + 1..seam.next + 1).map(|word| {
                let start = whole.end(word.checked_sub(1)?)?;
                whole.text.get(start..whole.ranges.get(word)?.start)
            });
            if !is_mark(piece.tail()?)
                || !is_mark(before_it)
                || !inside.into_iter().all(|text| text.is_some_and(is_mark))
            {
                return None;
            }
            seams.push(seam);
        }
        start = end;
    }
    Some(seams)
}

/// Whether nothing is said there.
fn is_mark(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c) || MARKS.contains(c))
}

/// Where each word of `new` stands in `old`, in order; none where it does not.
fn places(old: &[&String], new: &[&String]) -> Vec<Option<usize>> {
    let mut places = vec![None; new.len()];
    for op in difference(Algorithm::Myers, old, new) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|step| places[new_index + step] = Some(old_index + step));
        }
    }
    places
}

/// The words and numbers of a text, in lower case, and where they stand.
struct Words<'a> {
    text: &'a str,
    folded: Vec<String>,
    ranges: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    fn of(passage: &'a Passage) -> Self {
        let text = passage.text();
        let (mut folded, mut ranges) = (Vec::new(), Vec::new());
        let mut at = 0;
        for token in tokens(text) {
            if !matches!(token_kind(token), TokenKind::Blank | TokenKind::Punctuation) {
                folded.push(token.to_lowercase());
                ranges.push(at..at + token.len());
            }
            at += token.len();
        }
        Self { text, folded, ranges }
    }

    fn end(&self, word: usize) -> Option<usize> {
        self.ranges.get(word).map(|range| range.end)
    }

    /// Up to the first word, with it.
    fn head(&self) -> Option<&'a str> {
        self.text.get(..self.end(0)?)
    }

    /// What stands behind the last word.
    fn tail(&self) -> Option<&'a str> {
        self.text.get(self.ranges.last()?.end..)
    }
}
