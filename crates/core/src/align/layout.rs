//! Judging beads by their form: punctuation at the ends, sentences, quotations, and where blocks begin.

use std::ops::Range;

use super::features::{ENDINGS, Features, KINDS, OPENINGS, Prepared, ends_sentence};
use super::scorer::{Candidate, Evidence, Scorer};

/// How two classes go together: counts, from which log-likelihood ratios follow.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    classes: usize,
    /// What was believed before, worth so many beads.
    prior: Vec<f64>,
    ratios: Vec<f64>,
}

impl Table {
    /// A table in which equal classes go together with chance `equal`, the others by how frequent they are.
    fn new(source: &[f64], target: &[f64], equal: f64, worth: f64) -> Self {
        let classes = source.len();
        let mut prior = vec![0.0; classes * classes];
        for s in 0..classes {
            for t in 0..classes {
                let strangers = source[s] * target[t];
                let same = if s == t { (source[s] * target[t]).sqrt() } else { 0.0 };
                prior[s * classes + t] = (1.0 - equal) * strangers + equal * same;
            }
        }
        let sum: f64 = prior.iter().sum();
        prior.iter_mut().for_each(|p| *p *= worth / sum);
        let mut table = Self { classes, prior, ratios: Vec::new() };
        table.estimate(&vec![0.0; classes * classes]);
        table
    }

    /// Log-likelihood ratios from the prior and new counts.
    fn estimate(&mut self, counts: &[f64]) {
        let joint: Vec<f64> = self.prior.iter().zip(counts).map(|(p, c)| p + c).collect();
        let total: f64 = joint.iter().sum();
        let k = self.classes;
        let row = |s: usize| joint[s * k..(s + 1) * k].iter().sum::<f64>();
        let column = |t: usize| (0..k).map(|s| joint[s * k + t]).sum::<f64>();
        let (rows, columns): (Vec<f64>, Vec<f64>) = ((0..k).map(row).collect(), (0..k).map(column).collect());
        self.ratios = (0..k * k)
            .map(|at| {
                let expected = rows[at / k] * columns[at % k] / total;
                ((joint[at] + 0.05) / (expected + 0.05)).ln().clamp(-3.0, 3.0)
            })
            .collect();
    }

    fn ratio(&self, source: usize, target: usize) -> f64 {
        self.ratios[source * self.classes + target]
    }
}

/// What is looked at in either side of a bead; each has a table.
const VIEWS: usize = 7;
const SENTENCES: usize = 5;

fn view(side: &Prepared, range: &Range<usize>, which: usize) -> usize {
    let segments = &side.segments[range.clone()];
    let (Some(first), Some(last)) = (segments.first(), segments.last()) else { return 0 };
    match which {
        0 => usize::from(last.ending),
        1 => {
            let inner: usize = segments.iter().map(|s| usize::from(s.inner_ends)).sum();
            let joints = segments[..segments.len() - 1].iter().filter(|s| ends_sentence(s.ending)).count();
            (inner + joints).min(SENTENCES - 1)
        }
        2 => segments.iter().map(|s| usize::from(s.quotes)).sum::<usize>().min(3),
        3 => segments.iter().map(|s| usize::from(s.brackets)).sum::<usize>().min(3),
        4 => usize::from(first.kind),
        5 => usize::from(first.begins),
        _ => usize::from(side.segments.get(range.end).map_or(2, |next| next.begins)),
    }
}

const fn classes(which: usize) -> usize {
    match which {
        0 => ENDINGS,
        1 => SENTENCES,
        2 | 3 => 4,
        4 => KINDS,
        _ => 3,
    }
}

/// Joints: where two neighbours of one side meet. The class says how the first ends, how the second begins, whether
/// something stays open across, and whether a block begins.
const JOINTS: usize = ENDINGS * OPENINGS * 2 * 3;

fn joint(left: &Features, right: &Features) -> usize {
    let open = usize::from(left.open);
    ((usize::from(left.ending) * OPENINGS + usize::from(right.opening)) * 2 + open) * 3 + usize::from(right.begins)
}

/// What is known of forms.
#[derive(Clone, Debug)]
pub(crate) struct LayoutModel {
    tables: Vec<Table>,
    /// For each side and class of joint, ln odds(within a bead | class) − ln odds(within a bead).
    joints: [Vec<f64>; 2],
}

impl LayoutModel {
    pub(crate) fn initial(source: &Prepared, target: &Prepared) -> Self {
        let tables = (0..VIEWS)
            .map(|which| {
                let share = |side: &Prepared| {
                    let mut counts = vec![0.02; classes(which)];
                    for at in 0..side.len() {
                        counts[view(side, &(at..at + 1), which)] += 1.0;
                    }
                    let total: f64 = counts.iter().sum();
                    counts.iter().map(|c| c / total).collect::<Vec<f64>>()
                };
                let equal = [0.75, 0.5, 0.5, 0.6, 0.9, 0.7, 0.7][which];
                Table::new(&share(source), &share(target), equal, 30.0)
            })
            .collect();
        let joints = [vec![0.0; JOINTS], vec![0.0; JOINTS]];
        let mut model = Self { tables, joints };
        model.estimate(source, target, &[]);
        model
    }

