//! OmegaT, run for real, translates a page of the seed site from what `hexapla export` wrote.
//!
//! It needs `omegat` (Debian's package, 3.6); without it these tests say SKIPPED and pass. OmegaT's exit code is 0 even
//! where it could not read a memory, so the log is read, too.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = "willkommen.txt";

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn omegat_is_here() -> bool {
    let here = Command::new("which").arg("omegat").output().is_ok_and(|output| output.status.success());
    if !here {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: omegat is not installed; whether it understands our memories was not tested"
        );
    }
    here
}

/// An OmegaT project with a German page, our memory for a language, and our rules.
struct Translation {
    directory: tempfile::TempDir,
    page: &'static str,
}

/// Shows inline codes of memories that are not OmegaT's own; without it, segments with codes never match. OmegaT reads
/// the file only if it begins with an XML declaration.
const PREFERENCES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<omegat><preference version=\"1.0\"><ext_tmx_show_level2>true</ext_tmx_show_level2>\
    <ext_tmx_use_slash>true</ext_tmx_use_slash></preference></omegat>";

impl Translation {
    fn new(language: &str, page: &'static str, text: &str, export: &Path, damage: impl Fn(String) -> String) -> Self {
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
        write(directory.path().join("config/omegat.prefs"), PREFERENCES);
        write(root.join("source").join(page), text);
        let memory = std::fs::read_to_string(export.join(format!("{language}.tmx"))).expect("an export");
        write(root.join("tm/enforce/memory.tmx"), &damage(memory));
        std::fs::copy(export.join("omegat/segmentation.conf"), root.join("omegat/segmentation.conf")).expect("rules");
        Self { directory, page }
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
        std::fs::read_to_string(root.join("target").join(self.page)).map_err(|error| format!("{error}\n{log}"))
    }
}

fn export(site: &Path) -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    hexapla(site, &["export".as_ref(), "-o".as_ref(), directory.path()]);
    directory
}

fn hexapla(site: &Path, arguments: &[&Path]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_hexapla")).current_dir(site).args(arguments).output();
    let output = output.expect("hexapla starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat()
}

/// To OmegaT 3.6 a no-break space is no white space: between two sentences it stays with one of them, whose text is then
/// another than ours. So the page goes in without those.
fn page() -> String {
    let page = std::fs::read_to_string(seeds().join("content/de").join(PAGE)).expect("the page");
    page.replace("\u{A0} ", " ").replace('\u{A0}', " ")
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
    let export = export(&seeds());
    for language in ["en", "ru", "ar"] {
        let got = Translation::new(language, PAGE, &page(), export.path(), |memory| memory).run().expect(language);
        let want = std::fs::read_to_string(seeds().join("content").join(language).join(PAGE)).expect("the page");
        assert_eq!(body(&got), body(&want), "{language}");
    }
}

#[test]
fn a_damaged_memory_is_noticed() {
    if !omegat_is_here() {
        return;
    }
    let export = export(&seeds());
    let damage = |memory: String| memory.replacen("<seg>", "<seg>&#x1F;", 1);
    assert!(Translation::new("en", PAGE, &page(), export.path(), damage).run().is_err());
}

const GERMAN: &str = r#"<html lang="de"><head><title>Der Garten im Sommer</title></head><body>
<p>Der <b>Garten</b> ist heute <i>offen</i>.</p>
<p>Bringen Sie <a href="https://example.org/karte">Ihre Karte</a> mit. Der Eintritt ist <b>frei</b>.</p>
</body></html>
"#;
const ENGLISH: &str = r#"<html lang="en"><head><title>The garden in summer</title></head><body>
<p>The <b>garden</b> is <i>open</i> today.</p>
<p>Bring <a href="https://example.org/karte">your card</a> with you. Entry is <b>free</b>.</p>
</body></html>
"#;
const SETTINGS: &str = "[project]\nsource = \"de\"\ntargets = [\"en\"]\nhistory = \"off\"\n[[documents]]\n\
    source = \"content/de/**/*.html\"\ntarget = \"content/{language}/**/*.html\"\n";

fn site() -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a temporary directory");
    let write = |path: &str, text: &str| {
        let path = site.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a directory")).expect("a directory");
        std::fs::write(path, text).expect("a file");
    };
    write("hexapla.toml", SETTINGS);
    write("content/de/garten.html", GERMAN);
    write("content/en/garten.html", ENGLISH);
    site
}

/// The paragraphs of a page.
fn paragraphs(page: &str) -> Vec<&str> {
    page.lines().filter(|line| line.starts_with("<p>")).collect()
}

/// Tags are those that OmegaT finds itself, in sentences that are cut out of a paragraph too; and what it writes of its
/// own accord (plain, with codes, with its own tags) is imported again.
#[test]
fn inline_codes_go_out_and_come_back() {
    if !omegat_is_here() {
        return;
    }
    let here = site();
    let export = export(here.path());
    let translation = Translation::new("en", "garten.html", GERMAN, export.path(), |memory| memory);
    let got = translation.run().expect("a page");
    assert_eq!(paragraphs(&got), paragraphs(ENGLISH));
    for output in ["project-level1.tmx", "project-level2.tmx", "project-omegat.tmx"] {
        let path = translation.directory.path().join("project").join(output);
        let empty = site();
        let said = hexapla(empty.path(), &["import".as_ref(), path.as_path()]);
        assert!(said.contains("4 "), "{output}: {said}");
        let memory = std::fs::read_to_string(empty.path().join("memory/en.tmx")).expect("a memory");
        assert_eq!(memory.matches("<tu ").count(), 4, "{output}");
        assert_eq!(memory.contains("<bpt"), output.contains("level2"), "{output}");
    }
}

/// The memory that OmegaT keeps within a project: TMX 1.1, `lang`, comments between the units, and one sentence that is
/// translated otherwise in one place.
const SAVED: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6.0_10" segtype="sentence" srclang="DE"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="DE">
        <seg>Der Garten im Sommer</seg>
      </tuv>
      <tuv lang="EN" changeid="anna" changedate="20260310T120000Z" creationid="anna" creationdate="20260309T120000Z">
        <seg>The garden in summer</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">garten.html</prop>
      <prop type="prev">Der Garten im Sommer</prop>
      <prop type="id">title</prop>
      <tuv lang="DE">
        <seg>Eintritt frei</seg>
      </tuv>
      <tuv lang="EN" changeid="anna" changedate="20260310T130000Z">
        <seg>No entry fee</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"#;

#[test]
fn the_memory_of_a_project_of_omegat_comes_in() {
    let here = site();
    let path = here.path().join("project_save.tmx");
    std::fs::write(&path, SAVED).expect("a file");
    let said = hexapla(here.path(), &["import".as_ref(), path.as_path()]);
    let memory = std::fs::read_to_string(here.path().join("memory/en.tmx")).expect("a memory");
    assert_eq!(memory.matches("<tu ").count(), 2, "{said}");
    for kept in [
        "<tuv xml:lang=\"en\" creationdate=\"20260309T120000Z\" creationid=\"anna\" changedate=\"20260310T120000Z\"",
        "<seg>No entry fee</seg>",
        "<prop type=\"file\">garten.html</prop>",
    ] {
        assert!(memory.contains(kept), "{kept}: {memory}");
    }
}
