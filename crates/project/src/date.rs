//! Days, for decisions that hold until one.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use hexapla_core::memory::Timestamp;

/// A day in UTC: `2026-03-10`.
///
/// ```
/// use hexapla_project::Date;
/// let day: Date = "2026-03-10".parse().unwrap();
/// assert!(day < "2026-11-02".parse().unwrap());
/// assert!("2026-02-30".parse::<Date>().is_err());
/// assert!("10.3.2026".parse::<Date>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

/// The text is no day of the form `2026-03-10`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day of the form YYYY-MM-DD")]
pub struct DateError(pub String);

impl Date {
    /// Today, by the clock of this machine.
    pub fn today() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(Timestamp::from_unix(i64::try_from(now.as_secs()).unwrap_or(i64::MAX)).date())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let refuse = || DateError(text.to_owned());
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else { return Err(refuse()) };
        let moment: Timestamp = format!("{year}{month}{day}T000000Z").parse().map_err(|_| refuse())?;
        if moment.date() == text { Ok(Self(text.to_owned())) } else { Err(refuse()) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
