//! Two versions of one text, segment by segment: what stayed, moved, was split, merged, edited, added or removed.

mod cells;
mod figures;

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use similar::{Algorithm, DiffOp};

use self::cells::begins_row;
use self::figures::is_loose_figure;
use super::difference::difference;
use super::{Passage, Slot};
use crate::align::stem;
use crate::text::words;

/// What became of some segments between two versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Numbers of segments of the older version; empty for [`Change::Added`].
    pub old: Range<usize>,
    /// Numbers of segments of the newer version; empty for [`Change::Removed`].
    pub new: Range<usize>,
    /// What happened to their text.
    pub change: Change,
    /// Whether they stand elsewhere in the order now.
    pub moved: bool,
}

/// What happened to the text of segments between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Nothing: one segment each, equal but for white space and Unicode form.
    Same,
    /// One segment became several; their text together is the same.
    Split,
    /// Several segments became one; their text together is the same.
    Merged,
    /// The wording differs, but it is still the same segment.
    Edited,
    /// New in the newer version.
    Added,
    /// Gone from the newer version.
    Removed,
}

/// Aligns two versions of one text. Every segment of either is in exactly one revision; revisions come in the order of
/// the newer version, what was removed after its older neighbours.
///
/// Equal segments are matched first, in order (Myers' diff, by the `similar` crate), then out of order; then those
/// that were split or merged; then edited ones, by shared words, as the heaviest chain that keeps the order; then those
/// that are left in one slot, figures beside the same texts, and those that alone are left between the same neighbours. A neighbour that nothing else
/// claims may belong to an edit.
///
/// ```
/// use hexapla_core::status::{Change, Passage, revise};
/// let version = |texts: &[&str]| texts.iter().map(|t| Passage::new(*t)).collect::<Vec<_>>();
/// let old = version(&["Das Haus ist alt.", "Der Eintritt kostet 5 Euro im Monat.", "Hunde bleiben draußen."]);
/// let new = version(&["Das Haus ist alt.", "Der Eintritt kostet 7 Euro im Quartal.", "Es gibt Kaffee."]);
/// let changes: Vec<_> = revise(&old, &new).into_iter().map(|r| r.change).collect();
/// assert_eq!(changes, [Change::Same, Change::Edited, Change::Removed, Change::Added]);
/// ```
pub fn revise<P: Borrow<Passage>>(old: &[P], new: &[P]) -> Vec<Revision> {
    let old: Vec<&Passage> = old.iter().map(Borrow::borrow).collect();
    let new: Vec<&Passage> = new.iter().map(Borrow::borrow).collect();
    let mut work = Work::of_equals(&old, &new);
    work.split_and_merged();
    work.edited();
    work.in_slots(|_| true);
    work.figures();
    work.worded_anew();
    work.widened();
    work.finish()
}

/// The segments that are the same on both sides, in pairs: all that [`revise`] would call so, but for figures that fill no
/// slot, at a fraction of its cost.
pub(crate) fn equals(old: &[&Passage], new: &[&Passage]) -> Vec<(usize, usize)> {
    let found = Work::of_equals(old, new).found.into_iter().filter(|revision| revision.change == Change::Same);
    found.map(|revision| (revision.old.start, revision.new.start)).collect()
}

/// Which of the segments that were gone are back, edited, among new ones: in pairs.
pub(crate) fn returned(gone: &[&Passage], new: &[&Passage]) -> Vec<(usize, usize)> {
    /// At least this alike, or it is another sentence: in all the time between, much may have come and gone.
    const BACK: f32 = 0.75;
    let edits = revise(gone, new).into_iter().filter(|revision| revision.change == Change::Edited);
    edits
        .filter(|edit| (edit.old.len(), edit.new.len()) == (1, 1))
        .map(|edit| (edit.old.start, edit.new.start))
        .filter(|(old, now)| likeness(gone[*old].key(), new[*now].key()) >= BACK)
        .collect()
}

/// How alike two segments of one language are, from 0 to 1: the words they share, in order.
pub(crate) fn likeness(old: &str, new: &str) -> f32 {
    let (old, new) = (words(old), words(new));
    if old.is_empty() || new.is_empty() {
        return if old.is_empty() && new.is_empty() { 1.0 } else { 0.0 };
    }
    let by_word = 2.0 * ratio(shared(&old, &new), old.len() + new.len());
    // Inflected languages change a letter where English changes a word, so letters have a say too, unless there are too few
    // in common for that in any order.
    let (old, new) = (old.join(" "), new.join(" "));
    if BY_LETTER * letters_in_common(&old, &new) <= by_word {
        return by_word;
    }
    by_word.max(BY_LETTER * strsim::normalized_levenshtein(&old, &new) as f32)
}

