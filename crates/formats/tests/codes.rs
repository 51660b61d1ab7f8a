//! Inline codes at the boundaries of segments: sentences are found in the text without its markup, and each code goes
//! with the sentence that it belongs to, in every format.

use hexapla_core::document::SegmentedDocument;
use hexapla_core::segment::{Rules, Trim, srx};
use hexapla_formats::{Format, Options, read};

/// Cuts a page by `rules` and writes each segment with its codes: `<b>` where one stands.
fn segments(page: &str, format: Format, rules: &Rules) -> Vec<String> {
    let document = read(page.as_bytes(), format, &Options::default()).unwrap();
    let page = SegmentedDocument::new(document, rules);
    let show = |segment| {
        let (mut out, mut from) = (String::new(), 0);
        for code in page.codes(segment) {
            out.push_str(&page.text(segment)[from..code.at]);
            out.push_str(&code.native);
            from = code.at;
        }
        out + &page.text(segment)[from..]
    };
    page.segments.iter().map(show).collect()
}

fn check(page: &str, format: Format, want: &[&str]) {
    let rules = Rules::for_language(&"de".parse().unwrap());
    assert_eq!(segments(page, format, &rules), want, "{page}");
}

#[test]
fn markdown() {
    let check = |page: &str, want: &[&str]| check(page, Format::Markdown, want);
    check("**Der Hof ist offen.** Es regnet.", &["**Der Hof ist offen.**", "Es regnet."]);
    check("Es regnet. **Der Hof ist offen.**", &["Es regnet.", "**Der Hof ist offen.**"]);
    check("Der *Hof*. *Es* regnet.", &["Der *Hof*.", "*Es* regnet."]);
    check("**Der Hof ist offen. Es** regnet.", &["**Der Hof ist offen.", "Es** regnet."]);
    check("Das kostet *z.* B. viel.", &["Das kostet *z.* B. viel."]);
    check("„**Komm!**“ Er ging.", &["„**Komm!**“", "Er ging."]);
}

#[test]
fn html() {
    let check = |page: &str, want: &[&str]| check(page, Format::Html, want);
    check("<p><b>Der Hof ist offen.</b> Es regnet.</p>", &["<b>Der Hof ist offen.</b>", "Es regnet."]);
    check("<p>Er ging.<b> Sie blieb.</b></p>", &["Er ging.", "<b>Sie blieb.</b>"]);
    check("<p>Er <i>ging.</i> <i>Sie</i> blieb.</p>", &["Er <i>ging.</i>", "<i>Sie</i> blieb."]);
    check("<p>Er <a href=\"x\">ging. Sie</a> blieb.</p>", &["Er <a href=\"x\">ging.", "Sie</a> blieb."]);
    check("<p>Er ging.<sup>1</sup> Sie blieb.</p>", &["Er ging.<sup>1</sup>", "Sie blieb."]);
    check("<p>Am 3.<b> Mai</b> ging er.</p>", &["Am 3.<b> Mai</b> ging er."]);
}

#[test]
fn a_file_of_rules_says_where_codes_go() {
    let xml = "<srx version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"no\">\
        <formathandle type=\"start\" include=\"yes\"/><formathandle type=\"end\" include=\"no\"/>\
        <formathandle type=\"isolated\" include=\"no\"/></header><body><languagerules>\
        <languagerule languagerulename=\"a\"><rule><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule>\
        </languagerule></languagerules><maprules><languagemap languagepattern=\".*\" languagerulename=\"a\"/>\
        </maprules></body></srx>";
    let rules = Rules::from_srx(&srx::read(xml).unwrap().srx, "de", "x", Trim::Ends).unwrap().0;
    let page = "<p><b>Er ging.</b> Sie blieb.</p>";
    assert_eq!(segments(page, Format::Html, &rules), ["<b>Er ging.", "</b>Sie blieb."]);
}
