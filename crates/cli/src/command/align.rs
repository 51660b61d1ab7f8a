//! `hexapla align`: which segments of a page are the translation of which of another.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use hexapla_core::align::{Lexicon, Options, Relation};
use hexapla_core::language::Language;
use hexapla_project::{
    Presence, Project, Teaching, in_order, lexicon_path, read_lexicon, read_units, use_threads, write_file,
    write_lexicon,
};

use super::{Entry, report};
use crate::aligning::{Languages, Learn, Work};
use crate::arguments::{self, Value};
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::page::{self, ReadAs};
use crate::pair::{Aligned, Cut, Read};
use crate::pairs_list;
use crate::progress::Bar;
use crate::report::alignment;

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
        return many(&list, &wanted, known, console);
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

/// What was asked for.
struct Wanted {
    source_language: Option<Language>,
    target_language: Option<Language>,
    cut: Cut,
    format: String,
    output: Output,
    learn: Option<PathBuf>,
    options: Options,
}

/// Where alignments go.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Output {
    Standard,
    File(PathBuf),
    Directory(PathBuf),
}

/// What is known before anything is aligned.
struct Known {
    teaching: Teaching,
    /// A lexicon, or a directory of them.
    lexicon: Option<PathBuf>,
    /// The lexicons of a project.
    project: Option<BTreeMap<Language, Lexicon>>,
}

impl Wanted {
    fn of(matches: &ArgMatches) -> Result<Self, Failure> {
        let mut options = Options::default();
        if let Some(most) = counted(matches, "max-per-side", 1..=8)? {
            options.max_per_side = u8::try_from(most).unwrap_or(u8::MAX);
            options.max_total = options.max_total.max(options.max_per_side + 1);
        }
        if let Some(most) = counted(matches, "max-total", 2..=16)? {
            options.max_total = u8::try_from(most).unwrap_or(u8::MAX);
        }
        let output = match arguments::path(matches, "output") {
            Some(path) if matches.contains_id("pairs") => Output::Directory(path),
            // `-` is standard output, as everywhere.
            Some(path) if path.as_os_str() == "-" => Output::Standard,
            Some(path) if path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) => {
                Output::Directory(path)
            }
            Some(path) => Output::File(path),
            None => Output::Standard,
        };
        if let Output::File(path) = &output {
            directory_of(path)?;
        }
        Ok(Self {
            source_language: arguments::language(matches, "source-language")?,
            target_language: arguments::language(matches, "target-language")?,
            cut: if matches.get_flag("segmented") { Cut::Lines } else { Cut::Rules },
            format: arguments::word(matches, "format").to_owned(),
            output,
            learn: arguments::path(matches, "learn"),
            options,
        })
    }

    fn read(&self, source: &Path, target: &Path) -> Result<[(Read, ReadAs); 2], Failure> {
        Ok([
            Read::file(source, self.source_language.as_ref(), "--source-language", self.cut)?,
            Read::file(target, self.target_language.as_ref(), "--target-language", self.cut)?,
        ])
    }

    /// The extension of a file in the format.
    fn extension(&self) -> &str {
        match self.format.as_str() {
            "text" => "txt",
            "xliff" => "xlf",
            other => other,
        }
    }
}

impl Known {
    fn lexicon(&self, languages: &Languages) -> Result<Option<Lexicon>, Failure> {
        match &self.lexicon {
            Some(path) if path.is_dir() => {
                let path = lexicon_path(path, &languages.1);
                Ok(Some(read_lexicon(&path)?))
            }
            Some(path) => Ok(Some(read_lexicon(path)?)),
            None => Ok(self.project.as_ref().and_then(|lexicons| lexicons.get(&languages.1).cloned())),
        }
    }
}

/// A number that was given for an option.
fn counted(matches: &ArgMatches, name: &str, range: std::ops::RangeInclusive<usize>) -> Result<Option<usize>, Failure> {
    let Some(written) = matches.get_one::<String>(name) else { return Ok(None) };
    match written.parse() {
        Ok(number) if range.contains(&number) => Ok(Some(number)),
        _ => Err(Problem::UsageValue {
            value: written.clone(),
            option: format!("--{name}"),
            values: format!("{}–{}", range.start(), range.end()),
        }
        .into()),
    }
}

/// Sees that the directory of a file is there: a misspelt one is not to be made in silence.
fn directory_of(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(directory) if !directory.as_os_str().is_empty() && !directory.is_dir() => {
            let directory = directory.to_string_lossy().into_owned();
            Err(Problem::OutputDirectory { directory, path: path.to_string_lossy().into_owned() }.into())
        }
        _ => Ok(()),
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
    of_memory(vec![(from, to)], &[name], wanted, known, console)
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
    of_memory(vec![(from, to)], &[output], wanted, known, console)
}

