//! Pairs travelling along the versions of a page: what each piece of a target was made from.
//!
//! A [`SourceLine`] follows the segments of a source page through its versions. A [`Lineage`] is what is known of a
//! target in one of them; [`carry`] takes it from the versions before to the next. An unchanged piece keeps its base, a
//! new one has the source of its own version as base, and an edited one only if its edit followed the source's. Where
//! the page as a whole tells that its translator had an older source before him, that one is the base.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::align::{Alignment, Confidence};
use crate::language::Language;

use super::follow::{Circumstances, Edits, Following, made_from_older, numbers_disagree};
use super::glossary::Glossary;
use super::lineage::{Entry, Lineage, Origin, Part, Written, declare, moved};
use super::race::{Fresh, Race};
use super::source_line::{Edition, SourceLine};
use super::{Change, EditKind, Passage, Provenance, edit_kind, revise};

/// More than this is forgotten, the oldest first.
const PAST: usize = 2000;

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

/// Asked for beads of some source segments of a version and some target segments of the newest one, by number; beads
/// count in those lists.
pub type Align<'a> = dyn FnMut(usize, &[usize], &[usize]) -> Alignment + 'a;

/// Takes what is known of a target from the versions before to the next one.
pub fn carry(line: &SourceLine, step: &Step<'_>, align: &mut Align<'_>) -> Lineage {
    let mut work = Work::new(line, step);
    work.find_targets();
    let mut pieces = work.pieces();
    if pieces.iter().any(|piece| piece.edit != Edit::Nothing) {
        work.aim = work.aim(&pieces);
        work.glossary = work.glossary(&pieces);
    }
    for piece in pieces.iter_mut().filter(|piece| piece.edit != Edit::Nothing) {
        work.weigh(piece);
    }
    work.pair_new(&mut pieces, align);
    if step.renewal == Renewal::ByEvidence {
        work.outrun(&mut pieces, align);
    }
    pieces.sort_by_key(|piece| piece.targets.first().copied());
    if let Renewal::Declared(origin) = step.renewal {
        for piece in &mut pieces {
            declare(line, step.version, &mut piece.entry, origin, step.languages.0);
        }
    }
    let past = work.past(&pieces);
    let entries = pieces.into_iter().map(|piece| Entry { places: piece.targets, ..piece.entry });
    Lineage { entries: entries.collect(), past }
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
    /// How much the edits of this version go to what was stale.
    aim: f32,
    glossary: Glossary,
}

