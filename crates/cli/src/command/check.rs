//! `hexapla check`: every finding, and whether it passes the gate.

use clap::{ArgMatches, Command};
use hexapla_project::{ConfigurationReason, Gate};

use super::report::Told;
use super::{Entry, report};
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::report::{Focus, Question, Sheet};

pub(super) const ENTRY: Entry = Entry {
    name: "check",
    arguments,
    details: |words| words.say(Msg::CommandCheckDetails),
    examples: |words| words.say(Msg::CommandCheckExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let fail_on = arguments::option("fail-on", Value::Gate, words.say(Msg::OptionFailOn), words).value_delimiter(',');
    report::arguments(Command::new(ENTRY.name).about(words.say(Msg::CommandCheck)), words)
        .arg(fail_on.action(clap::ArgAction::Append))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let fail_on: Vec<String> = matches.get_many::<String>("fail-on").into_iter().flatten().cloned().collect();
    let gate = if fail_on.is_empty() { None } else { Some(Gate::fail_on(&fail_on).map_err(no_such_gate)?) };
    let deliveries = report::deliveries(matches)?;
    let Told { report, gate, prefix } = report::report(matches, gate, console)?;
    let gaps = report.coverage_gaps(&gate);
    let outcome =
        if report.failures().next().is_some() || !gaps.is_empty() { Outcome::Findings } else { Outcome::Clean };
    let question = Question::Check(&gaps);
    // A pull request shows the lines that it changed, and those are the source's.
    let since = matches.try_contains_id("since").unwrap_or(false);
    let focus = if since { Focus::Source } else { Focus::Target };
    let sheet = Sheet { report: &report, question, prefix: &prefix, focus };
    report::deliver(&deliveries, &sheet, console)?;
    Ok(outcome)
}

fn no_such_gate(reason: ConfigurationReason) -> Failure {
    match reason {
        ConfigurationReason::Value { value, possible } => {
            Problem::UsageValue { value, option: "--fail-on".to_owned(), values: possible.join(", ") }.into()
        }
        other => Problem::Other { reason: other.to_string() }.into(),
    }
}
