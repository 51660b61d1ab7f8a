//! What the elements of HTML are to a reader of text.

use hexapla_core::document::BlockKind;

/// How an element takes part in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// It parts text.
    Block,
    /// It runs within text.
    Inline,
    /// Its inside is no text: `template`, `svg`, `math`, `script`, `style` …
    Skipped,
}

pub(super) fn flow(name: &str) -> Flow {
    match name {
        "script" | "style" | "template" | "svg" | "math" | "iframe" | "noembed" | "noframes" => Flow::Skipped,
        "address" | "article" | "aside" | "blockquote" | "body" | "button" | "caption" | "center" | "col"
        | "colgroup" | "datalist" | "dd" | "details" | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset"
        | "figcaption" | "figure" | "footer" | "form" | "frameset" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "head" | "header" | "hgroup" | "hr" | "html" | "label" | "legend" | "li" | "listing" | "main" | "menu"
        | "meta" | "link" | "base" | "nav" | "ol" | "optgroup" | "option" | "p" | "plaintext" | "pre" | "search"
        | "section" | "select" | "summary" | "table" | "tbody" | "td" | "textarea" | "tfoot" | "th" | "thead"
        | "title" | "tr" | "ul" | "xmp" => Flow::Block,
        // What they hold is shown in their stead.
        "audio" | "canvas" | "noscript" | "object" | "video" => Flow::Block,
        _ => Flow::Inline,
    }
}

/// Whether it is an element of HTML; others are components, whose grammar is their own.
pub(super) fn is_known(name: &str) -> bool {
    flow(name) != Flow::Inline
        || is_void(name)
        || matches!(
            name,
            "a" | "abbr"
                | "acronym"
                | "b"
                | "bdi"
                | "bdo"
                | "big"
                | "cite"
                | "code"
                | "data"
                | "del"
                | "dfn"
                | "em"
                | "font"
                | "i"
                | "ins"
                | "kbd"
                | "map"
                | "mark"
                | "nobr"
                | "picture"
                | "q"
                | "ruby"
                | "s"
                | "samp"
                | "small"
                | "span"
                | "strike"
                | "strong"
                | "sub"
                | "sup"
                | "time"
                | "tt"
                | "u"
                | "var"
        )
}

pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether a start tag of this name ends an open paragraph.
pub(super) fn ends_paragraph(name: &str) -> bool {
    flow(name) == Flow::Block
        && !matches!(name, "button" | "label" | "option" | "optgroup" | "select" | "textarea" | "datalist" | "legend")
        && !matches!(name, "meta" | "link" | "base" | "title")
        && !matches!(name, "audio" | "canvas" | "noscript" | "object" | "video")
}

/// The open elements that a start tag of this name ends, and those beyond which it does not reach.
pub(super) fn implied_ends(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    Some(match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir", "table", "td", "th"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table", "td", "th"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["tbody", "thead", "tfoot", "table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "caption", "colgroup"], &["table"]),
        "option" => (&["option"], &["select", "datalist", "optgroup"]),
        "optgroup" => (&["optgroup"], &["select"]),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => (
            &["h1", "h2", "h3", "h4", "h5", "h6"],
            &["div", "section", "article", "td", "th", "li", "main", "body", "header", "blockquote", "figure"],
        ),
        "body" => (&["head"], &["html"]),
        _ => return None,
    })
}

/// Elements out of which no end tag reaches, table parts aside.
pub(super) fn is_boundary(name: &str) -> bool {
    matches!(name, "table" | "td" | "th" | "caption" | "button" | "html" | "body")
}

/// The kind of block that an element makes of its text; others leave it as it is.
pub(super) fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "title" => BlockKind::Title,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" => BlockKind::ListItem,
        "dt" => BlockKind::Term,
        "dd" => BlockKind::Definition,
        "td" | "th" => BlockKind::TableCell,
        "caption" | "figcaption" => BlockKind::Caption,
        "blockquote" => BlockKind::Quote,
        "button" | "option" | "label" | "legend" | "textarea" | "summary" => BlockKind::Label,
        "article" | "section" | "main" | "body" | "nav" | "aside" | "header" | "footer" | "table" | "ul" | "ol"
        | "dl" | "form" => BlockKind::Paragraph,
        _ => return None,
    })
}

/// What an inline element is called among inline codes: the words of TMX 1.4b where it has one.
pub(crate) fn code_name(name: &str) -> &str {
    match name {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "ulined",
        "a" => "link",
        "img" | "picture" | "svg" => "image",
        "br" => "lb",
        other => other,
    }
}

/// Attributes with text for readers, by element.
pub(crate) fn has_text(element: &str, attribute: &str) -> bool {
    match attribute {
        "title" => !matches!(element, "link" | "style" | "meta"),
        "alt" => matches!(element, "img" | "area" | "input" | "applet"),
        "aria-label" | "aria-description" | "aria-placeholder" | "aria-roledescription" | "aria-valuetext" => true,
        "placeholder" => matches!(element, "input" | "textarea"),
        "label" => matches!(element, "option" | "optgroup" | "track") || !is_known(element),
        "caption" | "heading" | "header" => !is_known(element),
        "summary" => element == "table",
        "abbr" => element == "th",
        _ => false,
    }
}

/// `meta` names whose content is for readers.
pub(super) fn is_translatable_meta(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "description"
            | "keywords"
            | "abstract"
            | "og:title"
            | "og:description"
            | "og:image:alt"
            | "twitter:title"
            | "twitter:description"
            | "twitter:image:alt"
            | "dc.title"
            | "dc.description"
            | "dcterms.title"
    )
}
