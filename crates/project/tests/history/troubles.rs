//! Repositories that are not as one would wish.

use hexapla_project::{HistoryReason, HistoryState, ProjectError};

use crate::repository::{Recipe, Repository, git, report, told, write};

const CONFIG: &str = "[project]\nsource = \"de\"\ntargets = [\"en\"]\nhistory = \"auto\"\n[[documents]]\nsource = \"**/de/*.md\"\ntarget = \"**/{language}/*.md\"\n";
const OLD: &str = "Das Haus am See kostet 5 Euro Eintritt.\n\nEs ist sehr alt.\n";
const NEW: &str = "Das Haus am See kostet 7 Euro Eintritt.\n\nEs ist sehr alt.\n";
const ENGLISH: &str = "The house by the lake costs 5 euros.\n\nIt is very old.\n";
const STALE: &str = "en stale Das Haus am See kostet 7 Euro Eintritt.";

fn stale_at(directory: &str) -> Repository {
    let [config, german, english] = ["hexapla.toml", "de/a.md", "en/a.md"].map(|path| format!("{directory}{path}"));
    let commits: [&[(&str, &str)]; 3] =
        [&[(&config, CONFIG), (&german, OLD), (&english, ENGLISH)], &[(&german, NEW)], &[("README", "x")]];
    Recipe::line(&commits).make()
}

fn reason(outcome: Result<hexapla_project::Report, ProjectError>) -> HistoryReason {
    match outcome {
        Err(ProjectError::NoHistory { reason }) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_repository_is_a_note_unless_history_is_required() {
    let directory = tempfile::tempdir().unwrap();
    write(directory.path(), "hexapla.toml", CONFIG);
    write(directory.path(), "de/a.md", OLD);
    write(directory.path(), "en/a.md", ENGLISH);
    let found = report(directory.path()).unwrap();
    assert_eq!(found.history, HistoryState::Absent(HistoryReason::NotARepository));
    assert!(told(&found).iter().all(|line| line.starts_with("en unverified")), "{:?}", told(&found));
    write(directory.path(), "hexapla.toml", &CONFIG.replace("auto", "require"));
    assert_eq!(reason(report(directory.path())), HistoryReason::NotARepository);
    git(directory.path(), &["init", "--quiet"]);
    assert_eq!(reason(report(directory.path())), HistoryReason::NoCommits);
}

#[test]
fn pages_outside_the_history_are_unknown() {
    let repository = Recipe::line(&[&[("README", "x")], &[("README", "y")]]).make();
    repository.write("hexapla.toml", CONFIG);
    repository.write("de/a.md", OLD);
    repository.write("en/a.md", ENGLISH);
    assert!(told(&repository.report()).iter().all(|line| line.starts_with("en unverified")));
}

#[test]
fn one_single_commit_tells_nothing() {
    let repository = Recipe::line(&[&[("hexapla.toml", CONFIG), ("de/a.md", OLD), ("en/a.md", ENGLISH)]]).make();
    let found = repository.report();
    assert!(found.history.is_squashed());
    assert!(told(&found).iter().all(|line| line.starts_with("en unverified")), "{:?}", told(&found));
    // What is edited since is stale all the same.
    repository.write("de/a.md", NEW);
    assert!(told(&repository.report()).contains(&STALE.to_owned()));
}

#[test]
fn a_shallow_clone_is_refused() {
    let repository = stale_at("");
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.root().display());
    git(clone.path(), &["clone", "--quiet", "--depth=1", &from, "x"]);
    let clone = clone.path().join("x");
    assert_eq!(reason(report(&clone)), HistoryReason::Shallow);
    write(&clone, "hexapla.toml", &CONFIG.replace("auto", "off"));
    assert!(report(&clone).is_ok());
}

#[test]
fn a_partial_clone_is_refused_where_files_are_not_here() {
    let repository = stale_at("");
    repository.git(&["config", "uploadpack.allowFilter", "true"]);
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.root().display());
    git(clone.path(), &["clone", "--quiet", "--filter=blob:none", &from, "x"]);
    assert_eq!(reason(report(&clone.path().join("x"))), HistoryReason::Incomplete);
}

#[test]
fn places_where_a_project_may_lie() {
    let check = |repository: &Repository, at: &str| {
        let root = repository.root().join(at);
        assert_eq!(told(&report(&root).unwrap()), [STALE], "{at}");
    };
    check(&stale_at(""), "");
    check(&stale_at("docs/site/"), "docs/site");
    check(&stale_at("Mit Leerzeichen/"), "Mit Leerzeichen");
    check(&stale_at("موقع/"), "موقع");

    let repository = stale_at("");
    repository.git(&["checkout", "--quiet", "--detach"]);
    check(&repository, "");

    let bare = tempfile::tempdir().unwrap();
    let from = repository.root().to_str().unwrap();
    git(bare.path(), &["clone", "--quiet", "--bare", from, "bare.git"]);
    git(&bare.path().join("bare.git"), &["worktree", "add", "--quiet", "../tree", "main"]);
    assert_eq!(told(&report(&bare.path().join("tree")).unwrap()), [STALE]);

    let outer = Recipe::line(&[&[("README", "x")]]).make();
    outer.git(&["submodule", "--quiet", "add", from, "inner"]);
    check(&outer, "inner");

    std::fs::remove_dir_all(outer.root().join(".git/modules")).unwrap();
    assert!(matches!(reason(report(&outer.root().join("inner"))), HistoryReason::Broken { .. }));
}

#[test]
fn names_of_pages() {
    for name in ["mit Leerzeichen", "صفحة", "zwei\nZeilen", "ein\"Zeichen", "ü"] {
        let [german, english] = ["de", "en"].map(|language| format!("{language}/{name}.md"));
        let commits: [&[(&str, &str)]; 2] =
            [&[("hexapla.toml", CONFIG), (&german, OLD), (&english, ENGLISH)], &[(&german, NEW)]];
        assert_eq!(told(&Recipe::line(&commits).make().report()), [STALE], "{name:?}");
    }
}

#[test]
fn a_damaged_repository_is_refused() {
    let repository = stale_at("");
    let objects = repository.root().join(".git/objects");
    for directory in std::fs::read_dir(objects).unwrap().map(|entry| entry.unwrap().path()) {
        if directory.file_name().is_some_and(|name| name.len() == 2) {
            std::fs::remove_dir_all(directory).unwrap();
        }
    }
    assert!(matches!(reason(report(repository.root())), HistoryReason::Broken { .. } | HistoryReason::Incomplete));
}
