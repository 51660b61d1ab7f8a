//! What is known of a target travels along the versions of its source.

use hexapla_core::align::{Alignment, Bead, Confidence, Resources};
use hexapla_core::language::Language;
use hexapla_core::status::{
    Align, Lineage, Origin, Passage, Provenance, Renewal, Since, SourceLine, Step, Testimony, Written, carry,
};

fn passages(texts: &[&str]) -> Vec<Passage> {
    texts.iter().map(|text| Passage::new(*text)).collect()
}

fn german() -> Language {
    "de".parse().unwrap()
}

/// A target made in `version`, each segment from the source segments that `beads` name.
fn made(line: &SourceLine, version: usize, target: &[&str], beads: Vec<Bead>) -> Lineage {
    made_in(line, version, &[], target, beads)
}

/// The same, where the blocks of the source are known.
fn made_in(line: &SourceLine, version: usize, blocks: &[usize], target: &[&str], beads: Vec<Bead>) -> Lineage {
    let beads: Vec<Bead> = beads.into_iter().map(|bead| Bead { confidence: Confidence::CERTAIN, ..bead }).collect();
    carried(line, version, &[], blocks, &passages(target), &mut |_, _, _| Alignment { beads: beads.clone() })
}

/// A target in `version`, after those before it.
fn carried(
    line: &SourceLine,
    version: usize,
    parents: &[(usize, &Lineage)],
    blocks: &[usize],
    target: &[Passage],
    align: &mut Align<'_>,
) -> Lineage {
    let (german, english) = (german(), "en".parse().unwrap());
    let step = Step {
        version,
        parents,
        target,
        blocks,
        anchors: (&[], &[]),
        earliest: version,
        renewal: Renewal::ByEvidence,
        confidence: Confidence::CERTAIN,
        languages: (&german, &english),
        resources: &Resources::default(),
    };
    carry(line, &step, align)
}

/// One segment, made from one.
fn one(source: usize) -> Vec<Bead> {
    vec![Bead { source: source..source + 1, target: 0..1, ..Bead::default() }]
}

/// The testimony of a version; commits are called by their numbers.
fn testimony(lineage: &Lineage, line: &SourceLine, version: usize) -> Testimony {
    let name = |version: usize| Some(Since { commit: version.to_string(), date: String::new(), author: String::new() });
    lineage.testimony(line, version, &name)
}

#[test]
fn what_lies_between_the_parts_of_a_bead_is_not_of_it() {
    let mut line = SourceLine::default();
    let version = line.push(&passages(&["Der Hof ist offen.", "Neu!", "Er ist groß."]), &[]);
    let bead = Bead { source: 0..3, between_source: 1..2, target: 0..1, ..Bead::default() };
    let lineage = made(&line, version, &["The yard is open and big."], vec![bead]);
    let pairs = testimony(&lineage, &line, version).pairs;
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].source, passages(&["Der Hof ist offen.", "Er ist groß."]));
    assert_eq!(pairs[0].target, passages(&["The yard is open and big."]));
}

/// Two sentences that were made into one, of which the alignment has seen one: the target is as long as both, or says what
/// only the other one says.
#[test]
fn a_sentence_drawn_into_its_neighbours_translation() {
    let others = [
        ("Die Werkstatt ist im Winter zu.", "The workshop is closed in winter."),
        ("Im Garten stehen alte Bäume.", "There are old trees in the garden."),
        ("Am Abend gibt es warme Suppe.", "In the evening there is warm soup."),
        ("Alle bringen ihre Schuhe mit.", "All of them bring their shoes."),
    ];
    let check = |blocks: [usize; 2], source: [&str; 2], target: &str, want: usize| {
        let mut line = SourceLine::default();
        let sources: Vec<&str> = source.into_iter().chain(others.iter().map(|pair| pair.0)).collect();
        let targets: Vec<&str> = [target].into_iter().chain(others.iter().map(|pair| pair.1)).collect();
        let version = line.push(&passages(&sources), &[]);
        let bead = |source: usize, target: usize| Bead {
            source: source..source + 1,
            target: target..target + 1,
            ..Bead::default()
        };
        for first in [0, 1] {
            let beads = (0..targets.len()).map(|at| bead(if at == 0 { first } else { at + 1 }, at)).collect();
            let blocks = [blocks[0], blocks[1], 2, 2, 2, 2];
            let lineage = made_in(&line, version, &blocks, &targets, beads);
            let pairs = testimony(&lineage, &line, version).pairs;
            assert_eq!(pairs[0].source.len(), want, "{source:?} {target:?} by {first}");
            assert!(want == 1 || pairs[0].source == passages(&source), "in order: {:?}", pairs[0].source);
        }
    };
    let both = ["Der Hof ist seit Mai wieder offen.", "Er liegt gleich hinter dem Haus."];
    check([0, 0], both, "The yard, which lies right behind the house, has been open again since May.", 2);
    check([0, 0], both, "The yard has been open again since May.", 1);
    // In another block nobody draws it in.
    check([0, 1], both, "The yard, which lies right behind the house, has been open again since May.", 1);
    // A number, a name tells.
    check([0, 0], ["Offen ist der Hof seit 1950.", "Er hat 12 Tore."], "The yard, open since 1950, has 12 gates.", 2);
}

