//! Both sides of an alignment as numbers: token ids, lengths, and classes of beginnings and ends.

use std::collections::HashMap;

use super::token::{Token, tokens};
use super::{Side, SideSegment};
use crate::document::BlockKind;
use crate::text::is_invisible;

/// No more different tokens of one segment are looked at; what is longer is no sentence.
const MOST_TOKENS: usize = 400;
// Places of tokens within a segment are kept in 16 bits.
const _: () = assert!(MOST_TOKENS < u16::MAX as usize);

/// One side, prepared.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    /// The segments in order.
    pub(crate) segments: Vec<Features>,
    /// Where the tokens of each segment begin in `tokens`; one more than there are segments.
    pub(crate) starts: Vec<u32>,
    /// Where the marks of each segment begin in `marks`; one more than there are segments.
    pub(crate) mark_starts: Vec<u32>,
    /// The marks between the clauses of each segment.
    pub(crate) marks: Vec<Mark>,
    /// The types of the tokens, each type once a segment.
    pub(crate) tokens: Vec<u32>,
    /// What the type numbers mean.
    pub(crate) types: Vec<TokenType>,
    /// The anchors of headings that have one, by segment.
    anchors: HashMap<usize, String>,
}

/// A kind of token: all tokens with one key.
#[derive(Debug)]
pub(crate) struct TokenType {
    /// The key that its tokens share.
    pub(crate) key: String,
    /// The first word met with this key.
    pub(crate) word: String,
    /// In how many segments it stands.
    pub(crate) segments: u32,
    /// In how many of them it is written with a capital.
    pub(crate) capitals: u32,
}

/// A mark that parts clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Behind how many characters with ink of its segment it stands, itself among them.
    pub(crate) at: u32,
    /// A comma (0), what parts more: semicolon, colon, dash, opening bracket (1), or the end of a sentence (2).
    pub(crate) class: u8,
}

/// What a segment looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Features {
    /// Characters with ink, at least one.
    pub(crate) length: u32,
    /// How many sentences end inside it, before its own end.
    pub(crate) inner_ends: u8,
    /// How it ends.
    pub(crate) ending: u8,
    /// How it begins.
    pub(crate) opening: u8,
    /// Whether a bracket or quotation opens in it that does not close.
    pub(crate) open: bool,
    /// Quotation marks and brackets in it, three at most of each.
    pub(crate) quotes: u8,
    /// Brackets in it, three at most.
    pub(crate) brackets: u8,
    /// What kind of block it stands in.
    pub(crate) kind: u8,
    /// Whether it begins a block (1) or a section (2).
    pub(crate) begins: u8,
}

/// How many values [`Mark::class`] has.
pub(crate) const MARKS: usize = 3;
/// How many values [`Features::ending`] has.
pub(crate) const ENDINGS: usize = 9;
/// How many values [`Features::opening`] has.
pub(crate) const OPENINGS: usize = 5;
/// How many values [`Features::kind`] has.
pub(crate) const KINDS: usize = 13;

impl Prepared {
    /// Reads one side.
    pub(crate) fn new(side: &Side<'_>) -> Self {
        let mut prepared = Self { starts: vec![0], mark_starts: vec![0], ..Self::default() };
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut last_seen: Vec<u32> = Vec::new();
        let mut before: Option<&SideSegment<'_>> = None;
        for (at, segment) in side.segments.iter().enumerate() {
            let stamp = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let first = prepared.tokens.len();
            for Token { key, word, capital } in tokens(segment.text) {
                if prepared.tokens.len() - first >= MOST_TOKENS {
                    break;
                }
                let number = *numbers.entry(key).or_insert_with_key(|key| {
                    let key = key.clone();
                    prepared.types.push(TokenType { key, word, segments: 0, capitals: 0 });
                    last_seen.push(0);
                    prepared.types.len() as u32 - 1
                });
                if std::mem::replace(&mut last_seen[number as usize], stamp) != stamp {
                    prepared.tokens.push(number);
                    let kind = &mut prepared.types[number as usize];
                    kind.segments += 1;
                    kind.capitals += u32::from(capital);
                }
            }
            prepared.starts.push(prepared.tokens.len() as u32);
            prepared.marks.extend(marks(segment.text));
            prepared.mark_starts.push(prepared.marks.len() as u32);
            let begins = match before {
                None => 2,
                Some(last) if last.section != segment.section => 2,
                Some(last) if last.block != segment.block => 1,
                Some(_) => 0,
            };
            prepared.segments.push(Features { begins, ..features(segment) });
            if let Some(anchor) = segment.anchor.filter(|_| prepared.is_heading(at)) {
                prepared.anchors.insert(at, anchor.to_owned());
            }
            before = Some(segment);
        }
        prepared
    }

