//! Whether two texts give the same numbers, however they write them.

use std::collections::BTreeSet;

use crate::language::Language;
use crate::text::{is_invisible, is_mark};

use super::number_words::{self, Spoken};
use super::without_addresses;
use crate::status::edit::month;

/// The numbers of a text that the other one does not give, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) source: Vec<String>,
    pub(super) target: Vec<String>,
    /// Whether all of them are so small that they may be written out.
    pub(super) may_be_spelled: bool,
}

/// Compares the numbers of two texts; `None` where neither has one that the other lacks.
pub(super) fn difference(source: (&str, &Language), target: (&str, &Language)) -> Option<Difference> {
    let (source, target) = (Written::of(source.0, source.1), Written::of(target.0, target.1));
    // Most sentences give no number, or the same ones; then only months may differ, and few sentences name any.
    if source.digits == target.digits && (source.months().is_empty() || target.months().is_empty()) {
        return None;
    }
    let (source, target) = (Numbers::of(source), Numbers::of(target));
    let months = || other_months(&source, &target);
    // Telephone numbers and the like are grouped as every country pleases.
    if source.written.digits == target.written.digits || is_same_telephone(&source, &target) {
        return months();
    }
    let arabic = source.drops_two || target.drops_two;
    let missing = |these: &Numbers<'_>, those: &Numbers<'_>| -> Vec<Mention> {
        let lacking = these.mentions.iter().filter(|mention| !mention.is_in(&those.values));
        lacking.filter(|mention| !mention.is_dropped(arabic)).cloned().collect()
    };
    let (mut only_source, mut only_target) = (missing(&source, &target), missing(&target, &source));
    let one_sided = only_source.is_empty() || only_target.is_empty();
    if one_sided {
        // A name may be left out as a whole.
        only_source.retain(|mention| !mention.of_name);
        only_target.retain(|mention| !mention.of_name);
    }
    if only_source.is_empty() && only_target.is_empty() {
        return months();
    }
    // Feet became metres: a good translator did that, and nobody here can do the sum.
    if source.imperial != target.imperial {
        return None;
    }
    let small = only_source.iter().chain(&only_target).all(Mention::is_small);
    let written = |mentions: Vec<Mention>| mentions.into_iter().map(|mention| mention.written).collect();
    Some(Difference { source: written(only_source), target: written(only_target), may_be_spelled: one_sided && small })
}

/// With the code of the country or without.
fn is_same_telephone(source: &Numbers<'_>, target: &Numbers<'_>) -> bool {
    if source.has_country_code == target.has_country_code {
        return false;
    }
    let bare = |numbers: &Numbers<'_>| numbers.written.digits.trim_start_matches('0').to_owned();
    let (source, target) = (bare(source), bare(target));
    let (shorter, longer) = if source.len() < target.len() { (source, target) } else { (target, source) };
    shorter.len() >= 7 && longer.len() <= shorter.len() + 3 && longer.ends_with(shorter.as_str())
}

/// The months that only one side names, where both name some.
fn other_months(source: &Numbers<'_>, target: &Numbers<'_>) -> Option<Difference> {
    let (of_source, of_target) = (source.written.months(), target.written.months());
    if of_source.is_empty() || of_target.is_empty() {
        return None;
    }
    let lacking = |months: Vec<(usize, &str)>, values: &BTreeSet<String>| -> Vec<String> {
        let lacking = months.into_iter().filter(|(month, _)| !values.contains(&month.to_string()));
        lacking.map(|(_, written)| written.to_owned()).collect()
    };
    let (source, target) = (lacking(of_source, &target.values), lacking(of_target, &source.values));
    let differ = !source.is_empty() || !target.is_empty();
    differ.then_some(Difference { source, target, may_be_spelled: false })
}

/// A text as its numbers are looked for in it.
struct Written<'l> {
    language: &'l Language,
    text: String,
    /// All digits, in order.
    digits: String,
}

