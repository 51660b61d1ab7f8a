//! Whole pages with gold: written by hand for this, and those of the seed site.
#![expect(clippy::print_stderr, reason = "what is measured is said aloud")]

use hexapla_core::align::gold::{Agreement, Ladder, agreement, read_ladder};
use hexapla_core::align::{Dictionary, Options, Relation, Resources, Side, align, align_together, relation};

use super::align::{covers, language, side};

macro_rules! gold {
    ($file:literal) => {
        include_str!(concat!("gold/", $file))
    };
}

/// A page of the project's own with its translation: what it is called, the target language, source, target, gold.
struct Page {
    name: String,
    tag: String,
    source: String,
    target: String,
    gold: String,
}

/// The pages written by hand for this (`gold/`), with the strict F1 below which each must not fall.
fn pages() -> Vec<(Page, f64)> {
    let read = |file: String| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let page = |line: &str| {
        let [name, tag, floor] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let page = Page {
            name: name.to_owned(),
            tag: tag.to_owned(),
            source: read(format!("de.{name}")),
            target: read(format!("{tag}.{name}")),
            gold: read(format!("{tag}.{name}.ladder")),
        };
        (page, floor.parse().unwrap())
    };
    let pages: Vec<(Page, f64)> = gold!("floors.tsv").lines().filter(|line| !line.starts_with('#')).map(page).collect();
    let gold = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let files = std::fs::read_dir(gold).unwrap().map(|entry| entry.unwrap().path());
    let ladders = files.filter(|path| path.extension().is_some_and(|extension| extension == "ladder")).count();
    assert_eq!(pages.len(), ladders, "floors.tsv names each page once");
    pages
}

#[test]
fn hand_made_gold_keeps_its_floors() {
    let de = language("de");
    let pages = pages();
    let (mut translations, mut fallen) = (0, Vec::new());
    for (Page { name, tag, source, target, gold }, floor) in &pages {
        let other = language(tag);
        let (source, target) = (side(&de, source), side(&other, target));
        let test = align(&source, &target, &Resources::default(), &Options::default());
        covers(&test, source.segments.len(), target.segments.len());
        let found = agreement(&read_ladder(gold).unwrap(), &Ladder::from(&test));
        eprintln!("{name} {tag}: strict {} · lax {}", found.strict(), found.lax());
        if found.strict().f1 < *floor {
            fallen.push(format!("{name} {tag}: {:.4} is below {floor}", found.strict().f1));
        }
        let related = relation(&source, &target, &test, &Resources::default());
        assert_ne!(related, Relation::Unrelated, "{name} {tag}");
        translations += usize::from(related == Relation::Translation);
    }
    assert!(fallen.is_empty(), "{fallen:#?}");
    // A short story without numbers and names may leave it open.
    eprintln!("{translations} of {} said to be translations", pages.len());
    assert!(translations * 10 >= pages.len() * 8, "{translations}");
}

/// Two sentences that were made one are believed to be so by the mark where they meet, and by none elsewhere.
#[test]
fn a_mark_where_two_sentences_meet_speaks_for_one_bead() {
    let (de, ru) = (language("de"), language("ru"));
    let story = gold!("ru.ferry");
    let joined = "На мостках кто-то стоял с фонарём, и по наклону головы Йонас узнал её.";
    assert!(story.contains(joined));
    // Words tell the same, so that both are believed: what the mark adds is seen in the odds.
    let odds = |line: &str| {
        let story = story.replace(joined, line);
        let (source, target) = (side(&de, gold!("de.ferry")), side(&ru, &story));
        let beads = align(&source, &target, &Resources::default(), &Options::default()).beads;
        let bead = beads.iter().find(|bead| bead.source == (30..32) && bead.target == (32..33));
        let chance = bead.map_or(0.0, |bead| bead.confidence.get());
        chance / (1.0 - chance)
    };
    let here = odds(joined);
    assert!(here > 0.0, "not one bead");
    for other in [
        "На мостках кто-то стоял с фонарём и по наклону головы Йонас узнал её.",
        "На мостках, кто-то стоял с фонарём и по наклону головы Йонас узнал её.",
        "На мостках кто-то стоял с фонарём и по наклону головы Йонас узнал, её.",
    ] {
        let there = odds(other);
        assert!(there < here / 1.25, "{here} and {there}: {other}");
    }
}