/// How alike two texts are at most, letter by letter, from 0 to 1: by the letters that they have in common in any order.
fn letters_in_common(one: &str, other: &str) -> f32 {
    // Letters that share a number count as equal: then too many seem to be in common, never too few.
    let mut surplus = [0i32; 256];
    let mut count = |text: &str, by: i32| text.chars().map(|c| surplus[c as usize % 256] += by).count();
    let longer = count(one, 1).max(count(other, -1));
    let (more, fewer) = surplus.iter().fold((0, 0), |(more, fewer), n| (more + n.max(&0), fewer - n.min(&0)));
    1.0 - ratio(more.max(fewer) as usize, longer)
}

/// Whether two wordings are alike enough to be one sentence, edited.
pub(crate) fn are_one_sentence(old: &Passage, new: &Passage) -> bool {
    likeness(old.key(), new.key()) >= EDITED
}

/// Whether two texts share a number, or a word that is not a little one, in whatever form.
fn have_a_word_in_common(old: &str, new: &str) -> bool {
    /// Most shorter words stand in any text.
    const TELLING: usize = 4;
    let telling = |text: &str| -> Vec<String> {
        let tells = |word: &String| word.chars().count() >= TELLING || word.contains(char::is_numeric);
        words(text).into_iter().filter(tells).map(|word| stem(&word)).collect()
    };
    let old = telling(old);
    let is_form_of = |one: &String, other: &String| one.starts_with(other.as_str()) || other.starts_with(one.as_str());
    telling(new).iter().any(|word| old.iter().any(|other| is_form_of(word, other)))
}

/// What two wordings of one segment may have in common: words, each once; of the words of a label, which may come in another
/// form, their beginnings, too.
fn telling_parts(text: &str) -> Vec<String> {
    /// Words of a label, at most.
    const LABEL: usize = 3;
    /// Letters of a beginning.
    const BEGINNING: usize = 4;
    let mut parts = words(text);
    if parts.len() <= LABEL {
        let beginnings = parts.iter().filter(|word| word.chars().count() > BEGINNING);
        let beginnings: Vec<String> =
            beginnings.map(|word| word.chars().take(BEGINNING).chain(['-']).collect()).collect();
        parts.extend(beginnings);
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// How many words two texts have in common, in order.
fn shared(old: &[String], new: &[String]) -> usize {
    let length = |op: &DiffOp| if let DiffOp::Equal { len, .. } = op { *len } else { 0 };
    difference(Algorithm::Myers, old, new).iter().map(length).sum()
}

fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// So much equal letters count of what equal words do.
const BY_LETTER: f32 = 0.85;
/// At least this alike, or it is another sentence.
const EDITED: f32 = 0.45;
/// The only two left between the same neighbours may differ more.
const EDITED_IN_PLACE: f32 = 0.34;
/// And when nothing else is left that either could be.
const WORDED_ANEW: f32 = 0.25;
/// Out of order, more must agree.
const EDITED_ELSEWHERE: f32 = 0.6;
/// By so much more alike, and a segment elsewhere is the one that was edited.
const OUTDONE: f32 = 0.2;
/// Of so many words something is left when it is continued.
const CONTINUED: usize = 3;
/// And one of so many, or it is a scrap that could be of anything.
const SCRAP: usize = 6;
/// By so much more alike, and a neighbour belongs to an edit.
const WIDER: f32 = 0.1;
/// Or so many of its words, of ten, stand in what the edit brought or took.
const WIDER_WORDS: usize = 6;
/// A segment is split into, or merged from, at most so many.
const PARTS: usize = 6;
/// So many candidates are looked at for every edited segment.
const CANDIDATES: usize = 12;

struct Work<'a> {
    old: &'a [&'a Passage],
    new: &'a [&'a Passage],
    old_done: Vec<bool>,
    new_done: Vec<bool>,
    found: Vec<Revision>,
}

