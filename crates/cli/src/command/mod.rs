//! The commands: one file each, with its arguments and what it does.

mod accept;
mod align;
mod check;
mod diff;
mod entry;
mod explain;
mod export;
mod help;
mod import;
mod init;
mod list;
mod report;
mod segment;
mod srx;
mod status;
mod tmx;

use std::ffi::OsString;

use clap::Command;

use self::entry::Entry;
use crate::arguments;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::Words;
use crate::usage;

/// All commands, in the order of the help.
const ALL: &[Entry] = &[
    init::ENTRY,
    list::ENTRY,
    status::ENTRY,
    check::ENTRY,
    diff::ENTRY,
    accept::ENTRY,
    explain::ENTRY,
    align::ENTRY,
    segment::ENTRY,
    srx::ENTRY,
    export::ENTRY,
    import::ENTRY,
    tmx::ENTRY,
    help::ENTRY,
];

/// Commands that are groups, and what they hold.
const GROUPS: &[(&str, &[Entry])] = &[("tmx", tmx::COMMANDS)];

/// The command of that name; one of a group has two words.
fn find(name: &str) -> Option<&'static Entry> {
    let (group, rest) = name.split_once(' ').unwrap_or((name, ""));
    let within = GROUPS.iter().find(|(name, _)| *name == group && !rest.is_empty());
    match within {
        Some((_, entries)) => entries.iter().find(|entry| entry.name == rest),
        None => ALL.iter().find(|entry| entry.name == name),
    }
}

/// The whole command line.
fn root(words: &Words) -> Command {
    ALL.iter().fold(arguments::root(words), |root, entry| root.subcommand(entry.command(words)))
}

/// Understands the command line and does what it says.
pub(crate) fn run(line: &[OsString], console: &mut Console) -> Result<Outcome, Failure> {
    let mut root = root(console.words());
    let matches = match root.try_get_matches_from_mut(line) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, &mut root, line, console),
    };
    let Some((name, matches)) = matches.subcommand() else { return Ok(Outcome::Clean) };
    let (name, matches) = match matches.subcommand() {
        Some((within, matches)) => (format!("{name} {within}"), matches),
        None => (name.to_owned(), matches),
    };
    arguments::settle(matches, console);
    match find(&name) {
        Some(entry) => (entry.run)(matches, console),
        None => Err(usage::no_such_command(&root, &name)),
    }
}
