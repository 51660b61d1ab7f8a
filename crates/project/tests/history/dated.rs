//! Memories from history say when every segment was written, and by whom.

use std::collections::BTreeMap;

use hexapla_project::{Exported, HistoryReason, Project, ProjectError, Selection, Silent};
use hexapla_tmx::{Diagnostic, ReadOptions, Reader, Severity, from_tu, validate};

use crate::repository::{Recipe, Repository, write};

const CONFIG: &str = "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";

/// A commit by somebody on some day of 2024.
fn commit(repository: &Repository, author: &str, day: &str, files: &[(&str, &str)]) {
    for (path, text) in files {
        repository.write(path, text);
    }
    repository.git(&["add", "--all"]);
    let (author, date) =
        (format!("--author={author} <{}@example.org>", author.to_lowercase()), format!("2024-{day}T12:00:00Z"));
    repository.git(&["commit", "--quiet", "-m", "Weiter", &author, &format!("--date={date}")]);
}

fn site() -> Repository {
    let repository = Recipe::line(&[&[("hexapla.toml", CONFIG)]]).make();
    let german =
        ["Das Haus ist offen.", "Der Kurs kostet 5 Euro.", "Hunde bleiben vor der Tür.", "Der Garten hat 3 Tore."];
    let english =
        ["The house is open.", "The course costs 5 euros.", "Dogs stay outside the door.", "The garden has 3 gates."];
    let page = |sentences: &[&str]| sentences.join("\n\n") + "\n";
    commit(&repository, "Ada", "01-01", &[("de/a.md", &page(&german))]);
    commit(&repository, "Bea", "02-01", &[("en/a.md", &page(&english))]);
    let dearer = page(&german).replace("5 Euro", "7 Euro").replace("3 Tore", "4 Tore");
    commit(&repository, "Cid", "03-01", &[("de/a.md", &dearer)]);
    let followed = page(&english).replace("3 gates", "4 gates").replace("Dogs stay", "Dogs remain");
    commit(&repository, "Dan", "04-01", &[("en/a.md", &followed)]);
    repository
}

/// Source, target, and of both when and by whom: created, changed.
type Row = (String, String, [String; 4]);

fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut problems: Vec<Diagnostic> = Vec::new();
    validate(bytes, ReadOptions::default(), &mut |problem| problems.push(problem)).unwrap();
    assert!(problems.iter().all(|problem| problem.severity() != Severity::Error), "{problems:?}");
    let mut reader = Reader::new(bytes).unwrap();
    let head = reader.head().clone();
    let mut rows = Vec::new();
    while let Some(tu) = reader.next_tu().unwrap() {
        let unit = from_tu(&tu, &head, None).value.unwrap();
        let of = |at: usize| unit.variants[at].clone();
        let said = |date: &Option<hexapla_core::memory::Timestamp>, who: &Option<String>| {
            format!("{} {}", date.as_ref().map(|date| date.date()).unwrap_or_default(), who.clone().unwrap_or_default())
        };
        let dates =
            [0, 1].map(|at| [said(&of(at).created, &of(at).created_by), said(&of(at).changed, &of(at).changed_by)]);
        let [[a, b], [c, d]] = dates;
        rows.push((of(0).text, of(1).text, [a, b, c, d]));
    }
    rows
}

#[test]
fn units_say_when_they_were_written() {
    let repository = site();
    let exports =
        Project::open(repository.root()).unwrap().export_from_history(&Selection::default(), &Silent).unwrap();
    let files: BTreeMap<&str, Vec<Row>> =
        exports.files.iter().map(|export| (export.file_name.as_str(), rows(&export.bytes))).collect();
    let row =
        |source: &str, target: &str, dates: [&str; 4]| (source.to_owned(), target.to_owned(), dates.map(str::to_owned));
    let (ada, bea) = ("2024-01-01 Ada", "2024-02-01 Bea");
    let (cid, dan) = ("2024-03-01 Cid", "2024-04-01 Dan");
    let sorted = |name: &str| {
        let mut rows = files[name].clone();
        rows.sort();
        rows
    };
    assert_eq!(
        sorted("en.tmx"),
        [
            row("Das Haus ist offen.", "The house is open.", [ada, ada, bea, bea]),
            row("Der Garten hat 4 Tore.", "The garden has 4 gates.", [ada, cid, bea, dan]),
            row("Hunde bleiben vor der Tür.", "Dogs remain outside the door.", [ada, ada, bea, dan]),
        ]
    );
    // The stale pair stands apart, with the source that it was made from, and when that was written.
    assert_eq!(
        sorted("en.stale.tmx"),
        [row("Der Kurs kostet 5 Euro.", "The course costs 5 euros.", [ada, ada, bea, bea])]
    );
    assert_eq!(exports.files[1].what, Exported::Stale);
}

#[test]
fn what_is_not_committed_has_no_date() {
    let repository = site();
    let english = std::fs::read_to_string(repository.root().join("en/a.md")).unwrap();
    repository.write("en/a.md", &english.replace("Dogs remain", "Dogs stay"));
    let exports =
        Project::open(repository.root()).unwrap().export_from_history(&Selection::default(), &Silent).unwrap();
    let dogs = rows(&exports.files[0].bytes).into_iter().find(|row| row.1.starts_with("Dogs")).unwrap();
    assert_eq!(dogs.2, ["2024-01-01 Ada", "2024-01-01 Ada", "2024-02-01 Bea", " "]);
}

#[test]
fn without_history_there_is_nothing_to_say() {
    let directory = tempfile::tempdir().unwrap();
    write(directory.path(), "hexapla.toml", CONFIG);
    write(directory.path(), "de/a.md", "Das Haus.\n");
    write(directory.path(), "en/a.md", "The house.\n");
    let outcome = Project::open(directory.path()).unwrap().export_from_history(&Selection::default(), &Silent);
    assert!(matches!(outcome, Err(ProjectError::NoHistory { reason: HistoryReason::NotARepository })), "{outcome:?}");
}
