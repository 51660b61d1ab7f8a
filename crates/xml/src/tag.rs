//! References, and the values of attributes.

use std::borrow::Cow;

use crate::chars::{is_name, is_xml_char};
use crate::error::XmlErrorKind;

/// A breach, and the byte of the whole text at which it stands.
pub(crate) type Breach = (XmlErrorKind, usize);

/// Checks the references in an attribute value that stands at byte `at`; `unknown` hears of entities.
pub(crate) fn check_value(
    name: &str,
    raw: &str,
    at: usize,
    unknown: &mut dyn FnMut(&str, usize),
) -> Result<(), Breach> {
    let bytes = raw.as_bytes();
    for here in memchr::memchr2_iter(b'<', b'&', bytes) {
        if bytes[here] == b'<' {
            return Err((XmlErrorKind::LessThanInAttribute { name: name.to_owned() }, at + here));
        }
        let Some(length) = memchr::memchr(b';', &bytes[here..]) else {
            return Err((XmlErrorKind::BareAmpersand, at + here));
        };
        let reference = &raw[here + 1..here + length];
        match resolve(reference) {
            Resolved::Char(_) => {}
            Resolved::Entity => unknown(reference, at + here),
            Resolved::Bad(kind) => return Err((kind, at + here)),
        }
    }
    Ok(())
}

/// What a reference stands for.
pub(crate) enum Resolved {
    Char(char),
    Entity,
    Bad(XmlErrorKind),
}

/// Resolves what stands between `&` and `;`.
pub(crate) fn resolve(reference: &str) -> Resolved {
    let character = match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let Some(number) = reference.strip_prefix('#') else {
                let name = is_name(reference);
                return if name { Resolved::Entity } else { Resolved::Bad(XmlErrorKind::BareAmpersand) };
            };
            let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
            let plain = !digits.is_empty() && digits.bytes().all(|digit| char::from(digit).is_digit(radix));
            let value = u32::from_str_radix(digits, radix).ok().filter(|_| plain).and_then(char::from_u32);
            match value.filter(|c| is_xml_char(*c)) {
                Some(character) => character,
                None => return Resolved::Bad(XmlErrorKind::BadReference { reference: shortened(reference) }),
            }
        }
    };
    Resolved::Char(character)
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// An attribute value as XML hands it over; unknown entities stay as written.
#[inline]
pub(crate) fn normalized(raw: &str) -> Cow<'_, str> {
    // Most are short, so that a plain loop is quicker than two searches that must be set up.
    if raw.bytes().any(|byte| byte == b'&' || byte < b' ') { resolved(raw) } else { Cow::Borrowed(raw) }
}

fn resolved(raw: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        out.push_str(&rest[..at]);
        let special = &rest[at..];
        let used = match special.as_bytes()[0] {
            b'\r' if special.as_bytes().get(1) == Some(&b'\n') => {
                out.push(' ');
                2
            }
            b'&' => {
                let end = special.find(';').map_or(special.len(), |end| end + 1);
                match resolve(special[1..end].trim_end_matches(';')) {
                    Resolved::Char(character) => out.push(character),
                    _ => out.push_str(&special[..end]),
                }
                end
            }
            _ => {
                out.push(' ');
                1
            }
        };
        rest = &special[used..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Text with its line ends as XML hands them over: `\r\n` and `\r` become `\n`.
pub(crate) fn unix_line_ends(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}