impl<'a> Work<'a> {
    fn of_equals(old: &'a [&'a Passage], new: &'a [&'a Passage]) -> Self {
        let mut work = Self::matched(old, new, &HashSet::new());
        let slots = work.exchanged();
        if !slots.is_empty() {
            work = Self::matched(old, new, &slots);
            work.in_slots(|slot| slots.contains(slot));
        }
        work
    }

    /// With all that is equal or has one name, but for what fills some slots.
    fn matched(old: &'a [&'a Passage], new: &'a [&'a Passage], but: &HashSet<&Slot>) -> Self {
        let fills = |passage: &&Passage| passage.slot().is_some_and(|slot| but.contains(slot));
        let comes_later = |passage: &&Passage| fills(passage) || is_loose_figure(passage);
        let (old_done, new_done) = (old.iter().map(comes_later).collect(), new.iter().map(comes_later).collect());
        let mut work = Self { old, new, old_done, new_done, found: vec![] };
        work.equal_in_order();
        work.named();
        work.equal_elsewhere();
        // Figures come when the texts around them have found each other.
        (0..old.len()).for_each(|at| work.old_done[at] &= !fills(&old[at]));
        (0..new.len()).for_each(|at| work.new_done[at] &= !fills(&new[at]));
        work
    }

    fn record(&mut self, old: Range<usize>, new: Range<usize>, change: Change, moved: bool) {
        self.old_done[old.clone()].fill(true);
        self.new_done[new.clone()].fill(true);
        self.found.push(Revision { old, new, change, moved });
    }

    fn equal_in_order(&mut self) {
        // What is done already is like nothing.
        let keys = |side: &[&'a Passage], done: &[bool], from: usize| -> Vec<(&'a str, usize)> {
            let number = |at: usize| if done[at] { 1 + from + at } else { 0 };
            side.iter().enumerate().map(|(at, passage)| (passage.key(), number(at))).collect()
        };
        let old = keys(self.old, &self.old_done, 0);
        let new = keys(self.new, &self.new_done, self.old.len());
        for op in difference(Algorithm::Patience, &old, &new) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                for step in 0..len {
                    let (old, new) = (old_index + step, new_index + step);
                    self.record(old..old + 1, new..new + 1, Change::Same, false);
                }
            }
        }
    }

    /// What kept its name and changed its words: a heading its anchor, a field its key. Equal words under another name (a
    /// page's title that is a link's title now) do not come before that.
    fn named(&mut self) {
        let (olds, news) = (unique(self.old, Passage::name), unique(self.new, Passage::name));
        let mut kept: Vec<(usize, usize, f32)> = Vec::new();
        for (name, old) in &olds {
            let Some(new) = news.get(name).filter(|new| !self.new_done[**new]) else { continue };
            let like = likeness(self.old[*old].key(), self.new[*new].key());
            let taken = self.found.iter().position(|revision| revision.old.contains(old));
            let elsewhere = taken.is_none_or(|at| self.new[self.found[at].new.start].name().is_some());
            // Under a field's key another text may stand; who gives a section an anchor means the section.
            let is_same = like >= EDITED_IN_PLACE || name.starts_with('#');
            if !is_same || !elsewhere {
                continue;
            }
            if let Some(at) = taken {
                let revision = self.found.remove(at);
                self.old_done[revision.old].fill(false);
                self.new_done[revision.new].fill(false);
            }
            kept.push((*old, *new, like));
        }
        self.record_edits(kept);
    }

    /// Records pairs of which none stands in another's way: those that keep the order as they stand, the others as moved.
    fn record_edits(&mut self, mut pairs: Vec<(usize, usize, f32)>) {
        self.record_in_place(&mut pairs);
        for (old, new, _) in pairs {
            if !self.old_done[old] && !self.new_done[new] {
                self.record_edit(old, new, true);
            }
        }
    }

    /// Puts the pairs in order, and records those that keep it on both sides.
    fn record_in_place(&mut self, pairs: &mut [(usize, usize, f32)]) {
        pairs.sort_by_key(|(old, new, _)| (*old, *new));
        for (old, new, _) in heaviest_chain(&self.in_gaps(pairs)) {
            self.record_edit(old, new, false);
        }
    }

    fn record_edit(&mut self, old: usize, new: usize, moved: bool) {
        let same = self.old[old].same_text(self.new[new]);
        self.record(old..old + 1, new..new + 1, if same { Change::Same } else { Change::Edited }, moved);
    }

    fn equal_elsewhere(&mut self) {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, passage) in self.old.iter().enumerate().rev() {
            if !self.old_done[at] {
                places.entry(passage.key()).or_default().push(at);
            }
        }
        for at in 0..self.new.len() {
            if !self.new_done[at]
                && let Some(old) = places.get_mut(self.new[at].key()).and_then(Vec::pop)
            {
                self.record(old..old + 1, at..at + 1, Change::Same, true);
            }
        }
    }

    fn split_and_merged(&mut self) {
        let bare = |side: &[&Passage]| -> Vec<String> {
            side.iter().map(|passage| passage.key().chars().filter(|c| !c.is_whitespace()).collect()).collect()
        };
        let (old, new) = (bare(self.old), bare(self.new));
        for (at, parts) in composed(&old, &self.old_done, &new, &self.new_done) {
            self.record(at..at + 1, parts, Change::Split, false);
        }
        for (at, parts) in composed(&new, &self.new_done, &old, &self.old_done) {
            self.record(parts, at..at + 1, Change::Merged, false);
        }
    }

    fn edited(&mut self) {
        let candidates = self.candidates();
        let alone = self.alone_in_place();
        // What stays in its slot is the same, whatever it says.
        let is_prose =
            |(old, new, _): &&(usize, usize, f32)| self.old[*old].slot().is_none() && self.new[*new].slot().is_none();
        let prose: Vec<_> = candidates.iter().filter(is_prose).copied().collect();
        let in_place = not_outdone(self.in_gaps(&candidates), &prose);
        for (old, new, _) in heaviest_chain(&in_place) {
            self.record(old..old + 1, new..new + 1, Change::Edited, false);
        }
        let is_in_place = |old: usize, new: usize| alone.get(&new) == Some(&old);
        let enough = |(old, new, like): &(usize, usize, f32)| *like >= EDITED_ELSEWHERE || is_in_place(*old, *new);
        let mut elsewhere: Vec<_> = candidates.into_iter().filter(enough).collect();
        elsewhere.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0)));
        for (old, new, _) in elsewhere {
            if !self.old_done[old] && !self.new_done[new] {
                self.record(old..old + 1, new..new + 1, Change::Edited, true);
            }
        }
    }

    /// The only two that are left between the same neighbours when all others have found each other: worded anew, where
    /// they have a word or a number in common, or the row that they begin goes on as it did.
    fn worded_anew(&mut self) {
        let mut alone: Vec<(usize, usize)> = self.alone_in_place().into_iter().collect();
        alone.sort_unstable();
        let (old_gap, new_gap) = self.gaps();
        for (new, old) in alone {
            let (before, after) = (self.old[old].key(), self.new[new].key());
            let is_free = !self.old_done[old] && !self.new_done[new];
            let heads_its_row = || begins_row(self.old, old) && begins_row(self.new, new);
            let is_alike = || likeness(before, after) >= WORDED_ANEW && have_a_word_in_common(before, after);
            if is_free && (is_alike() || heads_its_row()) {
                self.record(old..old + 1, new..new + 1, Change::Edited, old_gap[old] != new_gap[new]);
            }
        }
    }

    /// An edit may have made one segment of two, or two of one: the neighbour that is left over belongs to it, where both
    /// together are more alike to the other side than one of them alone.
    fn widened(&mut self) {
        for at in 0..self.found.len() {
            let Revision { old, new, change: Change::Edited, moved: false } = self.found[at].clone() else { continue };
            let alone = likeness(self.old[old.start].key(), self.new[new.start].key());
            // What only its slot makes an edit is like nothing, and anything would be more like it.
            let slot = self.old[old.start].slot().filter(|_| alone < EDITED_IN_PLACE);
            let next_to = |range: &Range<usize>, side: &[&Passage], done: &[bool]| -> Vec<Range<usize>> {
                let is_free = |at: usize| !done[at] && (slot.is_none() || side[at].slot() == slot);
                let after = (range.end < done.len() && is_free(range.end)).then(|| range.start..range.end + 1);
                let before = (range.start > 0 && is_free(range.start - 1)).then(|| range.start - 1..range.end);
                after.into_iter().chain(before).collect()
            };
            let text = |side: &[&Passage], range: &Range<usize>| {
                side[range.clone()].iter().map(|passage| passage.key()).collect::<Vec<_>>().join(" ")
            };
            let wider_old = next_to(&old, self.old, &self.old_done).into_iter().map(|wide| (wide, new.clone()));
            let wider_new = next_to(&new, self.new, &self.new_done).into_iter().map(|wide| (old.clone(), wide));
            let wider = wider_old.chain(wider_new).map(|(old, new)| {
                let like = likeness(&text(self.old, &old), &text(self.new, &new));
                (old, new, like)
            });
            let best = wider.reduce(|best, next| if next.2 > best.2 { next } else { best });
            let Some((wide_old, wide_new, like)) = best else { continue };
            let belongs = || {
                let count = |old: &Range<usize>, new: &Range<usize>| {
                    let (old, new) = (words(&text(self.old, old)), words(&text(self.new, new)));
                    (shared(&old, &new), old.len() + new.len())
                };
                let (narrow, wide) = (count(&old, &new), count(&wide_old, &wide_new));
                let more = wide.1 - narrow.1;
                more >= CONTINUED && (wide.0.saturating_sub(narrow.0)) * 10 >= more * WIDER_WORDS
            };
            if like >= alone + WIDER || like > alone && belongs() {
                self.old_done[wide_old.clone()].fill(true);
                self.new_done[wide_new.clone()].fill(true);
                (self.found[at].old, self.found[at].new) = (wide_old, wide_new);
            }
        }
    }

    /// Pairs of leftover segments that share words, with their likeness; for every new one the most promising few.
    fn candidates(&self) -> Vec<(usize, usize, f32)> {
        let mut postings: HashMap<String, Vec<usize>> = HashMap::new();
        for at in (0..self.old.len()).filter(|at| !self.old_done[*at]) {
            for word in telling_parts(self.old[at].key()) {
                postings.entry(word).or_default().push(at);
            }
        }
        let alone = self.alone_in_place();
        let (old_gap, new_gap) = self.gaps();
        let mut found = Vec::new();
        for at in (0..self.new.len()).filter(|at| !self.new_done[*at]) {
            let mut shared: HashMap<usize, f32> = HashMap::new();
            for word in &telling_parts(self.new[at].key()) {
                if let Some(places) = postings.get(word) {
                    // A word that stands everywhere tells little.
                    let weight = 1.0 / (1.0 + places.len() as f32).ln().max(0.5);
                    for old in places.iter().take(2000) {
                        *shared.entry(*old).or_default() += weight;
                    }
                }
            }
            let mut best: Vec<_> = shared.into_iter().collect();
            best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.abs_diff(at).cmp(&b.0.abs_diff(at))).then(a.0.cmp(&b.0)));
            best.truncate(CANDIDATES);
            if let Some(old) = alone.get(&at)
                && !best.iter().any(|(other, _)| other == old)
            {
                best.push((*old, 0.0));
            }
            for (old, _) in best {
                let mut like = likeness(self.old[old].key(), self.new[at].key());
                let enough = if alone.get(&at) == Some(&old) { EDITED_IN_PLACE } else { EDITED };
                if like < enough && old_gap[old] == new_gap[at] && is_continued(self.old[old], self.new[at]) {
                    like = enough;
                }
                if like >= enough {
                    found.push((old, at, like));
                }
            }
        }
        found.sort_by_key(|(old, new, _)| (*old, *new));
        found
    }

    /// Only the candidates that lie between the same unmoved neighbours on either side.
    fn in_gaps(&self, candidates: &[(usize, usize, f32)]) -> Vec<(usize, usize, f32)> {
        let (old_gap, new_gap) = self.gaps();
        candidates.iter().filter(|(old, new, _)| old_gap[*old] == new_gap[*new]).copied().collect()
    }

    /// For every segment how many unmoved neighbours stand before it.
    fn gaps(&self) -> (Vec<usize>, Vec<usize>) {
        let mut old_gap = vec![0; self.old.len()];
        let mut new_gap = vec![0; self.new.len()];
        for revision in self.found.iter().filter(|revision| !revision.moved) {
            for (gap, end) in [(&mut old_gap, revision.old.end), (&mut new_gap, revision.new.end)] {
                if let Some(count) = gap.get_mut(end) {
                    *count += 1;
                }
            }
        }
        for gap in [&mut old_gap, &mut new_gap] {
            let mut sum = 0;
            for count in gap.iter_mut() {
                sum += *count;
                *count = sum;
            }
        }
        (old_gap, new_gap)
    }

    /// New segments that stand alone between two neighbours where one old segment stood alone, whether those moved or not.
    fn alone_in_place(&self) -> HashMap<usize, usize> {
        let (old_gap, new_gap) = self.gaps();
        let leftovers = |done: &[bool], gap: &[usize]| {
            let mut by_gap: HashMap<usize, Vec<usize>> = HashMap::new();
            for at in (0..done.len()).filter(|at| !done[*at]) {
                by_gap.entry(gap[at]).or_default().push(at);
            }
            by_gap
        };
        let olds = leftovers(&self.old_done, &old_gap);
        let news = leftovers(&self.new_done, &new_gap);
        let by_gap = news.iter().filter_map(|(gap, news)| match (news.as_slice(), olds.get(gap)?.as_slice()) {
            ([new], [old]) => Some((*new, *old)),
            _ => None,
        });
        let before: HashMap<usize, usize> = self.partners().map(|(old, new)| (new, old)).collect();
        let by_neighbours = (1..self.new.len()).filter_map(|new| {
            let old = before.get(&(new - 1))? + 1;
            let is_between = before.get(&(new + 1)) == Some(&(old + 1));
            (is_between && !self.new_done[new] && !self.old_done[old]).then_some((new, old))
        });
        let mut alone: HashMap<usize, usize> = by_gap.collect();
        let taken: HashSet<usize> = alone.values().copied().collect();
        for (new, old) in by_neighbours.filter(|(_, old)| !taken.contains(old)) {
            alone.entry(new).or_insert(old);
        }
        alone
    }

    /// Segments of which one became one.
    fn partners(&self) -> impl Iterator<Item = (usize, usize)> {
        let whole = self.found.iter().filter(|revision| (revision.old.len(), revision.new.len()) == (1, 1));
        whole.map(|revision| (revision.old.start, revision.new.start))
    }

    fn finish(mut self) -> Vec<Revision> {
        for at in 0..self.new.len() {
            if !self.new_done[at] {
                self.record(0..0, at..at + 1, Change::Added, false);
            }
        }
        for at in 0..self.old.len() {
            if !self.old_done[at] {
                self.record(at..at + 1, 0..0, Change::Removed, false);
            }
        }
        // In the order of the newer version; what was removed follows the revision of its older neighbour.
        let mut after = vec![0; self.old.len() + 1];
        for revision in self.found.iter().filter(|revision| !revision.moved && !revision.new.is_empty()) {
            for old in revision.old.clone() {
                after[old + 1] = revision.new.end;
            }
        }
        for at in 1..after.len() {
            after[at] = after[at].max(after[at - 1]);
        }
        self.found.sort_by_key(|revision| {
            if revision.new.is_empty() {
                (after[revision.old.start], 0, revision.old.start)
            } else {
                (revision.new.start, 1, revision.old.start)
            }
        });
        // Old and new places are given for what was added and removed, too: the point where it would stand.
        let (mut old_at, mut new_at) = (0, 0);
        for revision in &mut self.found {
            match revision.change {
                Change::Added => revision.old = old_at..old_at,
                Change::Removed => revision.new = new_at..new_at,
                _ => {}
            }
            if !revision.moved {
                old_at = old_at.max(revision.old.end);
            }
            new_at = new_at.max(revision.new.end);
        }
        self.found
    }
}

