//! Whole alignments through the public door.
#![expect(clippy::print_stderr, reason = "what is skipped or measured is said aloud")]

use std::io::Write as _;

use hexapla_core::align::gold::{Ladder, agreement, read_ladder};
use hexapla_core::align::{
    Alignment, Bead, Dictionary, Learner, Learning, Lexicon, Options, Relation, Resources, Side, SideSegment, align,
    align_together, learn, relation,
};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

macro_rules! gold {
    ($file:literal) => {
        include_str!(concat!("gold/", $file))
    };
}

pub(super) fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

/// Lines as segments; a blank line begins a new block.
pub(super) fn side<'a>(language: &'a Language, text: &'a str) -> Side<'a> {
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

fn aligned(source: &str, target: &str) -> Alignment {
    let (de, en) = (language("de"), language("en"));
    let (source, target) = (side(&de, source), side(&en, target));
    let alignment = align(&source, &target, &Resources::default(), &Options::default());
    covers(&alignment, source.segments.len(), target.segments.len());
    alignment
}

/// Every segment in exactly one bead, beads in the order of the source.
pub(super) fn covers(alignment: &Alignment, source: usize, target: usize) {
    let mut next = 0;
    let (mut here, mut seen) = (vec![0; source], vec![0; target]);
    for bead in &alignment.beads {
        assert!(!bead.source.is_empty() || !bead.target.is_empty());
        if !bead.source.is_empty() {
            assert!(bead.source.start == next || bead.target.is_empty() && bead.source.end <= next, "{bead:?}");
            next = next.max(bead.source.end);
        }
        bead.sources().for_each(|number| here[number] += 1);
        bead.targets().for_each(|number| seen[number] += 1);
    }
    assert_eq!(next, source);
    assert!(here.iter().all(|times| *times == 1), "{here:?}");
    assert!(seen.iter().all(|times| *times == 1), "{seen:?}");
}

#[test]
fn odd_input_has_an_answer() {
    let text = "Das Haus.\nDer Garten ist groß.\nEnde";
    let lines = |count: usize, line: &str| format!("{line}\n").repeat(count);
    for (source, target) in [
        (String::new(), String::new()),
        (text.to_owned(), String::new()),
        (String::new(), text.to_owned()),
        (text.to_owned(), text.to_owned()),
        (lines(300, "."), lines(200, ".")),
        (lines(50, "Überschrift"), text.to_owned()),
        // One sentence of 100 kB, with as many words and with one.
        (lines(1, &"Wort für Wort ".repeat(7000)), text.to_owned()),
        (lines(2, &"x".repeat(100_000)), lines(2, &"y".repeat(100_000))),
        (lines(3, &format!("{}.", "(«".repeat(25_000))), text.to_owned()),
        ("\u{FEFF}\u{200B}\u{301}".to_owned(), "\u{0}".to_owned()),
    ] {
        aligned(&source, &target);
    }
}

/// Segments of nothing, as an API may hand them over: 50,000 of them are no reason to wait for an hour.
#[test]
fn many_empty_segments_have_an_answer() {
    let (de, en) = (language("de"), language("en"));
    let segment =
        |text: &'static str| SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None };
    let empty = |language| Side { language, segments: vec![segment(""); 50_000] };
    let words = Side { language: &en, segments: vec![segment("The house."), segment("The garden is big.")] };
    let options = Options::default();
    for (source, target) in [(empty(&de), words.clone()), (words, empty(&de))] {
        let alignment = align(&source, &target, &Resources::default(), &options);
        covers(&alignment, source.segments.len(), target.segments.len());
    }
}

/// What stands in another order than its translation is left over or crosses; it is not matched by force.
#[test]
fn a_text_in_the_wrong_order_is_not_forced() {
    let (de, ru) = (language("de"), language("ru"));
    let blocks: Vec<&str> = gold!("ru.forge").split("\n\n").collect();
    let turned = blocks.iter().rev().copied().collect::<Vec<_>>().join("\n\n");
    let (source, target) = (side(&de, gold!("de.forge")), side(&ru, &turned));
    let alignment = align(&source, &target, &Resources::default(), &Options::default());
    covers(&alignment, source.segments.len(), target.segments.len());
    // The number of a target line in the order of the source.
    let (mut order, mut from) = (Vec::new(), 0);
    let lengths: Vec<usize> =
        blocks.iter().map(|block| block.lines().filter(|l| !l.trim().is_empty()).count()).collect();
    for length in &lengths {
        order.push(from..from + length);
        from += length;
    }
    let place: Vec<usize> = order.into_iter().rev().flatten().collect();
    let gold = read_ladder(gold!("ru.forge.ladder")).unwrap();
    let right = |s: usize, t: usize| gold.rungs.iter().any(|r| r.source.contains(&s) && r.target.contains(&place[t]));
    let sure: Vec<_> = alignment.beads.iter().filter(|bead| bead.confidence.get() > 0.9).collect();
    let full = sure.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty());
    let wrong = full.filter(|bead| !bead.source.clone().any(|s| bead.target.clone().any(|t| right(s, t)))).count();
    // The headings beside a moved paragraph go along with it, though they stand at its other end now: three of them. And
    // everyday words meet by chance where nothing stands in its place: "door" is in two sentences of the story.
    assert!(wrong <= 6, "{wrong} of {sure:?}");
}

