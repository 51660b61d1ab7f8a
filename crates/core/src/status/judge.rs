//! A target page judged against its source.

mod carried;
mod leftovers;
mod tie;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

use crate::align::{Alignment, Confidence};
use crate::language::Language;
use crate::text::word_count;

use self::tie::Tie;
use super::follow::{Circumstances, Edits, Following};
use super::language_check::{has_syntax, written_in_another};
use super::{
    Base, Change, Circumstance, EditKind, Foreign, Passage, Rule, Since, SyncState, Testimony, Trace, edit_kind,
    foreign, revise,
};

/// A page in two languages, with what is known of its past.
pub struct Page<'a> {
    /// The language of the source.
    pub source_language: &'a Language,
    /// The language of the target.
    pub target_language: &'a Language,
    /// Every language of the project, the source's first, for telling what a leftover is written in.
    pub languages: &'a [Language],
    /// The source's segments that are to be translated.
    pub source: &'a [Passage],
    /// The target's segments.
    pub target: &'a [Passage],
    /// The code of the source's page ([`Document::code_lines`](crate::document::Document::code_lines)): a short name that
    /// stands in it letter for letter is no prose.
    pub code: &'a [&'a str],
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
    /// What else happened to it, each once, in order.
    pub circumstances: Vec<Circumstance>,
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
/// stale but minor; one without a source is obsolete, unless that came back edited. What no witness knows is paired by
/// `align`, which is only asked where segments are left over on both sides.
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
///     code: &[],
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
    work.pair_returned();
    work.pair_leftovers(align);
    work.conclude()
}

