//! Reads tokens one by one and keeps what is open.

use std::ops::Range;

use hexapla_core::document::{Block, BlockKind, Comment, Document, Scope, Warning, WarningKind, is_code};

use super::elements::{self, Flow};
use super::links::{Link, speaks_of_languages};
use super::references::{Piece, Within, plain, resolve};
use super::selector::Selector;
use super::stack::{Element, Inherited, Stack};
use super::tokens::{Syntax, Tag, Token, Tokens};
use crate::draft::{Draft, collapses, forbid};
use crate::languages::{self, only_languages};
use crate::tail::Headings;
use crate::template::{self, Part};
use crate::{LineBreaks, Options};

/// A page gives no more warnings of one reading than this; the first ones tell.
const MOST_WARNINGS: usize = 100;

/// Reads HTML, whole or in pieces (Markdown has HTML in it), and gathers what it finds.
pub(crate) struct Walker<'o> {
    pub(super) options: &'o Options,
    pub(super) boilerplate: Vec<Selector>,
    pub(super) headings: Headings,
    pub(super) syntax: Syntax,
    pub(super) stack: Stack,
    pub(super) draft: Draft,
    pub(super) drafts: usize,
    /// How many open inline elements forbid translation.
    pub(super) guards: usize,
    skipped: Option<Skipped>,
    pub(super) ignores_raw: bool,
    pub(super) links: Vec<Link>,
    pub(super) document: Document,
    pub(super) section: u32,
}

/// An element whose inside is passed over.
struct Skipped {
    name: String,
    depth: usize,
    start: usize,
    /// The texts within a drawing that are being read, each with the element that holds it: a label may hold a title.
    captions: Vec<(String, Draft)>,
}

/// Texts of a drawing that stand deeper in one another are read as one.
const DEEPEST: usize = 16;

impl<'o> Walker<'o> {
    pub(crate) fn new(options: &'o Options, syntax: Syntax) -> Self {
        Self {
            options,
            boilerplate: options.boilerplate_selectors.iter().map(|text| Selector::parse(text)).collect(),
            headings: Headings::new(options),
            syntax,
            stack: Stack::default(),
            draft: Draft::default(),
            drafts: 0,
            guards: 0,
            skipped: None,
            ignores_raw: false,
            links: Vec::new(),
            document: Document::default(),
            section: 0,
        }
    }

    /// Reads a piece of HTML that stands at byte `base` of the file.
    ///
    /// What is open at its end stays open, for the next piece; text does not run on.
    pub(crate) fn read(&mut self, html: &str, base: usize) {
        for token in Tokens::new(html, self.syntax) {
            self.token(html, base, token);
        }
        self.end_captions(0);
        if let Some(skipped) = self.skipped.take() {
            let start = skipped.start;
            self.warn(&format!("<{}> is never closed", skipped.name), start..base + html.len());
        }
        self.flush(None);
    }

    /// The page that was read, its blocks in order.
    pub(crate) fn finish(mut self) -> Document {
        self.flush(None);
        while self.stack.len() > 0 {
            if let Some(element) = self.stack.top().filter(|element| needs_end_tag(&element.name)) {
                let (reason, span) = (format!("<{}> is never closed", element.name), element.tag.clone());
                self.warn(&reason, span);
            }
            self.pop();
        }
        let page = self.document.declared_language.clone();
        self.document.blocks.sort_by_key(|block| block.span.start);
        let mut section = 0;
        for block in &mut self.document.blocks {
            // A block that was read before its turn (the title of a reference) belongs where it stands.
            section = section.max(block.section);
            block.section = section;
            if block.declared_language == page {
                block.declared_language = None;
            }
        }
        self.document.alternates.sort_by_key(|alternate| alternate.span.start);
        self.document.alternates.dedup();
        self.document.warnings.sort_by_key(|warning| warning.span.start);
        self.document
    }

    /// Adds a block that was read elsewhere but stands among these.
    pub(crate) fn add(&mut self, mut block: Block) {
        let inherited = self.stack.inherited();
        inherit_scope(&mut block, inherited);
        block.declared_language = inherited.language.clone();
        if block.kind == BlockKind::Heading && !self.document.blocks.is_empty() {
            self.section += 1;
        }
        block.section = self.section;
        self.document.blocks.push(block);
    }

    /// A hard delimiter: what follows is a new section.
    pub(crate) fn begin_section(&mut self) {
        self.section += u32::from(!self.document.blocks.is_empty());
    }

