//! What translates itself: numbers, addresses, names.

use std::collections::HashMap;

use super::features::Prepared;

/// A pair of types that belong together for a reason other than their company.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Anchor {
    pub(crate) source: u32,
    pub(crate) target: u32,
    /// How likely either is the translation of the other where it has one.
    pub(crate) trust: f32,
}

/// Finds the tokens that both sides share.
pub(crate) fn identical(source: &Prepared, target: &Prepared) -> Vec<Anchor> {
    let targets: HashMap<&str, u32> = target.types.iter().zip(0..).map(|(kind, number)| (&*kind.key, number)).collect();
    let mut anchors = Vec::new();
    for (kind, number) in source.types.iter().zip(0..) {
        let Some(other) = targets.get(&*kind.key) else { continue };
        let same_word = kind.word == target.types[*other as usize].word;
        let letters = kind.word.chars().count();
        let trust = match kind.key.as_bytes().first() {
            Some(b'@') => 0.9,
            Some(b'#') if kind.key.len() > 2 => 0.8,
            Some(b'#') => 0.5,
            _ if same_word && letters >= 4 => 0.6,
            _ if same_word && letters == 3 => 0.3,
            _ if same_word => 0.15,
            _ => 0.2,
        };
        anchors.push(Anchor { source: number, target: *other, trust });
    }
    anchors
}
