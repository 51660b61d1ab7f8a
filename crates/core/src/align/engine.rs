//! The passes: judge, search, learn, and again.

use std::collections::HashSet;

use super::cooccurrence::bags_of;
use super::crossing::crossings;
use super::features::Prepared;
use super::lattice::{Posterior, Priors, Shape};
use super::layout::{Layout, LayoutModel};
use super::length::{Length, LengthModel};
use super::lexical::{Lexical, Links};
use super::links::Knowledge;
use super::path::best_path;
use super::pieces::{cuts, posterior};
use super::scorer::{Candidate, Scorer};
use super::search::{coarse_band, reopen};
use super::{Alignment, Bead, Confidence, Learning, Options, Resources, Side};

/// Passes with 1-1 beads only, to find lengths and words by.
const FIRST_PASSES: usize = 2;
/// Passes in all; each learns from the one before.
const PASSES: usize = 7;
/// A pass that changes fewer than one bead in so many is the last.
const STEADY: usize = 140;

/// Aligns two sides. See [`super::align`].
pub(crate) fn run(source: &Side<'_>, target: &Side<'_>, resources: &Resources, options: &Options) -> Alignment {
    let prepared = (Prepared::new(source), Prepared::new(target));
    let (n, m) = (source.segments.len(), target.segments.len());
    let mut crossing = Vec::new();
    let path = if n > 0 && m > 0 {
        let knowledge = Knowledge::new((source, target), (&prepared.0, &prepared.1), resources);
        let mut state = State::new(&prepared.0, &prepared.1, &knowledge);
        let path = state.passes(options);
        crossing = crossings(&prepared.0, &prepared.1, &path, &mut state.scorers().each());
        path
    } else {
        let source_gaps = (0..n).map(|s| (Candidate { source: s..s + 1, target: 0..0 }, 1.0));
        source_gaps.chain((0..m).map(|t| (Candidate { source: 0..0, target: t..t + 1 }, 1.0))).collect()
    };
    Alignment { beads: in_order(path, crossing) }
}

/// The beads of the path without the gaps that crossing beads fill, and those beads at the place of their source.
fn in_order(path: Vec<(Candidate, f32)>, crossing: Vec<(Candidate, f32)>) -> Vec<Bead> {
    let sources: HashSet<usize> = crossing.iter().flat_map(|(bead, _)| bead.source.clone()).collect();
    let targets: HashSet<usize> = crossing.iter().flat_map(|(bead, _)| bead.target.clone()).collect();
    let mut moved = crossing.into_iter().peekable();
    let mut beads = Vec::with_capacity(path.len());
    for (candidate, chance) in path {
        let bead = |(candidate, chance): (Candidate, f32), crossing: bool| Bead {
            source: candidate.source,
            target: candidate.target,
            confidence: Confidence::new(tempered(chance)),
            crossing,
        };
        if candidate.target.is_empty()
            && let Some(found) = moved.next_if(|(bead, _)| bead.source.start == candidate.source.start)
        {
            beads.push(bead(found, true));
            continue;
        }
        let filled = candidate.target.is_empty() && sources.contains(&candidate.source.start)
            || candidate.source.is_empty() && targets.contains(&candidate.target.start);
        if !filled {
            beads.push(bead((candidate, chance), false));
        }
    }
    beads
}

/// What the lattice takes for a chance as one that can be relied on: its evidence counts as independent what is not, so
/// that it is too sure. Fitted by eye to the observed precision by bin (tests/align.rs), one number for everything.
fn tempered(chance: f32) -> f32 {
    const SHARPNESS: f32 = 0.55;
    let chance = chance.clamp(1e-6, 1.0 - 1e-6);
    let odds = (chance / (1.0 - chance)).powf(SHARPNESS);
    odds / (1.0 + odds)
}

/// All that changes from pass to pass.
struct State<'a> {
    source: &'a Prepared,
    target: &'a Prepared,
    knowledge: &'a Knowledge,
    length: LengthModel,
    layout: LayoutModel,
    links: Links,
    priors: Priors,
}