/// A page of courses with their prices, one sentence among them; behind the first course, unless it comes last.
fn courses(number: usize, price: impl Fn(usize) -> String, other: &str, last: bool) -> Vec<String> {
    const CRAFTS: &str = "Weben Filzen Drucken Töpfern Malen Nähen Schnitzen Flechten Kochen Backen Falten Binden \
                          Stricken Sticken Häkeln Klöppeln";
    let mut page: Vec<String> =
        CRAFTS.split(' ').enumerate().take(number).map(|(at, craft)| price(at).replace('*', craft)).collect();
    page.insert(if last { number } else { 1 }, other.to_owned());
    page
}

/// A translator who follows a page's source in so many places, and lets a sentence stand before the last of them that was
/// only worded anew, has read it. A number or a name that he passes by is overlooked; who leaves more than he follows has
/// not read the page, and who added a section may have looked at nothing else.
#[test]
fn what_a_thorough_translator_lets_stand_is_right() {
    struct Page {
        courses: usize,
        followed: usize,
        new: usize,
        last: bool,
    }
    let step = |line: &SourceLine, version: usize, parents: &[(usize, &Lineage)], target: &[Passage]| {
        carried(line, version, parents, &[], target, &mut |_, sources, _| {
            let bead = |at: usize| Bead {
                source: at..at + 1,
                target: at..at + 1,
                confidence: Confidence::CERTAIN,
                ..Bead::default()
            };
            Alignment { beads: (0..sources.len()).map(bead).collect() }
        })
    };
    let check = |page: Page, [old, new, target]: [&str; 3], want: &str| {
        let Page { courses: number, followed, new: added, last } = page;
        let german = |price: usize, other: &str| {
            courses(number, |at| format!("Ein Tag * kostet {} Euro.", price + at), other, last)
        };
        let english = |price: &dyn Fn(usize) -> usize| {
            courses(number, |at| format!("A day of * costs {} euros.", price(at) + at), target, last)
        };
        let texts = |mut texts: Vec<String>, more: &str, added: usize| {
            texts.extend((0..added).map(|at| format!("{more} {}.", at + 1)));
            texts.into_iter().map(Passage::new).collect::<Vec<_>>()
        };
        let mut line = SourceLine::default();
        let first = line.push(&texts(german(10, old), "", 0), &[]);
        let second = line.push(&texts(german(30, new), "Neu ist im Haus der Raum", added), &[first]);
        let before = step(&line, first, &[], &texts(english(&|_| 10), "", 0));
        let now =
            texts(english(&|at| if at >= number - followed { 30 } else { 10 }), "New in the house is room", added);
        let after = step(&line, second, &[(first, &before)], &now);
        let place = if last { number } else { 1 };
        let pair = &testimony(&after, &line, second).pairs[place];
        assert_eq!(pair.target, passages(&[target]));
        assert_eq!(pair.source, passages(&[want]), "{followed} of {number} followed, {added} added");
        assert_eq!(pair.base.confidence < Confidence::CERTAIN, want == new && want != old);
    };
    let page = |courses: usize, followed: usize| Page { courses, followed, new: 0, last: false };
    let worded = [
        "Bringen Sie bitte feste Kleidung und etwas zu essen mit.",
        "Bringen Sie bitte feste Kleidung und etwas Kleines zum Essen mit.",
        "Please bring sturdy clothes and something to eat.",
    ];
    check(page(5, 5), worded, worded[1]);
    check(page(4, 4), worded, worded[0]);
    // Six of twelve are one fewer than what is left.
    check(page(12, 7), worded, worded[1]);
    check(page(12, 6), worded, worded[0]);
    check(Page { last: true, ..page(9, 9) }, worded, worded[0]);
    check(Page { new: 8, ..page(5, 0) }, worded, worded[0]);
    check(Page { new: 8, ..page(5, 5) }, worded, worded[1]);
    let clause = [
        "Bringen Sie bitte feste Kleidung mit.",
        "Bringen Sie bitte feste Kleidung mit, am besten auch einen Hut.",
        "Please bring sturdy clothes.",
    ];
    check(page(9, 9), clause, clause[0]);
    let twelve = [
        "Kinder unter 12 Jahren kommen mit Eltern.",
        "Kinder unter 14 Jahren kommen mit Eltern.",
        "Children under 12 come with parents.",
    ];
    check(page(9, 9), twelve, twelve[0]);
    let named = [
        "Fragen beantwortet gerne Frau Sommer.",
        "Fragen beantwortet Frau Winter gerne auch hier.",
        "Ask the lady in the hall.",
    ];
    check(page(9, 9), named, named[0]);
    let exchanged = ["Alle Kurse sind am Montag.", "Alle Kurse sind am Dienstag.", "All courses are on Mondays."];
    check(page(9, 9), exchanged, exchanged[0]);
    // Prices that were replaced all over the site are no sign that somebody read the rest.
    check(page(16, 16), exchanged, exchanged[0]);
}

