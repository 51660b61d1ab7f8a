//! How much work a large history is.

use std::path::Path;

use hexapla_project::{Project, Selection, Silent};

use crate::repository::{Recipe, report, write};
use crate::sentences::{COUNTS, Format, LANGUAGES, Meaning, Minor, TEMPLATES, say};

fn page(meanings: &[Meaning], language: usize) -> String {
    let sentences: Vec<String> = meanings.iter().map(|meaning| say(meaning, language, Format::Markdown, 0)).collect();
    sentences.chunks(2).map(|pair| pair.join(" ")).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Seconds of work of this process and its children so far.
fn work() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> = stat.split(' ').skip(13).take(4).filter_map(|ticks| ticks.parse().ok()).collect();
    fields.iter().sum::<f64>() / 100.0
}

#[test]
#[ignore = "a bench: 8,000 commits, 1,002 translated pages; run with --release -- --ignored --nocapture"]
fn eight_thousand_commits() {
    let (documents, commits) = (334, 8000);
    let mut random = 12345u64;
    let mut below = move |end: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % end
    };
    let mut pages: Vec<[Vec<Meaning>; 4]> = Vec::new();
    for _ in 0..documents {
        let sentences = 20 + below(30);
        let meanings: Vec<Meaning> = (0..sentences)
            .map(|_| Meaning {
                template: below(TEMPLATES.len()),
                topic: below(COUNTS[0]),
                number: below(2000) as u32,
                name: below(COUNTS[1]),
                when: below(COUNTS[2]),
                clause: below(COUNTS[3]),
                negated: false,
                minor: Minor::default(),
            })
            .collect();
        pages.push([meanings.clone(), meanings.clone(), meanings.clone(), meanings]);
    }
    let config = "[project]\nsource = \"de\"\ntargets = [\"en\", \"ru\", \"ar\"]\nhistory = \"require\"\n[[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";
    let mut recipe = Recipe::new();
    let mut files: Vec<(String, String)> = vec![("hexapla.toml".to_owned(), config.to_owned())];
    for (number, page_of) in pages.iter().enumerate() {
        for (language, code) in LANGUAGES.iter().enumerate() {
            files.push((format!("{code}/seite-{number}.md"), page(&page_of[language], language)));
        }
    }
    let all: Vec<(&str, Option<&str>)> =
        files.iter().map(|(path, text)| (path.as_str(), Some(text.as_str()))).collect();
    let mut head = recipe.commit(&[], "Anfang", &all);
    while recipe.commits() < commits {
        let at = below(documents);
        let language = if below(10) < 6 { 0 } else { 1 + below(3) };
        if language == 0 {
            let sentence = below(pages[at][0].len());
            pages[at][0][sentence].number += 1;
        } else {
            pages[at][language] = pages[at][0].clone();
        }
        let text = page(&pages[at][language], language);
        head = recipe.commit(&[head], "Weiter", &[(&format!("{}/seite-{at}.md", LANGUAGES[language]), Some(&text))]);
    }
    let repository = recipe.make();
    let cache = tempfile::tempdir().unwrap();
    let run = |what: &str| {
        let before = work();
        let project = Project::open(repository.root()).unwrap().with_cache(cache.path());
        let report = project.report(&Selection::default(), &Silent).unwrap();
        println!("{what}: {} findings, {:.1} s of CPU", report.findings.len(), work() - before);
        report.findings
    };
    let first = run("first");
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    assert!(run("again") == first);
    pages[0][0][0].number += 1;
    repository.write("de/seite-0.md", &page(&pages[0][0], 0));
    let edited = run("one page edited");
    repository.git(&["commit", "--quiet", "--all", "-m", "Weiter"]);
    let committed = run("and committed");
    println!("kept: {} bytes", size_of_tree(cache.path()));
    assert!(edited.len() == committed.len());
}

fn size_of_tree(directory: &Path) -> u64 {
    let entries = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| if entry.path().is_dir() { size_of_tree(&entry.path()) } else { entry.metadata().unwrap().len() })
        .sum()
}

#[test]
#[ignore = "a bench: 10,000 pages without a history; run with --release -- --ignored --nocapture"]
fn ten_thousand_pages() {
    let directory = tempfile::tempdir().unwrap();
    let config = "[project]\nsource = \"de\"\ntargets = [\"en\"]\nhistory = \"off\"\n[[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";
    write(directory.path(), "hexapla.toml", config);
    for number in 0..5000usize {
        let meaning = |at: usize| Meaning {
            template: (number + at) % TEMPLATES.len(),
            topic: (number / 3 + at) % COUNTS[0],
            number: (number * 31 + at * 7) as u32 % 2000,
            name: (number / 7 + at) % COUNTS[1],
            when: (number / 11 + at) % COUNTS[2],
            clause: (number / 13 + at) % COUNTS[3],
            negated: false,
            minor: Minor::default(),
        };
        let meanings: Vec<Meaning> = (0..20 + number % 15).map(meaning).collect();
        for (language, code) in LANGUAGES.iter().enumerate().take(2) {
            write(directory.path(), &format!("{code}/seite-{number}.md"), &page(&meanings, language));
        }
    }
    let before = work();
    let report = report(directory.path()).unwrap();
    println!("10,000 pages: {} findings, {:.1} s of CPU", report.findings.len(), work() - before);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
}
