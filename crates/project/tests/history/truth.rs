//! What the report says of generated sites, against what is true.

use std::collections::BTreeMap;

use hexapla_core::status::Rule;
use hexapla_project::Report;

use crate::generator::{Key, Site, Truth, bare, make};

#[derive(Default)]
struct Score {
    hits: usize,
    told: usize,
    true_ones: usize,
    /// Edited ones told as edited, and those of them told as minor or real rightly.
    edited: usize,
    kinds: usize,
    /// The file-level tracker's: segments in flagged pages, and those of them that need work.
    flagged: usize,
    flagged_hits: usize,
    needing: usize,
}

fn truth_of(rule: Rule) -> Option<Truth> {
    match rule {
        Rule::MissingPage
        | Rule::MissingSegment
        | Rule::DeletedTarget
        | Rule::UntranslatedCopy
        | Rule::WrongLanguage => Some(Truth::Untranslated),
        Rule::Stale => Some(Truth::Stale),
        Rule::StaleMinor => Some(Truth::Minor),
        Rule::ObsoleteSegment => Some(Truth::Obsolete),
        _ => None,
    }
}

/// What a report says of each segment.
pub(crate) fn told_of(report: &Report) -> BTreeMap<Key, Truth> {
    let mut told = BTreeMap::new();
    for finding in &report.findings {
        let Some(truth) = truth_of(finding.rule) else { continue };
        let side = if truth == Truth::Obsolete { &finding.target } else { &finding.source };
        let Some(side) = side else { continue };
        let name = finding.document.rsplit('/').next().unwrap_or_default().to_owned();
        told.insert((finding.language.to_string(), name, bare(&side.text)), truth);
    }
    told
}

impl Score {
    fn add(&mut self, site: &Site, wrong: &mut Vec<String>) {
        let told = told_of(&site.repository.report());
        let counts = |truth: &Truth| *truth != Truth::Minor;
        self.told += told.values().filter(|truth| counts(truth)).count();
        self.true_ones += site.truth.values().filter(|truth| counts(truth)).count();
        self.hits += told.iter().filter(|(key, truth)| counts(truth) && site.truth.get(*key) == Some(truth)).count();
        for (key, truth) in &told {
            let known = site.truth.get(key);
            if known != Some(truth) {
                wrong.push(format!("told {truth:?}, is {known:?}: {key:?}"));
            }
            if let Some(known @ (Truth::Minor | Truth::Stale)) = known
                && matches!(truth, Truth::Minor | Truth::Stale)
            {
                self.edited += 1;
                self.kinds += usize::from(known == truth);
            }
        }
        let missed = site.truth.iter().filter(|(key, _)| !told.contains_key(*key));
        wrong.extend(missed.map(|(key, truth)| format!("told nothing, is {truth:?}: {key:?}")));
        for key in &site.all {
            let needs = site.truth.get(key).is_some_and(counts);
            let flagged = site.behind.contains(&(key.0.clone(), key.1.clone()));
            self.flagged += usize::from(flagged);
            self.flagged_hits += usize::from(flagged && needs);
            self.needing += usize::from(needs);
        }
    }

    fn check(&self, wrong: &[String]) {
        let part = |some: usize, all: usize| some as f64 / all.max(1) as f64;
        let (precision, recall) = (part(self.hits, self.told), part(self.hits, self.true_ones));
        let kinds = part(self.kinds, self.edited);
        println!("stale, untranslated and obsolete segments: {} true, {} told", self.true_ones, self.told);
        println!("precision {precision:.4}, recall {recall:.4}; minor told from real {kinds:.4} of {}", self.edited);
        let (precision_of_files, recall_of_files) =
            (part(self.flagged_hits, self.flagged), part(self.flagged_hits, self.needing));
        println!("a tracker of whole files: precision {precision_of_files:.4}, recall {recall_of_files:.4}");
        let shown = std::env::var("HEXAPLA_SHOW").map_or(0, |count| count.parse().unwrap_or(40));
        for line in wrong.iter().take(shown) {
            println!("  {line}");
        }
        assert!(precision >= 0.97, "precision {precision}");
        assert!(recall >= 0.97, "recall {recall}");
        assert!(kinds >= 0.95, "minor told from real {kinds}");
    }
}

fn check(seeds: std::ops::Range<u64>, pages: usize, commits: usize) {
    let (mut score, mut wrong) = (Score::default(), Vec::new());
    for seed in seeds {
        score.add(&make(seed, pages, commits), &mut wrong);
    }
    score.check(&wrong);
}

#[test]
fn a_small_site() {
    check(1..3, 9, 60);
}

#[test]
#[ignore = "minutes of work; run with --release -- --ignored --nocapture"]
fn many_sites() {
    check(10..22, 30, 150);
}
