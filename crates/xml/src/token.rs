//! The tokens of XML: where each begins and ends.
//!
//! They are found here and not by quick-xml because a text that is known to be UTF-8 need not be validated again token
//! by token: that, and its own stack of names, cost more than half of the time of reading a memory. The tests hold the
//! two against each other.

use crate::chars::{continues_a_name, is_space, starts_a_name};
use crate::error::XmlErrorKind;
use crate::event::{Attribute, Form, Tag};
use crate::tag::{self, Breach};

/// Markup and where it ends.
pub(crate) enum Token<'a> {
    Start(Tag<'a>, usize),
    End(&'a str, usize),
    Comment(usize),
    Instruction(usize),
    Declaration(usize),
    Doctype(usize),
}

/// No format that is read here knows a tenth of that; it keeps the search for duplicates from being a bomb.
const MAX_ATTRIBUTES: usize = 1024;

/// Reads the markup that begins with the `<` at byte `at`; attributes go into the memory of `room`; `unknown` hears of
/// entities in attributes.
pub(crate) fn markup<'a>(
    text: &'a str,
    at: usize,
    room: &mut Vec<Attribute<'a>>,
    unknown: &mut dyn FnMut(&str, usize),
) -> Result<Token<'a>, Breach> {
    let bytes = text.as_bytes();
    let find = |needle: &str, from: usize, kind: XmlErrorKind| {
        let rest = bytes.get(from..).unwrap_or_default();
        memchr::memmem::find(rest, needle.as_bytes()).map(|found| from + found + needle.len()).ok_or((kind, at))
    };
    match bytes.get(at + 1) {
        None => Err((XmlErrorKind::UnclosedTag, at)),
        Some(b'/') => end_tag(text, at),
        Some(b'?') => {
            let end = find("?>", at + 2, XmlErrorKind::UnclosedInstruction)?;
            let declares = text[at + 2..].starts_with("xml")
                && bytes.get(at + 5).is_some_and(|byte| is_space(*byte) || *byte == b'?');
            Ok(if declares { Token::Declaration(end) } else { Token::Instruction(end) })
        }
        Some(b'!') => {
            let rest = &text[at..];
            if rest.starts_with("<!--") {
                Ok(Token::Comment(find("-->", at + 4, XmlErrorKind::UnclosedComment)?))
            } else if rest.starts_with("<!DOCTYPE") {
                Ok(Token::Doctype(doctype_end(bytes, at).ok_or((XmlErrorKind::UnclosedDoctype, at))?))
            } else {
                Err((XmlErrorKind::BadMarkup, at))
            }
        }
        Some(_) => start_tag(text, at, room, unknown),
    }
}

fn end_tag(text: &str, at: usize) -> Result<Token<'_>, Breach> {
    let bytes = text.as_bytes();
    let name_end = name_end(text, at + 2);
    let mut end = name_end;
    while bytes.get(end).is_some_and(|byte| is_space(*byte)) {
        end += 1;
    }
    match bytes.get(end) {
        Some(b'>') if name_end > at + 2 => Ok(Token::End(&text[at + 2..name_end], end + 1)),
        _ => match memchr::memchr(b'>', &bytes[at..]) {
            Some(length) => Err((bad_name(&text[at + 2..at + length]), at)),
            None => Err((XmlErrorKind::UnclosedTag, at)),
        },
    }
}

fn bad_name(text: &str) -> XmlErrorKind {
    XmlErrorKind::BadName { name: text.chars().take(40).collect() }
}

