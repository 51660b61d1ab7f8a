//! The committed memories, `memory/<language>.tmx`: what was accepted, and what it testifies to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use hexapla_core::align::{Confidence, Learner, Lexicon, Resources};
use hexapla_core::language::Language;
use hexapla_core::memory::TranslationUnit;
use hexapla_core::segment::{Fingerprint, Rules, Segmenter};
use hexapla_core::status::{Base, BasePair, Passage, Provenance, Testimony};
use hexapla_formats::Format;
use hexapla_tmx::Diagnostic;
use rayon::prelude::*;

use crate::error::ProjectError;
use crate::page::uncounted;
use crate::progress::{Progress, Stage};
use crate::project::Project;
use crate::teaching::{lexicon_path, read_lexicon};
use crate::tmx_file::{read_memory, relative_memory_path};

/// The memories of all languages of a project.
pub(crate) struct Memories {
    of: BTreeMap<Language, LanguageMemory>,
    nothing: Resources,
    /// What is wrong with them, by path.
    pub(crate) problems: Vec<MemoryProblem>,
    /// Those that other rules cut than are in force, by language; their segments are not counted yet.
    pub(crate) recut: Vec<(Language, Recut)>,
}

/// A committed memory whose texts other rules cut than are in force.
///
/// Its units are cut anew as they are read, so that no segment counts as changed whose text is the same; tools that
/// load the file do not, and may miss matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recut {
    /// The memory's path, relative to the project.
    pub path: String,
    /// The fingerprint that the memory says.
    pub then: String,
    /// The fingerprint of the rules in force.
    pub now: Fingerprint,
    /// How many source segments of the selected pages are cut otherwise than their units, and say the same: changed
    /// by rules, not in text.
    pub segments: usize,
}

/// Something wrong with a committed memory; what could be read of it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryProblem {
    /// The memory's path, relative to the project.
    pub path: String,
    /// What is wrong, and where.
    pub diagnostic: Diagnostic,
}

impl Project {
    /// What the aligner knows beforehand of the source's language and another: what the committed memory teaches, and
    /// the lexicon beside it, `memory/<language>.lexicon`, where `hexapla align --learn` left one.
    ///
    /// # Errors
    ///
    /// A memory or lexicon that cannot be read.
    pub fn resources(&self, progress: &dyn Progress) -> Result<impl Fn(&Language) -> Resources + use<>, ProjectError> {
        let memories = Memories::load(self, progress)?;
        Ok(move |language: &Language| memories.resources(language).clone())
    }

    /// The same without the lexicons: what a new one is learnt with, so that it does not rest on the one whose place it
    /// takes, and learning twice gives the same.
    ///
    /// # Errors
    ///
    /// A memory that cannot be read.
    pub fn taught(&self, progress: &dyn Progress) -> Result<impl Fn(&Language) -> Resources + use<>, ProjectError> {
        let memories = Memories::load_with(self, progress, |_, _| Ok(None))?;
        Ok(move |language: &Language| memories.resources(language).clone())
    }
}

impl Memories {
    pub(crate) fn load(project: &Project, progress: &dyn Progress) -> Result<Self, ProjectError> {
        Self::load_with(project, progress, kept_lexicon)
    }

    fn load_with(
        project: &Project,
        progress: &dyn Progress,
        lexicon: fn(&Project, &Language) -> Result<Option<Lexicon>, ProjectError>,
    ) -> Result<Self, ProjectError> {
        let languages: Vec<Language> = project.config().targets.iter().map(|codes| codes.language.clone()).collect();
        progress.begin(Stage::Memories, languages.len());
        let loaded: Result<Vec<_>, ProjectError> = languages
            .into_par_iter()
            .map(|language| {
                let read = read_memory(project, &language)?;
                progress.step();
                let lexicon = lexicon(project, &language)?;
                let memory = LanguageMemory::new(project, &language, read.units, lexicon);
                Ok((language, memory, read.problems, read.cut_by))
            })
            .collect();
        let mut memories =
            Self { of: BTreeMap::new(), nothing: Resources::default(), problems: Vec::new(), recut: Vec::new() };
        for (language, memory, problems, cut_by) in loaded? {
            let path = relative_memory_path(project, &language);
            let in_force = [&project.config().source.language, &language].map(|code| project.rules(code).fingerprint());
            let differs = |(then, now): (Option<String>, &Fingerprint)| {
                then.filter(|then| !now.is_of(then)).map(|then| (then, now.clone()))
            };
            if let Some((then, now)) = cut_by.into_iter().zip(in_force).find_map(differs) {
                memories.recut.push((language.clone(), Recut { path: path.clone(), then, now, segments: 0 }));
            }
            let told = |diagnostic| MemoryProblem { path: path.clone(), diagnostic };
            memories.problems.extend(problems.into_iter().map(told));
            memories.of.insert(language, memory);
        }
        Ok(memories)
    }

