//! How a file is to be read, and why reading stops.

use std::io;

use hexapla_xml::DEFAULT_MAX_DEPTH;

use crate::diagnostic::Diagnostic;

/// What to do about errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Report them and go on with the next intact unit.
    #[default]
    Lenient,
    /// Stop at the first.
    Strict,
}

/// How to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// What to do about errors.
    pub strictness: Strictness,
    /// How many bytes a unit may have; larger ones are skipped and reported. It also bounds the reader's memory.
    pub max_unit: usize,
    /// How many elements may stand in one another.
    pub max_depth: usize,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { strictness: Strictness::Lenient, max_unit: 8 * 1024 * 1024, max_depth: DEFAULT_MAX_DEPTH }
    }
}

/// Why reading stopped.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The stream could not be read.
    #[error("cannot read: {0}")]
    Io(#[from] io::Error),
    /// The file was refused, or reading is strict and something is wrong.
    #[error("{0}")]
    Refused(Box<Diagnostic>),
}

impl ReadError {
    /// What is wrong with the file, if that is it.
    pub fn diagnostic(&self) -> Option<&Diagnostic> {
        match self {
            Self::Io(_) => None,
            Self::Refused(diagnostic) => Some(diagnostic),
        }
    }
}
