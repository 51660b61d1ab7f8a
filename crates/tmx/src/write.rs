//! The canonical writer: TMX 1.4 in UTF-8, one element a line outside of segments, the same bytes for the same model.

use std::io::{self, Write};

use hexapla_core::memory::TranslationUnit;
use hexapla_xml::write::{self as xml, Forbidden};
use hexapla_xml::{Encoding, is_name};

use crate::convert::{self, Kept, LeftOut};
use crate::model::{Attributes, Head, HeadItem, Inline, Meta, Seg, Tu, Tuv, Ude};

/// Why writing failed.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The sink does not take more.
    #[error("cannot write: {0}")]
    Io(io::Error),
    /// A character that XML cannot carry; nothing of its unit was written.
    #[error("unit {unit}, {spot}: {forbidden}")]
    Forbidden {
        /// The number of the unit among those written, from 1; 0 is the header.
        unit: u64,
        /// The unit's own name.
        tuid: Option<String>,
        /// Where in the unit: `tuv de seg`, `prop x-document`, `tu tuid`.
        spot: String,
        /// The character, and which it is.
        forbidden: Forbidden,
    },
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes a memory, unit by unit.
///
/// Attributes come in the order of the standard, notes and props before variants and segments, and nothing is ever
/// added inside of `seg`. A unit is written whole or not at all. What is kept of foreign markup is written as it was.
///
/// ```
/// use hexapla_tmx::{Reader, Writer};
/// let file = "<tmx version='1.1'><header srclang='de'/><body><tu><tuv lang='de'><seg>A<ph/> B</seg></tuv></tu></body></tmx>";
/// let mut reader = Reader::new(file.as_bytes())?;
/// let mut writer = Writer::new(Vec::new(), reader.head())?;
/// while let Some(tu) = reader.next_tu()? {
///     writer.write(&tu)?;
/// }
/// let out = String::from_utf8(writer.finish()?).unwrap();
/// assert!(out.ends_with("
///   <body>
///     <tu>
///       <tuv xml:lang=\"de\">
///         <seg>A<ph/> B</seg>
///       </tuv>
///     </tu>
///   </body>
/// </tmx>
/// "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: W,
    encoding: Encoding,
    units: u64,
    buffer: String,
}

/// The order in which attributes are written; others follow in the order they have.
const ORDER: [&str; 21] = [
    "tuid",
    "xml:lang",
    "lang",
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
    "o-encoding",
    "usagecount",
    "lastusagedate",
    "creationdate",
    "creationid",
    "changedate",
    "changeid",
    "pos",
    "i",
    "x",
    "type",
];

/// What the header must say by the standard, with what it says where the file did not.
const REQUIRED: [(&str, &str); 7] = [
    ("creationtool", "Hexapla"),
    ("creationtoolversion", env!("CARGO_PKG_VERSION")),
    ("segtype", "sentence"),
    ("o-tmf", "unknown"),
    ("adminlang", "en"),
    ("srclang", "*all*"),
    ("datatype", "unknown"),
];

/// Refused for a character; the spot is filled in on the way out.
struct Refusal {
    spot: String,
    forbidden: Forbidden,
}

impl<W: Write> Writer<W> {
    /// Writes the head. What the standard demands of a header and `head` lacks is filled in.
    ///
    /// # Errors
    /// Where the sink fails, or the header holds a character that XML cannot carry.
    pub fn new(out: W, head: &Head) -> Result<Self, WriteError> {
        Self::with_encoding(out, head, Encoding::UTF_8)
    }

    /// The same in another encoding than UTF-8, for tools that ask for one. UTF-16 begins with a byte order mark; what
    /// an encoding has no bytes for is written as a character reference.
    ///
    /// # Errors
    /// As for [`Writer::new`].
    pub fn with_encoding(out: W, head: &Head, encoding: Encoding) -> Result<Self, WriteError> {
        let mut writer = Self { out, encoding, units: 0, buffer: String::new() };
        let refused = |refusal: Refusal| WriteError::Forbidden {
            unit: 0,
            tuid: None,
            spot: refusal.spot,
            forbidden: refusal.forbidden,
        };
        if encoding.unit() > 1 {
            writer.buffer.push('\u{FEFF}');
        }
        put_head(&mut writer.buffer, head, declared(encoding)).map_err(refused)?;
        writer.flush_buffer()?;
        Ok(writer)
    }

