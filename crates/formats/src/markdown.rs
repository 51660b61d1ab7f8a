//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists, definition lists, heading attributes and front
//! matter.

mod dialect;
mod inline;
mod native;

use std::ops::Range;

use hexapla_core::document::{Alternate, BlockKind, Document, Scope, Warning};
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use crate::draft::Draft;
use crate::html::{Syntax, Walker};
use crate::{Options, front_matter, switcher, tail};
use dialect::Dialect;
use inline::Inline;

/// Cuts a Markdown page into blocks.
pub(crate) fn extract(file: &str, options: &Options) -> Document {
    let front = front_matter::read(file, options);
    let body = &file[front.end..];
    let dialect = Dialect::of(body);
    let mut reader = Reader::new(body, front.end, &dialect, options);
    let document = reader.walker.document();
    document.blocks = front.blocks;
    document.fields = front.fields;
    document.warnings = front.warning.into_iter().collect::<Vec<Warning>>();
    document.declared_language = front.language;
    dialect.tell(body, front.end, &mut reader.walker);
    let parser = Parser::new_ext(&dialect.masked, extensions());
    reader.reference_titles(&parser);
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    reader.flush();
    let Reader { walker, links, .. } = reader;
    let mut document = walker.finish();
    switcher::in_blocks(&mut document);
    lead_on(&mut document.alternates, &links);
    tail::set_apart(&mut document.blocks, &tail::Headings::new(options));
    document
}

fn extensions() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_GFM
}

/// A language that a switcher names leads where the link around it leads.
fn lead_on(alternates: &mut [Alternate], links: &[(Range<usize>, String)]) {
    for alternate in alternates.iter_mut().filter(|alternate| alternate.href.is_none()) {
        let after = links.partition_point(|(range, _)| range.start <= alternate.span.start);
        if let Some((range, href)) = after.checked_sub(1).and_then(|at| links.get(at))
            && alternate.span.end <= range.end
        {
            alternate.href = Some(href.clone());
        }
    }
}

/// What a paragraph may stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    /// An item, with the number of the first block in it.
    Item {
        first: usize,
        progress: Progress,
    },
    Quote,
    Footnote,
    Definition,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    New,
    /// It has had its first paragraph.
    Begun,
}

/// A block that is being read.
#[derive(Debug)]
struct Open {
    kind: BlockKind,
    scope: Scope,
    span: Option<Range<usize>>,
}

struct Reader<'t, 'o> {
    body: &'t str,
    base: usize,
    dialect: &'t Dialect<'t>,
    options: &'o Options,
    walker: Walker<'o>,
    containers: Vec<Container>,
    open: Option<Open>,
    /// The anchor that the heading which is being read names.
    anchor: Option<String>,
    draft: Draft,
    drafts: usize,
    inlines: Vec<Inline>,
    /// Inline HTML elements that are open.
    elements: Vec<Inline>,
    /// The text of the image that is being read, and how many images are open.
    alt: Draft,
    images: usize,
    /// How far the markup has been read: what a link closes with begins here.
    cursor: usize,
    /// The lines of the HTML block that is being read.
    html: Option<Vec<Range<usize>>>,
    is_code: bool,
    links: Vec<(Range<usize>, String)>,
}

impl<'t, 'o> Reader<'t, 'o> {
    fn new(body: &'t str, base: usize, dialect: &'t Dialect<'t>, options: &'o Options) -> Self {
        Self {
            body,
            base,
            dialect,
            options,
            walker: Walker::new(options, Syntax::Html),
            containers: Vec::new(),
            open: None,
            anchor: None,
            draft: Draft::default(),
            drafts: 0,
            inlines: Vec::new(),
            elements: Vec::new(),
            alt: Draft::default(),
            images: 0,
            cursor: 0,
            html: None,
            is_code: false,
            links: Vec::new(),
        }
    }

