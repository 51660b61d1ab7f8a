//! Markers in pages: comments that silence rules for a block, or for a stretch of a page.
//!
//! ```text
//! <!-- hexapla-ignore numbers, links: the prices differ by country -->
//! <!-- hexapla-off punctuation: verse --> … <!-- hexapla-on -->
//! ```
//!
//! The first is for the next block; without names, it is for all rules. A marker in the source page counts for every
//! language, one in a translation for that. In plain text a marker stands alone on its line.

use std::cell::Cell;
use std::ops::Range;

use hexapla_core::document::{Comment, Document};
use hexapla_core::status::Rule;

/// The markers of a page.
#[derive(Debug, Default)]
pub(crate) struct Markers {
    markers: Vec<Marker>,
}

/// One marker.
#[derive(Debug)]
pub(crate) struct Marker {
    /// The bytes of the file that it takes up.
    pub(crate) span: Range<usize>,
    /// What it says.
    pub(crate) text: String,
    /// What it silences; everything where empty.
    rules: Vec<Rule>,
    /// Names in it that no rule has.
    pub(crate) unknown: Vec<String>,
    /// The bytes of the file that it counts for.
    reach: Range<usize>,
    used: Cell<bool>,
}

impl Markers {
    /// The markers in a page's comments.
    pub(crate) fn of(document: &Document) -> Self {
        let mut comments: Vec<&Comment> = document.comments.iter().collect();
        comments.sort_by_key(|comment| comment.span.start);
        let mut markers: Vec<Marker> = Vec::new();
        for comment in comments {
            let Some((what, rest)) = command(&comment.text) else { continue };
            let (rules, unknown) = match what {
                What::On => (vec![], vec![]),
                What::Unknown => (vec![Rule::UnusedMarker], vec![rest.to_owned()]),
                What::Ignore | What::Off => names(rest),
            };
            let (span, after) = (comment.span.clone(), comment.span.end);
            let reach = match what {
                What::Ignore => next_block(document, &span),
                What::Off => after..document.file.len(),
                What::Unknown => after..after,
                What::On => {
                    // It ends every stretch that is open.
                    let mut ends_any = false;
                    for marker in markers.iter_mut().filter(|marker| marker.reach.end == document.file.len()) {
                        ends_any |= marker.reach.start < span.start;
                        marker.reach.end = span.start;
                    }
                    if ends_any {
                        continue;
                    }
                    after..after
                }
            };
            markers.push(Marker { span, text: comment.text.clone(), rules, unknown, reach, used: Cell::new(false) });
        }
        Self { markers }
    }

    /// Whether a marker silences `rule` at that byte of the file; whichever does has its use.
    pub(crate) fn silence(&self, rule: Rule, byte: usize) -> bool {
        let mut silenced = false;
        for marker in &self.markers {
            if marker.reach.contains(&byte) && (marker.rules.is_empty() || marker.rules.contains(&rule)) {
                marker.used.set(true);
                silenced = true;
            }
        }
        silenced
    }

