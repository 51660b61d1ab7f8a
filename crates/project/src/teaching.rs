//! What users bring to teach the aligner: lexicons, dictionaries and translation memories.

use std::io::BufReader;
use std::path::{Path, PathBuf};

use hexapla_core::align::{Dictionary, DictionaryError, Learner, Lexicon, Resources};
use hexapla_core::language::Language;
use hexapla_core::memory::TranslationUnit;
use hexapla_formats::{Format, decode};
use hexapla_tmx::{Diagnostic, ReadError, Reader, from_tu};

use crate::error::ProjectError;
use crate::write::write_file;

/// What was brought, read.
///
/// A dictionary is for one direction, from the source's language to the target's. A memory teaches every pair of
/// languages in it: whole sentences as a lexicon does, its entries of a word or two as a dictionary does.
#[derive(Clone, Debug, Default)]
pub struct Teaching {
    /// Dictionaries of words.
    pub dictionaries: Vec<Dictionary>,
    /// Units of translation memories.
    pub units: Vec<TranslationUnit>,
}

/// What a file that was brought held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Pairs of words, or units.
    pub entries: usize,
    /// Lines, phrases or units that were of no use.
    pub skipped: usize,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

impl Teaching {
    /// Reads a dictionary: hunalign's `.dic`, `.tmx`, TEI as FreeDict has it (`.tei`, `.xml`), anything else as lines
    /// with a source word, a tab and a target word.
    ///
    /// # Errors
    ///
    /// The file cannot be read or decoded, or is not well-formed XML where it should be.
    pub fn read(&mut self, path: &Path) -> Result<Brought, ProjectError> {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        let name = path.to_string_lossy().to_ascii_lowercase();
        if extension.as_deref() == Some("tmx") || name.ends_with(".tmx.gz") {
            let (units, problems) = read_units(path, None)?;
            let brought = Brought { entries: units.len(), skipped: 0, problems };
            self.units.extend(units);
            return Ok(brought);
        }
        let text = read_text(path)?;
        let no_dictionary = |reason| ProjectError::Dictionary { path: path.to_owned(), reason };
        let dictionary = match extension.as_deref() {
            Some("dic") => Dictionary::from_hunalign(&text),
            Some("tei" | "xml") => Dictionary::from_tei(&text).map_err(no_dictionary)?,
            _ => Dictionary::from_tsv(&text),
        };
        let brought = Brought { entries: dictionary.len(), skipped: dictionary.skipped(), problems: Vec::new() };
        if dictionary.is_empty() {
            return Err(no_dictionary(DictionaryError::Empty));
        }
        self.dictionaries.push(dictionary);
        Ok(brought)
    }

    /// A learner that has seen what the memories have in these two languages.
    pub fn learner(&self, source: &Language, target: &Language) -> Learner {
        let mut learner = Learner::new();
        learner.observe_memory(&self.units, source, target);
        learner
    }

    /// What the aligner knows beforehand of these two languages: the dictionaries, what the memories teach, and a
    /// lexicon that was learnt before, which has the last word.
    pub fn resources(&self, source: &Language, target: &Language, lexicon: Option<&Lexicon>) -> Resources {
        let taught = (!self.units.is_empty()).then(|| self.learner(source, target).lexicon());
        let lexicon = match (lexicon, taught) {
            (Some(known), Some(taught)) => Some(known.joined(&taught)),
            (Some(known), None) => Some(known.clone()),
            (None, taught) => taught,
        };
        let mut dictionaries = self.dictionaries.clone();
        let words = words_of(&self.units, source, target);
        if !words.is_empty() {
            dictionaries.push(words);
        }
        Resources { lexicon: lexicon.filter(|lexicon| !lexicon.is_empty()), dictionaries }
    }
}

/// The units of a memory that are short enough to be entries of a dictionary.
fn words_of(units: &[TranslationUnit], source: &Language, target: &Language) -> Dictionary {
    const MOST: usize = 3;
    let pairs = units.iter().filter_map(|unit| {
        let text = |wanted: &Language| {
            let (_, variant) = unit.variants.iter().find(|(language, _)| language.matches(wanted).is_some())?;
            let text = variant.text.trim();
            (text.split_whitespace().take(MOST + 1).count() <= MOST).then_some(text)
        };
        Some((text(source)?, text(target)?))
    });
    Dictionary::from_pairs(pairs)
}

/// Reads a lexicon that was written by [`write_lexicon`].
///
/// # Errors
///
/// The file cannot be read, or is no lexicon.
pub fn read_lexicon(path: &Path) -> Result<Lexicon, ProjectError> {
    Lexicon::read(&read_text(path)?).map_err(|reason| ProjectError::Lexicon { path: path.to_owned(), reason })
}

/// Writes a lexicon, whole or not at all.
pub fn write_lexicon(path: &Path, lexicon: &Lexicon) -> Result<(), ProjectError> {
    write_file(path, lexicon.write().as_bytes())
}

/// The units of a TMX file in order, with what is wrong with it. `source` is the language of their source where the
/// file does not say.
///
/// # Errors
///
/// The file cannot be read, or is no TMX.
pub fn read_units(
    path: &Path,
    source: Option<&Language>,
) -> Result<(Vec<TranslationUnit>, Vec<Diagnostic>), ProjectError> {
    let fail = |error: ReadError| match error {
        ReadError::Io(reason) => ProjectError::Unreadable { path: path.to_owned(), reason },
        other => ProjectError::Memory { path: path.to_owned(), reason: other.to_string() },
    };
    let file =
        std::fs::File::open(path).map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason })?;
    let mut reader = Reader::new(BufReader::new(file)).map_err(fail)?;
    let head = reader.head().clone();
    let mut units = Vec::new();
    while let Some(tu) = reader.next_tu().map_err(fail)? {
        units.extend(from_tu(&tu, &head, source).value);
    }
    Ok((units, reader.take_diagnostics()))
}

fn read_text(path: &Path) -> Result<String, ProjectError> {
    let bytes = std::fs::read(path).map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason })?;
    let decoded =
        decode(&bytes, Format::Text).map_err(|reason| ProjectError::Encoding { path: path.to_owned(), reason })?;
    Ok(decoded.text.trim_start_matches('\u{FEFF}').to_owned())
}

/// Where the lexicon of a language stands in a directory of them.
pub fn lexicon_path(directory: &Path, language: &Language) -> PathBuf {
    directory.join(format!("{language}.lexicon"))
}
