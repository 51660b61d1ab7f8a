//! What holds of every text, whatever is in it.

use std::sync::LazyLock;

use hexapla_core::segment::{Action, Profile, Rules, Segmenter, Trim, srx};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Texts in which things meet that rules care about.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            ".", "!", "?", "…", "...", "“", "„", "»", "«", "\"", "'", "(", ")", "[", "]", ":", ";", ",", "–", "—", "-", " ", " ", " ",
            "\u{A0}", "\n", "\r\n", "\r", "\t", "\u{2029}", "\u{AD}", "\u{200D}", "\u{FE0F}", "\u{301}", "1", "23", "2020", "3.14",
            "1.000,5", "z. B.", "Dr.", "usw.", "e.g.", "Mr.", "U.S.", "т. е.", "г.", "д.", "и т. д.", "د.", "؟", "۔", "؛", "Das", "haus", "The",
            "house", "Он", "дом", "بيت", "XIV.", "A.", "😀", "👍🏽", "👨‍👩‍👧", "🇩🇪", ":-)", "¹", "[3]", "*", "•", "https://a.de/b.c?d=E.F",
            "www.a.de", "a@b.de", "a.txt", "。", "」", "。",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Compiled once for all cases of all tests: that takes longer than to cut a text.
static RULES: LazyLock<[Rules; 5]> =
    LazyLock::new(|| ["de", "en", "ru", "ar", "fr"].map(|code| Rules::for_language(&code.parse().unwrap())));

fn rules() -> impl Strategy<Value = Rules> {
    prop::sample::select(RULES.as_slice())
}

/// Rules that trim nothing: as they are, and with breaks at colons and line breaks.
static UNTRIMMED: LazyLock<[Rules; 2]> = LazyLock::new(|| {
    [Action::Keep, Action::Break].map(|action| {
        let profile = Profile { trim: Trim::Nothing, after_colon: action, at_line_break: action, ..Profile::default() };
        Rules::with_profile(&"de".parse().unwrap(), &profile)
    })
});

/// Three hundred cases, or as many as `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn segments_and_gaps_restore_the_text(rules in rules(), text in text()) {
        let mut end = 0;
        for range in rules.segment(&text) {
            prop_assert!(range.start >= end);
            prop_assert!(text[end..range.start].trim().is_empty(), "a gap holds text");
            let segment = &text[range.clone()];
            prop_assert!(!segment.is_empty());
            prop_assert_eq!(segment, segment.trim());
            end = range.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn untrimmed_segments_are_the_text(text in text(), breaks in 0usize..2) {
        let rules = &UNTRIMMED[breaks];
        let mut end = 0;
        for range in rules.segment(&text) {
            prop_assert_eq!(range.start, end);
            prop_assert!(range.end > range.start);
            end = range.end;
        }
        prop_assert!(end == text.len() || text.trim().is_empty());
    }

    #[test]
    fn no_boundary_within_a_grapheme_an_address_or_a_number(rules in rules(), before in text(), after in text()) {
        for unit in ["https://a.de/b.C?d=E.F!g", "3.14", "1.000.000,50", "12:30", "👨‍👩‍👧", "e\u{301}", "user.Name@host.De"] {
            let text = format!("{before} {unit} {after}");
            let at = before.len() + 1..before.len() + 1 + unit.len();
            for range in rules.segment(&text) {
                prop_assert!(!(at.start < range.start && range.start < at.end), "{unit} is cut in {text:?}");
                prop_assert!(!(at.start < range.end && range.end < at.end), "{unit} is cut in {text:?}");
            }
        }
        let starts: Vec<usize> = before.grapheme_indices(true).map(|(at, _)| at).chain([before.len()]).collect();
        for range in rules.segment(&before) {
            prop_assert!(starts.contains(&range.start) || before[..range.start].trim().is_empty() || before[..range.start].ends_with(char::is_whitespace));
            prop_assert!(starts.contains(&range.end) || before[range.end..].starts_with(char::is_whitespace));
        }
    }

    #[test]
    fn what_comes_after_a_paragraph_changes_nothing_before_it(rules in rules(), before in text(), after in text()) {
        let alone = rules.segment(&before);
        let both = rules.segment(&format!("{before}\n\n{after}"));
        prop_assert_eq!(&both[..alone.len().min(both.len())], &alone[..]);
    }

    #[test]
    fn explanations_name_the_boundaries(rules in rules(), text in text()) {
        let ends: Vec<usize> = rules.segment(&text).into_iter().map(|range| range.end).collect();
        let cuts: Vec<usize> =
            rules.explain(&text).into_iter().filter(|decision| decision.action == Action::Break).map(|decision| decision.at).collect();
        for end in ends {
            let last = text[end..].trim().is_empty();
            let paragraph = text[end..].chars().take_while(|c| c.is_whitespace()).any(|c| matches!(c, '\n' | '\u{2029}'));
            let rest = text[end..].len() - text[end..].trim_start().len();
            prop_assert!(last || paragraph || cuts.iter().any(|cut| (end..=end + rest).contains(cut)), "no rule for {end} in {text:?}");
        }
    }

    #[test]
    fn any_rules_at_all(pattern in ".{0,20}", other in "[a-z.\\\\s+*?()|\\[\\]^$]{0,12}", text in text()) {
        let file = format!(
            "<srx version=\"2.0\"><header/><body><languagerules><languagerule languagerulename=\"a\"><rule><beforebreak><![CDATA[{}]]></beforebreak><afterbreak>{}</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern=\".*\" languagerulename=\"a\"/></maprules></body></srx>",
            pattern.replace("]]>", ""),
            other
        );
        if let Ok(file) = srx::read(&file)
            && let Ok((rules, _)) = Rules::from_srx(&file.srx, "de", "any", Trim::Ends)
        {
            let mut end = 0;
            for range in rules.segment(&text) {
                prop_assert!(text[end..range.start].trim().is_empty());
                end = range.end;
            }
            let again = srx::read(&file.srx.to_xml()).unwrap().srx;
            prop_assert_eq!(again.groups[0].rules[0].before.clone(), file.srx.groups[0].rules[0].before.clone());
        }
    }

    #[test]
    fn any_text_as_a_file_of_rules(text in any::<String>()) {
        let _ = srx::read(&text);
        let _ = srx::read(&format!("<srx version=\"2.0\"><body><languagerules>{text}</languagerules></body></srx>"));
    }
}
