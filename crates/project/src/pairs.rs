//! The pairs that a project may hand out: what stands in both languages, beside the source that it translates.

use std::collections::BTreeMap;

use hexapla_core::align::{Alignment, Confidence};
use hexapla_core::document::{InlineCode, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::memory::{Context, Timestamp, TranslationUnit, Variant};
use hexapla_core::status::{CheckedSide, Rule, SegmentStatus, SyncState, Verdict, contradictions};
use indexmap::IndexMap;

use crate::history::{Dates, Moment, Moments};
use crate::judgement::{Content, JudgedDocument, Judgement, Outcome, SourcePage};

/// Below this an unverified pair stays at home.
pub const LEAST_CONFIDENCE: f32 = 0.5;

/// What is said of pairs that leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dating {
    /// Nothing; stale pairs leave among the others, beside the source that they were made from.
    Undated,
    /// When they were written and by whom; stale ones are kept apart.
    FromHistory,
}

/// What a document hands out in one language, in the order of the source.
#[derive(Default)]
pub(crate) struct HandedOut {
    pub(crate) units: Vec<TranslationUnit>,
    /// Those that are kept apart because they are stale.
    pub(crate) stale: Vec<TranslationUnit>,
    /// How many pairs stayed at home.
    pub(crate) kept_back: usize,
}

/// The units of a document in one language.
pub(crate) fn units_of(
    judged: &JudgedDocument<'_>,
    language: &Language,
    source_language: &Language,
    dating: Dating,
) -> HandedOut {
    let Ok(source) = &judged.source else { return HandedOut::default() };
    let Some(found) = judged.targets.iter().find(|target| target.target.language == *language) else {
        return HandedOut::default();
    };
    let Outcome::Judged { page, content, boilerplate } = &found.outcome else { return HandedOut::default() };
    let document = &judged.document.path;
    let out = HandedOut::default();
    let mut pairs = Pairs { document, source, source_language, page, language, dating, out };
    pairs.take(&source.content, content);
    if let Some(boilerplate) = boilerplate {
        pairs.take(&source.boilerplate, boilerplate);
    }
    pairs.out
}

struct Pairs<'a> {
    document: &'a str,
    source: &'a SourcePage,
    source_language: &'a Language,
    page: &'a SegmentedDocument,
    language: &'a Language,
    dating: Dating,
    out: HandedOut,
}

impl Pairs<'_> {
    fn take(&mut self, source: &Content, judgement: &Judgement) {
        for group in groups(&judgement.verdict) {
            // Figures are no translation.
            if !group.iter().filter_map(|status| status.source).any(|at| source.is_of_scope(&self.source.page, at)) {
                continue;
            }
            if !group.iter().all(|status| is_sure(status, judgement.alignment.as_ref())) {
                self.out.kept_back += 1;
                continue;
            }
            let mut unit = self.unit(&group, source, &judgement.target);
            if group.iter().any(|status| status.state == SyncState::Unknown) && disagrees(&unit) {
                self.out.kept_back += 1;
                continue;
            }
            if self.dating == Dating::FromHistory {
                self.date(&mut unit, &group, &judgement.dates);
            }
            let apart =
                self.dating == Dating::FromHistory && group.iter().any(|status| status.rule == Some(Rule::Stale));
            if apart { self.out.stale.push(unit) } else { self.out.units.push(unit) }
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

    fn date(&self, unit: &mut TranslationUnit, group: &[&SegmentStatus], dates: &Dates) {
        let sources = group.iter().filter_map(|status| dates.source.get(&status.source?));
        let targets = group.iter().flat_map(|status| &status.target).filter_map(|at| dates.target.get(at));
        if let Some(variant) = unit.variants.get_mut(self.source_language) {
            stamp(variant, sources);
        }
        if let Some(variant) = unit.variants.get_mut(self.language) {
            stamp(variant, targets);
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

/// Says when a variant was written: its first segment's first words, and its last segment's last. What stands in the
/// working tree alone has not been changed at any time that others know.
fn stamp<'m>(variant: &mut Variant, moments: impl Iterator<Item = &'m Moments> + Clone) {
    let (time, who) = (|moment: &Moment| Timestamp::from_unix(moment.time), |moment: &Moment| moment.author.clone());
    let created = moments.clone().map(|moments| moments.created.as_ref()).min().flatten();
    let all_committed = moments.clone().all(|moments| moments.changed.is_some());
    let changed = moments.filter_map(|moments| moments.changed.as_ref()).max().filter(|_| all_committed);
    (variant.created, variant.created_by) = (created.map(time), created.map(who));
    (variant.changed, variant.changed_by) = (changed.map(time), changed.map(who));
}

/// Whether numbers or placeholders say that one side was not made from the other as it is.
fn disagrees(unit: &TranslationUnit) -> bool {
    let mut sides = unit.variants.iter().map(|(language, variant)| CheckedSide {
        language,
        code: "",
        text: &variant.text,
        codes: &[],
    });
    let (Some(source), Some(target)) = (sides.next(), sides.next()) else { return false };
    // Where a link leads is a matter of taste, and of the site.
    contradictions(source, target).iter().any(|doubt| doubt.rule != Rule::Links)
}

/// Whether something vouches for a pair: a witness, or an alignment that is not in doubt.
fn is_sure(status: &SegmentStatus, alignment: Option<&Alignment>) -> bool {
    let bead = || {
        let at = status.source?;
        alignment?.beads.iter().find(|bead| bead.sources().any(|number| number == at))
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
