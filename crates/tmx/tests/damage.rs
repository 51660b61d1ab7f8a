//! One thing is broken in a file: the intact units stay, it is told once, and the verdict is that of a validating parser.

use hexapla_tmx::{Encoding, Fate, Layout, ReadOptions, Reader, Tu, Verdict, copy, stats, validate};

const MEMORY: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="de" datatype="html">
    <note>Gärten</note>
    <ude name="u" base="b"><map unicode="#xF8FF" code="#x9F"/></ude>
  </header>
  <body>
    <tu tuid="a"><prop type="p">1</prop><tuv xml:lang="de"><seg>Garten</seg></tuv><tuv xml:lang="ru"><seg>сад</seg></tuv></tu>
    <tu tuid="b"><tuv xml:lang="de"><seg>Das <bpt i="1" x="1"/>Tor<ept i="1"/></seg></tuv><tuv xml:lang="ru"><seg><bpt i="1" x="1"/>ворота<ept i="1"/></seg></tuv></tu>
    <!-- ö --><tu tuid="c"><tuv xml:lang="de"><seg>Licht</seg></tuv><tuv xml:lang="ru"><seg>свет</seg></tuv></tu>
  </body> <!-- ä -->
</tmx>
"##;

/// The memory with `from`, which it holds, replaced.
fn damaged(from: &str, to: &str) -> String {
    assert!(MEMORY.contains(from), "{from:?}");
    MEMORY.replacen(from, to, 1)
}

fn in_encoding(text: &str, label: &str, mark: &[u8]) -> Vec<u8> {
    let encoding = Encoding::for_label(label).unwrap();
    let text = text.replace("UTF-8", label);
    [mark, encoding.encode(&text).as_ref()].concat()
}

fn read(bytes: &[u8]) -> (Vec<String>, Vec<&'static str>) {
    let mut reader = Reader::new(bytes).unwrap();
    let mut names = Vec::new();
    while let Some(tu) = reader.next_tu().unwrap() {
        names.push(tu.tuid().unwrap_or("?").to_owned());
    }
    (names, reader.take_diagnostics().iter().map(|diagnostic| diagnostic.code()).collect())
}

#[test]
fn what_is_intact_is_kept_and_what_is_broken_is_told_once() {
    let check = |from: &str, to: &str, units: &str, code: &str| {
        let text = damaged(from, to);
        let files = [
            text.clone().into_bytes(),
            in_encoding(&text, "UTF-16LE", b"\xFF\xFE"),
            in_encoding(&text, "UTF-16BE", b""),
        ];
        for (file, bytes) in files.iter().enumerate() {
            assert_eq!(
                read(bytes),
                (units.split(' ').map(str::to_owned).collect(), vec![code]),
                "{to:?} in file {file}"
            );
        }
    };
    check("Garten<", "A & B<", "b c", "xml-bare-ampersand");
    check("Garten<", "a < b<", "b c", "xml-bad-markup");
    check("Garten<", "&#0;<", "b c", "xml-bad-reference");
    check("Garten<", "&#x1f;<", "b c", "xml-bad-reference");
    check("Garten<", "&#xD83D;&#xDE00;<", "b c", "xml-bad-reference");
    check("Garten<", "\0<", "b c", "xml-forbidden-character");
    check("Garten<", "\u{FFFE}<", "b c", "xml-forbidden-character");
    check("Garten<", "]]><", "b c", "xml-cdata-end-in-text");
    check("Garten<", "<![CDATA[ x<", "b c", "xml-unclosed-cdata");
    check("Garten<", "<!-- x<", "b c", "xml-unclosed-comment");
    check("Garten<", "&nbsp;<", "a b c", "xml-unknown-entity");
    check("xml:lang=\"de\"", "xml:lang=de", "b c", "xml-bad-attribute");
    check("xml:lang=\"de\"", "xml:lang=\"de", "b c", "xml-less-than-in-attribute");
    check("xml:lang=\"de\"", "xml:lang=\"de\" xml:lang=\"de\"", "b c", "xml-duplicate-attribute");
    check("</tuv><tuv", "<tuv", "b c", "xml-mismatched-end");
    check("</tuv><tuv", "</tvu><tuv", "b c", "xml-mismatched-end");
    check("свет</seg>", "свет", "a b", "xml-mismatched-end");
    check("сад</seg></tuv></tu>", "сад</seg></tuv>", "b c", "tmx-unclosed-unit");
    check("<tu tuid=\"b\">", "", "a c", "tmx-unexpected-element");
    check("</tmx>\n", "", "a b c", "tmx-truncated");
    check("</tmx>", "</tmx>x", "a b c", "tmx-trailing-junk");
    check("<tu tuid=\"a\">", "</body><tu tuid=\"a\">", "a b c", "tmx-unit-outside-body");
    check("<tu tuid=\"b\">", "</body></tmx><tu tuid=\"b\">", "a b c", "tmx-unit-outside-body");
    check("<!-- ö -->", "<?xml version=\"1.0\"?>", "a b c", "xml-misplaced-declaration");
    check("<note>", "<note>&", "a b c", "xml-bare-ampersand");
    check("<header ", "<header x=1 ", "a b c", "xml-bad-attribute");
}

