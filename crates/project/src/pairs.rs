//! The pairs that a project may hand out: what stands in both languages, beside the source that it translates.

use std::collections::BTreeMap;

use hexapla_core::align::Confidence;
use hexapla_core::document::{InlineCode, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::memory::{Context, TranslationUnit, Variant};
use hexapla_core::status::{SegmentStatus, SyncState, Verdict};
use indexmap::IndexMap;

use crate::project::{JudgedDocument, Outcome, SourcePage};

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
    let Outcome::Judged { page, content, verdict, alignment } = &found.outcome else { return (Vec::new(), 0) };
    let mut units = Vec::new();
    let mut kept = 0;
    for group in groups(verdict) {
        let sure = group.iter().all(|status| {
            status.state != SyncState::Unknown
                || alignment.as_ref().is_some_and(|alignment| {
                    let at = status.source.unwrap_or_default();
                    let bead = alignment.beads.iter().find(|bead| bead.source.contains(&at));
                    bead.is_some_and(|bead| bead.confidence >= Confidence::new(LEAST_CONFIDENCE))
                })
        });
        if !sure {
            kept += 1;
            continue;
        }
        let sources: Vec<usize> = group.iter().filter_map(|status| status.source).collect();
        let mut targets: Vec<usize> = group.iter().flat_map(|status| status.target.iter().copied()).collect();
        targets.sort_unstable();
        targets.dedup();
        let of_source: Vec<usize> = sources.iter().map(|at| source.content.numbers[*at]).collect();
        let of_target: Vec<usize> = targets.iter().map(|at| content.numbers[*at]).collect();
        let mut source_variant = variant(&source.page, &of_source);
        if group.iter().any(|status| status.previous_source.is_some()) {
            // The target translates what the source said then; its markup of then is not known.
            source_variant = Variant { text: source_of_then(&group, source), ..Variant::default() };
        }
        units.push(TranslationUnit {
            id: None,
            source_language: source_language.clone(),
            variants: IndexMap::from([
                (source_language.clone(), source_variant),
                (language.clone(), variant(page, &of_target)),
            ]),
            context: context(judged, source, &sources),
            notes: Vec::new(),
            properties: IndexMap::new(),
        });
    }
    (units, kept)
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

fn source_of_then(group: &[&SegmentStatus], source: &SourcePage) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for status in group {
        let text = match (&status.previous_source, status.source) {
            (Some(previous), _) => previous.as_str(),
            (None, Some(at)) => source.content.passages[at].text(),
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

fn context(judged: &JudgedDocument<'_>, source: &SourcePage, sources: &[usize]) -> Context {
    let text = |at: usize| source.content.passages.get(at).map(|passage| passage.text().to_owned());
    let first = sources.iter().min().copied().unwrap_or_default();
    let last = sources.iter().max().copied().unwrap_or_default();
    Context {
        document: Some(judged.document.path.clone()),
        previous: first.checked_sub(1).and_then(text),
        next: text(last + 1),
    }
}
