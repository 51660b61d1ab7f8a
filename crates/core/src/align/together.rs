//! Many documents aligned as one: each by itself, with what all of them teach.

use super::search::Document;
use super::{Alignment, Bead, Confidence, Options, Resources, Side, SideSegment, engine};

/// Aligns several pairs of texts in the same two languages, with words, lengths and kinds of beads learnt over all of
/// them: short texts teach too little by themselves. See [`super::align`] for a single pair.
///
/// All of them are kept in memory at once. No bead crosses from one pair to another.
///
/// ```
/// use hexapla_core::align::{Options, Resources, Side, SideSegment, align_together};
/// use hexapla_core::document::BlockKind;
/// use hexapla_core::language::Language;
///
/// let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let side = |language, text| {
///     Side { language, segments: vec![SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0 }] }
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
    let mut found: Vec<Alignment> = pairs.iter().map(|(source, target)| all_gaps(source, target)).collect();
    let full = |pair: &&(Side<'_>, Side<'_>)| !pair.0.segments.is_empty() && !pair.1.segments.is_empty();
    let together: Vec<&(Side<'_>, Side<'_>)> = pairs.iter().filter(full).collect();
    let Some(first) = together.first() else { return found };
    let (mut source, mut target) = (Joined::default(), Joined::default());
    let mut documents = Vec::with_capacity(together.len());
    for (from, to) in &together {
        documents.push(Document { source: source.add(from), target: target.add(to) });
    }
    let source = Side { language: first.0.language, segments: source.segments };
    let target = Side { language: first.1.language, segments: target.segments };
    let mut beads = engine::run((&source, &target), &documents, resources, options).into_iter().peekable();
    let numbers = pairs.iter().enumerate().filter(|(_, pair)| full(pair)).map(|(number, _)| number);
    for (number, document) in numbers.zip(&documents) {
        let alignment = &mut found[number];
        alignment.beads.clear();
        let inside = |bead: &Bead| bead.source.start < document.source.end || bead.target.start < document.target.end;
        while let Some(bead) = beads.next_if(inside) {
            alignment.beads.push(moved(bead, document));
        }
    }
    found
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
    let back = |range: std::ops::Range<usize>, by: usize| range.start.saturating_sub(by)..range.end.saturating_sub(by);
    Bead {
        source: back(bead.source, document.source.start),
        target: back(bead.target, document.target.start),
        between_source: back(bead.between_source, document.source.start),
        between_target: back(bead.between_target, document.target.start),
        ..bead
    }
}

/// One side of all documents.
#[derive(Default)]
struct Joined<'a> {
    segments: Vec<SideSegment<'a>>,
    blocks: usize,
    sections: u32,
}

impl<'a> Joined<'a> {
    /// Adds a document, which begins a block and a section of its own; gives the place of its segments.
    fn add(&mut self, side: &Side<'a>) -> std::ops::Range<usize> {
        let first = self.segments.len();
        let (blocks, sections) = (self.blocks, self.sections);
        for segment in &side.segments {
            let segment = SideSegment {
                block: segment.block.saturating_add(blocks),
                section: segment.section.saturating_add(sections),
                ..segment.clone()
            };
            self.blocks = self.blocks.max(segment.block.saturating_add(1));
            self.sections = self.sections.max(segment.section.saturating_add(1));
            self.segments.push(segment);
        }
        first..self.segments.len()
    }
}
