//! What goes to other tools as TMX, and what comes back from them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::BufReader;
use std::path::Path;

use hexapla_core::language::Language;
use hexapla_core::memory::{TranslationUnit, Variant};
use hexapla_core::segment::{Fingerprint, Rules, Segmenter};
use hexapla_core::status::{Passage, foreign};
use hexapla_core::text::{Fold, fold};
use hexapla_tmx::{Diagnostic, ExportHead, write_units};
use indexmap::IndexMap;

use crate::error::ProjectError;
use crate::evidence::Evidence;
use crate::history::HistoryState;
use crate::judgement::Breadth;
use crate::pairs::{self, Dating};
use crate::pattern::LanguageCodes;
use crate::progress::Progress;
use crate::project::Project;
use crate::selection::Selection;
use crate::tmx_file::{CUT_BY_SOURCE, CUT_BY_TARGET, ReadMemory, in_pair, memory_path, prop, read, read_memory};
use crate::write::write_file;

/// What leaves a project.
#[derive(Debug)]
pub struct Exports {
    /// One file for each language, in the order of the configuration.
    pub files: Vec<Export>,
    /// Pages that could not be read: nothing of them is in the files.
    pub left_out: Vec<ProjectError>,
}

/// A memory for other tools, not written yet.
#[derive(Clone, Debug)]
pub struct Export {
    /// The language.
    pub language: Language,
    /// What is in it.
    pub what: Exported,
    /// The name of the file: `ru.tmx`, `ru.stale.tmx`.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How many units are in it.
    pub units: usize,
    /// How many pairs stayed at home because nothing vouches for them.
    pub kept_back: usize,
}

/// What an exported file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// Pairs to be used.
    Pairs,
    /// Stale pairs, kept apart, beside the source that they were made from.
    Stale,
}

/// What became of an imported file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// What became of its units, by language, in the order of the configuration.
    pub languages: IndexMap<Language, ImportCount>,
    /// Units in languages that this project has not got.
    pub other_languages: usize,
    /// What was wrong with the file; what could be read was taken.
    pub problems: Vec<Diagnostic>,
    /// The fingerprint of the rules that cut it, where the file says one and other rules are in force here, and theirs.
    pub cut_otherwise: Option<(String, Fingerprint)>,
}

/// What became of imported units in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCount {
    /// New to the memory.
    pub added: usize,
    /// In place of an older translation of the same segment.
    pub replaced: usize,
    /// Known already.
    pub unchanged: usize,
    /// Older than what the memory has; the memory was kept.
    pub older: usize,
    /// Not translated: the target repeats the source or stands in another language.
    pub untranslated: usize,
}

impl Project {
    /// The pairs of the selected pages as TMX, one file for each language.
    ///
    /// A stale pair leaves with the source that it was made from. Copied, untranslated and obsolete segments stay at
    /// home, and so do unverified pairs whose alignment is doubtful ([`crate::LEAST_CONFIDENCE`]).
    pub fn export(&self, selection: &Selection, progress: &dyn Progress) -> Result<Exports, ProjectError> {
        self.export_as(Dating::Undated, selection, progress)
    }

    /// The same with the dates and authors that history knows: of every segment when it got its first words
    /// (`creationdate`, `creationid`) and when its last (`changedate`, `changeid`). Stale pairs are in files of their own.
    ///
    /// # Errors
    ///
    /// There is no history, or it cannot be read.
    pub fn export_from_history(&self, selection: &Selection, progress: &dyn Progress) -> Result<Exports, ProjectError> {
        self.export_as(Dating::FromHistory, selection, progress)
    }

