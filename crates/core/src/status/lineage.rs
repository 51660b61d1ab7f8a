//! What is known of a target in one of its versions: its pieces, and what each was made from.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::align::Confidence;
use crate::language::Language;
use crate::text::words;

use super::follow::{Saying, says_already};
use super::passage::joined;
use super::seam::{cut, is_half_of, join};
use super::source_line::{Fate, Map, SourceLine, Written};
use super::{Base, BasePair, EditKind, Passage, Provenance, Since, Testimony, Trace, edit_kind, revise};

/// What is known of a target in one of its versions.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// In the order of the target; those without a source, too.
    pub(super) entries: Vec<Entry>,
    /// Pieces that the target once had, for when they come back.
    pub(super) past: Arc<Vec<Entry>>,
}

/// A piece of a target with what it was made from.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) parts: Vec<Part>,
    pub(super) target: Vec<Passage>,
    /// The numbers of its segments in the target's newest version.
    pub(super) places: Vec<usize>,
    pub(super) origin: Origin,
    pub(super) written: Written,
    pub(super) target_edited: bool,
}

/// A segment of the source that it was made from, as it was then, and what that has become.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) base: Passage,
    pub(super) now: Vec<usize>,
    /// What it said last, where it is gone.
    pub(super) last: Option<Passage>,
}

impl Part {
    /// A part that is as it was.
    pub(super) fn of(base: Passage, now: Vec<usize>) -> Self {
        Self { base, now, last: None }
    }
}

/// Where a base comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin {
    /// The version whose source it is.
    pub version: usize,
    /// Who says so.
    pub provenance: Provenance,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Lineage {
    /// The testimony of the version numbered `version`. `name` tells what commit a version is; the working tree is none.
    pub fn testimony(&self, line: &SourceLine, version: usize, name: &dyn Fn(usize) -> Option<Since>) -> Testimony {
        let pairs = self.entries.iter().filter(|entry| !entry.parts.is_empty()).map(|entry| {
            let trace = |part: &Part| {
                let changes = part.now.iter().filter_map(|now| line.first_change(version, *now, &part.base));
                Trace { now: part.now.clone(), since: changes.min().and_then(name) }
            };
            let Origin { version: made, provenance, confidence } = entry.origin;
            let base = Base { provenance, confidence, commit: name(made).map(|since| since.commit) };
            BasePair {
                source: entry.parts.iter().map(|part| part.base.clone()).collect(),
                target: entry.target.clone(),
                base,
                traces: Some(entry.parts.iter().map(trace).collect()),
                target_edited: entry.target_edited,
            }
        });
        let deleted = self.past.iter().flat_map(|entry| entry.parts.iter().map(|part| part.base.clone())).collect();
        Testimony { pairs: pairs.collect(), newer: None, deleted }
    }

    /// When the segments of the target were written, by their numbers.
    pub fn written(&self) -> BTreeMap<usize, Written> {
        let of_entry = |entry: &Entry| entry.places.iter().map(|place| (*place, entry.written)).collect::<Vec<_>>();
        self.entries.iter().flat_map(of_entry).collect()
    }

    /// The same knowledge one source version later: the target is as it was.
    pub fn follow(&self, line: &SourceLine, parent: usize, version: usize) -> Self {
        let mut entries = moved(line, parent, version, &self.entries);
        for entry in &mut entries {
            anticipate(line, version, entry);
        }
        Self { entries, past: Arc::clone(&self.past) }
    }

    /// The same knowledge, where somebody says that the whole page follows the source of an earlier version.
    /// `language` is the source's.
    pub fn declared(mut self, line: &SourceLine, version: usize, origin: Origin, language: &Language) -> Self {
        for entry in &mut self.entries {
            declare(line, version, entry, origin, language);
        }
        self
    }
}

pub(super) fn declare(line: &SourceLine, version: usize, entry: &mut Entry, origin: Origin, language: &Language) {
    for part in &mut entry.parts {
        // What is newer than the declared version was not there to be translated: it keeps its own base.
        let editions = line.wordings_at(version, &part.now, origin.version);
        if let Some(written) = editions.iter().map(|edition| edition.version).max() {
            let declared = joined(editions.iter().map(|edition| &edition.passage));
            // An address that was mended in all languages since has been followed, whatever the page declares.
            let since = edit_kind(&declared, &part.base, language);
            if entry.origin.version <= written || !since.is_some_and(EditKind::is_minor) {
                part.base = declared;
            }
            entry.origin = origin;
            entry.target_edited = false;
        }
    }
}

