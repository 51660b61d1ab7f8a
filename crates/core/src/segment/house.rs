//! Our own rules: the files in `data/segment`, one for each language and one for all.

use super::Profile;
use super::engine::Action;
use super::notation::{self, Names, OwnRule};
use super::srx::{Cascade, LanguageMap, RuleGroup, Srx, Version};

/// The edition of our own rules. A change to any rule is a new edition: memories remember which one cut them.
pub const EDITION: u32 = 1;

const COMMON: &str = include_str!("../../data/segment/1/common.rules");
const DEFAULT: &str = include_str!("../../data/segment/1/default.rules");

struct Tongue {
    code: &'static str,
    name: &'static str,
    text: &'static str,
}

const TONGUES: [Tongue; 4] = [
    Tongue { code: "de", name: "German", text: include_str!("../../data/segment/1/de.rules") },
    Tongue { code: "en", name: "English", text: include_str!("../../data/segment/1/en.rules") },
    Tongue { code: "ru", name: "Russian", text: include_str!("../../data/segment/1/ru.rules") },
    Tongue { code: "ar", name: "Arabic", text: include_str!("../../data/segment/1/ar.rules") },
];

/// Our rules for the language with this primary subtag: its own, then those of all languages.
pub(super) fn groups(primary: &str, profile: &Profile) -> Vec<RuleGroup> {
    let common = common();
    let own = TONGUES
        .iter()
        .filter(|tongue| tongue.code == primary)
        .map(|tongue| group(tongue.name, tongue.text, &common, profile));
    own.chain([group("Default", DEFAULT, &common, profile)]).collect()
}

/// All our rules, as an SRX document.
pub(super) fn srx(profile: &Profile) -> Srx {
    let common = common();
    let mut groups: Vec<RuleGroup> =
        TONGUES.iter().map(|tongue| group(tongue.name, tongue.text, &common, profile)).collect();
    groups.push(group("Default", DEFAULT, &common, profile));
    let map = |pattern: &str, group: &str| LanguageMap {
        pattern: pattern.into(),
        group: group.into(),
        comment: None,
        place: None,
    };
    let mut maps: Vec<LanguageMap> =
        TONGUES.iter().map(|tongue| map(&language_pattern(tongue.code), tongue.name)).collect();
    maps.push(map(".*", "Default"));
    Srx { version: Version::V2, cascade: Cascade::All, groups, maps, ..Srx::default() }
}

/// Fits `de`, `DE-AT` and `de_one`, whether a tool heeds case or not.
fn language_pattern(code: &str) -> String {
    let letters: String = code.chars().map(|c| format!("[{}{c}]", c.to_ascii_uppercase())).collect();
    format!("{letters}([-_].*)?")
}

/// The file of our own rules that holds the group.
pub(super) fn file_of(group: &str) -> &'static str {
    match group {
        "German" => "de.rules",
        "English" => "en.rules",
        "Russian" => "ru.rules",
        "Arabic" => "ar.rules",
        _ => "default.rules",
    }
}

fn common() -> Names {
    let mut names = Names::default();
    let rules = notation::read(COMMON, &mut names);
    debug_assert_eq!(rules, Ok(Vec::new()), "common.rules holds names only");
    names
}

fn group(name: &str, text: &str, common: &Names, profile: &Profile) -> RuleGroup {
    let rules = notation::read(text, &mut common.clone());
    debug_assert!(rules.is_ok(), "{name}: {rules:?}");
    let wanted = |rule: &OwnRule| match rule.when.as_deref() {
        None => true,
        Some("colon") => profile.after_colon == Action::Break,
        Some("semicolon") => profile.after_semicolon == Action::Break,
        Some("line") => profile.at_line_break == Action::Break,
        Some(_) => false,
    };
    let rules = rules.unwrap_or_default().into_iter().filter(wanted).map(|own| own.rule).collect();
    RuleGroup { name: name.to_owned(), rules, comment: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::engine::{Engine, RuleSource};

    #[test]
    fn every_rule_can_be_read_and_compiled() {
        let profile = Profile {
            after_colon: Action::Break,
            after_semicolon: Action::Break,
            at_line_break: Action::Break,
            ..Profile::default()
        };
        for tongue in TONGUES.iter().map(|tongue| (tongue.name, tongue.text)).chain([("Default", DEFAULT)]) {
            let rules = notation::read(tongue.1, &mut common()).unwrap_or_else(|error| panic!("{}: {error}", tongue.0));
            for own in &rules {
                let when = own.when.as_deref();
                assert!(matches!(when, None | Some("colon" | "semicolon" | "line")), "{}: when {when:?}", tongue.0);
            }
            let group = group(tongue.0, tongue.1, &common(), &profile);
            assert_eq!(group.rules.len(), rules.len(), "{}", tongue.0);
            let sources: Vec<RuleSource<'_>> = group
                .rules
                .iter()
                .map(|rule| RuleSource { action: rule.action, before: &rule.before, after: &rule.after })
                .collect();
            let faults: Vec<_> =
                Engine::new(&sources).1.into_iter().map(|fault| (&group.rules[fault.rule].title, fault.kind)).collect();
            assert_eq!(faults, [], "{}", tongue.0);
        }
    }
}
