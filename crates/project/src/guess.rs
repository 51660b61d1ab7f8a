//! Which page belongs to which where no pattern says so: by the links between them, and by what they say.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use hexapla_core::align::{Counterpart, Learner, Options, Relation, Resources, Side, align, counterparts, relation};
use hexapla_core::document::{Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::status::written_in;
use hexapla_formats::Format;
use regex::bytes::Regex;

use crate::error::ProjectError;
use crate::links::Site;
use crate::matrix::{self, Document, Matrix, Pairing, Presence, Target};
use crate::page::declared_language;
use crate::parallel::in_order;
use crate::progress::{Progress, Stage};
use crate::project::Project;
use crate::tree;

/// A pair of pages that probably belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The source page, relative to the project.
    pub source: String,
    /// What is probably its translation.
    pub target: String,
    /// The language of the translation.
    pub language: Language,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
}

/// Less sure guesses are not worth telling.
const LEAST: f32 = 0.3;

impl Project {
    /// The documents of the project by its languages.
    pub fn matrix(&self) -> Result<Matrix, ProjectError> {
        let mut matrix = matrix::pair(self.config(), &tree::files(self.root())?, self.config_path())?;
        by_links(self, &mut matrix);
        Ok(matrix)
    }
}

/// Pairs the pages that links name as translations of each other: `hreflang`, a language switcher.
///
/// Only pages that no pattern has paired are looked at, and of them only those that could name each other, so that a
/// site whose paths tell everything is not read for this.
fn by_links(project: &Project, matrix: &mut Matrix) {
    let free: BTreeSet<String> =
        free(project, matrix).into_iter().filter(|path| !is_of_another_language(path, project)).collect();
    let is_missing = |target: &&Target| target.presence == Presence::Missing;
    let open = |document: &&Document| document.targets.iter().any(|target| is_missing(&target));
    let open: Vec<&Document> = matrix.documents.iter().filter(open).collect();
    let Some(names) = names_of(&free).filter(|_| !open.is_empty()) else { return };
    let site = Site::new(open.iter().map(|document| document.path.as_str()).chain(free.iter().map(String::as_str)));
    let source_language = &project.config().source.language;
    // A page that cannot be read is told elsewhere.
    let links = |path: &str, may_link: &Regex| {
        let may = std::fs::read(project.path_of(path)).is_ok_and(|bytes| may_link.is_match(&bytes));
        may.then(|| project.read(path, source_language).ok()).flatten()
    };
    let mut found: BTreeMap<(String, Language), String> = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let forward = |document: &&Document| Ok::<_, ()>(links(&document.path, &names).map(|page| alternates(&page)));
    let outcome = in_order(&open, forward, |document, alternates| {
        for (language, href) in alternates.into_iter().flatten() {
            let mut missing = document.targets.iter().filter(is_missing);
            let Some(target) = missing.find(|target| target.language.matches(&language).is_some()) else { continue };
            if let Some(page) = site.page(&document.path, &href).filter(|page| free.contains(*page))
                && let Entry::Vacant(place) = found.entry((document.path.clone(), target.language.clone()))
                && taken.insert(page.to_owned())
            {
                place.insert(page.to_owned());
            }
        }
        Ok(())
    });
    debug_assert!(outcome.is_ok());
    let Ok(names_links) = Regex::new("hreflang") else { return };
    for path in free.iter().filter(|path| !taken.contains(*path)) {
        let Some(page) = links(path, &names_links) else { continue };
        let source = alternates(&page)
            .into_iter()
            .filter(|(language, _)| language.matches(source_language).is_some())
            .find_map(|(_, href)| site.page(path, &href));
        let Some(document) = source.and_then(|source| open.iter().find(|document| document.path == source)) else {
            continue;
        };
        let Some(language) = language_of(path, &page, &project.languages()[1..]) else { continue };
        if document.targets.iter().filter(is_missing).any(|target| target.language == language) {
            found.entry((document.path.clone(), language)).or_insert_with(|| path.clone());
        }
    }
    for ((source, language), path) in found {
        matrix.orphans.retain(|orphan| orphan.path != path);
        matrix.unmatched.retain(|other| *other != path);
        let targets = matrix.documents.iter_mut().filter(|document| document.path == source);
        for target in targets.flat_map(|document| &mut document.targets).filter(|target| target.language == language) {
            target.path.clone_from(&path);
            (target.presence, target.pairing) = (Presence::Present, Pairing::Link);
        }
    }
}

