//! The versions of a document: the commits in which any of its files changed, as a graph.

use super::log::Log;
use super::records::Oid;

/// A version of a document.
#[derive(Clone, Debug)]
pub(super) struct Version {
    /// The commit that made it.
    pub(super) commit: usize,
    /// The versions that it was made from, older than itself.
    pub(super) parents: Vec<usize>,
    /// What stands in each of the document's files, and under which path; `None` where there is none.
    pub(super) files: Vec<Option<(Oid, usize)>>,
}

/// The versions of a document, older ones first.
#[derive(Debug)]
pub(super) struct Versions {
    pub(super) versions: Vec<Version>,
    /// By commit: the version that is checked out there.
    of_commit: Vec<Option<usize>>,
}

impl Versions {
    /// Those of the files with these names, each the newest first.
    pub(super) fn of(log: &Log, files: &[Vec<usize>]) -> Self {
        let tracked: Vec<usize> = files.iter().flatten().copied().collect();
        let mut events: Vec<(usize, usize, Option<Oid>)> = Vec::new();
        for (slot, path) in tracked.iter().enumerate() {
            events.extend(log.changes(*path).iter().map(|change| (change.commit, slot, change.blob)));
        }
        events.sort_by_key(|(commit, slot, _)| (*commit, *slot));
        let mut walk = Walk {
            files,
            tracked: &tracked,
            states: vec![State { slots: vec![None; tracked.len()], version: None }],
            versions: Vec::new(),
        };
        let mut state_of: Vec<usize> = Vec::with_capacity(log.commits.len());
        let mut next = 0;
        for (number, commit) in log.commits.iter().enumerate() {
            let first = next;
            while events.get(next).is_some_and(|(at, ..)| *at == number) {
                next += 1;
            }
            let parents: Vec<usize> = commit.parents.iter().map(|parent| state_of[*parent]).collect();
            let state = walk.step(number, &parents, &events[first..next]);
            state_of.push(state);
        }
        let of_commit = state_of.into_iter().map(|state| walk.states[state].version).collect();
        Self { versions: walk.versions, of_commit }
    }

    /// The version that HEAD has.
    pub(super) fn head(&self) -> Option<usize> {
        self.of_commit.last().copied().flatten()
    }

    /// The version that a commit has.
    pub(super) fn at(&self, commit: usize) -> Option<usize> {
        self.of_commit.get(commit).copied().flatten()
    }
}

/// What stands under the tracked paths.
struct State {
    slots: Vec<Option<Oid>>,
    version: Option<usize>,
}

struct Walk<'a> {
    files: &'a [Vec<usize>],
    tracked: &'a [usize],
    /// The first one is the empty tree's.
    states: Vec<State>,
    versions: Vec<Version>,
}

impl Walk<'_> {
    fn step(&mut self, commit: usize, parents: &[usize], events: &[(usize, usize, Option<Oid>)]) -> usize {
        let first = parents.first().copied().unwrap_or(0);
        if events.is_empty() && parents.iter().all(|parent| *parent == first) {
            return first;
        }
        let mut slots = self.states[first].slots.clone();
        for (_, slot, blob) in events {
            slots[*slot] = *blob;
        }
        let files = self.files_of(&slots);
        let mut before: Vec<usize> = Vec::with_capacity(parents.len());
        for version in parents.iter().filter_map(|parent| self.states[*parent].version) {
            if !before.contains(&version) {
                before.push(version);
            }
        }
        // A merge that only takes what one of its sides has is that side, if the other has nothing newer.
        let same = before.iter().copied().find(|version| {
            self.versions[*version].files == files && before.iter().all(|other| self.is_ancestor(*other, *version))
        });
        let version = match same {
            Some(version) => Some(version),
            None if before.is_empty() && files.iter().all(Option::is_none) => None,
            None => {
                self.versions.push(Version { commit, parents: before, files });
                Some(self.versions.len() - 1)
            }
        };
        self.states.push(State { slots, version });
        self.states.len() - 1
    }

    /// Of all names that a file ever had, the newest that stands there.
    fn files_of(&self, slots: &[Option<Oid>]) -> Vec<Option<(Oid, usize)>> {
        let mut start = 0;
        let of_file = self.files.iter().map(|names| {
            let range = start..start + names.len();
            start = range.end;
            range.into_iter().find_map(|slot| slots[slot].map(|blob| (blob, self.tracked[slot])))
        });
        of_file.collect()
    }

    fn is_ancestor(&self, older: usize, newer: usize) -> bool {
        let mut seen = vec![false; self.versions.len()];
        let mut queue = vec![newer];
        while let Some(at) = queue.pop() {
            if at == older {
                return true;
            }
            if at < older || std::mem::replace(&mut seen[at], true) {
                continue;
            }
            queue.extend(&self.versions[at].parents);
        }
        false
    }
}