#[test]
fn cut_off_anywhere_the_units_before_it_are_kept() {
    let ends: Vec<usize> = MEMORY.match_indices("</tu>").map(|(at, _)| at + 5).collect();
    let first = MEMORY.find("<header").unwrap();
    for end in (first..MEMORY.len()).filter(|end| MEMORY.is_char_boundary(*end)) {
        for bytes in [MEMORY.as_bytes()[..end].to_vec(), in_encoding(&MEMORY[..end], "UTF-16LE", b"\xFF\xFE")] {
            let (units, codes) = read(&bytes);
            let whole = ends.iter().filter(|unit| **unit <= end).count();
            assert_eq!(units.len(), whole, "cut at {end}");
            assert!(codes.len() == 1 || MEMORY[end..].trim().is_empty(), "cut at {end}: {codes:?}");
        }
    }
}

#[test]
fn every_encoding_is_read_and_left_alone() {
    let ascii = MEMORY.replace("ä", "&#228;").replace("сад", "&#1089;").replace("ворота", "x").replace("свет", "y");
    let check = |text: &str, label: &str, mark: &[u8], warned: usize| {
        let bytes = in_encoding(text, label, mark);
        let (units, codes) = read(&bytes);
        assert_eq!((units.len(), codes.len()), (3, warned), "{label} {codes:?}");
        let mut again = Vec::new();
        let mut keep = |_: &mut Tu| Fate::Keep;
        copy(&bytes[..], &mut again, Layout::Preserve, ReadOptions::default(), &mut keep, &mut |_| {}).unwrap();
        assert!(again == bytes, "{label}");
    };
    check(MEMORY, "UTF-8", b"\xEF\xBB\xBF", 0);
    check(MEMORY, "UTF-16LE", b"\xFF\xFE", 0);
    check(MEMORY, "UTF-16BE", b"\xFE\xFF", 0);
    check(MEMORY, "UTF-16LE", b"", 0);
    check(MEMORY, "UTF-16BE", b"", 0);
    check(MEMORY, "windows-1251", b"", 0);
    check(MEMORY, "koi8-r", b"", 0);
    check(MEMORY, "gb18030", b"", 0);
    check(MEMORY, "shift_jis", b"", 0);
    check(MEMORY, "euc-jp", b"", 0);
    check(MEMORY, "big5", b"", 0);
    check(&ascii, "iso-8859-1", b"", 0);
    check(&ascii, "us-ascii", b"", 0);
    // What declares one thing and is another.
    let liar = MEMORY.replace("UTF-8", "UTF-16").into_bytes();
    assert_eq!((read(&liar).0.len(), read(&liar).1), (3, vec!["tmx-encoding"]));
    let unknown = MEMORY.replace("UTF-8", "x-klingon").into_bytes();
    assert_eq!((read(&unknown).0.len(), read(&unknown).1), (3, vec!["tmx-encoding"]));
    let shouting = MEMORY.replace("encoding=\"UTF-8\"", "encoding = 'Utf8' standalone='no'").into_bytes();
    assert_eq!((read(&shouting).0.len(), read(&shouting).1.len()), (3, 0));
}

