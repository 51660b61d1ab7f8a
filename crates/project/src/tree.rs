//! The files of a project, and nothing outside it.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::error::ProjectError;

/// The paths of all files below `root`, relative to it, `/` between parts, sorted. Hidden files and what `.gitignore`
/// names are left out; a symbolic link counts where it leads to a file inside.
pub(crate) fn files(root: &Path) -> Result<Vec<String>, ProjectError> {
    let real_root = root.canonicalize().map_err(|reason| ProjectError::Unreadable { path: root.to_owned(), reason })?;
    let mut found = Vec::new();
    for entry in WalkBuilder::new(root).require_git(false).parents(false).build() {
        let entry = entry.map_err(|error| unreadable(root, error))?;
        let Some(kind) = entry.file_type() else { continue };
        let is_page = if kind.is_symlink() {
            // A link that leads nowhere is a page that cannot be read, and is told as such.
            entry.path().canonicalize().map_or(true, |real| real.is_file() && real.starts_with(&real_root))
        } else {
            kind.is_file()
        };
        if is_page && let Some(path) = relative(root, entry.path()) {
            found.push(path);
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn unreadable(root: &Path, error: ignore::Error) -> ProjectError {
    let path = match &error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        ignore::Error::WithDepth { err, .. } => match err.as_ref() {
            ignore::Error::WithPath { path, .. } => path.clone(),
            _ => root.to_owned(),
        },
        _ => root.to_owned(),
    };
    let reason = error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into());
    ProjectError::Unreadable { path, reason }
}

/// `path` relative to `root` with `/` between parts; `None` where it lies outside or is not Unicode.
pub(crate) fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// The place of a project path in the file system.
pub(crate) fn absolute(root: &Path, path: &str) -> PathBuf {
    path.split('/').fold(root.to_owned(), |at, part| at.join(part))
}
