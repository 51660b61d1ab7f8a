//! The commits that lead to HEAD, and what each did to the pages.

use std::collections::HashMap;
use std::fmt;
use std::io::BufRead;
use std::path::Path;

use hexapla_core::status::Since;
use hexapla_formats::Format;

use super::HistoryReason;
use super::git::{git, stream};
use crate::progress::{Progress, Stage};

/// The name of an object: its hash, SHA-1 or SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Oid {
    length: u8,
    bytes: [u8; 32],
}

impl Oid {
    /// From hexadecimal digits; `None` for anything else, and for the null name.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if !(text.len() == 40 || text.len() == 64) || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().take(text.len() / 2).enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
        }
        let length = u8::try_from(text.len() / 2).ok()?;
        (bytes != [0; 32]).then_some(Self { length, bytes })
    }
}

impl fmt::Display for Oid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bytes.iter().take(usize::from(self.length)).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Oid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The commits that lead to HEAD, parents before their children.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) commits: Vec<Commit>,
    by_name: HashMap<Oid, usize>,
    /// Names with their commits, in the order of names.
    sorted: Vec<(Oid, usize)>,
    paths: Vec<String>,
    path_numbers: HashMap<String, usize>,
    /// By path: what happened to it, parents first.
    changes: Vec<Vec<Change>>,
    /// By path: what was renamed to it.
    renamed_from: Vec<Vec<usize>>,
}

#[derive(Debug)]
pub(super) struct Commit {
    pub(super) name: Oid,
    pub(super) parents: Vec<usize>,
    pub(super) date: String,
    pub(super) author: String,
    /// The commit that its message declares as the source's, as written.
    pub(super) declares: Option<String>,
    /// Whether it is named as one that renews nothing.
    pub(super) ignored: bool,
    /// Whether it touched any page.
    pub(super) touches: bool,
}

/// A change of a path by a commit, compared with its first parent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub(super) commit: usize,
    /// What stands there now; `None` for nothing, or no file.
    pub(super) blob: Option<Oid>,
}

impl Commit {
    pub(super) fn since(&self) -> Since {
        Since { commit: self.name.to_string(), date: self.date.clone(), author: self.author.clone() }
    }
}

impl Log {
    pub(super) fn read(
        root: &Path,
        trailers: &[String],
        ignored: &[Oid],
        progress: &dyn Progress,
    ) -> Result<Self, HistoryReason> {
        let mut log = Self::default();
        log.read_commits(root, trailers, ignored)?;
        progress.begin(Stage::History, log.commits.len());
        log.read_changes(root, progress)?;
        Ok(log)
    }

    fn read_commits(&mut self, root: &Path, trailers: &[String], ignored: &[Oid]) -> Result<(), HistoryReason> {
        let mut command = git(root);
        command.args(["rev-list", "--topo-order", "--no-commit-header"]);
        command.args(["--encoding=UTF-8", "--format=%H%x00%P%x00%as%x00%an%x00%B%x00", "HEAD"]);
        let mut found: Vec<(Commit, Vec<Oid>)> = Vec::new();
        stream(command, Vec::new(), |output| {
            while let Some(name) = field(output)? {
                let Some(name) = Oid::parse(name.trim()) else { continue };
                let mut next = || field(output).map(Option::unwrap_or_default);
                let (parents, date, author, message) = (next()?, next()?, next()?, next()?);
                let parents = parents.split(' ').filter_map(Oid::parse).collect();
                let commit = Commit {
                    name,
                    parents: Vec::new(),
                    date,
                    author,
                    declares: declared_in(&message, trailers),
                    ignored: ignored.contains(&name),
                    touches: false,
                };
                found.push((commit, parents));
            }
            Ok(())
        })?;
        found.reverse();
        self.by_name = found.iter().enumerate().map(|(at, (commit, _))| (commit.name, at)).collect();
        self.sorted = self.by_name.iter().map(|(name, at)| (*name, *at)).collect();
        self.sorted.sort_unstable();
        for (mut commit, parents) in found {
            commit.parents = parents.iter().filter_map(|parent| self.by_name.get(parent).copied()).collect();
            self.commits.push(commit);
        }
        Ok(())
    }

    fn read_changes(&mut self, root: &Path, progress: &dyn Progress) -> Result<(), HistoryReason> {
        let mut command = git(root);
        command.args(["diff-tree", "--stdin", "--root", "--raw", "--no-abbrev", "-r", "-M", "-l4000", "-z"]);
        let mut input = String::new();
        for commit in self.commits.iter().rev() {
            input.push_str(&commit.name.to_string());
            // Named by itself, a parent is the only one to compare with; a merge is seen from its first parent.
            if let Some(first) = commit.parents.first() {
                input.push(' ');
                input.push_str(&self.commits[*first].name.to_string());
            }
            input.push('\n');
        }
        stream(command, input.into_bytes(), |output| {
            let mut commit = None;
            while let Some(header) = field(output)? {
                let Some(header) = header.strip_prefix(':') else {
                    commit = Oid::parse(header.trim()).and_then(|name| self.by_name.get(&name).copied());
                    progress.step();
                    continue;
                };
                let mut words = header.split(' ').skip(1);
                let (mode, _, blob, status) = (words.next(), words.next(), words.next(), words.next());
                let path = field(output)?.unwrap_or_default();
                let renamed = status.is_some_and(|status| status.starts_with(['R', 'C']));
                let to = if renamed { field(output)? } else { None };
                let Some(commit) = commit else { continue };
                let is_file = mode.is_some_and(|mode| mode.starts_with("100"));
                let blob = blob.filter(|_| is_file).and_then(Oid::parse);
                match to {
                    Some(to) => {
                        if status.is_some_and(|status| status.starts_with('R')) {
                            self.change(&path, Change { commit, blob: None });
                        }
                        self.change(&to, Change { commit, blob });
                        if let (Some(old), Some(new)) = (self.path(&path), self.path(&to)) {
                            self.renamed_from[new].push(old);
                        }
                    }
                    None => self.change(&path, Change { commit, blob }),
                }
            }
            Ok(())
        })?;
        for changes in &mut self.changes {
            changes.sort_by_key(|change| change.commit);
        }
        Ok(())
    }

