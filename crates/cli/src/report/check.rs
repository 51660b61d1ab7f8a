//! Findings for a person, in the manner of rustc: what, where, the text itself, why, and what to do.
//!
//! Nothing is underlined: under right-to-left text, carets point at the wrong place in every terminal. Such text stands
//! alone on its line.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use hexapla_core::status::{DiffPart, Finding, FindingSide, Rule, Severity, word_diff};
use hexapla_core::text::word_count;
use hexapla_project::{CoverageGap, Report};

use super::language_name;
use super::wording::{circumstance, edit_message, provenance, remedy, what};
use crate::console::{Face, Verbosity};
use crate::layout::wrap;
use crate::messages::{Msg, visible};
use crate::number::Number;

const PLACE: Style = AnsiColor::Blue.on_default().bold();
const DELETED: Style = AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH);
const INSERTED: Style = AnsiColor::Green.on_default().bold();

/// Draws all findings, and what the gate makes of them.
pub(crate) fn text(
    report: &Report,
    gaps: &[CoverageGap],
    verbosity: Verbosity,
    face: &Face,
    out: &mut dyn Write,
) -> io::Result<()> {
    if verbosity > Verbosity::Quiet {
        let of_one_page = |a: &Finding, b: &Finding| a.document == b.document && a.language == b.language;
        for page in report.findings.chunk_by(of_one_page) {
            for group in groups(page, verbosity) {
                draw(report, &group, verbosity, face, out)?;
                writeln!(out)?;
            }
        }
    }
    verdict(report, gaps, face, out)
}

/// The findings of a page, each by itself, but what is said of many segments in one breath: a missing page is one thing
/// to do, and so is comparing a page of which nothing is known.
fn groups(page: &[Finding], verbosity: Verbosity) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in page {
        let folds = matches!(finding.rule, Rule::MissingPage | Rule::Unverified) && verbosity < Verbosity::Verbose;
        match groups.iter_mut().find(|group| folds && group[0].rule == finding.rule) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn draw(report: &Report, group: &[&Finding], verbosity: Verbosity, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = group.first() else { return Ok(()) };
    let words = &face.words;
    let (label, style) = match first.severity {
        Severity::Error => (Msg::LabelError, AnsiColor::Red.on_default().bold()),
        Severity::Warning => (Msg::LabelWarning, AnsiColor::Yellow.on_default().bold()),
        Severity::Note => (Msg::LabelNote, AnsiColor::Cyan.on_default().bold()),
    };
    let language = language_name(face, &first.language);
    let mut said = words.say(what(first.rule, &language));
    if let Some(edit) = first.edit {
        said = format!("{}: {}.", said.trim_end_matches('.'), words.say(edit_message(edit)));
    }
    for beside in &first.circumstances {
        said = format!("{}; {}.", said.trim_end_matches('.'), words.say(circumstance(*beside)));
    }
    let label = format!("{}[{}]", words.say(label), first.rule.as_str());
    writeln!(out, "{}", face.labelled(&label, style, &said))?;
    let folded = group.len() > 1;
    if folded {
        let path = target_path(report, first).unwrap_or(&first.document);
        writeln!(out, "  {} {}", face.paint(PLACE, "-->"), words.foreign(path))?;
        let words_in = group.iter().filter_map(|finding| finding.source.as_ref()).map(|side| word_count(&side.text));
        let segments = words.say(Msg::CountSegments { n: group.len().into() });
        let in_words = words.say(Msg::CountWords { n: words_in.sum::<usize>().into() });
        field(&words.say(Msg::FindingSource), &words.foreign(&first.document), face, out)?;
        line(&face.phrase(&format!("{segments} · {in_words}")), face, out)?;
    } else if let Some(target) = &first.target {
        place(target, face, out)?;
        quote(&target.text, face, out)?;
        if let Some(source) = &first.source {
            field(&words.say(Msg::FindingSource), &words.foreign(&place_of(source)), face, out)?;
            source_text(first, source, face, out)?;
        }
    } else if let Some(source) = &first.source {
        place(source, face, out)?;
        source_text(first, source, face, out)?;
        if let Some(path) = target_path(report, first) {
            field(&words.say(Msg::FindingTarget), &words.foreign(path), face, out)?;
        }
    }
    if let Some(detail) = &first.detail {
        line(&words.foreign(detail), face, out)?;
    }
    also(&first.also, verbosity, face, out)?;
    if let Some(base) = &first.base {
        let who = words.say(provenance(base.provenance));
        let confidence = Number::decimal(f64::from(base.confidence.get()), 2);
        let mut said = words.say(Msg::BaseConfidence { who: &who, confidence });
        if let Some(commit) = &base.commit {
            said = format!("{said} {}", short(commit));
        }
        field(&words.say(Msg::FindingBase), &said, face, out)?;
    }
    if let Some(since) = &first.since {
        let said = format!("{} {} {}", since.date, short(&since.commit), visible(&since.author));
        field(&words.say(Msg::FindingSince), &said, face, out)?;
    }
    field(&words.say(Msg::LabelHelp), &words.say(remedy(first.rule)), face, out)
}

/// So many other places of a thing are listed unless more is asked for.
const PLACES: usize = 4;

/// The other places of the same thing.
fn also(places: &[FindingSide], verbosity: Verbosity, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let shown = if verbosity == Verbosity::Verbose { places.len() } else { places.len().min(PLACES) };
    for side in &places[..shown] {
        field(&words.say(Msg::FindingAlso), &words.foreign(&place_of(side)), face, out)?;
        quote(&side.text, face, out)?;
    }
    match places.len() - shown {
        0 => Ok(()),
        more => line(&face.phrase(&words.say(Msg::FindingAlsoMore { n: more.into() })), face, out),
    }
}

/// A commit's name as people write it.
fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}

