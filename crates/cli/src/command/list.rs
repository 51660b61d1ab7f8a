//! `hexapla list`: which page belongs to which.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use clap::{ArgMatches, Command};
use hexapla_project::{Matrix, Presence};
use serde_json::json;

use super::{Entry, report};
use crate::arguments;
use crate::console::{Console, Face, Verbosity};
use crate::failure::{Failure, Outcome};
use crate::layout::{columns, pad};
use crate::messages::{Msg, Words};

pub(super) const ENTRY: Entry = Entry {
    name: "list",
    arguments,
    details: |words| words.say(Msg::CommandListDetails),
    examples: |words| words.say(Msg::CommandListExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandList))
        .arg(arguments::project_directory(words))
        .arg(arguments::choice("format", "text", &["text", "json"], words.say(Msg::OptionFormat), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let project = report::open(&arguments::path(matches, "directory").unwrap_or_default())?;
    let matrix = project.matrix()?;
    match arguments::word(matches, "format") {
        "json" => console.json(&json(&matrix))?,
        _ => {
            let verbosity = console.verbosity;
            let (face, out) = console.canvas();
            text(&matrix, verbosity, face, out)?;
        }
    }
    Ok(Outcome::Clean)
}

fn text(matrix: &Matrix, verbosity: Verbosity, face: &Face, out: &mut dyn Write) -> Result<(), Failure> {
    let languages: Vec<String> = matrix
        .documents
        .first()
        .map(|document| document.targets.iter().map(|target| target.language.to_string()).collect())
        .unwrap_or_default();
    let paths = matrix.documents.iter().map(|document| columns(&document.path));
    let width = paths.max().unwrap_or(0).min(face.width.saturating_sub(2 + 7 * languages.len()));
    let heads = languages.iter().map(|language| pad(language, 6)).collect::<Vec<_>>().join(" ");
    writeln!(out, "{}  {}", pad("", width), face.paint(Style::new().bold(), heads.trim_end()))?;
    for document in &matrix.documents {
        let marks = document.targets.iter().zip(&languages).map(|(target, language)| {
            let (mark, style) = match target.presence {
                Presence::Present => ("+", AnsiColor::Green.on_default()),
                Presence::Missing => ("-", AnsiColor::Red.on_default().bold()),
                Presence::NotOffered => ("·", Style::new().dimmed()),
            };
            let gap = " ".repeat(columns(language).max(6));
            format!("{}{gap}", face.paint(style, mark))
        });
        let marks = marks.collect::<String>();
        writeln!(out, "{}  {}", pad(&face.words.foreign(&document.path), width), marks.trim_end())?;
    }
    let words = &face.words;
    let orphans: Vec<String> = matrix
        .orphans
        .iter()
        .map(|orphan| {
            let source = words.say(Msg::ListOrphanSource { path: &orphan.source });
            format!("{} ({source})", words.foreign(&orphan.path))
        })
        .collect();
    let foreign = |paths: &[String]| paths.iter().map(|path| words.foreign(path)).collect::<Vec<_>>();
    section(&words.say(Msg::ListOrphans), &orphans, face, out)?;
    section(&words.say(Msg::ListUnmatched), &foreign(&matrix.unmatched), face, out)?;
    if verbosity == Verbosity::Verbose {
        section(&words.say(Msg::ListSkipped), &foreign(&matrix.skipped), face, out)?;
    }
    Ok(())
}

fn section(heading: &str, lines: &[String], face: &Face, out: &mut dyn Write) -> Result<(), Failure> {
    if !lines.is_empty() {
        writeln!(out, "\n{}", face.paint(Style::new().bold(), heading))?;
        for line in lines {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

fn json(matrix: &Matrix) -> serde_json::Value {
    let presence = |presence| match presence {
        Presence::Present => "present",
        Presence::Missing => "missing",
        Presence::NotOffered => "not-offered",
    };
    let documents = matrix.documents.iter().map(|document| {
        let targets = document.targets.iter().map(
            |target| json!({ "language": target.language, "path": target.path, "presence": presence(target.presence) }),
        );
        json!({ "path": document.path, "targets": targets.collect::<Vec<_>>() })
    });
    let orphans = matrix
        .orphans
        .iter()
        .map(|orphan| json!({ "language": orphan.language, "path": orphan.path, "source": orphan.source }));
    json!({
        "schema_version": 1,
        "documents": documents.collect::<Vec<_>>(),
        "orphans": orphans.collect::<Vec<_>>(),
        "unmatched": matrix.unmatched,
        "skipped": matrix.skipped,
    })
}
