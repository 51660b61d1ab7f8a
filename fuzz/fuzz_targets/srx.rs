//! Any bytes as a file of rules, and whatever rules it holds on a text.
#![no_main]

use hexapla_core::segment::{Rules, Segmenter, Trim, srx};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = srx::read(&hexapla_xml::decode(bytes).text) {
        file.srx.validate();
        if let Ok((rules, _)) = Rules::from_srx(&file.srx, "de", "fuzz", Trim::Nothing) {
            rules.segment("Dr. Kern kam z. B. am 3. Mai.\u{A0}„Ja.“ Nein …\n\n1. aa bb");
        }
        let again = srx::read(&file.srx.to_xml()).unwrap();
        assert_eq!(again.srx.groups.len(), file.srx.groups.len());
    }
});