fn target_path<'a>(report: &'a Report, finding: &Finding) -> Option<&'a str> {
    let document = report.documents.iter().find(|document| document.path == finding.document)?;
    let page = document.pages.iter().find(|page| page.language == finding.language)?;
    Some(&page.path)
}

fn place(side: &FindingSide, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  {} {}", face.paint(PLACE, "-->"), face.words.foreign(&place_of(side)))
}

fn place_of(side: &FindingSide) -> String {
    match side.place {
        Some(place) => format!("{}:{}:{}", side.path, place.line, place.column),
        None => side.path.clone(),
    }
}

fn line(text: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "   {} {text}", face.paint(PLACE, "|"))
}

/// Text of a page, alone on its lines.
fn quote(text: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    for text in wrap(&visible(text), face.width.saturating_sub(5)) {
        line(&face.words.foreign(&text), face, out)?;
    }
    Ok(())
}

fn source_text(finding: &Finding, source: &FindingSide, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    match &finding.previous_source {
        Some(previous) => {
            let parts = word_diff(previous, &source.text);
            for text in wrap(&marked(&parts), face.width.saturating_sub(5)) {
                line(&coloured(&text, face), face, out)?;
            }
            Ok(())
        }
        None => quote(&source.text, face, out),
    }
}

/// A diff in the notation of `git diff --word-diff`, every word marked by itself so that lines can be broken anywhere.
fn marked(parts: &[DiffPart]) -> String {
    let each = |text: &str, open: &str, close: &str| {
        let mut marked = String::new();
        for piece in visible(text).split_inclusive(' ') {
            let word = piece.trim_end_matches(' ');
            if !word.is_empty() {
                marked.push_str(&format!("{open}{word}{close}"));
            }
            marked.push_str(&piece[word.len()..]);
        }
        marked
    };
    let marked = parts.iter().map(|part| match part {
        DiffPart::Equal(text) => visible(text).into_owned(),
        DiffPart::Deleted(text) => each(text, "[-", "-]"),
        DiffPart::Inserted(text) => each(text, "{+", "+}"),
    });
    marked.collect()
}

/// Colour for what is marked; the marks stay, for those who cannot see it.
fn coloured(text: &str, face: &Face) -> String {
    let mut drawn = String::new();
    let mut rest = text;
    loop {
        let next = [("[-", "-]", DELETED), ("{+", "+}", INSERTED)]
            .into_iter()
            .filter_map(|(open, close, style)| Some((rest.find(open)?, close, style)))
            .min_by_key(|(at, ..)| *at);
        let Some((at, close, style)) = next else { break };
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
        drawn.push_str(&rest[..at]);
        drawn.push_str(&face.paint(style, &rest[at..end]));
        rest = &rest[end..];
    }
    drawn + rest
}

fn field(name: &str, text: &str, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = face.prose(&format!("{name}: {text}"), face.width.saturating_sub(5)).into_iter();
    let first = lines.next().unwrap_or_default().replacen(name, &face.paint(Style::new().bold(), name), 1);
    writeln!(out, "   {} {first}", face.paint(PLACE, "="))?;
    for line in lines {
        writeln!(out, "     {line}")?;
    }
    Ok(())
}

fn verdict(report: &Report, gaps: &[CoverageGap], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let count = |severity: Severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let total = report.findings.len();
    if total == 0 && gaps.is_empty() {
        return writeln!(
            out,
            "{}",
            face.paint(AnsiColor::Green.on_default(), &face.phrase(&words.say(Msg::CheckClean)))
        );
    }
    for gap in gaps {
        let language = language_name(face, &gap.language);
        let (actual, least) = (Number::decimal(gap.actual, 1), Number::decimal(gap.least, 0));
        let said = words.say(Msg::CheckCoverage { language: &language, actual, least });
        let style = AnsiColor::Red.on_default().bold();
        writeln!(out, "{}", face.labelled(&words.say(Msg::LabelError), style, &said))?;
    }
    let mut parts = Vec::new();
    for (n, say) in [
        (count(Severity::Error), (|n| Msg::CheckErrors { n }) as fn(Number) -> Msg<'static>),
        (count(Severity::Warning), |n| Msg::CheckWarnings { n }),
        (count(Severity::Note), |n| Msg::CheckNotes { n }),
    ] {
        if n > 0 {
            parts.push(words.say(say(n.into())));
        }
    }
    let failed = count(Severity::Error) > 0 || !gaps.is_empty();
    let (said, colour) = if failed { (Msg::CheckFailed, AnsiColor::Red) } else { (Msg::CheckPassed, AnsiColor::Green) };
    let said = face.paint(colour.on_default().bold(), &face.phrase(&words.say(said)));
    let findings = words.say(Msg::CheckFindings { n: total.into() });
    writeln!(out, "{said} {}", face.phrase(&format!("{findings}: {}", parts.join(", "))))
}
