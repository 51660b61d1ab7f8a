//! An alignment as a translation memory: a unit for every bead with two sides that is sure enough.

use std::io::{self, Write};
use std::ops::Range;

use hexapla_core::align::Confidence;
use hexapla_core::document::InlineCode;
use hexapla_core::language::Language;
use hexapla_core::memory::{Context, TranslationUnit, Variant};
use hexapla_project::LEAST_CONFIDENCE;
use hexapla_tmx::{ExportHead, WriteError, write_units};

use super::{Pair, Text};

/// Writes all pairs as one file; the first pair says which language is the source.
pub(crate) fn tmx(pairs: &[Pair<'_>], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = pairs.first() else { return Ok(()) };
    let units: Vec<TranslationUnit> = pairs.iter().flat_map(units).collect();
    match write_units(&ExportHead::new(first.source.side.language), &units, out) {
        Ok(_) => Ok(()),
        Err(WriteError::Io(error)) => Err(error),
        Err(other) => Err(io::Error::other(other)),
    }
}

fn units(pair: &Pair<'_>) -> Vec<TranslationUnit> {
    let least = Confidence::new(LEAST_CONFIDENCE);
    let beads = pair.alignment.beads.iter();
    let sure = beads.filter(|bead| !bead.source.is_empty() && !bead.target.is_empty() && bead.confidence >= least);
    sure.map(|bead| {
        let source = &pair.source;
        let language = |text: &Text<'_>| -> Language { text.side.language.clone() };
        let segment = |at: Option<usize>| at.and_then(|at| source.side.segments.get(at)).map(|s| s.text.to_owned());
        TranslationUnit {
            id: None,
            source_language: language(source),
            variants: [
                (language(source), variant(source, &bead.source)),
                (language(&pair.target), variant(&pair.target, &bead.target)),
            ]
            .into_iter()
            .collect(),
            context: Context {
                document: Some(source.path.replace(std::path::MAIN_SEPARATOR, "/")),
                previous: segment(bead.source.start.checked_sub(1)),
                next: segment(Some(bead.source.end)),
            },
            notes: Vec::new(),
            properties: Default::default(),
        }
    })
    .collect()
}

/// The text of some segments with its inline markup; between two of them a blank.
fn variant(text: &Text<'_>, range: &Range<usize>) -> Variant {
    let mut variant = Variant::default();
    for at in range.clone() {
        let Some(segment) = text.side.segments.get(at) else { continue };
        if !variant.text.is_empty() {
            variant.text.push(' ');
        }
        let start = variant.text.len();
        // Codes are numbered by block: those of a further one must not close the pairs of this one.
        let used = variant.codes.iter().map(|code| code.id).max().unwrap_or(0);
        let codes = text.numbers.get(at).and_then(|number| Some((text.page?, text.page?.segments.get(*number)?)));
        if let Some((page, segment)) = codes {
            let renumbered = |code: InlineCode| InlineCode { at: start + code.at, id: used + code.id, ..code };
            variant.codes.extend(page.codes(segment).into_iter().map(renumbered));
        }
        variant.text.push_str(segment.text);
    }
    variant
}
