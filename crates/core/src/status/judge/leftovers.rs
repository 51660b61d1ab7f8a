//! Segments that no witness pairs: copies, sources that came back, and pairs that only alignment makes.

use super::tie::Tie;
use super::{Base, Circumstance, Claim, DOUBTFUL, Passage, SyncState, Work, edit_kind, scaled};
use crate::align::Alignment;
use crate::status::revision::{equals, returned};

impl<'a> Work<'a> {
    /// Source segments that stand in the target as they are.
    pub(super) fn pair_copies(&mut self) {
        let (sources, targets) = (self.free_source(), self.free_target());
        let of = |side: &'a [Passage], numbers: &[usize]| numbers.iter().map(|at| &side[*at]).collect::<Vec<_>>();
        for (source, target) in equals(&of(self.page.source, &sources), &of(self.page.target, &targets)) {
            let (source, target) = (sources[source], targets[target]);
            if self.foreign(&self.page.source[source], &[target]).is_some() {
                self.ties[source] = Some(Tie::untranslated(vec![target]));
                self.claims[target] = Some(Claim::Tied);
            }
        }
    }

    /// Sources that were gone and came back edited, while the translation that they had stayed where it was. Of what was
    /// edited since, their history ties what followed by a number or a name.
    pub(super) fn pair_returned(&mut self) {
        let mut gone: Vec<(Passage, Base, Vec<usize>)> = Vec::new();
        for (target, claim) in self.claims.iter().enumerate() {
            let Some(Claim::Obsolete { previous_source, base }) = claim else { continue };
            match gone.last_mut() {
                // A second translation of the same stands elsewhere.
                Some((before, _, targets))
                    if before.text() == previous_source && targets.last() == Some(&(target - 1)) =>
                {
                    targets.push(target);
                }
                _ => gone.push((Passage::new(previous_source.as_str()), base.clone(), vec![target])),
            }
        }
        let free = self.free_source();
        let olds: Vec<&Passage> = gone.iter().map(|(before, ..)| before).collect();
        let news: Vec<&Passage> = free.iter().map(|at| &self.page.source[*at]).collect();
        for (old, new) in returned(&olds, &news) {
            let ((before, base, targets), source) = (&gone[old], free[new]);
            let edit = edit_kind(before, &self.page.source[source], self.page.source_language);
            if edit.is_none() {
                continue;
            }
            for target in targets {
                self.claims[*target] = Some(Claim::Tied);
            }
            self.ties[source] = Some(Tie {
                target: targets.clone(),
                state: SyncState::Stale,
                edit,
                made_from: Some(before.clone()),
                base: Some(base.clone()),
                since: None,
                circumstances: Vec::new(),
            });
        }
    }

    pub(super) fn pair_leftovers(&mut self, align: &mut dyn FnMut() -> Alignment) {
        if self.free_source().is_empty() || self.free_target().is_empty() {
            return;
        }
        let newer = self.page.testimonies.iter().find_map(|testimony| testimony.newer.as_ref());
        for bead in align().beads {
            let sources: Vec<usize> =
                self.free_in(bead.sources(), |work, at| work.ties.get(at).is_some_and(Option::is_none));
            let targets: Vec<usize> =
                self.free_in(bead.targets(), |work, at| work.claims.get(at).is_some_and(Option::is_none));
            if sources.is_empty() || targets.is_empty() {
                continue;
            }
            let base = newer
                .map(|base| Base { confidence: scaled(base.confidence, bead.confidence.get()), ..base.clone() })
                .filter(|base| base.confidence.get() >= DOUBTFUL);
            for source in &sources {
                self.ties[*source] = Some(Tie {
                    target: targets.clone(),
                    state: if base.is_some() { SyncState::Current } else { SyncState::Unknown },
                    edit: None,
                    made_from: None,
                    base: base.clone(),
                    since: None,
                    circumstances: if bead.crossing { vec![Circumstance::Moved] } else { vec![] },
                });
            }
            for target in targets {
                self.claims[target] = Some(Claim::Tied);
            }
        }
    }

    fn free_in(&self, numbers: impl Iterator<Item = usize>, free: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        numbers.filter(|at| free(self, *at)).collect()
    }
}