/// Aligns texts that are read already.
fn of_memory(
    texts: Vec<(Read, Read)>,
    names: &[String],
    wanted: &Wanted,
    known: Known,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let pairs: Vec<Languages> = texts.iter().map(|(s, t)| (s.language.clone(), t.language.clone())).collect();
    let read = |number: usize| Ok(texts[number].clone());
    let learn = if wanted.learn.is_some() { Learn::OverAll } else { Learn::Nothing };
    let work = Work {
        pairs: &pairs,
        read: &read,
        teaching: &known.teaching,
        lexicon: &|languages| known.lexicon(languages),
        options: &wanted.options,
    };
    together(&work, learn, names, wanted, console)
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
    let resources = project.resources(&bar)?;
    drop(bar);
    let targets: std::collections::BTreeSet<&Language> = pairs.iter().map(|(_, target)| target).collect();
    let lexicons = targets.into_iter().filter_map(|language| Some((language.clone(), resources(language).lexicon?)));
    known.project = Some(lexicons.collect());
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
    let learn = if wanted.learn.is_some() { Learn::OverAll } else { Learn::Nothing };
    let work = Work {
        pairs: &pairs,
        read: &read,
        teaching: &known.teaching,
        lexicon: &|languages| known.lexicon(languages),
        options: &wanted.options,
    };
    together(&work, learn, &names, wanted, console)
}

/// Aligns pairs and draws them together, or each (each source, in HTML) into a file of a directory.
fn together(
    work: &Work<'_>,
    learn: Learn,
    names: &[String],
    wanted: &Wanted,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    can_learn(work.pairs, wanted)?;
    let bar = Bar::new(console);
    let mut found: Vec<Option<Aligned>> = work.pairs.iter().map(|_| None).collect();
    let learnt = work.run(learn, &bar, |number, aligned| {
        found[number] = Some(aligned);
        Ok(())
    })?;
    drop(bar);
    let aligned: Vec<&Aligned> = found.iter().flatten().collect();
    for pair in &aligned {
        doubt(pair, console);
    }
    match &wanted.output {
        Output::Standard => {
            let (face, out) = console.canvas();
            let left_out = draw(&aligned, &wanted.format, face, out)?;
            tell_left_out(left_out, console);
        }
        Output::File(path) => {
            let (bytes, left_out) = drawn(&aligned, &wanted.format, &console.file_face())?;
            write_file(path, &bytes)?;
            tell_left_out(left_out, console);
        }
        Output::Directory(directory) => {
            let (mut at, mut without) = (0, 0);
            while at < aligned.len() {
                let count = names[at..].iter().take_while(|name| **name == names[at]).count();
                let (bytes, left_out) = drawn(&aligned[at..at + count], &wanted.format, &console.file_face())?;
                write_file(&directory.join(&names[at]), &bytes)?;
                without += left_out;
                at += count;
            }
            tell_left_out(without, console);
        }
    }
    keep(&learnt, wanted, console)
}

/// Aligns the pairs of a list and writes each into a directory. Everything is read before anything is written, so that
/// what is wrong with the list or a file of it leaves nothing half done.
fn many(list: &Path, wanted: &Wanted, known: Known, console: &mut Console) -> Result<Outcome, Failure> {
    let Output::Directory(directory) = &wanted.output else { return Ok(Outcome::Clean) };
    let lines = pairs_list::read(list)?;
    let bar = Bar::new(console);
    bar.pages(lines.len());
    let (mut pairs, mut problems, mut guessed) = (Vec::new(), Vec::new(), Vec::new());
    let look = |line: &pairs_list::Line| {
        let read = wanted.read(&line.source, &line.target);
        bar.page_done();
        Ok(read.map(|[source, target]| ((source.0.language, source.1), (target.0.language, target.1))))
    };
    in_order(&lines, look, |line, read| {
        match read {
            Ok((source, target)) => {
                pairs.push((source.0, target.0));
                guessed.push((line.source.clone(), source.1));
                guessed.push((line.target.clone(), target.1));
            }
            Err(Failure::Problems(found)) => problems.extend(found),
            Err(other) => return Err(other),
        }
        Ok(())
    })?;
    drop(bar);
    if !problems.is_empty() {
        return Err(Failure::Problems(problems));
    }
    can_learn(&pairs, wanted)?;
    for (path, read_as) in guessed {
        page::say_guessed(&path, read_as, console);
    }
    let read = |number: usize| {
        let [source, target] = wanted.read(&lines[number].source, &lines[number].target)?;
        Ok((source.0, target.0))
    };
    // A lexicon that was learnt before is taken as it is, unless another one is to be learnt.
    let learn = if known.lexicon.is_none() || wanted.learn.is_some() { Learn::OverAll } else { Learn::Nothing };
    let work = Work {
        pairs: &pairs,
        read: &read,
        teaching: &known.teaching,
        lexicon: &|languages| known.lexicon(languages),
        options: &wanted.options,
    };
    let face = console.file_face();
    let bar = Bar::new(console);
    let mut doubts = Vec::new();
    let mut left_out = 0;
    let learnt = work.run(learn, &bar, |number, aligned| {
        let (bytes, without) = drawn(&[&aligned], &wanted.format, &face)?;
        left_out += without;
        write_file(&directory.join(&lines[number].output), &bytes)?;
        if aligned.relation == Relation::Unrelated {
            doubts.push((number, unrelated(&aligned, &console.error_face.words)));
        }
        Ok(())
    })?;
    drop(bar);
    doubts.sort_by_key(|(number, _)| *number);
    for (_, said) in doubts {
        console.warn(&said);
    }
    tell_left_out(left_out, console);
    keep(&learnt, wanted, console)
}

