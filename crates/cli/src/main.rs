//! Hexapla: which sentence of a translated site is missing or out of date, and its years of translation as TMX.

mod aligning;
mod arguments;
mod command;
mod conclusion;
mod console;
mod diagnosis;
mod failure;
mod gate;
mod help;
mod layout;
mod messages;
mod number;
mod page;
mod pair;
mod pairs_list;
mod progress;
mod report;
mod rule_faults;
mod rules;
mod ui_language;
mod usage;

fn main() -> std::process::ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let (mut console, language) = arguments::console(&arguments);
    let result = language.and_then(|()| command::run(&arguments, &mut console));
    conclusion::of(result, &mut console)
}