/// Verdicts as `xmllint --dtdvalid` gives them (libxml2 2.9.14).
#[test]
fn the_verdict_is_that_of_a_validating_parser() {
    let check = |from: &str, to: &str, valid: bool| {
        let mut codes = Vec::new();
        let report = &mut |diagnostic: hexapla_tmx::Diagnostic| codes.push(diagnostic.code());
        let verdict = validate(damaged(from, to).as_bytes(), ReadOptions::default(), report).unwrap();
        assert_eq!(verdict.is_dtd_valid(), valid, "{from:?} as {to:?}: {codes:?}");
    };
    check("<body>", "<body>", true);
    check(" SYSTEM \"tmx14.dtd\"", " PUBLIC \"-//LISA//DTD TMX 1.4//EN\" 'tmx14.dtd' [<!ENTITY e 'x'>]", true);
    check("<body>", "<body><?pi x?> <!-- x -->", true);
    check("<body>", "<body>x", false);
    check("<body>", "<body>\u{A0}", false);
    check("<body>", "<body><![CDATA[ ]]>", false);
    check("</prop><tuv", "</prop><![CDATA[]]><tuv", false);
    check("</tu>\n", "</tu><![CDATA[ ]]>\n", false);
    check("</body>", "</body><![CDATA[\n]]>", false);
    check("<header ", "<![CDATA[]]><header ", false);
    check("<map unicode=\"#xF8FF\" code=\"#x9F\"/>", "<map unicode=\"#xF8FF\" code=\"#x9F\"> </map>", false);
    check("<map unicode=\"#xF8FF\" code=\"#x9F\"/>", "<map unicode=\"#xF8FF\" code=\"#x9F\"></map>", true);
    check("<ude name=\"u\" base=\"b\"><map unicode=\"#xF8FF\" code=\"#x9F\"/>", "<ude name=\"u\" base=\"b\">", false);
    check("  </body> <!-- ä -->\n", "  </body><tu><tuv xml:lang=\"de\"><seg/></tuv></tu>\n", false);
    check("<body>", "</body><body>", false);
    check("<note>", "<seg/><note>", false);
    check("<note>", "<note xml:lang=\"de\" lang=\"de\" o-encoding=\"x\">", true);
    check("<prop type=\"p\">1</prop>", "<prop>1</prop>", false);
    check("<prop type=\"p\">1</prop>", "", true);
    check("segtype=\"sentence\"", "segtype=\" sentence \"", true);
    check("segtype=\"sentence\"", "segtype=\"Sentence\"", false);
    check("o-tmf=\"t\"", "", false);
    check("<tuv xml:lang=\"de\">", "<tuv>", false);
    check("<tuv xml:lang=\"de\">", "<tuv lang=\"de\">", true);
    check("<tuv xml:lang=\"de\">", "<tuv xml:lang=\"de\" xml:space=\"preserve\">", false);
    check("<seg>Garten", "<seg xml:lang=\"de\">Garten", false);
    check("<seg>Garten", "<seg><sub>x</sub>Garten", false);
    check("<seg>Garten", "<seg><hi><ph><sub>x</sub></ph></hi>Garten", true);
    check("<seg>Garten", "<note/><seg>Garten", true);
    check("Garten</seg>", "Garten</seg><note/>", false);
    check("<bpt i=\"1\" x=\"1\"/>", "<bpt x=\"1\"/>", false);
    check("<tmx version=\"1.4\">", "<tmx>", true);
    check("<tmx version=\"1.4\">", "<tmx version=\"1.4b\">", false);
    check("<tmx version=\"1.4\">", "<tmx version=\"1.1\">", false);
    check("<tmx version=\"1.4\">", "<tmx version=\"1.4\" xmlns=\"http://www.lisa.org/tmx14\">", false);
}

/// Were any of this quadratic, this test would not end.
#[test]
fn one_absurd_unit_is_no_bomb() {
    let codes: String = (0..200_000).map(|n| format!("<bpt i=\"{n}\" x=\"{n}\"/>")).collect();
    let ends: String = (0..50_000).map(|n| format!("<ept i=\"e{n}\"/><it pos=\"begin\" x=\"{n}\"/>")).collect();
    let unit = format!("<seg>{codes}</seg></tuv><tuv xml:lang=\"ru\"><seg>{ends}</seg>");
    let bytes = damaged("<seg>Garten</seg>", &unit).into_bytes();
    let Verdict { units, .. } = validate(&bytes[..], ReadOptions::default(), &mut |_| {}).unwrap();
    assert_eq!(units, 3);
    assert_eq!(stats(&bytes[..], ReadOptions::default(), &mut |_| {}).unwrap().units, 3);
    let deep = "<bpt i=\"1\"><sub>".repeat(2500) + &"</sub></bpt>".repeat(2500);
    assert_eq!(read(damaged("Garten", &deep).as_bytes()).0, ["a", "b", "c"]);
}

