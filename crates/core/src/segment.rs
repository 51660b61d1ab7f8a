//! Cutting a block's text into segments.
//!
//! [`Rules`] is what cuts: our own rules for a language ([`Rules::for_language`]), or those that a user's tool goes by
//! ([`srx`]). The rules themselves are data: lists of words and patterns in `data/segment`, written for people who know
//! the language, and expressible as SRX, the exchange format of segmentation rules.

mod alphabet;
mod automaton;
mod codes;
mod engine;
mod house;
mod notation;
mod pattern;
mod properties;
mod rules;
pub mod srx;

use std::ops::Range;

pub use codes::{CodeRole, codes_before};
pub use engine::{Action, FaultKind};
pub use house::EDITION;
pub use notation::NotationError;
pub use pattern::{PatternError, PatternSide};
pub use rules::{Decision, Fault, Fingerprint, RuleReference, Rules};

/// A sentence-sized range of a block.
///
/// Segments hold no text of their own: they and the gaps between them restore the block, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The number of the block in its document.
    pub block: usize,
    /// The bytes of the block's text, without white space at either end.
    pub range: Range<usize>,
}

/// Cuts text into sentences.
///
/// It is bound to a language when it is made; it cannot fail, and the same text always gives the same ranges.
pub trait Segmenter: Send + Sync {
    /// The ranges of the segments of `text`, in order, not overlapping, none of them empty or white space only, none
    /// with white space at either end. What lies between them is white space (or, under a profile that does not trim,
    /// nothing).
    fn segment(&self, text: &str) -> Vec<Range<usize>>;

    /// On which side of a boundary inline codes go. Text is cut without them.
    fn handles(&self) -> srx::FormatHandles {
        srx::FormatHandles::default()
    }
}

/// What CAT tools disagree on. The default is what most of them do with their default rules.
///
/// ```
/// use hexapla_core::segment::{Action, Profile, Rules, Segmenter};
/// let profile = Profile { after_colon: Action::Break, ..Profile::default() };
/// let rules = Rules::with_profile(&"de".parse().unwrap(), &profile);
/// assert_eq!(rules.segment("Antwort: Das Haus war nie bewohnt.").len(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    /// Whether a colon before white space ends a segment.
    pub after_colon: Action,
    /// Whether a semicolon before white space ends a segment.
    pub after_semicolon: Action,
    /// Whether a line break ends a segment. A blank line always does.
    pub at_line_break: Action,
    /// What happens to white space between segments.
    pub trim: Trim,
}

/// What happens to white space between segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Trim {
    /// It belongs to no segment.
    #[default]
    Ends,
    /// It belongs to the segment before it, and that at the very start to the first.
    Nothing,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            after_colon: Action::Keep,
            after_semicolon: Action::Keep,
            at_line_break: Action::Keep,
            trim: Trim::default(),
        }
    }
}
