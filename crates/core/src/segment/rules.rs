//! Rules made ready for one language.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_segmentation::GraphemeCursor;

use super::engine::FaultKind;
use super::engine::{Action, Engine, RuleSource};
use super::house;
use super::srx::{FormatHandles, NoRules, Rule, RuleGroup, Srx, Version};
use super::{Profile, Segmenter, Trim};
use crate::language::Language;
use crate::text::Place;

/// The rules of one language, compiled.
///
/// Cheap to clone, and to share between threads. Compiling takes some milliseconds, segmenting is linear in the text.
///
/// ```
/// use hexapla_core::language::Language;
/// use hexapla_core::segment::{Rules, Segmenter};
///
/// let german: Language = "de".parse().unwrap();
/// let rules = Rules::for_language(&german);
/// let text = "Im Hafen liegen z. B. drei Schlepper. Sie rosten.";
/// let segments: Vec<&str> = rules.segment(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(segments, ["Im Hafen liegen z. B. drei Schlepper.", "Sie rosten."]);
/// ```
#[derive(Clone, Debug)]
pub struct Rules(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    engine: Engine,
    rules: Vec<(Origin, Rule)>,
    trim: Trim,
    paragraphs: Paragraphs,
    handles: FormatHandles,
    fingerprint: Fingerprint,
}

/// Where a rule comes from.
#[derive(Clone, Debug)]
struct Origin {
    file: Arc<str>,
    group: Arc<str>,
}

/// Whether a blank line parts texts that know nothing of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paragraphs {
    Apart,
    Together,
}

/// Which rules cut a text: kept with every memory, since the same text cut by other rules gives other segments.
///
/// Two fingerprints are equal exactly if the rules are; the name and version are for people.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fingerprint {
    /// What the rule set is called: `hexapla/de`, or what the caller named it.
    pub name: String,
    /// The edition of our own rules, or the version of the SRX standard.
    pub version: String,
    /// Sixteen hexadecimal digits: the start of BLAKE3 over all rules in force, in order.
    pub hash: String,
}

impl Fingerprint {
    /// Whether a fingerprint that was written somewhere (its [`Display`](fmt::Display) form) is of the same rules,
    /// whatever they were called there.
    ///
    /// ```
    /// use hexapla_core::segment::Rules;
    /// let rules = Rules::for_language(&"de".parse().unwrap());
    /// assert!(rules.fingerprint().is_of(&rules.fingerprint().to_string()));
    /// assert!(!rules.fingerprint().is_of("company.srx SRX 2.0 0123456789abcdef"));
    /// ```
    pub fn is_of(&self, written: &str) -> bool {
        written.split_whitespace().next_back() == Some(self.hash.as_str())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.name, self.version, self.hash)
    }
}

/// What was decided at a position where some rule would have cut, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The byte offset in the text.
    pub at: usize,
    /// Whether a segment ends here.
    pub action: Action,
    /// The rule that decided: the first in order that fits here.
    pub rule: RuleReference,
    /// The first rule that would have cut here, where another one kept the segment together.
    pub suppressed: Option<RuleReference>,
}

/// A rule, named so that a person finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleReference {
    /// The group that it belongs to.
    pub group: Arc<str>,
    /// The file that it stands in: what the caller named it, `de.rules` and the like for our own.
    pub file: Arc<str>,
    /// Its title, or the comment above it.
    pub title: Option<String>,
    /// Where it stands in its file.
    pub place: Option<Place>,
    /// `beforebreak`
    pub before: String,
    /// `afterbreak`
    pub after: String,
}

