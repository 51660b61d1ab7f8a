//! The exact search within a band: every path of beads and gaps at once.

use std::ops::Range;

use super::band::Band;
use super::scorer::{Candidate, Evidence, Scorer};

/// How many segments either side of a bead has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) source: u8,
    pub(crate) target: u8,
}

/// The states of a path: behind a bead, within a short or long run of source gaps, of target gaps.
const STATES: usize = 5;
const BEAD: usize = 0;
const SOURCE_GAPS: [usize; 2] = [1, 2];
const TARGET_GAPS: [usize; 2] = [3, 4];

/// The chance that a long run of gaps goes on. A run of a hundred costs little more than two nats: whole chapters may
/// be missing.
const LONG: f64 = 0.98;

/// How gaps open and go on, on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gaps {
    /// The chance that a run of gaps stands before a bead.
    pub(crate) open: f64,
    /// The share of the runs that are long ones.
    pub(crate) long: f64,
    /// The chance that a short run goes on.
    pub(crate) more: f64,
}

/// The chances of all that is no bead's own business.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Priors {
    /// ln p of each shape, given that there is a bead.
    pub(crate) shapes: Vec<(Shape, f64)>,
    pub(crate) source: Gaps,
    pub(crate) target: Gaps,
}

impl Priors {
    fn transitions(&self) -> [[f32; STATES]; STATES] {
        let (s, t) = (self.source, self.target);
        let mut to = [[0.0f64; STATES]; STATES];
        let leave = |row: &mut [f64; STATES], chance: f64| {
            row[BEAD] = chance * (1.0 - t.open);
            row[3] = chance * t.open * (1.0 - t.long);
            row[4] = chance * t.open * t.long;
        };
        leave(&mut to[0], 1.0 - s.open);
        to[0][1] = s.open * (1.0 - s.long);
        to[0][2] = s.open * s.long;
        leave(&mut to[1], 1.0 - s.more);
        to[1][1] = s.more;
        leave(&mut to[2], 1.0 - LONG);
        to[2][2] = LONG;
        to[3][3] = t.more;
        to[3][BEAD] = 1.0 - t.more;
        to[4][4] = LONG;
        to[4][BEAD] = 1.0 - LONG;
        to.map(|row| row.map(|p| p.ln() as f32))
    }
}

/// Beads and what speaks for them, for every node of a band.
pub(crate) struct Lattice<'a> {
    band: &'a Band,
    shapes: Vec<Shape>,
    starts: Vec<usize>,
    /// For each node and shape.
    evidence: Vec<Evidence>,
}

const IMPOSSIBLE: f32 = f32::NEG_INFINITY;

/// ln p of each state at each node, relative to a level of the node's row: the sums of a long text outgrow the
/// precision of `f32`, the differences within a row do not.
struct Values {
    nodes: Vec<[f32; STATES]>,
    levels: Vec<f64>,
}

impl Values {
    /// What must be added to a value of row `from` to read it in row `to`.
    fn step(&self, from: usize, to: usize) -> f32 {
        (self.levels[from] - self.levels[to]) as f32
    }

    /// Takes the best value of a finished row as its level.
    fn level(&mut self, row: usize, nodes: Range<usize>) {
        let best = self.nodes[nodes.clone()].iter().flatten().fold(IMPOSSIBLE, |a, b| a.max(*b));
        if best.is_finite() {
            self.levels[row] += f64::from(best);
            self.nodes[nodes].iter_mut().flatten().for_each(|value| *value -= best);
        }
    }
}

/// What all paths together say.
#[derive(Default)]
pub(crate) struct Posterior {
    /// Beads that are no longer out of the question, in the order of the source, with their probability.
    pub(crate) beads: Vec<(Candidate, f32)>,
    /// The chance that a source segment has no counterpart.
    pub(crate) source_gaps: Vec<f32>,
    /// The chance that a target segment has none.
    pub(crate) target_gaps: Vec<f32>,
    /// What of the band is still in question.
    pub(crate) narrowed: Band,
    /// Expected counts, for the next priors.
    pub(crate) counts: GapCounts,
}

