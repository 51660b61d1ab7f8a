//! Source segments tied to the target segments that were made from them.

use std::collections::HashMap;

use super::carried::{Carried, Fate};
use super::{
    Base, Change, Circumstance, Circumstances, Claim, DOUBTFUL, EditKind, Edits, Following, Passage, Rule,
    SegmentStatus, Since, SyncState, Work, edit_kind, joined, scaled,
};
use crate::status::Provenance;
use crate::status::lineage::add_base;
use crate::status::passage;
use crate::status::seam::{cut, join};

/// A source segment's tie to target segments.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    pub(super) target: Vec<usize>,
    pub(super) state: SyncState,
    pub(super) edit: Option<EditKind>,
    /// What the source said when the target was made, where it said something else.
    pub(super) made_from: Option<Passage>,
    pub(super) base: Option<Base>,
    pub(super) since: Option<Since>,
    pub(super) circumstances: Vec<Circumstance>,
}

impl<'a> Work<'a> {
    pub(super) fn tie(&mut self, carried: &[Carried<'a>]) {
        let merged = self.merged(carried);
        for carried in carried {
            let previous = passage::joined(&carried.pair.source);
            if carried.fates.iter().all(Option::is_none) {
                // Two units may hold the same source; then the other one's target stands for it, and this one is a
                // second wording of the same. Who knows what became of each knows that this one is gone.
                let one = match carried.pair.source.as_slice() {
                    [one] if carried.pair.traces.is_none() => Some(one),
                    _ => None,
                };
                let is_twin = |at: &usize| {
                    self.ties[*at].is_some() && one.is_some_and(|one| one.same_text(&self.page.source[*at]))
                };
                let twin = (0..self.ties.len()).find(is_twin);
                if let Some(tie) = twin.and_then(|at| self.ties[at].as_mut()) {
                    tie.target.extend(&carried.target);
                }
                for target in &carried.target {
                    self.claims[*target] = Some(match twin {
                        Some(_) => Claim::Tied,
                        None => Claim::Obsolete {
                            previous_source: previous.text().to_owned(),
                            base: carried.pair.base.clone(),
                        },
                    });
                }
                continue;
            }
            for target in &carried.target {
                self.claims[*target] = Some(Claim::Tied);
            }
            let lost = (0..carried.fates.len()).any(|part| is_lost(carried, part));
            for (part, fate) in carried.fates.iter().enumerate() {
                if let Some(fate) = fate {
                    self.tie_part(carried, (part, fate), lost, &previous, &merged);
                }
            }
        }
    }

    fn tie_part(
        &mut self,
        carried: &Carried<'a>,
        (part, fate): (usize, &Fate),
        lost: bool,
        previous: &Passage,
        merged: &HashMap<usize, (Passage, Option<EditKind>)>,
    ) {
        let mut old = &carried.pair.source[part];
        for now in &fate.now {
            let new = &self.page.source[*now];
            let edit = match fate.change {
                Change::Same | Change::Edited => {
                    let alone = edit_kind(old, new, self.page.source_language);
                    match merged.get(now).filter(|(_, together)| *together < alone) {
                        Some((whole, together)) => {
                            old = whole;
                            *together
                        }
                        None => alone,
                    }
                }
                Change::Split => self.edit_of_split(old, &fate.now),
                _ => None,
            };
            // Of two sentences that one target translates, one is gone: the target says too much.
            let edit = if lost { edit.max(Some(EditKind::Wording)) } else { edit };
            let mut base = carried.pair.base.clone();
            let mut state = if edit.is_some() { SyncState::Stale } else { SyncState::Current };
            if edit.is_none() && base.confidence.get() < DOUBTFUL {
                state = SyncState::Unknown;
            }
            let mut both_edited = false;
            if edit.is_some_and(|edit| !edit.is_minor()) {
                both_edited = carried.target_edited || carried.pair.target_edited;
            }
            // A witness that followed both sides has weighed the target's edits already.
            if both_edited && carried.target_edited {
                let (then, today) = (joined(&carried.pair.target), self.target_text(&carried.target));
                let edits = Edits {
                    source: (old, new),
                    target: (&Passage::new(then), &Passage::new(today)),
                    languages: (self.page.source_language, self.page.target_language),
                };
                match edits.verdict(&Circumstances::default()) {
                    Following::Followed => {
                        state = SyncState::Current;
                        base.confidence = scaled(base.confidence, 0.8);
                    }
                    Following::NotFollowed => {}
                    Following::Undecided => base.confidence = scaled(base.confidence, 0.6),
                }
            }
            let stale = state == SyncState::Stale;
            let circumstances = [
                (fate.moved, Circumstance::Moved),
                (fate.now.len() > 1, Circumstance::Split),
                (both_edited, Circumstance::BothEdited),
            ];
            let tie = Tie {
                target: carried.target.clone(),
                state,
                edit: edit.filter(|_| stale),
                made_from: Some(if lost { previous } else { old }).filter(|then| *then != new).cloned(),
                base: Some(base),
                since: fate.since.clone().filter(|_| stale),
                circumstances: circumstances.into_iter().filter_map(|(is_so, what)| is_so.then_some(what)).collect(),
            };
            match &mut self.ties[*now] {
                // Several old segments were merged into this one: the worst of them decides.
                Some(existing) if existing.state >= tie.state => {
                    for target in tie.target {
                        if !existing.target.contains(&target) {
                            existing.target.push(target);
                        }
                    }
                    existing.circumstances.push(Circumstance::Merged);
                }
                slot => {
                    let mut tie = tie;
                    if let Some(existing) = slot.take() {
                        tie.target.extend(existing.target);
                        tie.target.sort_unstable();
                        tie.target.dedup();
                        tie.circumstances.push(Circumstance::Merged);
                    }
                    *slot = Some(tie);
                }
            }
        }
    }

    /// What several segments said together that have become one, and what that changed, by the number of that one.
    fn merged(&self, carried: &[Carried<'_>]) -> HashMap<usize, (Passage, Option<EditKind>)> {
        let mut parts: HashMap<usize, Vec<&Passage>> = HashMap::new();
        for carried in carried {
            for (passage, fate) in carried.pair.source.iter().zip(&carried.fates) {
                if let Some(Fate { now, .. }) = fate
                    && let [now] = now.as_slice()
                {
                    let known = parts.entry(*now).or_default();
                    if !known.iter().any(|other| other.same_text(passage)) {
                        known.push(passage);
                    }
                }
            }
        }
        parts.retain(|_, parts| parts.len() > 1);
        let whole = |(now, parts): (usize, Vec<&Passage>)| {
            let new = &self.page.source[now];
            // Where one of the targets has been brought up to date since, its base is what they say together.
            let mut bases = Vec::with_capacity(parts.len());
            parts.into_iter().for_each(|part| add_base(&mut bases, part));
            let whole = Passage::new(joined(bases.iter().copied()));
            let edit = self.beside_the_seams(&whole, new, || Some(vec![(join(&bases, new), new)]));
            (now, (whole, edit))
        };
        parts.into_iter().map(whole).collect()
    }

    /// What the edit of a segment changed that became several.
    fn edit_of_split(&self, old: &Passage, now: &[usize]) -> Option<EditKind> {
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let news: Vec<&Passage> = now.iter().map(|at| &self.page.source[*at]).collect();
        let new = Passage::new(joined(news.iter().copied()));
        if bare(old.key()) == bare(new.key()) {
            return None;
        }
        let pieces = || Some(cut(old, &news)?.into_iter().zip(news.iter().copied()).collect());
        self.beside_the_seams(&Passage::new(old.text()), &new, pieces)
    }

    /// What an edit changed that joined or parted segments: a comma and an "and" between them are punctuation.
    fn beside_the_seams<'p>(
        &self,
        old: &Passage,
        new: &Passage,
        pieces: impl Fn() -> Option<Vec<(Passage, &'p Passage)>>,
    ) -> Option<EditKind> {
        let kind = |old: &Passage, new: &Passage| edit_kind(old, new, self.page.source_language);
        let whole = kind(old, new)?;
        match pieces().filter(|_| !whole.is_minor()) {
            Some(pieces) => pieces.iter().filter_map(|(old, new)| kind(old, new)).max().or(Some(EditKind::Punctuation)),
            None => Some(whole),
        }
    }
}

/// Whether a part of a pair's source is gone, and its words with it.
fn is_lost(carried: &Carried<'_>, part: usize) -> bool {
    let source = &carried.pair.source;
    let stays = |at: usize| carried.fates[at].is_some() && source[at].same_text(&source[part]);
    carried.fates[part].is_none() && !(0..source.len()).any(stays)
}

impl Tie {
    /// Whether a person takes it as it is.
    pub(super) fn is_accepted(&self) -> bool {
        self.base.as_ref().is_some_and(|base| base.provenance == Provenance::Accepted)
    }

    pub(super) fn untranslated(target: Vec<usize>) -> Self {
        Self {
            target,
            state: SyncState::Untranslated,
            edit: None,
            made_from: None,
            base: None,
            since: None,
            circumstances: Vec::new(),
        }
    }

    pub(super) fn into_status(mut self, source: usize, rule: Option<Rule>) -> SegmentStatus {
        self.target.sort_unstable();
        self.target.dedup();
        self.circumstances.sort_unstable();
        self.circumstances.dedup();
        let previous_source = self.made_from.filter(|_| self.state == SyncState::Stale);
        SegmentStatus {
            source: Some(source),
            target: self.target,
            state: self.state,
            rule,
            edit: self.edit,
            previous_source: previous_source.map(|passage| passage.text().to_owned()),
            base: self.base,
            since: self.since,
            circumstances: self.circumstances,
        }
    }
}
