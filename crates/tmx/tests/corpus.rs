//! The files that were collected and made for development; skipped, loudly, where they are absent.

#![expect(clippy::print_stderr, reason = "a test that skips says so")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use hexapla_tmx::{Fate, Head, Layout, ReadError, ReadOptions, Reader, Tu, Writer, copy, validate};

fn corpus() -> Option<PathBuf> {
    let candidates = [
        std::env::var_os("HEXAPLA_SHARED").map(PathBuf::from),
        Some(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"))),
    ];
    let found = candidates.into_iter().flatten().map(|shared| shared.join("data/tmx")).find(|path| path.is_dir());
    if found.is_none() {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: no TMX corpus; set HEXAPLA_SHARED to the directory that holds data/tmx"
        );
    }
    found
}

struct File {
    name: String,
    bytes: Vec<u8>,
    units: Option<u64>,
    well_formed: bool,
    valid: bool,
}

fn files() -> Vec<File> {
    let Some(corpus) = corpus() else { return Vec::new() };
    let manifest = fs::read_to_string(corpus.join("MANIFEST.tsv")).unwrap();
    let line = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        File {
            name: fields[0].to_owned(),
            bytes: fs::read(corpus.join(fields[0])).unwrap(),
            units: fields[5].parse().ok(),
            well_formed: fields[7] == "wf",
            valid: fields[8] == "valid",
        }
    };
    manifest.lines().skip(1).map(line).collect()
}

fn load(bytes: &[u8]) -> Result<(u64, Vec<String>), ReadError> {
    let mut reader = Reader::new(bytes)?;
    let mut count = 0;
    while reader.next_tu()?.is_some() {
        count += 1;
    }
    Ok((count, reader.take_diagnostics().iter().map(ToString::to_string).collect()))
}

/// Refused by policy, well formed or not.
const REFUSED: [&str; 3] = ["syn/ent_billion_laughs.tmx", "syn/ent_recursive.tmx", "syn/ent_xxe.tmx"];

