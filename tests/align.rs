//! `hexapla align` over many pairs and over a project: what it writes, and that it is the same at any number of
//! threads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hexapla_core::align::gold::read_ladder;

const HEXAPLA: &str = env!("CARGO_BIN_EXE_hexapla");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn hexapla(directory: &Path, arguments: &str) -> Output {
    let mut command = Command::new(HEXAPLA);
    command.current_dir(directory).env("LC_ALL", "C").args(arguments.split(' ')).output().unwrap()
}

fn succeeds(directory: &Path, arguments: &str) -> String {
    let output = hexapla(directory, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{arguments}\n{said}");
    String::from_utf8(output.stdout).unwrap()
}

/// All files below a directory with what they hold.
fn contents(directory: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                found.push((path.strip_prefix(directory).unwrap().to_owned(), bytes));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_segment_of_a_page_is_in_exactly_one_bead() {
    let seeds = root().join("seeds");
    let directory = tempfile::tempdir().unwrap();
    succeeds(&seeds, &format!("align --format ladder -o {}/", directory.path().display()));
    let ladders = contents(directory.path());
    assert!(ladders.len() > 30, "{} pairs", ladders.len());
    // Each page once: a source has several targets.
    let mut counts: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for (path, ladder) in ladders {
        let target = path.with_extension("");
        let language = target.iter().nth(1).unwrap().to_str().unwrap().to_owned();
        let source = PathBuf::from_iter(["content", "de"]).join(target.iter().skip(2).collect::<PathBuf>());
        let ladder = read_ladder(std::str::from_utf8(&ladder).unwrap()).unwrap();
        for (page, language, of) in [(&source, "de", 0), (&target, &*language, 1)] {
            let count = *counts.entry(page.clone()).or_insert_with(|| {
                let text = succeeds(&seeds, &format!("segment --language {language} {}", page.display()));
                text.lines().filter(|line| !line.is_empty()).count()
            });
            let mut numbers: Vec<usize> = ladder
                .rungs
                .iter()
                .flat_map(|rung| if of == 0 { &rung.source } else { &rung.target })
                .copied()
                .collect();
            numbers.sort_unstable();
            assert_eq!(numbers, (0..count).collect::<Vec<_>>(), "{}", page.display());
        }
    }
}

/// A list of the seed site's gold pairs in one language, hand-cut into lines.
fn gold_list(directory: &Path, language: &str) -> PathBuf {
    let gold = root().join("seeds/gold");
    let ending = format!(".{language}.source.txt");
    let names: BTreeSet<String> = fs::read_dir(&gold)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(&ending).map(str::to_owned))
        .collect();
    assert!(names.len() >= 4, "{names:?}");
    let line = |name: &String| {
        let side = |side: &str| gold.join(format!("{name}.{language}.{side}.txt")).display().to_string();
        format!("{}\t{}\t{name}.ladder\n", side("source"), side("target"))
    };
    let list = directory.join("list.tsv");
    fs::write(&list, names.iter().map(line).collect::<String>()).unwrap();
    list
}

#[test]
fn a_list_gives_the_same_bytes_at_any_number_of_threads() {
    let directory = tempfile::tempdir().unwrap();
    gold_list(directory.path(), "ru");
    let run = |more: &str, out: &str| {
        let arguments = format!("align --pairs list.tsv -s de -t ru --segmented --format ladder -q -o {out} {more}");
        succeeds(directory.path(), &arguments);
        contents(&directory.path().join(out))
    };
    let one = run("-j 1 --learn one.lexicon", "one");
    let four = run("-j 4 --learn four.lexicon", "four");
    assert_eq!(one, four);
    let lexicon = |name: &str| fs::read_to_string(directory.path().join(name)).unwrap();
    assert_eq!(lexicon("one.lexicon"), lexicon("four.lexicon"));
    assert!(lexicon("one.lexicon").lines().count() > 100);
    // What was learnt can be used again. Pages that are aligned together teach each other more than a lexicon keeps.
    let again = run("--lexicon one.lexicon", "again");
    let beads = |pages: &[(PathBuf, Vec<u8>)]| -> Vec<(PathBuf, String)> {
        let lines = |(path, bytes): &(PathBuf, Vec<u8>)| -> Vec<(PathBuf, String)> {
            let ladder = String::from_utf8_lossy(bytes).into_owned();
            ladder.lines().map(|line| (path.clone(), line.rsplit_once(':').unwrap().0.to_owned())).collect()
        };
        pages.iter().flat_map(lines).collect()
    };
    let (together, apart) = (beads(&one), beads(&again));
    let same = together.iter().filter(|bead| apart.contains(bead)).count();
    assert!(same * 100 >= together.len() * 95, "{same} of {}", together.len());
    for format in ["text", "tsv", "json", "tmx", "xliff", "html"] {
        let arguments = format!("align --pairs list.tsv -s de -t ru --segmented -q -o {format} --format {format}");
        succeeds(directory.path(), &arguments);
        let written = contents(&directory.path().join(format));
        assert_eq!(written.len(), one.len(), "{format}");
        assert!(written.iter().all(|(_, bytes)| !bytes.is_empty()), "{format}");
    }
}

#[test]
fn nothing_is_written_where_anything_of_a_list_is_wrong() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("a.txt"), "Guten Tag.\n").unwrap();
    fs::write(directory.path().join("b.txt"), [b'a', 0xFF, 0, 1, 2]).unwrap();
    let check = |list: &str, wanted: &str| {
        fs::write(directory.path().join("list.tsv"), list).unwrap();
        let output = hexapla(directory.path(), "align --pairs list.tsv -s de -t en -o out");
        assert_eq!(output.status.code(), Some(2), "{list:?}");
        let said = String::from_utf8_lossy(&output.stderr).replace("\n  ", " ");
        assert!(said.contains(wanted), "{said}");
        assert!(!directory.path().join("out").exists(), "{list:?}");
    };
    check("a.txt\ta.txt\tok\na.txt\tno.txt\tx\n", "list.tsv:2:7: no.txt does not exist");
    check("a.txt\ta.txt\tok\na.txt a.txt\n", "list.tsv:2:12: this line");
    check("a.txt\ta.txt\tok\na.txt\tb.txt\tx\n", "b.txt");
    check("a.txt\ta.txt\t../ok\n", "would lie outside");
    check("\n# nothing\n", "list.tsv names no pairs");
}

