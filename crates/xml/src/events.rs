//! The reader: quick-xml finds the tokens, every rule of well-formedness is checked here.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::Event as Token;
use quick_xml::reader::Reader;

use crate::chars::{find_forbidden, is_name, is_space};
use crate::doctype::Doctype;
use crate::error::{XmlError, XmlErrorKind, XmlWarning, XmlWarningKind};
use crate::event::{Declaration, Event, Form, Tag};
use crate::place::{Place, PlaceCursor};
use crate::tag::{self, Breach, Resolved};

/// How many elements may stand in one another unless said otherwise.
///
/// The reader keeps a list, not a stack of calls, so depth costs 16 bytes a level and cannot overflow.
pub const DEFAULT_MAX_DEPTH: usize = 10_000;

/// Reads a text as XML, event by event, checked.
///
/// It is an iterator; after the first error it ends. [`Events::range`] and [`Events::place`] say where the event that
/// came last stands. Every event borrows from the text.
///
/// ```
/// use hexapla_xml::{Events, XmlErrorKind};
/// let check = |text: &str| Events::new(text).find_map(Result::err).map(|error| (error.kind, error.place.column));
/// assert_eq!(check("<a>x</a>"), None);
/// assert_eq!(check("<a>\u{1}</a>"), Some((XmlErrorKind::ForbiddenCharacter { character: '\u{1}' }, 4)));
/// assert_eq!(check("<a>"), Some((XmlErrorKind::UnclosedElement { name: "a".into() }, 4)));
/// assert_eq!(check("<a/>b"), Some((XmlErrorKind::TextOutsideRoot, 5)));
/// ```
#[derive(Debug)]
pub struct Events<'a> {
    text: &'a str,
    tokens: Reader<&'a [u8]>,
    extent: Extent,
    open: Vec<&'a str>,
    max_depth: usize,
    forbidden: usize,
    cdata_end: bool,
    doctype_seen: bool,
    root_seen: bool,
    ahead: Option<Ahead<'a>>,
    range: Range<usize>,
    places: PlaceCursor,
    warnings: Vec<(XmlWarningKind, usize)>,
    done: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Document,
    Piece,
}

/// What was read one token too far.
#[derive(Debug)]
enum Ahead<'a> {
    Markup(Kind, Range<usize>),
    End(&'a str, usize),
    Breach(Breach),
    Eof,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Start,
    Empty,
    End,
    Comment,
    Instruction,
    Declaration,
    Doctype,
}

impl<'a> Events<'a> {
    /// Reads a whole document. A byte order mark at its start is skipped.
    pub fn new(text: &'a str) -> Self {
        Self::with(text, Place::START, Extent::Document, Vec::new())
    }

