//! `hexapla align`: which segments of a page are the translation of which of another.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_core::align::{Alignment, Options, Resources, Side, SideSegment, align};
use hexapla_core::document::{BlockKind, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_project::write_file;

use super::Entry;
use crate::arguments::{self, Value};
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::page;
use crate::report::alignment::{self, Pair, Text};

pub(super) const ENTRY: Entry = Entry {
    name: "align",
    arguments,
    details: |words| words.say(Msg::CommandAlignDetails),
    examples: |words| words.say(Msg::CommandAlignExamples),
    run,
};

const FORMATS: &[&str] = &["text", "tsv", "json", "ladder", "html"];

fn arguments(words: &Words) -> Command {
    let source = arguments::positional("source", words.say(Msg::ValueSource), words.say(Msg::ArgumentAlignSource));
    let target = arguments::positional("target", words.say(Msg::ValueTarget), words.say(Msg::ArgumentAlignTarget));
    let pairs = arguments::option("pairs", Value::File, words.say(Msg::OptionPairs), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandAlign))
        .arg(source)
        .arg(target)
        .arg(arguments::option("source-language", Value::Language, words.say(Msg::OptionSourceLanguage), words))
        .arg(arguments::option("target-language", Value::Language, words.say(Msg::OptionTargetLanguage), words))
        .arg(arguments::flag("segmented", words.say(Msg::OptionSegmented)))
        .arg(arguments::choice("format", "text", FORMATS, words.say(Msg::OptionFormat), words))
        .arg(arguments::output(words.say(Msg::OptionAlignOutput), words))
        .arg(pairs.conflicts_with("source").requires("output"))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let wanted = Wanted {
        source_language: arguments::language(matches, "source-language")?,
        target_language: arguments::language(matches, "target-language")?,
        cut: if matches.get_flag("segmented") { Cut::Lines } else { Cut::Rules },
        format: arguments::word(matches, "format").to_owned(),
    };
    let output = arguments::path(matches, "output");
    if let Some(list) = arguments::path(matches, "pairs") {
        return many(&list, &output.unwrap_or_default(), &wanted, console);
    }
    match (arguments::path(matches, "source"), arguments::path(matches, "target")) {
        (Some(source), Some(target)) => {
            let aligned = Aligned::read(&source, &target, &wanted, console)?;
            match output {
                Some(path) => write_file(&path, &drawn(&[aligned], &wanted.format, &console.file_face())?)?,
                None => {
                    let (face, out) = console.canvas();
                    draw(&[aligned], &wanted.format, face, out)?;
                }
            }
            Ok(Outcome::Clean)
        }
        (Some(source), None) => Err(Problem::AlignOneSide { path: source.to_string_lossy().into_owned() }.into()),
        (None, _) => Err(Problem::AlignNothing.into()),
    }
}

/// What was asked for.
struct Wanted {
    source_language: Option<Language>,
    target_language: Option<Language>,
    cut: Cut,
    format: String,
}

/// Where the segments of a file come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Its lines are segments.
    Lines,
    /// Rules cut it.
    Rules,
}

/// Two texts and their alignment, with what they stand on.
struct Aligned {
    source: Read,
    target: Read,
    alignment: Alignment,
}

struct Read {
    path: PathBuf,
    language: Language,
    text: ReadText,
}

enum ReadText {
    Lines(Vec<(usize, String)>),
    Page(Box<SegmentedDocument>),
}

impl Aligned {
    fn read(source: &Path, target: &Path, wanted: &Wanted, console: &mut Console) -> Result<Self, Failure> {
        let source = Read::new(source, wanted.source_language.as_ref(), "--source-language", wanted.cut, console)?;
        let target = Read::new(target, wanted.target_language.as_ref(), "--target-language", wanted.cut, console)?;
        let alignment = align(&source.side().0, &target.side().0, &Resources::default(), &Options::default());
        Ok(Self { source, target, alignment })
    }
}

