//! The decision at every position: the first rule in order whose two sides match there.
//!
//! Source: SRX 2.0 (OASIS/GALA, 2008), section "Processing".

use std::sync::{Arc, Mutex};

use rustc_hash::FxHashMap;

use super::alphabet::AlphabetBuilder;
use super::automaton::{Automaton, Cache, Matches, Program, Reading};
use super::pattern::{self, PatternError, PatternSide};

/// What a rule says about a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// A segment ends here.
    Break,
    /// No segment ends here, whatever later rules say.
    Keep,
}

/// One rule as it is handed to the engine: two patterns in ICU's syntax, empty where anything may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct RuleSource<'r> {
    pub(super) action: Action,
    pub(super) before: &'r str,
    pub(super) after: &'r str,
}

/// What was wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RuleFault {
    /// The rule, by its number in the list.
    pub(super) rule: usize,
    pub(super) kind: FaultKind,
}

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The rule cannot be used, and is left out.
    #[error("{side} break: {error}")]
    Unusable {
        /// Which of its patterns is at fault.
        side: PatternSide,
        /// Why.
        error: PatternError,
    },
    /// Both patterns fit the empty string: the rule may break anywhere at all.
    #[error("the rule fits the empty string and may break anywhere")]
    FitsNothing,
    /// The rule is tried by backtracking, which is slow and given up where it takes too long.
    #[error("the rule looks around or gives nothing back and is tried by backtracking, which is slow")]
    Backtracks,
    /// A repetition of a repetition, which tools that turn back may never finish; here it is linear.
    #[error("the {side} pattern repeats a repetition, which tools that turn back may never finish")]
    Catastrophic {
        /// Which of its patterns.
        side: PatternSide,
    },
}

/// A position where some rule would break, and the rule that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) at: usize,
    /// The rule that decides, by its number in the list.
    pub(super) rule: usize,
    /// The first rule in order that would break.
    pub(super) breaking: usize,
}

/// Compiled rules.
#[derive(Debug)]
pub(super) struct Engine {
    before: Automaton,
    after: Automaton,
    /// For every pattern of a side the rules that have it, as bits.
    before_rules: Vec<Bits>,
    after_rules: Vec<Bits>,
    breaking: Bits,
    /// Rules that only a backtracking engine can try.
    fancy: Vec<Fancy>,
    pool: Mutex<Vec<Workspace>>,
}

#[derive(Debug)]
struct Fancy {
    rule: usize,
    action: Action,
    regex: fancy_regex::Regex,
}

/// How often a backtracking pattern may turn back within one search, before the search is given up.
const BACKTRACK_LIMIT: usize = 100_000;
/// How often a backtracking rule may be tried within one text.
const MAX_SEARCHES: usize = 100_000;
/// So many sets of rules may be remembered between two texts.
const MAX_REMEMBERED: usize = 50_000;

type Bits = Box<[u64]>;

fn set_bit(bits: &mut Bits, at: usize) {
    bits[at / 64] |= 1 << (at % 64);
}

fn common(sets: &[&Bits]) -> Option<usize> {
    let (first, rest) = sets.split_first()?;
    first.iter().enumerate().find_map(|(word, bits)| {
        let bits = rest.iter().fold(*bits, |bits, set| bits & set[word]);
        (bits != 0).then(|| word * 64 + bits.trailing_zeros() as usize)
    })
}

/// The first rule that fits, and the first that would break.
type Verdict = (usize, Option<usize>);

#[derive(Debug)]
struct Workspace {
    before: Cache,
    after: Cache,
    before_bits: FxHashMap<Matches, Bits>,
    after_bits: FxHashMap<Matches, Bits>,
    decided: FxHashMap<(Matches, Matches), Option<Verdict>>,
    candidates: Vec<(usize, Matches)>,
}

/// The patterns of one side, each once.
struct Patterns {
    program: Program,
    numbers: FxHashMap<String, u32>,
    rules: Vec<Bits>,
    marked: Vec<bool>,
}

impl Patterns {
    fn new(reading: Reading) -> Self {
        Self { program: Program::new(reading), numbers: FxHashMap::default(), rules: Vec::new(), marked: Vec::new() }
    }

