//! What stops the build: message files that do not agree with each other, each fault with its file and line.

#[allow(dead_code)]
#[path = "../crates/cli/build/catalog.rs"]
mod catalog;

use catalog::{Source, compile};

fn check(english: &str, russian: &str, want: &str) {
    let source = |language: &str, text: &str| Source {
        language: language.to_owned(),
        path: format!("{language}/x.ftl"),
        text: text.to_owned(),
    };
    let sources = [source("en", english), source("ru", russian)];
    match compile(&sources) {
        Ok(_) => assert_eq!("", want, "{english:?} {russian:?}"),
        Err(faults) => assert!(faults.iter().any(|fault| fault.contains(want)), "wanted {want:?}, found {faults:#?}"),
    }
}

#[test]
fn faults_are_found_with_their_place() {
    check("a = A\n", "a = А\n", "");
    check("a = A\n\nb = B\n", "a = А\n", "en/x.ftl:3: `b` is missing in `ru`");
    check("a = A\n", "a = А\nc = В\n", "ru/x.ftl:2: `c` is not in `en`");
    check("a = A { $x }\n", "a = А\n", "ru/x.ftl:1: `a` has the variables {}");
    check("a = { NUM($n) }\n", "a = { $n }\n", "ru/x.ftl:1: `a` has the variables");
    check("a = { NUM($n) } { $n }\n", "a = { NUM($n) }\n", "en/x.ftl:1: `$n` is a number");
    check("a = { NUMBER($n) }\n", "a = { NUM($n) }\n", "en/x.ftl:1: there is no function `NUMBER`");
    check("a = { -t }\n", "-t = т\na = { -t }\n", "en/x.ftl:1: the term `-t` is not defined in `en`");
    check("-t = t\na = A\n", "a = А\n", "en/x.ftl:1: the term `-t` is used nowhere");
    check("a = { b }\n", "a = А\n", "en/x.ftl:1: the message `b` that is referred to is not defined");
    check("a = A\n", "a = А {\n", "ru/x.ftl:2: ");
    check("a = A\na = B\n", "a = А\n", "`a` is already defined at en/x.ftl:1");
    check(
        "error-x = A\n",
        "error-x = А\n",
        "en/x.ftl:1: `error-x`: `error-…` messages, and only they, have a `.remedy`",
    );
    check("a = A\n    .title = A\n", "a = А\n    .title = А\n", "there is no use for this attribute");
}

#[test]
fn every_plural_form_of_a_language_is_asked_for() {
    let english = "a = { PLURAL($n) ->\n    [one] x\n   *[other] x\n}\n";
    check(english, "a = { PLURAL($n) ->\n    [one] x\n    [few] x\n    [many] x\n   *[other] x\n}\n", "");
    check(
        english,
        "a = { PLURAL($n) ->\n    [one] x\n   *[other] x\n}\n",
        "ru/x.ftl:1: the plural form `few` is missing",
    );
    check(english, "a = { PLURAL($n) ->\n    [two] x\n   *[other] x\n}\n", "ru/x.ftl:1: `ru` has no plural form `two`");
    check(english, "a = { PLURAL($n) ->\n   *[one] x\n    [other] x\n}\n", "the default plural form must be `other`");
    check(english, "a = { PLURAL($n) ->\n    [1] x\n   *[other] x\n}\n", "`1` is no plural form");
}