#[test]
fn the_same_words_come_from_any_number_of_threads() {
    let (de, en) = (language("de"), language("en"));
    let (source, target) = (side(&de, gold!("de.forge")), side(&en, gold!("en.forge")));
    let there = || align(&source, &target, &Resources::default(), &Options::default());
    let alone = there();
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..4).map(|_| scope.spawn(there)).collect();
        others.into_iter().for_each(|other| assert_eq!(other.join().unwrap(), alone));
    });
}

#[test]
fn the_same_document_twice_is_its_own_translation() {
    let text = "Das Haus.\nDer Garten ist groß.\nWir öffnen um 9 Uhr.\nKommen Sie gern vorbei!";
    let alignment = aligned(text, text);
    assert!(alignment.beads.iter().all(|bead| bead.source == bead.target && bead.source.len() == 1), "{alignment:?}");
}

#[test]
fn a_strange_text_is_no_translation() {
    let (de, en) = (language("de"), language("en"));
    let strange = "Chapter one\nThe ship left the harbour before dawn.\nNobody saw the lantern.\nWaves rolled in.\n\
                   An old sailor counted ropes.\nHis knife was rusty.\nGulls cried above the mast.\n\
                   The captain slept.\nFog hid the coast for hours.\nSomebody sang below deck.\n\
                   A letter lay unopened on the chest.\nIt smelled of smoke.\nThe boy asked no questions.\n\
                   Bread was hard as stone.\nThe wind turned at last.\nThey raised every sail.\nNobody cheered.\n";
    let (source, target) = (side(&de, gold!("de.garden")), side(&en, strange));
    let alignment = align(&source, &target, &Resources::default(), &Options::default());
    covers(&alignment, source.segments.len(), target.segments.len());
    assert_ne!(relation(&source, &target, &alignment, &Resources::default()), Relation::Translation);
}

#[test]
fn what_was_learnt_can_be_kept_and_helps() {
    let (de, ru) = (language("de"), language("ru"));
    let (source, target) = (side(&de, gold!("de.garden")), side(&ru, gold!("ru.garden")));
    let pairs = [(source.clone(), target.clone()), (source.clone(), target.clone())];
    let lexicon = learn(&pairs, &Resources::default(), &Options::default());
    assert!(!lexicon.is_empty());
    let again = Lexicon::read(&lexicon.write()).unwrap();
    assert_eq!((&again, again.hash()), (&lexicon, lexicon.hash()));
    let known = Resources { lexicon: Some(lexicon), ..Resources::default() };
    let test = align(&source, &target, &known, &Options::default());
    let found = agreement(&read_ladder(gold!("ru.garden.ladder")).unwrap(), &Ladder::from(&test));
    assert!(found.strict().f1 >= 0.97, "{}", found.strict());
    let mut learner = Learner::new();
    for (source, target) in
        [("Der Spaten", "лопата"), ("Das Haus", "дом"), ("Der Garten", "сад"), ("Das Tor", "ворота")]
    {
        learner.observe_unit(source, target);
        learner.observe_unit(source, target);
    }
    assert!(learner.lexicon().write().contains("spate\tлопат\t"), "{}", learner.lexicon().write());
}

