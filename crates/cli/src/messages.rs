//! Everything that the command line says, in the reader's language.

use std::borrow::Cow;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};

use crate::number::{self, Number};
use crate::ui_language::UiLanguage;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Whether text of another direction is wrapped in isolation marks (U+2068, U+2069).
///
/// A terminal needs them so that a path within an Arabic sentence does not tear it apart; a file or a pipe must not get
/// them, for they would be pasted and compared along with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolation {
    /// For a terminal.
    Marks,
    /// For everything else.
    Plain,
}

/// Says messages in one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    language: UiLanguage,
    isolation: Isolation,
}

impl Words {
    /// The messages of a language.
    pub(crate) fn new(language: UiLanguage, isolation: Isolation) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.spoken().clone()]);
        bundle.set_use_isolating(isolation == Isolation::Marks && language.is_right_to_left());
        let locale = language.numbers().clone();
        // Adding fails only where a name is taken, and the build has checked the resource.
        let _ = bundle.add_function("NUM", move |arguments, _| number::num(arguments, &locale));
        let locale = language.numbers().clone();
        let _ = bundle.add_function("PLURAL", move |arguments, _| number::plural(arguments, &locale));
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(language.messages().to_owned());
        let _ = bundle.add_resource(resource);
        Self { bundle, language, isolation }
    }

    /// The language that is spoken.
    pub(crate) fn language(&self) -> &UiLanguage {
        &self.language
    }

    /// Whether lines of messages must be marked as running from right to left.
    pub(crate) fn runs_right_to_left(&self) -> bool {
        self.isolation == Isolation::Marks && self.language.is_right_to_left()
    }

    /// A message.
    pub(crate) fn say(&self, message: Msg<'_>) -> String {
        self.pattern(message.id(), None, &message.arguments())
    }

    /// What happened, and what to do about it.
    pub(crate) fn explain(&self, problem: &Problem) -> (String, String) {
        let mut arguments = problem.arguments();
        for name in ["path", "place"] {
            let said = match arguments.get(name) {
                Some(FluentValue::String(text)) if text == "-" => self.say(Msg::StandardInput),
                Some(FluentValue::String(text)) if text.starts_with("-:") => {
                    format!("{}{}", self.say(Msg::StandardInput), &text[1..])
                }
                _ => continue,
            };
            arguments.set(name, said);
        }
        (self.pattern(problem.id(), None, &arguments), self.pattern(problem.id(), Some("remedy"), &arguments))
    }

    /// Some things as a list: `6 errors, 1 warning`.
    pub(crate) fn list(&self, things: &[String]) -> String {
        let Some((first, rest)) = things.split_first() else { return String::new() };
        rest.iter().fold(first.clone(), |head, last| self.say(Msg::ListMore { head: &head, last }))
    }

    /// A number by itself, as in a table.
    pub(crate) fn number(&self, number: impl Into<Number>) -> String {
        number::written(number.into(), self.language.numbers())
    }

    /// Text that was not written by us, safe to show: control characters and marks of direction become visible, and
    /// right-to-left text within left-to-right lines, or the other way round, is isolated on a terminal.
    pub(crate) fn foreign(&self, text: &str) -> String {
        let text = visible(text);
        if self.isolation == Isolation::Marks
            && (self.language.is_right_to_left() || text.chars().any(is_right_to_left))
        {
            format!("\u{2068}{text}\u{2069}")
        } else {
            text.into_owned()
        }
    }

    /// Text that was not written by us, for whoever reads the output: as it is for a program, safe for a terminal.
    pub(crate) fn data(&self, text: &str) -> String {
        match self.isolation {
            Isolation::Marks => self.foreign(text),
            Isolation::Plain => text.to_owned(),
        }
    }

    fn pattern(&self, id: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(id);
        let pattern = message.as_ref().and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        // The build has seen every message in every language; the name is better than nothing if that ever fails.
        let Some(pattern) = pattern else { return id.to_owned() };
        self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned()
    }
}

