//! What is wrong with a judged document, as findings; and its coverage.

use std::collections::HashMap;
use std::sync::Arc;

use hexapla_core::document::{BlockKind, Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::segment::Segment;
use hexapla_core::status::{
    Count, Coverage, Doubt, Finding, FindingSide, LengthModel, PageState, Rule, SegmentStatus, SyncState,
};
use hexapla_core::text::{Fold, Place, word_count};

use crate::across::{self, BlockFact, BlockKey, Facts, PageFacts, PairFact, Part, Told};
use crate::checks::{self, Pair};
use crate::config::{Config, Gate, state_of};
use crate::error::ProjectError;
use crate::fingerprint::{fingerprint, folded};
use crate::judgement::{Content, JudgedDocument, JudgedTarget, Outcome, SourcePage};
use crate::lock::{Idle, LOCK_NAME, Lock};
use crate::marker::Markers;
use crate::matrix::Target;
use crate::missing::Missing;
use crate::page::with_mark;
use crate::report::{DocumentReport, PageReport, SetApart};

/// A document's part of the report.
pub(crate) fn report_on(judged: &JudgedDocument<'_>, config: &Config, lock: &Lock) -> Told {
    let mut facts = Facts::default();
    let mut teller = Teller::new(&config.gate, lock, &judged.document.path);
    teller.source_markers = judged.source.as_ref().map(|source| Markers::of(&source.page.document)).unwrap_or_default();
    let mut report = DocumentReport {
        path: judged.document.path.clone(),
        title: None,
        content: Count::default(),
        set_apart: SetApart::default(),
        pages: Vec::new(),
    };
    let source = match &judged.source {
        Ok(source) => {
            report.title = title(&source.page);
            teller.source_words =
                source.page.segments.iter().map(|segment| word_count(source.page.text(segment))).collect();
            (report.content, report.set_apart) = measure(&source.page, &teller.source_words);
            facts.blocks = blocks(source, &teller.source_words);
            Some(source)
        }
        Err(_) => None,
    };
    for target in &judged.targets {
        let mut page = PageFacts::default();
        report.pages.push(teller.target(source, target, config, &mut page));
        facts.pages.push(page);
    }
    teller.source(judged);
    // What is silenced in one language only has its use, too: all of them must have been looked at.
    if let Ok(source) = &judged.source
        && judged.targets.len() == config.targets.len()
    {
        let markers = std::mem::take(&mut teller.source_markers);
        teller.idle(&markers, &judged.document.path, &source.page, &config.source.language);
    }
    Told { report, findings: teller.findings, missing: teller.missing, facts }
}

/// The source's own blocks, with what is counted of them: of figures, which are not to be translated, nothing.
fn blocks(source: &SourcePage, words: &[usize]) -> Vec<BlockFact> {
    let page = &source.page;
    let mut blocks: Vec<(usize, BlockFact)> = Vec::new();
    for at in 0..source.content.numbers.len() {
        let is_own = source.content.is_of_scope(page, at);
        if !is_own && !source.content.passages[at].is_figure() {
            continue;
        }
        let number = source.content.numbers[at];
        let segment = &page.segments[number];
        let one = if is_own { Count { segments: 1, words: words[number] } } else { Count::default() };
        match blocks.last_mut() {
            Some((block, fact)) if *block == segment.block => fact.count += one,
            _ => {
                let key = BlockKey::of(page.block(segment).text.as_str());
                blocks.push((segment.block, BlockFact { key, count: one }));
            }
        }
    }
    blocks.into_iter().map(|(_, fact)| fact).collect()
}

/// The page's title, or its first heading.
fn title(page: &SegmentedDocument) -> Option<String> {
    let of_kind = |kind: BlockKind| {
        let fits = |block: &&hexapla_core::document::Block| block.kind == kind && block.scope == Scope::Content;
        page.document.blocks.iter().find(fits).map(|block| block.text.as_str().to_owned())
    };
    of_kind(BlockKind::Title).or_else(|| of_kind(BlockKind::Heading))
}

/// How much a page holds, whose segments have so many words each.
fn measure(page: &SegmentedDocument, words: &[usize]) -> (Count, SetApart) {
    let mut content = Count::default();
    let mut apart = SetApart::default();
    for (segment, words) in page.segments.iter().zip(words) {
        let one = Count { segments: 1, words: *words };
        match page.block(segment).scope {
            Scope::Content => content += one,
            Scope::Boilerplate => apart.boilerplate += one,
            Scope::LanguageSwitcher => apart.language_switcher += one,
            Scope::DoNotTranslate => apart.do_not_translate += one,
        }
    }
    (content, apart)
}

/// Shorter texts are translated as their context asks.
const SENTENCE: usize = 4;

struct Teller<'a> {
    gate: &'a Gate,
    lock: &'a Lock,
    /// The path of the source page.
    document: Arc<str>,
    findings: Vec<(Finding, Option<BlockKey>)>,
    missing: Missing,
    /// The block that is spoken of.
    block: Option<BlockKey>,
    source_markers: Markers,
    /// For every segment of the source page.
    source_words: Vec<usize>,
    /// Of the target that is being looked at.
    target_markers: Markers,
}

