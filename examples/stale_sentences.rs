//! Lists the stale sentences of a project: `cargo run --example stale_sentences -- seeds`.

use std::io::Write;

use hexapla_core::status::Rule;
use hexapla_project::{Project, Selection, Silent};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let report = Project::open(directory.as_ref())?.report(&Selection::default(), &Silent)?;
    let mut out = std::io::stdout().lock();
    for finding in report.findings.iter().filter(|finding| finding.rule == Rule::Stale) {
        let Some(source) = &finding.source else { continue };
        let before = finding.previous_source.as_deref().unwrap_or_default();
        writeln!(out, "{} {}\n  - {before}\n  + {}", finding.language, source.path, source.text)?;
    }
    Ok(())
}
