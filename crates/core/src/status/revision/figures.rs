//! Figures alone (a price, a date, a telephone number) between two versions: what they stand beside says which they are.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::Passage;
use super::Work;

/// Whether a segment is a figure alone that fills no slot.
pub(super) fn is_loose_figure(passage: &Passage) -> bool {
    passage.slot().is_none() && passage.is_figure()
}

/// A text beside a figure, or the edge of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Beside {
    Edge,
    /// By its number in the newer version.
    Text(usize),
    /// It has no counterpart there.
    Other,
}

/// A figure and what is before and behind it.
struct Figure<'a> {
    at: usize,
    text: &'a str,
    beside: [Beside; 2],
    /// Whether it is one of a row that counts: 1, 2, 3.
    counts: bool,
}

impl Work<'_> {
    /// Pairs the figures that fill no slot, once the texts around them have found each other. A figure that stayed beside a
    /// text is the same; then what stands beside the same text is, whatever it says. Equal figures elsewhere are others.
    pub(super) fn figures(&mut self) {
        // So it is with most pages.
        if !self.old.iter().chain(self.new).any(|passage| is_loose_figure(passage)) {
            return;
        }
        let partners: HashMap<usize, usize> = self.partners().collect();
        let mut olds = loose_figures(self.old, |at| partners.get(&at).copied());
        let mut news = loose_figures(self.new, Some);
        for figure in &olds {
            self.old_done[figure.at] = false;
        }
        for figure in &news {
            self.new_done[figure.at] = false;
        }
        let mut pairs: Vec<(usize, usize, f32)> = Vec::new();
        for side in [0, 1] {
            pair_by(&mut olds, &mut news, &mut pairs, |figure| Some((figure.text, figure.beside(side)?)));
        }
        // The third of a row is the third, wherever it stands; and what stands beside nothing that is known may stand anywhere.
        pair_by(&mut olds, &mut news, &mut pairs, |figure| figure.counts.then_some(figure.text));
        for side in [0, 1] {
            pair_by(&mut olds, &mut news, &mut pairs, |figure| figure.beside(side));
        }
        olds.retain(|figure| figure.beside == [Beside::Other, Beside::Other]);
        pair_by(&mut olds, &mut news, &mut pairs, |figure| Some(figure.text));
        self.record_edits(pairs);
        // What a memory has fills no slot, though it does on the page.
        let has_slots = |side: &[&Passage]| side.iter().any(|passage| passage.slot().is_some());
        if !has_slots(self.old) && has_slots(self.new) {
            self.equal_elsewhere();
        }
    }
}

impl Figure<'_> {
    /// What is before it, or behind it, where that is known.
    fn beside(&self, side: usize) -> Option<Beside> {
        Some(self.beside[side]).filter(|beside| *beside != Beside::Other)
    }
}

/// The figures of a version that fill no slot.
fn loose_figures<'a>(side: &[&'a Passage], partner: impl Fn(usize) -> Option<usize>) -> Vec<Figure<'a>> {
    let of = |text: Option<usize>| match text {
        None => Beside::Edge,
        Some(at) => partner(at).map_or(Beside::Other, Beside::Text),
    };
    let (mut figures, mut before): (Vec<Figure<'_>>, _) = (Vec::new(), None);
    // From here on, what is behind the figures is to be seen.
    let mut open = 0;
    for (at, passage) in side.iter().enumerate() {
        if is_loose_figure(passage) {
            let beside = [of(before), Beside::Edge];
            figures.push(Figure { at, text: passage.key(), beside, counts: false });
        } else {
            before = Some(at);
            figures[open..].iter_mut().for_each(|figure| figure.beside[1] = of(before));
            open = figures.len();
        }
    }
    for at in 1..figures.len() {
        let next = ordinal(figures[at - 1].text).and_then(|number| number.checked_add(1));
        if next.is_some() && ordinal(figures[at].text) == next {
            (figures[at - 1].counts, figures[at].counts) = (true, true);
        }
    }
    figures
}

/// What a row counts by: "3", "3.", "3)".
fn ordinal(text: &str) -> Option<u32> {
    text.strip_suffix(['.', ')']).unwrap_or(text).parse().ok()
}

/// Pairs those of which the same is said, in order.
fn pair_by<'a, K: Ord>(
    olds: &mut Vec<Figure<'a>>,
    news: &mut Vec<Figure<'a>>,
    pairs: &mut Vec<(usize, usize, f32)>,
    said: impl Fn(&Figure<'a>) -> Option<K>,
) {
    let mut free: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for figure in news.iter().rev() {
        if let Some(key) = said(figure) {
            free.entry(key).or_default().push(figure.at);
        }
    }
    let mut taken: HashSet<usize> = HashSet::new();
    olds.retain(|figure| {
        let Some(new) = said(figure).and_then(|key| free.get_mut(&key)?.pop()) else { return true };
        pairs.push((figure.at, new, 1.0));
        !taken.insert(new)
    });
    news.retain(|figure| !taken.contains(&figure.at));
}
