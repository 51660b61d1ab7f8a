//! Files are written whole or not at all.

use std::io::{ErrorKind, Write};
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
    file.write_all(bytes).map_err(fail)?;
    settle(file, path).map_err(fail)
}

/// A temporary file in the directory of `path`, which is made; for a device, where temporary files lie.
pub(crate) fn place_beside(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    if is_device(path) {
        return tempfile::NamedTempFile::new();
    }
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(directory)?;
    tempfile::Builder::new().prefix(".hexapla-").tempfile_in(directory)
}

/// Puts a temporary file in the place of `path`. A device or a pipe (`/dev/stdout`) is no place: it gets the bytes.
pub(crate) fn settle(mut file: tempfile::NamedTempFile, path: &Path) -> std::io::Result<()> {
    file.flush()?;
    if is_device(path) {
        let mut device = std::fs::OpenOptions::new().write(true).open(path)?;
        let written = std::io::copy(&mut file.reopen()?, &mut device).and_then(|_| device.flush());
        // Whoever reads a pipe may stop when it has had enough.
        return written.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) });
    }
    file.as_file().sync_all()?;
    keep_permissions(path, file.as_file());
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Whether something stands at `path` that is written to, and never replaced.
fn is_device(path: &Path) -> bool {
    // `/dev/stdout` is a link to whatever standard output is, perhaps a file; `/dev/shm` holds ordinary files.
    let is_link = path.symlink_metadata().is_ok_and(|found| found.is_symlink());
    let by_name = cfg!(unix) && is_link && (path.starts_with("/dev") || path.starts_with("/proc"));
    by_name || std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// A temporary file is private; the file it becomes is as readable as the one it replaces, or as any new file.
#[cfg(unix)]
fn keep_permissions(path: &Path, file: &std::fs::File) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_or(0o644, |found| found.permissions().mode());
    // Where this fails the file stays private, which harms nobody.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn keep_permissions(_: &Path, _: &std::fs::File) {}

#[cfg(all(test, unix))]
mod tests {
    use super::write_file;

    #[test]
    fn files_in_shared_memory_are_files() {
        // Not every system has it.
        let Ok(directory) = tempfile::tempdir_in("/dev/shm") else { return };
        let path = directory.path().join("report");
        write_file(&path, b"a long report").unwrap();
        write_file(&path, b"short").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"short");
    }

    #[test]
    fn a_device_is_written_to_and_stays() {
        use std::os::unix::fs::FileTypeExt;
        let directory = tempfile::tempdir().unwrap();
        let link = directory.path().join("nothing");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        write_file(&link, b"report").unwrap();
        assert!(std::fs::metadata(&link).unwrap().file_type().is_char_device());
        if std::path::Path::new("/dev/full").exists() {
            let full = directory.path().join("full");
            std::os::unix::fs::symlink("/dev/full", &full).unwrap();
            assert!(write_file(&full, b"report").is_err());
        }
    }
}