/// Who followed the words of a whole page saw that words exchanged for others may stand.
#[test]
fn what_a_complete_translator_lets_stand_is_right() {
    let [old, new, target] = ["Alle Kurse sind günstig.", "Alle Kurse sind preiswert.", "All courses are cheap."];
    let check = |number: usize, want: &str| {
        let german = |house: &str, other: &str| {
            courses(number, |at| format!("Ein Tag *{house} kostet {} Euro.", 10 + at), other, false)
        };
        let english =
            |house: &str| courses(number, |at| format!("A day of *{house} costs {} euros.", 10 + at), target, false);
        let passages = |texts: Vec<String>| texts.into_iter().map(Passage::new).collect::<Vec<_>>();
        let mut line = SourceLine::default();
        let first = line.push(&passages(german("", old)), &[]);
        let second = line.push(&passages(german(" im Haus der *", new)), &[first]);
        let third = line.push(&passages(german(" im Haus der *", new)), &[second]);
        let lineage = |version: usize, parents: &[(usize, &Lineage)], house: &str| {
            carried(&line, version, parents, &[], &passages(english(house)), &mut |_, sources, _| {
                let beads = (0..sources.len()).flat_map(one).enumerate();
                Alignment { beads: beads.map(|(at, bead)| Bead { target: at..at + 1, ..bead }).collect() }
            })
        };
        let made = lineage(first, &[], "");
        let left = lineage(second, &[(first, &made)], "");
        let followed = lineage(third, &[(second, &left)], " in the house of *");
        assert_eq!(testimony(&followed, &line, third).pairs[1].source[0].text(), want, "{number}");
    };
    check(15, new);
    check(14, old);
}

/// What was edited by somebody who followed the source all over the page followed it, too, unless it says otherwise.
#[test]
fn what_a_thorough_translator_edits_follows() {
    let check = |number: usize, [old, new]: [&str; 2], [before, after]: [&str; 2], want: &str| {
        let german = |price: usize, other: &str| {
            courses(number, |at| format!("Ein Tag * kostet {} Euro.", price + at), other, false)
        };
        let english = |price: usize, other: &str| {
            courses(number, |at| format!("A day of * costs {} euros.", price + at), other, false)
        };
        let passages = |texts: Vec<String>| texts.into_iter().map(Passage::new).collect::<Vec<_>>();
        let mut line = SourceLine::default();
        let first = line.push(&passages(german(10, old)), &[]);
        let second = line.push(&passages(german(30, new)), &[first]);
        let third = line.push(&passages(german(30, new)), &[second]);
        let lineage = |version: usize, parents: &[(usize, &Lineage)], target: Vec<String>| {
            carried(&line, version, parents, &[], &passages(target), &mut |_, sources, _| {
                let beads = (0..sources.len()).flat_map(one).enumerate();
                let beads = beads.map(|(at, bead)| Bead { target: at..at + 1, ..bead });
                Alignment { beads: beads.collect() }
            })
        };
        let made = lineage(first, &[], english(10, before));
        let left = lineage(second, &[(first, &made)], english(10, before));
        let followed = lineage(third, &[(second, &left)], english(30, after));
        let pair = &testimony(&followed, &line, third).pairs[1];
        assert_eq!(pair.source[0].text(), want, "{after} among {number}");
    };
    let german = |trouble: &str| {
        [
            format!(
                "Vielleicht machen Sie sich zu Recht Sorgen um das Wetter, darum hier einiges, was {trouble} hilft:"
            ),
            "Wenn Sie sich um das Wetter sorgen, hier einiges, was am Montag hilft:".to_owned(),
        ]
    };
    let english = |trouble: &str| {
        [
            format!("You may be worried about the weather, so here are some things that help {trouble}:"),
            format!(
                "In case you are worried about the weather, here then are some things that help with problems {trouble}:"
            ),
        ]
    };
    let check = |number: usize, german: &[String; 2], english: &[String; 2], want: &str| {
        check(number, [&german[0], &german[1]], [&english[0], &english[1]], want);
    };
    let (mud, friday) = (german("bei Matsch"), german("am Freitag"));
    check(9, &mud, &english("with mud"), &mud[1]);
    check(3, &mud, &english("with mud"), &mud[0]);
    // Whoever still says "Friday" did not have "Montag" before him.
    check(9, &friday, &english("on Friday"), &friday[0]);
}

/// A name that the target has had all along, letter by letter, is no news to it; a word that sounds like one is.
#[test]
fn a_name_that_was_right_from_the_start() {
    let check = |[old, new, target]: [&str; 3], want: &str| {
        let mut line = SourceLine::default();
        let first = line.push(&passages(&[old]), &[]);
        let second = line.push(&passages(&[new]), &[first]);
        let lineage = made(&line, first, &[target], one(0)).follow(&line, first, second);
        assert_eq!(testimony(&lineage, &line, second).pairs[0].source, passages(&[want]), "{target}");
    };
    let named = ["Der Dienst heißt Kubernetes bei uns.", "Der Dienst heißt Kubeletstats bei uns."];
    check([named[0], named[1], "Our name for the service is Kubeletstats."], named[1]);
    check([named[0], named[1], "Our name for the service is Kubernetes."], named[0]);
    let pressed = ["Für den Namen drücken Sie die Fünf.", "Für den Preis drücken Sie die Fünf."];
    check([pressed[0], pressed[1], "Press five for the name."], pressed[0]);
}

