//! Writing XML: as little escaping as XML asks for, and nothing that it cannot carry.
//!
//! ```
//! use hexapla_xml::write::{Forbidden, Writer};
//! let mut out = Vec::new();
//! let mut writer = Writer::new(&mut out);
//! writer.declaration()?;
//! writer.start("seg", [("n", "a\t\"b\"")])?;
//! writer.text("1 < 2 & \"3\" > 2\r")?;
//! writer.end("seg")?;
//! assert_eq!(
//!     String::from_utf8(out).unwrap(),
//!     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<seg n=\"a&#9;&quot;b&quot;\">1 &lt; 2 &amp; \"3\" &gt; 2&#13;</seg>",
//! );
//! let refused = Writer::new(Vec::new()).text("Köln\u{1F}").unwrap_err();
//! let forbidden = refused.get_ref().and_then(|e| e.downcast_ref::<Forbidden>()).unwrap();
//! assert_eq!((forbidden.character, forbidden.position), ('\u{1F}', 5));
//! # Ok::<(), std::io::Error>(())
//! ```

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

use crate::chars::find_forbidden;

/// A character that XML cannot carry, not even as a reference; it was refused, not dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// The character.
    pub character: char,
    /// Which character of the text or value it is, from 1.
    pub position: usize,
}

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "character {} is U+{:04X}, which XML cannot carry", self.position, u32::from(self.character))
    }
}

impl std::error::Error for Forbidden {}

/// Whether XML can carry all of `text`.
///
/// # Errors
/// The first character that it cannot carry.
pub fn check(text: &str) -> Result<(), Forbidden> {
    match find_forbidden(text) {
        None => Ok(()),
        Some(at) => Err(Forbidden {
            character: text[at..].chars().next().unwrap_or('\0'),
            position: text[..at].chars().count() + 1,
        }),
    }
}

/// `text` as character data: `&`, `<` and `>` escaped, a carriage return as `&#13;`, which XML would else eat.
pub fn escape_text(text: &str) -> Cow<'_, str> {
    escape(text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\r' => Some("&#13;"),
        _ => None,
    })
}

/// `value` for an attribute in double quotes: also `"`, tab and line feed, which XML would turn into blanks.
pub fn escape_attribute(value: &str) -> Cow<'_, str> {
    escape(value, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\r' => Some("&#13;"),
        b'\n' => Some("&#10;"),
        b'\t' => Some("&#9;"),
        _ => None,
    })
}

fn escape(text: &str, how: impl Fn(u8) -> Option<&'static str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let Some(first) = bytes.iter().position(|byte| how(*byte).is_some()) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate().skip(first) {
        if let Some(escaped) = how(*byte) {
            out.push_str(&text[from..at]);
            out.push_str(escaped);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Writes XML piece by piece; where lines break is the caller's business, so that none is ever added inside of text.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
}

impl<W: Write> Writer<W> {
    /// Writes to `out`, which had better be buffered.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    /// The XML declaration and a line break.
    ///
    /// # Errors
    /// Where writing fails; so for all that follows.
    pub fn declaration(&mut self) -> io::Result<()> {
        self.out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// A start tag. `name` and the attributes' names must be names of XML.
    ///
    /// # Errors
    /// [`Forbidden`], wrapped, for a value that XML cannot carry.
    pub fn start<'v>(
        &mut self,
        name: &str,
        attributes: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> io::Result<()> {
        self.tag(name, attributes)?;
        self.out.write_all(b">")
    }

    /// A tag that is start and end in one.
    ///
    /// # Errors
    /// As for [`Writer::start`].
    pub fn empty<'v>(
        &mut self,
        name: &str,
        attributes: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> io::Result<()> {
        self.tag(name, attributes)?;
        self.out.write_all(b"/>")
    }

    fn tag<'v>(&mut self, name: &str, attributes: impl IntoIterator<Item = (&'v str, &'v str)>) -> io::Result<()> {
        self.out.write_all(b"<")?;
        self.out.write_all(name.as_bytes())?;
        for (name, value) in attributes {
            check(value).map_err(refuse)?;
            self.out.write_all(b" ")?;
            self.out.write_all(name.as_bytes())?;
            self.out.write_all(b"=\"")?;
            self.out.write_all(escape_attribute(value).as_bytes())?;
            self.out.write_all(b"\"")?;
        }
        Ok(())
    }

    /// An end tag.
    ///
    /// # Errors
    /// Where writing fails.
    pub fn end(&mut self, name: &str) -> io::Result<()> {
        self.out.write_all(b"</")?;
        self.out.write_all(name.as_bytes())?;
        self.out.write_all(b">")
    }

    /// Character data.
    ///
    /// # Errors
    /// [`Forbidden`], wrapped, for what XML cannot carry.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        check(text).map_err(refuse)?;
        self.out.write_all(escape_text(text).as_bytes())
    }

    /// An element that holds nothing but text.
    ///
    /// # Errors
    /// As for [`Writer::start`] and [`Writer::text`].
    pub fn element<'v>(
        &mut self,
        name: &str,
        attributes: impl IntoIterator<Item = (&'v str, &'v str)>,
        text: &str,
    ) -> io::Result<()> {
        self.start(name, attributes)?;
        self.text(text)?;
        self.end(name)
    }

    /// XML as it is: markup that was read and is kept, or white space between elements.
    ///
    /// # Errors
    /// Where writing fails.
    pub fn raw(&mut self, xml: &str) -> io::Result<()> {
        self.out.write_all(xml.as_bytes())
    }

    /// Flushes, and gives the sink back.
    ///
    /// # Errors
    /// Where writing fails.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}

fn refuse(forbidden: Forbidden) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, forbidden)
}

/// The forbidden character that made a write fail, if that was it.
pub fn forbidden(error: &io::Error) -> Option<Forbidden> {
    error.get_ref().and_then(|inner| inner.downcast_ref::<Forbidden>()).copied()
}
