//! XLIFF as it is written.

use hexapla_core::document::{CodeKind, InlineCode};
use hexapla_formats::{Format, XliffFile, XliffText, XliffUnit, write_xliff};

fn code(at: usize, kind: CodeKind, id: u32, name: &str, native: &str) -> InlineCode {
    InlineCode { at, kind, id, name: name.to_owned(), native: native.to_owned() }
}

fn written(source: XliffText, target: Option<XliffText>) -> String {
    let (german, english) = ("de".parse().unwrap(), "en".parse().unwrap());
    let units = vec![XliffUnit { source, target, ..XliffUnit::default() }];
    let file =
        XliffFile { original: "a.md".to_owned(), format: Format::Markdown, source: &german, target: &english, units };
    let mut bytes = Vec::new();
    write_xliff(&[file], &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn codes_of_the_target_have_the_numbers_of_the_source() {
    let source = XliffText {
        text: "Ein Satz.".to_owned(),
        codes: vec![
            code(0, CodeKind::Open, 4, "bold", "<b>"),
            code(3, CodeKind::Close, 4, "bold", "</b>"),
            code(4, CodeKind::Open, 5, "italic", "*"),
            code(8, CodeKind::Close, 5, "italic", "*"),
            code(9, CodeKind::Standalone, 6, "lb", "<br>"),
        ],
    };
    let target = XliffText {
        text: "A sentence & more.".to_owned(),
        codes: vec![
            code(0, CodeKind::Open, 1, "italic", "_"),
            code(1, CodeKind::Close, 1, "italic", "_"),
            code(2, CodeKind::Open, 2, "bold", "<b>"),
            code(10, CodeKind::Close, 9, "x y", "</u>"),
        ],
    };
    let text = written(source, Some(target));
    assert!(text.contains(
        "<source xml:lang=\"de\"><bpt id=\"1\" ctype=\"bold\">&lt;b&gt;</bpt>Ein<ept id=\"1\">&lt;/b&gt;</ept> \
         <bpt id=\"2\" ctype=\"italic\">*</bpt>Satz<ept id=\"2\">*</ept>.<ph id=\"3\" ctype=\"lb\">&lt;br&gt;</ph></source>"
    ), "{text}");
    assert!(
        text.contains(
            "<target xml:lang=\"en\" state=\"translated\"><bpt id=\"2\" ctype=\"italic\">_</bpt>A<ept id=\"2\">_</ept> \
         <it id=\"1\" pos=\"open\" ctype=\"bold\">&lt;b&gt;</it>sentence<it id=\"4\" pos=\"close\" ctype=\"x-x-y\">\
         &lt;/u&gt;</it> &amp; more.</target>"
        ),
        "{text}"
    );
}

#[test]
fn what_is_untranslated_has_no_target_and_what_xml_cannot_carry_stays_out() {
    let plain = |text: &str| XliffText { text: text.to_owned(), codes: Vec::new() };
    assert!(!written(plain("a"), None).contains("<target"));
    assert!(!written(plain("a\u{1}"), None).contains("trans-unit"));
}
