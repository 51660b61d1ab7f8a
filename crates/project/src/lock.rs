//! `hexapla.lock`: what a person decided about findings, one line each, sorted.
//!
//! A decision is about a rule, a page and what stands there: it holds as long as neither the source segment nor the
//! target segment changes, and not after its day. A pair of source and target that was accepted counts as translated
//! from the source as it stands ([`Provenance::Accepted`]); a source that was accepted without a translation is outside
//! the coverage.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use hexapla_core::language::Language;
use hexapla_core::status::{Base, BasePair, Finding, FindingSide, Passage, Provenance, Rule, Testimony};
use hexapla_core::text::{Fold, Place, fold};

use crate::config::state_of;
use crate::date::Date;
use crate::error::ProjectError;
use crate::fields::{escaped, unescaped};
use crate::page::uncounted;
use crate::project::Project;
use crate::write::write_file;

/// The name of the file, beside `hexapla.toml`.
pub const LOCK_NAME: &str = "hexapla.lock";

const HEAD: &str = "# Findings that a person accepted as they stand; written by `hexapla accept`, to be committed.\n\
                    # page, language, rule, source, target, until, reason, text; parted by tabs\n";

/// A finding that a person accepted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Acceptance {
    document: String,
    language: Language,
    rule: Rule,
    source: Option<String>,
    target: Option<String>,
    until: Option<Date>,
    reason: String,
    /// The beginning of the text, for whoever reads the file.
    text: String,
}

/// More of a text is not needed to know it again.
const EXCERPT: usize = 60;

impl Acceptance {
    pub(crate) fn new(finding: &Finding, until: Option<Date>, reason: &str) -> Self {
        let side = finding.target.as_ref().or(finding.source.as_ref());
        let text = side.map_or("", |side| &*side.text);
        Self {
            document: finding.document.to_string(),
            language: finding.language.clone(),
            rule: finding.rule,
            source: finding.source.as_ref().map(digest_of),
            target: finding.target.as_ref().map(digest_of),
            until,
            reason: reason.split_whitespace().collect::<Vec<_>>().join(" "),
            text: fold(text, Fold::Space).chars().take(EXCERPT).collect(),
        }
    }

    /// Whether two decisions are about the same thing.
    fn same_thing(&self, other: &Self) -> bool {
        let thing =
            |of: &Self| (of.document.clone(), of.language.clone(), of.rule, of.source.clone(), of.target.clone());
        thing(self) == thing(other)
    }

    fn line(&self) -> String {
        let dash = || "-".to_owned();
        let fields = [
            escaped(&self.document),
            self.language.to_string(),
            self.rule.as_str().to_owned(),
            self.source.clone().unwrap_or_else(dash),
            self.target.clone().unwrap_or_else(dash),
            self.until.as_ref().map_or_else(dash, Date::to_string),
            escaped(&self.reason),
            escaped(&self.text),
        ];
        fields.join("\t")
    }

    /// The error is what means nothing: a field, or the beginning of a line that has not 8 of them.
    fn parse(line: &str) -> Result<Self, String> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [document, language, rule, source, target, until, reason, text] = fields.as_slice() else {
            return Err(line.chars().take(EXCERPT).collect());
        };
        let digest = |field: &str| (field != "-").then(|| field.to_owned());
        Ok(Self {
            document: unescaped(document),
            language: language.parse().map_err(|_| (*language).to_owned())?,
            rule: Rule::named(rule).ok_or_else(|| (*rule).to_owned())?,
            source: digest(source),
            target: digest(target),
            until: if *until == "-" { None } else { Some(until.parse().map_err(|_| (*until).to_owned())?) },
            reason: unescaped(reason),
            text: unescaped(text),
        })
    }
}

fn digest_of(side: &FindingSide) -> String {
    digest(&side.text)
}

/// What a text is known by again, whatever its white space, and whatever counts it as an item of a list.
fn digest(text: &str) -> String {
    let hash = blake3::hash(fold(uncounted(text), Fold::Space).as_bytes());
    hash.to_hex()[..16].to_owned()
}

/// All decisions of a project.
#[derive(Debug, Default)]
pub(crate) struct Lock {
    entries: Vec<Entry>,
    of_page: HashMap<(String, Language), Vec<usize>>,
    /// Lines that are nobody's decision.
    remarks: Vec<String>,
}

#[derive(Debug)]
struct Entry {
    acceptance: Acceptance,
    line: u32,
    expired: bool,
    used: AtomicBool,
}

fn path_of(project: &Project) -> PathBuf {
    project.path_of(LOCK_NAME)
}

