//! Patterns that a backtracking engine may never finish.
//!
//! Here they do no harm: an automaton follows all ways at once. But the tools that share the file (OmegaT, Okapi,
//! LanguageTool) turn back, and `(a+)+` can be read in 2ⁿ ways over n letters.

use regex_syntax::hir::{Hir, HirKind};

/// Whether the pattern repeats, without bound, something that may be nothing but an unbounded repetition: `(a+)+`,
/// `(\s*a*)*`, `(x|a+)*`.
///
/// Source: J. Kirrage, A. Rathnayake, H. Thielecke, Static Analysis for Regular Expression Denial-of-Service Attacks
/// (2013); this is its commonest case, nested repetition.
///
/// The depth is bounded by the parser's nesting limit.
pub(in crate::segment) fn is_catastrophic(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Repetition(repetition) => {
            (is_unbounded(repetition.max) && may_be_repetition(&repetition.sub)) || is_catastrophic(&repetition.sub)
        }
        HirKind::Capture(capture) => is_catastrophic(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(is_catastrophic),
        _ => false,
    }
}

fn is_unbounded(max: Option<u32>) -> bool {
    max.is_none()
}

/// Whether one way to read `hir` is an unbounded repetition and nothing else.
fn may_be_repetition(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Repetition(repetition) => {
            let repeats = is_unbounded(repetition.max) && repetition.sub.properties().maximum_len() != Some(0);
            repeats || may_be_repetition(&repetition.sub)
        }
        HirKind::Capture(capture) => may_be_repetition(&capture.sub),
        HirKind::Alternation(parts) => parts.iter().any(may_be_repetition),
        HirKind::Concat(parts) => (0..parts.len()).any(|at| {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
            may_be_repetition(&parts[at])
                && others.into_iter().all(|(_, part)| part.properties().minimum_len() == Some(0))
        }),
        _ => false,
    }
}
