//! Arguments that several commands of the group take.

use clap::{Arg, ArgAction, ArgMatches};
use hexapla_tmx::Policy;

use crate::arguments;
use crate::messages::{Msg, Words};

/// `FILE…`, at least one.
pub(super) fn files(words: &Words) -> Arg {
    file(words).action(ArgAction::Append)
}

/// `FILE`.
pub(super) fn file(words: &Words) -> Arg {
    arguments::positional("file", words.say(Msg::ValueFile), words.say(Msg::ArgumentTmxFile)).required(true)
}

/// `-o FILE`, standard output unless given.
pub(super) fn output(words: &Words) -> Arg {
    arguments::output(words.say(Msg::OptionTmxOutput), words)
}

/// `--on-conflict POLICY`.
pub(super) fn on_conflict(default: &'static str, words: &Words) -> Arg {
    arguments::choice("on-conflict", default, &["newest", "keep", "all"], words.say(Msg::OptionTmxOnConflict), words)
}

pub(super) fn policy(matches: &ArgMatches) -> Policy {
    match arguments::word(matches, "on-conflict") {
        "newest" => Policy::Newest,
        "keep" => Policy::Keep,
        _ => Policy::All,
    }
}