#[test]
fn a_dictionary_tells_apart_what_looks_alike() {
    let (de, en) = (language("de"), language("en"));
    let (source, target) = (side(&de, "der Mut\ndie Wut\ndas Gut"), side(&en, "fury\nestate"));
    let dictionary = Dictionary::from_tsv("Mut\tcourage\nWut\tfury\nGut\testate");
    let known = Resources { dictionaries: vec![dictionary], ..Resources::default() };
    let beads = align(&source, &target, &known, &Options::default()).beads;
    assert!(beads.iter().any(|bead| bead.source.contains(&1) && bead.target == (0..1)), "{beads:?}");
    assert!(beads.iter().any(|bead| bead.source.contains(&2) && bead.target == (1..2)), "{beads:?}");
}

/// A foreign sentence between two that one sentence translates is left out, and stands by itself.
#[test]
fn what_was_put_between_is_no_part_of_the_bead() {
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (source, target) = (lines(gold!("de.forge")), lines(gold!("ru.forge")));
    let (start, end) = (
        "Am 3. März 1998 gründeten 14 Nachbarn in Bremen den Verein, der im Jahr 2004 schon 230 Mitglieder in Hamburg zählte.",
        [
            "3 марта 1998 года 14 соседей основали в Бремене объединение.",
            "Никогда ещё дождь не шёл так долго.",
            "В 2004 году в Гамбурге в нём было уже 230 человек.",
        ],
    );
    let source = [&source[..], &[start.to_owned()]].concat().join("\n");
    let count = target.len();
    let target = [&target[..], &end.map(str::to_owned)].concat().join("\n");
    let (de, ru) = (language("de"), language("ru"));
    let (source, target) = (side(&de, &source), side(&ru, &target));
    let alignment = align(&source, &target, &Resources::default(), &Options::default());
    covers(&alignment, source.segments.len(), target.segments.len());
    let last = alignment.beads.iter().find(|bead| bead.source.end == source.segments.len()).unwrap();
    assert_eq!(last.targets().collect::<Vec<_>>(), [count, count + 2], "{:?}", alignment.beads);
    let ladder = hexapla_core::align::gold::write_ladder(&alignment);
    let again = hexapla_core::align::gold::write_ladder(&read_ladder(&ladder).unwrap().alignment());
    assert_eq!(again, ladder);
}