    /// How many of a page's source segments each memory that other rules cut has otherwise, in their order.
    pub(crate) fn recut_segments(&self, document: &str, language: &Language, source: &[Passage]) -> Vec<usize> {
        let count = |recut: &(Language, Recut)| match self.of.get(language) {
            Some(memory) if recut.0 == *language => memory.recut_segments(document, source),
            _ => 0,
        };
        self.recut.iter().map(count).collect()
    }

    pub(crate) fn of(&self, language: &Language) -> Option<&LanguageMemory> {
        self.of.get(language).filter(|memory| !memory.entries.is_empty())
    }

    /// What the aligner knows beforehand of the source's language and this one.
    pub(crate) fn resources(&self, language: &Language) -> &Resources {
        self.of.get(language).map_or(&self.nothing, LanguageMemory::resources)
    }
}

/// The lexicon of a language that `hexapla align --learn` left beside the memory.
fn kept_lexicon(project: &Project, language: &Language) -> Result<Option<Lexicon>, ProjectError> {
    let path = lexicon_path(&project.memory_directory(), language);
    // A link that leads nowhere and a directory are told as what cannot be read.
    let is_kept = path.is_file() || path.is_dir() || path.is_symlink() && !path.exists();
    if is_kept { read_lexicon(&path).map(Some) } else { Ok(None) }
}

/// The memory of one language, ready to testify.
pub(crate) struct LanguageMemory {
    /// What the aligner learns from it, worked out when it is first needed.
    resources: OnceLock<Resources>,
    lexicon: Option<Lexicon>,
    entries: Vec<Entry>,
    /// Entries by the first segment of their target.
    by_target: HashMap<String, Vec<usize>>,
    /// Entries by the page that they come from.
    by_document: HashMap<String, Vec<usize>>,
}

struct Entry {
    document: Option<String>,
    /// The source segments before and after it, where it was accepted.
    previous: Option<Passage>,
    next: Option<Passage>,
    source: Vec<Passage>,
    target: Vec<Passage>,
    /// Whether the unit says itself that it is more than one segment.
    said_long: bool,
}

/// What stands before a place in a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Start,
    /// What this entry has.
    Entry(usize),
    Unknown,
}

/// How many entries of one target are asked what stands beside them.
const MOST: usize = 64;

/// A pair from another page speaks for this one, too, but less surely.
const ELSEWHERE: f32 = 0.9;

impl LanguageMemory {
    fn new(project: &Project, language: &Language, units: Vec<TranslationUnit>, lexicon: Option<Lexicon>) -> Self {
        let cut = |rules: &Rules, text: &str, passage: &dyn Fn(&str) -> Passage| -> Vec<Passage> {
            rules.segment(text).into_iter().map(|range| passage(&text[range])).collect()
        };
        let (source_rules, target_rules) = (project.rules(&project.config().source.language), project.rules(language));
        let mut entries = Vec::new();
        for unit in units {
            let source = unit.variants.get(&unit.source_language);
            let target = unit.variants.iter().find(|(tag, _)| **tag != unit.source_language);
            let (Some(source), Some((_, target))) = (source, target) else { continue };
            // Plain text is compared without what counts the items of its lists.
            let path = unit.context.document.as_deref().unwrap_or_default();
            let is_plain = Format::of_path(path) == Some(Format::Text);
            let passage = |text: &str| Passage::new(if is_plain { uncounted(text) } else { text });
            let source = cut(source_rules, &source.text, &passage);
            let target = cut(target_rules, &target.text, &passage);
            if source.is_empty() || target.is_empty() {
                continue;
            }
            entries.push(Entry {
                document: unit.context.document,
                previous: unit.context.previous.as_deref().map(passage),
                next: unit.context.next.as_deref().map(passage),
                source,
                target,
                said_long: unit.properties.contains_key(hexapla_tmx::SEGTYPE),
            });
        }
        Self::of(entries, lexicon)
    }

