//! Why a command could not do its work: every error as a problem that can be put into words.

use std::io;
use std::path::Path;

use hexapla_core::align::{DictionaryError, LexiconError};
use hexapla_core::language::LanguageError;
use hexapla_core::text::Place;
use hexapla_formats::DecodeError;
use hexapla_project::{At, ConfigurationReason, HistoryReason, PatternReason, ProjectError};
use hexapla_xml::XmlError;

use crate::messages::Problem;
use crate::rule_faults;

/// How a command ended that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing at the gate: exit code 0.
    Clean,
    /// Findings at the gate: exit code 1.
    Findings,
}

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Whoever read the output has read enough (`hexapla status | head -1`): exit code 0, and nothing to say.
    ReaderLeft,
    /// These things went wrong: exit code 2.
    Problems(Vec<Problem>),
    /// These things are wrong with one file: said without their remedies, but for the last, which sums them up.
    List(Vec<Problem>),
    /// Something was not understood; perhaps something like it would be: exit code 2.
    Suggestion(Box<Problem>, Vec<String>),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problems(vec![problem])
    }
}

/// Only for writing to standard output: files have errors of their own, which name them.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ReaderLeft,
            _ => Problem::Output { reason: error.to_string() }.into(),
        }
    }
}

impl From<ProjectError> for Failure {
    fn from(error: ProjectError) -> Self {
        let suggestion = match &error {
            ProjectError::Configuration { reason: ConfigurationReason::UnknownKey { suggestion, .. }, .. } => {
                suggestion.clone()
            }
            _ => None,
        };
        match suggestion {
            Some(suggestion) => Self::Suggestion(Box::new(problem(error)), vec![suggestion]),
            None => problem(error).into(),
        }
    }
}

impl From<Vec<ProjectError>> for Failure {
    fn from(errors: Vec<ProjectError>) -> Self {
        Self::Problems(errors.into_iter().map(problem).collect())
    }
}

fn problem(error: ProjectError) -> Problem {
    match error {
        ProjectError::Unreadable { path, reason } => match reason.kind() {
            io::ErrorKind::NotFound => Problem::FileMissing { path: shown(&path) },
            io::ErrorKind::PermissionDenied => Problem::FileDenied { path: shown(&path) },
            io::ErrorKind::IsADirectory => Problem::FileDirectory { path: shown(&path) },
            _ => Problem::Read { path: shown(&path), reason: reason.to_string() },
        },
        ProjectError::Unwritable { path, reason } => match reason.kind() {
            io::ErrorKind::PermissionDenied => Problem::FileDenied { path: shown(&path) },
            io::ErrorKind::IsADirectory => Problem::FileDirectory { path: shown(&path) },
            _ => Problem::Write { path: shown(&path), reason: reason.to_string() },
        },
        ProjectError::Encoding { path, reason } => undecodable(shown(&path), &reason),
        ProjectError::NoConfiguration { start } => Problem::NoConfiguration { start: shown(&start) },
        ProjectError::Outside { path } => Problem::Outside { path },
        ProjectError::Configuration { path, at, reason } => misconfigured(placed(&shown(&path), at), reason),
        ProjectError::PatternMatchesNothing { path, at, pattern } => {
            Problem::PatternMatchesNothing { place: placed(&shown(&path), at), pattern }
        }
        ProjectError::Rules { path, at, reason } => rule_faults::fault(placed(&shown(&path), at), reason),
        ProjectError::TargetClaimedTwice { first, second, target } => {
            Problem::TargetClaimedTwice { first, second, target }
        }
        ProjectError::NotATarget { language, known } => Problem::NotATarget { language, known: known.join(", ") },
        ProjectError::Language(LanguageError::Malformed { tag } | LanguageError::Unknown { tag }) => {
            Problem::Language { tag }
        }
        ProjectError::Memory { path, reason } => Problem::Memory { path: shown(&path), reason },
        ProjectError::Lexicon { path, reason } => match reason {
            LexiconError::Line { line } => Problem::LexiconLine { path: shown(&path), line: format!("{line}:1") },
            LexiconError::Header => Problem::Lexicon { path: shown(&path) },
        },
        ProjectError::Dictionary { path, reason: DictionaryError::Empty } => {
            Problem::DictionaryEmpty { path: shown(&path) }
        }
        ProjectError::Dictionary { path, reason: DictionaryError::Xml(XmlError { kind, place }) } => {
            Problem::Dictionary { path: format!("{}:{place}", shown(&path)), reason: kind.to_string() }
        }
        ProjectError::Crash { path } => Problem::Crash { path: shown(&path) },
        ProjectError::UnknownFormat { path } => Problem::UnknownFormat { path: shown(&path) },
        ProjectError::NoHistory { reason } => no_history(reason),
        ProjectError::Lock { path, line, reason } => {
            Problem::Lock { place: format!("{}:{line}", shown(&path)), reason }
        }
        ProjectError::NoBaseline { path } => Problem::NoBaseline { path: shown(&path) },
        ProjectError::Baseline { path, line } => Problem::Baseline { place: format!("{}:{line}", shown(&path)) },
        ProjectError::NoRevision { name } => Problem::NoRevision { name },
        ProjectError::NoFinding { wanted } => Problem::NoFinding { wanted },
        ProjectError::ManyFindings { wanted, count } => Problem::ManyFindings { wanted, count: count.to_string() },
        ProjectError::ConfigurationExists { path } => Problem::ConfigurationExists { path: shown(&path) },
        ProjectError::NoPages { root } => Problem::NoPages { root: shown(&root) },
        ProjectError::NothingToPair { root } => Problem::NothingToPair { root: shown(&root) },
        other => Problem::Other { reason: other.to_string() },
    }
}

