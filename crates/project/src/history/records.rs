//! What git says of commits, as it is kept: one record a commit, which never changes.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::fmt;
use std::io::BufRead;
use std::path::Path;

use hexapla_formats::Format;
use serde::{Deserialize, Serialize};

use super::declared::declared_in;
use super::git::{Objects, git, stream};
use super::reason::HistoryReason;
use super::split::{Changed, Rework, find_origins};
use crate::cache::{Cache, edition};
use crate::progress::{Progress, Stage};

/// The name of an object: its hash, SHA-1 or SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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

impl TryFrom<String> for Oid {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or(text)
    }
}

impl From<Oid> for String {
    fn from(name: Oid) -> Self {
        name.to_string()
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

/// A commit, and what it did to pages.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) name: Oid,
    pub(super) parents: Vec<Oid>,
    pub(super) date: String,
    /// When it was written, in seconds since 1970.
    pub(super) time: i64,
    pub(super) author: String,
    /// The commit that its message declares as the source's, as written.
    pub(super) declares: Option<String>,
    /// Compared with its first parent.
    pub(super) changes: Vec<PathChange>,
}

/// What a commit did to a path.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PathChange {
    pub(super) path: String,
    /// What stands there now; `None` for nothing, or no file.
    pub(super) blob: Option<Oid>,
    /// The name that it had before, or that of the page that it was split off.
    pub(super) from: Option<String>,
}

/// The commits that lead to `head`, parents before their children, in an order that depends on nothing else.
pub(super) fn records(
    root: &Path,
    head: Oid,
    trailers: &[String],
    objects: &Objects,
    cache: Option<&Cache>,
    progress: &dyn Progress,
) -> Result<Vec<Record>, HistoryReason> {
    let whose = format!("{} {trailers:?}", edition());
    let kept: Option<(String, Vec<Record>)> = cache.and_then(|cache| cache.read("commits"));
    let mut known = kept.filter(|(of, _)| *of == whose).map(|(_, records)| records).unwrap_or_default();
    if known.iter().any(|record| record.name == head) {
        return Ok(in_order(known, head));
    }
    let parents: HashSet<Oid> = known.iter().flat_map(|record| record.parents.iter().copied()).collect();
    let tips = known.iter().map(|record| record.name).filter(|name| !parents.contains(name)).collect::<Vec<_>>();
    let new = match read(root, head, &tips, trailers, objects, progress) {
        Ok(new) => new,
        // A commit that was known is gone from the repository.
        Err(_) if !tips.is_empty() => {
            known.clear();
            read(root, head, &[], trailers, objects, progress)?
        }
        Err(reason) => return Err(reason),
    };
    known.extend(new);
    if let Some(cache) = cache {
        cache.write("commits", &(&whose, &known));
    }
    Ok(in_order(known, head))
}

/// Parents first; of several that may come next the oldest.
fn in_order(records: Vec<Record>, head: Oid) -> Vec<Record> {
    let by_name: HashMap<Oid, usize> = records.iter().enumerate().map(|(at, record)| (record.name, at)).collect();
    let mut wanted = vec![false; records.len()];
    let mut queue: Vec<usize> = by_name.get(&head).copied().into_iter().collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); records.len()];
    let mut waiting = vec![0usize; records.len()];
    while let Some(at) = queue.pop() {
        if std::mem::replace(&mut wanted[at], true) {
            continue;
        }
        for parent in records[at].parents.iter().filter_map(|parent| by_name.get(parent).copied()) {
            children[parent].push(at);
            waiting[at] += 1;
            queue.push(parent);
        }
    }
    let key = |at: usize| Reverse((records[at].time, records[at].name, at));
    let roots = (0..records.len()).filter(|at| wanted[*at] && waiting[*at] == 0);
    let mut ready: BinaryHeap<Reverse<(i64, Oid, usize)>> = roots.map(key).collect();
    let mut order = Vec::with_capacity(records.len());
    while let Some(Reverse((_, _, at))) = ready.pop() {
        order.push(at);
        for child in &children[at] {
            waiting[*child] -= 1;
            if waiting[*child] == 0 {
                ready.push(key(*child));
            }
        }
    }
    let mut records: Vec<Option<Record>> = records.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| records[at].take()).collect()
}

fn read(
    root: &Path,
    head: Oid,
    without: &[Oid],
    trailers: &[String],
    objects: &Objects,
    progress: &dyn Progress,
) -> Result<Vec<Record>, HistoryReason> {
    let mut found = read_commits(root, head, without, trailers)?;
    progress.begin(Stage::History, found.len());
    let reworks = read_changes(root, &mut found, progress)?;
    find_origins(&mut found, &reworks, objects)?;
    Ok(found)
}

fn read_commits(root: &Path, head: Oid, without: &[Oid], trailers: &[String]) -> Result<Vec<Record>, HistoryReason> {
    let mut command = git(root);
    command.args(["rev-list", "--topo-order", "--no-commit-header"]);
    command.args(["--encoding=UTF-8", "--format=%H%x00%P%x00%as%x00%at%x00%an%x00%B%x00", "--stdin"]);
    let mut input = format!("{head}\n");
    for name in without {
        input.push_str(&format!("^{name}\n"));
    }
    let mut found: Vec<Record> = Vec::new();
    stream(command, input.into_bytes(), |output| {
        while let Some(name) = field(output)? {
            let Some(name) = Oid::parse(name.trim()) else { continue };
            let mut next = || field(output).map(Option::unwrap_or_default);
            let (parents, date, time, author, message) = (next()?, next()?, next()?, next()?, next()?);
            found.push(Record {
                name,
                parents: parents.split(' ').filter_map(Oid::parse).collect(),
                date,
                time: time.parse().unwrap_or_default(),
                author,
                declares: declared_in(&message, trailers),
                changes: Vec::new(),
            });
        }
        Ok(())
    })?;
    Ok(found)
}

