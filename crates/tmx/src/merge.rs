//! Many files become one, duplicates become one, conflicts are settled by a stated policy.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, Write};

use rustc_hash::FxHashMap;

use crate::convert::timestamp;
use crate::copy::{CopyError, Fate, Layout, copy};
use crate::diagnostic::Diagnostic;
use crate::filter::source_of;
use crate::model::{Head, HeadItem, Tu, Tuv};
use crate::options::ReadOptions;
use crate::reader::Reader;
use crate::write::Writer;

/// What to do where two units translate one source into one language differently.
///
/// Units conflict only where also their document and their neighbours (`x-document`, `x-context-pre/post`) are the
/// same: one sentence may well have two translations in two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The one with the later date stays; of equals, the one that came first.
    Newest,
    /// The one that came first stays.
    Keep,
    /// Both stay; only what is the same in text and codes goes.
    All,
}

/// Opens a file (by its number in the list) from its beginning.
pub type Open<'o> = dyn FnMut(usize) -> io::Result<Box<dyn BufRead>> + 'o;

/// What became of a merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Units that were read.
    pub read: u64,
    /// Units that were written.
    pub written: u64,
    /// Units of which some variants lost.
    pub trimmed: u64,
}

/// Merges `count` files, which are read twice where the policy needs it, in about 20 bytes a target.
///
/// The header is that of the first file; what units inherited from another header they keep as their own.
///
/// ```
/// use hexapla_tmx::{Policy, ReadOptions, merge};
/// let file = |date: &str, target: &str| format!(
///     "<tmx version='1.4'><header srclang='de'/><body><tu changedate='{date}'><tuv xml:lang='de'><seg>Tor</seg></tuv>\
///      <tuv xml:lang='en'><seg>{target}</seg></tuv></tu></body></tmx>");
/// let files = [file("20250101T000000Z", "goal"), file("20260101T000000Z", "gate")];
/// let mut open = |n: usize| Ok(Box::new(std::io::Cursor::new(files[n].clone())) as Box<dyn std::io::BufRead>);
/// let mut out = Vec::new();
/// let merged = merge(&mut open, 2, &mut out, Policy::Newest, ReadOptions::default(), &mut |_, _| {})?;
/// assert_eq!((merged.read, merged.written), (2, 1));
/// assert!(String::from_utf8(out).unwrap().contains("gate"));
/// # Ok::<(), hexapla_tmx::CopyError>(())
/// ```
///
/// # Errors
/// Where a file cannot be read or is refused, or the result cannot be written.
pub fn merge(
    open: &mut Open<'_>,
    count: usize,
    out: impl Write,
    policy: Policy,
    options: ReadOptions,
    report: &mut dyn FnMut(usize, Diagnostic),
) -> Result<Merged, CopyError> {
    let mut winners = Winners::new(policy);
    let mut heads = Vec::with_capacity(count);
    for number in 0..count {
        let mut reader = Reader::with_options(open(number)?, options)?;
        heads.push(reader.head().clone());
        if policy == Policy::Newest {
            while let Some(tu) = reader.next_tu()? {
                winners.look(&tu, &heads[number]);
            }
        }
    }
    winners.begin();
    let mut merged = Merged::default();
    let head = joined(&heads);
    let mut writer = Writer::new(out, &head)?;
    for (number, own) in heads.iter().enumerate() {
        let mut reader = Reader::with_options(open(number)?, options)?;
        while let Some(mut tu) = reader.next_tu()? {
            merged.read += 1;
            let fate = winners.fate(&mut tu, own);
            if fate != Fate::Drop {
                merged.written += 1;
                merged.trimmed += u64::from(fate == Fate::Change);
                inherit(&mut tu, own, &head);
                writer.write(&tu)?;
            }
            reader.take_diagnostics().into_iter().for_each(|diagnostic| report(number, diagnostic));
        }
        reader.take_diagnostics().into_iter().for_each(|diagnostic| report(number, diagnostic));
        writer.write_rest(reader.rest())?;
    }
    writer.finish()?;
    Ok(merged)
}

/// Takes duplicates out of one file; with [`Policy::Newest`] it is read twice.
///
/// # Errors
/// Where the file cannot be read or is refused, or the result cannot be written.
pub fn dedupe(
    open: &mut Open<'_>,
    out: impl Write,
    policy: Policy,
    layout: Layout,
    options: ReadOptions,
    report: &mut dyn FnMut(Diagnostic),
) -> Result<Merged, CopyError> {
    let mut winners = Winners::new(policy);
    let mut reader = Reader::with_options(open(0)?, options)?;
    let head = reader.head().clone();
    let input: Box<dyn BufRead> = if policy == Policy::Newest {
        while let Some(tu) = reader.next_tu()? {
            winners.look(&tu, &head);
        }
        open(0)?
    } else {
        drop(reader);
        open(0)?
    };
    winners.begin();
    let copied = copy(input, out, layout, options, &mut |tu| winners.fate(tu, &head), report)?;
    Ok(Merged { read: copied.read, written: copied.written, trimmed: copied.changed })
}

/// Which unit has the say about a source and a target language: by hash, the number of the unit and its date.
struct Winners {
    policy: Policy,
    by_key: FxHashMap<u64, (u32, u32)>,
    next: u32,
}

