//! Escapes and bracketed classes: which characters an atom of a pattern stands for.

use std::fmt::Write as _;

use super::{HORIZONTAL, MAX_DEPTH, PatternError, Reader, VERTICAL, malformed, unsupported};
use crate::segment::properties::property;

impl Reader<'_> {
    /// What follows a backslash, outside a class.
    pub(super) fn escape(&mut self) -> Result<(), PatternError> {
        let c = self.next().ok_or_else(|| malformed("a backslash at the end"))?;
        match c {
            'Q' => {
                let (quoted, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
                quoted.chars().for_each(|c| push_literal(&mut self.out, c));
                self.rest = rest;
            }
            'E' => {}
            'R' => {
                let _ = write!(self.out, r"(?:\r\n|[{VERTICAL}])");
            }
            'X' => self.out.push_str(r"(?:\r\n|\P{M}\p{M}*|\p{M}+)"),
            'b' if self.rest.starts_with('{') => {
                let end = self.rest.find('}').map_or(self.rest.len(), |end| end + 1);
                return Err(unsupported(&format!("\\b{}", &self.rest[..end])));
            }
            'b' | 'B' | 'A' => {
                self.out.push('\\');
                self.out.push(c);
            }
            'z' | 'Z' => self.out.push_str(r"\z"),
            'G' | 'N' | 'K' => return Err(unsupported(&format!("\\{c}"))),
            '1'..='9' => {
                let _ = write!(self.out, "\\{c}");
                self.backtracks = true;
            }
            'k' => return Err(unsupported("\\k")),
            _ => {
                let set = self.escaped(c)?;
                match set {
                    Escaped::One(c) => push_literal(&mut self.out, c),
                    Escaped::Set(set) => {
                        let _ = write!(self.out, "[{set}]");
                    }
                }
            }
        }
        Ok(())
    }

    /// An escape that is one character or a set of them, inside a class or outside.
    fn escaped(&mut self, c: char) -> Result<Escaped, PatternError> {
        let set = |set: &str| Ok(Escaped::Set(set.to_owned()));
        match c {
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => set(&format!("\\{c}")),
            'h' => set(HORIZONTAL),
            'H' => set(&format!("[^{HORIZONTAL}]")),
            'v' => set(VERTICAL),
            'V' => set(&format!("[^{VERTICAL}]")),
            'p' | 'P' => self.property(c == 'P').map(Escaped::Set),
            'u' => self.code_point(4, 4),
            'U' => self.code_point(8, 8),
            'x' if self.eat("{") => {
                let (digits, rest) =
                    self.rest.split_once('}').ok_or_else(|| malformed("a code point without its end"))?;
                self.rest = rest;
                point(digits)
            }
            'x' => self.code_point(1, 2),
            '0' => {
                let count = self.rest.bytes().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
                let value = u32::from_str_radix(&self.rest[..count], 8).unwrap_or(0);
                self.rest = &self.rest[count..];
                char::from_u32(value).map(Escaped::One).ok_or_else(|| malformed("a code point that does not exist"))
            }
            'c' => match self.next() {
                Some(control) if control.is_ascii() => Ok(Escaped::One(char::from(control as u8 & 0x1F))),
                _ => Err(malformed("a control character without its letter")),
            },
            'n' => Ok(Escaped::One('\n')),
            'r' => Ok(Escaped::One('\r')),
            't' => Ok(Escaped::One('\t')),
            'f' => Ok(Escaped::One('\u{C}')),
            'a' => Ok(Escaped::One('\u{7}')),
            'e' => Ok(Escaped::One('\u{1B}')),
            other if other.is_ascii_alphabetic() => Err(unsupported(&format!("\\{other}"))),
            other => Ok(Escaped::One(other)),
        }
    }

    fn code_point(&mut self, least: usize, most: usize) -> Result<Escaped, PatternError> {
        let count = self.rest.bytes().take(most).take_while(u8::is_ascii_hexdigit).count();
        if count < least {
            return Err(malformed("a code point without its digits"));
        }
        let digits = &self.rest[..count];
        self.rest = &self.rest[count..];
        let high = u32::from_str_radix(digits, 16).unwrap_or(0);
        // Java writes characters beyond the first plane as two surrogates.
        if (0xD800..0xDC00).contains(&high)
            && let Some(low) = self.rest.strip_prefix("\\u").and_then(|rest| rest.get(..4))
            && let Ok(low @ 0xDC00..=0xDFFF) = u32::from_str_radix(low, 16)
        {
            self.rest = &self.rest[6..];
            return char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                .map(Escaped::One)
                .ok_or_else(|| malformed("a code point that does not exist"));
        }
        point(digits)
    }

    /// A property class, after `\p`, as the inside of a class.
    fn property(&mut self, negated: bool) -> Result<String, PatternError> {
        let name = match self.next() {
            Some('{') => {
                let (name, rest) = self.rest.split_once('}').ok_or_else(|| malformed("a property without its end"))?;
                self.rest = rest;
                name.to_owned()
            }
            Some(c) => c.to_string(),
            None => return Err(malformed("a property without its name")),
        };
        let (negated, name) = match name.strip_prefix('^') {
            Some(rest) => (!negated, rest.to_owned()),
            None => (negated, name),
        };
        let set = property(&name).ok_or_else(|| unsupported(&format!("\\p{{{name}}}")))?;
        Ok(if negated { format!("[^{set}]") } else { set })
    }

    /// A bracketed class, after its `[`, in Rust's syntax.
    pub(super) fn class(&mut self, depth: u32) -> Result<String, PatternError> {
        if depth > MAX_DEPTH {
            return Err(PatternError::TooLarge);
        }
        if let Some(rest) = self.rest.strip_prefix(':')
            && let Some((name, rest)) = rest.split_once(":]")
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '^' | '_' | '-' | '=' | ' '))
        {
            self.rest = rest;
            let (negated, name) = name.strip_prefix('^').map_or((false, name), |name| (true, name));
            let set = property(name).ok_or_else(|| unsupported(&format!("[:{name}:]")))?;
            return Ok(if negated { format!("[^{set}]") } else { format!("[{set}]") });
        }
        let mut out = String::from("[");
        if self.eat("^") {
            out.push('^');
        }
        let mut first = true;
        // The last single character, which may turn out to begin a range.
        let mut last: Option<char> = None;
        loop {
            let c = self.next().ok_or_else(|| malformed("a class without its end"))?;
            let item = match c {
                ']' if !first => break,
                '[' => {
                    let inner = self.class(depth + 1)?;
                    Escaped::Set(inner)
                }
                '&' if self.eat("&") => {
                    out.push_str("&&");
                    // What stands right of it up to the end is one operand in Java; a bare one needs brackets here.
                    last = None;
                    first = false;
                    continue;
                }
                '-' if self.rest.starts_with("-[") => {
                    self.next();
                    out.push_str("--");
                    last = None;
                    continue;
                }
                '-' if self.rest.starts_with('[') && last.is_none() && !first => {
                    out.push_str("--");
                    continue;
                }
                '-' if last.is_some() && !self.rest.starts_with(']') && !self.rest.starts_with('[') => {
                    let end = match self.next() {
                        Some('\\') => {
                            let c = self.next().ok_or_else(|| malformed("a backslash at the end"))?;
                            self.escaped(c)?
                        }
                        Some(c) => Escaped::One(c),
                        None => return Err(malformed("a class without its end")),
                    };
                    match end {
                        Escaped::One(c) => {
                            if last.is_some_and(|last| last > c) {
                                return Err(malformed("a range that runs backwards"));
                            }
                            out.push('-');
                            push_literal(&mut out, c);
                        }
                        // `[a-\d]`: the hyphen is a hyphen.
                        Escaped::Set(set) => {
                            out.push_str(r"\-");
                            out.push_str(&set);
                        }
                    }
                    last = None;
                    continue;
                }
                '\\' if self.rest.starts_with('Q') => {
                    self.next();
                    let (quoted, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
                    quoted.chars().for_each(|c| push_literal(&mut out, c));
                    self.rest = rest;
                    first = false;
                    continue;
                }
                '\\' if self.eat("E") => continue,
                '\\' if self.eat("b") => Escaped::One('\u{8}'),
                '\\' if self.eat("R") => Escaped::Set(VERTICAL.to_owned()),
                '\\' => {
                    let c = self.next().ok_or_else(|| malformed("a backslash at the end"))?;
                    self.escaped(c)?
                }
                c => Escaped::One(c),
            };
            first = false;
            match item {
                Escaped::One(c) => {
                    push_literal(&mut out, c);
                    last = Some(c);
                }
                Escaped::Set(set) => {
                    out.push_str(&set);
                    last = None;
                }
            }
        }
        out.push(']');
        Ok(out)
    }
}

enum Escaped {
    One(char),
    /// The inside of a class.
    Set(String),
}

fn point(digits: &str) -> Result<Escaped, PatternError> {
    u32::from_str_radix(digits.trim(), 16)
        .ok()
        .and_then(char::from_u32)
        .map(Escaped::One)
        .ok_or_else(|| malformed("a code point that does not exist"))
}

/// Writes `c` so that it stands for itself, in a class and outside. (`\<` would be a word boundary.)
pub(super) fn push_literal(out: &mut String, c: char) {
    if c.is_alphanumeric() || c == '_' || (!c.is_ascii() && !c.is_whitespace()) {
        out.push(c);
    } else if c.is_ascii_punctuation() && !matches!(c, '<' | '>') {
        out.push('\\');
        out.push(c);
    } else {
        let _ = write!(out, "\\x{{{:X}}}", u32::from(c));
    }
}
