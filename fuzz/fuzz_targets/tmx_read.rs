//! Any bytes as a memory: read, written again, read again to the same model; untouched bytes come back.
#![no_main]

use hexapla_tmx::{Fate, Head, Layout, ReadOptions, Reader, Tu, copy, from_tu, to_tu};
use libfuzzer_sys::fuzz_target;

fn read(bytes: &[u8]) -> Option<(Head, Vec<Tu>, usize)> {
    let mut reader = Reader::new(bytes).ok()?;
    let head = reader.head().clone();
    let mut units = Vec::new();
    while let Some(tu) = reader.next_tu().ok()? {
        units.push(tu);
    }
    Some((head, units, reader.take_diagnostics().len()))
}

fuzz_target!(|bytes: &[u8]| {
    let Some((head, units, problems)) = read(bytes) else { return };
    let mut preserved = Vec::new();
    let keep = &mut |_: &mut Tu| Fate::Keep;
    let options = ReadOptions::default();
    copy(bytes, &mut preserved, Layout::Preserve, options, keep, &mut |_| {}).unwrap();
    if problems == 0 && !bytes.starts_with(&[0x1F, 0x8B]) {
        assert_eq!(preserved, bytes);
    }
    let mut written = Vec::new();
    if copy(bytes, &mut written, Layout::Canonical, options, keep, &mut |_| {}).is_ok() {
        let (_, again, _) = read(&written).expect("what was written is read");
        assert_eq!(again.len(), units.len());
        let mut twice = Vec::new();
        copy(&written[..], &mut twice, Layout::Canonical, options, keep, &mut |_| {}).unwrap();
        assert_eq!(twice, written, "the canonical form is its own canonical form");
    }
    for tu in &units {
        if let Some(unit) = from_tu(tu, &head, None).value {
            to_tu(&unit);
        }
    }
});
