//! `hexapla tmx dedupe`: what stands twice in a memory goes.

use clap::{ArgMatches, Command};
use hexapla_tmx::{Layout, ReadOptions};

use super::arguments::{file, on_conflict, output, policy};
use super::heard::Heard;
use super::memory::{Memories, write_to};
use super::merge;
use crate::arguments;
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "dedupe",
    arguments,
    details: |words| words.say(Msg::CommandTmxDedupeDetails),
    examples: |words| words.say(Msg::CommandTmxDedupeExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxDedupe))
        .arg(file(words))
        .arg(output(words))
        .arg(on_conflict("all", words))
        .arg(arguments::flag("preserve", words.say(Msg::OptionTmxPreserve)))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let path = arguments::path(matches, "file").unwrap_or_default();
    let layout = if matches.get_flag("preserve") { Layout::Preserve } else { Layout::Canonical };
    let bar = Bar::new(console);
    let memories = Memories::new(vec![path.clone()], &bar)?;
    let mut heard = Heard::new(console);
    let output = arguments::path(matches, "output");
    let merged = write_to(
        output.as_deref(),
        console,
        || path.clone(),
        |out| {
            let mut open = |number: usize| memories.open(number);
            let tell = &mut |diagnostic| heard.hear(&path, diagnostic);
            hexapla_tmx::dedupe(&mut open, out, policy(matches), layout, ReadOptions::default(), tell)
        },
    )?;
    drop(bar);
    heard.tell(console);
    merge::tell(&merged, console);
    Ok(Outcome::Clean)
}
