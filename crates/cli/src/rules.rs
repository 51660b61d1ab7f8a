//! Rules as the command line speaks of them: which ones a user asks for, and what may be wrong with a file of them.

use std::path::Path;

use clap::{Arg, ArgMatches};
use hexapla_core::language::Language;
use hexapla_core::segment::srx::{NoRules, SrxErrorKind, SrxWarning, SrxWarningKind};
use hexapla_core::segment::{Action, FaultKind, PatternError, Profile, Rules, Trim};
use hexapla_project::{RuleFile, RulesReason, configured_rules};
use hexapla_xml::{XmlErrorKind, XmlWarningKind};

use crate::arguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::messages::{Msg, Problem, Words};
use crate::page;

/// Where our own rules may break in addition.
const PLACES: &[&str] = &["colon", "semicolon", "line"];

/// What those of our own rules are called that serve languages without rules of their own.
const GENERAL: &str = "hexapla/default";

/// `--break-at`.
pub(crate) fn break_at(words: &Words) -> Arg {
    arguments::one_of("break-at", PLACES, words.say(Msg::OptionSegmentBreakAt), words).value_delimiter(',')
}

/// `--no-trim`.
pub(crate) fn no_trim(words: &Words) -> Arg {
    arguments::flag("no-trim", words.say(Msg::OptionSegmentNoTrim))
}

/// The profile that `--break-at` and `--no-trim` ask for.
pub(crate) fn profile(matches: &ArgMatches) -> Profile {
    let asked: Vec<&String> = matches.get_many("break-at").into_iter().flatten().collect();
    // `srx` has no such option: it is not for rules to say.
    let untrimmed = matches.try_get_one("no-trim").ok().flatten().copied().unwrap_or(false);
    let at = |place: &str| if asked.iter().any(|asked| *asked == place) { Action::Break } else { Action::Keep };
    Profile {
        after_colon: at("colon"),
        after_semicolon: at("semicolon"),
        at_line_break: at("line"),
        trim: if untrimmed { Trim::Nothing } else { Trim::Ends },
    }
}

/// The rules for a page: those of `--rules`, of the profile asked for, of the project around the page, or our own.
pub(crate) fn asked_for(
    matches: &ArgMatches,
    page: &Path,
    language: &Language,
    console: &mut Console,
) -> Result<Rules, Failure> {
    let profile = profile(matches);
    if let Some(path) = arguments::path(matches, "rules") {
        let file = read(&path)?;
        warn(&file, &file.warnings, console);
        let code = matches.get_one::<String>("rules-language").map_or(language.as_str(), String::as_str);
        return Ok(file.rules(code, profile.trim)?);
    }
    if profile == Profile::default() && page.is_file() {
        let directory = page.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if let Some(rules) = configured_rules(directory, language)? {
            let remark =
                console.error_face.words.say(Msg::NoteProjectRules { rules: &rules.fingerprint().to_string() });
            console.remark(&remark);
            return Ok(rules);
        }
    }
    let rules = Rules::with_profile(language, &profile);
    if rules.fingerprint().name == GENERAL && *language != arguments::undetermined() {
        let remark = console.error_face.words.say(Msg::NoteGeneralRules { language: language.as_str() });
        console.remark(&remark);
    }
    Ok(rules)
}

/// A rule file that a user names; `-` is standard input.
pub(crate) fn read(path: &Path) -> Result<RuleFile, Failure> {
    let name = path.to_string_lossy();
    if !arguments::is_standard(path) {
        return Ok(RuleFile::read(path, &name)?);
    }
    Ok(RuleFile::of_bytes(&page::standard_input()?, path, &name)?)
}

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

/// Says what is odd about a rule file.
pub(crate) fn warn<'a>(file: &RuleFile, odd: impl IntoIterator<Item = &'a SrxWarning>, console: &mut Console) {
    for warning in odd {
        let (what, _) = console.error_face.words.explain(&found(file, warning));
        console.warn(&what);
    }
}

/// What was found in a rule file, ready to be put into words.
pub(crate) fn found(file: &RuleFile, warning: &SrxWarning) -> Problem {
    let place = format!("{}:{}:{}", file.name, warning.place.line, warning.place.column);
    odd(place, warning.kind.clone())
}

fn odd(place: String, kind: SrxWarningKind) -> Problem {
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
