//! The reader: every rule of well-formedness is checked here.

use std::borrow::Cow;
use std::ops::Range;

use crate::chars::{find_forbidden, is_name, is_space};
use crate::doctype::Doctype;
use crate::error::{XmlError, XmlErrorKind, XmlWarning, XmlWarningKind};
use crate::event::{Attribute, Declaration, Event, Form, Tag};
use crate::place::{Place, PlaceCursor};
use crate::tag::{self, Breach, Resolved};
use crate::token::{self, Token};

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
    /// Where the next token begins.
    at: usize,
    extent: Extent,
    open: Vec<&'a str>,
    max_depth: usize,
    forbidden: usize,
    cdata_end: bool,
    carriage_return: bool,
    doctype_seen: bool,
    root_seen: bool,
    /// The end of an element that is start and end in one tag is still to be said.
    ending: Option<&'a str>,
    /// A list of attributes that was given back, to be filled again.
    room: Vec<Attribute<'a>>,
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
        Self {
            text,
            at: 0,
            extent,
            open,
            max_depth: DEFAULT_MAX_DEPTH,
            forbidden: find_forbidden(text).unwrap_or(usize::MAX),
            cdata_end: has_cdata_end(text),
            carriage_return: memchr::memchr(b'\r', text.as_bytes()).is_some(),
            doctype_seen: false,
            root_seen: false,
            ending: None,
            room: Vec::new(),
            range: 0..0,
            places: PlaceCursor::new(base),
            warnings: Vec::new(),
            done: false,
        }
    }

    /// The bytes of the text (without its byte order mark) that the last event takes up.
    ///
    /// The end of an element that is written `<a/>` takes up none.
    #[inline]
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
    #[inline]
    pub fn open(&self) -> &[&'a str] {
        &self.open
    }

    /// Gives a tag back that is no longer needed, so that its memory serves for the next one: the one thing that makes a
    /// difference where millions of tags are read.
    #[inline]
    pub fn recycle(&mut self, tag: Tag<'a>) {
        let mut room = tag.attributes;
        if room.capacity() > 0 {
            room.clear();
            self.room = room;
        }
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
        if let Some(name) = self.ending.take() {
            self.range = self.at..self.at;
            self.open.pop();
            return Ok(Some(Event::End { name }));
        }
        let at = self.at;
        let rest = &self.text.as_bytes()[at..];
        match rest {
            [] => return self.end().map(|()| None),
            [b'<', b'/', name @ ..] => {
                // The end tag that is due, as it is written nearly always.
                if let Some(due) = self.open.last().copied()
                    && name.get(due.len()) == Some(&b'>')
                    && name.starts_with(due.as_bytes())
                {
                    self.advance(at, at + 2 + due.len() + 1)?;
                    self.open.pop();
                    return Ok(Some(Event::End { name: due }));
                }
            }
            [b'<', ..] if !is_cdata(rest) => {}
            _ => return self.text_run().map(|text| Some(Event::Text(text))),
        }
        let warnings = &mut self.warnings;
        let mut unknown = |entity: &str, at: usize| {
            warnings.push((XmlWarningKind::UnknownEntity { name: entity.to_owned() }, at));
        };
        let token = match token::markup(self.text, at, &mut self.room, &mut unknown) {
            Ok(token) => token,
            Err((_, at)) if self.forbidden < at => return Err(self.forbidden_breach()),
            Err(breach) => return Err(breach),
        };
        match token {
            Token::Start(tag, end) => {
                self.advance(at, end)?;
                if self.open.is_empty() && self.extent == Extent::Document && self.root_seen {
                    return Err((XmlErrorKind::SecondRoot { name: tag.name.to_owned() }, at));
                }
                if self.open.len() >= self.max_depth {
                    return Err((XmlErrorKind::TooDeep { limit: self.max_depth }, at));
                }
                self.root_seen = true;
                self.open.push(tag.name);
                if tag.form == Form::Empty {
                    self.ending = Some(tag.name);
                }
                Ok(Some(Event::Start(tag)))
            }
            Token::End(name, end) => {
                self.advance(at, end)?;
                match self.open.last() {
                    Some(expected) if *expected == name => {
                        self.open.pop();
                        Ok(Some(Event::End { name }))
                    }
                    Some(expected) => {
                        let (expected, found) = ((*expected).to_owned(), name.to_owned());
                        Err((XmlErrorKind::MismatchedEnd { expected, found }, at))
                    }
                    None => Err((XmlErrorKind::UnexpectedEnd { name: name.to_owned() }, at)),
                }
            }
            Token::Comment(end) => {
                self.advance(at, end)?;
                let comment = &self.text[at + 4..end - 3];
                match memchr::memmem::find(comment.as_bytes(), b"--") {
                    Some(inside) => Err((XmlErrorKind::DoubleHyphen, at + 4 + inside)),
                    None if comment.ends_with('-') => Err((XmlErrorKind::DoubleHyphen, end - 4)),
                    None => Ok(Some(Event::Comment(comment))),
                }
            }
            Token::Instruction(end) => {
                self.advance(at, end)?;
                self.instruction(at, end).map(Some)
            }
            Token::Declaration(end) => {
                self.advance(at, end)?;
                self.declaration(at, end).map(Some)
            }
            Token::Doctype(end) => {
                self.advance(at, end)?;
                match Doctype::parse(&self.text[at + 9..end - 1]) {
                    Some(doctype) if !self.doctype_seen && !self.root_seen => {
                        self.doctype_seen = true;
                        Ok(Some(Event::Doctype(doctype)))
                    }
                    _ => Err((XmlErrorKind::BadDoctype, at)),
                }
            }
        }
    }

    #[inline]
    fn at_cdata(&self) -> bool {
        is_cdata(&self.text.as_bytes()[self.at..])
    }

    #[inline]
    fn advance(&mut self, from: usize, to: usize) -> Result<(), Breach> {
        if self.forbidden < to {
            return Err(self.forbidden_breach());
        }
        self.range = from..to;
        self.at = to;
        Ok(())
    }

    fn forbidden_breach(&self) -> Breach {
        let character = self.text.get(self.forbidden..).and_then(|rest| rest.chars().next()).unwrap_or('\0');
        (XmlErrorKind::ForbiddenCharacter { character }, self.forbidden)
    }

    /// The text up to the next markup. Nearly all of it is in one piece, as written, and is borrowed.
    #[inline]
    fn text_run(&mut self) -> Result<Cow<'a, str>, Breach> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let end = memchr::memchr2(b'<', b'&', &bytes[start..]).map_or(bytes.len(), |length| start + length);
        let plain = !self.cdata_end && !self.carriage_return && !self.is_outside();
        if plain && bytes.get(end) == Some(&b'<') && !is_cdata(&bytes[end..]) {
            self.advance(start, end)?;
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        self.joined_run()
    }

    /// Whether what stands here stands before or after the root element.
    #[inline]
    fn is_outside(&self) -> bool {
        self.open.is_empty() && self.extent == Extent::Document
    }

    /// Joins text, references and CDATA up to the next markup.
    fn joined_run(&mut self) -> Result<Cow<'a, str>, Breach> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut run: Option<Cow<'a, str>> = None;
        loop {
            let at = self.at;
            match bytes.get(at) {
                None => break,
                Some(b'<') => {
                    if !self.at_cdata() {
                        break;
                    }
                    let inside = &self.text[at + 9..];
                    let Some(length) = inside.find("]]>") else { return Err((XmlErrorKind::UnclosedCdata, at)) };
                    self.advance(at, at + 9 + length + 3)?;
                    append(&mut run, self.line_ends(&inside[..length]));
                }
                Some(b'&') => {
                    let rest = &bytes[at + 1..];
                    let end = memchr::memchr3(b';', b'<', b'&', rest).filter(|end| rest[*end] == b';');
                    let Some(length) = end else { return Err((XmlErrorKind::BareAmpersand, at)) };
                    let reference = &self.text[at + 1..at + 1 + length];
                    self.advance(at, at + length + 2)?;
                    match tag::resolve(reference) {
                        Resolved::Char(character) => run.get_or_insert_default().to_mut().push(character),
                        Resolved::Entity => {
                            let name = reference.to_owned();
                            self.warnings.push((XmlWarningKind::UnknownEntity { name }, at));
                            append(&mut run, Cow::Borrowed(&self.text[at..at + length + 2]));
                        }
                        Resolved::Bad(kind) => return Err((kind, at)),
                    }
                }
                Some(_) => {
                    let end = memchr::memchr2(b'<', b'&', &bytes[at..]).map_or(bytes.len(), |length| at + length);
                    let piece = &self.text[at..end];
                    self.advance(at, end)?;
                    if self.cdata_end
                        && let Some(inside) = piece.find("]]>")
                    {
                        return Err((XmlErrorKind::CdataEndInText, at + inside));
                    }
                    let piece = self.line_ends(piece);
                    // Most runs are of one piece, which is borrowed.
                    if run.is_none() && bytes.get(end) == Some(&b'<') && !self.at_cdata() {
                        run = Some(piece);
                        break;
                    }
                    append(&mut run, piece);
                }
            }
        }
        self.range = start..self.at;
        if self.is_outside() {
            let written = &bytes[start..self.at];
            if let Some(at) = written.iter().position(|byte| !is_space(*byte)) {
                return Err((XmlErrorKind::TextOutsideRoot, start + at));
            }
        }
        Ok(run.unwrap_or_default())
    }

    fn line_ends(&self, text: &'a str) -> Cow<'a, str> {
        if self.carriage_return { tag::unix_line_ends(text) } else { Cow::Borrowed(text) }
    }

    fn instruction(&self, at: usize, end: usize) -> Result<Event<'a>, Breach> {
        let instruction = &self.text[at + 2..end - 2];
        let length = instruction.find([' ', '\t', '\n', '\r']).unwrap_or(instruction.len());
        let target = &instruction[..length];
        if !is_name(target) {
            return Err((XmlErrorKind::BadName { name: target.to_owned() }, at + 2));
        }
        if target.eq_ignore_ascii_case("xml") {
            return Err((XmlErrorKind::MisplacedDeclaration, at));
        }
        Ok(Event::Instruction(instruction))
    }

    fn declaration(&mut self, at: usize, end: usize) -> Result<Event<'a>, Breach> {
        let base = self.places.base();
        if at != 0 || (base.line, base.column) != (1, 1) || self.root_seen {
            return Err((XmlErrorKind::MisplacedDeclaration, at));
        }
        let bad = || (XmlErrorKind::BadDeclaration, at);
        let found = pseudo_attributes(&self.text[at + 5..end - 2]).ok_or_else(bad)?;
        let mut version = None;
        let mut encoding = None;
        let mut standalone = None;
        for (order, (name, value)) in found.into_iter().enumerate() {
            match name {
                "version" if order == 0 => version = Some(value),
                "encoding" if order == 1 => encoding = Some(value),
                "standalone" if order > 0 && standalone.is_none() && matches!(value, "yes" | "no") => {
                    standalone = Some(value);
                }
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
}

/// Reads ` name="value"`*, without references.
fn pseudo_attributes(inside: &str) -> Option<Vec<(&str, &str)>> {
    let mut found = Vec::new();
    let mut rest = inside;
    loop {
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        if trimmed.is_empty() {
            return Some(found);
        }
        if trimmed.len() == rest.len() {
            return None;
        }
        let (name, after) = trimmed.split_once('=')?;
        let after = after.trim_start_matches([' ', '\t', '\n', '\r']);
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = after[1..].split_once(quote)?;
        found.push((name.trim_end_matches([' ', '\t', '\n', '\r']), value));
        rest = after;
    }
}

/// Whether `]]>` stands anywhere in the text: most texts have no `]` at all.
fn has_cdata_end(text: &str) -> bool {
    memchr::memchr(b']', text.as_bytes()).is_some_and(|at| text[at..].contains("]]>"))
}

#[inline]
fn is_cdata(rest: &[u8]) -> bool {
    rest.get(1) == Some(&b'!') && rest.starts_with(b"<![CDATA[")
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