#[test]
fn the_first_change_is_found() {
    let mut line = SourceLine::default();
    let (one_euro, two, three) =
        ("Der Kurs kostet 5 Euro im Monat.", "Der Kurs kostet 7 Euro im Monat.", "Der Kurs kostet 9 Euro im Monat.");
    let first = line.push(&passages(&[one_euro]), &[]);
    let second = line.push(&passages(&["Neu.", two]), &[first]);
    let third = line.push(&passages(&["Neu.", two, "Noch etwas."]), &[second]);
    let fourth = line.push(&passages(&[three, "Neu."]), &[third]);
    // A target made in one version from one segment of it, asked in a later one.
    let check = |from: usize, segment: usize, versions: &[usize], want: Option<usize>| {
        let mut lineage = made(&line, from, &["The course."], one(segment));
        let mut version = from;
        for next in versions {
            lineage = lineage.follow(&line, version, *next);
            version = *next;
        }
        let pairs = testimony(&lineage, &line, version).pairs;
        let since = pairs[0].traces.as_ref().unwrap()[0].since.as_ref().map(|since| since.commit.clone());
        assert_eq!(since, want.map(|version| version.to_string()), "{from} {segment} {versions:?}");
    };
    check(first, 0, &[], None);
    check(first, 0, &[second], Some(second));
    check(first, 0, &[second, third], Some(second));
    check(first, 0, &[second, third, fourth], Some(second));
    check(second, 1, &[third, fourth], Some(fourth));
    check(second, 0, &[third, fourth], None);
}

#[test]
fn of_a_wording_from_another_branch_the_last_change_counts() {
    let mut line = SourceLine::default();
    let first = line.push(&passages(&["Der Kurs kostet 5 Euro im Monat."]), &[]);
    let branch = line.push(&passages(&["Der Kurs kostet 6 Euro im Monat."]), &[first]);
    let main = line.push(&passages(&["Der Kurs kostet 7 Euro im Monat."]), &[first]);
    let merge = line.push(&passages(&["Der Kurs kostet 7 Euro im Monat."]), &[main, branch]);
    let lineage = made(&line, branch, &["The course costs 6 euros a month."], one(0)).follow(&line, branch, merge);
    let pairs = testimony(&lineage, &line, merge).pairs;
    assert_eq!(pairs[0].source, passages(&["Der Kurs kostet 6 Euro im Monat."]));
    assert_eq!(pairs[0].traces.as_ref().unwrap()[0].since.as_ref().unwrap().commit, main.to_string());
}

/// The wording that a segment of `version` had in an earlier one, as a page has it that declares to follow that one.
fn wording_at(line: &SourceLine, version: usize, segment: usize, earlier: usize) -> String {
    let origin = Origin { version: earlier, provenance: Provenance::Declared, confidence: Confidence::CERTAIN };
    let lineage = made(line, version, &["The yard."], one(segment)).declared(line, version, origin, &german());
    testimony(&lineage, line, version).pairs[0].source[0].text().to_owned()
}

#[test]
fn what_another_branch_said_was_not_there_to_be_seen() {
    let mut line = SourceLine::default();
    let (old, new) = ("Der Hof ist bis Mittag offen.", "Der Hof ist bis zum Abend offen.");
    let first = line.push(&passages(&[old]), &[]);
    let second = line.push(&passages(&[old]), &[first]);
    let branch = line.push(&passages(&[new]), &[first]);
    let main = line.push(&passages(&[old, "Neu."]), &[second]);
    let merge = line.push(&passages(&[new, "Neu."]), &[main, branch]);
    assert_eq!(wording_at(&line, merge, 0, merge), new);
    assert_eq!(wording_at(&line, merge, 0, branch), new);
    // It is newer than the branch's, and did not have it.
    assert_eq!(wording_at(&line, merge, 0, main), old);
    assert_eq!(wording_at(&line, merge, 0, second), old);
}

#[test]
fn a_merge_keeps_the_wording_of_either_side() {
    let mut line = SourceLine::default();
    let old = line.push(&passages(&["Hier ist der Garten offen.", "Dort ist der Hof zu."]), &[]);
    let left = line.push(&passages(&["Hier ist der Garten zu.", "Dort ist der Hof zu."]), &[old]);
    let right = line.push(&passages(&["Hier ist der Garten offen.", "Dort ist der Hof offen."]), &[old]);
    let texts = ["Hier ist der Garten zu.", "Dort ist der Hof offen."];
    let merge = line.push(&passages(&texts), &[left, right]);
    let written = |segment: usize| line.written(merge, segment, &Passage::new(texts[segment]));
    assert_eq!(written(0), Some(Written { first: old, last: left }));
    assert_eq!(written(1), Some(Written { first: old, last: right }));
    assert_eq!(wording_at(&line, merge, 0, old), "Hier ist der Garten offen.");
}

