//! A target page judged against its source.

use std::collections::HashSet;
use std::ops::Range;

use crate::align::{Alignment, Confidence};
use crate::language::Language;

use super::follow::{Circumstances, Edits, Following};
use super::{
    Base, BasePair, Change, EditKind, Foreign, Passage, Rule, Since, SyncState, Testimony, Trace, edit_kind, foreign,
    revise,
};

/// A page in two languages, with what is known of its past.
pub struct Page<'a> {
    /// The language of the source.
    pub source_language: &'a Language,
    /// The language of the target.
    pub target_language: &'a Language,
    /// Every language of the project, for telling what a leftover is written in.
    pub languages: &'a [Language],
    /// The source's segments that are to be translated.
    pub source: &'a [Passage],
    /// The target's segments.
    pub target: &'a [Passage],
    /// What is known of the past, the most trusted witness first.
    pub testimonies: &'a [Testimony],
}

/// The state of one source segment, or of one target segment that has no source.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentStatus {
    /// Number of the source segment; `None` for obsolete and extra target segments.
    pub source: Option<usize>,
    /// Numbers of the target segments that stand for it, in order.
    pub target: Vec<usize>,
    /// How it stands.
    pub state: SyncState,
    /// The rule that a finding about it falls under; `None` where nothing is wrong.
    pub rule: Option<Rule>,
    /// What the edit of the source changed, where it was edited.
    pub edit: Option<EditKind>,
    /// What the source said when the target was made, where it said something else.
    pub previous_source: Option<String>,
    /// What the target was made from.
    pub base: Option<Base>,
    /// The first change of the source since, where history tells.
    pub since: Option<Since>,
    /// Whether it stands elsewhere on the page than it did.
    pub moved: bool,
    /// Whether source and target were both edited, so that only their content tells which came last.
    pub both_edited: bool,
}

impl SegmentStatus {
    /// Whether the source changed in nothing that matters to a translation.
    pub fn is_minor(&self) -> bool {
        self.rule == Some(Rule::StaleMinor)
    }
}

/// The states of all segments of a page: one for every source segment, in order, then one for every target segment
/// without a source, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// The states.
    pub segments: Vec<SegmentStatus>,
}

/// Judges every segment of a page.
///
/// Every witness's pairs are carried forward to the page as it is: its targets to today's target segments, its sources
/// to today's source segments ([`revise`]). A pair whose source is still the same is current; an edited one is stale, or
/// stale but minor; one without a source is obsolete. What no witness knows is paired by `align`, which is only asked
/// where segments are left over on both sides.
///
/// ```
/// use hexapla_core::align::Alignment;
/// use hexapla_core::status::*;
/// let (german, english) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let memory = Testimony {
///     pairs: vec![BasePair::new(
///         vec![Passage::new("Der Kurs kostet 5 Euro.")],
///         vec![Passage::new("The course costs 5 euros.")],
///         Base { provenance: Provenance::Memory, confidence: Provenance::Memory.trust(), commit: None },
///     )],
///     ..Testimony::default()
/// };
/// let page = Page {
///     source_language: &german,
///     target_language: &english,
///     languages: &[german.clone(), english.clone()],
///     source: &[Passage::new("Der Kurs kostet 7 Euro.")],
///     target: &[Passage::new("The course costs 5 euros.")],
///     testimonies: &[memory],
/// };
/// let verdict = judge(&page, &mut Alignment::default);
/// assert_eq!(verdict.segments[0].state, SyncState::Stale);
/// assert_eq!(verdict.segments[0].edit, Some(EditKind::Number));
/// ```
pub fn judge(page: &Page<'_>, align: &mut dyn FnMut() -> Alignment) -> Verdict {
    let mut work = Work::new(page);
    for testimony in page.testimonies {
        work.hear(testimony);
    }
    work.pair_copies();
    work.pair_leftovers(align);
    work.conclude()
}

/// A source segment's tie to target segments.
#[derive(Clone, Debug)]
struct Tie {
    target: Vec<usize>,
    state: SyncState,
    edit: Option<EditKind>,
    previous_source: Option<String>,
    base: Option<Base>,
    since: Option<Since>,
    moved: bool,
    both_edited: bool,
}

