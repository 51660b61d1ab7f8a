//! `hexapla segment`: one page, cut into segments.

use clap::{ArgMatches, Command};
use hexapla_core::document::SegmentedDocument;
use hexapla_core::language::Language;
use serde_json::json;

use super::Entry;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::page;

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
        .arg(arguments::option("language", Value::Language, words.say(Msg::OptionSegmentLanguage), words))
        .arg(arguments::one_of("input", page::FORMATS, words.say(Msg::OptionSegmentInput), words))
        .arg(arguments::choice("format", "text", &["text", "json"], words.say(Msg::OptionFormat), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let said = arguments::language(matches, "language")?;
    let path = arguments::path(matches, "file").unwrap_or_default();
    let input = matches.get_one::<String>("input").map(String::as_str);
    let named = page::read(&path, input, console)?;
    let language = match named.language(said) {
        Some(language) => language,
        None => {
            let path = path.to_string_lossy();
            let remark = console.error_face.words.say(Msg::NoteNoLanguage { path: &path });
            console.remark(&remark);
            arguments::undetermined()
        }
    };
    let page = named.segmented(&language);
    match arguments::word(matches, "format") {
        "json" => console.json(&json(&page, &language))?,
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

fn json(page: &SegmentedDocument, language: &Language) -> serde_json::Value {
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
        blocks.push(json!({
            "kind": block.kind,
            "scope": block.scope,
            "start": block.span.start,
            "end": block.span.end,
            "segments": within,
        }));
    }
    json!({ "language": language, "blocks": blocks })
}
