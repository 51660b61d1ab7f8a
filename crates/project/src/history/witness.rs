//! What history testifies to: for one document, in each of its languages.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hexapla_core::align::{Alignment, Confidence, Options, Resources, Side, SideSegment, align};
use hexapla_core::document::{BlockKind, Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::status::{
    Anchor, Base, BasePair, Lineage, Origin, Passage, Provenance, Renewal, Since, SourceLine, Step, Testimony, Written,
    carry,
};

use super::Repository;
use super::declared::declared;
use super::reason::HistoryReason;
use super::records::Oid;
use super::versions::{Version, Versions};
use crate::judgement::Content;
use crate::matrix::{Document, Target};
use crate::page::page_of;
use crate::project::Project;

/// How sure history is of a translation that came in the same first commit as its source.
const IMPORTED: f32 = 0.65;
/// Of one that was changed or added later.
const CHANGED: f32 = 0.8;
/// Of one that was changed in the working tree, beside the source as it is there.
const CHANGED_NOW: f32 = 0.85;
/// Of one of which nothing but its presence is known: too little to call it current.
const SQUASHED: f32 = 0.2;

/// For how many seconds a translator may work beside a source that goes on: half a year.
const BRANCH_LASTS: i64 = 183 * 24 * 60 * 60;

/// The history of one document, ready to testify for each of its targets.
pub(crate) struct Witness<'a> {
    repository: &'a Repository,
    project: &'a Project,
    versions: Versions,
    /// The languages of the files beside the source, in the order of [`Version::files`].
    languages: Vec<Language>,
    /// The source page in each version, and last as it is now.
    sources: Vec<Arc<Cut>>,
    line: SourceLine,
    /// Whether nothing was asked of other branches, which come and go.
    settled: AtomicBool,
}

/// When segments of a page were written, by their numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dates {
    /// Of the source's, the wording that a target was made from.
    pub(crate) source: BTreeMap<usize, Moments>,
    pub(crate) target: BTreeMap<usize, Moments>,
}

/// When a segment got its first words, and when its last; what is not committed has no date.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moments {
    pub(crate) created: Option<Moment>,
    pub(crate) changed: Option<Moment>,
}

/// When something was written, in seconds since 1970, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    pub(crate) time: i64,
    pub(crate) author: String,
}

/// The language of a translation.
#[derive(Clone, Copy)]
struct Tongue<'k> {
    language: &'k Language,
    /// What the aligner knows of it beforehand.
    known: &'k Resources,
}

/// A version of a page, cut: its own text.
struct Cut {
    passages: Vec<Passage>,
    /// Kind and section of each passage.
    layout: Vec<(BlockKind, u32)>,
    /// Its block.
    blocks: Vec<usize>,
    /// The anchor of the part of the page that each stands in.
    anchors: Vec<Anchor>,
}

impl Cut {
    fn of(language: &Language, page: &SegmentedDocument, content: &Content) -> Self {
        let (side, _) = Side::of_content(language, page);
        let mut anchors: Vec<Anchor> = Vec::with_capacity(side.segments.len());
        for segment in &side.segments {
            let shared = anchors.last().filter(|last| last.as_deref() == segment.anchor).cloned();
            anchors.push(shared.unwrap_or_else(|| segment.anchor.map(Arc::from)));
        }
        let blocks = side.segments.iter().map(|segment| segment.block).collect();
        let layout = side.segments.into_iter().map(|segment| (segment.kind, segment.section)).collect();
        Self { passages: content.passages.clone(), layout, blocks, anchors }
    }

    fn empty() -> Self {
        Self { passages: Vec::new(), layout: Vec::new(), blocks: Vec::new(), anchors: Vec::new() }
    }

    fn side<'a>(&'a self, language: &'a Language, numbers: &[usize]) -> Side<'a> {
        let segments = numbers.iter().map(|at| {
            let (kind, section) = &self.layout[*at];
            let anchor = self.anchors[*at].as_deref();
            SideSegment {
                text: self.passages[*at].text(),
                block: self.blocks[*at],
                kind: kind.clone(),
                section: *section,
                anchor,
            }
        });
        Side { language, segments: segments.collect() }
    }
}