fn no_history(reason: HistoryReason) -> Problem {
    match reason {
        HistoryReason::NotARepository => Problem::HistoryNotARepository,
        HistoryReason::GitMissing => Problem::HistoryGitMissing,
        HistoryReason::NoCommits => Problem::HistoryNoCommits,
        HistoryReason::Shallow => Problem::HistoryShallow,
        HistoryReason::Incomplete => Problem::HistoryIncomplete,
        HistoryReason::DubiousOwnership => Problem::HistoryOwnership,
        HistoryReason::Broken { message } => Problem::HistoryBroken { message },
        other => Problem::HistoryBroken { message: other.to_string() },
    }
}

/// A path as the user would write it: from the current directory where it lies below that.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below =
        here.as_deref().and_then(|here| path.strip_prefix(here).ok()).filter(|rest| !rest.as_os_str().is_empty());
    below.unwrap_or(path).to_string_lossy().into_owned()
}

fn placed(path: &str, at: At) -> String {
    format!("{path}:{}:{}", at.line, at.column)
}

fn misconfigured(place: String, reason: ConfigurationReason) -> Problem {
    match reason {
        ConfigurationReason::Syntax(reason) => Problem::Configuration { place, reason },
        ConfigurationReason::Type { wanted } => {
            Problem::ConfigurationType { place, wanted: wanted.as_str().to_owned() }
        }
        ConfigurationReason::MissingKey { key } => Problem::ConfigurationMissing { place, key },
        ConfigurationReason::KeyTwice => Problem::ConfigurationTwice { place },
        ConfigurationReason::UnknownKey { key, .. } => Problem::ConfigurationKey { place, key },
        ConfigurationReason::Language(LanguageError::Malformed { tag } | LanguageError::Unknown { tag }) => {
            Problem::ConfigurationLanguage { place, language: tag }
        }
        ConfigurationReason::LanguageTwice(language) => Problem::ConfigurationLanguageTwice { place, language },
        ConfigurationReason::Pattern { pattern, reason } => match reason {
            PatternReason::NoLanguage => Problem::ConfigurationNoLanguage { place, pattern },
            PatternReason::WildcardsDiffer => Problem::ConfigurationWildcards { place, pattern },
            PatternReason::Outside => Problem::ConfigurationOutside { place, pattern },
            PatternReason::Brace => Problem::ConfigurationBrace { place, pattern },
            other => Problem::Configuration { place, reason: other.to_string() },
        },
        ConfigurationReason::NoTargets => Problem::ConfigurationNoTargets { place },
        ConfigurationReason::NoDocuments => Problem::ConfigurationNoDocuments { place },
        ConfigurationReason::Together { first, second } => Problem::ConfigurationTogether { place, first, second },
        ConfigurationReason::Value { value, possible } => {
            Problem::ConfigurationValue { place, value, possible: possible.join(", ") }
        }
        other => Problem::Configuration { place, reason: other.to_string() },
    }
}

fn undecodable(path: String, error: &DecodeError) -> Problem {
    let at = |place: &Place| format!("{path}:{}:{}", place.line, place.column);
    let byte = |value: &u8| format!("0x{value:02X}");
    match error {
        DecodeError::Binary { .. } => Problem::FileBinary { path },
        DecodeError::NotUtf8 { place, value } => Problem::NotUtf8 { place: at(place), byte: byte(value) },
        DecodeError::Malformed { encoding, place, value } => {
            Problem::NotAsDeclared { place: at(place), byte: byte(value), encoding: (*encoding).to_owned() }
        }
        DecodeError::UnknownEncoding { label } => Problem::UnknownEncoding { path, encoding: label.clone() },
        other => Problem::Read { path, reason: other.to_string() },
    }
}
