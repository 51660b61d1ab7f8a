//! A block while it is being read: text, inline codes and protected ranges grow together.

use std::ops::Range;

use hexapla_core::document::{Block, BlockKind, CodeKind, InlineCode, Scope};
use hexapla_core::text::MappedText;

use crate::translatable;

/// Text that is being gathered for one block.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    text: MappedText,
    codes: Vec<InlineCode>,
    protected: Vec<Range<usize>>,
    /// White space that was read but not yet written: it stands only if text follows.
    pending: Option<Blank>,
    /// How many elements that forbid translation are open, and where the outermost of them began.
    guards: usize,
    guarded_from: usize,
    ids: u32,
    span: Option<Range<usize>>,
}

/// White space between two words of a file.
#[derive(Clone, Debug)]
enum Blank {
    /// One plain blank: it stands in the text as it stands in the file.
    Single(usize),
    /// Anything else: a line end, a tab, a run.
    Run(Range<usize>),
    /// A forced line break: no white space beside it counts.
    Break(Range<usize>),
}

/// The characters that a page's layout does not tell apart: HTML's white space, and NUL, which it ignores. NBSP is none.
pub(crate) fn collapses(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\0')
}

impl Draft {
    /// Whether there is text yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The offset at which the next text will stand.
    pub(crate) fn end(&self) -> usize {
        self.text.len() + usize::from(self.pending.is_some())
    }

    /// Widens the block's span to hold `range`.
    pub(crate) fn cover(&mut self, range: Range<usize>) {
        self.span = Some(match self.span.take() {
            Some(span) => span.start.min(range.start)..span.end.max(range.end),
            None => range,
        });
    }

    /// Appends text just as it stands in the file from byte `at`, white space and all.
    pub(crate) fn verbatim(&mut self, text: &str, at: usize) {
        if text.is_empty() {
            return;
        }
        self.settle();
        self.text.push_verbatim(text, at);
        self.cover(at..at + text.len());
    }

    /// Appends text that stands for something else in the file.
    pub(crate) fn replaced(&mut self, text: &str, file: Range<usize>) {
        if text.is_empty() {
            return;
        }
        self.settle();
        self.text.push_replaced(text, file.clone());
        self.cover(file);
    }

    /// Appends text of the file in which every run of white space counts as one blank.
    pub(crate) fn collapsed(&mut self, text: &str, at: usize) {
        let mut rest = text;
        let mut at = at;
        while !rest.is_empty() {
            let blank = rest.len() - rest.trim_start_matches(collapses).len();
            match blank {
                0 => {}
                1 if rest.starts_with(' ') => self.blank(Blank::Single(at)),
                _ => self.blank(Blank::Run(at..at + blank)),
            }
            at += blank;
            rest = &rest[blank..];
            let word = rest.find(collapses).unwrap_or(rest.len());
            self.verbatim(&rest[..word], at);
            at += word;
            rest = &rest[word..];
        }
    }

    /// White space at `file`: one blank if there is text on either side of it.
    pub(crate) fn space(&mut self, file: Range<usize>) {
        self.blank(Blank::Run(file));
    }

    fn blank(&mut self, blank: Blank) {
        let text = self.text.as_str();
        if self.pending.is_none() && !text.is_empty() && !text.ends_with('\n') {
            self.pending = Some(blank);
        }
    }

    /// A forced line break, written as `native`. It stands in the text only if text follows.
    pub(crate) fn line_break(&mut self, native: &str, file: Range<usize>) {
        self.forget_pending();
        self.standalone("lb", native, file.clone());
        if !self.text.is_empty() {
            self.pending = Some(Blank::Break(file));
        }
    }

    /// Whether the last that was read is a line break.
    pub(crate) fn ends_with_break(&self) -> bool {
        matches!(self.pending, Some(Blank::Break(_)))
    }

    /// The text from offset `at` on.
    pub(crate) fn text_from(&self, at: usize) -> &str {
        self.text.as_str().get(at..).unwrap_or_default()
    }

