//! Which lines belong together: hard-wrapped lines do, bullets and short lines stand for themselves.

use std::ops::Range;

use super::lines::{Line, width};
use super::marks::{Mark, ends_a_sentence, is_footnote, is_rule, is_table_like, mark};

/// Lines that make one block.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Numbers of the lines.
    pub(super) lines: Range<usize>,
    pub(super) shape: Shape,
    /// Which paragraph (lines without a blank one between them) it is part of.
    pub(super) group: usize,
    /// Whether a form feed stands before it.
    pub(super) breaks_page: bool,
}

/// What the lines look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    Item,
    Rule,
}

/// Lines narrower than this are hardly ever wrapped by a program; wider ones than the other hardly ever have been.
const NARROWEST: usize = 45;
const WIDEST: usize = 130;

/// Cuts the lines of a text into runs.
///
/// A line is full where the first word of the next one would not have fitted on it: that is what a program that wraps
/// lines leaves behind (the width being nine tenths of the widest line of the paragraph, or of the text's typical
/// paragraph). A paragraph is wrapped if most of its lines are full and between 45 and 130 columns wide; a text with
/// many lines beyond that is not wrapped at all, and lines that all begin with a capital are verse, unless the rest of
/// the text is wrapped where they are. In a wrapped paragraph a full line goes on in the next one, and so does a shorter
/// one that somebody edited, if it ends no sentence.
pub(super) fn runs(file: &str, lines: &[Line]) -> Vec<Run> {
    let groups = groups(lines);
    let wrapping = Wrapping::of(file, lines, &groups);
    let mut runs = Vec::new();
    for (number, group) in groups.into_iter().enumerate() {
        split(file, lines, group, number, &wrapping, &mut runs);
    }
    runs
}

fn groups(lines: &[Line]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        match groups.last_mut() {
            _ if line.is_blank() => open = false,
            Some(group) if open && !line.breaks_page => group.end = at + 1,
            _ => {
                groups.push(at..at + 1);
                open = true;
            }
        }
    }
    groups
}

/// How a text as a whole is wrapped.
struct Wrapping {
    /// The width of its typical wrapped paragraph; none where the text is not wrapped.
    width: Option<usize>,
    is_wrapped: bool,
    /// Whether a sentence plainly runs on from line to line in two of its paragraphs or more.
    is_plain: bool,
}

impl Wrapping {
    fn of(file: &str, lines: &[Line], groups: &[Range<usize>]) -> Self {
        let long = lines.iter().filter(|line| line.right > WIDEST && !line.text(file).contains("://")).count();
        let wrapped: Vec<(usize, &Range<usize>)> = groups
            .iter()
            .filter(|group| group.len() >= 3 && mostly_full(file, &lines[(*group).clone()], widest(file, lines, group)))
            .map(|group| (widest(file, lines, group), group))
            .filter(|(width, _)| (NARROWEST..=WIDEST).contains(width))
            .collect();
        let mut widths: Vec<usize> = wrapped.iter().map(|(width, _)| *width).collect();
        widths.sort_unstable();
        // Of one paragraph it must be plain that its sentences run on.
        let runs_on = |group: &Range<usize>| {
            lines[group.clone()]
                .windows(2)
                .any(|pair| pair[1].text(file).starts_with(char::is_lowercase) && !ends_a_sentence(pair[0].text(file)))
        };
        let plain = wrapped.iter().filter(|(_, group)| runs_on(group)).count();
        let is_sure = widths.len() >= 2 || plain > 0;
        let width = widths.get(widths.len() / 2).copied().filter(|_| is_sure);
        Self { width, is_wrapped: long <= widths.len(), is_plain: plain >= 2 }
    }

    /// Whether these lines, the last aside, which ends a sentence, are all full where the text's other paragraphs plainly are
    /// wrapped.
    fn fits(&self, file: &str, lines: &[Line]) -> bool {
        self.is_plain
            && lines.last().is_some_and(|line| ends_a_sentence(line.text(file)))
            && self.width.is_some_and(|width| lines.windows(2).all(|pair| is_full(file, &pair[0], &pair[1], width)))
    }
}

/// The column at which the longest line ends. An address cannot be wrapped: lines with one tell nothing.
fn widest(file: &str, lines: &[Line], group: &Range<usize>) -> usize {
    let of = |lines: &[Line], with_addresses: bool| {
        let kept = lines.iter().filter(|line| with_addresses || !line.text(file).contains("://"));
        kept.map(|line| line.right).max()
    };
    let lines = &lines[group.clone()];
    of(lines, false).or_else(|| of(lines, true)).unwrap_or(0)
}

/// Whether more than half of the lines, the last aside, are filled up to `limit`.
fn mostly_full(file: &str, lines: &[Line], limit: usize) -> bool {
    let full = lines.windows(2).filter(|pair| is_full(file, &pair[0], &pair[1], limit)).count();
    full * 2 > lines.len().saturating_sub(1)
}

/// Whether the first word of `next` would not have fitted on `line`.
fn is_full(file: &str, line: &Line, next: &Line, limit: usize) -> bool {
    // A no-break space is no place to wrap.
    let word = next.text(file).split([' ', '\t']).next().unwrap_or_default();
    line.right + 1 + width(word) > limit - limit / 10
}