    /// What was found besides blocks, to be added to.
    pub(crate) fn document(&mut self) -> &mut Document {
        &mut self.document
    }

    pub(crate) fn warn(&mut self, reason: &str, span: Range<usize>) {
        self.warn_of(WarningKind::Markup { reason: reason.to_owned() }, span);
    }

    fn warn_of(&mut self, kind: WarningKind, span: Range<usize>) {
        if self.document.warnings.len() < MOST_WARNINGS {
            self.document.warnings.push(Warning { kind, span });
        }
    }

    fn token(&mut self, html: &str, base: usize, token: Token) {
        let place = |range: Range<usize>| base + range.start..base + range.end;
        if self.skipped.is_some() {
            self.skip(html, base, &token);
        } else {
            match token {
                Token::Text(range) => {
                    let keeps_space = self.stack.inherited().is_preformatted;
                    push_text(&mut self.draft, &html[range.clone()], base + range.start, Within::Text, keeps_space);
                }
                Token::Raw(_) if self.ignores_raw => {}
                Token::Raw(range) => self.draft.collapsed(&html[range.clone()], base + range.start),
                Token::Start(tag) => self.start(html, base, tag),
                Token::End { name, span } => self.end(&html[span.clone()], &name, place(span)),
                Token::Comment { .. } | Token::Other | Token::Problem { .. } => self.aside(html, base, &token),
            }
        }
    }

    fn aside(&mut self, html: &str, base: usize, token: &Token) {
        match token {
            Token::Comment { inner, span } => {
                let text = html[inner.clone()].replace('\0', "");
                let span = base + span.start..base + span.end;
                self.document.comments.push(Comment { text: text.trim().to_owned(), span });
            }
            Token::Problem { reason, span } => self.warn(reason, base + span.start..base + span.end),
            _ => {}
        }
    }

    /// Passes over the inside of `svg`, `math` and `template`; the first two are codes where they stand in text. What a
    /// drawing says is read as text of its own.
    fn skip(&mut self, html: &str, base: usize, token: &Token) {
        let Some(skipped) = &mut self.skipped else { return };
        match token {
            Token::Start(tag) if tag.name == skipped.name && !tag.closes_itself => skipped.depth += 1,
            Token::Start(tag)
                if skipped.name == "svg"
                    && !tag.closes_itself
                    && skipped.captions.len() < DEEPEST
                    && matches!(tag.name.as_str(), "text" | "title" | "desc") =>
            {
                skipped.captions.push((tag.name.clone(), Draft::default()));
            }
            Token::Text(range) => {
                if let Some((_, draft)) = skipped.captions.last_mut() {
                    push_text(draft, &html[range.clone()], base + range.start, Within::Text, false);
                }
            }
            Token::End { name, span } if *name == skipped.name => {
                skipped.depth -= 1;
                if skipped.depth == 0 {
                    let whole = skipped.start..base + span.end;
                    self.end_captions(0);
                    let name = self.skipped.take().map(|skipped| skipped.name).unwrap_or_default();
                    if name != "template" {
                        let native = html.get(whole.start.saturating_sub(base)..span.end).unwrap_or_default();
                        self.draft.standalone(elements::code_name(&name), &native.replace('\0', ""), whole);
                    }
                }
            }
            Token::End { name, .. } => {
                if let Some(at) = skipped.captions.iter().rposition(|(holder, _)| holder == name) {
                    self.end_captions(at);
                }
            }
            Token::Comment { .. } | Token::Problem { .. } => self.aside(html, base, token),
            _ => {}
        }
    }

    /// Ends the texts of a drawing that are open, from the one numbered `first` on.
    fn end_captions(&mut self, first: usize) {
        let Some(skipped) = &mut self.skipped else { return };
        for (name, draft) in skipped.captions.split_off(first) {
            let kind = if name == "text" { BlockKind::Caption } else { BlockKind::Attribute };
            self.said_aside(draft, kind);
        }
    }

    /// Keeps text that does not stand in the text around it.
    fn said_aside(&mut self, draft: Draft, kind: BlockKind) {
        let Some(mut block) = draft.finish(kind, Scope::Content, None) else { return };
        let inherited = self.stack.inherited();
        let is_translated = inherited.is_translated && self.guards == 0;
        inherit_scope(&mut block, &Inherited { is_translated, ..inherited.clone() });
        block.declared_language.clone_from(&inherited.language);
        block.section = self.section;
        self.document.blocks.push(block);
    }

