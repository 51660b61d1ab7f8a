//! A project on disk: its configuration, its pages, and the judgement on each.

use std::collections::HashMap;
use std::fmt;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use hexapla_core::align::{Alignment, Resources, Side, align};
use hexapla_core::document::{Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::segment::Rules;
use hexapla_core::status::{Page, Passage, SegmentStatus, Testimony, Verdict, judge};
use hexapla_formats::Options;
use rayon::prelude::*;

use crate::across;
use crate::cache::Cache;
use crate::config::{self, Config};
use crate::error::ProjectError;
use crate::evidence::Evidence;
use crate::findings;
use crate::guess;
use crate::history::{Branch, Dates, Repository, Witness};
use crate::known::{Kept, Known};
use crate::lock::Lock;
use crate::matrix::{self, Document, Matrix, Presence, Target};
use crate::page::{passage, read_page};
use crate::progress::{Progress, Stage};
use crate::report::{Report, Since};
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

/// Which part of a project is looked at, and beside what.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only these target languages; all where empty.
    pub languages: Vec<Language>,
    /// Only these pages (source or target, relative to the project) and what lies below these directories; all where
    /// empty.
    pub paths: Vec<String>,
    /// An earlier copy of the project's tree, to compare with.
    pub base: Option<PathBuf>,
    /// Only what the present branch caused since it left this revision.
    pub since: Option<String>,
}

/// A source page with its translations, judged.
pub(crate) struct JudgedDocument<'a> {
    pub(crate) document: &'a Document,
    pub(crate) source: Result<SourcePage, ProjectError>,
    pub(crate) targets: Vec<JudgedTarget<'a>>,
    /// Whether the judgement rests on nothing but the pages and the commits that lead to HEAD.
    pub(crate) settled: bool,
}

impl JudgedDocument<'_> {
    /// Why the page, or a translation of it in one of these languages, could not be read.
    pub(crate) fn unreadable(self, languages: &[&Language]) -> Vec<ProjectError> {
        let targets = self.targets.into_iter().filter(|judged| languages.contains(&&judged.target.language));
        let unread = targets.filter_map(|judged| match judged.outcome {
            Outcome::Unreadable(error) => Some(error),
            _ => None,
        });
        self.source.err().into_iter().chain(unread).collect()
    }
}

/// A source page, and which of its segments are to be translated.
pub(crate) struct SourcePage {
    pub(crate) page: SegmentedDocument,
    pub(crate) content: Content,
    pub(crate) boilerplate: Content,
}

/// The segments of a page that are of one scope. What is not to be translated goes with the content: it finds its
/// counterpart, and is forgotten then.
pub(crate) struct Content {
    pub(crate) scope: Scope,
    /// Their numbers among the page's segments.
    pub(crate) numbers: Vec<usize>,
    pub(crate) passages: Vec<Passage>,
}

/// Whether the text of the template is judged, too. It never counts, but its translations are worth handing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breadth {
    Content,
    ContentAndBoilerplate,
}

pub(crate) struct JudgedTarget<'a> {
    pub(crate) target: &'a Target,
    pub(crate) outcome: Outcome,
}

pub(crate) enum Outcome {
    NotOffered,
    Missing,
    Unreadable(ProjectError),
    Judged { page: Box<SegmentedDocument>, content: Judgement, boilerplate: Option<Judgement> },
}

/// The verdict on the segments of one scope.
pub(crate) struct Judgement {
    pub(crate) target: Content,
    pub(crate) verdict: Verdict,
    /// Beads over the segments of this scope, where they were needed.
    pub(crate) alignment: Option<Alignment>,
    /// When its segments were written, where history tells.
    pub(crate) dates: Box<Dates>,
}

impl Content {
    pub(crate) fn of(language: &Language, page: &SegmentedDocument) -> Self {
        Self::of_scope(language, page, Scope::Content)
    }

    pub(crate) fn of_scope(language: &Language, page: &SegmentedDocument, scope: Scope) -> Self {
        let (_, numbers) = Side::of_scope(language, page, scope);
        let passages = numbers.iter().map(|number| passage(page, &page.segments[*number])).collect();
        Self { scope, numbers, passages }
    }

    /// Whether a segment is of this scope itself, and does not only go along.
    pub(crate) fn is_of_scope(&self, page: &SegmentedDocument, at: usize) -> bool {
        page.block(&page.segments[self.numbers[at]]).scope == self.scope
    }

