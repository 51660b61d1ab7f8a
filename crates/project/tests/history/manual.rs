//! Documentation, as it is written and translated: what its sentences say, and how pages show them.

use crate::generator::wrapped;

/// The languages of generated documentation; the first is the source.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "de", "ru"];

const NOUNS: [[&str; 2]; 30] = [
    ["server", "Server"],
    ["header", "Kopf"],
    ["page", "Seite"],
    ["button", "Knopf"],
    ["field", "Feld"],
    ["value", "Wert"],
    ["key", "Schlüssel"],
    ["window", "Fenster"],
    ["browser", "Browser"],
    ["worker", "Arbeiter"],
    ["event", "Ereignis"],
    ["style", "Stil"],
    ["picture", "Bild"],
    ["script", "Skript"],
    ["file", "Blatt"],
    ["reader", "Leser"],
    ["object", "Gegenstand"],
    ["list", "Liste"],
    ["table", "Tabelle"],
    ["request", "Anfrage"],
    ["answer", "Antwort"],
    ["cache", "Zwischenlager"],
    ["error", "Fehler"],
    ["path", "Pfad"],
    ["form", "Formular"],
    ["letter", "Buchstabe"],
    ["colour", "Farbe"],
    ["border", "Rand"],
    ["node", "Knoten"],
    ["tree", "Baum"],
];
const VERBS: [[&str; 2]; 18] = [
    ["reads", "liest"],
    ["writes", "schreibt"],
    ["sends", "sendet"],
    ["opens", "öffnet"],
    ["closes", "schließt"],
    ["changes", "ändert"],
    ["finds", "findet"],
    ["keeps", "behält"],
    ["shows", "zeigt"],
    ["hides", "verbirgt"],
    ["loads", "lädt"],
    ["stores", "speichert"],
    ["returns", "liefert"],
    ["needs", "braucht"],
    ["copies", "kopiert"],
    ["removes", "entfernt"],
    ["draws", "zeichnet"],
    ["counts", "zählt"],
];
const LINKS: [[&str; 3]; 6] = [
    ["while", "während", "пока"],
    ["because", "weil", "потому что"],
    ["although", "obwohl", "хотя"],
    ["before", "bevor", "прежде чем"],
    ["if", "falls", "если"],
    ["and", "und", "и"],
];
const CODES: [&str; 6] = ["onLoad", "fetch_all", "max-width", "Promise.all", "data-id", "getItem"];
const NAMES: [[&str; 3]; 6] = [
    ["Weber", "Weber", "Вебер"],
    ["Sommer", "Sommer", "Зоммер"],
    ["Keller", "Keller", "Келлер"],
    ["Brandt", "Brandt", "Брандт"],
    ["Martens", "Martens", "Мартенс"],
    ["Fischer", "Fischer", "Фишер"],
];
const FILLERS: [[&str; 4]; 2] = [["eben", "gerade", "jedoch", "meist"], ["именно", "обычно", "однако", "также"]];
pub(crate) const NOUN_COUNT: usize = NOUNS.len();
pub(crate) const VERB_COUNT: usize = VERBS.len();
pub(crate) const LINK_COUNT: usize = LINKS.len();
pub(crate) const CODE_COUNT: usize = CODES.len();
pub(crate) const NAME_COUNT: usize = NAMES.len();

/// Who does what to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) subject: usize,
    pub(crate) verb: usize,
    pub(crate) object: usize,
    pub(crate) link: usize,
}

/// What a sentence says, apart from any language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) clauses: Vec<Clause>,
    pub(crate) number: Option<u32>,
    pub(crate) name: Option<usize>,
    pub(crate) code: Option<usize>,
    pub(crate) negated: bool,
    /// A heading or a cell: no whole sentence.
    pub(crate) short: bool,
    pub(crate) minor: Minor,
}

/// What may differ without any need to translate again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Minor {
    pub(crate) address: u32,
    pub(crate) bold: bool,
    pub(crate) loud: bool,
    pub(crate) misspelt: bool,
}

