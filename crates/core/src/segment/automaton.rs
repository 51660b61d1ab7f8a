//! Many patterns at once, in time linear in the text.
//!
//! A text is read once, from its start for what stands before a boundary; what stands after it is tried from there
//! ([`Probe`]), or found by reading from the end. At every position the automaton knows *all* patterns that match there (overlapping matches included), because it
//! follows them all. It is a finite automaton built while it runs, over the kinds of an [`Alphabet`]; assertions are
//! decided when the character after them is known, so that `\b` means what it says in every script.

mod probe;

use std::sync::Arc;

use regex_syntax::hir::{Class, Hir, HirKind, Look};
use rustc_hash::FxHashMap;

use super::alphabet::{Alphabet, AlphabetBuilder, Neighbour, SetId};

pub(super) use self::probe::{Probe, ProbeCache, Worth};

/// Which way a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Matches are found at their ends.
    FromStart,
    /// Matches are found at their starts.
    FromEnd,
}

/// A pattern needs more states than any sane rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// So many states may one pattern have; `\p{L}{1,1000}` has a thousand.
const MAX_PATTERN: usize = 20_000;
/// So many states may all patterns of a side have, 24 bytes each.
const MAX_PROGRAM: usize = 2_000_000;
/// So many cells may their tables have before all are forgotten and begun anew: memory is bounded, time stays linear.
const MAX_CACHED: usize = 1 << 22;

#[derive(Clone, Debug)]
enum State {
    Set(SetId, u32),
    Fork(Box<[u32]>),
    Look(Look, u32),
    Accept(u32),
}

/// The states of all patterns, built before the alphabet is known.
#[derive(Debug)]
pub(super) struct Program {
    reading: Reading,
    states: Vec<State>,
    starts: Vec<u32>,
    looks: bool,
    /// How much work the pattern at hand may still make.
    budget: usize,
}

impl Program {
    pub(super) fn new(reading: Reading) -> Self {
        Self { reading, states: Vec::new(), starts: Vec::new(), looks: false, budget: 0 }
    }

    /// Whether any pattern asks what stands beside it.
    pub(super) fn looks(&self) -> bool {
        self.looks
    }

    /// Adds a pattern; its number is the count of those before it.
    pub(super) fn add(&mut self, hir: &Hir, sets: &mut AlphabetBuilder) -> Result<u32, TooLarge> {
        let number = self.starts.len() as u32;
        let first = self.states.len();
        self.budget = MAX_PATTERN.min(MAX_PROGRAM.saturating_sub(first));
        let accept = self.push(State::Accept(number));
        match self.compile(hir, accept, sets) {
            Ok(start) => {
                self.starts.push(start);
                Ok(number)
            }
            Err(error) => {
                self.states.truncate(first);
                Err(error)
            }
        }
    }

    fn push(&mut self, state: State) -> u32 {
        self.states.push(state);
        (self.states.len() - 1) as u32
    }

    /// The first state of `hir`, which leads to `next`. The depth is bounded by the parser's nesting limit.
    fn compile(&mut self, hir: &Hir, next: u32, sets: &mut AlphabetBuilder) -> Result<u32, TooLarge> {
        self.budget = self.budget.checked_sub(1).ok_or(TooLarge)?;
        Ok(match hir.kind() {
            HirKind::Empty => next,
            HirKind::Literal(literal) => {
                let text = String::from_utf8_lossy(&literal.0);
                self.budget = self.budget.checked_sub(text.len()).ok_or(TooLarge)?;
                let mut at = next;
                match self.reading {
                    Reading::FromStart => {
                        for c in text.chars().rev() {
                            at = self.push(State::Set(sets.single(c), at));
                        }
                    }
                    Reading::FromEnd => {
                        for c in text.chars() {
                            at = self.push(State::Set(sets.single(c), at));
                        }
                    }
                }
                at
            }
            HirKind::Class(Class::Unicode(class)) => {
                let set = sets.class(class);
                self.push(State::Set(set, next))
            }
            HirKind::Class(Class::Bytes(class)) => match class.to_unicode_class() {
                Some(class) => {
                    let set = sets.class(&class);
                    self.push(State::Set(set, next))
                }
                None => self.push(State::Fork(Box::new([]))),
            },
            HirKind::Look(look) => {
                self.looks = true;
                self.push(State::Look(*look, next))
            }
            HirKind::Capture(capture) => self.compile(&capture.sub, next, sets)?,
            HirKind::Concat(parts) => {
                let mut at = next;
                match self.reading {
                    Reading::FromStart => {
                        for part in parts.iter().rev() {
                            at = self.compile(part, at, sets)?;
                        }
                    }
                    Reading::FromEnd => {
                        for part in parts {
                            at = self.compile(part, at, sets)?;
                        }
                    }
                }
                at
            }
            HirKind::Alternation(parts) => {
                let starts = parts.iter().map(|part| self.compile(part, next, sets)).collect::<Result<Vec<_>, _>>()?;
                self.push(State::Fork(starts.into()))
            }
            HirKind::Repetition(repetition) => {
                let mut at = next;
                match repetition.max {
                    None => {
                        let fork = self.push(State::Fork(Box::new([])));
                        let body = self.compile(&repetition.sub, fork, sets)?;
                        self.states[fork as usize] = State::Fork(Box::new([body, next]));
                        at = fork;
                    }
                    Some(max) => {
                        for _ in repetition.min..max {
                            let body = self.compile(&repetition.sub, at, sets)?;
                            at = self.push(State::Fork(Box::new([body, next])));
                        }
                    }
                }
                for _ in 0..repetition.min {
                    at = self.compile(&repetition.sub, at, sets)?;
                }
                at
            }
        })
    }
}

