//! Pages that are missing: what is told of a source's segments is the same in every language that lacks the page. It is
//! kept once, however many they are, and becomes findings at the very end.

use std::collections::HashMap;
use std::sync::Arc;

use hexapla_core::language::Language;
use hexapla_core::status::{Finding, FindingSide, Rule};
use serde::{Deserialize, Serialize};

use crate::config::{Gate, state_of};
use crate::fingerprint::{fingerprint, folded};

/// The languages in which a page is missing, and what it says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Missing {
    /// The source's own segments; none where no language lacks the page.
    pub(crate) segments: Vec<FindingSide>,
    /// Each language with the numbers of the segments that nobody asks for in it, in order.
    pub(crate) languages: Vec<(Language, Vec<usize>)>,
}

impl Missing {
    /// One finding for each segment and language, if the gate knows the rule at all.
    pub(crate) fn findings(&self, document: &str, gate: &Gate) -> impl Iterator<Item = Finding> {
        let document: Arc<str> = document.into();
        let severity = gate.severity(Rule::MissingPage);
        let mut seen: HashMap<String, u32> = HashMap::new();
        let numbered = |segment: &FindingSide| {
            let said = folded(&segment.text);
            let count = seen.entry(said.clone()).or_default();
            *count += 1;
            (said, *count)
        };
        let said: Vec<(String, u32)> = self.segments.iter().map(numbered).collect();
        self.languages.iter().flat_map(move |(language, passed_over)| {
            let asked_for = (0..self.segments.len()).filter(|at| passed_over.binary_search(at).is_err());
            let findings = asked_for.filter_map(|at| {
                let (rule, (said, count)) = (Rule::MissingPage, &said[at]);
                let fingerprint = fingerprint(rule, &document, language, [said, ""], *count);
                let state = state_of(rule);
                let mut finding = Finding::new(rule, severity?, state, language.clone(), document.clone(), fingerprint);
                finding.source = Some(self.segments[at].clone());
                Some(finding)
            });
            findings.collect::<Vec<_>>()
        })
    }
}
