//! Repositories made on the spot, by one `git fast-import`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hexapla_core::status::{Finding, Rule};
use hexapla_project::{Project, ProjectError, Report, Selection, Silent};

/// A commit of a repository that is being made: its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark(pub(crate) usize);

/// A repository that is being made.
pub(crate) struct Recipe {
    stream: Vec<u8>,
    commits: usize,
}

/// A repository on disk; it goes when it is dropped.
pub(crate) struct Repository {
    directory: tempfile::TempDir,
    names: BTreeMap<usize, String>,
}

impl Recipe {
    pub(crate) fn new() -> Self {
        Self { stream: Vec::new(), commits: 0 }
    }

    /// How many commits it has.
    pub(crate) fn commits(&self) -> usize {
        self.commits
    }

    /// Adds a commit; a file without text is deleted.
    pub(crate) fn commit(&mut self, parents: &[Mark], message: &str, files: &[(&str, Option<&str>)]) -> Mark {
        self.commits += 1;
        let mark = self.commits;
        // Without parents it would follow the last one all the same.
        let begin = if parents.is_empty() { "reset refs/heads/main\n\n" } else { "" };
        let mut head = format!("{begin}commit refs/heads/main\nmark :{mark}\n");
        let who = format!("Ada Beispiel <ada@example.org> {} +0000\n", 1_700_000_000 + 3600 * mark);
        let _ = write!(head, "author {who}committer {who}data {}\n{message}\n", message.len());
        for (at, parent) in parents.iter().enumerate() {
            let _ = writeln!(head, "{} :{}", if at == 0 { "from" } else { "merge" }, parent.0);
        }
        self.stream.extend(head.bytes());
        for (path, text) in files {
            let quoted = path.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            match text {
                Some(text) => {
                    self.stream.extend(format!("M 100644 inline \"{quoted}\"\ndata {}\n", text.len()).bytes());
                    self.stream.extend(text.bytes());
                    self.stream.push(b'\n');
                }
                None => self.stream.extend(format!("D \"{quoted}\"\n").bytes()),
            }
        }
        self.stream.push(b'\n');
        Mark(mark)
    }

    /// One commit after another.
    pub(crate) fn line(commits: &[&[(&str, &str)]]) -> Self {
        let mut recipe = Self::new();
        let mut last: Vec<Mark> = Vec::new();
        for (at, files) in commits.iter().enumerate() {
            let files: Vec<(&str, Option<&str>)> = files.iter().map(|(path, text)| (*path, Some(*text))).collect();
            last = vec![recipe.commit(&last, &format!("Schritt {}", at + 1), &files)];
        }
        recipe
    }

    /// Makes the repository and checks out the last commit.
    pub(crate) fn make(self) -> Repository {
        let directory = tempfile::tempdir().unwrap();
        git(directory.path(), &["init", "--quiet", "--initial-branch=main"]);
        let marks = directory.path().join(".git/marks");
        let mut import = command(directory.path())
            .args(["fast-import", "--quiet", "--force"])
            .arg(format!("--export-marks={}", marks.display()))
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        import.stdin.take().unwrap().write_all(&self.stream).unwrap();
        assert!(import.wait().unwrap().success());
        git(directory.path(), &["reset", "--quiet", "--hard", "main"]);
        let names = std::fs::read_to_string(marks).unwrap();
        let names = names.lines().map(|line| {
            let (mark, name) = line.split_once(' ').unwrap();
            (mark[1..].parse().unwrap(), name.to_owned())
        });
        Repository { names: names.collect(), directory }
    }
}

impl Repository {
    pub(crate) fn root(&self) -> &Path {
        self.directory.path()
    }

    pub(crate) fn name(&self, mark: Mark) -> &str {
        &self.names[&mark.0]
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        write(self.root(), path, text);
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        git(self.root(), arguments)
    }

    pub(crate) fn report(&self) -> Report {
        report(self.root()).unwrap()
    }
}

/// The configuration of a generated site: pages of three formats, a directory for each language.
pub(crate) fn config(source: &str, targets: &str) -> String {
    let mut text = format!("[project]\nsource = \"{source}\"\ntargets = {targets}\nhistory = \"require\"\n");
    for extension in ["md", "html", "txt"] {
        text += &format!("[[documents]]\nsource = \"{source}/*.{extension}\"\n");
        text += &format!("target = \"{{language}}/*.{extension}\"\n");
    }
    text
}

pub(crate) fn write(root: &Path, path: &str, text: &str) {
    let path: PathBuf = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

pub(crate) fn report(root: &Path) -> Result<Report, ProjectError> {
    Project::open(root)?.report(&Selection::default(), &Silent)
}

/// `en stale Der Kurs kostet 7 Euro.`: language, rule, and the source's text, or the target's where it has none.
/// The findings about states; what the checks say of pairs is tested elsewhere.
pub(crate) fn told(report: &Report) -> Vec<String> {
    let text = |finding: &Finding| {
        let side = finding.source.as_ref().or(finding.target.as_ref());
        side.map_or(String::new(), |side| side.text.to_string())
    };
    let line = |finding: &Finding| format!("{} {} {}", finding.language, finding.rule.as_str(), text(finding));
    report.findings.iter().filter(|finding| !Rule::CHECKS.contains(&finding.rule)).map(line).collect()
}

fn command(root: &Path) -> Command {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("GIT_")) {
            command.env_remove(name);
        }
    }
    command.args(["-c", "user.name=Ada Beispiel", "-c", "user.email=ada@example.org"]);
    command.args(["-c", "protocol.file.allow=always", "-c", "core.autocrlf=false"]).arg("-C").arg(root);
    command
}

pub(crate) fn git(root: &Path, arguments: &[&str]) -> String {
    let output = command(root).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
