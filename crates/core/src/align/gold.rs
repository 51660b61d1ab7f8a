//! Ladders (alignments as text) and how far one alignment agrees with another.

use std::fmt;
use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;

use super::{Alignment, Bead, Confidence};

/// Writes an alignment as a ladder: one bead a line, `[0,1]:[0]:0.93`, zero-based segment numbers of either side, an
/// empty list for none, the confidence last, rounded to two digits.
///
/// ```
/// use hexapla_core::align::gold::{read_ladder, write_ladder};
/// let ladder = "[0,1]:[0]:0.93\n[2]:[]:1.00\n";
/// assert_eq!(write_ladder(&read_ladder(ladder).unwrap().alignment()), ladder);
/// ```
pub fn write_ladder(alignment: &Alignment) -> String {
    let mut out = String::new();
    for bead in &alignment.beads {
        write_list(&mut out, bead.sources());
        out.push(':');
        write_list(&mut out, bead.targets());
        // Writing to a string cannot fail.
        let _ = writeln!(out, ":{:.2}", bead.confidence.get());
    }
    out
}

fn write_list(out: &mut String, numbers: impl Iterator<Item = usize>) {
    out.push('[');
    for (at, number) in numbers.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let _ = write!(out, "{number}");
    }
    out.push(']');
}

/// A ladder as it was read: its rungs in the order of the lines.
///
/// A rung may leave out segments at several places, which a [`Bead`] cannot; people's gold alignments do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ladder {
    /// The lines.
    pub rungs: Vec<Rung>,
}

/// One line of a ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Numbers of source segments, as written.
    pub source: Vec<usize>,
    /// Numbers of target segments, as written.
    pub target: Vec<usize>,
    /// The third field; absent in most gold files.
    pub confidence: Option<Confidence>,
}

/// Why a line is no rung of a ladder.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: `{text}` is no bead of the form [0,1]:[0]")]
pub struct LadderError {
    /// Its number, from 1.
    pub line: usize,
    /// What stands there, cut to 80 characters.
    pub text: String,
}

/// Reads a ladder; blank lines and lines that begin with `#` are passed over, blanks within a line too.
///
/// # Errors
/// The first line that is no rung, or whose third field is no number.
pub fn read_ladder(text: &str) -> Result<Ladder, LadderError> {
    let mut rungs = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim().trim_start_matches('\u{FEFF}');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let rung =
            read_rung(line).ok_or_else(|| LadderError { line: at + 1, text: line.chars().take(80).collect() })?;
        rungs.push(rung);
    }
    Ok(Ladder { rungs })
}

fn read_rung(line: &str) -> Option<Rung> {
    let mut fields = line.split(':').map(str::trim);
    let source = read_list(fields.next()?)?;
    let target = read_list(fields.next()?)?;
    let confidence = match fields.next() {
        None | Some("") => None,
        Some(number) => Some(Confidence::new(number.parse().ok()?)),
    };
    Some(Rung { source, target, confidence })
}

fn read_list(field: &str) -> Option<Vec<usize>> {
    let inner = field.strip_prefix('[')?.strip_suffix(']')?.trim();
    if inner.is_empty() {
        return Some(Vec::new());
    }
    inner.split(',').map(|number| number.trim().parse().ok()).collect()
}

impl Ladder {
    /// The ladder as an alignment: each rung's segments from its first to its last; an empty side stands behind the
    /// segments named before it. A rung without a confidence is certain.
    pub fn alignment(&self) -> Alignment {
        let (mut source, mut target) = (0, 0);
        let mut beads = Vec::with_capacity(self.rungs.len());
        for rung in &self.rungs {
            let bead = Bead {
                source: span(&rung.source, source),
                target: span(&rung.target, target),
                between_source: between(&rung.source),
                between_target: between(&rung.target),
                confidence: rung.confidence.unwrap_or(Confidence::CERTAIN),
                crossing: !rung.target.is_empty() && rung.target.iter().any(|number| *number < target),
            };
            source = bead.source.end.max(source);
            target = bead.target.end.max(target);
            beads.push(bead);
        }
        Alignment { beads }
    }
}

/// The first run of numbers that are missing between others.
fn between(numbers: &[usize]) -> Range<usize> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let hole = sorted.windows(2).find(|pair| pair[1] > pair[0].saturating_add(1));
    hole.map_or(0..0, |pair| pair[0] + 1..pair[1])
}

fn span(numbers: &[usize], behind: usize) -> Range<usize> {
    match (numbers.iter().min(), numbers.iter().max()) {
        (Some(first), Some(last)) => *first..last.saturating_add(1),
        _ => behind..behind,
    }
}

