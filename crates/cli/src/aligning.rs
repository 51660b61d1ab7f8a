//! Many pairs of texts aligned, with one lexicon learnt over all of them where that is wanted.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_core::align::{Lexicon, Options, Resources, Side, align_together};
use hexapla_core::document::Scope;
use hexapla_core::language::Language;
use hexapla_project::{Progress, Stage, Teaching, in_order, joined};

use crate::failure::Failure;
use crate::pair::{Aligned, Read};

/// The languages of a pair, source and target.
pub(crate) type Languages = (Language, Language);

/// Pairs that are to be aligned. They are read when they are needed, and again when they are needed again: a list may
/// be longer than memory.
pub(crate) struct Work<'a> {
    /// The languages of each pair.
    pub(crate) pairs: &'a [Languages],
    /// Reads a pair.
    pub(crate) read: &'a (dyn Fn(usize) -> Result<(Read, Read), Failure> + Sync),
    /// What the user brought.
    pub(crate) teaching: &'a Teaching,
    /// The lexicon that is known beforehand of two languages.
    pub(crate) lexicon: &'a dyn Fn(&Languages) -> Result<Option<Lexicon>, Failure>,
    /// Limits of the search.
    pub(crate) options: &'a Options,
}

/// Whether one lexicon is learnt over all pairs of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Learn {
    /// It is, and every pair is aligned with it.
    OverAll,
    /// Each pair is aligned by itself.
    Nothing,
}

impl Work<'_> {
    /// Aligns all pairs, language by language, and hands each with its number to `take`; the order within a language
    /// is that of the pairs. Gives the lexicons that were learnt.
    ///
    /// Where something is learnt, pairs are aligned together, as many at once as memory is meant to hold; if that is
    /// not all of them, they are aligned a second time with what the first time taught.
    pub(crate) fn run(
        &self,
        learn: Learn,
        progress: &dyn Progress,
        mut take: impl FnMut(usize, Aligned) -> Result<(), Failure>,
    ) -> Result<BTreeMap<Languages, Lexicon>, Failure> {
        let mut groups: BTreeMap<&Languages, Vec<usize>> = BTreeMap::new();
        for (number, languages) in self.pairs.iter().enumerate() {
            groups.entry(languages).or_default().push(number);
        }
        let mut learnt = BTreeMap::new();
        for (languages, numbers) in groups {
            let before = (self.lexicon)(languages)?;
            let mut known = self.teaching.resources(&languages.0, &languages.1, before.as_ref());
            let batches: Vec<&[usize]> = match learn {
                Learn::OverAll => numbers.chunks(TOGETHER).collect(),
                Learn::Nothing => numbers.chunks(1).collect(),
            };
            let told_by = known.clone();
            if learn == Learn::OverAll && batches.len() > 1 {
                progress.begin(Stage::Learning, numbers.len());
                let lexicon = self.round(languages, &batches, (&known, &told_by), progress, &mut |_, _| Ok(()))?;
                known.lexicon = Some(before.as_ref().map_or(lexicon.clone(), |known| joined(&lexicon, known)));
            }
            progress.begin(Stage::Pages, numbers.len());
            let lexicon = self.round(languages, &batches, (&known, &told_by), progress, &mut take)?;
            if learn == Learn::OverAll {
                learnt.insert(languages.clone(), lexicon);
            }
        }
        Ok(learnt)
    }

    /// Aligns all pairs of two languages once, batch by batch, and gives what they teach. Whether they are translations
    /// is told by what was known before anything was learnt from them.
    fn round(
        &self,
        languages: &Languages,
        batches: &[&[usize]],
        (known, before): (&Resources, &Resources),
        progress: &dyn Progress,
        take: &mut dyn FnMut(usize, Aligned) -> Result<(), Failure>,
    ) -> Result<Lexicon, Failure> {
        let mut learner = self.teaching.learner(&languages.0, &languages.1);
        let work = |batch: &&[usize]| {
            let read: Vec<(Read, Read)> = batch.iter().map(|number| (self.read)(*number)).collect::<Result<_, _>>()?;
            let alignments = {
                let sides: Vec<(Side<'_>, Side<'_>)> = read
                    .iter()
                    .map(|(source, target)| (source.side(Scope::Content).0, target.side(Scope::Content).0))
                    .collect();
                let parts = parts(&sides).into_iter();
                parts.flat_map(|part| align_together(&sides[part], known, self.options)).collect::<Vec<_>>()
            };
            let done = read.into_iter().zip(alignments).map(|((source, target), alignment)| {
                progress.step();
                Aligned::new(source, target, alignment, (known, before), self.options)
            });
            Ok(done.collect::<Vec<_>>())
        };
        in_order(batches, work, |batch, done| {
            for (number, (aligned, alignment)) in batch.iter().zip(done) {
                let (source, target) = (aligned.source.side(Scope::Content).0, aligned.target.side(Scope::Content).0);
                learner.observe(&source, &target, &alignment);
                take(*number, aligned)?;
            }
            Ok::<(), Failure>(())
        })?;
        Ok(learner.lexicon())
    }
}

/// How many pairs are aligned as one at most.
const TOGETHER: usize = 64;

/// Runs of pairs that have no more segments together than memory is meant to hold; a longer pair is by itself.
fn parts(sides: &[(Side<'_>, Side<'_>)]) -> Vec<Range<usize>> {
    /// Segments of both sides.
    const MOST: usize = 20_000;
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut sum = 0;
    for (number, (source, target)) in sides.iter().enumerate() {
        let own = source.segments.len() + target.segments.len();
        match parts.last_mut() {
            Some(part) if sum + own <= MOST => (part.end, sum) = (number + 1, sum + own),
            _ => {
                parts.push(number..number + 1);
                sum = own;
            }
        }
    }
    parts
}
