//! Bases that a page or a commit declares.

use hexapla_core::document::Document;

/// The commit that a page declares as its source's, as written: in its front matter, a `meta` element, or a comment.
pub(super) fn declared(page: &Document, keys: &[String]) -> Option<String> {
    let of_field = keys.iter().find_map(|key| {
        let field = page.fields.iter().find(|field| field.key.eq_ignore_ascii_case(key))?;
        commit_name(field.value.trim())
    });
    of_field.or_else(|| page.comments.iter().find_map(|comment| declared_in_comment(&comment.text, keys)))
}

/// `EN-Revision: 1a2b3c4 Maintainer: …`, `translation-check translation="1a2b3c4" original="german"`.
fn declared_in_comment(comment: &str, keys: &[String]) -> Option<String> {
    declared_in(comment, keys).or_else(|| {
        let key = keys.iter().find(|key| comment.to_lowercase().contains(&key.to_lowercase()))?;
        let after = comment.to_lowercase().find(&key.to_lowercase()).map(|at| at + key.len())?;
        let rest = comment.get(after..)?;
        rest.split_once("translation=").and_then(|(_, value)| commit_name(value))
    })
}

/// The commit that a message names after one of `trailers`: `Translated-From: 1a2b3c4`, `update to commit 1a2b3c4`.
pub(super) fn declared_in(text: &str, trailers: &[String]) -> Option<String> {
    let lower = text.to_lowercase();
    trailers.iter().find_map(|trailer| {
        let trailer = trailer.to_lowercase();
        let mut at = 0;
        while let Some(found) = lower[at..].find(&trailer) {
            at += found + trailer.len();
            if let Some(name) = commit_name(&lower[at..]) {
                return Some(name);
            }
        }
        None
    })
}

/// The hexadecimal name that a text begins with, after a colon, an equals sign, quotation marks or blanks.
fn commit_name(text: &str) -> Option<String> {
    let text = text.trim_start_matches([':', '=', ' ', '\t', '"', '\'', '(', '`', '<']);
    let end = text.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(text.len());
    let glued = text[end..].chars().next().is_some_and(char::is_alphanumeric);
    ((7..=64).contains(&end) && !glued).then(|| text[..end].to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use hexapla_core::document::{Comment, Field};

    use super::*;
    use crate::history::declarations::Declarations;

    #[test]
    fn pages_declare_their_base() {
        let keys = Declarations::default().base_keys;
        let check = |fields: &[(&str, &str)], comments: &[&str], want: Option<&str>| {
            let fields = fields.iter().map(|(key, value)| Field {
                key: (*key).to_owned(),
                value: (*value).to_owned(),
                span: 0..0,
            });
            let comments = comments.iter().map(|text| Comment { text: (*text).to_owned(), span: 0..0 });
            let page = Document { fields: fields.collect(), comments: comments.collect(), ..Document::default() };
            assert_eq!(declared(&page, &keys).as_deref(), want, "{:?} {:?}", page.fields, page.comments);
        };
        check(&[("default_lang_commit", "1a2b3c4d")], &[], Some("1a2b3c4d"));
        check(
            &[("l10n.sourceCommit", "0123456789abcdef0123456789abcdef01234567")],
            &[],
            Some("0123456789abcdef0123456789abcdef01234567"),
        );
        check(&[("default_lang_commit", "main")], &[], None);
        check(&[("title", "1a2b3c4d")], &[], None);
        check(&[], &["EN-Revision: 1a2b3c4d5e Maintainer: nobody Status: ready"], Some("1a2b3c4d5e"));
        check(&[], &["translation-check translation=\"1a2b3c4d\" original=\"german\""], Some("1a2b3c4d"));
        check(&[], &["a comment about translation-check"], None);
    }

    #[test]
    fn declared_commits() {
        let trailers: Vec<String> = ["Translated-From", "update to commit"].map(str::to_owned).into();
        let check = |message: &str, want: Option<&str>| {
            assert_eq!(declared_in(message, &trailers).as_deref(), want, "{message:?}");
        };
        check("en: opening hours\n\nTranslated-From: 1A2B3C4D\n", Some("1a2b3c4d"));
        check("docs/ru: update to commit 1a2b3c4 (\"hours\")", Some("1a2b3c4"));
        check("translated-from: nowhere", None);
        check("Translated-From: abcdefgh", None);
        check("Translated-From: deadbee\nTranslated-From: 1234567", Some("deadbee"));
        check("nothing", None);
        check("İİ Translated-From: deadbee", Some("deadbee"));
    }
}
