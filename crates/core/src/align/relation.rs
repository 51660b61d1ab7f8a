//! Whether two texts are a translation of each other at all.

use super::features::Prepared;
use super::lexical::Lexical;
use super::links::{beliefs, links};
use super::scorer::{Candidate, Evidence, Scorer};
use super::{Alignment, Resources, Side};

/// How two texts stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One translates the other, at least in part.
    Translation,
    /// Too little speaks for it or against it: the texts are short, or share no numbers, names or known words.
    Unclear,
    /// They are long enough to tell, and what stands side by side has no more in common than what does not.
    Unrelated,
}

/// Judges an alignment as a whole.
///
/// Every bead's two sides are compared with what is known of words beforehand (never with what was learnt from these
/// texts, which would speak for itself), and then the same source with the target of a bead half the text away. Only
/// what is more alike in its own place speaks for a translation (a paired comparison, as in Student's test). Names and
/// numbers meet by chance too, and an alignment of strangers is made of such chances: so it counts as well how sure the
/// alignment is of its beads, which is above 0.9 on the whole for translations and below 0.87 for strangers.
///
/// ```
/// use hexapla_core::align::{Options, Relation, Resources, Side, SideSegment, align, relation};
/// use hexapla_core::document::BlockKind;
/// use hexapla_core::language::Language;
///
/// let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let segment = |text| SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None };
/// let source = Side { language: &german, segments: vec![segment("Guten Tag.")] };
/// let target = Side { language: &english, segments: vec![segment("Hello.")] };
/// let alignment = align(&source, &target, &Resources::default(), &Options::default());
/// assert_eq!(relation(&source, &target, &alignment, &Resources::default()), Relation::Unclear);
/// ```
pub fn relation(source: &Side<'_>, target: &Side<'_>, alignment: &Alignment, resources: &Resources) -> Relation {
    /// From this many comparisons on, silence says something.
    const ENOUGH: f64 = 12.0;
    /// The mean confidence of the beads of translations, of very good ones, and what it hardly ever falls below.
    const SURE: f64 = 0.88;
    const VERY_SURE: f64 = 0.92;
    const UNSURE: f64 = 0.84;
    let fits = |bead: &&super::Bead| {
        let inside = bead.source.end <= source.segments.len() && bead.target.end <= target.segments.len();
        inside && !bead.source.is_empty() && !bead.target.is_empty()
    };
    let beads: Vec<&super::Bead> = alignment.beads.iter().filter(fits).collect();
    let gaps = alignment.beads.len() - beads.len();
    let segments = source.segments.len().min(target.segments.len()) as f64;
    if beads.len() < 2 {
        return if segments >= 2.0 * ENOUGH && gaps > 0 { Relation::Unrelated } else { Relation::Unclear };
    }
    let prepared = (Prepared::new(source), Prepared::new(target));
    let believed = beliefs((source, target), (&prepared.0, &prepared.1), resources);
    let links = links(&prepared.0, &prepared.1, &believed, &believed.unlearnt());
    let mut lexical = Lexical::new(&links, &prepared.0, &prepared.1);
    let mut judge = |s: &std::ops::Range<usize>, t: &std::ops::Range<usize>| {
        let mut evidence = [Evidence::NEUTRAL];
        lexical.score(&[Candidate { source: s.clone(), target: t.clone() }], &mut evidence);
        evidence[0].nats()
    };
    // A sample keeps the cost small; the same beads are chosen every time.
    let step = beads.len().div_ceil(2000);
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for (at, bead) in beads.iter().enumerate().step_by(step) {
        let away = beads[(at + beads.len() / 2) % beads.len()];
        let difference = (judge(&bead.source, &bead.target) - judge(&bead.source, &away.target)).clamp(-8.0, 8.0);
        if difference != 0.0 {
            count += 1.0;
            sum += difference;
            squares += difference * difference;
        }
    }
    let mean = sum / f64::max(count, 1.0);
    let error = ((squares / f64::max(count, 1.0) - mean * mean).max(0.05) / f64::max(count - 1.0, 1.0)).sqrt();
    let certainty = mean / error;
    let sure = beads.iter().map(|bead| f64::from(bead.confidence.get())).sum::<f64>() / beads.len() as f64;
    // Of strangers that are long enough, few segments may find a partner.
    let is_long = segments >= ENOUGH;
    if count >= 3.0 && certainty > 3.0 && (sure >= SURE || !is_long) || is_long && sure >= VERY_SURE {
        Relation::Translation
    } else if is_long && (sure < UNSURE || certainty < 3.0 && sure < SURE)
        || gaps as f64 > 0.9 * alignment.beads.len() as f64 && segments > ENOUGH
    {
        Relation::Unrelated
    } else {
        Relation::Unclear
    }
}
