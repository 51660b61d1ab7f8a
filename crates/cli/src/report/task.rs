//! Findings as things to do: a missing page is one of them, however many segments it would have.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

use hexapla_core::language::Language;
use hexapla_core::status::{EditKind, Finding, FindingSide, Rule, Severity};
use hexapla_core::text::{Place, word_count};
use hexapla_project::Report;

use super::language_name;
use super::wording::{circumstance, edit_message, provenance, remedy, what};
use crate::console::Face;
use crate::messages::{Msg, visible};
use crate::number::Number;

/// One thing to do: a finding, or several of a page that are one.
pub(crate) struct Task<'a> {
    /// Its place in the order of the report.
    pub(crate) number: usize,
    /// The finding, or the first of them.
    pub(crate) first: &'a Finding,
    /// All of them, in the order of the page.
    pub(crate) findings: Vec<&'a Finding>,
    /// The page of the target language, where the source has one or should have one.
    pub(crate) target_path: Option<&'a str>,
}

/// Which findings of a page are told in one breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folding {
    /// None.
    Nothing,
    /// Those of a missing page.
    Pages,
    /// Those of a missing page, and those of which nothing is known but that the two should be compared.
    PagesAndUnverified,
}

/// Which of the two sides of a finding a reader is taken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Focus {
    /// Where the work is to be done: the target, where there is one.
    #[default]
    Target,
    /// Where the cause is: the source. A pull request that changed the source shows no other lines.
    Source,
}

/// A file and a place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot<'a> {
    /// Relative to the project, `/` between parts.
    pub(crate) path: &'a str,
    /// `None` where the whole file is meant.
    pub(crate) place: Option<Place>,
}

impl<'a> Spot<'a> {
    /// Where a side of a finding stands.
    pub(crate) fn of(side: &'a FindingSide) -> Self {
        Self { path: &side.path, place: side.place }
    }

    /// `path:line:column`.
    pub(crate) fn written(&self) -> String {
        match self.place {
            Some(place) => format!("{}:{}:{}", self.path, place.line, place.column),
            None => self.path.to_owned(),
        }
    }
}

/// All tasks of a report, in its order.
pub(crate) fn tasks(report: &Report, folding: Folding) -> Vec<Task<'_>> {
    let pages = report.documents.iter().flat_map(|document| document.pages.iter().map(move |page| (document, page)));
    let paths: HashMap<(&str, &Language), &str> =
        pages.map(|(document, page)| ((document.path.as_str(), &page.language), page.path.as_str())).collect();
    let of_one_page = |a: &Finding, b: &Finding| a.document == b.document && a.language == b.language;
    let mut tasks = Vec::new();
    for page in report.findings.chunk_by(of_one_page) {
        let begin = tasks.len();
        for finding in page {
            let folds = match finding.rule {
                Rule::MissingPage => folding != Folding::Nothing,
                Rule::Unverified => folding == Folding::PagesAndUnverified,
                _ => false,
            };
            let same = |task: &&mut Task<'_>| folds && task.first.rule == finding.rule;
            match tasks[begin..].iter_mut().find(same) {
                Some(task) => task.findings.push(finding),
                None => {
                    let target_path = paths.get(&(&*finding.document, &finding.language)).copied();
                    tasks.push(Task { number: tasks.len(), first: finding, findings: vec![finding], target_path });
                }
            }
        }
    }
    tasks
}

/// The same tasks, the worst first: errors before warnings, and among them what turns the meaning round before what
/// does not.
pub(crate) fn worst_first<'t, 'a>(tasks: &'t [Task<'a>]) -> Vec<&'t Task<'a>> {
    let mut sorted: Vec<&Task<'_>> = tasks.iter().collect();
    let turns = |edit: Option<EditKind>| matches!(edit, Some(EditKind::Number | EditKind::Negation));
    sorted.sort_by_key(|task| Reverse((task.first.severity, turns(task.first.edit))));
    sorted
}

