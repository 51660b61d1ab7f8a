//! Events become the model.

use std::borrow::Cow;
use std::ops::Range;

use hexapla_xml::Tag;
use hexapla_xml::write::escape_text;

use crate::model::{Attributes, Element, ElementKind, Inline, Meta, Seg, Tu, Tuv};
use crate::unit::Sink;
use crate::version::Version;

/// Builds one unit.
#[derive(Debug)]
pub(crate) struct Builder {
    tu: Tu,
    place: Spot,
    /// The element that is kept as it was written: where it begins, and how many are open in it.
    foreign: Option<(usize, usize)>,
    /// The inline elements that are open.
    open: Vec<Opened>,
    version: Version,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    Outside,
    Tu,
    TuMeta,
    Tuv,
    TuvMeta,
    Seg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    /// A `hi`.
    Text,
    Other,
}

impl Builder {
    pub(crate) fn new(version: Version) -> Self {
        Self { tu: Tu::default(), place: Spot::Outside, foreign: None, open: Vec::new(), version }
    }

    pub(crate) fn finish(self) -> Tu {
        self.tu
    }

    fn metas(&mut self) -> &mut Vec<Meta> {
        match self.place {
            Spot::Tuv | Spot::TuvMeta => match self.tu.variants.last_mut() {
                Some(variant) => &mut variant.metas,
                None => &mut self.tu.metas,
            },
            _ => &mut self.tu.metas,
        }
    }

    fn seg(&mut self) -> Option<&mut Seg> {
        self.tu.variants.last_mut()?.seg.as_mut()
    }

    fn meta_text(&mut self, piece: &str) {
        if let Some(Meta::Note { text, .. } | Meta::Prop { text, .. }) = self.metas().last_mut() {
            text.push_str(piece);
        }
    }
}

impl Sink for Builder {
    fn reset(&mut self) {
        self.tu = Tu::default();
        self.place = Spot::Outside;
        self.foreign = None;
        self.open.clear();
    }

    fn start(&mut self, tag: &Tag<'_>, name: &str, at: usize) {
        if let Some((_, depth)) = &mut self.foreign {
            *depth += 1;
            return;
        }
        match (self.place, name) {
            (Spot::Outside, _) => {
                self.tu.attributes = attributes(tag);
                self.place = Spot::Tu;
            }
            (Spot::Tu | Spot::Tuv, "note" | "prop") => {
                let meta = meta(tag, name);
                self.metas().push(meta);
                self.place = if self.place == Spot::Tu { Spot::TuMeta } else { Spot::TuvMeta };
            }
            (Spot::Tu, "tuv") => {
                self.tu.variants.push(Tuv { attributes: localized(tag), ..Tuv::default() });
                self.place = Spot::Tuv;
            }
            (Spot::Tuv, "seg") if self.tu.variants.last().is_some_and(|variant| variant.seg.is_none()) => {
                if let Some(variant) = self.tu.variants.last_mut() {
                    variant.seg = Some(Seg { attributes: attributes(tag), content: Vec::new() });
                }
                self.place = Spot::Seg;
                self.open.clear();
            }
            (Spot::Seg, _) => {
                let mut kind = ElementKind::of(name);
                // TMX 1.1 had `sub` where later versions have `hi`; it is the same thing.
                let in_text = self.open.iter().all(|opened| *opened == Opened::Text);
                if kind == ElementKind::Sub && self.version == Version::V1_1 && in_text {
                    kind = ElementKind::Hi;
                }
                self.open.push(if kind == ElementKind::Hi { Opened::Text } else { Opened::Other });
                let element = Inline::Open(Element { kind, attributes: attributes(tag) });
                if let Some(seg) = self.seg() {
                    seg.content.push(element);
                }
            }
            _ => self.foreign = Some((at, 1)),
        }
    }

