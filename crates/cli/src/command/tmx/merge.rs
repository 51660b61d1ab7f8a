//! `hexapla tmx merge`: many memories become one.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use hexapla_tmx::{Merged, ReadOptions};

use super::arguments::{files, on_conflict, output, policy};
use super::heard::Heard;
use super::memory::{Memories, write_to};
use super::verdict::count;
use crate::arguments;
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "merge",
    arguments,
    details: |words| words.say(Msg::CommandTmxMergeDetails),
    examples: |words| words.say(Msg::CommandTmxMergeExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxMerge))
        .arg(files(words))
        .arg(output(words))
        .arg(on_conflict("newest", words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let bar = Bar::new(console);
    let memories = Memories::new(paths, &bar)?;
    let mut heard = Heard::new(console);
    let output = arguments::path(matches, "output");
    let reading = || memories.last().to_owned();
    let merged = write_to(output.as_deref(), console, reading, |out| {
        let mut open = |number: usize| memories.open(number);
        let tell = &mut |number: usize, diagnostic| heard.hear(memories.path(number), diagnostic);
        hexapla_tmx::merge(&mut open, memories.len(), out, policy(matches), ReadOptions::default(), tell)
    })?;
    drop(bar);
    heard.tell(console);
    tell(&merged, console);
    Ok(Outcome::Clean)
}

/// How many units there were and how many are left.
pub(super) fn tell(merged: &Merged, console: &mut Console) {
    let words = &console.error_face.words;
    let mut said = words.say(Msg::TmxKept { read: count(merged.read), written: count(merged.written) });
    if merged.trimmed > 0 {
        said = format!("{said} {}", words.say(Msg::TmxTrimmed { n: count(merged.trimmed) }));
    }
    console.remark(&said);
}
