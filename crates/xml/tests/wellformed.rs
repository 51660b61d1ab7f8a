//! What is refused, where, and that an independent parser agrees.

use hexapla_xml::{Event, Events, Place, decode};
use proptest::prelude::*;

fn first_error(text: &str) -> Option<(&'static str, u32, u32)> {
    Events::new(text).find_map(Result::err).map(|error| (error.kind.code(), error.place.line, error.place.column))
}

#[test]
fn breaches_have_a_code_and_a_place() {
    let check = |text: &str, code: &str, line: u32, column: u32| {
        assert_eq!(first_error(text), Some((code, line, column)), "{text:?}");
    };
    check("", "xml-no-root", 1, 1);
    check("  ", "xml-no-root", 1, 3);
    check("a", "xml-text-outside-root", 1, 1);
    check("<a>\n ü</b>", "xml-mismatched-end", 2, 3);
    check("<a/></b>", "xml-unexpected-end", 1, 5);
    check("<a/><b/>", "xml-second-root", 1, 5);
    check("<a/>\n\nx", "xml-text-outside-root", 3, 1);
    check("<a>&", "xml-bare-ampersand", 1, 4);
    check("<a>& b;</a>", "xml-bare-ampersand", 1, 4);
    check("<a>&;</a>", "xml-bare-ampersand", 1, 4);
    check("<a>x&#1;</a>", "xml-bad-reference", 1, 5);
    check("<a>&#xD800;</a>", "xml-bad-reference", 1, 4);
    check("<a>&#x+41;</a>", "xml-bad-reference", 1, 4);
    check("<a>\u{B}</a>", "xml-forbidden-character", 1, 4);
    check("<a>\u{FFFE}", "xml-forbidden-character", 1, 4);
    check("<a b='\u{1}'/>", "xml-forbidden-character", 1, 7);
    check("<a b=\"1\" b='2'/>", "xml-duplicate-attribute", 1, 10);
    check("<a b=1/>", "xml-bad-attribute", 1, 4);
    check("<a b/>", "xml-bad-attribute", 1, 4);
    check("<a b='1'c='2'/>", "xml-bad-attribute", 1, 9);
    check("<a b='<'/>", "xml-less-than-in-attribute", 1, 7);
    check("<a b='&x'/>", "xml-bare-ampersand", 1, 7);
    check("<a b='x/>", "xml-unclosed-tag", 1, 1);
    check("<a><b", "xml-unclosed-tag", 1, 4);
    check("<a><b c", "xml-unclosed-tag", 1, 4);
    check("<a><b c ", "xml-unclosed-tag", 1, 4);
    check("<a><b ü", "xml-unclosed-tag", 1, 4);
    check("<a><b c=", "xml-unclosed-tag", 1, 4);
    check("<a><!-- ", "xml-unclosed-comment", 1, 4);
    check("<a><!-- -- --></a>", "xml-double-hyphen", 1, 9);
    check("<a><!-- x ---></a>", "xml-double-hyphen", 1, 11);
    check("<a><![CDATA[ ", "xml-unclosed-cdata", 1, 4);
    check("<a>]]></a>", "xml-cdata-end-in-text", 1, 4);
    check("<a><?x ", "xml-unclosed-instruction", 1, 4);
    check("<a><?xml version='1.0'?></a>", "xml-misplaced-declaration", 1, 4);
    check(" <?xml version='1.0'?><a/>", "xml-misplaced-declaration", 1, 2);
    check("<?xml encoding='x'?><a/>", "xml-bad-declaration", 1, 1);
    check("<a/><!DOCTYPE a>", "xml-bad-doctype", 1, 5);
    check("<!DOCTYPE a PUBLIC '-//<b>' 'a.dtd'><a/>", "xml-bad-doctype", 1, 1);
    check("<1/>", "xml-bad-name", 1, 1);
    check("<a>< b</a>", "xml-bad-markup", 1, 4);
    check("<a>\n<", "xml-unclosed-tag", 2, 1);
}

