//! What may be wrong with a file of rules, ready to be put into words.

use hexapla_core::segment::srx::{NoRules, SrxErrorKind, SrxWarningKind};
use hexapla_core::segment::{FaultKind, PatternError};
use hexapla_project::RulesReason;
use hexapla_xml::{XmlErrorKind, XmlWarningKind};

use crate::messages::Problem;

/// Something wrong with a rule file, at `place`, ready to be put into words.
pub(crate) fn fault(place: String, reason: RulesReason) -> Problem {
    match reason {
        RulesReason::File(SrxErrorKind::Xml(kind)) => xml(place, kind),
        RulesReason::File(SrxErrorKind::NotSrx { root }) => told(place, "not-srx", root, ""),
        RulesReason::File(SrxErrorKind::Version { version }) => told(place, "version", version, ""),
        RulesReason::NoMap(NoRules { code, maps }) => {
            let maps = maps.iter().map(|map| format!("`{map}`")).collect::<Vec<_>>().join(", ");
            told(place, "no-map", code, maps)
        }
        RulesReason::Map(kind) => odd(place, kind),
        RulesReason::Rule(kind) => rule(place, kind),
        other => told(place, "other", other.to_string(), ""),
    }
}

/// The same of what is odd.
pub(crate) fn odd(place: String, kind: SrxWarningKind) -> Problem {
    match kind {
        SrxWarningKind::Xml(XmlWarningKind::UnknownEntity { name }) => told(place, "entity", name, ""),
        SrxWarningKind::Xml(XmlWarningKind::Version { version }) => told(place, "xml-version", version, ""),
        SrxWarningKind::Xml(other) => told(place, "other", other.to_string(), ""),
        SrxWarningKind::NoVersion => told(place, "no-version", "", ""),
        SrxWarningKind::UnknownElement { name } => told(place, "element", name, ""),
        SrxWarningKind::UnknownAttribute { name } => told(place, "attribute", name, ""),
        SrxWarningKind::BadValue { name, value } => told(place, "value", name, value),
        SrxWarningKind::StrayText => told(place, "stray-text", "", ""),
        SrxWarningKind::SecondGroup { name } => told(place, "second-group", name, ""),
        SrxWarningKind::NoGroup { name } => told(place, "no-group", name, ""),
        SrxWarningKind::NoMaps => told(place, "no-maps", "", ""),
        SrxWarningKind::BadMap(error) => told(place, "map", "", error.to_string()),
        SrxWarningKind::LineBreak => told(place, "line-break", "", ""),
        SrxWarningKind::Rule(kind) => rule(place, kind),
    }
}

fn told(place: String, fault: &str, name: impl Into<String>, other: impl Into<String>) -> Problem {
    Problem::Rules { place, fault: fault.to_owned(), name: name.into(), other: other.into() }
}

fn rule(place: String, kind: FaultKind) -> Problem {
    match kind {
        FaultKind::Unusable { side, error } => {
            let side = format!("{side}break");
            match error {
                PatternError::Unsupported { construct } => told(place, "unsupported", construct, side),
                PatternError::Malformed { reason } => told(place, "malformed", side, reason),
                PatternError::TooLarge => told(place, "too-large", side, ""),
            }
        }
        FaultKind::FitsNothing => told(place, "fits-nothing", "", ""),
        FaultKind::Backtracks => told(place, "backtracks", "", ""),
        FaultKind::Catastrophic { side } => told(place, "catastrophic", format!("{side}break"), ""),
    }
}

fn xml(place: String, kind: XmlErrorKind) -> Problem {
    let said = |fault: &str, name: &str| told(place.clone(), fault, name, "");
    match kind {
        XmlErrorKind::UnclosedTag => said("xml-unclosed", "<"),
        XmlErrorKind::UnclosedComment => said("xml-unclosed", "<!--"),
        XmlErrorKind::UnclosedCdata => said("xml-unclosed", "<![CDATA["),
        XmlErrorKind::UnclosedInstruction => said("xml-unclosed", "<?"),
        XmlErrorKind::UnclosedDoctype => said("xml-unclosed", "<!DOCTYPE"),
        XmlErrorKind::BadMarkup => said("xml-markup", ""),
        XmlErrorKind::BadName { name } => said("xml-name", &name),
        XmlErrorKind::BadAttribute { name } => said("xml-attribute", &name),
        XmlErrorKind::DuplicateAttribute { name } => said("xml-twice", &name),
        XmlErrorKind::LessThanInAttribute { .. } => said("xml-character", "<"),
        XmlErrorKind::BareAmpersand => said("xml-character", "&"),
        XmlErrorKind::BadReference { reference } => said("xml-reference", &reference),
        XmlErrorKind::ForbiddenCharacter { character } => {
            said("xml-character", &format!("U+{:04X}", u32::from(character)))
        }
        XmlErrorKind::CdataEndInText => said("xml-character", "]]>"),
        XmlErrorKind::DoubleHyphen => said("xml-character", "--"),
        XmlErrorKind::MismatchedEnd { expected, found } => told(place, "xml-end", expected, found),
        XmlErrorKind::UnexpectedEnd { name } => said("xml-end-of-nothing", &name),
        XmlErrorKind::UnclosedElement { name } => said("xml-element", &name),
        XmlErrorKind::TextOutsideRoot | XmlErrorKind::SecondRoot { .. } => said("xml-outside", ""),
        XmlErrorKind::NoRoot => said("xml-empty", ""),
        XmlErrorKind::BadDeclaration | XmlErrorKind::MisplacedDeclaration | XmlErrorKind::BadDoctype => {
            said("xml-declaration", "")
        }
        XmlErrorKind::TooDeep { limit } => said("xml-deep", &limit.to_string()),
        other => said("other", &other.to_string()),
    }
}