    fn raw(&self, range: &Range<usize>) -> &'t str {
        self.body.get(range.clone()).unwrap_or_default()
    }

    /// What the parser read there.
    fn masked(&self, range: &Range<usize>) -> &'t str {
        self.dialect.masked.get(range.clone()).unwrap_or_default()
    }

    fn place(&self, range: &Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(_) => {
                if let Some(lines) = &mut self.html {
                    lines.push(range);
                }
            }
            Event::Rule => {
                self.flush();
                self.walker.begin_section();
            }
            Event::TaskListMarker(_) => self.cursor = range.end,
            event => self.inline(event, range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                let kind = self.paragraph();
                self.begin(kind, &range);
            }
            Tag::Heading { id, classes, .. } => {
                self.begin(BlockKind::Heading, &range);
                self.anchor = id.map(|id| id.to_string());
                if classes.iter().any(|class| &**class == "notranslate") {
                    self.forbid();
                }
            }
            Tag::TableCell => self.begin(BlockKind::TableCell, &range),
            Tag::DefinitionListTitle => self.begin(BlockKind::Term, &range),
            Tag::CodeBlock(_) => {
                self.begin(BlockKind::Paragraph, &range);
                self.is_code = true;
                self.forbid();
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(Vec::new());
            }
            Tag::Item => {
                self.flush();
                let first = self.walker.document().blocks.len();
                self.containers.push(Container::Item { first, progress: Progress::New });
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::FootnoteDefinition(_) => self.enter(Container::Footnote),
            Tag::DefinitionListDefinition => self.enter(Container::Definition),
            Tag::List(_)
            | Tag::DefinitionList
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::MetadataBlock(_) => {
                self.flush();
            }
            inline => self.start_inline(inline, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionListDefinition => {
                self.flush();
                self.containers.pop();
            }
            TagEnd::HtmlBlock => self.read_html(),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.end_inline(range),
            _ => {
                self.flush();
                self.is_code = false;
            }
        }
    }

    fn enter(&mut self, container: Container) {
        self.flush();
        self.containers.push(container);
    }

    /// What is open is not to be translated.
    fn forbid(&mut self) {
        if let Some(open) = &mut self.open {
            open.scope = Scope::DoNotTranslate;
        }
    }

    fn scope_at(&self, at: usize) -> Scope {
        if self.dialect.forbids(at) { Scope::DoNotTranslate } else { Scope::Content }
    }

    /// `: ` at the start of an item makes it a definition, and what the item around it begins with a term: so the
    /// documentation of MDN writes its lists.
    fn define(&mut self) {
        if let Some(open) = &mut self.open {
            open.kind = BlockKind::Definition;
        }
        let mut items = self.containers.iter().rev().filter_map(|container| match container {
            Container::Item { first, .. } => Some(*first),
            _ => None,
        });
        let Some(around) = items.nth(1) else { return };
        // The text of a picture stands within what the item begins with.
        let mut blocks = self.walker.document().blocks.iter_mut().skip(around);
        if let Some(term) = blocks.find(|block| block.kind != BlockKind::Attribute)
            && term.kind == BlockKind::ListItem
        {
            term.kind = BlockKind::Term;
        }
    }

    fn begins_item(&self) -> bool {
        self.images == 0
            && self.draft.is_empty()
            && matches!(self.containers.last(), Some(Container::Item { progress: Progress::Begun, .. }))
            && self.open.as_ref().is_some_and(|open| open.kind == BlockKind::ListItem)
    }

    /// The kind of the paragraph that begins now.
    fn paragraph(&mut self) -> BlockKind {
        match self.containers.last_mut() {
            Some(Container::Item { progress: progress @ Progress::New, .. }) => {
                *progress = Progress::Begun;
                BlockKind::ListItem
            }
            Some(Container::Quote) => BlockKind::Quote,
            Some(Container::Footnote) => BlockKind::Footnote,
            Some(Container::Definition) => BlockKind::Definition,
            Some(Container::Item { .. }) | None => BlockKind::Paragraph,
        }
    }

    fn begin(&mut self, kind: BlockKind, range: &Range<usize>) {
        self.flush();
        let end = range.start + self.raw(range).trim_end().len();
        let (scope, span) = (self.scope_at(range.start), Some(self.place(&(range.start..end))));
        self.open = Some(Open { kind, scope, span });
        self.cursor = range.start;
    }

    /// Text without a paragraph of its own stands in a tight list, or the like.
    fn ensure_open(&mut self, at: usize) {
        if self.open.is_none() {
            let kind = self.paragraph();
            self.open = Some(Open { kind, scope: self.scope_at(at), span: None });
        }
    }

    fn flush(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        self.drafts += 1;
        self.elements.clear();
        if let Some(Open { kind, scope, span }) = self.open.take()
            && let Some(mut block) = draft.finish(kind, scope, span)
        {
            let anchor = self.anchor.take();
            if block.kind == BlockKind::Heading {
                block.anchor = anchor.or_else(|| anchor_of(block.text.as_str()));
            }
            self.walker.add(block);
        }
    }

    /// Gives a block of HTML to its own reader. What is not HTML between its lines (the `>` of a quotation) is blanked
    /// out, so that places stay right.
    fn read_html(&mut self) {
        let Some(lines) = self.html.take() else { return };
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let whole = first.start..last.end;
        let is_whole = lines.windows(2).all(|pair| pair[0].end == pair[1].start);
        if is_whole {
            return self.walker.read(self.raw(&whole), self.base + whole.start);
        }
        let mut html = String::with_capacity(whole.len());
        for line in &lines {
            while html.len() + whole.start < line.start {
                html.push('\0');
            }
            html.push_str(self.raw(line));
        }
        self.walker.read(&html, self.base + whole.start);
    }
}

/// The anchor that generators make of a heading's text: small letters and figures, blanks as hyphens.
fn anchor_of(text: &str) -> Option<String> {
    let letters = text.trim().chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some('-'),
        c => (c.is_alphanumeric() || matches!(c, '-' | '_')).then_some(c),
    });
    let anchor: String = letters.flat_map(char::to_lowercase).collect();
    (!anchor.is_empty()).then_some(anchor)
}