struct Work<'a> {
    page: &'a Page<'a>,
    ties: Vec<Option<Tie>>,
    /// What claims a target segment: `None` nobody yet.
    claims: Vec<Option<Claim>>,
    /// Source texts whose translation was there once.
    deleted: HashSet<&'a str>,
}

#[derive(Clone, Debug)]
enum Claim {
    /// It stands for a source segment.
    Tied,
    /// It stands for a source that is gone.
    Obsolete { previous_source: String, base: Base },
}

impl<'a> Work<'a> {
    fn new(page: &'a Page<'a>) -> Self {
        Self {
            page,
            ties: vec![None; page.source.len()],
            claims: vec![None; page.target.len()],
            deleted: HashSet::new(),
        }
    }

    fn free_source(&self) -> Vec<usize> {
        (0..self.ties.len()).filter(|at| self.ties[*at].is_none()).collect()
    }

    fn free_target(&self) -> Vec<usize> {
        (0..self.claims.len()).filter(|at| self.claims[*at].is_none()).collect()
    }

    fn hear(&mut self, testimony: &'a Testimony) {
        let mut carried = self.carry_targets(&testimony.pairs);
        self.carry_sources(&mut carried);
        self.tie(&carried);
        for pair in &testimony.pairs {
            for passage in &pair.source {
                self.deleted.insert(passage.key());
            }
        }
        self.deleted.extend(testimony.deleted.iter().map(Passage::key));
    }

