//! Any text, cut by our own rules: segments and gaps restore it, none ends within a character as readers see it, and
//! what follows a blank line changes nothing before it.
#![no_main]

use std::sync::LazyLock;

use hexapla_core::segment::{Rules, Segmenter};
use libfuzzer_sys::fuzz_target;

static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    ["de", "en", "ru", "ar", "fr"].iter().map(|code| Rules::for_language(&code.parse().unwrap())).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for rules in RULES.iter() {
        let segments = rules.segment(&text);
        let mut end = 0;
        for range in &segments {
            assert!(text[end..range.start].trim().is_empty());
            assert!(!text[range.clone()].trim().is_empty());
            end = range.end;
        }
        assert!(text[end..].trim().is_empty());
        for decision in rules.explain(&text) {
            assert!(text.is_char_boundary(decision.at));
        }
        let longer = rules.segment(&format!("{text}\n\nDr. Kern."));
        assert!(longer.starts_with(&segments));
    }
});
