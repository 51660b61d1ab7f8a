//! A project on disk: its configuration, its languages, and its pages.

use std::fmt;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use hexapla_core::document::SegmentedDocument;
use hexapla_core::language::Language;
use hexapla_core::segment::Rules;
use hexapla_core::segment::srx::Srx;
use hexapla_formats::Options;

use crate::cache::Cache;
use crate::config::{self, Config};
use crate::error::ProjectError;
use crate::matrix;
use crate::page::read_page;
use crate::rules;
use crate::tree;

/// A project on disk.
///
/// ```no_run
/// use hexapla_project::{Project, Selection, Silent};
/// let project = Project::open(".".as_ref())?;
/// let report = project.report(&Selection::default(), &Silent)?;
/// println!("{} findings", report.findings.len());
/// # Ok::<(), hexapla_project::ProjectError>(())
/// ```
pub struct Project {
    root: PathBuf,
    config_path: PathBuf,
    config: Config,
    reading: Options,
    source_rules: Rules,
    target_rules: Vec<Rules>,
    /// How many pages are read at once; as many as there are processors where nobody says.
    jobs: Option<NonZeroUsize>,
    /// Where what was worked out is kept; nowhere unless asked.
    cache: Option<Cache>,
}

impl fmt::Debug for Project {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Its rules alone would fill two megabytes.
        f.debug_struct("Project").field("root", &self.root).field("config", &self.config).finish_non_exhaustive()
    }
}

impl Project {
    /// Opens the project that `start` lies in: the nearest `hexapla.toml` in it or above it, up to the root of its git
    /// repository.
    pub fn open(start: &Path) -> Result<Self, ProjectError> {
        let config_path = config::find(start)?;
        let config = Config::read(&config_path)?;
        let root = config_path.parent().map(Path::to_owned).unwrap_or_default();
        let mut reading = Options::default();
        reading.boilerplate_selectors.extend(config.boilerplate.selectors.iter().cloned());
        reading.boilerplate_headings.extend(config.boilerplate.headings.iter().cloned());
        let (source_rules, target_rules) = rules::of_project(&root, &config)?;
        Ok(Self { root, config_path, config, reading, source_rules, target_rules, jobs: None, cache: None })
    }

    /// The directory of the configuration.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the project lies in its git repository: empty at the root or where there is no repository, else a path
    /// with `/` between its parts and at its end. What reads reports counts paths from there.
    pub fn path_in_repository(&self) -> String {
        let Ok(root) = self.root.canonicalize() else { return String::new() };
        let top = root.ancestors().find(|directory| directory.join(".git").exists());
        let inside = top.and_then(|top| root.strip_prefix(top).ok()).unwrap_or(Path::new(""));
        let parts = inside.components().map(|part| format!("{}/", part.as_os_str().to_string_lossy()));
        parts.collect()
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Where the configuration stands.
    pub fn config_path(&self) -> &Path {
        &self.config_path
    }

    /// How pages are read.
    pub fn reading(&self) -> &Options {
        &self.reading
    }

    /// The rules that cut text of a language of this project.
    pub fn rules(&self, language: &Language) -> &Rules {
        let at = self.config.targets.iter().position(|codes| codes.language == *language);
        at.and_then(|at| self.target_rules.get(at)).unwrap_or(&self.source_rules)
    }

    /// The rules that cut this project's texts, for OmegaT: those of its rule file, or our own under its profile.
    ///
    /// Where the file calls a language otherwise than the project, a map under the project's name is added, since
    /// OmegaT looks for that.
    ///
    /// # Errors
    ///
    /// The rule file cannot be read, or has no rules for a language of the project.
    pub fn omegat_rules(&self) -> Result<Srx, ProjectError> {
        rules::for_omegat(&self.root, &self.config.segmentation)
    }

    /// The source language and all targets.
    pub fn languages(&self) -> Vec<Language> {
        std::iter::once(&self.config.source).chain(&self.config.targets).map(|codes| codes.language.clone()).collect()
    }

    /// The target language that a person means by `name`.
    pub fn target_named(&self, name: &str) -> Result<Language, ProjectError> {
        matrix::target_named(&self.config, name).map(|codes| codes.language.clone())
    }

    /// The path of a page in the file system.
    pub fn path_of(&self, page: &str) -> PathBuf {
        tree::absolute(&self.root, page)
    }

    /// The directory of the committed memories and lexicons.
    pub fn memory_directory(&self) -> PathBuf {
        self.path_of(self.config.memory.trim_end_matches('/'))
    }

    /// Reads one page of the project.
    pub fn read(&self, page: &str, language: &Language) -> Result<SegmentedDocument, ProjectError> {
        read_page(&self.path_of(page), None, &self.reading, self.rules(language))
    }

    /// The same project with another gate (a command line's).
    pub fn with_gate(mut self, gate: config::Gate) -> Self {
        self.config.gate = gate;
        self
    }

    /// The same project, asking its repository as said here.
    pub fn with_history(mut self, history: config::History) -> Self {
        self.config.history = history;
        self
    }

    /// The same project, with so many threads at work. What is found does not depend on it.
    pub fn with_jobs(mut self, jobs: NonZeroUsize) -> Self {
        self.jobs = Some(jobs);
        self
    }

    /// The same project, keeping what it works out below `directory`. What is found does not depend on it.
    pub fn with_cache(mut self, directory: &Path) -> Self {
        self.cache = Some(Cache::of(&self.root, directory));
        self
    }

    pub(crate) fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    /// Does work in as many threads as were asked for.
    pub(crate) fn at_work<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        let pool = self.jobs.and_then(|jobs| rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build().ok());
        match pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}
