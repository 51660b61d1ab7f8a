//! What is untranslated, stale or obsolete, and why.
//!
//! A target page is judged against its source with the help of [`BasePair`]s: what is known of the source that a
//! piece of the target was made from, whoever says so (a memory, a snapshot, history). Without any, alignment alone
//! says which segments have no counterpart; of the others nothing is known, and [`SyncState::Unknown`] is never green.

mod carry;
mod check;
mod coverage;
mod difference;
mod edit;
mod finding;
mod follow;
mod glossary;
mod judge;
mod language_check;
mod lineage;
mod passage;
mod race;
mod revision;
mod seam;
mod source_line;
mod spelling;

use serde::{Deserialize, Serialize};

use crate::align::{Alignment, Bead, Confidence};

pub use carry::{Align, Anchor, Renewal, Step, carry};
pub use check::{CheckedSide, Doubt, Extreme, LengthModel, check_pair, contradictions};
pub use coverage::{Count, Coverage, PageState};
pub use edit::{DiffPart, EditKind, edit_kind, is_light, word_diff};
pub use finding::{Circumstance, Finding, FindingSide, Rule, Severity, Since};
pub use judge::{Page, SegmentStatus, Verdict, judge};
pub use language_check::{Foreign, foreign, written_in, written_in_another};
pub use lineage::{Lineage, Origin};
pub use passage::{Passage, Slot};
pub use revision::{Change, Revision, revise};
pub use source_line::{SourceLine, Written};

/// How a segment stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SyncState {
    /// Translated from the source as it is now.
    Current,
    /// Translated from an earlier wording.
    Stale,
    /// Not translated: missing, left in the source language, or deleted.
    Untranslated,
    /// A target whose source is gone.
    Obsolete,
    /// There is a target, but nothing says what it was made from.
    Unknown,
}

impl SyncState {
    /// The word for it in JSON and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Stale => "stale",
            Self::Untranslated => "untranslated",
            Self::Obsolete => "obsolete",
            Self::Unknown => "unknown",
        }
    }
}

/// The source revision that a target was made from: who says so, and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// Who says so.
    pub provenance: Provenance,
    /// How sure it is.
    pub confidence: Confidence,
    /// The commit whose source it is, where history says so.
    pub commit: Option<String>,
}

/// Who says what a target was made from, most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// A person accepted the pair as it stands (`hexapla.lock`).
    Accepted,
    /// The pair stands in the committed memory.
    Memory,
    /// The page declares its base.
    Declared,
    /// A commit trailer declares it.
    Trailer,
    /// The history of both pages tells.
    History,
    /// Both pages were compared with an earlier copy.
    Snapshot,
}

impl Provenance {
    /// The word for it in JSON and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Memory => "memory",
            Self::Declared => "declared",
            Self::Trailer => "trailer",
            Self::History => "history",
            Self::Snapshot => "snapshot",
        }
    }

    /// How much this witness is trusted when nothing else is known (DESIGN: base resolution).
    pub fn trust(self) -> Confidence {
        Confidence::new(match self {
            Self::Accepted => 1.0,
            Self::Memory => 0.98,
            Self::Declared => 0.95,
            Self::Trailer => 0.9,
            Self::History => 0.85,
            Self::Snapshot => 0.8,
        })
    }
}

/// A piece of a target with the source that it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct BasePair {
    /// The source as it was then.
    pub source: Vec<Passage>,
    /// The target as it was then.
    pub target: Vec<Passage>,
    /// Who says so.
    pub base: Base,
    /// Where each passage of the source stands today, from a witness that followed it there; without, likeness tells.
    pub traces: Option<Vec<Trace>>,
    /// Whether the target was edited since, without following the source.
    pub target_edited: bool,
}

impl BasePair {
    /// A pair of which nothing else is known.
    pub fn new(source: Vec<Passage>, target: Vec<Passage>, base: Base) -> Self {
        Self { source, target, base, traces: None, target_edited: false }
    }

    /// The pairs that an alignment makes of two lists of passages, each less sure than `base` by as much as its bead is
    /// in doubt.
    pub fn of_alignment(alignment: &Alignment, source: &[Passage], target: &[Passage], base: &Base) -> Vec<Self> {
        let pairs = alignment.beads.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty());
        let pair = |bead: &Bead| {
            let confidence = Confidence::new(base.confidence.get() * bead.confidence.get());
            let of = |side: &[Passage], numbers: &mut dyn Iterator<Item = usize>| -> Vec<Passage> {
                numbers.filter_map(|number| side.get(number).cloned()).collect()
            };
            let (source, target) = (of(source, &mut bead.sources()), of(target, &mut bead.targets()));
            Self::new(source, target, Base { confidence, ..base.clone() })
        };
        pairs.map(pair).collect()
    }
}

/// What became of a passage of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The numbers of today's source segments that it has become; empty where it is gone.
    pub now: Vec<usize>,
    /// The first change of it since.
    pub since: Option<Since>,
}

/// What one witness knows of a page: pairs in the order of the target page, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Testimony {
    /// The pairs.
    pub pairs: Vec<BasePair>,
    /// What to make of target segments that this witness has never seen.
    pub newer: Option<Base>,
    /// Sources whose targets were there once and are gone.
    pub deleted: Vec<Passage>,
}
