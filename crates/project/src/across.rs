//! What only many pages tell: blocks that repeat, sentences translated in two ways, lengths out of all proportion.
//!
//! A block that stands on several source pages word for word is the template's, whatever its markup says: it is counted
//! once, on the first page that has it, and what is wrong with it everywhere is said once, with all its places. So a
//! changed teaser is one thing to do and not five hundred.

use std::collections::{BTreeMap, HashMap, HashSet};

use hexapla_core::document::SegmentedDocument;
use hexapla_core::language::Language;
use hexapla_core::status::{
    Count, Coverage, Finding, FindingSide, LengthModel, PageState, Rule, SegmentStatus, SyncState,
};
use hexapla_core::text::{Fold, fold};
use serde::{Deserialize, Serialize};

use crate::lock::Lock;
use crate::matrix::{Document, Matrix};
use crate::missing::Missing;
use crate::project::Project;
use crate::report::{DocumentReport, Report};

/// A document's part of the report, and what it adds to that of all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Told {
    pub(crate) report: DocumentReport,
    /// Each with the key of the block that it is about.
    pub(crate) findings: Vec<(Finding, Option<BlockKey>)>,
    pub(crate) missing: Missing,
    pub(crate) facts: Facts,
}

/// What one document adds.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// The source's own blocks, in order.
    pub(crate) blocks: Vec<BlockFact>,
    /// Of the translations, in the order of the report's pages.
    pub(crate) pages: Vec<PageFacts>,
}

/// The text of a block, by its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct BlockKey(u64);

/// A block of a source page.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct BlockFact {
    pub(crate) key: BlockKey,
    pub(crate) count: Count,
}

/// What a translation adds.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct PageFacts {
    /// Segments as they were counted: block, state, source words.
    pub(crate) counted: Vec<(BlockKey, Part, u32)>,
    pub(crate) pairs: Vec<PairFact>,
    /// How long the translations are.
    pub(crate) lengths: Option<Box<LengthModel>>,
    /// Pairs of an unusual length, if all pages agree.
    pub(crate) unusual: Vec<Finding>,
}

/// Under what a segment was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Part {
    Current,
    Minor,
    Stale,
    Untranslated,
    Unknown,
}

/// A sentence and its translation: what they say, by hash, and at which bytes of their files they stand.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(from = "[u64; 4]", into = "[u64; 4]")]
pub(crate) struct PairFact {
    pub(crate) source: u64,
    pub(crate) target: u64,
    pub(crate) source_byte: usize,
    pub(crate) target_byte: usize,
}

// There are very many of them in the cache.
impl From<PairFact> for [u64; 4] {
    fn from(pair: PairFact) -> Self {
        [pair.source, pair.target, pair.source_byte as u64, pair.target_byte as u64]
    }
}

impl From<[u64; 4]> for PairFact {
    fn from([source, target, source_byte, target_byte]: [u64; 4]) -> Self {
        Self { source, target, source_byte: source_byte as usize, target_byte: target_byte as usize }
    }
}