    /// Which pairs still have their target on the page, in the order of the page.
    fn carry_targets(&self, pairs: &'a [BasePair]) -> Vec<Carried<'a>> {
        let free = self.free_target();
        let (olds, owners): (Vec<&Passage>, Vec<usize>) =
            pairs.iter().enumerate().flat_map(|(at, pair)| pair.target.iter().map(move |p| (p, at))).unzip();
        let news: Vec<&Passage> = free.iter().map(|at| &self.page.target[*at]).collect();
        let mut carried: Vec<Carried<'a>> = pairs.iter().map(Carried::new).collect();
        for revision in revise(&olds, &news) {
            for old in revision.old.clone() {
                let carried = &mut carried[owners[old]];
                carried.target.extend(revision.new.clone().map(|at| free[at]));
                carried.target_edited |= matches!(revision.change, Change::Edited | Change::Removed);
            }
        }
        for carried in &mut carried {
            carried.target.sort_unstable();
            carried.target.dedup();
        }
        carried.retain(|carried| !carried.target.is_empty());
        carried.sort_by_key(|carried| carried.target[0]);
        carried
    }

    /// What became of the sources of those pairs.
    fn carry_sources(&self, carried: &mut [Carried<'a>]) {
        let free = self.free_source();
        let mut olds: Vec<&Passage> = Vec::new();
        let mut owners: Vec<(usize, usize)> = Vec::new();
        for (at, pair) in carried.iter_mut().enumerate() {
            if let Some(traces) = &pair.pair.traces {
                pair.fates = traces.iter().map(|trace| self.fate_of(trace)).collect();
                pair.fates.resize_with(pair.pair.source.len(), || None);
                continue;
            }
            for (part, passage) in pair.pair.source.iter().enumerate() {
                olds.push(passage);
                owners.push((at, part));
            }
        }
        let news: Vec<&Passage> = free.iter().map(|at| &self.page.source[*at]).collect();
        for revision in revise(&olds, &news) {
            for old in revision.old.clone() {
                let (owner, part) = owners[old];
                carried[owner].fates[part] = match revision.change {
                    Change::Added | Change::Removed => None,
                    change => Some(Fate {
                        now: revision.new.clone().map(|at| free[at]).collect(),
                        change,
                        moved: revision.moved,
                        since: None,
                    }),
                };
            }
        }
    }

    /// A fate that the witness knows.
    fn fate_of(&self, trace: &Trace) -> Option<Fate> {
        let free = |at: &usize| self.ties.get(*at).is_some_and(Option::is_none);
        let now: Vec<usize> = trace.now.iter().copied().filter(free).collect();
        let change = if now.len() > 1 { Change::Split } else { Change::Edited };
        (!now.is_empty()).then(|| Fate { now, change, moved: false, since: trace.since.clone() })
    }

    fn tie(&mut self, carried: &[Carried<'a>]) {
        for carried in carried {
            let previous = joined(&carried.pair.source);
            if carried.fates.iter().all(Option::is_none) {
                // Two units may hold the same source; then the other one's target stands for it, and this one is a
                // second wording of the same.
                let twin = (0..self.ties.len()).find(|at| {
                    self.ties[*at].is_some()
                        && carried.pair.source.len() == 1
                        && carried.pair.source[0].same_text(&self.page.source[*at])
                });
                if let Some(tie) = twin.and_then(|at| self.ties[at].as_mut()) {
                    tie.target.extend(&carried.target);
                }
                for target in &carried.target {
                    self.claims[*target] = Some(match twin {
                        Some(_) => Claim::Tied,
                        None => Claim::Obsolete { previous_source: previous.clone(), base: carried.pair.base.clone() },
                    });
                }
                continue;
            }
            for target in &carried.target {
                self.claims[*target] = Some(Claim::Tied);
            }
            let lost = carried.fates.iter().any(Option::is_none);
            for (part, fate) in carried.fates.iter().enumerate() {
                if let Some(fate) = fate {
                    self.tie_part(carried, part, fate, lost, &previous);
                }
            }
        }
    }

    fn tie_part(&mut self, carried: &Carried<'a>, part: usize, fate: &Fate, lost: bool, previous: &str) {
        let old = &carried.pair.source[part];
        for now in &fate.now {
            let new = &self.page.source[*now];
            let edit = match fate.change {
                Change::Same | Change::Edited => edit_kind(old, new, self.page.source_language),
                Change::Split => self.edit_of_split(old, &fate.now),
                _ => None,
            };
            // Of two sentences that one target translates, one is gone: the target says too much.
            let edit = if lost { edit.max(Some(EditKind::Wording)) } else { edit };
            let mut base = carried.pair.base.clone();
            let mut state = if edit.is_some() { SyncState::Stale } else { SyncState::Current };
            if edit.is_none() && base.confidence.get() < DOUBTFUL {
                state = SyncState::Unknown;
            }
            let mut both_edited = false;
            if edit.is_some_and(|edit| !edit.is_minor()) {
                both_edited = carried.target_edited || carried.pair.target_edited;
            }
            // A witness that followed both sides has weighed the target's edits already.
            if both_edited && carried.target_edited {
                let (then, today) = (joined(&carried.pair.target), self.target_text(&carried.target));
                let edits = Edits {
                    source: (old, new),
                    target: (&Passage::new(then), &Passage::new(today)),
                    languages: (self.page.source_language, self.page.target_language),
                };
                match edits.verdict(&Circumstances::default()) {
                    Following::Followed => {
                        state = SyncState::Current;
                        base.confidence = scaled(base.confidence, 0.8);
                    }
                    Following::NotFollowed => {}
                    Following::Undecided => base.confidence = scaled(base.confidence, 0.6),
                }
            }
            let stale = state == SyncState::Stale;
            let tie = Tie {
                target: carried.target.clone(),
                state,
                edit: edit.filter(|_| stale),
                previous_source: stale.then(|| if lost { previous.to_owned() } else { old.text().to_owned() }),
                base: Some(base),
                since: fate.since.clone().filter(|_| stale),
                moved: fate.moved,
                both_edited,
            };
            match &mut self.ties[*now] {
                // Several old segments were merged into this one: the worst of them decides.
                Some(existing) if existing.state >= tie.state => {
                    for target in tie.target {
                        if !existing.target.contains(&target) {
                            existing.target.push(target);
                        }
                    }
                }
                slot => {
                    let mut tie = tie;
                    if let Some(existing) = slot.take() {
                        tie.target.extend(existing.target);
                        tie.target.sort_unstable();
                        tie.target.dedup();
                    }
                    *slot = Some(tie);
                }
            }
        }
    }

    /// What the edit of a segment changed that became several.
    fn edit_of_split(&self, old: &Passage, now: &[usize]) -> Option<EditKind> {
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let new = joined(now.iter().map(|at| &self.page.source[*at]));
        let new = Passage::new(new);
        if bare(old.key()) == bare(new.key()) {
            return None;
        }
        edit_kind(&Passage::new(old.text()), &new, self.page.source_language)
    }

    fn target_text(&self, numbers: &[usize]) -> String {
        joined(numbers.iter().map(|at| &self.page.target[*at]))
    }

    /// Source segments that stand in the target as they are.
    fn pair_copies(&mut self) {
        let (sources, targets) = (self.free_source(), self.free_target());
        let of = |side: &'a [Passage], numbers: &[usize]| numbers.iter().map(|at| &side[*at]).collect::<Vec<_>>();
        let revisions = revise(&of(self.page.source, &sources), &of(self.page.target, &targets));
        for revision in revisions.into_iter().filter(|revision| revision.change == Change::Same) {
            let (source, target) = (sources[revision.old.start], targets[revision.new.start]);
            if self.foreign(source, &[target]).is_some() {
                self.ties[source] = Some(Tie::untranslated(vec![target]));
                self.claims[target] = Some(Claim::Tied);
            }
        }
    }

    fn pair_leftovers(&mut self, align: &mut dyn FnMut() -> Alignment) {
        if self.free_source().is_empty() || self.free_target().is_empty() {
            return;
        }
        let newer = self.page.testimonies.iter().find_map(|testimony| testimony.newer.as_ref());
        for bead in align().beads {
            let sources: Vec<usize> =
                self.free_in(&bead.source, |work, at| work.ties.get(at).is_some_and(Option::is_none));
            let targets: Vec<usize> =
                self.free_in(&bead.target, |work, at| work.claims.get(at).is_some_and(Option::is_none));
            if sources.is_empty() || targets.is_empty() {
                continue;
            }
            let base = newer
                .map(|base| Base { confidence: scaled(base.confidence, bead.confidence.get()), ..base.clone() })
                .filter(|base| base.confidence.get() >= DOUBTFUL);
            for source in &sources {
                self.ties[*source] = Some(Tie {
                    target: targets.clone(),
                    state: if base.is_some() { SyncState::Current } else { SyncState::Unknown },
                    edit: None,
                    previous_source: None,
                    base: base.clone(),
                    since: None,
                    moved: bead.crossing,
                    both_edited: false,
                });
            }
            for target in targets {
                self.claims[target] = Some(Claim::Tied);
            }
        }
    }

    fn free_in(&self, range: &Range<usize>, free: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        range.clone().filter(|at| free(self, *at)).collect()
    }

    fn foreign(&self, source: usize, target: &[usize]) -> Option<Foreign> {
        let page = self.page;
        foreign(page.source[source].text(), &self.target_text(target), page.target_language, page.languages)
    }

    fn conclude(mut self) -> Verdict {
        let mut segments = Vec::with_capacity(self.ties.len());
        for source in 0..self.ties.len() {
            let tie = self.ties[source].take();
            segments.push(self.status_of(source, tie));
        }
        for (target, claim) in std::mem::take(&mut self.claims).into_iter().enumerate() {
            let (state, rule, previous_source, base) = match claim {
                Some(Claim::Tied) => continue,
                Some(Claim::Obsolete { previous_source, base }) => {
                    (SyncState::Obsolete, Rule::ObsoleteSegment, Some(previous_source), Some(base))
                }
                None => (SyncState::Unknown, Rule::ExtraSegment, None, None),
            };
            segments.push(SegmentStatus {
                source: None,
                target: vec![target],
                state,
                rule: Some(rule),
                edit: None,
                previous_source,
                base,
                since: None,
                moved: false,
                both_edited: false,
            });
        }
        Verdict { segments }
    }

    fn status_of(&self, source: usize, tie: Option<Tie>) -> SegmentStatus {
        let Some(tie) = tie else {
            let deleted = self.deleted.contains(self.page.source[source].key());
            return Tie::untranslated(vec![])
                .into_status(source, Some(if deleted { Rule::DeletedTarget } else { Rule::MissingSegment }));
        };
        let accepted = tie.base.as_ref().is_some_and(|base| base.provenance == super::Provenance::Accepted);
        let foreign = if accepted { None } else { self.foreign(source, &tie.target) };
        match foreign {
            Some(Foreign::Copy) => Tie::untranslated(tie.target).into_status(source, Some(Rule::UntranslatedCopy)),
            Some(Foreign::Other(_)) => Tie::untranslated(tie.target).into_status(source, Some(Rule::WrongLanguage)),
            None => {
                let rule = match tie.state {
                    SyncState::Stale if tie.edit.is_some_and(EditKind::is_minor) => Some(Rule::StaleMinor),
                    SyncState::Stale => Some(Rule::Stale),
                    SyncState::Unknown => Some(Rule::Unverified),
                    _ => None,
                };
                tie.into_status(source, rule)
            }
        }
    }
}

/// Below this, a base is no evidence: nothing is green because of it.
const DOUBTFUL: f32 = 0.25;

impl Tie {
    fn untranslated(target: Vec<usize>) -> Self {
        Self {
            target,
            state: SyncState::Untranslated,
            edit: None,
            previous_source: None,
            base: None,
            since: None,
            moved: false,
            both_edited: false,
        }
    }

    fn into_status(mut self, source: usize, rule: Option<Rule>) -> SegmentStatus {
        self.target.sort_unstable();
        self.target.dedup();
        SegmentStatus {
            source: Some(source),
            target: self.target,
            state: self.state,
            rule,
            edit: self.edit,
            previous_source: self.previous_source,
            base: self.base,
            since: self.since,
            moved: self.moved,
            both_edited: self.both_edited,
        }
    }
}

/// A pair carried forward to the page as it is.
struct Carried<'a> {
    pair: &'a BasePair,
    target: Vec<usize>,
    target_edited: bool,
    fates: Vec<Option<Fate>>,
}

/// What became of one source segment of a pair.
struct Fate {
    now: Vec<usize>,
    change: Change,
    moved: bool,
    since: Option<Since>,
}

impl<'a> Carried<'a> {
    fn new(pair: &'a BasePair) -> Self {
        let fates = pair.source.iter().map(|_| None).collect();
        Self { pair, target: Vec::new(), target_edited: false, fates }
    }
}

fn joined<'p>(passages: impl IntoIterator<Item = &'p Passage>) -> String {
    passages.into_iter().map(Passage::text).collect::<Vec<_>>().join(" ")
}

fn scaled(confidence: Confidence, by: f32) -> Confidence {
    Confidence::new(confidence.get() * by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Bead;
    use crate::status::Provenance;

    fn passages(texts: &[&str]) -> Vec<Passage> {
        texts.iter().map(|text| Passage::new(*text)).collect()
    }

    fn base(provenance: Provenance) -> Base {
        Base { provenance, confidence: provenance.trust(), commit: None }
    }

    fn memory(pairs: &[(&[&str], &[&str])]) -> Testimony {
        let pairs = pairs
            .iter()
            .map(|(source, target)| BasePair::new(passages(source), passages(target), base(Provenance::Memory)))
            .collect();
        Testimony { pairs, ..Testimony::default() }
    }

    /// Rules in order, `ok` where nothing is wrong; leftovers are aligned one to one.
    fn check(source: &[&str], target: &[&str], testimony: Testimony, want: &str) {
        let languages: Vec<Language> = ["de", "en"].iter().map(|tag| tag.parse().unwrap()).collect();
        let (source, target) = (passages(source), passages(target));
        let testimonies = [testimony];
        let page = Page {
            source_language: &languages[0],
            target_language: &languages[1],
            languages: &languages,
            source: &source,
            target: &target,
            testimonies: &testimonies,
        };
        let longer = source.len().max(target.len());
        let (sources, targets) = (source.len(), target.len());
        let mut align = || Alignment {
            beads: (0..longer)
                .map(|at| Bead {
                    source: at.min(sources)..(at + 1).min(sources),
                    target: at.min(targets)..(at + 1).min(targets),
                    confidence: Confidence::new(0.9),
                    crossing: false,
                })
                .collect(),
        };
        let got: Vec<&str> =
            judge(&page, &mut align).segments.iter().map(|status| status.rule.map_or("ok", Rule::as_str)).collect();
        assert_eq!(got.join(" "), want);
    }

    #[test]
    fn without_any_witness_nothing_is_green() {
        check(&["Ein Haus."], &["A house."], memory(&[]), "unverified");
        check(&["Ein Haus.", "Ein Hof."], &["A house."], memory(&[]), "unverified missing-segment");
        check(&["Ein Haus."], &["A house.", "A yard."], memory(&[]), "unverified extra-segment");
        check(&["Ein Haus."], &[], memory(&[]), "missing-segment");
        check(&[], &[], memory(&[]), "");
    }

    #[test]
    fn a_memory_tells_current_from_stale() {
        let known: &[(&[&str], &[&str])] = &[
            (&["Das Haus ist alt."], &["The house is old."]),
            (&["Es kostet 5 Euro im Monat."], &["It costs 5 euros a month."]),
            (&["Hunde bleiben draußen."], &["Dogs stay outside."]),
        ];
        let target = ["The house is old.", "It costs 5 euros a month.", "Dogs stay outside."];
        let old = ["Das Haus ist alt.", "Es kostet 5 Euro im Monat.", "Hunde bleiben draußen."];
        check(&old, &target, memory(known), "ok ok ok");
        check(&[old[0], "Es kostet 7 Euro im Monat.", old[2]], &target, memory(known), "ok stale ok");
        check(&["Das Haus ist alt!", old[1], old[2]], &target, memory(known), "stale-minor ok ok");
        check(&[old[0], old[1]], &target, memory(known), "ok ok obsolete-segment");
        check(&[old[2], old[0], old[1]], &target, memory(known), "ok ok ok");
        check(&[old[0], "Es gibt Tee.", old[1], old[2]], &target, memory(known), "ok missing-segment ok ok");
        check(&old, &target[..2], memory(known), "ok ok deleted-target");
        check(&["Das Haus ist nicht alt.", old[1], old[2]], &target, memory(known), "stale ok ok");
    }

    #[test]
    fn an_edit_of_the_target_renews_only_what_it_follows() {
        let known: &[(&[&str], &[&str])] = &[(&["Der Eintritt kostet 5 Euro."], &["Admission costs 5 euros."])];
        let new = ["Der Eintritt kostet 7 Euro."];
        check(&new, &["Admission costs 7 euros."], memory(known), "ok");
        check(&new, &["Entry costs 5 euros."], memory(known), "stale");
        check(&["Der Eintritt kostet 5 Euro."], &["Entry costs 5 euros."], memory(known), "ok");
    }

    #[test]
    fn one_target_for_two_sources() {
        let known: &[(&[&str], &[&str])] =
            &[(&["Das Haus ist alt.", "Es steht am See."], &["The old house stands by the lake."])];
        let target = ["The old house stands by the lake."];
        check(&["Das Haus ist alt.", "Es steht am See."], &target, memory(known), "ok ok");
        check(&["Das Haus ist alt.", "Es steht am Meer."], &target, memory(known), "ok stale");
        check(&["Das Haus ist alt."], &target, memory(known), "stale");
    }

    #[test]
    fn leftovers_in_the_source_language_are_untranslated() {
        check(&["Der Garten ist offen."], &["Der Garten ist offen."], memory(&[]), "untranslated-copy");
        check(&["Radio 4"], &["Radio 4"], memory(&[]), "unverified");
        check(
            &["Die Gäste kommen am Morgen."],
            &["Die Werkstatt öffnet im März wieder ihre Türen für alle Gäste."],
            memory(&[]),
            "wrong-language",
        );
    }

    #[test]
    fn repeated_segments() {
        let known: &[(&[&str], &[&str])] = &[
            (&["Frage 1:"], &["Question 1:"]),
            (&["Antwort:"], &["Answer:"]),
            (&["Frage 2:"], &["Question 2:"]),
            (&["Antwort:"], &["Answer:"]),
        ];
        let source = ["Frage 1:", "Antwort:", "Frage 2:", "Antwort:"];
        let target = ["Question 1:", "Answer:", "Question 2:", "Answer:"];
        check(&source, &target, memory(known), "ok ok ok ok");
        // Two wordings of one source are both right.
        check(
            &["Willkommen bei uns."],
            &["Welcome to us.", "Be welcome here."],
            memory(&[
                (&["Willkommen bei uns."], &["Welcome to us."]),
                (&["Willkommen bei uns."], &["Be welcome here."]),
            ]),
            "ok",
        );
    }
}
