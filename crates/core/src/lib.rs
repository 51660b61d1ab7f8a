//! The heart of Hexapla: values in, values out. No files, no clock, no terminal, no locale.
//!
//! A page becomes a [`document::Document`] of blocks, blocks become [`segment::Segment`]s, two lists of segments
//! become an [`align::Alignment`] of beads, beads become [`memory::TranslationUnit`]s, and what they do not cover
//! becomes a [`status::Finding`].

pub mod align;
pub mod document;
pub mod language;
pub mod memory;
pub mod segment;
pub mod status;
pub mod text;
