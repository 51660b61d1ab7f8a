//! Pages that would break a reader that recurses, or that looks at everything again for each thing it finds.

use hexapla_formats::{Format, Options, extract};

/// Each is repeated until it fills this many bytes: a cost that grows with the square would be felt.
const SIZE: usize = 60_000;

#[test]
fn repeated_markup_is_read_to_its_end() {
    let pieces = [
        "<div>",
        "</div>",
        "<b>",
        "<p>x",
        "<div><p>x",
        "<a x=\"",
        "<a x=\">'",
        "<title>",
        "<script>",
        "<!--",
        "<",
        "</",
        "<svg>",
        "<ul><li>",
        "<b><p>x</b>",
        "<table><tr><td>",
        "<header>x",
        "<b></i>",
        "<div>\n\nx\n\n",
        "<p title=x>",
        "x<br>",
        "<ul><li><a href=x>English</a>",
        "<div class=lang>Deutsch ",
        "&amp;",
        "&notin;",
        "&",
        "> ",
        "[",
        "![",
        "[a](",
        "[<a>](",
        "*",
        "**a ",
        "`",
        "`a ",
        "_a",
        "- ",
        "\n- a",
        "|",
        "| a |\n|-|\n",
        "[a]: b 'x'\n",
        "[^1]: a\n",
        "\\",
        "---\n",
        "{{",
        "{{\"",
        "{% a",
        "{{< a >}}\n",
        "{{a}} ",
        "{{< a=\"",
        ":::a\n",
        "!!! a\n    ",
        "!!! abc\n\n",
        "$$\n",
        "$$\na\n",
        "import a from 'b'\n",
        "export const a = {\n",
        "<A b={",
        "<A b={1}>",
        "{/*",
        "- : a\n  ",
        "<svg><text>",
        "Haus\n",
        "Haus\n\n",
        "Haus am See. ",
        "\n",
        "\r",
        "• Haus\n",
        "1. Haus\n",
        "English\n",
        "English\n\n",
        "English | ",
        "Aktuelles\n\n",
        "e\u{301}\n",
        "ein langer Satz, der weit über\ndie Zeile geht und nicht aufhört, denn er hat Zeit\n",
    ];
    for piece in pieces {
        let page = piece.repeat(SIZE / piece.len());
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let document = extract(page.clone(), format, &Options::default());
            assert_eq!(document.file.len(), page.len());
        }
    }
}

#[test]
fn deep_front_matter_is_read_to_its_end() {
    let fill = |piece: &str| piece.repeat(SIZE / piece.len());
    let pages = [
        format!("---\na: {}\n---\n", fill("[")),
        format!("---\na: {}\n---\n", fill("{a: ")),
        format!("---\na:\n{}\n---\n", fill("- ")),
        format!("---\n{}---\n", (0..500).map(|depth| " ".repeat(depth) + "a:\n").collect::<String>()),
        format!("---\n{}---\n", fill("a: &a [*a]\n")),
        format!("---\ntitle: \"{}\"\n---\n", fill("\\u0041")),
        format!("+++\na = {}\n+++\n", fill("[")),
        format!("+++\na{} = 1\n+++\n", fill(".a")),
        format!("+++\n[a{}]\n+++\n", fill(".a")),
    ];
    for page in pages {
        let document = extract(page.clone(), Format::Markdown, &Options::default());
        assert_eq!(document.file, page);
    }
}
