//! What runs within a block of Markdown: text, emphasis, links, images, code, inline HTML.

use std::ops::Range;

use hexapla_core::document::{BlockKind, Comment, Scope, is_code};
use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::Reader;
use super::native::{code_of, push_code, push_escaped, ticks, title_range};
use crate::LineBreaks;
use crate::draft::Draft;
use crate::html::tokens::{self, Syntax, Token, Tokens};
use crate::html::{attribute_draft, elements};
use crate::template::Part;

/// An open piece of inline markup.
#[derive(Debug)]
pub(super) struct Inline {
    name: String,
    /// In which draft its code is, and under which number; none within the text of an image.
    code: Option<(usize, u32)>,
    guards: bool,
    /// Its opening and, where it is always the same, closing marks.
    opening: usize,
    closing: Option<usize>,
    title: Option<String>,
    is_image: bool,
}

impl Reader<'_, '_> {
    fn target(&mut self) -> &mut Draft {
        if self.images > 0 { &mut self.alt } else { &mut self.draft }
    }

    pub(super) fn inline(&mut self, event: Event<'_>, range: Range<usize>) {
        let raw = self.raw(&range);
        let place = self.place(&range);
        if self.images == 0 {
            self.ensure_open(range.start);
        }
        match event {
            // A line that was masked may have made code of the next one, with macros in it that are masked, too.
            Event::Text(text) if self.is_code => match self.masked(&range) == &*text {
                true => self.draft.verbatim(raw, place.start),
                false => self.draft.replaced(&text, place),
            },
            Event::Text(text) => match self.masked(&range) == &*text {
                true => self.text(&range),
                false => self.target().replaced(&text, place),
            },
            // A line that was masked may have made code of what stands around it.
            Event::Code(_) if self.masked(&range) != raw => self.code(&code_of(raw), raw, place),
            Event::Code(text) => self.code(&text, raw, place),
            Event::SoftBreak => self.target().space(place),
            Event::HardBreak if self.images > 0 => self.alt.space(place),
            Event::HardBreak => self.line_break(raw, place),
            Event::InlineHtml(_) => self.inline_html(raw, place),
            Event::FootnoteReference(_) if self.images == 0 => self.draft.standalone("fnote", raw, place),
            Event::InlineMath(_) | Event::DisplayMath(_) if self.images == 0 => {
                self.draft.standalone("math", raw, place)
            }
            _ => {}
        }
        self.cursor = self.cursor.max(range.end);
    }

    /// Text as it stands in the page; what a site generator replaces is protected.
    fn text(&mut self, range: &Range<usize>) {
        let mut range = range.clone();
        if self.raw(&range).starts_with(": ") && self.begins_item() {
            self.define();
            range.start += 2;
        }
        let (body, base, dialect) = (self.body, self.base, self.dialect);
        let draft = self.target();
        let push = |draft: &mut Draft, range: Range<usize>| {
            draft.collapsed(body.get(range.clone()).unwrap_or_default(), base + range.start);
        };
        let mut done = range.start;
        for (piece, part) in dialect.pieces_in(&range) {
            push(draft, done..piece.start);
            done = piece.end;
            match part {
                Part::Tag(name) => {
                    let native = body.get(piece.clone()).unwrap_or_default();
                    draft.standalone(name, native, base + piece.start..base + piece.end);
                }
                _ => draft.protected(|draft| push(draft, piece)),
            }
        }
        push(draft, done..range.end);
    }

    fn code(&mut self, text: &str, raw: &str, place: Range<usize>) {
        if self.images > 0 {
            return push_code(&mut self.alt, text, raw, place.start);
        }
        let length = ticks(raw);
        let (start, end) = (place.start..place.start + length, place.end - length..place.end);
        let id = self.draft.open("code", &raw[..length], start);
        self.draft.protected(|draft| push_code(draft, text, raw, place.start));
        self.draft.close(id, "code", &raw[raw.len() - length..], end);
    }

    fn line_break(&mut self, native: &str, place: Range<usize>) {
        if self.options.line_breaks == LineBreaks::Split {
            let (kind, scope) = match &self.open {
                Some(open) => (open.kind.clone(), open.scope),
                None => (BlockKind::Paragraph, Scope::Content),
            };
            if let Some(open) = &mut self.open {
                open.span = None;
            }
            self.flush();
            self.open = Some(super::Open { kind, scope, span: None });
        } else {
            self.draft.line_break(native, place);
        }
    }

