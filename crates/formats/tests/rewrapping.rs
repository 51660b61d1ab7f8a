//! A text that somebody wraps at any width has the same blocks as before.

use std::path::Path;

use hexapla_formats::{Format, Options, extract};

#[test]
fn wrapping_changes_no_block() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/content");
    for page in ["haus/geschichte.txt", "faq.txt"] {
        for language in ["de", "en", "ru", "ar"] {
            let path = seeds.join(language).join(page);
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let want = blocks(&text);
            for width in [50, 60, 72, 80, 100] {
                let wrapped: Vec<String> = text.split('\n').map(|line| wrap(line, width)).collect();
                assert_eq!(blocks(&wrapped.join("\n")), want, "{language}/{page} at {width} columns");
            }
        }
    }
}

fn blocks(text: &str) -> Vec<String> {
    let document = extract(text.to_owned(), Format::Text, &Options::default());
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    document.blocks.iter().map(|block| words(block.text.as_str())).collect()
}

/// As many words on a line as will fit; items hang.
fn wrap(line: &str, width: usize) -> String {
    let indent = if line.trim_start().starts_with('•') { "    " } else { "" };
    let mut out = String::new();
    let mut column = 0;
    for word in line.split_inclusive(' ') {
        let length = word.trim_end_matches(' ').chars().count();
        if column > 0 && column + length > width && !out.trim().is_empty() && out.trim() != "•" {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.push_str(indent);
            column = indent.len();
        }
        out.push_str(word);
        column += word.chars().count();
    }
    out
}
