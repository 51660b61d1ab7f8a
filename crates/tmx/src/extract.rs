//! Pairs of plain texts out of a memory: as TSV, as JSON Lines, as two files for Moses.

use std::io::{self, BufRead, Write};

use hexapla_core::language::Language;
use hexapla_xml::Place;

use crate::convert::language;
use crate::diagnostic::Diagnostic;
use crate::filter::source_of;
use crate::languages::Languages;
use crate::model::{Tu, Tuv};
use crate::options::{ReadError, ReadOptions};
use crate::reader::Reader;

/// A source text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The source language, as written.
    pub source_language: String,
    /// The target language, as written.
    pub target_language: String,
    /// The source text, without codes.
    pub source: String,
    /// The target text, without codes.
    pub target: String,
    /// The unit's own name.
    pub tuid: Option<String>,
    /// Where the unit stands.
    pub place: Place,
}

/// Which pairs are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The language of the source; that of the unit or header if not given.
    pub source: Option<Language>,
    /// The language of the target; every other one if not given.
    pub target: Option<Language>,
}

/// What an extraction came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extracted {
    /// How many pairs were told.
    pub pairs: u64,
    /// The languages that the file holds.
    pub languages: Languages,
}

/// Tells every pair of a file, in order. Empty texts make no pair.
///
/// A language that is not there exactly is answered by the same language with or without a region, then by any
/// variant of it; of several variants the first is taken.
///
/// ```
/// use hexapla_tmx::{ReadOptions, Wanted, extract, write_tsv};
/// let file = "<tmx version='1.4'><header srclang='de'/><body><tu><tuv xml:lang='de'><seg>Tor\tauf</seg></tuv>\
///     <tuv xml:lang='en_GB'><seg>gate</seg></tuv></tu></body></tmx>";
/// let wanted = Wanted { source: None, target: Some("en".parse().unwrap()) };
/// let mut out = Vec::new();
/// extract(file.as_bytes(), &wanted, ReadOptions::default(), &mut |pair| write_tsv(&mut out, &pair), &mut |_| {})?;
/// assert_eq!(String::from_utf8(out).unwrap(), "Tor\\tauf\tgate\n");
/// # Ok::<(), hexapla_tmx::ReadError>(())
/// ```
///
/// # Errors
/// Where the file cannot be read or is refused, or `tell` fails.
pub fn extract<R: BufRead>(
    input: R,
    wanted: &Wanted,
    options: ReadOptions,
    tell: &mut dyn FnMut(Pair) -> io::Result<()>,
    report: &mut dyn FnMut(Diagnostic),
) -> Result<Extracted, ReadError> {
    let mut reader = Reader::with_options(input, options)?;
    let head = reader.head().clone();
    let mut extracted = Extracted::default();
    while let Some(tu) = reader.next_tu()? {
        reader.take_diagnostics().into_iter().for_each(&mut *report);
        extracted.languages.see(&tu);
        let source = match &wanted.source {
            Some(wanted) => best(&tu, wanted),
            None => Some(source_of(&tu, &head)),
        };
        let Some(source) = source.filter(|source| *source < tu.variants.len()) else { continue };
        let targets: Vec<usize> = match &wanted.target {
            Some(wanted) => best(&tu, wanted).into_iter().collect(),
            None => (0..tu.variants.len()).collect(),
        };
        let source_text = tu.variants[source].plain_text();
        for target in targets {
            let text = tu.variants[target].plain_text();
            if target == source || source_text.trim().is_empty() || text.trim().is_empty() {
                continue;
            }
            extracted.pairs += 1;
            let written = |variant: &Tuv| variant.language().unwrap_or_default().to_owned();
            tell(Pair {
                source_language: written(&tu.variants[source]),
                target_language: written(&tu.variants[target]),
                source: source_text.clone(),
                target: text,
                tuid: tu.tuid().map(str::to_owned),
                place: reader.place(),
            })?;
        }
    }
    reader.take_diagnostics().into_iter().for_each(report);
    Ok(extracted)
}

fn best(tu: &Tu, wanted: &Language) -> Option<usize> {
    let answers = tu.variants.iter().enumerate().filter_map(|(at, variant)| {
        let found = language(variant.language()?)?;
        Some((found.matches(wanted)?, at))
    });
    // The first of the best.
    answers.max_by_key(|(answer, at)| (*answer, std::cmp::Reverse(*at))).map(|(_, at)| at)
}

/// Writes a pair as a line of two fields; tab, line feed, carriage return and backslash are written `\t \n \r \\`.
///
/// # Errors
/// Where the sink fails.
pub fn write_tsv(out: &mut dyn Write, pair: &Pair) -> io::Result<()> {
    writeln!(out, "{}\t{}", escaped(&pair.source), escaped(&pair.target))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

/// Writes a pair as a line of JSON with `source_language`, `target_language`, `source`, `target` and, where there is
/// one, `tuid`.
///
/// # Errors
/// Where the sink fails.
pub fn write_jsonl(out: &mut dyn Write, pair: &Pair) -> io::Result<()> {
    let mut line = serde_json::json!({
        "source_language": pair.source_language,
        "target_language": pair.target_language,
        "source": pair.source,
        "target": pair.target,
    });
    if let (Some(tuid), Some(fields)) = (&pair.tuid, line.as_object_mut()) {
        fields.insert("tuid".to_owned(), tuid.as_str().into());
    }
    writeln!(out, "{line}")
}

/// Writes a pair as a line of each of two files, which stay parallel: line breaks become blanks.
///
/// # Errors
/// Where a sink fails.
pub fn write_moses(source: &mut dyn Write, target: &mut dyn Write, pair: &Pair) -> io::Result<()> {
    writeln!(source, "{}", one_line(&pair.source))?;
    writeln!(target, "{}", one_line(&pair.target))
}

/// Whatever some tool takes for the end of a line becomes a blank.
fn one_line(text: &str) -> String {
    let broken = |c: char| {
        matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    let parts: Vec<&str> = text.split(broken).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
