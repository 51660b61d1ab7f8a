//! Cutting a block's text into segments.

use std::ops::Range;

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
}
