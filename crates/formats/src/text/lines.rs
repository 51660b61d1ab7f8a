//! The lines of a plain text.

use std::ops::Range;

use hexapla_core::text::is_invisible;

/// One line, without the white space at its ends.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The bytes of what can be seen of it; empty for a blank line.
    pub(super) span: Range<usize>,
    /// How far it is indented, in columns; a tab reaches the next multiple of eight.
    pub(super) indent: usize,
    /// The column at which it ends: indent and width together. East Asian letters count twice.
    pub(super) right: usize,
    /// Whether a form feed stands before it.
    pub(super) breaks_page: bool,
}

impl Line {
    pub(super) fn is_blank(&self) -> bool {
        self.span.is_empty()
    }

    /// Makes it a blank line, in the same place.
    pub(super) fn blank(&mut self) {
        *self = Self { span: self.span.start..self.span.start, indent: 0, right: 0, breaks_page: self.breaks_page };
    }

    pub(super) fn text<'a>(&self, file: &'a str) -> &'a str {
        &file[self.span.clone()]
    }
}

/// Cuts at `\n`, `\r\n`, lone `\r` and form feeds. A line of nothing but white space and invisible marks is blank.
pub(super) fn lines(file: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = if file.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut breaks_page = false;
    let bytes = file.as_bytes();
    let mut at = start;
    while at <= bytes.len() {
        match bytes.get(at) {
            None | Some(b'\n' | b'\r' | b'\x0C') => {
                lines.push(line(file, start..at, breaks_page));
                breaks_page = bytes.get(at) == Some(&b'\x0C');
                at += 1 + usize::from(bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n'));
                start = at;
            }
            Some(_) => at += 1,
        }
    }
    lines
}

fn line(file: &str, raw: Range<usize>, breaks_page: bool) -> Line {
    let text = &file[raw.clone()];
    let seen = text.trim();
    if seen.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Line { span: raw.start..raw.start, indent: 0, right: 0, breaks_page };
    }
    let start = raw.start + (text.len() - text.trim_start().len());
    let indent = text.chars().take_while(|c| c.is_whitespace()).fold(0, |column, c| match c {
        '\t' => (column / 8 + 1) * 8,
        _ => column + 1,
    });
    Line { span: start..start + seen.len(), indent, right: indent + width(seen), breaks_page }
}

/// Columns that a text takes up: one for each letter, two for East Asian ones, none for invisible marks.
pub(super) fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            c if is_invisible(c) => 0,
            c if is_wide(c) => 2,
            _ => 1,
        })
        .sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFD}')
}

/// Whether two lines that are joined have a blank between them: not where a word was cut at its hyphen ("Arbeiter-" +
/// "innen", but "Ein-" + "und Ausgang"), nor between ideographs.
pub(super) fn parted_by_a_blank(before: &str, after: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    let Some(first) = after.chars().next() else { return false };
    if is_wide(last) && is_wide(first) && !matches!(first, '\u{AC00}'..='\u{D7A3}') {
        return false;
    }
    let within_word = before.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    match last {
        '\u{AD}' => false,
        '-' | '\u{2010}' | '\u{2011}' if within_word && first.is_lowercase() => {
            let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
            matches!(word.as_str(), "und" | "oder" | "bzw" | "bis" | "and" | "or" | "to" | "и" | "или" | "sowie")
        }
        _ => true,
    }
}
