//! What holds for any page, good or bad.

use std::collections::BTreeMap;

use hexapla_core::document::Document;
use hexapla_core::text::is_invisible;
use hexapla_formats::{Format, Options, decode, extract};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text(page in pieces(TEXT)) {
        let document = extract(page, Format::Text, &Options::default());
        well_formed(&document);
        every_visible_character_once(&document);
    }

    #[test]
    fn any_markdown(page in pieces(MARKDOWN)) {
        well_formed(&extract(page, Format::Markdown, &Options::default()));
    }

    #[test]
    fn any_html(page in pieces(HTML)) {
        well_formed(&extract(page, Format::Html, &Options::default()));
    }

    #[test]
    fn any_characters(page in any::<String>()) {
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let document = extract(page.clone(), format, &Options::default());
            well_formed(&document);
            if format == Format::Text {
                every_visible_character_once(&document);
            }
        }
    }

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>()) {
        for format in [Format::Text, Format::Markdown, Format::Html] {
            if let Ok(decoded) = decode(&bytes, format) {
                well_formed(&extract(decoded.text, format, &Options::default()));
            }
        }
    }
}

/// Pages put together from what formats are made of are odder than random letters.
fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(of), 0..60).prop_map(|pieces| pieces.concat())
}

const TEXT: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{C}",
    " ",
    "\t",
    "\u{A0}",
    "\u{FEFF}",
    "\u{200B}",
    "\u{AD}",
    "• ",
    "- ",
    "1. ",
    "2. ",
    "a) ",
    "* ",
    "*",
    "Haus",
    "das alte Haus am See war ",
    "lang und weit und breit und schön und grün ",
    "English",
    "русский",
    "عربي",
    " | ",
    ".",
    ":",
    "?",
    "30,2%",
    "10. – 12. Juni",
    "===",
    "---",
    "Aktuelles",
    "ein-",
    "日本語",
    "é",
    "e\u{301}",
    "https://example.org",
    "(Quelle)",
    "[1] ",
    "\u{2028}",
    "\u{85}",
    "\u{B}",
];

const MARKDOWN: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  \n",
    "\\\n",
    " ",
    "    ",
    "\t",
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "> > ",
    "---\n",
    "+++\n",
    "title: Haus\n",
    "title = \"Haus\"\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "]",
    "](",
    ")",
    "(u \"t\")",
    "![",
    "[^1]",
    "[^1]: ",
    "[a]: /u 'Titel'\n",
    "<b>",
    "</b>",
    "<br>",
    "<!-- a -->",
    "<!--",
    "-->",
    "<div>\n",
    "</div>\n",
    "<",
    ">",
    "&amp;",
    "&nbsp;",
    "&",
    "| a | b |\n|---|---|\n",
    "|",
    "<https://example.org>",
    "Haus",
    "été",
    "日本",
    "\\*",
    "\\",
    "{#id}",
    "- [ ] ",
    "\u{FEFF}",
    "\u{0}",
    "<p title='x'>",
    "<script>",
    "$",
    "$$\n",
    "{{",
    "}}",
    "{{a(\"b\")}}",
    "{{< a title=\"Haus\" >}}",
    "{{< /a >}}",
    "{% if %}\n",
    "{% endif %}",
    "{{% code %}}",
    "{{% /code %}}",
    ":::note Haus\n",
    ":::\n",
    "!!! note \"Haus\"\n",
    "=== \"é\"\n",
    "/// a | Haus\n",
    "{: .a}\n",
    "import a from 'b';\n",
    "<A b={1}>",
    "{/* a */}",
    "- : ",
];

const HTML: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<br>",
    "<br/>",
    "<a href='/en/' hreflang=en>",
    "</a>",
    "<a title=\"a &amp; b\">",
    "<img alt='Haus &",
    "'>",
    "\">",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<h1>",
    "</h1>",
    "<nav>",
    "</nav>",
    "<span translate=no>",
    "</span>",
    "<p lang=en>",
    "<option>",
    "<select>",
    "</select>",
    "<svg>",
    "</svg>",
    "<textarea>",
    "</textarea>",
    "<!--",
    "-->",
    "<!DOCTYPE html>",
    "<?x",
    "<",
    ">",
    "</",
    "&amp;",
    "&amp",
    "&nbsp;",
    "&#228;",
    "&#x1F600;",
    "&#xD800;",
    "&notit;",
    "&",
    ";",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{C}",
    "\u{A0}",
    "Haus",
    "English",
    "русский",
    "été",
    "日本",
    "\"",
    "'",
    "=",
    "/",
    "<meta name=description",
    " content='x'>",
    "<button>",
    "<label>",
    "<input placeholder=x>",
    "\u{FEFF}",
    "\u{0}",
    "<main>",
    "{{",
    "}}",
    "<text>",
    "</text>",
    "<video>",
    "<iframe title=Haus>",
    "<aside>",
    "<![CDATA[",
];

/// Blocks in order, spans inside the file, every piece of text at home in the file.
fn well_formed(document: &Document) {
    let file = &document.file;
    let mut last = 0;
    for block in &document.blocks {
        assert!(last <= block.span.start, "blocks out of order: {block:?}");
        last = block.span.start;
        assert!(file.get(block.span.clone()).is_some(), "span outside of the file: {block:?}");
        let text = block.text.as_str();
        assert!(!text.trim().is_empty(), "empty block: {block:?}");
        for (at, c) in text.char_indices() {
            let range = block.text.file_range(at..at + c.len_utf8());
            assert!(block.span.start <= range.start && range.end <= block.span.end, "{c:?} outside of {block:?}");
            let there = file.get(range).unwrap_or_else(|| panic!("{c:?} of {block:?} is cut off"));
            assert!(there.starts_with(c) || is_replaced(there, c), "{c:?} stands for {there:?}");
        }
        let mut at = 0;
        for code in &block.codes {
            assert!(at <= code.at && text.is_char_boundary(code.at), "codes out of order: {block:?}");
            at = code.at;
        }
        let mut at = 0;
        for range in &block.protected {
            assert!(at <= range.start && range.start < range.end, "protected ranges out of order: {block:?}");
            assert!(text.get(range.clone()).is_some(), "{block:?}");
            at = range.end;
        }
    }
    let spans = document.comments.iter().map(|c| &c.span).chain(document.fields.iter().map(|f| &f.span));
    let spans =
        spans.chain(document.warnings.iter().map(|w| &w.span)).chain(document.alternates.iter().map(|a| &a.span));
    for span in spans {
        assert!(file.get(span.clone()).is_some(), "{span:?} is outside of the file");
    }
}

/// White space that became a blank, an entity, an escape, a NUL.
fn is_replaced(there: &str, c: char) -> bool {
    c.is_whitespace()
        || there.starts_with('&')
        || there.starts_with(['\\', '\'', '"'])
        || there.contains(c)
        || c == '\u{FFFD}'
}

fn every_visible_character_once(document: &Document) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for block in &document.blocks {
        for (at, c) in block.text.as_str().char_indices().filter(|(_, c)| !c.is_whitespace()) {
            *counts.entry(block.text.file_range(at..at + c.len_utf8()).start).or_default() += 1;
        }
    }
    for (at, c) in document.file.char_indices().filter(|(_, c)| !c.is_whitespace() && !is_invisible(*c)) {
        assert_eq!(counts.get(&at), Some(&1), "{c:?} at byte {at} of {:?}", document.file);
    }
}
