//! What clap has to say about a command line, in the reader's language.
//!
//! clap has no translations (clap #380), but its errors say of what kind they are and what they are about.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::help;
use crate::messages::Problem;

/// Turns an error of clap's into help, the version, or a complaint.
pub(crate) fn explain(
    error: &Error,
    root: &mut Command,
    arguments: &[OsString],
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let command = addressed(root, arguments);
    match error.kind() {
        ErrorKind::DisplayHelp => {
            help::print(root, command.as_deref(), console)?;
            return Ok(Outcome::Clean);
        }
        ErrorKind::DisplayVersion => {
            console.line(&format!("hexapla {}", env!("CARGO_PKG_VERSION")))?;
            return Ok(Outcome::Clean);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let shown = help::rendered(root, command.as_deref(), &console.error_face);
            console.complain(shown.trim_end());
            return Err(Failure::Problems(Vec::new()));
        }
        _ => {}
    }
    let name = match &command {
        Some(command) => format!("hexapla {command}"),
        None => "hexapla".to_owned(),
    };
    // clap adds the name of the value: `--color <WORD>`.
    let argument = text(error, ContextKind::InvalidArg);
    let argument = argument.replace("...", "");
    let argument = if argument.starts_with('-') { bare(&argument) } else { argument };
    let value = text(error, ContextKind::InvalidValue);
    let problem = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let within = command.as_deref().and_then(|name| help::named(root, name)).unwrap_or(root);
            Problem::UsageCommand { given: text(error, ContextKind::InvalidSubcommand), commands: commands(within) }
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            Problem::UsageOption { option: argument, command: name }
        }
        ErrorKind::UnknownArgument => Problem::UsageExtra { argument, command: name },
        ErrorKind::InvalidValue if value.is_empty() => Problem::UsageNoValue { option: argument, command: name },
        ErrorKind::InvalidValue => {
            Problem::UsageValue { value, option: argument, values: text(error, ContextKind::ValidValue) }
        }
        ErrorKind::ArgumentConflict if bare(&text(error, ContextKind::PriorArg)) == argument => {
            Problem::UsageTwice { option: argument, command: name }
        }
        ErrorKind::ArgumentConflict => {
            let second = bare(&text(error, ContextKind::PriorArg));
            Problem::UsageConflict { first: argument, second, command: name }
        }
        ErrorKind::MissingRequiredArgument => Problem::UsageMissing { arguments: argument, command: name },
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Problem::UsageNoValue { option: argument, command: name }
        }
        ErrorKind::InvalidUtf8 => Problem::UsageEncoding { command: name },
        _ => Problem::UsageOther { command: name, reason: error.kind().to_string() },
    };
    let mut similar = Vec::new();
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        match error.get(kind) {
            Some(ContextValue::String(one)) => similar.push(one.clone()),
            Some(ContextValue::Strings(many)) => similar.extend(many.iter().cloned()),
            _ => {}
        }
    }
    Err(Failure::Suggestion(Box::new(problem), similar))
}

/// The command that the arguments are about: the first word that names one, and the next that names one within it.
fn addressed(root: &Command, arguments: &[OsString]) -> Option<String> {
    let words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let mut words = words.take_while(|word| *word != "--");
    let command = words.find_map(|word| root.find_subcommand(word))?;
    let within = words.find_map(|word| command.find_subcommand(word));
    Some(within.map_or(command.get_name().to_owned(), |within| format!("{} {}", command.get_name(), within.get_name())))
}

fn commands(root: &Command) -> String {
    root.get_subcommands().map(Command::get_name).collect::<Vec<_>>().join(", ")
}

fn bare(option: &str) -> String {
    option.split(' ').next().unwrap_or(option).to_owned()
}

fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Complains that help was asked for something that is no command.
pub(crate) fn no_such_command(root: &Command, given: &str) -> Failure {
    Problem::UsageCommand { given: given.to_owned(), commands: commands(root) }.into()
}
