//! Many pairs of texts aligned, with one lexicon learnt over all of them where that is wanted.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_core::align::{Alignment, Learner, Lexicon, Options, Resources, Side, align_together};
use hexapla_core::document::Scope;
use hexapla_core::language::Language;
use hexapla_project::{Progress, Stage, Teaching, in_order};

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
    pub(crate) lexicon: &'a (dyn Fn(&Languages) -> Result<Option<Lexicon>, Failure> + Sync),
    /// Limits of the search.
    pub(crate) options: &'a Options,
}

/// Whether pairs teach each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Learn {
    /// Each is aligned by itself.
    Nothing,
    /// One lexicon is learnt over all pairs of a language, and every pair is aligned with it.
    OverAll,
    /// The same, and what the last alignments teach is given back.
    AndKeep,
}

/// What was read of a pair, and its alignment.
type Done = ((Read, Read), Alignment);

impl Work<'_> {
    /// Aligns all pairs, language by language, and hands each with its number to `take`; the order within a language
    /// is that of the pairs. Gives the lexicons that were learnt, where they are to be kept.
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
        let mut kept = BTreeMap::new();
        for (languages, numbers) in groups {
            let learner = || self.teaching.learner(&languages.0, &languages.1);
            let lexicon = (self.lexicon)(languages)?;
            // Whether texts are translations is told by what was known before anything was learnt from them.
            let before = self.teaching.resources(&languages.0, &languages.1, lexicon.as_ref());
            let together = if learn == Learn::Nothing { 1 } else { TOGETHER };
            let batches: Vec<&[usize]> = numbers.chunks(together).collect();
            let mut taught = None;
            if learn != Learn::Nothing && batches.len() > 1 {
                progress.begin(Stage::Learning, numbers.len());
                let learnt = self.learnt(&batches, learner(), &before, progress)?;
                let lexicon = match &lexicon {
                    Some(known) => learnt.joined(known),
                    None => learnt,
                };
                taught = Some(Resources { lexicon: Some(lexicon), dictionaries: before.dictionaries.clone() });
            }
            let known = taught.as_ref().unwrap_or(&before);
            progress.begin(Stage::Pages, numbers.len());
            let work = |batch: &&[usize]| {
                let done = self.aligned(batch, known)?.into_iter().map(|((source, target), alignment)| {
                    progress.step();
                    Aligned::new(source, target, alignment, (known, &before), self.options)
                });
                Ok(done.collect::<Vec<_>>())
            };
            let mut learner = (learn == Learn::AndKeep).then(learner);
            in_order(&batches, work, |batch, done| {
                for (number, (aligned, alignment)) in batch.iter().zip(done) {
                    if let Some(learner) = &mut learner {
                        observe(learner, &aligned.source, &aligned.target, &alignment);
                    }
                    take(*number, aligned)?;
                }
                Ok::<(), Failure>(())
            })?;
            if let Some(learner) = learner {
                kept.insert(languages.clone(), learner.lexicon());
            }
        }
        Ok(kept)
    }

    /// What all pairs of two languages teach, each batch aligned by itself.
    fn learnt(
        &self,
        batches: &[&[usize]],
        mut learner: Learner,
        known: &Resources,
        progress: &dyn Progress,
    ) -> Result<Lexicon, Failure> {
        let work = |batch: &&[usize]| {
            let done = self.aligned(batch, known)?;
            batch.iter().for_each(|_| progress.step());
            Ok::<Vec<Done>, Failure>(done)
        };
        in_order(batches, work, |_, done| {
            for ((source, target), alignment) in &done {
                observe(&mut learner, source, target, alignment);
            }
            Ok(())
        })?;
        Ok(learner.lexicon())
    }

    /// Reads pairs and aligns their own texts, together.
    fn aligned(&self, batch: &[usize], known: &Resources) -> Result<Vec<Done>, Failure> {
        let read: Vec<(Read, Read)> = batch.iter().map(|number| (self.read)(*number)).collect::<Result<_, _>>()?;
        let alignments: Vec<Alignment> = {
            let sides: Vec<(Side<'_>, Side<'_>)> = read
                .iter()
                .map(|(source, target)| (source.side(Scope::Content).0, target.side(Scope::Content).0))
                .collect();
            parts(&sides).into_iter().flat_map(|part| align_together(&sides[part], known, self.options)).collect()
        };
        Ok(read.into_iter().zip(alignments).collect())
    }
}

fn observe(learner: &mut Learner, source: &Read, target: &Read, alignment: &Alignment) {
    learner.observe(&source.side(Scope::Content).0, &target.side(Scope::Content).0, alignment);
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
