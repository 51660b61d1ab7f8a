//! TMX files of a project as they are read: the committed memories, and those of others.

use std::io::BufReader;
use std::path::{Path, PathBuf};

use hexapla_core::language::Language;
use hexapla_core::memory::TranslationUnit;
use hexapla_tmx::model::{HeadItem, Meta};
use hexapla_tmx::{Diagnostic, Head, ReadError, Reader, from_tu};
use indexmap::IndexMap;

use crate::error::ProjectError;
use crate::project::Project;

/// Where the committed memory of a language lies.
pub(crate) fn memory_path(project: &Project, language: &Language) -> PathBuf {
    project.path_of(&relative_memory_path(project, language))
}

/// The same, relative to the project.
pub(crate) fn relative_memory_path(project: &Project, language: &Language) -> String {
    format!("{}/{language}.tmx", project.config().memory.trim_end_matches('/'))
}

/// A committed memory as it was read.
#[derive(Default)]
pub(crate) struct ReadMemory {
    /// Its units, in the order of the file; none where there is no file.
    pub(crate) units: Vec<TranslationUnit>,
    /// What is wrong with it.
    pub(crate) problems: Vec<Diagnostic>,
    /// The fingerprints of the rules that cut its source and its target, where it says them.
    pub(crate) cut_by: [Option<String>; 2],
}

/// The committed memory of a language.
pub(crate) fn read_memory(project: &Project, language: &Language) -> Result<ReadMemory, ProjectError> {
    let path = memory_path(project, language);
    let file = match std::fs::File::open(&path) {
        Ok(file) => file,
        Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => return Ok(Default::default()),
        Err(reason) => return Err(ProjectError::Unreadable { path, reason }),
    };
    let mut units = Vec::new();
    let (head, problems) = read(project, &path, BufReader::new(file), |unit| {
        let source = &project.config().source.language;
        if let Some(unit) = unit.and_then(|unit| in_pair(&unit, source, language)) {
            units.push(unit);
        }
    })?;
    let cut_by = [CUT_BY_SOURCE, CUT_BY_TARGET].map(|kind| prop(&head, kind));
    Ok(ReadMemory { units, problems, cut_by })
}

/// The prop of a header that holds the fingerprint of the rules that cut the source, and of those for the target.
pub(crate) const CUT_BY_SOURCE: &str = "x-segmentation";
pub(crate) const CUT_BY_TARGET: &str = "x-segmentation-target";

pub(crate) fn prop(head: &Head, kind: &str) -> Option<String> {
    head.items.iter().find_map(|item| match item {
        HeadItem::Meta(Meta::Prop { attributes, text }) if attributes.get("type") == Some(kind) => {
            Some(text.trim().to_owned())
        }
        _ => None,
    })
}

/// Hands every unit of a TMX file to `take`; `None` for those that hold no pair.
pub(crate) fn read(
    project: &Project,
    path: &Path,
    input: impl std::io::BufRead,
    mut take: impl FnMut(Option<TranslationUnit>),
) -> Result<(Head, Vec<Diagnostic>), ProjectError> {
    let fail = |error: ReadError| match error {
        ReadError::Io(reason) => ProjectError::Unreadable { path: path.to_owned(), reason },
        other => ProjectError::Memory { path: path.to_owned(), reason: other.to_string() },
    };
    let mut reader = Reader::new(input).map_err(fail)?;
    let head = reader.head().clone();
    let mut problems = reader.take_diagnostics();
    while let Some(tu) = reader.next_tu().map_err(fail)? {
        take(from_tu(&tu, &head, Some(&project.config().source.language)).value);
        problems.extend(reader.take_diagnostics());
    }
    problems.extend(reader.take_diagnostics());
    Ok((head, problems))
}

/// A unit cut down to two languages of the project, under the project's own names for them.
pub(crate) fn in_pair(unit: &TranslationUnit, source: &Language, target: &Language) -> Option<TranslationUnit> {
    let best = |wanted: &Language| {
        let fitting = unit.variants.iter().filter_map(|(tag, variant)| tag.matches(wanted).map(|fit| (fit, variant)));
        // Of equally good ones the first.
        fitting.rev().max_by_key(|(fit, _)| *fit).map(|(_, variant)| variant.clone())
    };
    unit.source_language.matches(source)?;
    let (from, to) = (best(source)?, best(target)?);
    if from.text.trim().is_empty() || to.text.trim().is_empty() {
        return None;
    }
    let variants = IndexMap::from([(source.clone(), from), (target.clone(), to)]);
    Some(TranslationUnit { source_language: source.clone(), variants, ..unit.clone() })
}
