//! Lines, columns and padding, counted in the cells of a terminal.

use unicode_width::UnicodeWidthStr;

/// How many columns a text takes up; colour must be added after measuring.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// `text` in lines of at most `width` columns, broken at blanks; line breaks in it stay. A line keeps its indentation,
/// and what is broken off it stands under it. A word that is too long for a line has a line of its own.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let indent = &paragraph[..paragraph.len() - paragraph.trim_start_matches(' ').len()];
        let mut line = String::new();
        let mut taken = indent.len();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let wide = columns(word);
            if !line.is_empty() && taken + 1 + wide > width {
                lines.push(format!("{indent}{line}"));
                line.clear();
                taken = indent.len();
            }
            if !line.is_empty() {
                line.push(' ');
                taken += 1;
            }
            line.push_str(word);
            taken += wide;
        }
        lines.push(if line.is_empty() { line } else { format!("{indent}{line}") });
    }
    lines
}

/// `text`, filled up with blanks on its right to `width` columns.
pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// `text`, filled up with blanks on its left to `width` columns: for numbers.
pub(crate) fn pad_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(columns(text))))
}

/// A path in at most `width` columns; what is cut off at its beginning is replaced by `…`.
pub(crate) fn cut_path(path: &str, width: usize) -> String {
    if columns(path) <= width {
        return path.to_owned();
    }
    let starts = path.char_indices().map(|(at, _)| at);
    let fits = starts.into_iter().map(|at| &path[at..]).find(|rest| columns(rest) < width);
    format!("…{}", fits.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps() {
        let check = |text: &str, width: usize, want: &[&str]| assert_eq!(wrap(text, width), want, "{text:?} {width}");
        check("a b c", 3, &["a b", "c"]);
        check("длинное слово", 5, &["длинное", "слово"]);
        check("a\n\nb", 9, &["a", "", "b"]);
        check("  aa bb", 5, &["  aa", "  bb"]);
        check("漢字 漢字", 5, &["漢字", "漢字"]);
        check("", 5, &[]);
    }

    #[test]
    fn cuts_and_pads() {
        assert_eq!(cut_path("漢字漢字", 5), "…漢字");
        assert_eq!(cut_path("a.md", 4), "a.md");
        assert_eq!(cut_path("content/de/werkstatt.md", 13), "…werkstatt.md");
        assert_eq!(pad("ä", 3), "ä  ");
        assert_eq!(pad_left("12", 4), "  12");
        assert_eq!(columns("\u{2068}مرحبا\u{2069}"), 5);
    }
}
