//! The tokens of an edit: words, numbers, links, and every other character by itself.

use crate::text::{is_invisible, is_mark, runs_beside, unspaced, unspaced_length};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::status) enum TokenKind {
    Blank,
    Word,
    Number,
    Link,
    Punctuation,
}

pub(in crate::status) fn token_kind(token: &str) -> TokenKind {
    if is_link(token) {
        return TokenKind::Link;
    }
    if token.chars().any(char::is_numeric) {
        return TokenKind::Number;
    }
    if token.chars().any(char::is_alphabetic) {
        return TokenKind::Word;
    }
    if token.chars().all(|c| c.is_whitespace() || is_invisible(c)) { TokenKind::Blank } else { TokenKind::Punctuation }
}

fn is_link(token: &str) -> bool {
    let letters = |part: &str| part.len() >= 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    token.contains("://")
        || token.starts_with("www.")
        || token.starts_with("mailto:")
        || (token.contains('@') && token.rsplit('.').next().is_some_and(letters) && token.contains('.'))
}

/// Words, numbers with their separators and sign, links, and every other character by itself; white space is kept.
pub(in crate::status) fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = token_length(rest, first);
        let (token, after) = rest.split_at(length);
        out.push(token);
        rest = after;
    }
    out
}

fn token_length(rest: &str, first: char) -> usize {
    if first.is_whitespace() {
        return rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
    }
    if first.is_alphanumeric() {
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | '“' | '”' | '»'))
            .unwrap_or(rest.len());
        let marks = ['.', ',', ';', ':', '!', '?', '\'', '’'];
        let address = if is_link(&rest[..end]) { runs_beside(&rest[..end]).remove(0) } else { &rest[..end] };
        let run = address.trim_end_matches(marks);
        if is_link(run) {
            return run.len();
        }
    }
    let signed = matches!(first, '-' | '−' | '+') && rest[first.len_utf8()..].starts_with(char::is_numeric);
    if first.is_numeric() || signed {
        return number_length(rest, first);
    }
    if let Some(script) = unspaced(first) {
        return unspaced_length(rest, script);
    }
    if first.is_alphanumeric() {
        return word_length(rest);
    }
    first.len_utf8()
}

fn number_length(rest: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    let mut chars = rest[end..].char_indices().peekable();
    let start = end;
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '.' | ',' | ':' | '/' | '\'' | '’' | '٫' | '٬' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '-')
                && chars.peek().is_some_and(|(_, next)| next.is_numeric());
        if !(c.is_alphanumeric() || joins) || unspaced(c).is_some() {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '-' | '’' | '\'' | '‐' | '‑' | ':' | '*' | '_')
            && at > 0
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphanumeric() || is_invisible(c) || is_mark(c) || joins) || unspaced(c).is_some() {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}