/// How many beads of the one path are not in the other; both are in order.
fn changed(before: &[(Candidate, f32)], after: &[(Candidate, f32)]) -> usize {
    let key = |bead: &Candidate| (bead.source.start, bead.target.start, bead.source.end, bead.target.end);
    let mut old = before.iter().map(|(bead, _)| key(bead)).peekable();
    let mut is_new = |bead: &Candidate| {
        while old.next_if(|other| *other < key(bead)).is_some() {}
        old.next_if_eq(&key(bead)).is_none()
    };
    after.iter().map(|(bead, _)| bead).filter(|bead| is_new(bead)).count()
}

/// The scorers that are there.
struct Scorers<'a>(Length<'a>, Layout<'a>, Lexical<'a>);

impl Scorers<'_> {
    fn each(&mut self) -> [&mut dyn Scorer; 3] {
        [&mut self.0, &mut self.1, &mut self.2]
    }
}

impl<'a> State<'a> {
    fn new(source: &'a Prepared, target: &'a Prepared, knowledge: &'a Knowledge) -> Self {
        Self {
            source,
            target,
            knowledge,
            length: LengthModel::initial(source, target),
            layout: LayoutModel::initial(source, target),
            links: knowledge.links(source, target, &[]),
            priors: Priors::single(),
        }
    }

    fn scorers(&self) -> Scorers<'_> {
        Scorers(
            Length::new(&self.length, self.source, self.target),
            Layout::new(&self.layout, self.source, self.target),
            Lexical::new(&self.links, self.source, self.target),
        )
    }

    fn passes(&mut self, options: &Options) -> Vec<(Candidate, f32)> {
        let (n, m) = (self.source.len(), self.target.len());
        let (mut band, chain) = coarse_band(self.source, self.target, &self.links);
        let mut cut = cuts(&chain, n);
        let mut pass = 0;
        let mut before = Vec::new();
        loop {
            if pass == FIRST_PASSES {
                self.priors.admit(&options.shapes());
                cut.clear();
            }
            let shapes: Vec<Shape> = self.priors.shapes.iter().map(|(shape, _)| *shape).collect();
            let found = posterior(&band, &cut, &shapes, &self.priors, &mut self.scorers().each());
            let path = best_path(&found, n, m);
            pass += 1;
            let settled = pass > FIRST_PASSES + 1 && changed(&before, &path) * STEADY <= path.len();
            if pass == PASSES || settled {
                return path;
            }
            if options.learning == Learning::FromText {
                self.learn(&found);
            }
            let margin = [4, 2].get(pass - 1).copied().unwrap_or(1);
            band = reopen(found.narrowed.widen(margin, m), &path, n, m);
            before = path;
            if pass == 1 {
                let (coarse, chain) = coarse_band(self.source, self.target, &self.links);
                band = band.union(&coarse, m);
                cut = cuts(&chain, n);
            }
        }
    }

    fn learn(&mut self, found: &Posterior) {
        /// Beads below this chance teach no words.
        const LEAST: f32 = 0.1;
        let sure = found.beads.iter().filter(|(_, chance)| *chance > LEAST);
        let learnt = bags_of(self.source, self.target, sure).learn();
        let sum = |side: &Prepared, range: &std::ops::Range<usize>| -> f64 {
            side.segments[range.clone()].iter().map(|segment| f64::from(segment.length)).sum()
        };
        let lengths: Vec<(f64, f64, f64)> = found
            .beads
            .iter()
            .map(|(bead, chance)| (sum(self.source, &bead.source), sum(self.target, &bead.target), f64::from(*chance)))
            .collect();
        self.length.estimate(&lengths);
        self.layout.estimate(self.source, self.target, &found.beads);
        self.priors.estimate(found);
        self.links = self.knowledge.links(self.source, self.target, &learnt);
    }
}
