//! Findings for a person, in the manner of rustc: what, where, the text itself, why, and what to do.
//!
//! Nothing is underlined: under right-to-left text, carets point at the wrong place in every terminal. Such text stands
//! alone on its line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use hexapla_core::status::{DiffPart, Finding, FindingSide, Rule, Severity};
use hexapla_project::Report;

use super::diff::{gone, source_diff};
use super::task::{Focus, Folding, Spot, Task, tasks};
use super::wording::severity;
use super::{Held, Sheet, verdict};
use crate::console::{Face, Verbosity};
use crate::layout::wrap;
use crate::messages::{Msg, visible};

const PLACE: Style = AnsiColor::Blue.on_default().bold();
const DELETED: Style = AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH);
const INSERTED: Style = AnsiColor::Green.on_default().bold();

/// Draws all findings, and what the gate makes of them.
pub(crate) fn text(
    sheet: &Sheet<'_>,
    held: Held<'_>,
    verbosity: Verbosity,
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    if verbosity > Verbosity::Quiet {
        let folding = if verbosity == Verbosity::Verbose { Folding::Nothing } else { Folding::PagesAndUnverified };
        for task in tasks(sheet.report, folding) {
            draw(&task, sheet.focus, verbosity, face, out)?;
            writeln!(out)?;
        }
    }
    conclude(sheet.report, held, face, out)
}

fn draw(task: &Task<'_>, focus: Focus, verbosity: Verbosity, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let first = task.first;
    let style = match first.severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Note => AnsiColor::Cyan.on_default().bold(),
    };
    let label = format!("{}[{}]", words.say(severity(first.severity)), first.rule.as_str());
    writeln!(out, "{}", face.labelled(&label, style, &task.said(face)))?;
    writeln!(out, "  {} {}", face.paint(PLACE, "-->"), words.foreign(&task.spot(focus).written()))?;
    let name = |side: Side| match side {
        Side::Source => words.say(Msg::FindingSource),
        Side::Target => words.say(Msg::FindingTarget),
    };
    let [near, far] = match (focus, &first.target) {
        (Focus::Target, Some(_)) => [Side::Target, Side::Source],
        _ => [Side::Source, Side::Target],
    };
    side_text(task, near, face, out)?;
    if let Some(spot) = task.other_spot(focus) {
        field(&name(far), &words.foreign(&spot.written()), face, out)?;
        side_text(task, far, face, out)?;
    } else if let (Rule::MissingPage, Some(path)) = (first.rule, task.target_path) {
        field(&name(Side::Target), &words.foreign(path), face, out)?;
    }
    if let Some(gone) = gone(first) {
        field(&name(Side::Source), "", face, out)?;
        diff_text(&[DiffPart::Deleted(gone.to_owned())], face, out)?;
    }
    if let Some(detail) = &first.detail {
        line(&words.foreign(detail), face, out)?;
    }
    also(&first.also, verbosity, face, out)?;
    if let Some(base) = task.base(face) {
        field(&words.say(Msg::FindingBase), &base, face, out)?;
    }
    if let Some(since) = task.since() {
        field(&words.say(Msg::FindingSince), &since, face, out)?;
    }
    field(&words.say(Msg::LabelHelp), &task.remedy(face), face, out)
}

/// So many other places of a thing are listed unless more is asked for.
const PLACES: usize = 4;

/// The other places of the same thing.
fn also(places: &[FindingSide], verbosity: Verbosity, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let shown = if verbosity == Verbosity::Verbose { places.len() } else { places.len().min(PLACES) };
    for side in &places[..shown] {
        field(&words.say(Msg::FindingAlso), &words.foreign(&Spot::of(side).written()), face, out)?;
        quote(&side.text, face, out)?;
    }
    match places.len() - shown {
        0 => Ok(()),
        more => line(&face.phrase(&words.say(Msg::FindingAlsoMore { n: more.into() })), face, out),
    }
}

/// The two sides of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Source,
    Target,
}

