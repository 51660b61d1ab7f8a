//! Pages that were split off another one: the translation of a sentence is as old there as it was before.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::git::Objects;
use super::reason::HistoryReason;
use super::records::{Oid, Record};

/// A commit that brought pages and changed others, by numbers.
#[derive(Debug, Default)]
pub(super) struct Rework {
    /// Of the record.
    pub(super) commit: usize,
    /// Of the changes that brought a page of which nothing is known.
    pub(super) added: Vec<usize>,
    pub(super) changed: Vec<Changed>,
}

/// A page that a commit changed, or took away.
#[derive(Debug)]
pub(super) struct Changed {
    pub(super) path: String,
    pub(super) before: Oid,
    pub(super) after: Option<Oid>,
}

/// Says of pages that were split off another one which that is.
///
/// Most of what such a page has for itself is what the other one lost in the same commit, line by line.
pub(super) fn find_origins(records: &mut [Record], reworks: &[Rework], objects: &Objects) -> Result<(), HistoryReason> {
    /// Who changes more pages changes what all of them have in common; then only those that stand near a new one are
    /// asked, unless they are as many.
    const MOST: usize = 100;
    for rework in reworks {
        let changes = &mut records[rework.commit].changes;
        let new: Vec<(usize, Oid)> = rework
            .added
            .iter()
            .filter(|at| changes[**at].from.is_none())
            .filter_map(|at| Some((*at, changes[*at].blob?)))
            .collect();
        let all = rework.changed.len() <= MOST;
        let around = if all { HashSet::new() } else { around(new.iter().map(|(at, _)| changes[*at].path.as_str())) };
        let is_near = |page: &&Changed| all || around.contains(directory(&page.path));
        let asked: Vec<&Changed> = rework.changed.iter().filter(is_near).collect();
        if new.is_empty() || asked.len() > MOST {
            continue;
        }
        // What is not there tells nothing.
        let Some(losses) = Losses::read(&asked, objects)? else { continue };
        let blobs: Vec<String> = new.iter().map(|(_, blob)| blob.to_string()).collect();
        for ((at, _), page) in new.iter().zip(objects.read(&blobs)?) {
            let path = changes[*at].path.clone();
            let near = |page: &str| page.bytes().zip(path.bytes()).take_while(|(one, other)| one == other).count();
            let moved = losses.in_page(&lines(&page.unwrap_or_default())).into_iter();
            // Of equals the nearest, of those the first.
            let origin = moved.map(|(page, bytes)| (bytes, near(&asked[page].path), Reverse(page))).max();
            changes[*at].from = origin.map(|(.., Reverse(page))| asked[page].path.clone());
        }
    }
    Ok(())
}

/// What pages lost in a commit, and what they kept or got.
struct Losses {
    /// By line: the pages that lost it.
    lost: HashMap<Vec<u8>, Vec<usize>>,
    /// By page.
    now: Vec<HashSet<Vec<u8>>>,
}

impl Losses {
    /// `None` where something is not there.
    fn read(pages: &[&Changed], objects: &Objects) -> Result<Option<Self>, HistoryReason> {
        let names = |of: &dyn Fn(&Changed) -> Option<Oid>| -> Vec<String> {
            pages.iter().filter_map(|page| of(page)).map(|name| name.to_string()).collect()
        };
        let before = objects.read(&names(&|page| Some(page.before)))?;
        let mut after = objects.read(&names(&|page| page.after))?.into_iter();
        let mut losses = Self { lost: HashMap::new(), now: Vec::with_capacity(pages.len()) };
        for (number, (page, before)) in pages.iter().zip(before).enumerate() {
            let now = if page.after.is_some() { after.next().flatten() } else { Some(Vec::new()) };
            let (Some(before), Some(now)) = (before, now) else { return Ok(None) };
            let now = lines(&now);
            for line in lines(&before).into_iter().filter(|line| !now.contains(line)) {
                losses.lost.entry(line).or_default().push(number);
            }
            losses.now.push(now);
        }
        Ok(Some(losses))
    }

    /// The pages of which a new one has so much that it is the half of what it has for itself, and how many bytes.
    fn in_page(&self, page: &HashSet<Vec<u8>>) -> HashMap<usize, usize> {
        let mut moved: HashMap<usize, usize> = HashMap::new();
        for line in page {
            for number in self.lost.get(line).into_iter().flatten() {
                *moved.entry(*number).or_default() += line.len();
            }
        }
        let own =
            |number: usize| page.iter().filter(|line| !self.now[number].contains(*line)).map(Vec::len).sum::<usize>();
        moved.retain(|number, bytes| *bytes * 2 >= own(*number));
        moved
    }
}

/// The lines of a page that say anything, without what they are indented by.
fn lines(page: &[u8]) -> HashSet<Vec<u8>> {
    let says = |line: &&[u8]| line.iter().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    page.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(says).map(<[u8]>::to_vec).collect()
}

/// The directories that these pages are in, those above, and those named like the pages.
fn around<'p>(pages: impl Iterator<Item = &'p str>) -> HashSet<&'p str> {
    pages
        .flat_map(|page| {
            [directory(page), directory(directory(page)), page.rsplit_once('.').map_or(page, |(stem, _)| stem)]
        })
        .collect()
}

fn directory(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(directory, _)| directory)
}
