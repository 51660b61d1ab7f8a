//! The results of tests, as JUnit's XML has them: a suite for each language, a case for each page that is in order and
//! for each thing to do. What the gate does not fail at is skipped, never passed: unknown is not green.

use std::collections::HashMap;
use std::io::{self, Write};

use hexapla_core::language::Language;
use hexapla_core::status::{PageState, Severity};
use hexapla_xml::find_forbidden;
use hexapla_xml::write::Writer;

use super::diff::{excerpt, source_line};
use super::task::{Folding, Task, tasks};
use super::{Sheet, language_name};
use crate::console::Face;
use crate::messages::{Msg, visible};

/// One test.
struct Case {
    name: String,
    file: String,
    result: Outcome,
}

enum Outcome {
    Passed,
    Skipped { message: String },
    Failed { message: String, kind: &'static str, details: String },
}

/// Draws the suites.
pub(crate) fn suites(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let tasks = tasks(sheet.report, Folding::PagesAndUnverified);
    let suites: Vec<(&Language, Vec<Case>)> =
        sheet.report.languages.iter().map(|language| (language, cases(language, &tasks, sheet, face))).collect();
    let mut writer = Writer::new(out);
    writer.declaration()?;
    let totals = count(suites.iter().flat_map(|(_, cases)| cases));
    writer.start("testsuites", with_name("hexapla", &totals))?;
    for (language, cases) in &suites {
        writer.raw("\n  ")?;
        writer.start("testsuite", with_name(&plain(&language_name(face, language)), &count(cases)))?;
        for one in cases {
            writer.raw("\n    ")?;
            case(language, one, &mut writer)?;
        }
        writer.raw("\n  ")?;
        writer.end("testsuite")?;
    }
    writer.raw("\n")?;
    writer.end("testsuites")?;
    writer.raw("\n")
}

fn cases(language: &Language, tasks: &[Task<'_>], sheet: &Sheet<'_>, face: &Face) -> Vec<Case> {
    let mut cases = Vec::new();
    for (_, option, said) in sheet.held().said(face).into_iter().filter(|(of, ..)| *of == language) {
        let message = plain(&said);
        let result = Outcome::Failed { details: message.clone(), message, kind: option };
        cases.push(Case { name: option.to_owned(), file: String::new(), result });
    }
    let mut of_page: HashMap<&str, Vec<&Task<'_>>> = HashMap::new();
    for task in tasks.iter().filter(|task| task.first.language == *language) {
        of_page.entry(&*task.first.document).or_default().push(task);
    }
    for document in &sheet.report.documents {
        let Some(page) = document.pages.iter().find(|page| page.language == *language) else { continue };
        let found = of_page.remove(document.path.as_str()).unwrap_or_default();
        if found.is_empty() && page.state != PageState::NotOffered {
            let file = plain(&format!("{}{}", sheet.prefix, page.path));
            cases.push(Case { name: plain(&page.path), file, result: Outcome::Passed });
        }
        cases.extend(found.into_iter().map(|task| failed(task, sheet, face)));
    }
    // What belongs to no document: pages without a source.
    let rest =
        tasks.iter().filter(|task| task.first.language == *language && of_page.contains_key(&*task.first.document));
    cases.extend(rest.map(|task| failed(task, sheet, face)));
    number_equals(&mut cases);
    cases
}

fn failed(task: &Task<'_>, sheet: &Sheet<'_>, face: &Face) -> Case {
    let first = task.first;
    let spot = task.spot(sheet.focus);
    let page = task.target_path.unwrap_or(spot.path);
    let text = first.source.as_ref().or(first.target.as_ref()).map_or("", |side| &*side.text);
    // The text and not the line: a test must be the same test when lines move.
    let mut name = format!("{page}: {}", first.rule.as_str());
    if !text.is_empty() && !task.is_folded() {
        let short: String = visible(text).chars().take(60).collect();
        name = format!("{name}: {}", short.trim());
    }
    let message = plain(&task.said(face));
    let result = if first.severity == Severity::Error {
        Outcome::Failed { details: plain_lines(&details(task, sheet, face)), message, kind: first.rule.as_str() }
    } else {
        Outcome::Skipped { message }
    };
    Case { name: plain(&name), file: plain(&format!("{}{}", sheet.prefix, spot.path)), result }
}

fn details(task: &Task<'_>, sheet: &Sheet<'_>, face: &Face) -> String {
    let words = &face.words;
    let mut lines = vec![format!("{}{}", sheet.prefix, task.spot(sheet.focus).written())];
    if task.is_folded() {
        lines.push(task.extent(face));
    } else {
        if let Some(source) = source_line(task.first) {
            lines.push(format!("{}: {source}", words.say(Msg::FindingSource)));
        }
        if let Some(target) = task.first.target.as_ref().filter(|target| !target.text.is_empty()) {
            lines.push(format!("{}: {}", words.say(Msg::FindingTarget), excerpt(&target.text)));
        }
    }
    lines.extend(task.first.detail.clone());
    lines.extend(task.base(face).map(|base| format!("{}: {base}", words.say(Msg::FindingBase))));
    lines.extend(task.since().map(|since| format!("{}: {since}", words.say(Msg::FindingSince))));
    lines.push(format!("{}: {}", words.say(Msg::LabelHelp), task.remedy(face)));
    lines.join("\n")
}

/// Two tests of one name are one test to most readers: the second becomes `… (2)`.
fn number_equals(cases: &mut [Case]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for case in cases {
        let n = seen.entry(case.name.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            case.name = format!("{} ({n})", case.name);
        }
    }
}

fn count<'a>(cases: impl IntoIterator<Item = &'a Case>) -> [String; 3] {
    let mut counts = [0usize; 3];
    for case in cases {
        counts[0] += 1;
        match case.result {
            Outcome::Passed => {}
            Outcome::Failed { .. } => counts[1] += 1,
            Outcome::Skipped { .. } => counts[2] += 1,
        }
    }
    counts.map(|count| count.to_string())
}

fn with_name<'v>(name: &'v str, [tests, failures, skipped]: &'v [String; 3]) -> [(&'v str, &'v str); 5] {
    [("name", name), ("tests", tests), ("failures", failures), ("errors", "0"), ("skipped", skipped)]
}

fn case(language: &Language, case: &Case, writer: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let mut attributes = vec![("classname", language.as_str()), ("name", case.name.as_str())];
    if !case.file.is_empty() {
        attributes.push(("file", &case.file));
    }
    match &case.result {
        Outcome::Passed => writer.empty("testcase", attributes),
        Outcome::Skipped { message } => {
            writer.start("testcase", attributes)?;
            writer.empty("skipped", [("message", message.as_str())])?;
            writer.end("testcase")
        }
        Outcome::Failed { message, kind, details } => {
            writer.start("testcase", attributes)?;
            writer.element("failure", [("message", message.as_str()), ("type", kind)], details)?;
            writer.end("testcase")
        }
    }
}

/// A line without characters that XML cannot carry.
fn plain(text: &str) -> String {
    plain_lines(&visible(text))
}

fn plain_lines(text: &str) -> String {
    if find_forbidden(text).is_none() {
        return text.to_owned();
    }
    let shown = text.chars().map(|c| match c {
        c if find_forbidden(c.encode_utf8(&mut [0; 4])).is_some() => format!("\\u{{{:02X}}}", u32::from(c)),
        c => c.to_string(),
    });
    shown.collect()
}
