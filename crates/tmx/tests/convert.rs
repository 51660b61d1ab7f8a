//! Units of the toolkit become units of TMX and come back.

use hexapla_core::document::{CodeKind, InlineCode};
use hexapla_core::language::Language;
use hexapla_core::memory::{Context, TranslationUnit, Variant, WorkState};
use hexapla_tmx::{
    ExportHead, Head, LeftOut, ReadOptions, Reader, Tu, canonical, from_tu, to_tu, validate, write_units,
};

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn code(at: usize, kind: CodeKind, id: u32, name: &str, native: &str) -> InlineCode {
    InlineCode { at, kind, id, name: name.into(), native: native.into() }
}

fn variant(text: &str, codes: Vec<InlineCode>) -> Variant {
    Variant { text: text.into(), codes, ..Variant::default() }
}

fn unit(source: Variant, target: Variant) -> TranslationUnit {
    TranslationUnit {
        id: Some("u-1".into()),
        source_language: language("de"),
        variants: [(language("de"), source), (language("ar-SA"), target)].into_iter().collect(),
        context: Context::default(),
        notes: Vec::new(),
        properties: Default::default(),
    }
}

fn seg(codes: Vec<InlineCode>) -> String {
    segs(unit(variant("abc", codes.clone()), variant("xyz", codes)))[0].clone()
}

fn segs(unit: TranslationUnit) -> Vec<String> {
    let written = canonical(&to_tu(&unit).value.unwrap()).unwrap();
    let inside = |part: &str| part.split("</seg>").next().unwrap_or_default().to_owned();
    written.split("<seg>").skip(1).map(inside).collect()
}

#[test]
fn codes_are_written_as_the_standard_has_them() {
    use CodeKind::{Close, Open, Standalone};
    let check = |codes: Vec<InlineCode>, want: &str| assert_eq!(seg(codes), want);
    check(
        vec![code(1, Open, 7, "bold", "<b>"), code(2, Close, 7, "bold", "</b>")],
        "a<bpt i=\"1\" x=\"7\" type=\"bold\">&lt;b&gt;</bpt>b<ept i=\"1\">&lt;/b&gt;</ept>c",
    );
    check(vec![code(3, Standalone, 1, "lb", "<br>")], "abc<ph x=\"1\" type=\"lb\">&lt;br&gt;</ph>");
    check(vec![code(0, Open, 1, "", "")], "<it pos=\"begin\" x=\"1\"/>abc");
    check(vec![code(3, Close, 2, "link", "</a>")], "abc<it pos=\"end\" x=\"2\" type=\"link\">&lt;/a&gt;</it>");
    // Overlapping pairs are legal.
    check(
        vec![code(0, Open, 1, "", ""), code(1, Open, 2, "", ""), code(2, Close, 1, "", ""), code(3, Close, 2, "", "")],
        "<bpt i=\"1\" x=\"1\"/>a<bpt i=\"2\" x=\"2\"/>b<ept i=\"1\"/>c<ept i=\"2\"/>",
    );
    // A closing half before its opening half is no pair.
    check(
        vec![code(0, Close, 1, "", ""), code(3, Open, 1, "", "")],
        "<it pos=\"end\" x=\"1\"/>abc<it pos=\"begin\" x=\"1\"/>",
    );
}

/// An `x` says that there is a counterpart; a code without one keeps its number only here.
#[test]
fn codes_without_counterpart_have_no_x() {
    use CodeKind::{Close, Open, Standalone};
    let pair = |id: u32| vec![code(0, Open, id, "", ""), code(1, Close, id, "", "")];
    let check = |source: Vec<InlineCode>, target: Vec<InlineCode>, want: [&str; 2]| {
        let whole = unit(variant("abc", source), variant("xyz", target));
        assert_eq!(segs(whole.clone()), want);
        let mut file = Vec::new();
        write_units(&ExportHead::new(&language("de")), [&whole], &mut file).unwrap();
        let mut found = Vec::new();
        validate(&file[..], ReadOptions::default(), &mut |diagnostic| found.push(diagnostic.code())).unwrap();
        assert_eq!(found, Vec::<&str>::new());
        let mut reader = Reader::new(&file[..]).unwrap();
        let head = reader.head().clone();
        let tu = reader.next_tu().unwrap().unwrap();
        let back = from_tu(&tu, &head, None).value.unwrap();
        assert_eq!(to_tu(&back).value.unwrap(), tu, "what is read leaves again as it came");
    };
    check(Vec::new(), pair(1), ["abc", "<bpt i=\"1\"/>x<ept i=\"1\"/>yz"]);
    check(
        vec![code(1, Standalone, 1, "", ""), code(2, Standalone, 2, "", "")],
        vec![code(1, Standalone, 1, "", ""), code(2, Standalone, 3, "", "")],
        ["a<ph x=\"1\"/>b<ph/>c", "x<ph x=\"1\"/>y<ph/>z"],
    );
    check(pair(7), pair(7), ["<bpt i=\"1\" x=\"7\"/>a<ept i=\"1\"/>bc", "<bpt i=\"1\" x=\"7\"/>x<ept i=\"1\"/>yz"]);
}

