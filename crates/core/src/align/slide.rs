//! Runs of gaps that begin right behind a heading and end with the next one, as hunks of a diff do.

use std::ops::Range;

use super::features::Prepared;
use super::insertion::Where;
use super::lattice::Posterior;
use super::scorer::Candidate;

/// A heading whose text is missing while the next one's heading is, or the other way round: likelier is that the section
/// is missing as a whole. By so much the pairing of the headings as it is may be likelier.
const LEAN: f32 = 10.0;

/// Slides such runs up to where the section begins, where the pairing that follows is not out of the question.
pub(crate) fn slide(path: &mut [(Candidate, f32)], found: &Posterior, (source, target): (&Prepared, &Prepared)) {
    for side in [Where::Source, Where::Target] {
        let (own, other) = if side == Where::Source { (source, target) } else { (target, source) };
        for at in 0..path.len() {
            let (here, there) = sides(side, &path[at].0);
            let are_headings = (here.len(), there.len()) == (1, 1) && own.is_heading(here.start);
            if !are_headings || !other.is_heading(there.start) {
                continue;
            }
            // What links lead to by the same name is the same section.
            if own.anchor(here.start).is_some_and(|anchor| other.anchor(there.start) == Some(anchor)) {
                continue;
            }
            let gaps = path[at + 1..].iter().take_while(|(bead, _)| sides(side, bead).1.is_empty()).count();
            let Some((next, _)) = path.get(at + gaps + 1).filter(|_| gaps > 0) else { continue };
            let (text, its_other) = sides(side, next);
            let goes_on = !text.is_empty() && !own.is_heading(text.start) && !other.is_heading(its_other.start);
            let last = sides(side, &path[at + gaps].0).0.clone();
            // A heading right above another one is no section of its own: it is the chapter of what follows.
            let has_text = (here.end..last.start).any(|segment| !own.is_heading(segment));
            if !goes_on || !own.is_heading(last.start) || !has_text {
                continue;
            }
            let (first, there) = (here.start, there.clone());
            let slid = of(side, last.clone(), there.clone());
            let chance = found.beads.iter().find(|(bead, _)| *bead == slid).map_or(0.0, |(_, chance)| *chance);
            if chance * LEAN < path[at].1 {
                continue;
            }
            // How sure one of the two is, shared out as the sliding sees it.
            let sum = (chance + path[at].1).min(1.0);
            let sure = sum * chance * LEAN / (chance * LEAN + path[at].1);
            for (step, place) in (first..last.start).zip(at..) {
                path[place] = (of(side, step..step + 1, there.start..there.start), sure.min(path[place + 1].1));
            }
            path[at + gaps] = (slid, sure);
        }
    }
}

/// The range of a bead on a side, and the one on the other.
fn sides(side: Where, bead: &Candidate) -> (&Range<usize>, &Range<usize>) {
    match side {
        Where::Source => (&bead.source, &bead.target),
        Where::Target => (&bead.target, &bead.source),
    }
}

fn of(side: Where, own: Range<usize>, other: Range<usize>) -> Candidate {
    match side {
        Where::Source => Candidate { source: own, target: other },
        Where::Target => Candidate { source: other, target: own },
    }
}
