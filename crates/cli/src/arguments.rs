//! The command line: what every command understands, and the pieces that commands build their own arguments from.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anstream::ColorChoice;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use hexapla_core::language::Language;

use crate::console::{Console, Progress, Verbosity};
use crate::failure::Failure;
use crate::messages::{Msg, Problem, Words};
use crate::ui_language::{self, UiLanguage};

/// The streams, in the language and the colours that the arguments or the environment ask for; and the complaint, where
/// they ask for a language that we do not speak.
pub(crate) fn console(arguments: &[OsString]) -> (Console, Result<(), Failure>) {
    let color = match ui_language::early_option(arguments, "--color").as_deref() {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    let said = ui_language::early_option(arguments, "--ui-language");
    let known = said.as_deref().and_then(UiLanguage::from_tag);
    let result = match (said, &known) {
        (Some(tag), None) => {
            let available = ui_language::available().collect::<Vec<_>>().join(", ");
            Err(Problem::UiLanguage { language: tag, available }.into())
        }
        _ => Ok(()),
    };
    let language = known.unwrap_or_else(|| UiLanguage::of_environment(|name| std::env::var(name).ok()));
    (Console::new(&language, color), result)
}

/// The program without its commands, with what all of them understand.
pub(crate) fn root(words: &Words) -> Command {
    Command::new("hexapla")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.say(Msg::HelpAbout))
        .long_about(words.say(Msg::HelpDetails))
        .after_long_help(words.say(Msg::HelpExamples))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(option("ui-language", Value::Language, words.say(Msg::OptionUiLanguage), words).global(true))
        .arg(choice("color", "auto", &["auto", "always", "never"], words.say(Msg::OptionColor), words).global(true))
        .arg(flag("quiet", words.say(Msg::OptionQuiet)).short('q').global(true))
        .arg(flag("verbose", words.say(Msg::OptionVerbose)).short('v').global(true).conflicts_with("quiet"))
        .arg(flag("no-progress", words.say(Msg::OptionNoProgress)).global(true))
        .arg(flag("help", words.say(Msg::OptionHelp)).short('h').action(ArgAction::Help).global(true))
        .arg(flag("version", words.say(Msg::OptionVersion)).short('V').action(ArgAction::Version))
}

/// Takes up what was said about the manner of speaking.
pub(crate) fn settle(matches: &ArgMatches, console: &mut Console) {
    if matches.get_flag("quiet") {
        console.verbosity = Verbosity::Quiet;
    } else if matches.get_flag("verbose") {
        console.verbosity = Verbosity::Verbose;
    }
    if matches.get_flag("no-progress") || console.verbosity == Verbosity::Quiet {
        console.progress = Progress::Hidden;
    }
}

/// What kind of value an option takes: it names the value in help texts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value {
    /// A file.
    File,
    /// A directory.
    Directory,
    /// A language tag.
    Language,
    /// A format.
    Format,
    /// A file or directory of the project.
    Path,
    /// What a gate fails at.
    Gate,
    /// A percentage, or one for a language.
    Share,
    /// A count, or one for a language.
    Count,
    /// A number.
    Number,
    /// A revision of the repository.
    Revision,
    /// Any text.
    Text,
    /// A day.
    Date,
    /// A rule.
    Rule,
}

impl Value {
    /// The word for it.
    pub(crate) fn name(self, words: &Words) -> String {
        words.say(match self {
            Self::File => Msg::ValueFile,
            Self::Directory => Msg::ValueDirectory,
            Self::Language => Msg::ValueLanguage,
            Self::Format => Msg::ValueFormat,
            Self::Path => Msg::ValuePath,
            Self::Gate => Msg::ValueGate,
            Self::Share => Msg::ValueShare,
            Self::Count => Msg::ValueCount,
            Self::Number => Msg::ValueNumber,
            Self::Revision => Msg::ValueRevision,
            Self::Text => Msg::ValueText,
            Self::Date => Msg::ValueDate,
            Self::Rule => Msg::ValueRuleName,
        })
    }
}

/// A switch, `--name`.
pub(crate) fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// An option with a value, `--name VALUE`.
pub(crate) fn option(name: &'static str, value: Value, help: String, words: &Words) -> Arg {
    let argument = Arg::new(name).long(name).value_name(value.name(words)).help(help);
    match value {
        Value::File | Value::Directory | Value::Path => argument.value_parser(value_parser!(PathBuf)),
        _ => argument,
    }
}

/// An option with one of a few values.
pub(crate) fn choice(
    name: &'static str,
    default: &'static str,
    values: &'static [&'static str],
    help: String,
    words: &Words,
) -> Arg {
    one_of(name, values, help, words).default_value(default)
}

/// An option with one of a few values, and none unless given.
pub(crate) fn one_of(name: &'static str, values: &'static [&'static str], help: String, words: &Words) -> Arg {
    option(name, Value::Format, help, words).value_parser(PossibleValuesParser::new(values))
}

/// An argument without a name, told apart by its place.
pub(crate) fn positional(name: &'static str, value_name: String, help: String) -> Arg {
    Arg::new(name).value_name(value_name).help(help).value_parser(value_parser!(PathBuf))
}

/// The project's directory as an argument by place: the current one unless said.
pub(crate) fn project_directory(words: &Words) -> Arg {
    positional("directory", Value::Directory.name(words), words.say(Msg::ArgumentDirectory)).default_value(".")
}

/// `-o FILE`.
pub(crate) fn output(help: String, words: &Words) -> Arg {
    option("output", Value::File, help, words).short('o')
}

/// The path that was given for an argument.
pub(crate) fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}

/// The word that was given for a choice.
pub(crate) fn word<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// Whether a path that a user names stands for a standard stream.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The language that was given for an option.
pub(crate) fn language(matches: &ArgMatches, name: &str) -> Result<Option<Language>, Failure> {
    matches.get_one::<String>(name).map(|tag| language_of(tag)).transpose()
}

/// A language as a user writes it. `de_DE` is understood as `de-DE`.
pub(crate) fn language_of(tag: &str) -> Result<Language, Failure> {
    Language::named(tag).map_err(|_| Problem::Language { tag: tag.to_owned() }.into())
}

/// The language of a text of which nobody says in what language it is: `und` (ISO 639-2, "undetermined").
pub(crate) fn undetermined() -> Language {
    "und".parse().unwrap_or_else(|_| unreachable!("`und` is a language tag"))
}
