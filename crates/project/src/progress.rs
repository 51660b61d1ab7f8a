//! What is being done, for whoever wants to show it.

/// A stage of long work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Reading pages and judging them.
    Pages,
    /// Reading the history.
    History,
    /// Reading memories.
    Memories,
    /// Learning which words translate each other.
    Learning,
}

/// Hears how far the work is; called from several threads.
pub trait Progress: Sync {
    /// A stage begins; it has so many steps.
    fn begin(&self, stage: Stage, steps: usize);
    /// One step is done.
    fn step(&self);
}

/// Shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}