/// Where people write no marks, nothing is made of there being none.
#[test]
fn texts_without_marks_are_aligned_as_well() {
    let de = language("de");
    let without = |text: &str| text.replace([',', ';', ':', '،', '؛', '—', '–', '.', '?', '!', '؟'], "");
    let agreed = |(Page { tag, source, target, gold, .. }, _): (Page, f64)| {
        let other = language(&tag);
        let (source, target) = (without(&source), without(&target));
        let test = align(&side(&de, &source), &side(&other, &target), &Resources::default(), &Options::default());
        agreement(&read_ladder(&gold).unwrap(), &Ladder::from(&test))
    };
    let all: Agreement = pages().into_iter().map(agreed).sum();
    eprintln!("without marks: strict {}", all.strict());
    assert!(all.strict().f1 >= 0.95, "{}", all.strict().f1);
}

/// A sentence that was added at the end of a paragraph stands by itself, where words say that it does: a dictionary knows
/// them, and what they translate stands nowhere.
#[test]
fn a_sentence_added_at_the_end_of_a_paragraph_stands_by_itself() {
    let entries = [
        ("Kreide", "мел"),
        ("markieren", "отметить"),
        ("Stelle", "место"),
        ("abtrocknen", "вытереть"),
        ("Schlauch", "камера"),
        ("gut", "хорошо"),
        ("nass", "мокрый"),
        ("Gummi", "резина"),
        ("kleben", "клеиться"),
    ];
    let known = Resources { dictionaries: vec![Dictionary::from_pairs(entries)], ..Resources::default() };
    let (de, ru) = (language("de"), language("ru"));
    let (source, target) = (side(&de, gold!("de.repair")), side(&ru, gold!("ru.repair")));
    let beads = align(&source, &target, &known, &Options::default()).beads;
    assert!(beads.iter().any(|bead| bead.source == (23..24) && bead.target == (24..25)), "{beads:?}");
}

