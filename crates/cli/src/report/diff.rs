//! What changed in a source, word by word, as each format can show it.

use hexapla_core::status::{DiffPart, Finding, word_diff};

use crate::messages::visible;

/// So many characters of a text are shown where room is short.
pub(crate) const EXCERPT: usize = 400;

/// How much of what stayed the same is shown on either side of a change.
const CONTEXT: usize = 40;

/// What changed in the source since the target was made. `None` where the source was not edited: what was only added or
/// taken away is no edit.
pub(crate) fn source_diff(finding: &Finding) -> Option<Vec<DiffPart>> {
    let (previous, source) = (finding.previous_source.as_ref()?, finding.source.as_ref()?);
    Some(word_diff(previous, &source.text).into_iter().flat_map(without_edges).collect())
}

/// A change without the blanks around it: nobody wants to see those marked, unless they are all there is.
fn without_edges(part: DiffPart) -> Vec<DiffPart> {
    let (text, make): (_, fn(String) -> DiffPart) = match &part {
        DiffPart::Deleted(text) => (text, DiffPart::Deleted),
        DiffPart::Inserted(text) => (text, DiffPart::Inserted),
        DiffPart::Equal(_) => return vec![part],
    };
    let inner = text.trim();
    if inner.is_empty() || inner.len() == text.len() {
        return vec![part];
    }
    let begin = text.len() - text.trim_start().len();
    let edges = [&text[..begin], &text[begin + inner.len()..]].map(|edge| DiffPart::Equal(edge.to_owned()));
    let [before, after] = edges;
    [before, make(inner.to_owned()), after].into_iter().filter(|part| *part != DiffPart::Equal(String::new())).collect()
}

/// The source that a translation was made from, where there is none any more.
pub(crate) fn gone(finding: &Finding) -> Option<&str> {
    finding.previous_source.as_deref().filter(|gone| finding.source.is_none() && !gone.is_empty())
}

/// The source in one line: what changed where something did, in the notation of `git diff --word-diff`; cut where it is
/// long.
pub(crate) fn source_line(finding: &Finding) -> Option<String> {
    if let Some(gone) = gone(finding) {
        return Some(marked(&brief(&[DiffPart::Deleted(gone.to_owned())])));
    }
    match source_diff(finding) {
        Some(parts) => Some(marked(&brief(&parts))),
        None => finding.source.as_ref().filter(|side| !side.text.is_empty()).map(|side| excerpt(&side.text)),
    }
}

/// A diff in the notation of `git diff --word-diff`.
pub(crate) fn marked(parts: &[DiffPart]) -> String {
    let marked = parts.iter().map(|part| match part {
        DiffPart::Equal(text) => visible(text).into_owned(),
        DiffPart::Deleted(text) => format!("[-{}-]", visible(text)),
        DiffPart::Inserted(text) => format!("{{+{}+}}", visible(text)),
    });
    marked.collect()
}

/// A diff in HTML, which Markdown understands as well; `escape` makes text safe there.
pub(crate) fn tagged(parts: &[DiffPart], escape: fn(&str) -> String) -> String {
    let tagged = parts.iter().map(|part| match part {
        DiffPart::Equal(text) => escape(&visible(text)),
        DiffPart::Deleted(text) => format!("<del>{}</del>", escape(&visible(text))),
        DiffPart::Inserted(text) => format!("<ins>{}</ins>", escape(&visible(text))),
    });
    tagged.collect()
}

/// A text, its end cut off where it is long.
pub(crate) fn excerpt(text: &str) -> String {
    let text = visible(text.trim());
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.into_owned(),
    }
}

/// A diff with only so much of what stayed the same as is needed to find the place.
pub(crate) fn brief(parts: &[DiffPart]) -> Vec<DiffPart> {
    let last = parts.len().saturating_sub(1);
    let cut = |at: usize, part: &DiffPart| match part {
        DiffPart::Equal(text) => DiffPart::Equal(middle_cut(text, at > 0, at < last)),
        DiffPart::Deleted(text) => DiffPart::Deleted(long_cut(text)),
        DiffPart::Inserted(text) => DiffPart::Inserted(long_cut(text)),
    };
    parts.iter().enumerate().map(|(at, part)| cut(at, part)).collect()
}

fn long_cut(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// `text` without what is far from the changes before it (`follows`) and after it (`leads`).
fn middle_cut(text: &str, follows: bool, leads: bool) -> String {
    let sides = usize::from(follows) + usize::from(leads);
    let count = text.chars().count();
    if sides == 0 || count <= CONTEXT * sides + 5 {
        return text.to_owned();
    }
    let at = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    let head = if follows { &text[..at(CONTEXT)] } else { "" };
    let tail = if leads { &text[at(count - CONTEXT)..] } else { "" };
    // Words stay whole.
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
    let tail = tail.split_once(' ').map_or(tail, |(_, tail)| tail);
    match (follows, leads) {
        (true, true) => format!("{head} … {tail}"),
        (true, false) => format!("{head} …"),
        _ => format!("… {tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_around_its_change() {
        let check = |old: &str, new: &str, want: &str| assert_eq!(marked(&brief(&word_diff(old, new))), want);
        check("Es kostet 5 Euro.", "Es kostet 7 Euro.", "Es kostet [-5-]{+7+} Euro.");
        let long = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn";
        check(
            &format!("{long} 5 {long}"),
            &format!("{long} 7 {long}"),
            "… neun zehn elf zwölf dreizehn vierzehn [-5-]{+7+} eins zwei drei vier fünf sechs sieben …",
        );
        check(long, long, long);
        check("", "neu", "{+neu+}");
    }

    #[test]
    fn blanks_around_a_change_are_not_marked() {
        let check = |old: &str, new: &str, want: &str| {
            let parts: Vec<_> = word_diff(old, new).into_iter().flat_map(without_edges).collect();
            assert_eq!(marked(&parts), want);
        };
        check("Hunde sind willkommen.", "Hunde sind nicht willkommen.", "Hunde sind {+nicht+} willkommen.");
        check("Es ist nicht erlaubt.", "Es ist erlaubt.", "Es ist [-nicht-] erlaubt.");
        check("5 Euro", "7 Euro", "[-5-]{+7+} Euro");
    }

    #[test]
    fn excerpts_are_cut_between_characters() {
        assert_eq!(excerpt(" مرحبا "), "مرحبا");
        assert_eq!(excerpt(&"ж".repeat(EXCERPT + 1)), format!("{}…", "ж".repeat(EXCERPT)));
    }
}
