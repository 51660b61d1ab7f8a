//! Markdown for the summary of a job or a comment: how the languages stand, then what is to be done.
//!
//! A comment of GitHub has 65,536 characters (a summary has 1 MiB): texts are cut, and the worst findings are listed as
//! far as there is room.

use std::collections::HashMap;
use std::io::{self, Write};

use hexapla_core::language::{Direction, Language};
use hexapla_core::status::{Coverage, PageState};

use super::diff::{brief, excerpt, gone, source_diff, tagged};
use super::task::{Folding, Task, tally, tasks, worst_first};
use super::{Question, Sheet, language_name, verdict, with_code};
use crate::console::Face;
use crate::messages::{Msg, visible};
use crate::report::status::percent;

/// So many characters are written at most, but for the last line. A little room is left for those who put a line of
/// their own before it.
const ROOM: usize = 64_000;

/// So many findings stand open; more are folded away, page by page.
const OPEN: usize = 20;

/// Draws the page.
pub(crate) fn page(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let mut head = Vec::new();
    upshot(sheet, face, &mut head)?;
    languages(sheet, face, &mut head)?;
    out.write_all(&head)?;
    let room = ROOM.saturating_sub(characters(&head));
    match sheet.question {
        Question::Status => pages(sheet, room, face, out),
        Question::Check(_) => findings(sheet, room, face, out),
    }
}

/// What the gate makes of it.
fn upshot(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let (words, report) = (&face.words, sheet.report);
    writeln!(out, "## {}\n", escaped(&words.say(Msg::MarkdownTitle)))?;
    let Question::Check(held) = sheet.question else { return Ok(()) };
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
    if held.is_nothing() { Ok(()) } else { writeln!(out) }
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

fn pages(sheet: &Sheet<'_>, mut room: usize, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for language in &sheet.report.languages {
        let pages = sheet.report.documents.iter().flat_map(|document| &document.pages);
        let unfinished: Vec<_> = pages
            .filter(|page| page.language == *language && page.state != PageState::NotOffered)
            .filter(|page| page.coverage.up_to_date().words < page.coverage.total().words)
            .collect();
        if unfinished.is_empty() {
            continue;
        }
        let mut table = Vec::new();
        writeln!(table, "\n### {}\n", escaped(&language_name(face, language)))?;
        heads(Msg::ColumnPage, face, &mut table)?;
        let mut left_out = unfinished.len();
        for page in unfinished {
            let before = table.len();
            row(&path(&page.path), &page.coverage, face, &mut table)?;
            if characters(&table) > room {
                table.truncate(before);
                break;
            }
            left_out -= 1;
        }
        room = room.saturating_sub(characters(&table));
        out.write_all(&table)?;
        if left_out > 0 {
            writeln!(out, "\n{}", escaped(&face.words.say(Msg::MarkdownMorePages { n: left_out.into() })))?;
        }
    }
    Ok(())
}

fn findings(sheet: &Sheet<'_>, mut room: usize, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let tasks = tasks(sheet.report, Folding::PagesAndUnverified);
    let sorted = worst_first(&tasks);
    let mut pages = HashMap::new();
    let mut shown = Vec::new();
    for task in &sorted {
        let mut drawn = Vec::new();
        item(task, sheet, face, &mut drawn)?;
        let page = (&*task.first.document, &task.first.language);
        let heading = if pages.contains_key(&page) { 0 } else { characters(heading(task, 0, true, face).as_bytes()) };
        match room.checked_sub(characters(&drawn) + heading) {
            Some(rest) => room = rest,
            None => break,
        }
        *pages.entry(page).or_insert(0) += 1;
        shown.push((*task, drawn));
    }
    let left_out = &sorted[shown.len()..];
    shown.sort_by_key(|(task, _)| task.number);
    let folded = shown.len() > OPEN;
    let page = |task: &Task<'_>| (task.first.document.clone(), task.first.language.clone());
    for of_page in shown.chunk_by(|(a, _), (b, _)| page(a) == page(b)) {
        out.write_all(heading(of_page[0].0, of_page.len(), folded, face).as_bytes())?;
        for (_, drawn) in of_page {
            out.write_all(drawn)?;
        }
        if folded {
            writeln!(out, "\n</details>")?;
        }
    }
    if !left_out.is_empty() {
        let what = verdict::severities(tally(left_out.iter().copied()), face);
        writeln!(out, "\n{}", said(&face.words.say(Msg::ReportLeftOut { what: &what })))?;
    }
    Ok(())
}

/// What stands over the findings of a page.
fn heading(first: &Task<'_>, n: usize, folded: bool, face: &Face) -> String {
    let name = path(first.target_path.unwrap_or(&first.first.document));
    let language = escaped(&language_name(face, &first.first.language));
    if folded {
        let counted = escaped(&face.words.say(Msg::CheckFindings { n: n.into() }));
        format!("\n<details><summary>{name} · {language} · {counted}</summary>\n\n")
    } else {
        format!("\n### {name} · {language}\n\n")
    }
}

/// How many characters a text has.
fn characters(text: &[u8]) -> usize {
    String::from_utf8_lossy(text).chars().count()
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
    if let Some(gone) = gone(first) {
        quote(&format!("<del>{}</del>", escaped(&excerpt(gone))), source_language, out)?;
    }
    match (source_diff(first), &first.source) {
        (Some(parts), _) => quote(&tagged(&brief(&parts), escaped), source_language, out)?,
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

/// A name as code, from left to right.
fn path(name: &str) -> String {
    format!("<code dir=\"ltr\">{}</code>", escaped(&visible(name)))
}

/// A sentence of ours: what stands between backquotes in it is code.
fn said(text: &str) -> String {
    with_code(text, escaped)
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