impl<'a> Teller<'a> {
    fn new(gate: &'a Gate, lock: &'a Lock, document: &str) -> Self {
        Self {
            gate,
            lock,
            document: document.into(),
            findings: Vec::new(),
            missing: Missing::default(),
            block: None,
            source_markers: Markers::default(),
            source_words: Vec::new(),
            target_markers: Markers::default(),
        }
    }

    fn source(&mut self, judged: &JudgedDocument<'_>) {
        let languages: Vec<&Language> = judged.targets.iter().map(|target| &target.target.language).collect();
        let path = &judged.document.path;
        match &judged.source {
            Err(error) => {
                for language in languages {
                    self.page(
                        Rule::UnreadablePage,
                        language,
                        Some(side(path, place_of(error))),
                        None,
                        Some(reason_of(error)),
                    );
                }
            }
            Ok(source) if source.content.own_numbers(&source.page).next().is_none() => {
                for language in languages {
                    self.page(Rule::EmptyPage, language, Some(side(path, None)), None, None);
                }
            }
            Ok(_) => {}
        }
    }

    fn target(
        &mut self,
        source: Option<&SourcePage>,
        judged: &JudgedTarget<'_>,
        config: &Config,
        facts: &mut PageFacts,
    ) -> PageReport {
        let target = judged.target;
        let mut coverage = Coverage::default();
        let state = match (&judged.outcome, source) {
            (Outcome::NotOffered, Some(_)) => PageState::NotOffered,
            // Without its source nobody can say how much of it is translated; the source is a finding.
            (Outcome::NotOffered | Outcome::Missing, None) => PageState::Partial,
            (Outcome::Missing, Some(source)) => {
                self.missing_page(source, target, &mut coverage, facts);
                PageState::Missing
            }
            (Outcome::Unreadable(error), source) => {
                self.page(
                    Rule::UnreadablePage,
                    &target.language,
                    None,
                    Some(side(&target.path, place_of(error))),
                    Some(reason_of(error)),
                );
                if let Some(source) = source {
                    coverage.unknown = measure(&source.page, &self.source_words).0;
                }
                PageState::Partial
            }
            (Outcome::Judged { page, content: judgement, .. }, Some(source)) => {
                let content = &judgement.target;
                if content.numbers.is_empty() && !source.content.numbers.is_empty() {
                    self.page(Rule::EmptyPage, &target.language, None, Some(side(&target.path, None)), None);
                }
                let pages = Pages { source, page, content, target };
                self.target_markers = Markers::of(&page.document);
                let mut seen = HashMap::new();
                for status in &judgement.verdict.segments {
                    let words = match status.source {
                        Some(at) if source.content.is_of_scope(&source.page, at) => {
                            self.source_words[source.content.numbers[at]]
                        }
                        // A stale figure: no page that has one is up to date by a hundred per cent.
                        Some(_) => 1,
                        None => word_count(&pages.target_text(status)),
                    };
                    self.block = Some(pages.block_of(status));
                    let decision = status.rule.map(|rule| self.segment(rule, status, &pages, &mut seen));
                    // What a person left untranslated on purpose is outside the denominator.
                    if decision != Some(Decision::Accepted) || status.state != SyncState::Untranslated {
                        coverage.add(status, words);
                        if let (Some(part), Some(block)) = (Part::of(status), self.block) {
                            facts.counted.push((block, part, u32::try_from(words).unwrap_or(u32::MAX)));
                        }
                    }
                }
                for pair in checks::pairs(&judgement.verdict.segments) {
                    self.block = pair.source.first().map(|at| pages.source_block(*at));
                    self.pair(&pair, &pages, config, &mut seen, facts);
                }
                self.block = None;
                let markers = std::mem::take(&mut self.target_markers);
                self.idle(&markers, &target.path, page, &target.language);
                // Where there is nothing to translate, nothing is done; the source is a finding.
                match source.content.own_numbers(&source.page).next() {
                    Some(_) => coverage.page_state(),
                    None => PageState::Partial,
                }
            }
            (Outcome::Judged { .. }, None) => PageState::NotOffered,
        };
        PageReport { language: target.language.clone(), path: target.path.clone(), state, coverage }
    }

