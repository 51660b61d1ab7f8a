//! TMX, the exchange format of translation memories, versions 1.1 to 1.4b: read unit by unit in the memory of one
//! unit, past whatever is broken, in any encoding; written canonically.
//!
//! - [`Reader`] hands over units as they are ([`Tu`], lossless), and what was wrong as [`Diagnostic`]s;
//! - [`validate`] finds all that is wrong with a file in one pass;
//! - [`Writer`] writes them, the same bytes for the same model;
//! - [`from_tu`] and [`to_tu`] turn them into the toolkit's own units and back, and say what was left out;
//!   [`write_units`] is the export for other tools;
//! - [`copy`], [`merge`], [`dedupe`], [`split`], [`diff`], [`extract`], [`stats`] and [`merge_three`] do what a command
//!   line or an editor wants done with whole files, streaming.
//!
//! Source: TMX 1.4b Specification, OSCAR, 26 April 2005, and the DTDs of versions 1.1 to 1.4.

mod build;
mod check;
mod convert;
mod copy;
mod diagnostic;
mod diff;
mod dtd;
mod extract;
mod filter;
mod head;
mod languages;
mod measure;
mod merge;
pub mod model;
mod options;
mod pairs;
mod reader;
mod source;
mod split;
mod stats;
mod three;
mod unit;
mod validate;
mod version;
mod write;

pub use convert::{Kept, LeftOut, SEGTYPE, from_tu, timestamp, to_tu};
pub use copy::{Copied, CopyError, Fate, Layout, copy};
pub use diagnostic::{Diagnostic, Problem, Severity};
pub use diff::{Change, Compare, DiffCount, diff};
pub use extract::{Extracted, Pair, Wanted, extract, write_jsonl, write_moses, write_tsv};
pub use filter::Filter;
pub use hexapla_xml::{Encoding, EncodingWarning, Place, XmlErrorKind};
pub use languages::Languages;
pub use merge::{Merged, Open, Policy, dedupe, merge};
pub use model::{Head, Tu, Tuv, without_codes};
pub use options::{ReadError, ReadOptions, Strictness};
pub use pairs::{head_of_pairs, read_pairs};
pub use reader::{Raw, Reader};
pub use split::split;
pub use stats::{LanguageStats, Stats, stats};
pub use three::{Conflict, Side, ThreeWay, merge_three};
pub use validate::{Verdict, validate};
pub use version::Version;
pub use write::{ExportHead, SegType, WriteError, Writer, Written, canonical, write_units};
