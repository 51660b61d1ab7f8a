//! What stands before the units.

use hexapla_xml::{EntityKind, Event, Events, Place, Tag};

use crate::build;
use crate::diagnostic::Problem;
use crate::dtd::Name;
use crate::model::{Head, HeadItem, Meta, Ude};
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

/// Where in the head the reader is; notes, properties and tables of characters by their number among the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    Outside,
    Root,
    Header,
    Meta(usize),
    Ude(usize),
    Map,
    Body,
    After,
}

impl Spot {
    /// The element that text stands in.
    fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Ude(_) => "ude",
            Self::Map => "map",
            Self::Body => "body",
            _ => "tmx",
        }
    }
}

/// Reads what stands before the first unit.
pub(crate) fn read(text: &str, base: Place, prefix: &str, max_depth: usize) -> HeadRead {
    let mut events = Events::piece(text, base, &[]).max_depth(max_depth);
    let read = HeadRead { head: Head::default(), problems: Vec::new(), cut: None, body: Body::None, loose: Vec::new() };
    let mut reading =
        Reading { text, prefix, read, open: vec![Spot::Outside], header: Header::ToCome, untouched: None };
    while let Some(event) = events.next() {
        let range = events.range();
        match event {
            Ok(Event::Start(tag)) => reading.start(&tag, range.start),
            Ok(Event::End { .. }) => reading.end(range.end),
            Ok(Event::Text(piece)) => reading.text(&piece, range.start),
            Ok(Event::Comment(_) | Event::Instruction(_)) => reading.markup(&text[range]),
            Ok(Event::Declaration(_) | Event::Doctype(_)) => {}
            Err(error) => {
                reading.read.cut = cut_off(&error.kind);
                let is_over = reading.spot() == Spot::After;
                let problem = if is_over { junk(&text[range.start..]) } else { Problem::Xml(error.kind) };
                reading.read.problems.push((problem, range.start));
            }
        }
    }
    let mut read = reading.read;
    for warning in events.take_warnings() {
        let at = warning.place.byte.saturating_sub(base.byte);
        read.problems.push((problem_of(warning.kind), at));
    }
    read
}

/// A head that is being read.
struct Reading<'t> {
    text: &'t str,
    prefix: &'t str,
    read: HeadRead,
    /// What is open, outermost first; what is outside of the document before all.
    open: Vec<Spot>,
    header: Header,
    /// The element that is kept as it is written.
    untouched: Option<Untouched>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Header {
    ToCome,
    Seen,
}

/// An element that is kept as it is written: where it begins, how many are open in it, whether TMX knows it.
struct Untouched {
    from: usize,
    depth: usize,
    name: Option<Name>,
}

impl Reading<'_> {
    fn spot(&self) -> Spot {
        self.open.last().copied().unwrap_or(Spot::Outside)
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        if let Some(untouched) = &mut self.untouched {
            untouched.depth += 1;
            return;
        }
        let name = local(tag.name, self.prefix);
        let head = &mut self.read.head;
        let next = head.items.len();
        let spot = match (self.open.last().copied().unwrap_or(Spot::Outside), name) {
            (Spot::Outside, "tmx") => {
                let mut root = build::attributes(tag);
                head.version = root.remove("version");
                if !self.prefix.is_empty() {
                    root.remove(&format!("xmlns:{}", self.prefix.trim_end_matches(':')));
                }
                head.root = root;
                Spot::Root
            }
            (Spot::Root | Spot::Outside, "header") if self.header == Header::ToCome => {
                self.header = Header::Seen;
                head.attributes = build::attributes(tag);
                Spot::Header
            }
            (Spot::Root | Spot::Outside, "body") if self.read.body == Body::None => {
                self.read.body = Body::Open;
                Spot::Body
            }
            (Spot::Ude(number), "map") => {
                if let Some(HeadItem::Ude(ude)) = head.items.get_mut(number) {
                    ude.maps.push(build::attributes(tag));
                }
                Spot::Map
            }
            // What stands beside the header, or in another item of it, is written into it.
            (spot, "note" | "prop") if !matches!(spot, Spot::Meta(_)) => {
                head.items.push(HeadItem::Meta(build::meta(tag, name)));
                Spot::Meta(next)
            }
            (spot, "ude") if !matches!(spot, Spot::Meta(_)) => {
                head.items.push(HeadItem::Ude(Ude { attributes: build::attributes(tag), maps: Vec::new() }));
                Spot::Ude(next)
            }
            _ => {
                self.untouched = Some(Untouched { from: at, depth: 1, name: Name::of(name) });
                return;
            }
        };
        self.open.push(spot);
    }

    fn end(&mut self, at: usize) {
        if let Some(untouched) = &mut self.untouched {
            untouched.depth -= 1;
            if untouched.depth > 0 {
                return;
            }
            let (written, is_known) = (&self.text[untouched.from..at], untouched.name.is_some());
            self.untouched = None;
            match self.spot() {
                Spot::Body if !is_known => self.read.loose.push(written.to_owned()),
                Spot::Meta(number) => self.say(number, written),
                _ => self.keep(written),
            }
            return;
        }
        match self.open.pop() {
            Some(Spot::Body) => self.read.body = Body::Closed,
            // A document without a body has no units either.
            Some(Spot::Root) => {
                self.read.body = Body::Closed;
                self.open = vec![Spot::After];
            }
            _ => {}
        }
    }

    fn text(&mut self, piece: &str, at: usize) {
        match self.spot() {
            _ if self.untouched.is_some() => {}
            Spot::Meta(number) => self.say(number, piece),
            _ if piece.trim_ascii().is_empty() => {}
            Spot::After => self.read.problems.push((Problem::TrailingJunk, at)),
            spot => {
                if matches!(spot, Spot::Header | Spot::Ude(_) | Spot::Map) {
                    self.keep(&hexapla_xml::write::escape_text(piece.trim_ascii()));
                }
                if spot != Spot::Header {
                    let parent = spot.name().to_owned();
                    self.read.problems.push((Problem::UnexpectedText { parent }, at));
                }
            }
        }
    }

    /// A comment or an instruction; one within an item has no place in the model but behind it.
    fn markup(&mut self, written: &str) {
        match self.spot() {
            _ if self.untouched.is_some() => {}
            Spot::Body => self.read.loose.push(written.to_owned()),
            _ => self.keep(written),
        }
    }

    /// Adds to the text of a note or a property.
    fn say(&mut self, number: usize, piece: &str) {
        if let Some(HeadItem::Meta(Meta::Note { text, .. } | Meta::Prop { text, .. })) =
            self.read.head.items.get_mut(number)
        {
            text.push_str(piece);
        }
    }

    fn keep(&mut self, written: &str) {
        self.read.head.items.push(HeadItem::Meta(Meta::Foreign(written.to_owned())));
    }
}

/// What it is that follows the document.
pub(crate) fn junk(rest: &str) -> Problem {
    let nuls = rest.chars().all(|c| c == '\0' || c.is_ascii_whitespace());
    if nuls { Problem::TrailingNuls } else { Problem::TrailingJunk }
}
