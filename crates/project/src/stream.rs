//! Files too large to be held: read as a stream, written whole or not at all.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;

use crate::error::ProjectError;
use crate::write::{place_beside, settle};

const CHUNK: usize = 256 * 1024;

/// A file that is being read, and how many bytes it has.
pub struct Stream {
    /// Its bytes.
    pub reader: Box<dyn BufRead>,
    /// How many there are.
    pub size: u64,
}

/// Opens a file as a stream.
///
/// # Errors
/// Where it cannot be opened, or is a directory.
pub fn open_file(path: &Path) -> Result<Stream, ProjectError> {
    let fail = |reason| ProjectError::Unreadable { path: path.to_owned(), reason };
    let file = File::open(path).map_err(fail)?;
    let about = file.metadata().map_err(fail)?;
    if about.is_dir() {
        return Err(fail(io::ErrorKind::IsADirectory.into()));
    }
    Ok(Stream { reader: Box::new(BufReader::with_capacity(CHUNK, file)), size: about.len() })
}

/// The stream as it is, or what is in it if it is gzipped.
///
/// # Errors
/// Where it cannot be read.
pub fn unzipped(mut stream: Box<dyn BufRead>) -> io::Result<Box<dyn Read>> {
    let zipped = stream.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    Ok(if zipped { Box::new(MultiGzDecoder::new(stream)) } else { Box::new(stream) })
}

/// A stream that can be read only once, kept in a temporary file that nobody sees, so that it can be read again.
pub struct Spool {
    file: File,
    size: u64,
}

impl Spool {
    /// Reads the stream to its end.
    ///
    /// # Errors
    /// Where it cannot be read, or there is no room for it.
    pub fn new(mut input: impl Read) -> io::Result<Self> {
        let mut file = tempfile::tempfile()?;
        let size = io::copy(&mut input, &mut file)?;
        Ok(Self { file, size })
    }

    /// Its bytes from the beginning; one reader at a time.
    ///
    /// # Errors
    /// Where the temporary file cannot be read.
    pub fn stream(&self) -> io::Result<Stream> {
        let mut file = self.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Stream { reader: Box::new(BufReader::with_capacity(CHUNK, file)), size: self.size })
    }
}

/// A file that is being written: it takes its place when it is [kept](NewFile::keep), and not before.
///
/// ```
/// use std::io::Write;
/// # let directory = std::env::temp_dir().join(format!("hexapla-stream-{}", std::process::id()));
/// let path = directory.join("new/memory.tmx");
/// let mut file = hexapla_project::NewFile::create(&path)?;
/// file.write_all(b"<tmx/>").unwrap();
/// assert!(!path.exists());
/// file.keep()?;
/// assert_eq!(std::fs::read(&path).unwrap(), b"<tmx/>");
/// # std::fs::remove_dir_all(directory).unwrap();
/// # Ok::<(), hexapla_project::ProjectError>(())
/// ```
pub struct NewFile {
    path: PathBuf,
    file: Form,
}

/// A file whose name ends in `.gz` is compressed.
enum Form {
    Plain(io::BufWriter<tempfile::NamedTempFile>),
    Gzip(GzEncoder<io::BufWriter<tempfile::NamedTempFile>>),
}

impl NewFile {
    /// Begins a file; the directories above it are made.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn create(path: &Path) -> Result<Self, ProjectError> {
        let fail = |reason| ProjectError::Unwritable { path: path.to_owned(), reason };
        if path.is_dir() {
            return Err(fail(io::ErrorKind::IsADirectory.into()));
        }
        let file = place_beside(path).map_err(fail)?;
        let file = io::BufWriter::with_capacity(CHUNK, file);
        let zipped = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz"));
        let file = if zipped { Form::Gzip(GzEncoder::new(file, Compression::default())) } else { Form::Plain(file) };
        Ok(Self { path: path.to_owned(), file })
    }

    /// Puts it in its place, over whatever was there.
    ///
    /// # Errors
    /// Where the last of it cannot be written, or it cannot take its place.
    pub fn keep(self) -> Result<(), ProjectError> {
        let fail = |reason| ProjectError::Unwritable { path: self.path.clone(), reason };
        let file = match self.file {
            Form::Plain(file) => file,
            Form::Gzip(file) => file.finish().map_err(fail)?,
        };
        let file = file.into_inner().map_err(|error| fail(error.into_error()))?;
        settle(file, &self.path).map_err(fail)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Form::Plain(file) => file.write(bytes),
            Form::Gzip(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.file {
            Form::Plain(file) => file.flush(),
            Form::Gzip(file) => file.flush(),
        }
    }
}
