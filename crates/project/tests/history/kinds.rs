//! What the report says of documentation, by what befell its sentences, against what is true.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_core::status::Provenance;
use hexapla_project::Report;

use crate::events::{Manner, Site, make};
use crate::generator::{Key, Truth};
use crate::truth::told_of;

/// Of some segments: those that need work, those that are told, and those that are told rightly.
#[derive(Clone, Copy, Default)]
struct Count {
    needing: usize,
    told: usize,
    hits: usize,
}

impl Count {
    fn precision(self) -> f64 {
        self.hits as f64 / self.told.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.hits as f64 / self.needing.max(1) as f64
    }
}

#[derive(Default)]
struct Score {
    all: Count,
    /// By what befell the source, and the target.
    kinds: BTreeMap<(&'static str, &'static str), Count>,
    edited: usize,
    rightly: usize,
    files: Count,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, site: &Site, report: &Report) {
        let mut told = told_of(report);
        // What a page lacks that is not there at all is no question of sentences.
        let there: BTreeSet<(&str, &str)> = site.events.keys().map(|key| (key.0.as_str(), key.1.as_str())).collect();
        told.retain(|key, _| there.contains(&(key.0.as_str(), key.1.as_str())));
        let needs = |truth: Option<&Truth>| truth.is_some_and(|truth| *truth != Truth::Minor);
        let keys: BTreeSet<&Key> = site.truth.keys().chain(told.keys()).collect();
        for key in keys {
            let (said, is) = (told.get(key), site.truth.get(key));
            let (why, how) = site.events.get(key).copied().unwrap_or(("nothing", "nothing"));
            let count = Count {
                needing: usize::from(needs(is)),
                told: usize::from(needs(said)),
                hits: usize::from(needs(is) && said == is),
            };
            let sums = [&mut self.all, self.kinds.entry(("source", why)).or_default()];
            sums.into_iter().for_each(|sum| sum.add(count));
            self.kinds.entry(("target", how)).or_default().add(count);
            if let (Some(Truth::Minor | Truth::Stale), Some(Truth::Minor | Truth::Stale)) = (said, is) {
                self.edited += 1;
                self.rightly += usize::from(said == is);
            }
            if said != is {
                self.wrong.push(format!("{why} / {how}: told {said:?}, is {is:?}: {key:?}"));
            }
        }
        for key in site.events.keys() {
            let flagged = site.behind.contains(&(key.0.clone(), key.1.clone()));
            let needs = needs(site.truth.get(key));
            let (needing, told, hits) = (usize::from(needs), usize::from(flagged), usize::from(flagged && needs));
            self.files.add(Count { needing, told, hits });
        }
    }

    fn print(&self, what: &str) {
        let line = |name: &str, count: &Count| {
            let Count { needing, told, hits } = count;
            println!(
                "{name:<32} {needing:>6} {told:>6} {hits:>6}   P {:.3}   R {:.3}",
                count.precision(),
                count.recall()
            );
        };
        println!("{what}: needing work, told, told rightly");
        for ((side, kind), count) in &self.kinds {
            line(&format!("  {side}: {kind}"), count);
        }
        line("all", &self.all);
        line("a tracker of whole files", &self.files);
        println!("minor told from real: {} of {}", self.rightly, self.edited);
        let shown = std::env::var("HEXAPLA_SHOW").map_or(0, |count| count.parse().unwrap_or(40));
        self.wrong.iter().take(shown).for_each(|line| println!("  {line}"));
    }
}

impl Count {
    fn add(&mut self, other: Count) {
        self.needing += other.needing;
        self.told += other.told;
        self.hits += other.hits;
    }
}

fn score(manner: Manner, seeds: std::ops::Range<u64>, pages: usize, commits: usize) -> Score {
    let mut score = Score::default();
    for seed in seeds {
        let site = make(manner, seed, pages, commits);
        score.add(&site, &site.repository.report());
    }
    score.print(&format!("{manner:?}"));
    score
}

/// Floors; they only rise.
fn check(score: &Score, precision: f64, recall: f64) {
    assert!(score.all.precision() >= precision, "precision {}", score.all.precision());
    assert!(score.all.recall() >= recall, "recall {}", score.all.recall());
    assert!(score.rightly as f64 >= 0.95 * score.edited as f64, "{} of {}", score.rightly, score.edited);
}

#[test]
fn everything_that_happens() {
    check(&score(Manner::Wild, 1..3, 12, 80), 0.97, 0.97);
}

#[test]
fn records_that_are_hidden() {
    check(&score(Manner::Recorded, 1..3, 12, 80), 0.97, 0.97);
}

/// Pages that say which commit they follow are believed.
#[test]
fn records_that_are_seen() {
    let mut score = Score::default();
    for seed in 1..3 {
        let site = make(Manner::Recorded, seed, 12, 80);
        for ((page, language), commit) in site.records.iter().filter(|((page, _), _)| page.ends_with(".md")) {
            let path = format!("{language}/{page}");
            let text = std::fs::read_to_string(site.repository.root().join(&path)).unwrap();
            let text = text.replacen("---\n", &format!("---\nl10n:\n  sourceCommit: {commit}\n"), 1);
            site.repository.write(&path, &text);
        }
        site.repository.git(&["commit", "--quiet", "--all", "-m", "Record what is followed"]);
        let report = site.repository.report();
        let declared = report.findings.iter().filter_map(|finding| finding.base.as_ref());
        assert!(declared.filter(|base| base.provenance == Provenance::Declared).count() > 0);
        score.add(&site, &report);
    }
    score.print("Recorded, and seen");
    check(&score, 0.97, 0.97);
}

#[test]
#[ignore = "minutes of work; run with --release -- --ignored --nocapture"]
fn much_documentation() {
    let (wild, recorded) = (score(Manner::Wild, 10..16, 30, 200), score(Manner::Recorded, 10..16, 30, 200));
    check(&wild, 0.9, 0.9);
    check(&recorded, 0.9, 0.9);
}
