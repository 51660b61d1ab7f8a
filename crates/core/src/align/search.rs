//! Where to look: a chain of rare matches, and a band around it.

use std::ops::Range;

use super::band::Band;
use super::features::Prepared;
use super::lexical::Links;
use super::scorer::Candidate;

/// Up to so many nodes everything is looked at.
const WHOLE: usize = 300_000;

/// The band in which the first pass searches a document, which is a part of either side, and the chain that it follows,
/// both counted from where the document begins; a short one needs no chain.
pub(crate) fn coarse_band(
    sides: (&Prepared, &Prepared),
    document: &Document,
    links: &Links,
) -> (Band, Vec<(usize, usize)>) {
    let (n, m) = (document.source.len(), document.target.len());
    if (n + 1).saturating_mul(m + 1) <= WHOLE {
        return (Band::whole(n, m), Vec::new());
    }
    let chain = chain(sides, document, links);
    (around(&chain, n, m), chain)
}

/// Where a document stands among the segments of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    pub(crate) source: Range<usize>,
    pub(crate) target: Range<usize>,
}

impl Document {
    /// Whether a bead that does not stand before it stands in it.
    pub(crate) fn holds(&self, source: &Range<usize>, target: &Range<usize>) -> bool {
        source.start < self.source.end || target.start < self.target.end
    }
}

/// Opens the band where a path found nothing on either side: what faces each other there was perhaps never looked at.
pub(crate) fn reopen(band: Band, path: &[(Candidate, f32)], n: usize, m: usize) -> Band {
    /// Fewer segments than this on a side are common gaps.
    const FEW: usize = 3;
    /// Larger rectangles are left alone.
    const LARGE: usize = 400_000;
    const MARGIN: usize = 8;
    let mut rows = band.rows;
    let mut open = |s: Range<usize>, t: Range<usize>| {
        if s.len() >= FEW && t.len() >= FEW && s.len() * t.len() <= LARGE {
            let (low, high) = (t.start.saturating_sub(MARGIN), (t.end + MARGIN).min(m) + 1);
            for row in &mut rows[s.start.saturating_sub(MARGIN)..=(s.end + MARGIN).min(n)] {
                *row = row.start.min(low)..row.end.max(high);
            }
        }
    };
    let (mut s, mut t) = (0..0, 0..0);
    let mut trusted = 0;
    for (bead, chance) in path {
        if bead.source.is_empty() || bead.target.is_empty() || *chance < 0.5 {
            trusted = 0;
        } else {
            trusted += 1;
        }
        if trusted < 2 {
            (s.end, t.end) = (bead.source.end.max(s.end), bead.target.end.max(t.end));
        } else {
            open(s, t);
            (s, t) = (bead.source.end..bead.source.end, bead.target.end..bead.target.end);
        }
    }
    open(s, t);
    Band { rows }.mend(m)
}

/// The heaviest chain of points that rise on both sides.
fn chain((source, target): (&Prepared, &Prepared), document: &Document, links: &Links) -> Vec<(usize, usize)> {
    const RARE: usize = 8;
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); target.types.len()];
    for at in document.target.clone() {
        for kind in target.tokens_of(at, at + 1) {
            let list = &mut postings[*kind as usize];
            if list.len() <= RARE {
                list.push((at - document.target.start) as u32);
            }
        }
    }
    let mut points: Vec<(u32, u32, u32)> = Vec::new();
    for s in document.source.clone() {
        let first = points.len();
        for kind in source.tokens_of(s, s + 1) {
            let many = source.types[*kind as usize].segments as usize;
            if many > RARE {
                continue;
            }
            for link in links.of(*kind) {
                let list = &postings[link.target as usize];
                // A word of another document stands nowhere in this one.
                if list.is_empty() || list.len() > RARE || link.forward < 20.0 {
                    continue;
                }
                // In 256ths: a match that is alone on both sides weighs most.
                let weight = 2048 / (many * list.len()) as u32;
                points.extend(list.iter().map(|t| ((s - document.source.start) as u32, *t, weight)));
            }
        }
        points[first..].sort_unstable();
        let mut kept = first;
        for at in first..points.len() {
            if kept > first && points[kept - 1].1 == points[at].1 {
                points[kept - 1].2 += points[at].2;
            } else {
                points[kept] = points[at];
                kept += 1;
            }
        }
        points.truncate(kept);
    }
    heaviest_chain(&points, document.target.len())
}

/// Over points in order of source, then target (Fenwick's tree of maxima): strictly rising on both sides.
fn heaviest_chain(points: &[(u32, u32, u32)], targets: usize) -> Vec<(usize, usize)> {
    let mut tree: Vec<(u64, u32)> = vec![(0, u32::MAX); targets + 1];
    let mut best: Vec<(u64, u32)> = Vec::with_capacity(points.len());
    let mut at = 0;
    while at < points.len() {
        let end = at + points[at..].iter().take_while(|p| p.0 == points[at].0).count();
        for point in &points[at..end] {
            let mut before = (0u64, u32::MAX);
            let mut place = point.1 as usize;
            while place > 0 {
                if tree[place].0 > before.0 {
                    before = tree[place];
                }
                place &= place - 1;
            }
            best.push((before.0 + u64::from(point.2), before.1));
        }
        for number in at..end {
            let mut place = points[number].1 as usize + 1;
            while place <= targets {
                if best[number].0 > tree[place].0 {
                    tree[place] = (best[number].0, number as u32);
                }
                place += place & place.wrapping_neg();
            }
        }
        at = end;
    }
    let mut last =
        best.iter().enumerate().max_by_key(|(number, b)| (b.0, std::cmp::Reverse(*number))).map(|(n, _)| n as u32);
    let mut chain = Vec::new();
    while let Some(number) = last.filter(|number| *number != u32::MAX) {
        let point = points[number as usize];
        chain.push((point.0 as usize, point.1 as usize));
        last = Some(best[number as usize].1);
    }
    chain.reverse();
    chain
}

/// A band around a chain: between two of its points all of a small rectangle, or a strip along the diagonal of a big
/// one. Sentences that are left out here and there lead away from the diagonal as a drunkard does, by the root of the
/// way; a piece that is missing as a whole shows in the difference of the sides.
fn around(chain: &[(usize, usize)], n: usize, m: usize) -> Band {
    const MARGIN: usize = 8;
    const SMALL: usize = 5_000;
    const STRAY: f64 = 2.5;
    const MOST: usize = 150;
    let mut rows = vec![Range { start: usize::MAX, end: 0 }; n + 1];
    let mut cover = |s: usize, low: usize, high: usize| {
        if let Some(row) = rows.get_mut(s) {
            row.start = row.start.min(low);
            row.end = row.end.max(high.min(m) + 1);
        }
    };
    let mut before = (0, 0);
    for &(s, t) in chain.iter().chain(std::iter::once(&(n, m))) {
        let (height, width) = (s - before.0, t.max(before.1) - before.1);
        for row in before.0.saturating_sub(MARGIN)..=(s + MARGIN).min(n) {
            if height * width <= SMALL {
                cover(row, before.1.saturating_sub(MARGIN), t + MARGIN);
            } else {
                let along = row.saturating_sub(before.0).min(height);
                let middle = before.1 + along * width / height.max(1);
                let stray = (20 + (STRAY * (height as f64).sqrt()) as usize).min(MOST);
                let half = MARGIN + stray + (height.abs_diff(width) / 4).min(200);
                cover(row, middle.saturating_sub(half), middle + half);
            }
        }
        before = (s, t);
    }
    Band { rows }.mend(m)
}
