//! The notation in which our own rules are written: lists of words and rules, for linguists to read and extend.
//!
//! ```text
//! # A comment.
//! list titles                  words, parted by blanks; a `_` stands for a blank within one
//!   Dr. Prof. Frau_Dr.
//!
//! pattern open = ["„«(]        a name for a piece of a regular expression
//!
//! keep after a title           `keep` and `break` begin a rule; the rest of the line is its title
//!   before \b<titles>          `<name>` is replaced by the list or pattern of that name
//!   after  \s
//!
//! break after a colon
//!   when   colon               only where the profile asks for it
//!   before :
//!   after  \s
//! ```
//!
//! In a word of a list, a blank may stand or fail after a stop inside it (`z.B.` is also `z. B.`), and a small first
//! letter may be a capital (`vgl.` is also `Vgl.`, but `s.` is not `S.`). A name that is defined twice is the sum of both; those of the common
//! rules are taken.

use std::collections::HashMap;

use super::engine::Action;
use super::srx::Rule;
use crate::text::Place;

/// A rule of our own, with the option of the profile that switches it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnRule {
    pub(super) rule: Rule,
    pub(super) when: Option<Wish>,
}

/// What a profile may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    AfterColon,
    AfterSemicolon,
    AtLineBreak,
}

/// A line that says nothing known in the notation of our own rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct NotationError {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong with it, for whoever writes rules; in English, as the notation is.
    pub problem: String,
}

/// Names and what they stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(HashMap<String, Vec<String>>);

/// Reads the rules of `text`, which may use the `common` names, but not give them another meaning; with them come its own
/// names.
pub(super) fn read(text: &str, common: &Names) -> Result<(Vec<OwnRule>, Names), NotationError> {
    let mut rules: Vec<OwnRule> = Vec::new();
    let mut names = Names::default();
    let mut list: Option<String> = None;
    let mut byte = 0;
    for (line, full) in (1u32..).zip(text.split_inclusive('\n')) {
        let place = Place { line, column: 1, byte };
        byte += full.len();
        let content = full.trim_end();
        let wrong = |problem: &str| NotationError { line, problem: problem.to_owned() };
        if content.trim_start().starts_with('#') || content.is_empty() {
            continue;
        }
        let (word, rest) = split(content.trim_start());
        if content.starts_with([' ', '\t']) {
            if let Some(name) = &list {
                let words = content.split_whitespace().take_while(|word| !word.starts_with('#')).map(pattern_of_word);
                names.0.entry(name.clone()).or_default().extend(words);
                continue;
            }
            let Some(last) = rules.last_mut() else { return Err(wrong("neither in a list nor in a rule")) };
            match word {
                "before" => last.rule.before = names.resolve(rest, common).map_err(|name| wrong(&name))?,
                "after" => last.rule.after = names.resolve(rest, common).map_err(|name| wrong(&name))?,
                "when" => {
                    last.when = Some(match rest {
                        "colon" => Wish::AfterColon,
                        "semicolon" => Wish::AfterSemicolon,
                        "line" => Wish::AtLineBreak,
                        other => return Err(wrong(&format!("`{other}` is neither colon, semicolon nor line"))),
                    });
                }
                other => return Err(wrong(&format!("`{other}` is neither before, after nor when"))),
            }
            continue;
        }
        list = None;
        match word {
            "list" => {
                common.may_be_named(rest).map_err(|problem| wrong(&problem))?;
                list = Some(rest.to_owned());
            }
            "pattern" => {
                let (name, regex) = rest.split_once('=').ok_or_else(|| wrong("a pattern without `=`"))?;
                common.may_be_named(name.trim()).map_err(|problem| wrong(&problem))?;
                let regex = names.resolve(regex.trim(), common).map_err(|name| wrong(&name))?;
                names.0.entry(name.trim().to_owned()).or_default().push(regex);
            }
            "keep" | "break" => rules.push(OwnRule {
                rule: Rule {
                    action: if word == "keep" { Action::Keep } else { Action::Break },
                    before: String::new(),
                    after: String::new(),
                    title: Some(rest.to_owned()),
                    place: Some(place),
                },
                when: None,
            }),
            other => return Err(wrong(&format!("`{other}` begins nothing known"))),
        }
    }
    Ok((rules, names))
}

fn split(line: &str) -> (&str, &str) {
    line.split_once(char::is_whitespace).map_or((line, ""), |(word, rest)| (word, rest.trim()))
}

impl Names {
    /// Whether something may be given this name, beside what these names stand for already; if not, why.
    fn may_be_named(&self, name: &str) -> Result<(), String> {
        if !is_name(name) {
            return Err(format!("`{name}` is no name: small letters a to z, joined by hyphens"));
        }
        match self.0.contains_key(name) {
            true => Err(format!("`{name}` is a name of the common rules already")),
            false => Ok(()),
        }
    }

    /// Replaces every `<name>`, one of these or of the `common` ones; `Err` says which name is not known.
    fn resolve(&self, regex: &str, common: &Self) -> Result<String, String> {
        let mut out = String::new();
        let mut rest = regex;
        while let Some((before, after)) = rest.split_once('<') {
            out.push_str(before);
            // `(?<name>` and `\k<name>` are the pattern's own, `(?<=` and `<-` are no names at all.
            let is_own = before.ends_with("(?") || before.ends_with("\\k");
            let is_word = |word: &str| word.starts_with(char::is_alphabetic) && !word.contains(char::is_whitespace);
            let name = after.split_once('>').filter(|(name, _)| !is_own && is_word(name));
            match name {
                Some((name, tail)) => {
                    let parts = self
                        .0
                        .get(name)
                        .or_else(|| common.0.get(name))
                        .ok_or_else(|| format!("`<{name}>` stands for nothing"))?;
                    match parts.as_slice() {
                        [one] if is_class(one) => out.push_str(one),
                        _ => {
                            out.push_str("(?:");
                            out.push_str(&parts.join("|"));
                            out.push(')');
                        }
                    }
                    rest = tail;
                }
                None => {
                    out.push('<');
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        Ok(out)
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

fn is_class(regex: &str) -> bool {
    regex.starts_with('[') && regex.find(']') == Some(regex.len() - 1)
}

fn pattern_of_word(word: &str) -> String {
    let mut out = String::new();
    let mut chars = word.chars().peekable();
    // A single letter means another thing when it is a capital.
    let mut first = word.trim_end_matches('.').chars().count() > 1;
    while let Some(c) = chars.next() {
        match c {
            '.' if chars.peek().is_some_and(|next| next.is_alphanumeric()) => out.push_str(r"\.\s?"),
            '_' => out.push_str(r"\s"),
            c if first && c.is_lowercase() => {
                out.push('[');
                out.extend(c.to_uppercase().take(1));
                out.push(c);
                out.push(']');
            }
            c if c.is_alphanumeric() || !c.is_ascii() => out.push(c),
            c => {
                out.push('\\');
                out.push(c);
            }
        }
        first = false;
    }
    out
}
