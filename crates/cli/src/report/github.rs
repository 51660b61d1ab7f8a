//! Annotations of GitHub Actions: workflow commands on standard output.
//!
//! A step shows ten errors, ten warnings and ten notices and drops the rest without a word; so the worst come first,
//! and the last notice says what else there is.

use std::io::{self, Write};

use hexapla_core::status::Severity;

use super::diff::{excerpt, source_line};
use super::task::{Folding, Task, tally, tasks, worst_first};
use super::wording::title;
use super::{Question, Sheet, language_name, verdict};
use crate::console::Face;
use crate::messages::Msg;

/// So many of each kind are shown.
const SHOWN: usize = 10;

/// Draws the annotations, and what they leave out.
pub(crate) fn commands(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let held = sheet.held().said(face);
    for (_, option, said) in held.iter().take(SHOWN) {
        command("error", &[("title", option)], said, out)?;
    }
    let tasks = tasks(sheet.report, Folding::PagesAndUnverified);
    // The last notice is kept for what is left out.
    let mut room = [SHOWN.saturating_sub(held.len()), SHOWN, SHOWN - 1];
    let (mut shown, mut left_out) = (Vec::new(), Vec::new());
    for task in worst_first(&tasks) {
        let room = match task.first.severity {
            Severity::Error => &mut room[0],
            Severity::Warning => &mut room[1],
            Severity::Note => &mut room[2],
        };
        if *room > 0 {
            *room -= 1;
            shown.push(task);
        } else {
            left_out.push(task);
        }
    }
    for task in shown {
        annotation(task, sheet, face, out)?;
    }
    if !left_out.is_empty() {
        let what = verdict::severities(tally(left_out), face);
        let said = face.words.say(Msg::ReportLeftOut { what: &what });
        command("notice", &[("title", "hexapla")], &said, out)?;
    }
    let counted = verdict::counted(&sheet.report.findings, face);
    let gate = match sheet.question {
        Question::Status => return writeln!(out, "{counted}"),
        Question::Check(held) if held.passes(sheet.report) => Msg::CheckPassed,
        Question::Check(_) => Msg::CheckFailed,
    };
    writeln!(out, "{} {counted}", face.words.say(gate))
}

fn annotation(task: &Task<'_>, sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let first = task.first;
    let kind = match first.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let spot = task.spot(sheet.focus);
    let path = format!("{}{}", sheet.prefix, spot.path);
    let place = spot.place.map(|place| (place.line.to_string(), place.column.to_string()));
    let language = language_name(face, &first.language);
    let title = format!("{} · {language} [{}]", face.words.say(title(first.rule)), first.rule.as_str());
    let mut properties = vec![("file", path.as_str())];
    if let Some((line, column)) = &place {
        properties.extend([("line", line.as_str()), ("col", column.as_str())]);
    }
    properties.push(("title", &title));
    let mut lines = vec![task.said(face)];
    if task.is_folded() {
        lines.push(task.extent(face));
    } else {
        if let Some(source) = source_line(first) {
            lines.push(format!("{}: {source}", face.words.say(Msg::FindingSource)));
        }
        if let Some(target) = &first.target
            && !target.text.is_empty()
        {
            lines.push(format!("{}: {}", face.words.say(Msg::FindingTarget), excerpt(&target.text)));
        }
    }
    lines.extend(first.detail.as_deref().map(excerpt));
    lines.push(task.remedy(face));
    command(kind, &properties, &lines.join("\n"), out)
}

fn command(name: &str, properties: &[(&str, &str)], message: &str, out: &mut dyn Write) -> io::Result<()> {
    let properties = properties.iter().map(|(name, value)| format!("{name}={}", in_property(value)));
    writeln!(out, "::{name} {}::{}", properties.collect::<Vec<_>>().join(","), in_message(message))
}

/// What a message must not say plainly (actions/toolkit, `command.ts`).
fn in_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What a property must not say plainly.
fn in_property(text: &str) -> String {
    in_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let check = |properties: &[(&str, &str)], message: &str, want: &str| {
            let mut out = Vec::new();
            command("error", properties, message, &mut out).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), format!("{want}\n"));
        };
        check(&[("file", "a.md"), ("line", "3")], "Hallo", "::error file=a.md,line=3::Hallo");
        check(&[("file", "a,b:c%.md")], "100 %:\r\n::set", "::error file=a%2Cb%3Ac%25.md::100 %25:%0D%0A::set");
        check(&[("title", "قديم, 1")], "سعر", "::error title=قديم%2C 1::سعر");
    }
}
