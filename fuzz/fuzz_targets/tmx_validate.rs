//! Any bytes through the validator and the statistics: they agree about how many units there are, and every diagnostic
//! has a place in the file.
#![no_main]

use hexapla_tmx::{ReadOptions, stats, validate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let zipped = bytes.starts_with(&[0x1F, 0x8B]);
    let mut report = |diagnostic: hexapla_tmx::Diagnostic| {
        assert!(zipped || diagnostic.place.byte <= bytes.len(), "{diagnostic}");
        assert!(!diagnostic.to_string().is_empty() && !diagnostic.problem.remedy().is_empty());
    };
    let verdict = validate(bytes, ReadOptions::default(), &mut report);
    let counted = stats(bytes, ReadOptions::default(), &mut report);
    assert_eq!(verdict.ok().map(|verdict| verdict.units), counted.ok().map(|stats| stats.units));
});
