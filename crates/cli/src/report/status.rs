//! The state of a project as a table for a terminal: languages, and the pages of each that need work.
//!
//! Numbers and bars stand in columns that run from left to right in every language; words of right-to-left languages
//! are isolated one by one, so that a terminal cannot draw them across the columns.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use hexapla_core::language::Language;
use hexapla_core::status::{Count, Coverage, PageState};
use hexapla_project::{DocumentReport, PageReport, Report};

use super::language_name;
use crate::console::{Face, Verbosity};
use crate::layout::{columns, cut_path, pad, pad_left};
use crate::messages::Msg;
use crate::number::Number;

const HEADING: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const STALE: Style = AnsiColor::Yellow.on_default();
const MISSING: Style = AnsiColor::Red.on_default();
const OBSOLETE: Style = AnsiColor::Magenta.on_default();
const UNKNOWN: Style = AnsiColor::Blue.on_default();

/// How wide the bar of a language is, and that of a page.
const WIDE: usize = 24;
const NARROW: usize = 8;

/// What is counted beside coverage: the sign that stands for it, and how it looks.
const STATES: [(&str, Style); 4] = [("*", MISSING), ("~", STALE), ("÷", OBSOLETE), ("?", UNKNOWN)];

/// Draws the report.
pub(crate) fn text(report: &Report, verbosity: Verbosity, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    if let Some(source) = &report.source {
        let language = language_name(face, source);
        let title = words.say(Msg::StatusTitle { n: report.documents.len().into(), language: &language });
        writeln!(out, "{}", face.paint(HEADING, &face.phrase(&title)))?;
    }
    let names: Vec<String> = report.languages.iter().map(|language| language_name(face, language)).collect();
    let width = names.iter().map(|name| columns(name)).max().unwrap_or(0);
    for (language, name) in report.languages.iter().zip(&names) {
        writeln!(out)?;
        summary(report, language, &pad(&face.phrase(name), width), face, out)?;
        if verbosity > Verbosity::Quiet {
            pages(report, language, verbosity, face, out)?;
        }
    }
    if report.languages.iter().any(|language| report.coverage(language).unknown.segments > 0) {
        remark(&words.say(Msg::StatusUnknownHint), face, out)?;
    }
    set_apart(report, face, out)
}

fn remark(said: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    for line in face.prose(said, face.width) {
        writeln!(out, "{}", face.paint(FAINT, &line))?;
    }
    Ok(())
}

fn summary(report: &Report, language: &Language, name: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let coverage = report.coverage(language);
    let (total, done) = (coverage.total(), coverage.translated());
    let translated = face.phrase(&words.say(Msg::StatusTranslated { percent: percent(done, total).into() }));
    let current = coverage.up_to_date();
    let current = face.phrase(&words.say(Msg::StatusUpToDate { percent: percent(current, total).into() }));
    let indent = pad("", columns(name) + 2);
    writeln!(out, "{}  {}  {translated} · {current}", face.paint(HEADING, name), bar(&coverage, WIDE, face))?;
    let in_words = words.say(Msg::StatusWords { done: done.words.into(), all: total.words.into() });
    let in_segments = words.say(Msg::StatusSegments { done: done.segments.into(), all: total.segments.into() });
    writeln!(out, "{indent}{} · {}", face.phrase(&in_words), face.phrase(&in_segments))?;
    let mut line = indent.clone();
    let mut taken = columns(&indent);
    for (message, ((sign, style), n)) in [
        Msg::StateUntranslated { n: coverage.untranslated.segments.into() },
        Msg::StateStale { n: coverage.stale.segments.into() },
        Msg::StateObsolete { n: coverage.obsolete.segments.into() },
        Msg::StateUnknown { n: (coverage.unknown.segments + coverage.extra.segments).into() },
    ]
    .into_iter()
    .zip(STATES.into_iter().zip(counts(&coverage)))
    {
        let said = face.phrase(&words.say(message));
        let wide = columns(&said) + 5;
        if taken + wide > face.width + 3 && taken > columns(&indent) {
            writeln!(out, "{}", line.trim_end())?;
            line.clone_from(&indent);
            taken = columns(&indent);
        }
        let style = if n == 0 { FAINT } else { style };
        line.push_str(&format!(
            "{} {}   ",
            face.paint(style, sign),
            if n == 0 { face.paint(FAINT, &said) } else { said }
        ));
        taken += wide;
    }
    writeln!(out, "{}", line.trim_end())
}

