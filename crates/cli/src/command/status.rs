//! `hexapla status`: how much is translated and up to date.

use clap::{ArgMatches, Command};
use hexapla_core::status::Rule;

use super::report::Told;
use super::{Entry, report};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
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
    let Told { report, prefix, .. } = report::report(matches, |project| Ok(project.config().gate.clone()), console)?;
    let sheet = Sheet { report: &report, question: Question::Status, prefix: &prefix, focus: Focus::default() };
    report::deliver(&deliveries, &sheet, console)?;
    // What could not be read is in no figure; a report without it must not pass for a whole one.
    let unreadable = report.findings.iter().filter(|finding| finding.rule == Rule::UnreadablePage);
    let mut problems: Vec<Problem> = Vec::new();
    for finding in unreadable {
        let side = finding.target.as_ref().or(finding.source.as_ref());
        let path = side.map_or(&finding.document, |side| &side.path).clone();
        let reason = finding.detail.clone().unwrap_or_default();
        let told = |problem: &Problem| matches!(problem, Problem::Read { path: other, .. } if *other == path);
        if !problems.iter().any(told) {
            problems.push(Problem::Read { path, reason });
        }
    }
    if problems.is_empty() { Ok(Outcome::Clean) } else { Err(Failure::Problems(problems)) }
}