    fn add(
        &mut self,
        regex: String,
        rule: usize,
        count: usize,
        sets: &mut AlphabetBuilder,
    ) -> Result<u32, PatternError> {
        let number = match self.numbers.get(&regex) {
            Some(number) => *number,
            None => {
                let hir = pattern::parse(&regex)?;
                let number = self.program.add(&hir, sets).map_err(|_| PatternError::TooLarge)?;
                self.numbers.insert(regex, number);
                self.rules.push(vec![0; count.div_ceil(64)].into());
                self.marked.push(false);
                number
            }
        };
        set_bit(&mut self.rules[number as usize], rule);
        Ok(number)
    }
}

impl Engine {
    /// Compiles `rules`, in order. Rules that cannot be used are left out and reported.
    pub(super) fn new(rules: &[RuleSource<'_>]) -> (Self, Vec<RuleFault>) {
        let mut faults = Vec::new();
        let mut sets = AlphabetBuilder::default();
        let mut before = Patterns::new(Reading::FromStart);
        let mut after = Patterns::new(Reading::FromEnd);
        let mut breaking: Bits = vec![0; rules.len().div_ceil(64)].into();
        let mut fancy = Vec::new();
        for (number, rule) in rules.iter().enumerate() {
            let mut translate = |text, side| {
                pattern::translate(text, side)
                    .map_err(|error| faults.push(RuleFault { rule: number, kind: FaultKind::Unusable { side, error } }))
                    .ok()
            };
            let (Some(left), Some(right)) =
                (translate(rule.before, PatternSide::Before), translate(rule.after, PatternSide::After))
            else {
                continue;
            };
            for (pattern, side) in [(&left, PatternSide::Before), (&right, PatternSide::After)] {
                if pattern::is_catastrophic(&pattern.regex) {
                    faults.push(RuleFault { rule: number, kind: FaultKind::Catastrophic { side } });
                }
            }
            if left.backtracks || right.backtracks {
                let side = if left.backtracks { PatternSide::Before } else { PatternSide::After };
                match Fancy::new(number, rule.action, &left.regex, &right.regex) {
                    Ok(compiled) => {
                        fancy.push(compiled);
                        faults.push(RuleFault { rule: number, kind: FaultKind::Backtracks });
                    }
                    Err(error) => {
                        faults.push(RuleFault { rule: number, kind: FaultKind::Unusable { side, error } });
                    }
                }
                continue;
            }
            if rule.action == Action::Break && may_be_empty(&left.regex) && may_be_empty(&right.regex) {
                faults.push(RuleFault { rule: number, kind: FaultKind::FitsNothing });
            }
            let added =
                before.add(left.regex, number, rules.len(), &mut sets).map_err(|error| (PatternSide::Before, error));
            let added = added.and_then(|left| {
                after.add(right.regex, number, rules.len(), &mut sets).map_err(|error| (PatternSide::After, error))?;
                Ok(left)
            });
            match added {
                Ok(left) if rule.action == Action::Break => {
                    before.marked[left as usize] = true;
                    set_bit(&mut breaking, number);
                }
                Ok(_) => {}
                Err((side, error)) => {
                    faults.push(RuleFault { rule: number, kind: FaultKind::Unusable { side, error } });
                }
            }
        }
        let looks = before.program.looks() || after.program.looks();
        let alphabet = Arc::new(sets.build(looks));
        let unmarked = vec![false; after.marked.len()];
        let engine = Self {
            before: Automaton::new(before.program, alphabet.clone(), before.marked),
            after: Automaton::new(after.program, alphabet, unmarked),
            before_rules: before.rules,
            after_rules: after.rules,
            breaking,
            fancy,
            pool: Mutex::new(Vec::new()),
        };
        (engine, faults)
    }

    /// Every position of `text` where some rule would break, in order, with the rule that decides there.
    pub(super) fn decide(&self, text: &str) -> Vec<Decision> {
        let mut space = self.pool.lock().ok().and_then(|mut pool| pool.pop()).unwrap_or_else(|| self.workspace());
        let decisions = self.decide_in(text, &mut space);
        if space.before.sets() + space.after.sets() + space.decided.len() < MAX_REMEMBERED
            && let Ok(mut pool) = self.pool.lock()
        {
            pool.push(space);
        }
        decisions
    }

    fn workspace(&self) -> Workspace {
        Workspace {
            before: self.before.cache(),
            after: self.after.cache(),
            before_bits: FxHashMap::default(),
            after_bits: FxHashMap::default(),
            decided: FxHashMap::default(),
            candidates: Vec::new(),
        }
    }

    fn decide_in(&self, text: &str, space: &mut Workspace) -> Vec<Decision> {
        let fancy: Vec<Vec<usize>> = self.fancy.iter().map(|rule| rule.positions(text)).collect();
        let mut also: Vec<usize> = self
            .fancy
            .iter()
            .zip(&fancy)
            .filter(|(rule, _)| rule.action == Action::Break)
            .flat_map(|(_, at)| at.iter().copied())
            .collect();
        also.sort_unstable();
        also.dedup();
        let mut candidates = std::mem::take(&mut space.candidates);
        candidates.clear();
        self.before.read(text, &mut space.before, &also, |at, matches| candidates.push((at, matches)));
        let mut decisions = Vec::new();
        if !candidates.is_empty() {
            let asked: Vec<usize> = candidates.iter().rev().map(|(at, _)| *at).collect();
            let mut left = candidates.iter().rev();
            let mut met: Vec<(usize, Matches, Matches)> = Vec::with_capacity(candidates.len());
            self.after.read(text, &mut space.after, &asked, |at, after| {
                if let Some((_, before)) = left.next() {
                    met.push((at, *before, after));
                }
            });
            for (at, before, after) in met.into_iter().rev() {
                let plain = self.first(space, before, after);
                let decided = if self.fancy.is_empty() { plain } else { self.with_fancy(plain, at, &fancy) };
                if let Some((rule, Some(breaking))) = decided {
                    decisions.push(Decision { at, rule, breaking });
                }
            }
        }
        space.candidates = candidates;
        decisions
    }

    /// The first rule that matches, and the first that would break.
    fn first(&self, space: &mut Workspace, before: Matches, after: Matches) -> Option<Verdict> {
        if let Some(known) = space.decided.get(&(before, after)) {
            return *known;
        }
        let words = self.breaking.len();
        let gather = |patterns: &[u32], rules: &[Bits]| {
            let mut bits: Bits = vec![0; words].into();
            for pattern in patterns {
                bits.iter_mut().zip(&rules[*pattern as usize]).for_each(|(all, more)| *all |= more);
            }
            bits
        };
        let left = space
            .before_bits
            .entry(before)
            .or_insert_with(|| gather(space.before.patterns(before), &self.before_rules));
        let right =
            space.after_bits.entry(after).or_insert_with(|| gather(space.after.patterns(after), &self.after_rules));
        let decided = common(&[left, right]).map(|rule| (rule, common(&[left, right, &self.breaking])));
        space.decided.insert((before, after), decided);
        decided
    }

    fn with_fancy(&self, plain: Option<Verdict>, at: usize, positions: &[Vec<usize>]) -> Option<Verdict> {
        let here = || self.fancy.iter().zip(positions).filter(|(_, places)| places.binary_search(&at).is_ok());
        let least = |a: Option<usize>, b: Option<usize>| a.into_iter().chain(b).min();
        let rule = least(plain.map(|(rule, _)| rule), here().map(|(rule, _)| rule.rule).min())?;
        let breaking = least(
            plain.and_then(|(_, breaking)| breaking),
            here().filter(|(rule, _)| rule.action == Action::Break).map(|(rule, _)| rule.rule).min(),
        );
        Some((rule, breaking))
    }
}

fn may_be_empty(regex: &str) -> bool {
    pattern::parse(regex).is_ok_and(|hir| hir.properties().minimum_len() == Some(0))
}

impl Fancy {
    fn new(rule: usize, action: Action, before: &str, after: &str) -> Result<Self, PatternError> {
        let whole = format!("(?:{before})(?=(?:{after}))");
        fancy_regex::RegexBuilder::new(&whole)
            .backtrack_limit(BACKTRACK_LIMIT)
            .build()
            .map(|regex| Self { rule, action, regex })
            .map_err(|error| PatternError::Malformed { reason: error.to_string() })
    }

    /// Where the rule matches, in order: one position for every start of a match.
    fn positions(&self, text: &str) -> Vec<usize> {
        let mut positions = Vec::new();
        let mut from = 0;
        for _ in 0..MAX_SEARCHES {
            // A search that turns back too often is given up, and taken up again one character on.
            let start = match self.regex.find_from_pos(text, from) {
                Ok(Some(found)) => {
                    positions.push(found.end());
                    found.start()
                }
                Ok(None) => break,
                Err(_) => from,
            };
            match text[start..].chars().next() {
                Some(c) => from = start + c.len_utf8(),
                None => break,
            }
        }
        positions.sort_unstable();
        positions.dedup();
        positions
    }
}