/// An argument of a message, made visible like all foreign text; but isolates that are closed again may stay, for they come from messages within
/// messages, and cannot reach beyond themselves.
fn tamed(text: &str) -> Cow<'_, str> {
    let mut depth = 0i32;
    let closed = text.chars().all(|c| {
        depth += match c {
            '\u{2068}' => 1,
            '\u{2069}' => -1,
            _ => 0,
        };
        depth >= 0
    });
    if closed && depth == 0 && !text.chars().any(|c| is_dangerous(c) && !matches!(c, '\u{2068}' | '\u{2069}')) {
        return Cow::Borrowed(text);
    }
    visible(text)
}

/// Makes visible what would steer a terminal or reorder a line: control characters (line ends and tabs become blanks)
/// and marks of direction (after the "Trojan Source" attack, CVE-2021-42574) are written as `\u{202E}`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_dangerous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => shown.push(' '),
            c if is_dangerous(c) => shown.push_str(&format!("\\u{{{:02X}}}", u32::from(c))),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

fn is_dangerous(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character belongs to a script that runs from right to left (blocks of Unicode 17 reserved for such).
pub(crate) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str, isolation: Isolation) -> Words {
        Words::new(UiLanguage::from_tag(tag).unwrap(), isolation)
    }

    #[test]
    fn counts_are_said_in_the_right_form() {
        let check = |tag: &str, n: usize, want: &str| {
            assert_eq!(words(tag, Isolation::Plain).say(Msg::CountSegments { n: n.into() }), want, "{tag} {n}");
        };
        check("en", 0, "0 segments");
        check("en", 1, "1 segment");
        check("en", 1005, "1,005 segments");
        check("de", 1, "1 Segment");
        check("de", 1_234_567, "1.234.567 Segmente");
        check("ru", 1, "1 сегмент");
        check("ru", 3, "3 сегмента");
        check("ru", 5, "5 сегментов");
        check("ru", 11, "11 сегментов");
        check("ru", 21, "21 сегмент");
        check("ru", 103, "103 сегмента");
        check("ru", 111, "111 сегментов");
        check("ru", 1_234_567, "1\u{A0}234\u{A0}567 сегментов");
        check("ar", 0, "لا مقاطع");
        check("ar", 1, "مقطع واحد");
        check("ar", 2, "مقطعان");
        check("ar", 3, "3 مقاطع");
        check("ar", 11, "11 مقطعًا");
        check("ar", 100, "100 مقطع");
        check("ar", 103, "103 مقاطع");
        check("ar", 111, "111 مقطعًا");
        check("ar", 1005, "1,005 مقاطع");
        check("ar-EG", 1_234_567, "١٬٢٣٤٬٥٦٧ مقطعًا");
    }

    #[test]
    fn isolation_is_for_arabic_on_a_terminal() {
        let check = |tag: &str, isolation: Isolation, want: &str| {
            assert_eq!(words(tag, isolation).say(Msg::CountSegments { n: 3usize.into() }), want);
        };
        check("ar", Isolation::Marks, "\u{2068}3\u{2069} مقاطع");
        check("ar", Isolation::Plain, "3 مقاطع");
        check("ru", Isolation::Marks, "3 сегмента");
    }

    #[test]
    fn foreign_text_is_shown_and_isolated() {
        let check = |isolation: Isolation, text: &str, want: &str| {
            assert_eq!(words("de", isolation).foreign(text), want, "{text:?}");
        };
        check(Isolation::Marks, "Grüße", "Grüße");
        check(Isolation::Marks, "مرحبا", "\u{2068}مرحبا\u{2069}");
        check(Isolation::Plain, "مرحبا", "مرحبا");
        check(Isolation::Plain, "a\u{202E}b\u{1B}[31m\tc\n", "a\\u{202E}b\\u{1B}[31m c ");
    }
}