/// A hash of a text in the form in which it is compared.
pub(crate) fn key(text: &str, how: Fold) -> u64 {
    let hash = blake3::hash(fold(text, how).as_bytes());
    let [a, b, c, d, e, f, g, h, ..] = *hash.as_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

impl BlockKey {
    pub(crate) fn of(text: &str) -> Self {
        Self(key(text, Fold::Space))
    }
}

impl Part {
    /// What a segment is counted under; `None` for what no source stands for.
    pub(crate) fn of(status: &SegmentStatus) -> Option<Self> {
        status.source?;
        Some(match status.state {
            SyncState::Current => Self::Current,
            SyncState::Stale if status.is_minor() => Self::Minor,
            SyncState::Stale => Self::Stale,
            SyncState::Untranslated => Self::Untranslated,
            SyncState::Unknown => Self::Unknown,
            SyncState::Obsolete => return None,
        })
    }

    fn take_from(self, coverage: &mut Coverage, words: u32) {
        let count = match self {
            Self::Current => &mut coverage.current,
            Self::Minor => &mut coverage.minor,
            Self::Stale => &mut coverage.stale,
            Self::Untranslated => &mut coverage.untranslated,
            Self::Unknown => &mut coverage.unknown,
        };
        take(count, Count { segments: 1, words: words as usize });
    }
}

fn take(from: &mut Count, less: Count) {
    from.segments = from.segments.saturating_sub(less.segments);
    from.words = from.words.saturating_sub(less.words);
}

/// Puts the documents' parts together.
pub(crate) fn settle(project: &Project, lock: &Lock, mut told: Vec<Told>, report: &mut Report) {
    let least = project.config().boilerplate.least_pages();
    let repeated = least.map(|least| repeated(&told, least)).unwrap_or_default();
    count_once(&mut told, &repeated);
    let lengths = lengths(&told);
    let mut groups = Groups { least, repeated: &repeated, first: HashMap::new(), pages: pages_of_targets(&told) };
    let twice = inconsistent(project, &told);
    for part in told {
        report.findings.extend(part.missing.findings(&part.report.path, &project.config().gate));
        for (finding, block) in part.findings {
            groups.add(finding, block, &mut report.findings);
        }
        for page in part.facts.pages {
            let extreme = |finding: &Finding| {
                let (source, target) = (finding.source.as_ref()?, finding.target.as_ref()?);
                lengths.get(&finding.language)?.extreme(&source.text, &target.text)
            };
            let unusual = page.unusual.into_iter().filter(|finding| extreme(finding).is_some());
            report.findings.extend(unusual.filter(|finding| !lock.accepts(finding)));
        }
        report.documents.push(part.report);
    }
    report.findings.extend(twice.into_iter().filter(|finding| !lock.accepts(finding)));
}

/// A finding for each place where a repeated block has it.
pub(crate) fn everywhere(finding: &Finding, matrix: &Matrix) -> Vec<Finding> {
    let mut all = vec![finding.clone()];
    // A sentence in several wordings is one finding, wherever they stand.
    if finding.rule == Rule::Inconsistent {
        return all;
    }
    for side in &finding.also {
        let is_of = |document: &&Document| match &finding.target {
            Some(_) => document.targets.iter().any(|target| *target.path == *side.path),
            None => *document.path == *side.path,
        };
        let Some(document) = matrix.documents.iter().find(is_of) else { continue };
        let mut other = Finding { document: document.path.as_str().into(), also: Vec::new(), ..finding.clone() };
        match &mut other.target {
            Some(target) => *target = side.clone(),
            None => other.source = Some(side.clone()),
        }
        all.push(other);
    }
    all
}

/// The blocks that stand on at least so many source pages. A short one (a heading, a label) must stand beside another.
fn repeated(told: &[Told], least: usize) -> HashSet<BlockKey> {
    let mut pages: HashMap<BlockKey, usize> = HashMap::new();
    for part in told {
        let own: HashSet<BlockKey> = part.facts.blocks.iter().map(|block| block.key).collect();
        for key in own {
            *pages.entry(key).or_default() += 1;
        }
    }
    let mut repeated = HashSet::new();
    for part in told {
        let blocks = &part.facts.blocks;
        let often = |at: usize| blocks.get(at).is_some_and(|block| pages.get(&block.key).is_some_and(|n| *n >= least));
        for (at, block) in blocks.iter().enumerate() {
            if often(at) && (block.count.words >= WORDS || often(at + 1) || (at > 0 && often(at - 1))) {
                repeated.insert(block.key);
            }
        }
    }
    repeated
}

/// A shorter block may well stand on many pages for reasons of its own.
const WORDS: usize = 4;

/// Leaves every repeated block in the counts of one page: of each language, the first that has a translation at all.
fn count_once(told: &mut [Told], repeated: &HashSet<BlockKey>) {
    if repeated.is_empty() {
        return;
    }
    let mut owner: HashMap<(Language, BlockKey), (bool, usize)> = HashMap::new();
    for (document, part) in told.iter().enumerate() {
        for (page, facts) in part.report.pages.iter().zip(&part.facts.pages) {
            let is_there = page.state != PageState::Missing;
            for (key, ..) in facts.counted.iter().filter(|(key, ..)| repeated.contains(key)) {
                let entry = owner.entry((page.language.clone(), *key)).or_insert((is_there, document));
                if is_there && !entry.0 {
                    *entry = (true, document);
                }
            }
        }
    }
    let mut seen: HashSet<BlockKey> = HashSet::new();
    for (document, part) in told.iter_mut().enumerate() {
        for (page, facts) in part.report.pages.iter_mut().zip(&part.facts.pages) {
            for (key, state, words) in facts.counted.iter().filter(|(key, ..)| repeated.contains(key)) {
                if owner.get(&(page.language.clone(), *key)).is_some_and(|(_, owner)| *owner != document) {
                    state.take_from(&mut page.coverage, *words);
                    if matches!(page.state, PageState::Partial | PageState::Full) {
                        page.state = page.coverage.page_state();
                    }
                }
            }
        }
        for block in part.facts.blocks.iter().filter(|block| seen.contains(&block.key)) {
            take(&mut part.report.content, block.count);
            part.report.set_apart.boilerplate += block.count;
        }
        seen.extend(part.facts.blocks.iter().map(|block| block.key).filter(|key| repeated.contains(key)));
    }
}

/// On how many documents the findings about a target block without a source stand.
fn pages_of_targets(told: &[Told]) -> HashMap<(Language, BlockKey), usize> {
    let mut pages = HashMap::new();
    for part in told {
        let own: HashSet<(Language, BlockKey)> = part
            .findings
            .iter()
            .filter(|(finding, _)| finding.source.is_none())
            .filter_map(|(finding, block)| Some((finding.language.clone(), (*block)?)))
            .collect();
        for key in own {
            *pages.entry(key).or_default() += 1;
        }
    }
    pages
}

/// What is said of a repeated block: language, rule, block, the segment, what its source said before.
type Said = (Language, Rule, BlockKey, String, Option<String>);

/// Findings of repeated blocks, said once.
struct Groups<'a> {
    least: Option<usize>,
    repeated: &'a HashSet<BlockKey>,
    pages: HashMap<(Language, BlockKey), usize>,
    /// Where the first finding of each stands.
    first: HashMap<Said, usize>,
}

