//! Alignments as XLIFF: every source segment with its translation, for CAT tools that open files.

use std::io::{self, Write};

use hexapla_core::align::Confidence;
use hexapla_core::document::Scope;
use hexapla_formats::{Format, Review, XliffFile, XliffText, XliffUnit, write_xliff};
use hexapla_project::LEAST_CONFIDENCE;

use super::tmx::variant;
use crate::console::Face;
use crate::messages::Msg;
use crate::number::Number;
use crate::pair::{Aligned, Read};

/// Writes all pairs as files of one XLIFF document, and gives the number of segments that are not in it: those of
/// targets without a source, for which XLIFF has no place, and those whose letters XML cannot carry.
pub(crate) fn xliff(pairs: &[&Aligned], face: &Face, out: &mut dyn Write) -> io::Result<usize> {
    let mut without_source = 0;
    let files: Vec<XliffFile<'_>> = pairs
        .iter()
        .map(|pair| XliffFile {
            original: pair.source.path.replace(std::path::MAIN_SEPARATOR, "/"),
            format: Format::of_path(&pair.source.path).unwrap_or(Format::Text),
            source: &pair.source.language,
            target: &pair.target.language,
            units: units(pair, face, &mut without_source),
        })
        .collect();
    Ok(without_source + write_xliff(&files, out)?)
}

fn units(pair: &Aligned, face: &Face, without_source: &mut usize) -> Vec<XliffUnit> {
    let least = Confidence::new(LEAST_CONFIDENCE);
    let text = |of: &Read, numbers: &[usize]| {
        let variant = variant(of, numbers);
        XliffText { text: variant.text, codes: variant.codes }
    };
    let mut units = Vec::new();
    for row in pair.rows.iter().filter(|row| row.scope != Scope::LanguageSwitcher) {
        let Some(first) = row.source.first() else {
            *without_source += row.target.len();
            continue;
        };
        let target = (!row.target.is_empty()).then(|| text(&pair.target, &row.target));
        let sure = Number::decimal(f64::from(row.confidence.get()), 2);
        units.push(XliffUnit {
            source: text(&pair.source, &row.source),
            note: target.as_ref().map(|_| face.words.say(Msg::AlignNoteConfidence { confidence: sure })),
            target,
            review: if row.confidence < least { Review::Needed } else { Review::NotNeeded },
            place: pair.source.place(*first),
        });
    }
    units
}