#[test]
fn sound_documents_pass() {
    let check = |text: &str| assert_eq!(first_error(text), None, "{text:?}");
    check("<a/>");
    check("\u{FEFF}<a/>");
    check(
        "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>\n<!-- - --><!DOCTYPE a SYSTEM \"a.dtd\"><a></a >\n",
    );
    check("<a b = '1'\n\tc=\"&lt;&#65;&x;\">&y; <![CDATA[ <&]] ]]> <?x y?></a><?z?>");
    check("<größe ä='1'/>");
    check("<t5:n t5:r='x'/>");
    check("<!DOCTYPE a [<!ENTITY b '>'><!ELEMENT a ANY><!-- ]> -->]><a>&b;</a>");
}

#[test]
fn text_comes_in_one_piece() {
    let check = |text: &str, want: &str| {
        let texts: Vec<String> = Events::new(text)
            .filter_map(|event| if let Ok(Event::Text(text)) = event { Some(text.into_owned()) } else { None })
            .collect();
        assert_eq!(texts, [want], "{text:?}");
    };
    check("<a>A &amp; B &#x42F;&lt;</a>", "A & B Я<");
    check("<a><![CDATA[<b>]]>&amp;<![CDATA[]]> </a>", "<b>& ");
    check("<a>x\r\ny\rz&#13;</a>", "x\ny\nz\r");
    check("<a>&nbsp;&copy;</a>", "&nbsp;&copy;");
    check("<a>]]&gt;</a>", "]]>");
}

#[test]
fn depth_is_bounded_and_does_not_overflow() {
    let deep = |n: usize| format!("{}{}", "<b>".repeat(n), "</b>".repeat(n));
    assert_eq!(first_error(&deep(10_000)), None);
    assert_eq!(first_error(&deep(10_001)), Some(("xml-too-deep", 1, 30_001)));
    assert!(Events::new(&deep(3)).max_depth(2).any(|event| event.is_err()));
}

#[test]
fn ranges_lead_back_to_the_text() {
    let text = "<?xml version='1.0'?>\n<a x='1'>A&amp;B<b/><!--c--></a>\n";
    let mut events = Events::new(text);
    let mut pieces = Vec::new();
    while let Some(event) = events.next() {
        event.unwrap();
        pieces.push(&text[events.range()]);
    }
    assert_eq!(pieces, ["<?xml version='1.0'?>", "\n", "<a x='1'>", "A&amp;B", "<b/>", "", "<!--c-->", "</a>", "\n"]);
}

#[test]
fn a_piece_goes_on_where_the_document_stands() {
    let place = Place { line: 10, column: 5, byte: 1000 };
    let mut events = Events::piece("<tu>\n<x/></body>", place, &["tmx", "body"]);
    let error = events.find_map(Result::err).unwrap();
    assert_eq!((error.place, error.kind.code()), (Place { line: 11, column: 5, byte: 1009 }, "xml-mismatched-end"));
}

#[test]
fn unknown_entities_are_warned_of() {
    let mut events = Events::new("<a b='&x;'>\n&y;</a>");
    assert!(events.all(|event| event.is_ok()));
    let places: Vec<_> = events.take_warnings().into_iter().map(|w| (w.place.line, w.place.column)).collect();
    assert_eq!(places, [(1, 7), (2, 1)]);
}

