//! Whole alignments through the public door.
#![expect(clippy::print_stderr, reason = "what is skipped or measured is said aloud")]

use hexapla_core::align::gold::{Ladder, agreement, read_ladder};
use hexapla_core::align::{Alignment, Options, Resources, Side, SideSegment, align};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

/// Lines as segments; a blank line begins a new block.
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

fn aligned(source: &str, target: &str) -> Alignment {
    let (de, en) = (language("de"), language("en"));
    let (source, target) = (side(&de, source), side(&en, target));
    let alignment = align(&source, &target, &Resources::default(), &Options::default());
    covers(&alignment, source.segments.len(), target.segments.len());
    alignment
}

/// Every segment in exactly one bead, beads in the order of the source.
fn covers(alignment: &Alignment, source: usize, target: usize) {
    let mut next = 0;
    let mut seen = vec![0; target];
    for bead in &alignment.beads {
        assert!(!bead.source.is_empty() || !bead.target.is_empty());
        if !bead.source.is_empty() {
            assert_eq!(bead.source.start, next, "{bead:?}");
            next = bead.source.end;
        }
        bead.target.clone().for_each(|number| seen[number] += 1);
    }
    assert_eq!(next, source);
    assert!(seen.iter().all(|times| *times == 1), "{seen:?}");
}

#[test]
fn odd_input_has_an_answer() {
    let text = "Das Haus.\nDer Garten ist groß.\nEnde";
    let lines = |count: usize, line: &str| format!("{line}\n").repeat(count);
    for (source, target) in [
        (String::new(), String::new()),
        (text.to_owned(), String::new()),
        (String::new(), text.to_owned()),
        (text.to_owned(), text.to_owned()),
        (lines(300, "."), lines(200, ".")),
        (lines(50, "Überschrift"), text.to_owned()),
        (lines(1, &"Wort für Wort ".repeat(7000)), text.to_owned()),
        ("\u{FEFF}\u{200B}\u{301}".to_owned(), "\u{0}".to_owned()),
    ] {
        aligned(&source, &target);
    }
}

#[test]
fn the_same_document_twice_is_its_own_translation() {
    let text = "Das Haus.\nDer Garten ist groß.\nWir öffnen um 9 Uhr.\nKommen Sie gern vorbei!";
    let alignment = aligned(text, text);
    assert!(alignment.beads.iter().all(|bead| bead.source == bead.target && bead.source.len() == 1), "{alignment:?}");
}

/// Strict F1 on the development data, which is not in the repository.
#[test]
fn development_data_keeps_its_floors() {
    let shared = std::env::var_os("HEXAPLA_SHARED").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        std::path::PathBuf::from,
    );
    let data = shared.join("data/alignment");
    if !data.is_dir() || cfg!(debug_assertions) {
        eprintln!("SKIPPED: no development data at {}, or a build without optimisation", data.display());
        return;
    }
    for (name, tag, floor) in [
        ("yearbook-fr", "fr", 0.84),
        ("ntrex-en-hard", "en", 0.96),
        ("ntrex-ru-hard", "ru", 0.93),
        ("ntrex-ar-hard", "ar", 0.91),
        ("ntrex-en-light", "en", 0.985),
        ("ntrex-ru-light", "ru", 0.98),
        ("ntrex-ar-light", "ar", 0.97),
    ] {
        let read = |file: &str| std::fs::read_to_string(data.join(name).join(file)).unwrap();
        let (source, target, gold) = (read("source.txt"), read("target.txt"), read("gold.ladder"));
        let (de, other) = (language("de"), language(tag));
        let test = align(&side(&de, &source), &side(&other, &target), &Resources::default(), &Options::default());
        let found = agreement(&read_ladder(&gold).unwrap(), &Ladder::from(&test));
        eprintln!("{name}: strict {} · lax {}", found.strict(), found.lax());
        assert!(found.strict().f1 >= floor, "{name}: {} is below {floor}", found.strict().f1);
    }
}
