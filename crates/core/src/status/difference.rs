//! The steps from one sequence to another.

use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashMap};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The steps that lead from `old` to `new`.
///
/// What is equal gets one number first: numbers are compared faster than strings, and the algorithms are compiled once
/// instead of once for every kind of element, which was a tenth of this crate's build.
pub(super) fn difference<T: Hash + Eq>(algorithm: Algorithm, old: &[T], new: &[T]) -> Vec<DiffOp> {
    let mut numbers: FxHashMap<&T, u32> = FxHashMap::with_capacity_and_hasher(old.len() + new.len(), FxBuildHasher);
    let mut numbered = |side: &mut dyn Iterator<Item = _>| -> Vec<u32> {
        side.map(|element| {
            let next = numbers.len() as u32;
            *numbers.entry(element).or_insert(next)
        })
        .collect()
    };
    let (old, new) = (numbered(&mut old.iter()), numbered(&mut new.iter()));
    capture_diff_slices(algorithm, &old, &new)
}