    fn of(entries: Vec<Entry>, lexicon: Option<Lexicon>) -> Self {
        let mut by_target: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_document: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            if let Some(first) = entry.target.first() {
                by_target.entry(first.key().to_owned()).or_default().push(number);
            }
            if let Some(document) = &entry.document {
                by_document.entry(document.clone()).or_default().push(number);
            }
        }
        Self { resources: OnceLock::new(), lexicon, entries, by_target, by_document }
    }

    /// What its units teach the aligner, and the lexicon that was learnt before.
    pub(crate) fn resources(&self) -> &Resources {
        self.resources.get_or_init(|| {
            let mut learner = Learner::new();
            for entry in &self.entries {
                let text = |side: &[Passage]| side.iter().map(Passage::text).collect::<Vec<_>>().join(" ");
                learner.observe_unit(&text(&entry.source), &text(&entry.target));
            }
            let taught = (!self.entries.is_empty()).then(|| learner.lexicon());
            let lexicon = match (&self.lexicon, taught) {
                (Some(kept), Some(taught)) => Some(kept.joined(&taught)),
                (kept, taught) => taught.or_else(|| kept.clone()),
            };
            Resources { lexicon, ..Resources::default() }
        })
    }

    /// What this memory knows of a page, in the order of the target as it is.
    pub(crate) fn testimony(&self, document: &str, source: &[Passage], target: &[Passage]) -> Testimony {
        let sources: HashSet<&str> = source.iter().map(Passage::key).collect();
        let mut found: Vec<usize> = Vec::new();
        let mut before = Before::Start;
        let mut at = 0;
        while at < target.len() {
            match self.best_at(document, &sources, before, &target[at..]) {
                Some(entry) => {
                    at += self.entries[entry].target.len();
                    before = Before::Entry(entry);
                    found.push(entry);
                }
                None => {
                    at += 1;
                    before = Before::Unknown;
                }
            }
        }
        // What else this page once said, after its neighbour of then: a target that was edited since, or deleted.
        let mut order: Vec<usize> = found.clone();
        let known: HashSet<usize> = found.into_iter().collect();
        for entry in self.by_document.get(document).into_iter().flatten().filter(|entry| !known.contains(entry)) {
            let after = self.entries[*entry].previous.as_ref().and_then(|previous| {
                order
                    .iter()
                    .rposition(|other| self.entries[*other].source.last().is_some_and(|last| last.same_text(previous)))
            });
            order.insert(after.map_or(order.len(), |after| after + 1), *entry);
        }
        let pairs = order.into_iter().map(|entry| self.pair(entry, document)).collect();
        Testimony { pairs, ..Testimony::default() }
    }

    /// How many segments of `source` are not units of this memory for the page, but parts of one, or several in a row.
    fn recut_segments(&self, document: &str, source: &[Passage]) -> usize {
        let entries = self.by_document.get(document).into_iter().flatten().map(|entry| &self.entries[*entry]);
        let (whole, parts): (Vec<&Entry>, Vec<&Entry>) =
            entries.partition(|entry| entry.said_long || entry.source.len() == 1);
        let [whole, parts]: [HashSet<&str>; 2] = [whole, parts]
            .map(|entries| entries.into_iter().flat_map(|entry| &entry.source).map(Passage::key).collect());
        let is_recut = |key: &str| !whole.contains(key) && (parts.contains(key) || is_row_of(key, &whole));
        source.iter().filter(|passage| is_recut(passage.key())).count()
    }

    /// The entry whose target stands at the start of `target`: from this page rather than another, with a source that
    /// the page still has rather than an older one, long rather than short, between the neighbours that it had then
    /// (both rather than one) rather than elsewhere, late in the memory rather than early.
    fn best_at(&self, document: &str, sources: &HashSet<&str>, before: Before, target: &[Passage]) -> Option<usize> {
        let candidates = self.by_target.get(target.first()?.key())?;
        let fitting = candidates.iter().copied().filter_map(|number| {
            let entry = &self.entries[number];
            let fits = entry.target.len() <= target.len()
                && entry.target.iter().zip(target).all(|(old, new)| old.same_text(new));
            let kept = entry.source.iter().all(|passage| sources.contains(passage.key()));
            fits.then(|| ((kept, entry.document.as_deref() == Some(document), entry.target.len()), number))
        });
        let fitting: Vec<_> = fitting.collect();
        let best = fitting.iter().map(|(rank, _)| *rank).max()?;
        let equal = fitting.into_iter().rev().filter(|(rank, _)| *rank == best).map(|(_, number)| number);
        equal.take(MOST).max_by_key(|number| {
            let entry = &self.entries[*number];
            (self.neighbours(entry, before, target.get(entry.target.len())), *number)
        })
    }

    /// How many of an entry's two neighbours stand beside it, where it stands after `before` and `after` follows it.
    fn neighbours(&self, entry: &Entry, before: Before, after: Option<&Passage>) -> usize {
        let previous = match (&entry.previous, before) {
            (None, Before::Start) => true,
            (Some(previous), Before::Entry(other)) => {
                self.entries[other].source.last().is_some_and(|last| last.same_text(previous))
            }
            _ => false,
        };
        let next = match (&entry.next, after) {
            (None, None) => true,
            (Some(next), Some(after)) => self
                .by_target
                .get(after.key())
                .into_iter()
                .flatten()
                .take(MOST)
                .any(|other| self.entries[*other].source.first().is_some_and(|first| first.same_text(next))),
            _ => false,
        };
        usize::from(previous) + usize::from(next)
    }

    fn pair(&self, entry: usize, document: &str) -> BasePair {
        let entry = &self.entries[entry];
        let trust = Provenance::Memory.trust().get();
        let here = entry.document.as_deref().is_none_or(|other| other == document);
        let confidence = Confidence::new(if here { trust } else { trust * ELSEWHERE });
        let base = Base { provenance: Provenance::Memory, confidence, commit: None };
        BasePair::new(entry.source.clone(), entry.target.clone(), base)
    }
}

