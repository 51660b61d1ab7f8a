//! What a project may decide.

use hexapla_core::document::Scope;
use hexapla_formats::{Format, LineBreaks, Options, extract};

/// Blocks, each with a mark where it is not the page's own: `-` boilerplate, `=` not to be translated.
fn check(page: &str, format: Format, options: &Options, want: &[&str]) {
    let document = extract(page.to_owned(), format, options);
    let got: Vec<String> = document
        .blocks
        .iter()
        .map(|block| match block.scope {
            Scope::Boilerplate => format!("-{}", block.text.as_str()),
            Scope::DoNotTranslate => format!("={}", block.text.as_str()),
            _ => block.text.as_str().to_owned(),
        })
        .collect();
    assert_eq!(got, want, "{page}");
}

#[test]
fn line_breaks_end_a_block_where_asked() {
    let split = Options { line_breaks: LineBreaks::Split, ..Options::default() };
    check("<p>eins<br>zwei</p>", Format::Html, &Options::default(), &["eins\nzwei"]);
    check("<p>eins<br>zwei</p>", Format::Html, &split, &["eins", "zwei"]);
    check("eins\\\nzwei<br>drei", Format::Markdown, &Options::default(), &["eins\nzwei\ndrei"]);
    check("- *eins*\\\n  zwei<br>drei", Format::Markdown, &split, &["eins", "zwei", "drei"]);
}

#[test]
fn selectors_set_elements_apart() {
    let own = Options { boilerplate_selectors: vec!["div.box".to_owned(), "#side".to_owned()], ..Options::default() };
    let page = "<p>a</p><nav>b</nav><div class='big box'><p>c</p></div><p class=box>d</p><ul id=side><li>e</ul>";
    check(page, Format::Html, &own, &["a", "b", "-c", "d", "-e"]);
    check(page, Format::Html, &Options::default(), &["a", "-b", "c", "d", "e"]);
    let within = "<article><footer>f</footer><aside>g</aside></article><aside class=note>h</aside><footer>i</footer>";
    check(within, Format::Html, &Options::default(), &["f", "g", "h", "-i"]);
}

#[test]
fn headings_begin_a_tail() {
    let own = Options { boilerplate_headings: vec!["Mehr davon".to_owned()], ..Options::default() };
    let page = "# A\n\nEin Absatz, der für sich steht und lang genug ist.\n\n## MEHR DAVON:\n\n- eins\n- zwei\n";
    let text = "Ein Absatz, der für sich steht und lang genug ist.";
    check(page, Format::Markdown, &own, &["A", text, "-MEHR DAVON:", "-eins", "-zwei"]);
    check(page, Format::Markdown, &Options::default(), &["A", text, "MEHR DAVON:", "eins", "zwei"]);
}

#[test]
fn keys_are_translated_where_asked() {
    let own = Options { translatable_keys: vec!["card.text".to_owned(), "tags".to_owned()], ..Options::default() };
    let page = "---\ntitle: Nein\ncard:\n  text: Ja\n  id: x\ntags: [rot, 'blau']\n---\nText\n";
    check(page, Format::Markdown, &own, &["Ja", "rot", "blau", "Text"]);
    check(page, Format::Markdown, &Options::default(), &["Nein", "Text"]);
}
