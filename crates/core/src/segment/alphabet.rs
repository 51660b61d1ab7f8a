//! The characters that a rule set can tell apart, as small numbers.
//!
//! Unicode has a million code points, a rule set knows a few hundred kinds of them. Matching over kinds instead of the
//! bytes of UTF-8 keeps the automata small: `\p{L}` is one transition, not some thousand states.

use std::hash::{Hash, Hasher};

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};
use rustc_hash::{FxHashMap, FxHasher};

/// What an assertion such as `\b` or `^` asks about a neighbouring character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(super) struct Neighbour(u8);

impl Neighbour {
    /// There is no character: the text begins or ends here.
    pub(super) const EDGE: Self = Self(1);
    const WORD: u8 = 2;
    const ASCII_WORD: u8 = 4;
    const LINE_FEED: u8 = 8;
    const RETURN: u8 = 16;

    pub(super) fn is_edge(self) -> bool {
        self.0 & 1 != 0
    }
    pub(super) fn is_word(self) -> bool {
        self.0 & Self::WORD != 0
    }
    pub(super) fn is_ascii_word(self) -> bool {
        self.0 & Self::ASCII_WORD != 0
    }
    pub(super) fn is_line_feed(self) -> bool {
        self.0 & Self::LINE_FEED != 0
    }
    pub(super) fn is_return(self) -> bool {
        self.0 & Self::RETURN != 0
    }
}

/// The number of a set of characters in its [`Alphabet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct SetId(u32);

/// Collects the sets of characters that patterns speak of.
#[derive(Clone, Debug, Default)]
pub(super) struct AlphabetBuilder {
    sets: Vec<ClassUnicode>,
    singles: FxHashMap<char, SetId>,
    /// By the hash of their ranges.
    classes: FxHashMap<u64, Vec<SetId>>,
}

impl AlphabetBuilder {
    /// A set of one character.
    pub(super) fn single(&mut self, c: char) -> SetId {
        if let Some(id) = self.singles.get(&c) {
            return *id;
        }
        let id = self.class(&ClassUnicode::new([ClassUnicodeRange::new(c, c)]));
        self.singles.insert(c, id);
        id
    }

    /// A class of a pattern.
    pub(super) fn class(&mut self, class: &ClassUnicode) -> SetId {
        let mut hasher = FxHasher::default();
        class.iter().for_each(|range| (range.start(), range.end()).hash(&mut hasher));
        let ids = self.classes.entry(hasher.finish()).or_default();
        if let Some(id) = ids.iter().find(|id| self.sets[id.0 as usize] == *class) {
            return *id;
        }
        let id = SetId(u32::try_from(self.sets.len()).unwrap_or(u32::MAX));
        ids.push(id);
        self.sets.push(class.clone());
        id
    }

    /// Parts Unicode into the fewest kinds such that every set is a union of kinds.
    ///
    /// `with_words` says that some pattern asks for word boundaries or line ends.
    pub(super) fn build(&mut self, with_words: bool) -> Alphabet {
        let mut watched = Vec::new();
        if with_words {
            if let Some(word) = word_characters() {
                watched.push((self.class(&word), Neighbour::WORD));
            }
            let ascii = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
            let ascii = ClassUnicode::new(ascii.map(|(start, end)| ClassUnicodeRange::new(start, end)));
            watched.push((self.class(&ascii), Neighbour::ASCII_WORD));
            watched.push((self.single('\n'), Neighbour::LINE_FEED));
            watched.push((self.single('\r'), Neighbour::RETURN));
        }
        // Every set switches on at the start of its ranges and off after their ends; between two switches all
        // characters are in the same sets, and whoever is in the same sets is of the same kind.
        let mut switches: Vec<(u32, u32)> = Vec::new();
        for (set, class) in (0u32..).zip(&self.sets) {
            for range in class.iter() {
                switches.push((u32::from(range.start()), set));
                switches.push((u32::from(range.end()) + 1, set));
            }
        }
        // Not the unstable sort: every set comes in order, and this one sees that.
        switches.sort();
        let mut active = vec![0u64; self.sets.len().div_ceil(64)];
        let mut kinds: FxHashMap<Vec<u64>, u16> = FxHashMap::default();
        let mut signatures: Vec<Vec<u64>> = Vec::new();
        let mut kind_of = |active: &Vec<u64>| match kinds.get(active) {
            Some(kind) => *kind,
            None => {
                let kind = u16::try_from(signatures.len()).unwrap_or(u16::MAX);
                signatures.push(active.clone());
                kinds.insert(active.clone(), kind);
                kind
            }
        };
        let mut stretches: Vec<(u32, u16)> = vec![(0, kind_of(&active))];
        let mut rest = switches.as_slice();
        while let Some((point, _)) = rest.first().copied() {
            while let Some((_, set)) = rest.first().filter(|(at, _)| *at == point) {
                active[*set as usize / 64] ^= 1 << (set % 64);
                rest = &rest[1..];
            }
            stretches.push((point, kind_of(&active)));
        }
        let members = (0..self.sets.len())
            .map(|set| signatures.iter().map(|signature| signature[set / 64] >> (set % 64) & 1 != 0).collect())
            .collect();
        let neighbours = signatures
            .iter()
            .map(|signature| {
                let has = |id: SetId| signature[id.0 as usize / 64] >> (id.0 % 64) & 1 != 0;
                Neighbour(watched.iter().filter(|(id, _)| has(*id)).fold(0, |sum, (_, flag)| sum | flag))
            })
            .collect();
        Alphabet::new(&stretches, members, neighbours)
    }
}

