//! Which page belongs to which: the documents of a project by its languages.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_core::language::Language;

use crate::config::{Config, FILE_NAME};
use crate::error::ProjectError;
use crate::pattern::{LanguageCodes, Matcher};

/// The documents of a project by its languages, and what is left over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The source pages in the order of their paths, each with its translations in the order of the configuration.
    pub documents: Vec<Document>,
    /// Pages where a translation would stand, but without a source.
    pub orphans: Vec<Orphan>,
    /// Files that no pattern matches.
    pub unmatched: Vec<String>,
    /// Files that the configuration leaves out.
    pub skipped: Vec<String>,
    /// Patterns under `skip` and `not-offered` that match nothing.
    pub idle: Vec<String>,
}

/// A source page and its translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The source page, relative to the project, `/` between parts.
    pub path: String,
    /// Its translations.
    pub targets: Vec<Target>,
}

/// Where a translation stands, or would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The language.
    pub language: Language,
    /// The page, relative to the project.
    pub path: String,
    /// Whether it is there.
    pub presence: Presence,
    /// What says that it belongs there.
    pub pairing: Pairing,
}

/// What says which page a translation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pairing {
    /// The patterns of the configuration.
    #[default]
    Path,
    /// The configuration by name: `[pairs]`.
    Declared,
    /// A link between the pages: `hreflang`, a language switcher.
    Link,
}

/// Whether a page is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It is.
    Present,
    /// It is not, though it should be.
    Missing,
    /// It is not, and is declared so.
    NotOffered,
}

/// A target page without a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// The language that its path names.
    pub language: Language,
    /// Its path, relative to the project.
    pub path: String,
    /// Where its source would stand.
    pub source: String,
}

