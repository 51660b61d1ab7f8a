//! What there is to say of a project: coverage by language and page, and findings.

use hexapla_core::language::Language;
use hexapla_core::status::{Count, Coverage, Finding, PageState, Rule, Severity};

use serde::{Deserialize, Serialize};

use crate::config::Gate;
use crate::history::HistoryState;
use crate::memory::{MemoryProblem, Recut};

/// What there is to say of a project.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The source language.
    pub source: Option<Language>,
    /// The target languages that were looked at, in the order of the configuration.
    pub languages: Vec<Language>,
    /// The source pages in the order of their paths.
    pub documents: Vec<DocumentReport>,
    /// All findings, by document, language and place.
    pub findings: Vec<Finding>,
    /// What is wrong with the committed memories.
    pub memory_problems: Vec<MemoryProblem>,
    /// The committed memories that other rules cut than are in force.
    pub recut_memories: Vec<Recut>,
    /// What history had to say.
    pub history: HistoryState,
    /// Where the branch left whose findings these are; `None` for all findings.
    pub since: Option<Since>,
    /// Whether all documents were looked at, and not only selected ones.
    pub is_whole: bool,
}

/// Where the present branch left another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The revision that was named.
    pub reference: String,
    /// The newest commit that both have.
    pub commit: String,
}

/// What there is to say of one source page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DocumentReport {
    /// Its path, relative to the project, `/` between parts.
    pub path: String,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Its own text that is to be translated.
    pub content: Count,
    /// What does not count.
    pub set_apart: SetApart,
    /// Its translations, in the order of [`Report::languages`].
    pub pages: Vec<PageReport>,
}

/// What stands on a page and is not its own text, or not to be translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetApart {
    /// Text of the template: teasers, footer, navigation.
    pub boilerplate: Count,
    /// Links to the other languages.
    pub language_switcher: Count,
    /// Not to be translated.
    pub do_not_translate: Count,
}

/// What there is to say of one translation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageReport {
    /// Its language.
    pub language: Language,
    /// Its path, relative to the project; where it would stand if it is missing.
    pub path: String,
    /// The state of the page.
    pub state: PageState,
    /// Its coverage; empty where it is not offered.
    pub coverage: Coverage,
}

/// A language that is less covered than the gate asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageGap {
    /// The language.
    pub language: Language,
    /// What the gate asks for, in percent of source words.
    pub least: f64,
    /// What is up to date, in percent of source words.
    pub actual: f64,
}

/// A language with more stale segments than the gate lets pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleExcess {
    /// The language.
    pub language: Language,
    /// What the gate lets pass, in segments.
    pub most: usize,
    /// What is stale, in segments.
    pub actual: usize,
}

impl Report {
    /// The coverage of a language over all pages that are offered in it.
    pub fn coverage(&self, language: &Language) -> Coverage {
        let mut sum = Coverage::default();
        for page in self.pages(language) {
            sum += page.coverage;
        }
        sum
    }

    /// How many pages of a language are in a state.
    pub fn page_count(&self, language: &Language, state: PageState) -> usize {
        self.pages(language).filter(|page| page.state == state).count()
    }

    fn pages<'a>(&'a self, language: &'a Language) -> impl Iterator<Item = &'a PageReport> {
        self.documents.iter().flat_map(|document| &document.pages).filter(move |page| page.language == *language)
    }

    /// The findings at which a gate fails.
    pub fn failures(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// Lets pass what the gate lets pass though its rule would fail: what is not sure enough, and stale segments of
    /// languages that have few of them.
    pub(crate) fn weigh(&mut self, gate: &Gate) {
        let excesses = self.stale_excesses(gate);
        let tolerated: Vec<&Language> = gate.max_stale.iter().map(|(language, _)| language).collect();
        for finding in &mut self.findings {
            if finding.rule == Rule::Stale && self.since.is_none() && tolerated.contains(&&finding.language) {
                let exceeds = excesses.iter().any(|excess| excess.language == finding.language);
                finding.severity = if exceeds { Severity::Error } else { finding.severity.min(Severity::Warning) };
            }
            let sure = finding.base.as_ref().map(|base| base.confidence);
            if sure.zip(gate.min_confidence).is_some_and(|(sure, least)| sure < least) {
                finding.severity = finding.severity.min(Severity::Warning);
            }
        }
    }

    /// The languages with more stale segments than the gate lets pass. A branch alone has not caused them.
    pub fn stale_excesses(&self, gate: &Gate) -> Vec<StaleExcess> {
        let asked =
            gate.max_stale.iter().filter(|(language, _)| self.since.is_none() && self.languages.contains(language));
        let excesses = asked.filter_map(|(language, most)| {
            let actual = self.coverage(language).stale.segments;
            (actual > *most).then(|| StaleExcess { language: language.clone(), most: *most, actual })
        });
        excesses.collect()
    }

    /// The languages that are less covered than the gate asks for. A branch alone has not caused that.
    pub fn coverage_gaps(&self, gate: &Gate) -> Vec<CoverageGap> {
        gate.min_coverage
            .iter()
            .filter(|(language, _)| self.since.is_none() && self.languages.contains(language))
            .filter_map(|(language, least)| {
                let coverage = self.coverage(language);
                let actual = 100.0 * coverage.up_to_date().share_of(coverage.total());
                (actual < *least).then(|| CoverageGap { language: language.clone(), least: *least, actual })
            })
            .collect()
    }
}
