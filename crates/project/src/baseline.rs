//! A baseline: findings that a project lives with, so that only new ones fail. It ratchets: what was mended leaves it,
//! and nothing enters unless asked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::error::ProjectError;
use crate::fields::{escaped, unescaped};
use crate::report::Report;
use crate::write::write_file;

/// The name of a baseline that no name was given to.
pub const BASELINE_NAME: &str = "hexapla.baseline";

const HEAD: &str = "# Findings that were known; only others are told. Written by `hexapla check --update-baseline`.\n\
                    # finding, rule, language, page; parted by tabs\n";

/// What a run may do to a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ratchet {
    /// What was mended leaves it.
    Tighten,
    /// It becomes what the report says now.
    Renew,
}

/// What became of a baseline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BaselineChange {
    /// Findings of the report that were known: they have left the report.
    pub known: usize,
    /// Findings that are mended: they have left the baseline.
    pub mended: usize,
    /// Findings that have entered the baseline, because that was asked for.
    pub added: usize,
}

/// By page and language, what it is known by, with its rule.
type Known = BTreeMap<(String, String), BTreeMap<String, String>>;

impl Report {
    /// Takes the findings out of this report that the baseline at `path` knows, and those out of the baseline that are
    /// mended. A report on a branch alone ([`crate::Selection::since`]) cannot tell what is mended, and leaves the
    /// baseline as it is.
    ///
    /// # Errors
    ///
    /// There is no baseline ([`Ratchet::Renew`] makes one), it is none, or it cannot be written.
    pub fn hold_against(&mut self, path: &Path, ratchet: Ratchet) -> Result<BaselineChange, ProjectError> {
        let mut known = match std::fs::read_to_string(path) {
            Ok(text) => parse(&text, path)?,
            Err(reason) if reason.kind() == std::io::ErrorKind::NotFound && ratchet == Ratchet::Renew => Known::new(),
            Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => {
                return Err(ProjectError::NoBaseline { path: path.to_owned() });
            }
            Err(reason) => return Err(ProjectError::Unreadable { path: path.to_owned(), reason }),
        };
        let mut change = BaselineChange::default();
        let there: BTreeSet<&str> = self.findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
        if self.since.is_none() {
            for ((document, language), lines) in &mut known {
                if self.looked_at(document, language) {
                    let before = lines.len();
                    lines.retain(|fingerprint, _| there.contains(fingerprint.as_str()));
                    change.mended += before - lines.len();
                }
            }
        }
        if ratchet == Ratchet::Renew {
            for finding in &self.findings {
                let page = (finding.document.to_string(), finding.language.to_string());
                let rule = finding.rule.as_str().to_owned();
                let new = known.entry(page).or_default().insert(finding.fingerprint.clone(), rule).is_none();
                change.added += usize::from(new);
            }
        }
        let before = self.findings.len();
        let all: BTreeSet<&String> = known.values().flat_map(BTreeMap::keys).collect();
        self.findings.retain(|finding| !all.contains(&finding.fingerprint));
        change.known = before - self.findings.len();
        if change.mended > 0 || change.added > 0 || !path.exists() {
            write_file(path, written(&known).as_bytes())?;
        }
        Ok(change)
    }

    /// Whether the report would tell of a page in a language if there were anything to tell.
    pub(crate) fn looked_at(&self, document: &str, language: &str) -> bool {
        let wanted = self.languages.iter().any(|known| known.as_str() == language);
        wanted && (self.is_whole || self.documents.iter().any(|known| known.path == document))
    }
}

fn parse(text: &str, path: &Path) -> Result<Known, ProjectError> {
    let mut known = Known::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
        let fields: Vec<&str> = line.splitn(4, '\t').collect();
        let [fingerprint, rule, language, document] = fields.as_slice() else {
            let line = u32::try_from(number + 1).unwrap_or(u32::MAX);
            return Err(ProjectError::Baseline { path: path.to_owned(), line });
        };
        let page = (unescaped(document), (*language).to_owned());
        known.entry(page).or_default().insert((*fingerprint).to_owned(), (*rule).to_owned());
    }
    Ok(known)
}

fn written(known: &Known) -> String {
    let mut text = HEAD.to_owned();
    for ((document, language), lines) in known {
        let document = escaped(document);
        let mut lines: Vec<(&String, &String)> = lines.iter().map(|(fingerprint, rule)| (rule, fingerprint)).collect();
        lines.sort_unstable();
        for (rule, fingerprint) in lines {
            text.push_str(&format!("{fingerprint}\t{rule}\t{language}\t{document}\n"));
        }
    }
    text
}
