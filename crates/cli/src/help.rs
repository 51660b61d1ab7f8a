//! Help texts, drawn by ourselves: clap's own headings and remarks cannot be translated, and its line breaks know
//! nothing of right-to-left text.

use anstyle::{AnsiColor, Style};
use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use crate::console::{Console, Face};
use crate::failure::Failure;
use crate::layout::{columns, pad};
use crate::messages::Msg;

const HEADING: Style = Style::new().bold();
const LITERAL: Style = AnsiColor::Cyan.on_default();

/// How far the explanations are indented at most; a longer name has a line of its own.
const INDENT: usize = 30;

/// Prints the help of a command, or of the whole program, on standard output.
pub(crate) fn print(root: &mut Command, command: Option<&str>, console: &mut Console) -> Result<(), Failure> {
    let text = rendered(root, command, &console.face);
    console.line(text.trim_end())
}

/// The help of a command, or of the whole program.
pub(crate) fn rendered(root: &mut Command, name: Option<&str>, face: &Face) -> String {
    root.build();
    let words = &face.words;
    let found = name.and_then(|name| named(root, name));
    let path = found.and(name).map_or_else(|| "hexapla".to_owned(), |name| format!("hexapla {name}"));
    let command = found.unwrap_or(root);
    let text = |said: Option<&StyledStr>| said.map(ToString::to_string).unwrap_or_default();
    let mut page = Page { face, text: String::new() };
    page.prose(&text(command.get_about()), 0);
    page.blank();
    page.prose(&unfolded(&text(command.get_long_about())), 0);
    page.heading(&words.say(Msg::HeadingUsage));
    page.line(&format!("  {}", usage(command, &path, face)));
    let rows = |chosen: &dyn Fn(&Arg) -> bool| -> Vec<(String, String)> {
        command.get_arguments().filter(|argument| chosen(argument)).map(|argument| row(argument, face)).collect()
    };
    let commands: Vec<_> =
        command.get_subcommands().map(|sub| (sub.get_name().to_owned(), text(sub.get_about()))).collect();
    let everywhere = |argument: &Arg| argument.is_global_set() || argument.get_id() == "version";
    page.table(&words.say(Msg::HeadingCommands), &commands);
    page.table(&words.say(Msg::HeadingArguments), &rows(&|argument| argument.is_positional()));
    page.table(&words.say(Msg::HeadingOptions), &rows(&|argument| !argument.is_positional() && !everywhere(argument)));
    page.table(&words.say(Msg::HeadingGlobalOptions), &rows(&everywhere));
    page.heading(&words.say(Msg::HeadingExamples));
    page.examples(&text(command.get_after_long_help()));
    page.heading(&words.say(Msg::HeadingExitCodes));
    let of_memories = name.is_some_and(|name| name == "tmx" || name.starts_with("tmx "));
    let codes = words.say(if of_memories { Msg::HelpTmxExitCodes } else { Msg::HelpExitCodes });
    let codes = codes.lines().filter_map(|line| line.split_once("  "));
    page.rows(&codes.map(|(code, meaning)| (code.to_owned(), meaning.to_owned())).collect::<Vec<_>>());
    page.text
}

/// The command of that name, which has two words if it belongs to a group.
pub(crate) fn named<'c>(root: &'c Command, name: &str) -> Option<&'c Command> {
    name.split(' ').try_fold(root, |command, word| command.find_subcommand(word))
}

/// The line that says how a command is called.
fn usage(command: &Command, path: &str, face: &Face) -> String {
    let mut line = format!("{path} {}", face.words.say(Msg::ValueOptions));
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if matches!(argument.get_action(), ArgAction::Append) { "…" } else { "" };
        let piece = if argument.is_required_set() { format!(" <{name}>{many}") } else { format!(" [{name}]{many}") };
        line.push_str(&piece);
    }
    if command.has_subcommands() {
        line.push_str(&format!(" <{}>", face.words.say(Msg::ValueCommand)));
    }
    line
}

/// Paragraphs whose lines were broken by whoever wrote them, as one line each.
fn unfolded(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.lines().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn row(argument: &Arg, face: &Face) -> (String, String) {
    let value = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    let name = match (argument.get_short(), argument.get_long()) {
        (None, None) => value.to_owned(),
        (short, long) => {
            let short = short.map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
            let long = long.map(|long| format!("--{long}")).unwrap_or_default();
            if takes_value { format!("{short}{long} {value}") } else { format!("{short}{long}") }
        }
    };
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    if takes_value {
        let values: Vec<String> = argument.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
        let default = argument.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
        let mut remarks = Vec::new();
        if !values.is_empty() {
            remarks.push(face.words.say(Msg::HelpValues { values: &values.join(", ") }));
        }
        if let Some(default) = default.filter(|default| default != ".") {
            remarks.push(face.words.say(Msg::HelpDefault { value: &default }));
        }
        if !remarks.is_empty() {
            help = format!("{help} [{}]", remarks.join("; "));
        }
    }
    (name, help)
}

/// A page of help as it grows.
struct Page<'a> {
    face: &'a Face,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn blank(&mut self) {
        self.line("");
    }

    fn heading(&mut self, heading: &str) {
        self.blank();
        let heading = self.face.prose(&format!("{heading}:"), usize::MAX).concat();
        self.line(&self.face.paint(HEADING, &heading));
    }

    fn prose(&mut self, text: &str, indent: usize) {
        for line in self.face.prose(text, self.face.width.saturating_sub(indent)) {
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    fn table(&mut self, heading: &str, rows: &[(String, String)]) {
        if rows.is_empty() {
            return;
        }
        self.heading(heading);
        self.rows(rows);
    }

    /// Names, and beside them what they mean.
    fn rows(&mut self, rows: &[(String, String)]) {
        let fitting = rows.iter().map(|(name, _)| columns(name) + 4).filter(|width| *width <= INDENT);
        let indent = fitting.max().unwrap_or(INDENT).min(self.face.width / 2);
        for (name, help) in rows {
            let mut lines = self.face.prose(help, self.face.width.saturating_sub(indent)).into_iter();
            let shown = self.face.paint(LITERAL, name);
            if columns(name) + 4 > indent {
                self.line(&format!("  {shown}"));
            } else {
                let gap = pad("", indent - 2 - columns(name));
                self.line(&format!("  {shown}{gap}{}", lines.next().unwrap_or_default()));
            }
            for line in lines {
                self.line(&format!("{:indent$}{line}", ""));
            }
        }
    }

    /// Commands stand as they are typed; what explains them is indented below.
    fn examples(&mut self, text: &str) {
        for line in text.lines() {
            match line.strip_prefix(' ') {
                Some(explanation) => self.prose(explanation.trim_start(), 6),
                None => self.line(&format!("  {}", self.face.paint(LITERAL, line))),
            }
        }
    }
}
