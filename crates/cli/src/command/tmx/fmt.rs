//! `hexapla tmx fmt`: memories in the one canonical form, or checked for it.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_project::unzipped;
use hexapla_tmx::{Copied, CopyError, Fate, Layout, ReadOptions, copy};

use super::arguments::files;
use super::heard::Heard;
use super::memory::{Memories, write_to};
use super::verdict::count;
use crate::arguments::{self, is_standard};
use crate::command::entry::Entry;
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "fmt",
    arguments,
    details: |words| words.say(Msg::CommandTmxFmtDetails),
    examples: |words| words.say(Msg::CommandTmxFmtExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxFmt))
        .arg(files(words))
        .arg(arguments::flag("in-place", words.say(Msg::OptionTmxInPlace)).short('i'))
        .arg(arguments::flag("check", words.say(Msg::OptionTmxCheck)).conflicts_with("in-place"))
        .arg(arguments::flag("preserve", words.say(Msg::OptionTmxPreserve)))
        .arg(arguments::flag("drop-broken", words.say(Msg::OptionTmxDropBroken)))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let layout = if matches.get_flag("preserve") { Layout::Preserve } else { Layout::Canonical };
    let (in_place, check) = (matches.get_flag("in-place"), matches.get_flag("check"));
    if paths.len() > 1 && !in_place && !check {
        return Err(Problem::TmxOneFile { n: paths.len().to_string() }.into());
    }
    let mut outcome = Outcome::Clean;
    for path in &paths {
        let bar = Bar::new(console);
        let memories = Memories::new(vec![path.clone()], &bar)?;
        let mut heard = Heard::new(console);
        let one = One { memories: &memories, layout };
        let standard = is_standard(path);
        let found = if check || (in_place && !standard) {
            let differs = one.differs(&mut heard, console)?;
            if differs && in_place {
                if heard.broken() > 0 && !matches.get_flag("drop-broken") {
                    let (path, n) = (path.to_string_lossy().into_owned(), heard.broken().to_string());
                    heard.tell(console);
                    return Err(Problem::TmxWouldDrop { path, n }.into());
                }
                one.written(Some(path), &mut Heard::new(console), console)?;
            }
            if differs && check {
                let said = console.words().say(Msg::TmxFmtDiffers { path: &path.to_string_lossy() });
                console.line(&said)?;
            }
            differs && check
        } else {
            one.written(None, &mut heard, console)?;
            heard.broken() > 0
        };
        drop(bar);
        let broken = heard.broken();
        heard.tell(console);
        if broken > 0 {
            let said = console.error_face.words.say(Msg::TmxLeftOut { n: count(broken) });
            console.warn(&said);
        }
        if found {
            outcome = Outcome::Findings;
        }
    }
    Ok(outcome)
}

/// One memory that is to be formatted.
struct One<'m> {
    memories: &'m Memories<'m>,
    layout: Layout,
}

impl One<'_> {
    fn path(&self) -> &Path {
        self.memories.path(0)
    }

    fn copied(&self, out: impl Write, heard: &mut Heard) -> Result<Copied, CopyError> {
        let input = self.memories.open(0)?;
        let tell = &mut |diagnostic| heard.hear(self.path(), diagnostic);
        copy(input, out, self.layout, ReadOptions::default(), &mut |_| Fate::Keep, tell)
    }

    fn written(&self, output: Option<&Path>, heard: &mut Heard, console: &mut Console) -> Result<Copied, Failure> {
        let reading = || self.path().to_owned();
        write_to(output, console, reading, |out| self.copied(out, heard))
    }

    /// Whether the file is not what it would be formatted to.
    fn differs(&self, heard: &mut Heard, console: &mut Console) -> Result<bool, Failure> {
        let mut same = Same { original: unzipped(self.memories.open(0)?)?, state: Sameness::So };
        match self.copied(&mut same, heard) {
            Ok(_) => {}
            // The first difference is enough, but for what is wrong with the rest.
            Err(error) => {
                let failed = |out: &mut dyn Write| -> Result<(), CopyError> {
                    out.flush()?;
                    Err(error)
                };
                return write_to(None, console, || self.path().to_owned(), failed).map(|()| true);
            }
        }
        Ok(same.state == Sameness::Broken || same.original.read(&mut [0])? > 0)
    }
}

/// A sink that compares what it is given with what is there.
struct Same<R> {
    original: R,
    state: Sameness,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sameness {
    So,
    Broken,
}

impl<R: Read> Write for Same<R> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.state == Sameness::So {
            let mut original = vec![0; bytes.len()];
            let mut filled = 0;
            while filled < original.len() {
                match self.original.read(&mut original[filled..])? {
                    0 => break,
                    n => filled += n,
                }
            }
            if original[..filled] != *bytes {
                self.state = Sameness::Broken;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