/// A target that was corrected by itself, and says already what its source says now. Names were perhaps right from the
/// start; a number may be there by chance, as 7 for 19 o'clock.
fn anticipate(line: &SourceLine, version: usize, entry: &mut Entry) {
    let [part] = entry.parts.as_mut_slice() else { return };
    let ([now], [target]) = (part.now.as_slice(), entry.target.as_slice()) else { return };
    let Some(edition) = line.brought(version, *now) else { return };
    let says = says_already(&part.base, &edition.passage, target);
    let corrected = entry.written.last > entry.origin.version;
    if says == Some(Saying::Names) || corrected && says.is_some() {
        part.base = edition.passage.clone();
        entry.origin.version = version;
        entry.target_edited = false;
    }
}

/// Of several segments that a part became, those that say again what it was made from: its source was merged with another
/// one and is parted again.
fn said_again(line: &SourceLine, version: usize, part: &Part, now: Vec<usize>) -> Vec<usize> {
    let says = |run: &&[usize]| joined(run.iter().filter_map(|at| line.passage(version, *at))).same_text(&part.base);
    let runs = |length: usize| now.windows(length).find(says).map(<[usize]>::to_vec);
    // A sentence is merged from a few.
    (1..now.len().min(4)).find_map(runs).unwrap_or(now)
}

/// Entries with their ties brought from one version of the source to the next.
pub(super) fn moved(line: &SourceLine, parent: usize, version: usize, entries: &[Entry]) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    let Some(Map::Fates(fates)) = line.fates(parent, version) else { return entries };
    for entry in &mut entries {
        let mut parts: Vec<Part> = Vec::with_capacity(entry.parts.len());
        for part in std::mem::take(&mut entry.parts) {
            let followed: Vec<&Fate> = part.now.iter().filter_map(|at| fates.get(*at)).collect();
            let mut now: Vec<usize> = followed.iter().flat_map(|fate| fate.now.iter().copied()).collect();
            now.sort_unstable();
            now.dedup();
            // Cut otherwise, but the same words: then the base is cut in the same way.
            let same_words =
                part.now.len() == 1 && line.passage(parent, part.now[0]).is_some_and(|old| old.same_text(&part.base));
            if same_words && followed.iter().all(|fate| fate.recut) && !now.is_empty() {
                for at in now {
                    let known = parts.iter().any(|part: &Part| part.now == [at]);
                    if let Some(passage) = line.passage(version, at).filter(|_| !known) {
                        parts.push(Part::of(passage.clone(), vec![at]));
                    }
                }
            } else {
                let last = match part.now.as_slice() {
                    [at] if now.is_empty() => line.passage(parent, *at).cloned(),
                    _ => part.last,
                };
                parts.push(Part { now, last, ..part });
            }
        }
        entry.parts = parts;
    }
    tell_apart(line, version, &mut entries);
    for entry in &mut entries {
        let parts = std::mem::take(&mut entry.parts).into_iter().flat_map(|part| parted(line, version, part));
        entry.parts = parts.collect();
    }
    tie_again(line, version, &mut entries);
    for entry in &mut entries {
        entry.parts = together(std::mem::take(&mut entry.parts), |at| line.passage(version, at));
    }
    entries
}

/// A part whose source became several segments: as many parts, where it is plain what each of them said.
fn parted(line: &SourceLine, version: usize, part: Part) -> Vec<Part> {
    let part = Part { now: said_again(line, version, &part, part.now.clone()), ..part };
    let news: Vec<&Passage> = part.now.iter().filter_map(|at| line.passage(version, *at)).collect();
    let bases = if news.len() > 1 { cut(&part.base, &news) } else { None };
    match bases {
        Some(bases) => bases.into_iter().zip(&part.now).map(|(base, now)| Part::of(base, vec![*now])).collect(),
        None => vec![part],
    }
}

/// Where the sources of several parts were merged and are parted again, edited perhaps, each part goes on with what is most
/// like it.
fn tell_apart(line: &SourceLine, version: usize, entries: &mut [Entry]) {
    let mut shared: BTreeMap<Vec<usize>, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for (number, part) in entry.parts.iter().enumerate().filter(|(_, part)| part.now.len() > 1) {
            shared.entry(part.now.clone()).or_default().push((at, number));
        }
    }
    for (now, places) in shared.into_iter().filter(|(_, places)| places.len() > 1) {
        let bases: Vec<&Passage> = places.iter().map(|(at, number)| &entries[*at].parts[*number].base).collect();
        let news: Vec<&Passage> = now.iter().filter_map(|at| line.passage(version, *at)).collect();
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
        for revision in revise(&bases, &news) {
            for part in revision.old {
                own[part].extend(revision.new.clone().filter_map(|at| now.get(at)));
            }
        }
        if own.iter().any(Vec::is_empty) {
            continue;
        }
        for ((at, number), own) in places.into_iter().zip(own) {
            entries[at].parts[number].now = own;
        }
    }
}

