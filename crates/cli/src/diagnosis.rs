//! What is wrong with a memory file, in words: the message and the remedy of every diagnostic.

use hexapla_tmx::{Diagnostic, EncodingWarning, Problem as Wrong, Severity, XmlErrorKind};

use crate::console::{Console, Face};
use crate::messages::{Msg, Problem, Words};

/// What is wrong, and what to do about it.
pub(crate) fn explained(wrong: &Wrong, words: &Words) -> (String, String) {
    words.explain(&worded(wrong))
}

/// The file, line and column of a diagnostic.
pub(crate) fn placed(path: &str, diagnostic: &Diagnostic) -> String {
    format!("{path}:{}:{}", diagnostic.place.line, diagnostic.place.column)
}

/// Says a diagnostic in one sentence, as a warning beside the result.
pub(crate) fn warn(path: &str, diagnostic: &Diagnostic, console: &mut Console) {
    let said = sentence(path, diagnostic, &console.error_face);
    console.warn(&said);
}

fn sentence(path: &str, diagnostic: &Diagnostic, face: &Face) -> String {
    let (what, _) = explained(&diagnostic.problem, &face.words);
    format!("{}: {what} [{}]", placed(path, diagnostic), diagnostic.code())
}

/// The word for how bad it is.
pub(crate) fn label(severity: Severity) -> Msg<'static> {
    match severity {
        Severity::Warning => Msg::LabelWarning,
        Severity::Error | Severity::Fatal => Msg::LabelError,
    }
}

/// How bad it is, for programs.
pub(crate) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error | Severity::Fatal => "error",
    }
}

fn worded(wrong: &Wrong) -> Problem {
    match wrong.clone() {
        Wrong::Xml(kind) => of_xml(kind),
        Wrong::Encoding(EncodingWarning::Conflict { declared, actual }) => {
            Problem::TmxEncoding { declared, actual: actual.to_owned() }
        }
        Wrong::Encoding(EncodingWarning::Unknown { declared, actual }) => {
            Problem::TmxEncodingUnknown { declared, actual: actual.to_owned() }
        }
        Wrong::Encoding(EncodingWarning::Undecodable { encoding }) => {
            Problem::TmxEncodingUndecodable { encoding: encoding.to_owned() }
        }
        Wrong::Undecodable { encoding } => Problem::TmxUndecodable { encoding },
        Wrong::UnknownEntity { name } => Problem::XmlUnknownEntity { name },
        Wrong::XmlVersion { version } => Problem::XmlVersion { version },
        Wrong::Empty => Problem::TmxEmptyFile,
        Wrong::NotTmx { root } => Problem::TmxNotTmx { root },
        Wrong::NotXml => Problem::TmxNotXml,
        Wrong::RefusedEntity { name } => Problem::TmxRefusedEntity { name },
        Wrong::UnclosedUnit => Problem::TmxUnclosedUnit,
        Wrong::UnitTooLarge { limit } => Problem::TmxUnitTooLarge { limit: limit.to_string() },
        Wrong::Truncated => Problem::TmxTruncated,
        Wrong::TrailingJunk => Problem::TmxTrailingJunk,
        Wrong::TrailingNuls => Problem::TmxTrailingNuls,
        Wrong::UnitOutsideBody => Problem::TmxUnitOutsideBody,
        Wrong::MissingElement { element, parent } => {
            Problem::TmxMissingElement { element: element.to_owned(), parent: parent.to_owned() }
        }
        Wrong::UnexpectedElement { element, parent } => Problem::TmxUnexpectedElement { element, parent },
        Wrong::WrongOrder { element, parent } => Problem::TmxWrongOrder { element, parent },
        Wrong::UnexpectedText { parent } => Problem::TmxUnexpectedText { parent },
        Wrong::UnknownAttribute { element, attribute } => Problem::TmxUnknownAttribute { element, attribute },
        Wrong::MissingAttribute { element, attribute } => {
            Problem::TmxMissingAttribute { element: element.to_owned(), attribute: attribute.to_owned() }
        }
        Wrong::BadValue { element, attribute, value } => Problem::TmxBadValue { element, attribute, value },
        Wrong::UnknownVersion { version } => Problem::TmxUnknownVersion { version },
        Wrong::MissingVersion => Problem::TmxMissingVersion,
        Wrong::BadDate { attribute, value } => Problem::TmxBadDate { attribute, value },
        Wrong::BadLanguage { value } => Problem::TmxBadLanguage { value },
        Wrong::UnderscoreInLanguage { value } => Problem::TmxUnderscoreInLanguage { value },
        Wrong::LanguageConflict { lang, xml_lang } => Problem::TmxLanguageConflict { lang, xmllang: xml_lang },
        Wrong::OldLanguageAttribute => Problem::TmxOldLanguageAttribute,
        Wrong::BlankInTuid { value } => Problem::TmxBlankInTuid { value },
        Wrong::DuplicateTuid { value, first } => Problem::TmxDuplicateTuid { value, first: first.to_string() },
        Wrong::BadNumber { attribute, value } => Problem::TmxBadNumber { attribute, value },
        Wrong::MissingSource { language } => Problem::TmxMissingSource { language },
        Wrong::SingleVariant => Problem::TmxSingleVariant,
        Wrong::DuplicateVariant { language } => Problem::TmxDuplicateVariant { language },
        Wrong::EmptySegment { language } => Problem::TmxEmptySegment { language },
        Wrong::SegmentBlanks { language } => Problem::TmxSegmentBlanks { language },
        Wrong::UnpairedBpt { i } => Problem::TmxUnpairedBpt { i },
        Wrong::UnpairedEpt { i } => Problem::TmxUnpairedEpt { i },
        Wrong::DuplicateI { i } => Problem::TmxDuplicateI { i },
        Wrong::UnmatchedX { element, x, language } => {
            Problem::TmxUnmatchedX { element: element.to_owned(), x, language }
        }
        Wrong::IsolatedPair { x } => Problem::TmxIsolatedPair { x },
        Wrong::DeprecatedUt => Problem::TmxDeprecatedUt,
        Wrong::MissingBase => Problem::TmxMissingBase,
        Wrong::BadMap { attribute, value } => Problem::TmxBadMap { attribute, value },
        Wrong::Repeated { code, count } => Problem::TmxRepeated { code: code.to_owned(), count: count.to_string() },
        other => Problem::Other { reason: other.to_string() },
    }
}

