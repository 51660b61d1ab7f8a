//! Alignment: which segments of a text are the translation of which segments of another.

use std::ops::Range;

use serde::Serialize;

use crate::document::{BlockKind, Scope, SegmentedDocument};
use crate::language::Language;

/// One side of an alignment: a text as a list of segments.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// The language it is in.
    pub language: &'a Language,
    /// Its segments in order.
    pub segments: Vec<SideSegment<'a>>,
}

/// A segment as the aligner sees it.
#[derive(Clone, Debug)]
pub struct SideSegment<'a> {
    /// Its text.
    pub text: &'a str,
    /// The number of the block it stands in; segments of one block are neighbours.
    pub block: usize,
    /// What that block is.
    pub kind: BlockKind,
    /// The section of that block: it counts up at hard delimiters.
    pub section: u32,
}

/// One step of an alignment: these source segments are translated by these target segments.
///
/// Its kind (1-1, 1-2, 1-0 …) is the two lengths, and is not stored. An empty side stands at the place where its
/// segments would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// Numbers of source segments.
    pub source: Range<usize>,
    /// Numbers of target segments.
    pub target: Range<usize>,
    /// How sure the aligner is.
    pub confidence: Confidence,
    /// Whether it breaks the order of the others: a piece that was moved.
    pub crossing: bool,
}

/// The probability, from 0 to 1, that a statement is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
pub struct Confidence(f32);

impl Confidence {
    /// Certain.
    pub const CERTAIN: Self = Self(1.0);

    /// From a probability; what lies outside 0 to 1 is put to the nearer end, and no number (NaN) to 0.
    pub fn new(probability: f32) -> Self {
        Self(if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) })
    }

    /// The probability.
    pub fn get(self) -> f32 {
        self.0
    }
}

/// Beads in the order of the source; every segment of either side is in exactly one bead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The beads.
    pub beads: Vec<Bead>,
}

impl<'a> Side<'a> {
    /// The segments of a page that are its own text, to be translated, in order, each with its number among the
    /// page's segments.
    pub fn of_content(language: &'a Language, page: &'a SegmentedDocument) -> (Self, Vec<usize>) {
        let mut segments = Vec::new();
        let mut numbers = Vec::new();
        for (number, segment) in page.segments.iter().enumerate() {
            let block = page.block(segment);
            if block.scope == Scope::Content {
                segments.push(SideSegment {
                    text: page.text(segment),
                    block: segment.block,
                    kind: block.kind.clone(),
                    section: block.section,
                });
                numbers.push(number);
            }
        }
        (Self { language, segments }, numbers)
    }
}