    fn export_as(
        &self,
        dating: Dating,
        selection: &Selection,
        progress: &dyn Progress,
    ) -> Result<Exports, ProjectError> {
        let matrix = self.matrix()?;
        let source = &self.config().source.language;
        let languages: Vec<&LanguageCodes> = self
            .config()
            .targets
            .iter()
            .filter(|codes| selection.languages.is_empty() || selection.languages.contains(&codes.language))
            .collect();
        let evidence = Evidence::gather(self, &matrix, selection, progress)?;
        if let (Dating::FromHistory, HistoryState::Absent(reason)) = (dating, &evidence.history) {
            return Err(ProjectError::NoHistory { reason: reason.clone() });
        }
        let names: Vec<&Language> = languages.iter().map(|codes| &codes.language).collect();
        let told = self.judge_all(
            &matrix,
            &evidence,
            selection,
            Breadth::ContentAndBoilerplate,
            progress,
            |_| Err(()),
            |judged, ()| {
                let of = |language: &&Language| pairs::units_of(&judged, language, source, dating);
                let units: Vec<_> = names.iter().map(of).collect();
                (units, judged.unreadable(&names))
            },
        )?;
        let (told, left_out): (Vec<_>, Vec<_>) = told.into_iter().unzip();
        let mut files = Vec::new();
        for (number, codes) in languages.iter().enumerate() {
            let (mut units, mut stale) = (Vec::new(), Vec::new());
            let mut kept_back = 0;
            for document in &told {
                units.extend(document[number].units.iter().cloned());
                stale.extend(document[number].stale.iter().cloned());
                kept_back += document[number].kept_back;
            }
            let mut file = |what: Exported, mut units: Vec<TranslationUnit>, kept_back: usize| {
                name(&mut units);
                let kind = if what == Exported::Stale { ".stale" } else { "" };
                let file_name = format!("{}{kind}.tmx", codes.language);
                let bytes = self.to_tmx(&units, codes, Path::new(&file_name))?;
                let language = codes.language.clone();
                files.push(Export { language, what, file_name, bytes, units: units.len(), kept_back });
                Ok::<(), ProjectError>(())
            };
            file(Exported::Pairs, units, kept_back)?;
            if !stale.is_empty() {
                file(Exported::Stale, stale, 0)?;
            }
        }
        Ok(Exports { files, left_out: left_out.into_iter().flatten().collect() })
    }

    /// Merges a TMX file into the committed memories.
    ///
    /// A unit speaks for the same page, source segment and left neighbour as another: then the one that was changed
    /// last stays, and an import without dates is the last word.
    pub fn import(&self, path: &Path, selection: &Selection, progress: &dyn Progress) -> Result<Import, ProjectError> {
        let file =
            std::fs::File::open(path).map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason })?;
        let mut incoming = Vec::new();
        let mut import = Import::default();
        let (head, problems) = read(self, path, BufReader::new(file), |unit| match unit {
            Some(unit) => incoming.push(unit),
            None => import.other_languages += 1,
        })?;
        import.problems = problems;
        let source = &self.config().source.language;
        progress.begin(crate::progress::Stage::Memories, self.config().targets.len());
        let mut used = vec![false; incoming.len()];
        for codes in &self.config().targets {
            let language = &codes.language;
            if !selection.languages.is_empty() && !selection.languages.contains(language) {
                continue;
            }
            let mut units = Vec::new();
            for (number, unit) in incoming.iter().enumerate() {
                if let Some(unit) = in_pair(unit, source, language) {
                    used[number] = true;
                    units.push(unit);
                }
            }
            progress.step();
            if units.is_empty() {
                continue;
            }
            let count = self.merge(units, codes)?;
            import.languages.insert(language.clone(), count);
        }
        import.other_languages += used.iter().filter(|used| !**used).count();
        let targets: Vec<&Language> = import.languages.keys().collect();
        let cut_by =
            [(CUT_BY_SOURCE, Some(source)), (CUT_BY_TARGET, <[_; 1]>::try_from(targets).ok().map(|[only]| only))];
        import.cut_otherwise = cut_by.into_iter().find_map(|(kind, language)| {
            let now = self.rules(language?).fingerprint();
            prop(&head, kind).filter(|then| !now.is_of(then)).map(|then| (then, now.clone()))
        });
        Ok(import)
    }

    fn merge(&self, incoming: Vec<TranslationUnit>, codes: &LanguageCodes) -> Result<ImportCount, ProjectError> {
        let (source, language) = (&self.config().source.language, &codes.language);
        let ReadMemory { units: known, problems, .. } = read_memory(self, language)?;
        let path = memory_path(self, language);
        if let Some(problem) = problems.iter().find(|problem| problem.severity() == hexapla_tmx::Severity::Error) {
            // Writing it back would lose what could not be read.
            return Err(ProjectError::Memory { path, reason: problem.to_string() });
        }
        let mut memory: BTreeMap<Key, TranslationUnit> = BTreeMap::new();
        for unit in known {
            let key = Key::of(&unit, source).free(|key| memory.contains_key(key));
            memory.insert(key, unit);
        }
        let mut fresh: HashSet<Key> = HashSet::new();
        let languages = self.languages();
        let mut count = ImportCount::default();
        for unit in incoming {
            let (from, to) = (&unit.variants[source], &unit.variants[language]);
            if foreign(&from.text, &to.text, language, &languages).is_some() {
                count.untranslated += 1;
                continue;
            }
            let first = Key::of(&unit, source);
            let same = |known: &TranslationUnit| matches!(weigh(&known.variants[language], to), Weight::Same);
            if first.wordings().map_while(|key| memory.get(&key)).any(same) {
                count.unchanged += 1;
                continue;
            }
            // One file may hold several translations of a segment, told apart by what we do not know; all of them stay.
            let key = first.free(|key| fresh.contains(key));
            match memory.get(&key).map(|known| weigh(&known.variants[language], to)) {
                None => count.added += 1,
                Some(Weight::Same) => {
                    count.unchanged += 1;
                    continue;
                }
                Some(Weight::Older) => {
                    count.older += 1;
                    continue;
                }
                Some(Weight::Newer) => count.replaced += 1,
            }
            fresh.insert(key.clone());
            memory.insert(key, unit);
        }
        let mut units: Vec<TranslationUnit> = memory.into_values().collect();
        name(&mut units);
        if count.added + count.replaced > 0 {
            write_file(&path, &self.to_tmx(&units, codes, &path)?)?;
        }
        Ok(count)
    }

    /// Units of the project as a TMX file, under the codes that the project has for TMX.
    fn to_tmx(&self, units: &[TranslationUnit], codes: &LanguageCodes, path: &Path) -> Result<Vec<u8>, ProjectError> {
        let source = &self.config().source;
        let rename = |language: &Language| {
            if *language == source.language { source.tmx.clone() } else { codes.tmx.clone() }
        };
        let units: Vec<TranslationUnit> = units
            .iter()
            .map(|unit| {
                let mut unit = unit.clone();
                if segments_of(self.rules(&source.language), &unit.variants[&unit.source_language].text) > 1 {
                    // Tools that cut by sentence never find it; those that cut anew may.
                    unit.properties.insert(hexapla_tmx::SEGTYPE.to_owned(), "paragraph".to_owned());
                }
                unit.source_language = source.tmx.clone();
                unit.variants = unit.variants.into_iter().map(|(tag, variant)| (rename(&tag), variant)).collect();
                unit
            })
            .collect();
        let mut head = ExportHead::new(&source.tmx);
        head.segmentation = Some(self.rules(&source.language).fingerprint().to_string());
        let target = self.rules(&codes.language).fingerprint().to_string();
        head.properties.push((CUT_BY_TARGET.to_owned(), target));
        let mut bytes = Vec::new();
        write_units(&head, &units, &mut bytes)
            .map_err(|error| ProjectError::Memory { path: path.to_owned(), reason: error.to_string() })?;
        Ok(bytes)
    }
}

