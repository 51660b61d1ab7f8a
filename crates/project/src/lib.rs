//! A directory becomes a report: configuration, files, memories and snapshots.
//!
//! This is the only room that touches files. It knows no terminal and has no words for people: what it says are values
//! ([`Report`], [`ProjectError`]), so that a command line, an editor or a web page can all stand on it.

mod accept;
mod across;
mod baseline;
mod cache;
mod checks;
mod config;
mod date;
mod error;
mod evidence;
mod exchange;
mod fields;
mod findings;
mod fingerprint;
mod guess;
mod history;
mod init;
mod judgement;
mod judging;
mod known;
mod links;
mod lock;
mod marker;
mod matrix;
mod memory;
mod missing;
mod page;
mod pairs;
mod parallel;
mod pattern;
mod progress;
mod project;
mod report;
mod reporting;
mod rules;
mod selection;
mod slots;
mod snapshot;
mod stream;
mod teaching;
mod tmx_file;
mod tree;
mod write;

pub use accept::{Accepted, Wanted};
pub use baseline::{BASELINE_NAME, BaselineChange, Ratchet};
pub use cache::user_cache_directory;
pub use config::{
    Boilerplate, Config, DeclaredPair, Documents, FILE_NAME, Gate, History, Segmentation, gate_names, state_of,
};
pub use date::{Date, DateError};
pub use error::{At, ConfigurationReason, PatternReason, ProjectError, RulesReason, ValueKind};
pub use exchange::{Export, Exported, Exports, Import, ImportCount};
pub use guess::Guess;
pub use history::{Declarations, HistoryReason, HistoryState};
pub use init::{Layout, Note, toml_string};
pub use lock::LOCK_NAME;
pub use matrix::{Document, Matrix, Orphan, Pairing, Presence, Target};
pub use memory::{MemoryProblem, Recut};
pub use page::{language_of, page_of, read_page};
pub use pairs::LEAST_CONFIDENCE;
pub use parallel::{in_order, use_threads};
pub use pattern::{LanguageCodes, PathPattern};
pub use progress::{Progress, Silent, Stage};
pub use project::Project;
pub use report::{CoverageGap, DocumentReport, PageReport, Report, SetApart, Since, StaleExcess};
pub use rules::{RuleFile, configured_rules, is_wrong};
pub use selection::Selection;
pub use stream::{NewFile, Spool, Stream, open_file, unzipped};
pub use teaching::{Brought, Teaching, lexicon_path, read_lexicon, read_units, write_lexicon};
pub use write::write_file;
