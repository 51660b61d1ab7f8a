//! When `check` fails, as the command line has it: what it adds to `[gate]` in hexapla.toml.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::{Arg, ArgAction, ArgMatches, Command};
use hexapla_core::align::Confidence;
use hexapla_core::language::Language;
use hexapla_project::{BASELINE_NAME, ConfigurationReason, Gate, Project, Ratchet, Report};

use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::Failure;
use crate::messages::{Msg, Problem, Words};

/// The options of the gate.
pub(crate) fn arguments(command: Command, words: &Words) -> Command {
    let many = |name, value, help| -> Arg {
        arguments::option(name, value, help, words).value_delimiter(',').action(ArgAction::Append)
    };
    command
        .arg(many("fail-on", Value::Gate, words.say(Msg::OptionFailOn)))
        .arg(many("min-coverage", Value::Share, words.say(Msg::OptionMinCoverage)))
        .arg(many("max-stale", Value::Count, words.say(Msg::OptionMaxStale)))
        .arg(arguments::option("min-confidence", Value::Number, words.say(Msg::OptionMinConfidence), words))
        .arg(arguments::option("since", Value::Revision, words.say(Msg::OptionSince), words))
        .arg(arguments::option("baseline", Value::File, words.say(Msg::OptionBaseline), words))
        .arg(arguments::flag("new-only", words.say(Msg::OptionNewOnly)))
        .arg(arguments::flag("update-baseline", words.say(Msg::OptionUpdateBaseline)))
}

/// The project's gate, with what the command line says of it.
pub(crate) fn gate(matches: &ArgMatches, project: &Project) -> Result<Gate, Failure> {
    let fail_on: Vec<String> = matches.get_many::<String>("fail-on").into_iter().flatten().cloned().collect();
    let mut gate = project.config().gate.clone().failing_on(&fail_on).map_err(no_such_gate)?;
    for (language, least) in by_language(matches, "min-coverage", project, |least: &f64| (0.0..=100.0).contains(least))?
    {
        gate.min_coverage.retain(|(known, _)| *known != language);
        gate.min_coverage.push((language, least));
    }
    for (language, most) in by_language(matches, "max-stale", project, |_: &usize| true)? {
        gate.max_stale.retain(|(known, _)| *known != language);
        gate.max_stale.push((language, most));
    }
    if let Some(written) = matches.get_one::<String>("min-confidence") {
        let least = written.replace(',', ".").parse::<f32>().ok().filter(|least| (0.0..=1.0).contains(least));
        let least = least.ok_or_else(|| wrong(written, "--min-confidence", "0…1"))?;
        gate.min_confidence = Some(Confidence::new(least));
    }
    Ok(gate)
}

/// `95` for all languages, `ru=95` for one.
fn by_language<T: FromStr + Copy>(
    matches: &ArgMatches,
    name: &str,
    project: &Project,
    may_be: impl Fn(&T) -> bool,
) -> Result<Vec<(Language, T)>, Failure> {
    let mut found = Vec::new();
    let option = format!("--{name}");
    for written in matches.get_many::<String>(name).into_iter().flatten() {
        let (language, number) = match written.split_once('=') {
            Some((language, number)) => (Some(project.target_named(language)?), number),
            None => (None, written.as_str()),
        };
        let number = number.trim().parse::<T>().ok().filter(&may_be);
        let number = number.ok_or_else(|| wrong(written, &option, "95, ru=95"))?;
        match language {
            Some(language) => found.push((language, number)),
            None => {
                let all = project.config().targets.iter().map(|codes| (codes.language.clone(), number));
                found.splice(0..0, all);
            }
        }
    }
    Ok(found)
}

fn wrong(value: &str, option: &str, values: &str) -> Failure {
    Problem::UsageValue { value: value.to_owned(), option: option.to_owned(), values: values.to_owned() }.into()
}

fn no_such_gate(reason: ConfigurationReason) -> Failure {
    match reason {
        ConfigurationReason::Value { value, possible } => wrong(&value, "--fail-on", &possible.join(", ")),
        other => Problem::Other { reason: other.to_string() }.into(),
    }
}

/// Holds a report against the baseline, where one is asked for, and tells what became of it.
pub(crate) fn hold_against_baseline(
    matches: &ArgMatches,
    project: &Project,
    report: &mut Report,
    console: &mut Console,
) -> Result<(), Failure> {
    let renew = matches.get_flag("update-baseline");
    let configured = project.config().gate.baseline.as_deref();
    let usual = || project.path_of(configured.unwrap_or(BASELINE_NAME));
    let path: PathBuf = match arguments::path(matches, "baseline") {
        Some(path) => path,
        None if renew || matches.get_flag("new-only") || configured.is_some() => usual(),
        None => return Ok(()),
    };
    let ratchet = if renew { Ratchet::Renew } else { Ratchet::Tighten };
    let change = report.hold_against(&path, ratchet)?;
    let path = shown(&path);
    let words = &console.error_face.words;
    let mut said = Vec::new();
    if change.known > 0 {
        said.push(words.say(Msg::BaselineKnown { path: &path, n: change.known.into() }));
    }
    if change.mended > 0 {
        said.push(words.say(Msg::BaselineMended { path: &path, n: change.mended.into() }));
    }
    if change.added > 0 {
        said.push(words.say(Msg::BaselineAdded { path: &path, n: change.added.into() }));
    }
    for said in said {
        console.remark(&said);
    }
    Ok(())
}

/// A path from the current directory, where it lies below that.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).to_string_lossy().into_owned()
}