#[test]
fn a_moved_paragraph_is_offered_as_crossing() {
    let (de, en) = (language("de"), language("en"));
    let first =
        "Am 3. März 1998 gründeten 14 Nachbarn in Bremen den Verein.\nIm Jahr 2004 zählte er schon 230 Mitglieder.";
    let moved = "On 3 March 1998, 14 neighbours in Bremen founded the club.\nIn 2004 it had as many as 230 members.";
    let body = gold!("de.garden");
    let english = gold!("en.garden");
    let (source, target) = (format!("{first}\n\n{body}"), format!("{english}\n{moved}\n"));
    let (source, target) = (side(&de, &source), side(&en, &target));
    let beads = align(&source, &target, &Resources::default(), &Options::default()).beads;
    let last = target.segments.len();
    for (s, t) in [(0, last - 2), (1, last - 1)] {
        let found = beads.iter().find(|bead| bead.source == (s..s + 1)).unwrap();
        assert!(found.crossing && found.target == (t..t + 1), "{beads:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, ..Default::default() })]

    /// Whatever the lines are, each is in exactly one bead.
    #[test]
    fn every_segment_is_in_exactly_one_bead(
        source in proptest::collection::vec("[a-zäß0-9 .,?«]{0,30}|Haus und Garten [0-9]{1,3}\\.", 0..25),
        target in proptest::collection::vec("[a-zа-я0-9 .,?»]{0,30}|House and garden [0-9]{1,3}\\.", 0..25),
    ) {
        aligned(&source.join("\n"), &target.join("\n"));
    }

    /// With nothing learnt on the way, swapping the sides mirrors the answer.
    #[test]
    fn swapping_the_sides_mirrors_the_answer(
        left_out in proptest::collection::btree_set(0usize..22, 0..6),
        right_out in proptest::collection::btree_set(0usize..21, 0..6),
    ) {
        let without = |text: &str, out: &std::collections::BTreeSet<usize>| {
            text.lines().enumerate().filter(|(at, _)| !out.contains(at)).map(|(_, l)| l).collect::<Vec<_>>().join("\n")
        };
        let (de, en) = (language("de"), language("en"));
        let (a, b) = (without(gold!("de.garden"), &left_out), without(gold!("en.garden"), &right_out));
        let (a, b) = (side(&de, &a), side(&en, &b));
        let options = Options { learning: Learning::Off, ..Options::default() };
        let there = align(&a, &b, &Resources::default(), &options);
        let back = align(&b, &a, &Resources::default(), &options);
        // Close calls may fall either way; what either is sure of the other must say too.
        let beads = |of: &Alignment, least: f32| -> std::collections::BTreeSet<[usize; 4]> {
            let full = of.beads.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty());
            full.filter(|bead| bead.confidence.get() >= least)
                .map(|bead| [bead.source.start, bead.source.end, bead.target.start, bead.target.end])
                .collect()
        };
        let turned = |beads: std::collections::BTreeSet<[usize; 4]>| -> std::collections::BTreeSet<[usize; 4]> {
            beads.into_iter().map(|[a, b, c, d]| [c, d, a, b]).collect()
        };
        proptest::prop_assert!(beads(&there, 0.8).is_subset(&turned(beads(&back, 0.0))));
        proptest::prop_assert!(turned(beads(&back, 0.8)).is_subset(&beads(&there, 0.0)));
    }
}

#[test]
fn text_far_away_changes_nothing() {
    let (de, en) = (language("de"), language("en"));
    let options = Options { learning: Learning::Off, ..Options::default() };
    let (body, english) = (gold!("de.garden"), gold!("en.garden"));
    let more = "Die Küche hat 7 Stühle.\nDas Fenster ist blau.\nDer Fluss heißt Elbe.\n";
    let more_english = "The kitchen has 7 chairs.\nThe window is blue.\nThe river is called Elbe.\n";
    let (long, long_english) = (format!("{body}{}", more.repeat(4)), format!("{english}{}", more_english.repeat(4)));
    // How frequent a word is depends on the whole text, so that a close call may fall either way.
    let beads = |a: &str, b: &str, least: f32| -> Vec<_> {
        let alignment = align(&side(&de, a), &side(&en, b), &Resources::default(), &options);
        let sure = alignment.beads.into_iter().filter(|bead| bead.confidence.get() >= least);
        sure.map(|bead| (bead.source, bead.target)).collect()
    };
    let last = body.lines().filter(|line| !line.trim().is_empty()).count();
    let (short, longer) = (beads(body, english, 0.8), beads(&long, &long_english, 0.0));
    assert!(short.len() >= 10, "{short:?}");
    assert!(short.iter().all(|bead| longer.contains(bead)), "{short:?} and {longer:?}");
    let (short, longer) = (beads(body, english, 0.0), beads(&long, &long_english, 0.8));
    assert!(longer.iter().all(|bead| bead.0.end > last || short.contains(bead)), "{short:?} and {longer:?}");
}

/// Observed precision by bin of confidence: what says 0.9 must be right nine times in ten, give or take.
#[test]
fn confidence_means_something() {
    let Some(data) = development_data() else { return };
    let (mut said, mut right, mut count) = ([0.0f64; 5], [0usize; 5], [0usize; 5]);
    for (name, tag) in
        [("yearbook-fr", "fr"), ("ntrex-en-hard", "en"), ("ntrex-ru-hard", "ru"), ("ntrex-ar-hard", "ar")]
    {
        let read = |file: &str| std::fs::read_to_string(data.join(name).join(file)).unwrap();
        let (source, target, gold) = (read("source.txt"), read("target.txt"), read("gold.ladder"));
        let (de, other) = (language("de"), language(tag));
        let test = align(&side(&de, &source), &side(&other, &target), &Resources::default(), &Options::default());
        let gold = read_ladder(&gold).unwrap();
        let gold: std::collections::HashSet<_> = gold.rungs.into_iter().map(|r| (r.source, r.target)).collect();
        for bead in &test.beads {
            let sure = f64::from(bead.confidence.get());
            let bin = [0.5, 0.7, 0.9, 0.97].iter().filter(|edge| sure >= **edge).count();
            said[bin] += sure;
            count[bin] += 1;
            right[bin] += usize::from(gold.contains(&(bead.sources().collect(), bead.targets().collect())));
        }
    }
    let share = |bin: usize| right[bin] as f64 / count[bin].max(1) as f64;
    for bin in 0..5 {
        let mean = said[bin] / count[bin].max(1) as f64;
        eprintln!("{} beads of mean confidence {mean:.3}: {:.3} right", count[bin], share(bin));
    }
    assert!(share(4) >= 0.96, "what is sure is right: {}", share(4));
    assert!(share(1) < share(2) && share(2) < share(4), "who is surer is more often right");
}

fn development_data() -> Option<std::path::PathBuf> {
    let shared = std::env::var_os("HEXAPLA_SHARED").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        std::path::PathBuf::from,
    );
    let data = shared.join("data/alignment");
    if !data.is_dir() || cfg!(debug_assertions) {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: no development data at {}, or a build without optimisation",
            data.display()
        );
        return None;
    }
    Some(data)
}

