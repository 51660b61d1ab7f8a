//! What the aligner sees in the form of a segment: how it ends, how many sentences end in it; and long texts.

use hexapla_core::align::{Alignment, Learning, Options, Resources, Side, SideSegment, align};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

/// Two source segments between two landmarks, one target segment between theirs: which of the two it belongs to, where
/// nothing but the form tells.
fn chosen(pair: [&str; 2], target: &str) -> Option<usize> {
    let (from, into): (Language, Language) = ("eo".parse().unwrap(), "tt".parse().unwrap());
    let segment = |text| SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None };
    let (first, last) = ("1951 4711 https://a.example/x.", "1871 8151 https://b.example/y.");
    let source = Side { language: &from, segments: [first, pair[0], pair[1], last].map(segment).to_vec() };
    let target = Side { language: &into, segments: [first, target, last].map(segment).to_vec() };
    let options = Options { max_per_side: 1, max_total: 2, learning: Learning::Off };
    let beads = align(&source, &target, &Resources::default(), &options).beads;
    let bead = beads.iter().find(|bead| bead.target == (1..2))?;
    (bead.source.len() == 1).then(|| bead.source.start - 1)
}

/// The first of two texts belongs to the target and the second does not, in whatever order they stand.
fn check(fits: &str, other: &str, target: &str) {
    assert_eq!(chosen([fits, other], target), Some(0), "{fits:?} before {other:?}, beside {target:?}");
    assert_eq!(chosen([other, fits], target), Some(1), "{fits:?} behind {other:?}, beside {target:?}");
}

#[test]
fn alike_ends_belong_together() {
    let ends = [
        ("", ""),
        (". ", "۔"),
        ("?“", "؟"),
        ("!", "！»"),
        (":)", ":"),
        (";", "؛"),
        (",", "،"),
        (" –", " —"),
        (" ...", "…"),
    ];
    for (at, (source, target)) in ends.iter().enumerate() {
        for (_, (other, _)) in ends.iter().enumerate().filter(|(number, _)| *number != at) {
            let text = |end: &str| format!("kelkaj vortoj staras tie{end}");
            check(&text(source), &text(other), &format!("берничә сүз монда тора{target}"));
        }
    }
}

#[test]
fn alike_numbers_of_sentences_belong_together() {
    let targets = ["Берничә сүз монда тора икән.", "Берничә сүз. Монда тора икән.", "Берничә сүз. Монда. Тора икән."];
    let cases = [
        ("Ein Satz. Noch einer.", 1, "Ein Satz, noch einer.", 0),
        ("Am 3. Mai ging z. B. Anna fort.", 0, "Am 3. Mai ging Anna. Berta nicht.", 1),
        ("„Wirklich?“ – „Ja!“ Sie lachte.", 2, "„Wirklich“ – „Ja“ sie lachte.", 0),
        ("هذا سؤال؟ نعم. انتهى.", 2, "هذا سؤال، نعم، انتهى.", 0),
        ("Это так. Да.", 1, "Это так, да.", 0),
        ("Это т. Да.", 0, "Это так! Да.", 1),
    ];
    for (one, sentences, other, others) in cases {
        // As long as each other, so that length says nothing.
        let long = |text: &str| {
            let ink = text.chars().filter(|c| !c.is_whitespace()).count();
            let stop = text.strip_suffix('.').unwrap();
            format!("{stop}{}.", stop.chars().next_back().unwrap().to_string().repeat(40 - ink))
        };
        let (one, other) = (long(one), long(other));
        check(&one, &other, targets[sentences]);
        check(&other, &one, targets[others]);
    }
}

/// Of two segments with the same words, the one belongs to a target that has them in its order, in short ones and long.
#[test]
fn words_keep_about_to_their_place() {
    for words in [4, 8, 15, 60] {
        let line = |numbers: &mut dyn Iterator<Item = usize>| -> String {
            numbers.map(|number| format!("{}", 2_000 + 37 * number)).collect::<Vec<_>>().join("; ")
        };
        let (forth, back) = (line(&mut (0..words)), line(&mut (0..words).rev()));
        check(&forth, &back, &forth);
        check(&back, &forth, &back);
    }
}

