//! `hexapla list`: which page belongs to which.

use std::collections::BTreeMap;
use std::io::Write;

use anstyle::{AnsiColor, Style};
use clap::{ArgMatches, Command};
use hexapla_project::{Guess, Matrix, Pairing, Presence, toml_string};
use serde_json::json;

use super::entry::Entry;
use super::report;
use crate::arguments;
use crate::console::{Console, Face, Verbosity};
use crate::failure::{Failure, Outcome};
use crate::layout::{columns, pad};
use crate::messages::{Msg, Words};
use crate::number::Number;
use crate::progress::Bar;

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
        .arg(arguments::flag("guess", words.say(Msg::OptionGuess)))
        .arg(arguments::choice("format", "text", &["text", "json"], words.say(Msg::OptionFormat), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let project = report::open(&arguments::path(matches, "directory").unwrap_or_default())?;
    let matrix = project.matrix()?;
    let guesses = match matches.get_flag("guess") {
        true => Some(project.guess(&matrix, &Bar::new(console))?),
        false => None,
    };
    match arguments::word(matches, "format") {
        "json" => console.json(&json(&matrix, guesses.as_deref()))?,
        _ => {
            let verbosity = console.verbosity;
            let (face, out) = console.canvas();
            text(&matrix, verbosity, face, out)?;
            if let Some(guesses) = &guesses {
                guessed(guesses, face, out)?;
            }
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
    let linked: Vec<String> = matrix
        .documents
        .iter()
        .flat_map(|document| document.targets.iter().map(move |target| (document, target)))
        .filter(|(_, target)| target.pairing == Pairing::Link)
        .map(|(document, target)| format!("{} → {}", words.foreign(&document.path), words.foreign(&target.path)))
        .collect();
    section(&words.say(Msg::ListByLink), &linked, face, out)?;
    let foreign = |paths: &[String]| paths.iter().map(|path| words.foreign(path)).collect::<Vec<_>>();
    section(&words.say(Msg::ListOrphans), &orphans, face, out)?;
    section(&words.say(Msg::ListUnmatched), &foreign(&matrix.unmatched), face, out)?;
    section(&words.say(Msg::ListIdle), &foreign(&matrix.idle), face, out)?;
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

/// The guesses, and the lines of the configuration that make them so.
fn guessed(guesses: &[Guess], face: &Face, out: &mut dyn Write) -> Result<(), Failure> {
    let words = &face.words;
    if guesses.is_empty() {
        writeln!(out, "\n{}", words.say(Msg::ListGuessesNone))?;
        return Ok(());
    }
    let lines: Vec<String> = guesses
        .iter()
        .map(|guess| {
            words.say(Msg::ListGuessLine {
                source: &guess.source,
                target: &guess.target,
                language: guess.language.as_str(),
                confidence: Number::decimal(f64::from(guess.confidence), 2),
            })
        })
        .collect();
    section(&words.say(Msg::ListGuesses), &lines, face, out)?;
    let mut pairs: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for guess in guesses {
        let target = format!("{} = {}", toml_string(guess.language.as_str()), toml_string(&guess.target));
        pairs.entry(&guess.source).or_default().push(target);
    }
    let pairs = pairs.iter().map(|(source, targets)| format!("{} = {{ {} }}", toml_string(source), targets.join(", ")));
    let table: Vec<String> = std::iter::once("[pairs]".to_owned()).chain(pairs).collect();
    section(&words.say(Msg::ListGuessHelp), &table, face, out)
}

fn json(matrix: &Matrix, guesses: Option<&[Guess]>) -> serde_json::Value {
    let pairing = |pairing| match pairing {
        Pairing::Path => "path",
        Pairing::Declared => "declared",
        Pairing::Link => "link",
    };
    let presence = |presence| match presence {
        Presence::Present => "present",
        Presence::Missing => "missing",
        Presence::NotOffered => "not-offered",
    };
    let documents = matrix.documents.iter().map(|document| {
        let targets = document.targets.iter().map(
            |target| json!({ "language": target.language, "path": target.path, "presence": presence(target.presence), "pairing": pairing(target.pairing) }),
        );
        json!({ "path": document.path, "targets": targets.collect::<Vec<_>>() })
    });
    let orphans = matrix
        .orphans
        .iter()
        .map(|orphan| json!({ "language": orphan.language, "path": orphan.path, "source": orphan.source }));
    let guesses = guesses.map(|guesses| {
        let guess = |guess: &Guess| {
            let confidence = (f64::from(guess.confidence) * 100.0).round() / 100.0;
            json!({
                "source": guess.source, "target": guess.target, "language": guess.language, "confidence": confidence,
            })
        };
        guesses.iter().map(guess).collect::<Vec<_>>()
    });
    json!({
        "schema_version": 1,
        "documents": documents.collect::<Vec<_>>(),
        "orphans": orphans.collect::<Vec<_>>(),
        "unmatched": matrix.unmatched,
        "skipped": matrix.skipped,
        "idle": matrix.idle,
        "guesses": guesses,
    })
}
