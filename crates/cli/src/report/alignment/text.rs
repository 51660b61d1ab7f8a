//! An alignment for a terminal: side by side where both texts run from left to right, else one below the other.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use hexapla_core::language::Direction;

use super::{Mark, Pair, Text};
use crate::console::Face;
use crate::layout::{columns, pad, pad_left, wrap};
use crate::messages::{Msg, visible};
use crate::number::Number;
use crate::report::language_name;

const FAINT: Style = Style::new().dimmed();
const HEADING: Style = Style::new().bold();

/// Below this confidence a person should look.
const DOUBTFUL: f32 = 0.5;

/// Draws the pair.
pub(crate) fn text(pair: &Pair<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let rightward = |text: &Text<'_>| text.side.language.direction() == Direction::LeftToRight;
    if rightward(&pair.source) && rightward(&pair.target) {
        side_by_side(pair, face, out)?
    } else {
        stacked(pair, face, out)?
    }
    summary(pair, face, out)
}

fn side_by_side(pair: &Pair<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    // mark, blank, left, separator, right, blank, confidence
    let width = (face.width.saturating_sub(2 + 3 + 6) / 2).max(12);
    let bar = face.paint(FAINT, "│");
    let title =
        |text: &Text<'_>| wrap(&format!("{} · {}", language_name(face, text.side.language), visible(text.path)), width);
    let (left, right) = (title(&pair.source), title(&pair.target));
    for line in 0..left.len().max(right.len()) {
        let cell = |lines: &[String]| face.paint(HEADING, &lines.get(line).cloned().unwrap_or_default());
        let gap = pad("", width - columns(left.get(line).map_or("", String::as_str)).min(width));
        writeln!(out, "  {}{gap} {bar} {}", cell(&left), cell(&right))?;
    }
    let rule = "─".repeat(width + 1);
    writeln!(out, "{}", face.paint(FAINT, &format!("──{rule}┼{rule}──────")))?;
    for bead in &pair.alignment.beads {
        let left = wrap(&visible(&pair.source.of(&bead.source)), width);
        let right = wrap(&visible(&pair.target.of(&bead.target)), width);
        let mark = Mark::of(bead);
        for line in 0..left.len().max(right.len()).max(1) {
            let cell = |lines: &[String]| pad(lines.get(line).map_or("", String::as_str), width);
            let sign = if line == 0 { mark.sign() } else { " " };
            let sign = face.paint(style(mark), sign);
            let sure = if line == 0 { confidence(bead.confidence.get(), face) } else { String::new() };
            let row = format!("{sign} {} {bar} {} {sure}", cell(&left), cell(&right));
            writeln!(out, "{}", row.trim_end())?;
        }
    }
    Ok(())
}

fn stacked(pair: &Pair<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for text in [&pair.source, &pair.target] {
        let name = language_name(face, text.side.language);
        writeln!(out, "{} · {}", face.paint(HEADING, &name), face.words.foreign(text.path))?;
    }
    for bead in &pair.alignment.beads {
        let mark = Mark::of(bead);
        let kind = format!("{}-{}", bead.source.len(), bead.target.len());
        let sure = confidence(bead.confidence.get(), face);
        writeln!(out, "\n{} {} {sure}", face.paint(style(mark), mark.sign()), face.paint(FAINT, &kind))?;
        for (text, range) in [(&pair.source, &bead.source), (&pair.target, &bead.target)] {
            if !range.is_empty() {
                for line in wrap(&visible(&text.of(range)), face.width.saturating_sub(4)) {
                    writeln!(out, "    {}", face.words.foreign(&line))?;
                }
            }
        }
    }
    Ok(())
}

fn summary(pair: &Pair<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let count = |mark: Mark| pair.alignment.beads.iter().filter(|bead| Mark::of(bead) == mark).count();
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
