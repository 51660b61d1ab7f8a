//! What changed in a source since it was translated, each change beside the sentence that should follow.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use hexapla_core::status::{DiffPart, Rule};
use hexapla_project::Report;

use super::check::{diff_text, quote};
use super::diff::{gone, source_diff};
use super::json::FindingValue;
use super::task::{Focus, Folding, Task, tasks};
use super::wording::{edit_message, title};
use super::{json, language_name};
use crate::console::Face;
use crate::messages::Msg;

const HEADING: Style = Style::new().bold();
const CHANGE: Style = AnsiColor::Cyan.on_default();

/// Draws the changes, page by page and language by language.
pub(crate) fn text(report: &Report, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let tasks = changes(report);
    for page in tasks.chunk_by(|a, b| a.first.document == b.first.document && a.first.language == b.first.language) {
        let (first, language) = (&page[0], language_name(face, &page[0].first.language));
        let target = first.target_path.unwrap_or_default();
        let n = page.len().into();
        let counted = words.say(Msg::DiffChanges { n, language: &language });
        let paths = format!("{} → {}", words.foreign(&first.first.document), words.foreign(target));
        writeln!(out, "{}", face.paint(HEADING, &paths))?;
        writeln!(out, "{}\n", face.phrase(&counted))?;
        for task in page {
            change(task, face, out)?;
        }
    }
    if tasks.is_empty() {
        writeln!(out, "{}", face.phrase(&words.say(Msg::DiffNone)))?;
    }
    if report.languages.iter().any(|language| report.coverage(language).unknown.segments > 0) {
        for line in face.prose(&words.say(Msg::StatusUnknownHint), face.width) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// The same findings as `check` has them.
pub(crate) fn json(report: &Report) -> Vec<FindingValue<'_>> {
    changes(report).into_iter().flat_map(|task| task.findings).map(json::finding).collect()
}

/// The findings that a change of the source has caused.
fn changes(report: &Report) -> Vec<Task<'_>> {
    let mut tasks = tasks(report, Folding::Pages);
    tasks.retain(|task| {
        matches!(
            task.first.rule,
            Rule::Stale | Rule::StaleMinor | Rule::MissingPage | Rule::MissingSegment | Rule::ObsoleteSegment
        )
    });
    tasks
}

fn change(task: &Task<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let (words, first) = (&face.words, task.first);
    let mut said = words.say(title(first.rule));
    if let Some(edit) = first.edit {
        said = format!("{said}: {}", words.say(edit_message(edit)));
    }
    let since = task.since().map(|since| format!(" · {since}")).unwrap_or_default();
    let place = words.foreign(&task.spot(Focus::Target).written());
    writeln!(out, "{} {}{since}", face.paint(CHANGE, &format!("@@ {place}")), face.phrase(&said))?;
    if task.is_folded() {
        writeln!(out, "   {}", face.phrase(&task.extent(face)))?;
    } else {
        let parts = match (source_diff(first), &first.source, gone(first)) {
            (Some(parts), ..) => parts,
            (None, Some(source), _) => vec![DiffPart::Inserted(source.text.to_string())],
            (None, None, Some(gone)) => vec![DiffPart::Deleted(gone.to_owned())],
            (None, None, None) => Vec::new(),
        };
        if !parts.is_empty() {
            writeln!(out, "   {}", face.phrase(&format!("{}:", words.say(Msg::FindingSource))))?;
            diff_text(&parts, face, out)?;
        }
        if let Some(target) = &first.target {
            writeln!(out, "   {}", face.phrase(&format!("{}:", words.say(Msg::FindingTarget))))?;
            quote(&target.text, face, out)?;
        }
    }
    writeln!(out)
}
