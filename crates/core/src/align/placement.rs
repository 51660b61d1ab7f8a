//! Where in a bead a translation stands: about where its word stands.

use std::sync::LazyLock;

/// How much likelier than elsewhere a word's translation stands at its own place.
///
/// A share of all words stands anywhere; the chance of the others falls with the distance from the diagonal (Dyer,
/// Chahuneau & Smith, "A simple, fast, and effective reparameterization of IBM Model 2", 2013). Words move as far in a
/// long bead as in a short one, or little further, so that the fall is steeper where a bead is long: what two sentences
/// gain as one bead is about what they gain as two, but for the words that crossed from one to the other.
pub(crate) struct Placement {
    table: &'static Table,
    /// What makes twice the number of a word a place, in 65536ths of a step.
    source_scale: u32,
    target_scale: u32,
}

/// The share of the words that keep to their place.
const SHARE: f32 = 0.8;
/// How steeply the chance falls in a bead of [`USUAL`] words a side.
const STEEPNESS: f32 = 3.0;
const USUAL: f32 = 15.0;
/// A bead is so many steps long, whatever its words.
const STEPS: usize = 128;
/// Sizes of beads between a number and its double are told apart so finely.
const SIZES: f32 = 4.0;
const MOST_SIZES: usize = 64;

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| (0..MOST_SIZES).map(Table::new).collect());

impl Placement {
    /// For a bead of so many words on either side.
    pub(crate) fn of(source: usize, target: usize) -> Self {
        // Four times the logarithm to base 2 of the root of the product, nearly: the exponent of a float and the first
        // bit behind it.
        let size = ((source * target).max(1) as f32).to_bits() >> 22;
        let scale = |count: usize| ((STEPS << 15) / count.max(1)) as u32;
        Self {
            table: &TABLES[((size - (127 << 1)) as usize).min(MOST_SIZES - 1)],
            source_scale: scale(source),
            target_scale: scale(target),
        }
    }

    /// For the words of these numbers on either side: how much likelier than at any place the source's is for the
    /// target's, and the target's for the source's. Either has a mean of about 1 over all places of the other.
    pub(crate) fn near(&self, source: usize, target: usize) -> (f32, f32) {
        let step = |word: usize, scale: u32| (((2 * word as u32 + 1) * scale) >> 16) as usize % STEPS;
        let (source, target) = (step(source, self.source_scale), step(target, self.target_scale));
        let fall = self.table.fall[source.abs_diff(target) % STEPS];
        (1.0 - SHARE + fall * self.table.norm[target], 1.0 - SHARE + fall * self.table.norm[source])
    }
}

/// For beads of one size.
struct Table {
    /// By distance.
    fall: [f32; STEPS],
    /// By place: what makes the chances of all places one.
    norm: [f32; STEPS],
}

impl Table {
    fn new(size: usize) -> Self {
        let words = (size as f32 / SIZES).exp2();
        let steepness = STEEPNESS * (words / USUAL).sqrt();
        let around = |place: f32| (2.0 - (-steepness * place).exp() - (-steepness * (1.0 - place)).exp()) / steepness;
        Self {
            fall: std::array::from_fn(|step| (-steepness * step as f32 / STEPS as f32).exp()),
            norm: std::array::from_fn(|step| SHARE / around((step as f32 + 0.5) / STEPS as f32)),
        }
    }
}