    /// Writes a unit.
    ///
    /// # Errors
    /// Where the sink fails, or the unit holds a character that XML cannot carry; then nothing of it is written.
    pub fn write(&mut self, tu: &Tu) -> Result<(), WriteError> {
        self.units += 1;
        if let Err(refusal) = put_tu(&mut self.buffer, tu) {
            self.buffer.clear();
            return Err(WriteError::Forbidden {
                unit: self.units,
                tuid: tu.tuid().map(str::to_owned),
                spot: refusal.spot,
                forbidden: refusal.forbidden,
            });
        }
        self.flush_buffer()?;
        Ok(())
    }

    /// Writes what follows the last unit and is none, as [`crate::Reader::rest`] tells it: comments, instructions,
    /// elements that TMX does not know, each as it is.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn write_rest(&mut self, rest: &[String]) -> Result<(), WriteError> {
        for written in rest {
            self.buffer.push_str("    ");
            self.buffer.push_str(written);
            self.buffer.push('\n');
        }
        self.flush_buffer()?;
        Ok(())
    }

    /// How many units were given to it.
    pub fn units(&self) -> u64 {
        self.units
    }

    /// Writes the end, flushes, and gives the sink back.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn finish(mut self) -> Result<W, WriteError> {
        self.buffer.push_str("  </body>\n</tmx>\n");
        self.flush_buffer()?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn flush_buffer(&mut self) -> io::Result<()> {
        self.out.write_all(&self.encoding.encode(&self.buffer))?;
        self.buffer.clear();
        Ok(())
    }
}

/// A unit as the canonical writer writes it, indented, with its line break: two units are the same to TMX if these are.
///
/// # Errors
/// The first character that XML cannot carry.
pub fn canonical(tu: &Tu) -> Result<String, Forbidden> {
    let mut out = String::new();
    put_tu(&mut out, tu).map_err(|refusal| refusal.forbidden)?;
    Ok(out)
}

/// What the XML declaration says: with a byte order mark it is `UTF-16`, whichever byte comes first.
fn declared(encoding: Encoding) -> &'static str {
    if encoding == Encoding::UTF_16LE || encoding == Encoding::UTF_16BE { "UTF-16" } else { encoding.name() }
}

fn put_head(out: &mut String, head: &Head, encoding: &str) -> Result<(), Refusal> {
    out.push_str(&format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<tmx version=\"1.4\""));
    put_attributes(out, "tmx", &head.root)?;
    let mut attributes = head.attributes.clone();
    for (name, value) in REQUIRED {
        if attributes.get(name).is_none() {
            attributes.set(name, value);
        }
    }
    out.push_str(">\n  <header");
    put_attributes(out, "header", &attributes)?;
    if head.items.is_empty() {
        out.push_str("/>\n");
    } else {
        out.push_str(">\n");
        for item in &head.items {
            match item {
                HeadItem::Meta(meta) => put_meta(out, "    ", meta)?,
                HeadItem::Ude(ude) => put_ude(out, ude)?,
            }
        }
        out.push_str("  </header>\n");
    }
    out.push_str("  <body>\n");
    Ok(())
}

fn put_ude(out: &mut String, ude: &Ude) -> Result<(), Refusal> {
    out.push_str("    <ude");
    put_attributes(out, "ude", &ude.attributes)?;
    out.push_str(">\n");
    for map in &ude.maps {
        out.push_str("      <map");
        put_attributes(out, "map", map)?;
        out.push_str("/>\n");
    }
    out.push_str("    </ude>\n");
    Ok(())
}

fn put_tu(out: &mut String, tu: &Tu) -> Result<(), Refusal> {
    out.push_str("    <tu");
    put_attributes(out, "tu", &tu.attributes)?;
    out.push_str(">\n");
    for meta in &tu.metas {
        put_meta(out, "      ", meta)?;
    }
    for variant in &tu.variants {
        put_tuv(out, variant).map_err(|mut refusal| {
            refusal.spot = format!("tuv {} {}", variant.language().unwrap_or("?"), refusal.spot);
            refusal
        })?;
    }
    out.push_str("    </tu>\n");
    Ok(())
}

