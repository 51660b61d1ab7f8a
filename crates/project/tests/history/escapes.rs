//! Links and paths that lead round in circles or out of the project, and repositories of somebody else.

use hexapla_project::{HistoryReason, Project, ProjectError};

use crate::repository::{Recipe, Repository, report, told, write};

const CONFIG: &str = "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/**/*.md\"\ntarget = \"{language}/**/*.md\"\n";
const GERMAN: &str = "Das Haus am See kostet 7 Euro Eintritt.\n";
const ENGLISH: &str = "The house by the lake costs 5 euros.\n";
const STALE: &str = "en stale Das Haus am See kostet 7 Euro Eintritt.";

fn stale() -> Repository {
    let old = GERMAN.replace('7', "5");
    let commits: [&[(&str, &str)]; 2] =
        [&[("hexapla.toml", CONFIG), ("de/a.md", &old), ("en/a.md", ENGLISH)], &[("de/a.md", GERMAN)]];
    Recipe::line(&commits).make()
}

#[cfg(unix)]
#[test]
fn links_that_go_round_are_told_and_not_followed() {
    use std::os::unix::fs::symlink;
    let repository = stale();
    let at = |path: &str| repository.root().join(path);
    symlink("..", at("de/oben")).unwrap();
    symlink(".", at("en/hier")).unwrap();
    symlink("runde.md", at("de/runde.md")).unwrap();
    symlink("b.md", at("en/c.md")).unwrap();
    symlink("c.md", at("en/b.md")).unwrap();
    let found = told(&repository.report());
    assert!(found.contains(&STALE.to_owned()), "{found:?}");
    assert!(found.iter().any(|line| line.starts_with("en unreadable-page")), "{found:?}");
    assert!(found.iter().all(|line| !line.contains("oben") && !line.contains("hier")), "{found:?}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_no_pages() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "geheim.md", "Das Geheimnis ist blau.\n");
    let repository = stale();
    symlink(outside.path().join("geheim.md"), repository.root().join("de/geheim.md")).unwrap();
    symlink(outside.path(), repository.root().join("de/fern")).unwrap();
    assert_eq!(told(&repository.report()), [STALE]);
    // One that leads to another page of the project is a page.
    symlink("a.md", repository.root().join("de/b.md")).unwrap();
    assert!(told(&repository.report()).contains(&STALE.replace("stale", "missing-page")));
}

#[test]
fn paths_of_the_configuration_stay_inside() {
    let check = |what: &str, config: &str| {
        let directory = tempfile::tempdir().unwrap();
        let project = directory.path().join("inside");
        write(&project, "hexapla.toml", config);
        write(&project, "de/a.md", GERMAN);
        write(&project, "en/a.md", ENGLISH);
        write(directory.path(), "de/b.md", GERMAN);
        match Project::open(&project) {
            Err(ProjectError::Configuration { .. }) => {}
            other => panic!("{what}: {:?}", other.map(|project| project.root().to_owned())),
        }
    };
    let without = |line: &str| CONFIG.replace("[[documents]]", &format!("{line}\n[[documents]]"));
    for path in ["../de/*.md", "/de/*.md", "de/../../de/*.md"] {
        check(path, &CONFIG.replace("de/**/*.md", path).replace("{language}/**/*.md", "{language}/*.md"));
    }
    check("target", &CONFIG.replace("{language}/**", "../{language}/**"));
    check("memory", &without("memory = \"../memory\""));
    check("memory, absolute", &without("memory = \"/tmp/memory\""));
    check("skip", &without("skip = [\"../x/*\"]"));
    check("baseline", &format!("{CONFIG}[gate]\nbaseline = \"../known\"\n"));
    check("baseline, absolute", &format!("{CONFIG}[gate]\nbaseline = \"/tmp/known\"\n"));
    check("rules", &format!("{CONFIG}[segmentation]\nrules = \"../rules.srx\"\n"));
    check("ignore-revs", &format!("{CONFIG}[history]\nignore-revs = \"../revs\"\n"));
    check("pairs", &format!("{CONFIG}[pairs]\n\"de/a.md\" = {{ en = \"../en/a.md\" }}\n"));
}

/// Needs a file that is somebody else's: only the superuser can make one.
#[cfg(unix)]
#[test]
fn a_repository_of_somebody_else_is_refused() {
    use std::io::Write as _;
    use std::os::unix::fs::chown;
    let repository = stale();
    let all = ["", ".git"].map(|path| repository.root().join(path));
    if all.iter().any(|path| chown(path, Some(54_321), Some(54_321)).is_err()) {
        let _ = writeln!(std::io::stderr(), "SKIPPED: only root can give a repository to somebody else");
        return;
    }
    // Where every repository is trusted by configuration, there is nothing to refuse.
    match report(repository.root()) {
        Err(ProjectError::NoHistory { reason }) => assert_eq!(reason, HistoryReason::DubiousOwnership),
        Ok(found) => assert_eq!(told(&found), [STALE]),
        other => panic!("{other:?}"),
    }
}
