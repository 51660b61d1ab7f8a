//! A list of pairs to align: one a line, source, target and the name of the output, with tabs between.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;
use crate::messages::Problem;
use crate::page;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The source page.
    pub(crate) source: PathBuf,
    /// The target page.
    pub(crate) target: PathBuf,
    /// Where the alignment goes, below the directory of the outputs.
    pub(crate) output: PathBuf,
}

/// Reads a list. Blank lines and lines that begin with `#` are passed over. A path is taken from the directory one is
/// in, or else, where nothing is there, from the directory of the list.
///
/// # Errors
///
/// All that is wrong with the list, each with its line and column: a line without three fields, a file that is not
/// there, an output that leads out of the directory or is named twice.
pub(crate) fn read(list: &Path) -> Result<Vec<Line>, Failure> {
    let text = page::read_quietly(list, Some("text"))?.0.document.file;
    let beside = list.parent().unwrap_or(Path::new(""));
    let (lines, problems) = parse(&text, &list.to_string_lossy(), |path| {
        [path.to_owned(), beside.join(path)].into_iter().find(|path| path.exists())
    });
    match (problems.is_empty(), lines.is_empty()) {
        (false, _) => Err(Failure::Problems(problems)),
        (true, true) => Err(Problem::PairsEmpty { path: list.to_string_lossy().into_owned() }.into()),
        (true, false) => Ok(lines),
    }
}

fn parse(text: &str, list: &str, find: impl Fn(&Path) -> Option<PathBuf>) -> (Vec<Line>, Vec<Problem>) {
    let mut lines: Vec<Line> = Vec::new();
    let mut problems = Vec::new();
    let mut outputs: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{FEFF}').lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let fields = fields(line);
        let place = |column: usize| format!("{list}:{number}:{column}");
        let [_, _, (at, output)] = fields.as_slice() else {
            let column = fields.get(3).map_or(line.chars().count() + 1, |(column, _)| *column);
            problems.push(Problem::PairsLine { place: place(column) });
            continue;
        };
        let mut found = fields[..2].iter().map(|(column, path)| {
            find(Path::new(path)).ok_or_else(|| Problem::PairsFile { place: place(*column), path: (*path).to_owned() })
        });
        let (first, second) = (found.next(), found.next());
        let output = PathBuf::from(output);
        if output.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
            problems.push(Problem::PairsOutside { place: place(*at), path: output.to_string_lossy().into_owned() });
        } else if let Some(before) = outputs.insert(output.clone(), number) {
            let (path, line) = (output.to_string_lossy().into_owned(), before.to_string());
            problems.push(Problem::PairsTwice { place: place(*at), path, line });
        }
        match (first, second) {
            (Some(Ok(source)), Some(Ok(target))) => lines.push(Line { source, target, output }),
            (first, second) => problems.extend([first, second].into_iter().flatten().filter_map(Result::err)),
        }
    }
    (lines, problems)
}

/// The fields of a line that are not empty, each with its column in code points, from 1.
fn fields(line: &str) -> Vec<(usize, &str)> {
    let mut column = 1;
    let mut found = Vec::new();
    for field in line.split('\t') {
        let trimmed = field.trim();
        if !trimmed.is_empty() {
            let blanks = field.chars().take_while(|letter| letter.is_whitespace()).count();
            found.push((column + blanks, trimmed));
        }
        column += field.chars().count() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        let check = |text: &str, outputs: &[&str], wrong: &[&str]| {
            let there = |path: &Path| (!path.to_string_lossy().starts_with("no")).then(|| path.to_owned());
            let (lines, problems) = parse(text, "l", there);
            let found: Vec<_> = lines.iter().map(|line| line.output.to_string_lossy().into_owned()).collect();
            assert_eq!(found, outputs, "{text:?}");
            let told: Vec<String> = problems.iter().map(|problem| format!("{problem:?}")).collect();
            assert_eq!(told.len(), wrong.len(), "{told:?}");
            for (told, wrong) in told.iter().zip(wrong) {
                assert!(told.contains(wrong), "{told} {wrong}");
            }
        };
        check("\u{FEFF}a\tb\tc\r\n\n# x\nd\te\tf/g\n", &["c", "f/g"], &[]);
        check("a\t\tb\tc\n", &["c"], &[]);
        check("a b c\n", &[], &["PairsLine { place: \"l:1:6\" }"]);
        check("a\tb\tc\td\n", &[], &["PairsLine { place: \"l:1:7\" }"]);
        check("ä\tno\tc\nno1\tno2\tx", &[], &["l:1:3", "l:2:1", "l:2:5"]);
        check("a\tb\t../c\na\tb\t/c\n", &["../c", "/c"], &["PairsOutside", "PairsOutside"]);
        check("a\tb\tc\na\tb\tc\n", &["c", "c"], &["PairsTwice"]);
    }
}
