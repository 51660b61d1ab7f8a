//! `hexapla align`: which segments of a page are the translation of which of another.

mod wanted;
mod writing;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use hexapla_core::align::Resources;
use hexapla_core::language::Language;
use hexapla_project::{Presence, Project, Teaching, read_units, use_threads};

use self::wanted::{Known, Wanted, counted};
use self::writing::{many, together};
use super::entry::Entry;
use super::report;
use crate::aligning::Languages;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::page;
use crate::pair::{Cut, Read};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "align",
    arguments,
    details: |words| words.say(Msg::CommandAlignDetails),
    examples: |words| words.say(Msg::CommandAlignExamples),
    run,
};

const FORMATS: &[&str] = &["text", "tsv", "json", "ladder", "tmx", "xliff", "html"];

fn arguments(words: &Words) -> Command {
    let source = arguments::positional("source", words.say(Msg::ValueSource), words.say(Msg::ArgumentAlignSource));
    let target = arguments::positional("target", words.say(Msg::ValueTarget), words.say(Msg::ArgumentAlignTarget));
    let option = |name, value, help| arguments::option(name, value, words.say(help), words);
    let number = |name: &'static str, help| {
        let number = Arg::new(name).long(name).value_name(words.say(Msg::AlignValueNumber)).help(words.say(help));
        number.value_parser(value_parser!(String))
    };
    Command::new(ENTRY.name)
        .about(words.say(Msg::CommandAlign))
        .arg(source)
        .arg(target)
        .arg(option("source-language", Value::Language, Msg::OptionSourceLanguage).short('s'))
        .arg(option("target-language", Value::Language, Msg::OptionTargetLanguage).short('t'))
        .arg(arguments::flag("segmented", words.say(Msg::OptionSegmented)))
        .arg(arguments::choice("format", "text", FORMATS, words.say(Msg::OptionFormat), words))
        .arg(arguments::output(words.say(Msg::OptionAlignOutput), words))
        .arg(option("pairs", Value::File, Msg::OptionPairs).conflicts_with("source").requires("output"))
        .arg(option("dictionary", Value::File, Msg::OptionDictionary).action(ArgAction::Append))
        .arg(option("learn", Value::Path, Msg::OptionLearn))
        .arg(option("lexicon", Value::Path, Msg::OptionLexicon))
        .arg(number("max-per-side", Msg::OptionMaxPerSide))
        .arg(number("max-total", Msg::OptionMaxTotal))
        .arg(number("jobs", Msg::OptionAlignJobs).short('j'))
        .arg(report::language(words).conflicts_with("source"))
        .arg(option("project", Value::Directory, Msg::OptionProject))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let wanted = Wanted::of(matches)?;
    if let Some(threads) = counted(matches, "jobs", 1..=1024)? {
        use_threads(std::num::NonZeroUsize::new(threads).unwrap_or(std::num::NonZeroUsize::MIN));
    }
    let mut teaching = Teaching::default();
    for path in matches.get_many::<PathBuf>("dictionary").into_iter().flatten() {
        teach(path, &mut teaching, console)?;
    }
    let known = Known { teaching, lexicon: arguments::path(matches, "lexicon"), project: None };
    if let Some(list) = arguments::path(matches, "pairs") {
        return many(&list, &wanted, &known, console);
    }
    match (arguments::path(matches, "source"), arguments::path(matches, "target")) {
        (Some(source), Some(target)) => two(&source, &target, &wanted, known, console),
        (Some(source), None) if is_memory(&source) => again(&source, &wanted, known, console),
        (Some(source), None) => Err(Problem::AlignOneSide { path: source.to_string_lossy().into_owned() }.into()),
        (None, _) => {
            let directory = arguments::path(matches, "project").unwrap_or_else(|| PathBuf::from("."));
            let project = report::open(&directory)?;
            let languages = report::languages(matches, &project)?;
            all(&project, &languages, &wanted, known, console)
        }
    }
}

fn is_memory(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    name.ends_with(".tmx") || name.ends_with(".tmx.gz")
}

/// Reads a dictionary, and says what was in it: one that was not really loaded is a frequent puzzle.
fn teach(path: &Path, teaching: &mut Teaching, console: &mut Console) -> Result<(), Failure> {
    let brought = teaching.read(path)?;
    let name = path.to_string_lossy();
    for problem in &brought.problems {
        console.warn(&format!("{name}:{problem}"));
    }
    let words = &console.error_face.words;
    let mut said = words.say(Msg::AlignDictionary { path: &name, n: brought.entries.into() });
    if brought.skipped > 0 {
        said = format!("{said} · {}", words.say(Msg::AlignDictionarySkipped { n: brought.skipped.into() }));
    }
    console.remark(&said);
    Ok(())
}

