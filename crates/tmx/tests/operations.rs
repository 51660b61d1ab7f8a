//! What is done with whole files.

use std::io::{self, BufRead, Cursor, Write};

use hexapla_core::language::Language;
use hexapla_tmx::{
    Change, Compare, Fate, Filter, Layout, Policy, ReadOptions, Reader, Strictness, Wanted, copy, dedupe, diff,
    extract, merge, merge_three, split, stats, validate, write_jsonl, write_moses,
};
use proptest::prelude::*;

fn file(units: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" \
         segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"de\" datatype=\"plaintext\"/><body>{units}\n</body></tmx>\n"
    )
}

fn tu(attributes: &str, de: &str, en: &str) -> String {
    format!(
        "\n<tu{attributes}><tuv xml:lang=\"de\"><seg>{de}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>"
    )
}

fn texts(bytes: &[u8]) -> Vec<String> {
    let mut reader = Reader::new(bytes).unwrap();
    let mut texts = Vec::new();
    while let Some(tu) = reader.next_tu().unwrap() {
        texts.push(tu.variants.iter().map(|v| v.plain_text()).collect::<Vec<_>>().join("="));
    }
    texts
}

fn opener(files: Vec<String>) -> impl FnMut(usize) -> io::Result<Box<dyn BufRead>> {
    move |number| Ok(Box::new(Cursor::new(files[number].clone())) as Box<dyn BufRead>)
}

fn codes(text: &str) -> Vec<&'static str> {
    let mut codes = Vec::new();
    validate(text.as_bytes(), ReadOptions::default(), &mut |d| codes.push(d.code())).unwrap();
    codes
}

#[test]
fn the_validator_finds_what_the_dtd_does_not() {
    let check = |unit: &str, want: &[&str]| assert_eq!(codes(&file(unit)), want, "{unit}");
    let seg = |de: &str, en: &str| tu("", de, en);
    check(&seg("a", "b"), &[]);
    check(&seg("<bpt i=\"1\"/>a", "b"), &["tmx-unpaired-bpt"]);
    check(&seg("a<ept i=\"1\"/>", "b"), &["tmx-unpaired-ept"]);
    check(&seg("<ept i=\"1\"/>a<bpt i=\"1\"/>", "b"), &["tmx-unpaired-ept", "tmx-unpaired-bpt"]);
    check(&seg("<bpt i=\"1\"/>a<bpt i=\"2\"/>b<ept i=\"1\"/>c<ept i=\"2\"/>", "b"), &[]);
    check(&seg("<bpt i=\"1\"/>a<ept i=\"1\"/><bpt i=\"1\"/>b<ept i=\"1\"/>", "b"), &["tmx-duplicate-i"]);
    check(&seg("a<ph x=\"1\"/>", "b<ph x=\"2\"/>"), &["tmx-unmatched-x", "tmx-unmatched-x"]);
    check(&seg("a<ph x=\"1\"/>", "b<ph x=\"1\"/>"), &[]);
    check(
        &seg("<it pos=\"begin\" x=\"1\"/>a<it pos=\"end\" x=\"1\"/>", "<it pos=\"begin\" x=\"1\"/>"),
        &["tmx-isolated-pair"],
    );
    check(&seg("<it>a</it>", "b"), &["tmx-missing-attribute"]);
    check(&seg("<it pos=\"mitte\">a</it>", "b"), &["tmx-bad-value"]);
    check(&seg("<ut>a</ut>b", "b"), &["tmx-deprecated-ut"]);
    check(&seg("", "b"), &["tmx-empty-segment"]);
    check(&seg(" a", "b"), &["tmx-segment-blanks"]);
    check(&seg("<sub>a</sub>", "b"), &["tmx-unexpected-element"]);
    check(&tu(" creationdate=\"2026-03-10\"", "a", "b"), &["tmx-bad-date"]);
    check(&tu(" creationdate=\"20260230T120000Z\"", "a", "b"), &["tmx-bad-date"]);
    check(&tu(" segtype=\"word\"", "a", "b"), &["tmx-bad-value"]);
    check(&tu(" tuid=\"a b\"", "a", "b"), &["tmx-blank-in-tuid"]);
    check(&tu(" usagecount=\"viele\"", "a", "b"), &["tmx-bad-number"]);
    check(&tu(" srclang=\"fr\"", "a", "b"), &["tmx-missing-source"]);
    check(&tu(" srclang=\"DE-at\"", "a", "b"), &[]);
    check(&(tu(" tuid=\"1\"", "a", "b") + &tu(" tuid=\"1\"", "c", "d")), &["tmx-duplicate-tuid"]);
    check("<tu><tuv xml:lang=\"de\"><seg>a</seg></tuv></tu>", &["tmx-single-variant"]);
    check("<tu/>", &["tmx-missing-element"]);
    let variant = |language: &str| format!("<tuv xml:lang=\"{language}\"><seg>a</seg></tuv>");
    check(&format!("<tu>{}{}{}</tu>", variant("de"), variant("en"), variant("EN")), &["tmx-duplicate-variant"]);
    check(&format!("<tu>{}{}</tu>", variant("de"), variant("en_GB")), &["tmx-underscore-in-language"]);
    check(&format!("<tu>{}{}</tu>", variant("de"), variant("englisch")), &["tmx-bad-language"]);
    check(&format!("<tu>{}{}<note>x</note></tu>", variant("de"), variant("en")), &["tmx-wrong-order"]);
    check("<tu>x<tuv xml:lang=\"de\"/></tu>", &["tmx-single-variant", "tmx-unexpected-text", "tmx-missing-element"]);
}

