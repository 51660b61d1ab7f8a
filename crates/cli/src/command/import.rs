//! `hexapla import`: translations from elsewhere into the project's memory.

use std::path::{Path, PathBuf};

use clap::{ArgAction, ArgMatches, Command};
use hexapla_project::{Import, ImportCount, Selection};

use super::entry::Entry;
use super::report;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::diagnosis;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;
use crate::report::language_name;

pub(super) const ENTRY: Entry = Entry {
    name: "import",
    arguments,
    details: |words| words.say(Msg::CommandImportDetails),
    examples: |words| words.say(Msg::CommandImportExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let files = arguments::positional("files", words.say(Msg::ValueFile), words.say(Msg::ArgumentImportFiles));
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandImport))
        .arg(files.required(true).action(ArgAction::Append))
        .arg(report::language(words))
        .arg(arguments::option("project", Value::Directory, words.say(Msg::OptionProject), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let directory = arguments::path(matches, "project").unwrap_or_else(|| PathBuf::from("."));
    let project = report::open(&directory)?;
    let selection = Selection { languages: report::languages(matches, &project)?, ..Selection::default() };
    for file in matches.get_many::<PathBuf>("files").into_iter().flatten() {
        let bar = Bar::new(console);
        let import = project.import(file, &selection, &bar)?;
        drop(bar);
        tell(file, &import, console)?;
    }
    Ok(Outcome::Clean)
}

fn tell(file: &Path, import: &Import, console: &mut Console) -> Result<(), Failure> {
    let path = file.to_string_lossy();
    for problem in &import.problems {
        diagnosis::warn(&path, problem, console);
    }
    if let Some((then, now)) = &import.cut_otherwise {
        let now = now.to_string();
        let remark = console.error_face.words.say(Msg::NoteImportRecut { path: &path, then, now: &now });
        console.remark(&remark);
    }
    let languages = import.languages.iter().filter(|(_, count)| **count != ImportCount::default());
    let mut empty = true;
    for (language, count) in languages {
        empty = false;
        let name = language_name(&console.face, language);
        let said = format!("{}: {name}: {}", console.words().foreign(&path), counted(count, console.words()));
        console.line(&said)?;
    }
    if empty {
        let said = console.words().say(Msg::ImportNothing { path: &path });
        console.line(&said)?;
    }
    if import.other_languages > 0 {
        let said = console.words().say(Msg::ImportOtherLanguages { n: import.other_languages.into() });
        console.line(&said)?;
    }
    Ok(())
}

fn counted(count: &ImportCount, words: &Words) -> String {
    let parts = [
        (count.added, Msg::ImportAdded { n: count.added.into() }),
        (count.replaced, Msg::ImportReplaced { n: count.replaced.into() }),
        (count.unchanged, Msg::ImportUnchanged { n: count.unchanged.into() }),
        (count.older, Msg::ImportOlder { n: count.older.into() }),
        (count.untranslated, Msg::ImportUntranslated { n: count.untranslated.into() }),
    ];
    let said = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, message)| words.say(message));
    words.list(&said.collect::<Vec<_>>())
}
