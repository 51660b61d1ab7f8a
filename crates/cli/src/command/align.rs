//! `hexapla align`: which segments of a page are the translation of which of another.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_core::language::Language;
use hexapla_project::write_file;

use super::{Entry, report};
use crate::arguments::{self, Value};
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::page;
use crate::pair::{Aligned, Cut, Read, with_pairs};
use crate::progress::Bar;
use crate::report::alignment;

pub(super) const ENTRY: Entry = Entry {
    name: "align",
    arguments,
    details: |words| words.say(Msg::CommandAlignDetails),
    examples: |words| words.say(Msg::CommandAlignExamples),
    run,
};

const FORMATS: &[&str] = &["text", "tsv", "json", "ladder", "tmx", "html"];

fn arguments(words: &Words) -> Command {
    let source = arguments::positional("source", words.say(Msg::ValueSource), words.say(Msg::ArgumentAlignSource));
    let target = arguments::positional("target", words.say(Msg::ValueTarget), words.say(Msg::ArgumentAlignTarget));
    let language = |name, help| arguments::option(name, Value::Language, words.say(help), words);
    let source_language = language("source-language", Msg::OptionSourceLanguage);
    let target_language = language("target-language", Msg::OptionTargetLanguage);
    let pairs = arguments::option("pairs", Value::File, words.say(Msg::OptionPairs), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandAlign))
        .arg(source)
        .arg(target)
        .arg(source_language.short('s'))
        .arg(target_language.short('t'))
        .arg(arguments::flag("segmented", words.say(Msg::OptionSegmented)))
        .arg(arguments::choice("format", "text", FORMATS, words.say(Msg::OptionFormat), words))
        .arg(arguments::output(words.say(Msg::OptionAlignOutput), words))
        .arg(pairs.conflicts_with("source").requires("output"))
        .arg(report::language(words).conflicts_with("source"))
        .arg(arguments::option("project", Value::Directory, words.say(Msg::OptionProject), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let wanted = Wanted {
        source_language: arguments::language(matches, "source-language")?,
        target_language: arguments::language(matches, "target-language")?,
        cut: if matches.get_flag("segmented") { Cut::Lines } else { Cut::Rules },
        format: arguments::word(matches, "format").to_owned(),
    };
    // `-` is standard output, as everywhere.
    let output = arguments::path(matches, "output").filter(|path| path.as_os_str() != "-");
    if let Some(list) = arguments::path(matches, "pairs") {
        return many(&list, &output.unwrap_or_default(), &wanted, console);
    }
    let aligned = match (arguments::path(matches, "source"), arguments::path(matches, "target")) {
        (Some(source), Some(target)) => vec![wanted.align(&source, &target, console)?],
        (Some(source), None) => {
            return Err(Problem::AlignOneSide { path: source.to_string_lossy().into_owned() }.into());
        }
        (None, _) => {
            let directory = arguments::path(matches, "project").unwrap_or_else(|| PathBuf::from("."));
            let project = report::open(&directory)?;
            Aligned::all(&project, &report::languages(matches, &project)?, console)?
        }
    };
    match output {
        Some(path) => write_file(&path, &drawn(&aligned, &wanted.format, &console.file_face())?)?,
        None => {
            let (face, out) = console.canvas();
            draw(&aligned, &wanted.format, face, out)?;
        }
    }
    Ok(Outcome::Clean)
}

/// What was asked for.
struct Wanted {
    source_language: Option<Language>,
    target_language: Option<Language>,
    cut: Cut,
    format: String,
}

impl Wanted {
    fn align(&self, source: &Path, target: &Path, console: &mut Console) -> Result<Aligned, Failure> {
        let source = Read::file(source, self.source_language.as_ref(), "--source-language", self.cut, console)?;
        let target = Read::file(target, self.target_language.as_ref(), "--target-language", self.cut, console)?;
        Ok(Aligned::new(source, target))
    }
}

/// Aligns the pairs of a list, one a line (source, target, name of the output), and writes each into a directory.
fn many(list: &Path, directory: &Path, wanted: &Wanted, console: &mut Console) -> Result<Outcome, Failure> {
    let text = page::read(list, Some("text"), console)?.document.file;
    let mut jobs = Vec::new();
    for (number, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').map(str::trim).filter(|field| !field.is_empty()).collect();
        let [source, target, name] = fields.as_slice() else {
            let path = list.to_string_lossy().into_owned();
            return Err(Problem::PairsLine { path, line: (number + 1).to_string() }.into());
        };
        jobs.push((PathBuf::from(source), PathBuf::from(target), directory.join(name)));
    }
    let face = console.file_face();
    let bar = Bar::new(console);
    bar.pages(jobs.len());
    for (source, target, output) in jobs {
        let aligned = wanted.align(&source, &target, console)?;
        write_file(&output, &drawn(&[aligned], &wanted.format, &face)?)?;
        bar.page_done();
    }
    Ok(Outcome::Clean)
}

fn drawn(aligned: &[Aligned], format: &str, face: &Face) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    draw(aligned, format, face, &mut bytes)?;
    Ok(bytes)
}

fn draw(aligned: &[Aligned], format: &str, face: &Face, out: &mut dyn Write) -> Result<(), Failure> {
    with_pairs(aligned, |pairs| {
        match format {
            "html" => alignment::html(pairs, face, out)?,
            "tmx" => alignment::tmx(pairs, out)?,
            "json" => {
                let value = match pairs {
                    [pair] => alignment::json(pair),
                    _ => pairs.iter().map(alignment::json).collect(),
                };
                serde_json::to_writer_pretty(&mut *out, &value).map_err(std::io::Error::from)?;
                writeln!(out)?;
            }
            _ => {
                for (number, pair) in pairs.iter().enumerate() {
                    if number > 0 {
                        writeln!(out)?;
                    }
                    match format {
                        "tsv" => alignment::tsv(pair, out)?,
                        "ladder" => alignment::ladder(pair, out)?,
                        _ => alignment::text(pair, face, out)?,
                    }
                }
            }
        }
        Ok(())
    })
}
