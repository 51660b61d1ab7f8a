//! How a text ends, and whether it does so in the signs of its language.

use crate::language::Language;
use crate::text::is_invisible;

use super::{CheckedSide, OneSided};

/// What a text ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Question,
    Exclamation,
    Colon,
    /// A full stop, or its like.
    Stop,
    Ellipsis,
    /// A semicolon, a comma, a dash.
    Pause,
    /// Letters, digits, brackets.
    Open,
}

/// How the two ends differ, in their own signs, where that is surely wrong.
pub(super) fn difference(source: &CheckedSide<'_>, target: &CheckedSide<'_>) -> OneSided {
    let (source_end, source_sign) = end(source)?;
    let (target_end, target_sign) = end(target)?;
    let said = |source: &str, target: &str| Some((vec![source.to_owned()], vec![target.to_owned()]));
    if target_end != End::Ellipsis
        && let Some(own) = foreign_sign(target_sign, target)
    {
        return said(own, target_sign);
    }
    if source_end == target_end || !is_prose(source.text) {
        return None;
    }
    let kept = match source_end {
        // That a statement becomes a question is style; that a question becomes a statement is rarely meant.
        End::Question => {
            questions(target) >= questions(source) || matches!(target_end, End::Exclamation | End::Ellipsis)
        }
        // Chinese, Japanese and Korean lead over to a list or to code with a full stop or with nothing.
        End::Colon => !matches!(target_end, End::Open | End::Stop) || is_east_asian(target.language),
        // Headings have a full stop in some houses, and sentences lose theirs to a bracket.
        _ => true,
    };
    if kept { None } else { said(source_sign, target_sign) }
}

fn is_east_asian(language: &Language) -> bool {
    matches!(language.primary(), "ja" | "zh" | "yue" | "ko")
}

/// Enough words to be a sentence or a title, and no run of numbers.
fn is_prose(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() >= 2
}

fn questions(side: &CheckedSide<'_>) -> usize {
    side.text.chars().filter(|c| asks(*c, side.language)).count()
}

/// Whether a sign ends a question. What is a semicolon elsewhere does so in Greek.
fn asks(sign: char, language: &Language) -> bool {
    matches!(sign, '?' | '؟' | '？' | '⁇' | '\u{37E}') || (sign == ';' && language.primary() == "el")
}

/// The last sign that is no closing quote or bracket.
fn end<'t>(side: &CheckedSide<'t>) -> Option<(End, &'t str)> {
    const CLOSING: &str = "\"'“”„’‘‚»«›‹)]}*_》」』）";
    let rest = side.text.trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c) || CLOSING.contains(c));
    let last = rest.chars().next_back()?;
    let sign = &rest[rest.len() - last.len_utf8()..];
    let end = match last {
        last if asks(last, side.language) => End::Question,
        '!' | '！' => End::Exclamation,
        ':' | '：' => End::Colon,
        '.' if rest.ends_with("...") => End::Ellipsis,
        '…' => End::Ellipsis,
        '.' | '。' | '۔' | '।' => End::Stop,
        ';' | '؛' | '；' | ',' | '،' | '，' | '–' | '—' | '-' => End::Pause,
        _ => End::Open,
    };
    Some((end, sign))
}

/// What stands for `sign` in the target's language, where that is another sign.
fn foreign_sign(sign: &str, target: &CheckedSide<'_>) -> Option<&'static str> {
    let in_script = |range: std::ops::RangeInclusive<u32>| {
        let letters = target.text.chars().filter(|c| c.is_alphabetic());
        let (mut inside, mut all) = (0usize, 0usize);
        for letter in letters {
            all += 1;
            inside += usize::from(range.contains(&u32::from(letter)));
        }
        inside * 2 > all
    };
    let own = |language: &Language| match (language.script(), sign) {
        ("Arab", "?") => Some("؟"),
        ("Arab", ";") => Some("؛"),
        ("Arab", ",") => Some("،"),
        ("Hans" | "Hant" | "Jpan", ".") => Some("。"),
        ("Hans" | "Hant" | "Jpan", "?") => Some("？"),
        ("Latn" | "Cyrl" | "Grek", "؟" | "？") => Some("?"),
        ("Latn" | "Cyrl" | "Grek", "؛" | "；") => Some(";"),
        ("Latn" | "Cyrl" | "Grek", "،" | "，") => Some(","),
        ("Latn" | "Cyrl" | "Grek", "。" | "۔") => Some("."),
        _ => None,
    };
    let own = own(target.language)?;
    // A foreign word or name at the end keeps its own signs.
    match target.language.script() {
        "Arab" => in_script(0x600..=0x6FF).then_some(own),
        "Hans" | "Hant" | "Jpan" => in_script(0x3040..=0x9FFF).then_some(own),
        _ => Some(own),
    }
}
