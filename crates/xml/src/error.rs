//! What can be wrong with XML.

use std::fmt;

use crate::Place;

/// The first breach of well-formedness; nothing is read beyond it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    /// What is wrong.
    pub kind: XmlErrorKind,
    /// Where: the start of the construct, or the very character.
    pub place: Place,
}

/// What is wrong with a text that is no well-formed XML.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum XmlErrorKind {
    /// A tag without its `>`, or an attribute value without its closing quote.
    UnclosedTag,
    /// `<!--` without `-->`.
    UnclosedComment,
    /// `<![CDATA[` without `]]>`.
    UnclosedCdata,
    /// `<?` without `?>`.
    UnclosedInstruction,
    /// `<!DOCTYPE` without its end.
    UnclosedDoctype,
    /// `<` followed by what begins no markup.
    BadMarkup,
    /// A name that is none.
    BadName {
        /// As written.
        name: String,
    },
    /// An attribute without `=`, without quotes, or not set off by white space.
    BadAttribute {
        /// As far as it could be read.
        name: String,
    },
    /// An attribute given twice in one tag.
    DuplicateAttribute {
        /// Its name.
        name: String,
    },
    /// `<` in an attribute value.
    LessThanInAttribute {
        /// The attribute's name.
        name: String,
    },
    /// `&` that begins no reference.
    BareAmpersand,
    /// A character reference to what is no character of XML.
    BadReference {
        /// Without `&` and `;`.
        reference: String,
    },
    /// A character that XML cannot carry.
    ForbiddenCharacter {
        /// The character.
        character: char,
    },
    /// `]]>` in text.
    CdataEndInText,
    /// `--` in a comment.
    DoubleHyphen,
    /// An end tag that closes another element than the innermost.
    MismatchedEnd {
        /// The element that is open.
        expected: String,
        /// The end tag that came.
        found: String,
    },
    /// An end tag with nothing open.
    UnexpectedEnd {
        /// Its name.
        name: String,
    },
    /// The text ends while an element is open.
    UnclosedElement {
        /// The innermost open element.
        name: String,
    },
    /// Text before or after the root element.
    TextOutsideRoot,
    /// A second root element.
    SecondRoot {
        /// Its name.
        name: String,
    },
    /// No element at all.
    NoRoot,
    /// An XML declaration that is malformed.
    BadDeclaration,
    /// An XML declaration elsewhere than at the very start.
    MisplacedDeclaration,
    /// A document type declaration that is malformed, comes twice or comes after the root element began.
    BadDoctype,
    /// More elements in one another than the reader allows.
    TooDeep {
        /// How many it allows.
        limit: usize,
    },
}

impl XmlErrorKind {
    /// A stable name for it: `xml-duplicate-attribute`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnclosedTag => "xml-unclosed-tag",
            Self::UnclosedComment => "xml-unclosed-comment",
            Self::UnclosedCdata => "xml-unclosed-cdata",
            Self::UnclosedInstruction => "xml-unclosed-instruction",
            Self::UnclosedDoctype => "xml-unclosed-doctype",
            Self::BadMarkup => "xml-bad-markup",
            Self::BadName { .. } => "xml-bad-name",
            Self::BadAttribute { .. } => "xml-bad-attribute",
            Self::DuplicateAttribute { .. } => "xml-duplicate-attribute",
            Self::LessThanInAttribute { .. } => "xml-less-than-in-attribute",
            Self::BareAmpersand => "xml-bare-ampersand",
            Self::BadReference { .. } => "xml-bad-reference",
            Self::ForbiddenCharacter { .. } => "xml-forbidden-character",
            Self::CdataEndInText => "xml-cdata-end-in-text",
            Self::DoubleHyphen => "xml-double-hyphen",
            Self::MismatchedEnd { .. } => "xml-mismatched-end",
            Self::UnexpectedEnd { .. } => "xml-unexpected-end",
            Self::UnclosedElement { .. } => "xml-unclosed-element",
            Self::TextOutsideRoot => "xml-text-outside-root",
            Self::SecondRoot { .. } => "xml-second-root",
            Self::NoRoot => "xml-no-root",
            Self::BadDeclaration => "xml-bad-declaration",
            Self::MisplacedDeclaration => "xml-misplaced-declaration",
            Self::BadDoctype => "xml-bad-doctype",
            Self::TooDeep { .. } => "xml-too-deep",
        }
    }
}

impl fmt::Display for XmlErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnclosedTag => f.write_str("the tag is not closed"),
            Self::UnclosedComment => f.write_str("the comment is not closed"),
            Self::UnclosedCdata => f.write_str("the CDATA section is not closed"),
            Self::UnclosedInstruction => f.write_str("the processing instruction is not closed"),
            Self::UnclosedDoctype => f.write_str("the document type declaration is not closed"),
            Self::BadMarkup => f.write_str("`<` begins no markup here"),
            Self::BadName { name } => write!(f, "`{name}` is no XML name"),
            Self::BadAttribute { name } => write!(f, "attribute `{name}` needs `=`, quotes and a blank before it"),
            Self::DuplicateAttribute { name } => write!(f, "attribute `{name}` is given twice"),
            Self::LessThanInAttribute { name } => write!(f, "`<` in the value of attribute `{name}`"),
            Self::BareAmpersand => f.write_str("`&` begins no reference"),
            Self::BadReference { reference } => write!(f, "`&{reference};` refers to no character that XML allows"),
            Self::ForbiddenCharacter { character } => {
                write!(f, "character U+{:04X} is not allowed in XML", u32::from(*character))
            }
            Self::CdataEndInText => f.write_str("`]]>` in text"),
            Self::DoubleHyphen => f.write_str("`--` in a comment"),
            Self::MismatchedEnd { expected, found } => write!(f, "`</{found}>` comes where `</{expected}>` is due"),
            Self::UnexpectedEnd { name } => write!(f, "`</{name}>` closes nothing"),
            Self::UnclosedElement { name } => write!(f, "`<{name}>` is not closed"),
            Self::TextOutsideRoot => f.write_str("text outside the root element"),
            Self::SecondRoot { name } => write!(f, "`<{name}>` is a second root element"),
            Self::NoRoot => f.write_str("no element in it"),
            Self::BadDeclaration => f.write_str("the XML declaration is malformed"),
            Self::MisplacedDeclaration => f.write_str("an XML declaration may only stand at the very start"),
            Self::BadDoctype => f.write_str("the document type declaration is malformed or misplaced"),
            Self::TooDeep { limit } => write!(f, "more than {limit} elements in one another"),
        }
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl std::error::Error for XmlError {}

/// Something that is well formed, but not read as its writer meant it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlWarning {
    /// What is odd.
    pub kind: XmlWarningKind,
    /// Where.
    pub place: Place,
}

/// What may be odd about well-formed XML.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum XmlWarningKind {
    /// A reference to an entity other than the five predefined ones: it stays in the text as it was written.
    UnknownEntity {
        /// The entity's name.
        name: String,
    },
    /// The declaration names another version than 1.0; it is read as 1.0.
    Version {
        /// As declared.
        version: String,
    },
}

impl fmt::Display for XmlWarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEntity { name } => write!(f, "entity `&{name};` is not expanded and stays as written"),
            Self::Version { version } => write!(f, "XML {version} is read as XML 1.0"),
        }
    }
}
