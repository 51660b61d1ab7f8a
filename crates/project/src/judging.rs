//! The judgement on every selected page: read, compared with what is known of it, and weighed.

use hexapla_core::align::{Alignment, Resources, Side, align};
use hexapla_core::document::{Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::status::{Page, Passage, SegmentStatus, SyncState, Testimony, Verdict, judge};
use rayon::prelude::*;

use crate::error::ProjectError;
use crate::evidence::Evidence;
use crate::history::{Dates, Repository, Witness};
use crate::judgement::{Breadth, Content, JudgedDocument, JudgedTarget, Judgement, Outcome, SourcePage};
use crate::matrix::{Document, Matrix, Presence, Target};
use crate::progress::{Progress, Stage};
use crate::project::Project;
use crate::selection::Selection;

impl Project {
    /// Judges every selected page that is not `known`, and gives each document, as soon as it is judged, to `tell`, with
    /// what was found in place of knowledge; what that makes of them comes back in the order of the documents.
    #[expect(clippy::too_many_arguments, reason = "all that is known, and what is to be told")]
    pub(crate) fn judge_all<'m, T: Send, N>(
        &self,
        matrix: &'m Matrix,
        evidence: &Evidence<'_>,
        selection: &Selection,
        breadth: Breadth,
        progress: &dyn Progress,
        known: impl Fn(&Document) -> Result<T, N> + Sync,
        tell: impl Fn(JudgedDocument<'m>, N) -> T + Sync,
    ) -> Result<Vec<T>, ProjectError> {
        let documents: Vec<&Document> =
            matrix.documents.iter().filter(|document| selection.wants_document(document)).collect();
        progress.begin(Stage::Pages, documents.len());
        let told = documents
            .into_par_iter()
            .map(|document| {
                let told = known(document).unwrap_or_else(|unknown| {
                    tell(self.judge_document(document, selection, breadth, evidence), unknown)
                });
                progress.step();
                told
            })
            .collect();
        evidence.repository.as_ref().map_or(Ok(()), Repository::trouble)?;
        Ok(told)
    }

    fn judge_document<'m>(
        &self,
        document: &'m Document,
        selection: &Selection,
        breadth: Breadth,
        evidence: &Evidence<'_>,
    ) -> JudgedDocument<'m> {
        let language = &self.config().source.language;
        let source = self.read(&document.path, language).map(|page| {
            let content = Content::of(language, &page);
            let boilerplate = Content::of_scope(language, &page, Scope::Boilerplate);
            SourcePage { page, content, boilerplate }
        });
        let history = match (&source, evidence.witness()) {
            (Ok(source), Some(repository)) => Witness::new(repository, self, document, &source.page, &source.content),
            _ => None,
        };
        let targets = document
            .targets
            .iter()
            .filter(|target| selection.wants_target(document, target))
            .map(|target| {
                let outcome = match (&source, target.presence) {
                    (_, Presence::NotOffered) => Outcome::NotOffered,
                    (_, Presence::Missing) => Outcome::Missing,
                    (Ok(source), Presence::Present) => match self.read(&target.path, &target.language) {
                        Ok(page) => {
                            let judge = |of: &Content| {
                                self.judge_target(document, source, of, target, &page, evidence, history.as_ref())
                            };
                            let content = judge(&source.content);
                            let boilerplate =
                                (breadth == Breadth::ContentAndBoilerplate).then(|| judge(&source.boilerplate));
                            Outcome::Judged { page: Box::new(page), content, boilerplate }
                        }
                        Err(error) => Outcome::Unreadable(error),
                    },
                    // Without its source there is nothing to say of a translation; the source is reported.
                    (Err(_), Presence::Present) => Outcome::NotOffered,
                };
                JudgedTarget { target, outcome }
            })
            .collect();
        let settled = history.as_ref().is_none_or(Witness::is_settled);
        JudgedDocument { document, source, targets, settled }
    }

    #[expect(clippy::too_many_arguments, reason = "a page in two languages and all that is known of it")]
    fn judge_target(
        &self,
        document: &Document,
        source: &SourcePage,
        of: &Content,
        target: &Target,
        page: &SegmentedDocument,
        evidence: &Evidence<'_>,
        history: Option<&Witness<'_>>,
    ) -> Judgement {
        let content = Content::of_scope(&target.language, page, of.scope);
        let mut testimonies: Vec<Testimony> = Vec::new();
        testimonies.extend(evidence.lock.testimony(&document.path, &target.language, &of.passages, &content.passages));
        if let Some(memory) = evidence.memories.of(&target.language) {
            testimonies.push(memory.testimony(&document.path, &of.passages, &content.passages));
        }
        // The memory works it out when it is first asked for, for all pages.
        let known = || evidence.memories.resources(&target.language);
        let mut dates = Box::<Dates>::default();
        let history = history.filter(|_| of.scope == Scope::Content);
        if let Some(history) = history {
            let (told, written) = history.testimonies(target, page, &content, known());
            testimonies.extend(told);
            dates.target = written;
        }
        if let Some(base) = &evidence.base {
            testimonies.extend(base.testimony(&document.path, target, of.scope, known()));
        }
        let mut alignment = None;
        let languages = self.languages();
        let code = source.page.document.code_lines();
        let verdict = judge(
            &Page {
                source_language: &self.config().source.language,
                target_language: &target.language,
                languages: &languages,
                source: &of.passages,
                target: &content.passages,
                code: &code,
                testimonies: &testimonies,
            },
            &mut || {
                let beads = self.align_pages(&source.page, page, &target.language, of.scope, known());
                alignment = Some(beads.clone());
                beads
            },
        );
        let counts = |status: &SegmentStatus| match (status.source, status.target.first()) {
            (Some(at), _) => {
                let is_plain = of.block(&source.page, at).protected.is_empty();
                of.is_of_scope(&source.page, at) || is_plain && is_stale_figure(status, &of.passages[at])
            }
            (None, Some(at)) => content.is_of_scope(page, *at),
            (None, None) => false,
        };
        let verdict = Verdict { segments: verdict.segments.into_iter().filter(counts).collect() };
        if let Some(history) = history {
            let of_status = |status: &SegmentStatus| {
                let at = status.source.filter(|_| !status.target.is_empty())?;
                let then = status.previous_source.as_deref().map(Passage::new);
                Some((at, history.source_moments(at, then.as_ref().unwrap_or(&of.passages[at]))))
            };
            dates.source = verdict.segments.iter().filter_map(of_status).collect();
        }
        Judgement { target: content, verdict, alignment, dates }
    }

    /// Aligns the segments of one scope of two pages; beads count in them, not in all segments.
    pub(crate) fn align_pages(
        &self,
        source: &SegmentedDocument,
        target: &SegmentedDocument,
        language: &Language,
        scope: Scope,
        known: &Resources,
    ) -> Alignment {
        let (source, _) = Side::of_scope(&self.config().source.language, source, scope);
        let (target, _) = Side::of_scope(language, target, scope);
        align(&source, &target, known, &hexapla_core::align::Options::default())
    }
}

