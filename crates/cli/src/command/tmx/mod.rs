//! `hexapla tmx …`: what is done with memories that are TMX files, one command a file.

mod arguments;
mod convert;
mod dedupe;
mod diff;
mod extract;
mod filter;
mod fmt;
mod heard;
mod memory;
mod merge;
mod merge_driver;
mod split;
mod stats;
mod validate;
mod verdict;

use clap::Command;

use super::entry::Entry;
use crate::failure::Outcome;
use crate::messages::{Msg, Words};

pub(super) const ENTRY: Entry = Entry {
    name: "tmx",
    arguments,
    details: |words| words.say(Msg::CommandTmxDetails),
    examples: |words| words.say(Msg::CommandTmxExamples),
    run: |_, _| Ok(Outcome::Clean),
};

/// The commands of the group, in the order of the help.
pub(super) const COMMANDS: &[Entry] = &[
    validate::ENTRY,
    stats::ENTRY,
    fmt::ENTRY,
    convert::ENTRY,
    merge::ENTRY,
    split::ENTRY,
    dedupe::ENTRY,
    filter::ENTRY,
    diff::ENTRY,
    extract::ENTRY,
    merge_driver::ENTRY,
];

fn arguments(words: &Words) -> Command {
    let group = Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmx))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true);
    COMMANDS.iter().fold(group, |group, entry| group.subcommand(entry.command(words)))
}
