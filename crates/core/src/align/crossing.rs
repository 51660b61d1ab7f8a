//! Pieces that were moved: found among what the monotone search left without a counterpart.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::features::Prepared;
use super::scorer::{Candidate, Evidence, Scorer};

/// The shapes that the beads of a moved piece may have.
const SHAPES: [(usize, usize); 3] = [(1, 1), (1, 2), (2, 1)];
/// ln p of each.
const SHAPE_COSTS: [f64; 3] = [-0.2, -3.0, -3.0];

/// Beads of left-over segments that are surely each other's translation, in the order of the source, with their
/// confidence.
///
/// A piece is a run of neighbours on both sides: sentences that move mostly move together, and what speaks for each of
/// them adds up (local alignment: Smith & Waterman, "Identification of common molecular subsequences", 1981). A piece is
/// offered where what speaks for it outweighs that any left-over segment could have stood at any place, and where no
/// rival for its segments comes near. A sentence that stands alone somewhere else is often a coincidence, above all in
/// news: it counts as moved only where it is a block of its own.
pub(crate) fn crossings(
    source: &Prepared,
    target: &Prepared,
    path: &[(Candidate, f32)],
    scorers: &mut [&mut dyn Scorer],
) -> Vec<(Candidate, f32)> {
    /// How many pairs are judged, and how many target segments are read for it, at most.
    const MOST: usize = 4_000_000;
    let left = |which: fn(&Candidate) -> (bool, usize)| -> Vec<usize> {
        path.iter()
            .filter_map(|(bead, _)| {
                let (alone, at) = which(bead);
                alone.then_some(at)
            })
            .collect()
    };
    let sources = left(|bead| (bead.target.is_empty(), bead.source.start));
    let targets = left(|bead| (bead.source.is_empty(), bead.target.start));
    let (Some(first), Some(last)) = (targets.first(), targets.last()) else { return Vec::new() };
    if sources.len().saturating_mul(last - first + 1) > MOST {
        return Vec::new();
    }
    Pieces::find(&sources, &targets, scorers).choose(source, target)
}

/// A bead of left-over segments and the best piece that ends with it.
#[derive(Clone, Debug)]
struct Link {
    bead: Candidate,
    /// What speaks for the piece up to here, in nats.
    score: f64,
    /// The link before it in the piece.
    before: Option<usize>,
}

struct Pieces {
    links: Vec<Link>,
    /// ln p that a left-over segment was moved, and to this very place.
    beginning: f64,
}

impl Pieces {
    fn find(sources: &[usize], targets: &[usize], scorers: &mut [&mut dyn Scorer]) -> Self {
        /// The chance that a segment without a counterpart was moved rather than left out.
        const MOVED: f64 = 0.1;
        /// Beads for which less speaks are not kept.
        const LEAST: f64 = 0.5;
        /// Where so many might belong together, nothing can be told.
        const MOST: usize = 200_000;
        let beginning = (MOVED / targets.len().max(sources.len()) as f64).ln();
        let mut links: Vec<Link> = Vec::new();
        // By where they end: the number of the best link. (Only looked up, never gone through.)
        let mut ends: HashMap<(usize, usize), usize> = HashMap::new();
        let runs = |numbers: &[usize], at: usize, long: usize| {
            numbers.get(at + long - 1).is_some_and(|last| *last == numbers[at] + long - 1)
        };
        for s in 0..sources.len() {
            if links.len() > MOST {
                return Self { links: Vec::new(), beginning };
            }
            let mut candidates = Vec::new();
            let mut costs = Vec::new();
            for t in 0..targets.len() {
                for (shape, cost) in SHAPES.iter().zip(SHAPE_COSTS) {
                    if runs(sources, s, shape.0) && runs(targets, t, shape.1) {
                        let (s, t) = (sources[s], targets[t]);
                        candidates.push(Candidate { source: s..s + shape.0, target: t..t + shape.1 });
                        costs.push(cost);
                    }
                }
            }
            let mut evidence = vec![Evidence::NEUTRAL; candidates.len()];
            for scorer in scorers.iter_mut() {
                scorer.score(&candidates, &mut evidence);
            }
            for ((bead, evidence), cost) in candidates.into_iter().zip(evidence).zip(costs) {
                let own = evidence.nats() + cost;
                let before = ends.get(&(bead.source.start, bead.target.start)).copied();
                let gained = before.map_or(0.0, |number| links[number].score.max(0.0));
                if own < LEAST && gained == 0.0 || own + gained <= 0.0 {
                    continue;
                }
                let end = (bead.source.end, bead.target.end);
                let score = own + gained;
                let number = links.len();
                links.push(Link { bead, score, before: before.filter(|_| gained > 0.0) });
                let best = ends.entry(end).or_insert(number);
                if links[*best].score < score {
                    *best = number;
                }
            }
        }
        Self { links, beginning }
    }

