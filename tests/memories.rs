//! Commands on memories that write more than one file, or stand between git and its users.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const HEXAPLA: &str = env!("CARGO_BIN_EXE_hexapla");

fn run(program: &str, directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.current_dir(directory).args(arguments).env_clear().env("LC_ALL", "C").env("HOME", directory);
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).output().unwrap()
}

fn hexapla(directory: &Path, arguments: &[&str]) -> (i32, String) {
    let output = run(HEXAPLA, directory, arguments);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
}

fn unit(name: &str, date: &str, de: &str, en: &str) -> String {
    format!(
        "    <tu tuid=\"{name}\" changedate=\"{date}\">\n      <tuv xml:lang=\"de\">\n        <seg>{de}</seg>\n      \
         </tuv>\n      <tuv xml:lang=\"en\">\n        <seg>{en}</seg>\n      </tuv>\n    </tu>\n"
    )
}

fn memory(units: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header creationtool=\"t\" \
         creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"de\" \
         datatype=\"plaintext\"/>\n  <body>\n{}  </body>\n</tmx>\n",
        units.concat()
    )
}

const OLD: &str = "20250101T000000Z";
const NEW: &str = "20260101T000000Z";

#[test]
fn parts_make_the_whole_again() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let units: Vec<String> =
        (0..7).map(|n| unit(&format!("u{n}"), OLD, &format!("Satz {n}"), &format!("Clause {n}"))).collect();
    fs::write(here.join("whole.tmx"), memory(&units)).unwrap();
    assert_eq!(hexapla(here, &["tmx", "split", "--every", "3", "whole.tmx", "-o", "parts"]).0, 0);
    assert_eq!(fs::read_dir(here.join("parts")).unwrap().count(), 3);
    let parts = ["parts/whole-0001.tmx", "parts/whole-0002.tmx", "parts/whole-0003.tmx"];
    let (code, said) = hexapla(here, &[&["tmx", "merge", "-o", "again.tmx.gz"], &parts[..]].concat());
    assert_eq!(code, 0, "{said}");
    assert!(fs::read(here.join("again.tmx.gz")).unwrap().starts_with(&[0x1F, 0x8B]));
    let (code, said) = hexapla(here, &["tmx", "diff", "whole.tmx", "again.tmx.gz"]);
    assert_eq!((code, said.trim()), (0, "7 the same · 0 added · 0 removed · 0 changed"));
    assert_eq!(hexapla(here, &["tmx", "fmt", "--check", "whole.tmx", "again.tmx.gz"]), (0, String::new()));

    let (code, said) =
        hexapla(here, &["tmx", "extract", "--format", "moses", "-s", "de", "-t", "en", "whole.tmx", "-o", "corpus"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(fs::read_to_string(here.join("corpus.de")).unwrap().lines().last(), Some("Satz 6"));
    assert_eq!(fs::read_to_string(here.join("corpus.en")).unwrap().lines().last(), Some("Clause 6"));
}

#[test]
fn a_file_is_formatted_in_its_place_or_not_touched() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let whole = memory(&[unit("a", OLD, "Tor &amp; Tür", "gate")]);
    let ugly = whole.replace("\n      ", " ").replace("UTF-8", "iso-8859-1");
    fs::write(here.join("a.tmx"), ugly.chars().map(|c| c as u8).collect::<Vec<u8>>()).unwrap();
    assert_eq!(hexapla(here, &["tmx", "fmt", "--check", "a.tmx"]), (1, "a.tmx is not formatted.\n".to_owned()));
    assert_eq!(hexapla(here, &["tmx", "fmt", "--preserve", "--check", "a.tmx"]), (0, String::new()));
    assert_eq!(hexapla(here, &["tmx", "fmt", "-i", "a.tmx"]), (0, String::new()));
    assert_eq!(fs::read_to_string(here.join("a.tmx")).unwrap(), whole);

    assert_eq!(hexapla(here, &["tmx", "convert", "--encoding", "UTF-16", "a.tmx", "-o", "b.tmx"]).0, 0);
    assert!(fs::read(here.join("b.tmx")).unwrap().starts_with(b"\xFF\xFE<\0"));
    assert_eq!(hexapla(here, &["tmx", "diff", "a.tmx", "b.tmx"]).0, 0);

    let broken = whole.replace("&amp;", "&");
    fs::write(here.join("a.tmx"), &broken).unwrap();
    assert_eq!(hexapla(here, &["tmx", "fmt", "-i", "a.tmx"]).0, 2);
    assert_eq!(fs::read_to_string(here.join("a.tmx")).unwrap(), broken);
}