fn counts(coverage: &Coverage) -> [usize; 4] {
    [
        coverage.untranslated.segments,
        coverage.stale.segments,
        coverage.obsolete.segments,
        coverage.unknown.segments + coverage.extra.segments,
    ]
}

/// Whether there is nothing to do on a page.
pub(super) fn is_complete(page: &PageReport) -> bool {
    page.state == PageState::Full && counts(&page.coverage) == [0; 4]
}

/// One line of the table.
struct Row<'a> {
    path: &'a str,
    page: &'a PageReport,
    words: String,
    segments: String,
}

fn pages(
    report: &Report,
    language: &Language,
    verbosity: Verbosity,
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = &face.words;
    let prefix = common_directory(&report.documents);
    let mut rows = Vec::new();
    let mut complete = 0usize;
    for document in &report.documents {
        let Some(page) = document.pages.iter().find(|page| page.language == *language) else { continue };
        if verbosity < Verbosity::Verbose && is_complete(page) {
            complete += 1;
            continue;
        }
        let (total, done) = (page.coverage.total(), page.coverage.translated());
        let of = |done: usize, all: usize| format!("{}/{}", words.number(done), words.number(all));
        let offered = page.state != PageState::NotOffered;
        rows.push(Row {
            path: &document.path[prefix.len()..],
            page,
            words: if offered { of(done.words, total.words) } else { String::new() },
            segments: if offered { of(done.segments, total.segments) } else { String::new() },
        });
    }
    if !rows.is_empty() {
        writeln!(out)?;
        table(&rows, prefix, face, out)?;
    }
    if complete > 0 {
        let said = face.phrase(&words.say(Msg::StatusComplete { n: complete.into() }));
        writeln!(out, "  {} {said}", face.paint(GOOD, "✓"))?;
    }
    Ok(())
}

