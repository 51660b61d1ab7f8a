//! TMX, the exchange format of translation memories, versions 1.1 to 1.4b: read unit by unit in the memory of one
//! unit, past whatever is broken, in any encoding; written canonically.
//!
//! - [`Reader`] hands over units as they are ([`Tu`], lossless), and what was wrong as [`Diagnostic`]s;
//! - [`Writer`] writes them, the same bytes for the same model;
//! - [`from_tu`] and [`to_tu`] turn them into the toolkit's own units and back, and say what was left out;
//!   [`write_units`] is the export for other tools.
//!
//! Source: TMX 1.4b Specification, OSCAR, 26 April 2005, and the DTDs of versions 1.1 to 1.4.

mod build;
mod convert;
mod diagnostic;
mod head;
pub mod model;
mod reader;
mod source;
mod version;
mod write;

pub use convert::{Kept, LeftOut, SEGTYPE, from_tu, to_tu};
pub use diagnostic::{Diagnostic, Problem, Severity};
pub use model::{Head, Tu, Tuv};
pub use reader::{Raw, ReadError, ReadOptions, Reader, Strictness};
pub use version::Version;
pub use write::{ExportHead, SegType, WriteError, Writer, Written, canonical, write_units};
