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

/// The text of a unit, or why there is none.
pub(crate) enum Decoding<'a> {
    Text(Cow<'a, str>),
    /// Not the UTF-8 it claims to be, and nothing like it: read as windows-1252.
    Mislabelled(Cow<'a, str>),
    Undecodable {
        sound: usize,
    },
}

pub(crate) fn decode_unit(encoding: Encoding, bytes: &[u8], marked: bool) -> Decoding<'_> {
    match encoding.decode(bytes) {
        Ok(text) => Decoding::Text(text),
        Err(_) if encoding == Encoding::UTF_8 && !marked && bytes.utf8_chunks().all(|c| c.valid().is_ascii()) => {
            Decoding::Mislabelled(Encoding::WINDOWS_1252.decode_lossy(bytes).0)
        }
        Err(error) => Decoding::Undecodable { sound: error.sound },
    }
}

/// Text at any price: for places, and for what is only looked at.
pub(crate) fn decode_somehow(encoding: Encoding, bytes: &[u8]) -> Cow<'_, str> {
    encoding.decode_lossy(bytes).0
}