impl Groups<'_> {
    fn add(&mut self, finding: Finding, block: Option<BlockKey>, findings: &mut Vec<Finding>) {
        let Some(said) = block.and_then(|block| self.said(&finding, block)) else { return findings.push(finding) };
        match self.first.get(&said) {
            Some(first) if findings[*first].document != finding.document => {
                let place = finding.target.or(finding.source);
                findings[*first].also.extend(place);
            }
            Some(_) => findings.push(finding),
            None => {
                self.first.insert(said, findings.len());
                findings.push(finding);
            }
        }
    }

    fn said(&self, finding: &Finding, block: BlockKey) -> Option<Said> {
        let repeats = match finding.source {
            Some(_) => self.repeated.contains(&block),
            None => {
                let pages = self.pages.get(&(finding.language.clone(), block)).copied().unwrap_or_default();
                self.least.is_some_and(|least| pages >= least)
            }
        };
        let text = &finding.source.as_ref().or(finding.target.as_ref())?.text;
        let said =
            (finding.language.clone(), finding.rule, block, fold(text, Fold::Space), finding.previous_source.clone());
        repeats.then_some(said)
    }
}

fn lengths(told: &[Told]) -> HashMap<Language, LengthModel> {
    let mut models: HashMap<Language, LengthModel> = HashMap::new();
    for part in told {
        for (page, facts) in part.report.pages.iter().zip(&part.facts.pages) {
            if let Some(lengths) = &facts.lengths {
                models.entry(page.language.clone()).or_insert_with(|| LengthModel::new(&page.language)).merge(lengths);
            }
        }
    }
    models
}

