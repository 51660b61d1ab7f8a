//! `hexapla tmx convert`: a memory in another encoding or without inline codes; pairs of texts as a memory.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use hexapla_tmx::{Encoding, ReadOptions, Reader, Writer, head_of_pairs, read_pairs, without_codes};

use super::arguments::{file, output};
use super::heard::Heard;
use super::memory::{open, write_to};
use crate::arguments::{self, Value};
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "convert",
    arguments,
    details: |words| words.say(Msg::CommandTmxConvertDetails),
    examples: |words| words.say(Msg::CommandTmxConvertExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let language = |name, help| arguments::option(name, Value::Language, words.say(help), words);
    let encoding = arguments::option("encoding", Value::Format, words.say(Msg::OptionTmxEncoding), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxConvert))
        .arg(file(words))
        .arg(output(words))
        .arg(arguments::one_of("from", &["tmx", "tsv"], words.say(Msg::OptionTmxFrom), words))
        .arg(encoding.default_value("UTF-8"))
        .arg(arguments::flag("plain", words.say(Msg::OptionTmxPlain)))
        .arg(language("source-language", Msg::OptionTmxPairSource).short('s'))
        .arg(language("target-language", Msg::OptionTmxPairTarget).short('t'))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let path = arguments::path(matches, "file").unwrap_or_default();
    let label = arguments::word(matches, "encoding");
    let Some(encoding) = Encoding::for_label(label) else {
        return Err(Problem::TmxEncodingName { encoding: label.to_owned() }.into());
    };
    let from_pairs = match matches.get_one::<String>("from") {
        Some(said) => said == "tsv",
        None => path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("tsv")),
    };
    let target: Option<PathBuf> = arguments::path(matches, "output");
    let bar = Bar::new(console);
    let mut heard = Heard::new(console);
    let input = open(&path, &bar)?;
    if from_pairs {
        let source = arguments::language(matches, "source-language")?;
        let language = arguments::language(matches, "target-language")?;
        let (Some(source), Some(language)) = (source, language) else {
            return Err(Problem::TmxPairLanguages { path: path.to_string_lossy().into_owned() }.into());
        };
        let mut odd = Vec::new();
        write_to(
            target.as_deref(),
            console,
            || path.clone(),
            |out| {
                let mut writer = Writer::with_encoding(out, &head_of_pairs(&source), encoding)?;
                for pair in read_pairs(input, &source, &language) {
                    match pair? {
                        Ok(tu) => writer.write(&tu)?,
                        Err(line) => odd.push(line),
                    }
                }
                writer.finish()?;
                Ok(())
            },
        )?;
        drop(bar);
        for line in odd {
            let place = format!("{}:{line}", path.to_string_lossy());
            let said = console.error_face.words.say(Msg::TmxNoPair { place: &place });
            console.warn(&said);
        }
        return Ok(Outcome::Clean);
    }
    let plain = matches.get_flag("plain");
    write_to(
        target.as_deref(),
        console,
        || path.clone(),
        |out| {
            let mut reader = Reader::with_options(input, ReadOptions::default())?;
            let mut writer = Writer::with_encoding(out, reader.head(), encoding)?;
            while let Some(mut tu) = reader.next_tu()? {
                reader.take_diagnostics().into_iter().for_each(|diagnostic| heard.hear(&path, diagnostic));
                if plain {
                    without_codes(&mut tu);
                }
                writer.write(&tu)?;
            }
            reader.take_diagnostics().into_iter().for_each(|diagnostic| heard.hear(&path, diagnostic));
            writer.write_rest(reader.rest())?;
            writer.finish()?;
            Ok(())
        },
    )?;
    drop(bar);
    heard.tell(console);
    Ok(Outcome::Clean)
}