    fn settle(&mut self) {
        match self.pending.take() {
            Some(Blank::Single(at)) => self.text.push_verbatim(" ", at),
            Some(Blank::Run(file)) => self.text.push_replaced(" ", file),
            Some(Blank::Break(file)) => self.text.push_replaced("\n", file),
            None => {}
        }
    }

    fn forget_pending(&mut self) {
        if self.pending.take().is_some() {
            let end = self.text.len();
            for code in self.codes.iter_mut().rev().take_while(|code| code.at > end) {
                code.at = end;
            }
            self.guarded_from = self.guarded_from.min(end);
            for range in self.protected.iter_mut().rev().take_while(|range| range.end > end) {
                range.end = end;
                range.start = range.start.min(end);
            }
        }
    }

    /// The opening half of a pair; the number is for [`Self::close`].
    pub(crate) fn open(&mut self, name: &str, native: &str, file: Range<usize>) -> u32 {
        self.ids += 1;
        self.code(CodeKind::Open, self.ids, name, native, file);
        self.ids
    }

    /// The closing half of pair `id`.
    pub(crate) fn close(&mut self, id: u32, name: &str, native: &str, file: Range<usize>) {
        self.code(CodeKind::Close, id, name, native, file);
    }

    /// A code that is complete in itself.
    pub(crate) fn standalone(&mut self, name: &str, native: &str, file: Range<usize>) {
        self.ids += 1;
        self.code(CodeKind::Standalone, self.ids, name, native, file);
    }

    fn code(&mut self, kind: CodeKind, id: u32, name: &str, native: &str, file: Range<usize>) {
        let at = self.end();
        self.codes.push(InlineCode { at, kind, id, name: name.to_owned(), native: native.to_owned() });
        self.cover(file);
    }

    /// From here on text is not to be translated, until as many [`Self::unguard`] follow.
    pub(crate) fn guard(&mut self) {
        if self.guards == 0 {
            self.guarded_from = self.end();
        }
        self.guards += 1;
    }

    /// Ends what [`Self::guard`] began.
    pub(crate) fn unguard(&mut self) {
        if self.guards == 1 {
            self.protect();
        }
        self.guards = self.guards.saturating_sub(1);
    }

    /// What `push` adds is not to be translated.
    pub(crate) fn protected(&mut self, push: impl FnOnce(&mut Self)) {
        self.guard();
        push(self);
        self.unguard();
    }

    fn protect(&mut self) {
        let range = self.guarded_from..self.end();
        if !range.is_empty() {
            self.protected.push(range);
        }
    }

    /// The finished block, or nothing if no text was read. `span` widens what the pieces take up by themselves.
    pub(crate) fn finish(mut self, kind: BlockKind, scope: Scope, span: Option<Range<usize>>) -> Option<Block> {
        self.forget_pending();
        if self.guards > 0 {
            self.protect();
        }
        if self.text.as_str().chars().all(char::is_whitespace) {
            return None;
        }
        if let Some(span) = span {
            self.cover(span);
        }
        self.protected.retain(|range| !range.is_empty());
        let is_forbidden = scope == Scope::DoNotTranslate;
        let scope = match scope {
            Scope::Content if !translatable::is_translatable(self.text.as_str(), &self.protected) => {
                Scope::DoNotTranslate
            }
            scope => scope,
        };
        let span = self.span.unwrap_or_default();
        let mut block = Block {
            kind,
            scope,
            span,
            text: self.text,
            codes: self.codes,
            protected: self.protected,
            declared_language: None,
            section: 0,
            anchor: None,
        };
        if is_forbidden {
            forbid(&mut block);
        }
        Some(block)
    }
}

/// Takes a block as one that somebody declared not to be translated. A figure would not be translated anyway: it is
/// protected as a whole, so that the one can be told from the other.
pub(crate) fn forbid(block: &mut Block) {
    block.scope = Scope::DoNotTranslate;
    let (text, whole) = (block.text.as_str(), 0..block.text.as_str().len());
    if !text.contains(char::is_alphabetic) {
        block.protected.clear();
        block.protected.push(whole);
    }
}