    /// Estimates every table anew from weighted beads.
    pub(crate) fn estimate(&mut self, source: &Prepared, target: &Prepared, beads: &[(Candidate, f32)]) {
        for (which, table) in self.tables.iter_mut().enumerate() {
            let mut counts = vec![0.0; table.classes * table.classes];
            for (bead, weight) in beads {
                let at = view(source, &bead.source, which) * table.classes + view(target, &bead.target, which);
                counts[at] += f64::from(*weight);
            }
            table.estimate(&counts);
        }
        self.joints = [
            joint_ratios(source, beads.iter().map(|(bead, weight)| (&bead.source, *weight))),
            joint_ratios(target, beads.iter().map(|(bead, weight)| (&bead.target, *weight))),
        ];
    }
}

fn joint_ratios<'b>(side: &Prepared, beads: impl Iterator<Item = (&'b Range<usize>, f32)>) -> Vec<f64> {
    let mut within = vec![0.0; JOINTS];
    let mut all = vec![0.0; JOINTS];
    for pair in side.segments.windows(2) {
        all[joint(&pair[0], &pair[1])] += 1.0;
    }
    for (range, weight) in beads {
        for pair in side.segments[range.clone()].windows(2) {
            within[joint(&pair[0], &pair[1])] += f64::from(weight);
        }
    }
    // Before any bead is known, one joint in twenty is within a bead; a comma, an open bracket, a small letter make it
    // likelier, a new block far less likely.
    let prior = |class: usize| {
        let begins = class % 3;
        let open = class / 3 % 2;
        let opening = class / 6 % OPENINGS;
        let ending = class / 6 / OPENINGS;
        let mut odds: f64 = 0.06;
        if begins > 0 {
            odds *= 0.1;
        }
        if open > 0 {
            odds *= 1.5;
        }
        if opening == 0 {
            odds *= 3.0;
        }
        match ending {
            6 => odds *= 8.0,
            4 | 5 | 7 => odds *= 3.0,
            0 if opening == 0 => odds *= 2.0,
            _ => {}
        }
        odds.min(0.8)
    };
    const WORTH: f64 = 8.0;
    let sum = |of: &dyn Fn(usize) -> f64| (0..JOINTS).map(of).sum::<f64>();
    let inside = sum(&|c| within[c]) + WORTH * 0.06;
    let joints = sum(&|c| all[c]) + WORTH;
    let rate = (inside / joints).clamp(0.005, 0.6);
    (0..JOINTS)
        .map(|class| {
            let share = ((within[class] + WORTH * prior(class)) / (all[class] + WORTH)).clamp(0.001, 0.97);
            (share / (1.0 - share)).ln() - (rate / (1.0 - rate)).ln()
        })
        .collect()
}

/// What is seen of a form is not independent of the rest.
const WEIGHT: f64 = 0.9;

/// Judges beads by form.
pub(crate) struct Layout<'a> {
    model: &'a LayoutModel,
    source: Views,
    target: Views,
}

/// What is seen of every run of neighbours that a bead may hold.
struct Views {
    /// For each segment, the runs that begin with it.
    runs: Vec<[[u8; VIEWS]; LONGEST]>,
    /// Sums of the joints' log-odds up to each segment.
    joints: Vec<f64>,
}

/// No side of a bead is longer.
const LONGEST: usize = 8;

impl Views {
    fn new(side: &Prepared, joints: &[f64]) -> Self {
        let see = |at: usize| {
            std::array::from_fn(|more| {
                let range = at..(at + more + 1).min(side.len());
                std::array::from_fn(|which| view(side, &range, which) as u8)
            })
        };
        let mut sum = 0.0;
        let mut sums = vec![0.0];
        for pair in side.segments.windows(2) {
            sum += joints[joint(&pair[0], &pair[1])];
            sums.push(sum);
        }
        Self { runs: (0..side.len()).map(see).collect(), joints: sums }
    }

    fn of(&self, range: &Range<usize>) -> &[u8; VIEWS] {
        &self.runs[range.start][range.len() - 1]
    }

    fn within(&self, range: &Range<usize>) -> f64 {
        self.joints[range.end - 1] - self.joints[range.start]
    }
}

impl<'a> Layout<'a> {
    pub(crate) fn new(model: &'a LayoutModel, source: &Prepared, target: &Prepared) -> Self {
        Self { model, source: Views::new(source, &model.joints[0]), target: Views::new(target, &model.joints[1]) }
    }
}

impl Scorer for Layout<'_> {
    fn score(&mut self, candidates: &[Candidate], evidence: &mut [Evidence]) {
        for (candidate, evidence) in candidates.iter().zip(evidence) {
            let (source, target) = (self.source.of(&candidate.source), self.target.of(&candidate.target));
            let mut ratio = self.source.within(&candidate.source) + self.target.within(&candidate.target);
            for (which, table) in self.model.tables.iter().enumerate() {
                // Where a block begins and where the one before it ends say much the same; and a sentence that was added
                // or left out at either place leaves its neighbour beside a block's end that fits nothing.
                let weight = if which >= 5 { 0.3 } else { 1.0 };
                ratio += weight * table.ratio(usize::from(source[which]), usize::from(target[which]));
            }
            *evidence += Evidence::new(WEIGHT * ratio);
        }
    }
}