/// Aligns two files.
fn two(source: &Path, target: &Path, wanted: &Wanted, known: Known, console: &mut Console) -> Result<Outcome, Failure> {
    let [(from, from_as), (to, to_as)] = wanted.read(source, target)?;
    page::say_guessed(source, from_as, console);
    page::say_guessed(target, to_as, console);
    let name = format!("{}.{}", file_name(target), wanted.extension());
    of_memory((from, to), name, wanted, &known, console)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Aligns the two languages of a memory anew: its units are joined in their order, and cut again.
fn again(path: &Path, wanted: &Wanted, known: Known, console: &mut Console) -> Result<Outcome, Failure> {
    let (units, problems) = read_units(path, wanted.source_language.as_ref())?;
    let name = path.to_string_lossy().into_owned();
    for problem in &problems {
        console.warn(&format!("{name}:{problem}"));
    }
    let languages = || units.iter().flat_map(|unit| unit.variants.keys());
    let source = wanted.source_language.clone().or_else(|| units.first().map(|unit| unit.source_language.clone()));
    let Some(source) = source else { return Err(Problem::MemoryEmpty { path: name }.into()) };
    let target = match &wanted.target_language {
        Some(target) => target.clone(),
        None => {
            let others: std::collections::BTreeSet<&Language> =
                languages().filter(|language| language.matches(&source).is_none()).collect();
            let mut others = others.into_iter();
            match (others.next(), others.next()) {
                (Some(only), None) => only.clone(),
                (None, _) => return Err(Problem::MemoryEmpty { path: name }.into()),
                _ => {
                    return Err(Problem::LanguageNeeded { path: name, option: "--target-language".to_owned() }.into());
                }
            }
        }
    };
    let side = |wanted_language: &Language| {
        let rules = hexapla_core::segment::Rules::for_language(wanted_language);
        let mut lines = Vec::new();
        for (block, unit) in units.iter().enumerate() {
            let variant = unit.variants.iter().find(|(language, _)| language.matches(wanted_language).is_some());
            let Some((_, variant)) = variant else { continue };
            match wanted.cut {
                Cut::Lines => lines.push((block, variant.text.clone())),
                Cut::Rules => {
                    let ranges = hexapla_core::segment::Segmenter::segment(&rules, &variant.text);
                    lines.extend(ranges.into_iter().map(|range| (block, variant.text[range].to_owned())));
                }
            }
        }
        Read::lines(name.clone(), wanted_language.clone(), lines)
    };
    let (from, to) = (side(&source), side(&target));
    if from.len() == 0 || to.len() == 0 {
        return Err(Problem::MemoryEmpty { path: name }.into());
    }
    let output = format!("{}.{}", file_name(path), wanted.extension());
    of_memory((from, to), output, wanted, &known, console)
}

/// Aligns texts that are read already.
fn of_memory(
    texts: (Read, Read),
    name: String,
    wanted: &Wanted,
    known: &Known,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let languages = (texts.0.language.clone(), texts.1.language.clone());
    together((&[languages], &|_| Ok(texts.clone())), &[name], (wanted, known), console)
}

/// Aligns every page of a project that is there with its translations, in these languages or all.
fn all(
    project: &Project,
    languages: &[Language],
    wanted: &Wanted,
    mut known: Known,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let matrix = project.matrix()?;
    let source_language = &project.config().source.language;
    let is_wanted = |language: &Language| languages.is_empty() || languages.contains(language);
    let pages: Vec<(&str, &str, &Language)> = matrix
        .documents
        .iter()
        .flat_map(|document| {
            let there = document.targets.iter().filter(|target| target.presence == Presence::Present);
            there.map(|target| (document.path.as_str(), target.path.as_str(), &target.language))
        })
        .filter(|(_, _, language)| is_wanted(language))
        .collect();
    let pairs: Vec<Languages> =
        pages.iter().map(|(_, _, language)| (source_language.clone(), (*language).clone())).collect();
    let bar = Bar::new(console);
    let targets: std::collections::BTreeSet<&Language> = pairs.iter().map(|(_, target)| target).collect();
    let lexicons = |resources: &dyn Fn(&Language) -> Resources| {
        targets.iter().filter_map(|language| Some(((*language).clone(), resources(language).lexicon?))).collect()
    };
    known.project = Some(match wanted.learn {
        Some(_) => lexicons(&project.taught(&bar)?),
        None => lexicons(&project.resources(&bar)?),
    });
    drop(bar);
    let read = |number: usize| {
        let (source, target, language) = pages[number];
        Ok((Read::page(project, source, source_language)?, Read::page(project, target, language)?))
    };
    // Pages side by side in all languages stand under the name of their source.
    let by_source = wanted.format == "html";
    let names: Vec<String> = pages
        .iter()
        .map(|(source, target, _)| format!("{}.{}", if by_source { source } else { target }, wanted.extension()))
        .collect();
    together((&pairs, &read), &names, (wanted, &known), console)
}
