//! Every `tests/<format>/<name>.<extension>` is read and compared with the dump beside it, `<name>.blocks`: add a page,
//! get a test. A dump is written by hand, or written with `UPDATE_BLOCKS=1` and then read line by line before it is kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hexapla_core::document::{CodeKind, Document, Scope};
use hexapla_core::text::LineIndex;
use hexapla_formats::{Format, Options, read};

#[test]
fn text() {
    check_all("text");
}

#[test]
fn markdown() {
    check_all("markdown");
}

#[test]
fn html() {
    check_all("html");
}

fn check_all(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut pages: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| Format::of_path(&path.to_string_lossy()).is_some());
    pages.sort();
    let mut failures = String::new();
    for page in pages {
        let format = Format::of_path(&page.to_string_lossy()).unwrap();
        let document = read(&std::fs::read(&page).unwrap(), format, &Options::default()).unwrap();
        let got = dump(&document);
        let beside = page.with_extension("blocks");
        if std::env::var_os("UPDATE_BLOCKS").is_some() {
            std::fs::write(&beside, &got).unwrap();
        }
        let want = std::fs::read_to_string(&beside).unwrap_or_default();
        if got != want {
            writeln!(failures, "{}\n--- want\n{want}\n--- got\n{got}", page.display()).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// One line for each block: `line:column kind scope #section | text`, its codes in the text as `⟨1:bold⟩…⟨/1⟩`, what is
/// protected as `⟦…⟧`; then what else was found.
fn dump(document: &Document) -> String {
    let mut out = String::new();
    let lines = LineIndex::new(&document.file);
    for block in &document.blocks {
        let place = lines.place(&document.file, block.text.file_range(0..block.text.len()).start);
        write!(out, "{}:{} {}", place.line, place.column, block.kind.as_str()).unwrap();
        match block.scope {
            Scope::Content => {}
            Scope::Boilerplate => out.push_str(" boilerplate"),
            Scope::LanguageSwitcher => out.push_str(" switcher"),
            Scope::DoNotTranslate => out.push_str(" untranslatable"),
        }
        if let Some(language) = &block.declared_language {
            write!(out, " [{language}]").unwrap();
        }
        writeln!(out, " #{} | {}", block.section, marked(block)).unwrap();
    }
    if let Some(language) = &document.declared_language {
        writeln!(out, "language {language}").unwrap();
    }
    for alternate in &document.alternates {
        let href = alternate.href.as_deref().unwrap_or("-");
        writeln!(out, "alternate {} {href} {:?}", alternate.language, &document.file[alternate.span.clone()]).unwrap();
    }
    for field in &document.fields {
        writeln!(out, "field {} = {:?} {:?}", field.key, field.value, &document.file[field.span.clone()]).unwrap();
    }
    for comment in &document.comments {
        writeln!(out, "comment {:?} {:?}", comment.text, &document.file[comment.span.clone()]).unwrap();
    }
    for warning in &document.warnings {
        let place = lines.place(&document.file, warning.span.start);
        writeln!(out, "warning {}:{} {:?}", place.line, place.column, warning.kind).unwrap();
    }
    out
}

fn marked(block: &hexapla_core::document::Block) -> String {
    let mut marks: Vec<(usize, String)> = Vec::new();
    for code in &block.codes {
        let mark = match code.kind {
            CodeKind::Open => format!("⟨{}:{} {:?}⟩", code.id, code.name, code.native),
            CodeKind::Close => format!("⟨/{} {:?}⟩", code.id, code.native),
            CodeKind::Standalone => format!("⟨{}:{} {:?}/⟩", code.id, code.name, code.native),
        };
        marks.push((code.at, mark));
    }
    for range in &block.protected {
        marks.push((range.start, "⟦".to_owned()));
        marks.push((range.end, "⟧".to_owned()));
    }
    marks.sort_by_key(|(at, _)| *at);
    let text = block.text.as_str();
    let mut out = String::new();
    let mut at = 0;
    for (next, mark) in marks {
        out.push_str(&text[at..next].escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\""));
        out.push_str(&mark);
        at = next;
    }
    out.push_str(&text[at..].escape_debug().to_string().replace("\\'", "'").replace("\\\"", "\""));
    out
}
