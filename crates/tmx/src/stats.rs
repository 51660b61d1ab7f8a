//! What is in a file, in numbers.

use std::borrow::Cow;
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
    while let Some(counted) = reader.next_unit(Counter::default)? {
        stats.units += 1;
        counted.add_to(&mut stats);
        tell(&mut reader, &mut stats);
    }
    tell(&mut reader, &mut stats);
    Ok(stats)
}

/// Counts one unit.
#[derive(Debug, Default)]
struct Counter {
    depth: usize,
    variants: Vec<(String, LanguageStats)>,
    names: Vec<(Counted, String)>,
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
    fn add_to(self, stats: &mut Stats) {
        for (language, counted) in self.variants {
            let sum = match stats.languages.get_mut(&language) {
                Some(sum) => sum,
                None => stats.languages.entry(language).or_default(),
            };
            sum.variants += counted.variants;
            sum.empty += counted.empty;
            sum.words += counted.words;
            sum.characters += counted.characters;
        }
        for (kind, name) in self.names {
            let counts = match kind {
                Counted::Date => {
                    if stats.earliest.as_ref().is_none_or(|earliest| name < *earliest) {
                        stats.earliest = Some(name.clone());
                    }
                    if stats.latest.as_ref().is_none_or(|latest| name > *latest) {
                        stats.latest = Some(name);
                    }
                    continue;
                }
                Counted::Encoding => {
                    if !stats.original_encodings.contains(&name) && stats.original_encodings.len() < ENCODINGS {
                        stats.original_encodings.push(name);
                    }
                    continue;
                }
                Counted::Tool => &mut stats.tools,
                Counted::Code => &mut stats.codes,
                Counted::Property => &mut stats.properties,
            };
            match counts.get_mut(&name) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(name, 1);
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
            self.names.push((Counted::Code, name.to_owned()));
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
                    self.names.push((kind, attribute.value().into_owned()));
                }
                if name == "tuv" {
                    let language = tag.get("xml:lang").or_else(|| tag.get("lang")).unwrap_or_default().into_owned();
                    self.variants.push((language, LanguageStats { variants: 1, ..LanguageStats::default() }));
                }
            }
            "prop" => self.names.push((Counted::Property, tag.get("type").unwrap_or_default().into_owned())),
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
                    counted.words += words(&self.text);
                    counted.characters += self.text.chars().count() as u64;
                    counted.empty += u64::from(self.text.trim().is_empty());
                }
            }
        }
    }

    fn text(&mut self, text: Cow<'_, str>, _at: usize) {
        if self.seg && self.codes == 0 {
            self.text.push_str(&text);
        }
    }

    fn markup(&mut self, _written: &str, _at: usize) {}
}

/// The words of a text as [`word_count`] counts them; where every word is one of plain letters between blanks they are
/// counted without a look into the tables of Unicode.
fn words(text: &str) -> u64 {
    let mut count = 0u64;
    let mut inside = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let letter = plain_letter(c);
        count += u64::from(letter && !inside);
        let joins = |next: Option<&char>| next.is_some_and(|next| plain_letter(*next));
        match c {
            _ if letter => inside = true,
            ' ' | '!' | '?' | '(' | ')' | '"' | '„' | '“' | '”' | '«' | '»' | '-' | '–' | '—' | ';' | '،' =>
            {
                inside = false;
            }
            // Inside of a word or number these join; at its end they part.
            '.' | ',' | ':' | '\'' | '’' if !inside || !joins(chars.peek()) => inside = false,
            _ => return word_count(text) as u64,
        }
    }
    count
}

fn plain_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | 'ß' | 'é' | 'è' | 'à' | 'ç'
        | 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'ء'..='غ' | 'ف'..='ي')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cut_counts_as_unicode_does() {
        let check = |text: &str| assert_eq!(words(text), word_count(text) as u64, "{text:?}");
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
