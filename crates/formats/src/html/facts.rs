//! What stands in attributes: text for readers, and facts about the page.

use hexapla_core::document::{Alternate, BlockKind, Field, Scope};

use super::elements;
use super::references::{Within, plain};
use super::stack::Inherited;
use super::tokens::{Attribute, Tag};
use super::walker::{Walker, inherit_scope, push_text};
use crate::draft::Draft;

impl Walker<'_> {
    /// `html lang`, `link hreflang`, `meta`.
    pub(super) fn facts(&mut self, html: &str, base: usize, tag: &Tag, inherited: &Inherited) {
        let raw = |name: &str| tag.attribute(name).map(|attribute| &html[attribute.value.clone()]);
        match tag.name.as_str() {
            "html" | "body" if self.document.declared_language.is_none() => {
                self.document.declared_language.clone_from(&inherited.language);
            }
            "link" if raw("rel").is_some_and(|rel| has_word(rel, "alternate")) => {
                let language = raw("hreflang").map(plain).filter(|l| !l.is_empty() && l != "x-default");
                if let (Some(language), Some(href)) = (language, raw("href")) {
                    let span = base + tag.span.start..base + tag.span.end;
                    self.document.alternates.push(Alternate { language, href: Some(plain(href)), span });
                }
            }
            "meta" => self.meta(html, base, tag, inherited),
            _ => {}
        }
    }

    fn meta(&mut self, html: &str, base: usize, tag: &Tag, inherited: &Inherited) {
        let name = ["name", "property", "http-equiv"].iter().find_map(|name| tag.attribute(name));
        let (Some(name), Some(content)) = (name, tag.attribute("content")) else { return };
        let key = plain(&html[name.value.clone()]);
        let value = plain(&html[content.value.clone()]);
        if key.eq_ignore_ascii_case("content-language") && self.document.declared_language.is_none() {
            self.document.declared_language = Some(value.clone());
        }
        if elements::is_translatable_meta(&key) {
            self.attribute(html, base, content, BlockKind::Metadata, inherited);
        }
        let span = base + content.value.start..base + content.value.end;
        self.document.fields.push(Field { key, value, span });
    }

    pub(super) fn attributes(&mut self, html: &str, base: usize, tag: &Tag, inherited: &Inherited) {
        for attribute in &tag.attributes {
            if elements::has_text(&tag.name, &attribute.name) {
                let kind = if attribute.name == "label" { BlockKind::Label } else { BlockKind::Attribute };
                self.attribute(html, base, attribute, kind, inherited);
            } else if attribute.name == "value" && tag.name == "input" {
                let kind = tag.attribute("type").map_or("", |kind| &html[kind.value.clone()]);
                if matches!(kind.to_ascii_lowercase().as_str(), "submit" | "button" | "reset") {
                    self.attribute(html, base, attribute, BlockKind::Label, inherited);
                }
            }
        }
    }

    fn attribute(&mut self, html: &str, base: usize, attribute: &Attribute, kind: BlockKind, inherited: &Inherited) {
        let span = base + attribute.span.start..base + attribute.span.end;
        let draft = attribute_draft(&html[attribute.value.clone()], base + attribute.value.start);
        let Some(mut block) = draft.finish(kind, Scope::Content, Some(span)) else { return };
        let is_translated = inherited.is_translated && self.guards == 0;
        inherit_scope(&mut block, &Inherited { is_translated, ..inherited.clone() });
        block.declared_language.clone_from(&inherited.language);
        block.section = self.section;
        self.document.blocks.push(block);
    }
}

/// The text of an attribute's value that stands at byte `at`.
pub(crate) fn attribute_draft(value: &str, at: usize) -> Draft {
    let mut draft = Draft::default();
    push_text(&mut draft, value, at, Within::Attribute, false);
    draft
}

fn has_word(words: &str, wanted: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted))
}
