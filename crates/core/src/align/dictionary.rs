//! Dictionaries that the user brings.

use std::collections::BTreeMap;
use std::collections::HashMap;

use hexapla_xml::{Event, Events, XmlError};

use super::anchors::Anchor;
use super::features::Prepared;
use super::token::tokens;

/// Which words of one language are which of another, as a dictionary has it.
///
/// Phrases count where one side is a single word and the other has three at most; longer ones say too little of their
/// words and are counted in [`Dictionary::skipped`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary {
    /// By source stem; the trust of each target stem.
    entries: BTreeMap<String, BTreeMap<String, f32>>,
    skipped: usize,
}

const TRUST: f32 = 0.6;

impl Dictionary {
    /// From pairs of words or phrases.
    ///
    /// ```
    /// use hexapla_core::align::Dictionary;
    /// let dictionary = Dictionary::from_pairs([("Haus", "house"), ("Haustür", "front door")]);
    /// assert_eq!((dictionary.len(), dictionary.skipped()), (3, 0));
    /// ```
    pub fn from_pairs<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Self {
        let mut dictionary = Self::default();
        for (source, target) in pairs {
            dictionary.add(source, target);
        }
        dictionary
    }

    /// From text with a pair a line, source and target with a tab between; further columns, blank lines and lines that
    /// begin with `#` are passed over.
    pub fn from_tsv(text: &str) -> Self {
        let mut dictionary = Self::default();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let mut fields = line.split('\t');
            match (fields.next(), fields.next()) {
                (Some(source), Some(target)) => dictionary.add(source, target),
                _ => dictionary.skipped += 1,
            }
        }
        dictionary
    }

    /// From hunalign's form, a pair a line: **target** phrase, ` @ `, source phrase.
    pub fn from_hunalign(text: &str) -> Self {
        let mut dictionary = Self::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match line.split_once(" @ ") {
                Some((target, source)) => dictionary.add(source, target),
                None => dictionary.skipped += 1,
            }
        }
        dictionary
    }

    /// From TEI as FreeDict writes it: every `orth` of an `entry`, with every `quote` in a `cit` of type `trans` (or
    /// every `tr` of the older form).
    ///
    /// # Errors
    /// The text is not well-formed XML.
    pub fn from_tei(text: &str) -> Result<Self, XmlError> {
        let mut dictionary = Self::default();
        let (mut heads, mut translations) = (Vec::<String>::new(), Vec::<String>::new());
        // What the text that comes next belongs to, and how deep within a translation's citation it stands.
        let mut reading: Option<bool> = None;
        let mut citations: Vec<bool> = Vec::new();
        let mut buffer = String::new();
        for event in Events::new(text) {
            match event? {
                Event::Start(tag) => match tag.name {
                    "entry" => {
                        heads.clear();
                        translations.clear();
                    }
                    "cit" => citations.push(tag.get("type").is_some_and(|kind| kind.starts_with("trans"))),
                    "orth" => (reading, buffer) = (Some(false), String::new()),
                    "quote" if citations.last() == Some(&true) => (reading, buffer) = (Some(true), String::new()),
                    "tr" => (reading, buffer) = (Some(true), String::new()),
                    _ => {}
                },
                Event::Text(text) if reading.is_some() => buffer.push_str(&text),
                Event::End { name } => match name {
                    "orth" | "quote" | "tr" => match reading.take() {
                        Some(true) => translations.push(std::mem::take(&mut buffer)),
                        Some(false) => heads.push(std::mem::take(&mut buffer)),
                        None => {}
                    },
                    "cit" => {
                        citations.pop();
                    }
                    "entry" => {
                        for head in &heads {
                            translations.iter().for_each(|translation| dictionary.add(head, translation));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(dictionary)
    }

    /// How many pairs of stems it has.
    pub fn len(&self) -> usize {
        self.entries.values().map(BTreeMap::len).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many lines and pairs were of no use: without a separator, or phrases too long.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// The same dictionary for the other direction.
    pub fn reversed(&self) -> Self {
        let mut entries: BTreeMap<String, BTreeMap<String, f32>> = BTreeMap::new();
        for (source, targets) in &self.entries {
            for (target, trust) in targets {
                entries.entry(target.clone()).or_default().insert(source.clone(), *trust);
            }
        }
        Self { entries, skipped: self.skipped }
    }

    fn add(&mut self, source: &str, target: &str) {
        /// Words of a phrase.
        const MOST: usize = 3;
        let keys = |text: &str| -> Vec<String> {
            let bare = text.split(['(', '[', '{', '<']).next().unwrap_or(text);
            tokens(bare).into_iter().take(MOST + 1).map(|token| token.key).collect()
        };
        let (sources, targets) = (keys(source), keys(target));
        let long = sources.len().max(targets.len());
        if sources.is_empty() || targets.is_empty() || sources.len().min(targets.len()) > 1 || long > MOST {
            self.skipped += 1;
            return;
        }
        let trust = TRUST / (long * long) as f32;
        for source in &sources {
            let entry = self.entries.entry(source.clone()).or_default();
            for target in &targets {
                let known = entry.entry(target.clone()).or_insert(trust);
                *known = known.max(trust);
            }
        }
    }

    /// The pairs of which both stems are met.
    pub(crate) fn met(&self, source: &Prepared, target: &Prepared) -> Vec<Anchor> {
        let targets: HashMap<&str, u32> = target.types.iter().map(|kind| &*kind.key).zip(0..).collect();
        let mut anchors = Vec::new();
        for (kind, number) in source.types.iter().zip(0..) {
            for (stem, trust) in self.entries.get(&kind.key).into_iter().flatten() {
                if let Some(other) = targets.get(&**stem) {
                    anchors.push(Anchor { source: number, target: *other, trust: *trust });
                }
            }
        }
        anchors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let check = |dictionary: Dictionary, pairs: usize, skipped: usize| {
            assert_eq!((dictionary.len(), dictionary.skipped()), (pairs, skipped), "{dictionary:?}");
            assert_eq!(dictionary.reversed().reversed(), dictionary);
        };
        check(Dictionary::from_tsv("# x\nHaus\thouse\nja\tyes\tadverb\nohne\n"), 2, 1);
        check(Dictionary::from_hunalign("house @ Haus\nfront door @ Haustür\n???\n"), 3, 1);
        check(Dictionary::from_pairs([("eine lange Wendung", "a long phrase"), ("gut", "good (adj.)")]), 1, 1);
        let tei = "<TEI><entry><form><orth>Haus</orth></form><sense><cit type='trans'><quote>house</quote></cit>\
                   <cit type='example'><quote>zu Hause</quote><cit type='trans'><quote>at home</quote></cit></cit></sense>\
                   </entry></TEI>";
        check(Dictionary::from_tei(tei).unwrap(), 3, 0);
        assert!(Dictionary::from_tei("<TEI>").is_err());
    }
}