struct Work<'a> {
    page: &'a Page<'a>,
    ties: Vec<Option<Tie>>,
    /// What claims a target segment: `None` nobody yet.
    claims: Vec<Option<Claim>>,
    /// Source texts whose translation was there once.
    deleted: HashSet<&'a str>,
    /// What the page's code calls things.
    names: OnceCell<HashSet<String>>,
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
            names: OnceCell::new(),
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

    fn target_text(&self, numbers: &[usize]) -> String {
        joined(numbers.iter().map(|at| &self.page.target[*at]))
    }

    fn foreign(&self, source: &Passage, target: &[usize]) -> Option<Foreign> {
        let page = self.page;
        let targets: Vec<&Passage> = target.iter().map(|at| &page.target[*at]).collect();
        let judged = |source: &str, prose: &dyn Fn(&'a Passage) -> Cow<'a, str>| {
            let translation: Vec<_> = target.iter().map(|at| prose(&page.target[*at])).collect();
            foreign(source, &translation.join(" "), page.target_language, page.languages)
        };
        let found = judged(&source.prose(), &Passage::prose)?;
        if found == Foreign::Copy && self.names_code(source.text()) {
            return None;
        }
        // What a link leads to in both languages alike is in one of them, and so is its title.
        let addresses: HashSet<&str> = targets.iter().flat_map(|passage| passage.outward()).collect();
        let shared: HashSet<&str> = source.outward().filter(|address| addresses.contains(address)).collect();
        match shared.is_empty() {
            true => Some(found),
            false => judged(&source.own_prose(&shared), &|passage| passage.own_prose(&shared)),
        }
    }

    /// Why what stands for a source is no translation of it. What repeats its older wording never was one, either, unless
    /// that was in the target's language.
    fn left(&self, source: usize, tie: &Tie) -> Option<Foreign> {
        let page = self.page;
        if tie.is_accepted() {
            return None;
        }
        let is_own = |then: &Passage| {
            let other = written_in_another(then.text(), page.source_language);
            other.is_some_and(|other| other.primary() == page.target_language.primary())
        };
        let is_copy = |then: &&Passage| self.foreign(then, &tie.target) == Some(Foreign::Copy) && !is_own(then);
        match tie.made_from.as_ref().filter(is_copy) {
            Some(_) => Some(Foreign::Copy),
            None => self.foreign(&page.source[source], &tie.target),
        }
    }

    /// Whether a text is a name in the page's code, or a list of them, as a heading that calls a command by it is.
    fn names_code(&self, text: &str) -> bool {
        let names = self.names.get_or_init(|| {
            let spans = self.page.source.iter().flat_map(Passage::code);
            self.page.code.iter().copied().chain(spans).flat_map(names_in).collect()
        });
        text.split(", ").all(|name| names.contains(name))
    }

    fn conclude(mut self) -> Verdict {
        if !self.free_source().is_empty() {
            // A source that stands there twice, and is translated once, has lost no translation.
            let translated = self.still_translated();
            self.deleted.retain(|source| !translated.contains(*source));
        }
        let left: Vec<Option<Foreign>> =
            (0..self.ties.len()).map(|at| self.left(at, self.ties[at].as_ref()?)).collect();
        let is_copied = self.is_copied(&left);
        let mut segments = Vec::with_capacity(self.ties.len());
        for (source, left) in left.into_iter().enumerate() {
            let tie = self.ties[source].take();
            let repeats = |tie: &Tie| is_copied && !tie.is_accepted() && self.repeats(source, tie);
            let left = left.or_else(|| tie.as_ref().filter(|tie| repeats(tie)).map(|_| Foreign::Copy));
            segments.push(self.status_of(source, tie, left));
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
                circumstances: Vec::new(),
            });
        }
        Verdict { segments }
    }

    /// What is translated somewhere on the page, or was when its source was there.
    fn still_translated(&self) -> HashSet<String> {
        let tied = self.ties.iter().zip(self.page.source).filter_map(|(tie, now)| tie.as_ref().map(|tie| (tie, now)));
        let tied = tied.flat_map(|(tie, now)| [Some(now), tie.made_from.as_ref()].into_iter().flatten());
        let obsolete = self.claims.iter().flatten().filter_map(|claim| match claim {
            Claim::Obsolete { previous_source, .. } => Some(Passage::new(previous_source.as_str()).key().to_owned()),
            Claim::Tied => None,
        });
        tied.map(|passage| passage.key().to_owned()).chain(obsolete).collect()
    }

    /// Whether the page is a copy of its source with hardly anything translated: then its labels are copies, too, though
    /// each of them might be written so in both languages.
    fn is_copied(&self, left: &[Option<Foreign>]) -> bool {
        /// So many copies for each segment that is translated.
        const COPIES: usize = 4;
        // So it is with nearly all pages.
        if !left.contains(&Some(Foreign::Copy)) {
            return false;
        }
        let (mut copies, mut labels, mut own) = ((0, 0), 0, 0);
        for (at, left) in left.iter().enumerate() {
            let (count, tie) = (word_count(self.page.source[at].text()), self.ties[at].as_ref());
            match left {
                Some(Foreign::Copy) => copies = (copies.0 + 1, copies.1 + count),
                None if tie.is_some_and(|tie| self.repeats(at, tie)) => labels += count,
                None if tie.is_some() && count > 0 => own += 1,
                _ => {}
            }
        }
        // Most of what is written so in both languages may be names.
        own * COPIES <= copies.0 && labels <= copies.1
    }

    /// Whether what stands for a source has its words, or those that it had.
    fn repeats(&self, source: usize, tie: &Tie) -> bool {
        let said = Passage::new(self.target_text(&tie.target));
        let (now, then) = (&self.page.source[source], tie.made_from.as_ref());
        now.text().contains(char::is_alphabetic)
            && (said.same_text(now) || then.is_some_and(|then| said.same_text(then)))
            && !self.names_code(now.text())
    }

    fn status_of(&self, source: usize, tie: Option<Tie>, left: Option<Foreign>) -> SegmentStatus {
        let Some(tie) = tie else {
            let deleted = self.deleted.contains(self.page.source[source].key());
            return Tie::untranslated(vec![])
                .into_status(source, Some(if deleted { Rule::DeletedTarget } else { Rule::MissingSegment }));
        };
        match left {
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

/// So many words a command or a field is called by, at most.
const NAME: usize = 4;

/// The names in a line of code: its single words, and what a command begins with, as in `make all [flags]`; in lower case,
/// as names of code are and beginnings of sentences are not. Comments are prose.
fn names_in(line: &str) -> Vec<String> {
    let line = line.trim_start();
    if ["#", "//", "--", ";", "/*", "*"].iter().any(|comment| line.starts_with(comment)) {
        return Vec::new();
    }
    let typed = line.strip_prefix("$ ");
    let is_command = typed.is_some() || has_syntax(line);
    let starts = (2..=NAME).filter(|_| is_command).filter_map(|count| {
        let words: Vec<&str> = typed.unwrap_or(line).split_whitespace().take(count).collect();
        (words.len() == count).then(|| words.join(" "))
    });
    let single = line.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).map(str::to_owned);
    starts.chain(single).filter(|name| name.starts_with(char::is_lowercase)).collect()
}

/// Below this, a base is no evidence: nothing is green because of it.
const DOUBTFUL: f32 = 0.25;

fn joined<'p>(passages: impl IntoIterator<Item = &'p Passage>) -> String {
    passages.into_iter().map(Passage::text).collect::<Vec<_>>().join(" ")
}

fn scaled(confidence: Confidence, by: f32) -> Confidence {
    Confidence::new(confidence.get() * by)
}