/// Parts that have become one segment are one part: what they said together is compared with what it says now.
pub(super) fn together<'a>(parts: Vec<Part>, says: impl Fn(usize) -> Option<&'a Passage>) -> Vec<Part> {
    let mut whole: Vec<(Part, Vec<Passage>)> = Vec::with_capacity(parts.len());
    for part in parts {
        match whole.iter_mut().find(|(other, _)| part.now.len() == 1 && other.now == part.now) {
            Some((_, bases)) => add_base(bases, part.base),
            None => {
                let bases = vec![part.base.clone()];
                whole.push((part, bases));
            }
        }
    }
    let as_one = |(part, bases): (Part, Vec<Passage>)| match (bases.as_slice(), part.now.as_slice()) {
        ([_, _, ..], [now]) => {
            let bases: Vec<&Passage> = bases.iter().collect();
            Part { base: says(*now).map_or_else(|| joined(bases.iter().copied()), |now| join(&bases, now)), ..part }
        }
        ([base], _) => Part { base: base.clone(), ..part },
        _ => part,
    };
    whole.into_iter().map(as_one).collect()
}

/// Adds what a segment was made from, unless that is said already, in place of what it says itself.
pub(super) fn add_base<P: Borrow<Passage>>(bases: &mut Vec<P>, base: P) {
    let says_too = |whole: &P, part: &P| {
        let (whole, part) = (whole.borrow(), part.borrow());
        whole.key().to_lowercase() == part.key().to_lowercase() || is_half_of(part, whole)
    };
    if !bases.iter().any(|known| says_too(known, &base)) {
        bases.retain(|known| !says_too(&base, known));
        bases.push(base);
    }
}

/// The segment that came in or was edited in this version, and says what a part that is gone said last: it was joined with
/// another one that stood elsewhere.
fn drawn_in(line: &SourceLine, version: usize, part: &Part) -> Option<usize> {
    /// Fewer words stand in many a sentence by chance.
    const TELLING: usize = 4;
    let said = part.last.as_ref().unwrap_or(&part.base);
    let (slot, said) = (said.slot(), said.key().to_lowercase());
    let bare = said.trim_end_matches(|c: char| !c.is_alphanumeric());
    if words(bare).len() < TELLING {
        return None;
    }
    let is_said_in = |whole: &Passage| whole.slot() == slot && whole.key().to_lowercase().contains(bare);
    let says = |at: &usize| line.brought(version, *at).is_some_and(|new| is_said_in(&new.passage));
    (0..line.segments(version).len()).find(says)
}

/// What was gone and stands there again, word for word, is tied again.
fn tie_again(line: &SourceLine, version: usize, entries: &mut [Entry]) {
    if entries.iter().all(|entry| entry.parts.iter().all(|part| !part.now.is_empty())) {
        return;
    }
    let taken: HashSet<usize> = tied(&*entries);
    let mut free: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, passage) in line.segments(version).enumerate().rev().filter(|(at, _)| !taken.contains(at)) {
        free.entry(passage.key()).or_default().push(at);
    }
    for part in entries.iter_mut().flat_map(|entry| &mut entry.parts).filter(|part| part.now.is_empty()) {
        // What fills one cell is not back because another one says the same.
        let mut take = |said: &Passage| {
            let places = free.get_mut(said.key())?;
            let slot = |at: &usize| line.passage(version, *at).and_then(Passage::slot);
            let is_own = |at: &usize| slot(at) == said.slot();
            let may_be_own = |at: &usize| said.slot().is_none() || slot(at).is_none();
            // A column may have come in before it meanwhile.
            let is_of_its_row = |at: &usize| slot(at).map(|slot| &slot.name) == said.slot().map(|slot| &slot.name);
            let at = places.iter().rposition(is_own).or_else(|| places.iter().rposition(may_be_own));
            let at = at.or_else(|| places.iter().rposition(is_of_its_row))?;
            Some(places.remove(at))
        };
        let again = part.last.as_ref().and_then(&mut take).or_else(|| take(&part.base));
        part.now.extend(again.or_else(|| drawn_in(line, version, part)));
    }
}

/// The source segments that some entry is tied to.
pub(super) fn tied<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> HashSet<usize> {
    entries.into_iter().flat_map(|entry| &entry.parts).flat_map(|part| part.now.iter().copied()).collect()
}