/// A program with its alphabet, ready to read texts.
#[derive(Debug)]
pub(super) struct Automaton {
    program: Program,
    alphabet: Arc<Alphabet>,
    /// Where every pattern begins, followed through forks: sets, looks and accepts only.
    entry: Vec<u32>,
    /// Patterns at whose matches the reader stops.
    marked: Vec<bool>,
}

/// What has been built of the automaton so far; one for each reader.
#[derive(Debug, Default)]
pub(super) struct Cache {
    states: Vec<Key>,
    known: FxHashMap<Key, u32>,
    /// A row for every state, a column for every kind: where the row of the next state begins, perhaps with a [`MARK`].
    next: Vec<u32>,
    entries: FxHashMap<(Neighbour, u16), (Vec<u32>, Vec<u32>)>,
    matches: Vec<Arc<[u32]>>,
    match_ids: FxHashMap<Arc<[u32]>, u32>,
    visited: Visited,
}

/// The states of a program that were met on the way.
#[derive(Debug, Default)]
struct Visited {
    seen: Vec<u32>,
    stamp: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    live: Box<[u32]>,
    behind: Neighbour,
    matched: u32,
}

const UNKNOWN: u32 = u32::MAX;
const MARK: u32 = 1 << 31;

/// The set of patterns that match at some position, by number; see [`Cache::patterns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Matches(pub(super) u32);

impl Cache {
    /// The patterns of a set, in ascending order.
    pub(super) fn patterns(&self, matches: Matches) -> &[u32] {
        &self.matches[matches.0 as usize]
    }

    /// How many sets are known; their numbers are below it.
    pub(super) fn sets(&self) -> usize {
        self.matches.len()
    }
}

impl Automaton {
    pub(super) fn new(program: Program, alphabet: Arc<Alphabet>, marked: Vec<bool>) -> Self {
        let mut automaton = Self { program, alphabet, entry: Vec::new(), marked };
        let mut entry = Vec::new();
        let mut visited = Visited::default();
        visited.begin(automaton.program.states.len());
        close(&automaton.program, &automaton.program.starts, None, &mut visited, &mut entry);
        entry.sort_unstable();
        automaton.entry = entry;
        automaton
    }