#[test]
fn what_is_exported_is_imported_again() {
    let mut whole = unit(
        variant("Der Garten\r\n & <Hof>", vec![code(4, CodeKind::Open, 1, "bold", "<b>")]),
        variant(
            "الحديقة",
            vec![code(0, CodeKind::Open, 1, "bold", "<b>"), code(14, CodeKind::Close, 1, "bold", "</b>")],
        ),
    );
    whole.context = Context {
        document: Some("seiten/garten.html".into()),
        previous: Some("Vorher.".into()),
        next: Some("Nachher.".into()),
    };
    whole.notes.push("geprüft".into());
    whole.properties.insert("x-quelle".into(), "Verein & Co".into());
    whole.properties.insert("segtype".into(), "paragraph".into());
    let target = whole.variants.get_mut(&language("ar-SA")).unwrap();
    target.changed = Some("20260310T120000Z".parse().unwrap());
    target.changed_by = Some("anna".into());
    target.state = Some(WorkState::Reviewed);

    let mut file = Vec::new();
    write_units(&ExportHead::new(&language("de")), [&whole], &mut file).unwrap();
    let mut reader = Reader::new(&file[..]).unwrap();
    let head = reader.head().clone();
    let tu = reader.next_tu().unwrap().unwrap();
    assert_eq!(tu.attributes.get("segtype"), Some("paragraph"));
    let back = from_tu(&tu, &head, None);
    assert_eq!((back.value.unwrap(), back.left_out), (whole, Vec::new()));
}

#[test]
fn what_may_not_leave_is_told() {
    let check = |source: &str, target: &str, want: &[LeftOut]| {
        let kept = to_tu(&unit(variant(source, Vec::new()), variant(target, Vec::new())));
        assert_eq!((kept.value, &kept.left_out[..]), (None, want));
    };
    check("a", " ", &[LeftOut::EmptyVariant("ar-SA".into()), LeftOut::Untranslated]);
    check("", "a", &[LeftOut::NoSource]);
}

fn import(tu: &str) -> (Option<TranslationUnit>, Vec<LeftOut>) {
    let file = format!("<tmx version='1.4'><header srclang='de-DE'/><body>{tu}</body></tmx>");
    let mut reader = Reader::new(file.as_bytes()).unwrap();
    let head: Head = reader.head().clone();
    let tu: Tu = reader.next_tu().unwrap().unwrap();
    let kept = from_tu(&tu, &head, None);
    (kept.value, kept.left_out)
}

#[test]
fn imports_say_what_they_leave_out() {
    let check = |tu: &str, want: &[LeftOut]| assert_eq!(import(tu).1, want, "{tu}");
    let de = "<tuv xml:lang='de'><seg>a</seg></tuv>";
    check(&format!("<tu>{de}<tuv xml:lang='en_GB'><seg>b</seg></tuv></tu>"), &[]);
    check(
        &format!("<tu>{de}<tuv xml:lang='en'><seg>b</seg></tuv><tuv xml:lang='EN'><seg>c</seg></tuv></tu>"),
        &[LeftOut::DuplicateVariant("EN".into())],
    );
    check(&format!("<tu>{de}<tuv><seg>b</seg></tuv></tu>"), &[LeftOut::BadLanguage(String::new())]);
    check(&format!("<tu>{de}<tuv xml:lang='en'><seg/></tuv></tu>"), &[LeftOut::EmptyVariant("en".into())]);
    check(&format!("<tu creationdate='gestern'>{de}</tu>"), &[LeftOut::BadDate("gestern".into())]);
    check("<tu><tuv xml:lang='en'><seg>b</seg></tuv></tu>", &[LeftOut::NoSource]);
    check(
        &format!("<tu usagecount='3'>{de}</tu>"),
        &[LeftOut::Attribute { element: "tu", name: "usagecount".into(), value: "3".into() }],
    );
}

#[test]
fn inline_elements_become_codes() {
    use CodeKind::{Close, Open, Standalone};
    let check = |seg: &str, text: &str, want: &[(usize, CodeKind, u32, &str, &str)]| {
        let (unit, _) = import(&format!("<tu><tuv xml:lang='de'><seg>{seg}</seg></tuv></tu>"));
        let unit = unit.unwrap();
        let variant = &unit.variants[&language("de")];
        let codes: Vec<_> =
            variant.codes.iter().map(|c| (c.at, c.kind, c.id, c.name.as_str(), c.native.as_str())).collect();
        assert_eq!((variant.text.as_str(), &codes[..]), (text, want), "{seg}");
    };
    check(
        "a<bpt i='5' x='2' type='bold'>&lt;b></bpt>b<ept i='5'>&lt;/b></ept>",
        "ab",
        &[(1, Open, 2, "bold", "<b>"), (2, Close, 2, "bold", "</b>")],
    );
    check(
        "<it pos='end' type='link'>x</it>a<it pos='begin'/>",
        "a",
        &[(0, Close, 1, "link", "x"), (1, Open, 2, "", "")],
    );
    check("<hi type='term'>a</hi>b", "ab", &[(0, Open, 1, "term", ""), (1, Close, 1, "term", "")]);
    check("a<ph type='fnote'>{<sub>n<hi>o</hi></sub>}</ph>b", "ab", &[(1, Standalone, 1, "fnote", "{no}")]);
    check("<ut>{x}</ut>a", "a", &[(0, Standalone, 1, "", "{x}")]);
}
