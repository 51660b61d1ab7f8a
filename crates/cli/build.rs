//! Turns `locales/<language>/*.ftl` into the types `Msg` and `Problem`, so that a message that is missing, or lacks a
//! variable, in any language fails the build.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/catalog.rs"]
mod catalog;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../locales");
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=build/catalog.rs");
    let mut sources = Vec::new();
    for directory in entries(&root).into_iter().filter(|path| path.is_dir()) {
        for file in entries(&directory).into_iter().filter(|path| path.extension().is_some_and(|e| e == "ftl")) {
            println!("cargo::rerun-if-changed={}", file.display());
            let language = name(&directory);
            sources.push(catalog::Source {
                path: format!("locales/{language}/{}", name(&file)),
                text: fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
                language,
            });
        }
    }
    let messages = catalog::compile(&sources).unwrap_or_else(|faults| {
        for fault in &faults {
            println!("cargo::error={fault}");
        }
        std::process::exit(1);
    });
    write("messages.rs", &messages);
    let mut code = String::from("/// The messages of every language, as they are read at run time.\n");
    code.push_str("const LOCALES: &[(&str, &str)] = &[\n");
    for language in sources.iter().map(|source| &source.language).collect::<std::collections::BTreeSet<_>>() {
        let texts = sources.iter().filter(|source| source.language == *language);
        let text = texts.map(|source| source.text.as_str()).collect::<Vec<_>>().join("\n");
        let _ = writeln!(code, "    ({language:?}, {text:?}),");
    }
    code.push_str("];\n");
    write("locales.rs", &code);
}

fn write(name: &str, code: &str) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join(name);
    fs::write(&out, code).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
}

/// What a directory holds, sorted, so that the same files always give the same code.
fn entries(directory: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut found: Vec<PathBuf> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
