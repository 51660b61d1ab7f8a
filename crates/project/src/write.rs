//! Files are written whole or not at all.

use std::io::Write;
use std::path::Path;

use crate::error::ProjectError;

/// Writes a file by way of a temporary one beside it that takes its place, so that nobody ever reads half of it. The
/// directories above it are made.
///
/// ```
/// # let directory = std::env::temp_dir().join(format!("hexapla-doc-{}", std::process::id()));
/// let path = directory.join("new/memory.tmx");
/// hexapla_project::write_file(&path, b"<tmx/>")?;
/// assert_eq!(std::fs::read(&path).unwrap(), b"<tmx/>");
/// # std::fs::remove_dir_all(directory).unwrap();
/// # Ok::<(), hexapla_project::ProjectError>(())
/// ```
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let fail = |reason| ProjectError::Unwritable { path: path.to_owned(), reason };
    let mut file = place_beside(path).map_err(fail)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(fail)?;
    keep_permissions(path, file.as_file());
    file.persist(path).map_err(|error| fail(error.error))?;
    Ok(())
}

/// A temporary file in the directory of `path`, which is made.
pub(crate) fn place_beside(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(directory)?;
    tempfile::Builder::new().prefix(".hexapla-").tempfile_in(directory)
}

/// A temporary file is private; the file it becomes is as readable as the one it replaces, or as any new file.
#[cfg(unix)]
pub(crate) fn keep_permissions(path: &Path, file: &std::fs::File) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_or(0o644, |found| found.permissions().mode());
    // Where this fails the file stays private, which harms nobody.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
pub(crate) fn keep_permissions(_: &Path, _: &std::fs::File) {}