fn put_tuv(out: &mut String, variant: &Tuv) -> Result<(), Refusal> {
    out.push_str("      <tuv");
    put_attributes(out, "tuv", &variant.attributes)?;
    out.push_str(">\n");
    // A second segment is kept as foreign; before the first it would be taken for the first.
    let is_second = |meta: &Meta| matches!(meta, Meta::Foreign(written) if written.starts_with("<seg"));
    for meta in variant.metas.iter().filter(|meta| !is_second(meta)) {
        put_meta(out, "        ", meta)?;
    }
    if let Some(seg) = &variant.seg {
        out.push_str("        ");
        put_seg(out, seg)?;
        out.push('\n');
    }
    for meta in variant.metas.iter().filter(|meta| is_second(meta)) {
        put_meta(out, "        ", meta)?;
    }
    out.push_str("      </tuv>\n");
    Ok(())
}

fn put_meta(out: &mut String, indent: &str, meta: &Meta) -> Result<(), Refusal> {
    out.push_str(indent);
    let (name, attributes, text) = match meta {
        Meta::Note { attributes, text } => ("note", attributes, text),
        Meta::Prop { attributes, text } => ("prop", attributes, text),
        Meta::Foreign(written) => {
            out.push_str(written);
            out.push('\n');
            return Ok(());
        }
    };
    out.push('<');
    out.push_str(name);
    put_attributes(out, name, attributes)?;
    out.push('>');
    put_text(out, text).map_err(|forbidden| {
        let kind = attributes.get("type").unwrap_or_default();
        Refusal { spot: format!("{name} {kind}"), forbidden }
    })?;
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
    Ok(())
}

fn put_seg(out: &mut String, seg: &Seg) -> Result<(), Refusal> {
    out.push_str("<seg");
    put_attributes(out, "seg", &seg.attributes)?;
    out.push('>');
    let mut open: Vec<&str> = Vec::new();
    let mut content = seg.content.iter().peekable();
    while let Some(inline) = content.next() {
        match inline {
            Inline::Text(text) => {
                put_text(out, text).map_err(|forbidden| Refusal { spot: "seg".to_owned(), forbidden })?;
            }
            Inline::Open(element) => {
                let name = element.kind.name();
                out.push('<');
                out.push_str(name);
                put_attributes(out, name, &element.attributes)?;
                if matches!(content.peek(), Some(Inline::Close)) {
                    content.next();
                    out.push_str("/>");
                } else {
                    out.push('>');
                    open.push(name);
                }
            }
            Inline::Close => {
                if let Some(name) = open.pop() {
                    out.push_str("</");
                    out.push_str(name);
                    out.push('>');
                }
            }
            Inline::Markup(written) => out.push_str(written),
        }
    }
    // A model made by hand may have left something open.
    while let Some(name) = open.pop() {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
    out.push_str("</seg>");
    Ok(())
}

fn put_attributes(out: &mut String, element: &str, attributes: &Attributes) -> Result<(), Refusal> {
    let rank = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
    let mut ordered: Vec<(usize, &str, &str)> =
        attributes.iter().map(|(name, value)| (rank(name), name, value)).collect();
    ordered.sort_by_key(|(rank, ..)| *rank);
    for (_, name, value) in ordered {
        if !is_name(name) {
            continue;
        }
        xml::check(value).map_err(|forbidden| Refusal { spot: format!("{element} {name}"), forbidden })?;
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(&xml::escape_attribute(value));
        out.push('"');
    }
    Ok(())
}

fn put_text(out: &mut String, text: &str) -> Result<(), Forbidden> {
    xml::check(text)?;
    out.push_str(&xml::escape_text(text));
    Ok(())
}

/// What became of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many units were written.
    pub units: u64,
    /// What stayed at home or was changed, by the number of the unit among those given, from 0.
    pub left_out: Vec<(usize, LeftOut)>,
}