#[test]
fn broken_units_take_no_neighbour_along() {
    let check = |broken: &str, want: &[&str], found: &[&str]| {
        let text = file(&format!("{}{broken}{}", tu("", "a", "b"), tu("", "y", "z")));
        let mut reader = Reader::new(text.as_bytes()).unwrap();
        let mut seen = Vec::new();
        while let Some(tu) = reader.next_tu().unwrap() {
            seen.push(tu.variants[0].plain_text());
        }
        assert_eq!(seen, want, "{broken}");
        let codes: Vec<&str> = reader.take_diagnostics().iter().map(|d| d.code()).collect();
        assert_eq!(codes, found, "{broken}");
        let strict = ReadOptions { strictness: Strictness::Strict, ..ReadOptions::default() };
        let mut reader = Reader::with_options(text.as_bytes(), strict).unwrap();
        let stopped = std::iter::from_fn(|| reader.next_tu().transpose()).any(|tu| tu.is_err());
        assert_eq!(stopped, !found.is_empty(), "{broken}");
    };
    check("<tu><tuv xml:lang=\"de\"><seg>x", &["a", "y"], &["tmx-unclosed-unit"]);
    check("<tu><tuv xml:lang=\"de\"><seg>x</tu>", &["a", "y"], &["xml-mismatched-end"]);
    check("<tu><tuv xml:lang=\"de\"><seg>x & y</seg></tuv></tu>", &["a", "y"], &["xml-bare-ampersand"]);
    check("<tu a=1></tu>", &["a", "y"], &["xml-bad-attribute"]);
    check("<tu><!-- </tu>", &["a", "y"], &["xml-unclosed-comment"]);
    check("<tu><!-- </tu> --><tuv><seg>x</seg></tuv></tu>", &["a", "x", "y"], &[]);
    check("<tu><tuv><seg><![CDATA[</tu>]]></seg></tuv></tu>", &["a", "</tu>", "y"], &[]);
    check("<!-- <tu></tu> -->", &["a", "y"], &[]);
    check("</tu>", &["a", "y"], &["xml-mismatched-end"]);
    check("quatsch", &["a", "y"], &["tmx-unexpected-text"]);
    check("<xyz/>", &["a", "y"], &["tmx-unexpected-element"]);
}

#[test]
fn cut_files_give_what_is_whole() {
    let text = file(&(tu("", "a", "b") + &tu("", "c", "d")));
    for end in 0..text.len() {
        let Ok(mut reader) = Reader::new(&text.as_bytes()[..end]) else { continue };
        let mut count = 0;
        while reader.next_tu().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, text[..end].matches("</tu>").count(), "{end}");
        if end < text.trim_end().len() {
            let found = reader.take_diagnostics();
            assert_eq!(found.len(), 1, "{end}: {found:?} {}", &text[..end]);
        }
    }
}

