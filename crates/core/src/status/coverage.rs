//! How much of a page is translated, and how much of that is up to date.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use super::{SegmentStatus, SyncState};

/// Segments, and the source words in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Number of segments.
    pub segments: usize,
    /// Number of words in them ([`crate::text::word_count`]).
    pub words: usize,
}

/// The coverage of a page, or of many, in one language.
///
/// The denominator, [`Coverage::total`], is the source's own text: boilerplate and what is not to be translated are
/// outside it. Obsolete and extra segments are the target's; they are counted apart, in target words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Translated, and the source is as it was then.
    pub current: Count,
    /// Translated; the source has changed since, but in nothing that matters to a translation.
    pub minor: Count,
    /// Translated from an earlier wording.
    pub stale: Count,
    /// Not translated.
    pub untranslated: Count,
    /// There is a translation; of what wording, nothing says.
    pub unknown: Count,
    /// Target segments whose source is gone.
    pub obsolete: Count,
    /// Target segments without any source.
    pub extra: Count,
}

/// What state a page is in, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PageState {
    /// Declared as not offered in this language.
    NotOffered,
    /// There is no such page.
    Missing,
    /// Some segments are not translated.
    Partial,
    /// Every segment has a translation.
    Full,
}

impl PageState {
    /// The word for it in JSON and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotOffered => "not-offered",
            Self::Missing => "missing",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }
}

impl Coverage {
    /// All source segments that are to be translated.
    pub fn total(&self) -> Count {
        let mut sum = self.translated();
        sum += self.untranslated;
        sum += self.unknown;
        sum
    }

    /// What is translated, from the present wording or an earlier one.
    pub fn translated(&self) -> Count {
        let mut sum = self.up_to_date();
        sum += self.stale;
        sum
    }

    /// What is translated and needs no work.
    pub fn up_to_date(&self) -> Count {
        let mut sum = self.current;
        sum += self.minor;
        sum
    }

    /// Counts one segment.
    pub fn add(&mut self, status: &SegmentStatus, words: usize) {
        let one = Count { segments: 1, words };
        match (status.state, status.source.is_some()) {
            (SyncState::Current, _) => self.current += one,
            (SyncState::Stale, _) if status.is_minor() => self.minor += one,
            (SyncState::Stale, _) => self.stale += one,
            (SyncState::Untranslated, _) => self.untranslated += one,
            (SyncState::Obsolete, _) => self.obsolete += one,
            (SyncState::Unknown, true) => self.unknown += one,
            (SyncState::Unknown, false) => self.extra += one,
        }
    }

    /// The state of a page with this coverage.
    pub fn page_state(&self) -> PageState {
        if self.untranslated.segments == 0 { PageState::Full } else { PageState::Partial }
    }
}

impl Count {
    /// This count as a part of `whole`, from 0 to 1: in words, or in segments where there are only numbers. Of nothing at
    /// all nothing is covered.
    pub fn share_of(self, whole: Count) -> f64 {
        match (whole.words, whole.segments) {
            (0, 0) => 0.0,
            (0, segments) => self.segments as f64 / segments as f64,
            (words, _) => self.words as f64 / words as f64,
        }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.segments += other.segments;
        self.words += other.words;
    }
}

impl AddAssign for Coverage {
    fn add_assign(&mut self, other: Self) {
        self.current += other.current;
        self.minor += other.minor;
        self.stale += other.stale;
        self.untranslated += other.untranslated;
        self.unknown += other.unknown;
        self.obsolete += other.obsolete;
        self.extra += other.extra;
    }
}
