//! Prints our rules as an SRX file for another tool: `export_srx omegat|okapi|languagetool`.

#![allow(clippy::print_stdout)]

use std::error::Error;

use hexapla_core::segment::{Profile, srx};

fn main() -> Result<(), Box<dyn Error>> {
    let tool = match std::env::args().nth(1).as_deref() {
        Some("omegat") => srx::Tool::OmegaT,
        Some("okapi") => srx::Tool::Okapi,
        Some("languagetool") => srx::Tool::LanguageTool,
        _ => return Err("export_srx omegat|okapi|languagetool".into()),
    };
    print!("{}", srx::export(tool, &Profile::default()));
    Ok(())
}