/// A page declares to follow a version in which the source was parted already: what was said there is said now.
#[test]
fn what_was_parted_before_the_declared_version_is_known_whole() {
    let mut line = SourceLine::default();
    let first = line.push(&passages(&["Wir kennen heute Spuren, Zahlen und viele Protokolle."]), &[]);
    let parted = passages(&["Wir kennen heute recht gut:", "Spuren, Zahlen und viele Protokolle der Leute."]);
    let second = line.push(&parted, &[first]);
    let third = line.push(&[parted.clone(), passages(&["Neu."])].concat(), &[second]);
    let before = made(&line, first, &["Today we know traces, numbers and many records."], one(0));
    let step = |version: usize, parent: (usize, &Lineage)| {
        let target = passages(&["Today we know traces, numbers and many records."]);
        carried(&line, version, &[parent], &[], &target, &mut |_, _, _| Alignment::default())
    };
    let left = step(second, (first, &before));
    let now = step(third, (second, &left));
    let origin = Origin { version: second, provenance: Provenance::Declared, confidence: Provenance::Declared.trust() };
    let sources = |lineage: &Lineage| testimony(lineage, &line, third).pairs[0].source.clone();
    assert_eq!(sources(&now)[0].text(), "Wir kennen heute Spuren, Zahlen und viele Protokolle.");
    let texts: Vec<&str> = parted.iter().map(Passage::text).collect();
    let declared = now.declared(&line, third, origin, &german());
    assert_eq!(sources(&declared)[0].text(), texts.join(" "));
}

/// Two sentences that are merged, and parted again as they were, have not changed.
#[test]
fn what_was_merged_and_parted_again_is_as_it_was() {
    let mut line = SourceLine::default();
    let apart = passages(&["Der Garten kostet 5 Euro Eintritt.", "Das Haus ist am Sonntag offen."]);
    let first = line.push(&apart, &[]);
    let merged = passages(&["Der Garten kostet 5 Euro Eintritt, und das Haus ist am Sonntag offen."]);
    let second = line.push(&merged, &[first]);
    let third = line.push(&apart, &[second]);
    let target = ["The garden costs 5 euros admission.", "The house is open on Sunday."];
    let beads = (0..2).map(|at| Bead { source: at..at + 1, target: at..at + 1, ..Bead::default() }).collect();
    let before = made(&line, first, &target, beads);
    let step = |line: &SourceLine, version: usize, parent: (usize, &Lineage)| {
        carried(line, version, &[parent], &[], &passages(&target), &mut |_, _, _| Alignment::default())
    };
    let between = step(&line, second, (first, &before));
    let after = step(&line, third, (second, &between));
    let pairs = testimony(&after, &line, third).pairs;
    let said = pairs.iter().map(|pair| (pair.source.clone(), pair.target.clone())).collect::<Vec<_>>();
    let one = |text: &str| passages(&[text]);
    assert_eq!(said, [(vec![apart[0].clone()], one(target[0])), (vec![apart[1].clone()], one(target[1]))]);
    let now = |pair: &hexapla_core::status::BasePair| pair.traces.as_ref().unwrap()[0].now.clone();
    assert_eq!(pairs.iter().map(now).collect::<Vec<_>>(), [[0], [1]]);
    // The same where something was changed on the way.
    let dearer = passages(&["Der Garten kostet 6 Euro Eintritt.", "Das Haus ist am Samstag offen."]);
    let third = line.push(&dearer, &[second]);
    let after = step(&line, third, (second, &between));
    let pairs = testimony(&after, &line, third).pairs;
    assert_eq!(pairs.iter().map(now).collect::<Vec<_>>(), [[0], [1]]);
}

/// A sentence that is split in both languages at once leaves two pairs, each of which goes its own way.
#[test]
fn what_is_split_in_both_languages_is_two() {
    let mut line = SourceLine::default();
    let first = line.push(&passages(&["Der Garten kostet 5 Euro Eintritt, und das Haus ist am Sonntag offen."]), &[]);
    let apart = passages(&["Der Garten kostet 5 Euro Eintritt.", "Das Haus ist am Sonntag offen."]);
    let second = line.push(&apart, &[first]);
    let third =
        line.push(&passages(&["Der Garten kostet 7 Euro Eintritt.", "Das Haus ist am Sonntag offen."]), &[second]);
    let before = made(&line, first, &["The garden costs 5 euros, and the house is open on Sunday."], one(0));
    let target = passages(&["The garden costs 5 euros.", "The house is open on Sunday."]);
    let step = |version: usize, parent: (usize, &Lineage)| {
        carried(&line, version, &[parent], &[], &target, &mut |_, sources, targets| {
            let bead = |at: usize| Bead { source: at..at + 1, target: at..at + 1, ..Bead::default() };
            Alignment { beads: (0..sources.len().min(targets.len())).map(bead).collect() }
        })
    };
    let split = step(second, (first, &before));
    let after = step(third, (second, &split));
    let pairs = testimony(&after, &line, third).pairs;
    assert_eq!(pairs.len(), 2);
    assert_eq!((&pairs[1].source, &pairs[1].target), (&apart[1..].to_vec(), &target[1..].to_vec()));
}

