//! Which version of the source a translator had before him, when his work arrived beside a newer one.

use super::follow::leaning;
use super::glossary::Glossary;
use super::source_line::{Map, SourceLine};
use super::{EditKind, Passage, edit_kind};
use crate::language::Language;

/// A piece of a target that this version brought.
pub(super) struct Fresh<'a> {
    /// The source segment that it stands for.
    pub(super) source: usize,
    pub(super) target: &'a Passage,
    /// What its older wording was made from, if it is no new piece.
    pub(super) before: Option<&'a Passage>,
}

/// What a version of a target tells of the source that it was made from.
pub(super) struct Race<'a> {
    pub(super) line: &'a SourceLine,
    pub(super) version: usize,
    /// The oldest version that is thought of.
    pub(super) earliest: usize,
    pub(super) fresh: &'a [Fresh<'a>],
    /// Source segments that nothing stands for.
    pub(super) untranslated: &'a [usize],
    /// How many pieces of the target are new and stand for nothing.
    pub(super) strangers: usize,
    pub(super) glossary: &'a Glossary<'a>,
    pub(super) languages: (&'a Language, &'a Language),
}

/// So many changed versions of the source are thought of.
const VERSIONS: usize = 40;
/// An older source must explain the target so much better; natural logarithm of odds.
const PRIOR: f32 = 1.2;
const PRIOR_EACH: f32 = 0.12;
/// And so much more, where the version said something else in the source of one of the pieces: who does that has it
/// before him.
const PRIOR_TOGETHER: f32 = 2.5;

impl Race<'_> {
    /// The version whose source explains the target best; its own, where nothing speaks for an older one.
    pub(super) fn seen(&self) -> usize {
        let mut best = (0.0, self.version);
        let mut at = self.version;
        let mut tried = 0;
        let leanings: Vec<Vec<(usize, f32, bool)>> = self.fresh.iter().map(|fresh| self.leanings(fresh)).collect();
        if leanings.iter().all(|of_one| of_one.len() < 2) && self.untranslated.is_empty() {
            return self.version;
        }
        let prior = PRIOR + if self.fresh.iter().any(|fresh| self.came_together(fresh)) { PRIOR_TOGETHER } else { 0.0 };
        while let Some((parent, map)) = self.line.first_parent(at).filter(|(parent, _)| *parent >= self.earliest) {
            at = parent;
            if matches!(map, Map::Same) {
                continue;
            }
            tried += 1;
            if tried > VERSIONS {
                break;
            }
            let odds = self.odds(at, &leanings) - prior - PRIOR_EACH * tried as f32;
            if odds > best.0 {
                best = (odds, at);
            }
        }
        best.1
    }

    /// Whether this version brought what a piece's source says, and not only mended it.
    fn came_together(&self, fresh: &Fresh<'_>) -> bool {
        let Some(edition) = self.line.brought(self.version, fresh.source) else { return false };
        let is_mended =
            |before: &Passage| edit_kind(before, &edition.passage, self.languages.0).is_none_or(EditKind::is_minor);
        !self.line.before(edition).is_some_and(|before| is_mended(&before.passage))
    }

    /// The wordings of a piece's source, newest first: since when, how much the target leans to it, and whether it is
    /// the one that the target had followed already.
    fn leanings(&self, fresh: &Fresh<'_>) -> Vec<(usize, f32, bool)> {
        let Some(newest) = self.line.edition(self.version, fresh.source) else { return Vec::new() };
        let mut found = vec![(newest.version, 0.0, false)];
        let mut edition = newest;
        while let Some(older) = self.line.before(edition).filter(|_| found.len() < VERSIONS) {
            let known = fresh.before.is_some_and(|before| before.same_text(&older.passage));
            let lean = leaning(&older.passage, &newest.passage, fresh.target, self.languages, self.glossary);
            found.push((older.version, lean, known));
            edition = older;
        }
        found
    }

    fn odds(&self, seen: usize, leanings: &[Vec<(usize, f32, bool)>]) -> f32 {
        let mut odds = 0.0;
        for (fresh, leanings) in self.fresh.iter().zip(leanings) {
            odds += match leanings.iter().find(|(since, ..)| *since <= seen) {
                Some((_, _, true)) => -2.5,
                Some((_, lean, false)) => *lean,
                // What was not there could not be translated; but a mistaken pair could.
                None if fresh.before.is_some() => 0.0,
                None => -3.0,
            };
        }
        let (mut newer, mut older) = (0usize, 0usize);
        for source in self.untranslated {
            match self.line.wording_at(self.version, *source, seen) {
                Some(_) => older += 1,
                None => newer += 1,
            }
        }
        // In a page that is translated throughout, what is not translated was not there.
        let each = if older * 10 <= self.fresh.len() + 5 { 1.2 } else { 0.2 };
        odds += each * newer.min(6) as f32;
        let gone = if self.strangers > 0 { self.gone_since(seen).len() } else { 0 };
        odds + 1.5 * gone.min(self.strangers).min(4) as f32
    }

    /// The segments of an earlier version of the source that are no more.
    pub(super) fn gone_since(&self, seen: usize) -> Vec<usize> {
        let now: std::collections::HashSet<&str> = (0..self.line.segments(self.version).len())
            .filter_map(|at| self.line.wording_at(self.version, at, seen))
            .map(|edition| edition.passage.key())
            .collect();
        let then = self.line.segments(seen).enumerate();
        then.filter(|(_, passage)| !now.contains(passage.key())).map(|(at, _)| at).collect()
    }
}
