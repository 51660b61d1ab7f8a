//! Translation units, and the memory that they are looked up in.

use indexmap::IndexMap;

use crate::document::InlineCode;
use crate::language::Language;

/// One meaning in several languages: a target beside the source that it translates.
///
/// At most one variant per language. Which of them is the source is said, not guessed.
#[derive(Clone, Debug, PartialEq)]
pub struct TranslationUnit {
    /// A stable name, where the unit has one (`tuid`).
    pub id: Option<String>,
    /// The language of the variant that the others translate.
    pub source_language: Language,
    /// The variants, the source among them.
    pub variants: IndexMap<Language, Variant>,
    /// Where the unit comes from.
    pub context: Context,
    /// Remarks for people.
    pub notes: Vec<String>,
    /// Further facts (TMX `prop`), by type.
    pub properties: IndexMap<String, String>,
}

/// The text of a unit in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// The text as it was written, without markup.
    pub text: String,
    /// The inline markup, by place in the text.
    pub codes: Vec<InlineCode>,
    /// When it was made.
    pub created: Option<Timestamp>,
    /// Who made it.
    pub created_by: Option<String>,
    /// When it was last changed.
    pub changed: Option<Timestamp>,
    /// Who changed it.
    pub changed_by: Option<String>,
    /// What a person said of it.
    pub state: Option<WorkState>,
}

/// Where a unit stands: its page and its neighbours, for in-context matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context {
    /// The path of the source page, relative to the project, `/` between parts.
    pub document: Option<String>,
    /// The source segment before it.
    pub previous: Option<String>,
    /// The source segment after it.
    pub next: Option<String>,
}

/// What a person said of a translation, in the words of XLIFF 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WorkState {
    /// Nothing done yet.
    Initial,
    /// Translated.
    Translated,
    /// Looked at by a second person.
    Reviewed,
    /// Done.
    Final,
}

/// A moment in UTC to the second, in the 16 characters that TMX recommends and OmegaT insists on: `20260310T120000Z`.
///
/// ```
/// use hexapla_core::memory::Timestamp;
/// let then: Timestamp = "20260310T120000Z".parse().unwrap();
/// assert!(then < "20260311T000000Z".parse().unwrap());
/// assert!("2026-03-10".parse::<Timestamp>().is_err());
/// assert!("20260230T120000Z".parse::<Timestamp>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(String);

/// The text is no moment in the form `20260310T120000Z`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a moment of the form YYYYMMDDThhmmssZ")]
pub struct TimestampError(pub String);

impl Timestamp {
    /// The 16 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A moment given in seconds since 1970-01-01T00:00:00Z.
    ///
    /// ```
    /// use hexapla_core::memory::Timestamp;
    /// assert_eq!(Timestamp::from_unix(1_773_144_000).as_str(), "20260310T120000Z");
    /// assert_eq!(Timestamp::from_unix(-1).as_str(), "19691231T235959Z");
    /// ```
    pub fn from_unix(seconds: i64) -> Self {
        let days = seconds.div_euclid(86_400);
        let second = seconds.rem_euclid(86_400);
        // Days to a civil date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = (year_of_era + era * 400 + i64::from(month <= 2)).clamp(0, 9999);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        Self(format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z"))
    }

    /// The date with hyphens, for people: `2026-03-10`.
    pub fn date(&self) -> String {
        format!("{}-{}-{}", &self.0[..4], &self.0[4..6], &self.0[6..8])
    }
}

impl std::str::FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let refuse = || TimestampError(text.to_owned());
        let bytes = text.as_bytes();
        if bytes.len() != 16 || bytes[8] != b'T' || bytes[15] != b'Z' {
            return Err(refuse());
        }
        let number = |range: std::ops::Range<usize>| -> Option<u32> {
            let digits = &bytes[range];
            digits.iter().all(u8::is_ascii_digit).then(|| digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0')))
        };
        let field = |range, low, high| number(range).filter(|n| (low..=high).contains(n)).ok_or_else(refuse);
        let (year, month) = (field(0..4, 0, 9999)?, field(4..6, 1, 12)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        field(6..8, 1, days)?;
        field(9..11, 0, 23)?;
        field(11..13, 0, 59)?;
        field(13..15, 0, 60)?;
        Ok(Self(text.to_owned()))
    }
}
