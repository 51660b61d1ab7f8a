//! Pages and the verdict on each of their segments, as they go from those who judge to those who tell.

use hexapla_core::align::{Alignment, Side};
use hexapla_core::document::{Block, Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::segment::Segment;
use hexapla_core::status::{Passage, Verdict};

use crate::error::ProjectError;
use crate::history::Dates;
use crate::matrix::{Document, Target};
use crate::page::passages;

/// A source page with its translations, judged.
pub(crate) struct JudgedDocument<'a> {
    pub(crate) document: &'a Document,
    pub(crate) source: Result<SourcePage, ProjectError>,
    pub(crate) targets: Vec<JudgedTarget<'a>>,
    /// Whether the judgement rests on nothing but the pages and the commits that lead to HEAD.
    pub(crate) settled: bool,
}

impl JudgedDocument<'_> {
    /// Why the page, or a translation of it in one of these languages, could not be read.
    pub(crate) fn unreadable(self, languages: &[&Language]) -> Vec<ProjectError> {
        let targets = self.targets.into_iter().filter(|judged| languages.contains(&&judged.target.language));
        let unread = targets.filter_map(|judged| match judged.outcome {
            Outcome::Unreadable(error) => Some(error),
            _ => None,
        });
        self.source.err().into_iter().chain(unread).collect()
    }
}

/// A source page, and which of its segments are to be translated.
pub(crate) struct SourcePage {
    pub(crate) page: SegmentedDocument,
    pub(crate) content: Content,
    pub(crate) boilerplate: Content,
}

/// The segments of a page that are of one scope. What is not to be translated goes with the content: it finds its
/// counterpart, and is forgotten then.
pub(crate) struct Content {
    pub(crate) scope: Scope,
    /// Their numbers among the page's segments.
    pub(crate) numbers: Vec<usize>,
    pub(crate) passages: Vec<Passage>,
}

/// Whether the text of the template is judged, too. It never counts, but its translations are worth handing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breadth {
    Content,
    ContentAndBoilerplate,
}

pub(crate) struct JudgedTarget<'a> {
    pub(crate) target: &'a Target,
    pub(crate) outcome: Outcome,
}

pub(crate) enum Outcome {
    NotOffered,
    Missing,
    Unreadable(ProjectError),
    Judged { page: Box<SegmentedDocument>, content: Judgement, boilerplate: Option<Judgement> },
}

/// The verdict on the segments of one scope.
pub(crate) struct Judgement {
    pub(crate) target: Content,
    pub(crate) verdict: Verdict,
    /// Beads over the segments of this scope, where they were needed.
    pub(crate) alignment: Option<Alignment>,
    /// When its segments were written, where history tells.
    pub(crate) dates: Box<Dates>,
}

impl Content {
    pub(crate) fn of(language: &Language, page: &SegmentedDocument) -> Self {
        Self::of_scope(language, page, Scope::Content)
    }

    pub(crate) fn of_scope(language: &Language, page: &SegmentedDocument, scope: Scope) -> Self {
        let (_, numbers) = Side::of_scope(language, page, scope);
        let passages = passages(page, &numbers);
        Self { scope, numbers, passages }
    }

    /// One of them on its page.
    pub(crate) fn segment<'p>(&self, page: &'p SegmentedDocument, at: usize) -> &'p Segment {
        &page.segments[self.numbers[at]]
    }

    /// The block that a segment stands in.
    pub(crate) fn block<'p>(&self, page: &'p SegmentedDocument, at: usize) -> &'p Block {
        page.block(self.segment(page, at))
    }

    /// Whether a segment is of this scope itself, and does not only go along.
    pub(crate) fn is_of_scope(&self, page: &SegmentedDocument, at: usize) -> bool {
        self.block(page, at).scope == self.scope
    }

    /// The numbers of the page's segments that are of this scope themselves.
    pub(crate) fn own_numbers<'a>(&'a self, page: &'a SegmentedDocument) -> impl Iterator<Item = usize> + 'a {
        (0..self.numbers.len()).filter(|at| self.is_of_scope(page, *at)).map(|at| self.numbers[at])
    }
}
