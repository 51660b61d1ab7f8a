//! What the gate makes of a report, in words.

use hexapla_core::status::{Finding, Severity};
use hexapla_project::{CoverageGap, Report};

use super::language_name;
use crate::console::Face;
use crate::messages::Msg;
use crate::number::Number;

/// Whether nothing is wrong at the gate.
pub(crate) fn passes(report: &Report, gaps: &[CoverageGap]) -> bool {
    gaps.is_empty() && report.failures().next().is_none()
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
pub(crate) fn gap(gap: &CoverageGap, face: &Face) -> String {
    let language = language_name(face, &gap.language);
    let (actual, least) = (Number::decimal(gap.actual, 1), Number::decimal(gap.least, 0));
    face.words.say(Msg::CheckCoverage { language: &language, actual, least })
}
