//! Simple selectors: `nav`, `.teaser`, `#sidebar`, `div.teaser`.

/// What an element must be to match.
#[derive(Clone, Debug, Default)]
pub(super) struct Selector {
    tag: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
}

impl Selector {
    /// Reads a selector; one that says nothing matches nothing.
    pub(super) fn parse(text: &str) -> Self {
        let mut selector = Self::default();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let (sign, name) = match rest.as_bytes()[0] {
                sign @ (b'.' | b'#') => (sign, &rest[1..]),
                _ => (b' ', rest),
            };
            let end = name.find(['.', '#']).unwrap_or(name.len());
            let word = name[..end].to_owned();
            match sign {
                b'.' => selector.classes.push(word),
                b'#' => selector.id = Some(word),
                _ => selector.tag = Some(word.to_ascii_lowercase()),
            }
            rest = &name[end..];
        }
        selector
    }

    /// Whether it is a tag and nothing more.
    pub(super) fn is_tag_alone(&self) -> bool {
        self.tag.is_some() && self.id.is_none() && self.classes.is_empty()
    }

    pub(super) fn matches(&self, tag: &str, id: &str, classes: &str) -> bool {
        let says_something = self.tag.is_some() || self.id.is_some() || !self.classes.is_empty();
        says_something
            && self.tag.as_deref().is_none_or(|wanted| wanted == tag)
            && self.id.as_deref().is_none_or(|wanted| wanted == id)
            && self.classes.iter().all(|wanted| classes.split_ascii_whitespace().any(|class| class == wanted))
    }
}
