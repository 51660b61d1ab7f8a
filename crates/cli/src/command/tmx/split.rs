//! `hexapla tmx split`: one memory becomes many.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::{ArgMatches, Command, value_parser};
use hexapla_project::{NewFile, ProjectError};
use hexapla_tmx::{CopyError, ReadOptions};

use super::arguments::file;
use super::heard::Heard;
use super::memory::{open, stopped};
use super::verdict::count;
use crate::arguments::{self, Value, is_standard};
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "split",
    arguments,
    details: |words| words.say(Msg::CommandTmxSplitDetails),
    examples: |words| words.say(Msg::CommandTmxSplitExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let every = arguments::option("every", Value::Number, words.say(Msg::OptionTmxEvery), words);
    let directory = arguments::option("output", Value::Directory, words.say(Msg::OptionTmxSplitOutput), words);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxSplit))
        .arg(file(words))
        .arg(every.value_parser(value_parser!(u64).range(1..)).default_value("10000"))
        .arg(directory.short('o').default_value("."))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let path = arguments::path(matches, "file").unwrap_or_default();
    let directory = arguments::path(matches, "output").unwrap_or_default();
    let every = matches.get_one::<u64>("every").copied().unwrap_or(10_000);
    let bar = Bar::new(console);
    let input = open(&path, &bar)?;
    let mut heard = Heard::new(console);
    let stem = if is_standard(&path) { "memory".to_owned() } else { stem(&path) };
    // The parts take their places together, when all of them are whole.
    let parts: Rc<RefCell<Vec<NewFile>>> = Rc::default();
    let mut begin = |number: u64| -> io::Result<Part> {
        let path = directory.join(format!("{stem}-{:04}.tmx", number + 1));
        let file = NewFile::create(&path).map_err(|error| match error {
            ProjectError::Unwritable { reason, .. } => reason,
            other => io::Error::other(other.to_string()),
        })?;
        parts.borrow_mut().push(file);
        Ok(Part { files: Rc::clone(&parts) })
    };
    let tell = &mut |diagnostic| heard.hear(&path, diagnostic);
    let made = hexapla_tmx::split(input, every, ReadOptions::default(), &mut begin, tell);
    let made = made.map_err(|error: CopyError| stopped(&path, Some(&directory), error, console.words()))?;
    for part in parts.take() {
        part.keep()?;
    }
    drop(bar);
    heard.tell(console);
    let words = &console.error_face.words;
    let first: PathBuf = directory.join(format!("{stem}-0001.tmx"));
    let said = words.say(Msg::TmxSplitWritten { n: count(made), path: &first.to_string_lossy() });
    console.remark(&said);
    Ok(Outcome::Clean)
}

/// The name of a file without `.tmx` and `.gz`.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = name.strip_suffix(".gz").unwrap_or(&name).to_owned();
    name.strip_suffix(".tmx").unwrap_or(&name).to_owned()
}

/// The part that was begun last.
struct Part {
    files: Rc<RefCell<Vec<NewFile>>>,
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.files.borrow_mut().last_mut().map_or(Ok(0), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.files.borrow_mut().last_mut().map_or(Ok(()), |file| file.flush())
    }
}