impl<'a> Witness<'a> {
    /// Reads the versions of a document; `None` where it has no history, or it cannot be read (then the repository
    /// remembers why).
    pub(crate) fn new(
        repository: &'a Repository,
        project: &'a Project,
        document: &Document,
        page: &SegmentedDocument,
        content: &Content,
    ) -> Option<Self> {
        let language = &project.config().source.language;
        let versions = repository.versions_of(document);
        versions.head().filter(|head| versions.versions[*head].files[0].is_some())?;
        let languages = document.targets.iter().map(|target| target.language.clone()).collect();
        let mut witness = Self {
            repository,
            project,
            versions,
            languages,
            sources: Vec::new(),
            line: SourceLine::default(),
            settled: AtomicBool::new(true),
        };
        match witness.read(0, language) {
            Ok(sources) => witness.sources = sources,
            Err(reason) => {
                repository.note(reason);
                return None;
            }
        }
        for (cut, version) in witness.sources.iter().zip(&witness.versions.versions) {
            witness.line.push(&cut.passages, &version.parents);
        }
        witness.line.push(&content.passages, &witness.versions.head().into_iter().collect::<Vec<_>>());
        witness.sources.push(Arc::new(Cut::of(language, page, content)));
        Some(witness)
    }

    /// Whether nothing was asked but the pages and the commits that lead to HEAD.
    pub(crate) fn is_settled(&self) -> bool {
        self.settled.load(Ordering::Relaxed)
    }

    /// The number of the working tree's version.
    fn now(&self) -> usize {
        self.versions.versions.len()
    }

    /// One of the document's files in every version.
    fn read(&self, file: usize, language: &Language) -> Result<Vec<Arc<Cut>>, HistoryReason> {
        let mut wanted: Vec<(Oid, usize)> = Vec::new();
        let mut place: HashMap<(Oid, usize), usize> = HashMap::new();
        for version in &self.versions.versions {
            if let Some(blob) = version.files[file] {
                place.entry(blob).or_insert_with(|| {
                    wanted.push(blob);
                    wanted.len() - 1
                });
            }
        }
        let names: Vec<String> = wanted.iter().map(|(blob, _)| blob.to_string()).collect();
        let mut cuts: Vec<Arc<Cut>> = Vec::with_capacity(wanted.len());
        for (bytes, (_, path)) in self.repository.objects.read(&names)?.into_iter().zip(&wanted) {
            let bytes = bytes.ok_or(HistoryReason::Incomplete)?;
            let path = self.repository.log.path_name(*path);
            cuts.push(Arc::new(self.cut(&bytes, path, language).map_or_else(Cut::empty, |(_, cut)| cut)));
        }
        let none = Arc::new(Cut::empty());
        let of_version = |version: &Version| match version.files[file].and_then(|blob| place.get(&blob)) {
            Some(at) => Arc::clone(&cuts[*at]),
            None => Arc::clone(&none),
        };
        Ok(self.versions.versions.iter().map(of_version).collect())
    }

    /// A page of then; `None` where its bytes were no page.
    fn cut(&self, bytes: &[u8], path: &str, language: &Language) -> Option<(SegmentedDocument, Cut)> {
        let (reading, rules) = (self.project.reading(), self.project.rules(language));
        let page = page_of(bytes, Path::new(path), None, reading, rules).ok()?;
        let content = Content::of_scope(language, &page, Scope::Content);
        let cut = Cut::of(language, &page, &content);
        Some((page, cut))
    }

    /// What history tells of a target, the most trusted first. What cannot be read is told nothing of, and remembered.
    /// And when its segments were written.
    pub(crate) fn testimonies(
        &self,
        target: &Target,
        page: &SegmentedDocument,
        content: &Content,
        known: &Resources,
    ) -> (Vec<Testimony>, BTreeMap<usize, Moments>) {
        self.testify(target, page, content, known).unwrap_or_else(|reason| {
            self.repository.note(reason);
            Default::default()
        })
    }

