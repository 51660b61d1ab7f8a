//! The passes: judge, search, learn, and again.

use std::collections::HashSet;
use std::ops::Range;

use super::band::Band;
use super::clauses::{Clauses, Rates};
use super::cooccurrence::{Beliefs, bags_of};
use super::crossing::crossings;
use super::features::Prepared;
use super::insertion::{Bench, Insertion, Where};
use super::lattice::{Posterior, Priors, Shape};
use super::layout::{Layout, LayoutModel};
use super::length::{Length, LengthModel};
use super::lexical::{Lexical, Links};
use super::links::{beliefs, links};
use super::path::best_path;
use super::pieces::{cuts, firm, posterior};
use super::scorer::{Candidate, Evidence, Scorer};
use super::search::{Document, coarse_band, reopen};
use super::slide::slide;
use super::{Bead, Confidence, Learning, Options, Resources, Side};

/// Passes with 1-1 beads only, to find lengths and words by.
const FIRST_PASSES: usize = 2;
/// Passes in all; each learns from the one before.
const PASSES: usize = 7;
/// A pass that changes fewer than one bead in so many is the last.
const STEADY: usize = 140;

/// Aligns the documents that two sides consist of, each by itself, with what all of them teach. Documents follow each
/// other on both sides, none with an empty side. The beads are those of all, in order. See [`super::align`].
pub(crate) fn run(
    (source, target): (&Side<'_>, &Side<'_>),
    documents: &[Document],
    resources: &Resources,
    options: &Options,
) -> Vec<Bead> {
    let prepared = (Prepared::new(source), Prepared::new(target));
    let beliefs = beliefs((source, target), (&prepared.0, &prepared.1), resources);
    let mut state = State::new(&prepared.0, &prepared.1, documents, &beliefs);
    let path = state.passes(options);
    let mut crossing = Vec::new();
    let mut scorers = state.scorers();
    let mut rest = path.as_slice();
    for document in documents {
        let (own, others) = rest.split_at(rest.partition_point(|(bead, _)| document.holds(&bead.source, &bead.target)));
        crossing.extend(crossings(&prepared.0, &prepared.1, own, &mut scorers.each()));
        rest = others;
    }
    let inserted = state.insertions(&path);
    in_order(path, crossing, inserted)
}