/// Pairs the files of a project by the patterns of its configuration.
///
/// # Errors
///
/// A pattern that matches no file, and two source pages that claim one target.
pub(crate) fn pair(config: &Config, files: &[String], config_path: &std::path::Path) -> Result<Matrix, ProjectError> {
    let skip: Vec<Matcher> = config.skip.iter().map(|pattern| pattern.matcher(&config.source.path)).collect();
    let (skipped, files): (Vec<&String>, Vec<&String>) =
        files.iter().partition(|path| skip.iter().any(|pattern| pattern.is_match(path)));
    let mut idle: Vec<String> = config
        .skip
        .iter()
        .zip(&skip)
        .filter(|(_, matcher)| !skipped.iter().any(|path| matcher.is_match(path)))
        .map(|(pattern, _)| pattern.as_str().to_owned())
        .collect();
    let present: BTreeSet<&str> = files.iter().map(|path| path.as_str()).collect();
    let not_offered: Vec<(&Language, Vec<Matcher>)> = config
        .not_offered
        .iter()
        .map(|(language, patterns)| (language, patterns.iter().map(|p| p.matcher(&config.source.path)).collect()))
        .collect();
    let target_matchers: Vec<Vec<Matcher>> = config
        .documents
        .iter()
        .map(|entry| config.targets.iter().map(|codes| entry.target.matcher(&codes.path)).collect())
        .collect();
    let is_target = |path: &str| {
        config.pairs.iter().any(|pair| pair.target == path)
            || target_matchers.iter().flatten().any(|matcher| matcher.is_match(path))
    };

    let mut documents: BTreeMap<&str, Document> = BTreeMap::new();
    let mut claimed: BTreeMap<String, &str> = BTreeMap::new();
    for entry in &config.documents {
        let matcher = entry.source.matcher(&config.source.path);
        let mut matched = false;
        for path in files.iter().copied() {
            let Some(wildcards) = matcher.captures(path) else { continue };
            if is_target(path) {
                continue;
            }
            matched = true;
            if documents.contains_key(path.as_str()) {
                continue;
            }
            let mut targets = Vec::new();
            for codes in &config.targets {
                let named = config.pairs.iter().find(|pair| pair.source == *path && pair.language == codes.language);
                let (target, pairing) = match named {
                    Some(pair) => (pair.target.clone(), Pairing::Declared),
                    None => (entry.target.expand(&wildcards, &codes.path), Pairing::Path),
                };
                if let Some(first) = claimed.insert(target.clone(), path) {
                    return Err(ProjectError::TargetClaimedTwice {
                        first: first.to_owned(),
                        second: path.clone(),
                        target,
                    });
                }
                let declared = not_offered.iter().any(|(language, patterns)| {
                    **language == codes.language && patterns.iter().any(|p| p.is_match(path))
                });
                let presence = match (present.contains(target.as_str()), declared) {
                    (true, _) => Presence::Present,
                    (false, true) => Presence::NotOffered,
                    (false, false) => Presence::Missing,
                };
                targets.push(Target { language: codes.language.clone(), path: target, presence, pairing });
            }
            documents.insert(path, Document { path: path.clone(), targets });
        }
        if !matched {
            return Err(ProjectError::PatternMatchesNothing {
                path: config_path.to_owned(),
                at: entry.at,
                pattern: entry.source.as_str().to_owned(),
            });
        }
    }
    if let Some(pair) = config.pairs.iter().find(|pair| !documents.contains_key(pair.source.as_str())) {
        return Err(ProjectError::PatternMatchesNothing {
            path: config_path.to_owned(),
            at: pair.at,
            pattern: pair.source.clone(),
        });
    }
    let orphans = orphans(config, &files, &target_matchers, &claimed);
    for (patterns, (_, matchers)) in config.not_offered.iter().map(|(_, patterns)| patterns).zip(&not_offered) {
        let unused = patterns.iter().zip(matchers);
        let unused = unused.filter(|(_, matcher)| !documents.keys().any(|path| matcher.is_match(path)));
        idle.extend(unused.map(|(pattern, _)| pattern.as_str().to_owned()));
    }
    let unmatched = files
        .into_iter()
        .filter(|path| !documents.contains_key(path.as_str()) && !claimed.contains_key(*path))
        .filter(|path| !orphans.iter().any(|orphan| orphan.path == **path))
        .filter(|path| path.as_str() != FILE_NAME && !is_inside(path, &config.memory))
        .cloned()
        .collect();
    Ok(Matrix {
        documents: documents.into_values().collect(),
        orphans,
        unmatched,
        skipped: skipped.into_iter().cloned().collect(),
        idle,
    })
}

fn is_inside(path: &str, directory: &str) -> bool {
    path.strip_prefix(directory.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/'))
}

fn orphans(
    config: &Config,
    files: &[&String],
    target_matchers: &[Vec<Matcher>],
    claimed: &BTreeMap<String, &str>,
) -> Vec<Orphan> {
    let mut found: Vec<Orphan> = Vec::new();
    for (entry, matchers) in config.documents.iter().zip(target_matchers) {
        for (codes, matcher) in config.targets.iter().zip(matchers) {
            for path in files.iter().copied().filter(|path| !claimed.contains_key(*path)) {
                if let Some(wildcards) = matcher.captures(path)
                    && !found.iter().any(|orphan| orphan.path == *path)
                {
                    let source = entry.source.expand(&wildcards, &config.source.path);
                    found.push(Orphan { language: codes.language.clone(), path: path.clone(), source });
                }
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The codes of a language that is asked for by name: exact, or by its primary subtag where only one fits.
pub(crate) fn target_named<'a>(config: &'a Config, name: &str) -> Result<&'a LanguageCodes, ProjectError> {
    let wanted = Language::named(name)?;
    let best = config
        .targets
        .iter()
        .filter_map(|codes| codes.language.matches(&wanted).map(|fit| (fit, codes)))
        .max_by_key(|(fit, _)| *fit);
    best.map(|(_, codes)| codes).ok_or_else(|| ProjectError::NotATarget {
        language: name.to_owned(),
        known: config.targets.iter().map(|codes| codes.language.to_string()).collect(),
    })
}
