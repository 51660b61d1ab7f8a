//! What the site's own pages teach the aligner: which words of two languages translate each other.
//!
//! One page teaches little, least where it is translated in part. So pages of the whole site are aligned together first,
//! as they stood at a landmark of history: what they teach, and with it what is told of every page, is then the same
//! until the next one, whatever is edited.

use std::collections::BTreeMap;
use std::path::Path;

use hexapla_core::align::{Lexicon, Options, Resources, Side, learn};
use hexapla_core::document::{Scope, SegmentedDocument};
use hexapla_core::language::Language;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Repository;
use super::records::Oid;
use crate::cache::Digest;
use crate::matrix::Matrix;
use crate::page::page_of;
use crate::progress::{Progress, Stage};
use crate::project::Project;

/// So many pages teach; more cost more than they teach.
const PAGES: usize = 64;
/// So many segments of both sides are aligned at once.
const SEGMENTS: usize = 20_000;

/// For each language, the pages that teach it, source and target.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lessons {
    of: BTreeMap<Language, Vec<Pages>>,
}

/// A page and its translation: what stood there, and under which name.
type Pages = [(Oid, String); 2];

/// A lexicon that was learnt before, and from what.
#[derive(Serialize, Deserialize)]
struct Kept {
    from: String,
    lexicon: String,
}

/// What was learnt before, by language.
type Shelf = BTreeMap<String, Kept>;

impl Lessons {
    /// Those of a site: pages all over it.
    pub(crate) fn of(repository: &Repository, matrix: &Matrix) -> Self {
        let landmark = repository.log.landmark();
        let file = |path: &str| {
            let (blob, name) = landmark.file(&format!("{}{path}", repository.prefix))?;
            Some((blob, repository.log.path_name(name).to_owned()))
        };
        let mut of: BTreeMap<Language, Vec<Pages>> = BTreeMap::new();
        for document in &matrix.documents {
            let Some(source) = file(&document.path) else { continue };
            for target in &document.targets {
                if let Some(found) = file(&target.path) {
                    of.entry(target.language.clone()).or_default().push([source.clone(), found]);
                }
            }
        }
        for pages in of.values_mut().filter(|pages| pages.len() > PAGES) {
            *pages = (0..PAGES).map(|number| pages[number * pages.len() / PAGES].clone()).collect();
        }
        Self { of }
    }

    /// A hash of what they are made of.
    pub(crate) fn fingerprint(&self) -> String {
        let digest = |digest: Digest, (language, pages): (&Language, &Vec<Pages>)| {
            digest.field(language.as_str().as_bytes()).field(fingerprint(pages).as_bytes())
        };
        self.of.iter().fold(Digest::new(), digest).end()
    }

    /// What they teach of these languages. What cannot be read teaches nothing.
    pub(crate) fn learn(
        &self,
        repository: &Repository,
        project: &Project,
        languages: &[&Language],
        progress: &dyn Progress,
    ) -> BTreeMap<Language, Lexicon> {
        let name = format!("lexicons-{}", &project.surroundings().end()[..16]);
        let mut shelf: Shelf = project.cache().and_then(|cache| cache.read(&name)).unwrap_or_default();
        let mut lexicons = BTreeMap::new();
        let mut new: Vec<(&Language, &Vec<Pages>)> = Vec::new();
        for (language, pages) in self.of.iter().filter(|(language, _)| languages.contains(language)) {
            let kept = shelf.get(language.as_str()).filter(|kept| kept.from == fingerprint(pages));
            match kept.and_then(|kept| Lexicon::read(&kept.lexicon).ok()) {
                Some(lexicon) => drop(lexicons.insert(language.clone(), lexicon)),
                None => new.push((language, pages)),
            }
        }
        if new.is_empty() {
            return lexicons;
        }
        progress.begin(Stage::Learning, new.len());
        let learnt = |(language, pages): (&Language, &Vec<Pages>)| {
            let lexicon = learnt(repository, project, language, pages);
            progress.step();
            (language.clone(), Kept { from: fingerprint(pages), lexicon: lexicon.write() }, lexicon)
        };
        let learnt: Vec<(Language, Kept, Lexicon)> = new.into_par_iter().map(learnt).collect();
        for (language, kept, lexicon) in learnt {
            shelf.insert(language.as_str().to_owned(), kept);
            lexicons.insert(language, lexicon);
        }
        if let Some(cache) = project.cache() {
            cache.write(&name, &shelf);
            cache.tidy("lexicons-");
        }
        lexicons
    }
}

/// A hash of the pages that teach a language: their texts, and the names by which they are read.
fn fingerprint(pages: &[Pages]) -> String {
    let file =
        |digest: Digest, (blob, name): &(Oid, String)| digest.field(blob.to_string().as_bytes()).field(name.as_bytes());
    pages.iter().flatten().fold(Digest::new(), file).end()
}

/// What pages teach of a language.
fn learnt(repository: &Repository, project: &Project, language: &Language, pages: &[Pages]) -> Lexicon {
    let languages = [&project.config().source.language, language];
    let mut read: Vec<[SegmentedDocument; 2]> = Vec::new();
    let mut segments = 0;
    for files in pages {
        let Ok(found) = repository.objects.read(&files.each_ref().map(|(blob, _)| blob.to_string())) else { continue };
        let page = |number: usize| {
            let bytes = found.get(number)?.as_ref()?;
            let rules = project.rules(languages[number]);
            page_of(bytes, Path::new(&files[number].1), None, project.reading(), rules).ok()
        };
        let (Some(source), Some(target)) = (page(0), page(1)) else { continue };
        let own = source.segments.len() + target.segments.len();
        if segments + own <= SEGMENTS {
            segments += own;
            read.push([source, target]);
        }
    }
    let side = |number: usize, page| Side::of_scope(languages[number], page, Scope::Content).0;
    let sides: Vec<(Side<'_>, Side<'_>)> =
        read.iter().map(|[source, target]| (side(0, source), side(1, target))).collect();
    learn(&sides, &Resources::default(), &Options::default())
}
