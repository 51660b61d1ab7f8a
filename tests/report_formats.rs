//! Reports, read by those they are for: SARIF by its schema, JUnit by a reader of JUnit, HTML by an accessibility check
//! in a browser. What is not installed here is skipped, and said so on standard error.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

const LANGUAGES: [&str; 4] = ["de", "en", "ru", "ar"];

/// So many sentences of the large site are stale: one more than GitHub shows.
const FINDINGS: usize = 5001;

fn hexapla(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    command.current_dir(directory).env("LC_ALL", "C").args(arguments);
    let output = command.output().expect("hexapla runs");
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn skipped(what: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {what}");
}

fn skipped_unfetched(what: &str) {
    let why = if may_fetch() { "it could not be fetched" } else { "HEXAPLA_FETCH=1 fetches it" };
    skipped(&format!("{what}: {why}"));
}

/// The sample of the transcripts in all formats at once.
fn sample(language: &str) -> &'static Path {
    static SAMPLES: OnceLock<tempfile::TempDir> = OnceLock::new();
    let directory = SAMPLES.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        for language in LANGUAGES {
            let html = format!("html={}", directory.path().join(format!("{language}.html")).display());
            hexapla(&seeds, &["check", "--ui-language", language, "--format", &html]);
        }
        let json = format!("json={}", directory.path().join("report.json").display());
        hexapla(&seeds, &["check", "--format", &json]);
        directory
    });
    assert!(directory.path().join(format!("{language}.html")).is_file());
    directory.path()
}

/// A site in which [`FINDINGS`] sentences are stale, in all formats, each in a file of its own.
fn large() -> &'static Path {
    static LARGE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let directory = LARGE.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let write = |path: String, text: String| {
            let path = directory.path().join(path);
            fs::create_dir_all(path.parent().expect("a directory")).expect("a directory can be made");
            fs::write(path, text).expect("a file can be written");
        };
        let configuration = "[project]\nsource = \"de\"\ntargets = [\"ar\"]\nhistory = \"off\"\n\
                             [[documents]]\nsource = \"de/*.txt\"\ntarget = \"{language}/*.txt\"\n";
        for tree in ["now", "before"] {
            write(format!("{tree}/hexapla.toml"), configuration.to_owned());
            for page in 0..FINDINGS.div_ceil(100) {
                let (mut source, mut target) = (String::new(), String::new());
                for n in page * 100..FINDINGS.min((page + 1) * 100) {
                    let price = if tree == "now" { n + 7 } else { n + 5 };
                    source
                        .push_str(&format!("Haus {n} ist ein Haus mit Garten, der Eintritt kostet {price} Euro.\n\n"));
                    target.push_str(&format!("البيت {n} بيت له حديقة، وثمن الدخول {} يورو.\n\n", n + 5));
                }
                write(format!("{tree}/de/seite-{page:03}.txt"), source);
                write(format!("{tree}/ar/seite-{page:03}.txt"), target);
            }
        }
        let formats = ["json", "jsonl", "markdown", "html", "junit", "sarif", "github", "gitlab"];
        let wanted: Vec<String> = formats.iter().map(|format| format!("--format={format}=out/{format}")).collect();
        let mut arguments = vec!["check", "now", "--base", "before"];
        arguments.extend(wanted.iter().map(String::as_str));
        let output = hexapla(directory.path(), &arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("5,001 errors"), "{said}");
        directory
    });
    directory.path()
}

fn read(format: &str) -> String {
    fs::read_to_string(large().join("out").join(format)).expect("the report was written")
}

fn json(format: &str) -> Value {
    serde_json::from_str(&read(format)).expect("the report is JSON")
}

#[test]
fn five_thousand_and_one_findings_are_handled() {
    assert_eq!(json("json")["findings"].as_array().map(Vec::len), Some(FINDINGS));

    let lines = read("jsonl");
    assert_eq!(lines.lines().count(), FINDINGS + 1);
    let last: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert_eq!((&last["type"], &last["findings"]["error"]), (&Value::from("summary"), &Value::from(FINDINGS)));

    let sarif = json("sarif");
    let run = &sarif["runs"][0];
    assert_eq!(run["results"].as_array().map(Vec::len), Some(5000));
    let notification = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(notification["properties"]["leftOut"], 1);
    assert!(notification["message"]["text"].as_str().unwrap().contains("1 error"), "{notification}");
    let prints = run["results"].as_array().unwrap().iter();
    let prints: BTreeSet<_> =
        prints.map(|result| result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), 5000);

    let github = read("github");
    assert_eq!(github.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    let notice = github.lines().find(|line| line.starts_with("::notice ")).unwrap();
    assert!(notice.contains("4,991 errors"), "{notice}");

    let gitlab = json("gitlab");
    let prints: BTreeSet<_> =
        gitlab.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), FINDINGS);

    let markdown = read("markdown");
    assert!((60_000..65_536).contains(&markdown.chars().count()), "{}", markdown.chars().count());
    let listed = markdown.matches("- **error**").count();
    let left_out = format!("{},{:03} errors", (FINDINGS - listed) / 1000, (FINDINGS - listed) % 1000);
    assert!(markdown.contains(&left_out), "{left_out}");

    let html = read("html");
    assert_eq!(html.matches("<td class=\"source\">").count(), FINDINGS);
    assert!(html.len() < 6_000_000, "{} bytes", html.len());
    assert_eq!(read("junit").matches("<failure ").count(), FINDINGS);
}

