//! From the bytes of a file to text: byte order marks, declared encodings, UTF-8.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use hexapla_core::document::{Warning, WarningKind};
use hexapla_core::text::{LineIndex, Place};

use crate::Format;

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The whole file. A byte order mark stays, as U+FEFF, so that offsets count what is in the file.
    pub text: String,
    /// What it was encoded in, by its name in the WHATWG Encoding Standard: `UTF-8`, `windows-1251`.
    pub encoding: &'static str,
    /// Where the declaration and the bytes disagreed.
    pub warnings: Vec<Warning>,
}

/// Why a file could not be read as text. Each says where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// It holds a NUL, so it is no text.
    #[error("byte {byte} is NUL: this is a binary file, not text; leave it out of the document patterns")]
    Binary {
        /// Offset of the NUL in the file.
        byte: usize,
    },
    /// It is not UTF-8, and does not say what else it is.
    #[error(
        "{}:{}: byte {:#04X} at offset {} is not UTF-8, and the file declares no other encoding; save it as UTF-8, \
         or begin it with a byte order mark",
        place.line, place.column, value, place.byte
    )]
    NotUtf8 {
        /// Where the first bad byte stands.
        place: Place,
        /// The bad byte.
        value: u8,
    },
    /// It breaks the encoding that it declares.
    #[error(
        "{}:{}: byte {:#04X} at offset {} is not {encoding}, which the file declares; declare what it is, or save it \
         as UTF-8",
        place.line, place.column, value, place.byte
    )]
    Malformed {
        /// What the file declares, by its standard name.
        encoding: &'static str,
        /// Where the first bad byte stands. Line and column count in what could be read before it.
        place: Place,
        /// The bad byte.
        value: u8,
    },
    /// It declares an encoding that nobody knows, and is not UTF-8.
    #[error("the file declares the unknown encoding `{label}` and is not UTF-8; save it as UTF-8")]
    UnknownEncoding {
        /// What is declared.
        label: String,
    },
}

/// Reads the bytes of a file as text.
///
/// In this order: a byte order mark decides; text that is valid UTF-8 is UTF-8, whatever it declares; UTF-16 without a
/// mark is known by its NULs; then an HTML page may declare its encoding (`<?xml encoding=…?>`, `<meta charset>`) in its
/// first 1,024 bytes, as the WHATWG standard says. Nothing is guessed from letter frequencies.
///
/// ```
/// use hexapla_formats::{Format, decode};
/// assert_eq!(decode(b"Stra\xC3\x9Fe", Format::Text).unwrap().text, "Straße");
/// assert_eq!(decode(b"<meta charset=latin1>Stra\xDFe", Format::Html).unwrap().encoding, "windows-1252");
/// let error = decode(b"Haus\nStra\xDFe", Format::Text).unwrap_err();
/// assert!(error.to_string().starts_with("2:5: byte 0xDF at offset 9 is not UTF-8"));
/// ```
pub fn decode(bytes: &[u8], format: Format) -> Result<Decoded, DecodeError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return whole(bytes, encoding).and_then(|text| finish(text, encoding, Vec::new()));
    }
    let declared = if format == Format::Html { declaration(bytes) } else { None };
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => finish(text.to_owned(), UTF_8, conflict(text, declared)),
        valid => {
            if let Some(encoding) = utf16_without_mark(bytes) {
                return whole(bytes, encoding).and_then(|text| finish(text, encoding, Vec::new()));
            }
            if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
                return Err(DecodeError::Binary { byte });
            }
            let Err(error) = valid else { return Err(DecodeError::Binary { byte: 0 }) };
            match declared {
                None => Err(not_utf8(bytes, error.valid_up_to())),
                Some(Declared { label, encoding: None, .. }) => Err(DecodeError::UnknownEncoding { label }),
                Some(Declared { encoding: Some(encoding), .. }) => {
                    whole(bytes, encoding).and_then(|text| finish(text, encoding, Vec::new()))
                }
            }
        }
    }
}

fn finish(text: String, encoding: &'static Encoding, warnings: Vec<Warning>) -> Result<Decoded, DecodeError> {
    match text.find('\0') {
        Some(byte) => Err(DecodeError::Binary { byte }),
        None => Ok(Decoded { text, encoding: encoding.name(), warnings }),
    }
}

