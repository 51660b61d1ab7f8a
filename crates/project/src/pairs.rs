//! The pairs that a project may hand out: what stands in both languages, beside the source that it translates.

use std::collections::BTreeMap;

use hexapla_core::align::{Alignment, Confidence};
use hexapla_core::document::{InlineCode, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::memory::{Context, TranslationUnit, Variant};
use hexapla_core::status::{SegmentStatus, SyncState, Verdict};
use indexmap::IndexMap;

use crate::project::{Content, JudgedDocument, Judgement, Outcome, SourcePage};

/// Below this an unverified pair stays at home.
pub const LEAST_CONFIDENCE: f32 = 0.5;

/// The units of a document in one language, in the order of the source, and how many pairs stayed at home.
pub(crate) fn units_of(
    judged: &JudgedDocument<'_>,
    language: &Language,
    source_language: &Language,
) -> (Vec<TranslationUnit>, usize) {
    let Ok(source) = &judged.source else { return (Vec::new(), 0) };
    let Some(found) = judged.targets.iter().find(|target| target.target.language == *language) else {
        return (Vec::new(), 0);
    };
    let Outcome::Judged { page, content, boilerplate } = &found.outcome else { return (Vec::new(), 0) };
    let mut pairs =
        Pairs { document: &judged.document.path, source, source_language, page, language, units: Vec::new(), kept: 0 };
    pairs.take(&source.content, content);
    if let Some(boilerplate) = boilerplate {
        pairs.take(&source.boilerplate, boilerplate);
    }
    (pairs.units, pairs.kept)
}

struct Pairs<'a> {
    document: &'a str,
    source: &'a SourcePage,
    source_language: &'a Language,
    page: &'a SegmentedDocument,
    language: &'a Language,
    units: Vec<TranslationUnit>,
    kept: usize,
}

impl Pairs<'_> {
    fn take(&mut self, source: &Content, judgement: &Judgement) {
        for group in groups(&judgement.verdict) {
            if group.iter().all(|status| is_sure(status, judgement.alignment.as_ref())) {
                self.units.push(self.unit(&group, source, &judgement.target));
            } else {
                self.kept += 1;
            }
        }
    }

    fn unit(&self, group: &[&SegmentStatus], source: &Content, target: &Content) -> TranslationUnit {
        let sources: Vec<usize> = group.iter().filter_map(|status| status.source).collect();
        let mut targets: Vec<usize> = group.iter().flat_map(|status| status.target.iter().copied()).collect();
        targets.sort_unstable();
        targets.dedup();
        let numbers = |content: &Content, of: &[usize]| of.iter().map(|at| content.numbers[*at]).collect::<Vec<_>>();
        let from = if group.iter().any(|status| status.previous_source.is_some()) {
            // The target translates what the source said then; its markup of then is not known.
            Variant { text: source_of_then(group, source), ..Variant::default() }
        } else {
            variant(&self.source.page, &numbers(source, &sources))
        };
        let to = variant(self.page, &numbers(target, &targets));
        TranslationUnit {
            id: None,
            source_language: self.source_language.clone(),
            variants: IndexMap::from([(self.source_language.clone(), from), (self.language.clone(), to)]),
            context: self.context(source, &sources),
            notes: Vec::new(),
            properties: IndexMap::new(),
        }
    }

    fn context(&self, source: &Content, sources: &[usize]) -> Context {
        let text = |at: usize| source.passages.get(at).map(|passage| passage.text().to_owned());
        let first = sources.iter().min().copied().unwrap_or_default();
        let last = sources.iter().max().copied().unwrap_or_default();
        Context {
            document: Some(self.document.to_owned()),
            previous: first.checked_sub(1).and_then(text),
            next: text(last + 1),
        }
    }
}

/// Whether something vouches for a pair: a witness, or an alignment that is not in doubt.
fn is_sure(status: &SegmentStatus, alignment: Option<&Alignment>) -> bool {
    let bead = || {
        let at = status.source?;
        alignment?.beads.iter().find(|bead| bead.source.contains(&at))
    };
    status.state != SyncState::Unknown
        || bead().is_some_and(|bead| bead.confidence >= Confidence::new(LEAST_CONFIDENCE))
}

/// Statuses that share target segments are one pair; untranslated, obsolete and extra ones are none.
fn groups(verdict: &Verdict) -> Vec<Vec<&SegmentStatus>> {
    let mut groups: Vec<Vec<&SegmentStatus>> = Vec::new();
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for status in &verdict.segments {
        let paired = matches!(status.state, SyncState::Current | SyncState::Stale | SyncState::Unknown);
        if !paired || status.source.is_none() || status.target.is_empty() {
            continue;
        }
        let existing = status.target.iter().find_map(|target| group_of.get(target).copied());
        let group = existing.unwrap_or_else(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(status);
        for target in &status.target {
            group_of.insert(*target, group);
        }
    }
    groups
}

fn source_of_then(group: &[&SegmentStatus], source: &Content) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for status in group {
        let text = match (&status.previous_source, status.source) {
            (Some(previous), _) => previous.as_str(),
            (None, Some(at)) => source.passages[at].text(),
            (None, None) => continue,
        };
        // A previous text may stand for several segments of today.
        if texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    texts.join(" ")
}

/// Neighbouring segments of one block with what stands between them; others joined by a blank.
fn variant(page: &SegmentedDocument, numbers: &[usize]) -> Variant {
    let mut text = String::new();
    let mut codes: Vec<InlineCode> = Vec::new();
    let mut previous: Option<usize> = None;
    for number in numbers {
        let segment = &page.segments[*number];
        if let Some(before) = previous {
            let last = &page.segments[before];
            if last.block == segment.block && before + 1 == *number {
                text.push_str(&page.block(segment).text.as_str()[last.range.end..segment.range.start]);
            } else {
                text.push(' ');
            }
        }
        let start = text.len();
        codes.extend(page.codes(segment).into_iter().map(|code| InlineCode { at: start + code.at, ..code }));
        text.push_str(page.text(segment));
        previous = Some(*number);
    }
    Variant { text, codes, ..Variant::default() }
}
