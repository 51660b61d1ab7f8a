//! Joining all that is known of words into one table.

use super::anchors::{Anchor, cognates, identical};
use super::cooccurrence::{Belief, Beliefs, Learnt};
use super::dictionary::Forms;
use super::features::Prepared;
use super::lexical::{Link, Links};
use super::words::{Table, known};
use super::{Resources, Side};

/// So many beads what looks alike, an entry of a dictionary, and a lexicon that was learnt elsewhere are worth.
const GUESS_WORTH: f64 = 3.0;
const ENTRY_WORTH: f64 = 5.0;
const LEXICON_WORTH: f64 = 10.0;
/// So many tokens of other words are thought to stand elsewhere: what a short text says once is no frequent word.
const ELSEWHERE: f64 = 3000.0;

/// What is known of the words of two sides before they are aligned.
pub(crate) fn beliefs(
    sides: (&Side<'_>, &Side<'_>),
    (source, target): (&Prepared, &Prepared),
    resources: &Resources,
) -> Beliefs {
    let across = sides.0.language.script() != sides.1.language.script();
    let mut guesses = identical(source, target);
    guesses.extend(cognates(source, target, across));
    let met = |table| known(table, (source, sides.0.language), (target, sides.1.language));
    guesses.extend(met(Table::Cldr));
    guesses.extend(met(Table::Function));
    let mut entries = met(Table::Everyday);
    let mut entered = (vec![false; source.types.len()], vec![false; target.types.len()]);
    if !resources.dictionaries.is_empty() {
        let forms = (Forms::of(sides.0, source), Forms::of(sides.1, target));
        for dictionary in &resources.dictionaries {
            let mut spoken = dictionary.met(&forms.0, &forms.1);
            entries.append(&mut spoken.anchors);
            spoken.sources.iter().for_each(|kind| entered.0[*kind as usize] = true);
            spoken.targets.iter().for_each(|kind| entered.1[*kind as usize] = true);
        }
    }
    let mut beliefs = of_anchors(&guesses, &entries, (source.types.len(), target.types.len()));
    if let Some(lexicon) = &resources.lexicon {
        add_lexicon(&mut beliefs, &lexicon.met(source, target));
    }
    (beliefs.source_entered, beliefs.target_entered) = entered;
    beliefs
}

/// Chances as ratios to how frequent words are, and what follows where a word's translations are not met.
pub(crate) fn links(source: &Prepared, target: &Prepared, beliefs: &Beliefs, learnt: &[Learnt]) -> Links {
    let mut known = (vec![0.0f64; source.types.len()], vec![0.0f64; target.types.len()]);
    let mut links = Links { starts: vec![0; source.types.len() + 1], ..Links::default() };
    let tokens = |side: &Prepared| ELSEWHERE + side.tokens.len() as f64;
    let (source_tokens, target_tokens) = (tokens(source), tokens(target));
    for pair in learnt {
        let (s, t) = (pair.source as usize, pair.target as usize);
        let (forward, backward) = (f64::from(pair.forward), f64::from(pair.backward));
        known.0[s] += forward;
        known.1[t] += backward;
        links.starts[s + 1] += 1;
        links.links.push(Link {
            target: pair.target,
            forward: (forward * target_tokens / f64::from(target.types[t].segments)) as f32,
            backward: (backward * source_tokens / f64::from(source.types[s].segments)) as f32,
        });
    }
    for at in 1..links.starts.len() {
        links.starts[at] += links.starts[at - 1];
    }
    let all_absent = |known: Vec<f64>, entered: &[bool]| -> Vec<f32> {
        known.into_iter().zip(entered).map(|(known, entered)| absent(known, *entered)).collect()
    };
    links.source_absent = all_absent(known.0, &beliefs.source_entered);
    links.target_absent = all_absent(known.1, &beliefs.target_entered);
    links
}