impl Read {
    fn new(
        path: &Path,
        said: Option<&Language>,
        option: &str,
        cut: Cut,
        console: &mut Console,
    ) -> Result<Self, Failure> {
        let input = if cut == Cut::Lines { Some("text") } else { None };
        let named = page::read(path, input, console)?;
        let language = named.language(said.cloned()).ok_or_else(|| Problem::LanguageNeeded {
            path: path.to_string_lossy().into_owned(),
            option: option.to_owned(),
        })?;
        let path = named.path.clone();
        let text = match cut {
            Cut::Lines => ReadText::Lines(lines(&named.document.file)),
            Cut::Rules => ReadText::Page(Box::new(named.segmented(&language))),
        };
        Ok(Self { path, language, text })
    }

    /// What is aligned, and its numbers among all segments.
    fn side(&self) -> (Side<'_>, Vec<usize>) {
        match &self.text {
            ReadText::Page(page) => Side::of_content(&self.language, page),
            ReadText::Lines(lines) => {
                let segments = lines.iter().map(|(block, text)| SideSegment {
                    text,
                    block: *block,
                    kind: BlockKind::Paragraph,
                    section: 0,
                });
                let segments: Vec<_> = segments.collect();
                let numbers = (0..segments.len()).collect();
                (Side { language: &self.language, segments }, numbers)
            }
        }
    }
}

/// Lines that are segments already, each with the number of its block; an empty line ends a block.
fn lines(text: &str) -> Vec<(usize, String)> {
    let mut block = 0;
    let mut found: Vec<(usize, String)> = Vec::new();
    for line in text.trim_start_matches('\u{FEFF}').lines().map(str::trim) {
        match (line.is_empty(), found.last()) {
            (true, Some((last, _))) => block = last + 1,
            (true, None) => {}
            (false, _) => found.push((block, line.to_owned())),
        }
    }
    found
}

/// Aligns the pairs of a list, one a line (source, target, name of the output), and writes each into a directory.
fn many(list: &Path, directory: &Path, wanted: &Wanted, console: &mut Console) -> Result<Outcome, Failure> {
    let text = page::read(list, Some("text"), console)?.document.file;
    let mut jobs = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        match fields.as_slice() {
            [source, target, name] if [source, target, name].iter().all(|field| !field.is_empty()) => {
                jobs.push((Path::new(*source).to_owned(), Path::new(*target).to_owned(), directory.join(name)));
            }
            _ => {
                let path = list.to_string_lossy().into_owned();
                return Err(Problem::PairsLine { path, line: (number + 1).to_string() }.into());
            }
        }
    }
    let face = console.file_face();
    for (source, target, output) in jobs {
        let aligned = Aligned::read(&source, &target, wanted, console)?;
        write_file(&output, &drawn(&[aligned], &wanted.format, &face)?)?;
    }
    Ok(Outcome::Clean)
}

fn drawn(aligned: &[Aligned], format: &str, face: &Face) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    draw(aligned, format, face, &mut bytes)?;
    Ok(bytes)
}

fn draw(aligned: &[Aligned], format: &str, face: &Face, out: &mut dyn std::io::Write) -> Result<(), Failure> {
    let sides: Vec<_> = aligned.iter().map(|pair| (pair.source.side(), pair.target.side())).collect();
    let paths: Vec<_> =
        aligned.iter().map(|pair| (pair.source.path.to_string_lossy(), pair.target.path.to_string_lossy())).collect();
    let pairs: Vec<Pair<'_>> = aligned
        .iter()
        .zip(sides.iter().zip(&paths))
        .map(|(aligned, ((source, target), paths))| Pair {
            source: Text { path: &paths.0, side: &source.0, numbers: &source.1 },
            target: Text { path: &paths.1, side: &target.0, numbers: &target.1 },
            alignment: &aligned.alignment,
        })
        .collect();
    if format == "html" {
        return Ok(alignment::html(&pairs, face, out)?);
    }
    for pair in &pairs {
        match format {
            "tsv" => alignment::tsv(pair, out)?,
            "ladder" => alignment::ladder(pair, out)?,
            "json" => {
                serde_json::to_writer_pretty(&mut *out, &alignment::json(pair)).map_err(std::io::Error::from)?;
                writeln!(out)?;
            }
            _ => alignment::text(pair, face, out)?,
        }
    }
    Ok(())
}