/// Writes units as a TMX 1.4 file for other tools, in the order given.
///
/// An empty target never leaves (tools would insert it and the sentence would vanish), and a unit with no target left
/// does not leave either; both are told in what is returned.
///
/// ```
/// use hexapla_core::language::Language;
/// use hexapla_core::memory::{TranslationUnit, Variant};
/// use hexapla_tmx::{ExportHead, write_units};
///
/// let variant = |text: &str| Variant { text: text.to_owned(), ..Variant::default() };
/// let (de, ar): (Language, Language) = ("de".parse()?, "ar".parse()?);
/// let unit = TranslationUnit {
///     id: Some("garten-1".into()),
///     source_language: de.clone(),
///     variants: [(de.clone(), variant("Der Garten ist offen.")), (ar, variant("الحديقة مفتوحة."))].into_iter().collect(),
///     context: Default::default(),
///     notes: Vec::new(),
///     properties: Default::default(),
/// };
/// let mut file = Vec::new();
/// let written = write_units(&ExportHead::new(&de), [&unit], &mut file)?;
/// assert_eq!((written.units, written.left_out.len()), (1, 0));
/// assert!(String::from_utf8(file)?.contains("<tuv xml:lang=\"ar\">\n        <seg>الحديقة مفتوحة.</seg>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where the sink fails, or a unit holds a character that XML cannot carry.
pub fn write_units<'u>(
    head: &ExportHead,
    units: impl IntoIterator<Item = &'u TranslationUnit>,
    out: impl Write,
) -> Result<Written, WriteError> {
    let mut writer = Writer::new(out, &head.to_head())?;
    let mut written = Written::default();
    for (number, unit) in units.into_iter().enumerate() {
        let Kept { value, left_out } = convert::to_tu(unit);
        written.left_out.extend(left_out.into_iter().map(|left| (number, left)));
        if let Some(tu) = value {
            writer.write(&tu)?;
            written.units += 1;
        }
    }
    writer.finish()?;
    Ok(written)
}

/// What the header of an export says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportHead {
    /// The language that the units are translated from.
    pub source_language: String,
    /// How the texts were cut.
    pub segtype: SegType,
    /// What the texts were taken from: `plaintext`, `html`.
    pub datatype: String,
    /// The language of notes and props.
    pub adminlang: String,
    /// When the file was made, in 16 characters; the library has no clock.
    pub creationdate: Option<String>,
    /// A fingerprint of the segmentation rules, as prop `x-segmentation`.
    pub segmentation: Option<String>,
    /// Further props.
    pub properties: Vec<(String, String)>,
}

/// How texts were cut into segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegType {
    /// Blocks of several paragraphs.
    Block,
    /// Paragraphs.
    Paragraph,
    /// Sentences.
    Sentence,
    /// Parts of sentences.
    Phrase,
}

impl SegType {
    /// Its name in `segtype`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Paragraph => "paragraph",
            Self::Sentence => "sentence",
            Self::Phrase => "phrase",
        }
    }
}

impl ExportHead {
    /// A header for sentences of plain text in `source`.
    pub fn new(source: &hexapla_core::language::Language) -> Self {
        Self {
            source_language: source.as_str().to_owned(),
            segtype: SegType::Sentence,
            datatype: "plaintext".to_owned(),
            adminlang: "en".to_owned(),
            creationdate: None,
            segmentation: None,
            properties: Vec::new(),
        }
    }

    /// The same as a head of the lossless model.
    pub fn to_head(&self) -> Head {
        let mut attributes: Attributes = [
            ("creationtool", "Hexapla"),
            ("creationtoolversion", env!("CARGO_PKG_VERSION")),
            ("segtype", self.segtype.as_str()),
            ("o-tmf", "Hexapla"),
            ("adminlang", self.adminlang.as_str()),
            ("srclang", self.source_language.as_str()),
            ("datatype", self.datatype.as_str()),
        ]
        .into_iter()
        .collect();
        if let Some(date) = &self.creationdate {
            attributes.set("creationdate", date.as_str());
        }
        let segmentation = self.segmentation.iter().map(|print| ("x-segmentation", print.as_str()));
        let others = self.properties.iter().map(|(kind, text)| (kind.as_str(), text.as_str()));
        let prop = |(kind, text): (&str, &str)| {
            HeadItem::Meta(Meta::Prop { attributes: [("type", kind)].into_iter().collect(), text: text.to_owned() })
        };
        Head {
            version: Some("1.4".to_owned()),
            root: Attributes::default(),
            attributes,
            items: segmentation.chain(others).map(prop).collect(),
        }
    }
}