/// Of two sections the first is not translated: its heading is missing with its text, and does not take the place of the
/// other one's.
#[test]
fn a_heading_goes_with_its_text() {
    let (de, hu): (Language, Language) = ("de".parse().unwrap(), "hu".parse().unwrap());
    let page = |lines: &[(&'static str, bool)]| {
        let segment = |(block, (text, heading)): (usize, &(&'static str, bool))| {
            let kind = if *heading { BlockKind::Heading } else { BlockKind::Paragraph };
            SideSegment { text, block, kind, section: 0, anchor: None }
        };
        lines.iter().enumerate().map(segment).collect::<Vec<_>>()
    };
    let source = page(&[
        ("Das Haus hat 12 Zimmer und einen Garten.", false),
        ("Anreise", true),
        ("Vom Bahnhof sind es 15 Minuten zu Fuß.", false),
        ("Ein Taxi kostet 9 Euro.", false),
        ("Abreise", true),
        ("Bitte geben Sie den Schlüssel bis 10 Uhr zurück.", false),
        ("Das Gepäck darf bis 18 Uhr bleiben.", false),
    ]);
    let target = page(&[
        ("A háznak 12 szobája és egy kertje van.", false),
        ("Távozás", true),
        ("Kérjük, adja vissza a kulcsot 10 óráig.", false),
        ("A csomag 18 óráig maradhat.", false),
    ]);
    let missing = |(from, source): (&Language, &[SideSegment<'static>]), (into, target): (&Language, &[_])| {
        let sides = [(from, source), (into, target)].map(|(language, side)| Side { language, segments: side.to_vec() });
        let beads = align(&sides[0], &sides[1], &Resources::default(), &Options::default()).beads;
        let alone = beads.into_iter().filter(|bead| bead.source.is_empty() || bead.target.is_empty());
        alone.flat_map(|bead| if bead.target.is_empty() { bead.source } else { bead.target }).collect::<Vec<_>>()
    };
    assert_eq!(missing((&de, &source), (&hu, &target)), [1, 2, 3]);
    assert_eq!(missing((&hu, &target), (&de, &source)), [1, 2, 3]);
    // A heading right above another one is that of the chapter, and one that links lead to by the same name is the same.
    let chapter = [source[..2].to_vec(), source[4..].to_vec()].concat();
    assert_eq!(missing((&de, &chapter), (&hu, &target)), [2]);
    let mut named = (source.clone(), target.clone());
    (named.0[1].anchor, named.0[4].anchor, named.1[1].anchor) = (Some("way"), Some("leave"), Some("way"));
    assert_eq!(missing((&de, &named.0), (&hu, &named.1)), [2, 3, 4]);
}

/// A long text is taken piece by piece, and cut where its landmarks agree: nothing goes wrong at the seams, neither
/// where all is plain nor near a place where landmarks lead astray.
#[test]
fn long_texts_have_no_seams() {
    const SEGMENTS: usize = 26_000;
    /// A piece has 16,384 segments; this is not far beyond the first.
    const ASTRAY: std::ops::Range<usize> = 18_000..18_040;
    let (from, into): (Language, Language) = ("eo".parse().unwrap(), "tt".parse().unwrap());
    let line = |number: usize, word: &str| {
        let landmark = number * 7919 % 1_000_003;
        format!("{word} {landmark} https://a.example/{landmark}.")
    };
    let source: Vec<String> = (0..SEGMENTS).map(|at| line(at, "vorto")).collect();
    // One line more at the beginning, and for a while numbers that stand elsewhere in the source.
    let astray = |at: usize| (at * 389) % SEGMENTS;
    let target: Vec<String> = std::iter::once("сүз.".to_owned())
        .chain((0..SEGMENTS).map(|at| if ASTRAY.contains(&at) { line(astray(at), "сүз") } else { line(at, "сүз") }))
        .collect();
    fn side<'a>(language: &'a Language, lines: &'a [String]) -> Side<'a> {
        let segment =
            |text: &'a String| SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None };
        Side { language, segments: lines.iter().map(segment).collect() }
    }
    let (source, target) = (side(&from, &source), side(&into, &target));
    let options = Options { learning: Learning::Off, ..Options::default() };
    let Alignment { beads } = align(&source, &target, &Resources::default(), &options);
    let mut right = 0;
    let plain = |at: usize| at > 5 && !(ASTRAY.start - 3..ASTRAY.end + 3).contains(&at);
    for bead in beads.iter().filter(|bead| plain(bead.source.start) && !bead.source.is_empty()) {
        assert!(!bead.crossing, "{bead:?}");
        assert_eq!(bead.target, bead.source.start + 1..bead.source.end + 1, "{bead:?}");
        right += bead.source.len();
    }
    assert!(right > SEGMENTS - 70, "{right}");
}
