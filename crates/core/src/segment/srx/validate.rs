//! What is wrong with the rules of a file, beyond what reading it shows.

use super::{Cascade, LanguageMap, Srx, SrxWarning, SrxWarningKind, Version};
use crate::segment::engine::{Engine, RuleSource};
use crate::segment::pattern::{PatternSide, translate};
use crate::text::Place;

impl Srx {
    /// Everything that is wrong with the rules and the maps, in the order of the file: patterns that cannot be used,
    /// rules that may break anywhere, maps that lead nowhere.
    ///
    /// Compiles all rules of all languages, which takes a while for large files; [`crate::segment::Rules::from_srx`]
    /// compiles those of one language.
    pub fn validate(&self) -> Vec<SrxWarning> {
        let nowhere = Place { line: 1, column: 1, byte: 0 };
        let mut warnings = Vec::new();
        let mut warn = |place: Option<Place>, kind: SrxWarningKind| {
            warnings.push(SrxWarning { kind, place: place.unwrap_or(nowhere) });
        };
        for group in &self.groups {
            let sources: Vec<RuleSource<'_>> = group
                .rules
                .iter()
                .map(|rule| RuleSource { action: rule.action, before: &rule.before, after: &rule.after })
                .collect();
            let (_, faults) = Engine::new(&sources);
            for fault in faults {
                warn(group.rules[fault.rule].place, SrxWarningKind::Rule(fault.kind));
            }
        }
        warnings.extend(self.dead_ends().map(|(_, warning)| warning));
        let mut warn = |place: Option<Place>, kind: SrxWarningKind| {
            warnings.push(SrxWarning { kind, place: place.unwrap_or(nowhere) });
        };
        if self.maps.is_empty() {
            warn(None, SrxWarningKind::NoMaps);
        }
        if self.version == Version::V1 && self.cascade == Cascade::All {
            let (name, value) = ("cascade".to_owned(), "yes".to_owned());
            warn(None, SrxWarningKind::BadValue { name, value });
        }
        warnings.sort_by_key(|warning| warning.place);
        warnings
    }

    /// The maps that lead nowhere, each with why: their pattern cannot be read, or no group has the name that they give.
    pub fn dead_ends(&self) -> impl Iterator<Item = (&LanguageMap, SrxWarning)> {
        let why = |map: &LanguageMap| match translate(&map.pattern, PatternSide::Before) {
            Err(error) => Some(SrxWarningKind::BadMap(error)),
            Ok(_) if self.groups.iter().any(|group| group.name == map.group) => None,
            Ok(_) => Some(SrxWarningKind::NoGroup { name: map.group.clone() }),
        };
        let place = |map: &LanguageMap| map.place.unwrap_or(Place { line: 1, column: 1, byte: 0 });
        self.maps.iter().filter_map(move |map| Some((map, SrxWarning { kind: why(map)?, place: place(map) })))
    }
}
