//! What is no part of the text: links to other language versions, and the template around a page.

use std::ops::Range;

use hexapla_core::document::{Alternate, BlockKind, Scope};

use super::elements::Flow;
use super::links::Link;
use super::references::plain;
use super::stack::{Element, Inherited};
use super::tokens::Tag;
use super::walker::Walker;
use crate::languages;

impl Walker<'_> {
    pub(super) fn is_boilerplate(
        &self,
        name: &str,
        id: &str,
        classes: &str,
        role: &str,
        inherited: &Inherited,
    ) -> bool {
        if matches!(role, "navigation" | "contentinfo" | "complementary" | "search") && !inherited.is_within_text {
            return true;
        }
        let note = ["note", "tip", "warning", "caution", "important", "info", "footnote", "admonition", "hint"];
        let is_note = role.starts_with("doc-")
            || role == "note"
            || classes.split_ascii_whitespace().any(|class| note.contains(&class));
        let is_text = matches!(name, "footer" | "aside") && (inherited.is_within_text || is_note);
        self.boilerplate
            .iter()
            .any(|selector| selector.matches(name, id, classes) && !(is_text && selector.is_tag_alone()))
    }

    /// Whether an element that closes was a language switcher; sets apart what turned out to be one, or boilerplate.
    pub(super) fn judge(&mut self, element: &Element) -> bool {
        if element.flow != Flow::Block {
            return false;
        }
        let first = element.first_block.min(self.document.blocks.len());
        if self.is_switcher(element) {
            let links = element.first_link..self.links.len();
            for block in self.document.blocks[first..].iter_mut().filter(|block| block.scope != Scope::DoNotTranslate) {
                block.scope = Scope::LanguageSwitcher;
            }
            self.offer(links);
            return true;
        }
        let is_template = match element.name.as_str() {
            "header" if !element.inherited.is_within_text && !self.stack.is_open("main") => {
                !self.document.blocks[first..].iter().any(|block| block.kind == BlockKind::Heading)
            }
            "section" | "div" | "aside" | "nav" => {
                first > 0
                    && element.inherited.scope == Scope::Content
                    && self.document.blocks[first..]
                        .iter()
                        .find(|block| block.kind != BlockKind::Attribute)
                        .is_some_and(|block| self.headings.include(block))
            }
            _ => false,
        };
        if is_template {
            for block in self.document.blocks[first..].iter_mut().filter(|block| block.scope == Scope::Content) {
                block.scope = Scope::Boilerplate;
            }
        }
        false
    }

    /// Whether the blocks within an element do nothing but name languages, and at least some of them are links.
    fn is_switcher(&self, element: &Element) -> bool {
        let may = matches!(
            element.name.as_str(),
            "nav" | "ul" | "ol" | "menu" | "div" | "p" | "section" | "select" | "form" | "details" | "aside" | "header"
        );
        if !may || element.languages == 0 {
            return false;
        }
        let links = &self.links[element.first_link..];
        let named = links.iter().filter(|link| link.language.is_some()).count();
        if element.speaks_of_languages {
            return element.others == 0 || (element.others == 1 && element.languages >= 2);
        }
        element.others == 0 && element.languages >= 2 && (named > 0 || element.name == "select")
    }

    pub(super) fn offer(&mut self, links: Range<usize>) {
        for link in &self.links[links] {
            if let Some(language) = &link.language {
                let alternate =
                    Alternate { language: language.clone(), href: link.href.clone(), span: link.span.clone() };
                self.document.alternates.push(alternate);
            }
        }
    }

    pub(super) fn link(&mut self, html: &str, base: usize, tag: &Tag) {
        let value = |name: &str| tag.attribute(name).map(|attribute| plain(&html[attribute.value.clone()]));
        let declared = value("hreflang").filter(|language| !language.is_empty() && language != "x-default");
        let said = [value("aria-label"), value("title")].into_iter().flatten();
        let named = said.filter_map(|text| languages::named(&text)).next().map(|(language, _)| language);
        self.links.push(Link {
            draft: self.drafts,
            text: self.draft.end(),
            declared: declared.is_some(),
            language: declared.or(named),
            href: value("href"),
            span: base + tag.span.start..base + tag.span.end,
        });
    }

    pub(super) fn end_link(&mut self, end: usize) {
        let Some(link) = self.links.last_mut() else { return };
        link.span.end = end;
        if link.language.is_none() && link.draft == self.drafts {
            link.language = languages::named(self.draft.text_from(link.text)).map(|(language, _)| language);
        }
    }
}
