//! The engine against the standard: small files of rules, and where they must cut.

use hexapla_core::segment::{Action, CodeRole, FaultKind, Rules, Segmenter, Trim, codes_before, srx};

/// A file with these rules, as (break, before, after), for every language.
fn file(rules: &[(&str, &str, &str)]) -> String {
    let mut xml = String::from(
        "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"no\"/><body><languagerules><languagerule languagerulename=\"a\">\n",
    );
    for (action, before, after) in rules {
        xml += &format!(
            "<rule break=\"{action}\"><beforebreak><![CDATA[{before}]]></beforebreak><afterbreak><![CDATA[{after}]]></afterbreak></rule>\n"
        );
    }
    xml + "</languagerule></languagerules><maprules><languagemap languagepattern=\".*\" languagerulename=\"a\"/></maprules></body></srx>"
}

/// Cuts `want` without its bars by `rules`.
fn check(rules: &[(&str, &str, &str)], want: &str) {
    let read = srx::read(&file(rules)).unwrap();
    let (compiled, faults) = Rules::from_srx(&read.srx, "de", "test", Trim::Nothing).unwrap();
    assert!(!faults.iter().any(|fault| matches!(fault.kind, FaultKind::Unusable { .. })), "{faults:?}");
    let text = want.replace('|', "");
    let got: Vec<&str> = compiled.segment(&text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(got.join("|"), want, "{rules:?}");
}

#[test]
fn the_first_rule_in_order_decides() {
    check(&[("no", r"Dr\.", r"\s"), ("yes", r"\.", r"\s")], "Dr. K. |Er. |Ja");
    check(&[("yes", r"\.", r"\s"), ("no", r"Dr\.", r"\s")], "Dr. |K. |Er");
}

#[test]
fn missing_parts_fit_anything() {
    check(&[("yes", r"\.", "")], "a.|b.|c");
    check(&[("yes", "", "B")], "a|Ba|B");
    check(&[("yes", "", "")], "a|b|c");
}

#[test]
fn overlapping_matches_are_found() {
    check(&[("no", r"[a-z]\.", r"\s[a-z]\."), ("yes", r"\.", r"\s")], "z. b. c. |Ja");
    check(&[("yes", "aa", "")], "aa|a|a");
}

#[test]
fn patterns_mean_what_icu_means() {
    check(&[("yes", r"\.", r"\h")], "a.\u{A0}|b.\nc");
    check(&[("yes", r"\Q.\E", r"\u0020")], "a. |b");
    check(&[("yes", r"\.", r"\v")], "a.\n|b. c");
    check(&[("yes", r"[\d-–]\.", "")], "1.|–.|-.|a.b");
    check(&[("yes", r"a++b", "")], "aab|ab|b");
    // What was taken is not given back to the boundary, nor to what follows.
    check(&[("yes", r"[.?!]++", "")], "Was?! |Nun");
    check(&[("yes", r"(?>\.+)\.", "")], "Hi...");
    check(&[("yes", r"\b(?>e|etc)\.", "")], "etc. e. |x");
    check(&[("yes", r"\.", r"(?>\s+)")], "a. |b");
    // An assertion that may be left out.
    // A colon in a class is a colon, where no class has that name.
    check(&[("yes", r#"[:;!?]+["':]*"#, r"\s")], "a: |b:c");
    check(&[("yes", r"[[:upper:]]\.", "")], "A.|a.");
    check(&[("yes", r"(?<!x)\.", "")], "x.a.|b");
    check(&[("yes", r"\.", r"(?!x).")], "a.xb.|c");
    check(&[("yes", r"\bж\.", "")], "ж.|жж.");
    check(&[("yes", r"(?i)ENDE", "")], "ende|EnDe");
    check(&[("yes", r"(?U)\w\.", "")], "ä.|b");
    check(&[("yes", r"[\p{L}&&[^ab]]\.", "")], "a.c.|b.");
    check(&[("yes", r"(\w)\1\.", "")], "aa.|ab.");
    check(&[("yes", r"<b>", "")], "<b>|b");
}

#[test]
fn an_assertion_that_may_be_left_out_is_said_to_be_wrong() {
    for pattern in [r"(?<=üa)?b\.", r"(?<!x)*a\.", r"(?x) [.?!] # end", r"(?<=ü)+b\."] {
        let read = srx::read(&file(&[("yes", pattern, "")])).unwrap();
        let (_, faults) = Rules::from_srx(&read.srx, "de", "test", Trim::Ends).unwrap();
        assert!(matches!(faults[0].kind, FaultKind::Unusable { .. }), "{pattern}: {faults:?}");
    }
}

#[test]
fn cascades_add_up_in_the_order_of_the_maps() {
    let xml = |cascade: &str| {
        format!(
            "<srx version=\"2.0\" xmlns=\"http://www.lisa.org/srx20\"><header segmentsubflows=\"yes\" cascade=\"{cascade}\"/><body><languagerules>\
             <languagerule languagerulename=\"rest\"><rule><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>\
             <languagerule languagerulename=\"german\"><rule break=\"no\"><beforebreak>Dr\\.</beforebreak></rule></languagerule></languagerules>\
             <maprules><languagemap languagepattern=\"DE.*\" languagerulename=\"german\"/><languagemap languagepattern=\".*\" languagerulename=\"rest\"/></maprules></body></srx>"
        )
    };
    let count = |cascade: &str, code: &str| {
        let file = srx::read(&xml(cascade)).unwrap();
        Rules::from_srx(&file.srx, code, "test", Trim::Ends).unwrap().0.segment("Dr. K. Er").len()
    };
    assert_eq!(count("yes", "de-AT"), 2);
    assert_eq!(count("yes", "en"), 3);
    assert_eq!(count("no", "de"), 1);
}

#[test]
fn maps_fit_whole_codes() {
    let check = |pattern: &str, code: &str, want: bool| {
        let map =
            srx::LanguageMap { pattern: pattern.into(), group: String::new(), list: None, comment: None, place: None };
        assert_eq!(map.fits(code), want, "{pattern} {code}");
    };
    check("DE.*", "de-AT", true);
    check("de", "de-AT", false);
    check("(DE|de)([-_].*)?", "de_two", true);
    check(".*", "", true);
    check("[", "de", false);
}

#[test]
fn codes_keep_their_order() {
    use CodeRole::{Closing, Isolated, Opening};
    let check = |codes: &[CodeRole], handles: srx::FormatHandles, want: usize| {
        assert_eq!(codes_before(codes.iter().copied(), handles), want, "{codes:?} {handles:?}");
    };
    let plain = srx::FormatHandles::default();
    check(&[], plain, 0);
    check(&[Closing, Closing, Opening], plain, 2);
    check(&[Opening, Closing], plain, 0);
    check(&[Isolated], plain, 0);
    let before = srx::Side::Before;
    let all = srx::FormatHandles { opening: before, closing: before, isolated: before };
    check(&[Opening, Isolated, Closing], all, 3);
}

#[test]
fn what_is_wrong_has_its_place() {
    let error = srx::read("<srx version=\"2.0\">\n  <body>\n</srx>").unwrap_err();
    assert_eq!(error.place.line, 3);
    let error = srx::read("<tmx/>").unwrap_err();
    assert!(matches!(error.kind, srx::SrxErrorKind::NotSrx { .. }));
    let error = srx::read("<srx version=\"9.0\"/>").unwrap_err();
    assert!(matches!(error.kind, srx::SrxErrorKind::Version { .. }));
    let bad = srx::read(&file(&[("yes", r"\.", r"\s"), ("no", "(", ""), ("yes", "a*", "b*")])).unwrap();
    let lines: Vec<(u32, String)> =
        bad.srx.validate().into_iter().map(|warning| (warning.place.line, warning.kind.to_string())).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!((lines[0].0, lines[1].0), (3, 4), "{lines:?}");
    let nobody = srx::read(&file(&[]).replace(".*", "fr")).unwrap();
    assert_eq!(Rules::from_srx(&nobody.srx, "de", "test", Trim::Ends).unwrap_err().maps, ["fr"]);
}

#[test]
fn old_files_are_read_too() {
    let xml = "<srx version=\"1.0\"><header segmentsubflows=\"no\"><formathandle type=\"end\" include=\"no\"/></header><body><languagerules>\
        <languagerule languagerulename=\"d\"><rule break=\"yes\"><beforebreak>\\.</beforebreak><afterbreak> </afterbreak></rule></languagerule>\
        </languagerules><maprules><maprule maprulename=\"m\"><languagemap languagepattern=\"fr\" languagerulename=\"d\"/>\
        <languagemap languagepattern=\".*\" languagerulename=\"d\"/></maprule>\
        <maprule maprulename=\"&quot;n&quot;\"><languagemap languagepattern=\"de\" languagerulename=\"d\"/></maprule></maprules></body></srx>";
    let file = srx::read(xml).unwrap();
    assert_eq!(file.warnings, []);
    assert_eq!(file.srx.version, srx::Version::V1);
    assert_eq!(file.srx.handles.closing, srx::Side::After);
    assert_eq!(Rules::from_srx(&file.srx, "de", "old", Trim::Ends).unwrap().0.segment("a. b").len(), 2);
    let lists = |srx: &srx::Srx| srx.maps.iter().map(|map| map.list.clone().unwrap()).collect::<Vec<_>>();
    assert_eq!(lists(&file.srx), ["m", "m", "\"n\""]);
    let again = file.srx.to_xml();
    assert_eq!(again.matches("<maprule ").count(), 2, "{again}");
    assert_eq!(lists(&srx::read(&again).unwrap().srx), lists(&file.srx));
}

#[test]
fn attributes_that_are_not_kept_are_told() {
    let xml = "<srx version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"yes\"><formathandle type=\"end\" include=\"no\" a=\"\"/></header>\
        <body><languagerules b=\"\"><languagerule languagerulename=\"d\" c=\"\"><rule d=\"\"><beforebreak e=\"\">x</beforebreak><afterbreak f=\"\"/></rule></languagerule>\
        </languagerules><maprules g=\"\"><languagemap languagepattern=\".*\" languagerulename=\"d\" h=\"\"/></maprules></body></srx>";
    let told = |warning: srx::SrxWarning| match warning.kind {
        srx::SrxWarningKind::UnknownAttribute { name } => name,
        other => panic!("{other:?}"),
    };
    let names: Vec<String> = srx::read(xml).unwrap().warnings.into_iter().map(told).collect();
    assert_eq!(names, ["a", "b", "c", "d", "e", "f", "g", "h"]);
}

#[test]
fn nothing_is_lost_when_a_file_is_written_again() {
    let xml = "<srx xmlns=\"http://www.lisa.org/srx20\" xmlns:okpsrx=\"http://okapi.sf.net/srx-extensions\" version=\"2.0\">\
        <header segmentsubflows=\"yes\" cascade=\"yes\"><formathandle type=\"start\" include=\"yes\"/>\
        <okpsrx:options oneSegmentIncludesAll=\"no\"><okpsrx:x>1 &amp; 2</okpsrx:x></okpsrx:options></header><body><languagerules>\
        <!-- German --><languagerule languagerulename=\"g\"><!-- titles --><rule break=\"no\"><beforebreak>[&lt;] x</beforebreak><afterbreak/></rule></languagerule>\
        </languagerules><maprules><!-- all --><languagemap languagepattern=\".*\" languagerulename=\"g\"/></maprules></body><!-- end --></srx>";
    let first = srx::read(xml).unwrap();
    assert_eq!(first.warnings, []);
    let written = first.srx.to_xml();
    for part in [
        "okpsrx:options",
        "1 &amp; 2",
        "<!-- German -->",
        "<!-- titles -->",
        "<!-- all -->",
        "<!-- end -->",
        "[&lt;] x",
    ] {
        assert!(written.contains(part), "{part} in {written}");
    }
    let second = srx::read(&written).unwrap();
    assert_eq!(second.srx.to_xml(), written);
}

#[test]
fn catastrophic_patterns_end() {
    let text = "a".repeat(5_000);
    for pattern in [r"(a+)+b", r"(a|aa)*c", r"(?=(a+)+b)a"] {
        let read = srx::read(&file(&[("yes", pattern, "")])).unwrap();
        let (rules, _) = Rules::from_srx(&read.srx, "de", "test", Trim::Ends).unwrap();
        assert_eq!(rules.segment(&text).len(), 1, "{pattern}");
    }
}

#[test]
fn exported_rules_cut_as_ours_do() {
    let texts = [
        "Dr. Kern z. B. kam.\u{A0}Er ging am 3. Mai. „Ja.“ Nein.",
        "А. С. Пушкин родился в 1799 г. Он поэт.",
        "Mr. Hill left. “Why?” Nobody knew.",
    ];
    for tool in [srx::Tool::Okapi, srx::Tool::OmegaT, srx::Tool::LanguageTool] {
        let read = srx::read(&srx::export(tool, &Default::default())).unwrap();
        for (code, text) in ["de", "ru", "en"].into_iter().zip(texts) {
            let (theirs, _) = Rules::from_srx(&read.srx, code, "export", Trim::Ends).unwrap();
            let ours = Rules::for_language(&code.parse().unwrap());
            assert_eq!(theirs.segment(text), ours.segment(text), "{tool:?} {code}");
        }
    }
}

#[test]
fn explanations_name_the_rule_and_its_line() {
    let rules = Rules::for_language(&"de".parse().unwrap());
    let decisions = rules.explain("Haus Nr. 5 ist alt. Es steht.");
    let first = &decisions[0];
    assert_eq!((first.at, first.action), (8, Action::Keep));
    assert!(first.rule.title.as_deref().unwrap().contains("number"), "{first:?}");
    assert!(first.rule.place.unwrap().line > 1);
    assert!(first.suppressed.is_some());
    assert_eq!(decisions[1].action, Action::Break);
}

/// Memories are cut by an edition of the rules. Whoever changes a rule raises `EDITION` and adds the new lines to
/// `segment/editions.txt`; only an edition that was never released may change its lines, and then those of the
/// memories in `seeds` with them.
#[test]
fn editions_are_frozen() {
    let frozen = include_str!("segment/editions.txt");
    let now: Vec<String> = ["de", "en", "ru", "ar", "fr"]
        .iter()
        .map(|code| Rules::for_language(&code.parse().unwrap()).fingerprint().to_string())
        .collect();
    let missing: Vec<&String> = now.iter().filter(|line| !frozen.lines().any(|known| known == line.as_str())).collect();
    assert!(missing.is_empty(), "not in tests/segment/editions.txt: {missing:?}");
}
