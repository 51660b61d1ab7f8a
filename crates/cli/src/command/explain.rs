//! `hexapla explain [RULE]`: what a rule means, an example, what to do, how to switch it off.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::{Arg, ArgMatches, Command};
use hexapla_core::status::Rule;

use super::entry::Entry;
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::layout::{columns, pad};
use crate::messages::{Msg, Problem, Words};
use crate::report::wording::{headline, meaning, remedy, severity};

pub(super) const ENTRY: Entry = Entry {
    name: "explain",
    arguments,
    details: |words| words.say(Msg::CommandExplainDetails),
    examples: |words| words.say(Msg::CommandExplainExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let rule = Arg::new("rule").value_name(words.say(Msg::ValueRule)).help(words.say(Msg::ArgumentExplainRule));
    Command::new(ENTRY.name).about(words.say(Msg::CommandExplain)).arg(rule)
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    match matches.get_one::<String>("rule") {
        None => {
            let (face, out) = console.canvas();
            list(face, out)?;
        }
        Some(name) => {
            // Copied from a report it comes as `error[stale]:`.
            let name = name.split_once('[').map_or(name.as_str(), |(_, rest)| rest);
            let name = name.trim_end_matches([':', ']']);
            let rule = Rule::named(name).ok_or_else(|| unknown(name))?;
            let (face, out) = console.canvas();
            explain(rule, face, out)?;
        }
    }
    Ok(Outcome::Clean)
}

fn unknown(name: &str) -> Failure {
    let problem = Problem::ExplainRule { rule: name.to_owned() };
    let likeness = |rule: Rule| strsim::jaro_winkler(&name.to_lowercase(), rule.as_str());
    let closest = Rule::ALL.into_iter().max_by(|a, b| likeness(*a).total_cmp(&likeness(*b)));
    match closest.filter(|rule| likeness(*rule) > 0.7) {
        Some(rule) => Failure::Suggestion(Box::new(problem), vec![rule.as_str().to_owned()]),
        None => problem.into(),
    }
}

const HEADING: Style = Style::new().bold();
const LITERAL: Style = AnsiColor::Cyan.on_default();

fn list(face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let severities = Rule::ALL.map(|rule| words.say(severity(rule.severity())));
    let names = Rule::ALL.iter().map(|rule| columns(rule.as_str())).max().unwrap_or(0);
    let severity_width = severities.iter().map(|severity| columns(severity)).max().unwrap_or(0);
    for (rule, severity) in Rule::ALL.iter().zip(&severities) {
        let head = format!("{}  {}", pad(rule.as_str(), names), pad(&face.phrase(severity), severity_width));
        let indent = names + 2 + severity_width + 2;
        let mut lines = face.prose(&headline(*rule, words), face.width.saturating_sub(indent)).into_iter();
        let name = face.paint(LITERAL, rule.as_str());
        writeln!(out, "{}  {}", head.replacen(rule.as_str(), &name, 1), lines.next().unwrap_or_default())?;
        for line in lines {
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    writeln!(out)?;
    paragraph(&words.say(Msg::ExplainOffList), 0, face, out)?;
    writeln!(out, "  [rules]")?;
    writeln!(out, "  {} = \"off\"", Rule::Inconsistent.as_str())
}

fn explain(rule: Rule, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let name = face.paint(LITERAL.bold(), rule.as_str());
    writeln!(out, "{name} · {}", face.phrase(&words.say(severity(rule.severity()))))?;
    writeln!(out)?;
    paragraph(&headline(rule, words), 0, face, out)?;
    writeln!(out)?;
    paragraph(&meaning(rule, words), 0, face, out)?;
    heading(Msg::ExplainHeadingExample, face, out)?;
    for line in example(rule) {
        writeln!(out, "  {}", words.foreign(line))?;
    }
    heading(Msg::ExplainHeadingRemedy, face, out)?;
    paragraph(&words.say(remedy(rule)), 2, face, out)?;
    heading(Msg::ExplainHeadingOff, face, out)?;
    let literal = |text: &str, out: &mut dyn Write| writeln!(out, "  {}", face.paint(LITERAL, text));
    literal("[rules]", out)?;
    literal(&format!("{} = \"off\"", rule.as_str()), out)?;
    paragraph(&words.say(Msg::ExplainOffEverywhere), 6, face, out)?;
    if rule.is_of_a_segment() {
        literal(&format!("<!-- hexapla-ignore {}: … -->", rule.as_str()), out)?;
        paragraph(&words.say(Msg::ExplainOffBlock), 6, face, out)?;
        literal(&format!("<!-- hexapla-off {}: … --> … <!-- hexapla-on -->", rule.as_str()), out)?;
        paragraph(&words.say(Msg::ExplainOffFromHere), 6, face, out)?;
    }
    Ok(())
}

fn heading(heading: Msg<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let said = face.phrase(&format!("{}:", face.words.say(heading)));
    writeln!(out, "\n{}", face.paint(HEADING, &said))
}

fn paragraph(text: &str, indent: usize, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for line in face.prose(text, face.width.saturating_sub(indent)) {
        writeln!(out, "{:indent$}{line}", "")?;
    }
    Ok(())
}

/// Pages as they would be: the language, then what stands there. Examples need no translation.
fn example(rule: Rule) -> &'static [&'static str] {
    match rule {
        Rule::MissingPage => &["+ de/garten.md", "- en/garten.md"],
        Rule::MissingSegment => &["de  Der Garten ist offen. Hunde bleiben draußen.", "en  The garden is open."],
        Rule::DeletedTarget => &["de  Hunde bleiben draußen.", "en  [-Dogs stay outside.-]"],
        Rule::UntranslatedCopy => &["de  Hunde bleiben draußen.", "en  Hunde bleiben draußen."],
        Rule::WrongLanguage => &["de  Hunde bleiben draußen.", "ru  Please leave your dogs outside the garden."],
        Rule::Stale => &["de  Der Eintritt kostet [-5-]{+7+} Euro.", "en  Admission costs 5 euros."],
        Rule::StaleMinor => &["de  Willkommen im Garten[-.-]{+!+}", "en  Welcome to the garden."],
        Rule::ObsoleteSegment => &["de  [-Hunde bleiben draußen.-]", "en  Dogs stay outside."],
        Rule::ExtraSegment => &["de  –", "en  Translator’s note: “Hof” means “court”."],
        Rule::OrphanPage => &["- de/alt.md", "+ en/alt.md"],
        Rule::Unverified => &["de  Der Garten ist offen.", "en  The garden is open."],
        Rule::Numbers => &["de  Der Rundgang dauert 90 Minuten.", "en  The tour takes 75 minutes."],
        Rule::SpelledNumbers => &["de  Es gibt 4 Häuser.", "en  There are several houses."],
        Rule::Links => &["de  Siehe https://uhren.example/de/", "en  See https://clocks.example/en/"],
        Rule::InlineCodes => &["de  Hunde bleiben **draußen**.", "en  Dogs stay **outside."],
        Rule::Placeholders => &["de  Hallo, {name}!", "en  Hello, {Name}!"],
        Rule::Punctuation => &["de  Ist der Garten offen?", "ar  هل الحديقة مفتوحة?"],
        Rule::Length => &[
            "de  Der Garten ist von April bis Oktober täglich außer montags geöffnet, Hunde bleiben bitte draußen.",
            "en  Open.",
        ],
        Rule::Inconsistent => &["de  Hunde bleiben draußen.", "en  Dogs stay outside.", "en  Dogs are not allowed in."],
        Rule::EmptyPage => &["de/leer.md: 0"],
        Rule::OddPage => &["---", "title: \"Garten", "---"],
        Rule::UnreadablePage => &["en/garden.html: \\xFF\\xFE\\x00"],
        Rule::UnusedMarker => &["<!-- hexapla-ignore numbresr: miles, not kilometres -->"],
        Rule::UnusedAccept => &["hexapla.lock:3: stale: deliberately shorter"],
        Rule::ExpiredAccept => &["hexapla.lock:3: stale: until the summer, 2026-09-01"],
    }
}