    /// Reads `text`; wherever a marked pattern matches, or `also` (ascending when read from the start, descending from
    /// the end) asks, `found` learns the byte offset and all patterns that match there.
    pub(super) fn read(&self, text: &str, cache: &mut Cache, also: &[usize], mut found: impl FnMut(usize, Matches)) {
        if cache.states.is_empty() {
            self.reset(cache);
        }
        let stride = self.alphabet.len() + 1;
        let mut row = 0usize;
        let mut asked = also.iter().copied();
        let mut wanted = asked.next().unwrap_or(usize::MAX);
        let bytes = text.as_bytes();
        let mut at = match self.program.reading {
            Reading::FromStart => 0,
            Reading::FromEnd => bytes.len(),
        };
        loop {
            let (kind, beyond) = match self.program.reading {
                Reading::FromStart => match bytes.get(at) {
                    Some(byte) if *byte < 0x80 => (self.alphabet.ascii(*byte), at + 1),
                    Some(_) => match text[at..].chars().next() {
                        Some(c) => (self.alphabet.kind(c), at + c.len_utf8()),
                        None => break,
                    },
                    None => break,
                },
                Reading::FromEnd => match at.checked_sub(1).map(|before| bytes[before]) {
                    Some(byte) if byte < 0x80 => (self.alphabet.ascii(byte), at - 1),
                    Some(_) => match text[..at].chars().next_back() {
                        Some(c) => (self.alphabet.kind(c), at - c.len_utf8()),
                        None => break,
                    },
                    None => break,
                },
            };
            let mut next = cache.next[row + usize::from(kind)];
            // What is unknown is marked too, so that the way of most characters has one question less.
            if next & MARK != 0 || at == wanted {
                if next == UNKNOWN {
                    next = self.step(cache, row, Some(kind));
                }
                if next & MARK != 0 || at == wanted {
                    found(at, Matches(cache.states[(next & !MARK) as usize / stride].matched));
                    if at == wanted {
                        wanted = asked.next().unwrap_or(usize::MAX);
                    }
                }
            }
            row = (next & !MARK) as usize;
            at = beyond;
        }
        let last = self.step(cache, row, None);
        if last & MARK != 0 || at == wanted {
            found(at, Matches(cache.states[(last & !MARK) as usize / stride].matched));
        }
    }

    fn reset(&self, cache: &mut Cache) {
        cache.states.clear();
        cache.known.clear();
        cache.next.clear();
        let none = cache.set_of(&[]);
        self.intern(cache, Key { live: Box::new([]), behind: Neighbour::EDGE, matched: none });
    }

    /// The row of a state, with its mark.
    fn intern(&self, cache: &mut Cache, key: Key) -> u32 {
        if let Some(row) = cache.known.get(&key) {
            return *row;
        }
        let marked = cache.matches[key.matched as usize].iter().any(|pattern| self.marked[*pattern as usize]);
        let row = cache.next.len() as u32 | if marked { MARK } else { 0 };
        cache.known.insert(key.clone(), row);
        cache.states.push(key);
        cache.next.extend(std::iter::repeat_n(UNKNOWN, self.alphabet.len() + 1));
        row
    }

    /// Where the automaton goes from `from` over a character of `kind`, or over the end of the text. The new state
    /// carries the patterns that matched *before* that character.
    fn step(&self, cache: &mut Cache, from: usize, kind: Option<u16>) -> u32 {
        let stride = self.alphabet.len() + 1;
        let slot = kind.map_or(stride - 1, usize::from);
        let known = cache.next[from + slot];
        if known != UNKNOWN {
            return known;
        }
        let Key { live, behind, .. } = cache.states[from / stride].clone();
        let entries = self.entries(cache, behind, kind);
        let (mut targets, mut matched) = entries;
        self.advance(cache, &live, behind, kind, &mut targets, &mut matched);
        targets.sort_unstable();
        targets.dedup();
        matched.sort_unstable();
        matched.dedup();
        let behind = match kind {
            Some(kind) if self.program.looks => self.alphabet.neighbour(kind),
            _ => Neighbour::default(),
        };
        let matched = cache.set_of(&matched);
        let key = Key { live: targets.into(), behind, matched };
        let full = cache.next.len() >= MAX_CACHED && !cache.known.contains_key(&key);
        if full {
            self.reset(cache);
        }
        let to = self.intern(cache, key);
        if !full {
            cache.next[from + slot] = to;
        }
        to
    }

    /// What begins at a position with this neighbour behind it and this character ahead.
    fn entries(&self, cache: &mut Cache, behind: Neighbour, kind: Option<u16>) -> (Vec<u32>, Vec<u32>) {
        let key = (behind, kind.unwrap_or(u16::MAX));
        if let Some(entries) = cache.entries.get(&key) {
            return entries.clone();
        }
        let (mut targets, mut matched) = (Vec::new(), Vec::new());
        self.advance(cache, &self.entry, behind, kind, &mut targets, &mut matched);
        targets.sort_unstable();
        targets.dedup();
        cache.entries.insert(key, (targets.clone(), matched.clone()));
        (targets, matched)
    }

