//! `hexapla tmx stats`: what is in memories, in numbers.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_tmx::{ReadOptions, Stats};
use serde_json::{Map, Value, json};

use super::arguments::files;
use super::heard::{Heard, tell_underscores};
use super::memory::{open, refused};
use super::verdict::count;
use crate::arguments;
use crate::command::entry::Entry;
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::layout::{columns, pad, pad_left};
use crate::messages::{Msg, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "stats",
    arguments,
    details: |words| words.say(Msg::CommandTmxStatsDetails),
    examples: |words| words.say(Msg::CommandTmxStatsExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    Command::new(ENTRY.name).about(words.say(Msg::CommandTmxStats)).arg(files(words)).arg(arguments::choice(
        "format",
        "text",
        &["text", "json"],
        words.say(Msg::OptionFormat),
        words,
    ))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let as_json = arguments::word(matches, "format") == "json";
    let mut values = Vec::new();
    for path in &paths {
        let bar = Bar::new(console);
        let mut heard = Heard::new(console);
        let input = open(path, &bar)?;
        let stats = hexapla_tmx::stats(input, ReadOptions::default(), &mut |diagnostic| heard.hear(path, diagnostic))
            .map_err(|error| refused(path, error, console.words()))?;
        drop(bar);
        if as_json {
            values.push(of_json(path, &stats));
        } else {
            let lines = of_text(path, &stats, &console.face);
            lines.iter().try_for_each(|line| console.line(line))?;
        }
        heard.tell(console);
        tell_underscores(stats.languages.keys().map(String::as_str), console);
    }
    match (as_json, values.as_slice()) {
        (false, _) => {}
        (true, [one]) => console.json(one)?,
        (true, many) => console.json(&many)?,
    }
    Ok(Outcome::Clean)
}

fn of_text(path: &Path, stats: &Stats, face: &Face) -> Vec<String> {
    let words = &face.words;
    let number = |n: u64| words.number(count(n));
    let mut units = words.say(Msg::TmxCountUnits { n: count(stats.units) });
    if stats.broken > 0 {
        units = format!("{units} · {}", words.say(Msg::TmxCountBroken { n: count(stats.broken) }));
    }
    let mut lines = vec![format!("{}: {}", words.foreign(&path.to_string_lossy()), face.phrase(&units))];
    let mut field = |label: Msg<'_>, value: String| {
        if !value.is_empty() {
            lines.push(format!("  {}: {value}", face.phrase(&words.say(label))));
        }
    };
    field(Msg::TmxStatsVersion, words.foreign(stats.version.as_deref().unwrap_or_default()));
    field(Msg::TmxStatsEncoding, encodings(stats).join(", "));
    field(Msg::TmxStatsSourceLanguage, words.foreign(stats.source_language.as_deref().unwrap_or_default()));
    if let (Some(earliest), Some(latest)) = (&stats.earliest, &stats.latest) {
        field(Msg::TmxStatsDates, words.foreign(&format!("{earliest} – {latest}")));
    }
    let tally = |counts: &mut dyn Iterator<Item = (&str, u64)>| {
        // The tool of the header may have made none of the units.
        let said = counts.map(|(name, n)| match n {
            0 => words.foreign(name),
            n => format!("{} {}", words.foreign(name), number(n)),
        });
        said.collect::<Vec<_>>().join(" · ")
    };
    field(Msg::TmxStatsTools, tally(&mut stats.tools.iter().map(|(name, n)| (name.as_str(), *n))));
    field(Msg::TmxStatsCodes, tally(&mut stats.codes.iter().map(|(name, n)| (name.as_str(), *n))));
    field(Msg::TmxStatsProperties, tally(&mut stats.properties.iter().map(|(name, n)| (name.as_str(), *n))));
    field(Msg::TmxStatsProblems, tally(&mut stats.problems.iter().map(|(name, n)| (*name, *n))));

    let heads =
        [Msg::TmxStatsLanguage, Msg::TmxStatsVariants, Msg::TmxStatsWords, Msg::TmxStatsCharacters, Msg::TmxStatsEmpty];
    let mut rows = vec![heads.map(|head| words.say(head))];
    rows.extend(stats.languages.iter().map(|(language, counted)| {
        let counts = [counted.variants, counted.words, counted.characters, counted.empty].map(number);
        let [variants, words_in, characters, empty] = counts;
        [words.foreign(language), variants, words_in, characters, empty]
    }));
    let widths: Vec<usize> =
        (0..5).map(|at| rows.iter().map(|row| columns(&row[at])).max().unwrap_or_default()).collect();
    for row in rows {
        let first = pad(&face.phrase(&row[0]), widths[0]);
        let rest = (1..5).map(|at| pad_left(&face.phrase(&row[at]), widths[at])).collect::<Vec<_>>().join("  ");
        lines.push(format!("  {first}  {rest}"));
    }
    lines
}

/// The encoding that the file is in, and then those that it says its texts once had.
fn encodings(stats: &Stats) -> Vec<String> {
    std::iter::once(&stats.encoding).chain(&stats.original_encodings).cloned().collect()
}

fn of_json(path: &Path, stats: &Stats) -> Value {
    let by_language = |pick: &dyn Fn(&hexapla_tmx::LanguageStats) -> u64| -> Map<String, Value> {
        stats.languages.iter().map(|(language, counted)| (language.clone(), pick(counted).into())).collect()
    };
    json!({
        "path": path.to_string_lossy(),
        "version": stats.version,
        "source_language": stats.source_language,
        "units": stats.units,
        "broken": stats.broken,
        "variants": by_language(&|counted| counted.variants),
        "words": by_language(&|counted| counted.words),
        "characters": by_language(&|counted| counted.characters),
        "empty": by_language(&|counted| counted.empty),
        "dates": { "earliest": stats.earliest, "latest": stats.latest },
        "tools": stats.tools,
        "encodings": encodings(stats),
        "codes": stats.codes,
        "properties": stats.properties,
        "warnings": stats.problems,
    })
}
