//! Joining all that is known of words into one table.

use super::anchors::{Anchor, cognates, identical};
use super::cooccurrence::Learnt;
use super::features::Prepared;
use super::lexical::{Link, Links};
use super::words::known;
use super::{Resources, Side};

/// What is known of the words of two sides before they are aligned.
pub(crate) struct Knowledge {
    anchors: Vec<Anchor>,
    /// Source type, target type, forward, backward.
    lexicon: Vec<(u32, u32, f64, f64)>,
    source_trust: Vec<f64>,
    target_trust: Vec<f64>,
    source_lexicon: Vec<bool>,
    target_lexicon: Vec<bool>,
}

/// So many beads an anchor, a lexicon that was learnt elsewhere, and a text's own beads at least are worth.
const ANCHOR_WORTH: f64 = 3.0;
const LEXICON_WORTH: f64 = 10.0;
/// So many tokens of other words are thought to stand elsewhere: what a short text says once is no frequent word.
const ELSEWHERE: f64 = 3000.0;

impl Knowledge {
    pub(crate) fn new(sides: (&Side<'_>, &Side<'_>), prepared: (&Prepared, &Prepared), resources: &Resources) -> Self {
        let (source, target) = prepared;
        let across = sides.0.language.script() != sides.1.language.script();
        let mut anchors = identical(source, target);
        anchors.extend(cognates(source, target, across));
        anchors.extend(known((source, sides.0.language), (target, sides.1.language)));
        for dictionary in &resources.dictionaries {
            anchors.extend(dictionary.met(source, target));
        }
        let lexicon = resources.lexicon.as_ref().map_or_else(Vec::new, |lexicon| lexicon.met(source, target));
        let mut source_trust = vec![0.0f64; source.types.len()];
        let mut target_trust = vec![0.0f64; target.types.len()];
        for anchor in &anchors {
            source_trust[anchor.source as usize] += f64::from(anchor.trust);
            target_trust[anchor.target as usize] += f64::from(anchor.trust);
        }
        let mut source_lexicon = vec![false; source.types.len()];
        let mut target_lexicon = vec![false; target.types.len()];
        for (s, t, _, _) in &lexicon {
            source_lexicon[*s as usize] = true;
            target_lexicon[*t as usize] = true;
        }
        Self { anchors, lexicon, source_trust, target_trust, source_lexicon, target_lexicon }
    }

    /// All links: what was known before and what the text taught.
    pub(crate) fn links(&self, source: &Prepared, target: &Prepared, learnt: &[Learnt]) -> Links {
        let mut all: Vec<Entry> = Vec::with_capacity(self.anchors.len() + self.lexicon.len() + learnt.len());
        let entry = |source, target| Entry { source, target, ..Entry::default() };
        all.extend(self.anchors.iter().map(|a| Entry { trust: f64::from(a.trust), ..entry(a.source, a.target) }));
        all.extend(self.lexicon.iter().map(|l| Entry { kept: (l.2, l.3), ..entry(l.0, l.1) }));
        all.extend(
            learnt
                .iter()
                .map(|l| Entry { learnt: (f64::from(l.forward), f64::from(l.backward)), ..entry(l.source, l.target) }),
        );
        all.sort_by_key(|entry| (entry.source, entry.target));
        all.dedup_by(|later, first| first.join(later));
        let own = |segments: u32| if learnt.is_empty() { 0.0 } else { f64::from(segments) };
        let mut known = (vec![0.0f64; source.types.len()], vec![0.0f64; target.types.len()]);
        let mut links = Links { starts: vec![0; source.types.len() + 1], ..Links::default() };
        let (source_tokens, target_tokens) =
            (ELSEWHERE + source.tokens.len() as f64, ELSEWHERE + target.tokens.len() as f64);
        for entry in all {
            let (s, t) = (entry.source as usize, entry.target as usize);
            let (source_segments, target_segments) = (source.types[s].segments, target.types[t].segments);
            let mix = |total: f64, in_lexicon: bool, own: f64, learnt: f64, kept: f64| {
                let anchored = if total > 0.0 { ANCHOR_WORTH } else { 0.0 };
                let lexicon = if in_lexicon { LEXICON_WORTH } else { 0.0 };
                let sum = learnt * own + anchored * entry.trust / total.max(1.0) + lexicon * kept;
                sum / (own + anchored + lexicon).max(1e-9)
            };
            let forward =
                mix(self.source_trust[s], self.source_lexicon[s], own(source_segments), entry.learnt.0, entry.kept.0);
            let backward =
                mix(self.target_trust[t], self.target_lexicon[t], own(target_segments), entry.learnt.1, entry.kept.1);
            known.0[s] += forward;
            known.1[t] += backward;
            links.starts[s + 1] += 1;
            links.links.push(Link {
                target: entry.target,
                forward: (forward * target_tokens / f64::from(target_segments)) as f32,
                backward: (backward * source_tokens / f64::from(source_segments)) as f32,
            });
        }
        for at in 1..links.starts.len() {
            links.starts[at] += links.starts[at - 1];
        }
        links.source_absent = known.0.into_iter().map(absent).collect();
        links.target_absent = known.1.into_iter().map(absent).collect();
        links
    }
}

/// How likely a word stands untranslated, when so much of its chance is known to go somewhere.
fn absent(known: f64) -> f32 {
    if known <= 0.0 { 1.0 } else { (1.0 - 0.9 * known.min(1.0)).clamp(0.05, 0.98) as f32 }
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    source: u32,
    target: u32,
    trust: f64,
    kept: (f64, f64),
    learnt: (f64, f64),
}

impl Entry {
    /// Takes over what a later entry of the same pair says.
    fn join(&mut self, later: &Self) -> bool {
        let same = (self.source, self.target) == (later.source, later.target);
        if same {
            self.trust = self.trust.max(later.trust);
            self.kept = (self.kept.0 + later.kept.0, self.kept.1 + later.kept.1);
            self.learnt = (self.learnt.0 + later.learnt.0, self.learnt.1 + later.learnt.1);
        }
        same
    }
}
