//! How a run ends: what went wrong, in words with a remedy, and an exit code.

use std::process::ExitCode;

use anstyle::AnsiColor;

use crate::console::{Console, Face};
use crate::failure::{Failure, Outcome};
use crate::messages::{Msg, Problem};

/// Says what went wrong, if anything, and gives the exit code.
pub(crate) fn of(result: Result<Outcome, Failure>, console: &mut Console) -> ExitCode {
    let result = result.and_then(|outcome| console.finish().map(|()| outcome));
    match result {
        Ok(Outcome::Clean) | Err(Failure::ReaderLeft) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure::Problems(problems)) => {
            for problem in &problems {
                let said = said(problem, &[], &console.error_face);
                console.complain(&said);
            }
            ExitCode::from(2)
        }
        Err(Failure::List(problems)) => {
            for (number, problem) in problems.iter().enumerate() {
                let face = &console.error_face;
                let said = if number + 1 == problems.len() {
                    said(problem, &[], face)
                } else {
                    face.labelled(
                        &face.words.say(Msg::LabelError),
                        AnsiColor::Red.on_default().bold(),
                        &face.words.explain(problem).0,
                    )
                };
                console.complain(&said);
            }
            ExitCode::from(2)
        }
        Err(Failure::Suggestion(problem, similar)) => {
            let said = said(&problem, &similar, &console.error_face);
            console.complain(&said);
            ExitCode::from(2)
        }
    }
}

/// A problem as it is shown: what happened, what might have been meant, what to do.
fn said(problem: &Problem, similar: &[String], face: &Face) -> String {
    let (what, remedy) = face.words.explain(problem);
    let quiet = AnsiColor::Cyan.on_default();
    let mut lines = vec![face.labelled(&face.words.say(Msg::LabelError), AnsiColor::Red.on_default().bold(), &what)];
    if !similar.is_empty() {
        let similar = similar.iter().map(|s| format!("`{s}`")).collect::<Vec<_>>().join(", ");
        let hint = face.words.say(Msg::DidYouMean { similar: &similar });
        lines.push(face.labelled(&face.words.say(Msg::LabelHint), quiet, &hint));
    }
    lines.push(face.labelled(&face.words.say(Msg::LabelHelp), quiet, &remedy));
    lines.join("\n")
}
