//! What is in a file, in numbers.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::ops::Range;

use hexapla_core::text::word_count;
use hexapla_xml::Tag;

use crate::diagnostic::{Diagnostic, Severity};
use crate::options::{ReadError, ReadOptions};
use crate::reader::Reader;
use crate::unit::Sink;

/// What is in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// The version that the file claims.
    pub version: Option<String>,
    /// The encoding that it is in.
    pub encoding: String,
    /// The encodings that it says its texts once had (`o-encoding`), each once.
    pub original_encodings: Vec<String>,
    /// Its source language, as the header has it.
    pub source_language: Option<String>,
    /// Units that were read.
    pub units: u64,
    /// Units that were broken and skipped.
    pub broken: u64,
    /// By language as written: how many variants, and what is in them.
    pub languages: BTreeMap<String, LanguageStats>,
    /// The earliest and the latest date of any unit or variant, as written.
    pub earliest: Option<String>,
    /// The latest.
    pub latest: Option<String>,
    /// The tools that made units, by name as written; that of the header first counted as 0.
    pub tools: BTreeMap<String, u64>,
    /// Inline elements by name.
    pub codes: BTreeMap<String, u64>,
    /// Props by type.
    pub properties: BTreeMap<String, u64>,
    /// How often each problem was found while reading, by code.
    pub problems: BTreeMap<&'static str, u64>,
}

/// What is in the variants of one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LanguageStats {
    /// Variants.
    pub variants: u64,
    /// Those without any text.
    pub empty: u64,
    /// Words (UAX #29).
    pub words: u64,
    /// Characters (code points).
    pub characters: u64,
}

/// Counts what is in a file, in the memory of one unit.
///
/// ```
/// use hexapla_tmx::{ReadOptions, stats};
/// let file = r#"<tmx version="1.4"><header srclang="de"/><body>
///   <tu><tuv xml:lang="de"><seg>Der <ph>&lt;br></ph>Garten</seg></tuv><tuv xml:lang="ar"><seg>الحديقة</seg></tuv></tu>
/// </body></tmx>"#;
/// let stats = stats(file.as_bytes(), ReadOptions::default(), &mut |_| {})?;
/// assert_eq!((stats.units, stats.languages["de"].words, stats.languages["ar"].words), (1, 2, 1));
/// assert_eq!(stats.codes["ph"], 1);
/// # Ok::<(), hexapla_tmx::ReadError>(())
/// ```
///
/// # Errors
/// Where the stream cannot be read, or the file is refused.
pub fn stats<R: BufRead>(
    input: R,
    options: ReadOptions,
    report: &mut dyn FnMut(Diagnostic),
) -> Result<Stats, ReadError> {
    let mut reader = Reader::with_options(input, options)?;
    let mut stats = Stats {
        version: reader.head().version.clone(),
        encoding: reader.encoding().name().to_owned(),
        source_language: reader.head().source_language().map(str::to_owned),
        ..Stats::default()
    };
    stats.original_encodings.extend(reader.head().attributes.get("o-encoding").map(str::to_owned));
    if let Some(tool) = reader.head().attributes.get("creationtool") {
        stats.tools.insert(tool.to_owned(), 0);
    }
    let mut tell = |reader: &mut Reader<R>, stats: &mut Stats| {
        for diagnostic in reader.take_diagnostics() {
            *stats.problems.entry(diagnostic.code()).or_default() += 1;
            stats.broken += u64::from(diagnostic.unit.is_some() && diagnostic.severity() >= Severity::Error);
            report(diagnostic);
        }
    };
    // One counter serves for all units, so that its memory need not be asked for again a million times.
    let spare: Cell<Option<Counter>> = Cell::new(None);
    while let Some(mut counter) = reader.next_unit(|| spare.take().unwrap_or_default())? {
        stats.units += 1;
        counter.add_to(&mut stats);
        spare.set(Some(counter));
        tell(&mut reader, &mut stats);
    }
    tell(&mut reader, &mut stats);
    Ok(stats)
}

/// Counts one unit.
#[derive(Debug, Default)]
struct Counter {
    depth: usize,
    variants: Vec<(Cow<'static, str>, LanguageStats)>,
    names: Vec<(Counted, Cow<'static, str>)>,
    seg: bool,
    codes: usize,
    opened: Vec<bool>,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Date,
    Encoding,
    Tool,
    Code,
    Property,
}

/// How many encodings are remembered: there are not many more in the world.
const ENCODINGS: usize = 64;

impl Counter {
    /// Adds what was counted to the sums; nothing of it stays.
    fn add_to(&mut self, stats: &mut Stats) {
        for (language, counted) in self.variants.drain(..) {
            let sum = match stats.languages.get_mut(&*language) {
                Some(sum) => sum,
                None => stats.languages.entry(language.into_owned()).or_default(),
            };
            sum.variants += counted.variants;
            sum.empty += counted.empty;
            sum.words += counted.words;
            sum.characters += counted.characters;
        }
        for (kind, name) in self.names.drain(..) {
            let counts = match kind {
                Counted::Date => {
                    if stats.earliest.as_ref().is_none_or(|earliest| *name < **earliest) {
                        stats.earliest = Some(name.clone().into_owned());
                    }
                    if stats.latest.as_ref().is_none_or(|latest| *name > **latest) {
                        stats.latest = Some(name.into_owned());
                    }
                    continue;
                }
                Counted::Encoding => {
                    let known = stats.original_encodings.iter().any(|known| *known == *name);
                    if !known && stats.original_encodings.len() < ENCODINGS {
                        stats.original_encodings.push(name.into_owned());
                    }
                    continue;
                }
                Counted::Tool => &mut stats.tools,
                Counted::Code => &mut stats.codes,
                Counted::Property => &mut stats.properties,
            };
            match counts.get_mut(&*name) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(name.into_owned(), 1);
                }
            }
        }
    }
}