/// Nothing panics, whatever single byte is another one, and untouched units stay.
#[test]
fn any_byte_may_be_wrong() {
    let mut bytes = MEMORY.as_bytes().to_vec();
    for at in 0..bytes.len() {
        let was = bytes[at];
        for wrong in [0, b'<', b'>', b'&', b'"', b'/', 0x80, 0xFF] {
            bytes[at] = wrong;
            if let Ok(mut reader) = Reader::new(&bytes[..]) {
                let mut count = 0;
                while reader.next_tu().unwrap().is_some() {
                    count += 1;
                }
                assert!(count >= 1, "byte {at} as {wrong:#X}: {count} units");
            }
            let _ = validate(&bytes[..], ReadOptions::default(), &mut |_| {});
        }
        bytes[at] = was;
    }
}

/// What no unit holds is kept in the canonical form, too: before the unit that follows, or at the end.
#[test]
fn what_stands_between_units_stays() {
    let foreign = ["<!-- c -->", "<?i?>", "<x:y z=\"1\">t<w/></x:y>", "<!-- e -->", "<v/>", "<!-- f -->"];
    let text = damaged("<!-- ö -->", &foreign[..3].concat())
        .replace("  </body> <!-- ä -->", "<!-- e --> <v/></body><!-- f -->");
    let canonical = |bytes: &[u8]| {
        let mut out = Vec::new();
        let mut keep = |_: &mut Tu| Fate::Keep;
        copy(bytes, &mut out, Layout::Canonical, ReadOptions::default(), &mut keep, &mut |_| {}).unwrap();
        String::from_utf8(out).unwrap()
    };
    let written = canonical(text.as_bytes());
    let places: Vec<usize> =
        foreign.iter().map(|piece| written.find(piece).unwrap_or_else(|| panic!("{piece}"))).collect();
    assert!(places.is_sorted(), "{written}");
    let before = canonical(damaged("<body>", "<body><!-- first --><v/>").as_bytes());
    assert!(before.find("<body>") < before.find("<!-- first -->"), "{before}");
    let empty = "<tmx version='1.4'><header/><body><!-- alone --></body></tmx>";
    assert_eq!(canonical(canonical(empty.as_bytes()).as_bytes()), canonical(empty.as_bytes()));
    let twice = canonical(damaged("<seg>Garten</seg>", "<seg>Garten</seg><seg>Hof</seg>").as_bytes());
    assert!(twice.find("<seg>Garten</seg>") < twice.find("<seg>Hof</seg>"), "{twice}");
    // What belongs into the header, and stands beside it.
    for beside in ["<prop type='x'>prop></prop>", "<note>a > b</note>", "<ude name='n'><map unicode='#xF8FF' /></ude>"]
    {
        for file in [
            format!("<tmx version='1.4'>{beside}<header/><body></body></tmx>"),
            format!("<tmx version='1.4'><header/><body>{beside}</body></tmx>"),
        ] {
            let once = canonical(file.as_bytes());
            assert!(once.find(&beside[..5]) < once.find("</header>"), "{once}");
            assert_eq!(canonical(once.as_bytes()), once);
        }
    }
    // A no-break space is text to XML.
    let space = canonical(damaged("<prop type=\"p\">", "\u{A0}<prop type=\"p\">").as_bytes());
    assert_eq!(canonical(space.as_bytes()), space);
    // What lost its unit must not become part of another.
    let stray = damaged("<tu tuid=\"b\">", "");
    assert_eq!(canonical(stray.as_bytes()).matches("<tuv ").count(), 4);
    assert_eq!(canonical(written.as_bytes()), written);
}

/// Bytes that mean nothing are told wherever they stand, also outside of the units.
#[test]
fn bytes_that_mean_nothing_are_told_around_the_units() {
    let check = |from: &str, line: u32, column: u32| {
        let text = damaged(from, &format!("{from}\u{1}"));
        let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xC3 } else { byte }).collect();
        let mut reader = Reader::new(&bytes[..]).unwrap();
        let mut units = 0;
        while reader.next_tu().unwrap().is_some() {
            units += 1;
        }
        let found: Vec<(&str, u32, u32)> =
            reader.take_diagnostics().iter().map(|d| (d.code(), d.place.line, d.place.column)).collect();
        assert_eq!((units, &found[..]), (3, &[("tmx-undecodable", line, column)][..]), "{from}");
    };
    check("<note>Gär", 5, 14);
    check("<!-- ö", 11, 11);
    check("</body> <!-- ä", 12, 17);
}

