//! Pages that were split off another one: the translation of a sentence is as old there as it was before.

use std::collections::HashSet;

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
        let new: Vec<usize> = rework.added.iter().copied().filter(|at| changes[*at].from.is_none()).collect();
        let is_near = |page: &&Changed| new.iter().any(|at| are_near(&page.path, &changes[*at].path));
        let all = rework.changed.len() <= MOST;
        let asked: Vec<&Changed> = rework.changed.iter().filter(|page| all || is_near(page)).collect();
        if new.is_empty() || asked.len() > MOST {
            continue;
        }
        let losses: Vec<Loss> = asked.iter().map(|page| Loss::read(page, objects)).collect::<Result<_, _>>()?;
        for at in new {
            let Some(blob) = changes[at].blob else { continue };
            let page = lines(&read(blob, objects)?);
            let moved = losses.iter().zip(&asked).filter_map(|(loss, asked)| Some((loss.in_page(&page)?, *asked)));
            // Of equals the first.
            let origin = moved.reduce(|best, next| if next.0 > best.0 { next } else { best });
            changes[at].from = origin.map(|(_, page)| page.path.clone());
        }
    }
    Ok(())
}

/// What a page lost in a commit, and what it kept or got.
struct Loss {
    lost: HashSet<Vec<u8>>,
    now: HashSet<Vec<u8>>,
}

impl Loss {
    fn read(page: &Changed, objects: &Objects) -> Result<Self, HistoryReason> {
        let now = page.after.map_or(Ok(HashSet::new()), |after| Ok(lines(&read(after, objects)?)))?;
        let lost = lines(&read(page.before, objects)?).into_iter().filter(|line| !now.contains(line)).collect();
        Ok(Self { lost, now })
    }

    /// How many bytes of it stand in a new page, if those are the half of what that has for itself.
    fn in_page(&self, page: &HashSet<Vec<u8>>) -> Option<usize> {
        let bytes = |of: &dyn Fn(&Vec<u8>) -> bool| page.iter().filter(|line| of(line)).map(Vec::len).sum::<usize>();
        let (moved, own) = (bytes(&|line| self.lost.contains(line)), bytes(&|line| !self.now.contains(line)));
        (moved > 0 && moved * 2 >= own).then_some(moved)
    }
}

fn read(blob: Oid, objects: &Objects) -> Result<Vec<u8>, HistoryReason> {
    Ok(objects.read(&[blob.to_string()])?.pop().flatten().unwrap_or_default())
}

/// The lines of a page that say anything, without what they are indented by.
fn lines(page: &[u8]) -> HashSet<Vec<u8>> {
    let lines = page.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    lines
        .filter(|line| line.iter().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()))
        .map(<[u8]>::to_vec)
        .collect()
}

/// Whether two paths are in one directory, or one of them in a directory beside the other.
fn are_near(one: &str, other: &str) -> bool {
    let directory = |path: &str| path.rsplit_once('/').map_or(String::new(), |(directory, _)| directory.to_owned());
    let (one, other) = (directory(one), directory(other));
    one == other || !one.is_empty() && directory(&one) == other || !other.is_empty() && directory(&other) == one
}