impl Lock {
    /// The decisions of a project; none where there is no file.
    ///
    /// # Errors
    ///
    /// A line that means nothing.
    pub(crate) fn load(project: &Project, today: &Date) -> Result<Self, ProjectError> {
        let path = path_of(project);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(reason) => return Err(ProjectError::Unreadable { path, reason }),
        };
        let mut lock = Self::default();
        for (number, line) in text.lines().enumerate() {
            if line.starts_with('#') || line.trim().is_empty() {
                if !line.trim().is_empty() && !HEAD.lines().any(|known| known == line) {
                    lock.remarks.push(line.to_owned());
                }
                continue;
            }
            let line_number = u32::try_from(number + 1).unwrap_or(u32::MAX);
            let acceptance = Acceptance::parse(line).map_err(|reason| ProjectError::Lock {
                path: path.clone(),
                line: line_number,
                reason,
            })?;
            lock.push(acceptance, line_number, today);
        }
        Ok(lock)
    }

    fn push(&mut self, acceptance: Acceptance, line: u32, today: &Date) {
        let page = (acceptance.document.clone(), acceptance.language.clone());
        self.of_page.entry(page).or_default().push(self.entries.len());
        let expired = acceptance.until.as_ref().is_some_and(|until| until < today);
        self.entries.push(Entry { acceptance, line, expired, used: AtomicBool::new(false) });
    }

    fn active(&self, document: &str, language: &Language) -> impl Iterator<Item = &Entry> {
        let numbers = match self.entries.is_empty() {
            true => None,
            false => self.of_page.get(&(document.to_owned(), language.clone())),
        };
        numbers.into_iter().flatten().map(|at| &self.entries[*at]).filter(|entry| !entry.expired)
    }

    /// What was accepted of a page in one language, as far as it still stands there.
    pub(crate) fn testimony(
        &self,
        document: &str,
        language: &Language,
        source: &[Passage],
        target: &[Passage],
    ) -> Option<Testimony> {
        // A target may stand for several source segments, each accepted by itself.
        let mut sources_of: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
        for entry in self.active(document, language).filter(|entry| state_of(entry.acceptance.rule).is_some()) {
            let (Some(from), Some(to)) = (&entry.acceptance.source, &entry.acceptance.target) else { continue };
            let Some(from) = run_with(source, from) else { continue };
            let Some(to) = run_with(target, to) else { continue };
            entry.used.store(true, Ordering::Relaxed);
            sources_of.entry((to.start, to.end)).or_default().extend(from);
        }
        let provenance = Provenance::Accepted;
        let base = Base { provenance, confidence: provenance.trust(), commit: None };
        let pair = |((start, end), from): ((usize, usize), BTreeSet<usize>)| {
            let from = from.into_iter().map(|at| source[at].clone()).collect();
            BasePair::new(from, target[start..end].to_vec(), base.clone())
        };
        let pairs: Vec<BasePair> = sources_of.into_iter().map(pair).collect();
        (!pairs.is_empty()).then(|| Testimony { pairs, ..Testimony::default() })
    }

    /// Whether a person accepted this. What cannot be read cannot be accepted: nobody knows what it says.
    pub(crate) fn accepts(&self, finding: &Finding) -> bool {
        if finding.rule == Rule::UnreadablePage {
            return false;
        }
        let sides = || (finding.source.as_ref().map(digest_of), finding.target.as_ref().map(digest_of));
        let mut known: Option<(Option<String>, Option<String>)> = None;
        for entry in self.active(&finding.document, &finding.language) {
            let (source, target) = known.get_or_insert_with(sides);
            let of = &entry.acceptance;
            if of.rule == finding.rule && of.source == *source && of.target == *target {
                entry.used.store(true, Ordering::Relaxed);
                return true;
            }
        }
        false
    }

    /// Decisions of looked-at pages that meet nothing any more, or whose day is over.
    pub(crate) fn idle(&self, looked_at: impl Fn(&str, &Language) -> bool) -> Vec<Idle> {
        let entries = self.entries.iter().filter(|entry| {
            let idle = entry.expired || !entry.used.load(Ordering::Relaxed);
            idle && looked_at(&entry.acceptance.document, &entry.acceptance.language)
        });
        let idle = entries.map(|entry| Idle {
            rule: if entry.expired { Rule::ExpiredAccept } else { Rule::UnusedAccept },
            language: entry.acceptance.language.clone(),
            document: entry.acceptance.document.clone(),
            place: Place { line: entry.line, column: 1, byte: 0 },
            detail: format!("{}: {}", entry.acceptance.rule.as_str(), entry.acceptance.reason),
            text: entry.acceptance.text.clone(),
        });
        idle.collect()
    }

    /// Which decisions about a document were met by something on its pages, by their place among its own.
    pub(crate) fn used_of(&self, document: &str) -> Vec<usize> {
        let used = self.of_document(document).enumerate().filter(|(_, entry)| entry.used.load(Ordering::Relaxed));
        used.map(|(at, _)| at).collect()
    }

    /// The same, as it was found out before.
    pub(crate) fn mark_used(&self, document: &str, used: &[usize]) {
        for (at, entry) in self.of_document(document).enumerate() {
            if used.contains(&at) {
                entry.used.store(true, Ordering::Relaxed);
            }
        }
    }

    /// The decisions about a document that hold today, as text.
    pub(crate) fn lines_of(&self, document: &str) -> String {
        let lines = self.of_document(document).map(|entry| format!("{}{}\n", entry.acceptance.line(), entry.expired));
        lines.collect()
    }

    fn of_document<'a>(&'a self, document: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.acceptance.document == document)
    }

    /// Adds decisions; one about the same thing takes the place of the older.
    pub(crate) fn add(&mut self, acceptances: Vec<Acceptance>, today: &Date) {
        for acceptance in acceptances {
            self.entries.retain(|entry| !entry.acceptance.same_thing(&acceptance));
            self.entries.push(Entry {
                expired: acceptance.until.as_ref().is_some_and(|until| until < today),
                acceptance,
                line: 0,
                used: AtomicBool::new(true),
            });
        }
    }

    /// Forgets decisions that meet nothing any more, and tells how many.
    pub(crate) fn prune(&mut self) -> usize {
        let before = self.entries.len();
        self.entries.retain(|entry| !entry.expired && entry.used.load(Ordering::Relaxed));
        before - self.entries.len()
    }

    pub(crate) fn write(&self, project: &Project) -> Result<PathBuf, ProjectError> {
        let mut acceptances: Vec<&Acceptance> = self.entries.iter().map(|entry| &entry.acceptance).collect();
        acceptances.sort_unstable();
        let mut text = HEAD.to_owned();
        for line in self.remarks.iter().cloned().chain(acceptances.into_iter().map(Acceptance::line)) {
            text.push_str(&line);
            text.push('\n');
        }
        let path = path_of(project);
        write_file(&path, text.as_bytes())?;
        Ok(path)
    }
}

