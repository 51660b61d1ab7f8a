//! What was worked out before, so that a second look is quick. It lies outside the project, may be deleted at any time,
//! and is believed only where everything that it was made from is still the same; what is damaged is worked out anew.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::write::write_file;

/// The cache of one project.
#[derive(Clone, Debug)]
pub(crate) struct Cache {
    /// Where caches of all projects lie.
    shelf: PathBuf,
    directory: PathBuf,
}

/// More would cost more than it saves.
const LARGEST: usize = 256 << 20;
/// So many ways to look at a project are kept, the oldest go first.
const WAYS: usize = 8;

/// The directory for caches of this user: `$XDG_CACHE_HOME/hexapla`, or what the system has in its place; `None` where
/// the surroundings name none.
pub fn user_cache_directory() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || named("HOME");
    let base = match std::env::consts::OS {
        "windows" => named("LOCALAPPDATA"),
        "macos" => named("XDG_CACHE_HOME").or_else(|| home().map(|home| home.join("Library/Caches"))),
        _ => named("XDG_CACHE_HOME").or_else(|| home().map(|home| home.join(".cache"))),
    };
    base.map(|base| base.join("hexapla"))
}

impl Cache {
    /// The cache of the project at `root`, below a directory for caches of many.
    pub(crate) fn of(root: &Path, shelf: &Path) -> Self {
        let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let name = Digest::new().field(real.to_string_lossy().as_bytes()).end();
        Self { shelf: shelf.to_owned(), directory: shelf.join(&name[..16]) }
    }

    /// What was kept under a name, if it is whole.
    pub(crate) fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let bytes = std::fs::read(self.directory.join(name)).ok()?;
        let (sum, text) = (bytes.get(..64)?, bytes.get(65..)?);
        (sum == blake3::hash(text).to_hex().as_bytes()).then(|| serde_json::from_slice(text).ok())?
    }

    /// Keeps something. Where that fails there is no cache, which harms nobody.
    pub(crate) fn write<T: Serialize>(&self, name: &str, value: &T) {
        let Ok(text) = serde_json::to_vec(value) else { return };
        if text.len() > LARGEST {
            return;
        }
        let mut bytes = blake3::hash(&text).to_hex().as_bytes().to_vec();
        bytes.push(b'\n');
        bytes.extend(text);
        // A cache that somebody puts into a work tree is nobody's to commit.
        let mark = self.shelf.join(".gitignore");
        if mark.exists() || write_file(&mark, b"*\n").is_ok() {
            let _ = write_file(&self.directory.join(name), &bytes);
        }
    }

    /// Forgets the oldest of the files whose names begin so.
    pub(crate) fn tidy(&self, start: &str) {
        let Ok(entries) = std::fs::read_dir(&self.directory) else { return };
        let files = entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(start));
        let mut files: Vec<_> =
            files.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect();
        files.sort_unstable();
        let surplus = files.len().saturating_sub(WAYS);
        for (_, path) in files.into_iter().take(surplus) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// A hash of several fields, none of which can be taken for a part of another.
pub(crate) struct Digest(blake3::Hasher);

impl Digest {
    pub(crate) fn new() -> Self {
        Self(blake3::Hasher::new())
    }

    pub(crate) fn field(mut self, bytes: &[u8]) -> Self {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// The bytes of a file, or why there are none.
    pub(crate) fn file(self, path: &Path) -> Self {
        // A pipe would be waited for, and a device may never end.
        if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            return self.field(b"no file");
        }
        match std::fs::read(path) {
            Ok(bytes) => self.field(b"file").field(&bytes),
            Err(error) => self.field(error.kind().to_string().as_bytes()),
        }
    }

    pub(crate) fn end(self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

/// What tells this program from another version of it.
pub(crate) fn edition() -> String {
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let built = program.ok().map(|found| (found.len(), found.modified().ok()));
    format!("{} {built:?}", env!("CARGO_PKG_VERSION"))
}
