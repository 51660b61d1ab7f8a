//! Decoding and checked, placed XML events: what TMX, SRX, XLIFF and TEI share.
//!
//! Three things stand here, each usable alone:
//!
//! - [`decode`] and [`Utf8Reader`] turn the bytes of a file, whole or as a stream, into UTF-8, whatever encoding a byte
//!   order mark, a byte pattern or the XML declaration names;
//! - [`Events`] reads a text as XML and checks it: every event is well formed when it arrives, every error has a place,
//!   nothing is fetched, nothing is expanded, and depth is bounded;
//! - [`write`](mod@write) escapes as little as XML asks for and refuses what XML cannot carry.
//!
//! What is well formed is said by Extensible Markup Language (XML) 1.0, fifth edition; entities are never expanded and
//! document type definitions never read.
//!
//! ```
//! use hexapla_xml::{Event, Events, decode};
//!
//! let file = b"<?xml version='1.0' encoding='iso-8859-1'?><p n='1'>K\xF6ln &amp; <b>Bonn</b></p>";
//! let decoded = decode(file);
//! let mut seen = Vec::new();
//! for event in Events::new(&decoded.text) {
//!     match event? {
//!         Event::Start(tag) => seen.push(tag.name.to_owned()),
//!         Event::Text(text) => seen.push(text.into_owned()),
//!         _ => {}
//!     }
//! }
//! assert_eq!(seen, ["p", "Köln & ", "b", "Bonn"]);
//! # Ok::<(), hexapla_xml::XmlError>(())
//! ```

mod chars;
mod decode;
mod doctype;
mod encoding;
mod error;
mod event;
mod events;
mod place;
mod tag;
mod token;
pub mod write;

pub use chars::{find_forbidden, is_name, is_xml_char};
pub use decode::{Decoded, Utf8Reader, decode};
pub use doctype::{Doctype, EntityDeclaration, EntityKind};
pub use encoding::{Encoding, EncodingWarning, Fidelity, Sniffed, Undecodable, sniff};
pub use error::{XmlError, XmlErrorKind, XmlWarning, XmlWarningKind};
pub use event::{Attribute, Declaration, Event, Form, Tag};
pub use events::{DEFAULT_MAX_DEPTH, Events};
pub use place::Place;
