//! An SRX file becomes rules and warnings, each with its place.

use std::borrow::Cow;

use hexapla_xml::{Event, Events, Tag, XmlErrorKind, XmlWarningKind};

use super::{Cascade, FormatHandles, LanguageMap, Rule, RuleGroup, Side, Srx, Subflows, Version};
use crate::segment::engine::{Action, FaultKind};
use crate::segment::pattern::PatternError;
use crate::text::Place;

/// A file of rules as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SrxFile {
    /// The rules.
    pub srx: Srx,
    /// What is odd about the file, in its order; its patterns are looked at by [`Srx::validate`].
    pub warnings: Vec<SrxWarning>,
}

/// Why a file holds no rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {kind}", place = format_args!("{}:{}", place.line, place.column))]
pub struct SrxError {
    /// What is wrong.
    pub kind: SrxErrorKind,
    /// Where.
    pub place: Place,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SrxErrorKind {
    /// The file is not XML.
    #[error("{0}")]
    Xml(XmlErrorKind),
    /// The file is XML, but not SRX.
    #[error("the root is `{root}`, not `srx`")]
    NotSrx {
        /// What the root element is called.
        root: String,
    },
    /// The file follows a version of the standard that is not known.
    #[error("version `{version}` of SRX is not known")]
    Version {
        /// What it says.
        version: String,
    },
}

/// What is odd about a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {kind}", place = format_args!("{}:{}", place.line, place.column))]
pub struct SrxWarning {
    /// What is odd.
    pub kind: SrxWarningKind,
    /// Where.
    pub place: Place,
}

/// What is odd about a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SrxWarningKind {
    /// The XML itself is odd.
    #[error("{0}")]
    Xml(XmlWarningKind),
    /// The root names no version; the file is read as SRX 2.0 if it cascades or uses its name space, else as 1.0.
    #[error("the file does not say its version")]
    NoVersion,
    /// An element that the standard does not know, and that is not kept.
    #[error("the element `{name}` is not known and was left out")]
    UnknownElement {
        /// Its name.
        name: String,
    },
    /// An attribute that the standard does not know, and that is not kept.
    #[error("the attribute `{name}` is not known and was left out")]
    UnknownAttribute {
        /// Its name.
        name: String,
    },
    /// An attribute with a value other than the standard allows; the default is taken.
    #[error("`{value}` is no value for `{name}`")]
    BadValue {
        /// The attribute.
        name: String,
        /// What it says.
        value: String,
    },
    /// Text where there should be none.
    #[error("text between the elements was left out")]
    StrayText,
    /// Two groups of the same name; the first is used.
    #[error("there are two groups `{name}`; the first is used")]
    SecondGroup {
        /// The name.
        name: String,
    },
    /// A map to a group that is not there.
    #[error("the map leads to the group `{name}`, which is not there")]
    NoGroup {
        /// The name.
        name: String,
    },
    /// There are no language maps: no language has rules.
    #[error("there is no language map, so that no language has rules")]
    NoMaps,
    /// The pattern of a language map cannot be read: it fits no language.
    #[error("the language pattern cannot be used: {0}")]
    BadMap(PatternError),
    /// A pattern that begins or ends with a line break, which was hardly meant.
    #[error("the pattern begins or ends with a line break")]
    LineBreak,
    /// Something is wrong with a rule.
    #[error("{0}")]
    Rule(FaultKind),
}

/// Reads the text of an SRX file, version 1.0 or 2.0 ([`hexapla_xml::decode`] makes text of bytes).
///
/// ```
/// use hexapla_core::segment::srx;
/// let file = srx::read(
///     r#"<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>
///     <languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>[.?!]+</beforebreak>
///     <afterbreak>\s</afterbreak></rule></languagerule></languagerules>
///     <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>"#,
/// )?;
/// assert_eq!(file.srx.groups[0].rules[0].before, "[.?!]+");
/// assert_eq!(file.srx.groups_for("de").unwrap().len(), 1);
/// # Ok::<(), srx::SrxError>(())
/// ```
///
/// # Errors
///
/// [`SrxError`] with its place if the text is not XML, or not SRX.
pub fn read(text: &str) -> Result<SrxFile, SrxError> {
    let mut reader =
        Reader { events: Events::new(text), srx: Srx::default(), warnings: Vec::new(), comments: Vec::new() };
    reader.document()?;
    let Reader { mut events, mut srx, mut warnings, comments, .. } = reader;
    srx.remarks.extend(comments);
    warnings.extend(
        events
            .take_warnings()
            .into_iter()
            .map(|warning| SrxWarning { kind: SrxWarningKind::Xml(warning.kind), place: place(warning.place) }),
    );
    Ok(SrxFile { srx, warnings })
}

struct Reader<'a> {
    events: Events<'a>,
    srx: Srx,
    warnings: Vec<SrxWarning>,
    /// Comments that belong to what comes next.
    comments: Vec<String>,
}

fn place(place: hexapla_xml::Place) -> Place {
    Place { line: place.line, column: place.column, byte: place.byte }
}