/// Decodes all of it, the byte order mark included, or says where it breaks.
fn whole(bytes: &[u8], encoding: &'static Encoding) -> Result<String, DecodeError> {
    let encoding = if encoding == encoding_rs::REPLACEMENT { UTF_8 } else { encoding };
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text.into_owned());
    }
    if encoding == UTF_8 {
        let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        return Err(not_utf8(bytes, at));
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    let at = match result {
        encoding_rs::DecoderResult::Malformed(bad, after) => read.saturating_sub(usize::from(bad) + usize::from(after)),
        _ => read,
    };
    let place = Place { byte: at, ..LineIndex::new(&text).place(&text, text.len()) };
    Err(DecodeError::Malformed { encoding: encoding.name(), place, value: bytes.get(at).copied().unwrap_or_default() })
}

fn not_utf8(bytes: &[u8], at: usize) -> DecodeError {
    let before = std::str::from_utf8(&bytes[..at]).unwrap_or_default();
    let place = LineIndex::new(before).place(before, before.len());
    DecodeError::NotUtf8 { place, value: bytes.get(at).copied().unwrap_or_default() }
}

/// UTF-16 text has a NUL in every other byte wherever there is a blank, a digit or a line end.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // A few NULs in a short file may be chance.
    let enough = |some: usize| some >= 3 && some * 40 >= head.len();
    match (even, odd) {
        (0, some) if enough(some) => Some(UTF_16LE),
        (some, 0) if enough(some) => Some(UTF_16BE),
        _ => None,
    }
}

struct Declared {
    label: String,
    encoding: Option<&'static Encoding>,
    span: std::ops::Range<usize>,
}

/// A page that is UTF-8 by its bytes but says otherwise; plain ASCII is every encoding at once.
fn conflict(text: &str, declared: Option<Declared>) -> Vec<Warning> {
    match declared {
        Some(Declared { label, encoding, span })
            if encoding != Some(UTF_8) && !text.is_ascii() && text.get(span.clone()).is_some() =>
        {
            let kind = WarningKind::Encoding { declared: label, actual: UTF_8.name().to_owned() };
            vec![Warning { kind, span }]
        }
        _ => Vec::new(),
    }
}

/// `<?xml version="1.0" encoding="…"?>`, `<meta charset="…">`, `<meta http-equiv content="…; charset=…">`.
fn declaration(bytes: &[u8]) -> Option<Declared> {
    let head: Vec<u8> = bytes.iter().take(1024).map(u8::to_ascii_lowercase).collect();
    let xml = head.starts_with(b"<?xml").then(|| {
        let end = find(&head, b"?>", 0).unwrap_or(head.len());
        value_after(&head[..end], b"encoding", 0)
    });
    let range = xml.flatten().or_else(|| {
        let mut at = 0;
        while let Some(meta) = find(&head, b"<meta", at) {
            let end = find(&head, b">", meta).unwrap_or(head.len());
            if let Some(range) = value_after(&head[..end], b"charset", meta) {
                return Some(range);
            }
            at = end;
        }
        None
    })?;
    let label = String::from_utf8_lossy(bytes.get(range.clone())?).trim().to_owned();
    // A declaration that can be read byte by byte cannot be in UTF-16: the standard takes it for UTF-8.
    let encoding =
        Encoding::for_label(label.as_bytes()).map(|e| if e == UTF_16LE || e == UTF_16BE { UTF_8 } else { e });
    Some(Declared { label, encoding, span: range })
}

fn value_after(head: &[u8], key: &[u8], from: usize) -> Option<std::ops::Range<usize>> {
    let mut at = find(head, key, from)? + key.len();
    let skip = |at: &mut usize, set: &[u8]| {
        while head.get(*at).is_some_and(|byte| set.contains(byte)) {
            *at += 1;
        }
    };
    skip(&mut at, b" \t\r\n");
    if head.get(at) != Some(&b'=') {
        return None;
    }
    at += 1;
    skip(&mut at, b" \t\r\n\"'");
    let length = head[at..].iter().position(|byte| b" \t\r\n\"';>?/".contains(byte)).unwrap_or(head.len() - at);
    (length > 0).then_some(at..at + length)
}

fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.windows(needle.len()).position(|window| window == needle).map(|at| at + from)
}
