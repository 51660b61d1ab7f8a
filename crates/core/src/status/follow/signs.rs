//! Signs that languages write alike, by which a translation is seen to follow: numbers, addresses, names, words in code.

use std::collections::HashSet;

use super::{Passage, TokenKind, token_kind, tokens};
use crate::text::{Fold, fold};

/// What of both languages' signs came with an edit, and what went.
pub(super) struct Difference {
    pub(super) gained: Vec<String>,
    pub(super) lost: Vec<String>,
}

impl Difference {
    pub(super) fn of(old: &Passage, new: &Passage) -> Self {
        let (old, new) = (signs(old, Weight::Any), signs(new, Weight::Any));
        // A word that only lost its capital is still there.
        let without = |these: &[Sign], those: &[Sign]| -> Vec<String> {
            let telling = these.iter().filter(|sign| sign.weight == Weight::Telling);
            let gone = telling.filter(|sign| !those.iter().any(|other| other.text == sign.text));
            gone.map(|sign| sign.text.clone()).collect()
        };
        Self { gained: without(&new, &old), lost: without(&old, &new) }
    }
}

/// The signs of a target, among which those of a source are looked for.
pub(super) struct Signs {
    signs: Vec<String>,
}

impl Signs {
    pub(super) fn of(passage: &Passage) -> Self {
        let mut signs: Vec<String> = signs(passage, Weight::Possible).into_iter().map(|sign| sign.text).collect();
        // 6 pm is 18 Uhr.
        let folded = fold(passage.text(), Fold::Words);
        if folded.split(' ').any(|word| word == "pm") || folded.contains("p m") {
            let hours: Vec<String> = signs
                .iter()
                .filter_map(|sign| sign.strip_prefix('#')?.parse::<u32>().ok())
                .filter(|hour| *hour < 12)
                .map(|hour| format!("#{}", hour + 12))
                .collect();
            signs.extend(hours);
        }
        Self { signs }
    }

    pub(super) fn have(&self, sign: &str) -> bool {
        self.signs.iter().any(|own| own == sign)
    }
}

/// Something that languages write alike: a number in any script's digits (`#5`), an address (`@…`), a word by the
/// consonants that survive a change of script (`=mlr` for Müller, Мюллер, مولر), or a word that both write as it is
/// (`~display`), as names in code are.
struct Sign {
    text: String,
    weight: Weight,
}

/// How surely a translation has a sign as well, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// It should.
    Telling,
    /// It may.
    Possible,
    /// It may, if the word is a name without its capital.
    Any,
}

/// The signs of a text, down to the lightest that is asked for.
fn signs(passage: &Passage, lightest: Weight) -> Vec<Sign> {
    let text = passage.text();
    let code: HashSet<&str> = passage.code().flat_map(tokens).collect();
    let telling = |text: String| Sign { text, weight: Weight::Telling };
    let mut out: Vec<Sign> = numbers(text).into_iter().map(|number| telling(format!("#{number}"))).collect();
    let addresses = passage.markup().into_iter().flat_map(addresses);
    out.extend(addresses.map(|address| telling(format!("@{}", unlocalized(address)))));
    for token in tokens(text) {
        match token_kind(token) {
            TokenKind::Link => out.push(telling(format!("@{}", unlocalized(token)))),
            TokenKind::Word => {
                if token.len() >= 4 && token.is_ascii() {
                    // Kindred languages have ordinary words in common; of those, only code is meant to stay as it is.
                    let stays = code.contains(token) || is_humped(token);
                    let weight = if stays { Weight::Telling } else { Weight::Possible };
                    out.push(Sign { text: format!("~{}", token.to_lowercase()), weight });
                }
                // A name has a capital, where its script has any.
                let weight = if token.starts_with(char::is_lowercase) { Weight::Any } else { Weight::Telling };
                if weight > lightest {
                    continue;
                }
                let skeleton = skeleton(token.trim_end_matches("'s").trim_end_matches("’s"));
                if skeleton.len() >= 3 {
                    out.push(Sign { text: format!("={skeleton}"), weight });
                }
            }
            _ => {}
        }
    }
    out
}

/// Whether a word is written as names in code are: `fetchLater`, `on_click`.
fn is_humped(token: &str) -> bool {
    token.contains('_') || token.as_bytes().windows(2).any(|c| c[0].is_ascii_lowercase() && c[1].is_ascii_uppercase())
}

/// Where inline markup leads: `](address)`, `href="address"`.
fn addresses(markup: &str) -> impl Iterator<Item = &str> {
    let starts = markup.match_indices("](").chain(markup.match_indices("=\"")).chain(markup.match_indices("='"));
    starts.filter_map(|(at, _)| {
        let rest = markup.get(at + 2..)?;
        let address = rest.get(..rest.find([')', '"', '\'', '>', ' ']).unwrap_or(rest.len()))?;
        address.contains(['/', '#', '.']).then_some(address)
    })
}

/// An address without the language in its path: `/en-US/docs` and `/fr/docs` are the same page.
fn unlocalized(address: &str) -> String {
    let is_language = |part: &str| {
        let (language, region) = part.split_once(['-', '_']).unwrap_or((part, "XX"));
        let letters = |text: &str| (2..=4).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphabetic());
        language.len() == 2 && letters(language) && letters(region)
    };
    address.split('/').filter(|part| !is_language(part)).collect::<Vec<_>>().join("/")
}

/// Runs of digits, as ASCII digits; thousands stand together.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for token in tokens(text).into_iter().filter(|token| token_kind(token) == TokenKind::Number) {
        let mut runs: Vec<(Option<char>, String)> = Vec::new();
        let mut separator: Option<char> = None;
        let mut inside = false;
        for c in token.chars() {
            match digit(c) {
                Some(value) => {
                    if !inside {
                        runs.push((separator, String::new()));
                    }
                    inside = true;
                    if let Some((_, run)) = runs.last_mut() {
                        run.push(char::from(b'0' + value));
                    }
                }
                None => {
                    inside = false;
                    separator = Some(c);
                }
            }
        }
        let mut joined: Vec<String> = Vec::new();
        for (separator, run) in runs {
            let groups = separator.is_some_and(|c| matches!(c, '.' | ',' | '\'' | '’' | '٬' | '\u{A0}' | '\u{202F}'));
            match joined.last_mut() {
                Some(last) if groups && run.len() == 3 => last.push_str(&run),
                _ => joined.push(run),
            }
        }
        out.extend(joined);
    }
    out
}

fn digit(c: char) -> Option<u8> {
    let code = u32::from(c);
    let zero = [0x30, 0x660, 0x6F0, 0x966].into_iter().find(|zero| (*zero..*zero + 10).contains(&code))?;
    u8::try_from(code - zero).ok()
}

/// The consonants of a word in classes that survive a change of script; doubled ones count once.
fn skeleton(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        let class = match c {
            'b' | 'p' | 'б' | 'п' | 'ب' => 'p',
            'f' | 'v' | 'w' | 'ф' | 'в' | 'ف' => 'f',
            'g' | 'k' | 'q' | 'c' | 'г' | 'к' | 'ج' | 'غ' | 'ك' | 'ق' => 'k',
            'd' | 't' | 'д' | 'т' | 'د' | 'ت' | 'ط' | 'ض' => 't',
            's' | 'z' | 'ß' | 'с' | 'з' | 'ц' | 'ш' | 'س' | 'ز' | 'ص' | 'ش' => 's',
            'l' | 'л' | 'ل' => 'l',
            'm' | 'м' | 'م' => 'm',
            'n' | 'н' | 'ن' => 'n',
            'r' | 'р' | 'ر' => 'r',
            _ => continue,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}