    pub(super) fn start_inline(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if self.images == 0 {
            self.ensure_open(range.start);
        }
        let (name, opening, closing, guards) = match &tag {
            Tag::Emphasis => ("italic", 1, Some(1), false),
            Tag::Strong => ("bold", 2, Some(2), false),
            Tag::Strikethrough => {
                let length = self.raw(&range).bytes().take_while(|byte| *byte == b'~').count();
                ("del", length, Some(length), false)
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => ("link", 1, Some(1), true),
            Tag::Link { .. } => ("link", 1, None, false),
            Tag::Image { .. } => ("image", 2, None, false),
            _ => ("span", 0, Some(0), false),
        };
        let is_image = matches!(tag, Tag::Image { .. });
        let title = match &tag {
            Tag::Link { link_type: LinkType::Inline, title, .. }
            | Tag::Image { link_type: LinkType::Inline, title, .. } => (!title.is_empty()).then(|| title.to_string()),
            _ => None,
        };
        if let Tag::Link { dest_url, .. } = &tag
            && self.dialect.pieces_in(&range).next().is_none()
        {
            self.links.push((self.place(&range), dest_url.to_string()));
        }
        let mut code = None;
        let start = range.start..range.start + opening.min(range.len());
        if is_image {
            self.images += 1;
        } else if self.images == 0 {
            let native = self.raw(&start).to_owned();
            let place = self.place(&start);
            code = Some((self.drafts, self.draft.open(name, &native, place)));
            if guards {
                self.draft.guard();
            }
        }
        self.cursor = start.end;
        self.inlines.push(Inline { name: name.to_owned(), code, guards, opening, closing, title, is_image });
    }

    pub(super) fn end_inline(&mut self, range: Range<usize>) {
        let Some(inline) = self.inlines.pop() else { return };
        let earliest = (range.start + inline.opening).min(range.end);
        let start = match inline.closing {
            Some(length) => range.end.saturating_sub(length).max(earliest),
            None => self.cursor.clamp(earliest, range.end),
        };
        let closing = start..range.end;
        let native = self.raw(&closing);
        if inline.is_image {
            self.images = self.images.saturating_sub(1);
            if self.images == 0 {
                let (raw, place) = (self.raw(&range), self.place(&range));
                self.draft.standalone("image", raw, place);
                let alt = std::mem::take(&mut self.alt);
                self.attribute(alt, None);
            }
        } else if let Some((draft, id)) = inline.code
            && draft == self.drafts
        {
            if inline.guards {
                self.draft.unguard();
            }
            let place = self.place(&closing);
            self.draft.close(id, &inline.name, native, place);
        }
        if let Some(title) = inline.title {
            self.title(&title, native, closing.start);
        }
        self.cursor = range.end;
    }

    fn title(&mut self, title: &str, raw: &str, at: usize) {
        let range = title_range(raw).unwrap_or(0..raw.len());
        let span = self.place(&(at + range.start..at + range.end));
        let mut draft = Draft::default();
        push_escaped(&mut draft, &raw[range], span.start);
        let is_masked = self.dialect.pieces_in(&(at..at + raw.len())).next().is_some();
        if !is_masked && draft.text_from(0) != title.split_ascii_whitespace().collect::<Vec<_>>().join(" ") {
            draft = Draft::default();
            draft.replaced(title.trim(), span.clone());
        }
        self.attribute(draft, Some(span));
    }

    fn attribute(&mut self, draft: Draft, span: Option<Range<usize>>) {
        if let Some(block) = draft.finish(BlockKind::Attribute, Scope::Content, span) {
            self.walker.add(block);
        }
    }

    /// The titles of link reference definitions, each once, where it is defined.
    pub(super) fn reference_titles(&mut self, parser: &Parser<'_>) {
        let mut titles: Vec<(Range<usize>, String)> = parser
            .reference_definitions()
            .iter()
            .filter_map(|(_, definition)| Some((definition.span.clone(), definition.title.as_ref()?.to_string())))
            .filter(|(_, title)| !title.trim().is_empty())
            .collect();
        titles.sort_by_key(|(span, _)| span.start);
        for (span, title) in titles {
            let raw = self.raw(&span);
            self.title(&title, raw, span.start);
        }
    }

    fn inline_html(&mut self, raw: &str, place: Range<usize>) {
        match Tokens::new(raw, Syntax::Html).next() {
            Some(Token::Comment { inner, .. }) => {
                let text = raw[inner].trim().to_owned();
                self.walker.document().comments.push(Comment { text, span: place });
            }
            _ if self.images > 0 => {}
            Some(Token::Start(tag)) => self.start_element(tag, raw, place),
            Some(Token::End { name, .. }) => self.end_element(&name, raw, place),
            _ => self.draft.standalone("html", raw, place),
        }
    }

    fn start_element(&mut self, tag: tokens::Tag, raw: &str, place: Range<usize>) {
        let value = |name: &str| tag.attribute(name).map_or("", |attribute| &raw[attribute.value.clone()]);
        let forbids = value("translate").eq_ignore_ascii_case("no")
            || value("class").split_ascii_whitespace().any(|class| class == "notranslate");
        let name = elements::code_name(&tag.name).to_owned();
        for attribute in tag.attributes.iter().filter(|a| elements::has_text(&tag.name, &a.name)) {
            let draft = attribute_draft(&raw[attribute.value.clone()], place.start + attribute.value.start);
            let span = place.start + attribute.span.start..place.start + attribute.span.end;
            let scope = if forbids { Scope::DoNotTranslate } else { Scope::Content };
            if let Some(block) = draft.finish(BlockKind::Attribute, scope, Some(span)) {
                self.walker.add(block);
            }
        }
        if tag.name == "br" {
            return self.line_break(raw, place);
        }
        if tag.closes_itself || elements::is_void(&tag.name) {
            return self.draft.standalone(&name, raw, place);
        }
        let guards = forbids || is_code(&tag.name);
        let id = self.draft.open(&name, raw, place);
        if guards {
            self.draft.guard();
        }
        let code = Some((self.drafts, id));
        self.elements.push(Inline {
            name: tag.name,
            code,
            guards,
            opening: 0,
            closing: None,
            title: None,
            is_image: false,
        });
    }

    fn end_element(&mut self, name: &str, raw: &str, place: Range<usize>) {
        let open = self.elements.iter().rev().take(64).position(|element| element.name == name);
        let Some(element) = open.map(|at| self.elements.remove(self.elements.len() - 1 - at)) else {
            return self.draft.standalone(elements::code_name(name), raw, place);
        };
        if element.guards {
            self.draft.unguard();
        }
        if let Some((_, id)) = element.code {
            self.draft.close(id, elements::code_name(name), raw, place);
        }
    }
}
