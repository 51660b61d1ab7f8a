//! A person takes findings as they are.

use std::path::PathBuf;

use hexapla_core::status::{Finding, Rule};

use crate::across;
use crate::date::Date;
use crate::error::ProjectError;
use crate::lock::Acceptance;
use crate::progress::Progress;
use crate::project::Project;
use crate::selection::Selection;

/// A finding as a person names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// By the first digits of its fingerprint, at least six.
    Fingerprint(String),
    /// By its place on either side; without a line, all findings of a page.
    Place {
        /// Relative to the project, `/` between parts.
        path: String,
        /// From 1.
        line: Option<u32>,
    },
}

/// What was accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// What had been found, and is now taken as it is.
    pub findings: Vec<Finding>,
    /// Older decisions that met nothing any more and were forgotten.
    pub pruned: usize,
    /// Where the decisions stand.
    pub path: PathBuf,
}

/// Fewer digits of a fingerprint would fit by chance.
const DIGITS: usize = 6;

impl Wanted {
    fn fits(&self, finding: &Finding) -> bool {
        match self {
            Self::Fingerprint(digits) => digits.len() >= DIGITS && finding.fingerprint.starts_with(digits.as_str()),
            Self::Place { path, line } => finding.source.iter().chain(&finding.target).any(|side| {
                let at = side.place.map(|place| place.line);
                *side.path == **path && (line.is_none() || at == *line)
            }),
        }
    }

    fn as_written(&self) -> String {
        match self {
            Self::Fingerprint(digits) => digits.clone(),
            Self::Place { path, line: Some(line) } => format!("{path}:{line}"),
            Self::Place { path, line: None } => path.clone(),
        }
    }
}

impl Project {
    /// Writes into `hexapla.lock` that findings are taken as they are, until a day or for good. A decision holds as long
    /// as neither side of the finding changes.
    ///
    /// With a rule, only its findings are meant; with a rule and nothing `wanted`, all of them.
    ///
    /// # Errors
    ///
    /// Something wanted is no finding, or a fingerprint is too short to mean one.
    pub fn accept(
        &self,
        wanted: &[Wanted],
        rule: Option<Rule>,
        selection: &Selection,
        until: Option<&Date>,
        reason: &str,
        progress: &dyn Progress,
    ) -> Result<Accepted, ProjectError> {
        let matrix = self.matrix()?;
        let (report, mut lock) = self.report_on(&matrix, selection, progress)?;
        let acceptable = |finding: &&Finding| {
            let decided = matches!(finding.rule, Rule::UnusedAccept | Rule::ExpiredAccept | Rule::UnreadablePage);
            !decided && rule.is_none_or(|rule| rule == finding.rule)
        };
        let candidates: Vec<&Finding> = report.findings.iter().filter(acceptable).collect();
        let mut chosen: Vec<Finding> = Vec::new();
        for wanted in wanted {
            let fitting: Vec<&&Finding> = candidates.iter().filter(|finding| wanted.fits(finding)).collect();
            match (wanted, fitting.len()) {
                (_, 0) => return Err(ProjectError::NoFinding { wanted: wanted.as_written() }),
                (Wanted::Fingerprint(_), count @ 2..) => {
                    return Err(ProjectError::ManyFindings { wanted: wanted.as_written(), count });
                }
                _ => {}
            }
            for finding in fitting {
                if !chosen.iter().any(|known| known.fingerprint == finding.fingerprint) {
                    chosen.push((**finding).clone());
                }
            }
        }
        if wanted.is_empty() && rule.is_some() {
            chosen = candidates.into_iter().cloned().collect();
        }
        let today = Date::today();
        let places = chosen.iter().flat_map(|finding| across::everywhere(finding, &matrix));
        let acceptances = places.map(|finding| Acceptance::new(&finding, until.cloned(), reason)).collect();
        lock.add(acceptances, &today);
        let path = lock.write(self)?;
        Ok(Accepted { findings: chosen, pruned: 0, path })
    }

    /// Forgets the decisions in `hexapla.lock` that meet nothing any more or whose day is over.
    pub fn prune_accepted(&self, progress: &dyn Progress) -> Result<Accepted, ProjectError> {
        let matrix = self.matrix()?;
        let (_, mut lock) = self.report_on(&matrix, &Selection::default(), progress)?;
        let pruned = lock.prune();
        let path = lock.write(self)?;
        Ok(Accepted { findings: Vec::new(), pruned, path })
    }
}
