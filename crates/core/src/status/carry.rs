//! Pairs travelling along the versions of a page: what each piece of a target was made from.
//!
//! A [`SourceLine`] follows the segments of a source page through its versions. A [`Lineage`] is what is known of a
//! target in one of them; [`carry`] takes it from the versions before to the next. An unchanged piece keeps its base, a
//! new one has the source of its own version as base, and an edited one only if its edit followed the source's.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::align::{Alignment, Confidence};
use crate::language::Language;

use super::follow::{Circumstances, Edits, Following, made_from_older, numbers_disagree};
use super::source_line::{Edition, Fate, Map, SourceLine};
use super::{Base, BasePair, Change, EditKind, Passage, Provenance, Since, Testimony, Trace, edit_kind, revise};

/// What is known of a target in one of its versions.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// In the order of the target; those without a source, too.
    entries: Vec<Entry>,
    /// Pieces that the target once had, for when they come back.
    past: Arc<Vec<Entry>>,
}

/// More than this is forgotten, the oldest first.
const PAST: usize = 2000;

/// A piece of a target with what it was made from.
#[derive(Clone, Debug)]
struct Entry {
    parts: Vec<Part>,
    target: Vec<Passage>,
    origin: Origin,
    target_edited: bool,
}

/// A segment of the source that it was made from, as it was then, and what that has become.
#[derive(Clone, Debug)]
struct Part {
    base: Passage,
    now: Vec<usize>,
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

/// What a version renews.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Renewal {
    /// What is new, and what followed its source.
    ByEvidence,
    /// Nothing: a commit of formatting, named as such.
    Nothing,
    /// Everything: somebody says that the whole page follows the source of this version.
    Declared(Origin),
}

/// A version of a target.
pub struct Step<'a> {
    /// Its number in the [`SourceLine`].
    pub version: usize,
    /// The versions before it, with what is known there.
    pub parents: &'a [(usize, &'a Lineage)],
    /// Its segments.
    pub target: &'a [Passage],
    /// What it renews.
    pub renewal: Renewal,
    /// How sure it is of what is new in it.
    pub confidence: Confidence,
    /// Of source and target.
    pub languages: (&'a Language, &'a Language),
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

    /// The same knowledge one source version later: the target is as it was.
    pub fn follow(&self, line: &SourceLine, parent: usize, version: usize) -> Self {
        let entries = moved(line, parent, version, &self.entries);
        Self { entries, past: Arc::clone(&self.past) }
    }

    /// The same knowledge, where somebody says that the whole page follows the source of an earlier version.
    pub fn declared(mut self, line: &SourceLine, version: usize, origin: Origin) -> Self {
        for entry in &mut self.entries {
            declare(line, version, entry, origin);
        }
        self
    }
}

fn declare(line: &SourceLine, version: usize, entry: &mut Entry, origin: Origin) {
    for part in &mut entry.parts {
        // What is newer than the declared version was not there to be translated: it keeps its own base.
        if let Some(edition) = part.now.first().and_then(|now| line.wording_at(version, *now, origin.version)) {
            part.base = edition.passage.clone();
            entry.origin = origin;
            entry.target_edited = false;
        }
    }
}

/// Entries with their ties brought from one version of the source to the next.
fn moved(line: &SourceLine, parent: usize, version: usize, entries: &[Entry]) -> Vec<Entry> {
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
                        parts.push(Part { base: passage.clone(), now: vec![at] });
                    }
                }
            } else {
                parts.push(Part { now, ..part });
            }
        }
        entry.parts = parts;
    }
    tie_again(line, version, &mut entries);
    entries
}

/// What was gone and stands there again, word for word, is tied again.
fn tie_again(line: &SourceLine, version: usize, entries: &mut [Entry]) {
    if entries.iter().all(|entry| entry.parts.iter().all(|part| !part.now.is_empty())) {
        return;
    }
    let taken: HashSet<usize> = tied(entries);
    let mut free: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, passage) in line.segments(version).enumerate().rev().filter(|(at, _)| !taken.contains(at)) {
        free.entry(passage.key()).or_default().push(at);
    }
    for part in entries.iter_mut().flat_map(|entry| &mut entry.parts).filter(|part| part.now.is_empty()) {
        part.now.extend(free.get_mut(part.base.key()).and_then(Vec::pop));
    }
}