/// A sentence without a source that is mended stands for nothing new; one that is written anew does.
#[test]
fn a_mended_leftover_is_no_translation_of_its_neighbour() {
    let check = |mended: &str, want: &str| {
        let mut line = SourceLine::default();
        let (gone, stays) = ("Der Imker verpackt den Honig im Hof.", "Die Jugend versteckt die Jacken in der Kirche.");
        let first = line.push(&passages(&[gone, stays]), &[]);
        let second = line.push(&passages(&[stays]), &[first]);
        let before = made(&line, first, &["The beekeeper packs the honey in the yard."], one(0));
        let left =
            carried(&line, second, &[(first, &before)], &[], &before_target(), &mut |_, _, _| Alignment::default());
        let target = passages(&[mended]);
        let third = line.push(&passages(&[stays]), &[second]);
        let after = carried(&line, third, &[(second, &left)], &[], &target, &mut |_, _, _| Alignment {
            beads: vec![Bead { source: 0..1, target: 0..1, ..Bead::default() }],
        });
        assert_eq!(testimony(&after, &line, third).pairs[0].source, passages(&[want]), "{mended}");
    };
    fn before_target() -> Vec<Passage> {
        passages(&["The beekeeper packs the honey in the yard."])
    }
    check("The beekeeper wraps the honey in the yard.", "Der Imker verpackt den Honig im Hof.");
    check("The youngsters hide the jackets in the church.", "Die Jugend versteckt die Jacken in der Kirche.");
}

/// A sentence that comes in together with a translation belongs to it, and not to one that was there before.
#[test]
fn what_comes_in_together_belongs_together() {
    let mut line = SourceLine::default();
    let (door, wall, lock) = ("Die Tür ist offen.", "Die Mauer steht im Hof 3.", "Das Schloss liegt am Markt 7.");
    let first = line.push(&passages(&[door]), &[]);
    let second = line.push(&passages(&[door, wall]), &[first]);
    let third = line.push(&passages(&[door, wall, lock]), &[second]);
    let before = made(&line, first, &["The door is open."], one(0));
    let left = carried(&line, second, &[(first, &before)], &[], &passages(&["The door is open."]), &mut |_, _, _| {
        Alignment::default()
    });
    let target = passages(&["The door is open.", "The lock lies on market 7."]);
    let after = carried(&line, third, &[(second, &left)], &[], &target, &mut |_, _, _| Alignment {
        beads: vec![Bead { source: 0..1, target: 0..1, ..Bead::default() }],
    });
    assert_eq!(testimony(&after, &line, third).pairs[1].source, passages(&[lock]));
}

/// What each pair was made from, and where its sources stand now.
fn bases(lineage: &Lineage, line: &SourceLine, version: usize) -> Vec<(Vec<String>, Vec<Vec<usize>>)> {
    let texts = |passages: &[Passage]| passages.iter().map(|passage| passage.text().to_owned()).collect();
    let pairs = testimony(lineage, line, version).pairs;
    let nows = |traces: Vec<hexapla_core::status::Trace>| traces.into_iter().map(|trace| trace.now).collect();
    pairs.into_iter().map(|pair| (texts(&pair.source), nows(pair.traces.unwrap()))).collect()
}

fn base(texts: &[&str], now: &[&[usize]]) -> (Vec<String>, Vec<Vec<usize>>) {
    (texts.iter().map(|text| (*text).to_owned()).collect(), now.iter().map(|now| now.to_vec()).collect())
}

/// As many beads as there are sentences on the side that has fewer, one for one.
fn in_order(sources: &[usize], targets: &[usize]) -> Alignment {
    let bead = |at: usize| Bead { source: at..at + 1, target: at..at + 1, ..Bead::default() };
    let certain = |bead: Bead| Bead { confidence: Confidence::CERTAIN, ..bead };
    Alignment { beads: (0..sources.len().min(targets.len())).map(bead).map(certain).collect() }
}

/// A source that is parted, and edited: what the translation was made from is cut as the source is, and once the target is
/// parted, too, each goes its own way. What is joined again is compared as one.
#[test]
fn a_base_is_cut_and_joined_as_its_source_is() {
    let whole = "Der Garten kostet 5 Euro Eintritt, und das Haus ist am Sonntag offen.";
    let (garden, house) = ("Der Garten kostet 5 Euro Eintritt.", "Das Haus ist am Sonntag offen.");
    let dearer = "Der Garten kostet 6 Euro Eintritt.";
    let mut line = SourceLine::default();
    let first = line.push(&passages(&[whole]), &[]);
    let second = line.push(&passages(&[dearer, house]), &[first]);
    let third = line.push(&passages(&[whole]), &[second]);
    let before = made(&line, first, &["The garden costs 5 euros, and the house is open on Sunday."], one(0));
    let step = |version: usize, parent: (usize, &Lineage), target: &[&str]| {
        carried(&line, version, &[parent], &[], &passages(target), &mut |_, sources, targets| {
            in_order(sources, targets)
        })
    };
    let left = step(second, (first, &before), &["The garden costs 5 euros, and the house is open on Sunday."]);
    assert_eq!(bases(&left, &line, second), [base(&[garden, house], &[&[0], &[1]])]);
    let parted = step(second, (second, &left), &["The garden costs 5 euros.", "The house is open on Sunday."]);
    assert_eq!(bases(&parted, &line, second), [base(&[garden], &[&[0]]), base(&[house], &[&[1]])]);
    let joined = step(third, (second, &left), &["The garden costs 5 euros, and the house is open on Sunday."]);
    assert_eq!(bases(&joined, &line, third), [base(&[whole], &[&[0]])]);
}

