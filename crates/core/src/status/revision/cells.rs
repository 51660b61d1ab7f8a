//! Cells of tables, definitions and labelled items between two versions: what fills a slot, whatever it says.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::{Passage, Slot};
use super::{Revision, Work};
use crate::text::{Fold, fold};

impl<'a> Work<'a> {
    /// The slots between which equal words wandered that are no sentence that has moved: half of what a cell says is its
    /// place. A slot that is still there keeps its own, but for those of a table whose columns moved, and of rows that are
    /// numbered anew because one came or went.
    pub(super) fn exchanged(&self) -> HashSet<&'a Slot> {
        let mut wandered: Vec<(&Revision, &'a Slot, &'a Slot)> = Vec::new();
        for revision in &self.found {
            let slots = (self.old[revision.old.start].slot(), self.new[revision.new.start].slot());
            if let (Some(from), Some(to)) = slots
                && from != to
            {
                wandered.push((revision, from, to));
            }
        }
        // So it is with nearly all versions.
        if wandered.is_empty() {
            return HashSet::new();
        }
        let columns = Columns::of(self.old, self.new);
        let renumbered = Renumbered::of(self.old, self.new);
        wandered.retain(|(_, from, to)| columns.before.contains_key(to) || columns.after.contains_key(from));
        let of_column = |(revision, from, to): &(&Revision, &'a Slot, &'a Slot)| {
            (from.name == to.name).then(|| (columns.tables[revision.old.start], from.place, to.place))
        };
        let moves: HashSet<_> = wandered.iter().filter_map(of_column).collect();
        // Where columns move, no place is what it was.
        let moved: HashSet<usize> =
            moves.into_iter().filter(|column| columns.has_moved(*column)).map(|(table, ..)| table).collect();
        let goes_along = |cell: &&(&Revision, &'a Slot, &'a Slot)| {
            let (revision, from, to) = cell;
            moved.contains(&columns.tables[revision.old.start])
                || from.name != to.name && from.place == to.place && renumbered.explains(&from.name, &to.name)
        };
        wandered.iter().filter(|cell| !goes_along(cell)).flat_map(|(_, from, to)| [*from, *to]).collect()
    }

    /// What is left of what filled a slot (a cell of a table, a definition), and of what fills it now, is an edit, whatever
    /// it says: sentence by sentence.
    pub(super) fn in_slots(&mut self, is_meant: impl Fn(&Slot) -> bool) {
        let left = |side: &[&'a Passage], done: &[bool]| {
            let mut left: BTreeMap<&Slot, Vec<usize>> = BTreeMap::new();
            for at in (0..side.len()).filter(|at| !done[*at]) {
                if let Some(slot) = side[at].slot().filter(|slot| is_meant(slot)) {
                    left.entry(slot).or_default().push(at);
                }
            }
            left
        };
        let (olds, mut news) = (left(self.old, &self.old_done), left(self.new, &self.new_done));
        let both = olds.into_iter().filter_map(|(slot, olds)| Some(olds.into_iter().zip(news.remove(slot)?)));
        let mut pairs: Vec<(usize, usize, f32)> = both.flatten().map(|(old, new)| (old, new, 1.0)).collect();
        self.record_in_place(&mut pairs);
        // A slot moves with its section; in another one it is another slot, whatever it is called.
        let mut now: HashMap<usize, usize> = self.partners().collect();
        for (old, new, _) in pairs {
            let is_beside = |old: Option<usize>, new: Option<usize>| {
                old.zip(new).is_some_and(|(old, new)| now.get(&old) == Some(&new))
            };
            let went_along =
                is_beside(old.checked_sub(1), new.checked_sub(1)) || is_beside(Some(old + 1), Some(new + 1));
            if went_along && !self.old_done[old] && !self.new_done[new] {
                self.record_edit(old, new, true);
                now.insert(old, new);
            }
        }
    }
}

/// Whether a segment names the slots behind it: the first cell of a row, a term that is defined.
pub(super) fn begins_row(side: &[&Passage], at: usize) -> bool {
    let name = fold(side[at].text(), Fold::Words);
    let is_named = |slot: &Slot| {
        slot.place > 0 && slot.name.strip_prefix(&*name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" / "))
    };
    side.get(at + 1).and_then(|next| next.slot()).is_some_and(is_named)
}