    /// When a segment of the source was written, in the words of `text`.
    pub(crate) fn source_moments(&self, segment: usize, text: &Passage) -> Moments {
        self.line.written(self.now(), segment, text).map_or_else(Moments::default, |written| self.moments(written))
    }

    fn moments(&self, written: Written) -> Moments {
        let moment = |version: usize| {
            let commit = self.repository.log.commits.get(self.versions.versions.get(version)?.commit)?;
            Some(Moment { time: commit.time, author: commit.author.clone() })
        };
        Moments { created: moment(written.first), changed: moment(written.last) }
    }

    fn testify(
        &self,
        target: &Target,
        page: &SegmentedDocument,
        content: &Content,
        known: &Resources,
    ) -> Result<(Vec<Testimony>, BTreeMap<usize, Moments>), HistoryReason> {
        let Some(language) = self.languages.iter().position(|language| *language == target.language) else {
            return Ok(Default::default());
        };
        let tongue = Tongue { language: &target.language, known };
        let targets = self.read(language + 1, &target.language)?;
        let mut lineages: Vec<Arc<Lineage>> = Vec::with_capacity(targets.len());
        for version in 0..targets.len() {
            let lineage = self.lineage(version, language + 1, &targets, &lineages, tongue);
            lineages.push(lineage);
        }
        let cut = Cut::of(&target.language, page, content);
        let now = self.now();
        let head = self.versions.head();
        let before: Vec<(usize, &Lineage)> = head.map(|head| (head, lineages[head].as_ref())).into_iter().collect();
        let step = self.step(now, &before, &cut, Renewal::ByEvidence, CHANGED_NOW, tongue);
        let mut lineage = self.carry(&step, &cut, tongue);
        let mut testimonies = Vec::new();
        if let Some(name) = declared(&page.document, &self.repository.declarations.base_keys) {
            let version = self.repository.log.commit_named(&name).and_then(|commit| self.versions.at(commit));
            match version {
                Some(version) => {
                    let origin = origin(version, Provenance::Declared, Provenance::Declared.trust());
                    lineage = lineage.declared(&self.line, now, origin, &self.project.config().source.language);
                }
                None => {
                    self.settled.store(false, Ordering::Relaxed);
                    testimonies.extend(self.of_another_branch(&name, &cut, tongue)?);
                }
            }
        }
        testimonies.push(lineage.testimony(&self.line, now, &|version| self.name(version)));
        let dates = lineage.written().into_iter().map(|(place, written)| (place, self.moments(written)));
        Ok((testimonies, dates.collect()))
    }

    fn name(&self, version: usize) -> Option<Since> {
        let version = self.versions.versions.get(version)?;
        self.repository.log.commits.get(version.commit).map(super::log::Commit::since)
    }

    /// What is known of a target in one version.
    fn lineage(
        &self,
        number: usize,
        file: usize,
        targets: &[Arc<Cut>],
        known: &[Arc<Lineage>],
        tongue: Tongue<'_>,
    ) -> Arc<Lineage> {
        let version = &self.versions.versions[number];
        let commit = &self.repository.log.commits[version.commit];
        if let [parent] = version.parents.as_slice() {
            let before = &self.versions.versions[*parent];
            // What has waited for its source is paired with it when it comes.
            let source_comes = self.sources[*parent].passages.is_empty() && !self.sources[number].passages.is_empty();
            if before.files[file] == version.files[file] && !source_comes {
                let same = Arc::ptr_eq(&self.sources[*parent], &self.sources[number]);
                let followed = || Arc::new(known[*parent].follow(&self.line, *parent, number));
                return if same { Arc::clone(&known[*parent]) } else { followed() };
            }
        }
        let parents: Vec<(usize, &Lineage)> =
            version.parents.iter().map(|parent| (*parent, known[*parent].as_ref())).collect();
        let declared = commit.declares.as_ref().filter(|_| version.parents.len() < 2).and_then(|name| {
            let version = self.versions.at(self.repository.log.commit_named(name)?)?;
            Some(origin(version, Provenance::Trailer, Provenance::Trailer.trust()))
        });
        let renewal = match declared {
            _ if commit.ignored => Renewal::Nothing,
            Some(origin) => Renewal::Declared(origin),
            None => Renewal::ByEvidence,
        };
        let squashed = self.repository.state().is_squashed();
        let confidence = match version.parents.is_empty() {
            true if squashed => SQUASHED,
            true => IMPORTED,
            false => CHANGED,
        };
        let step = self.step(number, &parents, &targets[number], renewal, confidence, tongue);
        Arc::new(self.carry(&step, &targets[number], tongue))
    }