/// "And" may go where a sentence is parted; "but" says something.
#[test]
fn what_is_said_at_a_seam_is_kept() {
    let check = |whole: &str, parts: &[&str], want: &[&str]| {
        let mut line = SourceLine::default();
        let first = line.push(&passages(&[whole]), &[]);
        let second = line.push(&passages(parts), &[first]);
        let before = made(&line, first, &["The garden is open and the house is closed."], one(0));
        let after = before.follow(&line, first, second);
        assert_eq!(bases(&after, &line, second)[0].0, want, "{whole}");
    };
    let parts = ["Der Garten am See ist offen.", "Das Haus am Markt ist zu."];
    check("Der Garten am See ist offen, und das Haus am Markt ist zu.", &parts, &parts);
    check("Der Garten am See ist offen; das Haus am Markt ist zu.", &parts, &parts);
    let but = "Der Garten am See ist offen, aber das Haus am Markt ist zu.";
    check(but, &parts, &[but]);
    // What stands at the seam may be more than a mark.
    let (percent, bare) = ("Die Miete stieg um 5 %, und der Lohn blieb gleich.", "Die Miete stieg um 5.");
    check(percent, &[bare, "Der Lohn blieb gleich."], &[percent]);
    let asked = "Steht die Halle noch offen? Der Chor singt heute.";
    check(asked, &["Steht die Halle noch offen.", "Der Chor singt heute."], &[asked]);
    // Characters of several bytes on either side.
    let parts = ["„Größe zählt heute sehr“", "Ähren wachsen überall öfter"];
    check("„Größe zählt heute sehr“ … ähren wachsen überall öfter", &parts, &parts);
}

/// A sentence that is rewritten, and comes back as it last stood.
#[test]
fn what_returns_as_it_last_stood_is_known() {
    let (calm, loud) = ("Das Haus am Markt ist offen.", "Das Haus am Markt ist offen!");
    let other = "Zwölf Störche nisten seit Jahren auf dem Kirchturm.";
    let mut line = SourceLine::default();
    let first = line.push(&passages(&[calm]), &[]);
    let second = line.push(&passages(&[loud]), &[first]);
    let third = line.push(&passages(&[other]), &[second]);
    let fourth = line.push(&passages(&[loud]), &[third]);
    let before = made(&line, first, &["The house on the market is open."], one(0));
    let left = before.follow(&line, first, second).follow(&line, second, third);
    assert_eq!(bases(&left, &line, third), [base(&[calm], &[&[]])]);
    assert_eq!(bases(&left.follow(&line, third, fourth), &line, fourth), [base(&[calm], &[&[0]])]);
}

/// Of two sentences that one target stands for one is taken out: the target is stale until it lets it go as well.
#[test]
fn what_goes_on_both_sides_is_let_go() {
    let (garden, house) = ("Der Garten kostet 5 Euro Eintritt.", "Das Haus am Markt ist am Sonntag offen.");
    let mut line = SourceLine::default();
    let first = line.push(&passages(&[garden, house]), &[]);
    let second = line.push(&passages(&[garden]), &[first]);
    let bead = Bead { source: 0..2, target: 0..1, ..Bead::default() };
    let target = "The garden costs 5 euros, and the house on the market is open on Sunday.";
    let before = made(&line, first, &[target], vec![bead]);
    let left = before.follow(&line, first, second);
    let step = |target: &str| {
        let target = passages(&[target]);
        let after = carried(&line, second, &[(second, &left)], &[], &target, &mut |_, _, _| Alignment::default());
        bases(&after, &line, second)
    };
    let both = base(&[garden, house], &[&[0], &[]]);
    assert_eq!(step(target), std::slice::from_ref(&both));
    assert_eq!(
        step("The garden costs 5 euros, and the house at the market is open on Sunday."),
        std::slice::from_ref(&both)
    );
    let reworded = "The garden takes 5 euros, and the house on the market opens Sunday.";
    assert_eq!(step(reworded), std::slice::from_ref(&both));
    assert_eq!(step("The garden costs 5 euros."), [base(&[garden], &[&[0]])]);
}

/// A page whose order is not that of its source: what comes in on both sides belongs together, wherever it stands, unless
/// what stands beside the target fits as well.
#[test]
fn what_comes_in_elsewhere_belongs_together() {
    let (open, shut, new) = ("Der Garten ist offen.", "Das Haus ist zu.", "Die Störche nisten am Turm.");
    let older = "Der Imker wohnt am See.";
    let check = |order: [usize; 2], fits: bool, want: Option<&str>| {
        let mut line = SourceLine::default();
        let first = line.push(&passages(&[open, shut, older]), &[]);
        let second = line.push(&passages(&[new, open, shut, older]), &[first]);
        let beads = [0, 1].map(|at| Bead { source: at..at + 1, target: order[at]..order[at] + 1, ..Bead::default() });
        let before = made(&line, first, &["The house is closed.", "The garden is open."], beads.to_vec());
        let target = passages(&["The house is closed.", "The garden is open.", "The storks nest on the tower."]);
        let after = carried(&line, second, &[(first, &before)], &[], &target, &mut |_, sources, _| {
            // Of the new one and the one beside the target.
            let at = usize::from(sources.len() == 2 && !fits);
            let bead = Bead { source: at..at + 1, target: 0..1, confidence: Confidence::CERTAIN, ..Bead::default() };
            let beads = if fits || sources != [3] { vec![bead] } else { Vec::new() };
            Alignment { beads }
        });
        assert_eq!(bases(&after, &line, second).get(2).map(|(sources, _)| &*sources[0]), want);
    };
    check([1, 0], true, Some(new));
    check([1, 0], false, None);
    // In a page of the same order it does not stand where its source would.
    check([0, 1], true, Some(older));
}

