//! One unit: its bytes become text, its text becomes events for whoever wants to see them.

use std::borrow::Cow;
use std::ops::Range;

use hexapla_xml::{Encoding, Event, Events, Place, Tag, XmlError, XmlErrorKind, XmlWarning, XmlWarningKind};

use crate::diagnostic::Problem;
use crate::source::Cut;

/// What wants to see the events of a unit.
pub(crate) trait Sink {
    /// A unit begins; nothing that was seen before counts.
    fn reset(&mut self);
    /// An element begins at byte `at` of the unit; `name` is without the file's namespace prefix.
    fn start(&mut self, tag: &Tag<'_>, name: &str, at: usize);
    /// The innermost element ends with the bytes `range` of `source`, the whole unit.
    fn end(&mut self, range: Range<usize>, source: &str);
    /// Text, written with the bytes `range` of `source`, the whole unit.
    fn text(&mut self, text: Cow<'_, str>, range: Range<usize>, source: &str);
    /// A comment or processing instruction as written.
    fn markup(&mut self, written: &str, at: usize);
}

/// How reading one unit ended.
pub(crate) enum Outcome {
    /// Whole, up to this byte.
    Whole(usize),
    /// Another unit begins at this byte before the first one ended.
    Nested(usize),
    Broken(XmlError),
}

/// Whether this is what may stand where only elements may: white space, not written as CDATA.
pub(crate) fn is_blank(text: &str, written: &str) -> bool {
    // A CDATA section is content, even one of nothing; it takes more room than its text.
    text.bytes().all(|byte| byte.is_ascii_whitespace())
        && (text.len() == written.len() || !written.contains("<![CDATA["))
}

/// A name without the file's namespace prefix.
pub(crate) fn local<'n>(name: &'n str, prefix: &str) -> &'n str {
    if prefix.is_empty() { name } else { name.strip_prefix(prefix).unwrap_or(name) }
}

/// Hands the events of a unit to `sink`.
pub(crate) fn run<S: Sink>(text: &str, prefix: &str, max_depth: usize, sink: &mut S) -> (Outcome, Vec<XmlWarning>) {
    let mut events = Events::piece(text, Place { line: 1, column: 1, byte: 0 }, &[]).max_depth(max_depth);
    let outcome = loop {
        match events.next() {
            Some(Ok(Event::Start(tag))) => {
                let name = local(tag.name, prefix);
                let at = events.range().start;
                if name == "tu" && at > 0 {
                    break Outcome::Nested(at);
                }
                sink.start(&tag, name, at);
                events.recycle(tag);
            }
            Some(Ok(Event::End { .. })) => {
                let range = events.range();
                let end = range.end;
                sink.end(range, text);
                if events.open().is_empty() {
                    break Outcome::Whole(end);
                }
            }
            Some(Ok(Event::Text(piece))) => sink.text(piece, events.range(), text),
            Some(Ok(Event::Comment(_) | Event::Instruction(_))) => {
                let range = events.range();
                let at = range.start;
                sink.markup(&text[range], at);
            }
            Some(Ok(Event::Declaration(_) | Event::Doctype(_))) => {
                break Outcome::Broken(XmlError { kind: XmlErrorKind::BadDoctype, place: events.place() });
            }
            Some(Err(error)) => break Outcome::Broken(error),
            None => {
                let name = events.open().last().copied().unwrap_or("tu").to_owned();
                let kind = XmlErrorKind::UnclosedElement { name };
                break Outcome::Broken(XmlError { kind, place: events.place() });
            }
        }
    };
    (outcome, events.take_warnings())
}

/// A warning of the XML reader as a problem of the file.
pub(crate) fn problem_of(kind: XmlWarningKind) -> Problem {
    match kind {
        XmlWarningKind::UnknownEntity { name } => Problem::UnknownEntity { name },
        XmlWarningKind::Version { version } => Problem::XmlVersion { version },
        other => Problem::UnknownEntity { name: other.to_string() },
    }
}

/// The markup that an error says a text was cut off in.
pub(crate) fn cut_off(kind: &XmlErrorKind) -> Option<Cut> {
    match kind {
        XmlErrorKind::UnclosedComment => Some(Cut::Comment),
        XmlErrorKind::UnclosedCdata => Some(Cut::Cdata),
        XmlErrorKind::UnclosedInstruction => Some(Cut::Instruction),
        _ => None,
    }
}

/// A piece of a file as text, and what can be said for it.
pub(crate) struct Decoded<'a> {
    /// Bytes that mean nothing are U+FFFD in it.
    pub(crate) text: Cow<'a, str>,
    pub(crate) soundness: Soundness,
}

/// Whether the bytes of a piece are what the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Soundness {
    Sound,
    /// Not the UTF-8 it claims to be after that many bytes, and nothing like it: read as windows-1252.
    Mislabelled {
        sound: usize,
    },
    /// After that many bytes come some that mean nothing.
    Broken {
        sound: usize,
    },
}

impl Decoded<'_> {
    pub(crate) fn into_owned(self) -> Decoded<'static> {
        Decoded { text: Cow::Owned(self.text.into_owned()), soundness: self.soundness }
    }

    /// How many bytes of the file, which is in `encoding`, the first `length` bytes of the text are.
    pub(crate) fn encoded_length(&self, encoding: Encoding, length: usize) -> usize {
        let length = (0..=length.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        match self.soundness {
            Soundness::Mislabelled { .. } => Encoding::WINDOWS_1252.encode(&self.text[..length]).len(),
            Soundness::Sound if encoding == Encoding::UTF_8 => length,
            _ => encoding.encode(&self.text[..length]).len(),
        }
    }
}

/// Bytes of a file in `encoding` as text; `marked` where a byte order mark says so, too.
pub(crate) fn decode(encoding: Encoding, bytes: &[u8], marked: bool) -> Decoded<'_> {
    match encoding.decode(bytes) {
        Ok(text) => Decoded { text, soundness: Soundness::Sound },
        Err(error) if encoding == Encoding::UTF_8 && !marked && bytes.utf8_chunks().all(|c| c.valid().is_ascii()) => {
            let text = Encoding::WINDOWS_1252.decode_lossy(bytes).0;
            Decoded { text, soundness: Soundness::Mislabelled { sound: error.sound } }
        }
        Err(error) => {
            let text = encoding.decode_lossy(bytes).0;
            Decoded { text, soundness: Soundness::Broken { sound: error.sound } }
        }
    }
}
