//! The open elements of a page, and what their insides inherit from them.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_core::document::{BlockKind, Scope};

use super::elements::{Flow, is_boundary};

/// Deeper nesting than this is read as one block.
const DEEPEST: usize = 512;

/// An open element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) flow: Flow,
    /// Its start tag.
    pub(super) tag: Range<usize>,
    /// Whether an end tag has closed it although elements within it are still open.
    pub(super) is_closed: bool,
    pub(super) inherited: Inherited,
    /// What links to it name.
    pub(super) anchor: Option<String>,
    /// Its half of an inline code, if it is inline: in which draft, and under which number.
    pub(super) code: Option<(usize, u32)>,
    /// Whether it forbids the translation of the text that it runs within.
    pub(super) guards: bool,
    /// Whether a block was read within it already.
    pub(super) has_blocks: bool,
    /// Number of the first block that may stand within it, and of the first link.
    pub(super) first_block: usize,
    pub(super) first_link: usize,
    /// Whether its class or id speaks of languages.
    pub(super) speaks_of_languages: bool,
    /// How many languages the blocks within it name, and how many of its blocks say other things.
    pub(super) languages: usize,
    pub(super) others: usize,
}

/// What an element passes on to those within it.
#[derive(Clone, Debug)]
pub(super) struct Inherited {
    pub(super) kind: BlockKind,
    pub(super) is_translated: bool,
    pub(super) scope: Scope,
    pub(super) language: Option<String>,
    /// Whether white space stands as it is.
    pub(super) is_preformatted: bool,
    /// Within `article`, `section` or `blockquote`: `footer`, `aside` and `header` are part of the text.
    pub(super) is_within_text: bool,
}

impl Default for Inherited {
    fn default() -> Self {
        Self {
            kind: BlockKind::Paragraph,
            is_translated: true,
            scope: Scope::Content,
            language: None,
            is_preformatted: false,
            is_within_text: false,
        }
    }
}

/// The open elements, outermost first.
#[derive(Debug, Default)]
pub(super) struct Stack {
    elements: Vec<Element>,
    open: BTreeMap<String, usize>,
    /// How many elements beyond the deepest are open.
    beyond: usize,
    root: Inherited,
}

impl Stack {
    pub(super) fn inherited(&self) -> &Inherited {
        self.elements.last().map_or(&self.root, |element| &element.inherited)
    }

    pub(super) fn top(&self) -> Option<&Element> {
        self.elements.last()
    }

    pub(super) fn elements(&self) -> &[Element] {
        &self.elements
    }

    pub(super) fn elements_mut(&mut self) -> &mut [Element] {
        &mut self.elements
    }

    /// Opens an element, unless the stack is too deep.
    pub(super) fn push(&mut self, element: Element) -> bool {
        if self.elements.len() >= DEEPEST {
            self.beyond += 1;
            return false;
        }
        *self.open.entry(element.name.clone()).or_default() += 1;
        self.elements.push(element);
        true
    }

    /// Takes the innermost element off.
    pub(super) fn pop(&mut self) -> Option<Element> {
        let element = self.elements.pop()?;
        if !element.is_closed {
            self.forget(&element.name);
        }
        Some(element)
    }

    fn forget(&mut self, name: &str) {
        if let Some(count) = self.open.get_mut(name) {
            *count = count.saturating_sub(1);
        }
    }

    /// Whether an end tag belongs to an element that was too deep to be opened.
    pub(super) fn closes_beyond(&mut self) -> bool {
        let closes = self.beyond > 0;
        self.beyond = self.beyond.saturating_sub(1);
        closes
    }

    pub(super) fn is_open(&self, name: &str) -> bool {
        self.open.get(name).is_some_and(|count| *count > 0)
    }

    /// Where the innermost open element is that `wanted` names, this side of any of `boundaries`.
    pub(super) fn find(&self, wanted: &[&str], boundaries: &[&str]) -> Option<usize> {
        if !wanted.iter().any(|name| self.is_open(name)) {
            return None;
        }
        for (at, element) in self.elements.iter().enumerate().rev().filter(|(_, element)| !element.is_closed) {
            if wanted.contains(&element.name.as_str()) {
                return Some(at);
            }
            if boundaries.contains(&element.name.as_str()) {
                return None;
            }
        }
        None
    }

    /// Where the element is that an end tag closes.
    pub(super) fn closed_by(&self, name: &str) -> Option<usize> {
        if !self.is_open(name) {
            return None;
        }
        let reaches_far = is_boundary(name) || matches!(name, "tr" | "tbody" | "thead" | "tfoot");
        for (at, element) in self.elements.iter().enumerate().rev().filter(|(_, element)| !element.is_closed) {
            if element.name == name {
                return Some(at);
            }
            if !reaches_far && is_boundary(&element.name) {
                return None;
            }
        }
        None
    }

    /// Closes an inline element while others within it stay open.
    pub(super) fn close_early(&mut self, at: usize) {
        if let Some(element) = self.elements.get_mut(at) {
            element.is_closed = true;
            let name = element.name.clone();
            self.forget(&name);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.elements.len()
    }
}
