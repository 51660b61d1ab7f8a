//! One thing that is wrong: a rule, a place, what stands there, and what it was made from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::text::Place;

use super::{Base, EditKind, SyncState};

/// What a finding is about. The names are stable: configuration, reports and baselines use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A page that is offered in a language has no file there.
    MissingPage,
    /// A source segment has no translation.
    MissingSegment,
    /// A translation was there once and is gone.
    DeletedTarget,
    /// The target repeats the source.
    UntranslatedCopy,
    /// The target is in another language, often the source's.
    WrongLanguage,
    /// The source changed after the translation was made.
    Stale,
    /// It changed in nothing that matters to a translation.
    StaleMinor,
    /// A target segment whose source is gone.
    ObsoleteSegment,
    /// A target segment without any source.
    ExtraSegment,
    /// A target page without a source page.
    OrphanPage,
    /// A translation of which nothing says what it was made from.
    Unverified,
    /// Source and translation give different numbers.
    Numbers,
    /// A small number stands on one side only, perhaps in words that nobody here understands.
    SpelledNumbers,
    /// Source and translation lead to different addresses.
    Links,
    /// Inline markup is missing, added or broken.
    InlineCodes,
    /// A placeholder is missing, added or changed.
    Placeholders,
    /// The translation ends otherwise than its source, or in another language's signs.
    Punctuation,
    /// The translation is far longer or far shorter than translations of this project are.
    Length,
    /// One source sentence has several translations.
    Inconsistent,
    /// A page without any text.
    EmptyPage,
    /// A page with something odd that did not hinder reading it.
    OddPage,
    /// A page that could not be read.
    UnreadablePage,
    /// A marker in a page that silences nothing.
    UnusedMarker,
    /// Something was accepted that is not there any more.
    UnusedAccept,
    /// Something was accepted until a day that is over.
    ExpiredAccept,
}

impl Rule {
    /// Every rule, in the order of reports.
    pub const ALL: [Rule; 25] = [
        Rule::MissingPage,
        Rule::MissingSegment,
        Rule::DeletedTarget,
        Rule::UntranslatedCopy,
        Rule::WrongLanguage,
        Rule::Stale,
        Rule::StaleMinor,
        Rule::ObsoleteSegment,
        Rule::ExtraSegment,
        Rule::OrphanPage,
        Rule::Unverified,
        Rule::Numbers,
        Rule::SpelledNumbers,
        Rule::Links,
        Rule::InlineCodes,
        Rule::Placeholders,
        Rule::Punctuation,
        Rule::Length,
        Rule::Inconsistent,
        Rule::EmptyPage,
        Rule::OddPage,
        Rule::UnreadablePage,
        Rule::UnusedMarker,
        Rule::UnusedAccept,
        Rule::ExpiredAccept,
    ];

    /// The rules that look at a pair which is otherwise in order.
    pub const CHECKS: [Rule; 8] = [
        Rule::Numbers,
        Rule::SpelledNumbers,
        Rule::Links,
        Rule::InlineCodes,
        Rule::Placeholders,
        Rule::Punctuation,
        Rule::Length,
        Rule::Inconsistent,
    ];

