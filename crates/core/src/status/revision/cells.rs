//! Cells of tables, definitions and labelled items between two versions: what fills a slot, whatever it says.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::{Passage, Slot};
use super::{Revision, Work};
use crate::align::longest_rise;
use crate::text::{Fold, fold};

impl<'a> Work<'a> {
    /// The slots between which equal words wandered that are no sentence that has moved: half of what a cell says is its
    /// place. A slot that is still there keeps its own, but for those of a table whose columns moved, or whose rows got
    /// other names from some row on.
    pub(super) fn exchanged(&self) -> HashSet<&'a Slot> {
        /// So many cells that go to the next row in their order are rows with other names ("Week 1", "Week 2").
        const SHIFTED: usize = 3;
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
        let (before, after) = (filled(self.old), filled(self.new));
        wandered.retain(|(_, from, to)| before.contains_key(to) || after.contains_key(from));
        let tables = tables(self.old);
        let table = |revision: &Revision| tables[revision.old.start];
        let mut columns: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        let mut shifts: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
        for (revision, from, to) in &wandered {
            if from.name == to.name {
                columns.insert((table(revision), from.place, to.place));
            } else if from.place == to.place && before.get(from) != after.get(from) {
                shifts.entry((table(revision), from.place)).or_default().push((revision.old.start, revision.new.start));
            }
        }
        let is_shift = |cells: &mut Vec<(usize, usize)>| {
            cells.sort_unstable();
            let places: Vec<usize> = cells.iter().map(|(_, new)| *new).collect();
            longest_rise(&places).into_iter().filter(|kept| *kept).count() >= SHIFTED
        };
        shifts.retain(|_, cells| is_shift(cells));
        let mut rows: HashMap<usize, Vec<&Slot>> = HashMap::new();
        for (at, passage) in self.old.iter().enumerate() {
            if let Some(slot) = passage.slot() {
                rows.entry(tables[at]).or_default().push(slot);
            }
        }
        // Where more rows went along than stayed, it is the column that moved; of as many, the head of the table decides.
        let has_moved = |(table, from, to): &(usize, usize, usize)| {
            let (mut stays, mut goes, mut head_goes) = (0usize, 0usize, None);
            for slot in rows.get(table).into_iter().flatten().filter(|slot| slot.place == *from) {
                let there = Slot { name: slot.name.clone(), place: *to };
                let said = before.get(slot);
                let (own, other) = (said == after.get(slot), said == after.get(&there));
                if said != before.get(&there) && own != other {
                    *if own { &mut stays } else { &mut goes } += 1;
                    head_goes.get_or_insert(other);
                }
            }
            goes > stays || goes == stays && head_goes == Some(true)
        };
        let moved: HashSet<usize> =
            columns.iter().filter(|column| has_moved(column)).map(|(table, ..)| *table).collect();
        let is_row = |revision: &Revision, place: usize| shifts.contains_key(&(table(revision), place));
        let wander = |(revision, from, to): &&(&Revision, &'a Slot, &'a Slot)| {
            !moved.contains(&table(revision)) && (from.name == to.name || !is_row(revision, from.place))
        };
        wandered.iter().filter(wander).flat_map(|(_, from, to)| [*from, *to]).collect()
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
