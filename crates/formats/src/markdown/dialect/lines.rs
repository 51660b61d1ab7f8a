//! Lines that are nothing but markup: containers, admonitions, attribute lists, formulas, statements of MDX.

use std::ops::Range;

use super::{Aside, Dialect, Role, attributes, blank};
use crate::template::name_length;

/// The lines of a page, one by one.
pub(super) struct Lines<'b, 'd> {
    body: &'b str,
    bytes: &'d mut Vec<u8>,
    dialect: &'d mut Dialect<'b>,
    /// Where the lines begin that no blank line parts from this one.
    run: Option<usize>,
    /// The fence of the code block that is open.
    fence: Option<(u8, usize)>,
    at: usize,
}

impl<'b, 'd> Lines<'b, 'd> {
    /// The lines of `body`; what is masked of it is masked in `bytes`, which are its own.
    pub(super) fn new(body: &'b str, bytes: &'d mut Vec<u8>, dialect: &'d mut Dialect<'b>) -> Self {
        Self { body, bytes, dialect, run: None, fence: None, at: 0 }
    }

    pub(super) fn may_be_in(body: &str) -> bool {
        [
            ":::",
            "///",
            "!!! ",
            "??? ",
            "???+ ",
            "=== \"",
            "{",
            "[!",
            "import ",
            "export ",
            "$$",
            "[TOC]",
            "[[toc]]",
            "[[_TOC_]]",
        ]
        .iter()
        .any(|mark| body.contains(mark))
    }

    pub(super) fn read(mut self) {
        let mut is_start = true;
        while self.at < self.body.len() {
            let start = self.at;
            let rest = &self.body[start..];
            let line = rest.split_inclusive('\n').next().unwrap_or(rest);
            self.at = start + line.len();
            let bare = line.trim_end();
            if self.is_fenced(bare) {
                is_start = false;
            } else {
                let was_code = self.line(start, bare, is_start);
                is_start = bare.trim_start().is_empty() || was_code;
            }
            self.run = if bare.trim_start().is_empty() { None } else { self.run.or(Some(start)) };
        }
    }

    /// Whether a line stands in a fenced code block, its fences included.
    fn is_fenced(&mut self, line: &str) -> bool {
        let text = line.trim_start_matches([' ', '\t', '>']);
        let mark = text.bytes().next().unwrap_or_default();
        let length = text.bytes().take_while(|byte| *byte == mark).count();
        let is_fence = matches!(mark, b'`' | b'~') && length >= 3;
        match self.fence {
            Some((open, least)) => {
                if is_fence && mark == open && length >= least && text.len() == length {
                    self.fence = None;
                }
                true
            }
            None if is_fence && !(mark == b'`' && text[length..].contains('`')) => {
                self.fence = Some((mark, length));
                true
            }
            None => false,
        }
    }

    /// Masks a line if it is markup; whether it was a statement of code. `is_start` where a paragraph could begin.
    fn line(&mut self, start: usize, bare: &str, is_start: bool) -> bool {
        let text = bare.trim_start_matches([' ', '\t', '>']);
        let at = start + (bare.len() - text.len());
        let end = at + text.len();
        if let Some(title) = container(text) {
            blank(self.bytes, at..end);
            self.title(at..end, at + title.start..at + title.end);
        } else if let Some(title) = admonition(text).filter(|_| self.goes_on_indented(at - start)) {
            blank(self.bytes, at..end);
            // An item of a list, for what is indented below belongs to it; the rule keeps the first line apart.
            self.bytes[at..at + ITEM.len()].copy_from_slice(ITEM);
            self.title(at..end, at + title.start..at + title.end);
        } else if let Some(title) = callout(text).filter(|_| self.body[start..at].contains('>')) {
            blank(self.bytes, at..end);
            self.title(at..end, at + title.start..at + title.end);
        } else if attributes::is_line(text) {
            blank(self.bytes, at..end);
            if attributes::forbids(text) {
                self.forbid(start);
            }
        } else if matches!(text, "[TOC]" | "[[toc]]" | "[[_TOC_]]") {
            blank(self.bytes, at..end);
        } else if text == "$$" {
            if let Some(end) = self.end_of_formula() {
                self.code(at..end);
                self.at = end;
            }
        } else if text.len() > 4 && text.starts_with("$$") && text.ends_with("$$") {
            self.code(at..end);
        } else if is_start && at == start && is_statement(text) {
            let end = self.end_of_statement(start);
            blank(self.bytes, at..end);
            self.at = end;
            return true;
        }
        false
    }

