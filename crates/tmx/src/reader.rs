//! The streaming reader: unit by unit, whatever the encoding, past whatever is broken.
//!
//! A file is cut into its head, its units and its tail *before* it is decoded, by the marks `<tu` and `</tu>` in the
//! file's own encoding; each unit is then decoded and parsed by itself. So a broken unit cannot take its neighbours
//! along, an untouched one can leave as the bytes it came in, and no more than one unit is ever in memory.

pub(crate) mod frame;
mod piece;
mod places;

use std::io::BufRead;

use hexapla_xml::{Encoding, Place, Sniffed, XmlErrorKind, sniff};

use crate::build::Builder;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::model::{Head, Meta, Tu};
use crate::options::{ReadError, ReadOptions, Strictness};
use crate::source::{Cut, Found, Marks, Source, Window};
use crate::unit::{Decoded, Sink};
use crate::version::Version;

/// Reads a TMX file unit by unit, in the memory of one unit.
///
/// Versions 1.1 to 1.4, every encoding, gzip. Broken units are skipped and reported.
///
/// ```
/// use hexapla_tmx::Reader;
/// let file = r#"<tmx version="1.4"><header srclang="de"/><body>
///   <tu><tuv xml:lang="de"><seg>Hallo</seg></tuv><tuv xml:lang="ru"><seg>Привет</seg></tuv></tu>
///   <tu><tuv xml:lang="de"><seg>A & B</seg></tuv></tu>
///   <tu><tuv xml:lang="de"><seg>Ende</seg></tuv></tu>
/// </body></tmx>"#;
/// let mut reader = Reader::new(file.as_bytes())?;
/// assert_eq!(reader.head().source_language(), Some("de"));
/// let mut texts = Vec::new();
/// while let Some(tu) = reader.next_tu()? {
///     texts.push(tu.variants[0].plain_text());
/// }
/// assert_eq!(texts, ["Hallo", "Ende"]);
/// let problems = reader.take_diagnostics();
/// assert_eq!((problems.len(), problems[0].code(), problems[0].place.line), (1, "xml-bare-ampersand", 3));
/// # Ok::<(), hexapla_tmx::ReadError>(())
/// ```
pub struct Reader<R: BufRead> {
    window: Window<R>,
    marks: Marks,
    options: ReadOptions,
    sniffed: Sniffed,
    prefix: String,
    head: Head,
    version: Version,
    /// Where the window begins.
    at: Place,
    /// The last piece that was handed out: what stood before the unit, and the unit itself, in bytes of the window.
    before: usize,
    piece: usize,
    /// The bytes of the head, mark included.
    head_bytes: usize,
    units: u64,
    phase: Phase,
    /// What stands between the units and is none: comments, instructions, elements that TMX does not know.
    loose: Vec<String>,
    diagnostics: Vec<Diagnostic>,
    mislabelled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Head,
    Body,
    /// After the end of the document, which broken files go on beyond.
    Beyond,
    Done,
}

/// The bytes of a unit as they stand in the file, in the file's encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a> {
    /// What stands between the unit (or header) before it and the unit: white space and comments, mostly.
    pub before: &'a [u8],
    /// The unit, from `<tu` to `</tu>`.
    pub unit: &'a [u8],
}

impl<R: BufRead> Reader<R> {
    /// Opens a file and reads its head.
    ///
    /// # Errors
    /// Where the stream cannot be read, or what it holds is no TMX, or its document type declares entities that could
    /// explode or reach outside.
    pub fn new(input: R) -> Result<Self, ReadError> {
        Self::with_options(input, ReadOptions::default())
    }

    /// The same, with a say in how.
    ///
    /// # Errors
    /// As for [`Reader::new`], and at the first error of the head where reading is strict.
    pub fn with_options(input: R, options: ReadOptions) -> Result<Self, ReadError> {
        let mut window = Window::new(Source::new(input)?, options.max_unit);
        window.fill()?;
        let sniffed = sniff(window.bytes());
        let encoding = sniffed.encoding;
        let bom = sniffed.bom;
        let mut reader = Self {
            window,
            marks: Marks::new(encoding, ""),
            options,
            sniffed,
            prefix: String::new(),
            head: Head::default(),
            version: Version::V1_4,
            at: Place { byte: bom, ..Place::START },
            before: 0,
            piece: 0,
            head_bytes: 0,
            units: 0,
            phase: Phase::Head,
            loose: Vec::new(),
            diagnostics: Vec::new(),
            mislabelled: false,
        };
        reader.window.consume(bom);
        if let Some(warning) = reader.sniffed.warning.clone() {
            reader.report(Problem::Encoding(warning), Place::START, None)?;
        }
        reader.read_head()?;
        Ok(reader)
    }

    /// What stands before the units.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The version that the file is read as.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The encoding that the file is read in.
    pub fn encoding(&self) -> Encoding {
        self.sniffed.encoding
    }

    /// What the file's bytes and declaration say of its encoding.
    pub fn sniffed(&self) -> &Sniffed {
        &self.sniffed
    }

    /// Whether the file is gzipped.
    pub fn is_gzip(&self) -> bool {
        self.window.is_gzip()
    }

    /// How many units began so far, the broken ones among them.
    pub fn units(&self) -> u64 {
        self.units
    }

    /// How far into the file (unzipped) the reader is, for a progress bar.
    pub fn position(&self) -> u64 {
        self.at.byte as u64
    }

