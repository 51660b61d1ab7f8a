//! `hexapla help [COMMAND]`: the same as `--help`.

use clap::{Arg, ArgMatches, Command};

use super::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::{arguments, help, usage};

pub(super) const ENTRY: Entry = Entry {
    name: "help",
    arguments,
    details: |words| words.say(Msg::CommandHelpDetails),
    examples: |words| words.say(Msg::CommandHelpExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let command =
        Arg::new("command").value_name(words.say(Msg::ValueCommand)).help(words.say(Msg::ArgumentHelpCommand));
    Command::new(ENTRY.name).about(words.say(Msg::CommandHelp)).arg(command)
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let mut root = arguments::root(console.words());
    let command = matches.get_one::<String>("command");
    match command {
        Some(name) if root.find_subcommand(name).is_none() => return Err(usage::no_such_command(&root, name)),
        _ => help::print(&mut root, command.map(String::as_str), console)?,
    }
    Ok(Outcome::Clean)
}
