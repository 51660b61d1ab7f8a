//! `hexapla segment`: one page, cut into segments.

mod explain;

use clap::{ArgMatches, Command};
use hexapla_core::document::SegmentedDocument;
use hexapla_core::language::Language;
use hexapla_core::segment::Rules;
use serde_json::json;

use super::entry::Entry;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::{page, rules};

pub(super) const ENTRY: Entry = Entry {
    name: "segment",
    arguments,
    details: |words| words.say(Msg::CommandSegmentDetails),
    examples: |words| words.say(Msg::CommandSegmentExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let file = arguments::positional("file", words.say(Msg::ValueFile), words.say(Msg::ArgumentSegmentFile));
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandSegment))
        .arg(file.required(true))
        .arg(arguments::option("language", Value::Language, words.say(Msg::OptionSegmentLanguage), words).short('l'))
        .arg(arguments::one_of("input", page::FORMATS, words.say(Msg::OptionSegmentInput), words))
        .arg(arguments::option("rules", Value::File, words.say(Msg::OptionSegmentRules), words))
        .arg(
            arguments::option("rules-language", Value::Language, words.say(Msg::OptionSegmentRulesLanguage), words)
                .value_name(words.say(Msg::ValueCode))
                .requires("rules"),
        )
        .arg(rules::break_at(words).conflicts_with("rules"))
        .arg(rules::no_trim(words))
        .arg(arguments::flag("explain", words.say(Msg::OptionSegmentExplain)))
        .arg(arguments::choice("format", "text", &["text", "json"], words.say(Msg::OptionFormat), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let said = arguments::language(matches, "language")?;
    let path = arguments::path(matches, "file").unwrap_or_default();
    let input = matches.get_one::<String>("input").map(String::as_str);
    let named = page::read(&path, input, console)?;
    let language = match named.language(said) {
        Some(language) => language,
        None if matches.contains_id("rules-language") => arguments::undetermined(),
        None => {
            let path = path.to_string_lossy();
            let remark = console.error_face.words.say(Msg::NoteNoLanguage { path: &path });
            console.remark(&remark);
            arguments::undetermined()
        }
    };
    let rules = rules::asked_for(matches, &path, &language, console)?;
    let page = named.cut(&rules);
    if page.segments.is_empty() {
        return Err(Problem::SegmentNothing { path: path.to_string_lossy().into_owned() }.into());
    }
    let explained = matches.get_flag("explain").then_some(&rules);
    match (arguments::word(matches, "format"), explained) {
        ("json", explained) => console.json(&json(&page, &language, &rules, explained))?,
        (_, Some(rules)) => explain::text(&page, rules, console)?,
        _ => text(&page, console)?,
    }
    Ok(Outcome::Clean)
}

/// One segment a line, a blank line between blocks.
fn text(page: &SegmentedDocument, console: &mut Console) -> Result<(), Failure> {
    let mut block = None;
    for segment in &page.segments {
        if block.is_some_and(|block| block != segment.block) {
            console.line("")?;
        }
        block = Some(segment.block);
        let line = console.words().data(&page.text(segment).replace(['\n', '\r'], " "));
        console.line(&line)?;
    }
    Ok(())
}

fn json(page: &SegmentedDocument, language: &Language, rules: &Rules, explained: Option<&Rules>) -> serde_json::Value {
    let mut segments = page.segments.iter().peekable();
    let mut blocks = Vec::new();
    for (number, block) in page.document.blocks.iter().enumerate() {
        let mut within = Vec::new();
        while let Some(segment) = segments.next_if(|segment| segment.block == number) {
            let range = page.file_range(segment);
            let place = page.place_of(range.start);
            within.push(json!({
                "text": page.text(segment),
                "start": range.start,
                "end": range.end,
                "line": place.line,
                "column": place.column,
            }));
        }
        let mut told = json!({
            "kind": block.kind,
            "scope": block.scope,
            "start": block.span.start,
            "end": block.span.end,
            "segments": within,
        });
        if let Some(rules) = explained {
            told["decisions"] = explain::json(page, block, rules).into();
        }
        blocks.push(told);
    }
    json!({ "language": language, "rules": rules.fingerprint(), "blocks": blocks })
}
