//! `hexapla srx`: rule files, checked and written.

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use hexapla_core::segment::EDITION;
use hexapla_core::segment::srx::{self, Srx, Tool};
use hexapla_project::{is_wrong, write_file};

use super::entry::Entry;
use crate::arguments;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::rules;

pub(super) const ENTRY: Entry = Entry {
    name: "srx",
    arguments,
    details: |words| words.say(Msg::CommandSrxDetails),
    examples: |words| words.say(Msg::CommandSrxExamples),
    run,
};

const ACTIONS: [&str; 2] = ["validate", "export"];

fn arguments(words: &Words) -> Command {
    let action = arguments::positional("action", words.say(Msg::ValueFormat), words.say(Msg::ArgumentSrxAction));
    let file = arguments::positional("file", words.say(Msg::ValueFile), words.say(Msg::ArgumentSrxFile));
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandSrx))
        .arg(action.required(true).value_parser(PossibleValuesParser::new(ACTIONS)))
        .arg(file.required_if_eq("action", "validate"))
        .arg(arguments::one_of("for", &["omegat", "okapi", "languagetool"], words.say(Msg::OptionSrxFor), words))
        .arg(rules::break_at(words))
        .arg(arguments::output(words.say(Msg::OptionSrxOutput), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let file = arguments::path(matches, "file");
    match (arguments::word(matches, "action"), file) {
        ("validate", Some(file)) => validate(&file, console),
        (_, Some(file)) => {
            let (argument, command) = (file.to_string_lossy().into_owned(), "hexapla srx".to_owned());
            Err(Problem::UsageExtra { argument, command }.into())
        }
        _ => export(matches, console),
    }
}

/// Says all that is wrong or odd; a file that cannot be cut by is no usable input.
fn validate(path: &Path, console: &mut Console) -> Result<Outcome, Failure> {
    let shown = path.to_string_lossy().into_owned();
    let file = rules::read(path)?;
    let all = file.validate();
    let (wrong, odd): (Vec<_>, Vec<_>) = all.iter().partition(|warning| is_wrong(&warning.kind));
    rules::warn(&file, odd.iter().copied(), console);
    if !wrong.is_empty() {
        let mut problems: Vec<Problem> = wrong.iter().map(|warning| rules::found(&file, warning)).collect();
        problems.push(Problem::RulesInvalid { path: shown, n: wrong.len().into() });
        return Err(Failure::List(problems));
    }
    let rules = file.srx.groups.iter().map(|group| group.rules.len()).sum::<usize>().into();
    let groups = file.srx.groups.len().into();
    let said = if odd.is_empty() {
        console.words().say(Msg::SrxFine { path: &shown, rules, groups })
    } else {
        console.words().say(Msg::SrxOdd { path: &shown, rules, groups })
    };
    console.line(&said)?;
    Ok(Outcome::Clean)
}

fn export(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let profile = rules::profile(matches);
    let xml = match matches.get_one::<String>("for").map(String::as_str) {
        Some("omegat") => srx::export(Tool::OmegaT, &profile),
        Some("okapi") => srx::export(Tool::Okapi, &profile),
        Some("languagetool") => srx::export(Tool::LanguageTool, &profile),
        _ => Srx::own(&profile).to_xml(),
    };
    match arguments::path(matches, "output").filter(|path| path.as_os_str() != "-") {
        None => console.raw(xml.as_bytes())?,
        Some(path) => {
            write_file(&path, xml.as_bytes())?;
            let edition = EDITION.to_string();
            let said = console.words().say(Msg::SrxWritten { path: &path.to_string_lossy(), edition: &edition });
            console.line(&said)?;
        }
    }
    Ok(Outcome::Clean)
}