/// What stands in the header where it may not is not lost, and the second writing is the first.
#[test]
fn what_is_misplaced_in_the_header_is_written_into_it() {
    let canonical = |bytes: &[u8]| {
        let mut out = Vec::new();
        let mut keep = |_: &mut Tu| Fate::Keep;
        copy(bytes, &mut out, Layout::Canonical, ReadOptions::default(), &mut keep, &mut |_| {}).unwrap();
        String::from_utf8(out).unwrap()
    };
    let check = |inside: &str, kept: &[&str]| {
        let file = format!("<tmx version='1.4'><header>{inside}</header><body></body></tmx>");
        let once = canonical(file.as_bytes());
        assert_eq!(canonical(once.as_bytes()), once, "{inside}");
        for piece in kept {
            assert_eq!(once.matches(piece).count(), 1, "{piece} in {once}");
        }
    };
    let map = "<map unicode='#xE001'/>";
    check("<ude name='a'><ude name='b' /></ude>", &["<ude name=\"a\">", "<ude name=\"b\">"]);
    check(&format!("<ude name='a'><map unicode='#xE000'><ude name='b'>{map}</ude></map></ude>"), &["E000", "E001"]);
    check(&format!("<ude name='a'><x/>{map}</ude>"), &["<x/>", "E001"]);
    check(&format!("<ude name='a'><!-- c -->{map}</ude>"), &["<!-- c -->", "E001"]);
    check(&format!("<ude name='a'><note >n</note>{map}</ude>"), &["<note>n</note>", "E001"]);
    check(&format!("<ude name='a'><map unicode='#xE000'><map subst='m'/></map>{map}</ude>"), &["subst='m'", "E001"]);
    check(&format!("<ude name='a'>text{map}</ude>"), &["text", "E001"]);
    check("<note>a<!-- c -->b</note>", &["<!-- c -->", ">ab<"]);
    check("<note>a<prop type='p'>b</prop>c</note>", &["a&lt;prop type='p'&gt;b&lt;/prop&gt;c"]);
    check("</header><note >n</note><header>", &["<note>n</note>"]);
}

/// A file that says it is UTF-8 and is windows-1252: that is told once, where it shows, and all places are those of
/// its bytes.
#[test]
fn places_of_a_mislabelled_file_are_those_of_its_bytes() {
    let check = |from: &str, to: &str, unit: Option<u64>, code: Option<&'static str>| {
        let plain: String = MEMORY.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect();
        assert!(plain.contains(from), "{from}");
        let text = plain.replacen(from, &to.replace('ß', "\u{1}"), 1);
        let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xDF } else { byte }).collect();
        let place = |sign: char| {
            let at = text.find(sign).unwrap();
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            (text[..at].matches('\n').count() + 1, at - line + 1, at)
        };
        let mut found = Vec::new();
        validate(&bytes[..], ReadOptions::default(), &mut |d| {
            found.push((d.code(), (d.place.line as usize, d.place.column as usize, d.place.byte), d.unit));
        })
        .unwrap();
        let mut want = vec![("tmx-encoding", place('\u{1}'), unit)];
        want.extend(code.map(|code| (code, place(if to.contains('&') { '&' } else { '%' }), unit)));
        assert_eq!(found, want, "{to:?}");
    };
    let text = Some("tmx-unexpected-text");
    check("<note>", "<note>ß", None, None);
    check("<note>", "<note>ß ßß</note>%<note>", None, text);
    check("<tmx version=\"1.4\">", "<tmx version=\"1.4\"><!-- ß ßß -->%", None, text);
    check("<ude name=\"u\" base=\"b\">", "<ude name=\"ßßß\" base=\"b\">%", None, text);
    check("<body>", "<body><!-- ßßß -->%", None, text);
    check("<prop type=\"p\">1</prop>", "<prop type=\"p\">ßßß</prop>%", Some(1), text);
    check("Garten", "ßß&", Some(1), Some("xml-bare-ampersand"));
    check("<tu tuid=\"b\">", "<!-- ßßß -->%<tu tuid=\"b\">", None, text);
    check("</body>", "<!-- ßßß --></body>", None, None);
    check("</body>", "<!-- ßßß -->%</body>", None, text);
}
