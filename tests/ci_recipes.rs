//! What a team copies to check its translations in CI: read, and run as the services run it.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use saphyr_parser::{Event, Parser, ScalarStyle};

const HEXAPLA: &str = env!("CARGO_BIN_EXE_hexapla");

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).expect("the file can be read")
}

/// The scalars of a file, each with whether it is a block of lines.
fn scalars(text: &str) -> Vec<(String, bool)> {
    let events = Parser::new_from_str(text).map(|event| event.unwrap_or_else(|error| panic!("{error}\n{text}")).0);
    let scalar = |event| match event {
        Event::Scalar(value, style, ..) => Some((value.to_string(), style == ScalarStyle::Literal)),
        _ => None,
    };
    events.filter_map(scalar).collect()
}

/// The recipes of docs/ci.md, each as its scalars.
fn recipes() -> Vec<Vec<(String, bool)>> {
    let ci = text("docs/ci.md");
    ci.split("```yaml\n").skip(1).map(|rest| scalars(rest.split("\n```").next().unwrap())).collect()
}

/// The scripts of action.yml.
fn scripts() -> Vec<String> {
    let action = scalars(&text("action.yml"));
    let scripts = action.windows(2).filter(|pair| pair[0].0 == "run" && pair[1].1);
    scripts.map(|pair| pair[1].0.clone()).collect()
}

/// A project in which one sentence is not translated, in a directory of a name that scripts stumble over.
fn site() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let write = |path: &str, text: &str| {
        let path = directory.path().join("neue seiten").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let configuration = "[project]\nsource = \"de\"\ntargets = [\"ar\"]\nhistory = \"off\"\n\
                         [[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";
    write("hexapla.toml", configuration);
    write("de/hof.md", "Der Hof ist heute offen.\n\nHunde sind willkommen.\n");
    write("ar/hof.md", "الفناء مفتوح اليوم.\n");
    directory
}

/// Runs a script as GitHub runs `shell: bash`; `None` where there is no bash.
fn bash(script: &str, directory: &Path, environment: &[(&str, &str)]) -> Option<Output> {
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]).current_dir(directory);
    let output = command.env("LC_ALL", "C").envs(environment.iter().copied()).output();
    if output.is_err() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: no bash to run recipes with");
    }
    output.ok()
}

#[test]
fn recipes_are_well_formed() {
    assert!(scalars(&text(".pre-commit-hooks.yaml")).contains(&("hexapla-check".to_owned(), false)));
    scalars(&text("examples/check-translations.yml"));
    assert_eq!(recipes().len(), 3);
    assert_eq!(scripts().len(), 3);
    for script in scripts() {
        // What comes from outside goes by way of the environment, never into the text of a script.
        assert!(!script.contains("${{"), "{script}");
    }
}

#[cfg(unix)]
#[test]
fn the_action_tells_what_it_found() {
    let site = site();
    let path = |name: &str| site.path().join(name).to_string_lossy().into_owned();
    fs::create_dir_all(path("root/bin")).unwrap();
    std::os::unix::fs::symlink(HEXAPLA, path("root/bin/hexapla")).unwrap();
    let check = |inputs: &[(&str, &str)], code: i32| -> Option<(String, String, String)> {
        let (root, temp, output, summary) = (path("root"), path("temp"), path("output"), path("summary"));
        for file in [&output, &summary] {
            fs::write(file, "").unwrap();
        }
        let _ = fs::remove_dir_all(&temp);
        let mut environment = vec![
            ("ROOT", root.as_str()),
            ("RUNNER_TEMP", &temp),
            ("GITHUB_OUTPUT", &output),
            ("GITHUB_STEP_SUMMARY", &summary),
            ("DIRECTORY", "neue seiten"),
            ("ARGUMENTS", ""),
            ("UI_LANGUAGE", "en"),
            ("ANNOTATIONS", "true"),
            ("SUMMARY", "true"),
            ("HTML", ""),
            ("SARIF", ""),
            ("UPLOAD", "false"),
            ("FAIL", "true"),
        ];
        environment.extend(inputs);
        let ran = bash(&scripts()[2], site.path(), &environment)?;
        assert_eq!(ran.status.code(), Some(code), "{inputs:?}\n{}", String::from_utf8_lossy(&ran.stderr));
        let said = String::from_utf8(ran.stdout).unwrap();
        Some((said, fs::read_to_string(output).unwrap(), fs::read_to_string(summary).unwrap()))
    };
    let Some((said, output, summary)) = check(&[], 1) else { return };
    assert!(said.contains("::error file=de/hof.md,line=3,col=1,"), "{said}");
    assert!(output.contains("exit-code=1\n"), "{output}");
    assert!(summary.contains("**The gate is not passed.**"), "{summary}");

    let arguments = "--fail-on stale --language ar";
    let inputs = [("ARGUMENTS", arguments), ("UPLOAD", "true"), ("HTML", "a b.html"), ("ANNOTATIONS", "false")];
    let (said, output, _) = check(&inputs, 0).unwrap();
    assert!(!said.contains("::"), "{said}");
    assert!(output.contains("exit-code=0\nsarif=") && output.contains("hexapla.sarif"), "{output}");
    assert!(site.path().join("a b.html").is_file());

    assert!(check(&[("FAIL", "false")], 0).unwrap().1.contains("exit-code=1\n"));
    assert!(check(&[("FAIL", "false"), ("DIRECTORY", "alte seiten")], 2).unwrap().1.contains("exit-code=2\n"));
}

#[cfg(unix)]
#[test]
fn the_hook_checks_the_pages_of_a_commit() {
    let site = site();
    let hook = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.pre-commit-hook.sh");
    let check = |arguments: &[&str], code: i32| {
        let mut command = Command::new(&hook);
        let ran = command.args(arguments).current_dir(site.path()).env("LC_ALL", "C").env("HEXAPLA", HEXAPLA).output();
        let ran = ran.expect("the hook runs");
        let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        assert_eq!(ran.status.code(), Some(code), "{arguments:?}\n{said}");
    };
    check(&["neue seiten/de/hof.md"], 1);
    check(&["neue seiten/ar/hof.md"], 1);
    // As pre-commit puts them together: `args` of the user, then the files.
    check(&["--fail-on", "stale", "neue seiten/de/hof.md", "neue seiten/ar/hof.md"], 0);
}

#[cfg(unix)]
#[test]
fn the_recipe_for_gitlab_writes_its_reports() {
    let site = site();
    let project = site.path().join("neue seiten");
    fs::create_dir_all(project.join(".hexapla/bin")).unwrap();
    std::os::unix::fs::symlink(HEXAPLA, project.join(".hexapla/bin/hexapla")).unwrap();
    let [_, gitlab, _] = <[_; 3]>::try_from(recipes()).unwrap();
    let line = gitlab.iter().find(|(value, _)| value.starts_with(".hexapla/bin/hexapla check")).unwrap();
    let Some(ran) = bash(&line.0, &project, &[]) else { return };
    assert_eq!(ran.status.code(), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
    for (value, _) in gitlab.iter().filter(|(value, _)| value.ends_with("quality.json") || value == "junit.xml") {
        assert!(project.join(value).is_file(), "{value}");
    }
}
