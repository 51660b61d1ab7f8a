//! Many pairs of texts aligned, with one lexicon learnt over all of them where that is wanted.

use std::collections::BTreeMap;

use hexapla_core::align::{Lexicon, Options, Relation, Resources, align, relation};
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
    /// What is learnt is learnt as [`hexapla_core::align::learn`] does, but over threads, and from the user's memories
    /// too.
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
            let mut relations: BTreeMap<usize, Relation> = BTreeMap::new();
            let rounds = if numbers.len() > 1 { ROUNDS } else { 1 };
            if learn == Learn::OverAll {
                progress.begin(Stage::Learning, rounds * numbers.len());
                for _ in 0..rounds {
                    let lexicon = self.round(languages, &numbers, &known, &mut relations, progress)?;
                    learnt.insert(languages.clone(), lexicon.clone());
                    // A single pair has nothing to learn from others, and from itself it learns while it is aligned.
                    if numbers.len() > 1 {
                        known.lexicon = Some(before.as_ref().map_or(lexicon.clone(), |known| joined(&lexicon, known)));
                    }
                }
            }
            progress.begin(Stage::Pages, numbers.len());
            let work = |number: &usize| {
                let (source, target) = (self.read)(*number)?;
                let judged = relations.get(number).copied();
                let aligned = Aligned::new(source, target, &known, self.options, |source, target, alignment| {
                    judged.unwrap_or_else(|| relation(source, target, alignment, &known))
                });
                progress.step();
                Ok(aligned)
            };
            in_order(&numbers, work, |number, aligned| take(*number, aligned))?;
        }
        Ok(learnt)
    }

    /// Aligns all pairs of two languages once, and gives what they teach. Whether they are translations is told in the
    /// first round, by what was known before.
    fn round(
        &self,
        languages: &Languages,
        numbers: &[usize],
        known: &Resources,
        relations: &mut BTreeMap<usize, Relation>,
        progress: &dyn Progress,
    ) -> Result<Lexicon, Failure> {
        let mut learner = self.teaching.learner(&languages.0, &languages.1);
        let first = relations.is_empty();
        let work = |number: &usize| {
            let (source, target) = (self.read)(*number)?;
            let (from, to) = (source.side(Scope::Content).0, target.side(Scope::Content).0);
            let alignment = align(&from, &to, known, self.options);
            let judged = first.then(|| relation(&from, &to, &alignment, known));
            progress.step();
            Ok((source, target, alignment, judged))
        };
        in_order(numbers, work, |number, (source, target, alignment, judged)| {
            learner.observe(&source.side(Scope::Content).0, &target.side(Scope::Content).0, &alignment);
            relations.extend(judged.map(|judged| (*number, judged)));
            Ok::<(), Failure>(())
        })?;
        Ok(learner.lexicon())
    }
}

/// How often all pairs are aligned to learn from them.
const ROUNDS: usize = 2;
