//! The validator: all that is wrong with a file, in one pass and the memory of one unit.

use std::io::BufRead;

use hexapla_xml::{Event, Events, Place};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::check::{self, Checker, Finding, Rules};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::dtd::Name;
use crate::options::{ReadError, ReadOptions};
use crate::reader::Reader;
use crate::unit::{is_blank, local};
use crate::version::Version;

/// What a validation came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Units that were read.
    pub units: u64,
    /// Units that were broken and skipped.
    pub broken: u64,
    /// How many of each severity were found.
    pub warnings: u64,
    /// Errors, those that the DTD forbids among them.
    pub errors: u64,
    /// Errors that a validating parser with the DTD would find too.
    pub dtd_errors: u64,
}

impl Verdict {
    /// Whether the file is well formed and valid by the DTD of its version.
    pub fn is_dtd_valid(&self) -> bool {
        self.broken == 0 && self.dtd_errors == 0
    }

    /// Whether there is no error at all.
    pub fn is_valid(&self) -> bool {
        self.errors == 0 && self.broken == 0
    }
}

/// Checks a whole file, and tells `report` everything that is wrong, in the order of the file.
///
/// Beside what the DTD of the file's version says: pairs of `bpt` and `ept`, `x` across variants, halves in `it`,
/// dates, language tags, `tuid`, the source language's variant, numbers, `ude`, empty segments and duplicate variants.
///
/// Duplicate `tuid`s are found among the first 200,000; remembering more would cost memory without bound.
///
/// ```
/// use hexapla_tmx::{ReadOptions, validate};
/// let file = r#"<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
///   adminlang="en" srclang="de" datatype="html"/><body>
///   <tu creationdate="10.3.2026"><tuv xml:lang="de"><seg><bpt i="1"/>Hallo</seg></tuv><tuv><seg>Hi</seg></tuv></tu>
/// </body></tmx>"#;
/// let mut found = Vec::new();
/// let verdict = validate(file.as_bytes(), ReadOptions::default(), &mut |d| found.push((d.code(), d.place.line)))?;
/// assert_eq!(found, [("tmx-bad-date", 3), ("tmx-unpaired-bpt", 3), ("tmx-missing-attribute", 3)]);
/// assert_eq!((verdict.units, verdict.errors, verdict.dtd_errors), (1, 2, 1));
/// # Ok::<(), hexapla_tmx::ReadError>(())
/// ```
///
/// # Errors
/// Where the stream cannot be read, or the file is refused; then nothing was reported but what came before.
pub fn validate<R: BufRead>(
    input: R,
    options: ReadOptions,
    report: &mut dyn FnMut(Diagnostic),
) -> Result<Verdict, ReadError> {
    let mut reader = Reader::with_options(input, options)?;
    let mut verdict = Verdict::default();
    let mut tell = |verdict: &mut Verdict, diagnostic: Diagnostic| {
        match diagnostic.severity() {
            Severity::Warning => verdict.warnings += 1,
            Severity::Error | Severity::Fatal => verdict.errors += 1,
        }
        verdict.dtd_errors += u64::from(diagnostic.problem.breaks_dtd());
        report(diagnostic);
    };
    let rules = Rules { version: reader.version(), srclang: reader.head().source_language().map(str::to_owned) };
    // The reader's own findings on the head, merged with those of the DTD by place.
    let mut of_head = reader.take_diagnostics();
    let head = reader.head_text();
    let mut findings = Vec::new();
    check_head(&head.text, reader.prefix(), rules.version, &mut findings);
    of_head.extend(findings.into_iter().map(|(problem, at)| Diagnostic {
        problem,
        place: reader.place_in(&head, 0, at),
        unit: None,
        tuid: None,
    }));
    of_head.sort_by_key(|diagnostic| diagnostic.place.byte);
    of_head.dedup_by(|later, earlier| later.place == earlier.place && later.problem == earlier.problem);
    of_head.into_iter().for_each(|diagnostic| tell(&mut verdict, diagnostic));

    let mut tuids: FxHashMap<u64, u32> = FxHashMap::default();
    // One checker serves for all units, so that its memory need not be asked for again a million times.
    let mut checker = Checker::new(&rules);
    while reader.next_unit(&mut checker)?.is_some() {
        verdict.units += 1;
        let of_reader = reader.take_diagnostics();
        let mut findings = checker.take_findings();
        let tuid = checker.tuid();
        if let Some(tuid) = tuid {
            let number = u32::try_from(reader.units()).unwrap_or(u32::MAX);
            if let Some(first) = first_of(&mut tuids, tuid, number) {
                findings.insert(0, (Problem::DuplicateTuid { value: tuid.to_owned(), first: u64::from(first) }, 0));
            }
        }
        if of_reader.is_empty() && findings.is_empty() {
            continue;
        }
        for diagnostic in of_reader {
            verdict.broken += u64::from(is_broken(&diagnostic));
            tell(&mut verdict, diagnostic);
        }
        if !findings.is_empty() {
            let unit = Some(reader.units());
            for (problem, place) in reader.places_of(findings) {
                tell(&mut verdict, Diagnostic { problem, place, unit, tuid: tuid.map(str::to_owned) });
            }
        }
    }
    for diagnostic in reader.take_diagnostics() {
        verdict.broken += u64::from(is_broken(&diagnostic));
        tell(&mut verdict, diagnostic);
    }
    Ok(verdict)
}

fn is_broken(diagnostic: &Diagnostic) -> bool {
    let of_xml = matches!(
        diagnostic.problem,
        Problem::Xml(_) | Problem::Undecodable { .. } | Problem::UnclosedUnit | Problem::UnitTooLarge { .. }
    );
    of_xml || diagnostic.problem == Problem::Truncated
}