#[test]
fn git_merges_memories_unit_by_unit() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        run("git", here, &[&identity[..], arguments].concat())
    };
    let commit = |units: &[String]| {
        fs::write(here.join("m.tmx"), memory(units)).unwrap();
        assert!(git(&["add", "-A"]).status.success());
        assert!(git(&["commit", "-q", "-m", "x"]).status.success());
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["config", "merge.tmx.driver", &format!("\"{HEXAPLA}\" tmx merge-driver %O %A %B %P")]);
    fs::write(here.join(".gitattributes"), "*.tmx merge=tmx\n").unwrap();
    let (a, b) = (unit("a", OLD, "Tor", "goal"), unit("b", OLD, "Brot", "bread"));
    commit(&[a.clone(), b.clone()]);
    git(&["checkout", "-q", "-b", "theirs"]);
    let their_b = unit("b", NEW, "Brot", "loaf");
    commit(&[a.clone(), their_b.clone(), unit("c", NEW, "Licht", "light")]);
    git(&["checkout", "-q", "main"]);
    let our_a = unit("a", NEW, "Tor", "gate");
    commit(&[our_a.clone(), b]);
    let merged = git(&["merge", "-q", "theirs"]);
    assert!(merged.status.success(), "{merged:?}");
    let want = memory(&[our_a.clone(), their_b.clone(), unit("c", NEW, "Licht", "light")]);
    assert_eq!(fs::read_to_string(here.join("m.tmx")).unwrap(), want);

    // Both change one unit: the later date stays, and git waits.
    git(&["checkout", "-q", "theirs"]);
    commit(&[unit("a", "20260301T000000Z", "Tor", "portal"), their_b.clone()]);
    git(&["checkout", "-q", "main"]);
    let merged = git(&["merge", "-q", "theirs"]);
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    assert!(String::from_utf8_lossy(&merged.stderr).contains("both sides changed a “Tor”"), "{merged:?}");
    assert!(fs::read_to_string(here.join("m.tmx")).unwrap().contains("portal"));
}

/// What leaves for other tools is beyond reproach, stale pairs with inline codes included: their source of then is known
/// as plain text.
#[test]
fn no_export_draws_a_warning() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let write = |path: &str, text: &str| {
        fs::create_dir_all(here.join(path).parent().unwrap()).unwrap();
        fs::write(here.join(path), text).unwrap();
    };
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        let done = run("git", here, &[&identity[..], arguments].concat());
        assert!(done.status.success(), "{done:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    write(
        "hexapla.toml",
        "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/*.html\"\ntarget = \
         \"{language}/*.html\"\n",
    );
    let page = |trees: &str| {
        format!(
            "<html lang=\"de\"><body><p>Der <b>Garten</b> hat {trees} Bäume.</p><p>Er ist heute <a href=\"/x\">offen</a>. \
             Kommen Sie <em>bald</em>.</p></body></html>\n"
        )
    };
    write("de/garten.html", &page("5"));
    write(
        "en/garten.html",
        "<html lang=\"en\"><body><p>The <b>garden</b> has 5 <i>trees</i>.</p><p>It is <a href=\"/x\">open</a> today. Come \
         soon.</p></body></html>\n",
    );
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "pages"]);
    write("de/garten.html", &page("7"));
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "two more trees"]);
    for arguments in [&["export", "-o", "out"][..], &["export", "--from-history", "-o", "dated"]] {
        let (code, said) = hexapla(here, arguments);
        assert_eq!(code, 0, "{said}");
        let part = here.join(arguments[arguments.len() - 1]);
        let files: Vec<_> = fs::read_dir(part).unwrap().map(|entry| entry.unwrap().path()).collect();
        let memories = files.iter().filter(|path| path.extension().is_some_and(|kind| kind == "tmx"));
        let mut text = String::new();
        for path in memories {
            text.push_str(&fs::read_to_string(path).unwrap());
            let (code, said) = hexapla(here, &["tmx", "validate", "--fail-on", "warning", path.to_str().unwrap()]);
            assert!(code == 0 && said.contains("0 warnings"), "{said}");
        }
        assert!(text.contains("hat 5 Bäume") && text.contains("<bpt"), "{text}");
    }
}

/// What `init` says last can be typed as it is, and leaves a lexicon that `check` reads.
#[test]
fn init_says_how_pages_teach() {
    let directory = tempfile::tempdir().unwrap();
    let here = directory.path();
    let said_by = |place: &Path, arguments: &[&str]| {
        let (code, said) = hexapla(place, arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
        said
    };
    let site = here.join("site");
    let words =
        [("Garten", "garden"), ("Schuppen", "barn"), ("Teich", "pond"), ("Ofen", "stove"), ("Keller", "cellar")];
    for (number, things) in words.iter().zip(words.iter().cycle().skip(2)).enumerate() {
        let ((german, english), (other, another)) = things;
        for (language, text) in [
            ("de", format!("Der {german} ist alt.\n\nJeder {other} kostet {number}7 Euro.\n")),
            ("en", format!("The {english} is old.\n\nEach {another} costs {number}7 euros.\n")),
        ] {
            fs::create_dir_all(site.join(language)).unwrap();
            fs::write(site.join(format!("{language}/page{number}.md")), text).unwrap();
        }
    }
    let said = said_by(here, &["init", "site", "--source", "de"]);
    let command = said.lines().last().unwrap().trim().strip_prefix("hexapla ").unwrap();
    said_by(here, &command.split(' ').collect::<Vec<_>>());
    let lexicon = fs::read_to_string(site.join("memory/en.lexicon")).unwrap();
    assert!(lexicon.contains("garte\tgarde\t"), "{lexicon}");
    // The same from within.
    fs::remove_file(site.join("hexapla.toml")).unwrap();
    let said = said_by(&site, &["init", "--source", "de"]);
    assert_eq!(said.lines().last().unwrap().trim(), "hexapla align --learn memory/ --format html -o pairs.html");
    said_by(&site, &["check"]);
}
