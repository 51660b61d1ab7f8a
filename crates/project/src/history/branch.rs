//! What a branch caused: findings about text that was not there where the branch left.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use hexapla_core::document::SegmentedDocument;
use hexapla_core::language::Language;
use hexapla_core::status::{Finding, FindingSide, Passage, Rule, revise};
use hexapla_core::text::{Fold, fold};

use super::Repository;
use super::git::{git, output};
use super::reason::HistoryReason;
use crate::error::ProjectError;
use crate::page::{page_of, said, uncounted};
use crate::project::Project;

/// The place where the present branch left another one, and what it has changed since.
pub(crate) struct Branch<'a> {
    project: &'a Project,
    repository: &'a Repository,
    /// The newest commit that both have.
    base: String,
    /// Paths of the project that differ from then, in commits or in the working tree.
    changed: HashSet<String>,
    pages: HashMap<String, Option<Then>>,
}

/// A page as it was where the branch left.
struct Then {
    keys: HashSet<String>,
    /// Its text without blanks, and where segments begin and end in it.
    bare: String,
    bounds: BTreeSet<usize>,
    segments: Vec<Passage>,
}

impl Then {
    fn of(page: &SegmentedDocument) -> Self {
        let mut then =
            Self { keys: HashSet::new(), bare: String::new(), bounds: BTreeSet::from([0]), segments: Vec::new() };
        for segment in &page.segments {
            let text = page.text(segment);
            let passage = Passage::new(text);
            then.keys.extend([passage.key().to_owned(), fold(said(page, segment), Fold::Space)]);
            then.segments.push(passage);
            then.bare.push_str(&bare(text));
            then.bounds.insert(then.bare.len());
        }
        then
    }

    /// Whether a text stood there, as one segment or as neighbouring ones.
    fn has(&self, text: &str) -> bool {
        let stood = |text: &str| self.keys.contains(&fold(text, Fold::Space));
        if stood(text) || stood(uncounted(text)) {
            return true;
        }
        let wanted = bare(text);
        let whole = |at: usize| self.bounds.contains(&at) && self.bounds.contains(&(at + wanted.len()));
        !wanted.is_empty() && self.bare.match_indices(&wanted).any(|(at, _)| whole(at))
    }
}

fn bare(text: &str) -> String {
    fold(text, Fold::Space).chars().filter(|c| !c.is_whitespace()).collect()
}

