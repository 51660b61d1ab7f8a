//! Many documents aligned as one: each by itself, with what all of them teach.

use std::ops::Range;

use super::anchored;
use super::search::Document;
use super::{Alignment, Bead, Confidence, Options, Resources, Side, SideSegment, engine};

/// Aligns several pairs of texts in the same two languages, with words, lengths and kinds of beads learnt over all of
/// them: short texts teach too little by themselves. See [`super::align`] for a single pair.
///
/// All of them are kept in memory at once. No bead crosses from one pair to another. Parts of a page that name themselves
/// alike on both sides are brought into one order first, so that a sorted glossary teaches what it says.
///
/// ```
/// use hexapla_core::align::{Options, Resources, Side, SideSegment, align_together};
/// use hexapla_core::document::BlockKind;
/// use hexapla_core::language::Language;
///
/// let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let side = |language, text| {
///     Side { language, segments: vec![SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None }] }
/// };
/// let pairs = [
///     (side(&german, "Der Park öffnet um 9 Uhr."), side(&english, "The park opens at 9.")),
///     (side(&german, "Der Park schließt um 6."), side(&english, "The park closes at 6.")),
/// ];
/// let found = align_together(&pairs, &Resources::default(), &Options::default());
/// assert_eq!(found.len(), 2);
/// assert!(found.iter().all(|alignment| alignment.beads.len() == 1 && alignment.beads[0].source == (0..1)));
/// ```
pub fn align_together(pairs: &[(Side<'_>, Side<'_>)], resources: &Resources, options: &Options) -> Vec<Alignment> {
    let full: Vec<Ordered<'_, '_>> =
        pairs.iter().filter(|(source, target)| is_full(source, target)).map(Ordered::of).collect();
    let sources = joined(full.iter().map(|pair| pair.source));
    let targets = joined(full.iter().map(Ordered::target));
    let (mut beads, mut documents) = (Vec::new(), Vec::new());
    if let (Some((source, here)), Some((target, there))) = (sources, targets) {
        documents = here.into_iter().zip(there).map(|(source, target)| Document { source, target }).collect();
        beads = engine::run((&source, &target), &documents, resources, options);
    }
    let mut beads = beads.into_iter().peekable();
    let mut done = full.iter().zip(documents);
    let mut own = |(source, target): &(Side<'_>, Side<'_>)| {
        let Some((pair, document)) = is_full(source, target).then(|| done.next()).flatten() else {
            return all_gaps(source, target);
        };
        let inside = |bead: &Bead| document.holds(&bead.source, &bead.target);
        let beads = std::iter::from_fn(|| beads.next_if(inside)).map(|bead| moved(bead, &document));
        Alignment { beads: pair.restored(beads.collect()) }
    };
    pairs.iter().map(&mut own).collect()
}

/// Aligns one pair.
pub(crate) fn align_alone(source: &Side<'_>, target: &Side<'_>, resources: &Resources, options: &Options) -> Alignment {
    if !is_full(source, target) {
        return all_gaps(source, target);
    }
    let document = Document { source: 0..source.segments.len(), target: 0..target.segments.len() };
    let pair = Ordered::new(source, target);
    let beads = engine::run((source, pair.target()), std::slice::from_ref(&document), resources, options);
    Alignment { beads: pair.restored(beads) }
}

/// A pair with its target in the order of the source, where its parts name themselves.
struct Ordered<'s, 'a> {
    source: &'s Side<'a>,
    target: &'s Side<'a>,
    /// The target in another order, and that order.
    reordered: Option<(Side<'a>, Vec<usize>)>,
}

impl<'s, 'a> Ordered<'s, 'a> {
    fn of((source, target): &'s (Side<'a>, Side<'a>)) -> Self {
        Self::new(source, target)
    }

    fn new(source: &'s Side<'a>, target: &'s Side<'a>) -> Self {
        let reordered = anchored::order(source, target).map(|order| (anchored::reordered(target, &order), order));
        Self { source, target, reordered }
    }

    fn target(&self) -> &Side<'a> {
        self.reordered.as_ref().map_or(self.target, |(target, _)| target)
    }

    /// Beads over the target as it was aligned, over it as it is.
    fn restored(&self, beads: Vec<Bead>) -> Vec<Bead> {
        match &self.reordered {
            Some((_, order)) => anchored::restored(beads, order),
            None => beads,
        }
    }
}

fn is_full(source: &Side<'_>, target: &Side<'_>) -> bool {
    !source.segments.is_empty() && !target.segments.is_empty()
}

/// Nothing beside anything: right where a side is empty.
fn all_gaps(source: &Side<'_>, target: &Side<'_>) -> Alignment {
    let gap = |source, target| Bead { source, target, confidence: Confidence::CERTAIN, ..Bead::default() };
    let sources = (0..source.segments.len()).map(|s| gap(s..s + 1, 0..0));
    let behind = source.segments.len();
    let targets = (0..target.segments.len()).map(|t| gap(behind..behind, t..t + 1));
    Alignment { beads: sources.chain(targets).collect() }
}

/// The bead with its numbers counted from where its document begins.
fn moved(bead: Bead, document: &Document) -> Bead {
    let back = |range: Range<usize>, by: usize| range.start.saturating_sub(by)..range.end.saturating_sub(by);
    Bead {
        source: back(bead.source, document.source.start),
        target: back(bead.target, document.target.start),
        between_source: back(bead.between_source, document.source.start),
        between_target: back(bead.between_target, document.target.start),
        ..bead
    }
}

/// Texts in one language as one, and where each stands in it. Each begins a block and a section of its own. Nothing where
/// there are none.
pub(crate) fn joined<'s, 'a: 's>(sides: impl Iterator<Item = &'s Side<'a>>) -> Option<(Side<'a>, Vec<Range<usize>>)> {
    let mut whole: Option<Side<'a>> = None;
    let mut places = Vec::new();
    let (mut blocks, mut sections) = (0usize, 0u32);
    for side in sides {
        let whole = whole.get_or_insert_with(|| Side { language: side.language, segments: Vec::new() });
        let from = (whole.segments.len(), blocks, sections);
        for segment in &side.segments {
            let segment = SideSegment {
                block: segment.block.saturating_add(from.1),
                section: segment.section.saturating_add(from.2),
                ..segment.clone()
            };
            blocks = blocks.max(segment.block.saturating_add(1));
            sections = sections.max(segment.section.saturating_add(1));
            whole.segments.push(segment);
        }
        places.push(from.0..whole.segments.len());
    }
    whole.map(|whole| (whole, places))
}
