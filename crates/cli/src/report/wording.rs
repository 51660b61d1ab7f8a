//! The words for rules, edits and witnesses, for every renderer.

use hexapla_core::status::{Circumstance, EditKind, Provenance, Rule, Severity};

use crate::messages::Msg;

/// What is wrong.
pub(crate) fn what(rule: Rule, language: &str) -> Msg<'_> {
    match rule {
        Rule::MissingPage => Msg::RuleMissingPage { language },
        Rule::MissingSegment => Msg::RuleMissingSegment { language },
        Rule::DeletedTarget => Msg::RuleDeletedTarget { language },
        Rule::UntranslatedCopy => Msg::RuleUntranslatedCopy,
        Rule::WrongLanguage => Msg::RuleWrongLanguage { language },
        Rule::Stale => Msg::RuleStale,
        Rule::StaleMinor => Msg::RuleStaleMinor,
        Rule::ObsoleteSegment => Msg::RuleObsoleteSegment,
        Rule::ExtraSegment => Msg::RuleExtraSegment,
        Rule::OrphanPage => Msg::RuleOrphanPage,
        Rule::Unverified => Msg::RuleUnverified,
        Rule::Numbers => Msg::RuleNumbers,
        Rule::SpelledNumbers => Msg::RuleSpelledNumbers,
        Rule::Links => Msg::RuleLinks,
        Rule::InlineCodes => Msg::RuleInlineCodes,
        Rule::Placeholders => Msg::RulePlaceholders,
        Rule::Punctuation => Msg::RulePunctuation { language },
        Rule::Length => Msg::RuleLength,
        Rule::Inconsistent => Msg::RuleInconsistent,
        Rule::EmptyPage => Msg::RuleEmptyPage,
        Rule::OddPage => Msg::RuleOddPage,
        Rule::UnreadablePage => Msg::RuleUnreadablePage,
        Rule::UnusedMarker => Msg::RuleUnusedMarker,
    }
}

/// What to do about it.
pub(crate) fn remedy(rule: Rule) -> Msg<'static> {
    match rule {
        Rule::MissingPage => Msg::RemedyMissingPage,
        Rule::MissingSegment => Msg::RemedyMissingSegment,
        Rule::DeletedTarget => Msg::RemedyDeletedTarget,
        Rule::UntranslatedCopy => Msg::RemedyUntranslatedCopy,
        Rule::WrongLanguage => Msg::RemedyWrongLanguage,
        Rule::Stale => Msg::RemedyStale,
        Rule::StaleMinor => Msg::RemedyStaleMinor,
        Rule::ObsoleteSegment => Msg::RemedyObsoleteSegment,
        Rule::ExtraSegment => Msg::RemedyExtraSegment,
        Rule::OrphanPage => Msg::RemedyOrphanPage,
        Rule::Unverified => Msg::RemedyUnverified,
        Rule::Numbers => Msg::RemedyNumbers,
        Rule::SpelledNumbers => Msg::RemedySpelledNumbers,
        Rule::Links => Msg::RemedyLinks,
        Rule::InlineCodes => Msg::RemedyInlineCodes,
        Rule::Placeholders => Msg::RemedyPlaceholders,
        Rule::Punctuation => Msg::RemedyPunctuation,
        Rule::Length => Msg::RemedyLength,
        Rule::Inconsistent => Msg::RemedyInconsistent,
        Rule::EmptyPage => Msg::RemedyEmptyPage,
        Rule::OddPage => Msg::RemedyOddPage,
        Rule::UnreadablePage => Msg::RemedyUnreadablePage,
        Rule::UnusedMarker => Msg::RemedyUnusedMarker,
    }
}

/// What an edit changed.
pub(crate) fn edit_message(edit: EditKind) -> Msg<'static> {
    match edit {
        EditKind::Punctuation => Msg::EditPunctuation,
        EditKind::Markup => Msg::EditMarkup,
        EditKind::Link => Msg::EditLink,
        EditKind::Spelling => Msg::EditSpelling,
        EditKind::Wording => Msg::EditWording,
        EditKind::Number => Msg::EditNumber,
        EditKind::Negation => Msg::EditNegation,
    }
}

/// Who says what a translation was made from.
pub(crate) fn provenance(provenance: Provenance) -> Msg<'static> {
    match provenance {
        Provenance::Accepted => Msg::BaseAccepted,
        Provenance::Memory => Msg::BaseMemory,
        Provenance::Declared => Msg::BaseDeclared,
        Provenance::Trailer => Msg::BaseTrailer,
        Provenance::History => Msg::BaseHistory,
        Provenance::Snapshot => Msg::BaseSnapshot,
    }
}

/// What happened to a segment beside.
pub(crate) fn circumstance(circumstance: Circumstance) -> Msg<'static> {
    match circumstance {
        Circumstance::Moved => Msg::CircumstanceMoved,
        Circumstance::Split => Msg::CircumstanceSplit,
        Circumstance::Merged => Msg::CircumstanceMerged,
        Circumstance::BothEdited => Msg::CircumstanceBothEdited,
    }
}

/// How bad it is.
pub(crate) fn severity(severity: Severity) -> Msg<'static> {
    match severity {
        Severity::Error => Msg::LabelError,
        Severity::Warning => Msg::LabelWarning,
        Severity::Note => Msg::LabelNote,
    }
}