impl Winners {
    fn new(policy: Policy) -> Self {
        Self { policy, by_key: FxHashMap::default(), next: 0 }
    }

    /// The first pass of two.
    fn look(&mut self, tu: &Tu, head: &Head) {
        let number = self.next;
        self.next += 1;
        let date = date_of(tu);
        for (_, key) in self.keys(tu, head) {
            let winner = self.by_key.entry(key).or_insert((number, date));
            if date > winner.1 {
                *winner = (number, date);
            }
        }
    }

    fn begin(&mut self) {
        self.next = 0;
    }

    /// What becomes of the next unit; variants that lost are taken out of it.
    fn fate(&mut self, tu: &mut Tu, head: &Head) -> Fate {
        let number = self.next;
        self.next += 1;
        let keys = self.keys(tu, head);
        let mut lost = Vec::new();
        for (variant, key) in &keys {
            let (winner, _) = *self.by_key.entry(*key).or_insert((number, 0));
            if winner != number {
                lost.push(*variant);
            }
        }
        if lost.is_empty() {
            return Fate::Keep;
        }
        if lost.len() == keys.len() {
            return Fate::Drop;
        }
        let mut at = 0;
        tu.variants.retain(|_| {
            at += 1;
            !lost.contains(&(at - 1))
        });
        Fate::Change
    }

    /// For every target of the unit its number and what it competes for. A unit without targets competes for its
    /// source; variants of one language within a unit do not compete.
    fn keys(&self, tu: &Tu, head: &Head) -> Vec<(usize, u64)> {
        let source = source_of(tu, head);
        let mut base = DefaultHasher::new();
        for context in ["x-document", "x-context-pre", "x-context-post"] {
            tu.prop(context).hash(&mut base);
        }
        if let Some(variant) = tu.variants.get(source) {
            hash_variant(variant, &mut base);
        }
        let mut keys = Vec::with_capacity(tu.variants.len());
        let mut languages: Vec<(String, u32)> = Vec::new();
        for (number, variant) in tu.variants.iter().enumerate() {
            if number == source {
                continue;
            }
            let language = variant.language().unwrap_or_default().to_ascii_lowercase();
            let mut hasher = base.clone();
            match languages.iter_mut().find(|(seen, _)| *seen == language) {
                Some((_, again)) => {
                    *again += 1;
                    again.hash(&mut hasher);
                }
                None => languages.push((language.clone(), 0)),
            }
            language.hash(&mut hasher);
            if self.policy == Policy::All {
                hash_variant(variant, &mut hasher);
            }
            keys.push((number, hasher.finish()));
        }
        if keys.is_empty() {
            keys.push((source, base.finish()));
        }
        keys
    }
}

/// What a variant says: its language and its segment, codes included.
pub(crate) fn hash_variant(variant: &Tuv, hasher: &mut DefaultHasher) {
    use crate::model::Inline;
    variant.language().unwrap_or_default().to_ascii_lowercase().hash(hasher);
    let Some(seg) = &variant.seg else { return };
    for inline in &seg.content {
        match inline {
            Inline::Text(text) => (0u8, text).hash(hasher),
            Inline::Open(element) => {
                (1u8, element.kind.name()).hash(hasher);
                let mut attributes: Vec<(&str, &str)> = element.attributes.iter().collect();
                attributes.sort_unstable();
                attributes.hash(hasher);
            }
            Inline::Close => 2u8.hash(hasher),
            Inline::Markup(_) => {}
        }
    }
}

/// The date of a unit in seconds from 2000 on, 0 without one; good to the year 2136.
fn date_of(tu: &Tu) -> u32 {
    let dates = std::iter::once(&tu.attributes)
        .chain(tu.variants.iter().map(|variant| &variant.attributes))
        .flat_map(|attributes| ["changedate", "creationdate"].map(|name| attributes.get(name)))
        .flatten();
    dates.filter_map(timestamp).map(|moment| seconds(moment.as_str())).max().unwrap_or(0)
}

fn seconds(moment: &str) -> u32 {
    let number =
        |from: usize, to: usize| moment.get(from..to).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or(0);
    let days = (number(0, 4).saturating_sub(2000).min(135) * 12 + number(4, 6)) * 31 + number(6, 8);
    // Not a calendar, but in the order of one.
    days * 81_000 + (number(9, 11) * 3600 + number(11, 13) * 60 + number(13, 15)) * 15 / 16
}

/// The first head, with the props and notes of the others that it lacks.
fn joined(heads: &[Head]) -> Head {
    let mut joined = heads.first().cloned().unwrap_or_default();
    for head in heads.iter().skip(1) {
        for item in &head.items {
            if matches!(item, HeadItem::Ude(_)) || !joined.items.contains(item) {
                joined.items.push(item.clone());
            }
        }
    }
    joined
}

/// What a unit inherited from its own header it says itself where the new header says something else.
fn inherit(tu: &mut Tu, own: &Head, new: &Head) {
    for name in ["srclang", "segtype", "datatype", "o-tmf"] {
        if tu.attributes.get(name).is_none()
            && let Some(value) = own.attributes.get(name)
            && new.attributes.get(name) != Some(value)
        {
            tu.attributes.set(name, value);
        }
    }
}