/// One place of a sentence: document, page in its report, pair.
type Seat<'a> = (&'a Told, usize, &'a PairFact);

/// The sentences that are translated in several ways, each once, with its places.
fn inconsistent(project: &Project, told: &[Told]) -> Vec<Finding> {
    let Some(severity) = project.config().gate.severity(Rule::Inconsistent) else { return Vec::new() };
    let mut seats: BTreeMap<(Language, u64), Vec<Seat<'_>>> = BTreeMap::new();
    for part in told {
        for (at, (page, facts)) in part.report.pages.iter().zip(&part.facts.pages).enumerate() {
            for pair in &facts.pairs {
                seats.entry((page.language.clone(), pair.source)).or_default().push((part, at, pair));
            }
        }
    }
    seats.retain(|_, seats| seats.iter().any(|(.., pair)| pair.target != seats[0].2.target));
    let mut reader = Reader { project, pages: HashMap::new() };
    let mut findings = Vec::new();
    for ((language, source), seats) in seats {
        let (first, at, pair) = seats[0];
        let (document, page) = (&first.report.path, &first.report.pages[at]);
        let side = |reader: &mut Reader<'_>, (part, at, pair): &Seat<'_>| {
            reader.side(&part.report.pages[*at].path, &language, pair.target_byte)
        };
        let said = format!("inconsistent\u{1F}{language}\u{1F}{source:x}");
        let fingerprint = blake3::hash(said.as_bytes()).to_hex()[..32].to_owned();
        let (rule, state) = (Rule::Inconsistent, Some(SyncState::Current));
        let mut finding = Finding::new(rule, severity, state, language.clone(), document.as_str().into(), fingerprint);
        finding.source = Some(reader.side(document, &project.config().source.language, pair.source_byte));
        finding.target = Some(reader.side(&page.path, &language, pair.target_byte));
        finding.also = seats[1..].iter().map(|seat| side(&mut reader, seat)).collect();
        findings.push(finding);
    }
    findings
}

/// Reads again what the few pages say that a finding is about.
struct Reader<'a> {
    project: &'a Project,
    pages: HashMap<String, Option<SegmentedDocument>>,
}

