//! What every command is made of.

use clap::{ArgMatches, Command};

use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::Words;

/// A command as the rest of the program sees it.
pub(super) struct Entry {
    /// The word that calls it.
    pub(super) name: &'static str,
    /// Its arguments.
    pub(super) arguments: fn(&Words) -> Command,
    /// What its help says below the first line.
    pub(super) details: fn(&Words) -> String,
    /// The examples in its help.
    pub(super) examples: fn(&Words) -> String,
    /// Does its work.
    pub(super) run: fn(&ArgMatches, &mut Console) -> Result<Outcome, Failure>,
}

impl Entry {
    /// What clap has to know of it, and its help besides.
    pub(super) fn command(&self, words: &Words) -> Command {
        (self.arguments)(words).long_about((self.details)(words)).after_long_help((self.examples)(words))
    }
}
