//! The document type declaration. It is looked at and never followed.

use crate::chars::{is_name, is_space};

/// A document type declaration.
///
/// Nothing it names is ever fetched, and no entity it declares is ever expanded; what it declares is told, so that a
/// reader can refuse bombs and references to files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doctype<'a> {
    /// The name of the root element.
    pub name: &'a str,
    /// The system identifier: `tmx14.dtd`.
    pub system: Option<&'a str>,
    /// The public identifier.
    pub public: Option<&'a str>,
    /// What stands between `[` and `]`.
    pub internal: Option<&'a str>,
}

/// An entity that an internal subset declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityDeclaration<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it would stand for.
    pub kind: EntityKind,
}

/// What an entity would stand for if it were expanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// Plain text.
    Text,
    /// Text that refers to other entities: the stuff that bombs are made of.
    Nested,
    /// Something outside of the file.
    External,
}

impl<'a> Doctype<'a> {
    /// Reads what stands between `<!DOCTYPE` and `>`; `None` where that is malformed.
    pub(crate) fn parse(inside: &'a str) -> Option<Self> {
        let text = inside.trim_start_matches(blank);
        let end = text.find(|c| blank(c) || c == '[').unwrap_or(text.len());
        let (name, mut rest) = text.split_at(end);
        if !is_name(name) || text.len() == inside.len() {
            return None;
        }
        rest = rest.trim_start_matches(blank);
        let (mut public, mut system) = (None, None);
        if let Some(after) = rest.strip_prefix("PUBLIC") {
            let (id, after) = literal(after)?;
            if !id.bytes().all(in_public_identifiers) {
                return None;
            }
            public = Some(id);
            let (id, after) = literal(after)?;
            system = Some(id);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("SYSTEM") {
            let (id, after) = literal(after)?;
            system = Some(id);
            rest = after;
        }
        rest = rest.trim_matches(blank);
        let internal = match rest.strip_prefix('[') {
            Some(subset) => Some(subset.strip_suffix(']')?),
            None if rest.is_empty() => None,
            None => return None,
        };
        Some(Self { name, system, public, internal })
    }

    /// The entities that its internal subset declares, in order.
    ///
    /// ```
    /// use hexapla_xml::{EntityKind, Event, Events};
    /// let text = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'><!ENTITY d SYSTEM 'file:///etc/passwd'>]><a/>";
    /// let Some(Ok(Event::Doctype(doctype))) = Events::new(text).next() else { panic!() };
    /// let kinds: Vec<_> = doctype.entities().map(|entity| (entity.name, entity.kind)).collect();
    /// assert_eq!(kinds, [("b", EntityKind::Text), ("c", EntityKind::Nested), ("d", EntityKind::External)]);
    /// ```
    pub fn entities(&self) -> impl Iterator<Item = EntityDeclaration<'a>> {
        let mut rest = self.internal.unwrap_or("");
        std::iter::from_fn(move || {
            loop {
                let at = rest.find('<')?;
                rest = &rest[at..];
                if let Some(comment) = rest.strip_prefix("<!--") {
                    rest = comment.split_once("-->").map_or("", |(_, after)| after);
                } else if let Some(declaration) = rest.strip_prefix("<!ENTITY") {
                    let (entity, after) = entity(declaration);
                    rest = after;
                    if entity.is_some() {
                        return entity;
                    }
                } else {
                    rest = &rest[1..];
                }
            }
        })
    }
}

/// What a public identifier may consist of (production 13, `PubidChar`).
fn in_public_identifiers(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" \r\n-'()+,./:=?;!*#@$_%".contains(&byte)
}

fn blank(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_space)
}

fn literal(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_start_matches(blank);
    if inner.len() == text.len() {
        return None;
    }
    quoted(inner)
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote)
}

fn entity(declaration: &str) -> (Option<EntityDeclaration<'_>>, &str) {
    let text = declaration.trim_start_matches(blank);
    // A parameter entity (`% name`) is a danger of the same kinds.
    let text = text.strip_prefix('%').map_or(text, |text| text.trim_start_matches(blank));
    let end = text.find(blank).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let rest = rest.trim_start_matches(blank);
    match quoted(rest) {
        Some((value, after)) => {
            let nested = value.contains('%') || value.match_indices('&').any(|(at, _)| !harmless(&value[at + 1..]));
            let kind = if nested { EntityKind::Nested } else { EntityKind::Text };
            (Some(EntityDeclaration { name, kind }), after)
        }
        None => (Some(EntityDeclaration { name, kind: EntityKind::External }), rest),
    }
}

fn harmless(reference: &str) -> bool {
    reference.starts_with('#')
        || ["lt;", "gt;", "amp;", "quot;", "apos;"].iter().any(|name| reference.starts_with(name))
}
