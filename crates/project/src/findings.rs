//! What is wrong with a judged document, as findings; and its coverage.

use std::collections::HashMap;

use hexapla_core::document::{BlockKind, Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::status::{Count, Coverage, Finding, FindingSide, PageState, Rule, SegmentStatus, SyncState};
use hexapla_core::text::{Fold, Place, fold, word_count};

use crate::checks::{self, Pair};
use crate::config::{Config, Gate, state_of};
use crate::error::ProjectError;
use crate::lock::{Idle, LOCK_NAME, Lock};
use crate::matrix::{Document, Target};
use crate::project::{Content, JudgedDocument, JudgedTarget, Outcome, SourcePage};
use crate::report::{DocumentReport, PageReport, SetApart};

/// A document's part of the report.
pub(crate) fn report_on(judged: &JudgedDocument<'_>, config: &Config, lock: &Lock) -> (DocumentReport, Vec<Finding>) {
    let mut teller = Teller { gate: &config.gate, lock, document: judged.document, findings: Vec::new() };
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
            (report.content, report.set_apart) = measure(&source.page);
            Some(source)
        }
        Err(_) => None,
    };
    for target in &judged.targets {
        report.pages.push(teller.target(source, target, config));
    }
    teller.source(judged);
    (report, teller.findings)
}

/// The page's title, or its first heading.
fn title(page: &SegmentedDocument) -> Option<String> {
    let of_kind = |kind: BlockKind| {
        let fits = |block: &&hexapla_core::document::Block| block.kind == kind && block.scope == Scope::Content;
        page.document.blocks.iter().find(fits).map(|block| block.text.as_str().to_owned())
    };
    of_kind(BlockKind::Title).or_else(|| of_kind(BlockKind::Heading))
}

fn measure(page: &SegmentedDocument) -> (Count, SetApart) {
    let mut content = Count::default();
    let mut apart = SetApart::default();
    for segment in &page.segments {
        let one = Count { segments: 1, words: word_count(page.text(segment)) };
        match page.block(segment).scope {
            Scope::Content => content += one,
            Scope::Boilerplate => apart.boilerplate += one,
            Scope::LanguageSwitcher => apart.language_switcher += one,
            Scope::DoNotTranslate => apart.do_not_translate += one,
        }
    }
    (content, apart)
}

struct Teller<'a> {
    gate: &'a Gate,
    lock: &'a Lock,
    document: &'a Document,
    findings: Vec<Finding>,
}

