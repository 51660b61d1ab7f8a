//! `hexapla status`: how much is translated and up to date.

use clap::{ArgMatches, Command};

use super::entry::Entry;
use super::report;
use super::report::Told;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::report::{Focus, Question, Sheet};

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
    let deliveries = report::deliveries(matches)?;
    let Told { report, prefix, way, .. } =
        report::report(matches, |project| Ok(project.config().gate.clone()), console)?;
    let sheet =
        Sheet { report: &report, question: Question::Status, prefix: &prefix, way: &way, focus: Focus::default() };
    report::deliver(&deliveries, &sheet, console)?;
    report::all_read(&report)?;
    Ok(Outcome::Clean)
}
