//! What kinds of beads a text has: started from common sense, estimated anew on every pass.

use super::lattice::{Gaps, Posterior, Priors, Shape};

/// One segment by one.
pub(crate) const SINGLE: Shape = Shape { source: 1, target: 1 };

/// How many beads what is believed beforehand is worth.
const WORTH: f64 = 20.0;

impl Priors {
    /// Only 1-1 beads and gaps: enough to find lengths and words by.
    pub(crate) fn single() -> Self {
        let gaps = Gaps { open: 0.08, long: 0.1, more: 0.4 };
        Self { shapes: vec![(SINGLE, 0.0)], source: gaps, target: gaps }
    }

    /// Lets every shape in.
    pub(crate) fn admit(&mut self, shapes: &[Shape]) {
        self.shapes = usual(shapes);
    }

    /// Estimates anew from what was found.
    pub(crate) fn estimate(&mut self, found: &Posterior) {
        if self.shapes.len() > 1 {
            let shapes: Vec<Shape> = self.shapes.iter().map(|(shape, _)| *shape).collect();
            let mut counts: Vec<f64> = usual(&shapes).iter().map(|(_, chance)| WORTH * chance.exp()).collect();
            for (bead, chance) in &found.beads {
                let size = (bead.source.len(), bead.target.len());
                let fits = |shape: &Shape| (usize::from(shape.source), usize::from(shape.target)) == size;
                if let Some(at) = shapes.iter().position(fits) {
                    counts[at] += f64::from(*chance);
                }
            }
            let total: f64 = counts.iter().sum();
            for (entry, count) in self.shapes.iter_mut().zip(counts) {
                entry.1 = (count / total).ln();
            }
        }
        let gaps = |counts: [f64; 3]| {
            let opened = counts[0] + counts[1];
            Gaps {
                open: ((opened + 0.5) / (found.counts.beads + 11.0)).clamp(0.001, 0.5),
                long: ((counts[1] + 0.5) / (opened + 5.0)).clamp(0.01, 0.5),
                more: ((counts[2] + 1.0) / (counts[0] + counts[2] + 4.0)).clamp(0.05, 0.9),
            }
        };
        self.source = gaps(found.counts.source);
        self.target = gaps(found.counts.target);
    }
}

/// ln p of each shape before anything is known.
fn usual(shapes: &[Shape]) -> Vec<(Shape, f64)> {
    let weight = |shape: &Shape| match (shape.source.min(shape.target), shape.source.max(shape.target)) {
        (1, 1) => 0.85f64,
        (1, 2) => 0.05,
        (1, 3) => 0.006,
        (1, 4) => 0.001,
        (2, 2) => 0.006,
        (2, 3) => 0.001,
        _ => 0.0003,
    };
    let total: f64 = shapes.iter().map(weight).sum();
    shapes.iter().map(|shape| (*shape, (weight(shape) / total).ln())).collect()
}
