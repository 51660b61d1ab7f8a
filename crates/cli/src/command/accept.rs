//! `hexapla accept`: findings that are taken as they are.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use hexapla_core::status::Rule;
use hexapla_project::{Date, Project, Selection, Wanted};

use super::entry::Entry;
use super::report;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "accept",
    arguments,
    details: |words| words.say(Msg::CommandAcceptDetails),
    examples: |words| words.say(Msg::CommandAcceptExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let findings = Arg::new("findings").value_name(words.say(Msg::ValueFinding)).action(ArgAction::Append);
    let project = arguments::option("project", Value::Directory, words.say(Msg::OptionProject), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandAccept))
        .arg(findings.help(words.say(Msg::ArgumentAcceptFindings)))
        .arg(arguments::option("reason", Value::Text, words.say(Msg::OptionReason), words))
        .arg(arguments::option("until", Value::Date, words.say(Msg::OptionUntil), words))
        .arg(arguments::option("rule", Value::Rule, words.say(Msg::OptionAcceptRule), words))
        .arg(report::language(words))
        .arg(arguments::flag("prune", words.say(Msg::OptionPrune)))
        .arg(project)
        .arg(report::history(words))
        .arg(report::jobs(words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let given: Vec<&String> = matches.get_many::<String>("findings").into_iter().flatten().collect();
    let project = match arguments::path(matches, "project") {
        Some(directory) => report::open(&directory)?,
        None => report::open(&given.iter().find_map(|given| page_in(given)).unwrap_or_else(|| PathBuf::from(".")))?,
    };
    let project = report::adjusted(project, matches)?;
    if matches.get_flag("prune") {
        let bar = Bar::new(console);
        let pruned = project.prune_accepted(&bar)?;
        drop(bar);
        let said = console.words().say(Msg::AcceptPruned { n: pruned.pruned.into() });
        console.line(&said)?;
        return Ok(Outcome::Clean);
    }
    let rule = matches.get_one::<String>("rule").map(|name| named(name)).transpose()?;
    let reason = matches.get_one::<String>("reason").map(|reason| reason.trim()).unwrap_or_default();
    if given.is_empty() && rule.is_none() {
        let arguments = format!("{}, --rule", console.words().say(Msg::ValueFinding));
        return Err(Problem::UsageMissing { arguments, command: format!("hexapla {}", ENTRY.name) }.into());
    }
    if reason.is_empty() {
        return Err(Problem::UsageMissing {
            arguments: "--reason".to_owned(),
            command: format!("hexapla {}", ENTRY.name),
        }
        .into());
    }
    let until = matches.get_one::<String>("until").map(|day| day_named(day)).transpose()?;
    let wanted = given.into_iter().map(|given| wanted(given, &project)).collect::<Result<Vec<_>, _>>()?;
    let mut selection = Selection { languages: report::languages(matches, &project)?, ..Selection::default() };
    if !wanted.is_empty() && wanted.iter().all(|wanted| matches!(wanted, Wanted::Place { .. })) {
        let paths = wanted.iter().filter_map(|wanted| match wanted {
            Wanted::Place { path, .. } => Some(path.clone()),
            Wanted::Fingerprint(_) => None,
        });
        selection.paths = paths.collect();
    }
    let bar = Bar::new(console);
    let accepted = project.accept(&wanted, rule, &selection, until.as_ref(), reason, &bar)?;
    drop(bar);
    for finding in &accepted.findings {
        let side = finding.target.as_ref().or(finding.source.as_ref());
        let place = side.map_or_else(
            || finding.document.to_string(),
            |side| match side.place {
                Some(place) => format!("{}:{}", side.path, place.line),
                None => side.path.to_string(),
            },
        );
        let said = format!("{} {}", console.words().foreign(&place), finding.rule.as_str());
        console.line(&said)?;
    }
    let said = console.words().say(Msg::AcceptDone { n: accepted.findings.len().into() });
    console.line(&said)?;
    Ok(Outcome::Clean)
}

fn named(name: &str) -> Result<Rule, Failure> {
    Rule::named(name).ok_or_else(|| {
        let values = Rule::ALL.map(Rule::as_str).join(", ");
        Problem::UsageValue { value: name.to_owned(), option: "--rule".to_owned(), values }.into()
    })
}

fn day_named(day: &str) -> Result<Date, Failure> {
    let (value, today) = (day.to_owned(), Date::today());
    match day.parse::<Date>() {
        Err(_) => Err(Problem::NoDay { value, today: today.to_string() }.into()),
        Ok(day) if day < today => Err(Problem::DayOver { value, today: today.to_string() }.into()),
        Ok(day) => Ok(day),
    }
}

/// `content/ru/garten.md:12`, as check prints it.
fn parts(given: &str) -> (&str, Option<u32>) {
    let numbered = |text: &str| text.rsplit_once(':').and_then(|(_, number)| number.parse::<u32>().ok());
    let Some(last) = numbered(given) else { return (given, None) };
    let path = given.rsplit_once(':').map_or(given, |(path, _)| path);
    match numbered(path) {
        // With a column behind the line.
        Some(line) => (path.rsplit_once(':').map_or(path, |(path, _)| path), Some(line)),
        None => (path, Some(last)),
    }
}

/// The page that is named, or what there is of the way to it.
fn page_in(given: &str) -> Option<PathBuf> {
    let there = Path::new(parts(given).0).ancestors().find(|path| path.exists());
    there.filter(|there| !there.as_os_str().is_empty()).map(Path::to_owned)
}

fn wanted(given: &str, project: &Project) -> Result<Wanted, Failure> {
    let (path, line) = parts(given);
    let digits = line.is_none() && given.chars().all(|c| c.is_ascii_hexdigit());
    if digits && !Path::new(path).exists() {
        return Ok(Wanted::Fingerprint(given.to_ascii_lowercase()));
    }
    let inside = match Path::new(path).exists() {
        true => report::within(project.root(), Path::new(path))?,
        // A page that is missing has no file, and is named as check names it: from here, or from the project.
        false => expected(project.root(), Path::new(path)),
    };
    Ok(Wanted::Place { path: inside.unwrap_or_else(|| path.to_owned()), line })
}

/// The path within the project of a page that is not there.
fn expected(root: &Path, page: &Path) -> Option<String> {
    let there = page.ancestors().find(|path| path.exists()).unwrap_or(Path::new(""));
    let rest = page.strip_prefix(there).ok()?;
    let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
    let whole = there.canonicalize().ok()?.join(rest);
    whole.strip_prefix(root.canonicalize().ok()?).ok().map(report::with_slashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let check = |given: &str, want: (&str, Option<u32>)| assert_eq!(parts(given), want, "{given}");
        check("ru/a.md", ("ru/a.md", None));
        check("ru/a.md:12", ("ru/a.md", Some(12)));
        check("ru/a.md:12:7", ("ru/a.md", Some(12)));
        check("ru/10:30.md", ("ru/10:30.md", None));
    }
}
