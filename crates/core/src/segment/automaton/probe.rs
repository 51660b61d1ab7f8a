//! Many patterns tried at one place, forwards.
//!
//! What stands after a boundary is asked only where a boundary may be, and only of the rules that can still decide
//! there. That is a few characters, where the text read from its end would be all of it.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::alphabet::{Alphabet, Neighbour};
use super::{MARK, MAX_CACHED, Program, State, UNKNOWN, Visited, close};

/// What a match of a pattern is worth: the first rule that it lets win, and the first of those that break. Smaller is
/// better, [`NONE`](Worth::NONE) is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::segment) struct Worth {
    pub(in crate::segment) rule: u32,
    pub(in crate::segment) breaking: u32,
}

impl Worth {
    pub(in crate::segment) const NONE: Self = Self { rule: u32::MAX, breaking: u32::MAX };

    pub(in crate::segment) fn or(self, other: Self) -> Self {
        Self { rule: self.rule.min(other.rule), breaking: self.breaking.min(other.breaking) }
    }

    /// Whether it would make `best` any better.
    fn adds_to(self, best: Self) -> bool {
        self.or(best) != best
    }
}

/// Patterns ready to be tried.
#[derive(Debug)]
pub(in crate::segment) struct Probe {
    program: Program,
    alphabet: Arc<Alphabet>,
    /// The pattern that a state belongs to.
    pattern_of: Vec<u32>,
}

/// What has been built so far; one for each reader.
#[derive(Debug, Default)]
pub(in crate::segment) struct ProbeCache {
    /// What patterns are worth, by the number of the contest that they are tried in; those left out are worth nothing.
    contests: FxHashMap<u32, Arc<FxHashMap<u32, Worth>>>,
    /// How many patterns all contests have.
    entered: usize,
    states: Vec<Key>,
    known: FxHashMap<Key, u32>,
    /// A row for every state, a column for every kind: where the row of the next state begins. Marked where there is
    /// nothing more to be found.
    next: Vec<u32>,
    begins: FxHashMap<(u32, Neighbour), u32>,
    visited: Visited,
    live: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    contest: u32,
    live: Arc<[u32]>,
    behind: Neighbour,
    best: Worth,
}

impl ProbeCache {
    /// How many states are known.
    pub(in crate::segment) fn states(&self) -> usize {
        self.states.len()
    }

    fn forget(&mut self) {
        self.states.clear();
        self.known.clear();
        self.next.clear();
        self.begins.clear();
    }
}

impl Probe {
    pub(in crate::segment) fn new(program: Program, alphabet: Arc<Alphabet>) -> Self {
        // The states of a pattern are added in one stretch, its accepting state first.
        let mut pattern = 0;
        let owner = |state: &State| {
            if let State::Accept(number) = state {
                pattern = *number;
            }
            pattern
        };
        let pattern_of = program.states.iter().map(owner).collect();
        Self { program, alphabet, pattern_of }
    }

    /// The best that matches at `at`, of the patterns as they are worth in `contest`; `worth` is asked when a contest is
    /// new. `None` if more characters than `effort` were read, which goes down by what was.
    pub(in crate::segment) fn best(
        &self,
        text: &str,
        at: usize,
        (contest, worth): (u32, impl FnOnce() -> FxHashMap<u32, Worth>),
        cache: &mut ProbeCache,
        effort: &mut usize,
    ) -> Option<Worth> {
        let stride = self.alphabet.len() + 1;
        let behind = match text[..at].chars().next_back() {
            _ if !self.program.looks => Neighbour::default(),
            Some(c) => self.alphabet.neighbour(self.alphabet.kind(c)),
            None => Neighbour::EDGE,
        };
        let begin = match cache.begins.get(&(contest, behind)) {
            Some(row) => *row,
            None => {
                if cache.next.len() + cache.entered >= MAX_CACHED {
                    cache.forget();
                    cache.contests.clear();
                    cache.entered = 0;
                }
                if !cache.contests.contains_key(&contest) {
                    let worth = worth();
                    cache.entered += worth.len();
                    cache.contests.insert(contest, Arc::new(worth));
                }
                let row = self.begin(cache, contest, behind);
                cache.begins.insert((contest, behind), row);
                row
            }
        };
        let mut row = begin;
        let mut rest = text[at..].chars();
        while row & MARK == 0 {
            *effort = effort.checked_sub(1)?;
            let kind = rest.next().map(|c| self.alphabet.kind(c));
            let next = cache.next[row as usize + kind.map_or(stride - 1, usize::from)];
            row = if next == UNKNOWN { self.step(cache, row as usize, kind) } else { next };
        }
        Some(cache.states[(row & !MARK) as usize / stride].best)
    }

