//! Our own cases, one a line in `segment/cases-*.txt`. Adding a line adds a test.
//!
//! `|` stands where a segment ends, and for the blank there unless white space is written; `¦` where one ends without a
//! blank. `\n`, `\r`, `\t` and `\u{…}` stand for what cannot be seen.

use hexapla_core::segment::{Action, Profile, Rules, Segmenter, Trim};

/// Cuts every case of `file` and says which came out otherwise.
fn check(language: &str, file: &str) {
    let rules = Rules::for_language(&language.parse().unwrap());
    let mut wrong = Vec::new();
    let mut count = 0;
    for (line, case) in (1..).zip(file.lines()) {
        if case.trim().is_empty() || case.starts_with('#') {
            continue;
        }
        count += 1;
        let case = unescape(case);
        let want: Vec<&str> = case.split(['|', '¦']).map(str::trim).collect();
        let text = joined(&case);
        let got: Vec<&str> = rules.segment(&text).into_iter().map(|range| &text[range]).collect();
        if got != want {
            wrong.push(format!("line {line}: {}", got.join("|")));
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "{language}: {} of {count} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// The text of a case, without its marks.
fn joined(case: &str) -> String {
    let mut text = String::new();
    for (number, part) in case.split('|').enumerate() {
        if number > 0 && !text.ends_with(char::is_whitespace) && !part.starts_with(char::is_whitespace) {
            text.push(' ');
        }
        text.push_str(part);
    }
    text.replace('¦', "")
}

fn unescape(case: &str) -> String {
    let mut out = String::new();
    let mut rest = case;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let (c, tail) = if let Some(code) = after.strip_prefix("u{") {
            let (digits, tail) = code.split_once('}').unwrap();
            (char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap(), tail)
        } else {
            let c = match after.as_bytes()[0] {
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                other => panic!("unknown escape \\{}", char::from(other)),
            };
            (c, &after[1..])
        };
        out.push(c);
        rest = tail;
    }
    out + rest
}

#[test]
fn german() {
    check("de", include_str!("segment/cases-de.txt"));
}

#[test]
fn english() {
    check("en", include_str!("segment/cases-en.txt"));
}

#[test]
fn russian() {
    check("ru", include_str!("segment/cases-ru.txt"));
}

#[test]
fn arabic() {
    check("ar", include_str!("segment/cases-ar.txt"));
}

#[test]
fn other_languages() {
    check("fr", include_str!("segment/cases-other.txt"));
}

/// What tools disagree on is kept together, unless the profile asks for a cut.
#[test]
fn profiles() {
    let plain = Profile::default();
    let check = |profile: Profile, want: &[&str]| {
        for code in ["de", "en", "ru", "ar", "fr"] {
            let text = "Öl: ja; nein\nund so weiter. ";
            let rules = Rules::with_profile(&code.parse().unwrap(), &profile);
            let got: Vec<&str> = rules.segment(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(got, want, "{code} {profile:?}");
        }
    };
    check(plain, &["Öl: ja; nein\nund so weiter."]);
    check(Profile { after_colon: Action::Break, ..plain }, &["Öl:", "ja; nein\nund so weiter."]);
    check(Profile { after_semicolon: Action::Break, ..plain }, &["Öl: ja;", "nein\nund so weiter."]);
    check(Profile { at_line_break: Action::Break, ..plain }, &["Öl: ja; nein", "und so weiter."]);
    check(Profile { trim: Trim::Nothing, ..plain }, &["Öl: ja; nein\nund so weiter. "]);
}

/// What a blank line parts is cut on its own; what is only white space goes with what stands before it.
#[test]
fn blank_lines_part() {
    let profile = Profile { trim: Trim::Nothing, ..Profile::default() };
    let rules = Rules::with_profile(&"de".parse().unwrap(), &profile);
    let check = |want: &[&str]| {
        let text = want.concat();
        let got: Vec<&str> = rules.segment(&text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(got, want);
    };
    check(&[]);
    check(&["a\nb"]);
    check(&["a\n\n", "b"]);
    check(&["a\r\n \r\n", "b"]);
    check(&["a\n\n\n\n", "b\n"]);
    check(&["a\n\u{A0}\n", "b\nc"]);
    check(&["a\u{2029}", "b"]);
}