/// Pairs without those of which one side is so much more like another segment, which is like nothing else, that it is that
/// one, moved.
fn not_outdone(pairs: Vec<(usize, usize, f32)>, candidates: &[(usize, usize, f32)]) -> Vec<(usize, usize, f32)> {
    let (mut of_old, mut of_new): (HashMap<usize, Vec<_>>, HashMap<usize, Vec<_>>) = Default::default();
    for (old, new, like) in candidates {
        of_old.entry(*old).or_default().push((*new, *like));
        of_new.entry(*new).or_default().push((*old, *like));
    }
    // Whether `at` has a partner other than `but` who is so much more like it, and like no third one.
    let is_better_served = |at: usize, but: usize, least: f32, own: &HashMap<usize, Vec<_>>, others: &HashMap<_, _>| {
        let partners: &[(usize, f32)] = own.get(&at).map(Vec::as_slice).unwrap_or_default();
        partners.iter().any(|(partner, like)| {
            let theirs: &Vec<(usize, f32)> = &others[partner];
            let third = |(other, as_like): &(usize, f32)| *other != at && as_like + OUTDONE > *like;
            *partner != but && *like >= least && !theirs.iter().any(third)
        })
    };
    let is_outdone = |(old, new, like): &(usize, usize, f32)| {
        let least = (like + OUTDONE).max(EDITED_ELSEWHERE);
        is_better_served(*old, *new, least, &of_old, &of_new) || is_better_served(*new, *old, least, &of_new, &of_old)
    };
    let outdone: Vec<bool> = pairs.iter().map(is_outdone).collect();
    pairs.into_iter().zip(outdone).filter_map(|(pair, outdone)| (!outdone).then_some(pair)).collect()
}

