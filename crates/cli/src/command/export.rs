//! `hexapla export`: what is translated, as a translation memory.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};
use hexapla_core::segment::srx;
use hexapla_project::{Export, Exported, Exports, History, write_file};

use super::entry::Entry;
use super::report;
use crate::arguments::{self, Value};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;

pub(super) const ENTRY: Entry = Entry {
    name: "export",
    arguments,
    details: |words| words.say(Msg::CommandExportDetails),
    examples: |words| words.say(Msg::CommandExportExamples),
    run,
};

fn arguments(words: &Words) -> Command {
    report::selection(Command::new(ENTRY.name).about(words.say(Msg::CommandExport)), words)
        .arg(arguments::choice("format", "tmx", &["tmx"], words.say(Msg::OptionExportFormat), words))
        .arg(arguments::option("output", Value::Path, words.say(Msg::OptionExportOutput), words).short('o'))
        .arg(arguments::flag("from-history", words.say(Msg::OptionFromHistory)))
}

fn run(matches: &ArgMatches, console: &mut Console) -> Result<Outcome, Failure> {
    let (project, selection) = report::selected(matches)?;
    let rules = project.omegat_rules()?;
    let bar = Bar::new(console);
    let exported = if matches.get_flag("from-history") {
        project.with_history(History::Require).export_from_history(&selection, &bar)
    } else {
        project.export(&selection, &bar)
    };
    let Exports { files: exports, left_out } = exported?;
    drop(bar);
    let output = arguments::path(matches, "output").unwrap_or_else(|| PathBuf::from("."));
    let to_standard_output = output.as_os_str() == "-";
    let to_a_file = to_standard_output || (output.extension().is_some_and(|e| e == "tmx") && !output.is_dir());
    let languages = exports.iter().filter(|export| export.what == Exported::Pairs).count();
    if to_a_file && languages > 1 {
        let (path, count) = (output.to_string_lossy().into_owned(), languages.to_string());
        return Err(Problem::ExportOneFile { path, count }.into());
    }
    for export in &exports {
        // In one file, what is stale would be taken for what is not.
        if to_a_file && export.what == Exported::Stale {
            let said = console.words().say(Msg::ExportStaleAtHome { n: export.units.into() });
            console.note(&said);
            continue;
        }
        if to_standard_output {
            console.raw(&export.bytes)?;
            continue;
        }
        let path = if to_a_file { output.clone() } else { output.join(&export.file_name) };
        write_file(&path, &export.bytes)?;
        let said = written(&path, export, console.words());
        console.line(&said)?;
    }
    if !to_a_file {
        let directory = output.join("omegat");
        write_file(&directory.join("segmentation.srx"), rules.to_xml().as_bytes())?;
        write_file(&directory.join("segmentation.conf"), srx::omegat_conf(&rules).as_bytes())?;
        let said = console.words().say(Msg::ExportRules { path: &directory.to_string_lossy() });
        console.line(&said)?;
    }
    // What could be read has left; what could not must not be missed in silence.
    if left_out.is_empty() { Ok(Outcome::Clean) } else { Err(left_out.into()) }
}

fn written(path: &Path, export: &Export, words: &Words) -> String {
    let mut said = words.say(Msg::ExportWritten { path: &path.to_string_lossy(), n: export.units.into() });
    if export.what == Exported::Stale {
        said = format!("{said} · {}", words.say(Msg::ExportStaleApart));
    }
    if export.kept_back > 0 {
        said = format!("{said} · {}", words.say(Msg::ExportKeptBack { n: export.kept_back.into() }));
    }
    said
}