/// What limits a statement need not be a negation in the translation.
#[test]
fn a_limit_is_followed_in_other_words() {
    let check = |added: &str, followed: &str| {
        let old = "Die Beamten brachten sieben Gäste in das Haus";
        let new = format!("{old}, {added}.");
        let mut line = SourceLine::default();
        let first = line.push(&passages(&[&format!("{old}.")]), &[]);
        let second = line.push(&passages(&[&new]), &[first]);
        let before = made(&line, first, &["The officials took seven guests to the house."], one(0));
        let target = passages(&[&format!("The officials took seven guests to the house, {followed}.")]);
        let left = before.follow(&line, first, second);
        let after = carried(&line, second, &[(second, &left)], &[], &target, &mut |_, _, _| Alignment::default());
        assert_eq!(bases(&after, &line, second), [base(&[&new], &[&[0]])], "{added}");
    };
    // "With" that becomes "without" is not followed by a synonym.
    let (with, without) = ("Der Kuchen wird mit Zucker gebacken.", "Der Kuchen wird ohne Zucker gebacken.");
    let mut line = SourceLine::default();
    let first = line.push(&passages(&[with]), &[]);
    let second = line.push(&passages(&[without]), &[first]);
    let before = made(&line, first, &["The cake for the whole family is baked with sugar."], one(0));
    let target = passages(&["The cake for the entire family is baked with sugar."]);
    let after = carried(&line, second, &[(first, &before)], &[], &target, &mut |_, _, _| Alignment::default());
    assert_eq!(bases(&after, &line, second), [base(&[with], &[&[0]])]);
    check("noch vor dem Sommer", "even before the summer");
    check("allerdings ohne jeden Erfolg", "albeit in vain as ever");
    check("außer an hohen Feiertagen", "save on high holidays");
}

/// Two targets whose sources were joined: one was made from all of it already, and both become one. It was made from the
/// whole, not from the whole and a part of it again.
#[test]
fn what_is_said_in_the_whole_is_not_said_twice() {
    let (garden, house) = ("Der Garten am See ist offen.", "Das Haus am Markt ist zu.");
    let whole = "Der Garten am See ist offen, und das Haus am Markt ist zu.";
    let mut line = SourceLine::default();
    let first = line.push(&passages(&[garden, house]), &[]);
    let second = line.push(&passages(&[whole]), &[first]);
    let beads = (0..2).map(|at| Bead { source: at..at + 1, target: at..at + 1, ..Bead::default() }).collect();
    let before = made(&line, first, &["The garden by the lake is open.", "It is closed."], beads);
    let step = |parent: (usize, &Lineage), target: &[&str]| {
        carried(&line, second, &[parent], &[], &passages(target), &mut |_, _, _| Alignment::default())
    };
    // The second target follows, and says the whole; then the first is drawn into it.
    let half = step(
        (first, &before),
        &["The garden by the lake is open.", "It is closed, the house on the market, and the garden is open."],
    );
    assert_eq!(bases(&half, &line, second)[1].0, [whole]);
    let joined = step(
        (second, &half),
        &["The garden by the lake is open, it is closed, the house on the market, and the garden is open."],
    );
    assert_eq!(bases(&joined, &line, second), [base(&[whole], &[&[0]])]);
}

/// A sentence that is moved, and joined with another one there, is not gone.
#[test]
fn what_is_joined_elsewhere_is_not_gone() {
    let (garden, house) = ("Der Garten am See ist offen.", "Das Haus am Markt ist seit gestern zu.");
    let between = ["Eins und zwei und drei.", "Vier und fünf und sechs."];
    let whole = "Das Haus am Markt ist seit gestern zu, und der Garten am See ist offen.";
    let mut line = SourceLine::default();
    let first = line.push(&passages(&[garden, between[0], between[1], house]), &[]);
    let second = line.push(&passages(&[between[0], between[1], whole]), &[first]);
    let before = made(&line, first, &["The garden by the lake is open."], one(0));
    assert_eq!(bases(&before.follow(&line, first, second), &line, second), [base(&[garden], &[&[2]])]);
    // Few words stand in many a sentence.
    let third = line.push(&passages(&["Er ist da.", between[0]]), &[first]);
    let fourth = line.push(&passages(&[between[0], "Der Imker sagt es: er ist da und bleibt im Haus."]), &[third]);
    let before = made(&line, third, &["He is here."], one(0));
    assert_eq!(bases(&before.follow(&line, third, fourth), &line, fourth), [base(&["Er ist da."], &[&[]])]);
}