/// Strict F1 on the development data, which is not in the repository.
#[test]
fn development_data_keeps_its_floors() {
    let Some(data) = development_data() else { return };
    for (name, tag, floor) in [
        // Everyday words that are known beforehand cost this one a hundredth (benches/README.md); all others gained.
        ("yearbook-fr", "fr", 0.923),
        ("ntrex-en-hard", "en", 0.975),
        ("ntrex-ru-hard", "ru", 0.964),
        ("ntrex-ar-hard", "ar", 0.957),
        ("ntrex-en-light", "en", 0.995),
        ("ntrex-ru-light", "ru", 0.992),
        ("ntrex-ar-light", "ar", 0.995),
    ] {
        let read = |file: &str| std::fs::read_to_string(data.join(name).join(file)).unwrap();
        let (source, target, gold) = (read("source.txt"), read("target.txt"), read("gold.ladder"));
        let (de, other) = (language("de"), language(tag));
        let test = align(&side(&de, &source), &side(&other, &target), &Resources::default(), &Options::default());
        let found = agreement(&read_ladder(&gold).unwrap(), &Ladder::from(&test));
        eprintln!("{name}: strict {} · lax {}", found.strict(), found.lax());
        assert!(found.strict().f1 >= floor, "{name}: {} is below {floor}", found.strict().f1);
    }
}

/// Parts with the same anchor belong together, in whatever order they come.
#[test]
fn anchors_pair_parts_of_a_page() {
    // Each part is two segments; parts of one name are told apart by a number, where they have one.
    let check = |source: &str, target: &str, want: &str| {
        fn side<'a>(language: &'a Language, parts: &'a str, texts: &'a [String]) -> Side<'a> {
            let part = |at: usize| parts.split(' ').nth(at / 2).and_then(|part| part.split('=').next());
            let segments = texts.iter().enumerate().map(|(at, text)| SideSegment {
                text,
                block: at,
                kind: BlockKind::Paragraph,
                section: u32::try_from(at / 2).unwrap(),
                anchor: part(at).filter(|anchor| *anchor != "-"),
            });
            Side { language, segments: segments.collect() }
        }
        let texts = |parts: &str, texts: [&str; 2]| -> Vec<String> {
            let number = |part: &str| part.split_once('=').map_or(String::new(), |(_, number)| format!(" {number}"));
            let both = |part| texts.map(|text| format!("{text}{}", number(part)));
            parts.split(' ').flat_map(both).collect()
        };
        let (de, en) = (language("de"), language("en"));
        let (here, there) =
            (texts(source, ["Wort", "Das ist ein Satz."]), texts(target, ["Word", "This is a sentence."]));
        let (source, target) = (side(&de, source, &here), side(&en, target, &there));
        let alone = align(&source, &target, &Resources::default(), &Options::default());
        covers(&alone, source.segments.len(), target.segments.len());
        let shown = |alignment: &Alignment| {
            let pairs = alignment.beads.iter().filter(|bead| !bead.source.is_empty() && !bead.target.is_empty());
            let shown: Vec<String> = pairs.map(|bead| format!("{}={}", bead.source.start, bead.target.start)).collect();
            shown.join(" ")
        };
        assert_eq!(shown(&alone), want);
        // In company each page is still brought into its order.
        let pairs = [(source.clone(), target.clone()), (target.clone(), target.clone()), (source, target)];
        let together = align_together(&pairs, &Resources::default(), &Options::default());
        assert_eq!((shown(&together[0]), shown(&together[2])), (want.to_owned(), want.to_owned()));
    };
    check("a a b b c c", "a a b b c c", "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9 10=10 11=11");
    check("a b c", "b c a", "0=4 1=5 2=0 3=1 4=2 5=3");
    check("a b c", "c a b", "0=2 1=3 2=4 3=5 4=0 5=1");
    // What is named twice names nothing: numbers tell where such parts belong, their names do not.
    check("a=1001 b=2002 a=3003", "a=1001 b=2002 a=3003", "0=0 1=1 2=2 3=3 4=4 5=5");
    check("a=1001 b=2002 b=3003", "b=1001 b=2002 a=3003", "0=0 1=1 2=2 3=3 4=4 5=5");
    // What only one side names stays where it is, behind the part that it follows.
    check("a=1001 b=2002 c=3003", "x=1001 y=2002 z=3003", "0=0 1=1 2=2 3=3 4=4 5=5");
    check("a=1001 x=2002 b=3003 y=4004", "b=3003 y=4004 a=1001 z=2002", "0=4 1=5 2=6 3=7 4=0 5=1 6=2 7=3");
}

