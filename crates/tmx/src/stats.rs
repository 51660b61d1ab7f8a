//! What is in a file, in numbers.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::ops::Range;

use hexapla_xml::Tag;

use crate::diagnostic::{Diagnostic, Severity};
use crate::measure::measure;
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
    /// The tools that made the units, by name as written, and how many each; units that name none (in themselves or in a
    /// variant) count for that of the header, which may be left with 0.
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

impl LanguageStats {
    fn add(&mut self, other: &Self) {
        self.variants += other.variants;
        self.empty += other.empty;
        self.words += other.words;
        self.characters += other.characters;
    }
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
    let mut tell = |reader: &mut Reader<R>, stats: &mut Stats| {
        for diagnostic in reader.take_diagnostics() {
            *stats.problems.entry(diagnostic.code()).or_default() += 1;
            stats.broken += u64::from(diagnostic.unit.is_some() && diagnostic.severity() >= Severity::Error);
            report(diagnostic);
        }
    };
    // One counter serves for all units, so that its memory need not be asked for again a million times.
    let mut counter = Counter::default();
    while reader.next_unit(&mut counter)?.is_some() {
        stats.units += 1;
        counter.add_to(&mut stats);
        tell(&mut reader, &mut stats);
    }
    tell(&mut reader, &mut stats);
    if let Some(tool) = reader.head().attributes.get("creationtool") {
        *stats.tools.entry(tool.to_owned()).or_default() += counter.without_tool;
    }
    Ok(stats)
}

/// Counts one unit after another; the memory of one serves for the next.
#[derive(Debug, Default)]
struct Counter {
    /// What was found in the unit: what it is, and which bytes of `written`, or how much of what.
    found: Vec<Found>,
    /// The tools that it names, each once.
    tools: Vec<Range<usize>>,
    written: String,
    /// Which of `found` is the variant that is being read.
    variant: Option<usize>,
    seg: bool,
    codes: usize,
    opened: Vec<bool>,
    text: String,
    /// How many units say nothing of the tool that made them.
    without_tool: u64,
}

#[derive(Clone, Debug)]
enum Found {
    Variant { language: Range<usize>, counted: LanguageStats },
    Name(Counted, Range<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Date,
    Encoding,
    Code,
    Property,
}

/// How many encodings, and how many tools of one unit, are told apart: there are not many more in the world.
const ENOUGH: usize = 64;

impl Counter {
    /// Adds what was counted to the sums.
    fn add_to(&mut self, stats: &mut Stats) {
        for found in &self.found {
            match found {
                Found::Variant { language, counted } => {
                    let language = &self.written[language.clone()];
                    match stats.languages.get_mut(language) {
                        Some(sum) => sum.add(counted),
                        None => {
                            stats.languages.insert(language.to_owned(), *counted);
                        }
                    }
                }
                Found::Name(kind, name) => {
                    let name = &self.written[name.clone()];
                    match kind {
                        Counted::Date => {
                            if stats.earliest.as_ref().is_none_or(|earliest| name < earliest.as_str()) {
                                stats.earliest = Some(name.to_owned());
                            }
                            if stats.latest.as_ref().is_none_or(|latest| name > latest.as_str()) {
                                stats.latest = Some(name.to_owned());
                            }
                        }
                        Counted::Encoding => {
                            let known = stats.original_encodings.iter().any(|known| known == name);
                            if !known && stats.original_encodings.len() < ENOUGH {
                                stats.original_encodings.push(name.to_owned());
                            }
                        }
                        Counted::Code => count(&mut stats.codes, name),
                        Counted::Property => count(&mut stats.properties, name),
                    }
                }
            }
        }
        for tool in &self.tools {
            count(&mut stats.tools, &self.written[tool.clone()]);
        }
        self.without_tool += u64::from(self.tools.is_empty());
    }

    /// Unit and variants may name the same tool.
    fn tool(&mut self, name: &str) {
        if !self.tools.iter().take(ENOUGH).any(|tool| self.written[tool.clone()] == *name) {
            let kept = self.keep(name);
            self.tools.push(kept);
        }
    }

    fn keep(&mut self, written: &str) -> Range<usize> {
        let from = self.written.len();
        self.written.push_str(written);
        from..self.written.len()
    }

    fn name(&mut self, kind: Counted, written: &str) {
        let name = self.keep(written);
        self.found.push(Found::Name(kind, name));
    }
}

fn count(counts: &mut BTreeMap<String, u64>, name: &str) {
    match counts.get_mut(name) {
        Some(count) => *count += 1,
        None => {
            counts.insert(name.to_owned(), 1);
        }
    }
}

impl Sink for Counter {
    fn reset(&mut self) {
        self.found.clear();
        self.tools.clear();
        self.written.clear();
        self.opened.clear();
        (self.seg, self.codes, self.variant) = (false, 0, None);
    }

    fn start(&mut self, tag: &Tag<'_>, name: &str, _at: usize) {
        if self.seg {
            let code = matches!(name, "bpt" | "ept" | "ph" | "it" | "ut");
            self.codes += usize::from(code);
            self.opened.push(code);
            self.name(Counted::Code, name);
            return;
        }
        match name {
            "tu" | "tuv" => {
                for attribute in &tag.attributes {
                    let kind = match attribute.name {
                        "creationdate" | "changedate" => Counted::Date,
                        "creationtool" => {
                            self.tool(&attribute.value());
                            continue;
                        }
                        "o-encoding" => Counted::Encoding,
                        _ => continue,
                    };
                    self.name(kind, &attribute.value());
                }
                if name == "tuv" {
                    let language = tag.get("xml:lang").or_else(|| tag.get("lang")).unwrap_or_default();
                    let language = self.keep(&language);
                    let counted = LanguageStats { variants: 1, ..LanguageStats::default() };
                    self.variant = Some(self.found.len());
                    self.found.push(Found::Variant { language, counted });
                }
            }
            "prop" => self.name(Counted::Property, &tag.get("type").unwrap_or_default()),
            "seg" => {
                self.seg = true;
                self.text.clear();
            }
            _ => {}
        }
    }

    fn end(&mut self, _range: Range<usize>, _source: &str) {
        if !self.seg {
            return;
        }
        match self.opened.pop() {
            Some(code) => self.codes -= usize::from(code),
            None => {
                self.seg = false;
                if let Some(Found::Variant { counted, .. }) = self.variant.and_then(|at| self.found.get_mut(at)) {
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