impl Posterior {
    /// Adds what is said of the piece that begins at a node, which is where this one ends.
    pub(crate) fn append(&mut self, other: Self, (s, t): (usize, usize)) {
        let moved = |bead: Candidate| Candidate {
            source: bead.source.start + s..bead.source.end + s,
            target: bead.target.start + t..bead.target.end + t,
        };
        self.beads.extend(other.beads.into_iter().map(|(bead, chance)| (moved(bead), chance)));
        self.source_gaps.extend(other.source_gaps);
        self.target_gaps.extend(other.target_gaps);
        let mut rows = other.narrowed.rows.into_iter().map(|row| row.start + t..row.end + t);
        if let (Some(last), Some(first)) = (self.narrowed.rows.last_mut(), rows.next()) {
            last.end = first.end.max(last.end);
        }
        self.narrowed.rows.extend(rows);
        self.counts.beads += other.counts.beads;
        for (mine, others) in
            [(&mut self.counts.source, other.counts.source), (&mut self.counts.target, other.counts.target)]
        {
            mine.iter_mut().zip(others).for_each(|(sum, more)| *sum += more);
        }
    }
}

/// How often runs of gaps were opened and went on, as expected over all paths.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct GapCounts {
    pub(crate) beads: f64,
    pub(crate) source: [f64; 3],
    pub(crate) target: [f64; 3],
}

/// ln of the least chance of a bead that counts: .002.
const LEAST: f32 = -6.2146;

fn sum_logs(values: &[f32]) -> f32 {
    let most = values.iter().fold(IMPOSSIBLE, |a, b| a.max(*b));
    if most == IMPOSSIBLE {
        return IMPOSSIBLE;
    }
    most + values.iter().map(|v| if *v - most > -16.0 { (*v - most).exp() } else { 0.0 }).sum::<f32>().ln()
}

impl<'a> Lattice<'a> {
    /// Has every bead within the band judged.
    pub(crate) fn new(band: &'a Band, shapes: &[Shape], scorers: &mut [&mut dyn Scorer]) -> Self {
        let mut starts = Vec::with_capacity(band.rows.len() + 1);
        let mut nodes = 0;
        for row in &band.rows {
            starts.push(nodes);
            nodes += row.len();
        }
        starts.push(nodes);
        let mut lattice =
            Self { band, shapes: shapes.to_vec(), starts, evidence: vec![Evidence::NEUTRAL; nodes * shapes.len()] };
        let (mut candidates, mut places, mut evidence) = (Vec::new(), Vec::new(), Vec::new());
        for source in 0..band.rows.len() {
            candidates.clear();
            places.clear();
            for target in band.rows[source].clone() {
                for (k, shape) in shapes.iter().enumerate() {
                    if lattice.node(source + usize::from(shape.source), target + usize::from(shape.target)).is_some() {
                        candidates.push(Candidate {
                            source: source..source + usize::from(shape.source),
                            target: target..target + usize::from(shape.target),
                        });
                        places.push(lattice.place(source, target) * shapes.len() + k);
                    }
                }
            }
            evidence.clear();
            evidence.resize(candidates.len(), Evidence::NEUTRAL);
            for scorer in scorers.iter_mut() {
                scorer.score(&candidates, &mut evidence);
            }
            for (place, evidence) in places.iter().zip(&evidence) {
                lattice.evidence[*place] = *evidence;
            }
        }
        lattice
    }

    fn place(&self, source: usize, target: usize) -> usize {
        self.starts[source] + (target - self.band.rows[source].start)
    }

    fn node(&self, source: usize, target: usize) -> Option<usize> {
        let row = self.band.rows.get(source)?;
        row.contains(&target).then(|| self.place(source, target))
    }

