//! Renderers: what a command found, for a person or a program.

pub(crate) mod alignment;
pub(crate) mod changes;
mod check;
mod diff;
mod format;
mod github;
mod gitlab;
mod here;
mod html;
pub(crate) mod json;
mod junit;
mod markdown;
pub(crate) mod sarif;
mod status;
mod task;
mod verdict;
pub(crate) mod wording;

use std::io::{self, Write};

use hexapla_core::language::Language;
use hexapla_project::{CoverageGap, Report, StaleExcess};

pub(crate) use format::{Delivery, Format};
pub(crate) use here::seen_from;
pub(crate) use task::Focus;

use crate::console::{Face, Verbosity};
use crate::messages::Msg;

/// What is drawn.
pub(crate) struct Sheet<'a> {
    /// What was found.
    pub(crate) report: &'a Report,
    /// What was asked.
    pub(crate) question: Question<'a>,
    /// The path of the project within its repository: empty, or with `/` at its end.
    pub(crate) prefix: &'a str,
    /// What leads from where the reader stands to the project: empty, or with `/` at its end.
    pub(crate) way: &'a str,
    /// Where readers are taken.
    pub(crate) focus: Focus,
}

/// What was asked of a project.
#[derive(Clone, Copy)]
pub(crate) enum Question<'a> {
    /// How it stands.
    Status,
    /// Whether it passes the gate.
    Check(Held<'a>),
}

/// What a gate holds against a report beside its findings.
#[derive(Clone, Copy, Default)]
pub(crate) struct Held<'a> {
    /// Languages that are covered too little.
    pub(crate) gaps: &'a [CoverageGap],
    /// Languages in which too much is stale.
    pub(crate) excesses: &'a [StaleExcess],
}

impl<'a> Sheet<'a> {
    fn held(&self) -> Held<'a> {
        match self.question {
            Question::Status => Held::default(),
            Question::Check(held) => held,
        }
    }
}

/// Draws a report in a format.
pub(crate) fn draw(
    format: Format,
    sheet: &Sheet<'_>,
    verbosity: Verbosity,
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => match sheet.question {
            Question::Status => status::text(sheet.report, verbosity, face, out),
            Question::Check(held) => {
                let seen = seen_from(sheet.report, sheet.way);
                check::text(&Sheet { report: &seen, ..*sheet }, held, verbosity, face, out)
            }
        },
        Format::Json => json::report(sheet.report, out),
        Format::Jsonl => json::lines(sheet.report, out),
        Format::Markdown => markdown::page(sheet, face, out),
        Format::Html => html::page(sheet, face, out),
        Format::Junit => junit::suites(sheet, face, out),
        Format::Sarif => json::whole(&sarif::log(sheet, face), out),
        Format::Github => github::commands(sheet, face, out),
        Format::Gitlab => json::whole(&gitlab::issues(sheet, face), out),
    }
}

/// A language's name in the language that is spoken, else its tag; what the tag says beyond the language follows.
pub(crate) fn language_name(face: &Face, language: &Language) -> String {
    let primary = language.primary();
    let name = face.words.say(Msg::LanguageName { tag: primary });
    match language.as_str().strip_prefix(primary).and_then(|rest| rest.strip_prefix('-')) {
        Some(rest) => format!("{name} ({rest})"),
        None => name,
    }
}

/// Text as it stands in HTML, between tags or in a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// A sentence of ours in HTML: what stands between backquotes in it is code.
fn with_code(text: &str, escape: fn(&str) -> String) -> String {
    let mut pieces = text.split('`');
    let mut drawn = pieces.next().map(escape).unwrap_or_default();
    while let Some(code) = pieces.next() {
        drawn.push_str(&format!("<code>{}</code>", escape(code)));
        drawn.push_str(&pieces.next().map(escape).unwrap_or_default());
    }
    drawn
}