#[test]
fn what_is_no_translation_is_said_to_be_none() {
    let seeds = root().join("seeds/content");
    let pages = ["faq.txt", "garten/kalender.txt", "haus/geschichte.txt", "kurse.md", "ausstellung.html"];
    let mut told = 0;
    for (source, target) in pages.iter().zip(pages.iter().cycle().skip(3)) {
        let output = hexapla(&seeds, &format!("align de/{source} ru/{target} -s de -t ru --format ladder"));
        assert_eq!(output.status.code(), Some(0));
        let said = String::from_utf8_lossy(&output.stderr).replace("\n  ", " ");
        told += usize::from(said.contains("do not look like translations of each other"));
    }
    // Short pages may leave it open, but none that is a translation is called anything else.
    assert!(told >= 2, "{told}");
    let output = hexapla(&seeds, "align de/ausstellung.html en/ausstellung.html --format ladder");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// What cannot be right is done all the same, and said.
#[test]
fn odd_pairs_are_said_to_be_odd() {
    let directory = tempfile::tempdir().unwrap();
    let seeds = root().join("seeds/content");
    let write = |name: &str, text: &str| fs::write(directory.path().join(name), text).unwrap();
    write("empty.txt", "");
    write("lines.txt", &"\n".repeat(50_000));
    write("long.txt", &format!("{}.\n", "Wort für Wort ".repeat(7_000)));
    for page in ["kurse.md", "faq.txt"] {
        for language in ["de", "en", "ru"] {
            let name = page.replace('.', &format!(".{language}."));
            fs::copy(seeds.join(language).join(page), directory.path().join(name)).unwrap();
        }
    }
    let check = |source: &str, target: &str, said: &str| {
        let arguments = format!("align {source} {target} -s de -t en --format ladder");
        let output = hexapla(directory.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments}");
        let told = String::from_utf8_lossy(&output.stderr).replace("\n  ", " ");
        assert_eq!(told, if said.is_empty() { String::new() } else { format!("warning: {said}\n") }, "{arguments}");
    };
    check("kurse.de.md", "kurse.en.md", "");
    check("kurse.de.md", "empty.txt", "empty.txt has no text to align.");
    check("lines.txt", "kurse.en.md", "lines.txt has no text to align.");
    check("long.txt", "faq.en.txt", "Nothing of long.txt was found in faq.en.txt.");
    let taken = |language| {
        format!(
            "kurse.{}.md was taken for English, but looks like {language}. Say which language it is with \
             `--source-language` or `--target-language`.",
            if language == "German" { "de" } else { "ru" }
        )
    };
    check("kurse.de.md", "kurse.ru.md", &taken("Russian"));
    check("kurse.de.md", "kurse.de.md", &taken("German"));
}

#[test]
fn a_memory_teaches_the_aligner() {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "hexapla.toml",
        "[project]\nsource = \"de\"\ntargets = [\"en\"]\nhistory = \"off\"\n\n[[documents]]\n\
         source = \"de/*.txt\"\ntarget = \"{language}/*.txt\"\n",
    );
    // The middle sentence has no counterpart; only words tell which of the three it is.
    write("de/a.txt", "Die Katze schläft heute.\n\nDer Hund bellt wieder.\n\nDas Pferd wiehert laut.\n");
    write("en/a.txt", "The cat sleeps today.\n\nThe horse neighs loudly.\n");
    let pairs = [("Katze", "cat"), ("Pferd", "horse"), ("Hund", "dog")];
    let verbs = [("schläft", "sleeps"), ("wiehert", "neighs"), ("bellt", "barks"), ("rennt", "runs")];
    let mut units = String::new();
    for (german, english) in pairs {
        for (verb, translated) in verbs {
            units.push_str(&format!(
                "<tu><tuv xml:lang=\"de\"><seg>{german} {verb}</seg></tuv>\
                 <tuv xml:lang=\"en\"><seg>{english} {translated}</seg></tuv></tu>\n"
            ));
        }
    }
    let head = "<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" \
                o-tmf=\"t\" adminlang=\"en\" srclang=\"de\" datatype=\"plaintext\"/><body>\n";
    write("old.tmx", &format!("{head}{units}</body></tmx>\n"));
    succeeds(directory.path(), "import old.tmx");
    let taught = succeeds(directory.path(), "align --format ladder");
    let beads: Vec<&str> = taught.lines().map(|line| line.rsplit_once(':').unwrap().0).collect();
    assert_eq!(beads, ["[0]:[0]", "[1]:[]", "[2]:[1]"]);
    succeeds(directory.path(), "align --learn memory/ -q --format ladder");
    let lexicon = fs::read_to_string(directory.path().join("memory/en.lexicon")).unwrap();
    assert!(lexicon.starts_with("hexapla-lexicon 1\n"), "{lexicon}");
    // What is learnt does not rest on what was learnt before.
    succeeds(directory.path(), "align --learn memory/ -q --format ladder");
    assert_eq!(fs::read_to_string(directory.path().join("memory/en.lexicon")).unwrap(), lexicon);
    succeeds(directory.path(), "status");
}

