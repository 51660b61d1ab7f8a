//! Renderers: what a command found, for a person or a program.

pub(crate) mod alignment;
pub(crate) mod check;
pub(crate) mod json;
pub(crate) mod status;
pub(crate) mod wording;

use hexapla_core::language::Language;

use crate::console::Face;
use crate::messages::Msg;

/// A language's name in the language that is spoken, else its tag; what the tag says beyond the language follows.
pub(crate) fn language_name(face: &Face, language: &Language) -> String {
    let primary = language.primary();
    let name = face.words.say(Msg::LanguageName { tag: primary });
    match language.as_str().strip_prefix(primary).and_then(|rest| rest.strip_prefix('-')) {
        Some(rest) => format!("{name} ({rest})"),
        None => name,
    }
}

/// Text as it stands in HTML, between tags or in a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