/// What is wrong with a rule of an SRX file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule.
    pub rule: RuleReference,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Rules {
    /// Our own rules for `language`, as most CAT tools cut; languages without rules of their own get those of all.
    pub fn for_language(language: &Language) -> Self {
        Self::with_profile(language, &Profile::default())
    }

    /// Our own rules for `language`, with what tools disagree on as `profile` says.
    pub fn with_profile(language: &Language, profile: &Profile) -> Self {
        let groups = house::groups(language.primary(), profile);
        let name = match groups.as_slice() {
            [_, _] => format!("hexapla/{}", language.primary()),
            _ => "hexapla/default".to_owned(),
        };
        let named = groups.iter().map(|group| (house::file_of(&group.name), group));
        Self::compile(
            named,
            &name,
            &house::EDITION.to_string(),
            profile.trim,
            (Paragraphs::Apart, FormatHandles::default()),
        )
        .0
    }

    /// The rules that `srx` has for the language `code`, and what is wrong with some of them.
    ///
    /// `code` is matched against the file's language maps as it is: usually a language tag, but some files have keys
    /// of their own, such as `de_two`. `name` is what the rules are called in their [`Fingerprint`], such as the name
    /// of the file.
    ///
    /// # Errors
    ///
    /// [`NoRules`] if no map of the file fits `code`.
    pub fn from_srx(srx: &Srx, code: &str, name: &str, trim: Trim) -> Result<(Self, Vec<Fault>), NoRules> {
        let groups = srx.groups_for(code)?;
        let version = match srx.version {
            Version::V1 => "SRX 1.0",
            Version::V2 => "SRX 2.0",
        };
        let named = groups.into_iter().map(|group| (name, group));
        Ok(Self::compile(named, name, version, trim, (Paragraphs::Together, srx.handles)))
    }

    fn compile<'g>(
        groups: impl Iterator<Item = (&'g str, &'g RuleGroup)>,
        name: &str,
        version: &str,
        trim: Trim,
        (paragraphs, handles): (Paragraphs, FormatHandles),
    ) -> (Self, Vec<Fault>) {
        let rules: Vec<(Origin, Rule)> = groups
            .map(|(file, group)| (Origin { file: Arc::from(file), group: Arc::from(group.name.as_str()) }, group))
            .flat_map(|(origin, group)| group.rules.iter().map(move |rule| (origin.clone(), rule.clone())))
            .collect();
        let sources: Vec<RuleSource<'_>> = rules
            .iter()
            .map(|(_, rule)| RuleSource { action: rule.action, before: &rule.before, after: &rule.after })
            .collect();
        let fingerprint = fingerprint(name, version, &sources, trim);
        let (engine, faults) = Engine::new(&sources);
        let faults =
            faults.into_iter().map(|fault| Fault { rule: reference(&rules, fault.rule), kind: fault.kind }).collect();
        (Self(Arc::new(Compiled { engine, rules, trim, paragraphs, handles, fingerprint })), faults)
    }

    /// Which rules these are.
    pub fn fingerprint(&self) -> &Fingerprint {
        &self.0.fingerprint
    }

    /// Every position of `text` where some rule would cut, in order, with the rule that decided.
    ///
    /// ```
    /// use hexapla_core::segment::{Action, Rules};
    /// let rules = Rules::for_language(&"de".parse().unwrap());
    /// let decisions = rules.explain("Dr. Kern wohnt hier. Er ist nie da.");
    /// let actions: Vec<(usize, Action)> = decisions.iter().map(|decision| (decision.at, decision.action)).collect();
    /// assert_eq!(actions, [(3, Action::Keep), (20, Action::Break)]);
    /// ```
    pub fn explain(&self, text: &str) -> Vec<Decision> {
        let reference = |rule: usize| reference(&self.0.rules, rule);
        let mut all = Vec::new();
        for part in self.parts(text) {
            for decision in self.0.engine.decide(text[part.clone()].trim_end()) {
                let at = part.start + decision.at;
                if !may_end(text, at) {
                    continue;
                }
                let action = self.0.rules[decision.rule].1.action;
                all.push(Decision {
                    at,
                    action,
                    rule: reference(decision.rule),
                    suppressed: (action == Action::Keep).then(|| reference(decision.breaking)),
                });
            }
        }
        all
    }

    /// The texts that are cut on their own.
    fn parts(&self, text: &str) -> Vec<Range<usize>> {
        match self.0.paragraphs {
            Paragraphs::Apart => paragraphs(text),
            Paragraphs::Together => std::iter::once(0..text.len()).collect(),
        }
    }
}

impl Segmenter for Rules {
    fn segment(&self, text: &str) -> Vec<Range<usize>> {
        let mut segments = Vec::new();
        for part in self.parts(text) {
            let mut start = part.start;
            for decision in self.0.engine.decide(text[part.clone()].trim_end()) {
                let at = part.start + decision.at;
                if decision.rule == decision.breaking && at > start && may_end(text, at) {
                    push(text, start..at, &mut segments);
                    start = at;
                }
            }
            push(text, start..part.end, &mut segments);
        }
        if self.0.trim == Trim::Nothing {
            fill(text, &mut segments);
        }
        segments
    }

    fn handles(&self) -> FormatHandles {
        self.0.handles
    }
}

fn reference(rules: &[(Origin, Rule)], rule: usize) -> RuleReference {
    let (origin, rule) = &rules[rule];
    RuleReference {
        group: origin.group.clone(),
        file: origin.file.clone(),
        title: rule.title.clone(),
        place: rule.place,
        before: rule.before.clone(),
        after: rule.after.clone(),
    }
}

/// Adds `range` without the white space at its ends, unless nothing is left.
fn push(text: &str, range: Range<usize>, segments: &mut Vec<Range<usize>>) {
    let whole = &text[range.clone()];
    let inner = whole.trim();
    if !inner.is_empty() {
        let start = range.start + whole.len() - whole.trim_start().len();
        segments.push(start..start + inner.len());
    }
}

/// Hands the white space between segments to the one before it, and that at the very start to the first.
fn fill(text: &str, segments: &mut [Range<usize>]) {
    let mut end = text.len();
    for segment in segments.iter_mut().rev() {
        segment.end = end;
        end = segment.start;
    }
    if let Some(first) = segments.first_mut() {
        first.start = 0;
    }
}

/// Whether a segment may end at `at`: not at the edges of the text, and not within what readers see as one character.
fn may_end(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return false;
    }
    let bytes = text.as_bytes();
    if bytes[at] < 0x80 && bytes[at - 1] < 0x80 {
        return !(bytes[at] == b'\n' && bytes[at - 1] == b'\r');
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The stretches between blank lines.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    if !text.as_bytes().contains(&b'\n') && !text.contains('\u{2029}') {
        return std::iter::once(0..text.len()).collect();
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut line_end: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if matches!(c, '\n' | '\u{2029}') {
            if line_end.is_some() || c == '\u{2029}' {
                parts.push(start..at + c.len_utf8());
                start = at + c.len_utf8();
                line_end = None;
            } else {
                line_end = Some(at);
            }
        } else if !c.is_whitespace() {
            line_end = None;
        }
    }
    parts.push(start..text.len());
    parts
}

fn fingerprint(name: &str, version: &str, rules: &[RuleSource<'_>], trim: Trim) -> Fingerprint {
    let mut hash = blake3::Hasher::new();
    for rule in rules {
        hash.update(match rule.action {
            Action::Break => b"break",
            Action::Keep => b"keep\0",
        });
        for side in [rule.before, rule.after] {
            hash.update(&(side.len() as u64).to_le_bytes());
            hash.update(side.as_bytes());
        }
    }
    hash.update(match trim {
        Trim::Ends => b"trim",
        Trim::Nothing => b"\0\0\0\0",
    });
    let hash = hash.finalize().to_hex()[..16].to_owned();
    Fingerprint { name: name.to_owned(), version: version.to_owned(), hash }
}
