//! A report for programs. The shape is versioned: what is there stays, what is new is added.

use std::io::{self, Write};

use hexapla_core::align::Confidence;
use hexapla_core::language::Language;
use hexapla_core::status::{Count, Coverage, Finding, FindingSide, PageState, Severity};
use hexapla_project::{DocumentReport, HistoryState, Report};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// Counts up when something that was there changes its meaning.
const SCHEMA_VERSION: u32 = 1;

/// The whole report: all findings, whatever the gate, and the coverage.
pub(crate) fn report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    whole(&Whole(report), out)
}

/// A report that is written finding by finding: as one value it would take up far more memory than itself.
struct Whole<'a>(&'a Report);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Value::Object(head) = head(self.0) {
            head.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        }
        map.serialize_entry("findings", &Findings(&self.0.findings))?;
        map.serialize_entry("coverage", &coverage(self.0))?;
        map.end()
    }
}

struct Findings<'a>(&'a [Finding]);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(finding))
    }
}

/// The same in lines: the findings as they come, each a value with `"type": "finding"`; then one with
/// `"type": "summary"` and the rest. A reader needs no more memory than for one finding.
pub(crate) fn lines(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for one in &report.findings {
        line("finding", &finding(one), out)?;
    }
    let mut summary = head(report);
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let n = report.findings.iter().filter(|finding| finding.severity == severity).count();
        (severity.as_str().to_owned(), json!(n))
    });
    summary["findings"] = Value::Object(counts.into_iter().collect());
    summary["coverage"] = coverage(report);
    line("summary", &summary, out)
}

fn line(kind: &str, value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Typed<'a, T> {
        r#type: &'a str,
        #[serde(flatten)]
        value: &'a T,
    }
    serde_json::to_writer(&mut *out, &Typed { r#type: kind, value })?;
    writeln!(out)
}

/// A value as a file of its own.
pub(super) fn whole(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn head(report: &Report) -> Value {
    json!({
        "schema_version": SCHEMA_VERSION,
        "tool": { "name": "hexapla", "version": env!("CARGO_PKG_VERSION") },
        "source_language": report.source,
        "history": history(&report.history),
        "recut_memories": report.recut_memories.iter().map(|recut| json!({
            "path": recut.path,
            "cut_by": recut.then,
            "in_force": recut.now.to_string(),
            "segments": recut.segments,
        })).collect::<Vec<_>>(),
    })
}

fn history(history: &HistoryState) -> Value {
    match history {
        HistoryState::Off => json!({ "state": "off" }),
        HistoryState::Absent(reason) => json!({ "state": "absent", "reason": reason.to_string() }),
        HistoryState::Read { commits, telling } => json!({ "state": "read", "commits": commits, "telling": telling }),
    }
}

/// One finding: a value that borrows, as there may be hundreds of thousands.
#[derive(Serialize)]
pub(crate) struct FindingValue<'a> {
    rule: &'static str,
    severity: &'static str,
    state: Option<&'static str>,
    minor: bool,
    edit: Option<&'static str>,
    since: Option<SinceValue<'a>>,
    language: &'a Language,
    document: &'a str,
    source: Option<SourceValue<'a>>,
    target: Option<SideValue<'a>>,
    base: Option<BaseValue<'a>>,
    fingerprint: &'a str,
    detail: Option<&'a str>,
    circumstances: Vec<&'static str>,
    also: Vec<SideValue<'a>>,
}

#[derive(Serialize)]
struct SinceValue<'a> {
    commit: &'a str,
    date: &'a str,
    author: &'a str,
}

#[derive(Serialize)]
struct SideValue<'a> {
    path: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    text: &'a str,
}

#[derive(Serialize)]
struct SourceValue<'a> {
    #[serde(flatten)]
    side: SideValue<'a>,
    previous_text: Option<&'a str>,
}

#[derive(Serialize)]
struct BaseValue<'a> {
    commit: Option<&'a str>,
    provenance: &'static str,
    confidence: f64,
    /// What an obsolete segment was made from stands nowhere else: it has no source any more.
    source_text: Option<&'a str>,
}

/// One finding.
pub(crate) fn finding(finding: &Finding) -> FindingValue<'_> {
    let previous = finding.previous_source.as_deref();
    FindingValue {
        rule: finding.rule.as_str(),
        severity: finding.severity.as_str(),
        state: finding.state.map(|state| state.as_str()),
        minor: finding.is_minor(),
        edit: finding.edit.map(|edit| edit.as_str()),
        since: finding.since.as_ref().map(|since| SinceValue {
            commit: &since.commit,
            date: &since.date,
            author: &since.author,
        }),
        language: &finding.language,
        document: &finding.document,
        source: finding.source.as_ref().map(|source| SourceValue { side: side(source), previous_text: previous }),
        target: finding.target.as_ref().map(side),
        base: finding.base.as_ref().map(|base| BaseValue {
            commit: base.commit.as_deref(),
            provenance: base.provenance.as_str(),
            confidence: two_digits(base.confidence),
            source_text: previous,
        }),
        fingerprint: &finding.fingerprint,
        detail: finding.detail.as_deref(),
        circumstances: finding.circumstances.iter().map(|circumstance| circumstance.as_str()).collect(),
        also: finding.also.iter().map(side).collect(),
    }
}

fn side(side: &FindingSide) -> SideValue<'_> {
    SideValue {
        path: &side.path,
        line: side.place.map(|place| place.line),
        column: side.place.map(|place| place.column),
        text: &side.text,
    }
}

/// An `f32` as it is would show digits that mean nothing.
pub(super) fn two_digits(confidence: Confidence) -> f64 {
    (f64::from(confidence.get()) * 100.0).round() / 100.0
}

fn coverage(report: &Report) -> Value {
    let languages = report.languages.iter().map(|language| {
        let pages = |state| report.page_count(language, state);
        let mut value = json!({ "language": language });
        extend(&mut value, &report.coverage(language));
        value["pages"] = json!({
            "full": pages(PageState::Full),
            "partial": pages(PageState::Partial),
            "missing": pages(PageState::Missing),
            "not_offered": pages(PageState::NotOffered),
        });
        value
    });
    json!({
        "languages": languages.collect::<Vec<_>>(),
        "documents": report.documents.iter().map(document).collect::<Vec<_>>(),
    })
}

fn document(document: &DocumentReport) -> Value {
    let pages = document.pages.iter().map(|page| {
        let mut value = json!({ "language": page.language, "path": page.path, "state": page.state.as_str() });
        extend(&mut value, &page.coverage);
        value
    });
    json!({
        "path": document.path,
        "title": document.title,
        "content": count(document.content),
        "boilerplate": count(document.set_apart.boilerplate),
        "language_switcher": count(document.set_apart.language_switcher),
        "do_not_translate": count(document.set_apart.do_not_translate),
        "pages": pages.collect::<Vec<_>>(),
    })
}

fn extend(value: &mut Value, coverage: &Coverage) {
    for (name, part) in [
        ("total", coverage.total()),
        ("translated", coverage.translated()),
        ("up_to_date", coverage.up_to_date()),
        ("current", coverage.current),
        ("minor", coverage.minor),
        ("stale", coverage.stale),
        ("untranslated", coverage.untranslated),
        ("unknown", coverage.unknown),
        ("obsolete", coverage.obsolete),
        ("extra", coverage.extra),
    ] {
        value[name] = count(part);
    }
}

fn count(count: Count) -> Value {
    json!({ "words": count.words, "segments": count.segments })
}