#[test]
fn every_well_formed_file_loads() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| file.well_formed && !REFUSED.contains(&file.name.as_str())) {
        match load(&file.bytes) {
            Ok((count, diagnostics)) => {
                if file.units.is_some_and(|units| units != count) {
                    wrong.push(format!("{}: {count} of {:?} {diagnostics:?}", file.name, file.units));
                }
            }
            Err(error) => wrong.push(format!("{}: {error}", file.name)),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn intact_units_of_broken_files_are_salvaged() {
    if corpus().is_none() {
        return;
    }
    let files = files();
    let check = |name: &str, units: u64, codes: &[&str]| {
        let file = files.iter().find(|file| file.name == name).unwrap();
        let mut reader = Reader::new(&file.bytes[..]).unwrap();
        let mut count = 0;
        while reader.next_tu().unwrap().is_some() {
            count += 1;
        }
        let found: Vec<&str> = reader.take_diagnostics().iter().map(|d| d.code()).collect();
        assert_eq!((count, &found[..]), (units, codes), "{name}");
    };
    check("syn/chr_ctrl_raw.tmx", 1, &["xml-forbidden-character"]);
    check("syn/chr_nul_ref.tmx", 0, &["xml-bad-reference"]);
    check("syn/chr_surrogate_ref.tmx", 0, &["xml-bad-reference"]);
    check("syn/enc_latin1_mislabelled_utf8.tmx", 1, &["tmx-encoding"]);
    check("syn/enc_utf16_declared_utf8_actual.tmx", 1, &["tmx-encoding"]);
    check("syn/enc_utf32le.tmx", 1, &[]);
    check("syn/ent_bare_amp2.tmx", 0, &["xml-bare-ampersand"]);
    check("syn/ent_html_undefined.tmx", 1, &["xml-unknown-entity", "xml-unknown-entity"]);
    check("syn/str_dup_attr.tmx", 0, &["xml-duplicate-attribute"]);
    check("syn/str_two_roots.tmx", 2, &["xml-misplaced-declaration"]);
    check("syn/str_unquoted_attr.tmx", 0, &["xml-bad-attribute"]);
    check("syn/str_xml11.tmx", 0, &["xml-version", "xml-bad-reference"]);
}

#[test]
fn what_is_no_memory_is_refused() {
    let check = |bytes: &[u8], code: &str| {
        let error = Reader::new(bytes).err().unwrap();
        assert_eq!(error.diagnostic().unwrap().code(), code);
    };
    check(b"", "tmx-empty-file");
    check(b"<html><body>x</body></html>", "tmx-not-tmx");
    check(b"Dear reader", "tmx-not-xml");
    for file in files().iter().filter(|file| REFUSED.contains(&file.name.as_str())) {
        check(&file.bytes, "tmx-refused-entity");
    }
}

/// Written canonically, all that was read is read again, and what was valid is.
#[test]
fn import_export_import_is_model_equal() {
    let mut compared = 0;
    for file in files().iter().filter(|file| file.well_formed && !REFUSED.contains(&file.name.as_str())) {
        let (head, units) = model(&file.bytes);
        let mut writer = Writer::new(Vec::new(), &head).unwrap();
        units.iter().for_each(|tu| writer.write(tu).unwrap());
        let written = writer.finish().unwrap();
        let (head_again, units_again) = model(&written);
        assert_eq!(units, units_again, "{}", file.name);
        if file.valid {
            assert_eq!((head.attributes, head.items), (head_again.attributes, head_again.items), "{}", file.name);
            xmllint(&file.name, &written);
        }
        let mut writer = Writer::new(Vec::new(), &model(&written).0).unwrap();
        units_again.iter().for_each(|tu| writer.write(tu).unwrap());
        assert_eq!(written, writer.finish().unwrap(), "{}: canonical form is stable", file.name);
        compared += 1;
    }
    eprintln!("{compared} files compared");
}

fn model(bytes: &[u8]) -> (Head, Vec<Tu>) {
    let mut reader = Reader::new(bytes).unwrap();
    let head = reader.head().clone();
    let mut units = Vec::new();
    while let Some(tu) = reader.next_tu().unwrap() {
        units.push(tu);
    }
    (head, units)
}

fn xmllint(name: &str, written: &[u8]) {
    let Some(dtd) = corpus().map(|corpus| corpus.join("dtd")) else { return };
    for check in [["--dtdvalid", "tmx14.dtd"], ["--schema", "tmx14-local.xsd"]] {
        let child = Command::new("xmllint")
            .args(["--nonet", "--huge", "--noout", check[0]])
            .arg(dtd.join(check[1]))
            .arg("-")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let Ok(mut child) = child else {
            let _ = writeln!(std::io::stderr(), "SKIPPED: xmllint is not installed; validity is not checked");
            return;
        };
        child.stdin.take().unwrap().write_all(written).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{name} {check:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Where our verdict differs from that of `xmllint --dtdvalid`, and why.
const EXCEPTIONS: [(&str, &str); 0] = [];

#[test]
fn verdicts_equal_those_of_a_validating_parser() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| file.well_formed && !REFUSED.contains(&file.name.as_str())) {
        if EXCEPTIONS.iter().any(|(name, _)| *name == file.name) {
            continue;
        }
        let mut found = Vec::new();
        let verdict = validate(&file.bytes[..], ReadOptions::default(), &mut |d| found.push(d.to_string())).unwrap();
        if verdict.is_dtd_valid() != file.valid {
            wrong.push((file.name.clone(), file.valid, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn untouched_files_come_back_byte_for_byte() {
    for file in files().iter().filter(|file| file.well_formed && !REFUSED.contains(&file.name.as_str())) {
        if file.name.ends_with(".gz") {
            continue;
        }
        let mut out = Vec::new();
        let mut keep = |_: &mut Tu| Fate::Keep;
        copy(&file.bytes[..], &mut out, Layout::Preserve, ReadOptions::default(), &mut keep, &mut |_| {}).unwrap();
        assert!(out == file.bytes, "{}", file.name);
    }
}

/// What no parser reads is refused, or read as far as it is intact; either way it is told.
#[test]
fn every_malformed_file_is_told_of() {
    for file in files().iter().filter(|file| !file.well_formed) {
        let told = match load(&file.bytes) {
            Ok((_, diagnostics)) => diagnostics.len(),
            Err(error) => usize::from(error.diagnostic().is_some()),
        };
        // libxml2 alone cannot read UTF-32.
        assert!(told > 0 || file.name == "syn/enc_utf32le.tmx", "{}", file.name);
    }
}
