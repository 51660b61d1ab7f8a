//! Which encoding a file is in, and how to get text out of it and back into it.

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{CoderResult, DecoderResult};

/// How the characters of a file are written as bytes: any encoding of the WHATWG standard (that is every label of
/// `encoding_rs`), and UTF-32.
///
/// ```
/// use hexapla_xml::Encoding;
/// let cyrillic = Encoding::for_label("cp1251").unwrap();
/// assert_eq!(cyrillic.name(), "windows-1251");
/// assert_eq!(cyrillic.decode(b"\xCF\xF0\xE8\xE2\xE5\xF2").unwrap(), "Привет");
/// assert_eq!(cyrillic.encode("Привет ☺").as_ref(), b"\xCF\xF0\xE8\xE2\xE5\xF2 &#9786;");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Standard(&'static encoding_rs::Encoding),
    Utf32(Order),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

/// Bytes that mean nothing in their encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// How many bytes before them are sound; they may follow a few bytes later.
    pub sound: usize,
}

/// What a file's bytes and its declaration say about its encoding, and how that was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The encoding that the file is to be read in.
    pub encoding: Encoding,
    /// The bytes of the byte order mark, 0 without one.
    pub bom: usize,
    /// What the XML declaration names, as written.
    pub declared: Option<String>,
    /// Where bytes and declaration disagree.
    pub warning: Option<EncodingWarning>,
}

/// What may be odd about a file's encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EncodingWarning {
    /// The declaration names another encoding than the bytes are in; the bytes won.
    Conflict {
        /// What is declared.
        declared: String,
        /// What was read.
        actual: &'static str,
    },
    /// The declaration names an encoding that is not known; it was read as what is given.
    Unknown {
        /// What is declared.
        declared: String,
        /// What was read.
        actual: &'static str,
    },
    /// Bytes that mean nothing in the encoding: U+FFFD stands in their place.
    Undecodable {
        /// What was read.
        encoding: &'static str,
    },
}