    /// Whether the next line with text is indented further than this one.
    fn goes_on_indented(&self, indent: usize) -> bool {
        let next = self.body[self.at..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let rest = next.trim_start_matches([' ', '\t', '>']);
        next.len() - rest.len() >= indent + 4 || (next.starts_with('\t') && indent == 0)
    }

    fn code(&mut self, range: Range<usize>) {
        blank(self.bytes, range.clone());
        self.dialect.asides.push(Aside { span: range.clone(), text: range, role: Role::Code });
    }

    /// What the attribute list is about that stands on the line at byte `start`: the paragraph before it, else the one
    /// that follows.
    fn forbid(&mut self, start: usize) {
        let about = match self.run {
            Some(from) => from..start,
            None => {
                let next = self.body[self.at..].split_inclusive('\n').take_while(|line| !line.trim().is_empty());
                self.at..self.at + next.map(str::len).sum::<usize>()
            }
        };
        // Of two lists about one paragraph the first has said it.
        if self.dialect.forbidden.last().is_none_or(|last| last.end <= about.start) {
            self.dialect.forbidden.push(about);
        }
    }

    fn title(&mut self, span: Range<usize>, title: Range<usize>) {
        if !title.is_empty() {
            self.dialect.asides.push(Aside { span, text: title, role: Role::Title });
        }
    }

    fn end_of_formula(&self) -> Option<usize> {
        let mut at = self.at;
        for line in self.body[self.at..].split_inclusive('\n') {
            if line.trim() == "$$" {
                return Some(at + line.trim_end().len());
            }
            if line.trim().is_empty() {
                return None;
            }
            at += line.len();
        }
        None
    }

    /// A statement goes on to the next blank line, unless another one follows.
    fn end_of_statement(&self, start: usize) -> usize {
        let mut at = start;
        for (number, line) in self.body[start..].split_inclusive('\n').enumerate() {
            if line.trim().is_empty() || (number > 0 && is_statement(line.trim_end())) {
                break;
            }
            at += line.len();
            if line.trim_end().ends_with(';') && line.starts_with("import") {
                break;
            }
        }
        start + self.body[start..at].trim_end().len()
    }
}

const ITEM: &[u8] = b"-   ***";

/// The title of a container, perhaps empty: of `:::note[Title]`, `::: tip Title`, `/// warning | Title`.
fn container(line: &str) -> Option<Range<usize>> {
    let none = Some(line.len()..line.len());
    let mark = line.bytes().next().filter(|byte| matches!(byte, b':' | b'/'))?;
    let colons = line.bytes().take_while(|byte| *byte == mark).count();
    if colons < 3 {
        return None;
    }
    let rest = line[colons..].trim_start();
    let from = line.len() - rest.len();
    let name = name_length(rest);
    let after = rest[name..].trim_start();
    if mark == b'/' {
        return match after.strip_prefix('|') {
            Some(title) => Some(line.len() - title.trim_start().len()..line.len()),
            None if after.is_empty() => none,
            None => None,
        };
    }
    if name == 0 {
        return if rest.is_empty() || rest.starts_with('{') { none } else { None };
    }
    let title = from + rest.len() - after.len();
    let (title, closing) = match rest[name..].strip_prefix('[') {
        Some(_) => (title + 1, ']'),
        None => (title, '{'),
    };
    let length = line[title..].find(closing).unwrap_or(line.len() - title);
    Some(title..title + line[title..title + length].trim_end().len())
}

/// The title of an admonition or tab, perhaps empty: of `!!! note "Title"`, `??? tip`, `=== "Title"`.
fn admonition(line: &str) -> Option<Range<usize>> {
    let mark = ["!!!", "???+", "???", "==="].into_iter().find(|mark| line.starts_with(mark))?;
    let rest = line[mark.len()..].strip_prefix(' ')?.trim_start();
    let quoted = rest.find('"');
    let kind = rest[..quoted.unwrap_or(rest.len())].trim_end();
    let is_kind = kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b' '));
    let is_one = if mark == "===" { kind.is_empty() && quoted.is_some() } else { !kind.is_empty() };
    if !is_kind || !is_one || line.len() < ITEM.len() {
        return None;
    }
    let Some(quote) = quoted else { return Some(line.len()..line.len()) };
    let start = line.len() - rest.len() + quote + 1;
    let length = line[start..].strip_suffix('"')?.len();
    Some(start..start + length)
}

/// The title of a callout, at the start of a quotation: of `[!NOTE] Title`, `[!tip]- Title`. One without a title is known
/// to the parser.
fn callout(line: &str) -> Option<Range<usize>> {
    let (kind, rest) = line.strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    let title = rest.strip_prefix(['+', '-']).unwrap_or(rest).trim_start();
    (is_kind && !title.is_empty() && title.len() < rest.len()).then(|| line.len() - title.len()..line.len())
}

/// Whether a line begins a statement of MDX.
fn is_statement(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix("import ") {
        let is_name = rest.starts_with(['{', '*', '"', '\'']) || rest.contains(" from ");
        let is_closed = rest.trim_end_matches(';').ends_with(['"', '\'']);
        return is_name && (is_closed || rest.trim_end().ends_with(['{', ',']));
    }
    line.strip_prefix("export ").is_some_and(|rest| {
        ["const ", "let ", "var ", "function ", "default ", "async "].iter().any(|word| rest.starts_with(word))
            && line.contains(['=', '(', '{', ';'])
    })
}