/// Reads what commits did to pages; gives those that brought pages and changed others.
fn read_changes(root: &Path, records: &mut [Record], progress: &dyn Progress) -> Result<Vec<Rework>, HistoryReason> {
    let mut command = git(root);
    command.args(["diff-tree", "--stdin", "--root", "--raw", "--no-abbrev", "-r", "-M", "-l4000", "-z", "--"]);
    // Pages only: renames are looked for among them, and other files, large ones that a clone may lack, are not read.
    command.args(Format::EXTENSIONS.map(|(extension, _)| format!(":(icase,top)*.{extension}")));
    let mut input = String::new();
    for record in records.iter() {
        input.push_str(&record.name.to_string());
        // Named by itself, a parent is the only one to compare with; a merge is seen from its first parent.
        if let Some(first) = record.parents.first() {
            input.push_str(&format!(" {first}"));
        }
        input.push('\n');
    }
    let by_name: HashMap<Oid, usize> = records.iter().enumerate().map(|(at, record)| (record.name, at)).collect();
    let mut reworks: Vec<Rework> = Vec::new();
    let mut finish = |records: &mut [Record], rework: Rework| {
        rename_by_address(&mut records[rework.commit].changes, &rework.added);
        if !rework.added.is_empty() && !rework.changed.is_empty() {
            reworks.push(rework);
        }
    };
    stream(command, input.into_bytes(), |output| {
        let mut commit: Option<Rework> = None;
        while let Some(header) = field(output)? {
            let Some(header) = header.strip_prefix(':') else {
                if let Some(read) = commit.take() {
                    finish(records, read);
                }
                let number = Oid::parse(header.trim()).and_then(|name| by_name.get(&name).copied());
                commit = number.map(|commit| Rework { commit, ..Rework::default() });
                progress.step();
                continue;
            };
            let mut words = header.split(' ').skip(1);
            let (mode, before, blob, status) = (words.next(), words.next(), words.next(), words.next());
            let path = field(output)?.unwrap_or_default();
            let renamed = status.is_some_and(|status| status.starts_with(['R', 'C']));
            let to = if renamed { field(output)? } else { None };
            let Some(rework) = &mut commit else { continue };
            let is_file = mode.is_some_and(|mode| mode.starts_with("100"));
            let blob = blob.filter(|_| is_file).and_then(Oid::parse);
            let changes = &mut records[rework.commit].changes;
            if let Some(before) = before.and_then(Oid::parse).filter(|_| is_page(&path)) {
                rework.changed.push(Changed { path: path.clone(), before, after: blob });
            }
            match to {
                Some(to) => {
                    if status.is_some_and(|status| status.starts_with('R')) && is_page(&path) {
                        changes.push(PathChange { path: path.clone(), blob: None, from: None });
                    }
                    if is_page(&to) {
                        changes.push(PathChange { path: to, blob, from: Some(path).filter(|path| is_page(path)) });
                    }
                }
                None if is_page(&path) => {
                    if status.is_some_and(|status| status.starts_with('A')) {
                        rework.added.push(changes.len());
                    }
                    changes.push(PathChange { path, blob, from: None });
                }
                None => {}
            }
        }
        if let Some(read) = commit {
            finish(records, read);
        }
        Ok(())
    })?;
    Ok(reworks)
}

/// A page that gives way to another one at its address, as `garden.md` to `garden/index.md`, is that page, however much of
/// it was written anew. `added` are the numbers of changes that brought a path.
fn rename_by_address(changes: &mut [PathChange], added: &[usize]) {
    if added.is_empty() {
        return;
    }
    let is_source = |path: &str| changes.iter().any(|change| change.from.as_deref() == Some(path));
    let gone = changes.iter().filter(|change| change.blob.is_none() && !is_source(&change.path));
    let mut by_address: HashMap<String, Option<String>> = HashMap::new();
    for change in gone {
        let known = by_address.entry(address_of(&change.path)).or_insert_with(|| Some(change.path.clone()));
        // Of two pages that were at one address nobody knows which it is.
        *known = known.take().filter(|path| *path == change.path);
    }
    if by_address.is_empty() {
        return;
    }
    for at in added {
        changes[*at].from = by_address.remove(&address_of(&changes[*at].path)).flatten();
    }
}

/// A path as the address of a page: without its extension, and without the name of a directory's own page.
fn address_of(path: &str) -> String {
    let (directory, name) = path.rsplit_once('/').map_or((None, path), |(directory, name)| (Some(directory), name));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // What follows is a language: `garden.de.md`.
    let (page, language) = stem.split_once('.').unwrap_or((stem, ""));
    let page = match page.to_ascii_lowercase().as_str() {
        "index" | "_index" | "readme" => None,
        _ => Some(page),
    };
    let way = directory.into_iter().chain(page).collect::<Vec<_>>().join("/");
    format!("{way}.{language}")
}

fn is_page(path: &str) -> bool {
    !path.contains('\u{FFFD}') && Format::of_path(path).is_some()
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
