//! Language tags, their script and their direction.

use std::fmt;
use std::sync::Arc;

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
pub struct Language(Arc<str>);

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
        &self.0
    }

    /// The primary language subtag: `de` of `de-AT`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The script subtag if the tag says it, else the script the language is usually written in (ISO 15924).
    pub fn script(&self) -> &str {
        if let Some(script) = self
            .0
            .split('-')
            .skip(1)
            .take_while(|s| s.len() > 1)
            .find(|s| s.len() == 4 && s.bytes().all(|b| b.is_ascii_alphabetic()))
        {
            return script;
        }
        match self.primary() {
            "ar" | "fa" | "ur" | "ps" | "sd" | "ug" | "ckb" | "arz" | "ary" | "apc" | "pnb" => "Arab",
            "ru" | "uk" | "be" | "bg" | "mk" | "sr" | "kk" | "ky" | "tg" | "mn" | "tt" | "ba" | "cv" | "os" => "Cyrl",
            "he" | "yi" | "iw" => "Hebr",
            "el" => "Grek",
            "hy" => "Armn",
            "ka" => "Geor",
            "hi" | "mr" | "ne" | "sa" => "Deva",
            "zh" => "Hans",
            "ja" => "Jpan",
            "ko" => "Kore",
            "th" => "Thai",
            "dv" => "Thaa",
            "syr" => "Syrc",
            "nqo" => "Nkoo",
            "am" | "ti" => "Ethi",
            _ => "Latn",
        }
    }

    /// Which way lines run in this language's script.
    pub fn direction(&self) -> Direction {
        match self.script() {
            "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo" | "Adlm" | "Rohg" | "Mand" | "Samr" => Direction::RightToLeft,
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
        } else if extends(&self.0, &wanted.0) || extends(&wanted.0, &self.0) {
            Some(LanguageMatch::Same)
        } else {
            Some(LanguageMatch::Primary)
        }
    }
}

fn extends(longer: &str, shorter: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with('-'))
}

impl std::str::FromStr for Language {
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
        if known { Ok(Self(parsed.into_inner().into())) } else { Err(LanguageError::Unknown { tag: tag.to_owned() }) }
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
        language.0.as_ref().to_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.0)
    }
}

/// ISO 639-1, with the three withdrawn codes that old files still carry (`iw`, `in`, `ji`) and `sh`.
const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr \
    ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl \
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh \
    zu iw in ji sh";
