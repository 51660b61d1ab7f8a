//! The seed site: its report says what its README says, and its gold alignments are found.

#![allow(clippy::print_stderr)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hexapla_core::align::gold::{Agreement, Ladder, agreement, read_ladder};
use hexapla_core::align::{Options, Resources, Side, SideSegment, align};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;
use hexapla_core::status::{Finding, PageState, Rule};
use hexapla_project::{Project, Report, Selection, Silent};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn report() -> &'static Report {
    static REPORT: std::sync::OnceLock<Report> = std::sync::OnceLock::new();
    REPORT.get_or_init(|| {
        let project = Project::open(&seeds()).expect("the seed site has a configuration");
        project.report(&Selection::default(), &Silent).expect("the seed site can be reported")
    })
}

/// What is wrong with the site on purpose (seeds/README.md): page, language, rule, how often.
const WRONG: &[(&str, &str, Rule, usize)] = &[
    ("ausstellung.html", "en", Rule::UntranslatedCopy, 1),
    ("bibliothek.md", "ar", Rule::MissingSegment, 7),
    ("faq.txt", "en ru ar", Rule::MissingSegment, 7),
    ("faq.txt", "ar", Rule::ExtraSegment, 1),
    ("haus/geschichte.txt", "en ru ar", Rule::Stale, 2),
    ("haus/geschichte.txt", "en ru ar", Rule::ObsoleteSegment, 1),
    ("haus/geschichte.txt", "en", Rule::ExtraSegment, 1),
    ("kurse.md", "en ru ar", Rule::Stale, 2),
    ("kurse.md", "en ru ar", Rule::StaleMinor, 1),
    ("kurse.md", "en ru ar", Rule::ObsoleteSegment, 1),
    ("presse.md", "ru", Rule::UntranslatedCopy, 1),
    ("rundgang.html", "en ru ar", Rule::Stale, 2),
    ("rundgang.html", "en ru ar", Rule::StaleMinor, 1),
    ("rundgang.html", "en ru ar", Rule::ObsoleteSegment, 1),
];

#[test]
fn the_rules_in_force_cut_the_memories() {
    assert_eq!(report().recut_memories, []);
}

#[test]
fn the_report_says_what_is_wrong_and_nothing_else() {
    let report = report();
    let mut wanted: BTreeMap<(String, String, Rule), usize> = BTreeMap::new();
    for (page, languages, rule, count) in WRONG {
        for language in languages.split(' ') {
            wanted.insert((format!("content/de/{page}"), language.to_owned(), *rule), *count);
        }
    }
    wanted.insert(("content/en/hello.md".to_owned(), "en".to_owned(), Rule::OrphanPage), 1);
    let spenden = report.documents.iter().find(|document| document.path.ends_with("spenden.md")).expect("a page");
    wanted.insert((spenden.path.clone(), "ru".to_owned(), Rule::MissingPage), spenden.content.segments);
    let mut got: BTreeMap<(String, String, Rule), usize> = BTreeMap::new();
    for finding in &report.findings {
        *got.entry((finding.document.to_string(), finding.language.to_string(), finding.rule)).or_default() += 1;
    }
    assert_eq!(got, wanted);
}

#[test]
fn pages_are_in_the_states_that_they_should_be_in() {
    let report = report();
    let check = |page: &str, language: &str, want: PageState| {
        let document = report.documents.iter().find(|document| document.path == format!("content/de/{page}"));
        let page = document.expect(page).pages.iter().find(|page| page.language.as_str() == language);
        assert_eq!(page.expect(language).state, want);
    };
    check("willkommen.txt", "ar", PageState::Full);
    check("presse.md", "ar", PageState::NotOffered);
    check("presse.md", "ru", PageState::Partial);
    check("spenden.md", "ru", PageState::Missing);
    check("faq.txt", "en", PageState::Partial);
}

