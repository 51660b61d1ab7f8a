//! Where bytes come from: plain or gzipped, through a window that never holds more than one unit and its surroundings.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use hexapla_xml::Encoding;
use memchr::memmem::Finder;

/// A plain or gzipped stream, read as plain.
pub(crate) enum Source<R: BufRead> {
    Plain(R),
    Gzip(BufReader<MultiGzDecoder<R>>),
}

impl<R: BufRead> Source<R> {
    pub(crate) fn new(mut inner: R) -> io::Result<Self> {
        let gzip = inner.fill_buf()?.starts_with(&[0x1F, 0x8B]);
        Ok(if gzip { Self::Gzip(BufReader::new(MultiGzDecoder::new(inner))) } else { Self::Plain(inner) })
    }

    pub(crate) fn is_gzip(&self) -> bool {
        matches!(self, Self::Gzip(_))
    }
}

impl<R: BufRead> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(inner) => inner.read(buffer),
            Self::Gzip(inner) => inner.read(buffer),
        }
    }
}

/// What a search in the window came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// At this byte of the window.
    At(usize),
    /// Not before the end of the file.
    End,
    /// Not within the limit.
    TooFar,
}

/// The part of a stream that is looked at.
pub(crate) struct Window<R: BufRead> {
    source: Source<R>,
    /// What is at hand is its bytes from `start` to `end`; what is behind them is room to read into.
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
    limit: usize,
}

const CHUNK: usize = 256 * 1024;

impl<R: BufRead> Window<R> {
    pub(crate) fn new(source: Source<R>, limit: usize) -> Self {
        Self { source, buffer: Vec::new(), start: 0, end: 0, ended: false, limit }
    }

    /// What is at hand.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    pub(crate) fn is_gzip(&self) -> bool {
        self.source.is_gzip()
    }

    pub(crate) fn consume(&mut self, n: usize) {
        self.start = (self.start + n).min(self.end);
    }

    /// Reads on; whether there was anything left to read.
    pub(crate) fn fill(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        let had = self.end;
        let wanted = had + CHUNK;
        if self.buffer.is_empty() {
            // The system gives it cleared: of a small file, clearing it would be most of the work.
            self.buffer = vec![0; wanted];
        } else if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        while self.end < wanted {
            match self.source.read(&mut self.buffer[self.end..wanted]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(n) => self.end += n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(self.end > had)
    }

    /// Reads on until `n` bytes are at hand, or the file ends.
    pub(crate) fn want(&mut self, n: usize) -> io::Result<()> {
        while self.bytes().len() < n && self.fill()? {}
        Ok(())
    }

    /// Finds `needle` from byte `from` of the window on, not beyond byte `limit`.
    pub(crate) fn find(&mut self, needle: &Finder<'_>, from: usize, limit: usize) -> io::Result<Found> {
        let mut from = from;
        loop {
            let bytes = self.bytes();
            if let Some(at) = bytes.get(from..).and_then(|rest| needle.find(rest)) {
                return Ok(Found::At(from + at));
            }
            from = from.max((bytes.len() + 1).saturating_sub(needle.needle().len()));
            if bytes.len() > limit {
                return Ok(Found::TooFar);
            }
            if !self.fill()? {
                return Ok(Found::End);
            }
        }
    }

    pub(crate) fn limit(&self) -> usize {
        self.limit
    }
}

/// The marks that units are found by, in the file's encoding and with its namespace prefix.
pub(crate) struct Marks {
    open: Finder<'static>,
    close: Finder<'static>,
    comment_end: Finder<'static>,
    cdata_end: Finder<'static>,
    instruction_end: Finder<'static>,
    unit: usize,
    /// Which byte of a unit holds an ASCII character.
    low: usize,
}

impl Marks {
    pub(crate) fn new(encoding: Encoding, prefix: &str) -> Self {
        let finder = |text: &str| Finder::new(encoding.encode(text).as_ref()).into_owned();
        Self {
            open: finder(&format!("<{prefix}tu")),
            close: finder(&format!("</{prefix}tu")),
            comment_end: finder("-->"),
            cdata_end: finder("]]>"),
            instruction_end: finder("?>"),
            unit: encoding.unit(),
            low: encoding.encode("<").iter().position(|byte| *byte != 0).unwrap_or(0),
        }
    }

    /// The ASCII character at byte `at`, 0 for another one, `None` at the end.
    fn ascii(&self, bytes: &[u8], at: usize) -> Option<u8> {
        let unit = bytes.get(at..at + self.unit)?;
        let others = unit.iter().enumerate().any(|(i, byte)| i != self.low && *byte != 0);
        Some(if others { 0 } else { unit[self.low] })
    }

    /// Where the white space before byte `end` begins.
    pub(crate) fn trim_end(&self, bytes: &[u8], mut end: usize) -> usize {
        while end >= self.unit && matches!(self.ascii(bytes, end - self.unit), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            end -= self.unit;
        }
        end
    }

    /// The start tag of a unit, from byte `from` of the window on.
    pub(crate) fn find_open<R: BufRead>(&self, window: &mut Window<R>, from: usize) -> io::Result<Found> {
        let mut from = from;
        loop {
            let Found::At(at) = window.find(&self.open, from, window.limit())? else {
                return Ok(if window.ended { Found::End } else { Found::TooFar });
            };
            let after = at + self.open.needle().len();
            window.want(after + self.unit)?;
            let boundary =
                matches!(self.ascii(window.bytes(), after), Some(b' ' | b'\t' | b'\n' | b'\r' | b'>' | b'/'));
            if boundary && at % self.unit == 0 {
                return Ok(Found::At(at));
            }
            from = at + 1;
        }
    }

    /// The byte after the end tag of a unit, from byte `from` of the window on.
    pub(crate) fn find_close<R: BufRead>(&self, window: &mut Window<R>, from: usize) -> io::Result<Found> {
        let mut from = from;
        loop {
            let at = match window.find(&self.close, from, window.limit())? {
                Found::At(at) => at,
                other => return Ok(other),
            };
            let mut after = at + self.close.needle().len();
            if at % self.unit == 0 {
                loop {
                    window.want(after + self.unit)?;
                    match self.ascii(window.bytes(), after) {
                        Some(b' ' | b'\t' | b'\n' | b'\r') => after += self.unit,
                        Some(b'>') => return Ok(Found::At(after + self.unit)),
                        _ => break,
                    }
                }
            }
            from = at + 1;
        }
    }

    /// The byte after the end of the kind of markup that a piece was cut off in, near byte `from`.
    pub(crate) fn find_end_of<R: BufRead>(
        &self,
        cut: Cut,
        window: &mut Window<R>,
        from: usize,
    ) -> io::Result<Option<usize>> {
        let needle = match cut {
            Cut::Comment => &self.comment_end,
            Cut::Cdata => &self.cdata_end,
            Cut::Instruction => &self.instruction_end,
        };
        let near = (from + NEAR).min(window.limit());
        Ok(match window.find(needle, from, near)? {
            Found::At(at) if at <= near => Some(at + needle.needle().len()),
            _ => None,
        })
    }
}

/// How far a comment that holds what looks like the end of a unit may reach: looking further for every broken comment
/// would cost more than it finds.
const NEAR: usize = 256 * 1024;

/// Markup that a piece of a file can be cut off in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    Comment,
    Cdata,
    Instruction,
}