    /// Reads a piece of a document, which stands at `place` with the elements `open` around it.
    ///
    /// A piece may hold any number of elements, may leave elements open ([`Events::open`] says which) and may close
    /// those that were open before.
    ///
    /// ```
    /// use hexapla_xml::{Events, Place};
    /// let mut events = Events::piece("<tu>\n</tu></body>", Place { line: 7, column: 1, byte: 300 }, &["tmx", "body"]);
    /// assert_eq!(events.by_ref().filter_map(Result::ok).count(), 4);
    /// assert_eq!(events.open(), ["tmx"]);
    /// assert_eq!(events.place().line, 8);
    /// ```
    pub fn piece(text: &'a str, place: Place, open: &[&'a str]) -> Self {
        Self::with(text, place, Extent::Piece, open.to_vec())
    }

    /// With another bound for depth than [`DEFAULT_MAX_DEPTH`].
    pub fn max_depth(mut self, limit: usize) -> Self {
        self.max_depth = limit;
        self
    }

    fn with(text: &'a str, base: Place, extent: Extent, open: Vec<&'a str>) -> Self {
        let text = if extent == Extent::Document { text.strip_prefix('\u{FEFF}').unwrap_or(text) } else { text };
        let mut tokens = Reader::from_str(text);
        let config = tokens.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        // quick-xml would silently skip a second mark and count positions without it.
        let mark = text.starts_with('\u{FEFF}').then_some(0);
        Self {
            text,
            tokens,
            extent,
            open,
            max_depth: DEFAULT_MAX_DEPTH,
            forbidden: find_forbidden(text).or(mark).unwrap_or(usize::MAX),
            cdata_end: memchr::memmem::find(text.as_bytes(), b"]]>").is_some(),
            doctype_seen: false,
            root_seen: false,
            ahead: None,
            range: 0..0,
            places: PlaceCursor::new(base),
            warnings: Vec::new(),
            done: false,
        }
    }

    /// The bytes of the text (without its byte order mark) that the last event takes up.
    ///
    /// The end of an element that is written `<a/>` takes up none.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Where the last event begins.
    pub fn place(&mut self) -> Place {
        self.places.place(self.text, self.range.start)
    }

    /// The place of any byte of the text; cheap as long as bytes are asked for in order.
    pub fn place_of(&mut self, byte: usize) -> Place {
        self.places.place(self.text, byte)
    }

    /// The elements that are open now, outermost first.
    pub fn open(&self) -> &[&'a str] {
        &self.open
    }

    /// The text that is read, without its byte order mark.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Hands over the warnings so far, and forgets them.
    pub fn take_warnings(&mut self) -> Vec<XmlWarning> {
        let warnings = std::mem::take(&mut self.warnings);
        warnings.into_iter().map(|(kind, at)| XmlWarning { kind, place: self.places.place(self.text, at) }).collect()
    }

    fn event(&mut self) -> Result<Option<Event<'a>>, Breach> {
        let ahead = match self.ahead.take() {
            Some(ahead) => ahead,
            None => {
                if let Some(text) = self.text_run()? {
                    return Ok(Some(Event::Text(text)));
                }
                self.ahead.take().unwrap_or(Ahead::Eof)
            }
        };
        match ahead {
            Ahead::Markup(kind, range) => self.markup(kind, range).map(Some),
            Ahead::End(name, at) => {
                self.range = at..at;
                self.open.pop();
                Ok(Some(Event::End { name }))
            }
            Ahead::Breach(breach) => Err(breach),
            Ahead::Eof => self.end().map(|()| None),
        }
    }

    /// Joins text, references and CDATA; leaves the markup after them in `ahead`.
    fn text_run(&mut self) -> Result<Option<Cow<'a, str>>, Breach> {
        let start = self.token_end();
        let mut end = start;
        let mut run: Option<Cow<'a, str>> = None;
        loop {
            let from = self.token_end();
            let token = match self.tokens.read_event() {
                Ok(token) => token,
                Err(error) => {
                    self.ahead = Some(Ahead::Breach(self.breach_of(&error)));
                    break;
                }
            };
            let range = from..self.token_end();
            let kind = match token {
                Token::Text(_) => {
                    self.check_characters(&range)?;
                    let piece = &self.text[range.clone()];
                    if self.cdata_end
                        && let Some(at) = memchr::memmem::find(piece.as_bytes(), b"]]>")
                    {
                        return Err((XmlErrorKind::CdataEndInText, range.start + at));
                    }
                    // One run in one piece is the usual case; it is borrowed.
                    append(&mut run, tag::unix_line_ends(piece));
                    end = range.end;
                    continue;
                }
                Token::CData(_) => {
                    self.check_characters(&range)?;
                    append(&mut run, tag::unix_line_ends(&self.text[range.start + 9..range.end - 3]));
                    end = range.end;
                    continue;
                }
                Token::GeneralRef(_) => {
                    let reference = &self.text[range.start + 1..range.end - 1];
                    match tag::resolve(reference) {
                        Resolved::Char(character) => {
                            run.get_or_insert_default().to_mut().push(character);
                        }
                        Resolved::Entity => {
                            self.warnings
                                .push((XmlWarningKind::UnknownEntity { name: reference.to_owned() }, range.start));
                            append(&mut run, Cow::Borrowed(&self.text[range.clone()]));
                        }
                        Resolved::Bad(kind) => return Err((kind, range.start)),
                    }
                    end = range.end;
                    continue;
                }
                Token::Eof => {
                    self.ahead = Some(Ahead::Eof);
                    break;
                }
                Token::Start(_) => Kind::Start,
                Token::Empty(_) => Kind::Empty,
                Token::End(_) => Kind::End,
                Token::Comment(_) => Kind::Comment,
                Token::PI(_) => Kind::Instruction,
                Token::Decl(_) => Kind::Declaration,
                Token::DocType(_) => Kind::Doctype,
            };
            self.ahead = Some(Ahead::Markup(kind, range));
            break;
        }
        let Some(text) = run else { return Ok(None) };
        self.range = start..end;
        if self.open.is_empty() && self.extent == Extent::Document {
            let written = &self.text.as_bytes()[start..end];
            if let Some(at) = written.iter().position(|byte| !is_space(*byte)) {
                return Err((XmlErrorKind::TextOutsideRoot, start + at));
            }
        }
        Ok(Some(text))
    }

    fn markup(&mut self, kind: Kind, range: Range<usize>) -> Result<Event<'a>, Breach> {
        self.check_characters(&range)?;
        self.range = range.clone();
        let written = &self.text[range.clone()];
        match kind {
            Kind::Start | Kind::Empty => self.start_tag(kind, written, range),
            Kind::End => {
                let name = written[2..written.len() - 1].trim_end_matches([' ', '\t', '\n', '\r']);
                match self.open.last() {
                    Some(expected) if *expected == name => {
                        self.open.pop();
                        Ok(Event::End { name })
                    }
                    _ if !is_name(name) => Err((XmlErrorKind::BadName { name: name.to_owned() }, range.start)),
                    Some(expected) => {
                        let (expected, found) = ((*expected).to_owned(), name.to_owned());
                        Err((XmlErrorKind::MismatchedEnd { expected, found }, range.start))
                    }
                    None => Err((XmlErrorKind::UnexpectedEnd { name: name.to_owned() }, range.start)),
                }
            }
            Kind::Comment => {
                let comment = &written[4..written.len() - 3];
                match memchr::memmem::find(comment.as_bytes(), b"--") {
                    Some(at) => Err((XmlErrorKind::DoubleHyphen, range.start + 4 + at)),
                    None if comment.ends_with('-') => Err((XmlErrorKind::DoubleHyphen, range.end - 4)),
                    None => Ok(Event::Comment(comment)),
                }
            }
            Kind::Instruction => {
                let instruction = &written[2..written.len() - 2];
                let end = instruction.find([' ', '\t', '\n', '\r']).unwrap_or(instruction.len());
                let target = &instruction[..end];
                if !is_name(target) {
                    return Err((XmlErrorKind::BadName { name: target.to_owned() }, range.start + 2));
                }
                if target.eq_ignore_ascii_case("xml") {
                    return Err((XmlErrorKind::MisplacedDeclaration, range.start));
                }
                Ok(Event::Instruction(instruction))
            }
            Kind::Declaration => self.declaration(written, range.start),
            Kind::Doctype => {
                let parsed =
                    Doctype::parse(&written[9..written.len() - 1]).filter(|_| written.starts_with("<!DOCTYPE"));
                match parsed {
                    Some(doctype) if !self.doctype_seen && !self.root_seen => {
                        self.doctype_seen = true;
                        Ok(Event::Doctype(doctype))
                    }
                    _ => Err((XmlErrorKind::BadDoctype, range.start)),
                }
            }
        }
    }

    fn start_tag(&mut self, kind: Kind, written: &'a str, range: Range<usize>) -> Result<Event<'a>, Breach> {
        let close = if kind == Kind::Empty { 2 } else { 1 };
        let inside = &written[1..written.len() - close];
        let end = inside.bytes().position(is_space).unwrap_or(inside.len());
        let (name, rest) = inside.split_at(end);
        if !is_name(name) {
            let kind = if name.is_empty() {
                XmlErrorKind::BadMarkup
            } else {
                XmlErrorKind::BadName { name: name.chars().take(40).collect() }
            };
            return Err((kind, range.start));
        }
        let warnings = &mut self.warnings;
        let mut unknown = |entity: &str, at: usize| {
            warnings.push((XmlWarningKind::UnknownEntity { name: entity.to_owned() }, at));
        };
        let attributes = tag::attributes(rest, range.start + 1 + end, &mut unknown)?;
        if self.open.is_empty() && self.extent == Extent::Document && self.root_seen {
            return Err((XmlErrorKind::SecondRoot { name: name.to_owned() }, range.start));
        }
        if self.open.len() >= self.max_depth {
            return Err((XmlErrorKind::TooDeep { limit: self.max_depth }, range.start));
        }
        self.root_seen = true;
        self.open.push(name);
        let form = if kind == Kind::Empty {
            self.ahead = Some(Ahead::End(name, range.end));
            Form::Empty
        } else {
            Form::Pair
        };
        Ok(Event::Start(Tag { name, attributes, form }))
    }

    fn declaration(&mut self, written: &'a str, at: usize) -> Result<Event<'a>, Breach> {
        let base = self.places.base();
        if at != 0 || (base.line, base.column) != (1, 1) || self.root_seen {
            return Err((XmlErrorKind::MisplacedDeclaration, at));
        }
        let bad = || (XmlErrorKind::BadDeclaration, at);
        let inside = &written[5..written.len() - 2];
        let found = tag::attributes(inside, at + 5, &mut |_, _| {}).map_err(|_| bad())?;
        let mut version = None;
        let mut encoding = None;
        let mut standalone = None;
        for (order, attribute) in found.iter().enumerate() {
            match attribute.name {
                "version" if order == 0 => version = Some(attribute.raw),
                "encoding" if order == 1 => encoding = Some(attribute.raw),
                "standalone" if order > 0 && matches!(attribute.raw, "yes" | "no") => standalone = Some(attribute.raw),
                _ => return Err(bad()),
            }
        }
        let version = version.filter(|version| version.starts_with("1.")).ok_or_else(bad)?;
        if version != "1.0" {
            self.warnings.push((XmlWarningKind::Version { version: version.to_owned() }, at));
        }
        Ok(Event::Declaration(Declaration { version, encoding, standalone }))
    }

    fn end(&mut self) -> Result<(), Breach> {
        let at = self.text.len();
        self.range = at..at;
        if self.extent == Extent::Piece {
            return Ok(());
        }
        match self.open.last() {
            Some(name) => Err((XmlErrorKind::UnclosedElement { name: (*name).to_owned() }, at)),
            None if !self.root_seen => Err((XmlErrorKind::NoRoot, at)),
            None => Ok(()),
        }
    }

    fn check_characters(&self, range: &Range<usize>) -> Result<(), Breach> {
        if self.forbidden >= range.end {
            return Ok(());
        }
        Err((XmlErrorKind::ForbiddenCharacter { character: self.char_at(self.forbidden) }, self.forbidden))
    }

    fn breach_of(&self, error: &Error) -> Breach {
        let at = usize::try_from(self.tokens.error_position()).unwrap_or(0).min(self.text.len());
        if self.forbidden < at {
            return (XmlErrorKind::ForbiddenCharacter { character: self.char_at(self.forbidden) }, self.forbidden);
        }
        let kind = match error {
            Error::Syntax(SyntaxError::UnclosedComment) => XmlErrorKind::UnclosedComment,
            Error::Syntax(SyntaxError::UnclosedCData) => XmlErrorKind::UnclosedCdata,
            Error::Syntax(SyntaxError::UnclosedPI | SyntaxError::UnclosedXmlDecl) => XmlErrorKind::UnclosedInstruction,
            Error::Syntax(SyntaxError::UnclosedDoctype) => XmlErrorKind::UnclosedDoctype,
            Error::Syntax(SyntaxError::InvalidBangMarkup) => XmlErrorKind::BadMarkup,
            Error::Syntax(_) => XmlErrorKind::UnclosedTag,
            Error::IllFormed(IllFormedError::UnclosedReference) => XmlErrorKind::BareAmpersand,
            Error::IllFormed(IllFormedError::MissingDoctypeName) => XmlErrorKind::BadDoctype,
            _ => XmlErrorKind::BadMarkup,
        };
        (kind, at)
    }

    fn char_at(&self, at: usize) -> char {
        self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
    }

    fn token_end(&self) -> usize {
        usize::try_from(self.tokens.buffer_position()).unwrap_or(usize::MAX).min(self.text.len())
    }
}

fn append<'a>(run: &mut Option<Cow<'a, str>>, piece: Cow<'a, str>) {
    match run {
        None => *run = Some(piece),
        Some(text) => text.to_mut().push_str(&piece),
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Result<Event<'a>, XmlError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        match self.event() {
            Ok(Some(event)) => Some(Ok(event)),
            Ok(None) => {
                self.done = true;
                None
            }
            Err((kind, at)) => {
                self.done = true;
                self.range = at..at;
                Some(Err(XmlError { kind, place: self.places.place(self.text, at) }))
            }
        }
    }
}