/// Whether `text` is nothing but some of `units`, one behind the other.
fn is_row_of(text: &str, units: &HashSet<&str>) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        // The longest that fits: what rules join begins where one of them ended.
        let Some(unit) = units.iter().filter(|unit| rest.starts_with(**unit)).max_by_key(|unit| unit.len()) else {
            return false;
        };
        rest = rest[unit.len()..].trim_start();
    }
    !text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of units with one target, that one is taken whose neighbours stand beside it: both rather than one.
    #[test]
    fn neighbours_tell_units_of_one_target_apart() {
        let passages = |text: &str| text.split('|').map(Passage::new).collect::<Vec<_>>();
        let entry = |previous: &str, source: &str, next: &str, target: &str| {
            let neighbour = |text: &str| (!text.is_empty()).then(|| Passage::new(text));
            let (previous, next) = (neighbour(previous), neighbour(next));
            let (source, target) = (passages(source), passages(target));
            Entry { document: Some("a".to_owned()), previous, next, source, target, said_long: false }
        };
        let entries = vec![
            entry("", "A", "Offen", "a"),
            entry("A", "Offen", "B", "Open"),
            entry("Offen", "B", "A", "b"),
            entry("A", "Öffnen", "C", "Open"),
            entry("Öffnen", "C", "Auf", "c"),
            entry("C", "Auf", "", "Open"),
        ];
        let memory = LanguageMemory::of(entries, None);
        let check = |source: &str, target: &str, want: &str| {
            let (source, target) = (passages(source), passages(target));
            let sources: HashSet<&str> = source.iter().map(Passage::key).collect();
            let mut before = Before::Start;
            let mut found = Vec::new();
            for at in 0..target.len() {
                let entry = memory.best_at("a", &sources, before, &target[at..]);
                before = entry.map_or(Before::Unknown, Before::Entry);
                found.push(entry.map_or("?", |entry| memory.entries[entry].source[0].text()));
            }
            assert_eq!(found.join("|"), want, "{}", target.iter().map(Passage::text).collect::<Vec<_>>().join("|"));
        };
        let page = "A|Offen|B|A|Öffnen|C|Auf";
        check(page, "a|Open|b|a|Open|c|Open", page);
        check(page, "Open|b", "Offen|B");
        check(page, "a|Open|x", "A|Öffnen|?");
        check("A|Offen|B", "a|Open|c", "A|Offen|C");
    }
}
