//! What a line begins or ends with: bullets, numbers, footnote marks, stops.

/// What marks a line as an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `•`, `◦`, `‣` …: they mark nothing but items.
    Bullet(char),
    /// `-`, `–`, `*`, `+`: they may also stand in running text.
    Dash(char),
    /// `1.`, `2)`, `(3)`.
    Number(u32),
    /// `a)`, `(b)`.
    Letter(char),
}

/// The list mark that a line begins with, if white space and text follow it.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let (token, rest) = line.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    if rest.is_empty() {
        return None;
    }
    let mut letters = token.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return match only {
            '•' | '◦' | '‣' | '▪' | '▫' | '▸' | '►' | '●' | '○' | '∙' | '■' | '□' | '·' | '⁃' | '➢' | '✓' | '✔'
            | '→' | '❖' | '☐' | '☑' => Some(Mark::Bullet(only)),
            '-' | '–' | '—' | '*' | '+' => Some(Mark::Dash(only)),
            _ => None,
        };
    }
    let inner = token.strip_suffix(')').map(|t| t.strip_prefix('(').unwrap_or(t));
    let numbered = inner.or_else(|| token.strip_suffix('.')).and_then(number);
    match (numbered, inner) {
        (Some(n), _) if !(token.ends_with('.') && goes_on_as_a_date(rest)) => Some(Mark::Number(n)),
        (_, Some(letter)) => {
            let mut letters = letter.chars();
            letters.next().filter(|c| c.is_alphabetic() && letters.next().is_none()).map(Mark::Letter)
        }
        _ => None,
    }
}

/// How many bytes of an item of a list are the number or the letter that it is counted by and the white space behind that,
/// and how much that is; `None` where nothing counts it.
///
/// ```
/// use hexapla_formats::counted_by;
/// assert_eq!(counted_by("2. Kiste öffnen."), Some((3, 2)));
/// assert_eq!(counted_by("b) Kabel nehmen."), Some((3, 2)));
/// assert_eq!(counted_by("Kiste öffnen."), None);
/// ```
pub fn counted_by(item: &str) -> Option<(usize, u32)> {
    let count = match mark(item)? {
        Mark::Number(number) => number,
        Mark::Letter(letter) => u32::from(letter.to_lowercase().next()?).checked_sub(u32::from('a') - 1)?,
        Mark::Bullet(_) | Mark::Dash(_) => return None,
    };
    let token = item.find(char::is_whitespace)?;
    Some((item.len() - item[token..].trim_start().len(), count))
}

fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.chars().count() > 3 {
        return None;
    }
    digits.chars().try_fold(0, |n, c| {
        let digit = match c {
            '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
            '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
            _ => c.to_digit(10)?,
        };
        Some(n * 10 + digit)
    })
}

/// "10. – 12. November: …", "3. Mai".
pub(super) fn begins_with_a_date(line: &str) -> bool {
    line.split_once(char::is_whitespace).is_some_and(|(token, rest)| {
        token.strip_suffix('.').and_then(number).is_some() && goes_on_as_a_date(rest.trim_start())
    })
}

/// "10. – 12. November", "3. Mai", "22. und 23. Oktober": an ordinal, not a number of a list.
fn goes_on_as_a_date(rest: &str) -> bool {
    let word = rest.split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '.')).next().unwrap_or_default();
    matches!(word, "–" | "-" | "—" | "bis" | "und" | "oder" | "/" | "Jahrhundert" | "Jh" | "Uhr")
        || MONTHS.iter().any(|month| word.to_lowercase() == *month)
}

const MONTHS: &[&str] = &[
    "januar",
    "jänner",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "december",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "jan",
    "feb",
    "mär",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "nov",
    "dez",
];

/// "*Name …", "¹ …", "[1] …": a footnote's text. "*emphasis*" and "* item" are none.
pub(super) fn is_footnote(line: &str) -> bool {
    let stars = line.trim_start_matches('*');
    let count = line.len() - stars.len();
    if (1..=3).contains(&count) {
        let word = stars.split(char::is_whitespace).next().unwrap_or_default();
        return word.starts_with(char::is_alphanumeric) && !word.contains('*');
    }
    if let Some((digits, _)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return number(digits).is_some();
    }
    line.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '†', '‡'])
}

/// A line of nothing but dashes, stars, equals signs or underscores, three or more.
pub(super) fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| !c.is_whitespace()).count();
    marks >= 3
        && line
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '=' | '_' | '*' | '~' | '–' | '—' | '─' | '━' | '═' | '#'))
}

/// Whether a line ends as a sentence does, quotes and brackets after the stop aside.
pub(super) fn ends_a_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '“' | '”' | '«' | '»' | '’' | '\'' | ')' | ']' | '›' | '‹')
    });
    line.ends_with(['.', '!', '?', '…', '؟', '。', '！', '？', '۔'])
}

/// "Eiche 30,2%", "Rent 4 €", "Summe 12": a line of a table, flattened.
pub(super) fn is_table_like(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '%' | '٪' | '‰' | '€' | '$' | '£' | '₽' | '°' | '\u{200F}' | '\u{200E}')
    });
    let amount = bare.len() < line.len() && bare.ends_with(char::is_numeric);
    amount
        || line.rsplit(char::is_whitespace).next().is_some_and(|unit| {
            matches!(unit, "EUR" | "Euro" | "kg" | "km" | "ha" | "Prozent" | "percent")
                && line[..line.len() - unit.len()].trim_end().ends_with(char::is_numeric)
        })
}
