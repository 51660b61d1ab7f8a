//! Why the work could not be done: values, for whoever speaks to people.

use std::path::PathBuf;

use hexapla_core::align::{DictionaryError, LexiconError};
use hexapla_core::language::LanguageError;
use hexapla_core::segment::FaultKind;
use hexapla_core::segment::srx::{NoRules, SrxErrorKind, SrxWarningKind};
use hexapla_formats::DecodeError;

use crate::history::reason::HistoryReason;

/// A place in a file that a person wrote, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

/// Why the work could not be done. Every variant is told with a remedy, and ends with exit code 2.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProjectError {
    /// No configuration between the start directory and the root of its repository.
    #[error("no hexapla.toml in {start} or above it")]
    NoConfiguration {
        /// Where the search began.
        start: PathBuf,
    },
    /// A file or directory could not be read.
    #[error("{path}: cannot be read: {reason}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A file could not be written.
    #[error("{path}: cannot be written: {reason}")]
    Unwritable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A path leads out of the project.
    #[error("{path}: lies outside the project")]
    Outside {
        /// As it was given.
        path: String,
    },
    /// The configuration is not TOML, or not of the right shape.
    #[error("{path}:{}:{}: {reason}", at.line, at.column)]
    Configuration {
        /// The file.
        path: PathBuf,
        /// Where in it.
        at: At,
        /// What is wrong.
        reason: ConfigurationReason,
    },
    /// A file of segmentation rules cannot be used.
    #[error("{path}:{}:{}: {reason}", at.line, at.column)]
    Rules {
        /// The file.
        path: PathBuf,
        /// Where in it.
        at: At,
        /// What is wrong.
        reason: RulesReason,
    },
    /// A pattern of `[[documents]]` matches no file.
    #[error("{path}:{}:{}: the pattern `{pattern}` matches no file", at.line, at.column)]
    PatternMatchesNothing {
        /// The configuration.
        path: PathBuf,
        /// Where in it.
        at: At,
        /// The pattern.
        pattern: String,
    },
    /// Two source pages claim the same target.
    #[error("`{first}` and `{second}` both have the target `{target}`")]
    TargetClaimedTwice {
        /// The one.
        first: String,
        /// The other.
        second: String,
        /// What both claim.
        target: String,
    },
    /// A language was asked for that the project has not got.
    #[error("`{language}` is not among the project's languages")]
    NotATarget {
        /// What was asked for.
        language: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A language tag is wrong.
    #[error(transparent)]
    Language(#[from] LanguageError),
    /// A memory or an imported file is damaged beyond what may be skipped.
    #[error("{path}: {reason}")]
    Memory {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file is no lexicon.
    #[error("{path}: {reason}")]
    Lexicon {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: LexiconError,
    },
    /// A file is no dictionary.
    #[error("{path}: no dictionary: {reason}")]
    Dictionary {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: DictionaryError,
    },
    /// A page could not be decoded.
    #[error("{path}: {reason}")]
    Encoding {
        /// The page.
        path: PathBuf,
        /// What is wrong with its bytes, and where.
        reason: DecodeError,
    },
    /// The reader broke off on a page; that is a mistake of the reader.
    #[error("{path}: the reader gave up on this page")]
    Crash {
        /// The page.
        path: PathBuf,
    },
    /// A page in a format that is not known.
    #[error("{path}: unknown format")]
    UnknownFormat {
        /// The page.
        path: PathBuf,
    },
    /// History is needed, and cannot be read.
    #[error("history is needed: {reason}")]
    NoHistory {
        /// Why not.
        reason: HistoryReason,
    },
    /// A line of `hexapla.lock` means nothing.
    #[error("{path}:{line}: `{reason}` means nothing")]
    Lock {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u32,
        /// What means nothing: a field, or the beginning of a line that has not the fields it should.
        reason: String,
    },
    /// There is no such baseline.
    #[error("{path}: there is no such baseline")]
    NoBaseline {
        /// Where it should be.
        path: PathBuf,
    },
    /// A file is no baseline.
    #[error("{path}:{line}: not a line of a baseline")]
    Baseline {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u32,
    },
    /// Git knows no such revision, or it has nothing in common with HEAD.
    #[error("`{name}` is no revision that shares a history with HEAD")]
    NoRevision {
        /// As it was given.
        name: String,
    },
    /// What was to be accepted is not among the findings.
    #[error("there is no finding `{wanted}`")]
    NoFinding {
        /// As it was given.
        wanted: String,
    },
    /// What was to be accepted fits several findings that have nothing else in common.
    #[error("`{wanted}` fits {count} findings")]
    ManyFindings {
        /// As it was given.
        wanted: String,
        /// How many.
        count: usize,
    },
    /// There is a configuration already.
    #[error("{path} exists already")]
    ConfigurationExists {
        /// Which.
        path: PathBuf,
    },
    /// `init` found no pages.
    #[error("no pages in {root}")]
    NoPages {
        /// Where it looked.
        root: PathBuf,
    },
    /// `init` found no pages that look like translations of each other.
    #[error("no translated pages found in {root}")]
    NothingToPair {
        /// Where it looked.
        root: PathBuf,
    },
}

/// What is wrong with a configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigurationReason {
    /// It is not TOML.
    #[error("{0}")]
    Syntax(String),
    /// A value has the wrong type.
    #[error("the value should be a {}", wanted.as_str())]
    Type {
        /// What it should be.
        wanted: ValueKind,
    },
    /// A key that has to be there is not.
    #[error("the key `{key}` is missing")]
    MissingKey {
        /// The key.
        key: String,
    },
    /// A key, or a table, that stands twice.
    #[error("this stands twice")]
    KeyTwice,
    /// A key that means nothing.
    #[error("unknown key `{key}`")]
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that it most resembles.
        suggestion: Option<String>,
    },
    /// A language tag is wrong.
    #[error("{0}")]
    Language(LanguageError),
    /// A language stands among its own targets, or twice.
    #[error("the language `{0}` stands twice")]
    LanguageTwice(String),
    /// A pattern without sense.
    #[error("pattern `{pattern}`: {reason}")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        reason: PatternReason,
    },
    /// There is nothing to translate into.
    #[error("no target language")]
    NoTargets,
    /// There are no `[[documents]]`.
    #[error("no [[documents]]")]
    NoDocuments,
    /// Two keys that do not go together.
    #[error("`{first}` and `{second}` do not go together")]
    Together {
        /// The one.
        first: String,
        /// The other, which stands at the place told.
        second: String,
    },
    /// A value that is none of those possible.
    #[error("`{value}` is none of {possible:?}")]
    Value {
        /// What stands there.
        value: String,
        /// What may.
        possible: Vec<String>,
    },
}

