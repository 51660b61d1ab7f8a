//! Merging two changed versions of a memory, as `git merge` asks for.

use std::io::{BufRead, Write};

use indexmap::IndexMap;

use crate::copy::CopyError;
use crate::diff::identity;
use crate::filter::source_of;
use crate::model::{Head, Tu};
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
/// ours, with what theirs added after the unit that it followed there. The files are held in memory.
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
    let (_, base, _) = load(base, options)?;
    let (our_head, ours, our_rest) = load(ours, options)?;
    let (their_head, theirs, _) = load(theirs, options)?;
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
    let mut writer = Writer::new(out, &our_head)?;
    for tu in merged.values() {
        writer.write(tu)?;
    }
    our_rest.iter().try_for_each(|written| writer.write_foreign(written))?;
    result.written = writer.units();
    writer.finish()?;
    Ok(result)
}

fn conflict(tu: &Tu, head: &Head, taken: Side) -> Conflict {
    let source = tu.variants.get(source_of(tu, head)).map(|variant| variant.plain_text()).unwrap_or_default();
    Conflict { tuid: tu.tuid().map(str::to_owned), source, taken }
}

/// The head, the units by what they are told apart by, and what follows them.
type Loaded = (Head, IndexMap<u64, Tu>, Vec<String>);

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
    Ok((head, units, reader.rest().to_vec()))
}
