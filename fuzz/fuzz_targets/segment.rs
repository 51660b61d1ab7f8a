//! Any text, cut by our own rules: segments and gaps restore it.
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
        let mut end = 0;
        for range in rules.segment(&text) {
            assert!(text[end..range.start].trim().is_empty());
            assert!(!text[range.clone()].trim().is_empty());
            end = range.end;
        }
        assert!(text[end..].trim().is_empty());
    }
});