fn start_tag<'a>(
    text: &'a str,
    at: usize,
    room: &mut Vec<Attribute<'a>>,
    unknown: &mut dyn FnMut(&str, usize),
) -> Result<Token<'a>, Breach> {
    let bytes = text.as_bytes();
    let unclosed = || (XmlErrorKind::UnclosedTag, at);
    let mut pos = name_end(text, at + 1);
    let name = &text[at + 1..pos];
    match bytes.get(pos) {
        None => return Err(unclosed()),
        Some(byte) if is_space(*byte) || matches!(byte, b'/' | b'>') => {
            if name.is_empty() {
                return Err((XmlErrorKind::BadMarkup, at));
            }
        }
        Some(_) => {
            let rest = &text[at + 1..];
            let end = rest.find([' ', '\t', '\n', '\r', '>', '<', '/']).unwrap_or(rest.len());
            return Err(if end == 0 { (XmlErrorKind::BadMarkup, at) } else { (bad_name(&rest[..end]), at) });
        }
    }
    let mut attributes: Vec<Attribute<'a>> = Vec::new();
    loop {
        let blank = pos;
        pos = skip_space(bytes, pos);
        let start = pos;
        match bytes.get(pos) {
            None => return Err(unclosed()),
            Some(b'>') => return Ok(Token::Start(Tag { name, attributes, form: Form::Pair }, pos + 1)),
            Some(b'/') if bytes.get(pos + 1) == Some(&b'>') => {
                return Ok(Token::Start(Tag { name, attributes, form: Form::Empty }, pos + 2));
            }
            Some(_) => {}
        }
        pos = name_end(text, pos);
        let name = &text[start..pos];
        let bad = || {
            // Without its closing `>` it is the tag that is broken, not the attribute.
            if memchr::memchr(b'>', &bytes[start..]).is_none() {
                return (XmlErrorKind::UnclosedTag, at);
            }
            (XmlErrorKind::BadAttribute { name: name.to_owned() }, start)
        };
        if blank == start || attributes.len() >= MAX_ATTRIBUTES {
            return Err(bad());
        }
        if name.is_empty() || !bytes.get(pos).is_some_and(|byte| is_space(*byte) || matches!(byte, b'=' | b'>' | b'/'))
        {
            let rest = &text[start..];
            let Some(end) = rest.find([' ', '\t', '\n', '\r', '=', '>']) else { return Err(unclosed()) };
            return Err((bad_name(&rest[..end]), start));
        }
        pos = skip_space(bytes, pos);
        if bytes.get(pos) != Some(&b'=') {
            return Err(bad());
        }
        pos = skip_space(bytes, pos + 1);
        let quote = match bytes.get(pos) {
            Some(quote @ (b'"' | b'\'')) => *quote,
            _ => return Err(bad()),
        };
        let from = pos + 1;
        let (length, special) = value_end(&bytes[from..], quote).ok_or_else(unclosed)?;
        let raw = &text[from..from + length];
        if special {
            tag::check_value(name, raw, from, unknown)?;
        }
        pos = from + length + 1;
        if attributes.iter().any(|other| other.name == name) {
            return Err((XmlErrorKind::DuplicateAttribute { name: name.to_owned() }, start));
        }
        if attributes.capacity() == 0 {
            attributes = std::mem::take(room);
            attributes.reserve(4);
        }
        attributes.push(Attribute { name, raw, at: start });
    }
}

/// How long an attribute value is, and whether it holds `<` or `&`.
#[inline]
fn value_end(bytes: &[u8], quote: u8) -> Option<(usize, bool)> {
    let found = memchr::memchr3(quote, b'<', b'&', bytes)?;
    if bytes[found] == quote {
        return Some((found, false));
    }
    memchr::memchr(quote, &bytes[found..]).map(|length| (found + length, true))
}

#[inline]
fn skip_space(bytes: &[u8], mut pos: usize) -> usize {
    while bytes.get(pos).is_some_and(|byte| is_space(*byte)) {
        pos += 1;
    }
    pos
}

/// Whether an ASCII character may stand in a name; a look into a table is one step where ranges are ten.
const IN_NAMES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        let c = byte as u8;
        table[byte] = c.is_ascii_alphanumeric() || matches!(c, b'_' | b':' | b'-' | b'.');
        byte += 1;
    }
    table
};

/// Where the name that begins at byte `at` ends; `at` itself where none does.
#[inline]
fn name_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    match bytes.get(at) {
        Some(b'A'..=b'Z' | b'a'..=b'z' | b'_' | b':') => {}
        Some(0x80..) => return name_end_beyond_ascii(text, at),
        _ => return at,
    }
    let mut end = at + 1;
    while bytes.get(end).is_some_and(|byte| IN_NAMES[usize::from(*byte)]) {
        end += 1;
    }
    if bytes.get(end).is_some_and(|byte| *byte >= 0x80) { name_end_beyond_ascii(text, at) } else { end }
}

#[cold]
fn name_end_beyond_ascii(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    if !rest.chars().next().is_some_and(starts_a_name) {
        return at;
    }
    at + rest.find(|c| !continues_a_name(c)).unwrap_or(rest.len())
}

fn doctype_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut pos = at + 2;
    let mut subset = false;
    let after =
        |needle: &[u8], from: usize| Some(from + memchr::memmem::find(bytes.get(from..)?, needle)? + needle.len());
    loop {
        match bytes.get(pos)? {
            quote @ (b'"' | b'\'') => pos = after(&[*quote], pos + 1)?,
            b'<' if bytes[pos..].starts_with(b"<!--") => pos = after(b"-->", pos + 4)?,
            b'<' if bytes[pos..].starts_with(b"<?") => pos = after(b"?>", pos + 2)?,
            b'[' => {
                subset = true;
                pos += 1;
            }
            b']' => {
                subset = false;
                pos += 1;
            }
            b'>' if !subset => return Some(pos + 1),
            _ => pos += 1,
        }
    }
}
