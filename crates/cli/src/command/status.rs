//! `hexapla status`: how much is translated and up to date.

use clap::{ArgMatches, Command};

use super::{Entry, report};
use crate::arguments;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::report::{json, status};

pub(super) const ENTRY: Entry = Entry {
    name: "status",
    arguments,
    details: |words| words.say(Msg::CommandStatusDetails),
    examples: |words| words.say(Msg::CommandStatusExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    report::arguments(Command::new(ENTRY.name).about(words.say(Msg::CommandStatus)), words)
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let (report, _) = report::report(matches, None, console)?;
    match arguments::word(matches, "format") {
        "json" => console.json(&json::report(&report))?,
        _ => {
            let verbosity = console.verbosity;
            let (face, out) = console.canvas();
            status::text(&report, verbosity, face, out)?;
        }
    }
    Ok(Outcome::Clean)
}
