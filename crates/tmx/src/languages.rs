//! The languages that a memory turns out to hold.

use std::collections::BTreeSet;

use hexapla_core::language::Language;

use crate::convert::language;
use crate::model::Tu;

/// The languages of the variants that were seen, as written.
///
/// ```
/// use hexapla_tmx::{Languages, Reader};
/// let file = "<tmx version='1.4'><header/><body><tu><tuv xml:lang='de-AT'><seg>a</seg></tuv></tu></body></tmx>";
/// let mut languages = Languages::default();
/// let mut reader = Reader::new(file.as_bytes())?;
/// while let Some(tu) = reader.next_tu()? {
///     languages.see(&tu);
/// }
/// assert!(languages.answer(&"de".parse().unwrap()) && !languages.answer(&"fr".parse().unwrap()));
/// assert_eq!(languages.names().collect::<Vec<_>>(), ["de-AT"]);
/// # Ok::<(), hexapla_tmx::ReadError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(BTreeSet<String>);

/// How many are remembered: a file in which every variant has a language of its own must not cost memory without bound.
const ENOUGH: usize = 1000;

impl Languages {
    /// Adds the languages of a unit.
    pub fn see(&mut self, tu: &Tu) {
        for written in tu.variants.iter().filter_map(|variant| variant.language()) {
            if !self.0.contains(written) && self.0.len() < ENOUGH {
                self.0.insert(written.to_owned());
            }
        }
    }

    /// Whether one of them answers for `wanted`: it, the same with or without a region, or a variant of it.
    pub fn answer(&self, wanted: &Language) -> bool {
        self.0.iter().any(|written| language(written).is_some_and(|found| found.matches(wanted).is_some()))
    }

    /// Their names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}