    /// The markers that silenced nothing, though one of their rules is looked at; and those with a misspelt name.
    pub(crate) fn idle(&self, is_on: impl Fn(Rule) -> bool) -> impl Iterator<Item = &Marker> {
        self.markers.iter().filter(move |marker| {
            let looked_at = marker.rules.is_empty() || marker.rules.iter().any(|rule| is_on(*rule));
            !marker.unknown.is_empty() || (!marker.used.get() && looked_at)
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Ignore,
    Off,
    On,
    /// `hexapla-ingore`.
    Unknown,
}

/// What a comment commands, and what follows the command; an unknown command itself.
fn command(text: &str) -> Option<(What, &str)> {
    const START: &str = "hexapla-";
    let text = text.trim_start();
    let rest = text.strip_prefix(START)?;
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let what = match &rest[..end] {
        "ignore" => What::Ignore,
        "off" => What::Off,
        "on" => What::On,
        "" => return None,
        _ => return Some((What::Unknown, &text[..START.len() + end])),
    };
    Some((what, &rest[end..]))
}

/// The rules that are named before the colon, and the names that no rule has.
fn names(rest: &str) -> (Vec<Rule>, Vec<String>) {
    let named = rest.split(':').next().unwrap_or_default();
    let (mut rules, mut unknown) = (Vec::new(), Vec::new());
    for name in named.split(|c: char| c == ',' || c == '،' || c.is_whitespace()).filter(|name| !name.is_empty()) {
        match Rule::named(name) {
            Some(rule) => rules.push(rule),
            None => unknown.push(name.to_owned()),
        }
    }
    // A marker with nothing but misspelt names must not silence everything.
    if rules.is_empty() && !unknown.is_empty() {
        rules.push(Rule::UnusedMarker);
    }
    (rules, unknown)
}

/// The block that a comment stands in, else the next one.
fn next_block(document: &Document, span: &Range<usize>) -> Range<usize> {
    let spans = || document.blocks.iter().map(|block| block.span.clone());
    let around = spans().filter(|block| block.start <= span.start && span.end <= block.end).min_by_key(Range::len);
    let next = || spans().filter(|block| block.start >= span.end).min_by_key(|block| (block.start, block.end));
    around.or_else(next).unwrap_or(span.end..span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hexapla_formats::{Format, Options, extract};

    #[test]
    fn reaches() {
        // Where `rule` is silent: the words of the page that begin blocks.
        let check = |format: Format, page: &str, rule: Rule, want: &[&str], idle: usize| {
            let document = extract(page.to_owned(), format, &Options::default());
            let markers = Markers::of(&document);
            let silent: Vec<&str> = document
                .blocks
                .iter()
                .filter(|block| markers.silence(rule, block.text.file_range(0..1).start))
                .map(|block| block.text.as_str())
                .collect();
            assert_eq!(silent, want, "{page}");
            assert_eq!(markers.idle(|_| true).count(), idle, "{page}");
        };
        use Format::{Html, Markdown, Text};
        let ignore = "<!-- hexapla-ignore numbers: why -->";
        check(Markdown, &format!("Eins.\n\n{ignore}\nZwei.\n\nDrei.\n"), Rule::Numbers, &["Zwei."], 0);
        check(Markdown, &format!("Eins.\n\n{ignore}\n\nZwei.\n\nDrei.\n"), Rule::Numbers, &["Zwei."], 0);
        check(Markdown, &format!("Eins.\n\n{ignore}\nZwei.\n"), Rule::Links, &[], 1);
        check(Markdown, &format!("Eins. {ignore}\n\nZwei.\n"), Rule::Numbers, &["Eins."], 0);
        check(Html, &format!("<p>Eins.</p>{ignore}<p>Zwei.</p><p>Drei.</p>"), Rule::Numbers, &["Zwei."], 0);
        check(Text, &format!("Eins.\n\n{ignore}\nZwei.\n\nDrei.\n"), Rule::Numbers, &["Zwei."], 0);
        let off = "<!-- hexapla-off -->";
        let on = "<!-- hexapla-on -->";
        check(Markdown, &format!("A.\n\n{off}\n\nB.\n\nC.\n\n{on}\n\nD.\n"), Rule::Stale, &["B.", "C."], 0);
        check(Html, &format!("<p>A.{off}<p>B.<p>C.{on}<p>D."), Rule::Stale, &["B.", "C."], 0);
        check(Text, &format!("A.\n\n{off}\nB.\n\nC.\n{on}\n\nD.\n"), Rule::Stale, &["B.", "C."], 0);
        check(Markdown, &format!("{off}\n\nA.\n\nB.\n"), Rule::Stale, &["A.", "B."], 0);
        check(Markdown, &format!("A.\n\n{on}\n\nB.\n"), Rule::Stale, &[], 1);
        check(Markdown, "<!-- hexapla-ignore numbesr -->\nA.\n", Rule::Numbers, &[], 1);
        check(Markdown, "<!-- hexapla-ignore numbers, lnks -->\nA.\n", Rule::Numbers, &["A."], 1);
        check(Markdown, "<!-- hexaplane -->\n<!-- something -->\nA.\n", Rule::Numbers, &[], 0);
        check(Markdown, "A.\n\n<!-- hexapla-ignore -->\n", Rule::Numbers, &[], 1);
        check(Markdown, "<!-- hexapla-ingore numbers -->\nA.\n", Rule::Numbers, &[], 1);
    }
}
