//! The `git` executable, asked in a way that neither its surroundings nor the repository's own settings can turn.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use super::reason::HistoryReason;

/// Surroundings that say where settings are, not which repository is meant.
const KEPT: [&str; 6] = [
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
];

/// `git` in the directory `root`: no hooks, no monitor, no prompts, no locks, no fetching of missing objects, messages in
/// English.
pub(super) fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os() {
        let of_git = name.to_str().is_some_and(|name| name.starts_with("GIT_"));
        let settings = name.to_str().is_some_and(|name| {
            KEPT.contains(&name) || name.starts_with("GIT_CONFIG_KEY_") || name.starts_with("GIT_CONFIG_VALUE_")
        });
        if of_git && !settings && name != OsStr::new("GIT_CONFIG_COUNT") {
            command.env_remove(name);
        }
    }
    command
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .args([
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.quotePath=false",
        ])
        .args(["-c", "diff.renames=true", "-c", "diff.ignoreSubmodules=all", "-c", "log.showSignature=false"])
        .arg("-C")
        .arg(root)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs to the end and gives what was printed.
pub(super) fn output(mut command: Command) -> Result<Vec<u8>, HistoryReason> {
    let output = command.output().map_err(|error| not_started(&error))?;
    if output.status.success() { Ok(output.stdout) } else { Err(failure(&output.stderr)) }
}

/// Feeds a long-running command and hands its output to `read`.
pub(super) fn stream<T>(
    mut command: Command,
    input: Vec<u8>,
    read: impl FnOnce(&mut dyn BufRead) -> Result<T, HistoryReason>,
) -> Result<T, HistoryReason> {
    let mut child = command.stdin(Stdio::piped()).spawn().map_err(|error| not_started(&error))?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (found, complaint) = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A command that ends early says so by its exit code.
            let _ = stdin.map(|mut stdin| stdin.write_all(&input));
        });
        let complaint = scope.spawn(move || {
            let mut text = Vec::new();
            let _ = stderr.map(|mut stderr| stderr.read_to_end(&mut text));
            text
        });
        let found = match stdout {
            Some(stdout) => read(&mut BufReader::with_capacity(1 << 16, stdout)),
            None => Err(HistoryReason::broken("no output")),
        };
        (found, complaint.join().unwrap_or_default())
    });
    let status = child.wait().map_err(|error| HistoryReason::broken(&error.to_string()))?;
    if status.success() { found } else { Err(failure(&complaint)) }
}

pub(super) fn not_started(error: &std::io::Error) -> HistoryReason {
    match error.kind() {
        std::io::ErrorKind::NotFound => HistoryReason::GitMissing,
        _ => HistoryReason::broken(&error.to_string()),
    }
}

fn failure(complaint: &[u8]) -> HistoryReason {
    let complaint = String::from_utf8_lossy(complaint);
    if complaint.contains("dubious ownership") {
        return HistoryReason::DubiousOwnership;
    }
    if complaint.contains("not a git repository (or any") {
        return HistoryReason::NotARepository;
    }
    if complaint.contains("lazy fetching disabled") || complaint.contains("promisor remote") {
        return HistoryReason::Incomplete;
    }
    let telling = complaint.lines().find(|line| !line.starts_with("hint:") && !line.trim().is_empty());
    HistoryReason::broken(telling.unwrap_or("git failed without a word").trim_start_matches("fatal: "))
}

/// One `git cat-file --batch` for all that is asked of it.
#[derive(Debug)]
pub(super) struct Objects {
    root: PathBuf,
    running: Mutex<Option<Running>>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

/// So many are asked for before the answers are read: the questions must fit into a pipe.
const AT_ONCE: usize = 256;
/// A page larger than this is none.
const LARGEST: usize = 64 << 20;

impl Objects {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), running: Mutex::new(None) }
    }

    /// The bytes of files, by object name or by `<commit>:<path>`; `None` for what is not there, or no file.
    ///
    /// A name must not hold a line break.
    pub(super) fn read(&self, names: &[String]) -> Result<Vec<Option<Vec<u8>>>, HistoryReason> {
        let mut running = self.running.lock().map_err(|_| HistoryReason::broken("cat-file"))?;
        if running.is_none() {
            *running = Some(Running::start(&self.root)?);
        }
        let Some(process) = running.as_mut() else { return Err(HistoryReason::broken("cat-file")) };
        let mut found = Vec::with_capacity(names.len());
        for some in names.chunks(AT_ONCE) {
            let answer = process.ask(some, &mut found);
            if let Err(error) = answer {
                *running = None;
                return Err(HistoryReason::broken(&format!("cat-file: {error}")));
            }
        }
        Ok(found)
    }
}

impl Running {
    fn start(root: &Path) -> Result<Self, HistoryReason> {
        let mut command = git(root);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| not_started(&error))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(stdin), Some(stdout)) => Ok(Self { child, stdin, stdout: BufReader::with_capacity(1 << 16, stdout) }),
            _ => Err(HistoryReason::broken("cat-file without pipes")),
        }
    }

    fn ask(&mut self, names: &[String], found: &mut Vec<Option<Vec<u8>>>) -> std::io::Result<()> {
        let mut questions = String::new();
        for name in names {
            questions.push_str(name);
            questions.push('\n');
        }
        // Long questions must not fill the pipe while the answers do.
        if questions.len() > 32 << 10 && names.len() > 1 {
            let (front, back) = names.split_at(names.len() / 2);
            self.ask(front, found)?;
            return self.ask(back, found);
        }
        self.stdin.write_all(questions.as_bytes())?;
        self.stdin.flush()?;
        for _ in names {
            found.push(self.answer()?);
        }
        Ok(())
    }

    fn answer(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut header = Vec::new();
        self.stdout.read_until(b'\n', &mut header)?;
        if header.is_empty() {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let header = String::from_utf8_lossy(&header);
        let mut words = header.trim_end().rsplit(' ');
        let (size, kind) = (words.next().and_then(|size| size.parse::<usize>().ok()), words.next());
        let (Some(size), Some("blob" | "tree" | "commit" | "tag")) = (size, kind) else { return Ok(None) };
        if kind != Some("blob") || size > LARGEST {
            std::io::copy(&mut self.stdout.by_ref().take(size as u64 + 1), &mut std::io::sink())?;
            return Ok(None);
        }
        let mut bytes = vec![0; size + 1];
        self.stdout.read_exact(&mut bytes)?;
        bytes.pop();
        Ok(Some(bytes))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It ends by itself when its input does; one that was cut off in the middle of an answer does not.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