/// Four lines or more that all begin with a capital, and in which hardly a sentence ends but at their ends.
fn is_verse(file: &str, lines: &[Line]) -> bool {
    lines.len() >= 4
        && lines.iter().all(|line| line.text(file).starts_with(char::is_uppercase))
        && lines.iter().filter(|line| ends_within(line.text(file))).count() * 4 < lines.len()
}

/// Whether a sentence ends before the line does. What is shorter than a word may be an abbreviation.
fn ends_within(line: &str) -> bool {
    const WORD: usize = 4;
    line.match_indices(['.', '!', '?']).any(|(at, _)| {
        let letters = line[..at].chars().rev().take_while(|c| c.is_lowercase()).count();
        let mut next = line[at + 1..].chars();
        letters >= WORD && next.next() == Some(' ') && next.next().is_some_and(char::is_uppercase)
    })
}

fn split(file: &str, lines: &[Line], group: Range<usize>, number: usize, wrapping: &Wrapping, runs: &mut Vec<Run>) {
    let marks = marks(file, lines, &group);
    let own = widest(file, lines, &group);
    let limit = wrapping.width.map_or(own, |typical| own.max(typical));
    let wraps = wrapping.is_wrapped
        && (NARROWEST..=WIDEST).contains(&limit)
        && (wrapping.fits(file, &lines[group.clone()]) || !is_verse(file, &lines[group.clone()]))
        && (marks.iter().any(Option::is_some) || mostly_full(file, &lines[group.clone()], limit));
    for (at, mark) in group.clone().zip(&marks) {
        let line = &lines[at];
        let shape = match mark {
            _ if is_rule(line.text(file)) => Shape::Rule,
            Some(_) => Shape::Item,
            None => Shape::Plain,
        };
        let before = at.checked_sub(1).filter(|before| group.contains(before)).map(|before| &lines[before]);
        if let (Some(run), Some(before)) = (runs.last_mut(), before)
            && shape == Shape::Plain
            && run.shape != Shape::Rule
            && !is_footnote(line.text(file))
        {
            let first = &lines[run.lines.start];
            let hangs = run.shape == Shape::Item && line.indent > first.indent;
            let wrapped = wraps && continues(file, before, line, limit);
            if hangs || wrapped || leaves_a_bracket_open(before.text(file)) {
                run.lines.end = at + 1;
                continue;
            }
        }
        runs.push(Run { lines: at..at + 1, shape, group: number, breaks_page: line.breaks_page });
    }
}

/// "(Quelle:": no thing ends there.
fn leaves_a_bracket_open(line: &str) -> bool {
    let count = |bracket: char| line.matches(bracket).count();
    count('(') > count(')')
}

/// Whether `line` goes on where the full line `before` was wrapped.
fn continues(file: &str, before: &Line, line: &Line, limit: usize) -> bool {
    let (above, below) = (before.text(file), line.text(file));
    let begins_a_paragraph = line.indent >= before.indent + 2 && ends_a_sentence(above);
    let both_of_a_table = is_table_like(above) && is_table_like(below);
    let label = below.split_once(':').is_some_and(|(label, rest)| {
        width(label) <= 24
            && label.chars().all(char::is_alphanumeric)
            && (rest.is_empty() || rest.starts_with(char::is_whitespace))
    });
    let edited = before.right * 2 >= limit && !ends_a_sentence(above) && !above.ends_with(':');
    (is_full(file, before, line, limit) || edited)
        && !begins_a_paragraph
        && !both_of_a_table
        && !(label && (ends_a_sentence(above) || above.ends_with(':')))
}

/// Which lines of a paragraph begin an item. Signs that also stand in running text count only where a list is plain to
/// see: at the head of the paragraph, after a colon or a stop, or more than once; numbers only in their order.
fn marks(file: &str, lines: &[Line], group: &Range<usize>) -> Vec<Option<Mark>> {
    let found: Vec<_> = group.clone().map(|at| mark(lines[at].text(file))).collect();
    let mut kept: Vec<Option<Mark>> = Vec::with_capacity(found.len());
    let mut last: Option<Mark> = None;
    for (at, mark) in found.iter().enumerate() {
        let above = at.checked_sub(1).map(|at| lines[group.start + at].text(file));
        let after_a_stop = above.is_none_or(|above| above.ends_with(':') || ends_a_sentence(above));
        let keep = match *mark {
            None => false,
            Some(_) if is_rule(lines[group.start + at].text(file)) => false,
            Some(Mark::Bullet(_)) => true,
            Some(Mark::Dash(sign)) => after_a_stop || last == Some(Mark::Dash(sign)),
            Some(Mark::Number(n)) => {
                above.is_none()
                    || matches!(last, Some(Mark::Number(before)) if before.checked_add(1) == Some(n))
                    || (n == 1 && after_a_stop)
            }
            Some(Mark::Letter(letter)) => {
                above.is_none()
                    || matches!(last, Some(Mark::Letter(before)) if u32::from(before) + 1 == u32::from(letter))
                    || (letter.eq_ignore_ascii_case(&'a') && after_a_stop)
            }
        };
        if keep {
            last = *mark;
        }
        kept.push(mark.filter(|_| keep));
    }
    kept
}