fn of_xml(kind: XmlErrorKind) -> Problem {
    match kind {
        XmlErrorKind::UnclosedTag => Problem::XmlUnclosedTag,
        XmlErrorKind::UnclosedComment => Problem::XmlUnclosedComment,
        XmlErrorKind::UnclosedCdata => Problem::XmlUnclosedCdata,
        XmlErrorKind::UnclosedInstruction => Problem::XmlUnclosedInstruction,
        XmlErrorKind::UnclosedDoctype => Problem::XmlUnclosedDoctype,
        XmlErrorKind::BadMarkup => Problem::XmlBadMarkup,
        XmlErrorKind::BadName { name } => Problem::XmlBadName { name },
        XmlErrorKind::BadAttribute { name } => Problem::XmlBadAttribute { name },
        XmlErrorKind::DuplicateAttribute { name } => Problem::XmlDuplicateAttribute { name },
        XmlErrorKind::LessThanInAttribute { name } => Problem::XmlLessThanInAttribute { name },
        XmlErrorKind::BareAmpersand => Problem::XmlBareAmpersand,
        XmlErrorKind::BadReference { reference } => Problem::XmlBadReference { reference },
        XmlErrorKind::ForbiddenCharacter { character } => {
            Problem::XmlForbiddenCharacter { character: format!("U+{:04X}", u32::from(character)) }
        }
        XmlErrorKind::CdataEndInText => Problem::XmlCdataEndInText,
        XmlErrorKind::DoubleHyphen => Problem::XmlDoubleHyphen,
        XmlErrorKind::MismatchedEnd { expected, found } => Problem::XmlMismatchedEnd { expected, found },
        XmlErrorKind::UnexpectedEnd { name } => Problem::XmlUnexpectedEnd { name },
        XmlErrorKind::UnclosedElement { name } => Problem::XmlUnclosedElement { name },
        XmlErrorKind::TextOutsideRoot => Problem::XmlTextOutsideRoot,
        XmlErrorKind::SecondRoot { name } => Problem::XmlSecondRoot { name },
        XmlErrorKind::NoRoot => Problem::XmlNoRoot,
        XmlErrorKind::BadDeclaration => Problem::XmlBadDeclaration,
        XmlErrorKind::MisplacedDeclaration => Problem::XmlMisplacedDeclaration,
        XmlErrorKind::BadDoctype => Problem::XmlBadDoctype,
        XmlErrorKind::TooDeep { limit } => Problem::XmlTooDeep { limit: limit.to_string() },
        other => Problem::Other { reason: other.to_string() },
    }
}
