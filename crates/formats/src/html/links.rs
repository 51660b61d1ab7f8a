//! What may lead to other language versions of a page.

use std::ops::Range;

/// A link, as far as it may lead to another language version.
pub(super) struct Link {
    pub(super) draft: usize,
    pub(super) text: usize,
    pub(super) language: Option<String>,
    pub(super) declared: bool,
    pub(super) href: Option<String>,
    pub(super) span: Range<usize>,
}

/// Whether an element's class or id says that it holds links to language versions.
pub(super) fn speaks_of_languages(name: &str, id: &str, classes: &str) -> bool {
    const WORDS: &[&str] = &[
        "lang",
        "langs",
        "language",
        "languages",
        "langswitch",
        "langswitcher",
        "languageswitcher",
        "languageswitch",
        "locale",
        "locales",
        "sprache",
        "sprachen",
        "sprachwahl",
        "sprachumschalter",
        "translations",
        "polylang",
        "wpml",
    ];
    let may = matches!(
        name,
        "nav" | "ul" | "ol" | "div" | "p" | "section" | "form" | "select" | "menu" | "aside" | "details"
    );
    may && [id, classes].iter().any(|words| {
        words
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
    })
}
