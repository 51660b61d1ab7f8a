//! What kind of edit leads from one wording to another, and whether a translation must follow it.

mod amount;
mod hunk;
mod light;
mod negation;
mod respelling;
mod token;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp};

use crate::language::Language;
use crate::text::{Fold, fold};

use self::hunk::text_edit;
use super::Passage;
use super::difference::difference;

pub(super) use self::amount::{amount, knows_amounts, month};
pub(super) use self::hunk::renames;
pub(super) use self::light::is_exchange;
pub use self::light::is_light;
pub(super) use self::negation::{denials, knows_negations, may_deny, negations, signs_of_denial, turned};
pub(super) use self::token::{TokenKind, token_kind, tokens};

/// What an edit changed, weakest first. An edit is as strong as its strongest changed token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EditKind {
    /// Quotation marks, dashes, full stops and other punctuation.
    Punctuation,
    /// Inline markup.
    Markup,
    /// The target of a link, a URL or an e-mail address.
    Link,
    /// One letter of a long word, hyphenation, or upper and lower case.
    Spelling,
    /// Words.
    Wording,
    /// Numbers, units and currencies.
    Number,
    /// A word that negates.
    Negation,
}

impl EditKind {
    /// Whether a translation stays right without following an edit of this kind.
    ///
    /// A whitelist: what is not surely harmless is not minor, however alike the two texts are.
    pub fn is_minor(self) -> bool {
        self < Self::Wording
    }

    /// The word for it in JSON and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Punctuation => "punctuation",
            Self::Markup => "markup",
            Self::Link => "link",
            Self::Spelling => "spelling",
            Self::Wording => "wording",
            Self::Number => "number",
            Self::Negation => "negation",
        }
    }
}

/// The strongest kind of edit between two wordings of one segment in `language`; `None` where they are equal but for
/// white space, soft hyphens and Unicode form, markup included where both know theirs.
///
/// ```
/// use hexapla_core::status::{EditKind, Passage, edit_kind};
/// let german = "de".parse().unwrap();
/// let kind = |old: &str, new: &str| edit_kind(&Passage::new(old), &Passage::new(new), &german);
/// assert_eq!(kind("Hunde dürfen hinein.", "Hunde dürfen nicht hinein."), Some(EditKind::Negation));
/// assert_eq!(kind("Es kostet 5 Euro.", "Es kostet 7 Euro."), Some(EditKind::Number));
/// assert_eq!(kind("Komm!", "Komm."), Some(EditKind::Punctuation));
/// assert_eq!(kind("z. B.", "z.\u{A0}B."), None);
/// ```
pub fn edit_kind(old: &Passage, new: &Passage, language: &Language) -> Option<EditKind> {
    let by_text = match old.same_text(new) {
        true => None,
        false => text_edit(old.text(), new.text(), language),
    };
    let by_markup = match (old.markup(), new.markup()) {
        (Some(old), Some(new)) if fold(old, Fold::Space) != fold(new, Fold::Space) => Some(markup_edit(old, new)),
        _ => None,
    };
    by_text.max(by_markup)
}

/// A stretch of a word diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffPart {
    /// In both wordings.
    Equal(String),
    /// Only in the older one.
    Deleted(String),
    /// Only in the newer one.
    Inserted(String),
}

/// The difference of two wordings, word by word, white space kept: the parts that are not [`DiffPart::Inserted`]
/// restore the older one, those that are not [`DiffPart::Deleted`] the newer one.
pub fn word_diff(old: &str, new: &str) -> Vec<DiffPart> {
    let (old, new) = (tokens(old), tokens(new));
    let mut parts: Vec<DiffPart> = Vec::new();
    for op in difference(Algorithm::Myers, &old, &new) {
        let deleted: String = old[op.old_range()].concat();
        let inserted: String = new[op.new_range()].concat();
        if matches!(op, DiffOp::Equal { .. }) {
            parts.push(DiffPart::Equal(deleted));
            continue;
        }
        if !deleted.is_empty() {
            parts.push(DiffPart::Deleted(deleted));
        }
        if !inserted.is_empty() {
            parts.push(DiffPart::Inserted(inserted));
        }
    }
    parts
}

fn markup_edit(old: &str, new: &str) -> EditKind {
    let without_links = |markup: &str| -> String {
        tokens(markup).into_iter().filter(|token| token_kind(token) != TokenKind::Link).collect()
    };
    // `<a href="/alt">` and `](ziel.md)`: the same markup around another address.
    let bare = |markup: &str| -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in markup.chars() {
            match c {
                '"' | '\'' | '(' | ')' | '<' | '>' => {
                    inside = matches!(c, '"' | '\'' | '(') && !inside;
                    out.push(c);
                }
                _ if inside => {}
                _ => out.push(c),
            }
        }
        out
    };
    if without_links(old) == without_links(new) || bare(old) == bare(new) { EditKind::Link } else { EditKind::Markup }
}
