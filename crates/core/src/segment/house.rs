//! Our own rules: the files in `data/segment`, one for each language and one for all.

use super::Profile;
use super::engine::Action;
use super::notation::{self, Names, NotationError, OwnRule, Wish};
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

impl Srx {
    /// Our own rules for all languages, as `profile` wants them.
    pub fn own(profile: &Profile) -> Self {
        let common = common();
        let mut groups: Vec<RuleGroup> =
            TONGUES.iter().map(|tongue| group(tongue.name, tongue.text, &common, profile)).collect();
        groups.push(group("Default", DEFAULT, &common, profile));
        let map = |pattern: &str, group: &str| LanguageMap {
            pattern: pattern.into(),
            group: group.into(),
            list: None,
            comment: None,
            place: None,
        };
        let mut maps: Vec<LanguageMap> =
            TONGUES.iter().map(|tongue| map(&language_pattern(tongue.code), tongue.name)).collect();
        maps.push(map(".*", "Default"));
        Self { version: Version::V2, cascade: Cascade::All, groups, maps, ..Self::default() }
    }
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
    let read = notation::read(COMMON, &Names::default());
    debug_assert!(read.as_ref().is_ok_and(|(rules, _)| rules.is_empty()), "common.rules holds names only: {read:?}");
    read.map(|(_, names)| names).unwrap_or_default()
}

fn group(name: &str, text: &str, common: &Names, profile: &Profile) -> RuleGroup {
    let group = read(name, text, common, profile);
    debug_assert!(group.is_ok(), "{name}: {group:?}");
    RuleGroup { name: name.to_owned(), ..group.unwrap_or_default() }
}

fn read(name: &str, text: &str, common: &Names, profile: &Profile) -> Result<RuleGroup, NotationError> {
    let wanted = |rule: &OwnRule| {
        let asked = match rule.when {
            None => return true,
            Some(Wish::AfterColon) => profile.after_colon,
            Some(Wish::AfterSemicolon) => profile.after_semicolon,
            Some(Wish::AtLineBreak) => profile.at_line_break,
        };
        asked == Action::Break
    };
    let (rules, _) = notation::read(text, common)?;
    let rules = rules.into_iter().filter(wanted).map(|own| own.rule).collect();
    Ok(RuleGroup { name: name.to_owned(), rules, comment: None })
}

impl RuleGroup {
    /// Rules in the notation of our own files (`data/segment`): lists of words, named patterns, and rules that use them.
    ///
    /// For whoever has a list of abbreviations and no wish to write regular expressions: a house's own rules, put before
    /// ours and, with [`Srx::to_xml`], handed to other tools. The names of `common.rules` are known to them.
    ///
    /// # Errors
    ///
    /// [`NotationError`] names the first line that says nothing known.
    ///
    /// ```
    /// use hexapla_core::segment::srx::{LanguageMap, RuleGroup, Srx};
    /// use hexapla_core::segment::{Profile, Rules, Segmenter, Trim};
    ///
    /// let text = "list offices\n  Kst. Verw.\n\nkeep an office with its number\n  before \\b<offices>\n  after \\s\n";
    /// let house = RuleGroup::from_notation("House", text, &Profile::default()).unwrap();
    /// let mut srx = Srx::own(&Profile::default());
    /// srx.groups.insert(0, house);
    /// let map = LanguageMap { pattern: ".*".into(), group: "House".into(), list: None, comment: None, place: None };
    /// srx.maps.insert(0, map);
    /// let (rules, _) = Rules::from_srx(&srx, "de", "house.rules", Trim::Ends).unwrap();
    /// assert_eq!(rules.segment("Die Verw. Nord zieht um. Wohin?").len(), 2);
    /// ```
    pub fn from_notation(name: &str, text: &str, profile: &Profile) -> Result<Self, NotationError> {
        read(name, text, &common(), profile)
    }
}
