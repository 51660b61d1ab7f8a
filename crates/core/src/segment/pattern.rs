//! Patterns as SRX files write them, in the syntax of ICU and Java, put into the syntax of Rust.
//!
//! The two look alike and are not: `\h` is a blank in ICU, an error in `regex` and a hexadecimal digit in
//! `fancy-regex`; `a++` is possessive in ICU and a repetition of a repetition in Rust; `(?U)` asks Java for Unicode
//! classes and Rust for lazy repetitions. So a pattern is read as ICU reads it, and written anew.
//!
//! Sources: ICU User Guide, Regular Expressions (ICU 74); `java.util.regex.Pattern` (Java 21).

mod ambiguity;
mod characters;
mod parse;

pub(super) use ambiguity::is_catastrophic;
pub(super) use parse::Parser;

use std::borrow::Cow;
use std::fmt::Write as _;

use characters::push_literal;

/// On which side of the boundary a pattern stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PatternSide {
    /// `beforebreak`
    Before,
    /// `afterbreak`
    After,
}

impl std::fmt::Display for PatternSide {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Before => "before",
            Self::After => "after",
        })
    }
}

/// A pattern in Rust's syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Translated {
    /// The pattern.
    pub(super) regex: String,
    /// Whether it needs look-around, back-references or possessive repetition, which a finite automaton has not got.
    pub(super) backtracks: bool,
}

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// The pattern uses something that no engine here can do.
    #[error("`{construct}` is not supported in a pattern")]
    Unsupported {
        /// The construct as written.
        construct: String,
    },
    /// The pattern breaks the grammar of regular expressions.
    #[error("the pattern is malformed: {reason}")]
    Malformed {
        /// What the parser says.
        reason: String,
    },
    /// The pattern needs more memory than a rule may take.
    #[error("the pattern is too large")]
    TooLarge,
}

/// Nesting deeper than this is refused, so that nothing recurses without bound.
const MAX_DEPTH: u32 = 100;

/// Translates `pattern`, which stands on `side` of its rule.
pub(super) fn translate(pattern: &str, side: PatternSide) -> Result<Translated, PatternError> {
    let pattern = BOUNDARIES.iter().fold(Cow::Borrowed(pattern), |pattern, spelled| match pattern.contains(spelled) {
        true => pattern.replace(spelled, r"\b").into(),
        false => pattern,
    });
    let mut reader = Reader {
        rest: &pattern,
        side,
        refers: pattern.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && (b'1'..=b'9').contains(&pair[1])),
        out: String::new(),
        backtracks: false,
        dot_all: false,
        multi_line: false,
        depth: 0,
    };
    reader.alternation(Place::Top)?;
    if !reader.rest.is_empty() {
        return Err(malformed("a closing parenthesis without its opening one"));
    }
    Ok(Translated { regex: reader.out, backtracks: reader.backtracks })
}

fn malformed(reason: &str) -> PatternError {
    PatternError::Malformed { reason: reason.to_owned() }
}

fn unsupported(construct: &str) -> PatternError {
    PatternError::Unsupported { construct: construct.to_owned() }
}

/// A boundary of words spelled out, as our own export for Java and many a rule for it have it.
pub(super) const BOUNDARIES: [&str; 2] = [
    r"(?:(?<=[\p{L}\p{M}\p{N}_])(?![\p{L}\p{M}\p{N}_])|(?<![\p{L}\p{M}\p{N}_])(?=[\p{L}\p{M}\p{N}_]))",
    r"(?:(?<=\w)(?!\w)|(?<!\w)(?=\w))",
];

/// Horizontal white space: Java's and ICU's `\h`.
const HORIZONTAL: &str = r"\t\p{Zs}";
/// Vertical white space: Java's and ICU's `\v`.
const VERTICAL: &str = r"\n\x0B\f\r\u{85}\u{2028}\u{2029}";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    Group,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Ahead,
    Behind,
}