/// What fills the columns of the tables of two versions.
struct Columns<'a> {
    before: HashMap<&'a Slot, Vec<&'a str>>,
    after: HashMap<&'a Slot, Vec<&'a str>>,
    /// The number of the table that each older segment stands in.
    tables: Vec<usize>,
    /// The slots of each older table, in order.
    slots: HashMap<usize, Vec<&'a Slot>>,
}

impl<'a> Columns<'a> {
    fn of(old: &[&'a Passage], new: &[&'a Passage]) -> Self {
        let tables = tables(old);
        let mut slots: HashMap<usize, Vec<&Slot>> = HashMap::new();
        for (at, passage) in old.iter().enumerate() {
            if let Some(slot) = passage.slot() {
                slots.entry(tables[at]).or_default().push(slot);
            }
        }
        Self { before: filled(old), after: filled(new), tables, slots }
    }

    /// Whether a column of a table has become another one: its head went along, and more of its cells went than stayed.
    fn has_moved(&self, (table, from, to): (usize, usize, usize)) -> bool {
        let slots = self.slots.get(&table).map(Vec::as_slice).unwrap_or_default();
        let head = slots.first().map(|slot| &slot.name);
        let (mut stays, mut goes, mut head_goes) = (0usize, 0usize, None);
        for slot in slots.iter().copied().filter(|slot| slot.place == from) {
            let there = Slot { name: slot.name.clone(), place: to };
            let said = self.before.get(slot);
            let (own, other) = (said == self.after.get(slot), said == self.after.get(&there));
            if said != self.before.get(&there) && own != other {
                *if own { &mut stays } else { &mut goes } += 1;
                if Some(&slot.name) == head {
                    head_goes = Some(other);
                }
            }
        }
        goes > stays && head_goes != Some(false) || goes == stays && head_goes == Some(true)
    }
}

/// Rows that are numbered ("Week 1", "Week 2"), of which some came or went: by what is equal in their names.
struct Renumbered {
    came: HashSet<String>,
    gone: HashSet<String>,
}

impl Renumbered {
    fn of(old: &[&Passage], new: &[&Passage]) -> Self {
        let names = |side: &[&Passage]| -> HashSet<String> {
            side.iter().filter_map(|passage| passage.slot()).map(|slot| slot.name.clone()).collect()
        };
        let (old, new) = (names(old), names(new));
        let patterns = |these: &HashSet<String>, those: &HashSet<String>| {
            these.difference(those).filter_map(|name| Some(numbered(name)?.0)).collect()
        };
        Self { came: patterns(&new, &old), gone: patterns(&old, &new) }
    }

    /// Whether what one row said may stand in another one because a row came or went: only one that came makes those behind
    /// it get a higher number, and only one that went a lower one.
    fn explains(&self, from: &str, to: &str) -> bool {
        let (Some((pattern, from)), Some((other, to))) = (numbered(from), numbered(to)) else { return false };
        pattern == other && if to > from { self.came.contains(&pattern) } else { self.gone.contains(&pattern) }
    }
}

/// A name without its figures, and the first number in it.
fn numbered(name: &str) -> Option<(String, u64)> {
    let figures = name.split(|c: char| !c.is_ascii_digit()).find(|figures| !figures.is_empty())?;
    Some((name.chars().filter(|c| !c.is_numeric()).collect(), figures.parse().ok()?))
}

/// What fills each slot.
fn filled<'a>(side: &[&'a Passage]) -> HashMap<&'a Slot, Vec<&'a str>> {
    let mut filled: HashMap<&Slot, Vec<&str>> = HashMap::new();
    for passage in side {
        if let Some(slot) = passage.slot() {
            filled.entry(slot).or_default().push(passage.key());
        }
    }
    filled
}

/// The number of the table, or list of definitions, that each segment stands in; what lies between has numbers of its own.
fn tables(side: &[&Passage]) -> Vec<usize> {
    let is_cell = |at: usize| side[at].slot().is_some_and(|slot| slot.place > 0) || begins_row(side, at);
    let mut tables = Vec::with_capacity(side.len());
    let (mut table, mut before) = (0, false);
    for at in 0..side.len() {
        let now = is_cell(at);
        table += usize::from(now != before);
        before = now;
        tables.push(table);
    }
    tables
}
