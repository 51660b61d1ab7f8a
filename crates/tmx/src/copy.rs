//! From one file to another, unit by unit: canonical, or as the bytes it came in.

use std::io::{BufRead, Write};

use crate::diagnostic::Diagnostic;
use crate::model::Tu;
use crate::options::{ReadError, ReadOptions};
use crate::reader::Reader;
use crate::write::{WriteError, Writer};

/// How the units that stay are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// As the canonical writer writes them: TMX 1.4, UTF-8.
    #[default]
    Canonical,
    /// Byte for byte as they were, in the file's own encoding.
    Preserve,
}

/// Why copying stopped.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The file could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The copy could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<std::io::Error> for CopyError {
    fn from(error: std::io::Error) -> Self {
        Self::Write(WriteError::Io(error))
    }
}

/// What is to become of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays as it is.
    Keep,
    /// It stays, and was changed; it is written canonically (in a preserving copy in the file's encoding).
    Change,
    /// It goes.
    Drop,
}

/// What became of the units of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Units that were read.
    pub read: u64,
    /// Units that were written, the changed ones among them.
    pub written: u64,
    /// Units that were changed.
    pub changed: u64,
    /// What is wrong with the file was told so often.
    pub diagnostics: u64,
}

/// Copies a file, and asks `fate` about every unit; it may change the unit.
///
/// The memory of one unit is all that is needed. Broken units are reported and left out.
///
/// ```
/// use hexapla_tmx::{Fate, Layout, ReadOptions, copy};
/// let file = "<tmx version='1.4'><header/><body>\n<tu  tuid='a'/>\n<tu  tuid='b'/>\n</body></tmx>";
/// let mut out = Vec::new();
/// let fate = &mut |tu: &mut hexapla_tmx::Tu| if tu.tuid() == Some("a") { Fate::Drop } else { Fate::Keep };
/// let copied = copy(file.as_bytes(), &mut out, Layout::Preserve, ReadOptions::default(), fate, &mut |_| {})?;
/// assert_eq!((copied.read, copied.written), (2, 1));
/// assert_eq!(out, b"<tmx version='1.4'><header/><body>\n<tu  tuid='b'/>\n</body></tmx>");
/// # Ok::<(), hexapla_tmx::CopyError>(())
/// ```
///
/// # Errors
/// Where the file cannot be read or is refused, or the copy cannot be written.
pub fn copy<R: BufRead, W: Write>(
    input: R,
    out: W,
    layout: Layout,
    options: ReadOptions,
    fate: &mut dyn FnMut(&mut Tu) -> Fate,
    report: &mut dyn FnMut(Diagnostic),
) -> Result<Copied, CopyError> {
    let mut reader = Reader::with_options(input, options)?;
    let mut sink = match layout {
        Layout::Canonical => Out::Canonical(Writer::new(out, reader.head())?),
        Layout::Preserve => {
            let mut out = out;
            out.write_all(&reader.raw_frame())?;
            Out::Preserve(out)
        }
    };
    let mut copied = Copied::default();
    let mut tell = |reader: &mut Reader<R>| {
        let found = reader.take_diagnostics();
        let count = found.len() as u64;
        found.into_iter().for_each(&mut *report);
        count
    };
    copied.diagnostics += tell(&mut reader);
    while let Some(mut tu) = reader.next_tu()? {
        copied.diagnostics += tell(&mut reader);
        copied.read += 1;
        let fate = fate(&mut tu);
        copied.written += u64::from(fate != Fate::Drop);
        copied.changed += u64::from(fate == Fate::Change);
        match &mut sink {
            Out::Canonical(writer) if fate != Fate::Drop => writer.write(&tu)?,
            Out::Canonical(_) => {}
            Out::Preserve(out) => preserve(out, &reader, &tu, fate)?,
        }
    }
    copied.diagnostics += tell(&mut reader);
    match sink {
        Out::Canonical(mut writer) => {
            writer.write_rest(reader.rest())?;
            writer.finish()?;
        }
        Out::Preserve(mut out) => {
            out.write_all(&reader.raw_frame())?;
            out.flush()?;
        }
    }
    Ok(copied)
}

enum Out<W: Write> {
    Canonical(Writer<W>),
    Preserve(W),
}

fn preserve<R: BufRead, W: Write>(out: &mut W, reader: &Reader<R>, tu: &Tu, fate: Fate) -> Result<(), CopyError> {
    let raw = reader.raw();
    match fate {
        Fate::Keep => {
            out.write_all(raw.before)?;
            out.write_all(raw.unit)?;
        }
        Fate::Change => {
            out.write_all(raw.before)?;
            let written = crate::write::canonical(tu).map_err(|forbidden| WriteError::Forbidden {
                unit: reader.units(),
                tuid: tu.tuid().map(str::to_owned),
                spot: "tu".to_owned(),
                forbidden,
            })?;
            out.write_all(&reader.encoding().encode(written.trim()))?;
        }
        Fate::Drop => {
            // White space goes along with the unit; a comment before it stays.
            let blank = raw.before.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
            if !blank {
                out.write_all(raw.before)?;
            }
        }
    }
    Ok(())
}