impl fmt::Display for EncodingWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conflict { declared, actual } => write!(f, "declared as {declared}, but read as {actual}"),
            Self::Unknown { declared, actual } => write!(f, "unknown encoding {declared}, read as {actual}"),
            Self::Undecodable { encoding } => write!(f, "bytes that are not {encoding} were replaced by U+FFFD"),
        }
    }
}

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(Kind::Standard(encoding_rs::UTF_8));
    /// UTF-16, low byte first.
    pub const UTF_16LE: Self = Self(Kind::Standard(encoding_rs::UTF_16LE));
    /// UTF-16, high byte first.
    pub const UTF_16BE: Self = Self(Kind::Standard(encoding_rs::UTF_16BE));
    /// The Latin encoding of Windows, which mislabelled files are in more often than in any other.
    pub const WINDOWS_1252: Self = Self(Kind::Standard(encoding_rs::WINDOWS_1252));
    const UTF_32LE: Self = Self(Kind::Utf32(Order::Little));
    const UTF_32BE: Self = Self(Kind::Utf32(Order::Big));

    /// The encoding of that name, in any of the names it goes by.
    pub fn for_label(label: &str) -> Option<Self> {
        let label = label.trim();
        if let Some(known) = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()) {
            return Some(Self(Kind::Standard(known)));
        }
        match label.to_ascii_lowercase().as_str() {
            "utf-32" | "utf32" | "utf-32le" | "ucs-4" | "iso-10646-ucs-4" => Some(Self::UTF_32LE),
            "utf-32be" => Some(Self::UTF_32BE),
            "utf16" => Some(Self::UTF_16LE),
            other => {
                // `cp1252` is known, `cp-1252` and `win-1252` are met in the wild.
                let page = other.strip_prefix("cp-").or_else(|| other.strip_prefix("win-"))?;
                let name = format!("windows-{page}");
                encoding_rs::Encoding::for_label_no_replacement(name.as_bytes()).map(|e| Self(Kind::Standard(e)))
            }
        }
    }

    /// Its name: `UTF-8`, `windows-1251`, `UTF-32LE`.
    pub fn name(self) -> &'static str {
        match self.0 {
            Kind::Standard(encoding) => encoding.name(),
            Kind::Utf32(Order::Little) => "UTF-32LE",
            Kind::Utf32(Order::Big) => "UTF-32BE",
        }
    }

    /// The bytes of its smallest unit: 4 for UTF-32, 2 for UTF-16, else 1.
    pub fn unit(self) -> usize {
        match self.0 {
            Kind::Utf32(_) => 4,
            Kind::Standard(encoding) if encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE => 2,
            Kind::Standard(_) => 1,
        }
    }

    /// The text of `bytes`, which hold no byte order mark; borrowed where it can be.
    ///
    /// # Errors
    /// Where bytes mean nothing in this encoding.
    pub fn decode(self, bytes: &[u8]) -> Result<Cow<'_, str>, Undecodable> {
        match self.0 {
            // It validates several times faster than the standard library.
            Kind::Standard(encoding) if encoding == encoding_rs::UTF_8 => encoding
                .decode_without_bom_handling_and_without_replacement(bytes)
                .ok_or_else(|| Undecodable { sound: encoding_rs::Encoding::utf8_valid_up_to(bytes) }),
            Kind::Standard(encoding) => {
                let mut decoder = encoding.new_decoder_without_bom_handling();
                let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len() * 3);
                let mut text = String::with_capacity(room);
                match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
                    (DecoderResult::InputEmpty, _) => Ok(Cow::Owned(text)),
                    (DecoderResult::Malformed(bad, later), read) => {
                        Err(Undecodable { sound: read.saturating_sub(usize::from(bad) + usize::from(later)) })
                    }
                    (DecoderResult::OutputFull, read) => Err(Undecodable { sound: read }),
                }
            }
            Kind::Utf32(order) => {
                let mut text = String::with_capacity(bytes.len() / 2);
                for (number, unit) in bytes.chunks(4).enumerate() {
                    match utf32(order, unit) {
                        Some(character) => text.push(character),
                        None => return Err(Undecodable { sound: number * 4 }),
                    }
                }
                Ok(Cow::Owned(text))
            }
        }
    }

    /// The text of `bytes`, with U+FFFD for what means nothing, and whether there was any such.
    pub fn decode_lossy(self, bytes: &[u8]) -> (Cow<'_, str>, Fidelity) {
        let (text, lossy) = match self.0 {
            Kind::Standard(encoding) => encoding.decode_without_bom_handling(bytes),
            Kind::Utf32(order) => {
                let mut lossy = false;
                let replace = |unit| {
                    utf32(order, unit).unwrap_or_else(|| {
                        lossy = true;
                        char::REPLACEMENT_CHARACTER
                    })
                };
                let text: String = bytes.chunks(4).map(replace).collect();
                (Cow::Owned(text), lossy)
            }
        };
        (text, if lossy { Fidelity::Lossy } else { Fidelity::Exact })
    }

    /// The bytes of `text`, without a byte order mark; what the encoding lacks becomes a character reference.
    pub fn encode(self, text: &str) -> Cow<'_, [u8]> {
        match self.0 {
            Kind::Standard(encoding) if encoding == encoding_rs::UTF_16LE => {
                Cow::Owned(text.encode_utf16().flat_map(u16::to_le_bytes).collect())
            }
            Kind::Standard(encoding) if encoding == encoding_rs::UTF_16BE => {
                Cow::Owned(text.encode_utf16().flat_map(u16::to_be_bytes).collect())
            }
            Kind::Standard(encoding) => encoding.encode(text).0,
            Kind::Utf32(Order::Little) => Cow::Owned(text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
            Kind::Utf32(Order::Big) => Cow::Owned(text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect()),
        }
    }

    pub(crate) fn stream(self) -> Stream {
        match self.0 {
            Kind::Standard(encoding) => Stream::Standard(encoding.new_decoder_without_bom_handling()),
            Kind::Utf32(order) => Stream::Utf32(Utf32Stream { order, pending: Vec::new() }),
        }
    }

    fn is_single_byte(self) -> bool {
        matches!(self.0, Kind::Standard(encoding) if encoding.is_single_byte())
    }
}

/// Whether decoded text says all that the bytes said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fidelity {
    /// Every byte was understood.
    Exact,
    /// U+FFFD stands for bytes that were not.
    Lossy,
}

fn utf32(order: Order, unit: &[u8]) -> Option<char> {
    let unit: [u8; 4] = unit.try_into().ok()?;
    char::from_u32(match order {
        Order::Little => u32::from_le_bytes(unit),
        Order::Big => u32::from_be_bytes(unit),
    })
}

/// A decoder that is fed piece by piece.
pub(crate) enum Stream {
    Standard(encoding_rs::Decoder),
    Utf32(Utf32Stream),
}

pub(crate) struct Utf32Stream {
    order: Order,
    pending: Vec<u8>,
}

