//! A page against what witnesses know of it.

use super::*;
use crate::align::Bead;
use crate::status::BasePair;
use crate::status::Provenance;

fn passages(texts: &[&str]) -> Vec<Passage> {
    texts.iter().map(|text| Passage::new(*text)).collect()
}

fn base(provenance: Provenance) -> Base {
    Base { provenance, confidence: provenance.trust(), commit: None }
}

fn memory(pairs: &[(&[&str], &[&str])]) -> Testimony {
    let pairs = pairs
        .iter()
        .map(|(source, target)| BasePair::new(passages(source), passages(target), base(Provenance::Memory)))
        .collect();
    Testimony { pairs, ..Testimony::default() }
}

/// Rules in order, `ok` where nothing is wrong; leftovers are aligned one to one.
fn check(source: &[&str], target: &[&str], testimony: Testimony, want: &str) {
    let languages: Vec<Language> = ["de", "en"].iter().map(|tag| tag.parse().unwrap()).collect();
    let (source, target) = (passages(source), passages(target));
    let testimonies = [testimony];
    let page = Page {
        source_language: &languages[0],
        target_language: &languages[1],
        languages: &languages,
        source: &source,
        target: &target,
        testimonies: &testimonies,
    };
    let longer = source.len().max(target.len());
    let (sources, targets) = (source.len(), target.len());
    let mut align = || Alignment {
        beads: (0..longer)
            .map(|at| Bead {
                source: at.min(sources)..(at + 1).min(sources),
                target: at.min(targets)..(at + 1).min(targets),
                confidence: Confidence::new(0.9),
                ..Bead::default()
            })
            .collect(),
    };
    let got: Vec<&str> =
        judge(&page, &mut align).segments.iter().map(|status| status.rule.map_or("ok", Rule::as_str)).collect();
    assert_eq!(got.join(" "), want);
}

#[test]
fn without_any_witness_nothing_is_green() {
    check(&["Ein Haus."], &["A house."], memory(&[]), "unverified");
    check(&["Ein Haus.", "Ein Hof."], &["A house."], memory(&[]), "unverified missing-segment");
    check(&["Ein Haus."], &["A house.", "A yard."], memory(&[]), "unverified extra-segment");
    check(&["Ein Haus."], &[], memory(&[]), "missing-segment");
    check(&[], &[], memory(&[]), "");
}

#[test]
fn a_memory_tells_current_from_stale() {
    let known: &[(&[&str], &[&str])] = &[
        (&["Das Haus ist alt."], &["The house is old."]),
        (&["Es kostet 5 Euro im Monat."], &["It costs 5 euros a month."]),
        (&["Hunde bleiben draußen."], &["Dogs stay outside."]),
    ];
    let target = ["The house is old.", "It costs 5 euros a month.", "Dogs stay outside."];
    let old = ["Das Haus ist alt.", "Es kostet 5 Euro im Monat.", "Hunde bleiben draußen."];
    check(&old, &target, memory(known), "ok ok ok");
    check(&[old[0], "Es kostet 7 Euro im Monat.", old[2]], &target, memory(known), "ok stale ok");
    check(&["Das Haus ist alt!", old[1], old[2]], &target, memory(known), "stale-minor ok ok");
    check(&[old[0], old[1]], &target, memory(known), "ok ok obsolete-segment");
    check(&[old[2], old[0], old[1]], &target, memory(known), "ok ok ok");
    check(&[old[0], "Es gibt Tee.", old[1], old[2]], &target, memory(known), "ok missing-segment ok ok");
    check(&old, &target[..2], memory(known), "ok ok deleted-target");
    check(&["Das Haus ist nicht alt.", old[1], old[2]], &target, memory(known), "stale ok ok");
}

#[test]
fn an_edit_of_the_target_renews_only_what_it_follows() {
    let known: &[(&[&str], &[&str])] = &[(&["Der Eintritt kostet 5 Euro."], &["Admission costs 5 euros."])];
    let new = ["Der Eintritt kostet 7 Euro."];
    check(&new, &["Admission costs 7 euros."], memory(known), "ok");
    check(&new, &["Entry costs 5 euros."], memory(known), "stale");
    check(&["Der Eintritt kostet 5 Euro."], &["Entry costs 5 euros."], memory(known), "ok");
}

#[test]
fn one_target_for_two_sources() {
    let known: &[(&[&str], &[&str])] =
        &[(&["Das Haus ist alt.", "Es steht am See."], &["The old house stands by the lake."])];
    let target = ["The old house stands by the lake."];
    check(&["Das Haus ist alt.", "Es steht am See."], &target, memory(known), "ok ok");
    check(&["Das Haus ist alt.", "Es steht am Meer."], &target, memory(known), "ok stale");
    check(&["Das Haus ist alt."], &target, memory(known), "stale");
}

#[test]
fn leftovers_in_the_source_language_are_untranslated() {
    check(&["Der Garten ist offen."], &["Der Garten ist offen."], memory(&[]), "untranslated-copy");
    check(&["Radio 4"], &["Radio 4"], memory(&[]), "unverified");
    check(
        &["Die Gäste kommen am Morgen."],
        &["Die Werkstatt öffnet im März wieder ihre Türen für alle Gäste."],
        memory(&[]),
        "wrong-language",
    );
}

#[test]
fn repeated_segments() {
    let known: &[(&[&str], &[&str])] = &[
        (&["Frage 1:"], &["Question 1:"]),
        (&["Antwort:"], &["Answer:"]),
        (&["Frage 2:"], &["Question 2:"]),
        (&["Antwort:"], &["Answer:"]),
    ];
    let source = ["Frage 1:", "Antwort:", "Frage 2:", "Antwort:"];
    let target = ["Question 1:", "Answer:", "Question 2:", "Answer:"];
    check(&source, &target, memory(known), "ok ok ok ok");
    // Two wordings of one source are both right.
    check(
        &["Willkommen bei uns."],
        &["Welcome to us.", "Be welcome here."],
        memory(&[(&["Willkommen bei uns."], &["Welcome to us."]), (&["Willkommen bei uns."], &["Be welcome here."])]),
        "ok",
    );
}