/// What stands on a side; of a whole page, how much.
fn side_text(task: &Task<'_>, side: Side, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    match side {
        Side::Source if task.is_folded() => line(&face.phrase(&task.extent(face)), face, out),
        Side::Source => task.first.source.as_ref().map_or(Ok(()), |source| source_text(task.first, source, face, out)),
        Side::Target if task.is_folded() => Ok(()),
        Side::Target => task.first.target.as_ref().map_or(Ok(()), |target| quote(&target.text, face, out)),
    }
}

fn line(text: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "   {} {text}", face.paint(PLACE, "|"))
}

/// Text of a page, alone on its lines.
pub(super) fn quote(text: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for text in wrap(&visible(text), face.width.saturating_sub(5)) {
        line(&face.words.foreign(&text), face, out)?;
    }
    Ok(())
}

fn source_text(finding: &Finding, source: &FindingSide, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    match source_diff(finding) {
        Some(parts) => diff_text(&parts, face, out),
        None => quote(&source.text, face, out),
    }
}

/// What changed, word by word.
pub(super) fn diff_text(parts: &[DiffPart], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for text in wrap(&marked(parts), face.width.saturating_sub(5)) {
        // Words that came or went together are marked as one, as far as they stand on one line.
        let text = text.replace("-] [-", " ").replace("+} {+", " ");
        line(&coloured(&text, face), face, out)?;
    }
    Ok(())
}

/// A diff in the notation of `git diff --word-diff`, every word marked by itself so that lines can be broken anywhere.
fn marked(parts: &[DiffPart]) -> String {
    let each = |text: &str, open: &str, close: &str| {
        let mut marked = String::new();
        for piece in visible(text).split_inclusive(' ') {
            let word = piece.trim_end_matches(' ');
            if !word.is_empty() {
                marked.push_str(&format!("{open}{word}{close}"));
            }
            marked.push_str(&piece[word.len()..]);
        }
        marked
    };
    let marked = parts.iter().map(|part| match part {
        DiffPart::Equal(text) => visible(text).into_owned(),
        DiffPart::Deleted(text) => each(text, "[-", "-]"),
        DiffPart::Inserted(text) => each(text, "{+", "+}"),
    });
    marked.collect()
}

/// Colour for what is marked; the marks stay, for those who cannot see it.
fn coloured(text: &str, face: &Face) -> String {
    let mut drawn = String::new();
    let mut rest = text;
    loop {
        let next = [("[-", "-]", DELETED), ("{+", "+}", INSERTED)]
            .into_iter()
            .filter_map(|(open, close, style)| Some((rest.find(open)?, close, style)))
            .min_by_key(|(at, ..)| *at);
        let Some((at, close, style)) = next else { break };
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
        drawn.push_str(&rest[..at]);
        drawn.push_str(&face.paint(style, &rest[at..end]));
        rest = &rest[end..];
    }
    drawn + rest
}

fn field(name: &str, text: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let said = if text.is_empty() { format!("{name}:") } else { format!("{name}: {text}") };
    let mut lines = face.prose(&said, face.width.saturating_sub(5)).into_iter();
    let first = lines.next().unwrap_or_default().replacen(name, &face.paint(Style::new().bold(), name), 1);
    writeln!(out, "   {} {first}", face.paint(PLACE, "="))?;
    for line in lines {
        writeln!(out, "     {line}")?;
    }
    Ok(())
}

/// What the gate makes of it.
fn conclude(report: &Report, held: Held<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    if report.findings.is_empty() && held.is_nothing() {
        let said = face.phrase(&words.say(Msg::CheckClean));
        return writeln!(out, "{}", face.paint(AnsiColor::Green.on_default(), &said));
    }
    for (_, _, said) in held.said(face) {
        let style = AnsiColor::Red.on_default().bold();
        writeln!(out, "{}", face.labelled(&words.say(Msg::LabelError), style, &said))?;
    }
    let passed = held.passes(report);
    let (said, colour) = if passed { (Msg::CheckPassed, AnsiColor::Green) } else { (Msg::CheckFailed, AnsiColor::Red) };
    let said = face.paint(colour.on_default().bold(), &face.phrase(&words.say(said)));
    writeln!(out, "{said} {}", face.phrase(&verdict::counted(&report.findings, face)))
}