impl<'a> Branch<'a> {
    /// The branch that left `reference`, a commit or a name for one.
    pub(crate) fn since(
        project: &'a Project,
        repository: &'a Repository,
        reference: &str,
    ) -> Result<Self, ProjectError> {
        let root = project.root();
        let unknown = || ProjectError::NoRevision { name: reference.to_owned() };
        let run = |arguments: &[&str]| {
            let mut command = git(root);
            command.args(arguments);
            output(command)
        };
        let named = format!("{reference}^{{commit}}");
        let commit = run(&["rev-parse", "--quiet", "--verify", "--end-of-options", &named]).map_err(|_| unknown())?;
        let commit = String::from_utf8_lossy(&commit).trim().to_owned();
        let base = run(&["merge-base", "HEAD", &commit]).map_err(|_| unknown())?;
        let base = String::from_utf8_lossy(&base).lines().next().unwrap_or_default().to_owned();
        let broken = |reason| ProjectError::NoHistory { reason };
        let differing = run(&["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", &base]).map_err(broken)?;
        let untracked = run(&["ls-files", "--others", "--exclude-standard", "-z"]).map_err(broken)?;
        let names = |bytes: &[u8]| -> Vec<String> {
            String::from_utf8_lossy(bytes).split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        let mut changed: HashSet<String> = names(&untracked).into_iter().collect();
        let inside = names(&differing);
        changed.extend(inside.iter().filter_map(|name| name.strip_prefix(&repository.prefix)).map(str::to_owned));
        Ok(Self { project, repository, base, changed, pages: HashMap::new() })
    }

    /// The commit where the branch left.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// Whether the branch caused a finding. `target` is the path of the page that it is about, in its language.
    pub(crate) fn caused(&mut self, finding: &Finding, target: &str) -> Result<bool, ProjectError> {
        let source: &str = &finding.document;
        if !self.changed.contains(source) && !self.changed.contains(target) {
            return Ok(false);
        }
        let own = self.project.config().source.language.clone();
        let source_is_new = self.is_new(source, &own, finding.source.as_ref())?;
        let target_is_new = self.is_new(target, &finding.language, finding.target.as_ref())?;
        if source_is_new || target_is_new {
            return Ok(true);
        }
        Ok(match finding.rule {
            Rule::MissingPage => self.then(target, &finding.language)?.is_some(),
            Rule::DeletedTarget => {
                let now = self.project.read(target, &finding.language).map_or(0, |page| page.segments.len());
                self.then(target, &finding.language)?.is_some_and(|then| then.segments.len() > now)
            }
            Rule::ObsoleteSegment => match &finding.previous_source {
                Some(previous) => self.has_lost(source, &own, previous)?,
                None => false,
            },
            // Its source is gone, or it is new itself.
            Rule::OrphanPage => true,
            Rule::UnusedAccept | Rule::ExpiredAccept => false,
            // About a whole page, which differs.
            _ => finding.source.iter().chain(&finding.target).all(|side| side.text.is_empty()),
        })
    }

    fn is_new(&mut self, path: &str, language: &Language, side: Option<&FindingSide>) -> Result<bool, ProjectError> {
        let Some(side) = side.filter(|side| !side.text.is_empty()) else { return Ok(false) };
        if !self.changed.contains(path) {
            return Ok(false);
        }
        Ok(self.then(path, language)?.is_none_or(|then| !then.has(&side.text)))
    }

    /// Whether a segment, or what had become of it, stood on a page and is gone.
    fn has_lost(&mut self, path: &str, language: &Language, previous: &str) -> Result<bool, ProjectError> {
        let now = self.project.read(path, language).map(|page| Then::of(&page));
        let Some(then) = self.then(path, language)? else { return Ok(false) };
        let is_gone = |segment: &&Passage| now.as_ref().is_ok_and(|now| !now.keys.contains(segment.key()));
        let gone: Vec<&Passage> = then.segments.iter().filter(is_gone).collect();
        let revisions = revise(&[&Passage::new(previous)], &gone);
        Ok(revisions.iter().any(|revision| !revision.old.is_empty() && !revision.new.is_empty()))
    }

    /// A page as it was, under the name that it had.
    fn then(&mut self, path: &str, language: &Language) -> Result<Option<&Then>, ProjectError> {
        if !self.pages.contains_key(path) {
            let then = self.read(path, language).map_err(|reason| ProjectError::NoHistory { reason })?;
            self.pages.insert(path.to_owned(), then);
        }
        Ok(self.pages.get(path).and_then(Option::as_ref))
    }

    fn read(&self, path: &str, language: &Language) -> Result<Option<Then>, HistoryReason> {
        let full = format!("{}{path}", self.repository.prefix);
        let log = &self.repository.log;
        let mut names: Vec<&str> = log.names_of(&full).into_iter().map(|name| log.path_name(name)).collect();
        if names.is_empty() {
            names.push(&full);
        }
        for name in names.into_iter().filter(|name| !name.contains(['\n', '\r'])) {
            let found = self.repository.objects.read(&[format!("{}:{name}", self.base)])?;
            let Some(bytes) = found.into_iter().flatten().next() else { continue };
            let (reading, rules) = (self.project.reading(), self.project.rules(language));
            return Ok(page_of(&bytes, Path::new(name), None, reading, rules).ok().map(|page| Then::of(&page)));
        }
        Ok(None)
    }
}