/// A decision that meets nothing.
pub(crate) struct Idle {
    pub(crate) rule: Rule,
    pub(crate) language: Language,
    pub(crate) document: String,
    pub(crate) place: Place,
    pub(crate) detail: String,
    pub(crate) text: String,
}

/// Neighbouring segments that together have a digest. A finding joins the segments of its target by a blank.
fn run_with(passages: &[Passage], wanted: &str) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 6;
    (1..=LONGEST.min(passages.len())).find_map(|length| {
        let mut starts = 0..=passages.len() - length;
        starts.find_map(|start| {
            let texts: Vec<&str> = passages[start..start + length].iter().map(Passage::text).collect();
            (digest(&texts.join(" ")) == wanted).then_some(start..start + length)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back() {
        let check = |document: &str, until: Option<&str>, reason: &str| {
            let acceptance = Acceptance {
                document: document.to_owned(),
                language: "ru".parse().unwrap(),
                rule: Rule::Stale,
                source: Some(digest("Ein Satz.")),
                target: None,
                until: until.map(|until| until.parse().unwrap()),
                reason: reason.to_owned(),
                text: "Ein Satz.".to_owned(),
            };
            assert_eq!(Acceptance::parse(&acceptance.line()), Ok(acceptance.clone()), "{:?}", acceptance.line());
            assert!(!acceptance.line().starts_with('#'));
        };
        check("de/a.md", None, "so gewollt");
        check("#zeichen.md", Some("2026-12-31"), "\\t ist kein Tabulator");
        check("ein\tTabulator\n.md", None, "");
    }

    #[test]
    fn mistakes_are_told() {
        let check = |line: &str, want: &str| assert_eq!(Acceptance::parse(line), Err(want.to_owned()), "{line}");
        check("de/a.md\tru", "de/a.md\tru");
        check("a\tru\tstael\t-\t-\t-\t\t", "stael");
        check("a\trussisch\tstale\t-\t-\t-\t\t", "russisch");
        check("a\tru\tstale\t-\t-\tnie\t\t", "nie");
    }

    #[test]
    fn runs_of_segments() {
        let passages: Vec<Passage> = ["Eins.", "Zwei.", "Drei."].map(Passage::new).into();
        let check = |text: &str, want: Option<std::ops::Range<usize>>| {
            assert_eq!(run_with(&passages, &digest(text)), want, "{text}");
        };
        check("Zwei.", Some(1..2));
        check("Zwei. Drei.", Some(1..3));
        check("Vier.", None);
    }
}
