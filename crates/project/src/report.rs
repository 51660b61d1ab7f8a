//! What there is to say of a project: coverage by language and page, and findings.

use hexapla_core::language::Language;
use hexapla_core::status::{Count, Coverage, Finding, PageState, Severity};

use crate::config::Gate;
use crate::history::HistoryState;
use crate::memory::MemoryProblem;

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
    /// What history had to say.
    pub history: HistoryState,
}

/// What there is to say of one source page.
#[derive(Clone, Debug)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SetApart {
    /// Text of the template: teasers, footer, navigation.
    pub boilerplate: Count,
    /// Links to the other languages.
    pub language_switcher: Count,
    /// Not to be translated.
    pub do_not_translate: Count,
}

/// What there is to say of one translation.
#[derive(Clone, Debug, PartialEq)]
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

    /// The languages that are less covered than the gate asks for.
    pub fn coverage_gaps(&self, gate: &Gate) -> Vec<CoverageGap> {
        gate.min_coverage
            .iter()
            .filter(|(language, _)| self.languages.contains(language))
            .filter_map(|(language, least)| {
                let coverage = self.coverage(language);
                let actual = 100.0 * coverage.up_to_date().share_of(coverage.total());
                (actual < *least).then(|| CoverageGap { language: language.clone(), least: *least, actual })
            })
            .collect()
    }
}
