//! A report as one page for a browser, after the manner of the Hexapla: the source and its translations in columns side
//! by side, with the signs of Origen where something is missing or stands alone.
//!
//! The page needs nothing else, no script, no other file, no network. What can be filtered is filtered by style sheets:
//! languages and states by radio buttons, pages by the address (`#page-3`).

mod columns;
mod filter;
mod overview;

use std::io::{self, Write};

use hexapla_core::language::{Direction, Language};
use hexapla_core::status::Rule;

use super::task::{Folding, Task, tally, tasks, worst_first};
use super::wording::{meaning, remedy, title};
use super::{Question, Sheet, escape, language_name, verdict, with_code};
use crate::console::Face;
use crate::messages::Msg;
use filter::State;

/// So many findings are shown, the worst: more would be a burden for any browser, and for any reader.
const SHOWN: usize = 10_000;

/// Six columns.
const MARK: &str = "<svg class=\"sign\" viewBox=\"0 0 22 16\" aria-hidden=\"true\"><path d=\"M1 0h2v16H1zM5 0h2v16H5zM9 0h2v12H9zM13 \
                    0h2v16h-2zM17 0h2v9h-2zM21 0h1v16h-1z\"/></svg>";

/// Draws the page.
pub(crate) fn page(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let tasks = tasks(sheet.report, Folding::Pages);
    let sorted = worst_first(&tasks);
    let (shown, left_out) = sorted.split_at(sorted.len().min(SHOWN));
    let mut shown = shown.to_vec();
    shown.sort_by_key(|task| task.number);
    let sections = columns::sections(&shown);
    let ui = words.language();
    let direction = if ui.is_right_to_left() { "rtl" } else { "ltr" };
    let heading = escape(&words.say(Msg::MarkdownTitle));
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">",
        ui.tag()
    )?;
    writeln!(
        out,
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{heading} · hexapla</title>"
    )?;
    writeln!(out, "<style>\n{}", include_str!("page.css"))?;
    filter::rules(&sheet.report.languages, &shown, out)?;
    writeln!(out, "</style>\n</head>\n<body>\n<header>\n<h1>{MARK}{heading}</h1>")?;
    gate(sheet, face, out)?;
    writeln!(out, "</header>\n<main>")?;
    overview::languages(sheet, face, out)?;
    if !sections.is_empty() {
        filter::controls(&sheet.report.languages, &shown, face, out)?;
        overview::pages(sheet, &sections, face, out)?;
        writeln!(out, "<section aria-labelledby=\"work\">")?;
        writeln!(out, "<h2 id=\"work\">{}</h2>", escape(&words.say(Msg::HtmlWork)))?;
        for section in &sections {
            section.draw(sheet, face, out)?;
        }
        if !left_out.is_empty() {
            let what = verdict::severities(tally(left_out.iter().copied()), face);
            writeln!(out, "<p>{}</p>", with_code(&words.say(Msg::ReportLeftOut { what: &what }), escape))?;
        }
        writeln!(out, "</section>")?;
        legend(&shown, face, out)?;
    }
    writeln!(out, "</main>\n<footer><bdi>hexapla {}</bdi></footer>\n</body>\n</html>", env!("CARGO_PKG_VERSION"))
}

fn gate(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let (words, report) = (&face.words, sheet.report);
    let counted = verdict::counted(&report.findings, face);
    let Question::Check(held) = sheet.question else { return writeln!(out, "<p>{}</p>", escape(&counted)) };
    let (class, said) = match held.passes(report) {
        _ if report.findings.is_empty() && held.is_nothing() => ("passed", Msg::CheckClean),
        true => ("passed", Msg::CheckPassed),
        false => ("failed", Msg::CheckFailed),
    };
    let counted = if report.findings.is_empty() { String::new() } else { counted };
    writeln!(out, "<div class=\"gate {class}\">")?;
    writeln!(out, "<p><strong>{}</strong> {}</p>", escape(&words.say(said)), escape(&counted))?;
    for (_, _, said) in held.said(face) {
        writeln!(out, "<p>{}</p>", escape(&said))?;
    }
    writeln!(out, "</div>")
}

/// What the rules mean that are broken here, and what to do.
fn legend(shown: &[&Task<'_>], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    writeln!(
        out,
        "<section aria-labelledby=\"legend\">\n<h2 id=\"legend\">{}</h2>",
        escape(&words.say(Msg::HtmlLegend))
    )?;
    writeln!(out, "<dl class=\"legend\">")?;
    for rule in Rule::ALL.into_iter().filter(|rule| shown.iter().any(|task| task.first.rule == *rule)) {
        let state = State::of(rule);
        let (head, name) = (escape(&words.say(title(rule))), rule.as_str());
        let sign = format!("<b class=\"{}\" aria-hidden=\"true\">{}</b>", state.as_str(), state.sign());
        writeln!(out, "<div id=\"rule-{name}\"><dt>{sign} {head} <code>{name}</code></dt>")?;
        let (meaning, remedy) = (meaning(rule, words), words.say(remedy(rule)));
        writeln!(
            out,
            "<dd>{} <strong>{}</strong></dd></div>",
            with_code(&meaning, escape),
            with_code(&remedy, escape)
        )?;
    }
    writeln!(out, "</dl>\n</section>")
}

/// The attributes of text in a language.
fn attributes(language: &Language) -> String {
    let direction = if language.direction() == Direction::RightToLeft { "rtl" } else { "ltr" };
    format!("lang=\"{}\" dir=\"{direction}\"", escape(language.as_str()))
}
