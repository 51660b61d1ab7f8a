//! `hexapla segment --explain`: every place where a rule would cut, and the rule that decided.

use anstyle::{AnsiColor, Style};
use hexapla_core::document::{Block, SegmentedDocument};
use hexapla_core::segment::{Action, Decision, RuleReference, Rules};
use serde_json::{Value, json};

use crate::console::{Console, Face};
use crate::failure::Failure;
use crate::layout::{columns, pad};
use crate::messages::Msg;

/// How many characters are shown on either side of the place.
const CONTEXT: usize = 24;
const CUT: Style = AnsiColor::Green.on_default().bold();
const KEPT: Style = AnsiColor::Yellow.on_default();

/// For people: the place and what was decided, the text around it with `│` at the place, and below it the rule.
pub(super) fn text(page: &SegmentedDocument, rules: &Rules, console: &mut Console) -> Result<(), Failure> {
    let said = console.words().say(Msg::ExplainRules { rules: &rules.fingerprint().to_string() });
    console.line(&said)?;
    for block in &page.document.blocks {
        for decision in rules.explain(block.text.as_str()) {
            let lines = lines(page, block, &decision, &console.face);
            console.line(&lines)?;
        }
    }
    Ok(())
}

fn lines(page: &SegmentedDocument, block: &Block, decision: &Decision, face: &Face) -> String {
    let words = &face.words;
    let place = place(page, block, decision.at);
    let (label, style) = match decision.action {
        Action::Break => (words.say(Msg::ExplainBreak), CUT),
        Action::Keep => (words.say(Msg::ExplainKeep), KEPT),
    };
    let width = [Msg::ExplainBreak, Msg::ExplainKeep].map(|label| columns(&words.say(label))).into_iter().max();
    let padding = pad("", width.unwrap_or(0).saturating_sub(columns(&label)));
    let place = format!("{}:{}", place.line, place.column);
    let head = format!("{place:8}{}{padding}  ", face.paint(style, &label));
    let indent = pad("", 8 + width.unwrap_or(0) + 2);
    let mut lines = format!("{head}{}\n{indent}{}", around(block, decision.at, face), named(&decision.rule, face));
    if let Some(suppressed) = &decision.suppressed {
        let against = words.say(Msg::ExplainAgainst { rule: &named(suppressed, face) });
        lines.push_str(&format!("\n{indent}{against}"));
    }
    lines
}

fn place(page: &SegmentedDocument, block: &Block, at: usize) -> hexapla_core::text::Place {
    // The end of what stands before: the blank after it may have been folded out of several.
    page.place_of(block.text.file_range(0..at).end)
}

fn around(block: &Block, at: usize, face: &Face) -> String {
    let (before, after) = block.text.as_str().split_at(at);
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(start, _)| start);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(end, _)| end);
    let more = |yes: bool| if yes { "…" } else { "" };
    let shown = format!("{}{}│{}{}", more(start > 0), &before[start..], &after[..end], more(end < after.len()));
    face.words.foreign(&shown.replace(['\n', '\r', '\t'], " "))
}

/// `de.rules:93  after a title`; a rule without a title is its two patterns.
fn named(rule: &RuleReference, face: &Face) -> String {
    let place = rule.place.map_or_else(|| rule.file.to_string(), |place| format!("{}:{}", rule.file, place.line));
    let title = match &rule.title {
        Some(title) => format!("{} · {title}", rule.group),
        None => format!("{} · {} │ {}", rule.group, rule.before, rule.after),
    };
    face.words.foreign(&format!("{place}  {title}"))
}

/// For programs.
pub(super) fn json(page: &SegmentedDocument, block: &Block, rules: &Rules) -> Vec<Value> {
    let decisions = rules.explain(block.text.as_str()).into_iter();
    decisions
        .map(|decision| {
            let place = place(page, block, decision.at);
            json!({
                "action": match decision.action {
                    Action::Break => "break",
                    Action::Keep => "keep",
                },
                "byte": place.byte,
                "line": place.line,
                "column": place.column,
                "rule": rule(&decision.rule),
                "against": decision.suppressed.as_ref().map(rule),
            })
        })
        .collect()
}

fn rule(rule: &RuleReference) -> Value {
    json!({
        "file": &*rule.file,
        "line": rule.place.map(|place| place.line),
        "group": &*rule.group,
        "title": rule.title,
        "before": rule.before,
        "after": rule.after,
    })
}
