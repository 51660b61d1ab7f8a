//! What the gate makes of a report, in words.

use hexapla_core::language::Language;
use hexapla_core::status::{Finding, Severity};
use hexapla_project::{CoverageGap, Report, StaleExcess};

use super::{Held, language_name};
use crate::console::Face;
use crate::messages::Msg;
use crate::number::Number;

impl<'a> Held<'a> {
    /// Whether nothing is held against the report, neither here nor by its findings.
    pub(crate) fn passes(&self, report: &Report) -> bool {
        self.is_nothing() && report.failures().next().is_none()
    }

    /// Whether it is nothing.
    pub(crate) fn is_nothing(&self) -> bool {
        self.gaps.is_empty() && self.excesses.is_empty()
    }

    /// Each thing in words, with the language that it is about and the option that asks for it.
    pub(crate) fn said(&self, face: &Face) -> Vec<(&'a Language, &'static str, String)> {
        let gaps = self.gaps.iter().map(|one| (&one.language, "min-coverage", gap(one, face)));
        let excesses = self.excesses.iter().map(|one| (&one.language, "max-stale", excess(one, face)));
        gaps.chain(excesses).collect()
    }
}

/// How many findings there are, and how bad: `7 findings: 6 errors, 1 warning`.
pub(crate) fn counted(findings: &[Finding], face: &Face) -> String {
    let words = &face.words;
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let total = words.say(Msg::CheckFindings { n: findings.len().into() });
    let parts = severities([Severity::Error, Severity::Warning, Severity::Note].map(count), face);
    if parts.is_empty() { total } else { format!("{total}: {parts}") }
}

/// So many errors, warnings and notes, as far as there are any.
pub(crate) fn severities([errors, warnings, notes]: [usize; 3], face: &Face) -> String {
    let words = &face.words;
    let mut parts = Vec::new();
    for (n, say) in [
        (errors, (|n| Msg::CheckErrors { n }) as fn(Number) -> Msg<'static>),
        (warnings, |n| Msg::CheckWarnings { n }),
        (notes, |n| Msg::CheckNotes { n }),
    ] {
        if n > 0 {
            parts.push(words.say(say(n.into())));
        }
    }
    words.list(&parts)
}

/// That a language is less covered than it should be.
fn gap(gap: &CoverageGap, face: &Face) -> String {
    let language = language_name(face, &gap.language);
    let (actual, least) = (Number::decimal(gap.actual, 1), Number::decimal(gap.least, 0));
    face.words.say(Msg::CheckCoverage { language: &language, actual, least })
}

/// That more is stale in a language than the gate lets pass.
fn excess(excess: &StaleExcess, face: &Face) -> String {
    let language = language_name(face, &excess.language);
    let (actual, most) = (Number::from(excess.actual), Number::from(excess.most));
    face.words.say(Msg::GateStaleExcess { language: &language, actual, most })
}