    /// The beads of the piece that ends with a link, but for those at either end for which little speaks by itself:
    /// the heading before a moved paragraph need not have moved with it.
    fn piece(&self, last: usize) -> Vec<Candidate> {
        /// What must speak for the first and the last bead, in nats.
        const FIRM: f64 = 2.5;
        let mut links = Vec::new();
        let mut at = Some(last);
        while let Some(number) = at {
            links.push(number);
            at = self.links[number].before;
        }
        let own = |number: &usize| {
            let link = &self.links[*number];
            link.score - link.before.map_or(0.0, |before| self.links[before].score)
        };
        let is_firm = |number: &usize| own(number) >= FIRM;
        let (first, last) = (links.iter().position(is_firm), links.iter().rposition(is_firm));
        let kept = first.zip(last).map_or(&links[..], |(first, last)| &links[first..=last]);
        kept.iter().rev().map(|number| self.links[*number].bead.clone()).collect()
    }

    /// The pieces that can be believed, best first, no segment twice; their beads in the order of the source.
    fn choose(&self, source: &Prepared, target: &Prepared) -> Vec<(Candidate, f32)> {
        /// So far a piece must be ahead of every rival for its segments, in nats.
        const AHEAD: f64 = 4.0;
        /// What moved without company must have so much more to speak for it.
        const ALONE: f64 = 3.5;
        let (mut by_source, mut by_target) = (HashMap::<usize, Vec<usize>>::new(), HashMap::<usize, Vec<usize>>::new());
        for (number, link) in self.links.iter().enumerate() {
            by_source.entry(link.bead.source.start).or_default().push(number);
            by_target.entry(link.bead.target.start).or_default().push(number);
        }
        let mut order: Vec<usize> = (0..self.links.len()).collect();
        order.sort_by(|a, b| self.links[*b].score.total_cmp(&self.links[*a].score).then(a.cmp(b)));
        let (mut used_source, mut used_target) = (BTreeSet::new(), BTreeSet::new());
        let mut found = Vec::new();
        for last in order {
            let score = self.links[last].score;
            if score + self.beginning <= 0.0 {
                break;
            }
            let beads = self.piece(last);
            let (Some(first), Some(end)) = (beads.first(), beads.last()) else { continue };
            let (s, t) = (first.source.start..end.source.end, first.target.start..end.target.end);
            if s.clone().any(|at| used_source.contains(&at)) || t.clone().any(|at| used_target.contains(&at)) {
                continue;
            }
            used_source.extend(s.clone());
            used_target.extend(t.clone());
            let from_source = s.clone().filter_map(|at| by_source.get(&at)).flatten();
            let from_target = t.clone().filter_map(|at| by_target.get(&at)).flatten();
            let rivals = from_source
                .chain(from_target)
                .map(|number| &self.links[*number])
                .filter(|link| s.contains(&link.bead.source.start) != t.contains(&link.bead.target.start));
            let rival = rivals.map(|link| link.score).fold(0.0, f64::max);
            let enough = match beads.len() {
                1 => score + self.beginning > ALONE && is_block(source, &s) && is_block(target, &t),
                _ => true,
            };
            if enough && score - rival >= AHEAD {
                let chance = 1.0 / (1.0 + (-(score + self.beginning)).exp());
                found.extend(beads.into_iter().map(|bead| (bead, chance as f32)));
            }
        }
        found.sort_by_key(|(bead, _)| bead.source.start);
        found
    }
}

/// Whether segments are all of their blocks.
fn is_block(side: &Prepared, range: &Range<usize>) -> bool {
    let begins = |at: usize| side.segments.get(at).is_none_or(|segment| segment.begins > 0);
    begins(range.start) && begins(range.end)
}