/// What a value of the configuration may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// `["en", "ru"]`.
    List,
    /// `"en"`.
    Text,
    /// `7` or `0.5`.
    Number,
    /// `true` or `false`.
    Truth,
    /// `{ en = 95 }`, or what follows `[name]`.
    Table,
}

impl ValueKind {
    /// Its name in messages: `list`, `text`, `number`, `truth`, `table`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Text => "text",
            Self::Number => "number",
            Self::Truth => "truth",
            Self::Table => "table",
        }
    }

    /// What the parser says after "expected".
    pub(crate) fn expected(words: &str) -> Option<Self> {
        let word = words.trim_start_matches("a ").split([' ', ',']).next().unwrap_or_default();
        Some(match word {
            "sequence" => Self::List,
            "string" => Self::Text,
            "f64" | "f32" | "u32" | "u64" | "usize" => Self::Number,
            "boolean" => Self::Truth,
            "map" | "struct" => Self::Table,
            _ => return None,
        })
    }
}

/// What is wrong with a file of segmentation rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulesReason {
    /// It is no SRX file that could be read.
    #[error("{0}")]
    File(SrxErrorKind),
    /// It has no rules for a language.
    #[error("{0}")]
    NoMap(NoRules),
    /// A map that may be the language's leads nowhere.
    #[error("a language map leads nowhere: {0:?}")]
    Map(SrxWarningKind),
    /// A rule cannot be used.
    #[error("{0}")]
    Rule(FaultKind),
}

/// What is wrong with a path pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternReason {
    /// A target pattern that says nothing of the language.
    #[error("`{{language}}` is missing")]
    NoLanguage,
    /// The target has other wildcards than the source.
    #[error("it needs the wildcards of the source pattern, in the same order")]
    WildcardsDiffer,
    /// It leads out of the project.
    #[error("it leads out of the project")]
    Outside,
    /// A brace is not closed.
    #[error("a brace is not closed")]
    Brace,
}