/// How many names are remembered; 4.5 MB.
const TUIDS: usize = 200_000;

fn first_of(tuids: &mut FxHashMap<u64, u32>, tuid: &str, number: u32) -> Option<u32> {
    use std::hash::BuildHasher as _;
    let hash = FxBuildHasher.hash_one(tuid);
    if let Some(first) = tuids.get(&hash) {
        return Some(*first);
    }
    if tuids.len() < TUIDS {
        tuids.insert(hash, number);
    }
    None
}

fn check_head(text: &str, prefix: &str, version: Version, findings: &mut Vec<Finding>) {
    let mut events = Events::piece(text, Place::START, &[]);
    let mut open: Vec<Option<Name>> = Vec::new();
    let (mut headers, mut bodies) = (0, 0);
    // Of the `ude` that is open: its place, whether it has a base, whether one of its maps needs it.
    let mut ude = (0, true, false);
    let mut ude_maps = 0;
    while let Some(event) = events.next() {
        let at = events.range().start;
        match event {
            Ok(Event::Start(tag)) => {
                let written = local(tag.name, prefix);
                let name = Name::of(written);
                match (open.last(), name) {
                    (None, Some(Name::Tmx)) => check_version(&tag, at, findings),
                    (None, _) => findings.push((Problem::NotTmx { root: written.to_owned() }, at)),
                    (Some(Some(parent)), name) => {
                        let allowed = name.is_some_and(|name| parent.takes(name, version));
                        let again =
                            (name == Some(Name::Header) && headers > 0) || (name == Some(Name::Body) && bodies > 0);
                        let (element, parent) = (written.to_owned(), parent.as_str().to_owned());
                        if !allowed || again {
                            findings.push((Problem::UnexpectedElement { element, parent }, at));
                        } else if name == Some(Name::Header) && bodies > 0 {
                            findings.push((Problem::WrongOrder { element, parent }, at));
                        }
                    }
                    (Some(None), _) => {}
                }
                if let Some(name) = name {
                    check::check_attributes(name, &tag, at, version, findings);
                }
                match name {
                    Some(Name::Header) => headers += 1,
                    Some(Name::Body) => {
                        bodies += 1;
                        if headers == 0 {
                            findings.push((Problem::MissingElement { element: "header", parent: "tmx" }, at));
                            headers += 1;
                        }
                    }
                    Some(Name::Ude) => {
                        ude = (at, tag.get("base").is_some(), false);
                        ude_maps = 0;
                    }
                    Some(Name::Map) => {
                        ude_maps += 1;
                        ude.2 |= tag.get("code").is_some();
                        check_map(&tag, at, findings);
                    }
                    _ => {}
                }
                open.push(name);
            }
            Ok(Event::End { .. }) => match open.pop().flatten() {
                Some(Name::Ude) => {
                    if ude_maps == 0 {
                        findings.push((Problem::MissingElement { element: "map", parent: "ude" }, ude.0));
                    }
                    if ude.2 && !ude.1 {
                        findings.push((Problem::MissingBase, ude.0));
                    }
                }
                Some(Name::Tmx) => {
                    if headers == 0 {
                        findings.push((Problem::MissingElement { element: "header", parent: "tmx" }, at));
                    }
                    if bodies == 0 {
                        findings.push((Problem::MissingElement { element: "body", parent: "tmx" }, at));
                    }
                }
                _ => {}
            },
            Ok(Event::Text(piece)) => {
                // What is empty by the DTD may not even have blanks in it.
                if let Some(Some(name)) = open.last()
                    && !name.takes_text()
                    && (*name == Name::Map || !is_blank(&piece, &text[events.range()]))
                {
                    findings.push((Problem::UnexpectedText { parent: name.as_str().to_owned() }, at));
                }
            }
            Ok(Event::Comment(_) | Event::Instruction(_)) if open.last() == Some(&Some(Name::Map)) => {
                findings.push((Problem::UnexpectedText { parent: Name::Map.as_str().to_owned() }, at));
            }
            Ok(_) => {}
            Err(_) => break,
        }
    }
    if bodies == 0 && !open.is_empty() {
        // Units follow, but nothing began that holds them.
        findings.push((Problem::MissingElement { element: "body", parent: "tmx" }, text.len()));
    }
}

fn check_version(tag: &hexapla_xml::Tag<'_>, at: usize, findings: &mut Vec<Finding>) {
    match tag.get("version") {
        None => findings.push((Problem::MissingVersion, at)),
        Some(version) if Version::of(&version).is_none() => {
            findings.push((Problem::UnknownVersion { version: version.into_owned() }, at));
        }
        Some(_) => {}
    }
}

fn check_map(tag: &hexapla_xml::Tag<'_>, at: usize, findings: &mut Vec<Finding>) {
    let hexadecimal = |value: &str| {
        value.strip_prefix("#x").is_some_and(|digits| {
            !digits.is_empty() && digits.len() <= 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        })
    };
    for attribute in &tag.attributes {
        if matches!(attribute.name, "unicode" | "code") && !hexadecimal(&attribute.value()) {
            let value = attribute.value().into_owned();
            findings.push((Problem::BadMap { attribute: attribute.name.to_owned(), value }, attribute.at));
        }
    }
    if !["code", "ent", "subst"].iter().any(|name| tag.get(name).is_some()) {
        findings.push((Problem::BadMap { attribute: "code".to_owned(), value: String::new() }, at));
    }
}
