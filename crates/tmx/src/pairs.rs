//! Lines of two texts, parted by a tab, become units: the way back from [`crate::write_tsv`].

use std::io::{self, BufRead};

use hexapla_core::language::Language;

use crate::model::{Head, Seg, Tu, Tuv};
use crate::write::ExportHead;

/// The head of a memory of plain texts in `source`.
pub fn head_of_pairs(source: &Language) -> Head {
    ExportHead::new(source).to_head()
}

/// Reads pairs, one a line, as [`crate::write_tsv`] writes them; further fields are left aside. A line that holds no
/// pair comes as its number, from 1.
///
/// ```
/// use hexapla_tmx::read_pairs;
/// let lines = "Tor\\tauf\tgate\n\nallein\n";
/// let (de, en) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let pairs: Vec<_> = read_pairs(lines.as_bytes(), &de, &en).map(|pair| pair.unwrap()).collect();
/// assert_eq!(pairs[0].as_ref().unwrap().variants[0].plain_text(), "Tor\tauf");
/// assert_eq!(pairs[1..], [Err(3)]);
/// ```
///
/// # Errors
/// Each item, where the stream cannot be read or is not UTF-8.
pub fn read_pairs(
    input: impl BufRead,
    source: &Language,
    target: &Language,
) -> impl Iterator<Item = io::Result<Result<Tu, u64>>> {
    let variant = |language: &Language, text: &str| Tuv {
        attributes: [("xml:lang", language.as_str())].into_iter().collect(),
        seg: Some(Seg::text(unescaped(text))),
        ..Tuv::default()
    };
    let pair = move |line: &str, number: u64| {
        let mut fields = line.split('\t').map(str::trim);
        match (fields.next(), fields.next()) {
            (Some(one), Some(other)) if !one.is_empty() && !other.is_empty() => {
                Ok(Tu { variants: vec![variant(source, one), variant(target, other)], ..Tu::default() })
            }
            _ => Err(number),
        }
    };
    (1..).zip(input.lines()).filter_map(move |(number, line)| match line {
        Ok(line) => {
            let line = if number == 1 { line.trim_start_matches('\u{FEFF}') } else { &line };
            (!line.trim().is_empty()).then(|| Ok(pair(line, number)))
        }
        Err(error) => Some(Err(error)),
    })
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('\\') => out.push('\\'),
            // No escape of ours: a path, say.
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}
