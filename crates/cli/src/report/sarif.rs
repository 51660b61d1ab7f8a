//! SARIF 2.1.0 (OASIS, with errata 01), as code scanning reads it.
//!
//! GitHub takes 25,000 results of a run and shows 5,000 of them; so the 5,000 worst leave, and a notification says what
//! stayed. Alerts are known again by our fingerprint, which says what is wrong and not in which line.

use hexapla_core::status::{Rule, Severity};
use serde_json::{Value, json};

use super::diff::{excerpt, source_line};
use super::json::two_digits;
use super::task::{Folding, Spot, Task, tally, tasks, worst_first};
use super::wording::{meaning, remedy, title};
use super::{Sheet, verdict};
use crate::console::Face;
use crate::messages::Msg;

/// The schema that a log keeps to.
pub(crate) const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// So many results are shown.
const RESULTS: usize = 5000;

/// So many other places of a thing are named.
const RELATED: usize = 20;

/// What places are relative to.
const ROOT: &str = "%SRCROOT%";

/// The log of a run.
pub(crate) fn log(sheet: &Sheet<'_>, face: &Face) -> Value {
    let tasks = tasks(sheet.report, Folding::PagesAndUnverified);
    let sorted = worst_first(&tasks);
    let (shown, left_out) = sorted.split_at(sorted.len().min(RESULTS));
    let mut invocation = json!({ "executionSuccessful": true });
    if !left_out.is_empty() {
        let what = verdict::severities(tally(left_out.iter().copied()), face);
        let said = face.words.say(Msg::ReportLeftOut { what: &what });
        invocation["toolExecutionNotifications"] =
            json!([{ "level": "warning", "message": { "text": said }, "properties": { "leftOut": left_out.len() } }]);
    }
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hexapla",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": face.words.language().tag(),
                "rules": Rule::ALL.iter().map(|rule| descriptor(*rule, face)).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": "hexapla/" },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { ROOT: { "description": { "text": "The root of the repository." } } },
            "invocations": [invocation],
            "results": shown.iter().map(|task| result(task, sheet, face)).collect::<Vec<_>>(),
        }],
    })
}

fn descriptor(rule: Rule, face: &Face) -> Value {
    let words = &face.words;
    // The name of a rule in the manner of SARIF: an identifier.
    let name: String = rule.as_str().split('-').map(capitalised).collect();
    let (full, help) = (meaning(rule, words), words.say(remedy(rule)));
    json!({
        "id": rule.as_str(),
        "name": name,
        "shortDescription": { "text": words.say(title(rule)) },
        "fullDescription": { "text": full },
        "help": { "text": help, "markdown": help },
        "defaultConfiguration": { "level": level(rule.severity()) },
        "properties": { "tags": ["translation"] },
    })
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(task: &Task<'_>, sheet: &Sheet<'_>, face: &Face) -> Value {
    let first = task.first;
    let other = task.other_spot(sheet.focus);
    let mut value = json!({
        "ruleId": first.rule.as_str(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == first.rule),
        "level": level(first.severity),
        "message": { "text": message(task, face) },
        "locations": [primary(task.spot(sheet.focus), sheet.prefix)],
        "partialFingerprints": { "primaryLocationLineHash": task.fingerprint() },
        "properties": properties(task),
    });
    let is_source = |spot: &Spot<'_>| first.source.as_ref().is_some_and(|source| *source.path == *spot.path);
    let named = |spot: &Spot<'_>| if is_source(spot) { Msg::FindingSource } else { Msg::FindingTarget };
    let also = first.also.iter().take(RELATED).map(|side| (Spot::of(side), Msg::FindingAlso));
    let related = other.map(|spot| (spot, named(&spot))).into_iter().chain(also);
    let related: Vec<Value> = related
        .zip(1..)
        .map(|((spot, name), id)| {
            let mut related = location(spot, sheet.prefix);
            related["id"] = json!(id);
            related["message"] = json!({ "text": face.words.say(name) });
            related
        })
        .collect();
    if !related.is_empty() {
        value["relatedLocations"] = Value::Array(related);
    }
    value
}

/// What is wrong, the source with what changed in it, and what to do. A viewer that has room for one sentence shows the
/// first.
fn message(task: &Task<'_>, face: &Face) -> String {
    let mut said = vec![task.said(face)];
    if task.is_folded() {
        said.push(format!("{}.", task.extent(face)));
    } else if let Some(source) = source_line(task.first) {
        said.push(format!("{}: {}", face.words.say(Msg::FindingSource), unlinked(&source)));
    }
    if let Some(detail) = &task.first.detail {
        said.push(unlinked(&excerpt(detail)));
    }
    said.push(task.remedy(face));
    said.join("\n")
}

/// `[text](1)` in a message is a link to a place (§3.11.6): what is no link must not look like one.
fn unlinked(text: &str) -> String {
    text.replace("](", "] (")
}

fn properties(task: &Task<'_>) -> Value {
    let first = task.first;
    let base = first.base.as_ref();
    let mut value = json!({
        "language": first.language,
        "document": first.document,
        "segments": task.findings.len(),
        "state": first.state.map(|state| state.as_str()),
        "edit": first.edit.map(|edit| edit.as_str()),
        "provenance": base.map(|base| base.provenance.as_str()),
        "confidence": base.map(|base| two_digits(base.confidence)),
        "baseCommit": base.and_then(|base| base.commit.as_ref()),
        "sinceCommit": first.since.as_ref().map(|since| &since.commit),
    });
    if let Value::Object(map) = &mut value {
        map.retain(|_, value| !value.is_null());
    }
    value
}

/// Where an alert stands; without a line, GitHub shows none.
fn primary(spot: Spot<'_>, prefix: &str) -> Value {
    let mut value = location(spot, prefix);
    if spot.place.is_none() {
        value["physicalLocation"]["region"] = json!({ "startLine": 1, "startColumn": 1 });
    }
    value
}

fn location(spot: Spot<'_>, prefix: &str) -> Value {
    let uri = percent_encoded(&format!("{prefix}{}", spot.path));
    let mut physical = json!({ "artifactLocation": { "uri": uri, "uriBaseId": ROOT } });
    if let Some(place) = spot.place {
        physical["region"] = json!({ "startLine": place.line, "startColumn": place.column });
    }
    json!({ "physicalLocation": physical })
}

/// A path as a relative reference (RFC 3986): every byte but the unreserved ones, and `/`, is encoded.
pub(crate) fn percent_encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        let check = |path: &str, want: &str| assert_eq!(percent_encoded(path), want);
        check("content/de/hof.md", "content/de/hof.md");
        check("neue seiten/a+b.md", "neue%20seiten/a%2Bb.md");
        check("ar/حديقة.md", "ar/%D8%AD%D8%AF%D9%8A%D9%82%D8%A9.md");
        check("c:d/100%.md", "c%3Ad/100%25.md");
    }

    #[test]
    fn what_is_no_link_does_not_look_like_one() {
        assert_eq!(unlinked("[siehe](1) und [-a-]{+b+}"), "[siehe] (1) und [-a-]{+b+}");
    }
}