/// A word whose counterpart stands only in another document leads nowhere in a long one.
#[test]
fn a_long_document_and_a_short_one_are_aligned_together() {
    let (de, en) = (language("de"), language("en"));
    let long: String = (0..600).map(|line| format!("{line}\n")).collect();
    let with_name = format!("Xanthippe\n{long}");
    let pairs =
        [(side(&de, &with_name), side(&en, &long)), (side(&de, "Das ist Xanthippe."), side(&en, "This is Xanthippe."))];
    let found = align_together(&pairs, &Resources::default(), &Options::default());
    covers(&found[0], 601, 600);
    covers(&found[1], 1, 1);
    let is_astray = |bead: &&Bead| bead.source.start > 1 && bead.source.start != bead.target.start + 1;
    assert_eq!(found[0].beads.iter().find(is_astray), None);
}

/// A foreign sentence inside a bead of a page whose parts come in another order is left out of it there as elsewhere.
#[test]
fn what_was_put_between_stays_out_in_another_order() {
    let (start, end) = (
        "Am 3. März 1998 gründeten 14 Nachbarn in Bremen den Verein, der im Jahr 2004 schon 230 Mitglieder in Hamburg zählte.",
        [
            "3 марта 1998 года 14 соседей основали в Бремене объединение.",
            "Никогда ещё дождь не шёл так долго.",
            "В 2004 году в Гамбурге в нём было уже 230 человек.",
        ],
    );
    let (de, ru) = (language("de"), language("ru"));
    let named = |mut side: Side<'static>, anchor: &'static str| {
        side.segments.iter_mut().for_each(|segment| segment.anchor = Some(anchor));
        side.segments
    };
    let part = |language, text, anchor| named(side(language, text), anchor);
    fn lent(language: Language) -> &'static Language {
        Box::leak(Box::new(language))
    }
    let (de, ru) = (lent(de), lent(ru));
    let last: &'static str = end.join("\n").leak();
    let source = [part(de, gold!("de.forge"), "forge"), part(de, start, "club")].concat();
    let target = [part(ru, last, "club"), part(ru, gold!("ru.forge"), "forge")].concat();
    let (source, target) = (Side { language: de, segments: source }, Side { language: ru, segments: target });
    let alignment = align(&source, &target, &Resources::default(), &Options::default());
    covers(&alignment, source.segments.len(), target.segments.len());
    let last = alignment.beads.iter().find(|bead| bead.source.end == source.segments.len()).unwrap();
    assert_eq!(last.targets().collect::<Vec<_>>(), [0, 2], "{:?}", alignment.beads);
    assert!(alignment.beads.iter().all(|bead| bead.confidence.get() > 0.0), "{:?}", alignment.beads);
}
