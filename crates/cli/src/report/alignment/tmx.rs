//! An alignment as a translation memory: a unit for every bead with two sides that is sure enough.

use hexapla_core::align::Confidence;
use hexapla_core::document::InlineCode;
use hexapla_core::memory::{Context, TranslationUnit, Variant};
use hexapla_project::LEAST_CONFIDENCE;
use hexapla_tmx::{ExportHead, WriteError, write_units};
use std::io::{self, Write};

use crate::pair::{Aligned, Read};

/// Writes all pairs as one file; the first pair says which language is the source.
pub(crate) fn tmx(pairs: &[&Aligned], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = pairs.first() else { return Ok(()) };
    let units: Vec<TranslationUnit> = pairs.iter().flat_map(|pair| units(pair)).collect();
    match write_units(&ExportHead::new(&first.source.language), &units, out) {
        Ok(_) => Ok(()),
        Err(WriteError::Io(error)) => Err(error),
        Err(other) => Err(io::Error::other(other)),
    }
}

fn units(pair: &Aligned) -> Vec<TranslationUnit> {
    let least = Confidence::new(LEAST_CONFIDENCE);
    let sure =
        pair.rows.iter().filter(|row| !row.source.is_empty() && !row.target.is_empty() && row.confidence >= least);
    sure.map(|row| {
        let source = &pair.source;
        let segment = |at: usize| (at < source.len()).then(|| source.text(at).to_owned());
        let (first, last) = (row.source.first().copied(), row.source.last().copied());
        TranslationUnit {
            id: None,
            source_language: source.language.clone(),
            variants: [(source, &row.source), (&pair.target, &row.target)]
                .into_iter()
                .map(|(text, numbers)| (text.language.clone(), variant(text, numbers)))
                .collect(),
            context: Context {
                document: Some(source.path.replace(std::path::MAIN_SEPARATOR, "/")),
                previous: first.and_then(|at| at.checked_sub(1)).and_then(segment),
                next: last.map(|at| at + 1).and_then(segment),
            },
            notes: Vec::new(),
            properties: Default::default(),
        }
    })
    .collect()
}

/// The text of some segments with its inline markup; between two of them a blank.
pub(super) fn variant(text: &Read, numbers: &[usize]) -> Variant {
    let mut variant = Variant::default();
    for number in numbers {
        if !variant.text.is_empty() {
            variant.text.push(' ');
        }
        let start = variant.text.len();
        // Codes are numbered by block: those of a further one must not close the pairs of this one.
        let used = variant.codes.iter().map(|code| code.id).max().unwrap_or(0);
        let renumbered = |code: InlineCode| InlineCode { at: start + code.at, id: used + code.id, ..code };
        variant.codes.extend(text.codes(*number).into_iter().map(renumbered));
        variant.text.push_str(text.text(*number));
    }
    variant
}
