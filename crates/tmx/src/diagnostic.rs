//! What is wrong with a memory file, as values: a code, a place, the arguments of a message, a remedy.

use std::fmt;

use hexapla_xml::{EncodingWarning, Place, XmlErrorKind};

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where; the byte counts in the file as it is, whatever its encoding.
    pub place: Place,
    /// The number of the unit in the file, from 1, where it is about a unit.
    pub unit: Option<u64>,
    /// The unit's own name, where it has one.
    pub tuid: Option<String>,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Legal, or harmless, but not what one would want.
    Warning,
    /// Against the standard; what it is about may have been kept or skipped.
    Error,
    /// Nothing of the file could or would be read.
    Fatal,
}

/// What may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are the arguments of the message, which `Display` shows in use")]
pub enum Problem {
    /// Not well-formed XML; the unit or header it stands in is skipped.
    Xml(XmlErrorKind),
    /// Bytes and declaration disagree about the encoding.
    Encoding(EncodingWarning),
    /// Bytes that mean nothing in the file's encoding.
    Undecodable { encoding: String },
    /// An entity that is not one of the five: left as written.
    UnknownEntity { name: String },
    /// XML of another version.
    XmlVersion { version: String },
    /// The file is empty.
    Empty,
    /// The root element is not `tmx`.
    NotTmx { root: String },
    /// The file has no markup at all.
    NotXml,
    /// The document type declares entities that could explode or reach outside; refused.
    RefusedEntity { name: String },
    /// A unit without its end.
    UnclosedUnit,
    /// A unit larger than is read.
    UnitTooLarge { limit: usize },
    /// The file ends before `</body></tmx>`.
    Truncated,
    /// Something after the end of the document.
    TrailingJunk,
    /// Nothing but NULs after the end of the document, as tools leave that fill up blocks; libxml2 takes no offence.
    TrailingNuls,
    /// A `tu` outside of a body.
    UnitOutsideBody,
    /// No `header`, or no `body`.
    MissingElement { element: &'static str, parent: &'static str },
    /// An element where it may not stand.
    UnexpectedElement { element: String, parent: String },
    /// Elements that are all allowed, but not in this order.
    WrongOrder { element: String, parent: String },
    /// Text where only elements may stand.
    UnexpectedText { parent: String },
    /// An attribute that the element does not have.
    UnknownAttribute { element: String, attribute: String },
    /// An attribute that the element must have.
    MissingAttribute { element: &'static str, attribute: &'static str },
    /// An attribute with a value that is not one of those allowed.
    BadValue { element: String, attribute: String, value: String },
    /// A version other than 1.1 to 1.4.
    UnknownVersion { version: String },
    /// No version at all.
    MissingVersion,
    /// A date not of the form that all tools read.
    BadDate { attribute: String, value: String },
    /// A language tag that is none.
    BadLanguage { value: String },
    /// A language tag with `_` for `-`.
    UnderscoreInLanguage { value: String },
    /// Both `lang` and `xml:lang`, of different values.
    LanguageConflict { lang: String, xml_lang: String },
    /// `lang` without the `xml:lang` that replaced it in TMX 1.3. The DTD forbids it, but libxml2 takes one for the other,
    /// and so do most tools.
    OldLanguageAttribute,
    /// A `tuid` with white space in it.
    BlankInTuid { value: String },
    /// A `tuid` that an earlier unit has.
    DuplicateTuid { value: String, first: u64 },
    /// A number that is none.
    BadNumber { attribute: String, value: String },
    /// No variant in the source language.
    MissingSource { language: String },
    /// Only one variant: nothing is translated.
    SingleVariant,
    /// Two variants of one language.
    DuplicateVariant { language: String },
    /// A segment with nothing in it.
    EmptySegment { language: String },
    /// A segment with blanks at an end.
    SegmentBlanks { language: String },
    /// `bpt` without its `ept`.
    UnpairedBpt { i: String },
    /// `ept` without its `bpt` before it.
    UnpairedEpt { i: String },
    /// Two `bpt` with one number.
    DuplicateI { i: String },
    /// Codes of the source that a variant lacks, or the other way round.
    UnmatchedX { element: &'static str, x: String, language: String },
    /// `it` whose other half stands in the same segment.
    IsolatedPair { x: String },
    /// `ut`, which is deprecated.
    DeprecatedUt,
    /// A `ude` with a `code` in one of its maps, but without `base`.
    MissingBase,
    /// A `map` that maps nothing, or to what is no code point.
    BadMap { attribute: String, value: String },
    /// More of the same, only counted.
    Repeated { code: &'static str, count: u64 },
}

impl Problem {
    /// A stable name for it: `tmx-unpaired-bpt`, `xml-bare-ampersand`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Xml(kind) => kind.code(),
            Self::Encoding(_) => "tmx-encoding",
            Self::Undecodable { .. } => "tmx-undecodable",
            Self::UnknownEntity { .. } => "xml-unknown-entity",
            Self::XmlVersion { .. } => "xml-version",
            Self::Empty => "tmx-empty-file",
            Self::NotTmx { .. } => "tmx-not-tmx",
            Self::NotXml => "tmx-not-xml",
            Self::RefusedEntity { .. } => "tmx-refused-entity",
            Self::UnclosedUnit => "tmx-unclosed-unit",
            Self::UnitTooLarge { .. } => "tmx-unit-too-large",
            Self::Truncated => "tmx-truncated",
            Self::TrailingJunk => "tmx-trailing-junk",
            Self::TrailingNuls => "tmx-trailing-nuls",
            Self::UnitOutsideBody => "tmx-unit-outside-body",
            Self::MissingElement { .. } => "tmx-missing-element",
            Self::UnexpectedElement { .. } => "tmx-unexpected-element",
            Self::WrongOrder { .. } => "tmx-wrong-order",
            Self::UnexpectedText { .. } => "tmx-unexpected-text",
            Self::UnknownAttribute { .. } => "tmx-unknown-attribute",
            Self::MissingAttribute { .. } => "tmx-missing-attribute",
            Self::BadValue { .. } => "tmx-bad-value",
            Self::UnknownVersion { .. } => "tmx-unknown-version",
            Self::MissingVersion => "tmx-missing-version",
            Self::BadDate { .. } => "tmx-bad-date",
            Self::BadLanguage { .. } => "tmx-bad-language",
            Self::UnderscoreInLanguage { .. } => "tmx-underscore-in-language",
            Self::LanguageConflict { .. } => "tmx-language-conflict",
            Self::OldLanguageAttribute => "tmx-old-language-attribute",
            Self::BlankInTuid { .. } => "tmx-blank-in-tuid",
            Self::DuplicateTuid { .. } => "tmx-duplicate-tuid",
            Self::BadNumber { .. } => "tmx-bad-number",
            Self::MissingSource { .. } => "tmx-missing-source",
            Self::SingleVariant => "tmx-single-variant",
            Self::DuplicateVariant { .. } => "tmx-duplicate-variant",
            Self::EmptySegment { .. } => "tmx-empty-segment",
            Self::SegmentBlanks { .. } => "tmx-segment-blanks",
            Self::UnpairedBpt { .. } => "tmx-unpaired-bpt",
            Self::UnpairedEpt { .. } => "tmx-unpaired-ept",
            Self::DuplicateI { .. } => "tmx-duplicate-i",
            Self::UnmatchedX { .. } => "tmx-unmatched-x",
            Self::IsolatedPair { .. } => "tmx-isolated-pair",
            Self::DeprecatedUt => "tmx-deprecated-ut",
            Self::MissingBase => "tmx-missing-base",
            Self::BadMap { .. } => "tmx-bad-map",
            Self::Repeated { .. } => "tmx-repeated",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Empty | Self::NotTmx { .. } | Self::NotXml | Self::RefusedEntity { .. } => Severity::Fatal,
            Self::Encoding(_)
            | Self::UnknownEntity { .. }
            | Self::XmlVersion { .. }
            | Self::MissingVersion
            | Self::BadDate { .. }
            | Self::UnderscoreInLanguage { .. }
            | Self::LanguageConflict { .. }
            | Self::DuplicateTuid { .. }
            | Self::SingleVariant
            | Self::DuplicateVariant { .. }
            | Self::EmptySegment { .. }
            | Self::SegmentBlanks { .. }
            | Self::UnmatchedX { .. }
            | Self::IsolatedPair { .. }
            | Self::DeprecatedUt
            | Self::TrailingNuls
            | Self::Repeated { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Whether the DTD (or, for what follows the document, XML) forbids it, so that a validating parser would say so too.
    pub fn breaks_dtd(&self) -> bool {
        matches!(
            self,
            Self::MissingElement { .. }
                | Self::UnexpectedElement { .. }
                | Self::WrongOrder { .. }
                | Self::UnexpectedText { .. }
                | Self::UnknownAttribute { .. }
                | Self::MissingAttribute { .. }
                | Self::BadValue { .. }
                | Self::UnknownVersion { .. }
                | Self::NotTmx { .. }
                | Self::UnitOutsideBody
                | Self::TrailingJunk
        )
    }

    /// What to do about it, in English.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::Xml(XmlErrorKind::ForbiddenCharacter { .. } | XmlErrorKind::BadReference { .. }) => {
                "delete the character: XML has no way to write it"
            }
            Self::Xml(XmlErrorKind::BareAmpersand) => "write `&amp;` for a literal ampersand",
            Self::Xml(XmlErrorKind::BadMarkup | XmlErrorKind::LessThanInAttribute { .. }) => {
                "write `&lt;` for a literal less-than sign"
            }
            Self::Xml(_) => "correct the markup; the unit was skipped, the others are kept",
            Self::Encoding(_) => "correct the encoding in the XML declaration, or save as UTF-8",
            Self::Undecodable { .. } => "save the file in the encoding that it declares",
            Self::UnknownEntity { .. } => "write the character itself",
            Self::XmlVersion { .. } => "declare version 1.0",
            Self::Empty | Self::NotTmx { .. } | Self::NotXml => "give a TMX file",
            Self::RefusedEntity { .. } => "take the entity declarations out of the document type declaration",
            Self::UnclosedUnit => "close the unit with `</tu>`",
            Self::UnitTooLarge { .. } => "split the unit, or check for a missing `</tu>`",
            Self::Truncated => "the file was cut off: get it again from where it came",
            Self::TrailingJunk | Self::TrailingNuls => "delete what follows `</tmx>`",
            Self::UnitOutsideBody => "move the unit into the body",
            Self::MissingElement { .. } => "add the element",
            Self::UnexpectedElement { .. } => "delete the element or keep it in a `prop`",
            Self::WrongOrder { .. } => "put notes and props first, then the variants or the segment",
            Self::UnexpectedText { .. } => "delete the text or move it into a segment or note",
            Self::UnknownAttribute { .. } => "delete the attribute or keep its value in a `prop`",
            Self::MissingAttribute { .. } => "add the attribute",
            Self::BadValue { .. } => "use one of the values that the standard lists",
            Self::UnknownVersion { .. } | Self::MissingVersion => "declare version 1.4",
            Self::BadDate { .. } => "write the date as YYYYMMDDThhmmssZ, in UTC",
            Self::BadLanguage { .. } | Self::UnderscoreInLanguage { .. } => "use a BCP 47 tag such as `de` or `pt-BR`",
            Self::LanguageConflict { .. } => "keep `xml:lang` and delete `lang`",
            Self::OldLanguageAttribute => "write `xml:lang`",
            Self::BlankInTuid { .. } => "use a name without white space",
            Self::DuplicateTuid { .. } => "give each unit its own name, or none",
            Self::BadNumber { .. } => "write digits only",
            Self::MissingSource { .. } => "add the variant, or name the source language in `srclang`",
            Self::SingleVariant | Self::EmptySegment { .. } => "translate the unit or leave it out",
            Self::DuplicateVariant { .. } => "keep one variant, or make a unit of each",
            Self::SegmentBlanks { .. } => "move the blanks out of the segment",
            Self::UnpairedBpt { .. } => "add the `ept`, or write `it pos=\"begin\"`",
            Self::UnpairedEpt { .. } => "add the `bpt` before it, or write `it pos=\"end\"`",
            Self::DuplicateI { .. } => "number each pair of a segment differently",
            Self::UnmatchedX { .. } => "give matching codes of all variants the same `x`",
            Self::IsolatedPair { .. } => "write the halves as `bpt` and `ept`",
            Self::DeprecatedUt => "use `bpt`, `ept`, `ph` or `it`",
            Self::MissingBase => "name the base encoding in `base`",
            Self::BadMap { .. } => "write code points as `#x` and hexadecimal digits",
            Self::Repeated { .. } => "see the first ones",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(kind) => write!(f, "{kind}"),
            Self::Encoding(warning) => write!(f, "{warning}"),
            Self::Undecodable { encoding } => write!(f, "bytes that are not {encoding}"),
            Self::UnknownEntity { name } => write!(f, "entity `&{name};` is not expanded and stays as written"),
            Self::XmlVersion { version } => write!(f, "XML {version} is read as XML 1.0"),
            Self::Empty => f.write_str("the file is empty"),
            Self::NotTmx { root } => write!(f, "the root element is `{root}`, not `tmx`"),
            Self::NotXml => f.write_str("no XML in it"),
            Self::RefusedEntity { name } => write!(f, "entity `{name}` refers to others or to a file: refused"),
            Self::UnclosedUnit => f.write_str("the unit has no end"),
            Self::UnitTooLarge { limit } => write!(f, "more than {limit} bytes without the end of a unit"),
            Self::Truncated => f.write_str("the file ends before `</body></tmx>`"),
            Self::TrailingJunk => f.write_str("something follows the end of the document"),
            Self::TrailingNuls => f.write_str("NULs follow the end of the document"),
            Self::UnitOutsideBody => f.write_str("a unit outside of the body"),
            Self::MissingElement { element, parent } => write!(f, "`{parent}` lacks its `{element}`"),
            Self::UnexpectedElement { element, parent } => write!(f, "`{element}` may not stand in `{parent}`"),
            Self::WrongOrder { element, parent } => write!(f, "`{element}` stands in the wrong place in `{parent}`"),
            Self::UnexpectedText { parent } => write!(f, "text directly in `{parent}`"),
            Self::UnknownAttribute { element, attribute } => write!(f, "`{element}` has no attribute `{attribute}`"),
            Self::MissingAttribute { element, attribute } => write!(f, "`{element}` lacks its attribute `{attribute}`"),
            Self::BadValue { element, attribute, value } => {
                write!(f, "`{value}` is no value for attribute `{attribute}` of `{element}`")
            }
            Self::UnknownVersion { version } => write!(f, "`{version}` is no version of TMX"),
            Self::MissingVersion => f.write_str("no version is declared"),
            Self::BadDate { attribute, value } => write!(f, "`{value}` in `{attribute}` is no date"),
            Self::BadLanguage { value } => write!(f, "`{value}` is no language tag"),
            Self::UnderscoreInLanguage { value } => write!(f, "`{value}` has `_` where language tags have `-`"),
            Self::LanguageConflict { lang, xml_lang } => {
                write!(f, "`lang` says `{lang}` and `xml:lang` says `{xml_lang}`")
            }
            Self::OldLanguageAttribute => f.write_str("`lang` where this version has `xml:lang`"),
            Self::BlankInTuid { value } => write!(f, "white space in tuid `{value}`"),
            Self::DuplicateTuid { value, first } => write!(f, "unit {first} already has the tuid `{value}`"),
            Self::BadNumber { attribute, value } => write!(f, "`{value}` in `{attribute}` is no number"),
            Self::MissingSource { language } => write!(f, "no variant in the source language `{language}`"),
            Self::SingleVariant => f.write_str("only one variant: nothing is translated"),
            Self::DuplicateVariant { language } => write!(f, "a second variant in `{language}`"),
            Self::EmptySegment { language } => write!(f, "the segment in `{language}` is empty"),
            Self::SegmentBlanks { language } => {
                write!(f, "the segment in `{language}` begins or ends with white space")
            }
            Self::UnpairedBpt { i } => write!(f, "`bpt` {i} has no `ept`"),
            Self::UnpairedEpt { i } => write!(f, "`ept` {i} has no `bpt` before it"),
            Self::DuplicateI { i } => write!(f, "a second `bpt` {i} in one segment"),
            Self::UnmatchedX { element, x, language } => {
                write!(f, "`{element}` {x} is not matched in the variant in `{language}`")
            }
            Self::IsolatedPair { x } => write!(f, "both halves of `it` {x} stand in one segment"),
            Self::DeprecatedUt => f.write_str("`ut` is deprecated"),
            Self::MissingBase => f.write_str("`ude` maps codes without a `base`"),
            Self::BadMap { attribute, value } => write!(f, "`{value}` in `{attribute}` of `map` is no code point"),
            Self::Repeated { code, count } => write!(f, "{count} more of {code}"),
        }
    }
}

impl Diagnostic {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// A stable name for what is wrong.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} [{}]", self.place, self.problem, self.code())?;
        match (&self.tuid, self.unit) {
            (Some(tuid), Some(unit)) => write!(f, " (unit {unit}, `{tuid}`)"),
            (None, Some(unit)) => write!(f, " (unit {unit})"),
            _ => Ok(()),
        }
    }
}
