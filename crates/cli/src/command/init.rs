//! `hexapla init`: a first configuration for a site.

use std::path::Path;

use clap::{ArgMatches, Command};
use hexapla_core::language::Language;
use hexapla_project::{Layout, Note, Presence, Project, ProjectError};

use super::entry::Entry;
use super::report;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::report::language_name;

pub(super) const ENTRY: Entry = Entry {
    name: "init",
    arguments,
    details: |words| words.say(Msg::CommandInitDetails),
    examples: |words| words.say(Msg::CommandInitExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let directory =
        arguments::positional("directory", words.say(Msg::ValueDirectory), words.say(Msg::ArgumentInitDirectory));
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandInit))
        .arg(directory.default_value("."))
        .arg(arguments::option("source", Value::Language, words.say(Msg::OptionInitSource), words))
        .arg(arguments::option("targets", Value::Language, words.say(Msg::OptionInitTargets), words))
        .arg(arguments::flag("dry-run", words.say(Msg::OptionDryRun)).short('n'))
}

/// How many pairs are shown; the rest is what `list` is for.
const SHOWN: usize = 10;
/// So many pairs teach something.
const TEACH: usize = 4;

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let directory = arguments::path(matches, "directory").unwrap_or_default();
    let source = arguments::language(matches, "source")?;
    let wanted = targets(matches)?;
    let layout = match Layout::find(&directory, source.as_ref()) {
        Ok(mut layout) => {
            let more = wanted.into_iter().filter(|target| *target != layout.source && !layout.targets.contains(target));
            layout.targets.extend(more.collect::<Vec<_>>());
            layout
        }
        Err(ProjectError::NothingToPair { .. }) if !wanted.is_empty() => {
            Layout::untranslated(&directory, source.as_ref(), &wanted)?
        }
        Err(error) => return Err(error.into()),
    };
    if matches.get_flag("dry-run") {
        let text = layout.to_toml(&|note| remark(console.words(), note));
        console.line(text.trim_end())?;
        return Ok(Outcome::Clean);
    }
    let path = layout.write(&directory, &|note| remark(console.words(), note))?;
    let targets = layout.targets.iter().map(|target| language_name(&console.face, target)).collect::<Vec<_>>();
    let source = language_name(&console.face, &layout.source);
    let found = console.words().say(Msg::InitFound { source: &source, targets: &console.words().list(&targets) });
    console.line(&found)?;
    let pairs = show(&report::open(&directory)?, console)?;
    let written = console.words().say(Msg::InitWritten { path: &path.to_string_lossy() });
    console.line(&format!("\n{written}"))?;
    if pairs >= TEACH {
        let command = learning(&directory);
        let learn = console.words().say(Msg::InitLearn { command: &command });
        console.line(&learn)?;
    }
    Ok(Outcome::Clean)
}

/// What is typed to have the pages of a project teach the words of its languages.
fn learning(directory: &Path) -> String {
    let quoted = |path: &Path| match path.to_string_lossy() {
        plain if !plain.contains(char::is_whitespace) => plain.into_owned(),
        blank => format!("\"{blank}\""),
    };
    let project = match directory == Path::new(".") {
        true => String::new(),
        false => format!(" --project {}", quoted(directory)),
    };
    let here = |name: &str| quoted(&directory.strip_prefix(".").unwrap_or(directory).join(name));
    format!("hexapla align{project} --learn {} --format html -o {}", here("memory/"), here("pairs.html"))
}

/// The languages that are to be translated into, each once.
fn targets(matches: &ArgMatches) -> Result<Vec<Language>, Failure> {
    let mut found: Vec<Language> = Vec::new();
    let written = matches.get_one::<String>("targets").map_or("", String::as_str);
    for tag in written.split([',', ' ']).filter(|tag| !tag.is_empty()) {
        let language = arguments::language_of(tag)?;
        if !found.contains(&language) {
            found.push(language);
        }
    }
    Ok(found)
}

/// Shows the first pairs that the new configuration finds, and says how many there are.
fn show(project: &Project, console: &mut Console) -> Result<usize, Failure> {
    let matrix = project.matrix()?;
    let pairs: Vec<(&str, &str)> = matrix
        .documents
        .iter()
        .flat_map(|document| document.targets.iter().map(move |target| (document, target)))
        .filter(|(_, target)| target.presence == Presence::Present)
        .map(|(document, target)| (document.path.as_str(), target.path.as_str()))
        .collect();
    if pairs.is_empty() {
        return Ok(0);
    }
    let heading = console.words().say(Msg::InitPairs { n: pairs.len().into() });
    console.line(&heading)?;
    for (source, target) in pairs.iter().take(SHOWN) {
        let line = format!("  {} → {}", console.words().foreign(source), console.words().foreign(target));
        console.line(&line)?;
    }
    if pairs.len() > SHOWN {
        console.line("  …")?;
    }
    Ok(pairs.len())
}

fn remark(words: &Words, note: Note) -> String {
    words.say(match note {
        Note::Head => Msg::InitNoteHead,
        Note::Source => Msg::InitNoteSource,
        Note::Targets => Msg::InitNoteTargets,
        Note::History => Msg::InitNoteHistory,
        Note::NotOffered => Msg::InitNoteNotOffered,
        Note::Skip => Msg::InitNoteSkip,
        Note::Languages => Msg::InitNoteLanguages,
        Note::Documents => Msg::InitNoteDocuments,
        Note::Boilerplate => Msg::InitNoteBoilerplate,
        Note::Gate => Msg::InitNoteGate,
    })
}
