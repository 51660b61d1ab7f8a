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

/// Nouns are capitalised in German: by chance all lines begin with one.
#[test]
fn a_paragraph_whose_lines_all_begin_with_a_capital_is_no_verse() {
    let want = [
        "Titel",
        "Die Bibliothek öffnet am Sonntag um neun Uhr und bietet Kaffee an. Der Gärtner gießt die Rosen am Montag.",
        "Der Gärtner gießt die Rosen am Montag im Innenhof. Der Chor singt.",
    ];
    let text = "Titel\n\n\
                Die Bibliothek öffnet am Sonntag um neun Uhr und\nbietet Kaffee an. Der Gärtner gießt die Rosen am\nMontag.\n\n\
                Der Gärtner gießt die Rosen am Montag im\nInnenhof. Der Chor singt.\n";
    assert_eq!(blocks(text), want);
    let capitals = "Der Gärtner gießt am Montag früh im kühlen\n\
                    Innenhof die Rosen. Der Chor singt am hohen\n\
                    Sonntag in der Kirche. Die Katze schläft im\n\
                    Garten. Am Abend kommt der Hund mit.\n";
    let wrapped = format!("{text}\n{capitals}");
    assert_eq!(blocks(&wrapped).last().unwrap(), &capitals.split_whitespace().collect::<Vec<_>>().join(" "));
    // No sentence ends within; but the rest of the text is wrapped where these lines are.
    let running = "Der Gärtner gießt die roten Rosen am Montag im\n\
                   kühlen Innenhof. Der Chor singt am Sonntag und\nwartet.\n";
    let capitals = "Der Gärtner begrüßt am frühen Montag die hohen\n\
                    Gäste aus dem Norden und die Kinder der kleinen\n\
                    Schule, die Lehrer und die Eltern sowie die\n\
                    Nachbarn aus der Gasse.\n";
    let wrapped = format!("{running}\n{running}\n{capitals}");
    assert_eq!(blocks(&wrapped).last().unwrap(), &capitals.split_whitespace().collect::<Vec<_>>().join(" "));
    let verse = "Im Garten steht ein alter Baum mit Zweigen,\nDie Vögel singen früh am Morgen in den Zweigen,\n\
                 Der Wind bewegt die Blätter, bis sie schweigen,\nUnd abends hört man leise ferne Geigen.\n";
    assert_eq!(blocks(&format!("{text}\n{verse}")).len(), want.len() + 4);
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