struct Reader<'p> {
    rest: &'p str,
    side: PatternSide,
    /// Whether something may refer to groups by number: only then they are numbered.
    refers: bool,
    out: String,
    backtracks: bool,
    dot_all: bool,
    multi_line: bool,
    depth: u32,
}

/// An assertion about the neighbourhood, at the place where it was written.
struct Assertion {
    at: std::ops::Range<usize>,
    around: Around,
    positive: bool,
    body: String,
}

impl<'p> Reader<'p> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn eat(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Up to the closing parenthesis of this group, or to the end of the pattern.
    fn alternation(&mut self, place: Place) -> Result<(), PatternError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(PatternError::TooLarge);
        }
        let start = self.out.len();
        let mut alternatives = 1;
        // Where the last atom begins, which a quantifier would repeat.
        let mut atom: Option<usize> = None;
        let mut assertions: Vec<Assertion> = Vec::new();
        while let Some(c) = self.rest.chars().next() {
            let here = self.out.len();
            match c {
                ')' => break,
                '|' => {
                    self.next();
                    self.out.push('|');
                    alternatives += 1;
                    atom = None;
                }
                '(' => {
                    self.next();
                    if let Some(assertion) = self.group()? {
                        assertions.push(assertion);
                    }
                    atom = (self.out.len() > here).then_some(here);
                }
                '[' => {
                    self.next();
                    let class = self.class(0)?;
                    self.out.push_str(&class);
                    atom = Some(here);
                }
                '*' | '+' | '?' | '{' => {
                    let Some(start) = atom else {
                        return Err(malformed("a repetition of nothing"));
                    };
                    // An assertion that may be left out asserts nothing by itself.
                    if assertions.pop_if(|assertion| assertion.at.start >= start).is_some() {
                        self.backtracks = true;
                    }
                    self.quantifier(start)?;
                }
                '.' => {
                    self.next();
                    self.out.push_str(if self.dot_all { "(?s:.)" } else { r"[^\n\x0B\f\r\u{85}\u{2028}\u{2029}]" });
                    atom = Some(here);
                }
                '^' => {
                    self.next();
                    self.out.push_str(if self.multi_line { "(?mR:^)" } else { r"\A" });
                    atom = Some(here);
                }
                '$' => {
                    self.next();
                    self.out.push_str(if self.multi_line { "(?mR:$)" } else { r"\z" });
                    atom = Some(here);
                }
                '\\' => {
                    self.next();
                    self.escape()?;
                    atom = (self.out.len() > here).then_some(here);
                }
                _ => {
                    self.next();
                    push_literal(&mut self.out, c);
                    atom = Some(here);
                }
            }
        }
        self.depth -= 1;
        if assertions.is_empty() {
            return Ok(());
        }
        // At the outer edge of a rule an assertion about one character is that character, or the edge of the text: how
        // far a match reaches out there does not matter.
        let mut remaining = assertions.len();
        for assertion in assertions.into_iter().rev() {
            let outer = match (assertion.around, self.side) {
                (Around::Behind, PatternSide::Before) => assertion.at.start == start,
                (Around::Ahead, PatternSide::After) => assertion.at.end == self.out.len(),
                _ => false,
            };
            let folds_case = self.out.contains("(?i");
            if !(outer && place == Place::Top && alternatives == 1) || folds_case {
                continue;
            }
            let replacement = if assertion.positive {
                Some(format!("(?:{})", assertion.body))
            } else {
                complement(&assertion.body).map(|others| match assertion.around {
                    Around::Behind => format!(r"(?:\A|{others})"),
                    Around::Ahead => format!(r"(?:{others}|\z)"),
                })
            };
            if let Some(replacement) = replacement {
                self.out.replace_range(assertion.at, &replacement);
                remaining -= 1;
            }
        }
        self.backtracks |= remaining > 0;
        Ok(())
    }

    /// What follows an opening parenthesis, its closing one included.
    fn group(&mut self) -> Result<Option<Assertion>, PatternError> {
        let start = self.out.len();
        if !self.eat("?") {
            return self.body("(").map(|()| None);
        }
        for (sign, around, positive) in [
            ("=", Around::Ahead, true),
            ("!", Around::Ahead, false),
            ("<=", Around::Behind, true),
            ("<!", Around::Behind, false),
        ] {
            if self.eat(sign) {
                let before = self.backtracks;
                self.body(&format!("(?{sign}"))?;
                // Assertions within assertions stay what they are.
                let nested = self.backtracks && !before;
                let body = self.out[start + 2 + sign.len()..self.out.len() - 1].to_owned();
                if nested {
                    return Ok(None);
                }
                return Ok(Some(Assertion { at: start..self.out.len(), around, positive, body }));
            }
        }
        if self.eat(">") {
            self.body("(?>")?;
            let body = self.out[start + 3..self.out.len() - 1].to_owned();
            self.keep_or_loosen(start, format!("(?:{body})"));
            return Ok(None);
        }
        if self.eat("#") {
            let end = self.rest.find(')').ok_or_else(|| malformed("a comment without its end"))?;
            self.rest = &self.rest[end + 1..];
            return Ok(None);
        }
        if self.eat("<") {
            let end = self.rest.find('>').ok_or_else(|| malformed("a group name without its end"))?;
            self.rest = &self.rest[end + 1..];
            return self.body("(").map(|()| None);
        }
        self.flags()?;
        Ok(None)
    }

    /// An atomic group. It is an ordinary one if there is nothing to give back, or nobody to give it to: what ends a
    /// pattern after a boundary may end wherever it likes.
    fn keep_or_loosen(&mut self, start: usize, loose: String) {
        if loose_is_single(&loose) || (self.rest.is_empty() && self.side == PatternSide::After) {
            self.out.replace_range(start.., &loose);
        } else {
            self.backtracks = true;
        }
    }

    fn body(&mut self, opening: &str) -> Result<(), PatternError> {
        let (dot_all, multi_line) = (self.dot_all, self.multi_line);
        self.out.push_str(if opening == "(" && !self.refers { "(?:" } else { opening });
        self.alternation(Place::Group)?;
        if !self.eat(")") {
            return Err(malformed("an opening parenthesis without its closing one"));
        }
        self.out.push(')');
        (self.dot_all, self.multi_line) = (dot_all, multi_line);
        Ok(())
    }

    /// `(?i)`, `(?i-s:…)`: what Rust calls the same stays; `s` and `m` are resolved here; what only Java and ICU know
    /// (`U`, `u`, `d`, `w`) asks for what Rust always does.
    fn flags(&mut self) -> Result<(), PatternError> {
        let (dot_all, multi_line) = (self.dot_all, self.multi_line);
        let (mut on, mut off) = (String::new(), String::new());
        let mut negated = false;
        loop {
            match self.next() {
                Some('-') => negated = true,
                Some('s') => self.dot_all = !negated,
                Some('m') => self.multi_line = !negated,
                Some('i') => (if negated { &mut off } else { &mut on }).push('i'),
                Some('U' | 'u' | 'd' | 'w') => {}
                Some(end @ (')' | ':')) => {
                    let mut written = on.clone();
                    if !off.is_empty() {
                        let _ = write!(written, "-{off}");
                    }
                    if end == ')' {
                        if !written.is_empty() {
                            let _ = write!(self.out, "(?{written})");
                        }
                        return Ok(());
                    }
                    self.body(&format!("(?{written}:"))?;
                    (self.dot_all, self.multi_line) = (dot_all, multi_line);
                    return Ok(());
                }
                Some(other) => return Err(unsupported(&format!("(?{other}"))),
                None => return Err(malformed("an opening parenthesis without its closing one")),
            }
        }
    }

    fn quantifier(&mut self, atom: usize) -> Result<(), PatternError> {
        let quantifier = match self.next() {
            Some('{') => {
                let end = self.rest.find('}').ok_or_else(|| malformed("a counted repetition without its end"))?;
                let inside: String = self.rest[..end].chars().filter(|c| !c.is_whitespace()).collect();
                let valid = inside.split(',').count() <= 2
                    && inside.starts_with(|c: char| c.is_ascii_digit())
                    && inside.chars().all(|c| c.is_ascii_digit() || c == ',');
                if !valid {
                    return Err(malformed("a counted repetition without a count"));
                }
                self.rest = &self.rest[end + 1..];
                format!("{{{inside}}}")
            }
            Some(sign) => sign.to_string(),
            None => return Ok(()),
        };
        if self.eat("+") {
            // Possessive. It changes nothing unless giving back could let what follows match.
            let greedy = format!("{}{quantifier}", &self.out[atom..]);
            if self.giving_back_changes_nothing(&self.out[atom..]) {
                self.out.replace_range(atom.., &format!("(?:{greedy})"));
            } else {
                self.out.replace_range(atom.., &format!("(?>{greedy})"));
                self.backtracks = true;
            }
            return Ok(());
        }
        // All matches count, so that a lazy repetition is a greedy one.
        let lazy = self.eat("?");
        let repeated = format!("(?:{}{quantifier}{})", &self.out[atom..], if lazy { "?" } else { "" });
        self.out.replace_range(atom.., &repeated);
        Ok(())
    }

    /// Whether what follows cannot begin with what `atom`, a single character, would give back.
    fn giving_back_changes_nothing(&self, atom: &str) -> bool {
        let Some(mine) = first_of(atom) else { return false };
        let mut ahead = Reader {
            rest: self.rest,
            side: self.side,
            refers: self.refers,
            out: String::new(),
            backtracks: false,
            dot_all: self.dot_all,
            multi_line: self.multi_line,
            depth: 0,
        };
        match self.rest.chars().next() {
            // What ends a pattern before a boundary ends there and nowhere else.
            None => self.side == PatternSide::After,
            Some('\\') => {
                ahead.next();
                ahead.escape().is_ok() && ahead.disjoint(&mine)
            }
            Some('[') => {
                ahead.next();
                ahead.class(0).map(|class| ahead.out.push_str(&class)).is_ok() && ahead.disjoint(&mine)
            }
            Some('(' | ')' | '|' | '.' | '^' | '$' | '*' | '+' | '?' | '{') => false,
            Some(c) => {
                ahead.next();
                push_literal(&mut ahead.out, c);
                ahead.disjoint(&mine)
            }
        }
    }

    /// Whether the one atom read so far is no member of `class` and is not left out by a quantifier.
    fn disjoint(&self, class: &regex_syntax::hir::ClassUnicode) -> bool {
        let optional = self.rest.starts_with(['*', '?', '{']);
        match first_of(&self.out) {
            Some(mut theirs) if !optional => {
                theirs.intersect(class);
                theirs.ranges().is_empty()
            }
            _ => false,
        }
    }
}

/// The set of first characters of a pattern that is a single class or character.
fn first_of(regex: &str) -> Option<regex_syntax::hir::ClassUnicode> {
    use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};
    match parse::whole(regex).ok()?.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Some(class),
        HirKind::Literal(literal) => {
            let mut chars = std::str::from_utf8(&literal.0).ok()?.chars();
            let c = chars.next()?;
            chars.next().is_none().then(|| ClassUnicode::new([ClassUnicodeRange::new(c, c)]))
        }
        _ => None,
    }
}

fn loose_is_single(regex: &str) -> bool {
    first_of(regex).is_some()
}

/// Every character but those of a pattern that is a single class, character, or choice of them.
fn complement(regex: &str) -> Option<String> {
    let mut class = first_of(regex)?;
    class.negate();
    let mut out = String::from("[");
    for range in class.iter() {
        let _ = write!(out, "\\x{{{:X}}}-\\x{{{:X}}}", u32::from(range.start()), u32::from(range.end()));
    }
    out.push(']');
    (!class.ranges().is_empty()).then_some(out)
}
