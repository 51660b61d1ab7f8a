//! What a reader of XML hands over.

use std::borrow::Cow;

use crate::doctype::Doctype;
use crate::tag;

/// A piece of well-formed XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// `<?xml …?>`.
    Declaration(Declaration<'a>),
    /// `<!DOCTYPE …>`.
    Doctype(Doctype<'a>),
    /// A start tag, or a tag that is start and end in one; an [`Event::End`] follows in either case.
    Start(Tag<'a>),
    /// An end tag.
    End {
        /// The element's name.
        name: &'a str,
    },
    /// Text: character data, references and CDATA sections up to the next markup, joined and resolved, line ends as `\n`.
    Text(Cow<'a, str>),
    /// What stands between `<!--` and `-->`.
    Comment(&'a str),
    /// What stands between `<?` and `?>`.
    Instruction(&'a str),
}

/// The XML declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration<'a> {
    /// The version, as written.
    pub version: &'a str,
    /// The encoding, as written.
    pub encoding: Option<&'a str>,
    /// `standalone`, as written.
    pub standalone: Option<&'a str>,
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The element's name, with its prefix.
    pub name: &'a str,
    /// The attributes in the order in which they stand, none twice.
    pub attributes: Vec<Attribute<'a>>,
    /// How the element is written.
    pub form: Form,
}

/// How an element is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As `<a>…</a>`.
    Pair,
    /// As `<a/>`.
    Empty,
}

/// An attribute of a start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name, with its prefix.
    pub name: &'a str,
    /// Its value as it stands between the quotes.
    pub raw: &'a str,
    /// Where its name begins, in bytes of the text.
    pub at: usize,
}

impl<'a> Tag<'a> {
    /// The attribute of that name, references resolved, white space as XML has it (each line break or tab a blank).
    ///
    /// ```
    /// use hexapla_xml::{Event, Events};
    /// let Some(Ok(Event::Start(tag))) = Events::new("<p a='1 &lt;\n2' b='&#10;'/>").next() else { panic!() };
    /// assert_eq!(tag.get("a").as_deref(), Some("1 < 2"));
    /// assert_eq!(tag.get("b").as_deref(), Some("\n"));
    /// assert_eq!(tag.get("c"), None);
    /// ```
    #[inline]
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(Attribute::value)
    }
}

impl<'a> Attribute<'a> {
    /// Its value, references resolved, each line break or tab a blank.
    #[inline]
    pub fn value(&self) -> Cow<'a, str> {
        tag::normalized(self.raw)
    }
}