/// What a text says in numbers.
struct Numbers<'l> {
    written: Written<'l>,
    mentions: Vec<Mention>,
    /// Every value that a mention or a word may stand for.
    values: BTreeSet<String>,
    /// Whether there is a `+` before a digit.
    has_country_code: bool,
    /// Whether the grammar says "two" without any word for it.
    drops_two: bool,
    /// Whether it measures in feet, miles and pounds.
    imperial: bool,
}

/// A number in digits, and what it may mean: any of several readings, each one or more values.
///
/// A value is a decimal without zeros that say nothing (`1240`, `30.2`), or a time of day (`18:30`).
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mention {
    written: String,
    /// Whether it is the end of a name, as in "base64".
    of_name: bool,
    /// Whether feet, miles or pounds follow.
    imperial: bool,
    readings: Vec<Vec<String>>,
}

impl Mention {
    fn is_in(&self, values: &BTreeSet<String>) -> bool {
        let has = |value: &String| {
            let short = value.get(2..).filter(|_| value.len() == 4 && value.starts_with(['1', '2']));
            values.contains(value) || short.is_some_and(|year| values.contains(&decimal(year, "")) && year != "00")
        };
        self.readings.iter().any(|reading| reading.iter().all(has))
    }

    /// One is an article in many languages; two is a form of the noun in Arabic.
    fn is_dropped(&self, two_too: bool) -> bool {
        let is = |value: &str| self.readings.iter().any(|reading| *reading == [value]);
        is("1") || (two_too && is("2"))
    }

    fn is_small(&self) -> bool {
        self.readings.iter().any(|reading| {
            let [value] = reading.as_slice() else { return false };
            value.parse::<u8>().is_ok_and(|value| value <= 12)
        })
    }
}

impl<'l> Written<'l> {
    fn of(text: &str, language: &'l Language) -> Self {
        let text = prepared(text);
        Self { language, digits: text.chars().filter(char::is_ascii_digit).collect(), text }
    }

    /// The months that it names: their number, and as they are written.
    fn months(&self) -> Vec<(usize, &str)> {
        words(&self.text).filter_map(|word| Some((month(word, self.language)?, word))).collect()
    }
}

impl<'l> Numbers<'l> {
    fn of(written: Written<'l>) -> Self {
        let Written { language, text, .. } = &written;
        let mut mentions = scan(text);
        let spoken = number_words::of(&words(text).collect::<Vec<_>>(), language);
        if spoken.afternoon {
            for mention in &mut mentions {
                add_afternoon(&mut mention.readings);
            }
        }
        let mut values: BTreeSet<String> = spoken.values.iter().cloned().collect();
        values.extend(mentions.iter().flat_map(|mention| mention.readings.iter().flatten().cloned()));
        // 1950–53, SS19: a year without its century.
        let years: Vec<String> =
            values.iter().filter(|value| value.len() == 4 && value.starts_with(['1', '2'])).cloned().collect();
        values.extend(years.iter().filter_map(|year| year.parse::<u32>().ok()).map(|year| (year % 100).to_string()));
        if spoken.afternoon {
            let hours: Vec<u32> = spoken.values.iter().filter_map(|value| value.parse().ok()).collect();
            values.extend(hours.into_iter().filter(|hour| (1..12).contains(hour)).map(|hour| (hour + 12).to_string()));
        }
        let mut after_plus = text.split('+').skip(1);
        let has_country_code = after_plus.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let measured = mentions.iter().any(|mention| mention.imperial);
        let drops_two = Spoken::drops_two(language);
        let imperial = spoken.imperial || measured;
        Self { written, mentions, values, has_country_code, drops_two, imperial }
    }
}

/// Addresses and numbered placeholders away, digits of every script as ASCII digits, nothing invisible.
fn prepared(text: &str) -> String {
    let text = without_numbered_places(&without_addresses(text));
    text.chars().filter(|c| !is_invisible(*c)).map(|c| digit(c).unwrap_or(c)).collect()
}

