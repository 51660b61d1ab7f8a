//! HTML as tokens with exact places, after the tokenizer of the WHATWG HTML standard.
//!
//! It differs from the standard where that drops text: a quotation mark that is never closed ends at the next `>`, a tag
//! that is never closed is text, and both are reported.

use std::collections::BTreeSet;
use std::ops::Range;

/// Which grammar a page follows where the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// HTML: `<div/>` opens a `div`.
    Html,
    /// XHTML: `<div/>` is a whole element, and CDATA sections are text.
    Xhtml,
}

impl Syntax {
    /// XHTML says so in its first bytes.
    pub(crate) fn of(page: &str) -> Self {
        let head = page.trim_start_matches('\u{FEFF}').trim_start();
        let end = head.char_indices().nth(600).map_or(head.len(), |(at, _)| at);
        let head = &head[..end];
        if head.starts_with("<?xml") || head.contains("//DTD XHTML") { Self::Xhtml } else { Self::Html }
    }
}

/// A piece of markup or the text between. Ranges count in the text that the tokenizer was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Text with character references.
    Text(Range<usize>),
    /// Text without: the inside of `script`, `style` and CDATA.
    Raw(Range<usize>),
    Start(Tag),
    End {
        name: String,
        span: Range<usize>,
    },
    Comment {
        inner: Range<usize>,
        span: Range<usize>,
    },
    /// A doctype, a processing instruction, or what the standard calls a bogus comment.
    Other,
    Problem {
        reason: &'static str,
        span: Range<usize>,
    },
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// In lower case.
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) closes_itself: bool,
    pub(crate) span: Range<usize>,
}

/// An attribute of a start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    /// In lower case.
    pub(crate) name: String,
    /// The value without its quotation marks; empty where there is none.
    pub(crate) value: Range<usize>,
    pub(crate) span: Range<usize>,
}

