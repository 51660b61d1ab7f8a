//! Alignments as one page for a browser, after the manner of the Hexapla: the source in the first column, every
//! language beside it, with obelus and asterisk.

use std::io::{self, Write};

use hexapla_core::align::{Confidence, Relation};
use hexapla_core::document::Scope;
use hexapla_core::language::{Direction, Language};

use super::Mark;
use crate::console::Face;
use crate::messages::Msg;
use crate::number::Number;
use crate::pair::{Aligned, Read, Synopsis, synopsis};
use crate::report::{escape, language_name};

/// Below this confidence a person should look.
const DOUBTFUL: f32 = 0.5;
/// From this confidence on nobody needs to know it.
const SURE: f32 = 0.9;

/// Draws all pairs below each other on one page that needs nothing else: no script, no other file. Pairs that follow
/// each other and have the same source stand side by side.
pub(crate) fn html(pairs: &[&Aligned], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let ui = words.language();
    let direction = if ui.is_right_to_left() { "rtl" } else { "ltr" };
    let documents: Vec<&[&Aligned]> = pairs.chunk_by(|a, b| a.source.path == b.source.path).collect();
    let title = title(&documents, face);
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">",
        ui.tag()
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>", escape(&title), include_str!("page.css"))?;
    writeln!(out, "<header>\n<h1>{}</h1>", escape(&title))?;
    writeln!(out, "<p class=\"legend\">{}</p>\n</header>", legend(face))?;
    if documents.len() > 1 {
        contents(&documents, face, out)?;
    }
    writeln!(out, "<main>")?;
    for (number, document) in (1..).zip(&documents) {
        section(number, document, documents.len() > 1, face, out)?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

fn title(documents: &[&[&Aligned]], face: &Face) -> String {
    match documents {
        [[first, rest @ ..]] => {
            let name = first.source.path.rsplit(['/', '\\']).next().unwrap_or(&first.source.path);
            let targets = std::iter::once(first).chain(rest).map(|pair| language_name(face, &pair.target.language));
            let targets = targets.collect::<Vec<_>>().join(", ");
            let source = language_name(face, &first.source.language);
            face.words.say(Msg::AlignTitle { page: name, source: &source, target: &targets })
        }
        _ => face.words.say(Msg::AlignTitleMany),
    }
}

fn legend(face: &Face) -> String {
    let words = &face.words;
    let item = |class: &str, sign: &str, said: String| {
        format!("<span class=\"{class}\"><b aria-hidden=\"true\">{sign}</b> {}</span>", escape(&said))
    };
    [
        item("missing", Mark::Asterisk.sign(), words.say(Msg::AlignLegendMissing)),
        item("added", Mark::Obelus.sign(), words.say(Msg::AlignLegendAdded)),
        item("moved", Mark::Moved.sign(), words.say(Msg::AlignLegendMoved)),
        item("doubtful", "?", words.say(Msg::AlignLegendDoubtful)),
    ]
    .join(" ")
}

fn contents(documents: &[&[&Aligned]], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let label = escape(&face.words.say(Msg::AlignContents));
    writeln!(out, "<nav aria-label=\"{label}\">\n<ol>")?;
    for (number, document) in (1..).zip(documents) {
        let path = document.first().map_or("", |pair| &pair.source.path);
        writeln!(out, "<li><a href=\"#d{number}\"><bdi>{}</bdi></a></li>", escape(path))?;
    }
    writeln!(out, "</ol>\n</nav>")
}

fn section(number: usize, columns: &[&Aligned], has_heading: bool, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = columns.first() else { return Ok(()) };
    let words = &face.words;
    writeln!(out, "<section id=\"d{number}\">")?;
    if has_heading {
        writeln!(out, "<h2><bdi>{}</bdi></h2>", escape(&first.source.path))?;
    }
    for pair in columns.iter().filter(|pair| pair.relation == Relation::Unrelated) {
        let said = words.say(Msg::AlignUnrelated { source: &pair.source.path, target: &pair.target.path });
        writeln!(out, "<p class=\"warning\">{}</p>", escape(&said))?;
    }
    writeln!(out, "<table style=\"--columns: {}\">\n<thead>\n<tr>", columns.len() + 1)?;
    for text in std::iter::once(&first.source).chain(columns.iter().map(|pair| &pair.target)) {
        let name = escape(&language_name(face, &text.language));
        let side = direction_of(&text.language);
        writeln!(
            out,
            "<th scope=\"col\" class=\"{side}\">{name}<br><bdi class=\"path\">{}</bdi></th>",
            escape(&text.path)
        )?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    let rows = synopsis(columns);
    let moved: Vec<Vec<usize>> = columns.iter().map(|pair| moved_targets(pair)).collect();
    for row in &rows {
        line(row, columns, &moved, face, out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

fn moved_targets(pair: &Aligned) -> Vec<usize> {
    pair.rows.iter().filter(|row| row.crossing).flat_map(|row| row.target.iter().copied()).collect()
}

fn line(
    row: &Synopsis,
    columns: &[&Aligned],
    moved: &[Vec<usize>],
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(first) = columns.first() else { return Ok(()) };
    let is_template = first.rows.iter().any(|of| {
        of.scope == Scope::Boilerplate && of.source.first().is_some_and(|number| row.source.contains(number))
    });
    writeln!(out, "<tr{}>", if is_template { " class=\"template\"" } else { "" })?;
    if row.source.is_empty() {
        writeln!(out, "<td class=\"source nothing\"></td>")?;
    } else {
        open(&first.source, "source", "", &first.source.language, face, out)?;
        segments(&first.source, &row.source, out)?;
        writeln!(out, "</td>")?;
    }
    for (at, pair) in columns.iter().enumerate() {
        let targets = row.targets.get(at).map(Vec::as_slice).unwrap_or_default();
        let mark = match (row.source.is_empty(), targets.is_empty()) {
            (true, true) => {
                writeln!(out, "<td class=\"nothing\"></td>")?;
                continue;
            }
            (false, true) => Mark::Asterisk,
            (true, false) => Mark::Obelus,
            (false, false) if targets.iter().any(|number| moved[at].contains(number)) => Mark::Moved,
            (false, false) => Mark::None,
        };
        let sure = row.confidence.get(at).copied().flatten();
        target(&pair.target, targets, mark, sure, face, out)?;
    }
    writeln!(out, "</tr>")
}

fn target(
    text: &Read,
    numbers: &[usize],
    mark: Mark,
    sure: Option<Confidence>,
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = &face.words;
    let (class, said) = match mark {
        Mark::None => ("", String::new()),
        Mark::Asterisk => ("missing", words.say(Msg::AlignLegendMissing)),
        Mark::Obelus => ("added", words.say(Msg::AlignLegendAdded)),
        Mark::Moved => ("moved", words.say(Msg::AlignLegendMoved)),
    };
    let doubtful = sure.is_some_and(|sure| sure.get() < DOUBTFUL) && mark != Mark::Obelus;
    open(text, class, if doubtful { "doubtful" } else { "" }, &text.language, face, out)?;
    if mark != Mark::None {
        let said = escape(&said);
        write!(out, "<b class=\"mark\" title=\"{said}\"><span aria-hidden=\"true\">{}</span>", mark.sign())?;
        write!(out, "<span class=\"hidden\">{said}</span></b>")?;
    }
    segments(text, numbers, out)?;
    if let Some(sure) = sure.filter(|sure| mark != Mark::Obelus && sure.get() < SURE) {
        let number = words.number(Number::decimal(f64::from(sure.get()), 2));
        let label = escape(&words.say(Msg::AlignColumnConfidence));
        write!(out, "<span class=\"sure\" title=\"{label}\">{}</span>", escape(&number))?;
    }
    writeln!(out, "</td>")
}

fn direction_of(language: &Language) -> &'static str {
    if language.direction() == Direction::RightToLeft { "rtl" } else { "ltr" }
}

fn open(text: &Read, class: &str, more: &str, language: &Language, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let direction = direction_of(language);
    let classes = [class, more].iter().filter(|class| !class.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let classes = if classes.is_empty() { String::new() } else { format!(" class=\"{classes}\"") };
    let name = escape(&language_name(face, language));
    let tag = escape(text.language.as_str());
    write!(out, "<td{classes} lang=\"{tag}\" dir=\"{direction}\" data-name=\"{name}\">")
}

fn segments(text: &Read, numbers: &[usize], out: &mut dyn Write) -> io::Result<()> {
    for number in numbers {
        write!(out, "<p><bdi class=\"number\">{}</bdi>{}</p>", number + 1, escape(text.text(*number)))?;
    }
    Ok(())
}
