//! Paths as they lead from where the reader stands, so that a terminal can open them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use hexapla_project::Report;

/// The report with `way` before every path of the project: what leads to the project, empty or with `/` at its end.
///
/// Only for people at a terminal: programs count paths from the project or its repository.
pub(crate) fn seen_from<'r>(report: &'r Report, way: &str) -> Cow<'r, Report> {
    if way.is_empty() {
        return Cow::Borrowed(report);
    }
    let mut seen = report.clone();
    let lead = |path: &mut String| path.insert_str(0, way);
    // Findings share their paths, and shall go on doing so.
    let mut led: HashMap<Arc<str>, Arc<str>> = HashMap::new();
    let mut lead_shared = |path: &mut Arc<str>| {
        *path = led.entry(path.clone()).or_insert_with(|| format!("{way}{path}").into()).clone();
    };
    for finding in &mut seen.findings {
        lead_shared(&mut finding.document);
        let sides = finding.source.iter_mut().chain(&mut finding.target).chain(&mut finding.also);
        sides.for_each(|side| lead_shared(&mut side.path));
    }
    for document in &mut seen.documents {
        lead(&mut document.path);
        document.pages.iter_mut().for_each(|page| lead(&mut page.path));
    }
    Cow::Owned(seen)
}
