//! Cuts texts by the rules of an SRX file, or by our own: `segment_srx FILE.srx|- CODE < texts.json > segments.json`.
//!
//! Reads an array of strings, writes an array of arrays of strings. What is wrong with the file goes to standard error.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::error::Error;

use hexapla_core::segment::{Rules, Segmenter, Trim, srx};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, code] = arguments.as_slice() else { return Err("segment_srx FILE.srx|- CODE".into()) };
    let rules = if path == "-" {
        Rules::for_language(&code.parse()?)
    } else {
        let bytes = std::fs::read(path)?;
        let file = srx::read(&hexapla_xml::decode(&bytes).text)?;
        file.warnings.iter().for_each(|warning| eprintln!("{path}:{warning}"));
        let (rules, faults) = Rules::from_srx(&file.srx, code, path, Trim::Ends)?;
        for fault in faults {
            let line = fault.rule.place.map_or(0, |place| place.line);
            eprintln!("{path}:{line}: {}", fault.kind);
        }
        rules
    };
    eprintln!("{}", rules.fingerprint());
    let texts: Vec<String> = serde_json::from_str(&std::io::read_to_string(std::io::stdin())?)?;
    let segments: Vec<Vec<&str>> =
        texts.iter().map(|text| rules.segment(text).into_iter().map(|range| &text[range]).collect()).collect();
    println!("{}", serde_json::to_string(&segments)?);
    Ok(())
}
