//! What was wrong with the memories that a command read, told when it is done.

use std::collections::BTreeMap;
use std::path::Path;

use hexapla_core::language::Language;
use hexapla_tmx::{Diagnostic, Languages, Problem, Severity};

use crate::console::{Console, Verbosity};
use crate::diagnosis;
use crate::messages::Msg;

/// How many of one kind are told of one file; the rest is counted.
pub(super) const ENOUGH: u64 = 5;

/// Diagnostics by file, the first few of each kind.
#[derive(Debug)]
pub(super) struct Heard {
    enough: u64,
    counts: BTreeMap<(String, &'static str), u64>,
    kept: Vec<(String, Diagnostic)>,
    broken: u64,
}

impl Heard {
    pub(super) fn new(console: &Console) -> Self {
        let enough = if console.verbosity == Verbosity::Verbose { u64::MAX } else { ENOUGH };
        Self { enough, counts: BTreeMap::new(), kept: Vec::new(), broken: 0 }
    }

    pub(super) fn hear(&mut self, path: &Path, diagnostic: Diagnostic) {
        let path = path.to_string_lossy().into_owned();
        self.broken += u64::from(diagnostic.severity() >= Severity::Error && diagnostic.unit.is_some());
        let count = self.counts.entry((path.clone(), diagnostic.code())).or_default();
        *count += 1;
        if *count <= self.enough {
            self.kept.push((path, diagnostic));
        }
    }

    /// How many units were left out because they are broken.
    pub(super) fn broken(&self) -> u64 {
        self.broken
    }

    /// What was not kept, only counted.
    pub(super) fn rest(&self) -> impl Iterator<Item = (&str, Problem)> {
        self.counts
            .iter()
            .filter(|(_, count)| **count > self.enough)
            .map(|((path, code), count)| (path.as_str(), Problem::Repeated { code, count: count - self.enough }))
    }

    pub(super) fn kept(&self) -> &[(String, Diagnostic)] {
        &self.kept
    }

    /// Says it all on standard error.
    pub(super) fn tell(self, console: &mut Console) {
        for (path, diagnostic) in &self.kept {
            diagnosis::warn(path, diagnostic, console);
        }
        for (path, problem) in self.rest() {
            let (what, _) = diagnosis::explained(&problem, &console.error_face.words);
            console.warn(&format!("{path}: {what}"));
        }
    }
}

/// Warns of language tags with `_`, which are read as if they had `-`, each once.
pub(super) fn tell_underscores<'n>(names: impl Iterator<Item = &'n str>, console: &mut Console) {
    for name in names.filter(|name| name.contains('_')).take(TOLD) {
        let problem = Problem::UnderscoreInLanguage { value: name.to_owned() };
        let (what, _) = diagnosis::explained(&problem, &console.error_face.words);
        console.warn(&what);
    }
}

/// Warns of languages that were asked for and are not there, and says which are; and of tags with `_`.
pub(super) fn tell_missing<'l>(
    wanted: impl IntoIterator<Item = &'l Language>,
    found: &Languages,
    console: &mut Console,
) {
    if found.names().next().is_none() {
        return;
    }
    tell_underscores(found.names(), console);
    for language in wanted.into_iter().filter(|language| !found.answer(language)) {
        let words = &console.error_face.words;
        let mut names: Vec<String> = found.names().take(TOLD).map(|name| words.foreign(name)).collect();
        if found.names().nth(TOLD).is_some() {
            names.push("…".to_owned());
        }
        let said = words.say(Msg::TmxNoLanguage { language: language.as_str(), found: &names.join(", ") });
        console.warn(&said);
    }
}

/// How many languages are named.
const TOLD: usize = 20;