    fn step<'s>(
        &'s self,
        version: usize,
        parents: &'s [(usize, &'s Lineage)],
        target: &'s Cut,
        renewal: Renewal,
        confidence: f32,
        tongue: Tongue<'s>,
    ) -> Step<'s> {
        let Tongue { language, known: resources } = tongue;
        let languages = (&self.project.config().source.language, language);
        let confidence = Confidence::new(confidence);
        let earliest = self.earliest(version);
        let anchors = (self.sources[version].anchors.as_slice(), target.anchors.as_slice());
        let blocks = &self.sources[version].blocks;
        Step {
            version,
            parents,
            target: &target.passages,
            blocks,
            anchors,
            earliest,
            renewal,
            confidence,
            languages,
            resources,
        }
    }

    /// The oldest version whose source the writer of a version may still have had before him: branches grow old, but not
    /// years.
    fn earliest(&self, version: usize) -> usize {
        let time = |version: &Version| self.repository.log.commits.get(version.commit).map(|commit| commit.time);
        let Some(now) = self.versions.versions.get(version).and_then(time) else { return 0 };
        let is_near = |before: &Version| time(before).is_none_or(|then| then >= now - BRANCH_LASTS);
        self.versions.versions[..version].iter().position(is_near).unwrap_or(version)
    }

    fn carry(&self, step: &Step<'_>, target: &Cut, tongue: Tongue<'_>) -> Lineage {
        carry(&self.line, step, &mut |version, sources, targets| {
            self.align((&self.sources[version], sources), (target, targets), tongue)
        })
    }

    fn align(&self, source: (&Cut, &[usize]), target: (&Cut, &[usize]), tongue: Tongue<'_>) -> Alignment {
        let source = source.0.side(&self.project.config().source.language, source.1);
        let target = target.0.side(tongue.language, target.1);
        align(&source, &target, tongue.known, &Options::default())
    }

    /// A page that declares a commit that does not lead to HEAD: then its source is read from there.
    fn of_another_branch(
        &self,
        name: &str,
        target: &Cut,
        tongue: Tongue<'_>,
    ) -> Result<Option<Testimony>, HistoryReason> {
        let source_language = &self.project.config().source.language;
        let newest = self.versions.versions.iter().filter_map(|version| version.files[0]).map(|(_, path)| path);
        let mut paths: Vec<usize> = newest.collect();
        paths.reverse();
        paths.dedup();
        for path in paths {
            let path = self.repository.log.path_name(path);
            if path.contains(['\n', '\r']) {
                continue;
            }
            let found = self.repository.objects.read(&[format!("{name}:{path}")])?;
            let Some((_, source)) =
                found.into_iter().flatten().next().and_then(|bytes| self.cut(&bytes, path, source_language))
            else {
                continue;
            };
            let numbers = |cut: &Cut| (0..cut.passages.len()).collect::<Vec<_>>();
            let alignment = self.align((&source, &numbers(&source)), (target, &numbers(target)), tongue);
            let confidence = Provenance::Declared.trust();
            let base = Base { provenance: Provenance::Declared, confidence, commit: Some(name.to_owned()) };
            let pairs = BasePair::of_alignment(&alignment, &source.passages, &target.passages, &base);
            return Ok(Some(Testimony { pairs, ..Testimony::default() }));
        }
        Ok(None)
    }
}

fn origin(version: usize, provenance: Provenance, confidence: Confidence) -> Origin {
    Origin { version, provenance, confidence }
}