fn tied(entries: &[Entry]) -> HashSet<usize> {
    entries.iter().flat_map(|entry| &entry.parts).flat_map(|part| part.now.iter().copied()).collect()
}

/// Takes what is known of a target from the versions before to the next one. `align` is asked for beads of some source
/// segments and some target segments of this version, by number; its beads count in those lists.
pub fn carry(line: &SourceLine, step: &Step<'_>, align: &mut dyn FnMut(&[usize], &[usize]) -> Alignment) -> Lineage {
    let mut work = Work::new(line, step);
    work.find_targets();
    let mut pieces = work.pieces();
    for piece in pieces.iter_mut().filter(|piece| piece.edit != Edit::Nothing) {
        work.weigh(piece);
    }
    work.pair_new(&mut pieces, align);
    pieces.sort_by_key(|piece| piece.targets.first().copied());
    if let Renewal::Declared(origin) = step.renewal {
        for piece in &mut pieces {
            declare(line, step.version, &mut piece.entry, origin);
        }
    }
    let past = work.past(&pieces);
    Lineage { entries: pieces.into_iter().map(|piece| piece.entry).collect(), past }
}

/// An entry of a parent.
type Owner = (usize, usize);

struct Work<'a> {
    line: &'a SourceLine,
    step: &'a Step<'a>,
    /// The parents' entries, tied to the source of this version.
    known: Vec<Vec<Entry>>,
    /// What each target segment comes from, and whether it is unchanged.
    claims: Vec<Option<(Vec<Owner>, bool)>>,
    /// The part of the page that was stale before.
    stale_share: f32,
}

/// A piece of the new target.
struct Piece {
    targets: Vec<usize>,
    entry: Entry,
    edit: Edit,
    /// What its targets were.
    before: Vec<Passage>,
    parent: usize,
}

/// What a version did to a piece of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    Nothing,
    Markup,
    Text,
}

impl<'a> Work<'a> {
    fn new(line: &'a SourceLine, step: &'a Step<'a>) -> Self {
        let known: Vec<Vec<Entry>> =
            step.parents.iter().map(|(parent, lineage)| moved(line, *parent, step.version, &lineage.entries)).collect();
        let mut work = Self { line, step, known, claims: vec![None; step.target.len()], stale_share: 0.0 };
        if let Some(first) = work.known.first() {
            let stale = first.iter().filter(|entry| work.edit_of(entry).is_some_and(|edit| !edit.is_minor())).count();
            work.stale_share = stale as f32 / first.len().max(1) as f32;
        }
        work
    }