    /// Forward and backward over all paths (Baum 1972).
    pub(crate) fn posterior(&self, priors: &Priors) -> Posterior {
        let chances: Vec<f32> = priors.shapes.iter().map(|(_, chance)| *chance as f32).collect();
        let to = priors.transitions();
        let forward = self.forward(&chances, &to);
        let backward = self.backward(&chances, &to);
        let total = f64::from(backward.nodes[0][BEAD]) + backward.levels[0];
        let rows = self.band.rows.len();
        let targets = self.band.rows.last().map_or(0, |row| row.end - 1);
        let mut result = Posterior {
            beads: Vec::new(),
            source_gaps: vec![0.0; rows - 1],
            target_gaps: vec![0.0; targets],
            narrowed: Band { rows: Vec::with_capacity(rows) },
            counts: GapCounts::default(),
        };
        for source in 0..rows {
            let mut kept: Option<Range<usize>> = None;
            // What turns a forward value of this row and a backward value of a later one into ln of a probability.
            let reach = source + 1 + self.shapes.iter().map(|s| usize::from(s.source)).max().unwrap_or(1);
            let norms: Vec<f32> = (source..reach.min(rows))
                .map(|later| (forward.levels[source] + backward.levels[later] - total) as f32)
                .collect();
            for target in self.band.rows[source].clone() {
                let node = self.place(source, target);
                let from = &forward.nodes[node];
                let here = &backward.nodes[node];
                let mass = sum_logs(&std::array::from_fn::<f32, STATES, _>(|s| from[s] + here[s])) + norms[0];
                if mass > -10.0 {
                    kept = Some(kept.map_or(target..target + 1, |range| range.start..target + 1));
                }
                if mass < -18.0 {
                    continue;
                }
                self.count_gaps((source, target), from, &backward, &to, &norms, &mut result);
                let entry = sum_logs(&std::array::from_fn::<f32, STATES, _>(|s| from[s] + to[s][BEAD]));
                for (k, shape) in self.shapes.iter().enumerate() {
                    let end = (source + usize::from(shape.source), target + usize::from(shape.target));
                    let Some(next) = self.node(end.0, end.1) else { continue };
                    let evidence = self.evidence[node * self.shapes.len() + k].nats() as f32;
                    let norm = norms[usize::from(shape.source)];
                    let chance = entry + chances[k] + evidence + backward.nodes[next][BEAD] + norm;
                    if chance > LEAST {
                        let chance = chance.exp();
                        result
                            .beads
                            .push((Candidate { source: source..end.0, target: target..end.1 }, chance.min(1.0)));
                        result.counts.beads += f64::from(chance);
                    }
                }
            }
            result.narrowed.rows.push(kept.unwrap_or_else(|| self.band.rows[source].clone()));
        }
        result.narrowed = result.narrowed.mend(targets);
        result
    }

    fn count_gaps(
        &self,
        (source, target): (usize, usize),
        from: &[f32; STATES],
        backward: &Values,
        to: &[[f32; STATES]; STATES],
        norms: &[f32],
        result: &mut Posterior,
    ) {
        let chance = |parts: &[f32]| parts.iter().sum::<f32>().exp();
        if let Some(next) = self.node(source + 1, target) {
            for (long, state) in SOURCE_GAPS.into_iter().enumerate() {
                let rest = backward.nodes[next][state] + norms[1];
                let opened = chance(&[from[BEAD], to[BEAD][state], rest]);
                let went_on = chance(&[from[state], to[state][state], rest]);
                result.source_gaps[source] += opened + went_on;
                result.counts.source[long] += f64::from(opened);
                result.counts.source[2] += f64::from(went_on) * f64::from(u8::from(long == 0));
            }
        }
        if let Some(next) = self.node(source, target + 1) {
            for (long, state) in TARGET_GAPS.into_iter().enumerate() {
                let rest = backward.nodes[next][state] + norms[0];
                let opened = sum_logs(&[from[BEAD] + to[BEAD][state], from[1] + to[1][state], from[2] + to[2][state]]);
                let opened = chance(&[opened, rest]);
                let went_on = chance(&[from[state], to[state][state], rest]);
                result.target_gaps[target] += opened + went_on;
                result.counts.target[long] += f64::from(opened);
                result.counts.target[2] += f64::from(went_on) * f64::from(u8::from(long == 0));
            }
        }
    }

