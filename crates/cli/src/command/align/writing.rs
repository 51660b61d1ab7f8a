//! Aligning what was read, and where the alignments and what was learnt go.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use hexapla_core::align::{Lexicon, Relation};
use hexapla_core::status::written_in_another;
use hexapla_project::{Progress, in_order, lexicon_path, write_file, write_lexicon};

use super::wanted::{Known, Output, Wanted, directory_of, is_directory};
use crate::aligning::{Languages, Learn, Work};
use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem};
use crate::page;
use crate::pair::{Aligned, Read};
use crate::pairs_list;
use crate::progress::Bar;
use crate::report::{alignment, language_name};

/// Reads a pair by its number.
pub(super) type Reading<'a> = dyn Fn(usize) -> Result<(Read, Read), Failure> + Sync + 'a;

/// Aligns pairs with all that is known, and hands each to `take`; gives the lexicons that were learnt.
fn work(
    (pairs, read): (&[Languages], &Reading<'_>),
    (wanted, known): (&Wanted, &Known),
    learn: Learn,
    progress: &dyn Progress,
    take: impl FnMut(usize, Aligned) -> Result<(), Failure>,
) -> Result<BTreeMap<Languages, Lexicon>, Failure> {
    let lexicon = |languages: &Languages| known.lexicon(languages);
    let work = Work { pairs, read, teaching: &known.teaching, lexicon: &lexicon, options: &wanted.options };
    work.run(learn, progress, take)
}

/// Aligns pairs and draws them together, or each (each source, in HTML) into a file of a directory.
pub(super) fn together(
    (pairs, read): (&[Languages], &Reading<'_>),
    names: &[String],
    (wanted, known): (&Wanted, &Known),
    console: &mut Console,
) -> Result<Outcome, Failure> {
    can_learn(pairs, wanted)?;
    let learn = if wanted.learn.is_some() { Learn::AndKeep } else { Learn::Nothing };
    let bar = Bar::new(console);
    let mut found: Vec<Option<Aligned>> = pairs.iter().map(|_| None).collect();
    let learnt = work((pairs, read), (wanted, known), learn, &bar, |number, aligned| {
        found[number] = Some(aligned);
        Ok(())
    })?;
    drop(bar);
    let aligned: Vec<&Aligned> = found.iter().flatten().collect();
    for pair in &aligned {
        let said = doubts(pair, &console.error_face);
        said.iter().for_each(|said| console.warn(said));
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
pub(super) fn many(list: &Path, wanted: &Wanted, known: &Known, console: &mut Console) -> Result<Outcome, Failure> {
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
    let learn = match (&wanted.learn, &known.lexicon) {
        (Some(_), _) => Learn::AndKeep,
        (None, None) => Learn::OverAll,
        (None, Some(_)) => Learn::Nothing,
    };
    let face = console.file_face();
    let bar = Bar::new(console);
    let mut found = Vec::new();
    let mut left_out = 0;
    let learnt = work((&pairs, &read), (wanted, known), learn, &bar, |number, aligned| {
        let (bytes, without) = drawn(&[&aligned], &wanted.format, &face)?;
        left_out += without;
        write_file(&directory.join(&lines[number].output), &bytes)?;
        found.push((number, doubts(&aligned, &console.error_face)));
        Ok(())
    })?;
    drop(bar);
    found.sort_by_key(|(number, _)| *number);
    for said in found.iter().flat_map(|(_, said)| said) {
        console.warn(said);
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

/// What makes one doubt that two texts are what they were said to be: translations of each other, in these languages.
fn doubts(pair: &Aligned, face: &Face) -> Vec<String> {
    /// Letters and more from which a language can be told, and of which it is told.
    const ENOUGH: usize = 200;
    const MOST: usize = 20_000;
    let words = &face.words;
    let (source, target) = (&pair.source.path, &pair.target.path);
    let empty = [&pair.source, &pair.target].into_iter().filter(|side| side.len() == 0);
    let mut said: Vec<String> = empty.map(|side| words.say(Msg::AlignNothing { path: &side.path })).collect();
    if !said.is_empty() {
        return said;
    }
    for side in [&pair.source, &pair.target] {
        let mut text = String::new();
        for number in 0..side.len() {
            text.push_str(side.text(number));
            text.push('\n');
            if text.len() > MOST {
                break;
            }
        }
        if text.len() >= ENOUGH
            && let Some(found) = written_in_another(&text, &side.language)
        {
            let (language, found) = (language_name(face, &side.language), language_name(face, &found));
            said.push(words.say(Msg::AlignStrange { path: &side.path, language: &language, found: &found }));
        }
    }
    if pair.rows.iter().all(|row| row.source.is_empty() || row.target.is_empty()) {
        said.push(words.say(Msg::AlignUnmatched { source, target }));
    } else if pair.relation == Relation::Unrelated {
        said.push(words.say(Msg::AlignUnrelated { source, target }));
    }
    said
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