    fn end(&mut self, range: Range<usize>, source: &str) {
        if let Some((from, depth)) = &mut self.foreign {
            *depth -= 1;
            if *depth == 0 {
                let written = &source[*from..range.end];
                self.foreign = None;
                match self.place {
                    Spot::TuMeta | Spot::TuvMeta => self.meta_text(written),
                    _ => self.metas().push(Meta::Foreign(written.to_owned())),
                }
            }
            return;
        }
        self.place = match self.place {
            Spot::TuMeta | Spot::Tuv => Spot::Tu,
            Spot::TuvMeta => Spot::Tuv,
            Spot::Seg if self.open.pop().is_some() => {
                if let Some(seg) = self.seg() {
                    seg.content.push(Inline::Close);
                }
                Spot::Seg
            }
            Spot::Seg => Spot::Tuv,
            Spot::Tu | Spot::Outside => Spot::Outside,
        };
    }

    fn text(&mut self, text: Cow<'_, str>, _range: Range<usize>, _source: &str) {
        if self.foreign.is_some() {
            return;
        }
        match self.place {
            Spot::TuMeta | Spot::TuvMeta => self.meta_text(&text),
            Spot::Seg if text.is_empty() => {}
            Spot::Seg => {
                if let Some(seg) = self.seg() {
                    seg.content.push(Inline::Text(text.into_owned()));
                }
            }
            Spot::Tu | Spot::Tuv if !text.bytes().all(|byte| byte.is_ascii_whitespace()) => {
                let kept = escape_text(text.trim_ascii()).into_owned();
                self.metas().push(Meta::Foreign(kept));
            }
            _ => {}
        }
    }

    fn markup(&mut self, written: &str, _at: usize) {
        match self.place {
            _ if self.foreign.is_some() => {}
            Spot::Seg => {
                let written = written.to_owned();
                if let Some(seg) = self.seg() {
                    seg.content.push(Inline::Markup(written));
                }
            }
            Spot::Tu | Spot::Tuv => self.metas().push(Meta::Foreign(written.to_owned())),
            // A comment inside of a note has no place in the model but beside it.
            Spot::TuMeta | Spot::TuvMeta => {
                let metas = self.metas();
                let before = metas.len().saturating_sub(1);
                metas.insert(before, Meta::Foreign(written.to_owned()));
            }
            Spot::Outside => {}
        }
    }
}

/// A note or prop without its text.
pub(crate) fn meta(tag: &Tag<'_>, name: &str) -> Meta {
    let (attributes, text) = (localized(tag), String::new());
    if name == "note" { Meta::Note { attributes, text } } else { Meta::Prop { attributes, text } }
}

/// The attributes of a tag.
pub(crate) fn attributes(tag: &Tag<'_>) -> Attributes {
    let mut attributes = Attributes::with_capacity(tag.attributes.len());
    for attribute in &tag.attributes {
        attributes.push(interned(attribute.name), attribute.value().into_owned());
    }
    attributes
}

/// The attributes of a tag, `lang` read as the `xml:lang` that it became in TMX 1.3.
pub(crate) fn localized(tag: &Tag<'_>) -> Attributes {
    let mut attributes = attributes(tag);
    if attributes.get("xml:lang").is_none()
        && let Some(language) = attributes.remove("lang")
    {
        attributes.set("xml:lang", language);
    }
    attributes
}

/// Names that the standard knows need no memory of their own.
fn interned(name: &str) -> Cow<'static, str> {
    let known = match name {
        "xml:lang" => "xml:lang",
        "lang" => "lang",
        "i" => "i",
        "x" => "x",
        "type" => "type",
        "pos" => "pos",
        "assoc" => "assoc",
        "tuid" => "tuid",
        "srclang" => "srclang",
        "segtype" => "segtype",
        "datatype" => "datatype",
        "o-encoding" => "o-encoding",
        "o-tmf" => "o-tmf",
        "usagecount" => "usagecount",
        "lastusagedate" => "lastusagedate",
        "creationtool" => "creationtool",
        "creationtoolversion" => "creationtoolversion",
        "creationdate" => "creationdate",
        "creationid" => "creationid",
        "changedate" => "changedate",
        "changeid" => "changeid",
        other => return Cow::Owned(other.to_owned()),
    };
    Cow::Borrowed(known)
}
