//! The decision at every position: the first rule in order whose two sides match there.
//!
//! Source: SRX 2.0 (OASIS/GALA, 2008), section "Processing".

use std::rc::Rc;
use std::sync::{Arc, Mutex, OnceLock};

use rustc_hash::FxHashMap;

use super::alphabet::{Alphabet, AlphabetBuilder};
use super::automaton::{Automaton, Cache, Matches, Probe, ProbeCache, Program, Reading, Worth};
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
    /// What stands after a boundary, tried where one may be.
    after: Probe,
    /// The same, found by reading all of the text from its end: for texts and rules with which trying takes longer. Few
    /// texts are such, so that it is built for the first of them.
    after_all: OnceLock<Automaton>,
    after_regexes: Vec<String>,
    sets: AlphabetBuilder,
    alphabet: Arc<Alphabet>,
    /// For every pattern of a side the rules that have it, as bits.
    before_rules: Vec<Bits>,
    after_rules: Vec<Bits>,
    /// For every rule its pattern after a boundary; those left out are asked for none.
    after_of: Vec<u32>,
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
/// How often a search may be given up within one text, before the rule is given up for the rest of it.
const MAX_GIVEN_UP: usize = 200;
/// So many bytes of a text are searched at once for backtracking patterns, and so many behind them are seen: a search
/// without end would count against [`BACKTRACK_LIMIT`] whatever it meets.
const WINDOW: usize = 1024;
/// So many characters after possible boundaries may be read for every byte of a text, before all of it is read from
/// its end instead: the time stays linear in the text, whatever the rules.
const EFFORT: usize = 4;
/// So many sets of rules, states and decisions may be remembered between two texts.
const MAX_REMEMBERED: usize = 50_000;

type Bits = Box<[u64]>;

fn set_bit(bits: &mut Bits, at: usize) {
    bits[at / 64] |= 1 << (at % 64);
}

fn is_set(bits: &Bits, at: usize) -> bool {
    bits[at / 64] >> (at % 64) & 1 != 0
}

fn set_bits(bits: &Bits) -> impl Iterator<Item = usize> + '_ {
    (0..bits.len() * 64).filter(|at| is_set(bits, *at))
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

#[derive(Debug, Default)]
struct Workspace {
    before: Cache,
    after: ProbeCache,
    after_all: Cache,
    before_bits: FxHashMap<Matches, Bits>,
    after_bits: FxHashMap<Matches, Bits>,
    decided: FxHashMap<(Matches, Matches), Option<Verdict>>,
    candidates: Vec<(usize, Matches)>,
}

/// A pattern as it was read.
struct Pattern {
    regex: String,
    backtracks: bool,
    catastrophic: bool,
    may_be_empty: bool,
    /// Its number among those of its side.
    number: Result<u32, PatternError>,
}

/// The patterns of one side, each once: many rules share one, and to read them is most of the work.
struct Patterns<'r> {
    side: PatternSide,
    program: Program,
    parser: pattern::Parser,
    known: FxHashMap<&'r str, Result<Rc<Pattern>, PatternError>>,
    regexes: Vec<String>,
    rules: Vec<Bits>,
    marked: Vec<bool>,
}

impl<'r> Patterns<'r> {
    fn new(side: PatternSide) -> Self {
        Self {
            side,
            program: Program::new(Reading::FromStart),
            parser: pattern::Parser::default(),
            known: FxHashMap::default(),
            regexes: Vec::new(),
            rules: Vec::new(),
            marked: Vec::new(),
        }
    }

    fn read(&mut self, text: &'r str, rules: usize, sets: &mut AlphabetBuilder) -> Result<Rc<Pattern>, PatternError> {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let read = pattern::translate(text, self.side).map(|translated| Rc::new(self.add(translated, rules, sets)));
        self.known.insert(text, read.clone());
        read
    }

    fn add(&mut self, translated: pattern::Translated, rules: usize, sets: &mut AlphabetBuilder) -> Pattern {
        let pattern::Translated { regex, backtracks } = translated;
        let hir = self.parser.parse(&regex);
        let catastrophic = hir.as_ref().is_ok_and(pattern::is_catastrophic);
        let may_be_empty = hir.as_ref().is_ok_and(|hir| hir.properties().minimum_len() == Some(0));
        let number = hir.and_then(|hir| self.program.add(&hir, sets).map_err(|_| PatternError::TooLarge));
        if number.is_ok() {
            self.regexes.push(regex.clone());
            self.rules.push(vec![0; rules.div_ceil(64)].into());
            self.marked.push(false);
        }
        Pattern { regex, backtracks, catastrophic, may_be_empty, number }
    }
}