/// `{0}` and `%1$s` are no numbers.
fn without_numbered_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '%']) {
        let (before, place) = rest.split_at(at);
        out.push_str(before);
        let digits = place[1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(place.len() - 1);
        let close = if place.starts_with('{') { "}" } else { "$" };
        let end = 1 + digits;
        if digits > 0 && place[end..].starts_with(close) {
            rest = &place[end + 1..];
        } else {
            out.push_str(&place[..1]);
            rest = &place[1..];
        }
    }
    out.push_str(rest);
    out
}

fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 8] = [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0x1040, 0xFF10];
    let code = u32::from(c);
    let zero = ZEROS.into_iter().find(|zero| (*zero..*zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// The words: runs of letters with their marks.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parted = |c: char| !(c.is_alphabetic() || is_mark(c));
    text.split(parted).filter(|word| !word.is_empty())
}

const BLANKS: [char; 4] = [' ', '\u{A0}', '\u{202F}', '\u{2009}'];

/// A run of digits with the separators in it.
struct Figure {
    groups: Vec<String>,
    separators: Vec<char>,
}

fn scan(text: &str) -> Vec<Mention> {
    let chars: Vec<char> = text.chars().collect();
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let (figure, end) = figure_at(&chars, start);
        at = end;
        let mut readings = figure.readings();
        add_suffix(&mut readings, &chars[end..]);
        let unit = word_after(&chars[end..]);
        add_scale(&mut readings, &unit);
        let written = chars[start..end].iter().collect();
        let imperial = number_words::is_imperial(&unit) || is_fahrenheit(&chars[end..]);
        // "EUR50" is an amount.
        let of_name = chars[..start].iter().rev().take(2).filter(|c| c.is_ascii_lowercase()).count() == 2;
        mentions.push(Mention { written, of_name, imperial, readings });
    }
    mentions
}

/// Whether a number is followed by `°F`.
fn is_fahrenheit(rest: &[char]) -> bool {
    let mut signs = rest.iter().copied().skip_while(|c| BLANKS.contains(c));
    match signs.next() {
        Some('℉') => true,
        Some('°') => {
            let mut signs = signs.skip_while(|c| BLANKS.contains(c));
            signs.next() == Some('F') && !signs.next().is_some_and(char::is_alphanumeric)
        }
        _ => false,
    }
}

fn figure_at(chars: &[char], start: usize) -> (Figure, usize) {
    let run = |from: usize| from + chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = run(start);
    let mut figure = Figure { groups: vec![chars[start..end].iter().collect()], separators: Vec::new() };
    while let Some(separator) = chars.get(end).copied() {
        let next = run((end + 1).min(chars.len()));
        let length = next.saturating_sub(end + 1);
        let joins = match separator {
            '.' | ',' | ':' | '٫' | '٬' | '·' | '\'' | '’' => length > 0,
            c if BLANKS.contains(&c) => {
                let uniform = figure.separators.iter().all(|c| BLANKS.contains(c));
                length == 3 && uniform && figure.groups[0].len() <= 3
            }
            _ => false,
        };
        if !joins {
            break;
        }
        figure.separators.push(separator);
        figure.groups.push(chars[end + 1..next].iter().collect());
        end = next;
    }
    (figure, end)
}

