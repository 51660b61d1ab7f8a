//! Aligns two files of lines, one segment a line, and writes a ladder to standard output:
//! `align_lines SOURCE TARGET SOURCE-LANGUAGE TARGET-LANGUAGE [SOURCE TARGET]…`; with more than one pair of files a
//! lexicon is learnt over all of them first, and the ladders follow each other, a blank line between.

use std::io::Write as _;

use hexapla_core::align::gold::write_ladder;
use hexapla_core::align::{Options, Resources, Side, SideSegment, align, learn};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

fn side<'a>(language: &'a Language, text: &'a str) -> Side<'a> {
    let mut block = 0;
    let mut segments = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            block += 1;
        } else {
            segments.push(SideSegment { text: line, block, kind: BlockKind::Paragraph, section: 0, anchor: None });
        }
    }
    Side { language, segments }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [source, target, source_language, target_language, more @ ..] = arguments.as_slice() else {
        return Err("usage: align_lines SOURCE TARGET SOURCE-LANGUAGE TARGET-LANGUAGE [SOURCE TARGET]…".into());
    };
    let (source_language, target_language) = (source_language.parse()?, target_language.parse()?);
    let mut texts = vec![(std::fs::read_to_string(source)?, std::fs::read_to_string(target)?)];
    for pair in more.chunks_exact(2) {
        texts.push((std::fs::read_to_string(&pair[0])?, std::fs::read_to_string(&pair[1])?));
    }
    let sides: Vec<(Side<'_>, Side<'_>)> =
        texts.iter().map(|(source, target)| (side(&source_language, source), side(&target_language, target))).collect();
    let options = Options::default();
    let mut resources = Resources::default();
    if sides.len() > 1 {
        resources.lexicon = Some(learn(&sides, &resources, &options));
    }
    let mut out = std::io::stdout().lock();
    for (number, (source, target)) in sides.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        out.write_all(write_ladder(&align(source, target, &resources, &options)).as_bytes())?;
    }
    Ok(())
}