    /// How many segments there are.
    pub(crate) fn len(&self) -> usize {
        self.segments.len()
    }

    /// Whether a segment is a heading.
    pub(crate) fn is_heading(&self, segment: usize) -> bool {
        self.segments[segment].kind == HEADING
    }

    /// The anchor of a heading, where it has one.
    pub(crate) fn anchor(&self, segment: usize) -> Option<&str> {
        self.anchors.get(&segment).map(String::as_str)
    }

    /// The marks within a segment.
    pub(crate) fn marks_of(&self, segment: usize) -> &[Mark] {
        &self.marks[self.mark_starts[segment] as usize..self.mark_starts[segment + 1] as usize]
    }

    /// Sums of lengths up to each segment; one more than there are segments.
    pub(crate) fn length_sums(&self) -> Vec<f64> {
        let mut sum = 0.0;
        let sums = self.segments.iter().map(|segment| {
            sum += f64::from(segment.length);
            sum
        });
        std::iter::once(0.0).chain(sums).collect()
    }

    /// The types of the tokens of segments `from` to `to`.
    pub(crate) fn tokens_of(&self, from: usize, to: usize) -> &[u32] {
        &self.tokens[self.starts[from] as usize..self.starts[to] as usize]
    }
}

fn features(segment: &SideSegment<'_>) -> Features {
    let text = segment.text.trim();
    let length = text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).count().max(1);
    let (mut quotes, mut brackets, mut depth) = (0usize, 0usize, 0i32);
    for c in text.chars() {
        match c {
            '„' | '“' | '”' | '«' | '»' | '"' | '‹' | '›' => quotes += 1,
            '(' | '[' | '{' => (brackets, depth) = (brackets + 1, depth + 1),
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    Features {
        length: u32::try_from(length).unwrap_or(u32::MAX),
        inner_ends: inner_ends(text),
        ending: ending(text),
        opening: opening(text),
        open: depth > 0 || quotes % 2 == 1,
        quotes: quotes.div_ceil(2).min(3) as u8,
        brackets: brackets.min(3) as u8,
        kind: kind(&segment.kind),
        begins: 0,
    }
}

/// Classes of ends: none, full stop, question, exclamation, colon, semicolon, comma, dash, ellipsis.
fn ending(text: &str) -> u8 {
    let bare = without_closers(text);
    match bare.chars().next_back() {
        Some('.' | '。' | '।' | '۔') if bare.ends_with("...") => 8,
        Some('.' | '。' | '।' | '۔') => 1,
        Some('?' | '؟' | '？') => 2,
        Some('!' | '！') => 3,
        Some(':' | '：') => 4,
        Some(';' | '؛') => 5,
        Some(',' | '،' | '、') => 6,
        Some('-' | '–' | '—') => 7,
        Some('…') => 8,
        _ => 0,
    }
}

/// Classes of beginnings: a small letter, a capital, a digit, a letter without case, anything else.
fn opening(text: &str) -> u8 {
    match text.chars().find(|c| !c.is_whitespace() && !is_invisible(*c) && !is_quote(*c)) {
        Some(c) if c.is_lowercase() => 0,
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_numeric() => 2,
        Some(c) if c.is_alphabetic() => 3,
        _ => 4,
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '»' | '«' | '›' | '‹' | '\'' | '’' | '‘' | '‚')
}

/// Whether a segment that ends so ends a sentence.
pub(crate) fn ends_sentence(ending: u8) -> bool {
    matches!(ending, 1 | 2 | 3 | 8)
}

/// How many sentences seem to end inside, three at most: a stop behind a word of three letters or more, before a
/// blank and no small letter.
fn inner_ends(text: &str) -> u8 {
    let chars: Vec<char> = text.chars().collect();
    let (mut count, mut letters) = (0u8, 0usize);
    for (at, &c) in chars.iter().enumerate() {
        if matches!(c, '.' | '?' | '!' | '؟' | '…' | '。' | '۔' | '।') {
            let mut next = at + 1;
            while chars.get(next).is_some_and(|n| is_quote(*n) || matches!(n, ')' | ']' | '.' | '!' | '?')) {
                next += 1;
            }
            let blank = next;
            while chars.get(next).is_some_and(|n| n.is_whitespace() || is_quote(*n) || matches!(n, '-' | '–' | '—'))
            {
                next += 1;
            }
            let starts = chars.get(next).is_some_and(|n| n.is_alphanumeric() && !n.is_lowercase());
            if starts && (next > blank || c == '。') && (letters >= 3 || c != '.') {
                count = (count + 1).min(3);
            }
            letters = 0;
        } else if c.is_alphabetic() {
            letters += 1;
        } else if c.is_whitespace() || c.is_numeric() {
            letters = 0;
        }
    }
    count
}

/// The marks that part the clauses of a segment: neither at its beginning, nor what ends it.
fn marks(text: &str) -> Vec<Mark> {
    let (mut marks, mut at, mut after_blank) = (Vec::new(), 0u32, false);
    let is_ending = |c: char| c.is_whitespace() || is_invisible(c) || clause_mark(c).is_some();
    let inner = without_closers(text.trim()).trim_end_matches(is_ending);
    let mut chars = inner.chars().filter(|c| !is_invisible(*c)).peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            after_blank = true;
            continue;
        }
        at = at.saturating_add(1);
        let before_blank =
            chars.peek().is_none_or(|next| next.is_whitespace() || is_quote(*next) || ")]".contains(*next));
        let parts = match c {
            // Those of numbers, times and ranges have no blank behind them.
            ',' | '،' | ';' | ':' | '؛' | '.' | '?' | '!' | '؟' | '…' => before_blank,
            '-' | '–' => before_blank && after_blank,
            _ => true,
        };
        let class = clause_mark(c).filter(|_| parts && at > 1);
        marks.extend(class.map(|class| Mark { at, class }));
        after_blank = false;
    }
    marks
}

