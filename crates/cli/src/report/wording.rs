//! The words for rules, edits and witnesses, for every renderer.

use hexapla_core::status::{Circumstance, EditKind, Provenance, Rule, Severity};

use crate::messages::{Msg, Words};

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
        Rule::UnusedAccept => Msg::RuleUnusedAccept,
        Rule::ExpiredAccept => Msg::RuleExpiredAccept,
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
        Rule::UnusedAccept => Msg::RemedyUnusedAccept,
        Rule::ExpiredAccept => Msg::RemedyExpiredAccept,
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

/// What it is called, in a few words.
pub(crate) fn title(rule: Rule) -> Msg<'static> {
    match rule {
        Rule::MissingPage => Msg::TitleMissingPage,
        Rule::MissingSegment => Msg::TitleMissingSegment,
        Rule::DeletedTarget => Msg::TitleDeletedTarget,
        Rule::UntranslatedCopy => Msg::TitleUntranslatedCopy,
        Rule::WrongLanguage => Msg::TitleWrongLanguage,
        Rule::Stale => Msg::TitleStale,
        Rule::StaleMinor => Msg::TitleStaleMinor,
        Rule::ObsoleteSegment => Msg::TitleObsoleteSegment,
        Rule::ExtraSegment => Msg::TitleExtraSegment,
        Rule::OrphanPage => Msg::TitleOrphanPage,
        Rule::Unverified => Msg::TitleUnverified,
        Rule::Numbers => Msg::TitleNumbers,
        Rule::SpelledNumbers => Msg::TitleSpelledNumbers,
        Rule::Links => Msg::TitleLinks,
        Rule::InlineCodes => Msg::TitleInlineCodes,
        Rule::Placeholders => Msg::TitlePlaceholders,
        Rule::Punctuation => Msg::TitlePunctuation,
        Rule::Length => Msg::TitleLength,
        Rule::Inconsistent => Msg::TitleInconsistent,
        Rule::EmptyPage => Msg::TitleEmptyPage,
        Rule::OddPage => Msg::TitleOddPage,
        Rule::UnreadablePage => Msg::TitleUnreadablePage,
        Rule::UnusedMarker => Msg::TitleUnusedMarker,
        Rule::UnusedAccept => Msg::TitleUnusedAccept,
        Rule::ExpiredAccept => Msg::TitleExpiredAccept,
    }
}

/// What is wrong, in the language of the example.
pub(crate) fn headline(rule: Rule, words: &Words) -> String {
    let tag = match rule {
        Rule::Punctuation => "ar",
        Rule::WrongLanguage => "ru",
        _ => "en",
    };
    words.say(what(rule, &words.say(Msg::LanguageName { tag })))
}

/// What it means and why it matters: a paragraph.
pub(crate) fn meaning(rule: Rule, words: &Words) -> String {
    let said = words.say(match rule {
        Rule::MissingPage => Msg::ExplainMissingPage,
        Rule::MissingSegment => Msg::ExplainMissingSegment,
        Rule::DeletedTarget => Msg::ExplainDeletedTarget,
        Rule::UntranslatedCopy => Msg::ExplainUntranslatedCopy,
        Rule::WrongLanguage => Msg::ExplainWrongLanguage,
        Rule::Stale => Msg::ExplainStale,
        Rule::StaleMinor => Msg::ExplainStaleMinor,
        Rule::ObsoleteSegment => Msg::ExplainObsoleteSegment,
        Rule::ExtraSegment => Msg::ExplainExtraSegment,
        Rule::OrphanPage => Msg::ExplainOrphanPage,
        Rule::Unverified => Msg::ExplainUnverified,
        Rule::Numbers => Msg::ExplainNumbers,
        Rule::SpelledNumbers => Msg::ExplainSpelledNumbers,
        Rule::Links => Msg::ExplainLinks,
        Rule::InlineCodes => Msg::ExplainInlineCodes,
        Rule::Placeholders => Msg::ExplainPlaceholders,
        Rule::Punctuation => Msg::ExplainPunctuation,
        Rule::Length => Msg::ExplainLength,
        Rule::Inconsistent => Msg::ExplainInconsistent,
        Rule::EmptyPage => Msg::ExplainEmptyPage,
        Rule::OddPage => Msg::ExplainOddPage,
        Rule::UnreadablePage => Msg::ExplainUnreadablePage,
        Rule::UnusedMarker => Msg::ExplainUnusedMarker,
        Rule::UnusedAccept => Msg::ExplainUnusedAccept,
        Rule::ExpiredAccept => Msg::ExplainExpiredAccept,
    });
    said.lines().collect::<Vec<_>>().join(" ")
}