fn segments_of(rules: &Rules, text: &str) -> usize {
    rules.segment(text).len()
}

/// What a unit speaks for: the page, the segment, and its left neighbour; and which wording of several it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key {
    document: Option<String>,
    source: String,
    previous: Option<String>,
    wording: usize,
}

impl Key {
    fn of(unit: &TranslationUnit, source: &Language) -> Self {
        Self {
            document: unit.context.document.clone(),
            source: fold(&unit.variants[source].text, Fold::Space),
            previous: unit.context.previous.as_ref().map(|text| fold(text, Fold::Space)),
            wording: 0,
        }
    }

    /// This key and those of further wordings of the same.
    fn wordings(&self) -> impl Iterator<Item = Key> + '_ {
        (self.wording..).map(|wording| Key { wording, ..self.clone() })
    }

    /// The first wording that is not taken.
    fn free(self, taken: impl Fn(&Key) -> bool) -> Key {
        let first_free = self.wordings().find(|key| !taken(key));
        first_free.unwrap_or(self)
    }
}

enum Weight {
    Same,
    Older,
    Newer,
}

fn weigh(known: &Variant, incoming: &Variant) -> Weight {
    if Passage::new(known.text.as_str()).same_text(&Passage::new(incoming.text.as_str()))
        && known.codes == incoming.codes
    {
        return Weight::Same;
    }
    let date = |variant: &Variant| variant.changed.clone().or_else(|| variant.created.clone());
    match (date(known), date(incoming)) {
        (Some(known), Some(incoming)) if incoming < known => Weight::Older,
        _ => Weight::Newer,
    }
}

/// Gives units names that stay while their page and source stay; equal ones are numbered.
fn name(units: &mut [TranslationUnit]) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for unit in units {
        let text = &unit.variants[&unit.source_language].text;
        let document = unit.context.document.as_deref().unwrap_or_default();
        let said = format!("{document}\u{1F}{}", fold(text, Fold::Space));
        let count = seen.entry(said.clone()).or_insert(0);
        *count += 1;
        unit.id = Some(blake3::hash(format!("{said}\u{1F}{count}").as_bytes()).to_hex()[..16].to_owned());
    }
}
