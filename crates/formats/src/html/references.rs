//! Character references: `&amp;`, `&nbsp`, `&#228;`, `&#xE4;`.

use std::ops::Range;

use html5gum::{Token, Tokenizer};

/// A piece of text once its references are resolved.
pub(crate) enum Piece<'t> {
    /// It stands in the file just so, from this byte on.
    Verbatim(&'t str, usize),
    /// It stands for these bytes of the file.
    Replaced(String, Range<usize>),
}

/// Where references stand: the standard reads `&copy=1` as text in an attribute, and as © elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    Text,
    Attribute,
}

/// Cuts `text`, which stands at byte `at`, into pieces in order. NUL bytes belong to no piece.
pub(crate) fn resolve(text: &str, at: usize, within: Within, mut each: impl FnMut(Piece<'_>)) {
    let mut from = 0;
    let mut done = 0;
    while let Some(found) = text[from..].find(['&', '\0']) {
        let start = from + found;
        let reference = match text.as_bytes()[start] {
            b'&' => reference(&text[start..], within),
            _ => Some((String::new(), 1)),
        };
        match reference {
            Some((resolved, length)) => {
                each(Piece::Verbatim(&text[done..start], at + done));
                each(Piece::Replaced(resolved, at + start..at + start + length));
                done = start + length;
                from = done;
            }
            None => from = start + 1,
        }
    }
    each(Piece::Verbatim(&text[done..], at + done));
}

/// The text that an attribute's value stands for.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    resolve(text, 0, Within::Attribute, |piece| match piece {
        Piece::Verbatim(text, _) => out.push_str(text),
        Piece::Replaced(text, _) => out.push_str(&text),
    });
    out
}

/// What the reference at the start of `text` stands for, and how long it is.
fn reference(text: &str, within: Within) -> Option<(String, usize)> {
    if text.as_bytes().get(1) == Some(&b'#') {
        return numeric(text);
    }
    // The longest name has 31 letters.
    let name = text.as_bytes()[1..].iter().take(32).take_while(|c| c.is_ascii_alphanumeric()).count();
    let closed = text.as_bytes().get(1 + name) == Some(&b';');
    let fragment = &text[..1 + name + usize::from(closed)];
    let (resolved, length) = named(fragment)?;
    let goes_on = |c: &u8| c.is_ascii_alphanumeric() || *c == b'=';
    let open = !fragment[..length].ends_with(';');
    if within == Within::Attribute && open && text.as_bytes().get(length).is_some_and(goes_on) {
        return None;
    }
    Some((resolved, length))
}

/// Named references, by the table of the HTML standard that the tokenizer carries.
fn named(fragment: &str) -> Option<(String, usize)> {
    let frequent = match fragment {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&nbsp;" => "\u{A0}",
        "&shy;" => "\u{AD}",
        _ => return named_rarely(fragment),
    };
    Some((frequent.to_owned(), fragment.len()))
}

fn named_rarely(fragment: &str) -> Option<(String, usize)> {
    if fragment.len() < 3 {
        return None;
    }
    let mut resolved = String::new();
    for token in Tokenizer::new(fragment) {
        let Ok(token) = token;
        if let Token::String(text) = token {
            resolved.push_str(&String::from_utf8_lossy(&text));
        }
    }
    if resolved == fragment {
        return None;
    }
    // What follows a name that needs no semicolon comes out as it went in: "&notit;" is "¬it;".
    let tail = fragment.bytes().rev().zip(resolved.bytes().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(resolved.chars().next().map_or(0, |first| resolved.len() - first.len_utf8()));
    let length = fragment.len() - tail;
    resolved.truncate(resolved.len() - tail);
    Some((resolved, length))
}

fn numeric(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let hex = matches!(bytes.get(2), Some(b'x' | b'X'));
    let start = if hex { 3 } else { 2 };
    let is_digit = |c: &&u8| if hex { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
    let count = bytes[start..].iter().take_while(is_digit).count();
    if count == 0 {
        return None;
    }
    let digits = text[start..start + count].trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let code = u32::from_str_radix(digits, if hex { 16 } else { 10 }).unwrap_or(u32::MAX);
    let resolved = match code {
        0 => '\u{FFFD}',
        // Numbers in the C1 range were meant as windows-1252, says the standard.
        0x80..=0x9F => {
            let byte = [u8::try_from(code).unwrap_or_default()];
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next().unwrap_or('\u{FFFD}')
        }
        _ => char::from_u32(code).unwrap_or('\u{FFFD}'),
    };
    let end = start + count;
    Some((resolved.to_string(), end + usize::from(bytes.get(end) == Some(&b';'))))
}