#[test]
fn merging_settles_conflicts_by_policy() {
    let old = file(&(tu(" changedate=\"20250101T000000Z\"", "Tor", "goal") + &tu("", "Tag", "day")));
    let new = file(&(tu(" changedate=\"20260101T000000Z\"", "Tor", "gate") + &tu("", "Tag", "day")));
    let check = |policy: Policy, want: &[&str]| {
        let mut out = Vec::new();
        let mut open = opener(vec![old.clone(), new.clone()]);
        merge(&mut open, 2, &mut out, policy, ReadOptions::default(), &mut |_, _| {}).unwrap();
        assert_eq!(texts(&out), want, "{policy:?}");
    };
    check(Policy::Keep, &["Tor=goal", "Tag=day"]);
    check(Policy::Newest, &["Tag=day", "Tor=gate"]);
    check(Policy::All, &["Tor=goal", "Tag=day", "Tor=gate"]);
}

#[test]
fn duplicates_go_and_the_rest_stays_as_it_was() {
    let units = [tu(" tuid=\"1\"", "Tor", "goal"), tu(" tuid=\"2\"", "Tor", "goal"), tu("", "Tor", "gate")];
    let mut out = Vec::new();
    let all = ReadOptions::default();
    let mut open = opener(vec![file(&units.concat())]);
    dedupe(&mut open, &mut out, Policy::All, Layout::Preserve, all, &mut |_| {}).unwrap();
    assert_eq!(String::from_utf8(out).unwrap(), file(&[&units[0][..], &units[2]].concat()));
}

#[test]
fn versions_of_a_memory_are_merged_unit_by_unit() {
    let unit =
        |id: &str, en: &str, date: &str| tu(&format!(" tuid=\"{id}\" changedate=\"2026{date}T000000Z\""), id, en);
    let join = |units: &[String]| file(&units.concat());
    let base = join(&[unit("a", "1", "0101"), unit("b", "1", "0101"), unit("c", "1", "0101"), unit("d", "1", "0101")]);
    // Ours changes a, takes out c, and changes d; theirs changes b and d and adds e after b.
    let ours = join(&[unit("a", "2", "0201"), unit("b", "1", "0101"), unit("d", "2", "0201")]);
    let theirs = join(&[
        unit("a", "1", "0101"),
        unit("b", "3", "0301"),
        unit("e", "3", "0301"),
        unit("c", "1", "0101"),
        unit("d", "3", "0301"),
    ]);
    let mut out = Vec::new();
    let options = ReadOptions::default();
    let merged = merge_three(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &mut out, options).unwrap();
    assert_eq!(texts(&out), ["a=2", "b=3", "e=3", "d=3"]);
    assert_eq!(merged.conflicts.iter().map(|c| c.tuid.as_deref().unwrap()).collect::<Vec<_>>(), ["d"]);
}

/// What stands around the units is merged like they: what either side added is there, what either side took out is not.
#[test]
fn three_ways_meet_around_the_units_too() {
    let version = |notes: &str, tail: &str| file("").replace("/><body>", &format!(">{notes}</header><body>{tail}"));
    let (a, b, c) = ("<note>a</note>", "<note>b</note>", "<note>c</note>");
    let (x, y, z) = ("<!-- x -->", "<!-- y -->", "<!-- z -->");
    let base = version(&[a, b].concat(), &[x, y].concat());
    let ours = version(&[a, b, "<note>ours</note>"].concat(), y);
    let theirs = version(&[b, c].concat(), &[x, y, z].concat());
    let theirs = theirs.replace("adminlang=\"en\"", "adminlang=\"de\"");
    let mut out = Vec::new();
    let options = ReadOptions::default();
    merge_three(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &mut out, options).unwrap();
    let out = String::from_utf8(out).unwrap();
    for (piece, count) in [(a, 0), (b, 1), (c, 1), ("ours", 1), (x, 0), (y, 1), (z, 1), ("adminlang=\"de\"", 1)] {
        assert_eq!(out.matches(piece).count(), count, "{piece}: {out}");
    }
}

#[test]
fn differences_are_told_by_unit() {
    let one = file(&(tu(" tuid=\"1\"", "a", "b") + &tu("", "c", "d") + &tu("", "e", "f")));
    let two = file(&(tu("", "e", "f") + &tu(" tuid=\"1\"", "a", "B") + &tu("", "g", "h")));
    let mut told = Vec::new();
    let count = diff(&mut opener(vec![one, two]), Compare::Everything, ReadOptions::default(), &mut |change| {
        let text = |tu: &hexapla_tmx::Tu| tu.variants[1].plain_text();
        told.push(match &change {
            Change::Added(new) => format!("+{}", text(new)),
            Change::Removed(old) => format!("-{}", text(old)),
            Change::Changed { old, new } => format!("{}>{}", text(old), text(new)),
        });
    })
    .unwrap();
    assert_eq!(told, ["b>B", "-d", "+h"]);
    assert_eq!((count.same, count.changed, count.removed, count.added), (1, 1, 1, 1));
}