    fn start(&mut self, html: &str, base: usize, tag: Tag) {
        let span = base + tag.span.start..base + tag.span.end;
        let name = tag.name.as_str();
        let flow = elements::flow(name);
        self.ignores_raw = flow == Flow::Skipped || name == "xmp";
        let whole = tag.closes_itself && (self.syntax == Syntax::Xhtml || flow == Flow::Skipped);
        if flow == Flow::Skipped {
            if matches!(name, "iframe" | "svg") {
                let inherited = self.stack.inherited().clone();
                self.attributes(html, base, &tag, &inherited);
            }
            if matches!(name, "svg" | "math" | "template") && !whole {
                self.skipped = Some(Skipped { name: tag.name, depth: 1, start: span.start, captions: Vec::new() });
            } else if matches!(name, "svg" | "math") {
                self.draft.standalone(elements::code_name(name), native(html, &tag.span), span);
            }
            return;
        }
        self.imply_ends(name);
        if name == "br" {
            return self.line_break(native(html, &tag.span), span);
        }
        if flow == Flow::Block && !matches!(name, "meta" | "link" | "base") {
            self.flush(None);
        }
        let element = self.element(html, &tag, span.clone());
        self.facts(html, base, &tag, &element.inherited);
        if name == "hr" {
            self.begin_section();
        }
        let is_void = elements::is_void(name) || whole;
        if flow == Flow::Inline && is_void {
            self.draft.standalone(elements::code_name(name), native(html, &tag.span), span.clone());
        }
        let is_translated = element.inherited.is_translated && !element.guards;
        self.attributes(html, base, &tag, &Inherited { is_translated, ..element.inherited.clone() });
        if !is_void {
            self.open(html, base, &tag, element);
        }
    }

    fn open(&mut self, html: &str, base: usize, tag: &Tag, mut element: Element) {
        let span = element.tag.clone();
        let guards = element.guards;
        if element.flow == Flow::Inline {
            let id = self.draft.open(elements::code_name(&tag.name), native(html, &tag.span), span.clone());
            element.code = Some((self.drafts, id));
        }
        if tag.name == "a" {
            self.link(html, base, tag);
        }
        if !self.stack.push(element) {
            let is_told = self.document.warnings.iter().any(|warning| warning.kind == WarningKind::TooDeep);
            if !is_told {
                self.warn_of(WarningKind::TooDeep, span);
            }
        } else if guards {
            self.guards += 1;
            self.draft.guard();
        }
    }

    fn element(&self, html: &str, tag: &Tag, span: Range<usize>) -> Element {
        let value = |name: &str| tag.attribute(name).map_or("", |attribute| &html[attribute.value.clone()]);
        let name = tag.name.as_str();
        let (id, classes) = (value("id"), value("class"));
        let flow = elements::flow(name);
        let mut inherited = self.stack.inherited().clone();
        if let Some(kind) = elements::kind(name) {
            inherited.kind = kind;
        }
        let has_class = |wanted: &str| classes.split_ascii_whitespace().any(|class| class == wanted);
        let is_note = has_class("footnotes") || matches!(value("role"), "doc-endnotes" | "doc-footnote");
        if is_note || (self.stack.inherited().kind == BlockKind::Footnote && matches!(name, "ol" | "ul" | "li")) {
            inherited.kind = BlockKind::Footnote;
        }
        let translated = match value("translate").to_ascii_lowercase().as_str() {
            "no" => false,
            "yes" => true,
            _ => inherited.is_translated && !has_class("notranslate"),
        };
        let forbids = inherited.is_translated && !translated;
        let is_inline = flow == Flow::Inline;
        if !is_inline {
            inherited.is_translated = translated;
        }
        inherited.is_preformatted |= matches!(name, "pre" | "listing" | "textarea");
        if let Some(language) = tag.attribute("lang").or_else(|| tag.attribute("xml:lang"))
            && !language.value.is_empty()
        {
            inherited.language = Some(plain(&html[language.value.clone()]));
        }
        let is_language = is_inline && inherited.language != self.stack.inherited().language;
        if is_language {
            inherited.language.clone_from(&self.stack.inherited().language);
        }
        if self.is_boilerplate(name, id, classes, value("role"), &inherited) && inherited.scope == Scope::Content {
            inherited.scope = Scope::Boilerplate;
        }
        inherited.is_within_text |= matches!(name, "article" | "section" | "blockquote");
        Element {
            name: tag.name.clone(),
            flow,
            tag: span,
            is_closed: false,
            guards: is_inline && (is_code(name) || forbids),
            inherited,
            anchor: Some(plain(id)).filter(|id| !id.is_empty()),
            code: None,
            has_blocks: false,
            first_block: self.document.blocks.len(),
            first_link: self.links.len(),
            speaks_of_languages: speaks_of_languages(name, id, classes),
            languages: 0,
            others: 0,
        }
    }

