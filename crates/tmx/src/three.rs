//! Merging two changed versions of a memory, as `git merge` asks for.

use std::io::{BufRead, Write};

use indexmap::IndexMap;

use crate::copy::CopyError;
use crate::diff::identity;
use crate::filter::source_of;
use crate::model::{Attributes, Head, Tu};
use crate::options::{ReadError, ReadOptions};
use crate::reader::Reader;
use crate::write::Writer;

/// Two versions changed one unit, each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The unit's own name.
    pub tuid: Option<String>,
    /// The text of its source.
    pub source: String,
    /// Which version was taken.
    pub taken: Side,
}

/// One of the two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The version of the branch that is merged into.
    Ours,
    /// The version of the branch that is merged.
    Theirs,
}

/// What became of a three-way merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThreeWay {
    /// Units that were written.
    pub written: u64,
    /// Units that both sides changed differently; the later date was taken, ours where dates do not tell.
    pub conflicts: Vec<Conflict>,
}

/// Merges `ours` and `theirs`, which both come from `base`, unit by unit, and writes the result.
///
/// Units are the same by `tuid`, else by their source in its context. What one side alone changed, added or took out
/// is taken over; what one side changed and the other took out stays, and is told as a conflict. The order is that of
/// ours, with what theirs added after the unit that it followed there; headers and what follows the last unit are
/// merged likewise. The files are held in memory.
///
/// Broken files are not merged: reading is strict.
///
/// # Errors
/// Where a file cannot be read, or has an error; where the result cannot be written.
pub fn merge_three<B: BufRead, O: BufRead, T: BufRead>(
    base: B,
    ours: O,
    theirs: T,
    out: impl Write,
    options: ReadOptions,
) -> Result<ThreeWay, CopyError> {
    let Loaded { head: old_head, units: base, rest: old_rest } = load(base, options)?;
    let Loaded { head: our_head, units: ours, rest: our_rest } = load(ours, options)?;
    let Loaded { head: their_head, units: theirs, rest: their_rest } = load(theirs, options)?;
    let mut result = ThreeWay::default();
    let mut merged: IndexMap<u64, Tu> = IndexMap::with_capacity(ours.len());
    for (key, our) in &ours {
        let (old, their) = (base.get(key), theirs.get(key));
        let taken = match (old, their) {
            (Some(old), None) if old == our => continue,
            (Some(_), None) => {
                result.conflicts.push(conflict(our, &our_head, Side::Ours));
                our
            }
            (_, None) => our,
            (Some(old), Some(their)) if our == old => their,
            (Some(old), Some(their)) if their == old || our == their => our,
            (None, Some(their)) if our == their => our,
            (_, Some(their)) => {
                let side = if their.latest_date() > our.latest_date() { Side::Theirs } else { Side::Ours };
                let taken = if side == Side::Ours { our } else { their };
                result.conflicts.push(conflict(taken, &our_head, side));
                taken
            }
        };
        merged.insert(*key, taken.clone());
    }
    let mut before: Option<u64> = None;
    for (key, their) in &theirs {
        if merged.contains_key(key) {
            before = Some(*key);
            continue;
        }
        match base.get(key) {
            // Ours took it out, and theirs did not touch it.
            Some(old) if old == their => continue,
            Some(_) => result.conflicts.push(conflict(their, &their_head, Side::Theirs)),
            None => {}
        }
        let at = before.and_then(|before| merged.get_index_of(&before)).map_or(0, |at| at + 1);
        merged.shift_insert(at, *key, their.clone());
        before = Some(*key);
    }
    let mut writer = Writer::new(out, &merged_head(&old_head, &our_head, &their_head))?;
    for tu in merged.values() {
        writer.write(tu)?;
    }
    writer.write_rest(&merged_pieces(&old_rest, &our_rest, &their_rest))?;
    result.written = writer.units();
    writer.finish()?;
    Ok(result)
}

fn conflict(tu: &Tu, head: &Head, taken: Side) -> Conflict {
    let source = tu.variants.get(source_of(tu, head)).map(|variant| variant.plain_text()).unwrap_or_default();
    Conflict { tuid: tu.tuid().map(str::to_owned), source, taken }
}

/// Items as pieces; an attribute that one side alone changed is as that side has it, else as ours has it.
fn merged_head(base: &Head, ours: &Head, theirs: &Head) -> Head {
    Head {
        version: ours.version.clone(),
        root: merged_attributes(&base.root, &ours.root, &theirs.root),
        attributes: merged_attributes(&base.attributes, &ours.attributes, &theirs.attributes),
        items: merged_pieces(&base.items, &ours.items, &theirs.items),
    }
}

fn merged_attributes(base: &Attributes, ours: &Attributes, theirs: &Attributes) -> Attributes {
    let mut merged = ours.clone();
    for (name, value) in theirs.iter().filter(|(name, _)| ours.get(name) == base.get(name)) {
        merged.set(name.to_owned(), value);
    }
    for (name, value) in base.iter() {
        if theirs.get(name).is_none() && ours.get(name) == Some(value) {
            merged.remove(name);
        }
    }
    merged
}

/// What either side added is there, what either side took out is not: ours in its order, then what theirs added.
fn merged_pieces<T: Clone + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let stays = ours.iter().filter(|piece| !base.contains(piece) || theirs.contains(piece));
    let added = theirs.iter().filter(|piece| !base.contains(piece) && !ours.contains(piece));
    stays.chain(added).cloned().collect()
}

/// A version as it is held in memory.
struct Loaded {
    head: Head,
    /// The units by what they are told apart by.
    units: IndexMap<u64, Tu>,
    /// What follows them.
    rest: Vec<String>,
}

fn load<R: BufRead>(input: R, options: ReadOptions) -> Result<Loaded, ReadError> {
    let options = ReadOptions { strictness: crate::options::Strictness::Strict, ..options };
    let mut reader = Reader::with_options(input, options)?;
    let head = reader.head().clone();
    let mut units = IndexMap::new();
    while let Some(tu) = reader.next_tu()? {
        let mut key = identity(&tu, &head);
        // A second unit of the same name is another unit.
        while units.contains_key(&key) {
            key = key.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
        }
        units.insert(key, tu);
    }
    Ok(Loaded { head, units, rest: reader.rest().to_vec() })
}