fn table(rows: &[Row<'_>], prefix: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let heads = [Msg::StatusColumnCurrent, Msg::StatusColumnWords, Msg::StatusColumnSegments];
    let [current, in_words, in_segments] = heads.map(|head| face.phrase(&words.say(head)));
    let words_width = rows.iter().map(|row| columns(&row.words)).chain([columns(&in_words)]).max().unwrap_or(0);
    let segments_width =
        rows.iter().map(|row| columns(&row.segments)).chain([columns(&in_segments)]).max().unwrap_or(0);
    let all = words.say(Msg::Percent { n: 100usize.into() });
    let state_width = (NARROW + 1 + columns(&all)).max(columns(&current));
    let wanted = rows.iter().map(|row| columns(row.path)).chain([columns(prefix)]).max().unwrap_or(0);
    let others = 2 + 2 + state_width + 2 + words_width + 2 + segments_width + 4 * 5;
    let path_width = wanted.min(face.width.saturating_sub(others).max(12));
    let signs = STATES.map(|(sign, style)| face.paint(style, &pad_left(sign, 5))).concat();
    writeln!(
        out,
        "  {}  {}  {}  {}{signs}",
        face.paint(FAINT, &pad(&cut_path(prefix, path_width), path_width)),
        face.paint(FAINT, &pad_left(&current, state_width)),
        face.paint(FAINT, &pad_left(&in_words, words_width)),
        face.paint(FAINT, &pad_left(&in_segments, segments_width)),
    )?;
    for row in rows {
        let path = pad(&face.words.foreign(&cut_path(row.path, path_width)), path_width);
        let counted = counts(&row.page.coverage).into_iter().zip(STATES).map(|(n, (_, style))| match n {
            0 => face.paint(FAINT, &pad_left("·", 5)),
            n => face.paint(style, &pad_left(&words.number(n), 5)),
        });
        let (state, counted) = match row.page.state {
            PageState::NotOffered => (word(Msg::StatusNotOffered, FAINT, state_width, face), String::new()),
            PageState::Missing => (word(Msg::StatusMissing, MISSING, state_width, face), counted.collect()),
            PageState::Partial | PageState::Full => {
                let coverage = &row.page.coverage;
                let share = percent(coverage.up_to_date(), coverage.total());
                let share = words.say(Msg::Percent { n: share.into() });
                let gap = pad_left(&share, state_width - NARROW);
                (format!("{}{gap}", bar(coverage, NARROW, face)), counted.collect())
            }
        };
        let line = format!(
            "  {path}  {state}  {}  {}{counted}",
            pad_left(&row.words, words_width),
            pad_left(&row.segments, segments_width)
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn word(message: Msg<'_>, style: Style, width: usize, face: &Face) -> String {
    face.paint(style, &pad(&face.phrase(&face.words.say(message)), width))
}

/// Up to date, stale, unknown, untranslated, by source words. Whatever there is takes up at least one cell.
fn bar(coverage: &Coverage, width: usize, face: &Face) -> String {
    let parts = [
        (coverage.up_to_date(), "█", GOOD),
        (coverage.stale, "▓", STALE),
        (coverage.unknown, "▒", UNKNOWN),
        (coverage.untranslated, "░", MISSING),
    ];
    let total: usize = parts.iter().map(|(count, ..)| count.words).sum();
    if total == 0 {
        return pad("", width);
    }
    let mut cells = parts.map(|(count, ..)| (count.words * width / total).max(usize::from(count.words > 0)));
    while cells.iter().sum::<usize>() != width {
        let sum: usize = cells.iter().sum();
        // What was rounded is made good where it shows least: in the longest stretch.
        let Some(longest) = cells.iter_mut().max() else { break };
        if sum > width { *longest -= 1 } else { *longest += 1 }
    }
    let drawn = parts.iter().zip(cells).map(|((_, cell, style), n)| face.paint(*style, &cell.repeat(n)));
    drawn.collect()
}

/// Whole percent, rounded down, so that 100 means all; and 1 as long as there is anything.
pub(super) fn percent(part: Count, whole: Count) -> usize {
    let share = (part.share_of(whole) * 100.0).floor() as usize;
    if part.words > 0 { share.max(1) } else { share }
}

/// The directory that all documents lie in, with its `/`.
pub(super) fn common_directory(documents: &[DocumentReport]) -> &str {
    let Some(first) = documents.first() else { return "" };
    let mut common = first.path.rfind('/').map_or("", |end| &first.path[..=end]);
    for document in documents {
        while !document.path.starts_with(common) {
            common = common[..common.len() - 1].rfind('/').map_or("", |end| &common[..=end]);
        }
    }
    common
}

fn set_apart(report: &Report, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let sum =
        |part: &dyn Fn(&DocumentReport) -> Count| report.documents.iter().map(|d| part(d).segments).sum::<usize>();
    let mut parts = Vec::new();
    let mut add = |n: usize, say: &dyn Fn(Number) -> String| {
        if n > 0 {
            parts.push(say(n.into()));
        }
    };
    add(sum(&|d| d.set_apart.boilerplate), &|n| words.say(Msg::SetApartBoilerplate { n }));
    add(sum(&|d| d.set_apart.language_switcher), &|n| words.say(Msg::SetApartSwitcher { n }));
    add(sum(&|d| d.set_apart.do_not_translate), &|n| words.say(Msg::SetApartUntranslatable { n }));
    if parts.is_empty() {
        return Ok(());
    }
    remark(&words.say(Msg::StatusSetApart { what: &words.list(&parts) }), face, out)
}
