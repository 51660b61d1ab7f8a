//! An alignment for a terminal: side by side where both texts run from left to right, else one below the other.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use hexapla_core::document::Scope;
use hexapla_core::language::Direction;

use super::Mark;
use crate::console::Face;
use crate::layout::{columns, pad, pad_left, wrap};
use crate::messages::{Msg, visible};
use crate::number::Number;
use crate::pair::{Aligned, Read, Row};
use crate::report::language_name;

const FAINT: Style = Style::new().dimmed();
const HEADING: Style = Style::new().bold();

/// Below this confidence a person should look.
const DOUBTFUL: f32 = 0.5;

/// Draws the pair.
pub(crate) fn text(pair: &Aligned, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let rightward = |text: &Read| text.language.direction() == Direction::LeftToRight;
    if rightward(&pair.source) && rightward(&pair.target) {
        side_by_side(pair, face, out)?
    } else {
        stacked(pair, face, out)?
    }
    summary(pair, face, out)
}

fn side_by_side(pair: &Aligned, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    // mark, blank, left, separator, right, blank, confidence
    let width = (face.width.saturating_sub(2 + 3 + 6) / 2).max(12);
    let bar = face.paint(FAINT, "│");
    let title =
        |text: &Read| wrap(&format!("{} · {}", language_name(face, &text.language), visible(&text.path)), width);
    let (left, right) = (title(&pair.source), title(&pair.target));
    for line in 0..left.len().max(right.len()) {
        let cell = |lines: &[String]| face.paint(HEADING, &lines.get(line).cloned().unwrap_or_default());
        let gap = pad("", width - columns(left.get(line).map_or("", String::as_str)).min(width));
        writeln!(out, "  {}{gap} {bar} {}", cell(&left), cell(&right))?;
    }
    let rule = "─".repeat(width + 1);
    writeln!(out, "{}", face.paint(FAINT, &format!("──{rule}┼{rule}──────")))?;
    for row in shown(pair) {
        let left = wrap(&visible(&pair.source.texts(&row.source)), width);
        let right = wrap(&visible(&pair.target.texts(&row.target)), width);
        let mark = Mark::of(row);
        for line in 0..left.len().max(right.len()).max(1) {
            let cell = |lines: &[String]| pad(lines.get(line).map_or("", String::as_str), width);
            let sign = if line == 0 { mark.sign() } else { " " };
            let sign = face.paint(style(mark), sign);
            let sure = if line == 0 { confidence(row.confidence.get(), face) } else { String::new() };
            let line = format!("{sign} {} {bar} {} {sure}", cell(&left), cell(&right));
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

fn stacked(pair: &Aligned, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for text in [&pair.source, &pair.target] {
        let name = language_name(face, &text.language);
        writeln!(out, "{} · {}", face.paint(HEADING, &name), face.words.foreign(&text.path))?;
    }
    for row in shown(pair) {
        let mark = Mark::of(row);
        let kind = format!("{}-{}", row.source.len(), row.target.len());
        let sure = confidence(row.confidence.get(), face);
        writeln!(out, "\n{} {} {sure}", face.paint(style(mark), mark.sign()), face.paint(FAINT, &kind))?;
        for (text, numbers) in [(&pair.source, &row.source), (&pair.target, &row.target)] {
            if !numbers.is_empty() {
                for line in wrap(&visible(&text.texts(numbers)), face.width.saturating_sub(4)) {
                    writeln!(out, "    {}", face.words.foreign(&line))?;
                }
            }
        }
    }
    Ok(())
}

fn summary(pair: &Aligned, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let count = |mark: Mark| shown(pair).filter(|row| Mark::of(row) == mark).count();
    let words = &face.words;
    let mut parts = vec![words.say(Msg::AlignPairs { n: (count(Mark::None) + count(Mark::Moved)).into() })];
    let mut add = |mark: Mark, said: String| {
        if count(mark) > 0 {
            parts.push(format!("{} {said}", face.paint(style(mark), mark.sign())));
        }
    };
    add(Mark::Asterisk, words.say(Msg::AlignMissing { n: count(Mark::Asterisk).into() }));
    add(Mark::Obelus, words.say(Msg::AlignAdded { n: count(Mark::Obelus).into() }));
    add(Mark::Moved, words.say(Msg::AlignMoved { n: count(Mark::Moved).into() }));
    writeln!(out, "\n{}", parts.join(" · "))
}

/// Links to other languages have no counterparts, and so are of no interest side by side.
fn shown(pair: &Aligned) -> impl Iterator<Item = &Row> {
    pair.rows.iter().filter(|row| row.scope != Scope::LanguageSwitcher)
}

fn style(mark: Mark) -> Style {
    match mark {
        Mark::None => FAINT,
        Mark::Asterisk => AnsiColor::Red.on_default().bold(),
        Mark::Obelus => AnsiColor::Magenta.on_default().bold(),
        Mark::Moved => AnsiColor::Yellow.on_default(),
    }
}

fn confidence(probability: f32, face: &Face) -> String {
    let number = pad_left(&face.words.number(Number::decimal(f64::from(probability), 2)), 5);
    let style = if probability < DOUBTFUL { AnsiColor::Yellow.on_default() } else { FAINT };
    face.paint(style, &number)
}
