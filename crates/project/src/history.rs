//! What the repository tells of translations: git as bytes in, versions out.
//!
//! One `rev-list`, one `diff-tree` and one `cat-file` serve all pages. The commits that touched a document are its
//! versions, a graph; what each segment of a target was made from travels along it (`hexapla_core::status::carry`), and
//! the working tree is the newest version.

mod branch;
pub(crate) mod declarations;
mod declared;
mod git;
mod log;
pub(crate) mod reason;
mod records;
mod split;
mod versions;
mod witness;

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::cache::{Cache, Digest};
use crate::config::{Config, History};
use crate::error::ProjectError;
use crate::matrix::Document;
use crate::progress::Progress;
use crate::tree;
use git::{Objects, git, output};
use log::Log;
use records::Oid;
use versions::Versions;

pub(crate) use branch::Branch;
pub use declarations::Declarations;
pub use reason::HistoryReason;
pub(crate) use witness::{Dates, Moment, Moments, Witness};

/// What history had to say in a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum HistoryState {
    /// It was not asked.
    #[default]
    Off,
    /// There is none.
    Absent(HistoryReason),
    /// It was asked.
    Read {
        /// The commits that lead to the working tree.
        commits: usize,
        /// Those of them that touched a page.
        telling: usize,
    },
}

impl HistoryState {
    /// Whether all pages came in one commit, so that nothing says which source a translation was made from.
    pub fn is_squashed(&self) -> bool {
        matches!(self, Self::Read { telling: 1, .. })
    }
}

/// The repository that a project lies in, with its history read.
#[derive(Debug)]
pub(crate) struct Repository {
    /// The way from the root of the repository to the project: empty, or with a `/` at its end.
    prefix: String,
    log: Log,
    objects: Objects,
    declarations: Declarations,
    /// What went wrong first while pages were judged.
    trouble: Mutex<Option<HistoryReason>>,
}