    fn passage(&self, segment: usize) -> Option<&'a Passage> {
        self.line.passage(self.step.version, segment)
    }

    /// What the source's edit since its base changed.
    fn edit_of(&self, entry: &Entry) -> Option<EditKind> {
        let edits = entry.parts.iter().filter(|part| !part.now.is_empty());
        edits.filter_map(|part| edit_kind(&part.base, &self.now(part), self.step.languages.0)).max()
    }

    /// What a part says now.
    fn now(&self, part: &Part) -> Passage {
        match part.now.as_slice() {
            [one] => self.passage(*one).cloned().unwrap_or_else(|| Passage::new("")),
            several => joined(several.iter().filter_map(|at| self.passage(*at))),
        }
    }

    fn find_targets(&mut self) {
        let news: Vec<&Passage> = self.step.target.iter().collect();
        for (parent, entries) in self.known.iter().enumerate() {
            let (olds, owners): (Vec<&Passage>, Vec<Owner>) = entries
                .iter()
                .enumerate()
                .flat_map(|(at, entry)| entry.target.iter().map(move |passage| (passage, (parent, at))))
                .unzip();
            for revision in revise(&olds, &news) {
                let exact = !matches!(revision.change, Change::Edited);
                for at in revision.new.clone() {
                    let weaker = self.claims[at].as_ref().is_none_or(|(_, known)| exact && !known);
                    if weaker && !revision.old.is_empty() {
                        self.claims[at] = Some((owners[revision.old.clone()].to_vec(), exact));
                    }
                }
            }
        }
    }

    /// Target segments that share an entry are one piece.
    fn pieces(&self) -> Vec<Piece> {
        let mut groups: Vec<(Vec<Owner>, Vec<usize>)> = Vec::new();
        let mut group_of: BTreeMap<Owner, usize> = BTreeMap::new();
        for (at, claim) in self.claims.iter().enumerate() {
            let Some((owners, _)) = claim else { continue };
            let existing = owners.iter().find_map(|owner| group_of.get(owner).copied());
            let group = existing.unwrap_or_else(|| {
                groups.push(Default::default());
                groups.len() - 1
            });
            groups[group].1.push(at);
            for owner in owners {
                if group_of.get(owner).is_some_and(|other| *other != group) {
                    continue;
                }
                if group_of.insert(*owner, group).is_none() {
                    groups[group].0.push(*owner);
                }
            }
        }
        groups.into_iter().filter_map(|(owners, targets)| self.piece(&owners, targets)).collect()
    }

    fn piece(&self, owners: &[Owner], targets: Vec<usize>) -> Option<Piece> {
        let entries: Vec<&Entry> = owners.iter().map(|(parent, at)| &self.known[*parent][*at]).collect();
        let weakest = entries.iter().min_by(|a, b| a.origin.confidence.get().total_cmp(&b.origin.confidence.get()))?;
        let mut parts: Vec<Part> = Vec::new();
        for part in entries.iter().flat_map(|entry| &entry.parts) {
            let twice = parts.iter().any(|known| known.now == part.now && known.base == part.base);
            if !twice {
                parts.push(part.clone());
            }
        }
        let before: Vec<Passage> = entries.iter().flat_map(|entry| entry.target.iter().cloned()).collect();
        let target: Vec<Passage> = targets.iter().map(|at| self.step.target[*at].clone()).collect();
        let edit = match (before.as_slice(), target.as_slice()) {
            _ if bare(&before) != bare(&target) => Edit::Text,
            ([before], [target]) if before.markup() != target.markup() => Edit::Markup,
            _ => Edit::Nothing,
        };
        let target_edited = entries.iter().any(|entry| entry.target_edited);
        let parent = owners.first().map_or(0, |(parent, _)| *parent);
        let entry = Entry { parts, target, origin: weakest.origin, target_edited };
        Some(Piece { targets, entry, edit, before, parent })
    }

    /// Whether an edited piece follows its source as it is now, or as it was in between.
    fn weigh(&self, piece: &mut Piece) {
        if piece.entry.parts.is_empty() || self.step.renewal == Renewal::Nothing {
            return;
        }
        if let Some(known) = self.remembered(&piece.entry.target).filter(|_| piece.edit == Edit::Text) {
            piece.entry.origin = known.origin;
            piece.entry.target_edited = known.target_edited;
            for (part, old) in piece.entry.parts.iter_mut().zip(&known.parts) {
                part.base = old.base.clone();
            }
            return;
        }
        if self.edit_of(&piece.entry).is_none() {
            return;
        }
        let (old_target, new_target) = (joined(&piece.before), joined(&piece.entry.target));
        let following = |old: &Passage, new: &Passage, together: bool| {
            let edits =
                Edits { source: (old, new), target: (&old_target, &new_target), languages: self.step.languages };
            edits.verdict(&Circumstances { together, stale_share: Some(self.stale_share) })
        };
        let old = joined(piece.entry.parts.iter().map(|part| &part.base));
        let nows: Vec<Passage> = piece.entry.parts.iter().map(|part| self.now(part)).collect();
        let together = self.edited_here(piece);
        let verdict = if let [part] = piece.entry.parts.as_slice() {
            following(&part.base, &nows[0], together)
        } else {
            following(&old, &joined(&nows), together)
        };
        if verdict == Following::Followed {
            let older = self.raced(piece, &new_target);
            for (part, now) in piece.entry.parts.iter_mut().zip(nows) {
                if !part.now.is_empty() {
                    part.base = now;
                }
            }
            if let (Some(edition), [part]) = (older, piece.entry.parts.as_mut_slice()) {
                part.base = edition.passage.clone();
            }
            piece.entry.origin = self.origin(1.0);
            piece.entry.target_edited = false;
            return;
        }
        // It may have followed a wording in between.
        if let [part] = piece.entry.parts.as_mut_slice()
            && let [now] = part.now.as_slice()
        {
            let mut edition = self.line.edition(self.step.version, *now);
            while let Some(between) = edition.and_then(|edition| self.line.before(edition)) {
                if between.passage.same_text(&part.base) {
                    break;
                }
                if following(&part.base, &between.passage, false) == Following::Followed {
                    part.base = between.passage.clone();
                    piece.entry.origin = Origin { version: between.version, ..self.origin(0.85) };
                    break;
                }
                edition = Some(between);
            }
        }
        if piece.edit == Edit::Markup {
            return;
        }
        let by = if verdict == Following::Undecided { 0.75 } else { 1.0 };
        piece.entry.origin.confidence = Confidence::new(piece.entry.origin.confidence.get() * by);
        piece.entry.target_edited = true;
    }

    /// Whether the source was edited in this very version.
    fn edited_here(&self, piece: &Piece) -> bool {
        let Some((parent, _)) = self.step.parents.get(piece.parent) else { return false };
        let mut now = piece.entry.parts.iter().flat_map(|part| &part.now);
        self.step.parents.len() == 1
            && *parent != self.step.version
            && now.any(|at| {
                let edition = self.line.edition(self.step.version, *at);
                edition.is_some_and(|edition| edition.version == self.step.version)
            })
    }

    /// The older wording that a target was plainly made from, though its own version has a newer one.
    fn raced(&self, piece: &Piece, target: &Passage) -> Option<&'a Edition> {
        let [Part { now, .. }] = piece.entry.parts.as_slice() else { return None };
        let [now] = now.as_slice() else { return None };
        let mut newer = self.line.edition(self.step.version, *now)?;
        let mut found = None;
        while let Some(older) = self.line.before(newer) {
            if !made_from_older(&older.passage, &newer.passage, target.text(), self.step.languages) {
                break;
            }
            found = Some(older);
            newer = older;
        }
        found
    }

    /// What a target was made from when it last stood there word for word.
    fn remembered(&self, target: &[Passage]) -> Option<&'a Entry> {
        let pasts = self.step.parents.iter().flat_map(|(_, lineage)| lineage.past.iter().rev());
        pasts.into_iter().find(|entry| {
            entry.target.len() == target.len() && entry.target.iter().zip(target).all(|(a, b)| a.same_text(b))
        })
    }

    fn origin(&self, by: f32) -> Origin {
        Origin {
            version: self.step.version,
            provenance: Provenance::History,
            confidence: Confidence::new(self.step.confidence.get() * by),
        }
    }

    /// What is new on the target's side is paired with what is free on the source's, between the same neighbours.
    fn pair_new(&self, pieces: &mut Vec<Piece>, align: &mut dyn FnMut(&[usize], &[usize]) -> Alignment) {
        let mut tied: HashSet<usize> = HashSet::new();
        let mut anchors: Vec<Option<(usize, usize)>> = vec![None; self.step.target.len()];
        let mut known = vec![false; self.step.target.len()];
        for piece in pieces.iter() {
            let now: Vec<usize> = piece.entry.parts.iter().flat_map(|part| part.now.iter().copied()).collect();
            tied.extend(&now);
            // One that lost its source, and was edited now, may stand for something else.
            let reborn = piece.edit == Edit::Text && now.is_empty() && self.step.renewal != Renewal::Nothing;
            let anchor = now.iter().min().copied().zip(now.iter().max().copied());
            for target in &piece.targets {
                anchors[*target] = anchor;
                known[*target] = !reborn;
            }
        }
        let sources = self.line.segments(self.step.version).len();
        let free: Vec<usize> = (0..sources).filter(|at| !tied.contains(at)).collect();
        let mut fresh: Vec<Piece> = Vec::new();
        let mut at = 0;
        while at < known.len() {
            if known[at] {
                at += 1;
                continue;
            }
            let end = known[at..].iter().position(|known| *known).map_or(known.len(), |length| at + length);
            let targets: Vec<usize> = (at..end).collect();
            let window = self.window(&anchors, at..end, sources);
            let window: Vec<usize> = free.iter().copied().filter(|source| window.contains(source)).collect();
            self.pair_window(&window, &targets, &mut fresh, align);
            at = end;
        }
        let paired: HashSet<usize> = fresh.iter().flat_map(|piece| piece.targets.iter().copied()).collect();
        pieces.retain(|piece| !piece.targets.iter().any(|target| paired.contains(target)));
        pieces.append(&mut fresh);
        let placed: HashSet<usize> = pieces.iter().flat_map(|piece| piece.targets.iter().copied()).collect();
        for target in (0..known.len()).filter(|target| !placed.contains(target)) {
            pieces.push(self.new_piece(vec![], vec![target], 1.0));
        }
    }

    /// The source segments between those of the neighbours of some target segments.
    fn window(&self, anchors: &[Option<(usize, usize)>], targets: Range<usize>, sources: usize) -> Range<usize> {
        let before = anchors[..targets.start].iter().rev().find_map(|anchor| *anchor).map(|(_, last)| last + 1);
        let after = anchors[targets.end..].iter().find_map(|anchor| *anchor).map(|(first, _)| first);
        match (before, after) {
            (Some(start), Some(end)) if start <= end => start..end,
            // The neighbours were moved apart: what follows the one or precedes the other.
            (Some(start), Some(_)) => {
                let next = anchors.iter().flatten().map(|(first, _)| *first).filter(|first| *first >= start).min();
                start..next.unwrap_or(sources)
            }
            (start, end) => start.unwrap_or(0)..end.unwrap_or(sources),
        }
    }

    fn pair_window(
        &self,
        sources: &[usize],
        targets: &[usize],
        fresh: &mut Vec<Piece>,
        align: &mut dyn FnMut(&[usize], &[usize]) -> Alignment,
    ) {
        if sources.is_empty() || targets.is_empty() {
            return;
        }
        for bead in align(sources, targets).beads {
            let (Some(sources), Some(targets)) = (sources.get(bead.source), targets.get(bead.target)) else { continue };
            if sources.is_empty() || targets.is_empty() {
                continue;
            }
            fresh.push(self.new_piece(sources.to_vec(), targets.to_vec(), bead.confidence.get()));
        }
    }

    fn new_piece(&self, sources: Vec<usize>, targets: Vec<usize>, confidence: f32) -> Piece {
        let target: Vec<Passage> = targets.iter().map(|at| self.step.target[*at].clone()).collect();
        let parts = sources
            .into_iter()
            .filter_map(|at| Some(Part { base: self.passage(at)?.clone(), now: vec![at] }))
            .collect();
        // An alignment that is half sure of a bead is sure enough that something was translated here.
        let entry = Entry { parts, target, origin: self.origin(0.5 + confidence / 2.0), target_edited: false };
        let mut piece = Piece { targets, entry, edit: Edit::Nothing, before: vec![], parent: 0 };
        let text = joined(&piece.entry.target);
        if let Some(known) = self.remembered(&piece.entry.target).filter(|known| !known.parts.is_empty()) {
            for (part, old) in piece.entry.parts.iter_mut().zip(&known.parts) {
                part.base = old.base.clone();
            }
            piece.entry.origin = known.origin;
        } else if let Some(edition) = self.raced(&piece, &text) {
            piece.entry.parts[0].base = edition.passage.clone();
            piece.entry.origin.version = edition.version;
        } else if numbers_disagree(joined(piece.entry.parts.iter().map(|part| &part.base)).text(), text.text()) {
            piece.entry.origin.confidence = Confidence::new(piece.entry.origin.confidence.get() * 0.6);
        }
        piece
    }

    /// What the target had and has no more.
    fn past(&self, pieces: &[Piece]) -> Arc<Vec<Entry>> {
        let there: HashSet<&str> = pieces.iter().flat_map(|piece| &piece.entry.target).map(Passage::key).collect();
        let mut past = self.step.parents.first().map(|(_, lineage)| Arc::clone(&lineage.past)).unwrap_or_default();
        for entry in self.known.iter().flatten() {
            let gone = entry.target.iter().any(|passage| !there.contains(passage.key()));
            if gone && !entry.parts.is_empty() {
                Arc::make_mut(&mut past).push(entry.clone());
            }
        }
        if past.len() > PAST {
            let surplus = past.len() - PAST;
            Arc::make_mut(&mut past).drain(..surplus);
        }
        past
    }
}

fn joined<'p>(passages: impl IntoIterator<Item = &'p Passage>) -> Passage {
    let mut passages = passages.into_iter().peekable();
    match (passages.next(), passages.peek()) {
        (Some(only), None) => only.clone(),
        (first, _) => {
            let texts: Vec<&str> = first.into_iter().chain(passages).map(Passage::text).collect();
            Passage::new(texts.join(" "))
        }
    }
}

fn bare(passages: &[Passage]) -> String {
    passages.iter().flat_map(|passage| passage.key().chars()).filter(|c| !c.is_whitespace()).collect()
}
