//! A code quality report of GitLab: what stands beside the changed lines of a merge request.

use hexapla_core::status::Severity;
use serde_json::{Value, json};

use super::Sheet;
use super::diff::source_line;
use super::task::{Folding, Task, tasks};
use crate::console::Face;
use crate::messages::Msg;

/// All findings in the form of GitLab.
pub(crate) fn issues(sheet: &Sheet<'_>, face: &Face) -> Value {
    tasks(sheet.report, Folding::PagesAndUnverified).iter().map(|task| issue(task, sheet, face)).collect()
}

fn issue(task: &Task<'_>, sheet: &Sheet<'_>, face: &Face) -> Value {
    let spot = task.spot(sheet.focus);
    let severity = match task.first.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    json!({
        "description": description(task, face),
        "check_name": task.first.rule.as_str(),
        "fingerprint": task.fingerprint(),
        "severity": severity,
        "location": {
            "path": format!("{}{}", sheet.prefix, spot.path),
            "lines": { "begin": spot.place.map_or(1, |place| place.line) },
        },
    })
}

/// One line: GitLab shows no more.
fn description(task: &Task<'_>, face: &Face) -> String {
    let said = task.said(face);
    if task.is_folded() {
        return format!("{said} {}", task.extent(face));
    }
    match source_line(task.first) {
        Some(source) => format!("{said} {}: {source}", face.words.say(Msg::FindingSource)),
        None => said,
    }
}