    fn begin(&self, cache: &mut ProbeCache, contest: u32, behind: Neighbour) -> u32 {
        let starts: Vec<u32> =
            cache.contests[&contest].keys().map(|pattern| self.program.starts[*pattern as usize]).collect();
        cache.visited.begin(self.program.states.len());
        cache.live.clear();
        close(&self.program, &starts, None, &mut cache.visited, &mut cache.live);
        self.settle(cache, contest, behind, Worth::NONE)
    }

    /// Where `from` leads over a character of `kind`, or over the end of the text.
    fn step(&self, cache: &mut ProbeCache, from: usize, kind: Option<u16>) -> u32 {
        let stride = self.alphabet.len() + 1;
        let Key { contest, live, behind, mut best } = cache.states[from / stride].clone();
        let ahead = kind.map_or(Neighbour::EDGE, |kind| self.alphabet.neighbour(kind));
        let asks = live.iter().any(|state| matches!(self.program.states[*state as usize], State::Look(..)));
        let mut resolved = Vec::new();
        if asks {
            cache.visited.begin(self.program.states.len());
            close(&self.program, &live, Some((behind, ahead)), &mut cache.visited, &mut resolved);
        }
        cache.visited.begin(self.program.states.len());
        cache.live.clear();
        for state in if asks { resolved.as_slice() } else { &live } {
            match &self.program.states[*state as usize] {
                State::Set(set, next) if kind.is_some_and(|kind| self.alphabet.contains(*set, kind)) => {
                    close(&self.program, &[*next], None, &mut cache.visited, &mut cache.live);
                }
                State::Accept(pattern) => best = best.or(cache.contests[&contest][pattern]),
                State::Set(..) | State::Fork(_) | State::Look(..) => {}
            }
        }
        let behind = match kind {
            Some(kind) if self.program.looks => self.alphabet.neighbour(kind),
            _ => Neighbour::default(),
        };
        let full = cache.next.len() >= MAX_CACHED;
        if full {
            cache.forget();
        }
        let to = self.settle(cache, contest, behind, best);
        if !full {
            cache.next[from + kind.map_or(stride - 1, usize::from)] = to;
        }
        to
    }

    /// The row of the state whose live states stand in `cache.live`, less what can add nothing any more.
    fn settle(&self, cache: &mut ProbeCache, contest: u32, behind: Neighbour, mut best: Worth) -> u32 {
        let worth = &cache.contests[&contest];
        for state in &cache.live {
            if let State::Accept(pattern) = &self.program.states[*state as usize] {
                best = best.or(worth[pattern]);
            }
        }
        cache.live.retain(|state| worth[&self.pattern_of[*state as usize]].adds_to(best));
        cache.live.sort_unstable();
        // What stands behind is asked by assertions only.
        let asks = cache.live.iter().any(|state| matches!(self.program.states[*state as usize], State::Look(..)));
        let behind = if asks { behind } else { Neighbour::default() };
        let key = Key { contest, live: cache.live.as_slice().into(), behind, best };
        if let Some(row) = cache.known.get(&key) {
            return *row;
        }
        let row = cache.next.len() as u32 | if key.live.is_empty() { MARK } else { 0 };
        cache.known.insert(key.clone(), row);
        cache.states.push(key);
        cache.next.extend(std::iter::repeat_n(UNKNOWN, self.alphabet.len() + 1));
        row
    }
}