/// A name without its name space's prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Option<Event<'a>>, SrxError> {
        self.events
            .next()
            .transpose()
            .map_err(|error| SrxError { kind: SrxErrorKind::Xml(error.kind), place: place(error.place) })
    }

    fn here(&mut self) -> Place {
        place(self.events.place())
    }

    fn warn(&mut self, kind: SrxWarningKind) {
        let place = self.here();
        self.warnings.push(SrxWarning { kind, place });
    }

    fn document(&mut self) -> Result<(), SrxError> {
        while let Some(event) = self.next()? {
            match event {
                Event::Start(tag) if local(tag.name) == "srx" => {
                    self.root(&tag)?;
                    self.children("srx", |reader, tag| match local(tag.name) {
                        "header" => reader.header(tag),
                        "body" => reader.body(),
                        _ => reader.unknown(tag),
                    })?;
                }
                Event::Start(tag) => {
                    let root = tag.name.to_owned();
                    return Err(SrxError { kind: SrxErrorKind::NotSrx { root }, place: self.here() });
                }
                Event::Comment(comment) => self.comments.push(comment.to_owned()),
                _ => {}
            }
        }
        Ok(())
    }

    fn root(&mut self, tag: &Tag<'_>) -> Result<(), SrxError> {
        for attribute in &tag.attributes {
            let value = attribute.value().into_owned();
            if attribute.name != "version" {
                self.srx.attributes.push((attribute.name.to_owned(), value));
            }
        }
        self.srx.version = match tag.get("version").as_deref() {
            Some("2.0") => Version::V2,
            Some("1.0") => Version::V1,
            Some(version) => {
                let version = version.to_owned();
                return Err(SrxError { kind: SrxErrorKind::Version { version }, place: self.here() });
            }
            None => {
                self.warn(SrxWarningKind::NoVersion);
                let known = |(_, value): &(String, String)| value == "http://www.lisa.org/srx20";
                if self.srx.attributes.iter().any(known) { Version::V2 } else { Version::V1 }
            }
        };
        Ok(())
    }

    /// Hands every child of the element that was just opened to `each`, which must read it to its end.
    fn children(
        &mut self,
        name: &str,
        mut each: impl FnMut(&mut Self, &Tag<'a>) -> Result<(), SrxError>,
    ) -> Result<(), SrxError> {
        while let Some(event) = self.next()? {
            match event {
                Event::Start(tag) => each(self, &tag)?,
                Event::End { .. } => break,
                Event::Text(text) if !text.trim().is_empty() => self.warn(SrxWarningKind::StrayText),
                Event::Comment(comment) if name == "header" => self.srx.extras.push(format!("<!--{comment}-->")),
                Event::Comment(comment) => self.comments.push(comment.to_owned()),
                _ => {}
            }
        }
        Ok(())
    }

    fn header(&mut self, tag: &Tag<'_>) -> Result<(), SrxError> {
        for attribute in &tag.attributes {
            let value = attribute.value();
            match attribute.name {
                "segmentsubflows" => {
                    self.srx.segment_subflows =
                        if self.yes(attribute.name, &value, true) { Subflows::Segmented } else { Subflows::Whole };
                }
                "cascade" => {
                    self.srx.cascade =
                        if self.yes(attribute.name, &value, false) { Cascade::All } else { Cascade::First };
                }
                name => self.warn(SrxWarningKind::UnknownAttribute { name: name.to_owned() }),
            }
        }
        let mut handles = FormatHandles::default();
        self.children("header", |reader, tag| match local(tag.name) {
            "formathandle" => {
                reader.only(tag, &["include", "type"]);
                let include = tag.get("include").unwrap_or(Cow::Borrowed(""));
                let kind = tag.get("type").unwrap_or(Cow::Borrowed(""));
                let slot = match kind.as_ref() {
                    "start" => Some(&mut handles.opening),
                    "end" => Some(&mut handles.closing),
                    "isolated" => Some(&mut handles.isolated),
                    _ => None,
                };
                match slot {
                    Some(slot) => {
                        let default = *slot == Side::Before;
                        *slot = if reader.yes("include", &include, default) { Side::Before } else { Side::After };
                    }
                    None => {
                        reader.warn(SrxWarningKind::BadValue { name: "type".into(), value: kind.into_owned() });
                    }
                }
                reader.children("formathandle", |reader, tag| reader.unknown(tag))
            }
            _ => {
                let raw = reader.raw()?;
                reader.srx.extras.push(raw);
                Ok(())
            }
        })?;
        self.srx.handles = handles;
        Ok(())
    }

    fn yes(&mut self, name: &str, value: &str, default: bool) -> bool {
        match value.trim() {
            "yes" => true,
            "no" => false,
            _ => {
                self.warn(SrxWarningKind::BadValue { name: name.to_owned(), value: value.to_owned() });
                default
            }
        }
    }

    /// The source of an element and all that is in it.
    fn raw(&mut self) -> Result<String, SrxError> {
        let start = self.events.range().start;
        let end = self.skip()?;
        Ok(self.events.text()[start..end].to_owned())
    }

    /// Reads to the end of an element; gives the byte after it.
    fn skip(&mut self) -> Result<usize, SrxError> {
        let mut end = self.events.range().end;
        let mut depth = 1u32;
        while depth > 0 {
            match self.next()? {
                Some(Event::Start(_)) => depth += 1,
                Some(Event::End { .. }) => depth -= 1,
                Some(_) => {}
                None => break,
            }
            end = end.max(self.events.range().end);
        }
        Ok(end)
    }

    fn unknown(&mut self, tag: &Tag<'_>) -> Result<(), SrxError> {
        self.warn(SrxWarningKind::UnknownElement { name: tag.name.to_owned() });
        self.skip().map(|_| ())
    }

    /// Says which attributes of an element have no place in it.
    fn only(&mut self, tag: &Tag<'_>, known: &[&str]) {
        for attribute in tag.attributes.iter().filter(|attribute| !known.contains(&attribute.name)) {
            self.warn(SrxWarningKind::UnknownAttribute { name: attribute.name.to_owned() });
        }
    }

    fn comment(&mut self) -> Option<String> {
        let comments = std::mem::take(&mut self.comments);
        (!comments.is_empty()).then(|| comments.iter().map(|c| c.trim()).collect::<Vec<_>>().join("\n"))
    }

    fn body(&mut self) -> Result<(), SrxError> {
        self.children("body", |reader, tag| match local(tag.name) {
            "languagerules" => {
                reader.only(tag, &[]);
                reader.children("languagerules", |reader, tag| match local(tag.name) {
                    "languagerule" => reader.group(tag),
                    _ => reader.unknown(tag),
                })
            }
            "maprules" => {
                reader.only(tag, &[]);
                reader.maps()
            }
            _ => reader.unknown(tag),
        })
    }

    fn group(&mut self, tag: &Tag<'_>) -> Result<(), SrxError> {
        self.only(tag, &["languagerulename"]);
        let name = tag.get("languagerulename").unwrap_or_default().into_owned();
        if self.srx.groups.iter().any(|group| group.name == name) {
            self.warn(SrxWarningKind::SecondGroup { name: name.clone() });
        }
        let comment = self.comment();
        let mut rules = Vec::new();
        self.children("languagerule", |reader, tag| match local(tag.name) {
            "rule" => {
                rules.push(reader.rule(tag)?);
                Ok(())
            }
            _ => reader.unknown(tag),
        })?;
        self.srx.groups.push(RuleGroup { name, rules, comment });
        Ok(())
    }

    fn rule(&mut self, tag: &Tag<'_>) -> Result<Rule, SrxError> {
        let place = Some(self.here());
        let title = self.comment();
        let mut action = Action::Break;
        for attribute in &tag.attributes {
            match attribute.name {
                "break" => {
                    action = if self.yes("break", &attribute.value(), true) { Action::Break } else { Action::Keep };
                }
                name => self.warn(SrxWarningKind::UnknownAttribute { name: name.to_owned() }),
            }
        }
        let (mut before, mut after) = (String::new(), String::new());
        self.children("rule", |reader, tag| match local(tag.name) {
            "beforebreak" => reader.pattern(tag).map(|text| before = text),
            "afterbreak" => reader.pattern(tag).map(|text| after = text),
            _ => reader.unknown(tag),
        })?;
        Ok(Rule { action, before, after, title, place })
    }

    /// The text of the element that was just opened.
    fn pattern(&mut self, tag: &Tag<'_>) -> Result<String, SrxError> {
        self.only(tag, &[]);
        let mut all = String::new();
        while let Some(event) = self.next()? {
            match event {
                Event::Text(text) => all.push_str(&text),
                Event::Comment(comment) => self.comments.push(comment.to_owned()),
                Event::Start(tag) => self.unknown(&tag)?,
                Event::End { .. } => break,
                _ => {}
            }
        }
        if all.starts_with(['\n', '\r']) || all.ends_with(['\n', '\r']) {
            self.warn(SrxWarningKind::LineBreak);
        }
        Ok(all)
    }

    fn maps(&mut self) -> Result<(), SrxError> {
        self.children("maprules", |reader, tag| match local(tag.name) {
            // SRX 1.0 has the maps of several uses under names of their own.
            "maprule" => {
                reader.only(tag, &["maprulename"]);
                let list = tag.get("maprulename").unwrap_or_default().into_owned();
                reader.children("maprule", |reader, tag| reader.map(tag, Some(&list)))
            }
            _ => reader.map(tag, None),
        })
    }

    fn map(&mut self, tag: &Tag<'_>, list: Option<&str>) -> Result<(), SrxError> {
        if local(tag.name) != "languagemap" {
            return self.unknown(tag);
        }
        self.only(tag, &["languagepattern", "languagerulename"]);
        let map = LanguageMap {
            pattern: tag.get("languagepattern").unwrap_or_default().into_owned(),
            group: tag.get("languagerulename").unwrap_or_default().into_owned(),
            list: list.map(str::to_owned),
            comment: self.comment(),
            place: Some(self.here()),
        };
        self.srx.maps.push(map);
        self.children("languagemap", |reader, tag| reader.unknown(tag))
    }
}
