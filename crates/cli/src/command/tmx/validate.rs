//! `hexapla tmx validate`: all that is wrong with memories.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_tmx::{Diagnostic, ReadError, ReadOptions, Verdict};

use super::arguments::files;
use super::memory::{open, refused};
use super::verdict::Sheet;
use crate::arguments;
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "validate",
    arguments,
    details: |words| words.say(Msg::CommandTmxValidateDetails),
    examples: |words| words.say(Msg::CommandTmxValidateExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let fail_on = words.say(Msg::OptionTmxFailOn);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxValidate))
        .arg(files(words))
        .arg(arguments::choice("format", "text", &["text", "json", "sarif"], words.say(Msg::OptionFormat), words))
        .arg(arguments::choice("fail-on", "error", &["error", "warning"], fail_on, words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let mut sheet = Sheet::new(arguments::word(matches, "format"), console)?;
    let mut outcome = Outcome::Clean;
    for path in &paths {
        let verdict = validated(path, &mut sheet, console)?;
        let failed = match arguments::word(matches, "fail-on") {
            "warning" => !verdict.is_valid() || verdict.warnings > 0,
            _ => !verdict.is_valid(),
        };
        if failed {
            outcome = Outcome::Findings;
        }
        sheet.end_of_file(path, &verdict, console)?;
    }
    sheet.end(console)?;
    Ok(outcome)
}

/// What is wrong with a file goes to the sheet; a file that is refused has one thing wrong with it.
fn validated(path: &Path, sheet: &mut Sheet, console: &mut Console) -> Result<Verdict, Failure> {
    let bar = Bar::new(console);
    let input = open(path, &bar)?;
    sheet.begin_file(path, console)?;
    let mut unwritten = None;
    let mut tell = |diagnostic: Diagnostic| {
        if unwritten.is_none() {
            unwritten = sheet.add(path, &diagnostic, console).err();
        }
    };
    let verdict = match hexapla_tmx::validate(input, ReadOptions::default(), &mut tell) {
        Ok(verdict) => verdict,
        Err(ReadError::Refused(diagnostic)) => {
            tell(*diagnostic);
            Verdict { errors: 1, ..Verdict::default() }
        }
        Err(error) => return Err(refused(path, error, console.words())),
    };
    match unwritten {
        Some(failure) => Err(failure),
        None => Ok(verdict),
    }
}