impl Meaning {
    /// Whether nothing but minor things differ.
    pub(crate) fn means(&self, other: &Meaning) -> bool {
        let bare = |meaning: &Meaning| Meaning { minor: Minor::default(), ..meaning.clone() };
        bare(self) == bare(other)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Markdown,
    Html,
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading,
    Paragraph,
    Item,
    Row,
}

/// A word that is no word, but looks like Russian.
fn russian(seed: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ра", "то", "ми", "лен", "ка", "вос", "ду", "пре", "ход", "сти", "но", "зе", "гор", "бы", "чу", "шел"];
    let mut seed = seed * 2_654_435 + 97;
    (0..2 + seed % 3)
        .map(|_| {
            seed = seed * 31 + 7;
            SYLLABLES[seed / 8 % SYLLABLES.len()]
        })
        .collect()
}

fn noun(at: usize, language: usize) -> String {
    if language < 2 { NOUNS[at][language].to_owned() } else { russian(at) }
}

fn verb(at: usize, language: usize) -> String {
    if language < 2 { VERBS[at][language].to_owned() } else { russian(100 + at) }
}

fn clause(clause: &Clause, language: usize, negated: bool, extra: &str) -> String {
    let (subject, verb, object) =
        (noun(clause.subject, language), verb(clause.verb, language), noun(clause.object, language));
    match (language, negated) {
        (0, false) => format!("the {subject} {verb} the {object}{extra}"),
        (0, true) => format!("the {subject} never {verb} the {object}{extra}"),
        (1, false) => format!("das Ding {subject} {verb}{extra} das {object}"),
        (1, true) => format!("das Ding {subject} {verb}{extra} nie das {object}"),
        (_, false) => format!("{object}{extra} {verb} {subject}"),
        (_, true) => format!("{object}{extra} никогда не {verb} {subject}"),
    }
}

/// A sentence in a language. `turn` is the translator's turn of phrase; 0 is the plain one.
pub(crate) fn say(meaning: &Meaning, language: usize, format: Format, turn: usize) -> String {
    let mut text = String::new();
    for (at, one) in meaning.clauses.iter().enumerate() {
        let mut extra = String::new();
        if at == 0 {
            if let Some(number) = meaning.number {
                extra += &[format!(" {number} times"), format!(" {number} Mal"), format!(" {number} раз")][language];
            }
            if let Some(name) = meaning.name {
                let name = NAMES[name][language];
                extra += &[format!(" for {name}"), format!(" für {name}"), format!(" для {name}")][language];
            }
        }
        if at > 0 {
            text += if language == 0 { " " } else { ", " };
            text += LINKS[one.link][language];
            text.push(' ');
        }
        if meaning.short {
            text += &format!("{} {}{extra}", noun(one.object, language), noun(one.subject, language));
        } else {
            text += &clause(one, language, at == 0 && meaning.negated, &extra);
        }
    }
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    if turn > 0 && language > 0 && words.len() > 2 {
        let at = 1 + turn % (words.len() - 1);
        words.insert(at, FILLERS[language - 1][turn % 4].to_owned());
        if turn.is_multiple_of(3) {
            words.insert(at, FILLERS[language - 1][turn / 3 % 4].to_owned());
        }
    }
    if meaning.minor.misspelt && language == 0 {
        let long = words.iter_mut().rfind(|word| word.len() > 5 && word.is_ascii());
        if let Some(word) = long {
            let doubled = word.chars().nth(2).unwrap();
            word.insert(2, doubled);
        }
    }
    if let Some(code) = meaning.code {
        let code = CODES[code];
        words.push(["with", "mit", "через"][language].to_owned());
        words.push(match format {
            Format::Markdown => format!("`{code}`"),
            Format::Html => format!("<code>{code}</code>"),
            Format::Text => code.to_owned(),
        });
    }
    let mut first = words[0].chars();
    words[0] = first.next().into_iter().flat_map(char::to_uppercase).chain(first).collect();
    if meaning.minor.bold && words.len() > 1 {
        words[1] = match format {
            Format::Markdown => format!("**{}**", words[1]),
            Format::Html => format!("<b>{}</b>", words[1]),
            Format::Text => words[1].clone(),
        };
    }
    if meaning.minor.address > 0 {
        // Every language links to its own pages.
        let address = format!("https://example.org/{}/page-{}", LANGUAGES[language], meaning.minor.address);
        match format {
            Format::Markdown => words[0] = format!("[{}]({address})", words[0]),
            Format::Html => words[0] = format!("<a href=\"{address}\">{}</a>", words[0]),
            Format::Text => words.push(format!("({address})")),
        }
    }
    let end = if meaning.short { "" } else { [".", "!"][usize::from(meaning.minor.loud)] };
    words.join(" ") + end
}

/// How a page looks beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) weight: usize,
    pub(crate) width: usize,
    pub(crate) hard_blanks: bool,
    pub(crate) macros: bool,
}

/// A page of blocks, each of sentences that are said already.
pub(crate) fn render(blocks: &[(Kind, Vec<String>)], language: usize, format: Format, look: Look) -> String {
    let text = |sentences: &[String]| {
        let text = sentences.join(" ");
        let text = if look.hard_blanks { text.replace(" the ", "\u{A0}the ") } else { text };
        wrapped(&text, look.width)
    };
    let mut out = String::new();
    let mut before = None;
    for (kind, sentences) in blocks {
        let joins = before == Some(*kind) && matches!(kind, Kind::Item | Kind::Row);
        if format == Format::Html {
            out += &match kind {
                Kind::Heading => format!("<h2>{}</h2>\n", text(sentences)),
                Kind::Paragraph => format!("<p>{}</p>\n", text(sentences)),
                Kind::Item => format!("<ul><li>{}</li></ul>\n", text(sentences)),
                Kind::Row => format!("<table><tr><td>{}</td></tr></table>\n", sentences.join("</td><td>")),
            };
        } else {
            if before.is_some() && !joins {
                out.push('\n');
            }
            if *kind == Kind::Row && !joins && format == Format::Markdown {
                out += "| | |\n| --- | --- |\n";
            }
            out += &match (kind, format) {
                (Kind::Heading, Format::Markdown) => format!("## {}\n", sentences.join(" ")),
                (Kind::Item, _) => format!("- {}\n", sentences.join(" ")),
                (Kind::Row, Format::Markdown) => {
                    format!("| {} | {} |\n", sentences[0], sentences.get(1).map_or("", String::as_str))
                }
                (Kind::Row, _) => format!("- {}\n", sentences.join("\n- ")),
                _ => text(sentences) + "\n",
            };
        }
        before = Some(*kind);
    }
    let Look { weight, macros, .. } = look;
    let call = if macros { "\n{{EmbedSample(\"demo\", 600)}}\n\n```js\nlet demo = 600;\n```\n" } else { "" };
    match format {
        Format::Markdown => format!("---\nslug: Web/API\nweight: {weight}\n---\n\n{out}{call}"),
        Format::Html => {
            let code = LANGUAGES[language];
            format!(
                "<!DOCTYPE html>\n<html lang=\"{code}\">\n<body>\n<main>\n{out}</main>\n<footer>{weight}</footer>\n</body>\n</html>\n"
            )
        }
        Format::Text => out + &"\n".repeat(weight % 3),
    }
}