    /// The numbers of the page's segments that are of this scope themselves.
    pub(crate) fn own_numbers<'a>(&'a self, page: &'a SegmentedDocument) -> impl Iterator<Item = usize> + 'a {
        (0..self.numbers.len()).filter(|at| self.is_of_scope(page, *at)).map(|at| self.numbers[at])
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

    /// The source language and all targets.
    pub fn languages(&self) -> Vec<Language> {
        std::iter::once(&self.config.source).chain(&self.config.targets).map(|codes| codes.language.clone()).collect()
    }

    /// The target language that a person means by `name`.
    pub fn target_named(&self, name: &str) -> Result<Language, ProjectError> {
        matrix::target_named(&self.config, name).map(|codes| codes.language.clone())
    }

    /// The documents of the project by its languages.
    pub fn matrix(&self) -> Result<Matrix, ProjectError> {
        let mut matrix = matrix::pair(&self.config, &tree::files(&self.root)?, &self.config_path)?;
        guess::by_links(self, &mut matrix);
        Ok(matrix)
    }

    /// The path of a page in the file system.
    pub fn path_of(&self, page: &str) -> PathBuf {
        tree::absolute(&self.root, page)
    }

    /// What the aligner knows beforehand of the source's language and another: what the committed memory teaches, and
    /// the lexicon beside it, `memory/<language>.lexicon`, where `hexapla align --learn` left one.
    ///
    /// # Errors
    ///
    /// A memory or lexicon that cannot be read.
    pub fn resources(&self, progress: &dyn Progress) -> Result<impl Fn(&Language) -> Resources + use<>, ProjectError> {
        let memories = crate::memory::Memories::load(self, progress)?;
        Ok(move |language: &Language| memories.resources(language).clone())
    }

    /// The directory of the committed memories and lexicons.
    pub fn memory_directory(&self) -> PathBuf {
        self.path_of(self.config.memory.trim_end_matches('/'))
    }

    /// Reads one page of the project.
    pub fn read(&self, page: &str, language: &Language) -> Result<SegmentedDocument, ProjectError> {
        read_page(&self.path_of(page), None, &self.reading, self.rules(language))
    }

    /// The state of the selected pages.
    ///
    /// # Errors
    ///
    /// A pattern that matches nothing, a memory that cannot be read, a base that is not there. A page that cannot be
    /// read is a finding.
    pub fn report(&self, selection: &Selection, progress: &dyn Progress) -> Result<Report, ProjectError> {
        let matrix = self.matrix()?;
        self.at_work(|| Ok(self.report_on(&matrix, selection, progress)?.0))
    }

    /// The report, and the decisions of people as they were met by it.
    pub(crate) fn report_on(
        &self,
        matrix: &Matrix,
        selection: &Selection,
        progress: &dyn Progress,
    ) -> Result<(Report, Lock), ProjectError> {
        let gate = &self.config.gate;
        let evidence = Evidence::gather(self, matrix, selection, progress)?;
        let known = Known::of(self, selection, &evidence);
        let key = |document: &Document| known.key(self, document, selection, &evidence);
        let look_up = |document: &Document| {
            let key = key(document);
            let Some(kept) = key.as_ref().and_then(|key| known.look_up(key)) else { return Err(key) };
            evidence.lock.mark_used(&document.path, &kept.used);
            Ok((key, kept))
        };
        let found =
            self.judge_all(matrix, &evidence, selection, Breadth::Content, progress, look_up, |judged, before| {
                let recut = recut_segments(&evidence.memories, &judged);
                let told = (recut, findings::report_on(&judged, &self.config, &evidence.lock));
                let used = evidence.lock.used_of(&judged.document.path);
                // Not if somebody wrote into a page meanwhile.
                let settled = judged.settled && before.is_some() && before == key(judged.document);
                (before, Kept { told, used, settled })
            })?;
        known.keep(&found);
        let (recut, told): (Vec<Vec<usize>>, _) = found.into_iter().map(|(_, kept)| kept.told).unzip();
        let mut report = Report {
            history: evidence.history.clone(),
            source: Some(self.config.source.language.clone()),
            languages: self.selected_languages(selection),
            memory_problems: evidence.memories.problems.clone(),
            recut_memories: evidence.memories.recut.iter().map(|(_, recut)| recut.clone()).collect(),
            is_whole: selection.paths.is_empty(),
            ..Report::default()
        };
        for segments in &recut {
            report.recut_memories.iter_mut().zip(segments).for_each(|(memory, more)| memory.segments += more);
        }
        across::settle(self, &evidence.lock, told, &mut report);
        let orphans = matrix
            .orphans
            .iter()
            .filter(|orphan| selection.wants_path(&orphan.path) && report.languages.contains(&orphan.language));
        let orphans =
            orphans.filter_map(|orphan| findings::orphan(&orphan.path, &orphan.language, gate, &evidence.lock));
        report.findings.extend(orphans);
        let idle = evidence.lock.idle(|document, language| report.looked_at(document, language.as_str()));
        report.findings.extend(idle.into_iter().filter_map(|idle| findings::idle(idle, gate)));
        if let (Some(reference), Some(repository)) = (&selection.since, &evidence.repository) {
            let branch = Branch::since(self, repository, reference)?;
            self.keep_caused(&mut report, branch, reference, matrix)?;
        }
        findings::sort(&mut report.findings, &report.languages);
        report.weigh(gate);
        Ok((report, evidence.lock))
    }

    /// Leaves the findings in a report that a branch caused.
    fn keep_caused(
        &self,
        report: &mut Report,
        mut branch: Branch<'_>,
        reference: &str,
        matrix: &Matrix,
    ) -> Result<(), ProjectError> {
        let mut targets: HashMap<(&str, &Language), &str> = HashMap::new();
        for document in &matrix.documents {
            targets.extend(document.targets.iter().map(|t| ((document.path.as_str(), &t.language), t.path.as_str())));
        }
        // A page whose source is gone: where that would stand.
        targets.extend(matrix.orphans.iter().map(|o| ((o.path.as_str(), &o.language), o.source.as_str())));
        report.since = Some(Since { reference: reference.to_owned(), commit: branch.base().to_owned() });
        let mut kept = Vec::new();
        for finding in std::mem::take(&mut report.findings) {
            let target = targets.get(&(finding.document.as_str(), &finding.language)).copied().unwrap_or_default();
            if branch.caused(&finding, target)? {
                kept.push(finding);
            }
        }
        report.findings = kept;
        Ok(())
    }

    fn selected_languages(&self, selection: &Selection) -> Vec<Language> {
        let all = self.config.targets.iter().map(|codes| codes.language.clone());
        all.filter(|language| selection.languages.is_empty() || selection.languages.contains(language)).collect()
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

    /// Judges every selected page that is not `known`, and gives each document, as soon as it is judged, to `tell`, with
    /// what was found in place of knowledge; what that makes of them comes back in the order of the documents.
    #[expect(clippy::too_many_arguments, reason = "all that is known, and what is to be told")]
    pub(crate) fn judge_all<'m, T: Send, N>(
        &self,
        matrix: &'m Matrix,
        evidence: &Evidence<'_>,
        selection: &Selection,
        breadth: Breadth,
        progress: &dyn Progress,
        known: impl Fn(&Document) -> Result<T, N> + Sync,
        tell: impl Fn(JudgedDocument<'m>, N) -> T + Sync,
    ) -> Result<Vec<T>, ProjectError> {
        let documents: Vec<&Document> =
            matrix.documents.iter().filter(|document| selection.wants_document(document)).collect();
        progress.begin(Stage::Pages, documents.len());
        let told = documents
            .into_par_iter()
            .map(|document| {
                let told = known(document).unwrap_or_else(|unknown| {
                    tell(self.judge_document(document, selection, breadth, evidence), unknown)
                });
                progress.step();
                told
            })
            .collect();
        evidence.repository.as_ref().map_or(Ok(()), Repository::trouble)?;
        Ok(told)
    }

    fn judge_document<'m>(
        &self,
        document: &'m Document,
        selection: &Selection,
        breadth: Breadth,
        evidence: &Evidence<'_>,
    ) -> JudgedDocument<'m> {
        let language = &self.config.source.language;
        let source = self.read(&document.path, language).map(|page| {
            let content = Content::of(language, &page);
            let boilerplate = Content::of_scope(language, &page, Scope::Boilerplate);
            SourcePage { page, content, boilerplate }
        });
        let history = match (&source, evidence.witness()) {
            (Ok(source), Some(repository)) => Witness::new(repository, self, document, &source.page, &source.content),
            _ => None,
        };
        let targets = document
            .targets
            .iter()
            .filter(|target| selection.wants_target(document, target))
            .map(|target| {
                let outcome = match (&source, target.presence) {
                    (_, Presence::NotOffered) => Outcome::NotOffered,
                    (_, Presence::Missing) => Outcome::Missing,
                    (Ok(source), Presence::Present) => match self.read(&target.path, &target.language) {
                        Ok(page) => {
                            let judge = |of: &Content| {
                                self.judge_target(document, source, of, target, &page, evidence, history.as_ref())
                            };
                            let content = judge(&source.content);
                            let boilerplate =
                                (breadth == Breadth::ContentAndBoilerplate).then(|| judge(&source.boilerplate));
                            Outcome::Judged { page: Box::new(page), content, boilerplate }
                        }
                        Err(error) => Outcome::Unreadable(error),
                    },
                    // Without its source there is nothing to say of a translation; the source is reported.
                    (Err(_), Presence::Present) => Outcome::NotOffered,
                };
                JudgedTarget { target, outcome }
            })
            .collect();
        let settled = history.as_ref().is_none_or(Witness::is_settled);
        JudgedDocument { document, source, targets, settled }
    }

