//! The engine from outside: what patterns fit where, and that all ways of finding it agree.

use hexapla_core::segment::srx::{LanguageMap, Rule, RuleGroup, Srx};
use hexapla_core::segment::{Action, FaultKind, PatternError, PatternSide, Profile, Rules, Segmenter, Trim};

use Action::{Break, Keep};

fn rule((action, before, after): (Action, &str, &str)) -> Rule {
    Rule { action, before: before.to_owned(), after: after.to_owned(), title: None, place: None }
}

fn compiled(rules: &[Rule]) -> (Rules, Vec<FaultKind>) {
    let group = RuleGroup { name: "all".to_owned(), rules: rules.to_vec(), comment: None };
    let map = LanguageMap { pattern: ".*".to_owned(), group: "all".to_owned(), list: None, comment: None, place: None };
    let srx = Srx { groups: vec![group], maps: vec![map], ..Srx::default() };
    let (rules, faults) = Rules::from_srx(&srx, "de", "test", Trim::Nothing).unwrap();
    (rules, faults.into_iter().map(|fault| fault.kind).collect())
}

/// What no text here holds, but must be looked for to its very end from wherever a boundary may be: so the engine gives
/// up trying what follows a boundary and reads the text from its end. It changes nothing else.
const NOWHERE: (Action, &str, &str) = (Keep, "", r"[^\u0001]*\u0001");
/// What asks at every place, and fits none: so that there are enough places for that.
const EVERYWHERE: (Action, &str, &str) = (Break, "", r"\u0002");

/// Cuts `want` without its bars by `rules`: tried from the start, read from the end, and once more with what was learnt.
fn check(rules: &[(Action, &str, &str)], want: &str) {
    let text = want.replace('|', "");
    for first in [&[] as &[_], &[NOWHERE, EVERYWHERE]] {
        let all: Vec<Rule> = first.iter().chain(rules).copied().map(rule).collect();
        let (compiled, _) = compiled(&all);
        for again in [false, true] {
            let mut got = text.clone();
            for decision in compiled.explain(&text).iter().rev().filter(|decision| decision.action == Break) {
                got.insert(decision.at, '|');
            }
            assert_eq!(got, want, "{rules:?}, from the end: {}, again: {again}", !first.is_empty());
        }
    }
}

#[test]
fn what_stands_before_is_found_at_its_end() {
    let check = |before: &str, want: &str| check(&[(Break, before, "")], want);
    check("aa", "aa|a|.........");
    check(r"\bNr\.", "Nr.|Nr.| xNr.......");
    check(r"\bж", "ж| ж|ж........");
    check(r"a\b", "a| ab a|.......");
    check("(?:a|b)*c", "abc|.......");
    check(r"\A\d{1,2}\.", "12.| 3........");
    check(r"a\z", ".........aa");
    check(r"(?:a+\.){2}", "aa.a.|a.|b.......");
    check("", "ä|ж|م|x|y|z|1|2|3");
}

#[test]
fn what_stands_after_is_found_at_its_start() {
    let check = |after: &str, want: &str| check(&[(Break, "", after)], want);
    check(r"\s\p{Lu}", "a| B c| D........");
    check(r"\bund\b", "und hund |und .......");
    check("ab*c", ".|abbc........");
    check(r"\Ax", "xx.........");
    check(r"x\z", ".........x|x");
    check(r"(?m)x$", "x|x\n.|x\n.......xx.......|x");
    check(r"\d{2,3}\b", ".|1|23 1.......");
}

/// All patterns that fit a place are known there, whatever their lengths: the first rule decides, and what it kept
/// together is known.
#[test]
fn all_that_fits_a_place_is_known() {
    let check = |rules: [(Action, &str, &str); 2], want: [(usize, Action, &str, Option<&str>); 2]| {
        let (compiled, _) = compiled(&rules.map(rule));
        let decisions = compiled.explain("a..b");
        let got: Vec<(usize, Action, &str, Option<&str>)> = decisions
            .iter()
            .map(|d| (d.at, d.action, d.rule.before.as_str(), d.suppressed.as_ref().map(|rule| rule.before.as_str())))
            .collect();
        assert_eq!(got, want, "{rules:?}");
    };
    let (many, one) = ("[.]+", r"\.");
    check([(Keep, many, ""), (Break, one, "")], [(2, Keep, many, Some(one)), (3, Keep, many, Some(one))]);
    check([(Break, one, ""), (Keep, many, "")], [(2, Break, one, None), (3, Break, one, None)]);
}

/// Whether a character is in a set is known of all characters: of ASCII, which has a way of its own, and beyond it.
#[test]
fn characters_are_told_apart() {
    fn is_word(c: char) -> bool {
        c.is_alphanumeric() || c == '_'
    }
    type IsIn = fn(char) -> bool;
    let sets: [(&str, IsIn); 5] = [
        (r"\p{Lu}", char::is_uppercase),
        (r"\p{Ll}", char::is_lowercase),
        (r"[+-9]", |c| ('+'..='9').contains(&c)),
        (r"\.", |c| c == '.'),
        (r"\w", is_word),
    ];
    let text: String = (' '..='~').chain("äÖßЖжمΩ漢\u{10FFFD}.A\u{10FFFF}".chars()).collect();
    let last = text.char_indices().next_back().unwrap().0;
    let cuts = |before: &str, after: &str| -> Vec<usize> {
        // The other sets are there too, and never fit.
        let others = sets.map(|(set, _)| (Break, format!("{set}\n"), format!("\n{set}")));
        let others = others.iter().map(|(action, before, after)| rule((*action, before, after)));
        let (compiled, _) = compiled(&others.chain([rule((Break, before, after))]).collect::<Vec<_>>());
        compiled.explain(&text).into_iter().map(|decision| decision.at).collect()
    };
    for (set, is_in) in sets {
        let inside: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_in(*c)).collect();
        let ends: Vec<usize> = inside.iter().map(|(at, c)| at + c.len_utf8()).filter(|end| *end < text.len()).collect();
        assert_eq!(cuts(set, ""), ends, "before: {set}");
        let starts: Vec<usize> = inside.iter().map(|(at, _)| *at).filter(|at| *at > 0).collect();
        assert_eq!(cuts("", set), starts, "after: {set}");
    }
    let pairs: Vec<(usize, char)> = text.char_indices().collect();
    let edges: Vec<usize> =
        pairs.windows(2).filter(|pair| is_word(pair[0].1) != is_word(pair[1].1)).map(|pair| pair[1].0).collect();
    assert!(edges.len() > 8 && edges.contains(&last), "{edges:?}");
    assert_eq!(cuts(r"\b", ""), edges);
    assert_eq!(cuts("", r"\b"), edges);
}

