//! What translates itself: numbers, addresses, names.

use std::collections::HashMap;

use super::features::Prepared;
use super::sound::{latin, skeleton};

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

/// A word as it sounds.
struct Sound {
    number: u32,
    latin: String,
    skeleton: String,
    /// Which letters it has.
    letters: u32,
}

fn sounds(side: &Prepared) -> Vec<Sound> {
    let mut sounds = Vec::new();
    for (kind, number) in side.types.iter().zip(0..) {
        let letters = kind.word.chars().count();
        if !(3..=30).contains(&letters) {
            continue;
        }
        // The Arabic article is no part of a name.
        let word = kind.word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(&kind.word);
        let latin = latin(word);
        let skeleton = skeleton(&latin);
        if latin.len() >= 3 && skeleton.len() >= 2 {
            let letters = latin.bytes().fold(0, |set, byte| set | 1 << (byte & 31));
            sounds.push(Sound { number, latin, skeleton, letters });
        }
    }
    sounds
}

/// Finds words that sound alike: names, and words that languages share (Jaro–Winkler similarity; Winkler 1990).
///
/// `across` says that the scripts differ, so that only names can be alike, and those by their consonants.
pub(crate) fn cognates(source: &Prepared, target: &Prepared, across: bool) -> Vec<Anchor> {
    /// So many words of one beginning are compared with each word.
    const MOST: usize = 400;
    let (sources, targets) = (sounds(source), sounds(target));
    let mut beginnings: HashMap<&str, Vec<&Sound>> = HashMap::new();
    for sound in &targets {
        let list = beginnings.entry(&sound.skeleton[..2]).or_default();
        if list.len() < MOST {
            list.push(sound);
        }
    }
    let mut anchors = Vec::new();
    let mut found: Vec<(f64, u32)> = Vec::new();
    for sound in &sources {
        let kind = &source.types[sound.number as usize];
        if across && kind.capitals * 2 < kind.segments {
            continue;
        }
        found.clear();
        for other in beginnings.get(&sound.skeleton[..2]).into_iter().flatten() {
            if kind.key == target.types[other.number as usize].key {
                continue;
            }
            let alike = likeness(sound, other, across);
            if alike > 0.0 {
                found.push((alike, other.number));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (alike, target) in found.iter().take(3) {
            anchors.push(Anchor { source: sound.number, target: *target, trust: *alike as f32 });
        }
    }
    anchors
}

/// From 0, nothing alike, to about 0.5.
fn likeness(a: &Sound, b: &Sound, across: bool) -> f64 {
    let (long, short) = (a.latin.len().max(b.latin.len()), a.latin.len().min(b.latin.len()));
    let shared = (a.letters & b.letters).count_ones();
    if across {
        let (long, short) = (a.skeleton.len().max(b.skeleton.len()), a.skeleton.len().min(b.skeleton.len()));
        if short < 3 && (a.skeleton != b.skeleton || a.latin.len() < 4) || long > short + 2 {
            return 0.0;
        }
        let sounds = strsim::jaro_winkler(&a.skeleton, &b.skeleton);
        let letters = strsim::jaro_winkler(&a.latin, &b.latin);
        let certain = (short as f64 / 5.0).min(1.0);
        ((sounds - 0.85).max(0.0) * 2.0 + (letters - 0.75).max(0.0)) * certain
    } else {
        if short < 4 || long * 2 > short * 3 || shared * 3 < (a.letters | b.letters).count_ones() * 2 {
            return 0.0;
        }
        let letters = strsim::jaro_winkler(&a.latin, &b.latin);
        let certain = (short as f64 / 7.0).min(1.0);
        (letters - 0.86).max(0.0) * 3.5 * certain
    }
}