/// The places of those whose name no other has.
fn unique<'p>(side: &[&'p Passage], name: fn(&Passage) -> Option<&str>) -> BTreeMap<&'p str, usize> {
    let mut places: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (at, passage) in side.iter().enumerate() {
        if let Some(name) = name(passage) {
            places.entry(name).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    places.into_iter().filter_map(|(name, place)| Some((name, place?))).collect()
}

/// Whether one of two segments is the other with more words before or behind.
fn is_continued(old: &Passage, new: &Passage) -> bool {
    let (old, new) = (words(old.key()), words(new.key()));
    let (shorter, longer) = if old.len() < new.len() { (old, new) } else { (new, old) };
    let is_enough = shorter.len() >= CONTINUED && shorter.len() * SCRAP >= longer.len();
    is_enough && (longer.starts_with(&shorter) || longer.ends_with(&shorter))
}

/// Runs of unmatched `parts` whose text together is one unmatched whole: (whole, parts).
fn composed(
    wholes: &[String],
    wholes_done: &[bool],
    parts: &[String],
    parts_done: &[bool],
) -> Vec<(usize, Range<usize>)> {
    let mut by_start: HashMap<&[u8], Vec<usize>> = HashMap::new();
    let start = |text: &'_ str| -> usize { text.len().min(6) };
    for (at, part) in parts.iter().enumerate() {
        if !parts_done[at] && !part.is_empty() {
            by_start.entry(&part.as_bytes()[..start(part)]).or_default().push(at);
        }
    }
    let mut taken = parts_done.to_vec();
    let mut found = Vec::new();
    for (at, whole) in wholes.iter().enumerate() {
        if wholes_done[at] || whole.is_empty() {
            continue;
        }
        let keys = (1..=start(whole)).filter_map(|length| by_start.get(&whole.as_bytes()[..length]));
        let fitting = keys.flatten().find_map(|first| {
            let mut rest = whole.as_str();
            let mut next = *first;
            while next < parts.len() && next - first < PARTS && !taken[next] {
                rest = rest.strip_prefix(parts[next].as_str())?;
                next += 1;
                if rest.is_empty() {
                    return (next - first > 1).then_some(*first..next);
                }
            }
            None
        });
        if let Some(run) = fitting {
            taken[run.clone()].fill(true);
            found.push((at, run));
        }
    }
    found
}

/// The chain of pairs, increasing on both sides, whose likeness adds up to the most.
fn heaviest_chain(pairs: &[(usize, usize, f32)]) -> Vec<(usize, usize, f32)> {
    // A prefix maximum over new places (Fenwick tree); pairs come in the order of old places.
    let size = pairs.iter().map(|(_, new, _)| new + 1).max().unwrap_or(0);
    let mut tree: Vec<Option<usize>> = vec![None; size + 1];
    let mut weight = vec![0.0f32; pairs.len()];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    let mut at = 0;
    while at < pairs.len() {
        let old = pairs[at].0;
        let row = at..pairs[at..].iter().position(|pair| pair.0 != old).map_or(pairs.len(), |n| at + n);
        for pair in row.clone() {
            let mut place = pairs[pair].1;
            let mut best: Option<usize> = None;
            while place > 0 {
                if let Some(other) = tree[place]
                    && best.is_none_or(|b| weight[other] > weight[b])
                {
                    best = Some(other);
                }
                place &= place - 1;
            }
            weight[pair] = pairs[pair].2 + best.map_or(0.0, |b| weight[b]);
            before[pair] = best;
        }
        for pair in row.clone() {
            let mut place = pairs[pair].1 + 1;
            while place <= size {
                if tree[place].is_none_or(|other| weight[pair] > weight[other]) {
                    tree[place] = Some(pair);
                }
                place += place & place.wrapping_neg();
            }
        }
        at = row.end;
    }
    let mut end = (0..pairs.len()).reduce(|a, b| if weight[b] > weight[a] { b } else { a });
    let mut chain = Vec::new();
    while let Some(pair) = end {
        chain.push(pairs[pair]);
        end = before[pair];
    }
    chain.reverse();
    chain
}