#[test]
fn findings_lead_to_the_very_place() {
    let report = report();
    for finding in &report.findings {
        for side in [&finding.source, &finding.target].into_iter().flatten() {
            let Some(place) = side.place else { continue };
            let file = std::fs::read_to_string(seeds().join(&*side.path)).expect("a page can be read");
            let first: Vec<char> = side.text.split_whitespace().next().unwrap_or_default().chars().collect();
            let line = file.lines().nth(place.line as usize - 1).expect("the line is there");
            let found: Vec<char> = line.chars().skip(place.column as usize - 1).take(first.len()).collect();
            // Entities and soft hyphens stand otherwise in the file; the first letter never does here.
            assert_eq!(found.first(), first.first(), "{}:{}:{} {}", side.path, place.line, place.column, side.text);
        }
    }
    assert!(!report.findings.is_empty());
}

#[test]
fn a_stale_finding_says_what_changed() {
    let report = report();
    let is_the_one = |finding: &&Finding| {
        finding.rule == Rule::Stale && finding.document.ends_with("geschichte.txt") && finding.language.as_str() == "ru"
    };
    let finding = report.findings.iter().find(is_the_one).expect("a stale sentence");
    assert_eq!(
        finding.previous_source.as_deref(),
        Some("Sie geht bis heute und weicht in der Woche höchstens 20 Sekunden ab.")
    );
    assert!(finding.target.as_ref().is_some_and(|target| target.text.contains("20 секунд")));
}

/// Strict F1 over all gold pages of a language, in percent. These only rise.
const FLOORS: &[(&str, f64)] = &[("en", 97.0), ("ru", 96.0), ("ar", 95.5)];

#[test]
fn gold_alignments() {
    for (language, floor) in FLOORS {
        let mut sum = Agreement::default();
        let mut pages = 0;
        for page in gold_pages(language) {
            let (gold, test) = gold_and_test(&page, language);
            let found = agreement(&gold, &test);
            eprintln!(
                "gold {:>24} {language}: strict F1 {:.3} lax F1 {:.3}",
                name(&page),
                found.strict().f1,
                found.lax().f1
            );
            sum = sum + found;
            pages += 1;
        }
        let f1 = 100.0 * sum.strict().f1;
        eprintln!("gold {pages:>18} pages {language}: strict F1 {f1:.2} lax F1 {:.2}", 100.0 * sum.lax().f1);
        assert!(pages >= 4, "{language}: only {pages} gold pages");
        assert!(f1 >= *floor, "{language}: strict F1 {f1:.2} is below its floor {floor}");
    }
}

fn gold_pages(language: &str) -> Vec<PathBuf> {
    let ending = format!(".{language}.ladder");
    let entries = std::fs::read_dir(seeds().join("gold")).expect("there is gold");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    pages.retain(|path| path.to_string_lossy().ends_with(&ending));
    pages.sort();
    pages
}

fn name(ladder: &Path) -> String {
    ladder.file_stem().expect("a ladder has a name").to_string_lossy().into_owned()
}

fn gold_and_test(ladder: &Path, language: &str) -> (Ladder, Ladder) {
    let read = |path: &Path| std::fs::read_to_string(path).expect("gold can be read");
    let beside = |side: &str| read(&ladder.with_file_name(format!("{}.{side}.txt", name(ladder))));
    let (source, target) = (beside("source"), beside("target"));
    let (from, to): (Language, Language) = ("de".parse().expect("a tag"), language.parse().expect("a tag"));
    let found = align(&side(&from, &source), &side(&to, &target), &Resources::default(), &Options::default());
    (read_ladder(&read(ladder)).expect("gold is a ladder"), Ladder::from(&found))
}

/// A line is a segment, a blank line ends a block.
fn side<'a>(language: &'a Language, text: &'a str) -> Side<'a> {
    let mut block = 0;
    let mut segments = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            block += 1;
        } else {
            segments.push(SideSegment { text: line, block, kind: BlockKind::Paragraph, section: 0, anchor: None });
        }
    }
    Side { language, segments }
}