impl From<&Alignment> for Ladder {
    fn from(alignment: &Alignment) -> Self {
        let rung = |bead: &Bead| Rung {
            source: bead.sources().collect(),
            target: bead.targets().collect(),
            confidence: Some(bead.confidence),
        };
        Self { rungs: alignment.beads.iter().map(rung).collect() }
    }
}

/// How far a tested alignment agrees with a gold one; the counts of several pairs of documents add up.
///
/// Strict: a bead counts where the other alignment has the very same. Lax: where it shares at least one pair of
/// segments with it. Beads with an empty side count in precision only, as is usual since Véronis & Langlais,
/// "Evaluation of parallel text alignment systems" (2000), and in the scripts of Vecalign (2019).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Agreement {
    /// Beads of the test.
    pub tested: usize,
    /// Those of them that stand in the gold.
    pub strict_right: usize,
    /// Those of them that share a pair with the gold.
    pub lax_right: usize,
    /// Beads of the gold with both sides.
    pub wanted: usize,
    /// Those of them that stand in the test.
    pub strict_found: usize,
    /// Those of them that share a pair with the test.
    pub lax_found: usize,
}

/// Precision, recall and their harmonic mean, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// The share of the tested beads that are right.
    pub precision: f64,
    /// The share of the wanted beads that were found.
    pub recall: f64,
    /// 2PR / (P + R).
    pub f1: f64,
}

/// Compares a tested alignment with a gold one.
///
/// ```
/// use hexapla_core::align::gold::{agreement, read_ladder};
/// let gold = read_ladder("[0]:[0]\n[1,2]:[1]\n[]:[2]").unwrap();
/// let test = read_ladder("[0]:[0]\n[1]:[1]\n[2]:[]\n[]:[2]").unwrap();
/// let found = agreement(&gold, &test);
/// assert_eq!((found.strict().precision, found.strict().recall), (0.5, 0.5));
/// assert_eq!((found.lax().precision, found.lax().recall), (0.75, 1.0));
/// ```
pub fn agreement(gold: &Ladder, test: &Ladder) -> Agreement {
    use std::collections::HashSet;
    let keys = |ladder: &'_ Ladder| -> HashSet<(Vec<usize>, Vec<usize>)> {
        ladder.rungs.iter().map(|rung| (rung.source.clone(), rung.target.clone())).collect()
    };
    let pairs = |ladder: &Ladder| -> HashSet<(usize, usize)> {
        ladder.rungs.iter().flat_map(|r| r.source.iter().flat_map(|s| r.target.iter().map(|t| (*s, *t)))).collect()
    };
    let count = |rungs: &mut dyn Iterator<Item = &Rung>, other: &Ladder| -> (usize, usize, usize) {
        let (exact, shared) = (keys(other), pairs(other));
        let (mut all, mut strict, mut lax) = (0, 0, 0);
        for rung in rungs {
            let same = exact.contains(&(rung.source.clone(), rung.target.clone()));
            let touches = || rung.source.iter().any(|s| rung.target.iter().any(|t| shared.contains(&(*s, *t))));
            all += 1;
            strict += usize::from(same);
            lax += usize::from(same || touches());
        }
        (all, strict, lax)
    };
    let (tested, strict_right, lax_right) = count(&mut test.rungs.iter(), gold);
    let full = |rung: &&Rung| !rung.source.is_empty() && !rung.target.is_empty();
    let (wanted, strict_found, lax_found) = count(&mut gold.rungs.iter().filter(full), test);
    Agreement { tested, strict_right, lax_right, wanted, strict_found, lax_found }
}

impl Agreement {
    /// Exact beads only.
    pub fn strict(self) -> Score {
        Score::new(self.strict_right, self.tested, self.strict_found, self.wanted)
    }

    /// Beads that share a pair.
    pub fn lax(self) -> Score {
        Score::new(self.lax_right, self.tested, self.lax_found, self.wanted)
    }
}

impl std::ops::Add for Agreement {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            tested: self.tested + other.tested,
            strict_right: self.strict_right + other.strict_right,
            lax_right: self.lax_right + other.lax_right,
            wanted: self.wanted + other.wanted,
            strict_found: self.strict_found + other.strict_found,
            lax_found: self.lax_found + other.lax_found,
        }
    }
}

impl std::iter::Sum for Agreement {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| a + b)
    }
}

impl Score {
    fn new(right: usize, tested: usize, found: usize, wanted: usize) -> Self {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (precision, recall) = (share(right, tested), share(found, wanted));
        Self { precision, recall, f1: 2.0 * precision * recall / (precision + recall).max(1e-9) }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "precision {:.4} recall {:.4} f1 {:.4}", self.precision, self.recall, self.f1)
    }
}
