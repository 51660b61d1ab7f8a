//! How well our rules cut the development data: boundary F1 per collection, with floors that only rise.
//!
//! Offsets count characters that are no white space; the ends of blocks are given and not counted. The data is not part
//! of the repository; without it the tests say so and pass.

#![allow(clippy::print_stderr)]

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;

use hexapla_core::language::Language;
use hexapla_core::segment::{Rules, Segmenter};
use serde_json::Value;

/// The collections, their language, and the least F1 in hundredths of a percent.
const FLOORS: [(&str, &str, u32); 12] = [
    ("de-reviews", "de", 9_850),
    ("de-news", "de", 9_519),
    ("en-web", "en", 8_969),
    ("en-news", "en", 9_941),
    ("ru-wiki", "ru", 9_822),
    ("ru-social", "ru", 7_493),
    ("ru-news", "ru", 9_675),
    ("ar-news", "ar", 9_893),
    ("pragmatic-de", "de", 9_830),
    ("pragmatic-en", "en", 7_731),
    ("pragmatic-ru", "ru", 9_230),
    ("pragmatic-ar", "ar", 6_600),
];

fn shared() -> PathBuf {
    std::env::var_os("HEXAPLA_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from)
}

fn data(name: &str) -> Option<Value> {
    let path = shared().join("data/segmentation").join(format!("{name}.json"));
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(_) => {
            let _ = writeln!(std::io::stderr(), "SKIPPED: no {}", path.display());
            None
        }
    }
}

/// Blocks of text with the ends of their sentences, in characters that are no white space.
fn blocks(data: &Value) -> Vec<(String, BTreeSet<usize>)> {
    let list = data.as_array().or_else(|| data["blocks"].as_array()).unwrap();
    list.iter()
        .map(|block| {
            let mut ends = BTreeSet::new();
            let mut count = 0;
            for sentence in block["sentences"].as_array().unwrap() {
                count += visible(sentence.as_str().unwrap());
                ends.insert(count);
            }
            ends.remove(&count);
            ends.remove(&0);
            (block["text"].as_str().unwrap().to_owned(), ends)
        })
        .collect()
}

fn visible(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn ends(rules: &Rules, text: &str) -> BTreeSet<usize> {
    let (mut ends, mut count, mut from) = (BTreeSet::new(), 0, 0);
    for range in rules.segment(text) {
        count += visible(&text[from..range.end]);
        from = range.end;
        ends.insert(count);
    }
    ends.remove(&count);
    ends
}

#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    /// F1 in hundredths of a percent.
    fn f1(&self) -> u32 {
        let all = 2 * self.right + self.wrong + self.missed;
        (20_000 * self.right).checked_div(all).map_or(10_000, |f1| u32::try_from(f1).unwrap())
    }
}

#[test]
fn boundaries_are_right_on_the_development_data() {
    let show = std::env::var("HEXAPLA_SHOW_ERRORS").ok();
    let mut below = Vec::new();
    for (name, language, floor) in FLOORS {
        let Some(data) = data(name) else { continue };
        let rules = Rules::for_language(&language.parse::<Language>().unwrap());
        let mut score = Score::default();
        let mut whole = 0;
        let blocks = blocks(&data);
        for (text, gold) in &blocks {
            let ours = ends(&rules, text);
            score.right += ours.intersection(gold).count();
            score.wrong += ours.difference(gold).count();
            score.missed += gold.difference(&ours).count();
            whole += usize::from(ours == *gold);
            if show.as_deref().is_some_and(|wanted| wanted == name || wanted == "all") {
                ours.difference(gold).for_each(|at| eprintln!("{name} WRONG  {}", around(text, *at)));
                gold.difference(&ours).for_each(|at| eprintln!("{name} MISSED {}", around(text, *at)));
            }
        }
        let f1 = score.f1();
        eprintln!(
            "{name:13} F1 {:3}.{:02}  right {:5}  wrong {:4}  missed {:4}  blocks {whole}/{}",
            f1 / 100,
            f1 % 100,
            score.right,
            score.wrong,
            score.missed,
            blocks.len()
        );
        if f1 < floor {
            below.push(format!("{name}: {f1} is below {floor}"));
        }
    }
    assert_eq!(below, Vec::<String>::new());
}

/// The text on both sides of a boundary, with a bar in it.
fn around(text: &str, at: usize) -> String {
    let mut seen = 0;
    let mut byte = text.len();
    for (index, c) in text.char_indices() {
        if seen == at {
            byte = index;
            break;
        }
        seen += usize::from(!c.is_whitespace());
    }
    let before: String = text[..byte].chars().rev().take(50).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[byte..].chars().take(40).collect();
    format!("{before}¦{after}").replace('\n', "⏎")
}

#[test]
fn all_german_cases_are_right() {
    let Some(data) = data("cases-de") else { return };
    let rules = Rules::for_language(&"de".parse().unwrap());
    let mut wrong = Vec::new();
    for (case, (text, gold)) in data.as_array().unwrap().iter().zip(blocks(&data)) {
        if ends(&rules, &text) != gold {
            let ours: Vec<&str> = rules.segment(&text).into_iter().map(|range| &text[range]).collect();
            wrong.push(format!("{}: {ours:?}", case["name"]));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// On the two real pages no line is cut within an abbreviation, a date, a source or a quotation.
#[test]
fn the_real_pages_are_cut_between_sentences() {
    let rules = Rules::for_language(&"de".parse().unwrap());
    for (name, count) in [("000_e62328286f519238.txt", 34), ("003_6bcd44257549db38.txt", 221)] {
        let Some(text) = page(name) else { continue };
        let mut segments = 0;
        for line in text.lines() {
            for range in rules.segment(line) {
                segments += 1;
                let segment = &line[range.clone()];
                let first = segment.chars().next().unwrap();
                assert!(
                    range.start == 0
                        || first.is_uppercase()
                        || first.is_ascii_digit()
                        || "(„•".contains(first)
                        || line[..range.start].trim().is_empty(),
                    "begins in the middle: {segment}"
                );
                let rest = line[range.end..].trim();
                let last = segment.trim_end_matches(['“', ')']).chars().next_back().unwrap();
                assert!(rest.is_empty() || ".?!".contains(last), "ends in the middle: {segment} | {rest}");
            }
        }
        assert_eq!(segments, count, "{name}");
    }
}

fn page(name: &str) -> Option<String> {
    let path = shared().join("seeds").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: no {}", path.display());
    }
    text
}