impl Teller<'_> {
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
                        Some(error.to_string()),
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

    fn target(&mut self, source: Option<&SourcePage>, judged: &JudgedTarget<'_>, config: &Config) -> PageReport {
        let target = judged.target;
        let mut coverage = Coverage::default();
        let state = match (&judged.outcome, source) {
            (Outcome::NotOffered, Some(_)) => PageState::NotOffered,
            // Without its source nobody can say how much of it is translated; the source is a finding.
            (Outcome::NotOffered | Outcome::Missing, None) => PageState::Partial,
            (Outcome::Missing, Some(source)) => {
                self.missing_page(source, target, &mut coverage);
                PageState::Missing
            }
            (Outcome::Unreadable(error), source) => {
                self.page(
                    Rule::UnreadablePage,
                    &target.language,
                    None,
                    Some(side(&target.path, place_of(error))),
                    Some(error.to_string()),
                );
                if let Some(source) = source {
                    coverage.unknown = measure(&source.page).0;
                }
                PageState::Partial
            }
            (Outcome::Judged { page, content: judgement, .. }, Some(source)) => {
                let content = &judgement.target;
                if content.numbers.is_empty() && !source.content.numbers.is_empty() {
                    self.page(Rule::EmptyPage, &target.language, None, Some(side(&target.path, None)), None);
                }
                let pages = Pages { source, page, content, target };
                let mut seen = HashMap::new();
                for status in &judgement.verdict.segments {
                    let counted = status.source.map_or_else(|| pages.target_text(status), |at| pages.source_text(at));
                    let told = status.rule.map(|rule| self.segment(rule, status, &pages, &mut seen));
                    // What a person left untranslated on purpose is outside the denominator.
                    if told != Some(Told::Accepted) || status.state != SyncState::Untranslated {
                        coverage.add(status, word_count(&counted));
                    }
                }
                for pair in checks::pairs(&judgement.verdict.segments) {
                    self.pair(&pair, &pages, config, &mut seen);
                }
                coverage.page_state()
            }
            (Outcome::Judged { .. }, None) => PageState::NotOffered,
        };
        PageReport { language: target.language.clone(), path: target.path.clone(), state, coverage }
    }

    fn missing_page(&mut self, source: &SourcePage, target: &Target, coverage: &mut Coverage) {
        let mut seen = HashMap::new();
        for number in source.content.own_numbers(&source.page) {
            let segment = &source.page.segments[number];
            let text = source.page.text(segment);
            let found = FindingSide {
                path: self.document.path.clone(),
                place: Some(source.page.place(segment)),
                text: text.to_owned(),
            };
            let fingerprint = self.fingerprint(Rule::MissingPage, &target.language, text, "", &mut seen);
            let told = self.push(Rule::MissingPage, &target.language, |finding| {
                finding.source = Some(found);
                finding.fingerprint = fingerprint;
            });
            if told != Told::Accepted {
                coverage.untranslated += Count { segments: 1, words: word_count(text) };
            }
        }
    }

    fn segment(
        &mut self,
        rule: Rule,
        status: &SegmentStatus,
        pages: &Pages<'_>,
        seen: &mut HashMap<String, u32>,
    ) -> Told {
        let language = &pages.target.language;
        let source = status.source.map(|at| FindingSide {
            path: self.document.path.clone(),
            place: Some(pages.source_place(at)),
            text: pages.source_text(at),
        });
        let target = status.target.first().map(|first| FindingSide {
            path: pages.target.path.clone(),
            place: Some(pages.target_place(*first)),
            text: pages.target_text(status),
        });
        let text_of = |side: &Option<FindingSide>| side.as_ref().map_or(String::new(), |side| side.text.clone());
        let fingerprint = self.fingerprint(rule, language, &text_of(&source), &text_of(&target), seen);
        self.push(rule, language, |finding| {
            finding.edit = status.edit;
            finding.source = source;
            finding.target = target;
            finding.previous_source.clone_from(&status.previous_source);
            finding.base.clone_from(&status.base);
            finding.since.clone_from(&status.since);
            finding.fingerprint = fingerprint;
        })
    }

    /// What the checks have to say of a pair.
    fn pair(&mut self, pair: &Pair, pages: &Pages<'_>, config: &Config, seen: &mut HashMap<String, u32>) {
        let language = &pages.target.language;
        let Some(codes) = config.targets.iter().find(|codes| codes.language == *language) else { return };
        let source = checks::Side::of(&pages.source.page, &pages.source.content, &pair.source);
        let target = checks::Side::of(pages.page, pages.content, &pair.target);
        for doubt in checks::doubts(pair, (&source, &config.source), (&target, codes)) {
            let found = FindingSide {
                path: self.document.path.clone(),
                place: pair.source.first().map(|at| pages.source_place(*at)),
                text: source.text.clone(),
            };
            let stands = FindingSide {
                path: pages.target.path.clone(),
                place: pair.target.first().map(|at| pages.target_place(*at)),
                text: target.text.clone(),
            };
            let fingerprint = self.fingerprint(doubt.rule, language, &source.text, &target.text, seen);
            self.push(doubt.rule, language, |finding| {
                finding.state = pair.state;
                finding.source = Some(found);
                finding.target = Some(stands);
                finding.detail = Some(doubt.detail);
                finding.fingerprint = fingerprint;
            });
        }
    }

    fn page(
        &mut self,
        rule: Rule,
        language: &Language,
        source: Option<FindingSide>,
        target: Option<FindingSide>,
        detail: Option<String>,
    ) {
        let fingerprint = self.fingerprint(rule, language, "", "", &mut HashMap::new());
        self.push(rule, language, |finding| {
            finding.source = source;
            finding.target = target;
            finding.detail = detail;
            finding.fingerprint = fingerprint;
        });
    }

    fn push(&mut self, rule: Rule, language: &Language, fill: impl FnOnce(&mut Finding)) -> Told {
        let Some(severity) = self.gate.severity(rule) else { return Told::Said };
        let mut finding = Finding {
            rule,
            severity,
            state: state_of(rule),
            edit: None,
            since: None,
            language: language.clone(),
            document: self.document.path.clone(),
            source: None,
            previous_source: None,
            target: None,
            base: None,
            fingerprint: String::new(),
            detail: None,
            circumstances: Vec::new(),
            also: Vec::new(),
        };
        fill(&mut finding);
        if self.lock.accepts(&finding) {
            return Told::Accepted;
        }
        self.findings.push(finding);
        Told::Said
    }

    /// What a finding is known by again: what it says, not where it stands. Equal ones on a page are numbered.
    fn fingerprint(
        &self,
        rule: Rule,
        language: &Language,
        source: &str,
        target: &str,
        seen: &mut HashMap<String, u32>,
    ) -> String {
        let said = [
            rule.as_str(),
            &self.document.path,
            language.as_str(),
            &fold(source, Fold::Space),
            &fold(target, Fold::Space),
        ]
        .join("\u{1F}");
        let count = seen.entry(said.clone()).or_insert(0);
        *count += 1;
        let hash = blake3::hash(format!("{said}\u{1F}{count}").as_bytes());
        hash.to_hex()[..32].to_owned()
    }
}

/// The finding for a page of a target language that has no source page.
pub(crate) fn orphan(path: &str, language: &Language, gate: &Gate, lock: &Lock) -> Option<Finding> {
    let document = Document { path: path.to_owned(), targets: Vec::new() };
    let mut teller = Teller { gate, lock, document: &document, findings: Vec::new() };
    teller.page(Rule::OrphanPage, language, None, Some(side(path, None)), None);
    teller.findings.pop()
}

/// The finding for a decision that meets nothing any more.
pub(crate) fn idle(idle: Idle, gate: &Gate) -> Option<Finding> {
    let (document, lock) = (Document { path: idle.document, targets: Vec::new() }, Lock::default());
    let mut teller = Teller { gate, lock: &lock, document: &document, findings: Vec::new() };
    let place = FindingSide { path: LOCK_NAME.to_owned(), place: Some(idle.place), text: idle.text };
    teller.page(idle.rule, &idle.language, None, Some(place), Some(idle.detail));
    teller.findings.pop()
}

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Said,
    /// A person has accepted it.
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
    fn source_text(&self, at: usize) -> String {
        self.source.content.passages[at].text().to_owned()
    }

    fn source_place(&self, at: usize) -> Place {
        self.source.page.place(&self.source.page.segments[self.source.content.numbers[at]])
    }

    fn target_text(&self, status: &SegmentStatus) -> String {
        let texts: Vec<&str> = status.target.iter().map(|at| self.content.passages[*at].text()).collect();
        texts.join(" ")
    }

    fn target_place(&self, at: usize) -> Place {
        self.page.place(&self.page.segments[self.content.numbers[at]])
    }
}

fn side(path: &str, place: Option<Place>) -> FindingSide {
    FindingSide { path: path.to_owned(), place, text: String::new() }
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
