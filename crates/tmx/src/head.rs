//! What stands before the units.

use hexapla_xml::{EntityKind, Event, Events, Place};

use crate::build;
use crate::diagnostic::Problem;
use crate::dtd::Name;
use crate::model::{Attributes, Head, HeadItem, Meta, Ude};
use crate::reader::frame::junk;
use crate::source::Cut;
use crate::unit::{cut_off, local, problem_of};

/// The head, and what is wrong with it, each at a byte of the text.
pub(crate) struct HeadRead {
    pub(crate) head: Head,
    pub(crate) problems: Vec<(Problem, usize)>,
    pub(crate) cut: Option<Cut>,
    pub(crate) body: Body,
    /// What stands in the body before the first unit and is none.
    pub(crate) loose: Vec<String>,
}

/// Whether the body was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    None,
    Open,
    Closed,
}

/// Looks at the first bytes of a file: the namespace prefix that its elements have (`t:` or nothing), and a reason to
/// refuse it outright.
pub(crate) fn first_look(start: &str) -> (String, Option<(Problem, usize)>) {
    if start.trim_matches(|c: char| c.is_whitespace() || c == '\0').is_empty() {
        return (String::new(), Some((Problem::Empty, 0)));
    }
    let mut events = Events::piece(start, Place::START, &[]);
    while let Some(event) = events.next() {
        let at = events.range().start;
        match event {
            Ok(Event::Doctype(doctype)) => {
                let bad = doctype.entities().find(|entity| entity.kind != EntityKind::Text);
                if let Some(entity) = bad {
                    let name = entity.name.to_owned();
                    return (String::new(), Some((Problem::RefusedEntity { name }, at)));
                }
            }
            Ok(Event::Start(tag)) => {
                let (prefix, name) = tag.name.rsplit_once(':').unwrap_or(("", tag.name));
                return match name {
                    "tmx" if prefix.is_empty() => (String::new(), None),
                    "tmx" => (format!("{prefix}:"), None),
                    // The rest of a file that lost its beginning.
                    "header" | "body" | "tu" | "tuv" | "seg" | "prop" | "note" => (String::new(), None),
                    _ => (String::new(), Some((Problem::NotTmx { root: tag.name.to_owned() }, at))),
                };
            }
            Ok(Event::Text(text)) if !text.trim().is_empty() => break,
            Ok(_) => {}
            Err(_) => break,
        }
    }
    // What begins with something else may still hold units.
    let at = events.range().start;
    let hopeless = !start.contains("<tmx") && !start.contains("<tu") && !start.contains(":tmx");
    (String::new(), hopeless.then_some((Problem::NotXml, at)))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    Outside,
    Root,
    Header,
    Meta,
    Ude,
    Map,
    Body,
    After,
}

