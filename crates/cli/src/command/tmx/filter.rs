//! `hexapla tmx filter`: the units of a memory that are wanted.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use hexapla_core::memory::Timestamp;
use hexapla_tmx::{Filter, Languages, Layout, Merged, ReadOptions, Reader, Tu, copy, timestamp};

use super::arguments::{file, output};
use super::heard::{Heard, tell_missing};
use super::memory::{Memories, refused, write_to};
use super::merge;
use crate::arguments::{self, Value};
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "filter",
    arguments,
    details: |words| words.say(Msg::CommandTmxFilterDetails),
    examples: |words| words.say(Msg::CommandTmxFilterExamples),
    run,
};

/// What `--drop` may name.
const FAULTS: &[&str] = &["number-mismatch", "url-mismatch", "same-as-source", "wrong-language", "untranslated"];

fn arguments(words: &Words) -> Command {
    let option = |name, value, help| arguments::option(name, value, words.say(help), words);
    let language = option("language", Value::Language, Msg::OptionTmxFilterLanguage);
    let ratio = option("max-length-ratio", Value::Number, Msg::OptionTmxRatio);
    let drop = arguments::one_of("drop", FAULTS, words.say(Msg::OptionTmxDrop), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxFilter))
        .arg(file(words))
        .arg(output(words))
        .arg(language.short('l').action(ArgAction::Append).value_delimiter(','))
        .arg(option("since", Value::Date, Msg::OptionTmxSince))
        .arg(option("before", Value::Date, Msg::OptionTmxBefore))
        .arg(option("property", Value::Format, Msg::OptionTmxProperty))
        .arg(ratio.value_parser(value_parser!(f64)))
        .arg(drop.action(ArgAction::Append).value_delimiter(','))
        .arg(arguments::flag("preserve", words.say(Msg::OptionTmxPreserve)))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let path = arguments::path(matches, "file").unwrap_or_default();
    let filter = wanted(matches)?;
    let layout = if matches.get_flag("preserve") { Layout::Preserve } else { Layout::Canonical };
    let bar = Bar::new(console);
    let memories = Memories::new(vec![path.clone()], &bar)?;
    let mut heard = Heard::new(console);
    let output = arguments::path(matches, "output");
    let opened = memories.open(0)?;
    let head = Reader::new(opened).map_err(|error| refused(&path, error, console.words()))?.head().clone();
    let mut languages = Languages::default();
    let copied = write_to(
        output.as_deref(),
        console,
        || path.clone(),
        |out| {
            let tell = &mut |diagnostic| heard.hear(&path, diagnostic);
            let mut fate = |tu: &mut Tu| {
                languages.see(tu);
                filter.fate(tu, &head)
            };
            copy(memories.open(0)?, out, layout, ReadOptions::default(), &mut fate, tell)
        },
    )?;
    drop(bar);
    heard.tell(console);
    tell_missing(&filter.languages, &languages, console);
    merge::tell(&Merged { read: copied.read, written: copied.written, trimmed: copied.changed }, console);
    Ok(Outcome::Clean)
}

fn wanted(matches: &ArgMatches) -> Result<Filter, Failure> {
    let mut filter = Filter::default();
    for tag in matches.get_many::<String>("language").into_iter().flatten() {
        filter.languages.push(arguments::language_of(tag)?);
    }
    filter.since = moment(matches, "since")?;
    filter.before = moment(matches, "before")?;
    filter.property = matches.get_one::<String>("property").map(|said| match said.split_once('=') {
        Some((kind, text)) => (kind.to_owned(), Some(text.to_owned())),
        None => (said.clone(), None),
    });
    filter.max_length_ratio = matches.get_one::<f64>("max-length-ratio").copied();
    for fault in matches.get_many::<String>("drop").into_iter().flatten() {
        match fault.as_str() {
            "number-mismatch" => filter.drop_number_mismatch = true,
            "url-mismatch" => filter.drop_url_mismatch = true,
            "same-as-source" => filter.drop_same_as_source = true,
            "wrong-language" => filter.drop_wrong_language = true,
            _ => filter.drop_untranslated = true,
        }
    }
    Ok(filter)
}

fn moment(matches: &ArgMatches, name: &str) -> Result<Option<Timestamp>, Failure> {
    let Some(said) = matches.get_one::<String>(name) else { return Ok(None) };
    match timestamp(said) {
        Some(moment) => Ok(Some(moment)),
        None => Err(Problem::TmxDate { value: said.clone() }.into()),
    }
}
