//! Alignment: which segments of a text are the translation of which segments of another.

mod anchored;
mod anchors;
mod band;
mod clauses;
mod cooccurrence;
mod counterparts;
mod crossing;
mod dictionary;
mod engine;
mod entries;
mod features;
pub mod gold;
mod inflection;
mod insertion;
mod lattice;
mod layout;
mod length;
mod lexical;
mod lexicon;
mod links;
mod path;
mod pieces;
mod placement;
mod priors;
mod relation;
mod rendering;
mod scorer;
mod search;
mod slide;
mod sound;
mod together;
mod token;
mod words;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::{BlockKind, Scope, SegmentedDocument};
use crate::language::Language;
pub(crate) use anchored::longest_rise;
pub use counterparts::{Counterpart, counterparts};
pub use dictionary::{Dictionary, DictionaryError};
pub use lexicon::{Learner, Lexicon, LexiconError, learn};
pub use relation::{Relation, relation};
pub(crate) use rendering::{Renderings, Wording};
pub use scorer::{Candidate, Evidence, Scorer};
pub use together::align_together;
pub(crate) use token::stem;
pub(crate) use words::{is_word_elsewhere, is_word_of, name_different_dates, words_by_table};

/// Aligns two texts: which segments of `source` are translated by which of `target`.
///
/// It cannot fail. Every segment of either side is in exactly one bead of the answer; a segment without a counterpart
/// is a bead by itself with the other side empty.
///
/// ```
/// use hexapla_core::align::{Options, Resources, Side, SideSegment, align, gold::write_ladder};
/// use hexapla_core::document::BlockKind;
/// use hexapla_core::language::Language;
///
/// fn side<'a>(language: &'a Language, lines: &[&'a str]) -> Side<'a> {
///     let segment = |text| SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None };
///     Side { language, segments: lines.iter().copied().map(segment).collect() }
/// }
/// let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let source = side(&german, &["Das Museum öffnet um 9 Uhr.", "Der Eintritt kostet 5 Euro.", "Montags ist zu."]);
/// let target = side(&english, &["The museum opens at 9.", "Admission is 5 euros.", "Closed on Mondays."]);
/// let alignment = align(&source, &target, &Resources::default(), &Options::default());
/// let beads: Vec<_> = alignment.beads.iter().map(|bead| (bead.source.clone(), bead.target.clone())).collect();
/// assert_eq!(beads, [(0..1, 0..1), (1..2, 1..2), (2..3, 2..3)]);
/// ```
pub fn align(source: &Side<'_>, target: &Side<'_>, resources: &Resources, options: &Options) -> Alignment {
    together::align_alone(source, target, resources, options)
}

/// What the aligner knows beforehand. Nothing by default; what is built in (numbers, names, the words of CLDR) needs
/// no mention.
#[derive(Clone, Debug, Default)]
pub struct Resources {
    /// What was learnt from other texts or from a memory.
    pub lexicon: Option<Lexicon>,
    /// Dictionaries that the user brings, from the source's language to the target's.
    pub dictionaries: Vec<Dictionary>,
}

/// Whether the aligner learns words, lengths and kinds of beads from the very texts that it aligns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Learning {
    /// It does: right for whole documents.
    #[default]
    FromText,
    /// It uses only what it knows beforehand, so that what it says of one place does not depend on another.
    Off,
}

/// Limits of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many segments either side of a bead may have, at most 8; 4 by default.
    pub max_per_side: u8,
    /// How many segments both sides of a bead may have together; 6 by default. Translators turn two sentences into four,
    /// and three into three others: on the natural yearbook article strict F1 is 0.917 with five and 0.930 with six, for
    /// a bead that may not be found cannot be made up for by its neighbours.
    pub max_total: u8,
    /// Whether it learns from the text; it does by default.
    pub learning: Learning,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_per_side: 4, max_total: 6, learning: Learning::FromText }
    }
}

impl Options {
    fn shapes(&self) -> Vec<lattice::Shape> {
        let most = self.max_per_side.clamp(1, 8);
        let total = self.max_total.max(2);
        (1..=most)
            .flat_map(|source| (1..=most).map(move |target| lattice::Shape { source, target }))
            .filter(|shape| shape.source + shape.target <= total)
            .collect()
    }
}

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
    /// The anchor of the part of the page that it stands in, where that has one: what links to it name.
    pub anchor: Option<&'a str>,
}

/// One step of an alignment: these source segments are translated by these target segments.
///
/// Its kind (1-1, 1-2, 1-0 …) is the two lengths, and is not stored. An empty side stands at the place where its
/// segments would be.
///
/// Somebody may have put a segment between the parts of a translation: it lies within the range of the bead, but does
/// not belong to it, and is a bead of its own. Whoever wants a bead's segments asks [`Bead::sources`] and
/// [`Bead::targets`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bead {
    /// From the first source segment to the last.
    pub source: Range<usize>,
    /// From the first target segment to the last.
    pub target: Range<usize>,
    /// Source segments in that range that do not belong to it; mostly none.
    pub between_source: Range<usize>,
    /// Target segments in that range that do not belong to it; mostly none.
    pub between_target: Range<usize>,
    /// How sure the aligner is.
    pub confidence: Confidence,
    /// Whether it breaks the order of the others: a piece that was moved.
    pub crossing: bool,
}

impl Bead {
    /// The numbers of its source segments.
    ///
    /// ```
    /// use hexapla_core::align::Bead;
    /// let bead = Bead { source: 3..6, between_source: 4..5, target: 2..3, ..Bead::default() };
    /// assert_eq!(bead.sources().collect::<Vec<_>>(), [3, 5]);
    /// assert_eq!(bead.targets().collect::<Vec<_>>(), [2]);
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = usize> + use<> {
        let between = self.between_source.clone();
        self.source.clone().filter(move |number| !between.contains(number))
    }

    /// The numbers of its target segments.
    pub fn targets(&self) -> impl Iterator<Item = usize> + use<> {
        let between = self.between_target.clone();
        self.target.clone().filter(move |number| !between.contains(number))
    }
}

/// The probability, from 0 to 1, that a statement is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
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
    /// The segments of a page that are its own text, in order, each with its number among the page's segments.
    ///
    /// What is not to be translated is among them: "10 – 18 Uhr" is text, its translation "10.00–18.00" is only numbers.
    pub fn of_content(language: &'a Language, page: &'a SegmentedDocument) -> (Self, Vec<usize>) {
        Self::of_scope(language, page, Scope::Content)
    }

    /// The same for the segments of any one scope; what is not to be translated goes with [`Scope::Content`].
    pub fn of_scope(language: &'a Language, page: &'a SegmentedDocument, scope: Scope) -> (Self, Vec<usize>) {
        let mut segments = Vec::new();
        let mut numbers = Vec::new();
        let anchors = page.document.anchors();
        for (number, segment) in page.segments.iter().enumerate() {
            let block = page.block(segment);
            let goes_along = scope == Scope::Content && block.scope == Scope::DoNotTranslate;
            if block.scope == scope || goes_along {
                segments.push(SideSegment {
                    text: page.text(segment),
                    block: segment.block,
                    kind: block.kind.clone(),
                    section: block.section,
                    anchor: anchors[segment.block],
                });
                numbers.push(number);
            }
        }
        (Self { language, segments }, numbers)
    }
}
