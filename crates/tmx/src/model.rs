//! TMX as it is written: every attribute, every note, every inline element, known or not.
//!
//! Segments are flat lists of text, opened and closed elements, not trees: nesting of any depth costs no stack.

use std::borrow::Cow;

/// The attributes of an element in the order in which they stand; equal if they say the same in any order.
#[derive(Clone, Debug, Default, Eq)]
pub struct Attributes(Vec<(Cow<'static, str>, String)>);

impl Attributes {
    /// The value of the attribute of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Sets an attribute, in its place if it is there.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        let name = name.into();
        match self.0.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = value.into(),
            None => self.0.push((name, value.into())),
        }
    }

    /// Takes an attribute out.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.remove(at).1)
    }

    /// Names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value.as_str()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn push(&mut self, name: Cow<'static, str>, value: String) {
        self.0.push((name, value));
    }

    pub(crate) fn with_capacity(n: usize) -> Self {
        Self(Vec::with_capacity(n))
    }
}

impl PartialEq for Attributes {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<N: Into<Cow<'static, str>>, V: Into<String>> FromIterator<(N, V)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// What stands before the units: the root's attributes and the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The version that the file claims, as written.
    pub version: Option<String>,
    /// The root's other attributes.
    pub root: Attributes,
    /// `creationtool`, `srclang` and the other attributes of the header.
    pub attributes: Attributes,
    /// Its notes, props, user-defined encodings, and what else stands in it.
    pub items: Vec<HeadItem>,
}

/// A child of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadItem {
    /// A note, a prop, or foreign markup.
    Meta(Meta),
    /// A user-defined encoding.
    Ude(Ude),
}

/// A user-defined encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ude {
    /// `name` and `base`.
    pub attributes: Attributes,
    /// The attributes of each of its maps.
    pub maps: Vec<Attributes>,
}

/// A remark or a property of a header, unit or variant, or what else stands among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meta {
    /// `<note>`.
    Note {
        /// Its attributes.
        attributes: Attributes,
        /// Its text.
        text: String,
    },
    /// `<prop>`.
    Prop {
        /// Its attributes, `type` among them.
        attributes: Attributes,
        /// Its text.
        text: String,
    },
    /// A comment, a processing instruction or an element that TMX does not know, as it was written.
    Foreign(String),
}

/// A translation unit as TMX has it: any number of variants, several of one language among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tu {
    /// `tuid`, `srclang`, dates and the others.
    pub attributes: Attributes,
    /// Notes and props.
    pub metas: Vec<Meta>,
    /// The variants.
    pub variants: Vec<Tuv>,
}

/// A variant: the text of a unit in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tuv {
    /// `xml:lang`, dates and the others. The `lang` of old versions is read as `xml:lang` where it stands alone.
    pub attributes: Attributes,
    /// Notes and props.
    pub metas: Vec<Meta>,
    /// The segment; absent only where the file leaves it out against the standard.
    pub seg: Option<Seg>,
}

/// A segment: text and inline elements, flat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seg {
    /// None by the standard; what is there is kept.
    pub attributes: Attributes,
    /// Every [`Inline::Open`] has its [`Inline::Close`].
    pub content: Vec<Inline>,
}

/// A piece of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text, or native code inside of a code element.
    Text(String),
    /// An element begins.
    Open(Element),
    /// The innermost element ends.
    Close,
    /// A comment or processing instruction as it was written.
    Markup(String),
}

/// An inline element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which.
    pub kind: ElementKind,
    /// Its attributes.
    pub attributes: Attributes,
}

/// The inline elements of TMX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementKind {
    /// `bpt`: the opening half of a pair of codes.
    Bpt,
    /// `ept`: the closing half.
    Ept,
    /// `ph`: a code that stands alone.
    Ph,
    /// `it`: half a pair, whose other half is outside of the segment.
    It,
    /// `hi`: text set off.
    Hi,
    /// `ut`: an unknown code (deprecated).
    Ut,
    /// `sub`: text inside of a code.
    Sub,
    /// An element that TMX does not know.
    Foreign(String),
}

