//! An alignment as one page for a browser, after the manner of the Hexapla: columns, with obelus and asterisk.

use std::io::{self, Write};

use hexapla_core::language::Direction;

use super::{Mark, Pair, Text};
use crate::console::Face;
use crate::messages::Msg;
use crate::number::Number;
use crate::report::{escape, language_name};

/// Draws all pairs below each other on one page that needs nothing else: no script, no other file.
pub(crate) fn html(pairs: &[Pair<'_>], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let ui = words.language();
    let direction = if ui.is_right_to_left() { "rtl" } else { "ltr" };
    let title = match pairs {
        [pair] => {
            let name = pair.source.path.rsplit(['/', '\\']).next().unwrap_or(pair.source.path);
            let (source, target) = (pair.source.side.language, pair.target.side.language);
            let (source, target) = (language_name(face, source), language_name(face, target));
            words.say(Msg::AlignTitle { page: name, source: &source, target: &target })
        }
        _ => words.say(Msg::AlignTitleMany),
    };
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">",
        ui.tag()
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>", escape(&title), include_str!("page.css"))?;
    writeln!(out, "<header>\n<h1>{}</h1>", escape(&title))?;
    writeln!(out, "<p class=\"legend\">{}</p>\n</header>\n<main>", legend(face))?;
    for pair in pairs {
        table(pair, face, out)?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

fn legend(face: &Face) -> String {
    let words = &face.words;
    let item = |class: &str, mark: Mark, said: String| {
        format!("<span class=\"{class}\"><b>{}</b> {}</span>", mark.sign(), escape(&said))
    };
    [
        item("missing", Mark::Asterisk, words.say(Msg::AlignLegendMissing)),
        item("added", Mark::Obelus, words.say(Msg::AlignLegendAdded)),
        item("moved", Mark::Moved, words.say(Msg::AlignLegendMoved)),
    ]
    .join(" ")
}

fn table(pair: &Pair<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    writeln!(out, "<table>\n<thead>\n<tr>")?;
    writeln!(
        out,
        "<th scope=\"col\" class=\"mark\"><span class=\"hidden\">{}</span></th>",
        escape(&words.say(Msg::AlignColumnMark))
    )?;
    for text in [&pair.source, &pair.target] {
        let name = language_name(face, text.side.language);
        writeln!(out, "<th scope=\"col\">{}<br><bdi class=\"path\">{}</bdi></th>", escape(&name), escape(text.path))?;
    }
    writeln!(out, "<th scope=\"col\" class=\"sure\">{}</th>", escape(&words.say(Msg::AlignColumnConfidence)))?;
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    for bead in &pair.alignment.beads {
        let mark = Mark::of(bead);
        let (class, said) = match mark {
            Mark::None => ("", String::new()),
            Mark::Asterisk => ("missing", words.say(Msg::AlignLegendMissing)),
            Mark::Obelus => ("added", words.say(Msg::AlignLegendAdded)),
            Mark::Moved => ("moved", words.say(Msg::AlignLegendMoved)),
        };
        let sure = words.number(Number::decimal(f64::from(bead.confidence.get()), 2));
        let title = escape(&said);
        writeln!(out, "<tr class=\"{class}\"><td class=\"mark\" title=\"{title}\">{}</td>", mark.sign().trim())?;
        cell(&pair.source, &bead.source, out)?;
        cell(&pair.target, &bead.target, out)?;
        let percent = (bead.confidence.get() * 100.0).round();
        writeln!(out, "<td class=\"sure\"><span style=\"--sure: {percent}%\">{}</span></td></tr>", escape(&sure))?;
    }
    writeln!(out, "</tbody>\n</table>")
}

fn cell(text: &Text<'_>, range: &std::ops::Range<usize>, out: &mut dyn Write) -> io::Result<()> {
    let language = text.side.language;
    let direction = if language.direction() == Direction::RightToLeft { "rtl" } else { "ltr" };
    write!(out, "<td lang=\"{}\" dir=\"{direction}\">", escape(language.as_str()))?;
    let numbers = text.numbers.get(range.clone()).unwrap_or_default();
    for (number, segment) in numbers.iter().zip(text.side.segments.get(range.clone()).unwrap_or_default()) {
        write!(out, "<p><span class=\"number\">{}</span>{}</p>", number + 1, escape(segment.text))?;
    }
    writeln!(out, "</td>")
}