    fn imply_ends(&mut self, name: &str) {
        if elements::ends_paragraph(name)
            && let Some(paragraph) = self.stack.find(&["p"], &["table", "td", "th", "caption", "button", "html"])
        {
            self.pop_to(paragraph, None);
        }
        if let Some((ended, boundaries)) = elements::implied_ends(name)
            && let Some(open) = self.stack.find(ended, boundaries)
        {
            self.pop_to(open, None);
        }
    }

    fn line_break(&mut self, native: &str, span: Range<usize>) {
        if self.options.line_breaks == LineBreaks::Split || self.draft.ends_with_break() {
            // Two in a row part paragraphs.
            self.flush(None);
        } else if !self.draft.is_empty() {
            self.draft.line_break(native, span);
        }
    }

    fn end(&mut self, native: &str, name: &str, span: Range<usize>) {
        self.ignores_raw = false;
        if name == "br" {
            return self.line_break(native, span);
        }
        if elements::flow(name) == Flow::Skipped || self.stack.closes_beyond() {
            return;
        }
        let Some(at) = self.stack.closed_by(name) else {
            if name != "p" && !elements::is_void(name) && elements::is_known(name) {
                self.warn(&format!("</{name}> closes nothing"), span);
            }
            return;
        };
        if elements::flow(name) == Flow::Inline {
            self.close_inline(at, native, span);
        } else {
            self.pop_to(at, Some(span));
        }
    }

    fn close_inline(&mut self, at: usize, native: &str, span: Range<usize>) {
        let element = &mut self.stack.elements_mut()[at];
        let name = element.name.clone();
        if std::mem::take(&mut element.guards) {
            self.guards -= 1;
            self.draft.unguard();
        }
        let element = &self.stack.elements()[at];
        if let Some((draft, id)) = element.code
            && draft == self.drafts
        {
            self.draft.close(id, elements::code_name(&name), &native.replace('\0', ""), span.clone());
        }
        if name == "a" {
            self.end_link(span.end);
        }
        if at + 1 == self.stack.len() {
            self.pop();
            while self.stack.top().is_some_and(|element| element.is_closed) {
                self.pop();
            }
        } else {
            self.stack.close_early(at);
        }
    }

    /// Closes the element at `at` and all within it.
    fn pop_to(&mut self, at: usize, end_tag: Option<Range<usize>>) {
        self.flush_before(at, end_tag);
        while self.stack.len() > at {
            self.pop();
        }
    }

    fn flush_before(&mut self, at: usize, end_tag: Option<Range<usize>>) {
        // The end tag belongs to the block only if no other block is open within it.
        let innermost = self.stack.elements().iter().rposition(|element| element.flow == Flow::Block);
        self.flush(end_tag.filter(|_| innermost == Some(at)));
    }

    fn pop(&mut self) {
        if self.stack.top().is_some_and(|element| element.flow == Flow::Block) {
            self.flush(None);
        }
        let Some(element) = self.stack.pop() else { return };
        if element.guards {
            self.guards -= 1;
            self.draft.unguard();
        }
        let is_apart = self.judge(&element);
        if element.flow != Flow::Block {
            return;
        }
        let mut outward = self.stack.elements_mut().iter_mut().rev();
        for parent in outward.by_ref() {
            parent.has_blocks |= element.has_blocks;
            if parent.flow == Flow::Block {
                if !is_apart {
                    parent.languages += element.languages;
                    parent.others += element.others;
                }
                break;
            }
        }
    }

