//! What was asked of `hexapla align`, and what it may know beforehand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use hexapla_core::align::{Lexicon, Options};
use hexapla_core::language::Language;
use hexapla_project::{Teaching, lexicon_path, read_lexicon};

use crate::aligning::Languages;
use crate::arguments;
use crate::failure::Failure;
use crate::messages::Problem;
use crate::page::ReadAs;
use crate::pair::{Cut, Read};

/// What was asked for.
pub(super) struct Wanted {
    pub(super) source_language: Option<Language>,
    pub(super) target_language: Option<Language>,
    pub(super) cut: Cut,
    pub(super) format: String,
    pub(super) output: Output,
    pub(super) learn: Option<PathBuf>,
    pub(super) options: Options,
}

/// Where alignments go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Output {
    Standard,
    File(PathBuf),
    Directory(PathBuf),
}

/// What is known before anything is aligned.
pub(super) struct Known {
    pub(super) teaching: Teaching,
    /// A lexicon, or a directory of them.
    pub(super) lexicon: Option<PathBuf>,
    /// The lexicons of a project.
    pub(super) project: Option<BTreeMap<Language, Lexicon>>,
}

impl Wanted {
    pub(super) fn of(matches: &ArgMatches) -> Result<Self, Failure> {
        let mut options = Options::default();
        if let Some(most) = counted(matches, "max-per-side", 1..=8)? {
            options.max_per_side = u8::try_from(most).unwrap_or(u8::MAX);
            options.max_total = options.max_total.max(options.max_per_side + 1);
        }
        if let Some(most) = counted(matches, "max-total", 2..=16)? {
            options.max_total = u8::try_from(most).unwrap_or(u8::MAX);
        }
        let output = match arguments::path(matches, "output") {
            Some(path) if matches.contains_id("pairs") => Output::Directory(path),
            // `-` is standard output, as everywhere.
            Some(path) if path.as_os_str() == "-" => Output::Standard,
            Some(path) if path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) => {
                Output::Directory(path)
            }
            Some(path) => Output::File(path),
            None => Output::Standard,
        };
        if let Output::File(path) = &output {
            directory_of(path)?;
        }
        Ok(Self {
            source_language: arguments::language(matches, "source-language")?,
            target_language: arguments::language(matches, "target-language")?,
            cut: if matches.get_flag("segmented") { Cut::Lines } else { Cut::Rules },
            format: arguments::word(matches, "format").to_owned(),
            output,
            learn: arguments::path(matches, "learn"),
            options,
        })
    }

    pub(super) fn read(&self, source: &Path, target: &Path) -> Result<[(Read, ReadAs); 2], Failure> {
        Ok([
            Read::file(source, self.source_language.as_ref(), "--source-language", self.cut)?,
            Read::file(target, self.target_language.as_ref(), "--target-language", self.cut)?,
        ])
    }

    /// The extension of a file in the format.
    pub(super) fn extension(&self) -> &str {
        match self.format.as_str() {
            "text" => "txt",
            "xliff" => "xlf",
            other => other,
        }
    }
}

impl Known {
    pub(super) fn lexicon(&self, languages: &Languages) -> Result<Option<Lexicon>, Failure> {
        match &self.lexicon {
            Some(path) if path.is_dir() => {
                let path = lexicon_path(path, &languages.1);
                Ok(Some(read_lexicon(&path)?))
            }
            Some(path) => Ok(Some(read_lexicon(path)?)),
            None => Ok(self.project.as_ref().and_then(|lexicons| lexicons.get(&languages.1).cloned())),
        }
    }
}

/// A number that was given for an option.
pub(super) fn counted(
    matches: &ArgMatches,
    name: &str,
    range: std::ops::RangeInclusive<usize>,
) -> Result<Option<usize>, Failure> {
    let Some(written) = matches.get_one::<String>(name) else { return Ok(None) };
    match written.parse() {
        Ok(number) if range.contains(&number) => Ok(Some(number)),
        _ => Err(Problem::UsageValue {
            value: written.clone(),
            option: format!("--{name}"),
            values: format!("{}–{}", range.start(), range.end()),
        }
        .into()),
    }
}

/// Sees that the directory of a file is there: a misspelt one is not to be made in silence.
pub(super) fn directory_of(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(directory) if !directory.as_os_str().is_empty() && !directory.is_dir() => {
            let directory = directory.to_string_lossy().into_owned();
            Err(Problem::OutputDirectory { directory, path: path.to_string_lossy().into_owned() }.into())
        }
        _ => Ok(()),
    }
}

pub(super) fn is_directory(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}
