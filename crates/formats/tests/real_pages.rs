//! The two real pages that the seeds were modelled on, where the development data is at hand.
use std::io::Write as _;
use std::path::{Path, PathBuf};

use hexapla_core::document::{Block, BlockKind, Document, Scope};
use hexapla_formats::{Format, Options, read};

fn page(name: &str) -> Option<Document> {
    let shared = std::env::var_os("HEXAPLA_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let path = shared.join("seeds").join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some(read(&bytes, Format::Text, &Options::default()).unwrap()),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {error}", path.display());
            None
        }
    }
}

fn texts(document: &Document, keep: impl Fn(&Block) -> bool) -> Vec<&str> {
    document.blocks.iter().filter(|block| keep(block)).map(|block| block.text.as_str()).collect()
}

#[test]
fn a_page_that_nobody_translated() {
    let Some(page) = page("000_e62328286f519238.txt") else { return };
    let headings = texts(&page, |block| block.kind == BlockKind::Heading);
    assert_eq!(headings.len(), 3, "{headings:#?}");
    assert_eq!(headings[0], headings[1]);
    assert_eq!(texts(&page, |block| block.kind == BlockKind::ListItem).len(), 7);
    assert_eq!(page.blocks.len(), 15);
    assert!(page.blocks.iter().all(|block| block.scope == Scope::Content) && page.alternates.is_empty());
}

#[test]
fn a_long_page_with_switcher_and_teasers() {
    let Some(page) = page("003_6bcd44257549db38.txt") else { return };
    assert_eq!(page.alternates.iter().map(|a| a.language.as_str()).collect::<Vec<_>>(), ["en", "ru", "ar"]);
    assert_eq!(texts(&page, |block| block.scope == Scope::LanguageSwitcher), ["English", "русский", "عربي"]);
    let teasers = texts(&page, |block| block.scope == Scope::Boilerplate);
    assert_eq!((teasers.len(), teasers[0]), (5, "Aktuelles"));
    assert_eq!(page.blocks.len(), 114);
    let own = |start: &str| texts(&page, |block| block.text.as_str().starts_with(start)).len();
    assert_eq!((own("22. Oktober: "), own("10. – 12. November: "), own("Niederlande 30,2%")), (2, 1, 1));
    assert_eq!(texts(&page, |block| block.text.as_str().ends_with('%')).len(), 15);
    assert_eq!(texts(&page, |block| block.kind == BlockKind::Footnote).len(), 1);
    assert!(page.blocks.iter().all(|block| block.scope != Scope::DoNotTranslate));
}
