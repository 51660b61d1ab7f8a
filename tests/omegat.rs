//! OmegaT, run for real, translates a page of the seed site from what `hexapla export` wrote.
//!
//! It needs `omegat` (Debian's package, 3.6); without it these tests say SKIPPED and pass. OmegaT's exit code is 0 even
//! where it could not read a memory, so the log is read, too.

#![allow(clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = "willkommen.txt";

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn omegat_is_here() -> bool {
    let here = Command::new("which").arg("omegat").output().is_ok_and(|output| output.status.success());
    if !here {
        eprintln!("SKIPPED: omegat is not installed; whether it understands our memories was not tested");
    }
    here
}

/// An OmegaT project with the German page, our memory for a language, and our rules.
struct Translation {
    directory: tempfile::TempDir,
}

impl Translation {
    fn new(language: &str, export: &Path, damage: impl Fn(String) -> String) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let root = directory.path().join("project");
        for part in ["source", "target", "tm/enforce", "glossary", "dictionary", "omegat"] {
            std::fs::create_dir_all(root.join(part)).expect("a directory");
        }
        let write = |path: PathBuf, text: &str| std::fs::write(path, text).expect("a file");
        let settings: String = [
            ("source_dir", "__DEFAULT__"),
            ("target_dir", "__DEFAULT__"),
            ("tm_dir", "__DEFAULT__"),
            ("glossary_dir", "__DEFAULT__"),
            ("glossary_file", "__DEFAULT__"),
            ("dictionary_dir", "__DEFAULT__"),
            ("source_lang", "DE"),
            ("target_lang", &language.to_uppercase()),
            ("sentence_seg", "true"),
            ("support_default_translations", "true"),
            ("remove_tags", "false"),
        ]
        .map(|(name, value)| format!("<{name}>{value}</{name}>"))
        .concat();
        let project = format!("<?xml version=\"1.0\"?><omegat><project version=\"1.0\">{settings}</project></omegat>");
        write(root.join("omegat.project"), &project);
        std::fs::create_dir_all(directory.path().join("config")).expect("a directory");
        // To OmegaT 3.6 a no-break space is no white space: between two sentences it stays with one of them, whose text is
        // then another than ours. So the page goes in without those.
        let page = std::fs::read_to_string(seeds().join("content/de").join(PAGE)).expect("the page");
        write(root.join("source").join(PAGE), &page.replace("\u{A0} ", " ").replace("\u{A0}", " "));
        let memory = std::fs::read_to_string(export.join(format!("{language}.tmx"))).expect("an export");
        write(root.join("tm/enforce/memory.tmx"), &damage(memory));
        std::fs::copy(export.join("omegat/segmentation.conf"), root.join("omegat/segmentation.conf")).expect("rules");
        Self { directory }
    }

    /// Runs OmegaT; the page that it wrote, or what its log says is wrong.
    fn run(&self) -> Result<String, String> {
        let root = self.directory.path().join("project");
        let output = Command::new("omegat")
            .arg(&root)
            .arg("--mode=console-translate")
            .arg(format!("--config-dir={}", self.directory.path().join("config").display()))
            .output()
            .expect("omegat starts");
        let log = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        let bad = ["TF_TM_LOAD_ERROR", "SEVERE", "CORE_SRX", "TMX_ERROR"];
        if let Some(line) = log.lines().find(|line| bad.iter().any(|word| line.contains(word))) {
            return Err(line.to_owned());
        }
        std::fs::read_to_string(root.join("target").join(PAGE)).map_err(|error| format!("{error}\n{log}"))
    }
}

fn export() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let status = Command::new(env!("CARGO_BIN_EXE_hexapla"))
        .arg("export")
        .arg(seeds())
        .arg("-o")
        .arg(directory.path())
        .status()
        .expect("hexapla starts");
    assert!(status.success());
    directory
}

/// Lines without white space at their ends; the language switcher (three lines) is not translated, so it is left out.
fn body(text: &str) -> Vec<String> {
    text.lines().skip(3).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn translates_a_page_into_every_language() {
    if !omegat_is_here() {
        return;
    }
    let export = export();
    for language in ["en", "ru", "ar"] {
        let got = Translation::new(language, export.path(), |memory| memory).run().expect(language);
        let want = std::fs::read_to_string(seeds().join("content").join(language).join(PAGE)).expect("the page");
        assert_eq!(body(&got), body(&want), "{language}");
    }
}

#[test]
fn a_damaged_memory_is_noticed() {
    if !omegat_is_here() {
        return;
    }
    let export = export();
    let damage = |memory: String| memory.replacen("<seg>", "<seg>&#x1F;", 1);
    assert!(Translation::new("en", export.path(), damage).run().is_err());
}
