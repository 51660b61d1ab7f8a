//! `hexapla diff PAGE`: what changed in the source, beside the sentence that should follow.

use clap::{ArgAction, ArgMatches, Command};
use hexapla_project::Project;

use super::entry::Entry;
use super::report::{self, Told};
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::report::{changes, seen_from};

pub(super) const ENTRY: Entry = Entry {
    name: "diff",
    arguments,
    details: |words| words.say(Msg::CommandDiffDetails),
    examples: |words| words.say(Msg::CommandDiffExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let pages = arguments::positional("paths", Value::Path.name(words), words.say(Msg::ArgumentDiffPages));
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandDiff))
        .arg(pages.action(ArgAction::Append).required(true))
        .arg(report::language(words))
        .arg(arguments::option("base", Value::Directory, words.say(Msg::OptionBase), words))
        .arg(report::history(words))
        .arg(report::jobs(words))
        .arg(arguments::choice("format", "text", &["text", "json"], words.say(Msg::OptionFormat), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let gate = |project: &Project| Ok(project.config().gate.clone());
    let Told { report, way, .. } = report::report(matches, gate, console)?;
    report::all_read(&report)?;
    match arguments::word(matches, "format") {
        "json" => console.json(&changes::json(&report))?,
        _ => {
            let (face, out) = console.canvas();
            changes::text(&seen_from(&report, &way), face, out)?;
        }
    }
    Ok(Outcome::Clean)
}
