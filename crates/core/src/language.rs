//! Language tags, their script and their direction.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use icu_locale::subtags::Script;
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};

/// A validated BCP 47 language tag in its canonical case, such as `de`, `ar-SA` or `sr-Latn`.
///
/// Comparing two tags is exact; [`Language::matches`] answers the question that CAT tools ask ("is this `de` the
/// `de-DE` I look for?").
///
/// ```
/// use hexapla_core::language::{Direction, Language};
/// let arabic: Language = "AR-sa".parse().unwrap();
/// assert_eq!(arabic.as_str(), "ar-SA");
/// assert_eq!(arabic.primary(), "ar");
/// assert_eq!(arabic.direction(), Direction::RightToLeft);
/// assert!("english".parse::<Language>().is_err());
/// assert!("de_DE".parse::<Language>().is_err());
/// ```
///
/// Source: RFC 5646 (well-formedness, by the `oxilangtag` crate) and ISO 639-1 (two-letter codes).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language {
    tag: Arc<str>,
    /// As [`Language::script`] tells it.
    script: Script,
}

/// Which way the lines of a language run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Latin, Cyrillic and most other scripts.
    LeftToRight,
    /// Arabic, Hebrew, Syriac, Thaana, N'Ko and others.
    RightToLeft,
}

/// Why a text is no language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LanguageError {
    /// The tag breaks the grammar of RFC 5646.
    #[error("`{tag}` is not a BCP 47 language tag")]
    Malformed {
        /// What was given.
        tag: String,
    },
    /// The tag is well formed, but its primary subtag names no language.
    #[error("`{tag}` names no known language")]
    Unknown {
        /// What was given.
        tag: String,
    },
}

/// How well one tag answers a request for another, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LanguageMatch {
    /// Only the primary subtags agree: `en-GB` for `en-US`.
    Primary,
    /// One tag is the other with less said: `de` for `de-AT`.
    Same,
    /// The same tag.
    Exact,
}

impl Language {
    /// The language that a name stands for as paths, pages and systems write it: a tag, perhaps with `_` for `-`.
    ///
    /// ```
    /// use hexapla_core::language::Language;
    /// assert_eq!(Language::named("pt_BR").unwrap().as_str(), "pt-BR");
    /// assert!(Language::named("english").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// The name is no tag, or its primary subtag names no known language.
    pub fn named(name: &str) -> Result<Self, LanguageError> {
        name.replace('_', "-").parse()
    }

    /// The tag in canonical case.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The primary language subtag: `de` of `de-AT`.
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or(&self.tag)
    }

    /// The script subtag if the tag says it, else the script that the language is usually written in (ISO 15924); `Zzzz`
    /// where that is not known.
    ///
    /// ```
    /// use hexapla_core::language::Language;
    /// let script = |tag: &str| tag.parse::<Language>().unwrap().script().to_owned();
    /// assert_eq!([script("bn"), script("zh-TW"), script("sr-Latn")], ["Beng", "Hant", "Latn"]);
    /// ```
    ///
    /// Source: the likely subtags of Unicode's CLDR, by the `icu_locale` crate.
    pub fn script(&self) -> &str {
        self.script.as_str()
    }

    /// Which way lines run in this language's script (CLDR, by the `icu_locale` crate).
    pub fn direction(&self) -> Direction {
        let id = LanguageIdentifier { script: Some(self.script), ..LanguageIdentifier::UNKNOWN };
        match LocaleDirectionality::new_extended().get(&id) {
            Some(icu_locale::Direction::RightToLeft) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// How well `self` answers a request for `wanted`; `None` where they are different languages.
    ///
    /// ```
    /// use hexapla_core::language::{Language, LanguageMatch};
    /// let tag = |t: &str| t.parse::<Language>().unwrap();
    /// assert_eq!(tag("de").matches(&tag("de-AT")), Some(LanguageMatch::Same));
    /// assert_eq!(tag("en-GB").matches(&tag("en-US")), Some(LanguageMatch::Primary));
    /// assert_eq!(tag("de").matches(&tag("ru")), None);
    /// ```
    pub fn matches(&self, wanted: &Language) -> Option<LanguageMatch> {
        if self == wanted {
            Some(LanguageMatch::Exact)
        } else if self.primary() != wanted.primary() {
            None
        } else if extends(&self.tag, &wanted.tag) || extends(&wanted.tag, &self.tag) {
            Some(LanguageMatch::Same)
        } else {
            Some(LanguageMatch::Primary)
        }
    }
}

/// The script of a tag with this primary subtag.
fn script(tag: &str, primary: &str) -> Script {
    // What RFC 5646 allows and CLDR does not, as `zh-cmn-Hant`, is still in its language and in the script that it says.
    let parsed = Locale::try_from_str(tag).or_else(|_| Locale::try_from_str(primary));
    let mut locale = parsed.unwrap_or(Locale::UNKNOWN);
    let said =
        tag.split('-').skip(1).take_while(|subtag| subtag.len() > 1).find_map(|subtag| Script::from_str(subtag).ok());
    locale.id.script = locale.id.script.or(said);
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    // Of a language that is not named, CLDR would believe that it is English.
    if !locale.id.language.is_unknown() {
        LocaleExpander::new_extended().maximize(&mut locale.id);
    }
    locale.id.script.unwrap_or(UNKNOWN_SCRIPT)
}

/// ISO 15924 for a script that is not known.
const UNKNOWN_SCRIPT: Script = icu_locale::subtags::script!("Zzzz");

fn extends(longer: &str, shorter: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with('-'))
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(tag: &str) -> Result<Self, LanguageError> {
        let parsed =
            LanguageTag::parse_and_normalize(tag).map_err(|_| LanguageError::Malformed { tag: tag.to_owned() })?;
        let primary = parsed.primary_language();
        let known = match primary.len() {
            2 => ISO_639_1.split_ascii_whitespace().any(|code| code == primary),
            3 => true,
            // Private use (`x-…`) and grandfathered tags (`i-klingon`) have a primary subtag of one letter.
            1 => true,
            _ => false,
        };
        if !known {
            return Err(LanguageError::Unknown { tag: tag.to_owned() });
        }
        let script = script(parsed.as_str(), primary);
        Ok(Self { tag: parsed.into_inner().into(), script })
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageError;
    fn try_from(tag: String) -> Result<Self, LanguageError> {
        tag.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.tag.as_ref().to_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.tag)
    }
}

/// ISO 639-1, with the three withdrawn codes that old files still carry (`iw`, `in`, `ji`) and `sh`.
const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr \
    ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl \
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh \
    zu iw in ji sh";
