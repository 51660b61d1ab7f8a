//! Bytes become UTF-8: a whole file at once, or a stream.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use crate::encoding::{Encoding, EncodingWarning, Fidelity, Sniffed, Stream, sniff};

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without its byte order mark; borrowed from the file where that is UTF-8.
    pub text: Cow<'a, str>,
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// Whether the file began with a byte order mark.
    pub had_bom: bool,
    /// What was odd.
    pub warning: Option<EncodingWarning>,
}

/// Decodes a whole file of XML; it cannot fail.
///
/// Bytes that are not the UTF-8 they claim to be are read as windows-1252 where no sequence among them is UTF-8 either
/// (a mislabelled file), else replaced by U+FFFD (a damaged one); there is a [`Decoded::warning`] in either case.
///
/// ```
/// use hexapla_xml::{EncodingWarning, decode};
/// let sound = decode("<a>ß</a>".as_bytes());
/// assert_eq!((sound.text.as_ref(), sound.warning), ("<a>ß</a>", None));
/// let mislabelled = decode(b"<?xml version='1.0' encoding='utf-8'?><a>\xDF</a>");
/// assert!(mislabelled.text.ends_with("<a>ß</a>"));
/// let damaged = decode(b"<a>\xC3\xA4\xFF</a>");
/// assert_eq!(damaged.text, "<a>ä\u{FFFD}</a>");
/// assert_eq!(damaged.warning, Some(EncodingWarning::Undecodable { encoding: "UTF-8" }));
/// ```
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let Sniffed { encoding, bom, declared, warning } = sniff(bytes);
    let body = &bytes[bom..];
    let had_bom = bom > 0;
    if let Ok(text) = encoding.decode(body) {
        return Decoded { text, encoding, had_bom, warning };
    }
    if encoding == Encoding::UTF_8 && !had_bom && !holds_utf8(body) {
        let (text, _) = Encoding::WINDOWS_1252.decode_lossy(body);
        let declared = declared.unwrap_or_else(|| "UTF-8".to_owned());
        let actual = Encoding::WINDOWS_1252.name();
        let warning = Some(EncodingWarning::Conflict { declared, actual });
        return Decoded { text, encoding: Encoding::WINDOWS_1252, had_bom, warning };
    }
    let (text, _) = encoding.decode_lossy(body);
    Decoded { text, encoding, had_bom, warning: Some(EncodingWarning::Undecodable { encoding: encoding.name() }) }
}

/// Whether any sequence of bytes beyond ASCII is sound UTF-8.
pub(crate) fn holds_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// A stream of bytes in any encoding, read as UTF-8, in constant memory.
///
/// The byte order mark is not part of what is read; bytes that mean nothing become U+FFFD.
///
/// ```
/// use std::io::Read;
/// use hexapla_xml::Utf8Reader;
/// let mut text = String::new();
/// let mut reader = Utf8Reader::new(&b"\xFE\xFF\0<\0a\0/\0>"[..])?;
/// reader.read_to_string(&mut text)?;
/// assert_eq!((text.as_str(), reader.sniffed().encoding.name()), ("<a/>", "UTF-16BE"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Utf8Reader<R> {
    inner: R,
    start: Vec<u8>,
    sniffed: Sniffed,
    stream: Stream,
    out: String,
    used: usize,
    ended: bool,
    fidelity: Fidelity,
}

/// How much of a stream is looked at to find its encoding.
const PREFIX: u64 = 64 * 1024;

impl<R: BufRead> Utf8Reader<R> {
    /// Reads the start of `inner` and settles the encoding.
    ///
    /// # Errors
    /// Where reading fails.
    pub fn new(mut inner: R) -> io::Result<Self> {
        let mut start = Vec::new();
        inner.by_ref().take(PREFIX).read_to_end(&mut start)?;
        let sniffed = sniff(&start);
        start.drain(..sniffed.bom);
        let stream = sniffed.encoding.stream();
        Ok(Self { inner, start, sniffed, stream, out: String::new(), used: 0, ended: false, fidelity: Fidelity::Exact })
    }

    /// What was found out about the encoding.
    pub fn sniffed(&self) -> &Sniffed {
        &self.sniffed
    }

    /// What was odd about the encoding so far.
    pub fn warning(&self) -> Option<EncodingWarning> {
        match self.fidelity {
            Fidelity::Exact => self.sniffed.warning.clone(),
            Fidelity::Lossy => Some(EncodingWarning::Undecodable { encoding: self.sniffed.encoding.name() }),
        }
    }
}

impl<R: BufRead> BufRead for Utf8Reader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.used == self.out.len() && !self.ended {
            self.out.clear();
            self.used = 0;
            let lossy = if self.start.is_empty() {
                let piece = self.inner.fill_buf()?;
                let (read, last) = (piece.len(), piece.is_empty());
                let lossy = self.stream.feed(piece, &mut self.out, last);
                self.inner.consume(read);
                self.ended = last;
                lossy
            } else {
                let lossy = self.stream.feed(&self.start, &mut self.out, false);
                self.start = Vec::new();
                lossy
            };
            if lossy == Fidelity::Lossy {
                self.fidelity = lossy;
            }
        }
        Ok(&self.out.as_bytes()[self.used..])
    }

    fn consume(&mut self, amount: usize) {
        self.used = (self.used + amount).min(self.out.len());
    }
}

impl<R: BufRead> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}
