//! Where memories come from and go to: files and the standard streams, read once or several times.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use hexapla_project::{NewFile, ProjectError, Spool, open_file};
use hexapla_tmx::{CopyError, Diagnostic, ReadError, WriteError};

use crate::arguments::is_standard;
use crate::console::Console;
use crate::diagnosis;
use crate::failure::Failure;
use crate::messages::{Problem, Words};
use crate::progress::Bar;

/// Opens a memory that is read once.
pub(super) fn open(path: &Path, bar: &Bar) -> Result<Box<dyn BufRead>, Failure> {
    if is_standard(path) {
        return Ok(Box::new(BufReader::with_capacity(1 << 18, io::stdin())));
    }
    Ok(Box::new(bar.watch(open_file(path)?, &path.to_string_lossy())))
}

/// Memories that are read several times; standard input is kept in a file for that.
pub(super) struct Memories<'b> {
    paths: Vec<PathBuf>,
    spool: Option<Spool>,
    bar: &'b Bar,
    /// Which was opened last, for messages.
    last: Cell<usize>,
}

impl<'b> Memories<'b> {
    pub(super) fn new(paths: Vec<PathBuf>, bar: &'b Bar) -> Result<Self, Failure> {
        let mut spool = None;
        for path in &paths {
            if !is_standard(path) {
                open_file(path)?;
            } else if spool.replace(Spool::new(io::stdin()).map_err(|reason| unreadable(path, reason))?).is_some() {
                return Err(Problem::TmxStandardTwice.into());
            }
        }
        Ok(Self { paths, spool, bar, last: Cell::new(0) })
    }

    pub(super) fn len(&self) -> usize {
        self.paths.len()
    }

    pub(super) fn path(&self, number: usize) -> &Path {
        &self.paths[number]
    }

    pub(super) fn last(&self) -> &Path {
        self.path(self.last.get())
    }

    pub(super) fn open(&self, number: usize) -> io::Result<Box<dyn BufRead>> {
        self.last.set(number);
        let path = &self.paths[number];
        let stream = match &self.spool {
            Some(spool) if is_standard(path) => spool.stream()?,
            _ => open_file(path).map_err(|error| match error {
                ProjectError::Unreadable { reason, .. } => reason,
                other => io::Error::other(other.to_string()),
            })?,
        };
        Ok(Box::new(self.bar.watch(stream, &path.to_string_lossy())))
    }
}

fn unreadable(path: &Path, reason: io::Error) -> Failure {
    ProjectError::Unreadable { path: path.to_owned(), reason }.into()
}

/// Lets `work` write its result to a file, which takes its place only when all is well, or to standard output.
pub(super) fn write_to<T>(
    output: Option<&Path>,
    console: &mut Console,
    reading: impl Fn() -> PathBuf,
    work: impl FnOnce(&mut dyn Write) -> Result<T, CopyError>,
) -> Result<T, Failure> {
    match output.filter(|path| !is_standard(path)) {
        Some(path) => {
            let mut file = NewFile::create(path)?;
            let done = work(&mut file).map_err(|error| stopped(&reading(), Some(path), error, console.words()))?;
            file.keep()?;
            Ok(done)
        }
        None => {
            let (face, out) = console.canvas();
            work(out).map_err(|error| stopped(&reading(), None, error, &face.words))
        }
    }
}

/// Why a copy was not finished.
pub(super) fn stopped(reading: &Path, writing: Option<&Path>, error: CopyError, words: &Words) -> Failure {
    match error {
        CopyError::Read(error) => refused(reading, error, words),
        CopyError::Write(WriteError::Io(reason)) => match writing {
            Some(path) => ProjectError::Unwritable { path: path.to_owned(), reason }.into(),
            None => reason.into(),
        },
        CopyError::Write(WriteError::Forbidden { unit, tuid, spot, forbidden }) => {
            let unit = tuid.unwrap_or_else(|| unit.to_string());
            let character = format!("U+{:04X}", u32::from(forbidden.character));
            Problem::TmxUnwritable { path: reading.to_string_lossy().into_owned(), unit, spot, character }.into()
        }
    }
}

/// Why a memory was not read.
pub(super) fn refused(path: &Path, error: ReadError, words: &Words) -> Failure {
    match error {
        ReadError::Io(reason) => unreadable(path, reason),
        ReadError::Refused(diagnostic) => not_read(&path.to_string_lossy(), &diagnostic, words),
    }
}

fn not_read(path: &str, diagnostic: &Diagnostic, words: &Words) -> Failure {
    let (what, remedy) = diagnosis::explained(&diagnostic.problem, words);
    Problem::TmxRefused { place: diagnosis::placed(path, diagnostic), what, remedy }.into()
}
