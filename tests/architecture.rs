//! The arrows between the rooms, and what each room alone may touch (ARCHITECTURE.md). A broken wall fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Who may know whom. Reading from left to right is the only way that data goes.
const ARROWS: &[(&str, &[&str])] = &[
    ("hexapla-xml", &[]),
    ("hexapla-core", &["hexapla-xml"]),
    ("hexapla-formats", &["hexapla-core", "hexapla-xml"]),
    ("hexapla-tmx", &["hexapla-core", "hexapla-xml"]),
    ("hexapla-project", &["hexapla-core", "hexapla-formats", "hexapla-tmx", "hexapla-xml"]),
    ("hexapla", &["hexapla-core", "hexapla-formats", "hexapla-project", "hexapla-tmx", "hexapla-xml"]),
];

/// Crates that only one room may know.
const PRIVATE: &[(&str, &str)] = &[
    ("quick-xml", "hexapla-xml"),
    ("pulldown-cmark", "hexapla-formats"),
    ("html5gum", "hexapla-formats"),
    ("saphyr", "hexapla-formats"),
    ("ignore", "hexapla-project"),
    ("rayon", "hexapla-project"),
    ("tempfile", "hexapla-project"),
    ("clap", "hexapla"),
    ("fluent", "hexapla"),
    ("fluent-langneg", "hexapla"),
    ("anstream", "hexapla"),
    ("indicatif", "hexapla"),
    ("sys-locale", "hexapla"),
];

/// Words that only some rooms may say: files, processes, threads and the clock are project's, the terminal is cli's.
const WORDS: &[(&str, &[&str])] = &[
    ("std::fs", &["project"]),
    ("std::process", &["project", "cli"]),
    ("std::thread", &["project"]),
    ("SystemTime", &["project"]),
    ("Instant::now", &["cli"]), // when a progress bar appears
    ("std::env", &["project", "cli"]),
    ("println!", &[]),
];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("crates/cli lies in crates").to_owned()
}

fn manifests() -> BTreeMap<String, toml::Table> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(crates()).expect("crates can be listed") {
        let path = entry.expect("an entry of crates").path().join("Cargo.toml");
        let text = std::fs::read_to_string(&path).expect("every room has a manifest");
        let manifest: toml::Table = text.parse().expect("a manifest is TOML");
        let name = manifest["package"]["name"].as_str().expect("a package has a name").to_owned();
        found.insert(name, manifest);
    }
    found
}

/// The crates that a room's own code knows, not its tests.
fn known(manifest: &toml::Table) -> BTreeSet<String> {
    manifest
        .get("dependencies")
        .and_then(toml::Value::as_table)
        .map(|dependencies| dependencies.keys().cloned().collect())
        .unwrap_or_default()
}

#[test]
fn rooms_know_only_the_rooms_below_them() {
    let manifests = manifests();
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    assert_eq!(manifests.keys().map(String::as_str).collect::<BTreeSet<_>>(), rooms, "a room was added or removed");
    for (room, allowed) in ARROWS {
        for other in known(&manifests[*room]).iter().filter(|name| name.starts_with("hexapla")) {
            assert!(allowed.contains(&other.as_str()), "{room} must not know {other}");
        }
    }
}

#[test]
fn some_crates_belong_to_one_room() {
    let manifests = manifests();
    for (name, owner) in PRIVATE {
        for (room, manifest) in &manifests {
            assert!(!known(manifest).contains(*name) || owner == room, "{room} must not know {name}: it is {owner}'s");
        }
    }
}

#[test]
fn some_words_belong_to_some_rooms() {
    let mut read = 0;
    for room in ["xml", "core", "formats", "tmx", "project", "cli"] {
        for file in sources(&crates().join(room).join("src")) {
            let text = std::fs::read_to_string(&file).expect("a source file is UTF-8");
            // Tests stand at the end of a file, examples in comments; both may do as they like.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
                for (word, owners) in WORDS {
                    let allowed = !line.contains(word) || owners.contains(&room);
                    assert!(allowed, "{}:{}: `{word}` belongs to {owners:?}", file.display(), number + 1);
                }
            }
            read += 1;
        }
    }
    assert!(read > 20, "only {read} source files found");
}

#[test]
fn every_file_of_tests_belongs_to_its_suite() {
    let root = crates().join("..");
    let suites = ["tests", "crates/core/tests", "crates/formats/tests", "crates/tmx/tests"];
    for directory in suites.map(|name| root.join(name)) {
        let suite = std::fs::read_to_string(directory.join("suite.rs")).unwrap();
        for entry in std::fs::read_dir(&directory).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "suite") else { continue };
            let line = format!("mod {module};");
            assert!(suite.lines().any(|known| known == line), "{}: {line} is missing", directory.display());
        }
    }
}

/// Rooms whose tests stand in `tests/suite.rs` alone. A unit test in `src` has the whole room compiled a second time,
/// which was most of the time that building the tests took; so `test = false` stands in their manifests, and a unit test
/// there would never run, without a word. What it is to show is shown from outside, where a user of the crate sees it.
const TESTED_FROM_OUTSIDE: &[&str] = &["core", "formats"];

#[test]
fn no_unit_test_is_where_it_would_never_run() {
    for room in TESTED_FROM_OUTSIDE {
        let manifest = &manifests()[&format!("hexapla-{room}")];
        let tested = manifest.get("lib").and_then(|lib| lib.get("test")).and_then(toml::Value::as_bool);
        assert_eq!(tested, Some(false), "{room}: `test = false` under [lib]");
        for file in sources(&crates().join(room).join("src")) {
            let text = std::fs::read_to_string(&file).expect("a source file is UTF-8");
            let marked =
                ["cfg(test)", "cfg(all(test", "cfg(any(test", "#[test]"].iter().any(|mark| text.contains(mark));
            assert!(
                !marked,
                "{}: this test would never run; crates/{room}/tests/suite.rs has room for it",
                file.display()
            );
        }
    }
}

fn sources(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).expect("a source directory can be listed") {
        let path = entry.expect("an entry of a source directory").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