/// Whether a figure that stands alone, as a price in a table, has changed since it was copied. There is nothing to
/// translate in one, and it is not counted; but as long as it is not followed there is something to do.
fn is_stale_figure(status: &SegmentStatus, source: &Passage) -> bool {
    let is_real = status.state == SyncState::Stale && !status.is_minor();
    let Some(before) = status.previous_source.as_deref().map(Passage::new).filter(|_| is_real) else { return false };
    let says_nothing_else = |passage: &Passage| !passage.text().contains(char::is_alphabetic);
    let is_figure = before.is_figure() || source.is_figure();
    is_figure && says_nothing_else(source) && !is_written_anew(before.text(), source.text())
}

/// Whether a long number, as that of a telephone, has only other blanks and marks between its digits. The numbers of a date
/// or of a price with cents stay what they are, and so do currencies and signs.
fn is_written_anew(before: &str, after: &str) -> bool {
    const LONG: usize = 6;
    fn groups(text: &str) -> Vec<&str> {
        text.split(|c: char| !c.is_numeric()).filter(|group| !group.is_empty()).collect()
    }
    let parts_nothing = |c: &char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | '/' | '-' | '–' | '(' | ')');
    let signs = |text: &str| text.chars().filter(|c| !c.is_numeric() && !parts_nothing(c)).collect::<String>();
    // A date, or an amount with its cents.
    let is_parted = |text: &str| {
        let groups = groups(text);
        let by_thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
        text.contains(['.', ',', ':']) && (2..=3).contains(&groups.len()) && !by_thousands
    };
    let digits = groups(before).concat();
    let is_same = digits == groups(after).concat() && signs(before) == signs(after);
    let is_negative = |text: &str| text.starts_with(['-', '–', '−']);
    let may_be_parted_anew = !is_parted(before) && !is_parted(after) || groups(before) == groups(after);
    is_same && is_negative(before) == is_negative(after) && may_be_parted_anew && digits.chars().count() >= LONG
}
