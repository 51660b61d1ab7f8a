//! What differs between two files, unit by unit.

use std::hash::{DefaultHasher, Hash, Hasher};

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::filter::source_of;
use crate::merge::{Open, hash_variant};
use crate::model::{Head, Tu};
use crate::options::{ReadError, ReadOptions};
use crate::reader::Reader;
use crate::write::canonical;

/// What is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compare {
    /// Everything that a unit says; not how it is written.
    #[default]
    Everything,
    /// Languages and segments alone: not dates, names, notes or props.
    Text,
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The unit is in the second file alone.
    Added(Tu),
    /// The unit is in the first file alone.
    Removed(Tu),
    /// The unit is in both, but not the same.
    Changed {
        /// As in the first file.
        old: Tu,
        /// As in the second.
        new: Tu,
    },
}

/// How many units are the same and how many are not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DiffCount {
    /// The same in both files, wherever they stand.
    pub same: u64,
    /// In the second file alone.
    pub added: u64,
    /// In the first file alone.
    pub removed: u64,
    /// In both, but different.
    pub changed: u64,
}

/// Compares file 0 with file 1 and tells every difference: what changed or went in the order of the first file, then
/// what came in the order of the second.
///
/// Units are the same unit by `tuid`, else by their source in its context. File 0 is read twice; memory holds 16 bytes
/// a unit, and the units that differ.
///
/// ```
/// use hexapla_tmx::{Change, Compare, ReadOptions, diff};
/// let file = |unit: &str| format!("<tmx version='1.4'><header srclang='de'/><body>{unit}</body></tmx>");
/// let tu = |text: &str| format!("<tu tuid='1'><tuv xml:lang='de'><seg>Tor</seg></tuv><tuv xml:lang='en'><seg>{text}</seg></tuv></tu>");
/// let files = [file(&tu("goal")), file(&tu("gate"))];
/// let mut open = |n: usize| Ok(Box::new(std::io::Cursor::new(files[n].clone())) as Box<dyn std::io::BufRead>);
/// let mut changes = Vec::new();
/// let count = diff(&mut open, Compare::Text, ReadOptions::default(), &mut |change| changes.push(change))?;
/// assert_eq!(count.changed, 1);
/// assert!(matches!(&changes[..], [Change::Changed { new, .. }] if new.variants[1].plain_text() == "gate"));
/// # Ok::<(), hexapla_tmx::ReadError>(())
/// ```
///
/// # Errors
/// Where a file cannot be read or is refused.
pub fn diff(
    open: &mut Open<'_>,
    compare: Compare,
    options: ReadOptions,
    tell: &mut dyn FnMut(Change),
) -> Result<DiffCount, ReadError> {
    let mut count = DiffCount::default();
    let mut contents: FxHashMap<u64, u32> = FxHashMap::default();
    each(open, 0, options, &mut |tu, _| *contents.entry(content(&tu, compare)).or_default() += 1)?;
    let mut fresh: IndexMap<u64, Vec<Tu>> = IndexMap::new();
    each(open, 1, options, &mut |tu, head| match contents.get_mut(&content(&tu, compare)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            count.same += 1;
        }
        _ => fresh.entry(identity(&tu, head)).or_default().push(tu),
    })?;
    each(open, 0, options, &mut |old, head| {
        let Some(left) = contents.get_mut(&content(&old, compare)).filter(|left| **left > 0) else { return };
        *left -= 1;
        let partner = fresh.get_mut(&identity(&old, head)).filter(|units| !units.is_empty());
        match partner {
            Some(units) => {
                count.changed += 1;
                tell(Change::Changed { old, new: units.remove(0) });
            }
            None => {
                count.removed += 1;
                tell(Change::Removed(old));
            }
        }
    })?;
    for new in fresh.into_values().flatten() {
        count.added += 1;
        tell(Change::Added(new));
    }
    Ok(count)
}

fn each(
    open: &mut Open<'_>,
    number: usize,
    options: ReadOptions,
    work: &mut dyn FnMut(Tu, &Head),
) -> Result<(), ReadError> {
    let mut reader = Reader::with_options(open(number)?, options)?;
    let head = reader.head().clone();
    while let Some(tu) = reader.next_tu()? {
        work(tu, &head);
        reader.take_diagnostics();
    }
    Ok(())
}

fn content(tu: &Tu, compare: Compare) -> u64 {
    let mut hasher = DefaultHasher::new();
    match compare {
        Compare::Everything => match canonical(tu) {
            Ok(written) => written.hash(&mut hasher),
            Err(_) => format!("{tu:?}").hash(&mut hasher),
        },
        Compare::Text => tu.variants.iter().for_each(|variant| hash_variant(variant, &mut hasher)),
    }
    hasher.finish()
}

/// What makes a unit the same unit in another version of its file.
pub(crate) fn identity(tu: &Tu, head: &Head) -> u64 {
    let mut hasher = DefaultHasher::new();
    match tu.tuid() {
        Some(tuid) => (0u8, tuid).hash(&mut hasher),
        None => {
            for context in ["x-document", "x-context-pre", "x-context-post"] {
                tu.prop(context).hash(&mut hasher);
            }
            if let Some(variant) = tu.variants.get(source_of(tu, head)) {
                hash_variant(variant, &mut hasher);
            }
        }
    }
    hasher.finish()
}
