//! XLIFF 1.2: pairs of segments for CAT tools that open files rather than memories.
//!
//! Version 1.2 (OASIS Standard, 1 February 2008) and not 2.0, because every tool reads it: OmegaT's own filter knows
//! no other.

use std::collections::HashMap;
use std::io::{self, Write};

use hexapla_core::document::{CodeKind, InlineCode};
use hexapla_core::language::Language;
use hexapla_core::text::Place;
use hexapla_xml::write::{Writer, check};

use crate::Format;

/// A page and its translation.
#[derive(Clone, Debug, PartialEq)]
pub struct XliffFile<'a> {
    /// The source page's path, `/` between parts.
    pub original: String,
    /// What the pages are written in; lines that are segments already are plain text.
    pub format: Format,
    /// The language of the source.
    pub source: &'a Language,
    /// The language of the target.
    pub target: &'a Language,
    /// Its units in order.
    pub units: Vec<XliffUnit>,
}

/// A pair of segments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct XliffUnit {
    /// What is translated.
    pub source: XliffText,
    /// Its translation; absent where there is none.
    pub target: Option<XliffText>,
    /// Whether a person should look at the translation before it is used.
    pub review: Review,
    /// Where the source stands in its page.
    pub place: Option<Place>,
    /// A remark for the translator.
    pub note: Option<String>,
}

/// Text with its inline markup, by place in the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct XliffText {
    /// The text.
    pub text: String,
    /// Its markup.
    pub codes: Vec<InlineCode>,
}

/// Whether a translation can be used as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Review {
    /// It can (`translated`).
    #[default]
    NotNeeded,
    /// It is in doubt (`needs-review-translation`).
    Needed,
}

/// Writes files, several in one XLIFF document. The markup of a target is numbered as its counterpart in the source
/// is, so that tools can hold them against each other.
///
/// Gives the number of units that had to be left out since XML cannot carry their letters.
///
/// # Errors
///
/// Where writing fails.
///
/// ```
/// use hexapla_formats::{Format, XliffFile, XliffText, XliffUnit, write_xliff};
/// let (german, english) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let text = |text: &str| XliffText { text: text.to_owned(), codes: Vec::new() };
/// let unit = XliffUnit { source: text("Guten Tag!"), target: Some(text("Hello!")), ..XliffUnit::default() };
/// let (original, format) = ("de/gruss.txt".to_owned(), Format::Text);
/// let file = XliffFile { original, format, source: &german, target: &english, units: vec![unit] };
/// let mut bytes = Vec::new();
/// assert_eq!(write_xliff(&[file], &mut bytes)?, 0);
/// assert!(String::from_utf8(bytes).unwrap().contains("<target xml:lang=\"en\" state=\"translated\">Hello!</target>"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_xliff(files: &[XliffFile<'_>], out: impl Write) -> io::Result<usize> {
    let mut writer = Writer::new(out);
    let mut left_out = 0;
    writer.declaration()?;
    writer.start("xliff", [("version", "1.2"), ("xmlns", "urn:oasis:names:tc:xliff:document:1.2")])?;
    writer.raw("\n")?;
    for file in files {
        left_out += self::file(file, &mut writer)?;
    }
    writer.end("xliff")?;
    writer.raw("\n")?;
    writer.finish()?;
    Ok(left_out)
}

fn file(file: &XliffFile<'_>, writer: &mut Writer<impl Write>) -> io::Result<usize> {
    let datatype = match file.format {
        Format::Text => "plaintext",
        Format::Markdown => "x-markdown",
        Format::Html => "html",
    };
    let original: String = file.original.chars().filter(|letter| hexapla_xml::is_xml_char(*letter)).collect();
    let (source, target) = (file.source.as_str(), file.target.as_str());
    writer.start(
        "file",
        [("original", &*original), ("source-language", source), ("target-language", target), ("datatype", datatype)],
    )?;
    let version = env!("CARGO_PKG_VERSION");
    writer.raw("\n<header>")?;
    writer.empty("tool", [("tool-id", "hexapla"), ("tool-name", "Hexapla"), ("tool-version", version)])?;
    writer.raw("</header>\n<body>\n")?;
    let mut left_out = 0;
    for (number, unit) in (1..).zip(&file.units) {
        if is_writable(unit) {
            self::unit(number, unit, file, writer)?;
        } else {
            left_out += 1;
        }
    }
    writer.raw("</body>\n</file>\n")?;
    Ok(left_out)
}

fn is_writable(unit: &XliffUnit) -> bool {
    let text =
        |text: &XliffText| check(&text.text).is_ok() && text.codes.iter().all(|code| check(&code.native).is_ok());
    text(&unit.source) && unit.target.as_ref().is_none_or(text) && unit.note.as_deref().is_none_or(|n| check(n).is_ok())
}