/// One file holds the lexicon of two languages; for more a directory is needed.
fn can_learn(pairs: &[Languages], wanted: &Wanted) -> Result<(), Failure> {
    let Some(path) = &wanted.learn else { return Ok(()) };
    if is_directory(path) {
        return Ok(());
    }
    let languages: std::collections::BTreeSet<&Languages> = pairs.iter().collect();
    if languages.len() > 1 {
        let named = languages.into_iter().map(|(source, target)| format!("{source}–{target}"));
        let languages = named.collect::<Vec<_>>().join(", ");
        return Err(Problem::LearnLanguages { path: path.to_string_lossy().into_owned(), languages }.into());
    }
    directory_of(path)
}

fn is_directory(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// Writes the lexicons that were learnt, where that was asked for.
fn keep(learnt: &BTreeMap<Languages, Lexicon>, wanted: &Wanted, console: &mut Console) -> Result<Outcome, Failure> {
    let Some(path) = &wanted.learn else { return Ok(Outcome::Clean) };
    for ((_, target), lexicon) in learnt {
        let path = if is_directory(path) { lexicon_path(path, target) } else { path.clone() };
        write_lexicon(&path, lexicon)?;
        let words = &console.error_face.words;
        let said = words.say(Msg::AlignLearnt { path: &path.to_string_lossy(), n: lexicon.len().into() });
        console.remark(&said);
    }
    Ok(Outcome::Clean)
}

/// Says where two texts do not look like translations of each other.
fn doubt(pair: &Aligned, console: &mut Console) {
    if pair.relation == Relation::Unrelated {
        let said = unrelated(pair, &console.error_face.words);
        console.warn(&said);
    }
}

fn unrelated(pair: &Aligned, words: &Words) -> String {
    words.say(Msg::AlignUnrelated { source: &pair.source.path, target: &pair.target.path })
}

fn tell_left_out(count: usize, console: &mut Console) {
    if count > 0 {
        let said = console.error_face.words.say(Msg::AlignLeftOut { n: count.into() });
        console.remark(&said);
    }
}

fn drawn(aligned: &[&Aligned], format: &str, face: &Face) -> Result<(Vec<u8>, usize), Failure> {
    let mut bytes = Vec::new();
    let left_out = draw(aligned, format, face, &mut bytes)?;
    Ok((bytes, left_out))
}

/// Draws pairs in a format; gives the number of segments that it has no place for.
fn draw(pairs: &[&Aligned], format: &str, face: &Face, out: &mut dyn Write) -> Result<usize, Failure> {
    match format {
        "html" => alignment::html(pairs, face, out)?,
        "tmx" => alignment::tmx(pairs, out)?,
        "xliff" => return Ok(alignment::xliff(pairs, face, out)?),
        "json" => {
            let value = match pairs {
                [pair] => alignment::json(pair),
                _ => pairs.iter().map(|pair| alignment::json(pair)).collect(),
            };
            serde_json::to_writer_pretty(&mut *out, &value).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        _ => {
            for (number, pair) in pairs.iter().enumerate() {
                if number > 0 {
                    writeln!(out)?;
                }
                if format != "text" && pairs.len() > 1 {
                    alignment::heading(pair, out)?;
                }
                match format {
                    "tsv" => alignment::tsv(pair, out)?,
                    "ladder" => alignment::ladder(pair, out)?,
                    _ => alignment::text(pair, face, out)?,
                }
            }
        }
    }
    Ok(0)
}
