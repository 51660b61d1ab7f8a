//! `hexapla check`: every finding, and whether it passes the gate.

use clap::{ArgMatches, Command};
use hexapla_project::Project;

use super::entry::Entry;
use super::report;
use super::report::Told;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::gate;
use crate::messages::{Msg, Words};
use crate::report::{Focus, Held, Question, Sheet};

pub(super) const ENTRY: Entry = Entry {
    name: "check",
    arguments,
    details: |words| words.say(Msg::CommandCheckDetails),
    examples: |words| words.say(Msg::CommandCheckExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    gate::arguments(report::arguments(Command::new(ENTRY.name).about(words.say(Msg::CommandCheck)), words), words)
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let deliveries = report::deliveries(matches)?;
    let gate = |project: &Project| gate::gate(matches, project);
    let Told { mut report, project, prefix, way } = report::report(matches, gate, console)?;
    gate::hold_against_baseline(matches, &project, &mut report, console)?;
    let gate = &project.config().gate;
    let (gaps, excesses) = (report.coverage_gaps(gate), report.stale_excesses(gate));
    let held = Held { gaps: &gaps, excesses: &excesses };
    let outcome = if held.passes(&report) { Outcome::Clean } else { Outcome::Findings };
    let question = Question::Check(held);
    // A pull request shows the lines that it changed, and those are the source's.
    let focus = if report.since.is_some() { Focus::Source } else { Focus::Target };
    let sheet = Sheet { report: &report, question, prefix: &prefix, way: &way, focus };
    report::deliver(&deliveries, &sheet, console)?;
    Ok(outcome)
}
