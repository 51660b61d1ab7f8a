//! What the pages of a site teach about each other.

use std::path::Path;

use hexapla_project::{Project, Selection, Silent};

use crate::repository::{Recipe, Repository, told};

const TRADES: [(&str, &str); 8] = [
    ("Schmied", "кузнец"),
    ("Bäcker", "пекарь"),
    ("Weber", "ткач"),
    ("Müller", "мельник"),
    ("Gärtner", "садовник"),
    ("Fischer", "рыбак"),
    ("Maurer", "каменщик"),
    ("Töpfer", "гончар"),
];

const DOINGS: [(&str, &str); 8] = [
    ("schläft", "спит"),
    ("singt", "поёт"),
    ("lacht", "смеётся"),
    ("schweigt", "молчит"),
    ("wartet", "ждёт"),
    ("raucht", "курит"),
    ("hustet", "кашляет"),
    ("träumt", "мечтает"),
];

fn sentence(trade: usize, doing: usize) -> [String; 2] {
    let (trade, doing) = (TRADES[trade % 8], DOINGS[doing % 8]);
    let capital =
        |word: &str| word.chars().next().map(|c| c.to_uppercase().chain(word.chars().skip(1)).collect::<String>());
    [format!("Der {} {}.", trade.0, doing.0), format!("{} {}.", capital(trade.1).unwrap(), doing.1)]
}

/// Pages that are translated in full, and one of which only every other sentence is.
fn site(full: usize) -> Repository {
    let config = "[project]\nsource = \"de\"\ntargets = [\"ru\"]\nhistory = \"require\"\n\
                  [[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";
    let mut files = vec![("hexapla.toml".to_owned(), config.to_owned())];
    let mut page = |name: &str, sentences: Vec<[String; 2]>, keep: &dyn Fn(usize) -> bool| {
        let text = |side: usize| {
            let kept = sentences.iter().enumerate().filter(|(at, _)| side == 0 || keep(*at));
            kept.map(|(_, both)| format!("{}\n\n", both[side])).collect::<String>()
        };
        files.extend([(format!("de/{name}.md"), text(0)), (format!("ru/{name}.md"), text(1))]);
    };
    for number in 0..full {
        page(&format!("seite{number}"), (0..8).map(|at| sentence(at, at * 3 + number)).collect(), &|_| true);
    }
    page("teils", (0..8).map(|at| sentence(at * 5 + 2, at + 1)).collect(), &|at| at % 3 == 2);
    let files: Vec<(&str, Option<&str>)> =
        files.iter().map(|(path, text)| (path.as_str(), Some(text.as_str()))).collect();
    let mut recipe = Recipe::new();
    let first = recipe.commit(&[], "Anfang", &files);
    recipe.commit(&[first], "Notiz", &[("de/notiz.md", Some("Eine Notiz.\n"))]);
    recipe.make()
}

/// Which sentences of a page are translated in part is told by words that other pages translate.
#[test]
fn pages_teach_each_other() {
    let missing = |repository: &Repository| -> Vec<String> {
        told(&repository.report()).into_iter().filter(|line| line.starts_with("ru missing-segment")).collect()
    };
    let want: Vec<String> = (0..8)
        .filter(|at| at % 3 != 2)
        .map(|at| format!("ru missing-segment {}", sentence(at * 5 + 2, at + 1)[0]))
        .collect();
    assert_eq!(missing(&site(8)), want);
    assert_ne!(missing(&site(0)), want, "the page tells by itself");
}

/// What pages teach stays the same from one landmark of history to the next, so that a commit makes nothing anew but
/// what it touches.
#[test]
fn what_pages_teach_changes_at_landmarks() {
    let repository = site(3);
    let cache = tempfile::tempdir().unwrap();
    let lexicons = |cache: &Path| -> Vec<u8> {
        let project = Project::open(repository.root()).unwrap().with_cache(cache);
        project.report(&Selection::default(), &Silent).unwrap();
        let kept = std::fs::read_dir(cache).unwrap().flatten().filter(|entry| entry.path().is_dir());
        let files = kept.flat_map(|directory| std::fs::read_dir(directory.path()).unwrap().flatten());
        let found = files.filter(|file| file.file_name().to_string_lossy().starts_with("lexicons-"));
        found.flat_map(|file| std::fs::read(file.path()).unwrap()).collect()
    };
    let commit = |number: usize| {
        let [german, russian] = sentence(number, number + 4);
        repository.write("de/seite0.md", &format!("{german}\n"));
        repository.write("ru/seite0.md", &format!("{russian}\n"));
        repository.git(&["commit", "--quiet", "--all", "-m", "Weiter"]);
    };
    // The third to the eighth commit are landmarks, and so is the tenth.
    (3..=8).for_each(commit);
    let eighth = lexicons(cache.path());
    assert!(!eighth.is_empty());
    repository.write("de/seite1.md", "Ein anderer Satz.\n");
    assert_eq!(lexicons(cache.path()), eighth, "edited");
    commit(9);
    assert_eq!(lexicons(cache.path()), eighth, "committed");
    commit(10);
    assert_ne!(lexicons(cache.path()), eighth, "at a landmark");
}
