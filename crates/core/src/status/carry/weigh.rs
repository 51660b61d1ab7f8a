//! Whether edited pieces follow their source.

use crate::text::words;

use super::super::Passage;
use super::super::follow::{Circumstances, Edits, Following, made_from_older};
use super::super::glossary::Glossary;
use super::super::lineage::{Entry, Origin, Part};
use super::super::seam::{cut, join};
use super::super::source_line::Edition;
use super::{Confidence, Edit, Piece, Renewal, Work, joined};

/// A page of which so many pieces are edited in one version, and so large a share, is written anew.
const REWRITTEN_LEAST: f32 = 8.0;
const REWRITTEN: f32 = 0.5;

impl<'a> Work<'a> {
    /// How much better the edits of this version are explained by somebody who follows the source than by somebody who
    /// mends words here and there.
    pub(super) fn aim(&self, pieces: &[Piece]) -> f32 {
        let is_stale = |entry: &Entry| self.edit_of(entry).is_some_and(|edit| !edit.is_minor());
        let paired = pieces.iter().filter(|piece| piece.entry.parts.iter().any(|part| !part.now.is_empty()));
        let (mut stale, mut current) = ((0.0f32, 0.0f32), (0.0f32, 0.0f32));
        for piece in paired {
            // Who parts a sentence as its source is parted follows it.
            let is_parted = piece.before.len() != piece.targets.len() && piece.entry.parts.len() == piece.targets.len();
            let (all, edited) = if is_parted || is_stale(&piece.entry) { &mut stale } else { &mut current };
            *all += 1.0;
            *edited += f32::from(u8::from(piece.edit == Edit::Text));
        }
        let chance = ((stale.1 + current.1) / (stale.0 + current.0).max(1.0)).clamp(0.03, 0.97);
        // Who writes most of a page anew does so from its source.
        if chance >= REWRITTEN && stale.1 + current.1 >= REWRITTEN_LEAST {
            return 1.0;
        }
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
    pub(super) fn glossary(&self, pieces: &[Piece]) -> Glossary<'a> {
        let pairs =
            pieces.iter().filter_map(|piece| match (piece.entry.parts.as_slice(), piece.entry.target.as_slice()) {
                ([part], [target]) => Some((&part.base, target)),
                _ => None,
            });
        Glossary::of(pairs, self.step.renderings())
    }

    /// Whether an edited piece follows its source as it is now, or as it was in between.
    pub(super) fn weigh(&self, piece: &mut Piece) {
        if piece.entry.parts.is_empty() || self.step.renewal == Renewal::Nothing {
            return;
        }
        if let Some(known) = self.remembered(&piece.entry.target).filter(|_| piece.edit == Edit::Text)
            && self.restore(&mut piece.entry.parts, &known.parts)
        {
            piece.entry.origin = known.origin;
            piece.entry.target_edited = known.target_edited;
            return;
        }
        self.let_go(piece);
        if self.edit_of(&piece.entry).is_none() {
            return;
        }
        let (old_target, new_target) = (joined(&piece.before), joined(&piece.entry.target));
        let is_joined = self.is_joined(&piece.entry);
        let following = |old: &Passage, new: &Passage, together: bool| {
            let edits =
                Edits { source: (old, new), target: (&old_target, &new_target), languages: self.step.languages };
            let glossary = Some(&self.glossary);
            edits.verdict(&Circumstances { together, aim: Some(self.aim), glossary, joined: is_joined })
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
        piece.undecided = verdict == Following::Undecided;
        let by = if piece.undecided { 0.75 } else { 1.0 };
        piece.entry.origin.confidence = Confidence::new(piece.entry.origin.confidence.get() * by);
        piece.entry.target_edited = true;
    }

    /// Whether the source of an entry is that of another one now, too.
    fn is_joined(&self, entry: &Entry) -> bool {
        let [part] = entry.parts.as_slice() else { return false };
        let sharing = |known: &&Entry| known.parts.iter().any(|other| other.now == part.now);
        self.known.iter().any(|known| known.iter().filter(sharing).count() > 1)
    }

    /// Of several sources that a target was made from one is gone, and so is a stretch at an end of the target that is about
    /// as long.
    fn let_go(&self, piece: &mut Piece) {
        let parts = &mut piece.entry.parts;
        let count = |passage: &Passage| words(passage.text()).len();
        let gone: usize = parts.iter().filter(|part| part.now.is_empty()).map(|part| count(&part.base)).sum();
        let all: usize = parts.iter().map(|part| count(&part.base)).sum();
        if piece.edit != Edit::Text || gone == 0 || gone == all {
            return;
        }
        let (before, after) = (words(joined(&piece.before).text()), words(joined(&piece.entry.target).text()));
        let cut_off = before.starts_with(&after) || before.ends_with(&after);
        let (share, lost) = (before.len() * gone, before.len().saturating_sub(after.len()) * all);
        if cut_off && !after.is_empty() && lost * 2 >= share && lost <= share * 2 {
            parts.retain(|part| !part.now.is_empty());
        }
    }

    /// Whether the source was edited in this very version.
    pub(super) fn edited_here(&self, piece: &Piece) -> bool {
        let Some((parent, _)) = self.step.parents.get(piece.parent) else { return false };
        let mut now = piece.entry.parts.iter().flat_map(|part| &part.now);
        self.step.parents.len() == 1
            && *parent != self.step.version
            && now.any(|at| self.line.brought(self.step.version, *at).is_some())
    }

    /// The older wording that a target was plainly made from, though its own version has a newer one.
    pub(super) fn raced(&self, piece: &Piece, target: &Passage) -> Option<&'a Edition> {
        let [Part { now, .. }] = piece.entry.parts.as_slice() else { return None };
        let [now] = now.as_slice() else { return None };
        let mut newer = self.line.edition(self.step.version, *now)?;
        let mut found = None;
        while let Some(older) = self.line.before(newer).filter(|_| newer.version > self.step.earliest) {
            if !made_from_older(&older.passage, &newer.passage, target, self.step.languages) {
                break;
            }
            found = Some(older);
            newer = older;
        }
        found
    }

    /// Gives parts the bases that they had, in the cut of today; whether it is plain which.
    pub(super) fn restore(&self, parts: &mut [Part], known: &[Part]) -> bool {
        let bases: Vec<&Passage> = known.iter().map(|part| &part.base).collect();
        let nows: Vec<Passage> = parts.iter().map(|part| self.now(part)).collect();
        let restored = match (bases.as_slice(), nows.as_slice()) {
            (bases, nows) if bases.len() == nows.len() => bases.iter().map(|base| (*base).clone()).collect(),
            (bases @ [_, ..], [now]) => vec![join(bases, now)],
            ([base], nows) => match cut(base, &nows.iter().collect::<Vec<_>>()) {
                Some(cut) => cut,
                None => return false,
            },
            _ => return false,
        };
        parts.iter_mut().zip(restored).for_each(|(part, base)| part.base = base);
        true
    }

    /// What a target was made from when it last stood there word for word.
    pub(super) fn remembered(&self, target: &[Passage]) -> Option<&'a Entry> {
        let pasts = self.step.parents.iter().flat_map(|(_, lineage)| lineage.past.iter().rev());
        pasts.into_iter().find(|entry| {
            entry.target.len() == target.len() && entry.target.iter().zip(target).all(|(a, b)| a.same_text(b))
        })
    }
}
