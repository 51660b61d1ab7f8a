//! What a validation found, for people and programs: text, JSON, SARIF 2.1.0.

use std::collections::BTreeMap;
use std::path::Path;

use anstyle::AnsiColor;
use hexapla_tmx::{Diagnostic, Severity, Verdict};
use serde_json::{Value, json};

use super::heard::Heard;
use crate::console::Console;
use crate::diagnosis;
use crate::failure::Failure;
use crate::messages::{Msg, Words};
use crate::report::sarif::{SCHEMA, percent_encoded};

/// The sheet that diagnostics are written on as they come; no more of them are held than a page of text has.
pub(super) struct Sheet {
    form: Form,
    heard: Heard,
    first: First,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Json,
    Sarif,
}

/// Whether a comma is due before the next thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Yes,
    No,
}

impl Sheet {
    pub(super) fn new(format: &str, console: &mut Console) -> Result<Self, Failure> {
        let form = match format {
            "json" => Form::Json,
            "sarif" => Form::Sarif,
            _ => Form::Text,
        };
        match form {
            Form::Text => {}
            Form::Json => console.raw(b"{\n  \"files\": [")?,
            Form::Sarif => {
                let head = format!(
                    "{{\n  \"$schema\": \"{SCHEMA}\",\n  \"version\": \"2.1.0\",\n  \"runs\": [{{\n    \
                     \"columnKind\": \"unicodeCodePoints\",\n    \"results\": ["
                );
                console.raw(head.as_bytes())?;
            }
        }
        Ok(Self { form, heard: Heard::new(console), first: First::Yes })
    }

    pub(super) fn begin_file(&mut self, path: &Path, console: &mut Console) -> Result<(), Failure> {
        if self.form == Form::Json {
            let comma = if std::mem::replace(&mut self.first, First::Yes) == First::No { "," } else { "" };
            let path = serde_json::to_string(&path.to_string_lossy()).unwrap_or_default();
            console.raw(format!("{comma}\n    {{\n      \"path\": {path},\n      \"diagnostics\": [").as_bytes())?;
        }
        Ok(())
    }

    /// A diagnostic of the file that began last.
    pub(super) fn add(&mut self, path: &Path, diagnostic: &Diagnostic, console: &mut Console) -> Result<(), Failure> {
        let value = match self.form {
            Form::Text => {
                self.heard.hear(path, diagnostic.clone());
                return Ok(());
            }
            Form::Json => of_json(diagnostic, console.words()),
            Form::Sarif => {
                self.heard.hear(path, diagnostic.clone());
                result(path, diagnostic, console.words())
            }
        };
        let comma = if std::mem::replace(&mut self.first, First::No) == First::No { "," } else { "" };
        console.raw(format!("{comma}\n        {value}").as_bytes())
    }

    pub(super) fn end_of_file(&mut self, path: &Path, verdict: &Verdict, console: &mut Console) -> Result<(), Failure> {
        match self.form {
            Form::Text => {
                let heard = std::mem::replace(&mut self.heard, Heard::new(console));
                text(path, verdict, &heard, console)
            }
            Form::Json => {
                self.first = First::No;
                let end = format!(
                    "\n      ],\n      \"units\": {},\n      \"broken\": {},\n      \"errors\": {},\n      \
                     \"warnings\": {},\n      \"dtd_errors\": {},\n      \"valid\": {},\n      \"dtd_valid\": {}\n    }}",
                    verdict.units,
                    verdict.broken,
                    verdict.errors,
                    verdict.warnings,
                    verdict.dtd_errors,
                    verdict.is_valid(),
                    verdict.is_dtd_valid(),
                );
                console.raw(end.as_bytes())
            }
            Form::Sarif => Ok(()),
        }
    }

    pub(super) fn end(self, console: &mut Console) -> Result<(), Failure> {
        match self.form {
            Form::Text => Ok(()),
            Form::Json => console.raw(b"\n  ]\n}\n"),
            Form::Sarif => {
                let driver = json!({
                    "name": "hexapla",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules(&self.heard, console.words()),
                });
                let end = format!("\n    ],\n    \"tool\": {{ \"driver\": {driver} }}\n  }}]\n}}\n");
                console.raw(end.as_bytes())
            }
        }
    }
}

