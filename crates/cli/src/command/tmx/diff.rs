//! `hexapla tmx diff`: what differs between two memories, unit by unit.

use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use clap::{ArgMatches, Command};
use hexapla_tmx::{Change, Compare, ReadOptions, Tu, Tuv, canonical};
use serde_json::{Value, json};

use super::memory::{Memories, refused};
use super::verdict::count;
use crate::arguments;
use crate::command::entry::Entry;
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "diff",
    arguments,
    details: |words| words.say(Msg::CommandTmxDiffDetails),
    examples: |words| words.say(Msg::CommandTmxDiffExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    let side = |name, help| arguments::positional(name, words.say(Msg::ValueFile), words.say(help)).required(true);
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandTmxDiff))
        .arg(side("old", Msg::ArgumentTmxOld))
        .arg(side("new", Msg::ArgumentTmxNew))
        .arg(arguments::flag("text", words.say(Msg::OptionTmxText)))
        .arg(arguments::choice("format", "text", &["text", "json"], words.say(Msg::OptionFormat), words))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = ["old", "new"].into_iter().filter_map(|name| arguments::path(matches, name)).collect();
    let compare = if matches.get_flag("text") { Compare::Text } else { Compare::Everything };
    let as_json = arguments::word(matches, "format") == "json";
    let bar = Bar::new(console);
    let memories = Memories::new(paths, &bar)?;
    let mut unwritten = None;
    let mut changes = Vec::new();
    let mut tell = |change: Change| {
        if unwritten.is_some() {
            return;
        }
        if as_json {
            changes.push(of_json(&change));
        } else {
            let lines = drawn(&change, &console.face);
            unwritten = lines.iter().try_for_each(|line| console.line(line)).err();
        }
    };
    let counted = hexapla_tmx::diff(&mut |number| memories.open(number), compare, ReadOptions::default(), &mut tell);
    let counted = counted.map_err(|error| refused(memories.last(), error, console.words()))?;
    if let Some(failure) = unwritten {
        return Err(failure);
    }
    drop(bar);
    let differences = counted.added + counted.removed + counted.changed;
    if as_json {
        let (same, added) = (counted.same, counted.added);
        let (removed, changed) = (counted.removed, counted.changed);
        console.json(
            &json!({ "same": same, "added": added, "removed": removed, "changed": changed, "changes": changes }),
        )?;
    } else {
        let said = console.words().say(Msg::TmxDiffCount {
            same: count(counted.same),
            added: count(counted.added),
            removed: count(counted.removed),
            changed: count(counted.changed),
        });
        console.line(&said)?;
    }
    Ok(if differences > 0 { Outcome::Findings } else { Outcome::Clean })
}

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

fn drawn(change: &Change, face: &Face) -> Vec<String> {
    let words = &face.words;
    let line = |mark: &str, style: Style, text: &str| format!("{} {}", face.paint(style, mark), words.data(text));
    let whole = |mark: &str, style: Style, tu: &Tu| -> Vec<String> {
        let variants = tu.variants.iter().map(|variant| line(mark, style, &said(variant))).collect::<Vec<_>>();
        let name = tu.tuid().map(|tuid| face.paint(Style::new().bold(), &format!("@ {}", words.data(tuid))));
        name.into_iter().chain(variants).chain([String::new()]).collect()
    };
    match change {
        Change::Added(tu) => whole("+", NEW, tu),
        Change::Removed(tu) => whole("-", OLD, tu),
        Change::Changed { old, new } => {
            let mut lines = Vec::new();
            if let Some(tuid) = new.tuid() {
                lines.push(face.paint(Style::new().bold(), &format!("@ {}", words.data(tuid))));
            }
            let (before, after) = (parts(old), parts(new));
            lines.extend(before.iter().filter(|part| !after.contains(part)).map(|part| line("-", OLD, part)));
            for part in &after {
                let fresh = !before.contains(part);
                let is_source =
                    part.starts_with(&format!("{}: ", new.variants.first().and_then(Tuv::language).unwrap_or("?")));
                match (fresh, is_source) {
                    (true, _) => lines.push(line("+", NEW, part)),
                    (false, true) => lines.push(line(" ", Style::new(), part)),
                    (false, false) => {}
                }
            }
            lines.push(String::new());
            lines
        }
    }
}

/// A variant as a line.
fn said(variant: &Tuv) -> String {
    format!("{}: {}", variant.language().unwrap_or("?"), inner(variant).replace(['\n', '\r', '\t'], " "))
}

/// The segment as it is written, codes included.
fn inner(variant: &Tuv) -> String {
    let alone = Tu { variants: vec![Tuv { seg: variant.seg.clone(), ..Tuv::default() }], ..Tu::default() };
    let written = canonical(&alone).unwrap_or_default();
    let from = written.find("<seg>").map_or(0, |at| at + 5);
    let to = written.rfind("</seg>").unwrap_or(written.len());
    written.get(from..to).unwrap_or_default().to_owned()
}

/// All that a unit says, a line each: variants first, then everything else about it.
fn parts(tu: &Tu) -> Vec<String> {
    let mut parts: Vec<String> = tu.variants.iter().map(said).collect();
    let attributes = |of: &str, attributes: &hexapla_tmx::model::Attributes| {
        let known = attributes.iter().filter(|(name, _)| *name != "xml:lang");
        known.map(|(name, value)| format!("{of} {name}=\"{value}\"")).collect::<Vec<_>>()
    };
    parts.extend(attributes("tu", &tu.attributes));
    parts.extend(tu.metas.iter().map(meta));
    for variant in &tu.variants {
        let language = format!("tuv {}", variant.language().unwrap_or("?"));
        parts.extend(attributes(&language, &variant.attributes));
        parts.extend(variant.metas.iter().map(|of| format!("{language}: {}", meta(of))));
    }
    parts
}

fn meta(meta: &hexapla_tmx::model::Meta) -> String {
    use hexapla_tmx::model::Meta;
    match meta {
        Meta::Note { text, .. } => format!("note: {text}"),
        Meta::Prop { attributes, text } => format!("prop {}: {text}", attributes.get("type").unwrap_or("?")),
        Meta::Foreign(written) => written.clone(),
    }
}

fn of_json(change: &Change) -> Value {
    let unit = |tu: &Tu| {
        let texts = tu.variants.iter().map(|variant| {
            json!({ "language": variant.language(), "text": variant.plain_text(), "segment": inner(variant) })
        });
        json!({ "tuid": tu.tuid(), "variants": texts.collect::<Vec<_>>() })
    };
    match change {
        Change::Added(tu) => json!({ "change": "added", "new": unit(tu) }),
        Change::Removed(tu) => json!({ "change": "removed", "old": unit(tu) }),
        Change::Changed { old, new } => json!({ "change": "changed", "old": unit(old), "new": unit(new) }),
    }
}
