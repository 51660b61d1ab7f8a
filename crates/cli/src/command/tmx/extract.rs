//! `hexapla tmx extract`: pairs of texts out of a memory.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_core::language::Language;
use hexapla_project::NewFile;
use hexapla_tmx::{CopyError, Pair, ReadOptions, Wanted, write_jsonl, write_moses, write_tsv};

use super::arguments::{file, output};
use super::heard::{Heard, tell_missing};
use super::memory::{open, refused, write_to};
use super::verdict::count;
use crate::arguments::{self, Value, is_standard};
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "extract",
    arguments,
    details: |words| words.say(Msg::CommandTmxExtractDetails),
    examples: |words| words.say(Msg::CommandTmxExtractExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let language = |name, help| arguments::option(name, Value::Language, words.say(help), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxExtract))
        .arg(file(words))
        .arg(output(words))
        .arg(arguments::choice("format", "tsv", &["tsv", "jsonl", "moses"], words.say(Msg::OptionFormat), words))
        .arg(language("source-language", Msg::OptionTmxExtractSource).short('s'))
        .arg(language("target-language", Msg::OptionTmxExtractTarget).short('t'))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let path = arguments::path(matches, "file").unwrap_or_default();
    let wanted = Wanted {
        source: arguments::language(matches, "source-language")?,
        target: arguments::language(matches, "target-language")?,
    };
    let output = arguments::path(matches, "output");
    let bar = Bar::new(console);
    let mut heard = Heard::new(console);
    let input = open(&path, &bar)?;
    let extracted = if arguments::word(matches, "format") == "moses" {
        let (Some(source), Some(target)) = (&wanted.source, &wanted.target) else {
            return Err(Problem::TmxMosesLanguages.into());
        };
        let Some(prefix) = output.filter(|path| !is_standard(path)) else {
            return Err(Problem::TmxMosesOutput.into());
        };
        let mut sides = [source, target].map(|language| NewFile::create(&side(&prefix, language)));
        let [Ok(source), Ok(target)] = &mut sides else {
            for side in sides {
                side?;
            }
            return Ok(Outcome::Clean);
        };
        let mut write = |pair: Pair| write_moses(source, target, &pair);
        let tell = &mut |diagnostic| heard.hear(&path, diagnostic);
        let extracted = hexapla_tmx::extract(input, &wanted, ReadOptions::default(), &mut write, tell)
            .map_err(|error| refused(&path, error, console.words()))?;
        for side in sides {
            side?.keep()?;
        }
        extracted
    } else {
        let as_json = arguments::word(matches, "format") == "jsonl";
        write_to(
            output.as_deref(),
            console,
            || path.clone(),
            |out| {
                // What goes wrong in writing must not be taken for what goes wrong in reading.
                let mut unwritten: Option<io::Error> = None;
                let mut write = |pair: Pair| {
                    let done = if as_json { write_jsonl(out, &pair) } else { write_tsv(out, &pair) };
                    done.map_err(|error| {
                        let told = io::Error::from(error.kind());
                        unwritten = Some(error);
                        told
                    })
                };
                let tell = &mut |diagnostic| heard.hear(&path, diagnostic);
                let read = hexapla_tmx::extract(input, &wanted, ReadOptions::default(), &mut write, tell);
                if let Some(error) = unwritten {
                    return Err(CopyError::from(error));
                }
                out.flush()?;
                read.map_err(CopyError::from)
            },
        )?
    };
    drop(bar);
    heard.tell(console);
    tell_missing(wanted.source.iter().chain(&wanted.target), &extracted.languages, console);
    let said = console.error_face.words.say(Msg::TmxPairs { n: count(extracted.pairs) });
    console.remark(&said);
    Ok(Outcome::Clean)
}

/// `corpus` and `de` are `corpus.de`.
fn side(prefix: &Path, language: &Language) -> PathBuf {
    let mut name: OsString = prefix.as_os_str().to_owned();
    name.push(".");
    name.push(language.as_str());
    name.into()
}
