//! What fails, what does not, and what a person has decided about it.

use hexapla_core::align::Confidence;
use hexapla_core::status::{Provenance, Rule, Severity};
use hexapla_project::{Date, Project, ProjectError, Ratchet, Report, Selection, Silent, Wanted};

use crate::repository::{Recipe, Repository, told};

const CONFIG: &str = "[project]\nsource = \"de\"\ntargets = [\"en\", \"ru\"]\n[[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";
const GERMAN: &str =
    "Der Garten kostet 5 Euro Eintritt.\n\nDer Hof ist im Winter geschlossen.\n\nHunde warten vor dem Tor.\n";
const ENGLISH: &str =
    "The garden costs 5 euros to enter.\n\nThe courtyard is closed in winter.\n\nDogs wait outside the gate.\n";
const RUSSIAN: &str = "Вход в сад стоит 5 евро.\n\nДвор зимой закрыт.\n\nСобаки ждут у ворот.\n";

fn site(config: &str) -> Repository {
    let (dearer, closed) = (GERMAN.replace('5', "7"), GERMAN.replace('5', "7").replace("Winter", "Sommer"));
    let first = [("hexapla.toml", config), ("de/a.md", GERMAN), ("en/a.md", ENGLISH), ("ru/a.md", RUSSIAN)];
    let second: [(&str, &str); 1] = [("de/a.md", &dearer)];
    let third: [(&str, &str); 2] = [("de/a.md", &closed), ("ru/a.md", &RUSSIAN.replace('5', "7"))];
    Recipe::line(&[&first, &second, &third]).make()
}

fn report(repository: &Repository, selection: &Selection) -> Report {
    Project::open(repository.root()).unwrap().report(selection, &Silent).unwrap()
}

fn failing(report: &Report) -> Vec<String> {
    let text = |finding: &hexapla_core::status::Finding| finding.source.as_ref().unwrap().text.clone();
    report.failures().map(|finding| format!("{} {}", finding.language, text(finding))).collect()
}

const PRICE: &str = "Der Garten kostet 7 Euro Eintritt.";
const SEASON: &str = "Der Hof ist im Sommer geschlossen.";

#[test]
fn a_few_stale_segments_may_pass() {
    let check = |gate: &str, want: &[String]| {
        let repository = site(&format!("{CONFIG}{gate}"));
        assert_eq!(failing(&report(&repository, &Selection::default())), want, "{gate}");
    };
    let all = [format!("en {PRICE}"), format!("en {SEASON}"), format!("ru {SEASON}")];
    check("", &all);
    check("[gate]\nmax-stale = { en = 2 }\n", &all[2..]);
    check("[gate]\nmax-stale = { en = 1, ru = 1 }\n", &all[..2]);
    check("[gate]\nmin-confidence = 1.0\n", &[]);
    check("[gate]\nmin-confidence = 0.1\n", &all);
}

#[test]
fn what_a_branch_caused() {
    let repository = site(CONFIG);
    let since =
        |reference: &str| report(&repository, &Selection { since: Some(reference.to_owned()), ..Selection::default() });
    assert_eq!(told(&since("HEAD")), Vec::<String>::new());
    assert_eq!(told(&since("HEAD~1")), [format!("en stale {SEASON}"), format!("ru stale {SEASON}")]);
    assert_eq!(told(&since("HEAD~2")).len(), 3);
    // The working tree belongs to the branch, with files that git does not know yet.
    repository.write("de/b.md", "Ein neues Blatt liegt bei.\n");
    assert!(told(&since("main")).iter().all(|line| line.contains("missing-page Ein neues Blatt")));
    repository.write("en/c.md", "An orphan.\n");
    assert!(told(&since("main")).contains(&"en orphan-page ".to_owned()));
    // A source that is deleted, or a sentence of it.
    repository.write("de/a.md", &GERMAN.replace('5', "7").replace("Der Hof ist im Winter geschlossen.\n\n", ""));
    assert!(told(&since("main")).contains(&"en obsolete-segment The courtyard is closed in winter.".to_owned()));
    std::fs::remove_file(repository.root().join("de/a.md")).unwrap();
    assert!(told(&since("main")).contains(&"ru orphan-page ".to_owned()));
    let error = |reference: &str| {
        let selection = Selection { since: Some(reference.to_owned()), ..Selection::default() };
        Project::open(repository.root()).unwrap().report(&selection, &Silent).unwrap_err()
    };
    assert!(matches!(error("nirgends"), ProjectError::NoRevision { .. }));
    assert!(matches!(error("--all"), ProjectError::NoRevision { .. }));
}

