//! Which part of a project is looked at.

use std::path::PathBuf;

use hexapla_core::language::Language;

use crate::matrix::{Document, Target};

/// Which part of a project is looked at, and beside what.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only these target languages; all where empty.
    pub languages: Vec<Language>,
    /// Only these pages (source or target, relative to the project) and what lies below these directories; all where
    /// empty.
    pub paths: Vec<String>,
    /// An earlier copy of the project's tree, to compare with.
    pub base: Option<PathBuf>,
    /// Only what the present branch caused since it left this revision.
    pub since: Option<String>,
}

impl Selection {
    pub(crate) fn wants_path(&self, path: &str) -> bool {
        self.paths.is_empty()
            || self.paths.iter().any(|wanted| {
                let wanted = wanted.trim_end_matches('/');
                wanted.is_empty()
                    || path == wanted
                    || path.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
            })
    }

    pub(crate) fn wants_document(&self, document: &Document) -> bool {
        self.wants_path(&document.path) || document.targets.iter().any(|target| self.wants_path(&target.path))
    }

    pub(crate) fn wants_target(&self, document: &Document, target: &Target) -> bool {
        (self.languages.is_empty() || self.languages.contains(&target.language))
            && (self.wants_path(&document.path) || self.wants_path(&target.path))
    }
}