impl Reader<'_> {
    fn side(&mut self, path: &str, language: &Language, byte: usize) -> FindingSide {
        let page = self.pages.entry(path.to_owned()).or_insert_with(|| self.project.read(path, language).ok());
        let segment = page.as_ref().and_then(|page| {
            let found = page.segments.iter().find(|segment| page.file_range(segment).start == byte)?;
            Some((page.place(found), page.text(found)))
        });
        let (place, text) = segment.map_or((None, ""), |(place, text)| (Some(place), text));
        FindingSide { path: path.into(), place, text: text.into() }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::{Selection, Silent, Wanted};

    use super::*;

    const PAGES: usize = 6;

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// A site whose pages end with the same block, and its report beside what it was.
    fn report(config: &str, teasers: (&str, &str, &str), more: &[(&str, &str)]) -> Report {
        let (_directory, project, selection) = site(config, teasers, more);
        project.report(&selection, &Silent).unwrap()
    }

    fn site(
        config: &str,
        teasers: (&str, &str, &str),
        more: &[(&str, &str)],
    ) -> (tempfile::TempDir, Project, Selection) {
        let directory = tempfile::tempdir().unwrap();
        let head = "[project]\nsource = \"de\"\ntargets = [\"en\"]\nhistory = \"off\"\n";
        let documents = "[[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";
        let (now, then) = (directory.path().join("now"), directory.path().join("then"));
        write(&now, "hexapla.toml", &format!("{head}{documents}{config}"));
        for page in 0..PAGES {
            let name = ["Ofen", "Garten", "Turm", "Keller", "Hof", "Saal"][page];
            let german = format!("# {name}\n\nHier steht etwas von Raum {page} im Haus, genannt {name}.\n\n");
            let english =
                format!("# The {name}\n\nThis says something of room {page} in the house, called {name}.\n\n");
            for (root, teaser) in [(&now, teasers.1), (&then, teasers.0)] {
                write(root, &format!("de/{page}.md"), &format!("{german}{teaser}\n"));
                write(root, &format!("en/{page}.md"), &format!("{english}{}\n", teasers.2));
            }
        }
        for (path, text) in more {
            write(&now, path, text);
            write(&then, path, text);
        }
        let project = Project::open(&now).unwrap();
        let selection = Selection { base: Some(then), ..Selection::default() };
        (directory, project, selection)
    }

    const OLD: &str = "Neu im Haus ist ein Café mit 20 Plätzen.";
    const NEW: &str = "Neu im Haus ist ein Café mit 30 Plätzen.";
    const ENGLISH: &str = "New in the house: a café with 20 seats.";

    #[test]
    fn a_changed_teaser_is_one_thing_to_do() {
        let told = report("", (OLD, NEW, ENGLISH), &[]);
        let stale: Vec<&Finding> = told.findings.iter().filter(|finding| finding.rule == Rule::Stale).collect();
        assert_eq!((told.findings.len(), stale.len(), stale[0].also.len()), (1, 1, PAGES - 1));
        assert_eq!(&*stale[0].also[0].path, "en/1.md");
        let coverage = told.coverage(&told.languages[0]);
        assert_eq!((coverage.stale.segments, coverage.current.segments), (1, 2 * PAGES));
        assert_eq!(told.documents[1].set_apart.boilerplate.segments, 1);
        assert_eq!(told.documents[1].content.segments, 2);
    }

    #[test]
    fn what_is_accepted_is_accepted_wherever_it_stands() {
        let (_directory, project, selection) = site("", (OLD, NEW, ENGLISH), &[]);
        let wanted = [Wanted::Place { path: "en/0.md".into(), line: Some(5) }];
        project.accept(&wanted, None, &selection, None, "known", &Silent).unwrap();
        let told = project.report(&selection, &Silent).unwrap();
        assert_eq!(told.findings, []);
    }

    #[test]
    fn repetition_can_be_switched_off() {
        let told = report("[boilerplate]\nrepeated = 0\n", (OLD, NEW, ENGLISH), &[]);
        assert_eq!(told.findings.len(), PAGES);
        assert_eq!(told.coverage(&told.languages[0]).stale.segments, PAGES);
    }

    #[test]
    fn a_block_that_is_gone_everywhere_is_said_once() {
        let told = report("", (OLD, "", ENGLISH), &[]);
        let rules: Vec<Rule> = told.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, [Rule::ObsoleteSegment]);
        assert_eq!(told.findings[0].also.len(), PAGES - 1);
    }

    #[test]
    fn a_sentence_in_two_wordings_is_said_once() {
        let pages = [
            ("de/x.md", "Der Eintritt ist für Kinder frei.\n"),
            ("en/x.md", "Admission is free for children.\n"),
            ("de/y.md", "# Wer zahlt\n\nDer Eintritt ist für Kinder frei.\n"),
            ("en/y.md", "# Who pays\n\nChildren do not pay anything.\n"),
        ];
        let told = report("", (OLD, OLD, ENGLISH), &pages);
        let said: Vec<(Rule, &str, &str)> = told
            .findings
            .iter()
            .map(|found| (found.rule, &*found.target.as_ref().unwrap().text, &*found.also[0].text))
            .collect();
        assert_eq!(said, [(Rule::Inconsistent, "Admission is free for children.", "Children do not pay anything.")]);
    }
}