    /// Ends the block that is being read. `end_tag` is its own end tag, if that is what ends it.
    fn flush(&mut self, end_tag: Option<Range<usize>>) {
        let mut draft = std::mem::take(&mut self.draft);
        self.drafts += 1;
        for _ in 0..self.guards {
            self.draft.guard();
        }
        if draft.is_empty() {
            return;
        }
        let Some(at) = self.stack.elements().iter().rposition(|element| element.flow == Flow::Block) else {
            let inherited = self.stack.inherited().clone();
            return self.keep(draft, &inherited, None);
        };
        let element = &self.stack.elements()[at];
        if !element.has_blocks {
            draft.cover(element.tag.clone());
            if let Some(end_tag) = end_tag {
                draft.cover(end_tag);
            }
        }
        let inherited = element.inherited.clone();
        self.keep(draft, &inherited, Some(at));
    }

    fn keep(&mut self, draft: Draft, inherited: &Inherited, at: Option<usize>) {
        let kind = match inherited.kind {
            // A second paragraph of an item is a paragraph.
            BlockKind::ListItem if self.item_has_blocks() => BlockKind::Paragraph,
            ref kind => kind.clone(),
        };
        if let Some(at) = at {
            self.stack.elements_mut()[at].has_blocks = true;
        }
        let Some(mut block) = draft.finish(kind.clone(), Scope::Content, None) else { return };
        inherit_scope(&mut block, inherited);
        block.declared_language.clone_from(&inherited.language);
        if kind == BlockKind::Heading {
            self.begin_section();
        }
        if matches!(kind, BlockKind::Heading | BlockKind::Term)
            && let Some(element) = at.and_then(|at| self.stack.elements().get(at))
        {
            block.anchor.clone_from(&element.anchor);
        }
        block.section = self.section;
        let languages = only_languages(block.text.as_str());
        self.count(languages.as_deref(), at);
        // The draft of this block is the one before the present one.
        let earlier = self.links.iter().rposition(|link| link.draft + 1 < self.drafts);
        let links = earlier.map_or(0, |at| at + 1)..self.links.len();
        let declared = self.links[links.clone()].iter().any(|link| link.declared);
        if languages.is_some() && declared && block.scope != Scope::DoNotTranslate {
            block.scope = Scope::LanguageSwitcher;
            self.offer(links);
        }
        self.document.blocks.push(block);
    }

    fn item_has_blocks(&self) -> bool {
        self.stack.elements().iter().rev().find(|element| element.name == "li").is_some_and(|item| item.has_blocks)
            || self
                .stack
                .elements()
                .iter()
                .rev()
                .take_while(|element| element.name != "li")
                .any(|element| element.flow == Flow::Block && element.has_blocks)
    }

    fn count(&mut self, languages: Option<&[languages::Named]>, at: Option<usize>) {
        let Some(element) = at.and_then(|at| self.stack.elements_mut().get_mut(at)) else { return };
        match languages {
            Some(names) => element.languages += names.len(),
            None => element.others += 1,
        }
    }
}

/// Text as it stands in the page; what a site generator replaces is protected.
pub(crate) fn push_text(draft: &mut Draft, text: &str, at: usize, within: Within, keeps_space: bool) {
    for (range, part) in template::parts(text) {
        let (piece, place) = (&text[range.clone()], at + range.start);
        match part {
            Part::Text => push_part(draft, piece, place, within, keeps_space),
            Part::Code => draft.protected(|draft| push_part(draft, piece, place, within, keeps_space)),
            Part::Tag(name) => draft.standalone(name, piece, place..place + piece.len()),
        }
    }
}

fn push_part(draft: &mut Draft, text: &str, at: usize, within: Within, keeps_space: bool) {
    resolve(text, at, within, |piece| match piece {
        Piece::Verbatim(text, at) if keeps_space => draft.verbatim(text, at),
        Piece::Verbatim(text, at) => draft.collapsed(text, at),
        Piece::Replaced(text, file) if !keeps_space && text.chars().all(collapses) => draft.space(file),
        Piece::Replaced(text, file) => draft.replaced(&text, file),
    });
}

/// Gives a block the scope that it has from the elements around it.
pub(super) fn inherit_scope(block: &mut Block, inherited: &Inherited) {
    match block.scope {
        _ if !inherited.is_translated => forbid(block),
        Scope::Content => block.scope = inherited.scope,
        _ => {}
    }
}

fn native<'t>(html: &'t str, span: &Range<usize>) -> &'t str {
    &html[span.clone()]
}

fn needs_end_tag(name: &str) -> bool {
    !matches!(
        name,
        "html"
            | "head"
            | "body"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "option"
            | "optgroup"
            | "colgroup"
            | "caption"
            | "rt"
            | "rp"
    )
}