/// What stands after a boundary is tried there, or, where that takes too long, found by reading the text from its end.
/// Both ways decide alike at every place, by our own rules and by odd ones.
#[test]
fn trying_and_reading_from_the_end_agree() {
    let words: Vec<&str> =
        "Dr. z. B. 5. Mai S. 12 § usw. » « „Ja!“ … ... ( ) .) ?! 1. \n \n2. : ; – Он г. т. д. أ. ؟ قال Mr. \
                            p.m. The end. a Abb. Nr. \u{A0} https://a.b/c?d. [3] 3.4 😀 A. aber Kapitel — \""
            .split(' ')
            .collect();
    // Assertions at the edges of patterns, lines and texts; patterns that fit nothing or much.
    let odd = [
        (Keep, r"\bz\.", ""),
        (Keep, r"A", r"\S+;"),
        (Keep, r"\.", r"\s\b[^\n]*\.\s?$"),
        (Break, r"[.?]", r"\s*\z"),
        (Break, r"[.?]", r"(?m)\s$"),
        (Break, r"\B", r"\b\p{Lu}"),
        (Break, "", r"(?m)^\d"),
        (Break, r"[^ ]", r"\B\s"),
        (Break, r"\.", r"\s.*"),
        (Break, r"\.(?=\s)", r"\s\p{Lu}"),
    ];
    let own = Srx::own(&Profile::default());
    let own = ["de", "en", "ru", "ar", "fr"].map(|code| {
        own.groups_for(code).unwrap().into_iter().flat_map(|group| group.rules.clone()).collect::<Vec<Rule>>()
    });
    for (number, rules) in own.into_iter().chain([odd.map(rule).to_vec()]).enumerate() {
        let (tried, _) = compiled(&rules);
        let (read, _) = compiled(&[vec![rule(NOWHERE)], rules].concat());
        let mut seed = 7u64;
        let mut boundaries = 0;
        for length in 1..400 {
            let mut text = String::new();
            for _ in 0..length % 60 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(words[(seed >> 33) as usize % words.len()]);
                text.push_str(if seed >> 60 == 0 { "" } else { " " });
            }
            let decisions = tried.explain(&text);
            assert_eq!(decisions, read.explain(&text), "{number}: {text:?}");
            boundaries += decisions.len();
        }
        assert!(boundaries > 1_000, "{number}: {boundaries}");
    }
}

#[test]
fn repetitions_of_repetitions_are_said_to_be_so() {
    let check = |pattern: &str, want: bool| {
        for (side, rule) in
            [(PatternSide::Before, rule((Break, pattern, "y"))), (PatternSide::After, rule((Break, "y", pattern)))]
        {
            let found = compiled(&[rule]).1.contains(&FaultKind::Catastrophic { side });
            assert_eq!(found, want, "{pattern} {side}");
        }
    };
    check("(?:a+)+", true);
    check(r"(?:\s*a*)*x", true);
    check("(?:x|a+)*", true);
    check("(?:(?:ab)*c?)+", true);
    check(r"(?:\d+\.)+", false);
    check("[a-z]+ [a-z]+", false);
    check("(?:a+){2}", false);
    check(r"(?:\p{L}+\s)*", false);
}

#[test]
fn monstrous_patterns_are_refused() {
    for (side, monster) in [
        (PatternSide::Before, rule((Break, "(?:[ab]{500}){500}", ""))),
        (PatternSide::After, rule((Break, "x", "(?:[ab]{500}){500}"))),
    ] {
        let (rules, faults) = compiled(&[monster, rule((Break, r"\.", ""))]);
        assert_eq!(faults, [FaultKind::Unusable { side, error: PatternError::TooLarge }]);
        assert_eq!(rules.segment("a.b").len(), 2, "the other rules are in force");
    }
}

/// A page of one block, by rules that look around: each is searched for piece by piece, else the time would grow with the
/// square of the text and a rule be given up after so many matches.
#[test]
fn looking_around_is_linear() {
    let (rules, faults) = compiled(&[rule((Keep, r"\b(?!x)\w\.", "")), rule((Break, r"\.", r"\s"))]);
    assert_eq!(faults, [FaultKind::Backtracks]);
    assert_eq!(rules.segment(&"a. ".repeat(150_000)).len(), 1, "no rule is given up");
    assert_eq!(rules.segment(&"x. ".repeat(2_000)).len(), 2_000);
    let (rules, _) = compiled(&[rule((Break, r"(?<!\w)(?<!x)[A-Z]\.", ""))]);
    assert_eq!(rules.segment(&format!("{}A. b", "Ein Satz ohne Kürzel. ".repeat(5_000))).len(), 2);
}