impl Tag {
    /// The first attribute of that name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    syntax: Syntax,
    /// The element whose text is not markup, while in it.
    raw: Option<String>,
    /// Names of elements that are never closed from here on: so that nobody looks again.
    unclosed: BTreeSet<String>,
    /// From where on there is no `"` and no `'`.
    no_quote: [usize; 2],
    /// A problem to be told before the next token.
    problem: Option<Token>,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str, syntax: Syntax) -> Self {
        Self { text, at: 0, syntax, raw: None, unclosed: BTreeSet::new(), no_quote: [usize::MAX; 2], problem: None }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn seek(&self, needle: &str, from: usize) -> Option<usize> {
        self.text.get(from..)?.find(needle).map(|at| at + from)
    }

    fn markup(&mut self) -> Option<Token> {
        let start = self.at;
        match self.byte(start + 1) {
            Some(b'!') if self.text[start..].starts_with("<!--") => Some(self.comment(start)),
            Some(b'!') if self.syntax == Syntax::Xhtml && self.text[start..].starts_with("<![CDATA[") => {
                let inner = start + "<![CDATA[".len();
                let end = self.seek("]]>", inner).unwrap_or(self.text.len());
                self.at = (end + 3).min(self.text.len());
                Some(Token::Raw(inner..end))
            }
            Some(b'!' | b'?') => Some(self.skip_to_angle()),
            Some(b'/') => match self.byte(start + 2) {
                Some(c) if c.is_ascii_alphabetic() => self.tag(start, start + 2),
                Some(_) => Some(self.skip_to_angle()),
                None => None,
            },
            Some(c) if c.is_ascii_alphabetic() => self.tag(start, start + 1),
            _ => None,
        }
    }

    fn skip_to_angle(&mut self) -> Token {
        self.at = self.seek(">", self.at).map_or(self.text.len(), |at| at + 1);
        Token::Other
    }

    fn comment(&mut self, start: usize) -> Token {
        let inner = start + 4;
        for closed in [">", "->"] {
            if self.text[inner..].starts_with(closed) {
                self.at = inner + closed.len();
                return Token::Comment { inner: inner..inner, span: start..self.at };
            }
        }
        let mut from = inner;
        while let Some(dashes) = self.seek("--", from) {
            let after = &self.text[dashes + 2..];
            let mark = if after.starts_with('>') { 1 } else { usize::from(after.starts_with("!>")) * 2 };
            if mark > 0 {
                self.at = dashes + 2 + mark;
                return Token::Comment { inner: inner..dashes, span: start..self.at };
            }
            from = dashes + 1;
        }
        self.at = self.text.len();
        self.problem = Some(Token::Problem { reason: "comment is never closed", span: start..inner });
        Token::Comment { inner: inner..self.at, span: start..self.at }
    }

    /// A tag whose name begins at `name`; nothing if it is never closed.
    fn tag(&mut self, start: usize, name: usize) -> Option<Token> {
        let name_end = self.until(name, |c| is_space(c) || c == b'/' || c == b'>');
        let element = self.text[name..name_end].to_ascii_lowercase();
        let mut attributes: Vec<Attribute> = Vec::new();
        let mut closes_itself = false;
        let mut at = name_end;
        loop {
            at = self.until(at, |c| !is_space(c));
            match self.byte(at)? {
                b'>' => break,
                b'/' => {
                    closes_itself = self.byte(at + 1) == Some(b'>');
                    at += 1;
                }
                _ => {
                    let attribute = self.attribute(at)?;
                    at = attribute.span.end;
                    if !attributes.iter().take(64).any(|known| known.name == attribute.name) {
                        attributes.push(attribute);
                    }
                }
            }
        }
        self.at = at + 1;
        let span = start..self.at;
        if name == start + 2 {
            return Some(Token::End { name: element, span });
        }
        let whole = closes_itself && self.syntax == Syntax::Xhtml;
        if !whole && is_raw(&element) {
            self.raw = Some(element.clone());
        }
        Some(Token::Start(Tag { name: element, attributes, closes_itself, span }))
    }

    fn attribute(&mut self, start: usize) -> Option<Attribute> {
        // A `=` at the very start is part of the name.
        let end = self.until(start + 1, |c| is_space(c) || matches!(c, b'/' | b'>' | b'='));
        let name = self.text.get(start..end)?.to_ascii_lowercase();
        let equals = self.until(end, |c| !is_space(c));
        if self.byte(equals) != Some(b'=') {
            return Some(Attribute { name, value: end..end, span: start..end });
        }
        let value = self.until(equals + 1, |c| !is_space(c));
        let quote = match self.byte(value)? {
            b'"' => 0,
            b'\'' => 1,
            b'>' => return Some(Attribute { name, value: value..value, span: start..value }),
            _ => {
                let end = self.until(value, |c| is_space(c) || c == b'>');
                return Some(Attribute { name, value: value..end, span: start..end });
            }
        };
        let inner = value + 1;
        if inner < self.no_quote[quote] {
            if let Some(end) = self.seek(["\"", "'"][quote], inner) {
                return Some(Attribute { name, value: inner..end, span: start..end + 1 });
            }
            self.no_quote[quote] = inner;
        }
        let end = self.seek(">", inner)?;
        self.problem = Some(Token::Problem { reason: "attribute value is never closed", span: start..end });
        Some(Attribute { name, value: inner..end, span: start..end })
    }

    /// The first place from `at` on whose byte is `wanted`, which must be ASCII or part of no letter, or the end.
    fn until(&self, at: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let from = at.min(self.text.len());
        let bytes = &self.text.as_bytes()[from..];
        let mut end = from + bytes.iter().position(|byte| wanted(*byte)).unwrap_or(bytes.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        end
    }

    /// The inside of an element whose text is not markup.
    fn raw_text(&mut self, element: String) -> Option<Token> {
        let start = self.at;
        let end = if self.unclosed.contains(&element) { None } else { self.closing_tag(&element) };
        let keeps_references = matches!(element.as_str(), "title" | "textarea");
        let end = end.unwrap_or_else(|| {
            let span = start..start;
            self.problem = Some(Token::Problem { reason: "element is never closed", span });
            let end = if keeps_references { self.seek("<", start).unwrap_or(self.text.len()) } else { self.text.len() };
            self.unclosed.insert(element);
            end
        });
        self.at = end;
        if start == end {
            return self.next();
        }
        Some(if keeps_references { Token::Text(start..end) } else { Token::Raw(start..end) })
    }

    fn closing_tag(&self, element: &str) -> Option<usize> {
        let mut from = self.at;
        while let Some(at) = self.seek("</", from) {
            let rest = &self.text.as_bytes()[at + 2..];
            let named = rest.get(..element.len()).is_some_and(|name| name.eq_ignore_ascii_case(element.as_bytes()));
            if named && rest.get(element.len()).is_some_and(|c| is_space(*c) || matches!(c, b'/' | b'>')) {
                return Some(at);
            }
            from = at + 2;
        }
        None
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(problem) = self.problem.take() {
            return Some(problem);
        }
        if self.at >= self.text.len() {
            return None;
        }
        if let Some(element) = self.raw.take() {
            return self.raw_text(element);
        }
        let start = self.at;
        if self.byte(start) == Some(b'<')
            && let Some(token) = self.markup()
        {
            return Some(token);
        }
        let begins_markup = self.byte(start) == Some(b'<')
            && self.byte(start + 1).is_some_and(|c| c.is_ascii_alphabetic() || c == b'/');
        if begins_markup {
            // The tag is never closed, and so is none after it.
            self.at = self.text.len();
            self.problem = Some(Token::Problem { reason: "tag is never closed", span: start..self.at });
        } else {
            let from = start + usize::from(self.byte(start) == Some(b'<'));
            self.at = self.seek("<", from).unwrap_or(self.text.len());
        }
        Some(Token::Text(start..self.at))
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

fn is_raw(element: &str) -> bool {
    matches!(element, "script" | "style" | "title" | "textarea" | "xmp" | "iframe" | "noembed" | "noframes")
}
