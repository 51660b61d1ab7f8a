//! The streaming reader: unit by unit, whatever the encoding, past whatever is broken.
//!
//! A file is cut into its head, its units and its tail *before* it is decoded, by the marks `<tu` and `</tu>` in the
//! file's own encoding; each unit is then decoded and parsed by itself. So a broken unit cannot take its neighbours
//! along, an untouched one can leave as the bytes it came in, and no more than one unit is ever in memory.

use std::borrow::Cow;
use std::io::BufRead;

use hexapla_xml::{Encoding, EncodingWarning, Event, Events, Place, Sniffed, XmlErrorKind, sniff};

use crate::build::Builder;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::head::{self, HeadRead};
use crate::model::{Head, Tu};
use crate::options::{ReadError, ReadOptions, Strictness};
use crate::source::{Cut, Found, Marks, Source, Window};
use crate::unit::{Decoding, Outcome, Sink, cut_off, decode_somehow, decode_unit, local, problem_of, run};
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

    /// Where the last unit begins.
    pub fn place(&self) -> Place {
        let before = decode_somehow(self.sniffed.encoding, &self.window.bytes()[..self.before]);
        Place { byte: self.at.byte + self.before, ..self.at.after(&before) }
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
    pub(crate) fn head_text(&self) -> Cow<'_, str> {
        decode_somehow(self.sniffed.encoding, &self.window.bytes()[..self.head_bytes])
    }

    /// The place of byte `at` of the head's text; only before the first unit is read.
    pub(crate) fn head_place(&self, text: &str, at: usize) -> Place {
        self.place_in(text, 0, at)
    }

    /// The places in the file of what was found in the last unit.
    pub(crate) fn places_of(&self, findings: Vec<(Problem, usize)>) -> Vec<(Problem, Place)> {
        let text = decode_somehow(self.sniffed.encoding, self.raw().unit);
        let base = self.place();
        let (mut from, mut here) = (0, base);
        // They come in order, so that the text is walked once.
        let mut place = |at: usize| {
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            if at > from {
                let bytes = here.byte + self.encoded_length(&text[from..at], at - from, usize::MAX);
                here = Place { byte: bytes, ..here.after(&text[from..at]) };
                from = at;
            }
            here
        };
        findings.into_iter().map(|(problem, at)| (problem, place(at))).collect()
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
        let version = self.version;
        let Some(builder) = self.next_unit(|| Builder::new(version))? else { return Ok(None) };
        let mut tu = builder.finish();
        for (at, loose) in std::mem::take(&mut self.loose).into_iter().enumerate() {
            tu.metas.insert(at, crate::model::Meta::Foreign(loose));
        }
        Ok(Some(tu))
    }

    /// The next intact unit, given to a fresh sink.
    pub(crate) fn next_unit<S: Sink>(&mut self, fresh: impl Fn() -> S) -> Result<Option<S>, ReadError> {
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
            if let Some(sink) = self.read_unit(start, &fresh)? {
                return Ok(Some(sink));
            }
        }
    }

    fn leave_piece(&mut self) {
        let used = self.before + self.piece;
        if used > 0 {
            let bytes = &self.window.bytes()[..used];
            let after = if self.sniffed.encoding == Encoding::UTF_8 {
                self.at.after_bytes(bytes)
            } else {
                self.at.after(&decode_somehow(self.sniffed.encoding, bytes))
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
                    let gap = &self.window.bytes()[..at];
                    if gap.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
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

    /// Looks at what stands between two units; the kind of markup it is cut off in, if it is.
    fn read_gap(&mut self, end: usize) -> Result<Option<Cut>, ReadError> {
        let text = decode_somehow(self.sniffed.encoding, &self.window.bytes()[..end]).into_owned();
        let (tmx, body) = (format!("{}tmx", self.prefix), format!("{}body", self.prefix));
        let open: &[&str] = if self.phase == Phase::Body { &[&tmx, &body] } else { &[] };
        let mut events = Events::piece(&text, self.at, open);
        let mut loose = Vec::new();
        let mut problem = None;
        while let Some(event) = events.next() {
            let at = events.range().start;
            let found = match event {
                Ok(Event::Comment(_) | Event::Instruction(_)) => {
                    loose.push(text[events.range()].to_owned());
                    None
                }
                Ok(Event::Text(text)) if text.trim().is_empty() => None,
                Ok(Event::Text(_)) => Some(Problem::UnexpectedText { parent: "body".to_owned() }),
                Ok(Event::Start(tag)) => Some(Problem::UnexpectedElement {
                    element: local(tag.name, &self.prefix).to_owned(),
                    parent: "body".to_owned(),
                }),
                Ok(Event::End { .. }) => {
                    self.phase = Phase::Beyond;
                    None
                }
                Ok(Event::Declaration(_) | Event::Doctype(_)) => None,
                Err(error) => match cut_off(&error.kind) {
                    Some(cut) => return Ok(Some(cut)),
                    None => Some(Problem::Xml(error.kind)),
                },
            };
            problem = problem.or(found.map(|problem| (problem, at)));
        }
        if problem.is_none() && self.phase == Phase::Beyond {
            problem = Some((Problem::UnitOutsideBody, text.len()));
        }
        self.loose.append(&mut loose);
        if let Some((problem, at)) = problem {
            let place = self.place_in(&text, 0, at);
            self.report(problem, place, None)?;
        }
        Ok(None)
    }

    fn read_unit<S: Sink>(&mut self, start: usize, fresh: &impl Fn() -> S) -> Result<Option<S>, ReadError> {
        let mut search = start;
        let mut first_end = None;
        let mut first_error: Option<(Problem, usize)> = None;
        loop {
            let end = match self.marks.find_close(&mut self.window, search)? {
                Found::At(end) => end,
                Found::End if first_error.is_none() => self.window.bytes().len(),
                Found::TooFar if first_error.is_none() => {
                    let limit = self.options.max_unit;
                    let place = self.place();
                    self.report(Problem::UnitTooLarge { limit }, place, Some(self.units))?;
                    // Far beyond the start of this unit another one may have begun.
                    self.piece = 3 * self.sniffed.encoding.unit();
                    return Ok(None);
                }
                _ => break,
            };
            first_end.get_or_insert(end);
            let bytes = &self.window.bytes()[start..end];
            let mut mislabelled = false;
            let text = match decode_unit(self.sniffed.encoding, bytes, self.sniffed.bom > 0) {
                Decoding::Text(text) => text,
                Decoding::Mislabelled(text) => {
                    mislabelled = !self.mislabelled;
                    text
                }
                Decoding::Undecodable { sound } => {
                    let encoding = self.sniffed.encoding.name().to_owned();
                    let before = decode_somehow(self.sniffed.encoding, &bytes[..sound]).into_owned();
                    let place = Place { byte: self.at.byte + start + sound, ..self.place().after(&before) };
                    self.report(Problem::Undecodable { encoding }, place, Some(self.units))?;
                    self.piece = self.end_of_broken(start, end);
                    return Ok(None);
                }
            };
            let mut sink = fresh();
            let (outcome, warnings) = run(&text, &self.prefix, self.options.max_depth, &mut sink);
            match outcome {
                Outcome::Whole(length) => {
                    self.piece = self.encoded_length(&text, length, bytes.len());
                    if !warnings.is_empty() || mislabelled {
                        let text = text.into_owned();
                        if mislabelled {
                            self.report_mislabelled()?;
                        }
                        for warning in warnings {
                            let place = self.place_in(&text, start, warning.place.byte);
                            self.report(problem_of(warning.kind), place, Some(self.units))?;
                        }
                    }
                    return Ok(Some(sink));
                }
                Outcome::Nested(at) => {
                    self.piece = self.encoded_length(&text, at, bytes.len());
                    let place = self.place();
                    self.report(Problem::UnclosedUnit, place, Some(self.units))?;
                    return Ok(None);
                }
                Outcome::Broken(error) => {
                    let at = error.place.byte;
                    let length = self.encoded_length(&text, at, bytes.len());
                    let cut = cut_off(&error.kind);
                    first_error.get_or_insert((Problem::Xml(error.kind), length));
                    // A comment may hold what looks like the end of a unit.
                    match cut {
                        Some(cut) => match self.marks.find_end_of(cut, &mut self.window, end)? {
                            Some(beyond) if beyond > search => search = beyond,
                            _ => break,
                        },
                        None => break,
                    }
                }
            }
        }
        let end = first_end.unwrap_or(start);
        let (problem, at) = first_error.unwrap_or((Problem::UnclosedUnit, 0));
        let before = decode_somehow(self.sniffed.encoding, &self.window.bytes()[start..start + at]).into_owned();
        let place = Place { byte: self.at.byte + start + at, ..self.place().after(&before) };
        self.piece = self.end_of_broken(start, end);
        if start + self.piece == self.window.bytes().len() {
            // It took the end of the file along; that is said once.
            self.phase = Phase::Beyond;
        }
        self.report(problem, place, Some(self.units))?;
        Ok(None)
    }

    fn report_mislabelled(&mut self) -> Result<(), ReadError> {
        self.mislabelled = true;
        let declared = self.sniffed.declared.clone().unwrap_or_else(|| "UTF-8".to_owned());
        let warning = EncodingWarning::Conflict { declared, actual: Encoding::WINDOWS_1252.name() };
        let place = self.place();
        self.report(Problem::Encoding(warning), place, Some(self.units))
    }

    /// How many bytes of the window belong to a broken unit: to where another one seems to begin, else to its end.
    fn end_of_broken(&mut self, start: usize, end: usize) -> usize {
        let unit = self.sniffed.encoding.unit();
        match self.marks.find_open(&mut self.window, start + unit) {
            Ok(Found::At(next)) if next < end => next - start,
            _ => end.saturating_sub(start).max(unit),
        }
    }

    /// How many bytes of the file the first `length` bytes of `text` are, of `all`.
    fn encoded_length(&self, text: &str, length: usize, all: usize) -> usize {
        if self.sniffed.encoding == Encoding::UTF_8 && (text.len() == all || all == usize::MAX) {
            return length;
        }
        if length >= text.len() && all != usize::MAX {
            return all;
        }
        self.sniffed.encoding.encode(&text[..length.min(text.len())]).len().min(all)
    }

    /// The place of byte `at` of `text`, which stands at byte `start` of the window.
    fn place_in(&self, text: &str, start: usize, at: usize) -> Place {
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let base = if start == 0 { self.at } else { self.place() };
        let byte = self.at.byte + start + self.encoded_length(text, at, usize::MAX);
        Place { byte, ..base.after(&text[..at]) }
    }

    fn read_head(&mut self) -> Result<(), ReadError> {
        let encoding = self.sniffed.encoding;
        let whole = self.window.bytes().len() / encoding.unit() * encoding.unit();
        let start = decode_somehow(encoding, &self.window.bytes()[..whole]).into_owned();
        let (prefix, refusal) = head::first_look(&start);
        if let Some((problem, at)) = refusal {
            let place = self.place_in(&start, 0, at);
            return Err(ReadError::Refused(Box::new(Diagnostic { problem, place, unit: None, tuid: None })));
        }
        if !prefix.is_empty() {
            self.marks = Marks::new(encoding, &prefix);
            self.prefix = prefix;
        }
        let mut from = 0;
        loop {
            let found = self.marks.find_open(&mut self.window, from)?;
            let end = match found {
                Found::At(at) => at,
                Found::End | Found::TooFar => self.window.bytes().len(),
            };
            let text = decode_somehow(encoding, &self.window.bytes()[..end]).into_owned();
            let HeadRead { head, problems, cut, body } =
                head::read(&text, self.at, &self.prefix, self.options.max_depth);
            if let (Some(cut), Found::At(at)) = (cut, found)
                && let Some(beyond) = self.marks.find_end_of(cut, &mut self.window, at)?
            {
                from = beyond;
                continue;
            }
            if found == Found::End && head.version.is_none() && head.attributes.is_empty() && body == head::Body::None {
                // Nothing of a memory in it: then what is wrong with it is that it is none.
                let fatal = Problem::NotXml;
                if let Some((Problem::Xml(_), at)) = problems.first() {
                    let place = self.place_in(&text, 0, *at);
                    return Err(ReadError::Refused(Box::new(Diagnostic {
                        problem: fatal,
                        place,
                        unit: None,
                        tuid: None,
                    })));
                }
            }
            self.version = head.version.as_deref().and_then(Version::of).unwrap_or(Version::V1_4);
            self.head = head;
            self.phase = match body {
                head::Body::Closed => Phase::Done,
                _ => Phase::Body,
            };
            let broken = problems.iter().any(|(problem, _)| matches!(problem, Problem::Xml(_)));
            for (problem, at) in problems {
                let place = self.place_in(&text, 0, at);
                self.report(problem, place, None)?;
            }
            // White space before the first unit goes and stays with the unit.
            let end = if found == Found::End { end } else { self.marks.trim_end(self.window.bytes(), end) };
            self.head_bytes = end;
            self.before = end;
            if found == Found::End && self.phase == Phase::Body {
                self.phase = Phase::Done;
                if !broken {
                    let place = self.place_in(&text, 0, text.len());
                    self.report(Problem::Truncated, place, None)?;
                }
            }
            return Ok(());
        }
    }

    fn read_tail(&mut self) -> Result<(), ReadError> {
        let beyond = self.phase == Phase::Beyond;
        self.phase = Phase::Done;
        self.before = self.window.bytes().len();
        let text = decode_somehow(self.sniffed.encoding, self.window.bytes()).into_owned();
        if beyond {
            // What is wrong here was said where the document ended.
            return Ok(());
        }
        let (tmx, body) = (format!("{}tmx", self.prefix), format!("{}body", self.prefix));
        let mut events = Events::piece(&text, self.at, &[&tmx, &body]);
        let mut problem = None;
        while let Some(event) = events.next() {
            let at = events.range().start;
            let closed = events.open().is_empty();
            let found = match event {
                Ok(Event::Text(text)) if text.trim().is_empty() => None,
                Ok(Event::Text(_)) if closed => Some(Problem::TrailingJunk),
                Ok(Event::Text(_)) => Some(Problem::UnexpectedText { parent: "body".to_owned() }),
                Ok(Event::Start(_)) if events.open().len() == 1 && events.open()[0] != tmx => {
                    Some(Problem::TrailingJunk)
                }
                Ok(Event::Start(tag)) => Some(Problem::UnexpectedElement {
                    element: local(tag.name, &self.prefix).to_owned(),
                    parent: if events.open().len() > 2 { "body" } else { "tmx" }.to_owned(),
                }),
                Ok(_) => None,
                Err(_) if closed => Some(Problem::TrailingJunk),
                Err(error) => Some(Problem::Xml(error.kind)),
            };
            problem = problem.or(found.map(|problem| (problem, at)));
        }
        if problem.is_none() && !events.open().is_empty() {
            problem = Some((Problem::Truncated, text.len()));
        }
        if let Some((problem, at)) = problem {
            let place = self.place_in(&text, 0, at);
            self.report(problem, place, None)?;
        }
        Ok(())
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