impl ElementKind {
    /// Its name as an element.
    pub fn name(&self) -> &str {
        match self {
            Self::Bpt => "bpt",
            Self::Ept => "ept",
            Self::Ph => "ph",
            Self::It => "it",
            Self::Hi => "hi",
            Self::Ut => "ut",
            Self::Sub => "sub",
            Self::Foreign(name) => name,
        }
    }

    /// Whether the text in it is native code, not text for people.
    pub fn is_code(&self) -> bool {
        matches!(self, Self::Bpt | Self::Ept | Self::Ph | Self::It | Self::Ut)
    }

    pub(crate) fn of(name: &str) -> Self {
        match name {
            "bpt" => Self::Bpt,
            "ept" => Self::Ept,
            "ph" => Self::Ph,
            "it" => Self::It,
            "hi" => Self::Hi,
            "ut" => Self::Ut,
            "sub" => Self::Sub,
            other => Self::Foreign(other.to_owned()),
        }
    }
}

impl Head {
    /// The language that units are translated from, as written; `*all*` where any may be.
    pub fn source_language(&self) -> Option<&str> {
        self.attributes.get("srclang")
    }
}

impl Tu {
    /// The unit's name.
    pub fn tuid(&self) -> Option<&str> {
        self.attributes.get("tuid")
    }

    /// The value of the first prop of that type, of the unit itself.
    pub fn prop(&self, kind: &str) -> Option<&str> {
        prop(&self.metas, kind)
    }

    /// The latest date of the unit and its variants, as written: change before creation, unit or variant.
    pub fn latest_date(&self) -> Option<&str> {
        let own = std::iter::once(&self.attributes).chain(self.variants.iter().map(|variant| &variant.attributes));
        own.flat_map(|attributes| ["changedate", "creationdate"].map(|name| attributes.get(name))).flatten().max()
    }
}

fn prop<'m>(metas: &'m [Meta], kind: &str) -> Option<&'m str> {
    metas.iter().find_map(|meta| match meta {
        Meta::Prop { attributes, text } if attributes.get("type") == Some(kind) => Some(text.as_str()),
        _ => None,
    })
}

impl Tuv {
    /// The language, as written.
    pub fn language(&self) -> Option<&str> {
        self.attributes.get("xml:lang")
    }

    /// The value of the first prop of that type.
    pub fn prop(&self, kind: &str) -> Option<&str> {
        prop(&self.metas, kind)
    }

    /// The text for people, without codes; empty where there is no segment.
    pub fn plain_text(&self) -> String {
        self.seg.as_ref().map(Seg::plain_text).unwrap_or_default()
    }
}

impl Seg {
    /// A segment of nothing but text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { attributes: Attributes::default(), content: vec![Inline::Text(text.into())] }
    }

    /// The text for people: all of it but what stands in codes.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        let mut open = Vec::new();
        let mut codes = 0usize;
        for inline in &self.content {
            match inline {
                Inline::Text(piece) if codes == 0 => text.push_str(piece),
                Inline::Open(element) => {
                    open.push(element.kind.is_code());
                    codes += usize::from(element.kind.is_code());
                }
                Inline::Close => codes -= usize::from(open.pop() == Some(true)),
                Inline::Text(_) | Inline::Markup(_) => {}
            }
        }
        text
    }
}

/// Takes the inline codes out of all segments and leaves the text for people: TMX of level 1.
pub fn without_codes(tu: &mut Tu) {
    for seg in tu.variants.iter_mut().filter_map(|variant| variant.seg.as_mut()) {
        if seg.content.iter().any(|inline| !matches!(inline, Inline::Text(_))) {
            let text = seg.plain_text();
            seg.content = if text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] };
        }
    }
}
