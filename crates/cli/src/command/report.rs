//! What `status` and `check` have in common: which project, which part of it, and the report on that.

use std::path::{Component, Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use hexapla_core::language::Language;
use hexapla_core::status::{FindingSide, Rule};
use hexapla_project::{
    Gate, History, HistoryState, NewFile, Project, ProjectError, Report, Selection, user_cache_directory,
};

use crate::arguments::{self, Value};
use crate::console::{Console, Verbosity};
use crate::failure::{Failure, shown};
use crate::messages::{Msg, Problem, Words};
use crate::progress::Bar;
use crate::report::{Delivery, Format, Sheet, draw};

/// The arguments that select.
pub(super) fn arguments(command: Command, words: &Words) -> Command {
    selection(command, words)
        .arg(arguments::option("base", Value::Directory, words.say(Msg::OptionBase), words))
        .arg(history(words))
        .arg(jobs(words))
        .arg(arguments::option("cache-dir", Value::Directory, words.say(Msg::OptionCacheDir), words))
        .arg(arguments::flag("no-cache", words.say(Msg::OptionNoCache)).conflicts_with("cache-dir"))
        .arg(formats(words))
}

/// Fails for every page that could not be read: it is in no figure, and a report without it must not pass for a whole
/// one.
pub(super) fn all_read(report: &Report) -> Result<(), Failure> {
    let unreadable = report.findings.iter().filter(|finding| finding.rule == Rule::UnreadablePage);
    let mut problems: Vec<Problem> = Vec::new();
    for finding in unreadable {
        let side = finding.target.as_ref().or(finding.source.as_ref());
        let path = match side {
            Some(FindingSide { path, place: Some(place), .. }) => format!("{path}:{}:{}", place.line, place.column),
            Some(FindingSide { path, .. }) => path.to_string(),
            None => finding.document.to_string(),
        };
        let reason = finding.detail.clone().unwrap_or_default();
        let told = |problem: &Problem| matches!(problem, Problem::Read { path: other, .. } if *other == path);
        if !problems.iter().any(told) {
            problems.push(Problem::Read { path, reason });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Problems(problems)) }
}

/// Pages and languages.
pub(super) fn selection(command: Command, words: &Words) -> Command {
    let paths = arguments::positional("paths", Value::Path.name(words), words.say(Msg::ArgumentPaths));
    command.arg(paths.action(ArgAction::Append)).arg(language(words))
}

/// Target languages, any number of them.
pub(super) fn language(words: &Words) -> Arg {
    let language = arguments::option("language", Value::Language, words.say(Msg::OptionLanguage), words);
    language.short('l').action(ArgAction::Append)
}

fn formats(words: &Words) -> Arg {
    let values = words.say(Msg::HelpValues { values: &Format::names() });
    let default = words.say(Msg::HelpDefault { value: Format::Text.as_str() });
    let help = format!("{} [{values}; {default}]", words.say(Msg::OptionReportFormat));
    arguments::option("format", Value::Format, help, words).action(ArgAction::Append)
}

/// The forms that were asked for, and where each goes.
pub(super) fn deliveries(matches: &ArgMatches) -> Result<Vec<Delivery>, Failure> {
    let asked: Vec<String> = matches.get_many::<String>("format").into_iter().flatten().cloned().collect();
    let deliveries = Delivery::all(&asked)?;
    deliveries.iter().filter_map(|delivery| delivery.file.as_deref()).try_for_each(expect_directory)?;
    Ok(deliveries)
}

/// Draws a report in every form that was asked for. Where nothing would be seen, for all of it goes to files, the
/// upshot is said.
pub(super) fn deliver(deliveries: &[Delivery], sheet: &Sheet<'_>, console: &mut Console) -> Result<(), Failure> {
    let verbosity = console.verbosity;
    for delivery in deliveries {
        match &delivery.file {
            Some(path) => {
                let mut file = NewFile::create(path)?;
                draw(delivery.format, sheet, verbosity, &console.file_face(), &mut file)
                    .map_err(|reason| ProjectError::Unwritable { path: path.clone(), reason })?;
                file.keep()?;
            }
            None => {
                let (face, out) = console.canvas();
                draw(delivery.format, sheet, verbosity, face, out)?;
            }
        }
    }
    if verbosity > Verbosity::Quiet && deliveries.iter().all(|delivery| delivery.file.is_some()) {
        let (face, out) = console.canvas();
        draw(Format::Text, sheet, Verbosity::Quiet, face, out)?;
    }
    Ok(())
}

/// Directories below the one that the user is in are made for a report. Elsewhere a missing one is more likely a slip.
fn expect_directory(file: &Path) -> Result<(), Failure> {
    let Some(directory) = file.parent().filter(|directory| !directory.as_os_str().is_empty() && !directory.exists())
    else {
        return Ok(());
    };
    let steps_out = directory.components().any(|step| step == Component::ParentDir);
    let here = std::env::current_dir().unwrap_or_default();
    let below = directory.is_relative() || directory.starts_with(here);
    if below && !steps_out { Ok(()) } else { Err(missing(directory).into()) }
}

/// Whether the repository is asked.
pub(super) fn history(words: &Words) -> Arg {
    arguments::one_of("history", &["auto", "off", "require"], words.say(Msg::OptionHistory), words)
}

/// How many threads work.
pub(super) fn jobs(words: &Words) -> Arg {
    arguments::option("jobs", Value::Count, words.say(Msg::OptionJobs), words).short('j')
}

/// The project, working as the command line asks.
pub(super) fn adjusted(mut project: Project, matches: &ArgMatches) -> Result<Project, Failure> {
    let history = match arguments::word(matches, "history") {
        "auto" => Some(History::Auto),
        "off" => Some(History::Off),
        "require" => Some(History::Require),
        _ => None,
    };
    if let Some(history) = history {
        project = project.with_history(history);
    }
    if let Some(written) = matches.get_one::<String>("jobs") {
        let wrong = || Problem::UsageValue {
            value: written.clone(),
            option: "--jobs".to_owned(),
            values: "1, 2, 3 …".to_owned(),
        };
        project = project.with_jobs(written.parse().map_err(|_| wrong())?);
    }
    // Commands that decide something look at everything anew.
    let keeps = matches.try_get_one::<bool>("no-cache").ok().flatten().is_some_and(|no_cache| !no_cache);
    let directory = || arguments::path(matches, "cache-dir").or_else(user_cache_directory);
    Ok(match keeps.then(directory).flatten() {
        Some(directory) => project.with_cache(&directory),
        None => project,
    })
}

/// The project, and the part of it that was selected.
pub(super) fn selected(matches: &ArgMatches) -> Result<(Project, Selection), Failure> {
    let paths: Vec<PathBuf> = matches.get_many::<PathBuf>("paths").into_iter().flatten().cloned().collect();
    let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
    let there = first.ancestors().find(|path| path.exists()).unwrap_or(Path::new("."));
    let project = Project::open(there).map_err(|error| match error {
        ProjectError::NoConfiguration { .. } if there != first => Failure::from(missing(first)),
        error => error.into(),
    })?;
    let mut selection = Selection { languages: languages(matches, &project)?, ..Selection::default() };
    for path in &paths {
        let inside = if path.exists() { within(project.root(), path)? } else { Some(expected(&project, path)?) };
        match inside {
            Some(page) => selection.paths.push(page),
            // The whole project was named.
            None => {
                selection.paths.clear();
                break;
            }
        }
    }
    Ok((project, selection))
}

/// The target languages that were named.
pub(super) fn languages(matches: &ArgMatches, project: &Project) -> Result<Vec<Language>, Failure> {
    let named = matches.get_many::<String>("language").into_iter().flatten();
    Ok(named.map(|name| project.target_named(name)).collect::<Result<_, _>>()?)
}

/// A report, and what is to be known of the project beside it.
pub(super) struct Told {
    /// The report on what was selected.
    pub(super) report: Report,
    /// The project, with the gate that the report was made for.
    pub(super) project: Project,
    /// The path of the project within its repository: empty, or with `/` at its end.
    pub(super) prefix: String,
    /// What leads from the current directory to the project: empty, or with `/` at its end.
    pub(super) way: String,
}

/// The report on what was selected.
pub(super) fn report(
    matches: &ArgMatches,
    gate: impl FnOnce(&Project) -> Result<Gate, Failure>,
    console: &mut Console,
) -> Result<Told, Failure> {
    let (project, mut selection) = selected(matches)?;
    selection.base = arguments::path(matches, "base");
    selection.since = matches.try_get_one::<String>("since").ok().flatten().cloned();
    let gate = gate(&project)?;
    let project = adjusted(project, matches)?.with_gate(gate);
    let bar = Bar::new(console);
    let report = project.report(&selection, &bar)?;
    drop(bar);
    if report.documents.is_empty() && report.findings.is_empty() && !selection.paths.is_empty() {
        let path = selection.paths.join(", ");
        // Whoever names all files of a commit names some that are no pages.
        if !selection.paths.iter().all(|path| project.path_of(path).is_file()) {
            return Err(Problem::NotInProject { path }.into());
        }
        let said = console.error_face.words.say(Msg::GateNoPages { path: &path });
        console.remark(&said);
    }
    for problem in &report.memory_problems {
        console.warn(&format!("{}:{}", problem.path, problem.diagnostic));
    }
    if let Some(first) = report.recut_memories.first() {
        let paths: Vec<&str> = report.recut_memories.iter().map(|recut| recut.path.as_str()).collect();
        let (paths, then, now) = (paths.join(", "), first.then.as_str(), first.now.to_string());
        let words = &console.error_face.words;
        let said = match report.recut_memories.iter().map(|recut| recut.segments).sum::<usize>() {
            0 => words.say(Msg::NoteRecutNothing { paths: &paths, then, now: &now }),
            n => words.say(Msg::NoteRecut { paths: &paths, then, now: &now, n: n.into() }),
        };
        console.remark(&said);
    }
    let words = &console.error_face.words;
    match &report.history {
        HistoryState::Absent(_) if selection.base.is_none() => {
            let said = words.say(Msg::HistoryAbsent);
            console.remark(&said);
        }
        history if history.is_squashed() => {
            let said = words.say(Msg::HistorySquashed);
            console.remark(&said);
        }
        _ => {}
    }
    let prefix = project.path_in_repository();
    let way = way_to(project.root());
    Ok(Told { report, project, prefix, way })
}

/// What leads from the current directory to the project. Where the two have no directory in common that is worth
/// naming, nothing: then paths count from the project.
fn way_to(root: &Path) -> String {
    let (Ok(root), Ok(here)) = (root.canonicalize(), std::env::current_dir().and_then(|here| here.canonicalize()))
    else {
        return String::new();
    };
    if let Ok(down) = root.strip_prefix(&here) {
        return down.components().map(|step| format!("{}/", step.as_os_str().to_string_lossy())).collect();
    }
    here.strip_prefix(&root).map(|up| "../".repeat(up.components().count())).unwrap_or_default()
}

/// The project that a path, a directory or a page, lies in.
pub(super) fn open(start: &Path) -> Result<Project, Failure> {
    Ok(Project::open(start)?)
}

/// A page that is not there but should be: a translation that is missing. Of anything else, what was meant is guessed.
fn expected(project: &Project, path: &Path) -> Result<String, Failure> {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let wanted = whole(path);
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let alike = |page: &Path| {
        let by_name = strsim::normalized_levenshtein(&stem(path), &stem(page));
        (by_name, strsim::normalized_levenshtein(&wanted.to_string_lossy(), &page.to_string_lossy()))
    };
    let mut similar = Vec::new();
    for document in project.matrix()?.documents {
        let targets = document.targets.into_iter().map(|target| target.path);
        // Of a document, that page which is most like it; the source if it is all the same.
        let mut best: Option<((f64, f64), PathBuf)> = None;
        for page in std::iter::once(document.path).chain(targets) {
            let there = whole(&project.path_of(&page));
            if there == wanted {
                return Ok(page);
            }
            let likeness = alike(&there);
            if likeness.0 >= LIKENESS && best.as_ref().is_none_or(|(best, _)| likeness > *best) && there.is_file() {
                best = Some((likeness, there));
            }
        }
        similar.extend(best);
    }
    similar.sort_by(|((a, whole_a), _), ((b, whole_b), _)| b.total_cmp(a).then(whole_b.total_cmp(whole_a)));
    let similar = similar.into_iter().take(3).map(|(_, path)| shown(&path)).collect();
    Err(Failure::Suggestion(Box::new(missing(path)), similar))
}

fn missing(path: &Path) -> Problem {
    Problem::FileMissing { path: path.to_string_lossy().into_owned() }
}

/// How alike two names of pages must be, of 1, for one to have been meant by the other.
const LIKENESS: f64 = 0.6;

/// A path relative to the project, `/` between parts; `None` for the project itself or what lies above it.
pub(super) fn within(root: &Path, path: &Path) -> Result<Option<String>, Failure> {
    let real =
        |path: &Path| path.canonicalize().map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason });
    let (root, real_path) = (real(root)?, real(path)?);
    if root.starts_with(&real_path) {
        return Ok(None);
    }
    match real_path.strip_prefix(&root) {
        Ok(inside) => Ok(Some(with_slashes(inside))),
        Err(_) => Err(ProjectError::Outside { path: path.to_string_lossy().into_owned() }.into()),
    }
}

/// A path with `/` between its parts, whatever the machine has there.
pub(super) fn with_slashes(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