fn unit(number: usize, unit: &XliffUnit, file: &XliffFile<'_>, writer: &mut Writer<impl Write>) -> io::Result<()> {
    writer.start("trans-unit", [("id", &*number.to_string()), ("xml:space", "preserve")])?;
    writer.raw("\n")?;
    let names = Numbers::of(&unit.source.codes);
    writer.start("source", [("xml:lang", file.source.as_str())])?;
    inline(&unit.source, &names, writer)?;
    writer.end("source")?;
    writer.raw("\n")?;
    if let Some(target) = &unit.target {
        let state = match unit.review {
            Review::NotNeeded => "translated",
            Review::Needed => "needs-review-translation",
        };
        writer.start("target", [("xml:lang", file.target.as_str()), ("state", state)])?;
        inline(target, &Numbers::like(&target.codes, &unit.source.codes, &names), writer)?;
        writer.end("target")?;
        writer.raw("\n")?;
    }
    if let Some(place) = unit.place {
        writer.start("context-group", [("purpose", "location")])?;
        writer.element("context", [("context-type", "linenumber")], &place.line.to_string())?;
        writer.end("context-group")?;
        writer.raw("\n")?;
    }
    if let Some(note) = &unit.note {
        writer.element("note", [("from", "hexapla")], note)?;
        writer.raw("\n")?;
    }
    writer.end("trans-unit")?;
    writer.raw("\n")
}

/// The numbers of codes within a unit, by their number in the block.
#[derive(Default)]
struct Numbers(HashMap<u32, u32>);

impl Numbers {
    /// From 1 in the order of the text.
    fn of(codes: &[InlineCode]) -> Self {
        let mut numbers = HashMap::new();
        for code in codes {
            let next = numbers.len() as u32 + 1;
            numbers.entry(code.id).or_insert(next);
        }
        Self(numbers)
    }

    /// Those of the source where the same markup stands there, else new ones.
    fn like(codes: &[InlineCode], source: &[InlineCode], names: &Self) -> Self {
        let mut free: Vec<&InlineCode> = source.iter().filter(|code| code.kind != CodeKind::Close).collect();
        free.extend(source.iter().filter(|code| {
            code.kind == CodeKind::Close && !source.iter().any(|open| open.id == code.id && open.kind == CodeKind::Open)
        }));
        let mut numbers = HashMap::new();
        let mut next = names.0.len() as u32;
        let same = |exact: bool| {
            move |a: &InlineCode, b: &InlineCode| {
                a.kind == b.kind && a.name == b.name && (!exact || a.native == b.native)
            }
        };
        for exact in [true, false] {
            for code in codes {
                if let Some(at) = free.iter().position(|other| same(exact)(code, other))
                    && !numbers.contains_key(&code.id)
                {
                    let found = free.remove(at);
                    numbers.insert(code.id, names.0.get(&found.id).copied().unwrap_or_default());
                }
            }
        }
        for code in codes {
            numbers.entry(code.id).or_insert_with(|| {
                next += 1;
                next
            });
        }
        Self(numbers)
    }
}

fn inline(text: &XliffText, numbers: &Numbers, writer: &mut Writer<impl Write>) -> io::Result<()> {
    let has = |code: &InlineCode, kind: CodeKind| text.codes.iter().any(|c| c.id == code.id && c.kind == kind);
    let mut from = 0;
    for code in &text.codes {
        let at = code.at.clamp(from, text.text.len());
        let at = (from..=at).rev().find(|at| text.text.is_char_boundary(*at)).unwrap_or(from);
        writer.text(&text.text[from..at])?;
        from = at;
        let id = numbers.0.get(&code.id).copied().unwrap_or(code.id).to_string();
        let kind = kind_of(code);
        let (element, position) = match code.kind {
            CodeKind::Standalone => ("ph", None),
            CodeKind::Open if has(code, CodeKind::Close) => ("bpt", None),
            CodeKind::Close if has(code, CodeKind::Open) => ("ept", None),
            CodeKind::Open => ("it", Some("open")),
            CodeKind::Close => ("it", Some("close")),
        };
        let mut attributes = vec![("id", &*id)];
        attributes.extend(position.map(|position| ("pos", position)));
        if element != "ept" {
            attributes.push(("ctype", &kind));
        }
        writer.element(element, attributes, &code.native)?;
    }
    writer.text(&text.text[from..])
}

/// The name that XLIFF has for a code's function, or one of ours.
fn kind_of(code: &InlineCode) -> String {
    let known: &[&str] = match code.kind {
        CodeKind::Standalone => &["image", "lb", "pb"],
        _ => &["bold", "italic", "underlined", "link"],
    };
    if known.contains(&code.name.as_str()) {
        return code.name.clone();
    }
    let name: String = code.name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    format!("x-{}", if name.is_empty() { "code" } else { &name })
}