    /// The rule of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == name)
    }

    /// Whether its findings are about segments: those about whole pages cannot be silenced by a marker in the page.
    pub fn is_of_a_segment(self) -> bool {
        !matches!(
            self,
            Self::MissingPage
                | Self::OrphanPage
                | Self::EmptyPage
                | Self::OddPage
                | Self::UnreadablePage
                | Self::UnusedMarker
                | Self::UnusedAccept
                | Self::ExpiredAccept
        )
    }

    /// The name in configuration, reports and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingPage => "missing-page",
            Self::MissingSegment => "missing-segment",
            Self::DeletedTarget => "deleted-target",
            Self::UntranslatedCopy => "untranslated-copy",
            Self::WrongLanguage => "wrong-language",
            Self::Stale => "stale",
            Self::StaleMinor => "stale-minor",
            Self::ObsoleteSegment => "obsolete-segment",
            Self::ExtraSegment => "extra-segment",
            Self::OrphanPage => "orphan-page",
            Self::Unverified => "unverified",
            Self::Numbers => "numbers",
            Self::SpelledNumbers => "spelled-numbers",
            Self::Links => "links",
            Self::InlineCodes => "inline-codes",
            Self::Placeholders => "placeholders",
            Self::Punctuation => "punctuation",
            Self::Length => "length",
            Self::Inconsistent => "inconsistent",
            Self::EmptyPage => "empty-page",
            Self::OddPage => "odd-page",
            Self::UnreadablePage => "unreadable-page",
            Self::UnusedMarker => "unused-marker",
            Self::UnusedAccept => "unused-accept",
            Self::ExpiredAccept => "expired-accept",
        }
    }

    /// How bad it is unless the project says otherwise.
    pub fn severity(self) -> Severity {
        match self {
            Self::MissingPage
            | Self::MissingSegment
            | Self::DeletedTarget
            | Self::UntranslatedCopy
            | Self::WrongLanguage
            | Self::Stale
            | Self::EmptyPage
            | Self::UnreadablePage => Severity::Error,
            Self::ObsoleteSegment
            | Self::ExtraSegment
            | Self::OrphanPage
            | Self::Unverified
            | Self::Numbers
            | Self::Links
            | Self::InlineCodes
            | Self::Placeholders
            | Self::UnusedMarker
            | Self::UnusedAccept
            | Self::ExpiredAccept => Severity::Warning,
            Self::StaleMinor
            | Self::OddPage
            | Self::SpelledNumbers
            | Self::Punctuation
            | Self::Length
            | Self::Inconsistent => Severity::Note,
        }
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Someone should look.
    Warning,
    /// Work to be done; `check` fails at it.
    Error,
}

impl Severity {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong. A large site has hundreds of thousands of them, so they share what they have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is about.
    pub rule: Rule,
    /// How bad it is in this project.
    pub severity: Severity,
    /// The state of the segment; `None` where the finding is about a page.
    pub state: Option<SyncState>,
    /// What the edit changed, where the source was edited.
    pub edit: Option<EditKind>,
    /// Since when, where history tells.
    pub since: Option<Box<Since>>,
    /// The target language.
    pub language: Language,
    /// The source page, relative to the project, `/` between parts; an orphan's own path.
    pub document: Arc<str>,
    /// The source segment, where there is one.
    pub source: Option<FindingSide>,
    /// What the source said when the translation was made, where it said something else.
    pub previous_source: Option<String>,
    /// The target segment, where there is one.
    pub target: Option<FindingSide>,
    /// What the target was made from, where that is known.
    pub base: Option<Base>,
    /// What a machine knows it by again after lines have moved: 32 hexadecimal digits.
    pub fingerprint: String,
    /// What there is to say beside the rule, in no language of people: a parser's reason, or `5 ↔ 7`.
    pub detail: Option<String>,
    /// What else happened to the segment.
    pub circumstances: Vec<Circumstance>,
    /// The other places of the same thing: the pages of a repeated block, the other translations of a sentence.
    pub also: Vec<FindingSide>,
}

impl Finding {
    /// One that says nothing yet but what it is about.
    pub fn new(
        rule: Rule,
        severity: Severity,
        state: Option<SyncState>,
        language: Language,
        document: Arc<str>,
        fingerprint: String,
    ) -> Self {
        Self {
            rule,
            severity,
            state,
            edit: None,
            since: None,
            language,
            document,
            source: None,
            previous_source: None,
            target: None,
            base: None,
            fingerprint,
            detail: None,
            circumstances: Vec::new(),
            also: Vec::new(),
        }
    }

    /// Whether the source changed in nothing that matters to a translation.
    pub fn is_minor(&self) -> bool {
        self.rule == Rule::StaleMinor
    }
}

/// What happened to a segment beside what its finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Circumstance {
    /// It stands elsewhere on the page than it did.
    Moved,
    /// One source segment became several.
    Split,
    /// Several source segments became one.
    Merged,
    /// The target was edited, too; only its content tells whether it followed the source.
    BothEdited,
}

impl Circumstance {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::BothEdited => "both-edited",
        }
    }
}

/// A segment on one side, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingSide {
    /// The page, relative to the project, `/` between parts.
    pub path: Arc<str>,
    /// Where the segment begins; `None` for a page without a file.
    pub place: Option<Place>,
    /// Its text as it was written; empty where the finding is about the whole page.
    pub text: Arc<str>,
}

/// The commit that changed the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Since {
    /// Its name.
    pub commit: String,
    /// Its date: `2026-03-10`.
    pub date: String,
    /// Who wrote it.
    pub author: String,
}
