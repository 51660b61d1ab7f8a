//! The commits that lead to HEAD, and what each did to the pages.

use std::collections::HashMap;

use hexapla_core::status::Since;

use super::records::{Oid, PathChange, Record};

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
    /// When it was written, in seconds since 1970.
    pub(super) time: i64,
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
    /// From records, parents first. `ignored` commits renew nothing.
    pub(super) fn of(records: Vec<Record>, ignored: &[Oid]) -> Self {
        let mut log = Self::default();
        log.by_name = records.iter().enumerate().map(|(at, record)| (record.name, at)).collect();
        log.sorted = log.by_name.iter().map(|(name, at)| (*name, *at)).collect();
        log.sorted.sort_unstable();
        for record in &records {
            log.commits.push(Commit {
                name: record.name,
                parents: record.parents.iter().filter_map(|parent| log.by_name.get(parent).copied()).collect(),
                date: record.date.clone(),
                time: record.time,
                author: record.author.clone(),
                declares: record.declares.clone(),
                ignored: ignored.contains(&record.name),
                touches: !record.changes.is_empty(),
            });
        }
        for (commit, record) in records.into_iter().enumerate() {
            for PathChange { path, blob, from } in record.changes {
                let number = log.numbered(&path);
                log.changes[number].push(Change { commit, blob });
                if let Some(from) = from {
                    let old = log.numbered(&from);
                    log.renamed_from[number].push(old);
                }
            }
        }
        log
    }

    /// The number of a path, new or known.
    fn numbered(&mut self, path: &str) -> usize {
        if let Some(number) = self.path_numbers.get(path) {
            return *number;
        }
        self.paths.push(path.to_owned());
        self.path_numbers.insert(path.to_owned(), self.paths.len() - 1);
        self.changes.push(Vec::new());
        self.renamed_from.push(Vec::new());
        self.paths.len() - 1
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