impl Repository {
    /// Opens the repository that `root` lies in.
    pub(crate) fn open(
        root: &Path,
        declarations: &Declarations,
        cache: Option<&Cache>,
        progress: &dyn Progress,
    ) -> Result<Self, HistoryReason> {
        let mut command = git(root);
        command.args(["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"]);
        let told = match output(command) {
            Err(HistoryReason::NotARepository) => return Err(broken_repository(root)),
            told => told?,
        };
        let told =
            String::from_utf8(told).map_err(|_| HistoryReason::broken("the path of the project is not Unicode"))?;
        let mut lines = told.split('\n');
        let (inside, shallow, prefix) = (lines.next(), lines.next(), lines.next().unwrap_or_default());
        if inside != Some("true") {
            return Err(HistoryReason::NotARepository);
        }
        if shallow == Some("true") {
            return Err(HistoryReason::Shallow);
        }
        let mut command = git(root);
        command.args(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"]);
        let head = command.output().map_err(|error| git::not_started(&error))?.stdout;
        let Some(head) = Oid::parse(String::from_utf8_lossy(&head).trim()) else { return Err(unborn(root)) };
        let objects = Objects::new(root);
        let records = records::records(root, head, &declarations.trailers, &objects, cache, progress)?;
        let log = Log::of(records, &ignored_revisions(root, prefix, declarations));
        Ok(Self {
            prefix: prefix.to_owned(),
            log,
            objects,
            declarations: declarations.clone(),
            trouble: Mutex::new(None),
        })
    }

    /// The repository of a project, if its configuration asks for one and there is one; and what to say of it.
    ///
    /// # Errors
    ///
    /// History is required and is not there, or it is there and cannot be read.
    pub(crate) fn of_project(
        root: &Path,
        config: &Config,
        cache: Option<&Cache>,
        progress: &dyn Progress,
    ) -> Result<(Option<Self>, HistoryState), ProjectError> {
        if config.history == History::Off {
            return Ok((None, HistoryState::Off));
        }
        match Self::open(root, &config.declarations, cache, progress) {
            Ok(repository) => {
                let state = repository.state();
                Ok((Some(repository), state))
            }
            Err(reason) if reason.is_absence() && config.history == History::Auto => {
                Ok((None, HistoryState::Absent(reason)))
            }
            Err(reason) => Err(ProjectError::NoHistory { reason }),
        }
    }

    fn state(&self) -> HistoryState {
        let telling = self.log.commits.iter().filter(|commit| commit.touches).count();
        HistoryState::Read { commits: self.log.commits.len(), telling }
    }

    /// Whether all pages came in one commit.
    pub(crate) fn is_squashed(&self) -> bool {
        self.state().is_squashed()
    }

    /// The versions of a document, the source's file first.
    fn versions_of(&self, document: &Document) -> Versions {
        let names = |path: &str| self.log.names_of(&format!("{}{path}", self.prefix));
        let mut files = vec![names(&document.path)];
        files.extend(document.targets.iter().map(|target| names(&target.path)));
        Versions::of(&self.log, &files)
    }

    /// A hash of all that history tells of a document.
    pub(crate) fn fingerprint(&self, document: &Document) -> String {
        let versions = self.versions_of(document);
        let mut digest = Digest::new().field(format!("{:?}", versions.head()).as_bytes());
        for version in &versions.versions {
            let commit = &self.log.commits[version.commit];
            let declared = commit.declares.as_ref().and_then(|name| versions.at(self.log.commit_named(name)?));
            let of_commit = format!("{:?} {} {declared:?} {:?}", commit.name, commit.ignored, version.parents);
            digest = digest.field(of_commit.as_bytes());
            for file in &version.files {
                let of_file = file.map(|(blob, path)| format!("{blob} {}", self.log.path_name(path)));
                digest = digest.field(of_file.unwrap_or_default().as_bytes());
            }
        }
        for target in &document.targets {
            digest = digest.field(target.language.as_str().as_bytes());
        }
        digest.end()
    }

    /// Keeps the first trouble, for when all pages are done.
    fn note(&self, reason: HistoryReason) {
        if let Ok(mut trouble) = self.trouble.lock() {
            trouble.get_or_insert(reason);
        }
    }

    /// What went wrong while pages were judged.
    pub(crate) fn trouble(&self) -> Result<(), ProjectError> {
        match self.trouble.lock().map(|mut trouble| trouble.take()) {
            Ok(Some(reason)) => Err(ProjectError::NoHistory { reason }),
            _ => Ok(()),
        }
    }
}

/// Git says that there is no repository: because there is none, or because what there is does not work.
fn broken_repository(root: &Path) -> HistoryReason {
    let found = root.ancestors().map(|directory| directory.join(".git")).find(|git| git.symlink_metadata().is_ok());
    match found {
        // A submodule's or worktree's `.git` that leads nowhere.
        Some(git) if git.is_file() => HistoryReason::broken(&format!("{} leads nowhere", git.display())),
        Some(git) if git.is_dir() && std::fs::read_dir(&git).is_err() => {
            HistoryReason::broken(&format!("{} cannot be read", git.display()))
        }
        _ => HistoryReason::NotARepository,
    }
}

/// HEAD names no commit: there is none yet, or it is damaged.
fn unborn(root: &Path) -> HistoryReason {
    let mut command = git(root);
    command.args(["rev-list", "--all", "--max-count=1"]);
    match output(command) {
        Ok(commits) if commits.is_empty() => HistoryReason::NoCommits,
        Ok(_) => {
            let mut command = git(root);
            command.args(["symbolic-ref", "--quiet", "HEAD"]);
            // An orphan branch beside others has no commits either.
            if output(command).is_ok() {
                HistoryReason::NoCommits
            } else {
                HistoryReason::broken("HEAD names no commit")
            }
        }
        Err(reason) => reason,
    }
}

fn ignored_revisions(root: &Path, prefix: &str, declarations: &Declarations) -> Vec<Oid> {
    let mut top: PathBuf = root.to_owned();
    for _ in prefix.split('/').filter(|part| !part.is_empty()) {
        top.pop();
    }
    let name = &declarations.ignore_revs;
    let inside = !name.is_empty() && name.split('/').all(|part| part != ".." && !part.is_empty());
    let lists = [root.to_owned(), top].into_iter().filter(|_| inside).map(|root| tree::absolute(&root, name));
    let lines = lists.filter_map(|list| std::fs::read_to_string(list).ok()).collect::<Vec<_>>().join("\n");
    lines.lines().filter_map(|line| Oid::parse(line.split('#').next().unwrap_or_default().trim())).collect()
}
