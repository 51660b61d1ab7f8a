//! Whether the inline markup of a source is in its target: links, code, images, emphasis.

use crate::document::{CodeKind, InlineCode};

use super::{CheckedSide, OneSided, one_sided};

/// The inline codes that one side has and the other lacks, and markup that is broken.
pub(super) fn difference(source: &CheckedSide<'_>, target: &CheckedSide<'_>) -> OneSided {
    let (mut sources, mut targets) = (names(source.codes), names(target.codes));
    sources.extend(broken(source.text));
    targets.extend(broken(target.text));
    // Which words are emphasised, and how, is the language's business (foreign words are in many); that nothing is any
    // more is not. Nor does it harm that more words are marked as code than were.
    if targets.iter().any(|name| is_emphasis(name)) {
        sources.retain(|name| !is_emphasis(name));
    }
    targets.retain(|name| !is_emphasis(name));
    let in_source = sources.iter().filter(|name| *name == "code").count();
    let mut seen = 0;
    targets.retain(|name| {
        seen += usize::from(name == "code");
        name != "code" || seen <= in_source
    });
    one_sided(&sources, &targets)
}

fn is_emphasis(name: &str) -> bool {
    matches!(name, "bold" | "italic" | "b" | "i" | "strong" | "em" | "ulined" | "u" | "q" | "quote" | "cite" | "mark")
}

/// What opens or stands alone, but for what only shapes the text: line breaks, spans, hyphens.
fn names(codes: &[InlineCode]) -> Vec<String> {
    codes
        .iter()
        .filter(|code| code.kind != CodeKind::Close)
        .filter(|code| {
            !matches!(code.name.as_str(), "lb" | "span" | "wbr" | "bdi" | "bdo" | "font" | "small" | "nobr" | "abbr")
        })
        .map(|code| code.name.clone())
        .collect()
}

/// Signs of markup that stand in the text: a parser took them for letters, for they are not in pairs.
fn broken(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sign in ["**", "__", "](", "</"] {
        for (at, _) in text.match_indices(sign) {
            let before = text[..at].chars().next_back();
            let after = text[at + sign.len()..].chars().next();
            // A blank to fill in (`_____`), a line of asterisks.
            let of_a_row = |c: Option<char>| c.is_some_and(|c| sign.starts_with(c));
            let alone = before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
            if !of_a_row(before) && !of_a_row(after) && !alone {
                found.push(sign.to_owned());
            }
        }
    }
    found
}