/// The beads of the path without the gaps that crossing beads fill, and those beads at the place of their source;
/// what was inserted into a bead stands behind it.
fn in_order(
    path: Vec<(Candidate, f32)>,
    crossing: Vec<(Candidate, f32)>,
    inserted: Vec<(Insertion, f32)>,
) -> Vec<Bead> {
    let sources: HashSet<usize> = crossing.iter().flat_map(|(bead, _)| bead.source.clone()).collect();
    let targets: HashSet<usize> = crossing.iter().flat_map(|(bead, _)| bead.target.clone()).collect();
    let mut moved = crossing.into_iter().peekable();
    let mut inserted = inserted.into_iter().peekable();
    let mut beads = Vec::with_capacity(path.len());
    for (number, (candidate, chance)) in path.into_iter().enumerate() {
        let bead = |(candidate, chance): (Candidate, f32), crossing: bool| Bead {
            source: candidate.source,
            target: candidate.target,
            confidence: Confidence::new(tempered(chance)),
            crossing,
            ..Bead::default()
        };
        if let Some((insertion, apart)) = inserted.next_if(|(insertion, _)| insertion.bead == number) {
            let mut rest = bead((candidate, chance.min(apart)), false);
            let mut gaps: Vec<Bead> = Vec::new();
            for at in insertion.run.clone() {
                let (source, target) = match insertion.side {
                    Where::Source => (at..at + 1, rest.target.end..rest.target.end),
                    Where::Target => (rest.source.end..rest.source.end, at..at + 1),
                };
                gaps.push(bead((Candidate { source, target }, apart), false));
            }
            match insertion.side {
                Where::Source => rest.between_source = insertion.run,
                Where::Target => rest.between_target = insertion.run,
            }
            beads.push(rest);
            beads.append(&mut gaps);
            continue;
        }
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
    documents: &'a [Document],
    beliefs: &'a Beliefs,
    length: LengthModel,
    layout: LayoutModel,
    rates: (Rates, Rates),
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
struct Scorers<'a>(Length<'a>, Layout<'a>, Lexical<'a>, Clauses<'a>);

impl Scorers<'_> {
    fn each(&mut self) -> [&mut dyn Scorer; 4] {
        [&mut self.0, &mut self.1, &mut self.2, &mut self.3]
    }
}

impl<'a> State<'a> {
    fn new(source: &'a Prepared, target: &'a Prepared, documents: &'a [Document], beliefs: &'a Beliefs) -> Self {
        Self {
            source,
            target,
            documents,
            beliefs,
            length: LengthModel::initial(source, target),
            layout: LayoutModel::initial(source, target),
            rates: (Rates::of(source), Rates::of(target)),
            links: links(source, target, beliefs, &beliefs.unlearnt()),
            priors: Priors::single(),
        }
    }

    fn scorers(&self) -> Scorers<'_> {
        Scorers(
            Length::new(&self.length, self.source, self.target),
            Layout::new(&self.layout, self.source, self.target),
            Lexical::new(&self.links, self.source, self.target),
            Clauses::new(&self.rates, self.source, self.target),
        )
    }

    /// Runs of segments within beads that do not belong to them, with the chance that they do not.
    ///
    /// The search knows only neighbours, so that a foreign sentence between two that were translated by one becomes a
    /// part of their bead; here it is asked whether the bead is likelier without it.
    fn insertions(&self, path: &[(Candidate, f32)]) -> Vec<(Insertion, f32)> {
        let bench = Bench::of(self.source, self.target, path);
        let mut scorers = Scorers(
            Length::new(&self.length, &bench.source, &bench.target),
            Layout::new(&self.layout, &bench.source, &bench.target),
            Lexical::new(&self.links, &bench.source, &bench.target),
            Clauses::new(&self.rates, &bench.source, &bench.target),
        );
        let shape = |bead: &Candidate| {
            let size = (bead.source.len(), bead.target.len());
            let fits = |shape: &Shape| (usize::from(shape.source), usize::from(shape.target)) == size;
            self.priors.shapes.iter().find(|(shape, _)| fits(shape)).map_or(-9.0, |(_, chance)| *chance)
        };
        let mut judge = |bead: &Candidate| {
            let mut evidence = [Evidence::NEUTRAL];
            for scorer in scorers.each() {
                scorer.score(std::slice::from_ref(bead), &mut evidence);
            }
            evidence[0].nats() + shape(bead)
        };
        let mut best: Vec<(Insertion, f64)> = Vec::new();
        let mut whole = (Candidate { source: 0..0, target: 0..0 }, 0.0);
        for insertion in bench.insertions {
            if whole.0 != insertion.whole {
                whole = (insertion.whole.clone(), judge(&insertion.whole));
            }
            let gaps = match insertion.side {
                Where::Source => self.priors.source,
                Where::Target => self.priors.target,
            };
            let more = (insertion.run.len() - 1) as f64;
            let cost = -gaps.open.ln() - more * gaps.more.ln();
            let gain = judge(&insertion.rest) - whole.1 - cost;
            match best.last_mut() {
                Some((last, known)) if last.bead == insertion.bead => {
                    if gain > *known {
                        (*last, *known) = (insertion, gain);
                    }
                }
                _ => best.push((insertion, gain)),
            }
        }
        best.retain(|(_, gain)| *gain > 0.0);
        best.into_iter().map(|(insertion, gain)| (insertion, (1.0 / (1.0 + (-gain).exp())) as f32)).collect()
    }

    fn passes(&mut self, options: &Options) -> Vec<(Candidate, f32)> {
        let (n, m) = (self.source.len(), self.target.len());
        let (mut band, mut cut) = self.coarse();
        let mut pass = 0;
        let mut before = Vec::new();
        loop {
            if pass == FIRST_PASSES {
                self.priors.admit(&options.shapes());
            }
            if pass >= FIRST_PASSES {
                cut = self.documents[1..].iter().map(|next| (next.source.start, next.target.start)).collect();
                cut.extend(firm(&before));
                cut.sort_unstable();
                cut.dedup();
            }
            let shapes: Vec<Shape> = self.priors.shapes.iter().map(|(shape, _)| *shape).collect();
            let found = posterior(&band, &cut, &shapes, &self.priors, &mut self.scorers().each());
            let mut path = best_path(&found, n, m);
            pass += 1;
            let settled = pass > FIRST_PASSES + 1 && changed(&before, &path) * STEADY <= path.len();
            if pass == PASSES || settled {
                slide(&mut path, &found, (self.source, self.target));
                return path;
            }
            if options.learning == Learning::FromText {
                self.learn(&found);
            }
            let margin = [4, 2].get(pass - 1).copied().unwrap_or(1);
            band = reopen(found.narrowed.widen(margin, m), &path, n, m);
            before = path;
            if pass == 1 {
                let (coarse, found) = self.coarse();
                band = band.union(&coarse, m);
                cut = found;
            }
        }
    }

    /// The band in which the first passes search, and where it is cut: between documents, and within long ones.
    fn coarse(&self) -> (Band, Vec<(usize, usize)>) {
        let mut rows: Vec<Range<usize>> = Vec::with_capacity(self.source.len() + 1);
        let mut cut = Vec::new();
        for document in self.documents {
            let (s, t) = (document.source.start, document.target.start);
            let (band, chain) = coarse_band((self.source, self.target), document, &self.links);
            let mut own = band.rows.into_iter().map(|row| row.start + t..row.end + t);
            // Where one document ends the next begins: the last row of the one is the first of the other.
            if let Some(last) = rows.last_mut() {
                last.end = own.next().map_or(last.end, |first| first.end.max(last.end));
                cut.push((s, t));
            }
            rows.extend(own);
            cut.extend(cuts(&chain, document.source.len()).into_iter().map(|(own, other)| (own + s, other + t)));
        }
        (Band { rows }, cut)
    }

    fn learn(&mut self, found: &Posterior) {
        /// Beads below this chance teach no words.
        const LEAST: f32 = 0.1;
        let sure = found.beads.iter().filter(|(_, chance)| *chance > LEAST);
        let learnt = bags_of(self.source, self.target, sure).learn(self.beliefs);
        let sum = |side: &Prepared, range: &Range<usize>| -> f64 {
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
        self.links = links(self.source, self.target, self.beliefs, &learnt);
    }
}