    /// Follows `live` over one character: what it matches before it goes to `matched`, where it leads to `targets`.
    fn advance(
        &self,
        cache: &mut Cache,
        live: &[u32],
        behind: Neighbour,
        kind: Option<u16>,
        targets: &mut Vec<u32>,
        matched: &mut Vec<u32>,
    ) {
        let ahead = kind.map_or(Neighbour::EDGE, |kind| self.alphabet.neighbour(kind));
        let asks = live.iter().any(|state| matches!(self.program.states[*state as usize], State::Look(..)));
        let resolved;
        let live = if asks {
            let mut all = Vec::new();
            cache.visited.begin(self.program.states.len());
            close(&self.program, live, Some((behind, ahead)), &mut cache.visited, &mut all);
            resolved = all;
            &resolved
        } else {
            live
        };
        cache.visited.begin(self.program.states.len());
        for state in live {
            match &self.program.states[*state as usize] {
                State::Set(set, next) => {
                    if kind.is_some_and(|kind| self.alphabet.contains(*set, kind)) {
                        close(&self.program, &[*next], None, &mut cache.visited, targets);
                    }
                }
                State::Accept(pattern) => matched.push(*pattern),
                State::Fork(_) | State::Look(..) => {}
            }
        }
    }
}

/// Adds to `into` what can be reached from `from` without a character. Assertions are followed where they hold, and
/// kept as they are where it is not known yet what stands beside them.
fn close(
    program: &Program,
    from: &[u32],
    between: Option<(Neighbour, Neighbour)>,
    visited: &mut Visited,
    into: &mut Vec<u32>,
) {
    let mut stack: Vec<u32> = from.to_vec();
    while let Some(state) = stack.pop() {
        if !visited.visit(state) {
            continue;
        }
        match &program.states[state as usize] {
            State::Fork(ways) => stack.extend(ways.iter().copied()),
            State::Look(look, next) => match between {
                None => into.push(state),
                Some((behind, ahead)) => {
                    let (before, after) = match program.reading {
                        Reading::FromStart => (behind, ahead),
                        Reading::FromEnd => (ahead, behind),
                    };
                    if holds(*look, before, after) {
                        stack.push(*next);
                    }
                }
            },
            State::Set(..) | State::Accept(_) => into.push(state),
        }
    }
}

impl Visited {
    fn begin(&mut self, states: usize) {
        if self.seen.len() < states {
            self.seen.resize(states, 0);
        }
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.seen.fill(0);
            self.stamp = 1;
        }
    }

    fn visit(&mut self, state: u32) -> bool {
        std::mem::replace(&mut self.seen[state as usize], self.stamp) != self.stamp
    }
}

impl Cache {
    fn set_of(&mut self, patterns: &[u32]) -> u32 {
        if let Some(id) = self.match_ids.get(patterns) {
            return *id;
        }
        let id = self.matches.len() as u32;
        let patterns: Arc<[u32]> = patterns.into();
        self.matches.push(patterns.clone());
        self.match_ids.insert(patterns, id);
        id
    }
}

fn holds(look: Look, before: Neighbour, after: Neighbour) -> bool {
    let (word, ascii) = ((before.is_word(), after.is_word()), (before.is_ascii_word(), after.is_ascii_word()));
    match look {
        Look::Start => before.is_edge(),
        Look::End => after.is_edge(),
        Look::StartLF => before.is_edge() || before.is_line_feed(),
        Look::EndLF => after.is_edge() || after.is_line_feed(),
        Look::StartCRLF => before.is_edge() || before.is_line_feed() || (before.is_return() && !after.is_line_feed()),
        Look::EndCRLF => after.is_edge() || after.is_return() || (after.is_line_feed() && !before.is_return()),
        Look::WordUnicode => word.0 != word.1,
        Look::WordUnicodeNegate => word.0 == word.1,
        Look::WordAscii => ascii.0 != ascii.1,
        Look::WordAsciiNegate => ascii.0 == ascii.1,
        Look::WordStartUnicode => !word.0 && word.1,
        Look::WordEndUnicode => word.0 && !word.1,
        Look::WordStartAscii => !ascii.0 && ascii.1,
        Look::WordEndAscii => ascii.0 && !ascii.1,
        Look::WordStartHalfUnicode => !word.0,
        Look::WordEndHalfUnicode => !word.1,
        Look::WordStartHalfAscii => !ascii.0,
        Look::WordEndHalfAscii => !ascii.1,
    }
}
