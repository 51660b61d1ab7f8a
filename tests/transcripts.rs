//! The command line, as its users see it: every command in `tests/cli/*.md` is run, and must say what stands below it.
//!
//! A transcript is a `console` block in Markdown. A line that begins with `$` is a command (variables before `hexapla`
//! set its environment, `< FILE` its standard input); the lines below are what it says on standard output and then on
//! standard error; `? 2` is its exit code unless 0; `...` stands for any
//! lines and `[..]` for any part of one. It is run in `tests/cli`. With
//! `TRANSCRIPTS=overwrite`, what was said is written into the files, to be read before it is committed.
//!
//! `REPOSITORY=history.stream hexapla …` is run in a repository made of that file by `git fast-import`; all commands of
//! a run that name the same file share it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const HEXAPLA: &str = env!("CARGO_BIN_EXE_hexapla");

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cli")
}

#[test]
fn transcripts() {
    let overwrite = std::env::var("TRANSCRIPTS").is_ok_and(|value| value == "overwrite");
    let mut files: Vec<_> = fs::read_dir(directory()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    assert!(!files.is_empty(), "no transcripts in {}", directory().display());
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let replayed = replay(&text, &mut faults, &file.file_name().unwrap().to_string_lossy());
        if overwrite && replayed != text {
            fs::write(&file, replayed).unwrap();
        }
    }
    assert!(overwrite || faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Runs the commands of a transcript and returns it with what they really said.
fn replay(text: &str, faults: &mut Vec<String>, file: &str) -> String {
    let mut replayed = String::new();
    let mut lines = text.lines().enumerate().peekable();
    let mut within = false;
    while let Some((number, line)) = lines.next() {
        replayed.push_str(line);
        replayed.push('\n');
        within = line == "```console" || (within && line != "```");
        let Some(command) = line.strip_prefix("$ ").filter(|_| within) else { continue };
        let mut wanted = Vec::new();
        while let Some((_, line)) = lines.next_if(|(_, line)| !line.starts_with("$ ") && *line != "```") {
            wanted.push(line);
        }
        let said = run(command);
        let said: Vec<&str> = said.lines().collect();
        // A blank line before the next command is for the reader.
        let blank = wanted.len() > said.len() && wanted.last() == Some(&"");
        let compared = if blank { &wanted[..wanted.len() - 1] } else { &wanted[..] };
        let kept = if alike(compared, &said) { compared } else { &said };
        if !alike(compared, &said) {
            let (said, wanted) = (said.join("\n"), compared.join("\n"));
            faults.push(format!("{file}:{}: $ {command}\n--- wanted\n{wanted}\n--- said\n{said}\n", number + 1));
        }
        for line in kept.iter().chain(blank.then_some(&"")) {
            replayed.push_str(line);
            replayed.push('\n');
        }
    }
    replayed
}

fn alike(wanted: &[&str], said: &[&str]) -> bool {
    match wanted {
        [] => said.is_empty(),
        ["...", rest @ ..] => (0..=said.len()).any(|skipped| alike(rest, &said[skipped..])),
        [first, rest @ ..] => said.first().is_some_and(|said| fits(first, said)) && alike(rest, &said[1..]),
    }
}

/// Whether a line is as wanted, where `[..]` stands for anything.
fn fits(wanted: &str, said: &str) -> bool {
    let mut said = said;
    let mut pieces = wanted.split("[..]");
    match pieces.next().and_then(|first| said.strip_prefix(first)) {
        Some(rest) => said = rest,
        None => return false,
    }
    let mut open = false;
    for piece in pieces {
        match said.find(piece) {
            Some(at) => said = &said[at + piece.len()..],
            None => return false,
        }
        open = piece.is_empty();
    }
    open || said.is_empty()
}

fn run(line: &str) -> String {
    let words = split(line);
    let program = words.iter().position(|word| word == "hexapla").unwrap_or_else(|| panic!("no hexapla in `{line}`"));
    let mut command = hexapla();
    for (name, value) in words[..program].iter().filter_map(|word| word.split_once('=')) {
        match name {
            "REPOSITORY" => command.current_dir(repository(value)),
            _ => command.env(name, value),
        };
    }
    let mut arguments = words[program + 1..].iter();
    while let Some(word) = arguments.next() {
        match word.as_str() {
            "<" => _ = command.stdin(File::open(directory().join(arguments.next().expect("a file after <"))).unwrap()),
            _ => _ = command.arg(word),
        }
    }
    let output = command.output().unwrap();
    let mut said = String::from_utf8(output.stdout).expect("standard output is UTF-8");
    said.push_str(&String::from_utf8(output.stderr).expect("standard error is UTF-8"));
    if output.status.code() != Some(0) {
        said.push_str(&format!("? {}\n", output.status.code().unwrap_or(-1)));
    }
    said
}

thread_local! {
    static REPOSITORIES: RefCell<BTreeMap<String, tempfile::TempDir>> = RefCell::default();
}

/// The repository that a stream of `git fast-import` makes.
fn repository(stream: &str) -> PathBuf {
    REPOSITORIES.with_borrow_mut(|made| {
        let made = made.entry(stream.to_owned()).or_insert_with(|| {
            let root = tempfile::tempdir().unwrap();
            let git = |arguments: &[&str], input: Stdio| {
                let mut command = Command::new("git");
                let status = command.args(arguments).current_dir(root.path()).stdin(input).status().unwrap();
                assert!(status.success(), "git {arguments:?}");
            };
            git(&["init", "--quiet", "--initial-branch=main"], Stdio::null());
            let stream = File::open(directory().join(stream)).unwrap();
            git(&["-c", "core.autocrlf=false", "fast-import", "--quiet"], stream.into());
            git(&["-c", "core.autocrlf=false", "reset", "--quiet", "--hard", "main"], Stdio::null());
            root
        });
        made.path().to_owned()
    })
}

fn hexapla() -> Command {
    let mut command = Command::new(HEXAPLA);
    command.current_dir(directory()).env_clear().env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// Words as a shell has them, as far as transcripts need it: single and double quotes, no expansion.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let mut child = hexapla().arg("--help").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{first}");

    // A pipe that nobody reads from the start.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output =
        hexapla().arg("--help").stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        let output = hexapla().envs(variables.iter().copied()).args(arguments).output().unwrap();
        output.stdout.contains(&0x1B)
    };
    assert!(!coloured(&[], &["--help"]));
    assert!(coloured(&[], &["--help", "--color", "always"]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &["--help"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &["--help"]));
    assert!(coloured(&[("NO_COLOR", "1")], &["--color=always", "--help"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color=never", "--help"]));
}

#[test]
fn help_fits_a_terminal_in_every_language() {
    use unicode_width::UnicodeWidthStr;
    let commands = [
        "", "init", "list", "status", "check", "diff", "explain", "align", "segment", "export", "import", "help", "tmx",
    ];
    let of_memories = ["validate", "stats", "fmt", "convert", "merge", "split", "dedupe", "filter", "diff", "extract"];
    let of_memories = of_memories.iter().chain(&["merge-driver"]).map(|command| format!("tmx {command}"));
    let commands: Vec<String> = commands.iter().map(ToString::to_string).chain(of_memories).collect();
    for language in ["en", "de", "ru", "ar"] {
        for command in &commands {
            let output = hexapla().args(["--ui-language", language, "help"]).args(command.split_whitespace()).output();
            let output = output.unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert_eq!(output.status.code(), Some(0), "help {command} in {language}");
            assert!(text.lines().count() > 15, "help {command} in {language}:\n{text}");
            let long = text.lines().find(|line| line.width() > 80);
            assert_eq!(long, None, "help {command} in {language}");
            assert!(!text.contains('\u{2068}'), "isolation marks in a pipe: help {command} in {language}");
        }
    }
}