#[test]
fn encodings() {
    let check = |bytes: &[u8], encoding: &str, warns: bool| {
        let decoded = decode(bytes);
        assert_eq!((decoded.encoding.name(), decoded.warning.is_some()), (encoding, warns), "{bytes:?}");
        assert!(decoded.text.ends_with("<a>ж</a>") || encoding == "windows-1252", "{:?}", decoded.text);
    };
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let utf32 = |text: &str| text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect::<Vec<u8>>();
    check("<a>ж</a>".as_bytes(), "UTF-8", false);
    check("\u{FEFF}<a>ж</a>".as_bytes(), "UTF-8", false);
    check(&utf16("\u{FEFF}<a>ж</a>"), "UTF-16LE", false);
    check(&utf16("<a>ж</a>"), "UTF-16LE", false);
    check(&utf16("<?xml version='1.0' encoding='UTF-16'?><a>ж</a>"), "UTF-16LE", false);
    check(&utf16("\u{FEFF}<?xml version='1.0' encoding='utf-8'?><a>ж</a>"), "UTF-16LE", true);
    check(&utf32("<?xml version='1.0' encoding='UTF-32'?><a>ж</a>"), "UTF-32BE", false);
    check(&utf32("\u{FEFF}<a>ж</a>"), "UTF-32BE", false);
    check(b"<?xml version='1.0' encoding='windows-1251'?><a>\xE6</a>", "windows-1251", false);
    check("<?xml version='1.0' encoding='UTF-16'?><a>ж</a>".as_bytes(), "UTF-8", true);
    check("<?xml version='1.0' encoding='iso-8859-1'?><!--жж--><a>ж</a>".as_bytes(), "UTF-8", true);
    check("<?xml version='1.0' encoding='x-nonsense'?><a>ж</a>".as_bytes(), "UTF-8", true);
    check(b"<?xml version='1.0' encoding='UTF-8'?><a>\xE4</a>", "windows-1252", true);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let decoded = decode(&bytes);
        let mut events = Events::new(&decoded.text);
        while events.next().is_some() {
            let _ = (events.place(), events.range());
        }
        events.take_warnings();
    }

    /// What roxmltree refuses is refused here, and the other way round; entities and declarations in DTDs, which are
    /// read differently on purpose, are left out of the alphabet.
    #[test]
    fn an_independent_parser_agrees(text in r#"(<a>|</a>|<b c="[a<&]?"( |)d='1'>|</b>|<e/>|[ -]|x|&amp;|&#(9|1|x41|x);|<!--|-->|<!\[CDATA\[|\]\]>|<\?p |\?>|<|>|&){0,9}"#) {
        let text = format!("<r>{text}</r>");
        let ours = Events::new(&text).find_map(Result::err);
        let theirs = roxmltree::Document::parse(&text);
        prop_assert_eq!(ours.is_none(), theirs.is_ok(), "{:?} {:?} {:?}", text, ours, theirs.err());
    }
}

/// quick-xml finds the same tags and the same text in what is well formed here.
#[test]
fn tokens_are_those_of_quick_xml() {
    let check = |text: &str| {
        let ours: String = Events::new(text)
            .map(|event| match event.unwrap() {
                Event::Start(tag) => format!("<{} {}>", tag.name, tag.attributes.len()),
                Event::End { name } => format!("</{name}>"),
                Event::Text(text) => text.into_owned(),
                _ => String::new(),
            })
            .collect();
        let mut reader = quick_xml::Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut theirs = String::new();
        loop {
            use quick_xml::events::Event as Token;
            match reader.read_event().unwrap() {
                Token::Start(tag) => {
                    theirs.push_str(&format!("<{} {}>", tag.name().as_ref(), tag.attributes().count()));
                }
                Token::End(tag) => theirs.push_str(&format!("</{}>", tag.name().as_ref())),
                Token::Text(text) => theirs.push_str(&text.xml10_content()),
                Token::CData(text) => theirs.push_str(&text.xml10_content()),
                Token::GeneralRef(reference) => {
                    theirs.push(reference.resolve_char_ref().unwrap().unwrap_or('&'));
                }
                Token::Eof => break,
                _ => {}
            }
        }
        assert_eq!(ours, theirs, "{text:?}");
    };
    check("<a b='>' c=\"/>\" ><d/><e f='1' />x &amp; &#65;\r\ny<![CDATA[<z>]]><!-- <q> --></a >");
    check("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x '>]>'>]><größe>ж<?p <x>?></größe>");
}