/// How many tasks are errors, warnings and notes.
pub(crate) fn tally<'t>(tasks: impl IntoIterator<Item = &'t Task<'t>>) -> [usize; 3] {
    let mut tally = [0; 3];
    for task in tasks {
        tally[match task.first.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        }] += 1;
    }
    tally
}

impl<'a> Task<'a> {
    /// Whether it stands for several findings, or for a whole page.
    pub(crate) fn is_folded(&self) -> bool {
        self.findings.len() > 1
    }

    /// Where a reader is taken first.
    pub(crate) fn spot(&self, focus: Focus) -> Spot<'a> {
        let (source, target) = (self.first.source.as_ref(), self.first.target.as_ref());
        let side = match focus {
            Focus::Target => target.or(source),
            Focus::Source => source.or(target),
        };
        match side {
            Some(side) => Spot::of(side),
            None => Spot { path: &self.first.document, place: None },
        }
    }

    /// The other side, where there is one.
    pub(crate) fn other_spot(&self, focus: Focus) -> Option<Spot<'a>> {
        let (source, target) = (self.first.source.as_ref(), self.first.target.as_ref());
        match (focus, source, target) {
            (Focus::Target, Some(source), Some(_)) => Some(Spot::of(source)),
            (Focus::Source, Some(_), Some(target)) => Some(Spot::of(target)),
            // A page that lacks a segment is there; a missing page is not.
            (_, Some(_), None) if self.first.rule != Rule::MissingPage => {
                self.target_path.map(|path| Spot { path, place: None })
            }
            _ => None,
        }
    }

    /// What a machine knows it by again: the finding's fingerprint, and for a whole page one that no edit of a segment
    /// changes.
    pub(crate) fn fingerprint(&self) -> Cow<'a, str> {
        let first = self.first;
        if first.rule != Rule::MissingPage && !self.is_folded() {
            return Cow::Borrowed(&first.fingerprint);
        }
        let page = ["page", first.rule.as_str(), &first.document, first.language.as_str()].join("\u{1F}");
        Cow::Owned(blake3::hash(page.as_bytes()).to_hex()[..32].to_owned())
    }

    /// What is wrong, in a sentence.
    pub(crate) fn said(&self, face: &Face) -> String {
        let words = &face.words;
        let said = words.say(what(self.first.rule, &language_name(face, &self.first.language)));
        let mut said = match self.first.edit {
            Some(edit) => format!("{}: {}.", said.trim_end_matches('.'), words.say(edit_message(edit))),
            None => said,
        };
        for beside in &self.first.circumstances {
            let beside = words.say(circumstance(*beside));
            said = words.say(Msg::SaidAndBeside { said: said.trim_end_matches('.'), beside: &beside });
        }
        said
    }

    /// What to do about it, in a sentence.
    pub(crate) fn remedy(&self, face: &Face) -> String {
        face.words.say(remedy(self.first.rule))
    }

    /// How much it is, where it is a whole page: `2 segments · 5 words`.
    pub(crate) fn extent(&self, face: &Face) -> String {
        let sources = self.findings.iter().filter_map(|finding| finding.source.as_ref());
        let in_words: usize = sources.map(|side| word_count(&side.text)).sum();
        let segments = face.words.say(Msg::CountSegments { n: self.findings.len().into() });
        format!("{segments} · {}", face.words.say(Msg::CountWords { n: in_words.into() }))
    }

    /// What the target was made from, who says so and how sure that is.
    pub(crate) fn base(&self, face: &Face) -> Option<String> {
        let base = self.first.base.as_ref()?;
        let who = face.words.say(provenance(base.provenance));
        let confidence = Number::decimal(f64::from(base.confidence.get()), 2);
        let said = face.words.say(Msg::BaseConfidence { who: &who, confidence });
        Some(match &base.commit {
            Some(commit) => format!("{said} {}", short(commit)),
            None => said,
        })
    }

    /// The commit that changed the source.
    pub(crate) fn since(&self) -> Option<String> {
        let since = self.first.since.as_ref()?;
        Some(format!("{} {} {}", since.date, short(&since.commit), visible(&since.author)))
    }
}

/// A commit's name as people write it.
fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}
