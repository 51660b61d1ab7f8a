//! Pairs travelling along the versions of a page: what each piece of a target was made from.
//!
//! A [`SourceLine`] follows the segments of a source page through its versions. A [`Lineage`] is what is known of a
//! target in one of them; [`carry`] takes it from the versions before to the next. An unchanged piece keeps its base, a
//! new one has the source of its own version as base, and an edited one only if its edit followed the source's. Where
//! the page as a whole tells that its translator had an older source before him, that one is the base.

mod absorb;
mod newcomers;
mod outrun;
mod part;
mod reread;
mod weigh;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::align::{Alignment, Confidence, Renderings, Resources};
use crate::language::Language;

use super::follow::says_already;
use super::glossary::Glossary;
use super::lineage::{Entry, Lineage, Origin, Part, declare, moved, tied, together};
use super::passage::joined;
use super::revision::returned;
use super::source_line::{SourceLine, Written};
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

/// What links to a part of a page name, where it has a name.
pub type Anchor = Option<Arc<str>>;

/// A version of a target.
pub struct Step<'a> {
    /// Its number in the [`SourceLine`].
    pub version: usize,
    /// The versions before it, with what is known there.
    pub parents: &'a [(usize, &'a Lineage)],
    /// Its segments.
    pub target: &'a [Passage],
    /// The block of the source that each of its segments stands in.
    pub blocks: &'a [usize],
    /// The anchors of the parts of the page that the segments of the source and of the target stand in.
    pub anchors: (&'a [Anchor], &'a [Anchor]),
    /// The oldest version whose source its writer may still have had before him.
    pub earliest: usize,
    /// What it renews.
    pub renewal: Renewal,
    /// How sure it is of what is new in it.
    pub confidence: Confidence,
    /// Of source and target.
    pub languages: (&'a Language, &'a Language),
    /// What is known of their words beforehand.
    pub resources: &'a Resources,
}

impl<'a> Step<'a> {
    fn renderings(&self) -> Renderings<'a> {
        Renderings { languages: self.languages, resources: self.resources }
    }
}

/// Asked for beads of some source segments of a version and some target segments of the newest one, by number; beads
/// count in those lists.
pub type Align<'a> = dyn FnMut(usize, &[usize], &[usize]) -> Alignment + 'a;

/// Takes what is known of a target from the versions before to the next one.
pub fn carry(line: &SourceLine, step: &Step<'_>, align: &mut Align<'_>) -> Lineage {
    let mut work = Work::new(line, step);
    work.find_targets();
    let mut pieces = work.pieces();
    work.tie_returned(&mut pieces);
    if pieces.iter().any(|piece| piece.edit != Edit::Nothing) {
        work.aim = work.aim(&pieces);
        work.glossary = work.glossary(&pieces);
    }
    for piece in pieces.iter_mut().filter(|piece| piece.edit != Edit::Nothing) {
        work.weigh(piece);
    }
    work.pair_new(&mut pieces, align);
    if step.renewal == Renewal::ByEvidence {
        let seen = work.outrun(&mut pieces, align);
        work.absorb(&mut pieces, seen);
        work.reread(&mut pieces, seen);
    }
    work.part(&mut pieces, align);
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
    glossary: Glossary<'a>,
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
    /// Whether it was edited, and its words do not tell whether after its source.
    undecided: bool,
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
        let glossary = Glossary::of(std::iter::empty(), step.renderings());
        Self { line, step, known, claims: vec![None; step.target.len()], aim: 0.0, glossary }
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
        let parts = together(parts, |at| self.passage(at));
        let entry = Entry { parts, target, places: Vec::new(), origin: weakest.origin, written, target_edited };
        Some(Piece { targets, entry, edit, before, parent, fresh: false, undecided: false, base_before: None })
    }

    /// Pieces whose source was gone and is back, edited, where this version brings what that says now: a number, a name. Of
    /// others it is not known that it is they who stand for it, and no piece that is still to come.
    fn tie_returned(&self, pieces: &mut [Piece]) {
        let is_lost = |piece: &Piece| matches!(piece.entry.parts.as_slice(), [part] if part.now.is_empty());
        let is_edited = |piece: &Piece| piece.edit == Edit::Text && is_lost(piece);
        if !pieces.iter().any(is_edited) {
            return;
        }
        let tied = tied(pieces.iter().map(|piece| &piece.entry));
        let sources = self.line.segments(self.step.version).enumerate();
        let (free, news): (Vec<usize>, Vec<&Passage>) = sources.filter(|(at, _)| !tied.contains(at)).unzip();
        let mut pieces: Vec<&mut Piece> = pieces.iter_mut().filter(|piece| is_edited(piece)).collect();
        let olds: Vec<Passage> = pieces.iter().map(|piece| piece.entry.parts[0].base.clone()).collect();
        for (old, new) in returned(&olds.iter().collect::<Vec<_>>(), &news) {
            let (base, now, piece) = (&olds[old], news[new], &mut pieces[old]);
            let says = |target: &[Passage]| says_already(base, now, &joined(target)).is_some();
            let denies = edit_kind(base, now, self.step.languages.0) == Some(EditKind::Negation);
            if !denies && says(&piece.entry.target) && !says(&piece.before) {
                piece.entry.parts[0].now = vec![free[new]];
            }
        }
    }

    fn origin(&self, by: f32) -> Origin {
        Origin {
            version: self.step.version,
            provenance: Provenance::History,
            confidence: Confidence::new(self.step.confidence.get() * by),
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

/// The segments that a bead over some of them means.
fn of(segments: &[usize], numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    numbers.filter_map(|number| segments.get(number).copied()).collect()
}

fn bare(passages: &[Passage]) -> String {
    passages.iter().flat_map(|passage| passage.key().chars()).filter(|c| !c.is_whitespace()).collect()
}