fn word_characters() -> Option<ClassUnicode> {
    match regex_syntax::parse(r"\w").ok()?.into_kind() {
        regex_syntax::hir::HirKind::Class(regex_syntax::hir::Class::Unicode(class)) => Some(class),
        _ => None,
    }
}

const PAGE: usize = 256;

/// Which kind every character is of.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    ascii: [u16; 128],
    /// Where in `kinds` the page of every 256 code points begins.
    pages: Vec<u32>,
    kinds: Vec<u16>,
    /// `members[set][kind]`
    members: Vec<Vec<bool>>,
    neighbours: Vec<Neighbour>,
}

impl Alphabet {
    fn new(stretches: &[(u32, u16)], members: Vec<Vec<bool>>, neighbours: Vec<Neighbour>) -> Self {
        let mut pages = Vec::with_capacity(0x11_0000 / PAGE);
        let mut kinds: Vec<u16> = Vec::new();
        // Most pages are of one kind throughout: they share their 256 entries.
        let mut uniform: FxHashMap<u16, u32> = FxHashMap::default();
        let mut at = 0;
        for page in 0..0x11_0000 / PAGE {
            let (first, last) = ((page * PAGE) as u32, (page * PAGE + PAGE - 1) as u32);
            while stretches.get(at + 1).is_some_and(|(start, _)| *start <= first) {
                at += 1;
            }
            let fresh = kinds.len() as u32;
            let kind = stretches[at].1;
            if stretches.get(at + 1).is_none_or(|(start, _)| *start > last) {
                pages.push(*uniform.entry(kind).or_insert_with(|| {
                    kinds.extend([kind; PAGE]);
                    fresh
                }));
                continue;
            }
            pages.push(fresh);
            for point in first..=last {
                while stretches.get(at + 1).is_some_and(|(start, _)| *start <= point) {
                    at += 1;
                }
                kinds.push(stretches[at].1);
            }
        }
        let mut ascii = [0; 128];
        ascii.copy_from_slice(&kinds[pages[0] as usize..pages[0] as usize + 128]);
        Self { ascii, pages, kinds, members, neighbours }
    }

    /// How many kinds there are.
    pub(super) fn len(&self) -> usize {
        self.neighbours.len()
    }

    /// The kind of an ASCII byte.
    #[inline]
    pub(super) fn ascii(&self, byte: u8) -> u16 {
        self.ascii[usize::from(byte & 0x7F)]
    }

    /// The kind of any character.
    #[inline]
    pub(super) fn kind(&self, c: char) -> u16 {
        let point = c as usize;
        self.kinds[self.pages[point / PAGE] as usize + point % PAGE]
    }

    /// Whether the characters of `kind` are in `set`.
    pub(super) fn contains(&self, set: SetId, kind: u16) -> bool {
        self.members[set.0 as usize][usize::from(kind)]
    }

    /// What assertions see of a character of `kind`.
    pub(super) fn neighbour(&self, kind: u16) -> Neighbour {
        self.neighbours[usize::from(kind)]
    }
}
