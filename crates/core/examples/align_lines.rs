//! Aligns two files of lines, one segment a line, and writes a ladder to standard output:
//! `align_lines SOURCE TARGET SOURCE-LANGUAGE TARGET-LANGUAGE`.

use std::io::Write as _;

use hexapla_core::align::gold::write_ladder;
use hexapla_core::align::{Options, Resources, Side, SideSegment, align};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

fn side<'a>(language: &'a Language, text: &'a str) -> Side<'a> {
    let mut block = 0;
    let mut segments = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            block += 1;
        } else {
            segments.push(SideSegment { text: line, block, kind: BlockKind::Paragraph, section: 0 });
        }
    }
    Side { language, segments }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [source, target, source_language, target_language] = arguments.as_slice() else {
        return Err("usage: align_lines SOURCE TARGET SOURCE-LANGUAGE TARGET-LANGUAGE".into());
    };
    let (source_language, target_language) = (source_language.parse()?, target_language.parse()?);
    let (source, target) = (std::fs::read_to_string(source)?, std::fs::read_to_string(target)?);
    let alignment = align(
        &side(&source_language, &source),
        &side(&target_language, &target),
        &Resources::default(),
        &Options::default(),
    );
    std::io::stdout().write_all(write_ladder(&alignment).as_bytes())?;
    Ok(())
}
