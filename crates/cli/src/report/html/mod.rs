//! A report as one page for a browser, after the manner of the Hexapla: the source and its translations in columns side
//! by side, with the signs of Origen where something is missing or stands alone.
//!
//! The page needs nothing else, no script, no other file, no network. What can be filtered is filtered by style sheets:
//! languages and states by radio buttons, pages by the address (`#page-3`).

mod columns;
mod filter;

use std::io::{self, Write};

use hexapla_core::language::{Direction, Language};
use hexapla_core::status::{Coverage, PageState, Rule};

use super::status::percent;
use super::task::{Folding, Task, tally, tasks, worst_first};
use super::wording::{meaning, remedy, title};
use super::{Question, Sheet, escape, language_name, verdict};
use crate::console::Face;
use crate::messages::{Msg, visible};
use columns::Section;
use filter::State;

/// So many findings are shown, the worst: more would be a burden for any browser, and for any reader.
const SHOWN: usize = 10_000;

/// Draws the page.
pub(crate) fn page(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let tasks = tasks(sheet.report, Folding::Pages);
    let sorted = worst_first(&tasks);
    let (shown, left_out) = sorted.split_at(sorted.len().min(SHOWN));
    let mut shown = shown.to_vec();
    shown.sort_by_key(|task| task.number);
    let sections = columns::sections(&shown);
    let states = filter::states(&shown);
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
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{heading}</title>"
    )?;
    writeln!(out, "<style>\n{}", include_str!("page.css"))?;
    filter::rules(&sheet.report.languages, &states, out)?;
    writeln!(out, "</style>\n</head>\n<body>\n<header>\n<h1>{heading}</h1>")?;
    gate(sheet, face, out)?;
    writeln!(out, "</header>\n<main>")?;
    languages(sheet, face, out)?;
    if !sections.is_empty() {
        overview(sheet, &sections, face, out)?;
        writeln!(out, "<section class=\"work\" aria-labelledby=\"work\">")?;
        writeln!(out, "<h2 id=\"work\">{}</h2>", escape(&words.say(Msg::HtmlWork)))?;
        filter::controls(&sheet.report.languages, &states, face, out)?;
        for section in &sections {
            section.draw(sheet, face, out)?;
        }
        if !left_out.is_empty() {
            let what = verdict::severities(tally(left_out.iter().copied()), face);
            writeln!(out, "<p>{}</p>", escape(&words.say(Msg::ReportLeftOut { what: &what })))?;
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
    writeln!(out, "<p class=\"gate {class}\"><strong>{}</strong> {}</p>", escape(&words.say(said)), escape(&counted))?;
    for (_, _, said) in held.said(face) {
        writeln!(out, "<p class=\"gate failed\">{}</p>", escape(&said))?;
    }
    Ok(())
}

/// How each language stands.
fn languages(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    writeln!(out, "<section aria-labelledby=\"languages\">")?;
    writeln!(out, "<h2 id=\"languages\">{}</h2>\n<ul class=\"languages\">", escape(&words.say(Msg::HtmlLanguages)))?;
    for language in &sheet.report.languages {
        let coverage = sheet.report.coverage(language);
        let (done, current, total) = (coverage.translated(), coverage.up_to_date(), coverage.total());
        let translated = words.say(Msg::StatusTranslated { percent: percent(done, total).into() });
        let up_to_date = words.say(Msg::StatusUpToDate { percent: percent(current, total).into() });
        let complete = sheet.report.page_count(language, PageState::Full);
        writeln!(out, "<li><h3>{}</h3>", escape(&language_name(face, language)))?;
        bar(&coverage, out)?;
        writeln!(out, "<p>{} · <b>{}</b></p>", escape(&translated), escape(&up_to_date))?;
        writeln!(out, "<p class=\"counts\">")?;
        for (state, n) in [
            (State::Untranslated, coverage.untranslated.segments),
            (State::Stale, coverage.stale.segments),
            (State::Obsolete, coverage.obsolete.segments),
            (State::Unknown, coverage.unknown.segments + coverage.extra.segments),
        ] {
            let class = if n == 0 { "none" } else { state.as_str() };
            let said = match state {
                State::Untranslated => Msg::StateUntranslated { n: n.into() },
                State::Stale => Msg::StateStale { n: n.into() },
                State::Obsolete => Msg::StateObsolete { n: n.into() },
                _ => Msg::StateUnknown { n: n.into() },
            };
            writeln!(out, "<span class=\"{class}\"><b>{}</b> {}</span>", state.sign(), escape(&words.say(said)))?;
        }
        writeln!(out, "</p>")?;
        if complete > 0 {
            let said = words.say(Msg::StatusComplete { n: complete.into() });
            writeln!(out, "<p class=\"faint\">{}</p>", escape(&said))?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// Up to date, stale, unknown, untranslated, by source words; the figures stand beside it.
fn bar(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<div class=\"bar\" aria-hidden=\"true\">")?;
    for (class, count) in [
        ("current", coverage.up_to_date()),
        ("stale", coverage.stale),
        ("unknown", coverage.unknown),
        ("untranslated", coverage.untranslated),
    ] {
        if count.words > 0 {
            write!(out, "<i class=\"{class}\" style=\"flex-grow:{}\"></i>", count.words)?;
        }
    }
    writeln!(out, "</div>")
}

/// The pages that need work, by languages.
fn overview(sheet: &Sheet<'_>, sections: &[Section<'_>], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let open = if sections.len() <= 12 { " open" } else { "" };
    writeln!(out, "<section id=\"pages\" aria-labelledby=\"overview\">")?;
    writeln!(
        out,
        "<details{open}>\n<summary><h2 id=\"overview\">{}</h2></summary>",
        escape(&words.say(Msg::HtmlPages))
    )?;
    writeln!(out, "<div class=\"wide\" tabindex=\"0\">")?;
    writeln!(
        out,
        "<table class=\"overview\">\n<thead>\n<tr><th scope=\"col\">{}</th>",
        escape(&words.say(Msg::ColumnPage))
    )?;
    for language in &sheet.report.languages {
        writeln!(out, "<th scope=\"col\">{}</th>", escape(&language_name(face, language)))?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    let mut documents = sheet.report.documents.iter().peekable();
    for section in sections {
        // Both are in the order of paths, but for pages without a source, which come as they come.
        while documents.next_if(|document| document.path.as_str() < section.path()).is_some() {}
        let document = documents.peek().filter(|document| document.path == section.path());
        let name = escape(&visible(section.path()));
        writeln!(out, "<tr><th scope=\"row\"><a href=\"#{}\"><bdi>{name}</bdi></a></th>", section.id())?;
        for language in &sheet.report.languages {
            let page = document.and_then(|document| document.pages.iter().find(|page| page.language == *language));
            let (class, said) = match page.map(|page| (page.state, &page.coverage)) {
                None => ("faint", "·".to_owned()),
                Some((PageState::NotOffered, _)) => ("faint", words.say(Msg::StatusNotOffered)),
                Some((PageState::Missing, _)) => ("untranslated", words.say(Msg::StatusMissing)),
                Some((PageState::Partial | PageState::Full, coverage)) => {
                    let share = percent(coverage.up_to_date(), coverage.total());
                    let class = if share == 100 { "current" } else { "partly" };
                    (class, words.say(Msg::Percent { n: share.into() }))
                }
            };
            writeln!(out, "<td class=\"{class}\">{}</td>", escape(&said))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>\n</details>\n</section>")
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
        writeln!(out, "<dd>{} <strong>{}</strong></dd></div>", escape(&meaning), escape(&remedy))?;
    }
    writeln!(out, "</dl>\n</section>")
}

/// The attributes of text in a language.
fn attributes(language: &Language) -> String {
    let direction = if language.direction() == Direction::RightToLeft { "rtl" } else { "ltr" };
    format!("lang=\"{}\" dir=\"{direction}\"", escape(language.as_str()))
}
