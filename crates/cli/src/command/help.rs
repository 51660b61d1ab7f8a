//! `hexapla help [COMMAND]…`: the same as `--help`.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::{help, usage};

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
    let command = command.action(ArgAction::Append);
    Command::new(ENTRY.name).about(words.say(Msg::CommandHelp)).arg(command)
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let mut root = super::root(console.words());
    let words: Vec<&str> = matches.get_many::<String>("command").into_iter().flatten().map(String::as_str).collect();
    let command = Some(words.join(" ")).filter(|name| !name.is_empty());
    match &command {
        Some(name) if help::named(&root, name).is_none() => return Err(usage::no_such_command(&root, name)),
        _ => help::print(&mut root, command.as_deref(), console)?,
    }
    Ok(Outcome::Clean)
}
