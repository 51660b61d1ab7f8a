//! Segmentation rules as the standard has them: SRX 2.0, and 1.0 as older tools write it.
//!
//! [`read`] takes the text of a file apart, [`Srx::to_xml`] writes it again with all that was in it, [`Srx::validate`] says
//! what is wrong with the rules, [`export`] makes our own rules fit for another tool.
//!
//! Source: Segmentation Rules eXchange 2.0 (GALA/LISA OSCAR, 7 April 2008) and 1.0 (20 April 2004).

mod beans;
mod export;
mod read;
mod validate;
mod write;

pub use beans::omegat_conf;
pub use export::{Tool, export, own_for};
pub use read::{SrxError, SrxErrorKind, SrxFile, SrxWarning, SrxWarningKind, read};

use super::engine::Action;
use super::pattern;
use crate::text::Place;

/// A file of segmentation rules.
///
/// It is only data: [`super::Rules::from_srx`] compiles the part that one language needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Srx {
    /// Which version of the standard the file follows.
    pub version: Version,
    /// Whether the rules of all maps that fit a language apply, or those of the first alone.
    pub cascade: Cascade,
    /// Whether segmentation enters sub-flows, such as footnotes within a sentence.
    pub segment_subflows: Subflows,
    /// On which side of a boundary inline codes stand.
    pub handles: FormatHandles,
    /// The groups of rules, in the order of the file.
    pub groups: Vec<RuleGroup>,
    /// Which languages use which group, in order.
    pub maps: Vec<LanguageMap>,
    /// Attributes of the root that the standard does not know, name spaces among them, as (name, value).
    pub attributes: Vec<(String, String)>,
    /// What the header holds beyond the standard (comments, other tools' options), as XML.
    pub extras: Vec<String>,
    /// Comments that stand after all maps.
    pub remarks: Vec<String>,
}

/// A version of the standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// `version="1.0"`: no cascade, sometimes no name space.
    V1,
    /// `version="2.0"`.
    #[default]
    V2,
}

/// What happens when several language maps fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cascade {
    /// `cascade="no"`: the first map that fits decides, as always in SRX 1.0.
    #[default]
    First,
    /// `cascade="yes"`: the rules of all maps that fit, in the order of the maps.
    All,
}

/// Whether text within inline codes is segmented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Subflows {
    /// `segmentsubflows="yes"`.
    #[default]
    Segmented,
    /// `segmentsubflows="no"`.
    Whole,
}

/// Where an inline code goes that stands exactly on a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// To the segment before the boundary (`include="yes"`).
    Before,
    /// To the segment after it (`include="no"`).
    After,
}

/// The `formathandle` elements of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FormatHandles {
    /// Codes that open something. The standard's default is after the boundary.
    pub opening: Side,
    /// Codes that close something. The standard's default is before the boundary.
    pub closing: Side,
    /// Codes that stand alone. The standard's default is after the boundary.
    pub isolated: Side,
}

impl Default for FormatHandles {
    fn default() -> Self {
        Self { opening: Side::After, closing: Side::Before, isolated: Side::After }
    }
}

/// Rules under a name (`languagerule`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleGroup {
    /// `languagerulename`.
    pub name: String,
    /// The rules: the first that fits a position decides.
    pub rules: Vec<Rule>,
    /// The comment above it.
    pub comment: Option<String>,
}

/// One rule: what stands before the position, what after it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `break`.
    pub action: Action,
    /// `beforebreak`: a regular expression in ICU's syntax; empty fits anything.
    pub before: String,
    /// `afterbreak`, likewise.
    pub after: String,
    /// What a reader would call the rule: its title in our own rules, the comment above it in a file.
    pub title: Option<String>,
    /// Where it stands in its file.
    pub place: Option<Place>,
}

/// Which languages use a group (`languagemap`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageMap {
    /// `languagepattern`: a regular expression that must fit the whole language code, in upper or lower case.
    pub pattern: String,
    /// `languagerulename`.
    pub group: String,
    /// `maprulename`: the list that it stands in together with its neighbours; SRX 1.0 has such lists.
    pub list: Option<String>,
    /// The comment above it.
    pub comment: Option<String>,
    /// Where it stands in its file.
    pub place: Option<Place>,
}

/// No map of the file fits the language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no language map fits `{code}`")]
pub struct NoRules {
    /// The language that was asked for.
    pub code: String,
    /// The patterns of the maps that there are.
    pub maps: Vec<String>,
}

impl Srx {
    /// The maps that say which groups apply to `code`, in order: all that fit, or without cascade, which SRX 1.0 does not
    /// know, the first of them.
    pub fn maps_for(&self, code: &str) -> impl Iterator<Item = &LanguageMap> {
        let most = if self.cascade == Cascade::All && self.version != Version::V1 { usize::MAX } else { 1 };
        self.maps.iter().filter(move |map| map.fits(code)).take(most)
    }

    /// The groups whose rules apply to `code`, in order.
    ///
    /// # Errors
    ///
    /// [`NoRules`] if no map fits, or those that do name groups that are not there.
    pub fn groups_for(&self, code: &str) -> Result<Vec<&RuleGroup>, NoRules> {
        let group = |map: &LanguageMap| self.groups.iter().find(|group| group.name == map.group);
        let found: Vec<&RuleGroup> = self.maps_for(code).filter_map(group).collect();
        if found.is_empty() {
            return Err(NoRules {
                code: code.to_owned(),
                maps: self.maps.iter().map(|map| map.pattern.clone()).collect(),
            });
        }
        Ok(found)
    }
}

impl LanguageMap {
    /// Whether the pattern fits the whole of `code`. A pattern that cannot be read fits nothing.
    pub fn fits(&self, code: &str) -> bool {
        pattern::translate(&self.pattern, pattern::PatternSide::Before)
            .ok()
            .and_then(|translated| {
                fancy_regex::RegexBuilder::new(&format!(r"(?i)\A(?:{})\z", translated.regex))
                    .backtrack_limit(10_000)
                    .build()
                    .ok()
            })
            .is_some_and(|regex| regex.is_match(code).unwrap_or(false))
    }
}