#[test]
fn a_renamed_page_is_not_new() {
    let repository = site(CONFIG);
    for language in ["de", "en", "ru"] {
        repository.git(&["mv", &format!("{language}/a.md"), &format!("{language}/b.md")]);
    }
    repository.git(&["commit", "--quiet", "-m", "umbenannt"]);
    let selection = Selection { since: Some("HEAD~1".to_owned()), ..Selection::default() };
    assert_eq!(told(&report(&repository, &selection)), Vec::<String>::new());
}

#[test]
fn a_baseline_only_ratchets() {
    let repository = site(CONFIG);
    let path = repository.root().join("hexapla.baseline");
    let run = |ratchet: Ratchet| {
        let mut report = report(&repository, &Selection::default());
        let change = report.hold_against(&path, ratchet).unwrap();
        (change.known, change.mended, change.added, told(&report))
    };
    let mut none = report(&repository, &Selection::default());
    assert!(matches!(none.hold_against(&path, Ratchet::Tighten), Err(ProjectError::NoBaseline { .. })));
    assert_eq!(run(Ratchet::Renew), (3, 0, 3, vec![]));
    assert_eq!(run(Ratchet::Tighten), (3, 0, 0, vec![]));
    // One is mended, and one is new.
    repository.write("en/a.md", &ENGLISH.replace('5', "7"));
    repository.write("de/a.md", &GERMAN.replace('5', "7").replace("Winter", "Sommer").replace("Hunde", "Pferde"));
    let new = ["en stale Pferde warten vor dem Tor.", "ru stale Pferde warten vor dem Tor."];
    let new: Vec<String> = new.map(str::to_owned).into();
    assert_eq!(run(Ratchet::Tighten), (2, 1, 0, new.clone()));
    // It comes back, and is not known any more.
    repository.write("en/a.md", ENGLISH);
    let mut all = vec![format!("en stale {PRICE}")];
    all.extend(new);
    assert_eq!(run(Ratchet::Tighten), (2, 0, 0, all));
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().filter(|line| !line.starts_with('#')).count(), 2);
    std::fs::write(&path, "irgendetwas\n").unwrap();
    assert!(matches!(none.hold_against(&path, Ratchet::Tighten), Err(ProjectError::Baseline { line: 1, .. })));
}

#[test]
fn a_selection_leaves_the_rest_of_the_baseline() {
    let repository = site(CONFIG);
    let path = repository.root().join("hexapla.baseline");
    report(&repository, &Selection::default()).hold_against(&path, Ratchet::Renew).unwrap();
    let mut russian = Selection::default();
    russian.languages.push("ru".parse().unwrap());
    repository.write("en/a.md", &ENGLISH.replace('5', "7"));
    assert_eq!(report(&repository, &russian).hold_against(&path, Ratchet::Tighten).unwrap().mended, 0);
    let everything = report(&repository, &Selection::default()).hold_against(&path, Ratchet::Tighten).unwrap();
    assert_eq!(everything.mended, 1);
}

fn accept(
    repository: &Repository,
    wanted: &[Wanted],
    rule: Option<Rule>,
    until: Option<&str>,
) -> Result<usize, ProjectError> {
    let until: Option<Date> = until.map(|day| day.parse().unwrap());
    let project = Project::open(repository.root()).unwrap();
    let accepted = project.accept(wanted, rule, &Selection::default(), until.as_ref(), "so  gewollt", &Silent)?;
    Ok(accepted.findings.len())
}

fn line(path: &str, line: u32) -> Wanted {
    Wanted::Place { path: path.to_owned(), line: Some(line) }
}