    fn missing_page(&mut self, source: &SourcePage, target: &Target, coverage: &mut Coverage, facts: &mut PageFacts) {
        let page = &source.page;
        if self.missing.segments.is_empty() {
            let own = source.content.own_numbers(page).map(|number| &page.segments[number]);
            self.missing.segments =
                own.map(|segment| self.source_side(page.place(segment), page.text(segment))).collect();
        }
        let mut passed_over = Vec::new();
        for (at, number) in source.content.own_numbers(page).enumerate() {
            let found = &self.missing.segments[at];
            if self.silence(Rule::MissingPage, Some(found), None) || self.accepts_missing(found, &target.language) {
                passed_over.push(at);
                continue;
            }
            let words = self.source_words[number];
            let block = BlockKey::of(page.block(&page.segments[number]).text.as_str());
            coverage.untranslated += Count { segments: 1, words };
            facts.counted.push((block, Part::Untranslated, u32::try_from(words).unwrap_or(u32::MAX)));
        }
        self.missing.languages.push((target.language.clone(), passed_over));
    }

    fn segment(
        &mut self,
        rule: Rule,
        status: &SegmentStatus,
        pages: &Pages<'_>,
        seen: &mut HashMap<String, u32>,
    ) -> Decision {
        let language = &pages.target.language;
        let source = status.source.map(|at| self.source_side(pages.source_place(at), pages.source_text(at)));
        let target = status.target.first().map(|first| FindingSide {
            path: pages.target.path.as_str().into(),
            place: Some(pages.target_place(*first)),
            text: pages.target_text(status).into(),
        });
        if self.silence(rule, source.as_ref(), target.as_ref()) {
            return Decision::Accepted;
        }
        // What stays the same when another item of a list comes or goes.
        let said = (
            status.source.map_or("", |at| pages.source.content.passages[at].text()),
            status.target.iter().map(|at| pages.content.passages[*at].text()).collect::<Vec<_>>().join(" "),
        );
        let fingerprint = self.fingerprint(rule, language, [said.0, &said.1], seen);
        self.push(rule, language, |finding| {
            finding.edit = status.edit;
            finding.source = source;
            finding.target = target;
            finding.previous_source = pages.previous_source(status);
            finding.base.clone_from(&status.base);
            finding.since = status.since.clone().map(Box::new);
            finding.circumstances.clone_from(&status.circumstances);
            finding.fingerprint = fingerprint;
        })
    }

    /// Whether a marker on either page silences a finding there.
    fn silence(&self, rule: Rule, source: Option<&FindingSide>, target: Option<&FindingSide>) -> bool {
        let by = |markers: &Markers, side: Option<&FindingSide>| {
            side.and_then(|side| side.place).is_some_and(|place| markers.silence(rule, place.byte))
        };
        // Both are asked, so that both have their use.
        let (at_source, at_target) = (by(&self.source_markers, source), by(&self.target_markers, target));
        at_source || at_target
    }

    /// The markers of a page that silenced nothing.
    fn idle(&mut self, markers: &Markers, path: &str, page: &SegmentedDocument, language: &Language) {
        for marker in markers.idle(|rule| self.gate.severity(rule).is_some()) {
            let place = Some(page.place_of(marker.span.start));
            let text = format!("<!-- {} -->", marker.text).into();
            let stands = FindingSide { path: path.into(), place, text };
            let detail = (!marker.unknown.is_empty()).then(|| marker.unknown.join("  "));
            let fingerprint = self.fingerprint(Rule::UnusedMarker, language, [path, &marker.text], &mut HashMap::new());
            self.push(Rule::UnusedMarker, language, |finding| {
                finding.target = Some(stands);
                finding.detail = detail;
                finding.fingerprint = fingerprint;
            });
        }
    }