    fn change(&mut self, path: &str, change: Change) {
        if path.contains('\u{FFFD}') || Format::of_path(path).is_none() {
            return;
        }
        self.commits[change.commit].touches = true;
        let number = match self.path_numbers.get(path) {
            Some(number) => *number,
            None => {
                self.paths.push(path.to_owned());
                self.path_numbers.insert(path.to_owned(), self.paths.len() - 1);
                self.changes.push(Vec::new());
                self.renamed_from.push(Vec::new());
                self.paths.len() - 1
            }
        };
        self.changes[number].push(change);
    }

    /// The number of a path that ever changed.
    pub(super) fn path(&self, path: &str) -> Option<usize> {
        self.path_numbers.get(path).copied()
    }

    pub(super) fn path_name(&self, path: usize) -> &str {
        &self.paths[path]
    }

    pub(super) fn changes(&self, path: usize) -> &[Change] {
        &self.changes[path]
    }

    /// A path and the names that its file had before, the newest first.
    pub(super) fn names_of(&self, path: &str) -> Vec<usize> {
        let mut names: Vec<usize> = self.path(path).into_iter().collect();
        let mut at = 0;
        while at < names.len() {
            for old in &self.renamed_from[names[at]] {
                if !names.contains(old) {
                    names.push(*old);
                }
            }
            at += 1;
        }
        names
    }

    /// The commit that a person means by a full or shortened name; `None` where there is none, or more than one.
    pub(super) fn commit_named(&self, name: &str) -> Option<usize> {
        let name = name.to_ascii_lowercase();
        if let Some(full) = Oid::parse(&name) {
            return self.by_name.get(&full).copied();
        }
        let start = self.sorted.partition_point(|(other, _)| other.to_string() < name);
        let mut fitting = self.sorted[start..].iter().take_while(|(other, _)| other.to_string().starts_with(&name));
        match (fitting.next(), fitting.next()) {
            (Some((_, commit)), None) => Some(*commit),
            _ => None,
        }
    }
}

/// The next field of NUL-separated output.
fn field(output: &mut dyn BufRead) -> Result<Option<String>, HistoryReason> {
    let mut bytes = Vec::new();
    let length =
        output.read_until(0, &mut bytes).map_err(|error| HistoryReason::broken(&format!("git's output: {error}")))?;
    if length == 0 {
        return Ok(None);
    }
    if bytes.last() == Some(&0) {
        bytes.pop();
    }
    // What is no Unicode is no page of a project; the replacement marks it.
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The commit that a message names after one of `trailers`: `Translated-From: 1a2b3c4`, `update to commit 1a2b3c4`.
pub(super) fn declared_in(text: &str, trailers: &[String]) -> Option<String> {
    let lower = text.to_lowercase();
    trailers.iter().find_map(|trailer| {
        let trailer = trailer.to_lowercase();
        let mut at = 0;
        while let Some(found) = lower[at..].find(&trailer) {
            at += found + trailer.len();
            if let Some(name) = commit_name(&lower[at..]) {
                return Some(name);
            }
        }
        None
    })
}

/// The hexadecimal name that a text begins with, after a colon, an equals sign, quotation marks or blanks.
pub(super) fn commit_name(text: &str) -> Option<String> {
    let text = text.trim_start_matches([':', '=', ' ', '\t', '"', '\'', '(', '`', '<']);
    let end = text.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(text.len());
    let glued = text[end..].chars().next().is_some_and(char::is_alphanumeric);
    ((7..=64).contains(&end) && !glued).then(|| text[..end].to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_commits() {
        let trailers: Vec<String> = ["Translated-From", "update to commit"].map(str::to_owned).into();
        let check = |message: &str, want: Option<&str>| {
            assert_eq!(declared_in(message, &trailers).as_deref(), want, "{message:?}");
        };
        check("en: opening hours\n\nTranslated-From: 1A2B3C4D\n", Some("1a2b3c4d"));
        check("docs/ru: update to commit 1a2b3c4 (\"hours\")", Some("1a2b3c4"));
        check("translated-from: nowhere", None);
        check("Translated-From: abcdefgh", None);
        check("Translated-From: deadbee\nTranslated-From: 1234567", Some("deadbee"));
        check("nothing", None);
        check("İİ Translated-From: deadbee", Some("deadbee"));
    }
}
