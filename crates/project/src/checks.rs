//! The checks of pairs, over the pages of a project: which segments make a pair, and what to ask of it.

use std::collections::HashMap;

use hexapla_core::document::{InlineCode, SegmentedDocument};
use hexapla_core::status::{CheckedSide, Doubt, Provenance, SegmentStatus, SyncState, check_pair, contradictions};

use crate::judgement::Content;
use crate::page::said;
use crate::pattern::LanguageCodes;

/// Segments that translate each other as a whole: two sentences that one target sentence translates are one pair.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    /// Numbers among the source's content, in order.
    pub(crate) source: Vec<usize>,
    /// Numbers among the target's content, in order.
    pub(crate) target: Vec<usize>,
    /// The worst state of them.
    pub(crate) state: Option<SyncState>,
}

/// The pairs of a page that are in order, or of which nothing is known. What a person has accepted is not asked again.
pub(crate) fn pairs(statuses: &[SegmentStatus]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut owner: HashMap<usize, usize> = HashMap::new();
    let is_accepted =
        |status: &&SegmentStatus| status.base.as_ref().is_some_and(|base| base.provenance == Provenance::Accepted);
    for status in statuses.iter().filter(|status| !status.target.is_empty() && !is_accepted(status)) {
        let Some(source) = status.source else { continue };
        let at = status.target.iter().find_map(|target| owner.get(target).copied()).unwrap_or(pairs.len());
        if at == pairs.len() {
            pairs.push(Pair::default());
        }
        let pair = &mut pairs[at];
        pair.source.push(source);
        for target in &status.target {
            if !pair.target.contains(target) {
                pair.target.push(*target);
            }
            owner.entry(*target).or_insert(at);
        }
        pair.state = pair.state.max(Some(status.state));
    }
    pairs.retain(|pair| matches!(pair.state, Some(SyncState::Current | SyncState::Unknown)));
    for pair in &mut pairs {
        pair.target.sort_unstable();
    }
    pairs
}

/// One side of a pair, put together.
pub(crate) struct Side {
    pub(crate) text: String,
    codes: Vec<InlineCode>,
}

impl Side {
    pub(crate) fn of(page: &SegmentedDocument, content: &Content, numbers: &[usize]) -> Self {
        let mut side = Self { text: String::new(), codes: Vec::new() };
        for (at, number) in numbers.iter().enumerate() {
            let segment = content.segment(page, *number);
            side.text.push_str(if at > 0 { " " } else { "" });
            let start = side.text.len();
            side.text.push_str(said(page, segment));
            let codes = page.codes(segment).into_iter();
            side.codes.extend(codes.map(|code| InlineCode { at: start + code.at, ..code }));
        }
        side
    }
}

/// What is doubtful about a pair. Of a pair that nobody vouches for, only what would be wrong in any case is asked:
/// perhaps the two do not belong together.
pub(crate) fn doubts(pair: &Pair, source: (&Side, &LanguageCodes), target: (&Side, &LanguageCodes)) -> Vec<Doubt> {
    fn checked<'a>((side, codes): (&'a Side, &'a LanguageCodes)) -> CheckedSide<'a> {
        CheckedSide { language: &codes.language, code: &codes.path, text: &side.text, codes: &side.codes }
    }
    let ask = if pair.state == Some(SyncState::Current) { check_pair } else { contradictions };
    ask(checked(source), checked(target))
}
