//! What was worked out before is told again, and only while it is true.

use std::path::Path;

use hexapla_core::status::Finding;
use hexapla_project::{Project, Report, Selection, Silent};

use crate::generator::make;
use crate::repository::Repository;

fn report(repository: &Repository, cache: Option<&Path>) -> Report {
    let project = Project::open(repository.root()).unwrap();
    let project = cache.map_or_else(|| Project::open(repository.root()).unwrap(), |cache| project.with_cache(cache));
    project.report(&Selection::default(), &Silent).unwrap()
}

/// With the cache and without it, the same is found.
fn check(repository: &Repository, cache: &Path, when: &str) -> Vec<Finding> {
    let (with, without) = (report(repository, Some(cache)), report(repository, None));
    assert_eq!(with.findings, without.findings, "{when}");
    assert_eq!(with.history, without.history, "{when}");
    for language in &without.languages {
        assert_eq!(with.coverage(language), without.coverage(language), "{when}");
    }
    with.findings
}

fn files(directory: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(files(&entry)) } else { found.push(entry) }
    }
    found
}

#[test]
fn the_cache_changes_nothing() {
    let repository = make(7, 6, 40).repository;
    let cache = tempfile::tempdir().unwrap();
    let first = check(&repository, cache.path(), "first");
    assert!(!first.is_empty());
    assert_eq!(check(&repository, cache.path(), "again"), first);

    let page = repository.git(&["ls-files", "de/*.md"]).lines().next().unwrap().to_owned();
    let text = std::fs::read_to_string(repository.root().join(&page)).unwrap();
    repository.write(&page, &format!("{text}\nEin neuer Satz steht am Ende der Seite.\n"));
    let edited = check(&repository, cache.path(), "edited");
    assert_ne!(edited, first);
    repository.git(&["commit", "--quiet", "--all", "-m", "Neues"]);
    check(&repository, cache.path(), "committed");

    // Back in time, on another branch, and forward again.
    repository.git(&["checkout", "--quiet", "-b", "seitwärts", "HEAD~5"]);
    check(&repository, cache.path(), "earlier");
    repository.write(&page, "# Etwas ganz anderes\n");
    repository.git(&["add", "."]);
    repository.git(&["commit", "--quiet", "-m", "Anderes"]);
    check(&repository, cache.path(), "aside");
    repository.git(&["checkout", "--quiet", "main"]);
    assert_eq!(check(&repository, cache.path(), "back"), check(&repository, cache.path(), "once more"));

    // Commits that renew nothing, and a decision of a person.
    let head = repository.git(&["rev-parse", "HEAD~3"]);
    repository.write(".git-blame-ignore-revs", &head);
    check(&repository, cache.path(), "ignored revisions");
    let project = Project::open(repository.root()).unwrap();
    project.accept(&[], Some(first[0].rule), &Selection::default(), None, "gut so", &Silent).unwrap();
    check(&repository, cache.path(), "accepted");
    check(&repository, cache.path(), "accepted, again");
}

#[test]
fn a_damaged_cache_is_none() {
    let repository = make(8, 4, 25).repository;
    let cache = tempfile::tempdir().unwrap();
    let first = check(&repository, cache.path(), "first");
    type Damage = fn(&[u8]) -> Vec<u8>;
    let damage: [Damage; 4] = [
        |bytes| bytes[..bytes.len() / 2].to_vec(),
        |_| Vec::new(),
        |bytes| bytes.iter().map(|byte| if *byte == b'0' { b'1' } else { *byte }).collect(),
        |_| b"\xFF\xFE no cache".to_vec(),
    ];
    for damage in damage {
        for file in files(cache.path()) {
            let bytes = std::fs::read(&file).unwrap();
            std::fs::write(&file, damage(&bytes)).unwrap();
        }
        assert_eq!(check(&repository, cache.path(), "damaged"), first);
    }
    // A directory that cannot be one.
    let file = cache.path().join("file");
    std::fs::write(&file, "x").unwrap();
    assert_eq!(check(&repository, &file, "no directory"), first);
}

#[test]
fn a_cache_in_the_work_tree_is_not_to_be_committed() {
    let repository = make(9, 3, 10).repository;
    let cache = repository.root().join("zwischen");
    report(&repository, Some(&cache));
    assert!(!files(&cache).is_empty());
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_repository_that_forgot_commits_is_read_anew() {
    let repository = make(10, 3, 12).repository;
    let cache = tempfile::tempdir().unwrap();
    report(&repository, Some(cache.path()));
    repository.git(&["reset", "--quiet", "--hard", "HEAD~2"]);
    repository.git(&["reflog", "expire", "--expire=now", "--all"]);
    repository.git(&["gc", "--quiet", "--prune=now"]);
    repository.write("neu.md", "x\n");
    repository.git(&["add", "neu.md"]);
    repository.git(&["commit", "--quiet", "-m", "Neues"]);
    check(&repository, cache.path(), "forgotten");
}