    fn forward(&self, chances: &[f32], to: &[[f32; STATES]; STATES]) -> Values {
        let rows = self.band.rows.len();
        let mut forward = Values { nodes: vec![[IMPOSSIBLE; STATES]; self.starts[rows]], levels: vec![0.0; rows] };
        forward.nodes[0][BEAD] = 0.0;
        // ln p of standing at a node and going on with a bead.
        let mut entries = vec![IMPOSSIBLE; self.starts[rows]];
        let mut arrivals = Vec::with_capacity(self.shapes.len() + 1);
        for source in 0..rows {
            forward.levels[source] = source.checked_sub(1).map_or(0.0, |before| forward.levels[before]);
            for target in self.band.rows[source].clone() {
                let node = self.place(source, target);
                let mut here = forward.nodes[node];
                if let Some((row, before)) = source.checked_sub(1).and_then(|s| Some((s, self.node(s, target)?))) {
                    let step = forward.step(row, source);
                    let before = &forward.nodes[before];
                    for state in SOURCE_GAPS {
                        here[state] =
                            sum_logs(&[before[BEAD] + to[BEAD][state], before[state] + to[state][state]]) + step;
                    }
                }
                if let Some(before) = target.checked_sub(1).and_then(|target| self.node(source, target)) {
                    let before = &forward.nodes[before];
                    for state in TARGET_GAPS {
                        here[state] = sum_logs(&[
                            before[BEAD] + to[BEAD][state],
                            before[1] + to[1][state],
                            before[2] + to[2][state],
                            before[state] + to[state][state],
                        ]);
                    }
                }
                arrivals.clear();
                arrivals.push(here[BEAD]);
                for (k, shape) in self.shapes.iter().enumerate() {
                    let start = source.checked_sub(shape.source.into()).zip(target.checked_sub(shape.target.into()));
                    let Some((row, before)) = start.and_then(|(s, t)| Some((s, self.node(s, t)?))) else { continue };
                    let evidence = self.evidence[before * self.shapes.len() + k].nats() as f32;
                    arrivals.push(entries[before] + chances[k] + evidence + forward.step(row, source));
                }
                here[BEAD] = sum_logs(&arrivals);
                forward.nodes[node] = here;
            }
            let nodes = self.starts[source]..self.starts[source + 1];
            forward.level(source, nodes.clone());
            for node in nodes {
                let here = &forward.nodes[node];
                entries[node] = sum_logs(&std::array::from_fn::<f32, STATES, _>(|s| here[s] + to[s][BEAD]));
            }
        }
        forward
    }

    fn backward(&self, chances: &[f32], to: &[[f32; STATES]; STATES]) -> Values {
        let rows = self.band.rows.len();
        let mut backward = Values { nodes: vec![[IMPOSSIBLE; STATES]; self.starts[rows]], levels: vec![0.0; rows] };
        let last = backward.nodes.len() - 1;
        let mut departures = Vec::with_capacity(self.shapes.len());
        for source in (0..rows).rev() {
            backward.levels[source] = backward.levels.get(source + 1).copied().unwrap_or(0.0);
            for target in self.band.rows[source].clone().rev() {
                let node = self.place(source, target);
                if node == last {
                    backward.nodes[node] = [0.0; STATES];
                    continue;
                }
                departures.clear();
                for (k, shape) in self.shapes.iter().enumerate() {
                    let row = source + usize::from(shape.source);
                    let Some(next) = self.node(row, target + usize::from(shape.target)) else { continue };
                    let evidence = self.evidence[node * self.shapes.len() + k].nats() as f32;
                    departures.push(chances[k] + evidence + backward.nodes[next][BEAD] + backward.step(row, source));
                }
                let bead = sum_logs(&departures);
                let (mut source_gap, mut target_gap) = ([IMPOSSIBLE; 2], [IMPOSSIBLE; 2]);
                if let Some(next) = self.node(source + 1, target) {
                    let step = backward.step(source + 1, source);
                    source_gap = SOURCE_GAPS.map(|state| backward.nodes[next][state] + step);
                }
                if let Some(next) = self.node(source, target + 1) {
                    target_gap = TARGET_GAPS.map(|state| backward.nodes[next][state]);
                }
                backward.nodes[node] = to.map(|to| {
                    sum_logs(&[
                        to[0] + bead,
                        to[1] + source_gap[0],
                        to[2] + source_gap[1],
                        to[3] + target_gap[0],
                        to[4] + target_gap[1],
                    ])
                });
            }
            backward.level(source, self.starts[source]..self.starts[source + 1]);
        }
        backward
    }
}
