//! Two texts whose segments have been paired, for people (`text`, `html`) and for programs (`tsv`, `json`, `ladder`) and
//! CAT tools (`tmx`, `xliff`).

mod html;
mod text;
mod tmx;
mod xliff;

use std::io::{self, Write};

use hexapla_core::align::Relation;
use serde_json::json;

pub(crate) use html::html;
pub(crate) use text::text;
pub(crate) use tmx::tmx;
pub(crate) use xliff::xliff;

use crate::pair::{Aligned, Read, Row};

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
    fn of(row: &Row) -> Self {
        match (row.source.is_empty(), row.target.is_empty(), row.crossing) {
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

/// Which pair follows, where several stand in one file: a line that readers of ladders pass over.
pub(crate) fn heading(pair: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\t{}", pair.source.path, pair.target.path)
}

/// Source, target and confidence, one bead a line, as hunalign writes it.
pub(crate) fn tsv(pair: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    let field = |text: String| text.replace(['\t', '\n', '\r'], " ");
    for row in &pair.rows {
        let (source, target) = (field(pair.source.texts(&row.source)), field(pair.target.texts(&row.target)));
        writeln!(out, "{source}\t{target}\t{:.2}", row.confidence.get())?;
    }
    Ok(())
}

/// One bead a line: numbers of source segments, of target segments, confidence.
pub(crate) fn ladder(pair: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    let list = |numbers: &[usize]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    for row in &pair.rows {
        writeln!(out, "[{}]:[{}]:{:.2}", list(&row.source), list(&row.target), row.confidence.get())?;
    }
    Ok(())
}

/// Everything there is to say about the pair.
pub(crate) fn json(pair: &Aligned) -> serde_json::Value {
    let side = |text: &Read| json!({ "path": text.path, "language": text.language, "segments": text.len() });
    let segments = |text: &Read, numbers: &[usize]| -> Vec<serde_json::Value> {
        numbers.iter().map(|number| json!({ "number": number, "text": text.text(*number) })).collect()
    };
    let beads = pair.rows.iter().map(|row| {
        json!({
            "kind": format!("{}-{}", row.source.len(), row.target.len()),
            "source": segments(&pair.source, &row.source),
            "target": segments(&pair.target, &row.target),
            "confidence": two_digits(row.confidence.get()),
            "crossing": row.crossing,
            "scope": row.scope,
        })
    });
    let relation = match pair.relation {
        Relation::Translation => "translation",
        Relation::Unclear => "unclear",
        Relation::Unrelated => "unrelated",
    };
    json!({
        "schema_version": 1,
        "source": side(&pair.source),
        "target": side(&pair.target),
        "relation": relation,
        "beads": beads.collect::<Vec<_>>(),
    })
}

/// A probability as it is written in the ladder too; an `f32` as it is would show digits that mean nothing.
fn two_digits(probability: f32) -> f64 {
    (f64::from(probability) * 100.0).round() / 100.0
}