impl Engine {
    /// Compiles `rules`, in order. Rules that cannot be used are left out and reported.
    pub(super) fn new(rules: &[RuleSource<'_>]) -> (Self, Vec<RuleFault>) {
        let mut faults = Vec::new();
        let mut sets = AlphabetBuilder::default();
        let (mut before, mut after) = (Patterns::new(PatternSide::Before), Patterns::new(PatternSide::After));
        let mut breaking: Bits = vec![0; rules.len().div_ceil(64)].into();
        let mut after_of = vec![u32::MAX; rules.len()];
        let mut fancy = Vec::new();
        for (rule, source) in rules.iter().enumerate() {
            let mut fault = |kind| faults.push(RuleFault { rule, kind });
            let left = before.read(source.before, rules.len(), &mut sets);
            let right = after.read(source.after, rules.len(), &mut sets);
            for (side, pattern) in [(PatternSide::Before, &left), (PatternSide::After, &right)] {
                if let Err(error) = pattern {
                    fault(FaultKind::Unusable { side, error: error.clone() });
                }
            }
            let (Ok(left), Ok(right)) = (left, right) else {
                continue;
            };
            for (side, pattern) in [(PatternSide::Before, &left), (PatternSide::After, &right)] {
                if pattern.catastrophic {
                    fault(FaultKind::Catastrophic { side });
                }
            }
            if left.backtracks || right.backtracks {
                let side = if left.backtracks { PatternSide::Before } else { PatternSide::After };
                match Fancy::new(rule, source.action, &left.regex, &right.regex) {
                    Ok(compiled) => {
                        fancy.push(compiled);
                        fault(FaultKind::Backtracks);
                    }
                    Err(error) => fault(FaultKind::Unusable { side, error }),
                }
                continue;
            }
            if source.action == Action::Break && left.may_be_empty && right.may_be_empty {
                fault(FaultKind::FitsNothing);
            }
            match (&left.number, &right.number) {
                (Ok(left), Ok(right)) => {
                    set_bit(&mut before.rules[*left as usize], rule);
                    set_bit(&mut after.rules[*right as usize], rule);
                    after_of[rule] = *right;
                    if source.action == Action::Break {
                        before.marked[*left as usize] = true;
                        set_bit(&mut breaking, rule);
                    }
                }
                (Err(error), _) => fault(FaultKind::Unusable { side: PatternSide::Before, error: error.clone() }),
                (_, Err(error)) => fault(FaultKind::Unusable { side: PatternSide::After, error: error.clone() }),
            }
        }
        let looks = before.program.looks() || after.program.looks();
        let alphabet = Arc::new(sets.build(looks));
        let engine = Self {
            before: Automaton::new(before.program, alphabet.clone(), before.marked),
            after: Probe::new(after.program, alphabet.clone()),
            after_all: OnceLock::new(),
            after_regexes: after.regexes,
            sets,
            alphabet,
            before_rules: before.rules,
            after_rules: after.rules,
            after_of,
            breaking,
            fancy,
            pool: Mutex::new(Vec::new()),
        };
        (engine, faults)
    }

    /// Every position of `text` where some rule would break, in order, with the rule that decides there.
    pub(super) fn decide(&self, text: &str) -> Vec<Decision> {
        let mut space = self.pool.lock().ok().and_then(|mut pool| pool.pop()).unwrap_or_default();
        let decisions = self.decide_in(text, &mut space, EFFORT * text.len());
        if space.before.sets() + space.after.states() + space.after_all.sets() + space.decided.len() < MAX_REMEMBERED
            && let Ok(mut pool) = self.pool.lock()
        {
            pool.push(space);
        }
        decisions
    }

    fn decide_in(&self, text: &str, space: &mut Workspace, effort: usize) -> Vec<Decision> {
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
        let verdicts = match self.tried(text, &candidates, space, effort) {
            Some(verdicts) => verdicts,
            None => self.read_from_the_end(text, &candidates, space),
        };
        let mut decisions = Vec::new();
        for ((at, _), plain) in candidates.iter().zip(verdicts) {
            let decided = if self.fancy.is_empty() { plain } else { self.with_fancy(plain, *at, &fancy) };
            if let Some((rule, Some(breaking))) = decided {
                decisions.push(Decision { at: *at, rule, breaking });
            }
        }
        space.candidates = candidates;
        decisions
    }

    /// What is decided at every candidate, found by trying what stands after it; `None` if that takes more than
    /// `effort` characters in all.
    fn tried(
        &self,
        text: &str,
        candidates: &[(usize, Matches)],
        space: &mut Workspace,
        mut effort: usize,
    ) -> Option<Vec<Option<Verdict>>> {
        let Workspace { before, after, before_bits, .. } = space;
        let verdict = |worth: Worth| {
            let rule = |number: u32| (number != u32::MAX).then_some(number as usize);
            rule(worth.rule).map(|first| (first, rule(worth.breaking)))
        };
        let best = |(at, matches): &(usize, Matches)| {
            let worth = || self.worth(self.bits_of(before, before_bits, *matches));
            self.after.best(text, *at, (matches.0, worth), after, &mut effort).map(verdict)
        };
        candidates.iter().map(best).collect()
    }

    /// What is decided at every candidate, found by reading all of the text from its end.
    fn read_from_the_end(
        &self,
        text: &str,
        candidates: &[(usize, Matches)],
        space: &mut Workspace,
    ) -> Vec<Option<Verdict>> {
        let asked: Vec<usize> = candidates.iter().rev().map(|(at, _)| *at).collect();
        let mut left = candidates.iter().rev();
        let mut met: Vec<(Matches, Matches)> = Vec::with_capacity(candidates.len());
        self.after_all.get_or_init(|| self.all_after()).read(text, &mut space.after_all, &asked, |_, after| {
            if let Some((_, before)) = left.next() {
                met.push((*before, after));
            }
        });
        met.into_iter().rev().map(|(before, after)| self.first(space, before, after)).collect()
    }

    fn all_after(&self) -> Automaton {
        let mut program = Program::new(Reading::FromEnd);
        let mut sets = self.sets.clone();
        let mut parser = pattern::Parser::default();
        for hir in self.after_regexes.iter().filter_map(|regex| parser.parse(regex).ok()) {
            // What is not too large in one direction is not so in the other, and speaks of the same sets.
            let _ = program.add(&hir, &mut sets);
        }
        Automaton::new(program, self.alphabet.clone(), vec![false; self.after_regexes.len()])
    }

    /// What matches of the patterns after a boundary are worth where the rules of `left` fit before it.
    fn worth(&self, left: &Bits) -> FxHashMap<u32, Worth> {
        let mut worth = FxHashMap::default();
        for rule in set_bits(left).filter(|rule| self.after_of[*rule] != u32::MAX) {
            let number = rule as u32;
            let breaking = if is_set(&self.breaking, rule) { number } else { u32::MAX };
            let known = worth.entry(self.after_of[rule]).or_insert(Worth::NONE);
            *known = known.or(Worth { rule: number, breaking });
        }
        worth
    }

    /// The rules whose pattern before a boundary is among `matches`.
    fn bits_of<'b>(&self, cache: &Cache, known: &'b mut FxHashMap<Matches, Bits>, matches: Matches) -> &'b Bits {
        known.entry(matches).or_insert_with(|| gather(cache.patterns(matches), &self.before_rules, self.breaking.len()))
    }

    /// The first rule that matches, and the first that would break.
    fn first(&self, space: &mut Workspace, before: Matches, after: Matches) -> Option<Verdict> {
        if let Some(known) = space.decided.get(&(before, after)) {
            return *known;
        }
        let left = self.bits_of(&space.before, &mut space.before_bits, before);
        let right = space
            .after_bits
            .entry(after)
            .or_insert_with(|| gather(space.after_all.patterns(after), &self.after_rules, self.breaking.len()));
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

/// All that `rules` say of `patterns`, in bits of so many `words`.
fn gather(patterns: &[u32], rules: &[Bits], words: usize) -> Bits {
    let mut bits: Bits = vec![0; words].into();
    for pattern in patterns {
        bits.iter_mut().zip(&rules[*pattern as usize]).for_each(|(all, more)| *all |= more);
    }
    bits
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
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let mut positions = Vec::new();
        let (mut from, mut given_up) = (0, 0);
        loop {
            let seen = floor(from + 2 * WINDOW);
            let is_last = seen == text.len();
            let searched = if is_last { seen } else { floor(from + WINDOW) };
            let start = match self.regex.find_from_pos(&text[..seen], from) {
                Ok(Some(found)) if is_last || found.start() < searched => {
                    positions.push(found.end());
                    found.start()
                }
                Ok(_) if is_last => break,
                Ok(_) => {
                    from = searched;
                    continue;
                }
                // A search that turns back too often is given up, and taken up again one character on.
                Err(_) => {
                    given_up += 1;
                    if given_up == MAX_GIVEN_UP {
                        break;
                    }
                    from
                }
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
