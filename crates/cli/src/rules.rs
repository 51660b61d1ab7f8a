//! Rules as the command line speaks of them: which ones a user asks for, and what is odd about a file of them.

use std::path::Path;

use clap::{Arg, ArgMatches};
use hexapla_core::language::Language;
use hexapla_core::segment::srx::SrxWarning;
use hexapla_core::segment::{Action, Profile, Rules, Trim};
use hexapla_project::{RuleFile, configured_rules};

use crate::arguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::messages::{Msg, Problem, Words};
use crate::page;
use crate::rule_faults;

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
    rule_faults::odd(place, warning.kind.clone())
}
