//! Our own rules as they are written, and as other tools get them.

use hexapla_core::segment::srx::{self, RuleGroup, Srx, Tool};
use hexapla_core::segment::{Action, FaultKind, Profile};

/// With everything that a profile may ask for.
const ALL: Profile = Profile {
    after_colon: Action::Break,
    after_semicolon: Action::Break,
    at_line_break: Action::Break,
    trim: hexapla_core::segment::Trim::Ends,
};

#[test]
fn lists_and_rules_are_read() {
    let text = "# words\nlist a\n  Dr. z.B. # zum Beispiel\n\nkeep an abbreviation\n  before \\b<a>\n  after \\s\n";
    let rules = RuleGroup::from_notation("test", text, &Profile::default()).unwrap().rules;
    assert_eq!((rules[0].action, rules[0].before.as_str()), (Action::Keep, r"\b(?:Dr\.|[Zz]\.\s?B\.)"));
    assert_eq!(rules[0].after, r"\s");
    assert_eq!(rules[0].title.as_deref(), Some("an abbreviation"));
    assert_eq!(rules[0].place.map(|place| place.line), Some(5));
}

#[test]
fn a_wrong_line_is_named() {
    let check = |text: &str, line: u32| {
        assert_eq!(RuleGroup::from_notation("test", text, &ALL).unwrap_err().line, line, "{text:?}");
    };
    check("keep x\n  before <nobody>\n", 2);
    check("kept x\n", 1);
    check("keep x\n  behind y\n", 2);
    check("keep x\n  before y\n  when sunday\n", 3);
    check("  before y\n", 1);
    // The common rules have `note`, and names have no capitals.
    check("keep x\n  before y\n\nlist note\n  Fn.\n", 4);
    check("pattern note = x\n", 1);
    check("list Büros\n  Kst.\n", 1);
    check("list\n  Kst.\n", 1);
    check("keep x\n  before <Büros>\n", 2);
}

#[test]
fn groups_of_a_pattern_may_have_names() {
    let text = "keep x\n  before (?<name>a)(?<!b)(?<=c)<d\n";
    let rules = RuleGroup::from_notation("test", text, &Profile::default()).unwrap().rules;
    assert_eq!(rules[0].before, "(?<name>a)(?<!b)(?<=c)<d");
}

#[test]
fn what_depends_on_the_profile_is_there_where_it_asks_for_it() {
    let plain = Profile::default();
    let check = |when: &str, profile: &Profile, want: usize| {
        let text = format!("break x\n  when {when}\n  before x\n");
        assert_eq!(RuleGroup::from_notation("test", &text, profile).unwrap().rules.len(), want, "{when} {profile:?}");
    };
    for when in ["colon", "semicolon", "line"] {
        check(when, &plain, 0);
        check(when, &ALL, 1);
    }
    check("colon", &Profile { after_colon: Action::Break, ..plain }, 1);
    check("semicolon", &Profile { after_semicolon: Action::Break, ..plain }, 1);
    check("line", &Profile { at_line_break: Action::Break, ..plain }, 1);
}

/// Every rule of our files is in force, can be compiled, and is found where it stands.
#[test]
fn every_rule_can_be_read_and_compiled() {
    let own = Srx::own(&ALL);
    assert_eq!(own.validate(), []);
    let files = [
        ("German", include_str!("../data/segment/1/de.rules")),
        ("English", include_str!("../data/segment/1/en.rules")),
        ("Russian", include_str!("../data/segment/1/ru.rules")),
        ("Arabic", include_str!("../data/segment/1/ar.rules")),
        ("Default", include_str!("../data/segment/1/default.rules")),
    ];
    assert_eq!(own.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), files.map(|(name, _)| name));
    for (group, (name, text)) in own.groups.iter().zip(files) {
        let written: Vec<(u32, Action, &str)> = (1u32..)
            .zip(text.lines())
            .filter_map(|(number, line)| {
                let (action, title) = line.split_once(' ')?;
                let action =
                    [("keep", Action::Keep), ("break", Action::Break)].into_iter().find(|(word, _)| *word == action)?;
                Some((number, action.1, title))
            })
            .collect();
        assert!(written.len() > 5, "{name}");
        let read: Vec<(u32, Action, &str)> = group
            .rules
            .iter()
            .map(|rule| (rule.place.unwrap().line, rule.action, rule.title.as_deref().unwrap()))
            .collect();
        assert_eq!(read, written, "{name}");
    }
}

/// Java's `\s`, `\d`, `\w` and `\b` know ASCII only.
#[test]
fn what_java_knows_in_ascii_only_is_spelled_out() {
    let space = r"\s\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000";
    let own = Srx::own(&ALL);
    let rules = |srx: &Srx| -> Vec<String> {
        srx.groups.iter().flat_map(|group| &group.rules).flat_map(|r| [r.before.clone(), r.after.clone()]).collect()
    };
    let ours = rules(&own);
    assert_eq!(rules(&srx::own_for(Tool::Okapi, &ALL)), ours);
    let theirs = rules(&srx::own_for(Tool::OmegaT, &ALL));
    assert_eq!(rules(&srx::own_for(Tool::LanguageTool, &ALL)), theirs);
    // What a pattern of ours becomes.
    let check = |pattern: &str, want: &str| {
        let at = ours.iter().position(|rule| rule == pattern).unwrap_or_else(|| panic!("no rule has {pattern}"));
        assert_eq!(theirs[at], want, "{pattern}");
    };
    check(r"\s+\d", &format!(r"[{space}]+\p{{Nd}}"));
    check(r"\s+\(\d{1,4}[a-z]?\)", &format!(r"[{space}]+\(\p{{Nd}}{{1,4}}[a-z]?\)"));
    let edge = r"(?:(?<=[\p{L}\p{M}\p{N}_])(?![\p{L}\p{M}\p{N}_])|(?<![\p{L}\p{M}\p{N}_])(?=[\p{L}\p{M}\p{N}_]))";
    check(r"\b\p{L}\.", &format!(r"{edge}\p{{L}}\."));
    let arabic = ours.iter().position(|rule| rule.contains(r"[^\Wالت]")).unwrap();
    assert!(theirs[arabic].contains(r"ب(?:ل\p{L}|[\p{L}\p{M}\p{N}_&&[^الت]])\p{L}+"), "{}", theirs[arabic]);
    // And of all: what follows the backslashes, pair by pair.
    let mut classes = 0;
    for rule in &theirs {
        assert_eq!(rule.matches(r"\s").count(), rule.matches(space).count(), "{rule}");
        for bad in [r"\d", r"\b", r"\w", r"\S", r"\D", r"\W"] {
            assert!(!rule.contains(bad), "{bad} in {rule}");
        }
        classes += rule.matches(&format!(r"[^\p{{Nd}}{space}]")).count();
    }
    assert!(classes > 0, "[^\\d\\s] is a class of ours");
}

#[test]
fn what_is_exported_can_be_read_and_compiled() {
    for tool in [Tool::OmegaT, Tool::Okapi, Tool::LanguageTool] {
        let file = srx::read(&srx::export(tool, &Profile::default())).unwrap();
        assert_eq!(file.warnings, [], "{tool:?}");
        let faults = file.srx.validate();
        let unusable =
            |warning: &srx::SrxWarning| matches!(warning.kind, srx::SrxWarningKind::Rule(FaultKind::Unusable { .. }));
        assert!(!faults.iter().any(unusable), "{tool:?} {faults:?}");
    }
}
