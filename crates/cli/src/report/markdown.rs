//! Markdown for the summary of a job or a comment: how the languages stand, then what is to be done.
//!
//! GitHub takes 1 MiB of a summary: texts are cut, and so many findings are listed, the worst ones.

use std::io::{self, Write};

use hexapla_core::language::{Direction, Language};
use hexapla_core::status::{Coverage, DiffPart, PageState};

use super::diff::{brief, excerpt, source_diff};
use super::task::{Folding, Task, tally, tasks, worst_first};
use super::{Question, Sheet, language_name, verdict};
use crate::console::Face;
use crate::messages::{Msg, visible};
use crate::report::status::percent;

/// So many findings, or pages, are listed.
const LISTED: usize = 400;

/// Draws the page.
pub(crate) fn page(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let (words, report) = (&face.words, sheet.report);
    writeln!(out, "## {}\n", escaped(&words.say(Msg::MarkdownTitle)))?;
    if let Question::Check(held) = sheet.question {
        let (sign, said) = match held.passes(report) {
            _ if report.findings.is_empty() && held.is_nothing() => ("✅", Msg::CheckClean),
            true => ("✅", Msg::CheckPassed),
            false => ("❌", Msg::CheckFailed),
        };
        let counted = if report.findings.is_empty() { String::new() } else { verdict::counted(&report.findings, face) };
        writeln!(out, "{sign} **{}** {}\n", escaped(&words.say(said)), escaped(&counted))?;
        for (_, _, said) in held.said(face) {
            writeln!(out, "- {}", escaped(&said))?;
        }
        if !held.is_nothing() {
            writeln!(out)?;
        }
    }
    languages(sheet, face, out)?;
    match sheet.question {
        Question::Status => pages(sheet, face, out),
        Question::Check(_) => findings(sheet, face, out),
    }
}

fn languages(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    heads(Msg::ColumnLanguage, face, out)?;
    for language in &sheet.report.languages {
        row(&escaped(&language_name(face, language)), &sheet.report.coverage(language), face, out)?;
    }
    Ok(())
}

fn heads(first: Msg<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let columns = [
        Msg::ColumnTranslated,
        Msg::ColumnUpToDate,
        Msg::ColumnUntranslated,
        Msg::ColumnStale,
        Msg::ColumnObsolete,
        Msg::ColumnUnknown,
    ];
    let cells = [first].into_iter().chain(columns).map(|head| escaped(&face.words.say(head)));
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
    writeln!(out, "|:--|--:|--:|--:|--:|--:|--:|")
}

fn row(name: &str, coverage: &Coverage, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let share = |part| words.say(Msg::Percent { n: percent(part, coverage.total()).into() });
    let counts = [
        coverage.untranslated.segments,
        coverage.stale.segments,
        coverage.obsolete.segments,
        coverage.unknown.segments + coverage.extra.segments,
    ];
    let counts = counts.map(|n| words.number(n)).join(" | ");
    writeln!(out, "| {name} | {} | {} | {counts} |", share(coverage.translated()), share(coverage.up_to_date()))
}

fn pages(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for language in &sheet.report.languages {
        let pages = sheet.report.documents.iter().flat_map(|document| &document.pages);
        let unfinished: Vec<_> = pages
            .filter(|page| page.language == *language && page.state != PageState::NotOffered)
            .filter(|page| page.coverage.up_to_date().words < page.coverage.total().words)
            .collect();
        if unfinished.is_empty() {
            continue;
        }
        writeln!(out, "\n### {}\n", escaped(&language_name(face, language)))?;
        heads(Msg::ColumnPage, face, out)?;
        for page in unfinished.iter().take(LISTED) {
            row(&path(&page.path), &page.coverage, face, out)?;
        }
        if let Some(more) = unfinished.len().checked_sub(LISTED).filter(|more| *more > 0) {
            writeln!(out, "\n{}", escaped(&face.words.say(Msg::MarkdownMorePages { n: more.into() })))?;
        }
    }
    Ok(())
}

fn findings(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let tasks = tasks(sheet.report, Folding::PagesAndUnverified);
    let sorted = worst_first(&tasks);
    let (shown, left_out) = sorted.split_at(sorted.len().min(LISTED));
    let mut shown = shown.to_vec();
    shown.sort_by_key(|task| task.number);
    let mut last = None;
    for task in shown {
        let page = (task.first.document.as_str(), &task.first.language);
        if last != Some(page) {
            let name = task.target_path.unwrap_or(&task.first.document);
            let language = escaped(&language_name(face, &task.first.language));
            writeln!(out, "\n### {} · {language}\n", path(name))?;
            last = Some(page);
        }
        item(task, sheet, face, out)?;
    }
    if !left_out.is_empty() {
        let what = verdict::severities(tally(left_out.iter().copied()), face);
        writeln!(out, "\n{}", escaped(&face.words.say(Msg::ReportLeftOut { what: &what })))?;
    }
    Ok(())
}

fn item(task: &Task<'_>, sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let first = task.first;
    let label = face.words.say(super::wording::severity(first.severity));
    let spot = task.spot(sheet.focus);
    let label = escaped(&label);
    writeln!(
        out,
        "- **{label}** {} · {} · {}",
        path(first.rule.as_str()),
        path(&spot.written()),
        escaped(&task.said(face))
    )?;
    if task.is_folded() {
        return writeln!(out, "  > {}", escaped(&task.extent(face)));
    }
    let source_language = sheet.report.source.as_ref();
    match (source_diff(first), &first.source) {
        (Some(parts), _) => quote(&diff(&brief(&parts)), source_language, out)?,
        (None, Some(source)) if !source.text.is_empty() => {
            quote(&escaped(&excerpt(&source.text)), source_language, out)?
        }
        _ => {}
    }
    if let Some(target) = first.target.as_ref().filter(|target| !target.text.is_empty()) {
        quote(&escaped(&excerpt(&target.text)), Some(&first.language), out)?;
    }
    if let Some(detail) = &first.detail {
        writeln!(out, "  > {}", escaped(&excerpt(detail)))?;
    }
    Ok(())
}

/// Text of a page, in its own direction.
fn quote(text: &str, language: Option<&Language>, out: &mut dyn Write) -> io::Result<()> {
    let direction = match language.map(Language::direction) {
        Some(Direction::RightToLeft) => "rtl",
        Some(Direction::LeftToRight) => "ltr",
        None => "auto",
    };
    writeln!(out, "  > <p dir=\"{direction}\">{text}</p>")
}

fn diff(parts: &[DiffPart]) -> String {
    let drawn = parts.iter().map(|part| match part {
        DiffPart::Equal(text) => escaped(&visible(text)),
        DiffPart::Deleted(text) => format!("<del>{}</del>", escaped(&visible(text))),
        DiffPart::Inserted(text) => format!("<ins>{}</ins>", escaped(&visible(text))),
    });
    drawn.collect()
}

/// A name as code, from left to right.
fn path(name: &str) -> String {
    format!("<code dir=\"ltr\">{}</code>", escaped(&visible(name)))
}

/// Text that says nothing to Markdown or HTML: signs that might are written as references, which are never markup
/// (CommonMark 0.31, §2.5).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '<' | '>' | '"' | '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '@' | '$' | '!' => {
                out.push_str(&format!("&#{};", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}
