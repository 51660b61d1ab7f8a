//! A segment of one version of a page: its text, its markup, and what in it is no prose of its own.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use crate::text::{Fold, fold};

/// A segment of one version of a page, apart from its file: its text and its markup.
///
/// ```
/// use hexapla_core::status::Passage;
/// let passage = Passage::new("Ein\u{A0}Haus.").with_markup("<b> </b>");
/// assert!(passage.same_text(&Passage::new("Ein Haus.")));
/// ```
///
/// A clone is cheap: it shares the text. What a passage is called ([`Passage::with_name`]) and where it stands
/// ([`Passage::with_slot`]) is no part of what it says: two that differ in nothing else are equal.
#[derive(Clone, Debug)]
pub struct Passage {
    written: Arc<Written>,
    name: Option<Arc<str>>,
    slot: Option<Arc<Slot>>,
}

/// What a block fills, whatever it says: the cell of a table, a definition, an item of a list with a label. All segments
/// of a block are in one slot, and no other block's are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// What names it: the first cell of its row, the term that is defined, the label.
    pub name: String,
    /// Which of those that have the name it is, as the column of a cell.
    pub place: usize,
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Passage {}

impl Hash for Passage {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.written.hash(state);
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Written {
    text: String,
    markup: Option<String>,
    /// Where in the text code stands, in order.
    code: Vec<Range<usize>>,
    /// Where in the text links to other sites stand, in order, and their addresses.
    outward: Vec<(Range<usize>, String)>,
    key: String,
}

impl Passage {
    /// A segment's text as it was written; of its markup nothing is known.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let key = fold(&text, Fold::Space);
        let written = Written { text, markup: None, code: Vec::new(), outward: Vec::new(), key };
        Self { written: Arc::new(written), name: None, slot: None }
    }

    /// The same segment with its inline markup: the native codes in order, joined by blanks.
    pub fn with_markup(mut self, markup: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.written).markup = Some(markup.into());
        self
    }

    /// The same segment, knowing which bytes of its text are marked as code: identifiers, commands, what is typed.
    pub fn with_code(mut self, ranges: Vec<Range<usize>>) -> Self {
        if !ranges.is_empty() {
            Arc::make_mut(&mut self.written).code = ranges;
        }
        self
    }

    /// The same segment, knowing which bytes of its text are links that lead out of the site, in order, and where to.
    pub fn with_outward_links(mut self, links: Vec<(Range<usize>, String)>) -> Self {
        if !links.is_empty() {
            Arc::make_mut(&mut self.written).outward = links;
        }
        self
    }

    /// The same segment under a name that stays its own when its words change: the anchor of a heading, the key of a field.
    pub fn with_name(mut self, name: Option<Arc<str>>) -> Self {
        self.name = name;
        self
    }

    /// What it is called, whatever it says.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The same segment in a slot, which stays the same when its words change.
    pub fn with_slot(mut self, slot: Option<Arc<Slot>>) -> Self {
        self.slot = slot;
        self
    }

    /// Whether it says nothing but figures: a price, a date, a telephone number.
    pub fn is_figure(&self) -> bool {
        // Nearly every text has a letter early.
        !self.text().contains(char::is_alphabetic) && self.text().contains(char::is_numeric)
    }

    /// Which slot it fills.
    pub fn slot(&self) -> Option<&Slot> {
        self.slot.as_deref()
    }

    /// The addresses of its links that lead out of the site.
    pub fn outward(&self) -> impl Iterator<Item = &str> {
        self.written.outward.iter().map(|(_, address)| address.as_str())
    }

    /// What stands in the text as code.
    pub fn code(&self) -> impl Iterator<Item = &str> {
        self.written.code.iter().filter_map(|range| self.written.text.get(range.clone()))
    }

    /// The text without what is code in it, which is in no language.
    pub fn prose(&self) -> Cow<'_, str> {
        self.without(self.written.code.iter())
    }

    /// The same without the text of links to one of `addresses`: the titles of what stands elsewhere.
    pub fn own_prose(&self, addresses: &HashSet<&str>) -> Cow<'_, str> {
        let titles = self.written.outward.iter().filter(|(_, address)| addresses.contains(address.as_str()));
        let mut ranges: Vec<&Range<usize>> = self.written.code.iter().chain(titles.map(|(range, _)| range)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        self.without(ranges.into_iter())
    }

    fn without<'r>(&self, ranges: impl ExactSizeIterator<Item = &'r Range<usize>>) -> Cow<'_, str> {
        if ranges.len() == 0 {
            return Cow::Borrowed(&self.written.text);
        }
        let mut prose = String::new();
        let mut at = 0;
        for range in ranges {
            prose.push_str(self.written.text.get(at..range.start).unwrap_or_default());
            prose.push(' ');
            at = at.max(range.end);
        }
        prose.push_str(self.written.text.get(at..).unwrap_or_default());
        Cow::Owned(prose)
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.written.text
    }

    /// The native inline codes, in order, joined by blanks, where they are known.
    pub fn markup(&self) -> Option<&str> {
        self.written.markup.as_deref()
    }

    /// The text in the form in which it is compared ([`Fold::Space`]).
    pub fn key(&self) -> &str {
        &self.written.key
    }

    /// Whether two segments say the same: equal but for white space, soft hyphens and Unicode form.
    pub fn same_text(&self, other: &Passage) -> bool {
        self.written.key == other.written.key
    }
}

/// Segments as one: the only one as it is, several by their texts.
pub(super) fn joined<'p>(passages: impl IntoIterator<Item = &'p Passage>) -> Passage {
    let mut passages = passages.into_iter().peekable();
    match (passages.next(), passages.peek()) {
        (Some(only), None) => only.clone(),
        (first, _) => {
            let texts: Vec<&str> = first.into_iter().chain(passages).map(Passage::text).collect();
            Passage::new(texts.join(" "))
        }
    }
}
