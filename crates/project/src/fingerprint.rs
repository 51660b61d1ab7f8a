//! What a finding is known by again: what it says, not where it stands.

use hexapla_core::language::Language;
use hexapla_core::status::Rule;
use hexapla_core::text::{Fold, fold};

/// A text in the form in which a finding is known by it again.
pub(crate) fn folded(text: &str) -> String {
    fold(text, Fold::Space)
}

/// What the finding is known by that says so much, [`folded`], of source and target for the `count`th time on its page.
pub(crate) fn fingerprint(
    rule: Rule,
    document: &str,
    language: &Language,
    [source, target]: [&str; 2],
    count: u32,
) -> String {
    let said = [rule.as_str(), document, language.as_str(), source, target, &count.to_string()].join("\u{1F}");
    blake3::hash(said.as_bytes()).to_hex()[..32].to_owned()
}