    #[expect(clippy::too_many_arguments, reason = "a page in two languages and all that is known of it")]
    fn judge_target(
        &self,
        document: &Document,
        source: &SourcePage,
        of: &Content,
        target: &Target,
        page: &SegmentedDocument,
        evidence: &Evidence<'_>,
        history: Option<&Witness<'_>>,
    ) -> Judgement {
        let content = Content::of_scope(&target.language, page, of.scope);
        let mut testimonies: Vec<Testimony> = Vec::new();
        testimonies.extend(evidence.lock.testimony(&document.path, &target.language, &of.passages, &content.passages));
        if let Some(memory) = evidence.memories.of(&target.language) {
            testimonies.push(memory.testimony(&document.path, &of.passages, &content.passages));
        }
        let mut dates = Box::<Dates>::default();
        let history = history.filter(|_| of.scope == Scope::Content);
        if let Some(history) = history {
            let (told, written) = history.testimonies(target, page, &content);
            testimonies.extend(told);
            dates.target = written;
        }
        if let Some(base) = &evidence.base {
            let known = evidence.memories.resources(&target.language);
            testimonies.extend(base.testimony(&document.path, target, of.scope, known));
        }
        let mut alignment = None;
        let languages = self.languages();
        let verdict = judge(
            &Page {
                source_language: &self.config.source.language,
                target_language: &target.language,
                languages: &languages,
                source: &of.passages,
                target: &content.passages,
                testimonies: &testimonies,
            },
            &mut || {
                let known = evidence.memories.resources(&target.language);
                let beads = self.align_pages(&source.page, page, &target.language, of.scope, known);
                alignment = Some(beads.clone());
                beads
            },
        );
        let counts = |status: &SegmentStatus| match (status.source, status.target.first()) {
            (Some(at), _) => of.is_of_scope(&source.page, at),
            (None, Some(at)) => content.is_of_scope(page, *at),
            (None, None) => false,
        };
        let verdict = Verdict { segments: verdict.segments.into_iter().filter(counts).collect() };
        if let Some(history) = history {
            let of_status = |status: &SegmentStatus| {
                let at = status.source.filter(|_| !status.target.is_empty())?;
                let then = status.previous_source.as_deref().map(Passage::new);
                Some((at, history.source_moments(at, then.as_ref().unwrap_or(&of.passages[at]))))
            };
            dates.source = verdict.segments.iter().filter_map(of_status).collect();
        }
        Judgement { target: content, verdict, alignment, dates }
    }