impl Figure {
    fn readings(&self) -> Vec<Vec<String>> {
        let Self { groups, separators } = self;
        let mut readings: Vec<Vec<String>> = Vec::new();
        let [first_separator, ..] = separators.as_slice() else { return vec![vec![decimal(&groups[0], "")]] };
        let uniform = separators.iter().all(|separator| separator == first_separator);
        let is_blank = BLANKS.contains(first_separator);
        let thousands = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
        let parts: Vec<String> = groups.iter().map(|group| decimal(group, "")).collect();
        let last = groups.len() - 1;
        if thousands && (uniform && *first_separator != ':' || is_blank) {
            readings.push(vec![decimal(&groups.concat(), "")]);
        }
        if separators.len() == 1 && matches!(first_separator, '.' | ',' | '٫' | '·') {
            readings.push(vec![decimal(&groups[0], &groups[1])]);
        }
        // 1.240,50
        if separators.len() > 1 && !uniform && separators[..last - 1].iter().all(|c| c == first_separator) {
            readings.push(vec![decimal(&groups[..last].concat(), &groups[last])]);
        }
        // 18:30, 18.30
        if separators.len() == 1 && matches!(first_separator, ':' | '.') && is_time(&groups[0], &groups[1]) {
            readings.push(vec![format!("{}:{}", parts[0], groups[1])]);
            if groups[1] == "00" {
                readings.push(vec![parts[0].clone()]);
            }
        }
        // 12.6.2024, 10:5, 3.11.2, 1 240: one by one.
        if !matches!(first_separator, ',' | '٫' | '·') {
            if let [day, month, year] = groups.as_slice()
                && let Some(year) = century(year)
            {
                readings.push(vec![decimal(day, ""), decimal(month, ""), year]);
            }
            readings.push(parts);
        }
        readings
    }
}

fn is_time(hour: &str, minute: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
    number(hour) <= 24 && minute.len() == 2 && number(minute) < 60
}

/// `24` as a year.
fn century(year: &str) -> Option<String> {
    let number: u32 = year.parse().ok()?;
    (year.len() == 2).then(|| if number < 50 { (2000 + number).to_string() } else { (1900 + number).to_string() })
}

/// A decimal without zeros that say nothing.
fn decimal(whole: &str, fraction: &str) -> String {
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// `1980er`, `80s`, `90-х`: a decade may stand without its century.
fn add_suffix(readings: &mut Vec<Vec<String>>, after: &[char]) {
    let suffix: String = after.iter().filter(|c| !matches!(c, '-' | '‑')).take_while(|c| c.is_alphabetic()).collect();
    if matches!(suffix.as_str(), "er" | "ern" | "s" | "е" | "х" | "ые" | "ых")
        && let Some([value]) = readings.first().map(Vec::as_slice)
        && value.len() == 2
    {
        readings.push(vec![format!("19{value}")]);
    }
}

/// The word that follows a number, over a blank or hyphen.
fn word_after(after: &[char]) -> String {
    let is_letter = |c: &&char| c.is_alphabetic() || is_mark(**c);
    after.iter().skip_while(|c| BLANKS.contains(c) || matches!(c, '-' | '‑')).take_while(is_letter).collect()
}

/// `2,4 Millionen` is 2400000, too.
fn add_scale(readings: &mut Vec<Vec<String>>, word: &str) {
    let Some(zeros) = number_words::scale(word) else { return };
    let scaled: Vec<Vec<String>> =
        readings.iter().filter(|reading| reading.len() == 1).map(|reading| vec![shifted(&reading[0], zeros)]).collect();
    readings.extend(scaled);
}

fn shifted(value: &str, zeros: usize) -> String {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(zeros).collect();
    decimal(&format!("{whole}{moved}"), fraction.get(zeros..).unwrap_or(""))
}

/// 6 pm is 18, 6:30 pm is 18:30.
fn add_afternoon(readings: &mut Vec<Vec<String>>) {
    let later: Vec<Vec<String>> = readings
        .iter()
        .filter_map(|reading| {
            let [value] = reading.as_slice() else { return None };
            let (hour, rest) = value.split_once(':').map_or((value.as_str(), None), |(hour, rest)| (hour, Some(rest)));
            let hour: u32 = hour.parse().ok().filter(|hour| (1..12).contains(hour))?;
            Some(vec![match rest {
                Some(rest) => format!("{}:{rest}", hour + 12),
                None => (hour + 12).to_string(),
            }])
        })
        .collect();
    readings.extend(later);
}