    /// The bytes of the last unit, as they stand in the file.
    pub fn raw(&self) -> Raw<'_> {
        let bytes = self.window.bytes();
        let unit = (self.before + self.piece).min(bytes.len());
        Raw { before: &bytes[..self.before.min(unit)], unit: &bytes[self.before.min(unit)..unit] }
    }

    /// The bytes of the head as they stand in the file, byte order mark included, before the first unit is read;
    /// after the last one, those of the tail.
    pub fn raw_frame(&self) -> Vec<u8> {
        if self.phase == Phase::Done {
            return self.raw().before.to_vec();
        }
        let mark: &[u8] = match (self.sniffed.bom, self.sniffed.encoding.unit()) {
            (0, _) => b"",
            (3, _) => b"\xEF\xBB\xBF",
            (_, 4) if self.sniffed.encoding.name() == "UTF-32LE" => b"\xFF\xFE\0\0",
            (_, 4) => b"\0\0\xFE\xFF",
            _ if self.sniffed.encoding == Encoding::UTF_16LE => b"\xFF\xFE",
            _ => b"\xFE\xFF",
        };
        [mark, &self.window.bytes()[..self.head_bytes]].concat()
    }

    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The head as text; only before the first unit is read.
    pub(crate) fn head_text(&self) -> Decoded<'_> {
        self.decoded(&self.window.bytes()[..self.head_bytes])
    }

    /// What stands after the last unit and is none, as it was written: comments, processing instructions, elements that
    /// TMX does not know. After the last unit only; what stands before a unit is among its [`Tu::metas`].
    pub fn rest(&self) -> &[String] {
        if self.phase == Phase::Done { &self.loose } else { &[] }
    }

    /// Hands over what was found wrong since the last call.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics)
    }

    /// The next intact unit, `None` after the last.
    ///
    /// # Errors
    /// Where the stream cannot be read; at the first error where reading is strict.
    pub fn next_tu(&mut self) -> Result<Option<Tu>, ReadError> {
        let mut builder = Builder::new(self.version);
        let Some(loose) = self.next_unit(&mut builder)? else { return Ok(None) };
        let mut tu = builder.finish();
        tu.metas.splice(0..0, loose.into_iter().map(Meta::Foreign));
        Ok(Some(tu))
    }

    /// Hands the next intact unit to `sink`; what stood before it and is none, or `None` after the last.
    pub(crate) fn next_unit<S: Sink>(&mut self, sink: &mut S) -> Result<Option<Vec<String>>, ReadError> {
        loop {
            self.leave_piece();
            if self.phase == Phase::Done {
                return Ok(None);
            }
            let Some(start) = self.find_unit()? else {
                self.read_tail()?;
                return Ok(None);
            };
            self.before = start;
            self.units += 1;
            if self.read_unit(start, sink)? {
                return Ok(Some(std::mem::take(&mut self.loose)));
            }
        }
    }

    fn leave_piece(&mut self) {
        let used = self.before + self.piece;
        if used > 0 {
            let bytes = &self.window.bytes()[..used];
            let after = if self.sniffed.encoding == Encoding::UTF_8 && !self.mislabelled {
                self.at.after_bytes(bytes)
            } else {
                self.at.after(&self.decoded(bytes).text)
            };
            self.at = Place { byte: self.at.byte + used, ..after };
            self.window.consume(used);
            (self.before, self.piece) = (0, 0);
        }
    }

    /// The byte of the window where the next unit begins; what stands before it is looked at.
    fn find_unit(&mut self) -> Result<Option<usize>, ReadError> {
        let mut from = 0;
        loop {
            match self.marks.find_open(&mut self.window, from)? {
                Found::At(at) => {
                    if self.marks.trim_end(self.window.bytes(), at) == 0 {
                        return Ok(Some(at));
                    }
                    match self.read_gap(at)? {
                        Some(cut) => match self.marks.find_end_of(cut, &mut self.window, at)? {
                            Some(end) => from = end,
                            None => {
                                let problem = match cut {
                                    Cut::Comment => XmlErrorKind::UnclosedComment,
                                    Cut::Cdata => XmlErrorKind::UnclosedCdata,
                                    Cut::Instruction => XmlErrorKind::UnclosedInstruction,
                                };
                                self.report(Problem::Xml(problem), self.at, None)?;
                                return Ok(Some(at));
                            }
                        },
                        None => return Ok(Some(at)),
                    }
                }
                Found::End => return Ok(None),
                Found::TooFar => {
                    let limit = self.options.max_unit;
                    self.report(Problem::UnitTooLarge { limit }, self.at, None)?;
                    self.skip_most();
                    from = 0;
                }
            }
        }
    }

    /// Lets go of all that is at hand but what may be the beginning of a mark.
    fn skip_most(&mut self) {
        let unit = self.sniffed.encoding.unit();
        let keep = 64 * unit;
        self.before = self.window.bytes().len().saturating_sub(keep) / unit * unit;
        self.piece = 0;
        self.leave_piece();
    }

    fn report(&mut self, problem: Problem, place: Place, unit: Option<u64>) -> Result<(), ReadError> {
        let diagnostic = Diagnostic { problem, place, unit, tuid: None };
        if self.options.strictness == Strictness::Strict && diagnostic.severity() >= Severity::Error {
            return Err(ReadError::Refused(Box::new(diagnostic)));
        }
        self.diagnostics.push(diagnostic);
        Ok(())
    }
}