    /// What the checks have to say of a pair.
    fn pair(
        &mut self,
        pair: &Pair,
        pages: &Pages<'_>,
        config: &Config,
        seen: &mut HashMap<String, u32>,
        facts: &mut PageFacts,
    ) {
        let language = &pages.target.language;
        let Some(codes) = config.targets.iter().find(|codes| codes.language == *language) else { return };
        let source = checks::Side::of(&pages.source.page, &pages.source.content, &pair.source);
        let target = checks::Side::of(pages.page, pages.content, &pair.target);
        let (Some(first), Some(stands)) = (pair.source.first(), pair.target.first()) else { return };
        let places = (pages.source_place(*first), pages.target_place(*stands));
        let sides = (
            self.source_side(places.0, &source.text),
            FindingSide {
                path: pages.target.path.as_str().into(),
                place: Some(places.1),
                text: target.text.as_str().into(),
            },
        );
        for doubt in checks::doubts(pair, (&source, &config.source), (&target, codes)) {
            if !self.silence(doubt.rule, Some(&sides.0), Some(&sides.1))
                && let Some(finding) = self.doubted(doubt, pair.state, &sides, language, seen)
            {
                self.say(finding);
            }
        }
        if pair.state != Some(SyncState::Current) {
            return;
        }
        let model = facts.lengths.get_or_insert_with(|| Box::new(LengthModel::new(language)));
        model.learn(&source.text, &target.text);
        if let Some(extreme) = LengthModel::new(language).extreme(&source.text, &target.text)
            && !self.silence(Rule::Length, Some(&sides.0), Some(&sides.1))
        {
            let doubt = Doubt { rule: Rule::Length, detail: format!("{} ↔ {}", extreme.source, extreme.target) };
            facts.unusual.extend(self.doubted(doubt, pair.state, &sides, language, seen));
        }
        let alone = pair.source.len() == 1 && pair.target.len() == 1;
        if alone
            && word_count(&source.text) >= SENTENCE
            && !self.silence(Rule::Inconsistent, Some(&sides.0), Some(&sides.1))
        {
            let (source, target) =
                (across::key(&source.text, Fold::Typography), across::key(&target.text, Fold::Words));
            facts.pairs.push(PairFact { source, target, source_byte: places.0.byte, target_byte: places.1.byte });
        }
    }

    /// A finding of a check; `None` where the rule is switched off.
    fn doubted(
        &self,
        doubt: Doubt,
        state: Option<SyncState>,
        sides: &(FindingSide, FindingSide),
        language: &Language,
        seen: &mut HashMap<String, u32>,
    ) -> Option<Finding> {
        let fingerprint = self.fingerprint(doubt.rule, language, [&sides.0.text, &sides.1.text], seen);
        let mut finding = self.finding(doubt.rule, language)?;
        finding.state = state;
        finding.source = Some(sides.0.clone());
        finding.target = Some(sides.1.clone());
        finding.detail = Some(doubt.detail);
        finding.fingerprint = fingerprint;
        Some(finding)
    }

    fn page(
        &mut self,
        rule: Rule,
        language: &Language,
        source: Option<FindingSide>,
        target: Option<FindingSide>,
        detail: Option<String>,
    ) {
        let fingerprint = self.fingerprint(rule, language, ["", ""], &mut HashMap::new());
        self.push(rule, language, |finding| {
            finding.source = source;
            finding.target = target;
            finding.detail = detail;
            finding.fingerprint = fingerprint;
        });
    }

    fn push(&mut self, rule: Rule, language: &Language, fill: impl FnOnce(&mut Finding)) -> Decision {
        let Some(mut finding) = self.finding(rule, language) else { return Decision::Open };
        fill(&mut finding);
        self.say(finding)
    }

    fn say(&mut self, finding: Finding) -> Decision {
        if self.lock.accepts(&finding) {
            return Decision::Accepted;
        }
        self.findings.push((finding, self.block));
        Decision::Open
    }

    /// A finding that says nothing yet; `None` where the rule is switched off.
    fn finding(&self, rule: Rule, language: &Language) -> Option<Finding> {
        let (severity, document) = (self.gate.severity(rule)?, self.document.clone());
        Some(Finding::new(rule, severity, state_of(rule), language.clone(), document, String::new()))
    }

    /// What a finding is known by again: what it says, not where it stands. Equal ones on a page are numbered.
    fn fingerprint(&self, rule: Rule, language: &Language, said: [&str; 2], seen: &mut HashMap<String, u32>) -> String {
        let [source, target] = said.map(folded);
        let count = seen.entry([rule.as_str(), &source, &target].join("\u{1F}")).or_insert(0);
        *count += 1;
        fingerprint(rule, &self.document, language, [&source, &target], *count)
    }

    fn source_side(&self, place: Place, text: &str) -> FindingSide {
        FindingSide { path: self.document.clone(), place: Some(place), text: text.into() }
    }

    /// Whether a person accepted that a segment of a missing page is missing.
    fn accepts_missing(&self, segment: &FindingSide, language: &Language) -> bool {
        let finding = self.finding(Rule::MissingPage, language);
        finding.is_some_and(|finding| self.lock.accepts(&Finding { source: Some(segment.clone()), ..finding }))
    }
}