#[test]
fn filters_keep_what_is_wanted() {
    let check = |filter: Filter, units: &str, want: &[&str]| {
        let text = file(units);
        let head = Reader::new(text.as_bytes()).unwrap().head().clone();
        let mut out = Vec::new();
        let mut fate = |tu: &mut hexapla_tmx::Tu| filter.fate(tu, &head);
        copy(text.as_bytes(), &mut out, Layout::Canonical, ReadOptions::default(), &mut fate, &mut |_| {}).unwrap();
        assert_eq!(texts(&out), want, "{filter:?}");
    };
    let f = Filter::default;
    let numbers = tu("", "5 Euro", "7 euros") + &tu("", "1.000,5", "1,000.5");
    check(Filter { drop_number_mismatch: true, ..f() }, &numbers, &["1.000,5=1,000.5"]);
    let same = tu("", "WLAN", "WLAN") + &tu("", "Tag", "day");
    check(Filter { drop_same_as_source: true, ..f() }, &same, &["Tag=day"]);
    check(Filter { max_length_ratio: Some(2.0), ..f() }, &(tu("", "a", "abc") + &tu("", "b", "cd")), &["b=cd"]);
    check(Filter { drop_untranslated: true, ..f() }, &(tu("", "a", " ") + &tu("", "b", "c")), &["b=c"]);
    let dated = tu(" changedate=\"20260101T000000Z\"", "a", "b") + &tu("", "c", "d");
    check(Filter { since: Some("20251231T000000Z".parse().unwrap()), ..f() }, &dated, &["a=b"]);
    let prop = "<tu><prop type=\"x-a\">1</prop><tuv xml:lang=\"de\"><seg>p</seg></tuv></tu>";
    check(Filter { property: Some(("x-a".into(), Some("1".into()))), ..f() }, &(prop.to_owned() + &same), &["p"]);
    let languages: Vec<Language> = ["de-AT", "fr"].map(|tag| tag.parse().unwrap()).into();
    check(Filter { languages, ..f() }, &same, &[]);
    let languages: Vec<Language> = ["de-AT", "en-GB"].map(|tag| tag.parse().unwrap()).into();
    check(Filter { languages, ..f() }, &same, &["WLAN=WLAN", "Tag=day"]);
}

#[test]
fn files_are_cut_into_parts_of_equal_size() {
    use std::cell::RefCell;
    use std::rc::Rc;

    #[derive(Clone, Default)]
    struct Shared(Rc<RefCell<Vec<u8>>>);
    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let text = file(&(tu("", "a", "b") + &tu("", "c", "d") + &tu("", "e", "f")));
    let mut parts: Vec<Shared> = Vec::new();
    let mut open = |_| {
        parts.push(Shared::default());
        Ok(parts[parts.len() - 1].clone())
    };
    let count = split(text.as_bytes(), 2, ReadOptions::default(), &mut open, &mut |_| {}).unwrap();
    let found: Vec<Vec<String>> = parts.iter().map(|part| texts(&part.0.borrow())).collect();
    assert_eq!((count, found), (2, vec![vec!["a=b".to_owned(), "c=d".to_owned()], vec!["e=f".to_owned()]]));
}

#[test]
fn pairs_come_out_as_lines() {
    let text = file(&tu(" tuid=\"1\"", "Tor<ph>&lt;br></ph>\u{2028}auf \"jetzt\"", "gate"));
    let (mut jsonl, mut source, mut target) = (Vec::new(), Vec::new(), Vec::new());
    let mut tell = |pair| {
        write_jsonl(&mut jsonl, &pair)?;
        write_moses(&mut source, &mut target, &pair)
    };
    extract(text.as_bytes(), &Wanted::default(), ReadOptions::default(), &mut tell, &mut |_| {}).unwrap();
    assert_eq!((&source[..], &target[..]), (&b"Tor auf \"jetzt\"\n"[..], &b"gate\n"[..]));
    let line: serde_json::Value = serde_json::from_slice(&jsonl).unwrap();
    assert_eq!((line["source"].as_str(), line["tuid"].as_str()), (Some("Tor\u{2028}auf \"jetzt\""), Some("1")));
}