impl Stream {
    /// Appends the text of `bytes` to `out`; returns whether something had to be replaced.
    pub(crate) fn feed(&mut self, bytes: &[u8], out: &mut String, last: bool) -> Fidelity {
        let lossy = match self {
            Self::Standard(decoder) => {
                let (mut rest, mut lossy) = (bytes, false);
                loop {
                    out.reserve(decoder.max_utf8_buffer_length(rest.len()).unwrap_or(rest.len() * 3).max(16));
                    let (result, read, replaced) = decoder.decode_to_string(rest, out, last);
                    lossy |= replaced;
                    rest = &rest[read..];
                    if result == CoderResult::InputEmpty {
                        break lossy;
                    }
                }
            }
            Self::Utf32(stream) => {
                stream.pending.extend_from_slice(bytes);
                let whole = if last { stream.pending.len() } else { stream.pending.len() / 4 * 4 };
                let mut lossy = false;
                for unit in stream.pending[..whole].chunks(4) {
                    let character = utf32(stream.order, unit);
                    lossy |= character.is_none();
                    out.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                stream.pending.drain(..whole);
                lossy
            }
        };
        if lossy { Fidelity::Lossy } else { Fidelity::Exact }
    }
}

/// Finds out from the first bytes of a file which encoding it is in.
///
/// A byte order mark wins, then the pattern that `<` makes in UTF-16 and UTF-32, then the XML declaration in the first
/// kilobyte, then UTF-8 (XML 1.0, appendix F). A declaration that the bytes contradict is overruled, with a warning:
/// UTF-16 declared over single bytes, or a one-byte encoding declared over what can only be UTF-8.
///
/// Hand over as much of the file as is at hand, at least one kilobyte where there is that much.
///
/// ```
/// use hexapla_xml::{EncodingWarning, sniff};
/// assert_eq!(sniff(b"<\0?\0x\0m\0l\0").encoding.name(), "UTF-16LE");
/// assert_eq!(sniff(b"<?xml version='1.0' encoding='koi8-r'?>").encoding.name(), "KOI8-R");
/// let liar = sniff(b"<?xml version='1.0' encoding='UTF-16'?><a/>");
/// assert_eq!(liar.encoding.name(), "UTF-8");
/// assert_eq!(liar.warning, Some(EncodingWarning::Conflict { declared: "UTF-16".into(), actual: "UTF-8" }));
/// ```
pub fn sniff(start: &[u8]) -> Sniffed {
    let (seen, bom) = match start {
        [0xFF, 0xFE, 0, 0, ..] => (Some(Encoding::UTF_32LE), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Some(Encoding::UTF_32BE), 4),
        [0xEF, 0xBB, 0xBF, ..] => (Some(Encoding::UTF_8), 3),
        [0xFF, 0xFE, ..] => (Some(Encoding::UTF_16LE), 2),
        [0xFE, 0xFF, ..] => (Some(Encoding::UTF_16BE), 2),
        [b'<', 0, 0, 0, ..] => (Some(Encoding::UTF_32LE), 0),
        [0, 0, 0, b'<', ..] => (Some(Encoding::UTF_32BE), 0),
        [b'<', 0, ..] => (Some(Encoding::UTF_16LE), 0),
        [0, b'<', ..] => (Some(Encoding::UTF_16BE), 0),
        _ => (None, 0),
    };
    let body = &start[bom..];
    let head: String = match seen {
        Some(wide) if wide.unit() > 1 => {
            let whole = body.len().min(4096) / wide.unit() * wide.unit();
            wide.decode_lossy(&body[..whole]).0.chars().take(1024).collect()
        }
        _ => body.iter().take(1024).map(|byte| char::from(byte & 0x7F)).collect(),
    };
    let declared = declared_encoding(&head);
    let named = declared.as_deref().and_then(Encoding::for_label);
    let conflict = |encoding: Encoding| Sniffed {
        encoding,
        bom,
        declared: declared.clone(),
        warning: declared.clone().map(|declared| EncodingWarning::Conflict { declared, actual: encoding.name() }),
    };
    let settled = |encoding: Encoding| Sniffed { encoding, bom, declared: declared.clone(), warning: None };
    match (seen, named) {
        (Some(seen), Some(named)) if seen.unit() == named.unit() && (seen.unit() > 1 || seen == named) => settled(seen),
        (Some(seen), None) if declared.is_none() => settled(seen),
        (Some(seen), _) => conflict(seen),
        (None, Some(named)) if named.unit() > 1 => conflict(Encoding::UTF_8),
        (None, Some(named)) if named.is_single_byte() && can_only_be_utf8(body) => conflict(Encoding::UTF_8),
        (None, Some(named)) => settled(named),
        (None, None) => {
            let warning =
                declared.clone().map(|declared| EncodingWarning::Unknown { declared, actual: Encoding::UTF_8.name() });
            Sniffed { encoding: Encoding::UTF_8, bom, declared, warning }
        }
    }
}

/// Two or more characters beyond ASCII, every one of them a sound UTF-8 sequence: by chance, one-byte text never is.
fn can_only_be_utf8(start: &[u8]) -> bool {
    let sound = match std::str::from_utf8(start) {
        Ok(text) => text,
        // The end of what is at hand may cut a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    sound.chars().filter(|c| !c.is_ascii()).nth(1).is_some()
}

fn declared_encoding(head: &str) -> Option<String> {
    let declaration = head.trim_start().strip_prefix("<?xml")?;
    let declaration = &declaration[..declaration.find('>')?];
    let after = &declaration[declaration.find("encoding")? + "encoding".len()..];
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value[1..].split(quote).next()?;
    Some(label.to_owned())
}