#[test]
fn columns_are_those_of_code_points_in_arabic() {
    // Two sentences in one Arabic line: the second begins after 21 characters, which are 37 bytes.
    let directory = tempfile::tempdir().unwrap();
    for (tree, price) in [("now", 7), ("before", 5)] {
        let write = |path: &str, text: &str| {
            let path = directory.path().join(tree).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let configuration = "[project]\nsource = \"de\"\ntargets = [\"ar\"]\nhistory = \"off\"\n\
                             [[documents]]\nsource = \"de/*.txt\"\ntarget = \"{language}/*.txt\"\n";
        write("hexapla.toml", configuration);
        write("de/ein hof, 100%.txt", &format!("Die Tür ist heute offen. Der Eintritt kostet {price} Euro.\n"));
        write("ar/ein hof, 100%.txt", "الباب مفتوح اليوم. ثمن الدخول 5 يورو.\n");
    }
    let arguments = ["check", "now", "--base", "before", "--format", "github", "--format", "sarif=out.sarif"];
    let output = hexapla(directory.path(), &arguments);
    let said = String::from_utf8(output.stdout).unwrap();
    let want = "::error file=ar/ein hof%2C 100%25.txt,line=1,col=20,title=";
    assert!(said.starts_with(want), "{said}");
    let sarif: Value = serde_json::from_str(&fs::read_to_string(directory.path().join("out.sarif")).unwrap()).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let place = &run["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startColumn"], 20);
    assert_eq!(place["artifactLocation"]["uri"], "ar/ein%20hof%2C%20100%25.txt");
    let related = &run["results"][0]["relatedLocations"][0]["physicalLocation"];
    assert_eq!(related["region"]["startColumn"], 26);
}

/// Whether tools may be fetched from the registries, as `.ci/run` asks; what a run before this one fetched is used anyway.
fn may_fetch() -> bool {
    std::env::var_os("HEXAPLA_FETCH").is_some_and(|asked| asked == "1")
}

/// Where tools of other people are kept between runs.
fn tools() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report-tools");
    fs::create_dir_all(&path).expect("a directory can be made");
    path
}

fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// An interpreter of Python with what the tests below read reports with.
fn python() -> Option<&'static Path> {
    static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();
    let made = PYTHON.get_or_init(|| {
        let home = tools().join("python");
        let python = home.join("bin/python");
        let ready = |python: &Path| succeeds(Command::new(python).args(["-c", "import jsonschema, junitparser"]));
        if !ready(&python) {
            let made = may_fetch()
                && succeeds(Command::new("python3").args(["-m", "venv"]).arg(&home))
                && succeeds(Command::new(&python).args([
                    "-m",
                    "pip",
                    "install",
                    "-q",
                    "--retries=0",
                    "--timeout=20",
                    "jsonschema",
                    "junitparser",
                ]));
            if !made || !ready(&python) {
                return None;
            }
        }
        Some(python)
    });
    made.as_deref()
}