/// The class of a character that may part clauses, see [`Mark::class`].
fn clause_mark(c: char) -> Option<u8> {
    match c {
        ',' | '،' | '，' | '、' => Some(0),
        ';' | ':' | '؛' | '；' | '：' | '-' | '–' | '—' | '(' | '（' => Some(1),
        '.' | '?' | '!' | '؟' | '…' | '。' | '？' | '！' | '۔' | '।' => Some(2),
        _ => None,
    }
}

/// A text without the blanks, quotation marks and brackets behind its last mark or word.
fn without_closers(text: &str) -> &str {
    text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || is_invisible(c)
            || matches!(c, '"' | '“' | '”' | '»' | '«' | '›' | '‹' | '\'' | '’' | '‘' | ')' | ']')
    })
}

const HEADING: u8 = 2;

fn kind(kind: &BlockKind) -> u8 {
    match kind {
        BlockKind::Title => 0,
        BlockKind::Metadata => 1,
        BlockKind::Heading => HEADING,
        BlockKind::Paragraph => 3,
        BlockKind::ListItem => 4,
        BlockKind::Term => 5,
        BlockKind::Definition => 6,
        BlockKind::TableCell => 7,
        BlockKind::Caption => 8,
        BlockKind::Quote => 9,
        BlockKind::Footnote => 10,
        BlockKind::Attribute => 11,
        BlockKind::Label => 12,
    }
}