#[test]
fn an_accepted_pair_is_current() {
    let repository = site(CONFIG);
    assert_eq!(accept(&repository, &[line("en/a.md", 1)], None, None).unwrap(), 1);
    let found = report(&repository, &Selection::default());
    assert_eq!(told(&found), [format!("en stale {SEASON}"), format!("ru stale {SEASON}")]);
    assert_eq!(found.coverage(&"en".parse().unwrap()).current.segments, 2);
    let lock = std::fs::read_to_string(repository.root().join("hexapla.lock")).unwrap();
    let lines: Vec<&str> = lock.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with("de/a.md\ten\tstale\t"), "{}", lines[0]);
    assert!(lines[0].ends_with("\t-\tso gewollt\tThe garden costs 5 euros to enter."), "{}", lines[0]);
    // Only white space: still the same. Another word: not any more, and the decision is told to be idle.
    repository.write("en/a.md", &ENGLISH.replace("The garden", "The\ngarden"));
    assert!(!told(&report(&repository, &Selection::default())).contains(&format!("en stale {PRICE}")));
    repository.write("en/a.md", &ENGLISH.replace("The garden", "Our garden"));
    let found = report(&repository, &Selection::default());
    assert!(told(&found).contains(&format!("en stale {PRICE}")));
    assert!(found.findings.iter().any(|finding| finding.rule == Rule::UnusedAccept));
    assert_eq!(Project::open(repository.root()).unwrap().prune_accepted(&Silent).unwrap().pruned, 1);
    assert!(!told(&report(&repository, &Selection::default())).iter().any(|line| line.contains("unused-accept")));
}

#[test]
fn what_is_accepted_until_a_day() {
    let repository = site(CONFIG);
    accept(&repository, &[], Some(Rule::Stale), Some("2999-12-31")).unwrap();
    assert_eq!(told(&report(&repository, &Selection::default())), Vec::<String>::new());
    let path = repository.root().join("hexapla.lock");
    let lock = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, lock.replace("2999-12-31", "2020-01-01")).unwrap();
    let found = report(&repository, &Selection::default());
    let count = |rule: Rule| found.findings.iter().filter(|finding| finding.rule == rule).count();
    assert_eq!((count(Rule::Stale), count(Rule::ExpiredAccept)), (3, 3));
    assert!(
        found
            .findings
            .iter()
            .all(|finding| finding.rule != Rule::ExpiredAccept || finding.severity == Severity::Warning)
    );
    std::fs::write(&path, "nichts\n").unwrap();
    let error = Project::open(repository.root()).unwrap().report(&Selection::default(), &Silent).unwrap_err();
    assert!(matches!(error, ProjectError::Lock { line: 1, .. }), "{error}");
}

#[test]
fn what_is_left_untranslated_on_purpose_does_not_count() {
    let repository = site(CONFIG);
    repository.write("de/a.md", &format!("{GERMAN}\nNur auf Deutsch gibt es Führungen.\n"));
    let english = "en".parse().unwrap();
    let before = report(&repository, &Selection::default()).coverage(&english);
    assert_eq!(accept(&repository, &[line("de/a.md", 7)], Some(Rule::MissingSegment), None).unwrap(), 2);
    let after = report(&repository, &Selection::default()).coverage(&english);
    assert_eq!((before.total().segments, after.total().segments), (4, 3));
    assert_eq!(after.untranslated.segments, 0);
}

#[test]
fn accepted_pairs_say_who_says_so() {
    let repository = site(CONFIG);
    accept(&repository, &[line("en/a.md", 1)], None, None).unwrap();
    repository.write("de/a.md", &GERMAN.replace('5', "9"));
    let found = report(&repository, &Selection::default());
    // The source has gone on: the decision is idle, and history knows the old base.
    let price = found.findings.iter().find(|finding| finding.rule == Rule::Stale).unwrap();
    let base = price.base.as_ref().unwrap();
    assert!(base.provenance == Provenance::History && base.confidence < Confidence::CERTAIN);
}

#[test]
fn what_is_no_finding_cannot_be_accepted() {
    let repository = site(CONFIG);
    let fails = |wanted: Wanted| accept(&repository, &[wanted], None, None).unwrap_err();
    assert!(matches!(fails(line("en/a.md", 99)), ProjectError::NoFinding { .. }));
    assert!(matches!(fails(Wanted::Fingerprint("00000000".to_owned())), ProjectError::NoFinding { .. }));
    assert!(!repository.root().join("hexapla.lock").exists());
    let fingerprint = report(&repository, &Selection::default()).findings[0].fingerprint.clone();
    assert_eq!(accept(&repository, &[Wanted::Fingerprint(fingerprint[..10].to_owned())], None, None).unwrap(), 1);
}

#[test]
fn any_number_of_threads_finds_the_same() {
    let repository = site(CONFIG);
    let with = |jobs: usize| {
        let project = Project::open(repository.root()).unwrap().with_jobs(jobs.try_into().unwrap());
        project.report(&Selection::default(), &Silent).unwrap().findings
    };
    assert_eq!(with(1), with(3));
}
