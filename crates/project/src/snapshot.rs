//! An earlier copy of the project's tree: what a translation was made from, where there is no history.

use std::path::{Path, PathBuf};

use hexapla_core::align::Resources;
use hexapla_core::document::Scope;
use hexapla_core::status::{Base, BasePair, Provenance, Testimony};

use crate::error::ProjectError;
use crate::judgement::Content;
use crate::matrix::{Document, Matrix, Target};
use crate::page::read_page;
use crate::project::Project;
use crate::tree;

/// An earlier copy of a project's tree.
pub(crate) struct Snapshot<'a> {
    project: &'a Project,
    root: PathBuf,
}

impl<'a> Snapshot<'a> {
    /// # Errors
    ///
    /// There is no such directory, or it holds none of the project's source pages: then it is a copy of something else,
    /// and would vouch for nothing without a word.
    pub(crate) fn open(project: &'a Project, matrix: &Matrix, root: &Path) -> Result<Self, ProjectError> {
        match std::fs::metadata(root) {
            Ok(found) if found.is_dir() => {
                let is_there = |document: &Document| tree::absolute(root, &document.path).is_file();
                if matrix.documents.iter().any(is_there) {
                    return Ok(Self { project, root: root.to_owned() });
                }
                let reason =
                    std::io::Error::new(std::io::ErrorKind::InvalidInput, "no page of this project lies in it");
                Err(ProjectError::Unreadable { path: root.to_owned(), reason })
            }
            Ok(_) => {
                let reason = std::io::ErrorKind::NotADirectory.into();
                Err(ProjectError::Unreadable { path: root.to_owned(), reason })
            }
            Err(reason) => Err(ProjectError::Unreadable { path: root.to_owned(), reason }),
        }
    }

    /// What the copy tells of a page: the pairs of its two versions there; `None` where either was not there.
    ///
    /// A target segment that is newer than the copy was written for the source as it is now.
    pub(crate) fn testimony(
        &self,
        document: &str,
        target: &Target,
        scope: Scope,
        known: &Resources,
    ) -> Option<Testimony> {
        let language = &self.project.config().source.language;
        let read = |path: &str, language| {
            read_page(&tree::absolute(&self.root, path), None, self.project.reading(), self.project.rules(language))
                .ok()
        };
        let old_source = read(document, language)?;
        let old_target = read(&target.path, &target.language)?;
        let source = Content::of_scope(language, &old_source, scope);
        let translation = Content::of_scope(&target.language, &old_target, scope);
        let alignment = self.project.align_pages(&old_source, &old_target, &target.language, scope, known);
        let base = Base { provenance: Provenance::Snapshot, confidence: Provenance::Snapshot.trust(), commit: None };
        let pairs = BasePair::of_alignment(&alignment, &source.passages, &translation.passages, &base);
        Some(Testimony { pairs, newer: Some(base), ..Testimony::default() })
    }
}