/// What anchors say, each pair once: as the surest of them says it, and worth as much as the worthiest.
fn of_anchors(guesses: &[Anchor], entries: &[Anchor], (sources, targets): (usize, usize)) -> Beliefs {
    let said = |worth, most| move |anchor: &Anchor| Said { anchor: *anchor, worth, most };
    let guesses = guesses.iter().map(said(GUESS_WORTH, 1.0));
    let mut all: Vec<Said> = guesses.chain(entries.iter().map(said(ENTRY_WORTH, MOST_OF_ENTRIES))).collect();
    let pair = |said: &Said| (said.anchor.source, said.anchor.target);
    all.sort_by(|a, b| pair(a).cmp(&pair(b)).then(b.anchor.trust.total_cmp(&a.anchor.trust)));
    all.dedup_by(|other, surest| {
        let is_same = pair(other) == pair(surest);
        if is_same {
            (surest.worth, surest.most) = (surest.worth.max(other.worth), surest.most.max(other.most));
        }
        is_same
    });
    let mut told = (vec![Told::default(); sources], vec![Told::default(); targets]);
    for said in &all {
        told.0[said.anchor.source as usize].add(said);
        told.1[said.anchor.target as usize].add(said);
    }
    let believed = |Said { anchor, .. }: &Said| Belief {
        source: anchor.source,
        target: anchor.target,
        forward: told.0[anchor.source as usize].share(anchor.trust),
        backward: told.1[anchor.target as usize].share(anchor.trust),
    };
    let pairs = all.iter().map(believed).collect();
    let worth = |told: &[Told]| told.iter().map(|told| told.worth).collect();
    Beliefs { pairs, source_worth: worth(&told.0), target_worth: worth(&told.1), ..Beliefs::default() }
}

/// An anchor with what it is worth, in beads, and the most that all its kind have of a word's chance.
#[derive(Clone, Copy)]
struct Said {
    anchor: Anchor,
    worth: f64,
    most: f64,
}

/// Translators choose other words than dictionaries: so much of its chance all entries of a word have together.
const MOST_OF_ENTRIES: f64 = 0.6;

/// What anchors say of one type, all together.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    trust: f64,
    worth: f64,
    most: f64,
}

impl Told {
    fn add(&mut self, said: &Said) {
        self.trust += f64::from(said.anchor.trust);
        self.worth = self.worth.max(said.worth);
        self.most = self.most.max(said.most);
    }

    /// So many beads of its worth speak for one of them.
    fn share(&self, trust: f32) -> f64 {
        self.worth * f64::from(trust) * (self.most / self.trust.max(1e-9)).min(1.0)
    }
}

/// Adds what a lexicon says of pairs (source type, target type, forward, backward).
fn add_lexicon(beliefs: &mut Beliefs, met: &[(u32, u32, f64, f64)]) {
    let mut seen = (vec![false; beliefs.source_worth.len()], vec![false; beliefs.target_worth.len()]);
    for (source, target, forward, backward) in met {
        seen.0[*source as usize] = true;
        seen.1[*target as usize] = true;
        let (forward, backward) = (LEXICON_WORTH * forward, LEXICON_WORTH * backward);
        beliefs.pairs.push(Belief { source: *source, target: *target, forward, backward });
    }
    let add = |worth: &mut [f64], seen: &[bool]| {
        worth.iter_mut().zip(seen).filter(|(_, seen)| **seen).for_each(|(worth, _)| *worth += LEXICON_WORTH);
    };
    add(&mut beliefs.source_worth, &seen.0);
    add(&mut beliefs.target_worth, &seen.1);
    beliefs.pairs.sort_by_key(|belief| (belief.source, belief.target));
    beliefs.pairs.dedup_by(|later, first| {
        let same = (first.source, first.target) == (later.source, later.target);
        if same {
            first.forward += later.forward;
            first.backward += later.backward;
        }
        same
    });
}

/// How likely a word stands untranslated, when so much of its chance is known to go somewhere.
fn absent(known: f64, is_entered: bool) -> f32 {
    /// What a dictionary knows, and whose translations stand nowhere in the other text, may be translated freely or not
    /// at all: it stands rather where nothing is translated.
    const UNMET: f32 = 0.7;
    let most = if is_entered { UNMET } else { 1.0 };
    if known <= 0.0 { most } else { ((1.0 - 0.9 * known.min(1.0)).clamp(0.05, 0.98) as f32).min(most) }
}
