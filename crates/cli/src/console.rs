//! Where everything that is said goes: standard output for results, standard error for the rest.

use std::io::{self, BufWriter, IsTerminal, Stderr, Stdout, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::failure::Failure;
use crate::layout::wrap;
use crate::messages::{Isolation, Msg, Words};
use crate::ui_language::UiLanguage;

/// How things look on a stream: language, colour, width.
pub(crate) struct Face {
    /// The language.
    pub(crate) words: Words,
    /// How many columns a line may have.
    pub(crate) width: usize,
    colour: Colour,
}

/// Whether a stream takes colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    /// Escape sequences are understood.
    Ansi,
    /// Plain text only.
    None,
}

/// How much is said beside the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// Nothing but errors.
    Quiet,
    /// What most people want.
    #[default]
    Normal,
    /// What is folded away otherwise.
    Verbose,
}

/// The two streams of a process and how they look.
pub(crate) struct Console {
    /// How standard output looks.
    pub(crate) face: Face,
    /// How standard error looks.
    pub(crate) error_face: Face,
    /// How much is said.
    pub(crate) verbosity: Verbosity,
    /// Whether the progress of long work may be shown on standard error.
    pub(crate) progress: Progress,
    output: BufWriter<Stdout>,
    error: Stderr,
}

/// Whether progress may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// On a terminal, unless the user does not want it.
    Shown,
    /// Never.
    Hidden,
}

/// The width of what is no terminal, and of a terminal that does not tell.
const WIDTH: usize = 80;

impl Face {
    /// For a stream of which this is known.
    pub(crate) fn new(words: Words, width: usize, colour: Colour) -> Self {
        Self { words, width, colour }
    }

    /// Text in a style, where the stream takes colour.
    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        match self.colour {
            Colour::Ansi if !text.is_empty() => format!("{style}{text}{style:#}"),
            _ => text.to_owned(),
        }
    }

    /// A few words of ours among columns: isolated where they would run across them.
    pub(crate) fn phrase(&self, text: &str) -> String {
        if self.words.runs_right_to_left() { format!("\u{2067}{text}\u{2069}") } else { text.to_owned() }
    }

    /// `label: text` in lines, the label in a style.
    pub(crate) fn labelled(&self, label: &str, style: Style, text: &str) -> String {
        let lines = self.prose(&format!("{label}: {text}"), self.width.saturating_sub(2));
        lines.join("\n  ").replacen(label, &self.paint(style, label), 1)
    }

    /// Text of ours in lines of at most `width` columns. On a terminal, which runs from left to right, each line of a
    /// right-to-left language is isolated, so that Latin words in it stand where they belong.
    pub(crate) fn prose(&self, text: &str, width: usize) -> Vec<String> {
        let lines = wrap(text, width);
        if !self.words.runs_right_to_left() {
            return lines;
        }
        let isolate = |line: String| if line.is_empty() { line } else { format!("\u{2067}{line}\u{2069}") };
        lines.into_iter().map(isolate).collect()
    }
}

impl Console {
    /// The streams of this process, speaking `language`.
    pub(crate) fn new(language: &UiLanguage, color: ColorChoice) -> Self {
        let (output, error) = (io::stdout(), io::stderr());
        let face = |terminal: bool, choice: ColorChoice| {
            let isolation = if terminal { Isolation::Marks } else { Isolation::Plain };
            let colour = if choice == ColorChoice::Never { Colour::None } else { Colour::Ansi };
            Face::new(Words::new(language.clone(), isolation), if terminal { terminal_width() } else { WIDTH }, colour)
        };
        let choose = |detected: ColorChoice| if color == ColorChoice::Auto { detected } else { color };
        let progress = if error.is_terminal() { Progress::Shown } else { Progress::Hidden };
        Self {
            face: face(output.is_terminal(), choose(AutoStream::choice(&output))),
            error_face: face(error.is_terminal(), choose(AutoStream::choice(&error))),
            verbosity: Verbosity::default(),
            progress,
            output: BufWriter::new(output),
            error,
        }
    }

    /// The words of standard output.
    pub(crate) fn words(&self) -> &Words {
        &self.face.words
    }

    /// How standard output looks, and the way to it: what a renderer needs.
    pub(crate) fn canvas(&mut self) -> (&Face, &mut dyn Write) {
        (&self.face, &mut self.output)
    }

    /// How a file looks: like a pipe.
    pub(crate) fn file_face(&self) -> Face {
        Face::new(Words::new(self.words().language().clone(), Isolation::Plain), WIDTH, Colour::None)
    }

    /// Writes a line of the result.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.output, "{text}")?;
        Ok(())
    }

    /// Says something beside the result, on standard error, unless the user wants quiet.
    pub(crate) fn note(&mut self, text: &str) {
        if self.verbosity > Verbosity::Quiet {
            self.complain(text);
        }
    }

    /// Says something worth knowing, marked as such, on standard error, unless the user wants quiet.
    pub(crate) fn remark(&mut self, text: &str) {
        let label = self.error_face.words.say(Msg::LabelNote);
        let lines = self.error_face.labelled(&label, AnsiColor::Cyan.on_default(), text);
        self.note(&lines);
    }

    /// Says something that somebody should look into, on standard error, unless the user wants quiet.
    pub(crate) fn warn(&mut self, text: &str) {
        let label = self.error_face.words.say(Msg::LabelWarning);
        let text = self.error_face.words.foreign(text);
        let lines = self.error_face.labelled(&label, AnsiColor::Yellow.on_default().bold(), &text);
        self.note(&lines);
    }

    /// Writes bytes that are the result, as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.output.write_all(bytes)?;
        Ok(())
    }

    /// Writes a value as JSON.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        serde_json::to_writer_pretty(&mut self.output, value).map_err(io::Error::from)?;
        self.line("")
    }

    /// Says what went wrong, on standard error. Where that cannot be written either, there is nobody left to tell.
    pub(crate) fn complain(&mut self, text: &str) {
        let _ = self.output.flush();
        let _ = writeln!(self.error, "{text}");
    }

    /// Makes sure that everything has been written; only then may the process end well.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.output.flush()?;
        Ok(())
    }
}

fn terminal_width() -> usize {
    terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0)).clamp(40, 200)
}
