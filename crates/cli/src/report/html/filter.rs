//! What a reader can choose to see: a language, a state. Style sheets do it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use hexapla_core::language::Language;
use hexapla_core::status::Rule;

use super::{Task, language_name};
use crate::console::Face;
use crate::messages::Msg;
use crate::report::escape;

/// What findings are sorted into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    Untranslated,
    Stale,
    Minor,
    Obsolete,
    Unknown,
    Other,
}

impl State {
    pub(super) fn of(rule: Rule) -> Self {
        match rule {
            Rule::MissingPage
            | Rule::MissingSegment
            | Rule::DeletedTarget
            | Rule::UntranslatedCopy
            | Rule::WrongLanguage => Self::Untranslated,
            Rule::Stale => Self::Stale,
            Rule::StaleMinor => Self::Minor,
            Rule::ObsoleteSegment => Self::Obsolete,
            Rule::ExtraSegment | Rule::Unverified => Self::Unknown,
            _ => Self::Other,
        }
    }

    /// Its class.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Untranslated => "untranslated",
            Self::Stale => "stale",
            Self::Minor => "minor",
            Self::Obsolete => "obsolete",
            Self::Unknown => "unknown",
            Self::Other => "other",
        }
    }

    /// Its sign. The asterisk and the obelus are Origen's.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Untranslated => "*",
            Self::Stale => "~",
            Self::Minor => "≈",
            Self::Obsolete => "÷",
            Self::Unknown => "?",
            Self::Other => "!",
        }
    }

    fn label(self) -> Msg<'static> {
        match self {
            Self::Untranslated => Msg::ColumnUntranslated,
            Self::Stale => Msg::ColumnStale,
            Self::Minor => Msg::HtmlMinor,
            Self::Obsolete => Msg::ColumnObsolete,
            Self::Unknown => Msg::ColumnUnknown,
            Self::Other => Msg::HtmlOther,
        }
    }
}

/// The states that there are, in order, each with how many findings are in it.
fn states(tasks: &[&Task<'_>]) -> BTreeMap<State, usize> {
    let mut states = BTreeMap::new();
    for task in tasks {
        *states.entry(State::of(task.first.rule)).or_insert(0) += 1;
    }
    states
}

/// The classes of what holds these findings: languages, states, and which state in which language.
pub(super) fn classes<'t>(tasks: impl IntoIterator<Item = &'t Task<'t>>) -> String {
    let mut classes = BTreeSet::new();
    for task in tasks {
        let (language, state) = (class(&task.first.language), State::of(task.first.rule).as_str());
        classes.insert(format!("{language}-{state}"));
        classes.insert(format!("has-{state}"));
        classes.insert(language);
    }
    classes.into_iter().collect::<Vec<_>>().join(" ")
}

/// The class of a language: a tag consists of letters, digits and hyphens.
pub(super) fn class(language: &Language) -> String {
    format!("in-{}", language.as_str().to_ascii_lowercase())
}

/// The style sheet of the choices: what does not hold what was chosen is not shown.
pub(super) fn rules(languages: &[Language], tasks: &[&Task<'_>], out: &mut dyn Write) -> io::Result<()> {
    let states = states(tasks);
    for language in languages {
        let class = class(language);
        let chosen = format!(":root:has(#{class}:checked)");
        writeln!(out, "{chosen} :is(.page,.row):not(.{class}),{chosen} .cell:not(.{class}){{display:none}}")?;
        for state in states.keys() {
            let state = state.as_str();
            writeln!(
                out,
                "{chosen}:has(#state-{state}:checked) :is(.page,.row):not(.{class}-{state}){{display:none}}"
            )?;
        }
    }
    for state in states.keys() {
        let state = state.as_str();
        writeln!(out, ":root:has(#state-{state}:checked) :is(.page,.row):not(.has-{state}){{display:none}}")?;
    }
    Ok(())
}

/// The buttons.
pub(super) fn controls(
    languages: &[Language],
    tasks: &[&Task<'_>],
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = &face.words;
    let states = states(tasks);
    let counted = |n: usize| format!("<small>{}</small>", words.number(n));
    writeln!(out, "<form class=\"filters\">")?;
    if languages.len() > 1 {
        let of_language = |language: &Language| {
            let n = tasks.iter().filter(|task| task.first.language == *language).count();
            (class(language), format!("{} {}", escape(&language_name(face, language)), counted(n)))
        };
        choice("language", Msg::ColumnLanguage, languages.iter().map(of_language), face, out)?;
    }
    if states.len() > 1 {
        let of_state = |(state, n): (&State, &usize)| {
            let said = escape(&words.say(state.label()));
            let sign = format!("<b class=\"{}\" aria-hidden=\"true\">{}</b>", state.as_str(), state.sign());
            (format!("state-{}", state.as_str()), format!("{sign} {said} {}", counted(*n)))
        };
        choice("state", Msg::HtmlState, states.iter().map(of_state), face, out)?;
    }
    writeln!(out, "<p class=\"back\"><a href=\"#pages\">{}</a></p>\n</form>", escape(&words.say(Msg::HtmlAllPages)))
}

fn choice(
    name: &str,
    legend: Msg<'_>,
    values: impl Iterator<Item = (String, String)>,
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<fieldset><legend>{}</legend>", escape(&face.words.say(legend)))?;
    let all = (format!("every-{name}"), escape(&face.words.say(Msg::HtmlAll)));
    for (n, (id, label)) in [all].into_iter().chain(values).enumerate() {
        let checked = if n == 0 { " checked" } else { "" };
        writeln!(
            out,
            "<input type=\"radio\" name=\"{name}\" id=\"{id}\"{checked}><label for=\"{id}\">{label}</label>"
        )?;
    }
    writeln!(out, "</fieldset>")
}