#[test]
fn gzip_is_read() {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(file(&tu("", "a", "b")).as_bytes()).unwrap();
    assert_eq!(texts(&encoder.finish().unwrap()), ["a=b"]);
}

#[test]
fn bombs_and_reaching_out_are_refused_and_harmless_entities_are_not() {
    let with = |subset: &str, text: &str| {
        file(&tu("", text, "b")).replace("<tmx ", &format!("<!DOCTYPE tmx [{subset}]><tmx "))
    };
    let check = |subset: &str, code: Option<&str>| {
        let error = Reader::new(with(subset, "&x;").as_bytes()).err();
        assert_eq!(error.as_ref().and_then(|error| error.diagnostic()).map(|d| d.code()), code, "{subset}");
    };
    check("<!ENTITY a \"aaaa\"><!ENTITY x \"&a;&a;&a;\">", Some("tmx-refused-entity"));
    check("<!ENTITY x SYSTEM \"file:///etc/passwd\">", Some("tmx-refused-entity"));
    check("<!ENTITY % x SYSTEM \"http://a.example/\">%x;", Some("tmx-refused-entity"));
    check("<!ENTITY x \"lol\">", None);
    assert_eq!(texts(with("<!ENTITY x \"lol\">", "&x;").as_bytes()), ["&x;=b"]);
}

#[test]
fn deep_nesting_is_read_and_too_deep_nesting_is_one_broken_unit() {
    let deep = |n: usize| file(&tu("", &format!("{}x{}", "<hi>".repeat(n), "</hi>".repeat(n)), "b"));
    assert_eq!(texts(deep(5_000).as_bytes()), ["x=b"]);
    assert_eq!(codes(&deep(20_000)), ["xml-too-deep"]);
}

#[test]
fn statistics_count() {
    let text = file(&(tu(" creationdate=\"20260101T000000Z\"", "Der Garten", "the garden") + "<tu><seg></tu>"));
    let stats = stats(text.as_bytes(), ReadOptions::default(), &mut |_| {}).unwrap();
    assert_eq!((stats.units, stats.broken, stats.languages["de"].words), (1, 1, 2));
    assert_eq!(stats.latest.as_deref(), Some("20260101T000000Z"));
    assert_eq!(stats.problems.keys().copied().collect::<Vec<_>>(), ["xml-mismatched-end"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        survive(&bytes);
    }

    #[test]
    fn no_damaged_file_panics_and_none_that_is_whole_changes(
        encoding in prop::sample::select(vec!["UTF-8", "UTF-16LE", "windows-1251", "UTF-32BE", "Shift_JIS"]),
        damage in proptest::collection::vec((0usize..900, any::<u8>()), 0..4),
    ) {
        let encoding = hexapla_xml::Encoding::for_label(encoding)
            .filter(|_| encoding != "UTF-32BE")
            .or(hexapla_xml::Encoding::for_label("UTF-32BE"))
            .unwrap();
        let text = file(&(tu(" tuid='1'", "Weg<bpt i='1'/>путь<ept i='1'/>", "way") + "<!-- c -->" + &tu("", "c\r\n", "d")))
            .replace("<?xml version=\"1.0\"?>", &format!("<?xml version=\"1.0\" encoding=\"{}\"?>", encoding.name()));
        let mut bytes = encoding.encode(&text).into_owned();
        for (at, byte) in &damage {
            if let Some(spot) = bytes.get_mut(*at) {
                *spot = *byte;
            }
        }
        survive(&bytes);
        if damage.is_empty() {
            prop_assert_eq!(preserved(&bytes).unwrap(), bytes);
        }
    }
}

fn preserved(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    copy(bytes, &mut out, Layout::Preserve, ReadOptions::default(), &mut |_| Fate::Keep, &mut |_| {}).ok()?;
    Some(out)
}

fn survive(bytes: &[u8]) {
    let _ = preserved(bytes);
    let _ = validate(bytes, ReadOptions::default(), &mut |d| assert!(!d.to_string().is_empty()));
    let _ = stats(bytes, ReadOptions::default(), &mut |_| {});
    let mut out = Vec::new();
    if copy(bytes, &mut out, Layout::Canonical, ReadOptions::default(), &mut |_| Fate::Keep, &mut |_| {}).is_ok() {
        // What was written is read again without a word.
        let mut reader = Reader::new(&out[..]).unwrap();
        while reader.next_tu().unwrap().is_some() {}
        assert_eq!(reader.take_diagnostics(), [], "{}", String::from_utf8_lossy(&out));
    }
}