/// The finding for a page of a target language that has no source page.
pub(crate) fn orphan(path: &str, language: &Language, gate: &Gate, lock: &Lock) -> Option<Finding> {
    let mut teller = Teller::new(gate, lock, path);
    teller.page(Rule::OrphanPage, language, None, Some(side(path, None)), None);
    teller.findings.pop().map(|(finding, _)| finding)
}

/// The finding for a decision that meets nothing any more.
pub(crate) fn idle(idle: Idle, gate: &Gate) -> Option<Finding> {
    let lock = Lock::default();
    let mut teller = Teller::new(gate, &lock, &idle.document);
    let place = FindingSide { path: LOCK_NAME.into(), place: Some(idle.place), text: idle.text.into() };
    teller.page(idle.rule, &idle.language, None, Some(place), Some(idle.detail));
    teller.findings.pop().map(|(finding, _)| finding)
}

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decision {
    Open,
    /// A person takes it as it is.
    Accepted,
}

/// The two pages that a status speaks of.
struct Pages<'a> {
    source: &'a SourcePage,
    page: &'a SegmentedDocument,
    content: &'a Content,
    target: &'a Target,
}

impl Pages<'_> {
    fn source_segment(&self, at: usize) -> &Segment {
        self.source.content.segment(&self.source.page, at)
    }

    fn source_text(&self, at: usize) -> &str {
        self.source.page.text(self.source_segment(at))
    }

    /// What the source said when the target was made, as it would stand there now.
    fn previous_source(&self, status: &SegmentStatus) -> Option<String> {
        let previous = status.previous_source.as_deref()?;
        let marked = |at| with_mark(&self.source.page, self.source_segment(at), previous);
        Some(status.source.map_or_else(|| previous.to_owned(), marked))
    }

    fn source_place(&self, at: usize) -> Place {
        self.source.page.place(self.source_segment(at))
    }

    fn target_text(&self, status: &SegmentStatus) -> String {
        let segments = status.target.iter().map(|at| self.content.segment(self.page, *at));
        segments.map(|segment| self.page.text(segment)).collect::<Vec<_>>().join(" ")
    }

    fn source_block(&self, at: usize) -> BlockKey {
        BlockKey::of(self.source.content.block(&self.source.page, at).text.as_str())
    }

    /// The block of the source that a status is about, else of the target.
    fn block_of(&self, status: &SegmentStatus) -> BlockKey {
        match (status.source, status.target.first()) {
            (Some(at), _) => self.source_block(at),
            (None, Some(at)) => BlockKey::of(self.content.block(self.page, *at).text.as_str()),
            (None, None) => BlockKey::of(""),
        }
    }

    fn target_place(&self, at: usize) -> Place {
        self.page.place(self.content.segment(self.page, at))
    }
}

fn side(path: &str, place: Option<Place>) -> FindingSide {
    FindingSide { path: path.into(), place, text: "".into() }
}

/// Why a page cannot be read, in no language of people and without its path, which is told beside it.
fn reason_of(error: &ProjectError) -> String {
    use hexapla_formats::DecodeError::{Binary, Malformed, NotUtf8, UnknownEncoding};
    match error {
        ProjectError::Unreadable { reason, .. } => reason.to_string(),
        ProjectError::Encoding { reason, .. } => match reason {
            Binary { .. } => "NUL".to_owned(),
            NotUtf8 { value, .. } => format!("0x{value:02X} ∉ UTF-8"),
            Malformed { value, encoding, .. } => format!("0x{value:02X} ∉ {encoding}"),
            UnknownEncoding { label } => format!("charset={label}"),
            other => other.to_string(),
        },
        other => other.to_string(),
    }
}

fn place_of(error: &ProjectError) -> Option<Place> {
    use hexapla_formats::DecodeError::{Malformed, NotUtf8};
    match error {
        ProjectError::Encoding { reason: NotUtf8 { place, .. } | Malformed { place, .. }, .. } => Some(*place),
        _ => None,
    }
}

/// The order of findings: by document, language in the project's order, then by place and rule.
pub(crate) fn sort(findings: &mut [Finding], languages: &[Language]) {
    let key = |finding: &Finding| {
        let place = finding.source.as_ref().or(finding.target.as_ref()).and_then(|side| side.place);
        (
            finding.document.clone(),
            languages.iter().position(|language| *language == finding.language),
            finding.source.is_none(),
            place.map(|place| place.byte),
            finding.rule,
        )
    };
    findings.sort_by_cached_key(key);
}