    /// Aligns the segments of one scope of two pages; beads count in them, not in all segments.
    pub(crate) fn align_pages(
        &self,
        source: &SegmentedDocument,
        target: &SegmentedDocument,
        language: &Language,
        scope: Scope,
        known: &Resources,
    ) -> Alignment {
        let (source, _) = Side::of_scope(&self.config.source.language, source, scope);
        let (target, _) = Side::of_scope(language, target, scope);
        align(&source, &target, known, &hexapla_core::align::Options::default())
    }
}

/// How many source segments of the page each memory that other rules cut has otherwise.
fn recut_segments(memories: &crate::memory::Memories, judged: &JudgedDocument<'_>) -> Vec<usize> {
    let mut counts = vec![0; memories.recut.len()];
    let Ok(source) = &judged.source else { return counts };
    for judged_target in &judged.targets {
        if matches!(judged_target.outcome, Outcome::Judged { .. }) {
            let (document, language) = (&judged.document.path, &judged_target.target.language);
            let more = memories.recut_segments(document, language, &source.content.passages);
            counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        }
    }
    counts
}

impl Selection {
    fn wants_path(&self, path: &str) -> bool {
        self.paths.is_empty()
            || self.paths.iter().any(|wanted| {
                let wanted = wanted.trim_end_matches('/');
                wanted.is_empty()
                    || path == wanted
                    || path.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
            })
    }

    pub(crate) fn wants_document(&self, document: &Document) -> bool {
        self.wants_path(&document.path) || document.targets.iter().any(|target| self.wants_path(&target.path))
    }

    pub(crate) fn wants_target(&self, document: &Document, target: &Target) -> bool {
        (self.languages.is_empty() || self.languages.contains(&target.language))
            && (self.wants_path(&document.path) || self.wants_path(&target.path))
    }
}
