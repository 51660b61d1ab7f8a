//! Work on many things at once, its results in order.

use rayon::prelude::*;

/// How many results may wait for each thread: enough that none stands idle, few enough that memory stays bounded.
const AHEAD: usize = 8;

/// Sets how many threads work, once and for the whole process; without it there are as many as processors.
///
/// The results are the same at any number.
pub fn use_threads(count: std::num::NonZeroUsize) {
    // It fails where threads are at work already; then their number stays what it is, and the results the same.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(count.get()).build_global();
}

/// Does `work` on all items, several at once, and hands each result to `take` in the order of the items.
///
/// Only a few results are held at a time, however many items there are.
///
/// # Errors
///
/// The first item, in their order, for which `work` or `take` fails; no later one is taken.
///
/// ```
/// let mut sum = Vec::new();
/// let double = |n: &u32| Ok::<u32, String>(n * 2);
/// hexapla_project::in_order(&[1, 2, 3], double, |_, doubled| { sum.push(doubled); Ok(()) })?;
/// assert_eq!(sum, [2, 4, 6]);
/// # Ok::<(), String>(())
/// ```
pub fn in_order<T: Sync, R: Send, E: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R, E> + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), E>,
) -> Result<(), E> {
    for some in items.chunks(AHEAD * rayon::current_num_threads().max(1)) {
        let results: Vec<Result<R, E>> = some.par_iter().map(&work).collect();
        for (item, result) in some.iter().zip(results) {
            take(item, result?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_the_first_error_ends_it() {
        let items: Vec<usize> = (0..1000).collect();
        let mut taken = Vec::new();
        let work = |n: &usize| if *n < 700 { Ok(*n) } else { Err(*n) };
        let result = in_order(&items, work, |_, n| {
            taken.push(n);
            Ok(())
        });
        assert_eq!(result, Err(700));
        assert_eq!(taken, (0..700).collect::<Vec<_>>());
    }
}
