//! Where in a lattice to look.

use std::ops::Range;

/// For each number of source segments passed, the numbers of target segments passed that are looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Band {
    /// One range for each of 0 to n source segments, none empty, neither end ever falling.
    pub(crate) rows: Vec<Range<usize>>,
}

impl Band {
    /// Everything.
    pub(crate) fn whole(source: usize, target: usize) -> Self {
        Self { rows: vec![0..target + 1; source + 1] }
    }

    /// The same with so many more on every side.
    pub(crate) fn widen(&self, margin: usize, target: usize) -> Self {
        let last = self.rows.len() - 1;
        let rows = (0..=last)
            .map(|at| {
                let (before, behind) = (&self.rows[at.saturating_sub(margin)], &self.rows[(at + margin).min(last)]);
                let low = before.start.min(self.rows[at].start.saturating_sub(margin));
                let high = behind.end.max((self.rows[at].end + margin).min(target + 1));
                low..high
            })
            .collect();
        Self { rows }.mend(target)
    }

    /// Everything that either looks at.
    pub(crate) fn union(&self, other: &Self, target: usize) -> Self {
        let join = |(a, b): (&Range<usize>, &Range<usize>)| a.start.min(b.start)..a.end.max(b.end);
        Self { rows: self.rows.iter().zip(&other.rows).map(join).collect() }.mend(target)
    }

    /// The part from one node to another, counted from the first of them.
    pub(crate) fn between(&self, from: (usize, usize), to: (usize, usize)) -> Self {
        let within = |row: &Range<usize>| {
            let start = row.start.clamp(from.1, to.1);
            start - from.1..row.end.clamp(start + 1, to.1 + 1) - from.1
        };
        Self { rows: self.rows[from.0..=to.0].iter().map(within).collect() }.mend(to.1 - from.1)
    }

    /// Makes the ends rise, the first row begin at 0, the last end at `target`, and neighbours overlap.
    pub(crate) fn mend(mut self, target: usize) -> Self {
        if let Some(first) = self.rows.first_mut() {
            first.start = 0;
        }
        if let Some(last) = self.rows.last_mut() {
            last.end = target + 1;
        }
        let mut low = usize::MAX;
        for row in self.rows.iter_mut().rev() {
            low = low.min(row.start);
            row.start = low;
        }
        let mut high = 1;
        for row in &mut self.rows {
            high = high.max(row.end);
            row.end = high;
        }
        for at in 1..self.rows.len() {
            let before = self.rows[at - 1].end;
            if self.rows[at].start >= before {
                self.rows[at].start = before - 1;
            }
        }
        self
    }
}