/// A file of a package of npm.
fn of_npm(package: &str, file: &str) -> Option<PathBuf> {
    let home = tools().join(package.replace('/', "-"));
    let path = home.join("package").join(file);
    if path.is_file() {
        return Some(path);
    }
    if !may_fetch() {
        return None;
    }
    fs::create_dir_all(&home).ok()?;
    let packed = Command::new("npm")
        .args(["pack", "--silent", "--fetch-retries=0", package])
        .current_dir(&home)
        .output()
        .ok()?;
    let name = String::from_utf8(packed.stdout).ok()?;
    let unpacked = succeeds(Command::new("tar").arg("xzf").arg(name.trim()).current_dir(&home));
    (unpacked && path.is_file()).then_some(path)
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let Some(python) = python() else {
        return skipped_unfetched("SARIF is not validated without jsonschema");
    };
    let schema = of_npm("@microsoft/jest-sarif@1.0.0-beta.0", "lib/schemas/sarif-2.1.0-rtm.5.json");
    let Some(schema) = schema else {
        return skipped_unfetched("SARIF is not validated without its schema");
    };
    let program = "import json, sys, jsonschema\n\
                   schema, log = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])\n\
                   faults = list(jsonschema.Draft4Validator(schema).iter_errors(log))\n\
                   sys.exit('\\n'.join(f'{fault.json_path}: {fault.message}' for fault in faults[:20]) or 0)";
    let log = large().join("out/sarif");
    let output = Command::new(python).args(["-c", program]).arg(schema).arg(log).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// JSON against our schema, in which nothing may be missing: what the schema does not name is a fault here.
#[test]
fn json_is_as_its_schema_says() {
    let Some(python) = python() else {
        return skipped_unfetched("JSON is not validated without jsonschema");
    };
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.schema.json");
    let program = "import json, sys, jsonschema\n\
                   def strict(part):\n\
                   \x20   if isinstance(part, dict):\n\
                   \x20       if isinstance(part.get('properties'), dict): part['additionalProperties'] = False\n\
                   \x20       for inner in part.values(): strict(inner)\n\
                   \x20   elif isinstance(part, list):\n\
                   \x20       for inner in part: strict(inner)\n\
                   schema, *reports = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])\n\
                   jsonschema.Draft202012Validator.check_schema(schema)\n\
                   strict(schema)\n\
                   check = jsonschema.Draft202012Validator(schema)\n\
                   faults = [fault for report in reports for fault in check.iter_errors(report)]\n\
                   sys.exit('\\n'.join(f'{fault.json_path}: {fault.message}' for fault in faults[:20]) or 0)";
    let (large, sample) = (large().join("out/json"), sample("en").join("report.json"));
    let output = Command::new(python).args(["-c", program]).arg(schema).args([large, sample]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn junit_is_read_by_a_reader_of_junit() {
    let Some(python) = python() else {
        return skipped_unfetched("JUnit is not read back without junitparser");
    };
    let program = "import sys\nfrom junitparser import Failure, JUnitXml\n\
                   cases = [case for suite in JUnitXml.fromfile(sys.argv[1]) for case in suite]\n\
                   failed = [case for case in cases if any(isinstance(one, Failure) for one in case.result)]\n\
                   print(len(cases), len(failed), len({case.name for case in cases}))";
    let output = Command::new(python).args(["-c", program]).arg(large().join("out/junit")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(said.trim(), format!("{FINDINGS} {FINDINGS} {FINDINGS}"), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_page_passes_an_accessibility_check() {
    let Some(axe) = of_npm("axe-core@4", "axe.min.js") else {
        return skipped_unfetched("the page is not checked without axe-core");
    };
    if !succeeds(Command::new("chromium").arg("--version")) {
        return skipped("no chromium to look at the page with");
    }
    let axe = fs::read_to_string(axe).unwrap();
    let check = |language: &str, colours: &str| {
        let page = fs::read_to_string(sample(language).join(format!("{language}.html"))).unwrap();
        let run = "axe.run().then(found => { const pre = document.createElement('pre'); pre.id = 'found'; \
                   pre.textContent = 'FOUND' + JSON.stringify(found.violations.map(one => \
                   [one.id, one.nodes.length, one.nodes[0].html])) + 'END'; document.body.append(pre); })";
        let page = page.replace("</body>", &format!("<script>{axe}</script>\n<script>{run}</script>\n</body>"));
        let path = sample(language).join(format!("axe-{language}-{colours}.html"));
        fs::write(&path, page).unwrap();
        let output = Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"])
            .arg(format!("--blink-settings=preferredColorScheme={}", if colours == "dark" { 0 } else { 1 }))
            .arg(format!("file://{}", path.display()))
            .output()
            .unwrap();
        let dom = String::from_utf8_lossy(&output.stdout).into_owned();
        let found = dom.rsplit_once("FOUND").and_then(|(_, rest)| rest.split_once("END"));
        let Some((found, _)) = found else { return skipped("chromium did not come to an end with axe-core") };
        assert_eq!(found, "[]", "{language}, {colours}");
    };
    for language in LANGUAGES {
        check(language, "light");
    }
    check("ar", "dark");
}

#[test]
fn the_page_needs_no_script_and_no_other_file() {
    for language in LANGUAGES {
        let page = fs::read_to_string(sample(language).join(format!("{language}.html"))).unwrap();
        for forbidden in ["<script", "<link", "<img", "http://", "https://", "@import", "url(", "javascript:"] {
            let at = page.find(forbidden).map(|at| page[at..].chars().take(80).collect::<String>());
            assert_eq!(at, None, "{language}: {forbidden}");
        }
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")));
        assert!(page.contains("lang=\"ar\" dir=\"rtl\">"), "{language}");
        assert!(page.contains("lang=\"de\" dir=\"ltr\">"), "{language}");
    }
}
