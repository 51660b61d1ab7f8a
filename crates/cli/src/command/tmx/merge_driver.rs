//! `hexapla tmx merge-driver`: what git calls to merge two versions of a memory.

use std::io::{self, BufRead, Cursor};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_tmx::{CopyError, ReadOptions, Side, merge_three};

use super::memory::{open, write_to};
use super::verdict::count;
use crate::arguments;
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "merge-driver",
    arguments,
    details: |words| words.say(Msg::CommandTmxDriverDetails),
    examples: |words| words.say(Msg::CommandTmxDriverExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let version = |name, sign: &str, help| arguments::positional(name, sign.to_owned(), words.say(help));
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxDriver))
        .arg(version("base", "%O", Msg::ArgumentTmxBase).required(true))
        .arg(version("ours", "%A", Msg::ArgumentTmxOurs).required(true))
        .arg(version("theirs", "%B", Msg::ArgumentTmxTheirs).required(true))
        .arg(version("path", "%P", Msg::ArgumentTmxPath))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let given = |name: &str| arguments::path(matches, name).unwrap_or_default();
    let (base, ours, theirs) = (given("base"), given("ours"), given("theirs"));
    let shown = arguments::path(matches, "path").unwrap_or_else(|| ours.clone());
    let bar = Bar::new(console);
    let read = [versioned(&base, &bar)?, versioned(&ours, &bar)?, versioned(&theirs, &bar)?];
    let reading: PathBuf = shown.clone();
    let merged = write_to(
        Some(&ours),
        console,
        || reading.clone(),
        |out| -> Result<_, CopyError> {
            let [base, ours, theirs] = read;
            merge_three(base, ours, theirs, out, ReadOptions::default())
        },
    )?;
    drop(bar);
    for conflict in &merged.conflicts {
        let words = &console.error_face.words;
        let name = conflict.tuid.as_deref().unwrap_or_default();
        let text = &conflict.source;
        let path = shown.to_string_lossy();
        let said = match conflict.taken {
            Side::Ours => words.say(Msg::TmxConflictOurs { path: &path, name, text }),
            Side::Theirs => words.say(Msg::TmxConflictTheirs { path: &path, name, text }),
        };
        console.warn(&said);
    }
    if merged.conflicts.is_empty() {
        return Ok(Outcome::Clean);
    }
    let n = count(merged.conflicts.len() as u64);
    let said = console.error_face.words.say(Msg::TmxConflicts { path: &shown.to_string_lossy(), n });
    console.remark(&said);
    Ok(Outcome::Findings)
}

/// A version of a memory; git gives an empty file where there was none, which is a memory without units.
fn versioned(path: &Path, bar: &Bar) -> Result<Box<dyn BufRead>, Failure> {
    let mut input = open(path, bar)?;
    let fail = |reason: io::Error| -> Failure {
        hexapla_project::ProjectError::Unreadable { path: path.to_owned(), reason }.into()
    };
    if input.fill_buf().map_err(fail)?.is_empty() {
        return Ok(Box::new(Cursor::new("<tmx version=\"1.4\"><header/><body></body></tmx>")));
    }
    Ok(input)
}
