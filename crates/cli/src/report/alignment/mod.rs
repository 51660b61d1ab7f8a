//! Two texts whose segments have been paired, for people (`text`, `html`) and for programs (`tsv`, `json`, `ladder`).

mod html;
mod text;
mod tmx;

use std::io::{self, Write};
use std::ops::Range;

use hexapla_core::align::{Alignment, Bead, Side};
use hexapla_core::document::SegmentedDocument;
use serde_json::json;

pub(crate) use html::html;
pub(crate) use text::text;
pub(crate) use tmx::tmx;

/// Two texts and which segments of them belong together.
pub(crate) struct Pair<'a> {
    /// The text that was translated.
    pub(crate) source: Text<'a>,
    /// Its translation.
    pub(crate) target: Text<'a>,
    /// Which segments belong together.
    pub(crate) alignment: &'a Alignment,
}

/// One of two texts.
pub(crate) struct Text<'a> {
    /// Where it comes from.
    pub(crate) path: &'a str,
    /// Its segments that were aligned.
    pub(crate) side: &'a Side<'a>,
    /// Their numbers among all segments of the page, as `hexapla segment` prints them.
    pub(crate) numbers: &'a [usize],
    /// The page, where it is one, and not lines.
    pub(crate) page: Option<&'a SegmentedDocument>,
}

impl Text<'_> {
    /// The text of some of its segments.
    fn of(&self, range: &Range<usize>) -> String {
        let segments = self.side.segments.get(range.clone()).unwrap_or_default();
        segments.iter().map(|segment| segment.text).collect::<Vec<_>>().join(" ")
    }
}

/// What a reader should notice about a bead. The signs are those of Origen: the asterisk marks what is missing in the
/// translation, the obelus what has no counterpart in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    Asterisk,
    Obelus,
    Moved,
}

impl Mark {
    fn of(bead: &Bead) -> Self {
        match (bead.source.is_empty(), bead.target.is_empty(), bead.crossing) {
            (_, true, _) => Self::Asterisk,
            (true, ..) => Self::Obelus,
            (.., true) => Self::Moved,
            _ => Self::None,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::None => " ",
            Self::Asterisk => "*",
            Self::Obelus => "÷",
            Self::Moved => "↕",
        }
    }
}

/// Source, target and confidence, one bead a line, as hunalign writes it.
pub(crate) fn tsv(pair: &Pair<'_>, out: &mut dyn Write) -> io::Result<()> {
    let field = |text: String| text.replace(['\t', '\n', '\r'], " ");
    for bead in &pair.alignment.beads {
        let (source, target) = (field(pair.source.of(&bead.source)), field(pair.target.of(&bead.target)));
        writeln!(out, "{source}\t{target}\t{:.2}", bead.confidence.get())?;
    }
    Ok(())
}

/// One bead a line: numbers of source segments, of target segments, confidence.
pub(crate) fn ladder(pair: &Pair<'_>, out: &mut dyn Write) -> io::Result<()> {
    let list = |text: &Text<'_>, range: &Range<usize>| {
        let numbers = text.numbers.get(range.clone()).unwrap_or_default();
        numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    };
    for bead in &pair.alignment.beads {
        let (source, target) = (list(&pair.source, &bead.source), list(&pair.target, &bead.target));
        writeln!(out, "[{source}]:[{target}]:{:.2}", bead.confidence.get())?;
    }
    Ok(())
}

/// Everything there is to say about the pair.
pub(crate) fn json(pair: &Pair<'_>) -> serde_json::Value {
    let side = |text: &Text<'_>| json!({ "path": text.path, "language": text.side.language });
    let segments = |text: &Text<'_>, range: &Range<usize>| -> Vec<serde_json::Value> {
        let segments = text.side.segments.get(range.clone()).unwrap_or_default();
        let numbered = text.numbers.get(range.clone()).unwrap_or_default().iter().zip(segments);
        numbered.map(|(number, segment)| json!({ "number": number, "text": segment.text })).collect()
    };
    let beads = pair.alignment.beads.iter().map(|bead| {
        json!({
            "kind": format!("{}-{}", bead.source.len(), bead.target.len()),
            "source": segments(&pair.source, &bead.source),
            "target": segments(&pair.target, &bead.target),
            "confidence": two_digits(bead.confidence.get()),
            "crossing": bead.crossing,
        })
    });
    json!({
        "schema_version": 1,
        "source": side(&pair.source),
        "target": side(&pair.target),
        "beads": beads.collect::<Vec<_>>(),
    })
}

/// A probability as it is written in the ladder too; an `f32` as it is would show digits that mean nothing.
fn two_digits(probability: f32) -> f64 {
    (f64::from(probability) * 100.0).round() / 100.0
}
