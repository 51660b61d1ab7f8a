//! Patterns in Rust's syntax, parsed.
//!
//! `regex_syntax` takes its time with every character, and a language has 20 kB of patterns, most of them words and the
//! same few classes: at the start of a process that is the largest part. So words, groups and repetitions, as
//! [`translate`](super::translate) writes them, are read here, and `regex_syntax` is asked for classes, each once, and
//! for patterns that hold anything else.

use regex_syntax::hir::{Hir, Look, Repetition};
use rustc_hash::FxHashMap;

use super::{MAX_DEPTH, PatternError, malformed};

/// Parses patterns, and remembers the classes that it met.
#[derive(Debug, Default)]
pub(in crate::segment) struct Parser {
    classes: FxHashMap<String, Hir>,
}

impl Parser {
    /// The parsed form of a pattern that [`translate`](super::translate) gave back and that does not backtrack.
    pub(in crate::segment) fn parse(&mut self, regex: &str) -> Result<Hir, PatternError> {
        let mut plain = Plain { rest: regex, classes: &mut self.classes, depth: 0 };
        match plain.alternation() {
            Some(hir) if plain.rest.is_empty() => {
                debug_assert_eq!(whole(regex).as_ref(), Ok(&hir), "{regex}");
                Ok(hir)
            }
            _ => whole(regex),
        }
    }
}

/// Any pattern.
pub(super) fn whole(regex: &str) -> Result<Hir, PatternError> {
    regex_syntax::ParserBuilder::new()
        .nest_limit(MAX_DEPTH * 2)
        .build()
        .parse(regex)
        .map_err(|error| malformed(&reason_of(&error)))
}

fn reason_of(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        other => other.to_string(),
    }
}

/// Groups in groups deeper than this are no words. Each is four levels to `regex_syntax` (group, choice, sequence,
/// repetition), and with a class as deep as [`translate`](super::translate) lets it be all of them are below its limit:
/// what is read here it would not have refused.
const PLAIN_DEPTH: u32 = MAX_DEPTH / 5;

/// A pattern of words, classes, groups without a number, repetitions and the commonest assertions; whatever meets
/// something else gives `None`.
struct Plain<'p> {
    rest: &'p str,
    classes: &'p mut FxHashMap<String, Hir>,
    depth: u32,
}

impl Plain<'_> {
    /// Up to the closing parenthesis of this group, or to the end of the pattern.
    fn alternation(&mut self) -> Option<Hir> {
        self.depth += 1;
        if self.depth > PLAIN_DEPTH {
            return None;
        }
        let (mut branches, mut parts) = (Vec::new(), Vec::new());
        let mut literal = String::new();
        while let Some(c) = self.rest.chars().next() {
            match c {
                ')' => break,
                '|' => {
                    self.rest = &self.rest[1..];
                    flush(&mut literal, &mut parts);
                    branches.push(Hir::concat(std::mem::take(&mut parts)));
                }
                '*' | '+' | '?' | '{' => {
                    // Of a word, the last character.
                    if let Some(last) = literal.pop() {
                        flush(&mut literal, &mut parts);
                        literal.push(last);
                        flush(&mut literal, &mut parts);
                    }
                    let repeated = self.repetition(parts.pop()?)?;
                    parts.push(repeated);
                }
                _ => match self.atom(c)? {
                    Atom::Character(c) => literal.push(c),
                    Atom::Other(hir) => {
                        flush(&mut literal, &mut parts);
                        parts.push(hir);
                    }
                },
            }
        }
        self.depth -= 1;
        flush(&mut literal, &mut parts);
        let last = Hir::concat(parts);
        if branches.is_empty() {
            return Some(last);
        }
        branches.push(last);
        Some(Hir::alternation(branches))
    }

    /// What begins with `c`.
    fn atom(&mut self, c: char) -> Option<Atom> {
        match c {
            '(' => {
                self.rest = self.rest.strip_prefix("(?:")?;
                let inner = self.alternation()?;
                self.rest = self.rest.strip_prefix(')')?;
                Some(Atom::Other(inner))
            }
            '[' => {
                let (class, rest) = self.rest.split_at(class_length(self.rest)?);
                self.rest = rest;
                if let Some(known) = self.classes.get(class) {
                    return Some(Atom::Other(known.clone()));
                }
                let hir = whole(class).ok()?;
                self.classes.insert(class.to_owned(), hir.clone());
                Some(Atom::Other(hir))
            }
            '\\' => {
                let mut rest = self.rest[1..].chars();
                let escaped = rest.next()?;
                self.rest = rest.as_str();
                Some(match escaped {
                    'b' => Atom::Other(Hir::look(Look::WordUnicode)),
                    'B' => Atom::Other(Hir::look(Look::WordUnicodeNegate)),
                    'A' => Atom::Other(Hir::look(Look::Start)),
                    'z' => Atom::Other(Hir::look(Look::End)),
                    'x' => {
                        let (digits, rest) = self.rest.strip_prefix('{')?.split_once('}')?;
                        self.rest = rest;
                        Atom::Character(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?)
                    }
                    c if c.is_ascii_punctuation() && !matches!(c, '<' | '>') => Atom::Character(c),
                    _ => return None,
                })
            }
            '.' | '^' | '$' => None,
            c => {
                self.rest = &self.rest[c.len_utf8()..];
                Some(Atom::Character(c))
            }
        }
    }

    fn repetition(&mut self, sub: Hir) -> Option<Hir> {
        let (sign, rest) = self.rest.split_at_checked(1)?;
        self.rest = rest;
        let (min, max) = match sign {
            "*" => (0, None),
            "+" => (1, None),
            "?" => (0, Some(1)),
            _ => {
                let (counts, rest) = self.rest.split_once('}')?;
                self.rest = rest;
                let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
                let min: u32 = least.parse().ok()?;
                let max: Option<u32> = if most.is_empty() { None } else { Some(most.parse().ok()?) };
                if max.is_some_and(|max| max < min) {
                    return None;
                }
                (min, max)
            }
        };
        let greedy = match self.rest.strip_prefix('?') {
            Some(rest) => {
                self.rest = rest;
                false
            }
            None => true,
        };
        Some(Hir::repetition(Repetition { min, max, greedy, sub: Box::new(sub) }))
    }
}

enum Atom {
    Character(char),
    Other(Hir),
}

fn flush(literal: &mut String, parts: &mut Vec<Hir>) {
    if !literal.is_empty() {
        parts.push(Hir::literal(std::mem::take(literal).into_bytes()));
    }
}

/// How many bytes the class has that `text` begins with.
fn class_length(text: &str) -> Option<usize> {
    let (mut open, mut escaped) = (0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => open += 1,
            b']' if open == 1 => return Some(at + 1),
            b']' => open -= 1,
            _ => {}
        }
    }
    None
}