/// A piece of the new target.
struct Piece {
    targets: Vec<usize>,
    entry: Entry,
    edit: Edit,
    /// What its targets were.
    before: Vec<Passage>,
    parent: usize,
    /// Whether this version made it from the source as it is.
    fresh: bool,
    /// What it was made from before, where it was.
    base_before: Option<Passage>,
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
        Self { line, step, known, claims: vec![None; step.target.len()], aim: 0.0, glossary: Glossary::default() }
    }

    /// How much better the edits of this version are explained by somebody who follows the source than by somebody who
    /// mends words here and there.
    fn aim(&self, pieces: &[Piece]) -> f32 {
        let is_stale = |entry: &Entry| self.edit_of(entry).is_some_and(|edit| !edit.is_minor());
        let paired = pieces.iter().filter(|piece| piece.entry.parts.iter().any(|part| !part.now.is_empty()));
        let (mut stale, mut current) = ((0.0f32, 0.0f32), (0.0f32, 0.0f32));
        for piece in paired {
            let (all, edited) = if is_stale(&piece.entry) { &mut stale } else { &mut current };
            *all += 1.0;
            *edited += f32::from(u8::from(piece.edit == Edit::Text));
        }
        let chance = ((stale.1 + current.1) / (stale.0 + current.0).max(1.0)).clamp(0.03, 0.97);
        let gain = |(all, edited): (f32, f32), share: f32| {
            edited * (share / chance).ln() + (all - edited) * ((1.0 - share) / (1.0 - chance)).ln()
        };
        let mut odds = gain(stale, 0.6).clamp(-3.0, 4.0) + gain(current, 0.03).clamp(-3.0, 2.0);
        // Who follows the source takes out what is gone, and brings what is new.
        let gone = self.known.first().into_iter().flatten().any(|entry| {
            let lost = !entry.parts.is_empty() && entry.parts.iter().all(|part| part.now.is_empty());
            lost && !pieces.iter().any(|piece| piece.before.iter().any(|passage| entry.target.contains(passage)))
        });
        odds += if gone { 1.0 } else { 0.0 };
        odds += if self.claims.iter().any(Option::is_none) { 1.0 } else { 0.0 };
        odds.clamp(-2.0, 3.5)
    }

    /// What the pairs of the page teach of its words.
    fn glossary(&self, pieces: &[Piece]) -> Glossary {
        Glossary::of(pieces.iter().filter_map(|piece| {
            match (piece.entry.parts.as_slice(), piece.entry.target.as_slice()) {
                ([part], [target]) => Some((&part.base, target)),
                _ => None,
            }
        }))
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
        let written = Written {
            first: entries.iter().map(|entry| entry.written.first).min()?,
            last: match edit {
                Edit::Text => self.step.version,
                _ => entries.iter().map(|entry| entry.written.last).max()?,
            },
        };
        let parent = owners.first().map_or(0, |(parent, _)| *parent);
        let entry = Entry { parts, target, places: Vec::new(), origin: weakest.origin, written, target_edited };
        Some(Piece { targets, entry, edit, before, parent, fresh: false, base_before: None })
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
            edits.verdict(&Circumstances { together, aim: Some(self.aim), glossary: Some(&self.glossary) })
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
            piece.fresh = piece.edit == Edit::Text;
            piece.base_before = Some(old);
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
            if !made_from_older(&older.passage, &newer.passage, target, self.step.languages) {
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
    fn pair_new(&self, pieces: &mut Vec<Piece>, align: &mut Align<'_>) {
        let mut tied: HashSet<usize> = HashSet::new();
        let mut anchors: Vec<Option<(usize, usize)>> = vec![None; self.step.target.len()];
        let mut known = vec![false; self.step.target.len()];
        for piece in pieces.iter() {
            let now: Vec<usize> = piece.entry.parts.iter().flat_map(|part| part.now.iter().copied()).collect();
            tied.extend(&now);
            // One that lost its source, and was edited now, may stand for something else.
            // One that stood there before there was a source (in a repository of its own) has not been paired yet.
            let parent = self.step.parents.get(piece.parent);
            let alone = parent.is_some_and(|(parent, _)| self.line.segments(*parent).len() == 0);
            let unpaired = (piece.edit == Edit::Text || alone) && now.is_empty();
            let reborn = unpaired && self.step.renewal != Renewal::Nothing;
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

    fn pair_window(&self, sources: &[usize], targets: &[usize], fresh: &mut Vec<Piece>, align: &mut Align<'_>) {
        if sources.is_empty() || targets.is_empty() {
            return;
        }
        for bead in align(self.step.version, sources, targets).beads {
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
        let version = self.step.version;
        let entry = Entry {
            parts,
            target,
            places: Vec::new(),
            origin: self.origin(0.5 + confidence / 2.0),
            written: Written { first: version, last: version },
            target_edited: false,
        };
        let edit = Edit::Nothing;
        let mut piece = Piece { targets, entry, edit, before: vec![], parent: 0, fresh: true, base_before: None };
        let text = joined(&piece.entry.target);
        if let Some(known) = self.remembered(&piece.entry.target).filter(|known| !known.parts.is_empty()) {
            for (part, old) in piece.entry.parts.iter_mut().zip(&known.parts) {
                part.base = old.base.clone();
            }
            piece.entry.origin = known.origin;
            piece.entry.written = known.written;
            piece.fresh = false;
        } else if let Some(edition) = self.raced(&piece, &text) {
            piece.entry.parts[0].base = edition.passage.clone();
            piece.entry.origin.version = edition.version;
        } else if numbers_disagree(joined(piece.entry.parts.iter().map(|part| &part.base)).text(), text.text()) {
            piece.entry.origin.confidence = Confidence::new(piece.entry.origin.confidence.get() * 0.6);
        }
        piece
    }

    /// Where what this version brought was made from an older source than its own, that is its base.
    fn outrun(&mut self, pieces: &mut [Piece], align: &mut Align<'_>) {
        let version = self.step.version;
        if !pieces.iter().any(|piece| piece.fresh) || self.line.first_parent(version).is_none() {
            return;
        }
        self.glossary = self.glossary(pieces);
        let fresh = pieces.iter().filter(|piece| piece.fresh);
        let fresh: Vec<Fresh<'_>> = fresh
            .filter_map(|piece| match (piece.entry.parts.as_slice(), piece.entry.target.as_slice()) {
                ([part], [target]) => {
                    Some(Fresh { source: *part.now.first()?, target, before: piece.base_before.as_ref() })
                }
                _ => None,
            })
            .collect();
        let stands = |piece: &Piece| piece.entry.parts.iter().flat_map(|part| part.now.clone()).collect::<Vec<_>>();
        let tied: HashSet<usize> = pieces.iter().flat_map(stands).collect();
        let untranslated: Vec<usize> =
            (0..self.line.segments(version).len()).filter(|source| !tied.contains(source)).collect();
        let strange = |piece: &Piece| piece.fresh && piece.entry.parts.is_empty();
        let race = Race {
            line: self.line,
            version,
            fresh: &fresh,
            untranslated: &untranslated,
            strangers: pieces.iter().filter(|piece| strange(piece)).count(),
            glossary: &self.glossary,
            languages: self.step.languages,
        };
        let seen = race.seen();
        if seen == version {
            return;
        }
        let gone = race.gone_since(seen);
        let origin = Origin { version: seen, ..self.origin(0.9) };
        for piece in pieces.iter_mut().filter(|piece| piece.fresh) {
            let [part] = piece.entry.parts.as_mut_slice() else { continue };
            let [now] = part.now.as_slice() else { continue };
            if let Some(edition) = self.line.wording_at(version, *now, seen)
                && edition.version < piece.entry.origin.version
                && piece.base_before.as_ref().is_none_or(|before| !before.same_text(&edition.passage))
            {
                part.base = edition.passage.clone();
                piece.entry.origin = origin;
            }
        }
        // What stands for nothing stands for what was there then.
        let strangers: Vec<usize> =
            pieces.iter().filter(|piece| strange(piece)).map(|piece| piece.targets[0]).collect();
        if strangers.is_empty() || gone.is_empty() {
            return;
        }
        for bead in align(seen, &gone, &strangers).beads {
            let (Some(sources), [target]) = (gone.get(bead.source), strangers.get(bead.target).unwrap_or_default())
            else {
                continue;
            };
            let bases = sources.iter().filter_map(|at| self.line.passage(seen, *at));
            let parts: Vec<Part> = bases.map(|base| Part { base: base.clone(), now: vec![] }).collect();
            if let Some(piece) =
                pieces.iter_mut().find(|piece| piece.targets == [*target]).filter(|_| !parts.is_empty())
            {
                piece.entry.parts = parts;
                piece.entry.origin = origin;
            }
        }
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