/// Reads what stands before the first unit.
pub(crate) fn read(text: &str, base: Place, prefix: &str, max_depth: usize) -> HeadRead {
    let mut read =
        HeadRead { head: Head::default(), problems: Vec::new(), cut: None, body: Body::None, loose: Vec::new() };
    let mut events = Events::piece(text, base, &[]).max_depth(max_depth);
    let mut spot = Spot::Outside;
    let mut header_seen = false;
    // Where the element begins that is kept as it is, how many are open in it, and whether TMX knows it.
    let mut foreign: Option<(usize, usize)> = None;
    let mut stray = false;
    // Where the note, property or table of characters stands that is being read.
    let mut home = Spot::Header;
    let head = &mut read.head;
    while let Some(event) = events.next() {
        let range = events.range();
        match event {
            Ok(Event::Start(tag)) => {
                let name = local(tag.name, prefix);
                if let Some((_, depth)) = &mut foreign {
                    *depth += 1;
                    continue;
                }
                spot = match (spot, name) {
                    (Spot::Outside, "tmx") => {
                        let mut root = build::attributes(&tag);
                        head.version = root.remove("version");
                        if !prefix.is_empty() {
                            root.remove(&format!("xmlns:{}", prefix.trim_end_matches(':')));
                        }
                        head.root = root;
                        Spot::Root
                    }
                    (Spot::Root | Spot::Outside, "header") if !header_seen => {
                        header_seen = true;
                        head.attributes = build::attributes(&tag);
                        Spot::Header
                    }
                    (Spot::Root | Spot::Outside, "body") if read.body == Body::None => {
                        read.body = Body::Open;
                        Spot::Body
                    }
                    // What stands beside the header is written into it.
                    (Spot::Header | Spot::Root | Spot::Outside | Spot::Body, "note" | "prop") => {
                        home = spot;
                        head.items.push(HeadItem::Meta(build::meta(&tag, name)));
                        Spot::Meta
                    }
                    (Spot::Header | Spot::Root | Spot::Outside | Spot::Body, "ude") => {
                        home = spot;
                        let attributes = build::attributes(&tag);
                        head.items.push(HeadItem::Ude(Ude { attributes, maps: Vec::new() }));
                        Spot::Ude
                    }
                    (Spot::Ude, "map") => {
                        let map: Attributes = build::attributes(&tag);
                        if let Some(HeadItem::Ude(ude)) = head.items.last_mut() {
                            ude.maps.push(map);
                        }
                        Spot::Map
                    }
                    (spot, _) => {
                        foreign = Some((range.start, 1));
                        stray = Name::of(name).is_some();
                        spot
                    }
                };
            }
            Ok(Event::End { .. }) => {
                if let Some((from, depth)) = &mut foreign {
                    *depth -= 1;
                    if *depth == 0 {
                        let written = text[*from..range.end].to_owned();
                        foreign = None;
                        match head.items.last_mut() {
                            _ if spot == Spot::Body && !stray => read.loose.push(written),
                            Some(HeadItem::Meta(Meta::Note { text, .. } | Meta::Prop { text, .. }))
                                if spot == Spot::Meta =>
                            {
                                text.push_str(&written);
                            }
                            _ => head.items.push(HeadItem::Meta(Meta::Foreign(written))),
                        }
                    }
                    continue;
                }
                spot = match spot {
                    Spot::Map => Spot::Ude,
                    Spot::Ude | Spot::Meta => home,
                    Spot::Header => Spot::Root,
                    Spot::Body => {
                        read.body = Body::Closed;
                        Spot::Root
                    }
                    Spot::Root | Spot::Outside | Spot::After => {
                        // A document without a body has no units either.
                        read.body = Body::Closed;
                        Spot::After
                    }
                };
            }
            Ok(Event::Text(piece)) => match (spot, head.items.last_mut()) {
                _ if foreign.is_some() => {}
                (Spot::Meta, Some(HeadItem::Meta(Meta::Note { text, .. } | Meta::Prop { text, .. }))) => {
                    text.push_str(&piece);
                }
                _ if piece.trim_ascii().is_empty() => {}
                (Spot::After, _) => read.problems.push((Problem::TrailingJunk, range.start)),
                (Spot::Header, _) => head.items.push(HeadItem::Meta(Meta::Foreign(
                    hexapla_xml::write::escape_text(piece.trim_ascii()).into_owned(),
                ))),
                (spot, _) => {
                    let parent = if spot == Spot::Body { "body" } else { "tmx" }.to_owned();
                    read.problems.push((Problem::UnexpectedText { parent }, range.start));
                }
            },
            Ok(Event::Comment(_) | Event::Instruction(_)) => {
                if foreign.is_none() && spot == Spot::Body {
                    read.loose.push(text[range].to_owned());
                } else if foreign.is_none() && !matches!(spot, Spot::Meta | Spot::Ude | Spot::Map) {
                    head.items.push(HeadItem::Meta(Meta::Foreign(text[range].to_owned())));
                }
            }
            Ok(Event::Declaration(_) | Event::Doctype(_)) => {}
            Err(error) => {
                read.cut = cut_off(&error.kind);
                let problem = if spot == Spot::After { junk(&text[range.start..]) } else { Problem::Xml(error.kind) };
                read.problems.push((problem, range.start));
            }
        }
    }
    for warning in events.take_warnings() {
        let at = warning.place.byte.saturating_sub(base.byte);
        read.problems.push((problem_of(warning.kind), at));
    }
    read
}