/// What a page must say to link to one of these: the names of their files. `None` where there are none, or so many that
/// they are no leftovers.
fn names_of(pages: &BTreeSet<String>) -> Option<Regex> {
    const MOST: usize = 2000;
    let names: BTreeSet<String> = pages
        .iter()
        .map(|page| {
            let file = page.rsplit('/').next().unwrap_or(page);
            let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
            match name {
                // Links may name only the directory.
                "index" | "_index" | "README" | "readme" => "hreflang|href=|\\]\\(".to_owned(),
                _ if name.is_ascii() => regex::escape(name),
                _ => format!("{}|%[0-9A-Fa-f]{{2}}", regex::escape(name)),
            }
        })
        .collect();
    let pattern = names.iter().map(String::as_str).collect::<Vec<_>>().join("|");
    (!names.is_empty() && names.len() <= MOST).then(|| Regex::new(&pattern).ok())?
}

/// Whether a directory or an ending in a path names a language that the project does not translate into.
fn is_of_another_language(path: &str, project: &Project) -> bool {
    let known = project.languages();
    let named = path.split(['/', '.']).find(|part| {
        let primary = part.split(['-', '_']).next().unwrap_or(part);
        primary.len() == 2 && primary.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let named = named.and_then(|part| Language::named(part).ok());
    named.is_some_and(|named| !known.iter().any(|language| language.matches(&named).is_some()))
}

/// Pages that belong to nothing.
fn free(project: &Project, matrix: &Matrix) -> Vec<String> {
    let orphans = matrix.orphans.iter().map(|orphan| &orphan.path);
    let memory = project.config().memory.trim_end_matches('/').to_owned() + "/";
    let pages = orphans.chain(&matrix.unmatched).filter(|path| Format::of_path(path).is_some());
    let mut pages: Vec<String> = pages.filter(|path| !path.starts_with(&memory)).cloned().collect();
    pages.sort_unstable();
    pages
}

fn alternates(page: &SegmentedDocument) -> Vec<(Language, String)> {
    let alternates = page.document.alternates.iter();
    alternates.filter_map(|other| Some((Language::named(&other.language).ok()?, other.href.clone()?))).collect()
}

/// The language of a page among these: as it declares it, as its path names it, or as it seems.
fn language_of(path: &str, page: &SegmentedDocument, among: &[Language]) -> Option<Language> {
    let best = |wanted: &Language| -> Option<Language> {
        let fits = among.iter().filter_map(|language| Some((language.matches(wanted)?, language)));
        fits.max_by_key(|(fit, _)| *fit).map(|(_, language)| language.clone())
    };
    if let Some(declared) = declared_language(&page.document) {
        return best(&declared);
    }
    let mut parts = path.split(['/', '.', '_']).rev().skip(1);
    let named = parts.find_map(|part| among.iter().find(|language| language.as_str() == part));
    named.cloned().or_else(|| best(&written_in(&page.document.file)?))
}

impl Project {
    /// Guesses by what they say which of the pages that belong to nothing are translations of which source pages; the
    /// surest first. Source pages that no pattern matches are looked at, too.
    ///
    /// # Errors
    ///
    /// What [`Project::matrix`] and [`Project::resources`] fail with. Pages that cannot be read are passed over; reports
    /// tell of them.
    pub fn guess(&self, matrix: &Matrix, progress: &dyn Progress) -> Result<Vec<Guess>, ProjectError> {
        let languages = self.languages();
        let (source_language, targets) = (&self.config().source.language, &languages[1..]);
        let resources = self.resources(progress)?;
        let mut by_language: BTreeMap<Language, Vec<(String, SegmentedDocument)>> = BTreeMap::new();
        let mut sources: Vec<(String, SegmentedDocument)> = Vec::new();
        let free = free(self, matrix);
        let paths: Vec<(&String, bool)> = matrix
            .documents
            .iter()
            .filter(|document| document.targets.iter().any(|target| target.presence == Presence::Missing))
            .map(|document| (&document.path, true))
            .chain(free.iter().map(|path| (path, false)))
            .collect();
        progress.begin(Stage::Pages, paths.len());
        let read = |(path, is_source): &(&String, bool)| {
            progress.step();
            let page = self.read(path, source_language).ok();
            Ok::<_, ProjectError>(page.and_then(|page| {
                let language = match is_source {
                    true => source_language.clone(),
                    false => language_of(path, &page, &languages)?,
                };
                // Cut again by the rules of its language.
                let is_cut = language == *source_language;
                Some((
                    if is_cut { page } else { SegmentedDocument::new(page.document, self.rules(&language)) },
                    language,
                ))
            }))
        };
        in_order(&paths, read, |(path, _), read| {
            match read {
                Some((page, language)) if language == *source_language => sources.push(((*path).clone(), page)),
                Some((page, language)) => by_language.entry(language).or_default().push(((*path).clone(), page)),
                None => {}
            }
            Ok(())
        })?;
        let mut guesses = Vec::new();
        for language in targets {
            let Some(pages) = by_language.get(language) else { continue };
            let has_one = |path: &str| {
                let document = matrix.documents.iter().find(|document| document.path == path);
                document.is_some_and(|document| {
                    let mut targets = document.targets.iter().filter(|target| target.language == *language);
                    targets.any(|target| target.presence != Presence::Missing)
                })
            };
            let open: Vec<&(String, SegmentedDocument)> = sources.iter().filter(|(path, _)| !has_one(path)).collect();
            let matched = matched(
                &open.iter().map(|(_, page)| side(source_language, page)).collect::<Vec<_>>(),
                &pages.iter().map(|(_, page)| side(language, page)).collect::<Vec<_>>(),
                resources(language),
            );
            guesses.extend(matched.into_iter().map(|(source, target, confidence)| Guess {
                source: open[source].0.clone(),
                target: pages[target].0.clone(),
                language: language.clone(),
                confidence,
            }));
        }
        guesses.retain(|guess| guess.confidence >= LEAST);
        guesses.sort_by(|a, b| {
            b.confidence.total_cmp(&a.confidence).then_with(|| (&a.source, &a.target).cmp(&(&b.source, &b.target)))
        });
        Ok(guesses)
    }
}

fn side<'a>(language: &'a Language, page: &'a SegmentedDocument) -> Side<'a> {
    Side::of_scope(language, page, Scope::Content).0
}

/// Pairs texts with each other, each with one at most. What the surest pairs teach helps with the others.
fn matched(sources: &[Side<'_>], targets: &[Side<'_>], mut known: Resources) -> Vec<(usize, usize, f32)> {
    /// Pairs that are as sure as this teach.
    const TEACHES: f64 = 0.6;
    let mut pairs = chosen(&counterparts(sources, targets, &known));
    let sure: Vec<&(usize, usize, f64)> = pairs.iter().filter(|(.., sure)| *sure >= TEACHES).collect();
    if sure.len() >= 2 {
        let mut learner = Learner::new();
        for (source, target, _) in sure {
            let (source, target) = (&sources[*source], &targets[*target]);
            learner.observe(source, target, &align(source, target, &known, &Options::default()));
        }
        let learnt = learner.lexicon();
        known.lexicon = Some(known.lexicon.as_ref().map_or(learnt.clone(), |lexicon| lexicon.joined(&learnt)));
        pairs = chosen(&counterparts(sources, targets, &known));
    }
    let judged = pairs.into_iter().map(|(source, target, sure)| {
        let (from, to) = (&sources[source], &targets[target]);
        let alignment = align(from, to, &known, &Options::default());
        let sure = match relation(from, to, &alignment, &known) {
            Relation::Translation => sure + (1.0 - sure) * 0.6,
            Relation::Unclear => sure * 0.9,
            Relation::Unrelated => sure * 0.3,
        };
        // A guess is never certain.
        (source, target, sure.min(0.99) as f32)
    });
    judged.collect()
}

/// The best pairs, no text in two of them, and how sure each is: the more it stands out from its rivals, and the more
/// the two have in common.
fn chosen(candidates: &[Counterpart]) -> Vec<(usize, usize, f64)> {
    let mut by_likeness: Vec<&Counterpart> = candidates.iter().collect();
    by_likeness.sort_by(|a, b| {
        b.likeness.total_cmp(&a.likeness).then_with(|| (a.source, a.target).cmp(&(b.source, b.target)))
    });
    let (mut of_source, mut of_target) = (BTreeMap::<usize, f64>::new(), BTreeMap::<usize, f64>::new());
    let mut pairs: Vec<&Counterpart> = Vec::new();
    for pair in by_likeness {
        if !of_source.contains_key(&pair.source) && !of_target.contains_key(&pair.target) {
            of_source.insert(pair.source, pair.likeness);
            of_target.insert(pair.target, pair.likeness);
            pairs.push(pair);
        }
    }
    // A rival that fits somebody else much better is none.
    let is_settled = |other: &Counterpart, best: Option<&f64>| best.is_some_and(|best| *best > 1.5 * other.likeness);
    let sure = |pair: &Counterpart| {
        let rivals = candidates.iter().filter(|other| (other.source == pair.source) != (other.target == pair.target));
        let rivals = rivals.filter(|other| {
            let taken =
                if other.source == pair.source { of_target.get(&other.target) } else { of_source.get(&other.source) };
            !is_settled(other, taken)
        });
        let rival = rivals.map(|other| other.likeness).fold(0.0, f64::max);
        let stands_out = (1.0 - rival / pair.likeness.max(1e-9)).max(0.0).cbrt();
        (1.0 - (-pair.evidence / 3.0).exp()) * stands_out
    };
    pairs.into_iter().map(|pair| (pair.source, pair.target, sure(pair))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_link_takes_no_page_away() {
        let directory = tempfile::tempdir().unwrap();
        let link =
            |language: &str, href: &str| format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{href}\">");
        let page = |links: &str| format!("<html><head>{links}</head><body><p>Text.</p></body></html>");
        for (path, text) in [
            (
                "hexapla.toml",
                "[project]\nsource = \"de\"\ntargets = [\"en\"]\n\
                 [[documents]]\nsource = \"de/*.html\"\ntarget = \"{language}/*.html\"\n"
                    .to_owned(),
            ),
            ("de/a.html", page(&(link("en", "../en/one.html") + &link("en", "../en/two.html")))),
            ("de/b.html", page("")),
            ("en/one.html", page("")),
            ("en/two.html", page(&link("de", "../de/b.html"))),
        ] {
            crate::write_file(&directory.path().join(path), text.as_bytes()).unwrap();
        }
        let matrix = Project::open(directory.path()).unwrap().matrix().unwrap();
        let pairs: Vec<(&str, &str)> = matrix
            .documents
            .iter()
            .flat_map(|document| document.targets.iter().map(|target| (document.path.as_str(), target.path.as_str())))
            .collect();
        assert_eq!(pairs, [("de/a.html", "en/one.html"), ("de/b.html", "en/two.html")]);
    }

    #[test]
    fn no_text_is_in_two_pairs_and_rivals_cost_confidence() {
        let check = |candidates: &[(usize, usize, f64)], want: &[(usize, usize, f64)]| {
            let candidates: Vec<Counterpart> = candidates
                .iter()
                .map(|(source, target, likeness)| Counterpart {
                    source: *source,
                    target: *target,
                    likeness: *likeness,
                    evidence: 100.0,
                })
                .collect();
            let found: Vec<_> =
                chosen(&candidates).into_iter().map(|(s, t, c)| (s, t, (c * 100.0).round() / 100.0)).collect();
            assert_eq!(found, want, "{candidates:?}");
        };
        check(&[], &[]);
        check(&[(0, 0, 0.5)], &[(0, 0, 1.0)]);
        check(&[(0, 0, 0.4), (0, 1, 0.5), (1, 1, 0.1)], &[(0, 1, 0.58)]);
        check(&[(0, 0, 0.9), (0, 1, 0.2), (1, 1, 0.5)], &[(0, 0, 1.0), (1, 1, 1.0)]);
        check(&[(0, 0, 0.5), (0, 1, 0.5)], &[(0, 0, 0.0)]);
    }
}