fn text(path: &Path, verdict: &Verdict, heard: &Heard, console: &mut Console) -> Result<(), Failure> {
    let mut lines = Vec::new();
    let face = &console.face;
    for (path, diagnostic) in heard.kept() {
        let (what, remedy) = diagnosis::explained(&diagnostic.problem, &face.words);
        let style = match diagnostic.severity() {
            Severity::Warning => AnsiColor::Yellow.on_default().bold(),
            Severity::Error | Severity::Fatal => AnsiColor::Red.on_default().bold(),
        };
        let label = face.words.say(diagnosis::label(diagnostic.severity()));
        lines.push(face.labelled(&format!("{label}[{}]", diagnostic.code()), style, &what));
        let place = face.words.foreign(&diagnosis::placed(path, diagnostic));
        let arrow = face.paint(AnsiColor::Blue.on_default().bold(), "-->");
        let unit = match (diagnostic.unit, &diagnostic.tuid) {
            (Some(unit), Some(tuid)) => face.words.say(Msg::TmxUnitNamed { number: &unit.to_string(), name: tuid }),
            (Some(unit), None) => face.words.say(Msg::TmxUnit { number: &unit.to_string() }),
            _ => String::new(),
        };
        let unit = if unit.is_empty() { unit } else { format!(" ({})", face.phrase(&unit)) };
        lines.push(format!("  {arrow} {place}{unit}"));
        let help = face.words.say(Msg::LabelHelp);
        lines.push(face.labelled(&format!("  {help}"), AnsiColor::Cyan.on_default(), &remedy));
        lines.push(String::new());
    }
    for (_, problem) in heard.rest() {
        let (what, remedy) = diagnosis::explained(&problem, &face.words);
        lines.push(face.labelled(
            &face.words.say(Msg::LabelNote),
            AnsiColor::Cyan.on_default(),
            &format!("{what} {remedy}"),
        ));
    }
    if heard.rest().next().is_some() {
        lines.push(String::new());
    }
    let words = &face.words;
    let counts = [
        words.say(Msg::TmxCountUnits { n: count(verdict.units) }),
        words.say(Msg::TmxCountErrors { n: count(verdict.errors) }),
        words.say(Msg::TmxCountWarnings { n: count(verdict.warnings) }),
    ];
    let mut said = format!("{}: {}", words.foreign(&path.to_string_lossy()), face.phrase(&counts.join(" · ")));
    if verdict.broken > 0 {
        said = format!("{said} · {}", face.phrase(&words.say(Msg::TmxCountBroken { n: count(verdict.broken) })));
    }
    lines.push(said);
    lines.iter().try_for_each(|line| console.line(line))
}

pub(super) fn count(n: u64) -> crate::number::Number {
    usize::try_from(n).unwrap_or(usize::MAX).into()
}

fn of_json(diagnostic: &Diagnostic, words: &Words) -> Value {
    let (message, remedy) = diagnosis::explained(&diagnostic.problem, words);
    json!({
        "code": diagnostic.code(),
        "severity": diagnosis::level(diagnostic.severity()),
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "byte": diagnostic.place.byte,
        "unit": diagnostic.unit,
        "tuid": diagnostic.tuid,
        "message": message,
        "remedy": remedy,
        "dtd": diagnostic.problem.breaks_dtd(),
    })
}

fn result(path: &Path, diagnostic: &Diagnostic, words: &Words) -> Value {
    let (message, remedy) = diagnosis::explained(&diagnostic.problem, words);
    let path = path.to_string_lossy().replace('\\', "/");
    json!({
        "ruleId": diagnostic.code(),
        "level": diagnosis::level(diagnostic.severity()),
        "message": { "text": format!("{message} {remedy}") },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": percent_encoded(&path) },
            "region": {
                "startLine": diagnostic.place.line,
                "startColumn": diagnostic.place.column,
                "byteOffset": diagnostic.place.byte,
            },
        } }],
    })
}

/// The rules that were broken, each once, with what its first breach was and what to do about such.
fn rules(heard: &Heard, words: &Words) -> Vec<Value> {
    let mut first: BTreeMap<&str, &Diagnostic> = BTreeMap::new();
    for (_, diagnostic) in heard.kept() {
        first.entry(diagnostic.code()).or_insert(diagnostic);
    }
    let rules = first.into_iter().map(|(code, diagnostic)| {
        let (_, remedy) = diagnosis::explained(&diagnostic.problem, words);
        json!({
            "id": code,
            "help": { "text": remedy },
            "defaultConfiguration": { "level": diagnosis::level(diagnostic.severity()) },
        })
    });
    rules.collect()
}