impl Sink for Counter {
    fn start(&mut self, tag: &Tag<'_>, name: &str, _at: usize) {
        self.depth += 1;
        if self.seg {
            let code = matches!(name, "bpt" | "ept" | "ph" | "it" | "ut");
            self.codes += usize::from(code);
            self.opened.push(code);
            self.names.push((Counted::Code, known(name)));
            return;
        }
        match name {
            "tu" | "tuv" => {
                for attribute in &tag.attributes {
                    let kind = match attribute.name {
                        "creationdate" | "changedate" => Counted::Date,
                        "creationtool" => Counted::Tool,
                        "o-encoding" => Counted::Encoding,
                        _ => continue,
                    };
                    self.names.push((kind, Cow::Owned(attribute.value().into_owned())));
                }
                if name == "tuv" {
                    let language = known(&tag.get("xml:lang").or_else(|| tag.get("lang")).unwrap_or_default());
                    self.variants.push((language, LanguageStats { variants: 1, ..LanguageStats::default() }));
                }
            }
            "prop" => self.names.push((Counted::Property, known(&tag.get("type").unwrap_or_default()))),
            "seg" => {
                self.seg = true;
                self.text.clear();
            }
            _ => {}
        }
    }

    fn end(&mut self, _range: Range<usize>, _source: &str) {
        self.depth -= 1;
        if !self.seg {
            return;
        }
        match self.opened.pop() {
            Some(code) => self.codes -= usize::from(code),
            None => {
                self.seg = false;
                if let Some((_, counted)) = self.variants.last_mut() {
                    let (words, characters) = measure(&self.text);
                    counted.words += words;
                    counted.characters += characters;
                    counted.empty += u64::from(self.text.trim().is_empty());
                }
            }
        }
    }

    fn text(&mut self, text: Cow<'_, str>, _range: Range<usize>, _source: &str) {
        if self.seg && self.codes == 0 {
            self.text.push_str(&text);
        }
    }

    fn markup(&mut self, _written: &str, _at: usize) {}
}

/// Names that nearly all files consist of need no memory of their own.
fn known(name: &str) -> Cow<'static, str> {
    const KNOWN: [&str; 15] = [
        "bpt",
        "ept",
        "ph",
        "it",
        "hi",
        "de",
        "en",
        "ru",
        "ar",
        "de-DE",
        "en-US",
        "en-GB",
        "ru-RU",
        "x-document",
        "x-context",
    ];
    match KNOWN.iter().find(|known| **known == name) {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(name.to_owned()),
    }
}

/// What a character is to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter,
    /// Parts words.
    Blank,
    /// Joins two letters; at the end of a word it parts.
    Joint,
    /// Whatever else: the tables of Unicode know.
    Other,
}

/// The classes of the characters that UTF-8 writes in one byte or two.
const CLASSES: [Class; 0x800] = {
    let mut classes = [Class::Other; 0x800];
    let mut code = 0u32;
    while code < 0x800 {
        if let Some(c) = char::from_u32(code) {
            classes[code as usize] = class_of(c);
        }
        code += 1;
    }
    classes
};

const fn class_of(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'ß' | 'é' | 'è' | 'à' | 'ç' => Class::Letter,
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'ء'..='غ' | 'ف'..='ي' => Class::Letter,
        ' ' | '!' | '?' | '(' | ')' | '"' | '-' | ';' => Class::Blank,
        '„' | '“' | '”' | '«' | '»' | '–' | '—' | '،' => Class::Blank,
        '.' | ',' | ':' | '\'' | '’' => Class::Joint,
        _ => Class::Other,
    }
}

/// The words of a text as [`word_count`] counts them, and its characters. Where every word is one of plain letters
/// between blanks they are counted without a look into the tables of Unicode.
fn measure(text: &str) -> (u64, u64) {
    let bytes = text.as_bytes();
    let class = |at: usize| match bytes.get(at) {
        None => (Class::Other, 1),
        Some(byte) if *byte < 0x80 => (CLASSES[usize::from(*byte)], 1),
        Some(byte) if *byte < 0xE0 => {
            let next = bytes.get(at + 1).copied().unwrap_or_default();
            (CLASSES[usize::from(*byte & 0x1F) << 6 | usize::from(next & 0x3F)], 2)
        }
        Some(_) => {
            let c = text[at..].chars().next().unwrap_or_default();
            (class_of(c), c.len_utf8())
        }
    };
    let (mut at, mut words, mut characters) = (0, 0, 0);
    let mut inside = false;
    while at < bytes.len() {
        let (here, length) = class(at);
        at += length;
        characters += 1;
        match here {
            Class::Letter => {
                words += u64::from(!inside);
                inside = true;
            }
            Class::Blank => inside = false,
            Class::Joint if !inside || class(at).0 != Class::Letter => inside = false,
            Class::Joint | Class::Other => return (word_count(text) as u64, text.chars().count() as u64),
        }
    }
    (words, characters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cut_counts_as_unicode_does() {
        let check =
            |text: &str| assert_eq!(measure(text), (word_count(text) as u64, text.chars().count() as u64), "{text:?}");
        check("");
        check("Der Garten ist heute offen.");
        check("5 Euro, 3.50 und 1:2 am 10. – 12. Juni: ja!");
        check("Сад закрыт в понедельник (и по праздникам).");
        check("الحديقة مغلقة يوم الاثنين، والعطل");
        check("it's l’été «да» z. B. 3,5");
        check("a-b a–b a_b ab\u{301} 日本語");
        check("٣ مايو ١٬٢٣٤٫٥");
        check("Mitarbeiter:innen und 'so'");
    }
}