/// The pages of the seed site with their gold: language, source, target, gold.
fn seeds() -> Vec<(String, String, String, String)> {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/gold");
    let mut ladders: Vec<std::path::PathBuf> = std::fs::read_dir(&directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ladder"))
        .collect();
    ladders.sort();
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    let page = |ladder: &std::path::PathBuf| {
        let stem = ladder.with_extension("");
        let tag = stem.extension().unwrap().to_string_lossy().into_owned();
        let text = |side: &str| read(std::path::Path::new(&format!("{}.{side}.txt", stem.display())));
        (tag, text("source"), text("target"), read(ladder))
    };
    ladders.iter().map(page).collect()
}

/// Observed precision on natural pages: what is sure is right, and what is less sure is less often right.
#[test]
fn confidence_means_something_on_natural_pages() {
    let de = language("de");
    let own = pages().into_iter().map(|(page, _)| (page.tag, page.source, page.target, page.gold));
    let pages = seeds().into_iter().chain(own);
    let (mut sure, mut unsure) = ((0usize, 0usize), (0usize, 0usize));
    for (tag, source, target, gold) in pages {
        let other = language(&tag);
        let test = align(&side(&de, &source), &side(&other, &target), &Resources::default(), &Options::default());
        let gold: std::collections::HashSet<_> =
            read_ladder(&gold).unwrap().rungs.into_iter().map(|rung| (rung.source, rung.target)).collect();
        for bead in &test.beads {
            let count = if bead.confidence.get() >= 0.9 { &mut sure } else { &mut unsure };
            count.0 += 1;
            count.1 += usize::from(gold.contains(&(bead.sources().collect(), bead.targets().collect())));
        }
    }
    let share = |(all, right): (usize, usize)| right as f64 / all.max(1) as f64;
    eprintln!("sure: {sure:?} {:.3} · less sure: {unsure:?} {:.3}", share(sure), share(unsure));
    assert!(sure.0 > 2600 && share(sure) >= 0.98, "{sure:?}");
    assert!(share(unsure) < share(sure), "{unsure:?}");
}

/// Pages aligned as one keep to themselves, and lose nothing by their company.
#[test]
fn pages_aligned_together_teach_each_other() {
    let de = language("de");
    for (tag, floor) in [("en", 0.98), ("ru", 0.975), ("ar", 0.965)] {
        let other = language(tag);
        let pages: Vec<_> = seeds().into_iter().filter(|(page, ..)| page == tag).collect();
        let mut sides: Vec<(Side<'_>, Side<'_>)> =
            pages.iter().map(|(_, source, target, _)| (side(&de, source), side(&other, target))).collect();
        sides.insert(1, (side(&de, ""), side(&other, "nothing")));
        let mut found = align_together(&sides, &Resources::default(), &Options::default());
        for (alignment, (source, target)) in found.iter().zip(&sides) {
            covers(alignment, source.segments.len(), target.segments.len());
        }
        found.remove(1);
        let gold = pages.iter().map(|(.., gold)| read_ladder(gold).unwrap());
        let agreed: Agreement = gold.zip(&found).map(|(gold, test)| agreement(&gold, &Ladder::from(test))).sum();
        eprintln!("seeds {tag} together: strict {}", agreed.strict());
        assert!(agreed.strict().f1 >= floor, "{tag}: {} is below {floor}", agreed.strict().f1);
    }
}

/// Pages of one site are much alike, in length, names and numbers; still a page is not the translation of another.
#[test]
fn mismatched_pages_are_said_to_be_so() {
    let de = language("de");
    for tag in ["en", "ru", "ar"] {
        let other = language(tag);
        let pages: Vec<_> = seeds().into_iter().filter(|(page, ..)| page == tag).collect();
        let (mut unrelated, mut all) = (0, 0);
        for (at, (_, source, ..)) in pages.iter().enumerate() {
            for (number, (_, _, target, _)) in pages.iter().enumerate() {
                let (source, target) = (side(&de, source), side(&other, target));
                let alignment = align(&source, &target, &Resources::default(), &Options::default());
                let found = relation(&source, &target, &alignment, &Resources::default());
                if number == at {
                    assert_eq!(found, Relation::Translation, "{tag}, page {at}");
                } else {
                    assert_ne!(found, Relation::Translation, "{tag}, page {at} and page {number}");
                    all += 1;
                    unrelated += usize::from(found == Relation::Unrelated);
                }
            }
        }
        eprintln!("{tag}: {unrelated} of {all} mismatched pairs said to be so");
        assert!(unrelated * 10 >= all * 8, "{tag}: {unrelated} of {all}");
    }
}

/// Short pages that have nothing to do with each other are no translations, whatever everyday words they share.
#[test]
fn short_strangers_are_no_translations() {
    let names = ["bakery", "bees", "glacier", "kite", "library", "railway", "recipe", "repair"];
    let read = |language: &str, name: &str| {
        let path = format!("{}/tests/gold/{language}.{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().filter(|line| !line.trim().is_empty()).take(15).collect::<Vec<_>>().join("\n")
    };
    let de = language("de");
    for tag in ["en", "ru", "ar"] {
        let other = language(tag);
        let (mut translations, mut unrelated, mut all) = (0, 0, 0);
        for (at, name) in names.iter().enumerate() {
            let stranger = names[(at + 3) % names.len()];
            let (source, target) = (read("de", name), read(tag, stranger));
            let (source, target) = (side(&de, &source), side(&other, &target));
            let alignment = align(&source, &target, &Resources::default(), &Options::default());
            let found = relation(&source, &target, &alignment, &Resources::default());
            translations += usize::from(found == Relation::Translation);
            unrelated += usize::from(found == Relation::Unrelated);
            all += 1;
        }
        eprintln!("{tag}: {translations} of {all} called translations, {unrelated} strangers");
        assert_eq!(translations, 0, "{tag}");
        assert!(unrelated * 10 >= all * 8, "{tag}: {unrelated} of {all}");
    }
}