/// The seed site with translations whose names say nothing, and what each is the translation of.
fn renamed_seeds(directory: &Path) -> Vec<(String, String)> {
    let content = root().join("seeds/content");
    let mut truth = Vec::new();
    for language in ["de", "en", "ru", "ar"] {
        let pages = contents(&content.join(language));
        // Reversed and interleaved, so that no order tells either.
        let order = (0..pages.len()).rev().step_by(2).chain((0..pages.len()).rev().skip(1).step_by(2));
        for (number, at) in order.enumerate() {
            let (path, bytes) = &pages[at];
            let name = match language {
                "de" => path.to_str().unwrap().to_owned(),
                _ => format!("page{number:02}.{}", path.extension().unwrap().to_str().unwrap()),
            };
            let page = directory.join(language).join(&name);
            fs::create_dir_all(page.parent().unwrap()).unwrap();
            fs::write(&page, bytes).unwrap();
            if language != "de" {
                truth.push((format!("{language}/{name}"), format!("de/{}", path.to_str().unwrap())));
            }
        }
    }
    let entry = |extension: &str| {
        format!("\n[[documents]]\nsource = \"de/**/*.{extension}\"\ntarget = \"{{language}}/**/*.{extension}\"\n")
    };
    let head = "[project]\nsource = \"de\"\ntargets = [\"en\", \"ru\", \"ar\"]\nhistory = \"off\"\n".to_owned();
    fs::write(directory.join("hexapla.toml"), head + &["md", "txt", "html"].map(entry).concat()).unwrap();
    truth
}

#[test]
fn pages_are_paired_by_their_links_and_guessed_by_what_they_say() {
    let directory = tempfile::tempdir().unwrap();
    let truth = renamed_seeds(directory.path());
    let listed: serde_json::Value =
        serde_json::from_str(&succeeds(directory.path(), "list --guess --format json")).unwrap();
    let mut found: Vec<(String, String, bool)> = Vec::new();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    for document in listed["documents"].as_array().unwrap() {
        for target in document["targets"].as_array().unwrap().iter().filter(|target| target["pairing"] == "link") {
            found.push((text(&target["path"]), text(&document["path"]), true));
        }
    }
    let guesses = listed["guesses"].as_array().unwrap().iter().filter(|guess| guess["confidence"].as_f64() > Some(0.5));
    found.extend(guesses.map(|guess| (text(&guess["target"]), text(&guess["source"]), false)));
    let wrong: Vec<_> =
        found.iter().filter(|(target, source, _)| !truth.contains(&(target.clone(), source.clone()))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let linked = found.iter().filter(|(.., linked)| *linked).count();
    // Floors; they only rise.
    assert!(linked >= 12 && found.len() >= 37, "{linked} by links, {} of {} in all", found.len(), truth.len());
}
