//! Words of several languages that have the same meaning.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::anchors::Anchor;
use super::features::Prepared;
use super::token::stem;
use crate::language::Language;
use crate::text::{Unspaced, is_hangul, unspaced, words_with};

/// A table of words: a line is one meaning, a column one language.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table {
    /// What the Unicode CLDR names: countries, months, units, numbers, and what its pictures show. Made by
    /// `data/align/generate_words.py`, which says what of.
    Cldr,
    /// Everyday words, written for Hexapla.
    Everyday,
    /// Words that stand in any text, written for Hexapla.
    Function,
}

/// The words of one language: the lines that a stem stands in, in ascending order.
type Column = FxHashMap<String, Vec<u32>>;
/// The columns of a table.
type Columns = Vec<OnceLock<Column>>;

/// Finds the words of both sides that a table gives the same meaning.
pub(crate) fn known(table: Table, source: (&Prepared, &Language), target: (&Prepared, &Language)) -> Vec<Anchor> {
    let (Some(sources), Some(targets)) = (table.column(source.1.primary()), table.column(target.1.primary())) else {
        return Vec::new();
    };
    let (sources, targets) = (met(source.0, sources), met(target.0, targets));
    let mut anchors = Vec::new();
    let mut there = targets.as_slice();
    for here in sources.chunk_by(|a, b| a.0 == b.0) {
        let line = here[0].0;
        there = &there[there.partition_point(|(other, _)| *other < line)..];
        let same = &there[..there.partition_point(|(other, _)| *other == line)];
        for (_, source) in here {
            anchors.extend(same.iter().map(|(_, target)| Anchor {
                source: *source,
                target: *target,
                trust: table.trust(),
            }));
        }
    }
    anchors
}

/// Whether one of the `others` is a name, in its language, for the month or the day of the week that `word` names; all of
/// them folded.
pub(super) fn name_the_same_date(
    word: &str,
    language: &Language,
    others: &HashSet<String>,
    their_language: &Language,
) -> bool {
    let (Some(here), Some(there)) = (Table::Cldr.at(language.primary()), Table::Cldr.at(their_language.primary()))
    else {
        return false;
    };
    let names = |line: &'static [Vec<String>], at: usize| line.get(at).into_iter().flatten();
    dates().iter().any(|line| {
        names(line, here).any(|name| is_form(word, name))
            && names(line, there).any(|name| others.iter().any(|other| is_form(other, name)))
    })
}

/// Whether two words of a language, folded, name a month or a day of the week each, and not the same one.
pub(crate) fn name_different_dates(one: &str, other: &str, language: &Language) -> bool {
    let Some(here) = Table::Cldr.at(language.primary()) else { return false };
    let date = |word: &str| {
        dates().iter().position(|line| line.get(here).into_iter().flatten().any(|name| is_form(word, name)))
    };
    date(one).zip(date(other)).is_some_and(|(one, other)| one != other)
}

/// The lines of CLDR that name months and days of the week, their words folded; without abbreviations and names as short
/// ("may"), and without "march", which folded means something else as often.
fn dates() -> &'static [Vec<Vec<String>>] {
    const NAMES: &str = "january february march april may june july august september october november december \
        monday tuesday wednesday thursday friday saturday sunday";
    static DATES: OnceLock<Vec<Vec<Vec<String>>>> = OnceLock::new();
    DATES.get_or_init(|| {
        let english = Table::Cldr.at("en").unwrap_or_default();
        let is_date = |line: &Vec<&str>| {
            let names = line.get(english).into_iter().flat_map(|cell| cell.split('|'));
            names.into_iter().any(|name| NAMES.split_ascii_whitespace().any(|date| date == name))
        };
        let folded = |cell: &str| -> Vec<String> {
            let names: Vec<String> = cell.split('|').flat_map(words_by_table).collect();
            let is_name = |name: &&String| *name != "march" && is_whole(name, &names);
            names.iter().filter(is_name).cloned().collect()
        };
        let lines = Table::Cldr.lines().skip(1).map(|line| line.split('\t').collect());
        lines.filter(is_date).map(|line| line.into_iter().map(folded).collect()).collect()
    })
}

/// Whether a word is a name of CLDR or a form of it: "montags", "Mondays", "по понедельникам".
fn is_form(word: &str, name: &str) -> bool {
    const ENDINGS: [&str; 9] = ["s", "а", "у", "ы", "и", "е", "ам", "ами", "ах"];
    let whole = name.strip_suffix(['а', 'я', 'ь', 'е']).unwrap_or(name);
    word == name
        || ENDINGS.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem == name || stem == whole))
}

/// Whether a name is neither as short as a common word nor the beginning of one of the others, as an abbreviation is.
fn is_whole(name: &str, names: &[String]) -> bool {
    /// What an abbreviation lacks; an ending is shorter.
    const LACKS: usize = 3;
    let length = name.chars().count();
    let abbreviates = |other: &String| other.starts_with(name) && other.chars().count() >= length + LACKS;
    length >= 4 && !names.iter().any(abbreviates)
}

/// Whether a word, folded, is one of those that stand in any text: articles, pronouns, prepositions and the like.
pub(super) fn is_function_word(word: &str, language: &Language) -> bool {
    static WORDS: OnceLock<Vec<HashSet<String>>> = OnceLock::new();
    let columns = WORDS.get_or_init(|| {
        let mut columns: Vec<HashSet<String>> = Table::Function.names().map(|_| HashSet::new()).collect();
        for line in Table::Function.lines().skip(1) {
            for (column, cell) in columns.iter_mut().zip(line.split('\t')) {
                column.extend(cell.split('|').flat_map(words_by_table));
            }
        }
        columns
    });
    Table::Function.at(language.primary()).is_some_and(|at| columns[at].contains(word))
}

/// Whether a table of things or of everyday words gives a word the meaning of one of the others, all as stems.
pub(super) fn mean_the_same<'s>(
    (stem, language): (&str, &Language),
    (others, their_language): (impl Iterator<Item = &'s str> + Clone, &Language),
) -> bool {
    let is_in = |table: Table| {
        let columns = (table.column(language.primary()), table.column(their_language.primary()));
        let (Some(here), Some(there)) = columns else { return false };
        let Some(lines) = here.get(stem) else { return false };
        // One sign may be a part of any word, or of a name.
        let mut others = others.clone().filter(|other| !is_one_sign(other));
        others.any(|other| there.get(other).is_some_and(|those| those.iter().any(|line| lines.contains(line))))
    };
    is_in(Table::Cldr) || is_in(Table::Everyday)
}

/// Whether a word, folded, is an everyday word of the language with this primary subtag or one that stands in any text: by
/// its stem, or as one that is put together of two of them. `None` where the words of that language are not kept.
pub(crate) fn is_word_of(word: &str, primary: &str) -> Option<bool> {
    /// Shorter beginnings and ends are those of many a name.
    const PART: usize = 5;
    let columns = [Table::Everyday.column(primary)?, Table::Function.column(primary)?];
    let is_known = |word: &str| columns.iter().any(|column| column.contains_key(&stem(word)));
    let is_long = |part: &str| part.chars().count() >= PART;
    let mut parts = word.char_indices().map(|(at, _)| word.split_at(at));
    let mut is_compound =
        || parts.any(|(first, last)| is_long(first) && is_long(last) && is_known(first) && is_known(last));
    Some(is_known(word) || is_compound())
}

/// Characters of East Asian scripts; no word of a table is longer, and hardly a loanword is.
const LONGEST: usize = 16;

/// How many characters the longest word of more than one has that a text in an East Asian script begins with, where a
/// table knows it. A loanword in katakana ends with its run, or where another one begins.
pub(super) fn known_beginning(text: &[char]) -> Option<usize> {
    static WORDS: OnceLock<FxHashMap<char, Vec<Vec<char>>>> = OnceLock::new();
    let text = &text[..text.len().min(LONGEST)];
    let first = text.first().filter(|first| is_east_asian(**first))?;
    let words = WORDS.get_or_init(|| {
        let mut words: FxHashMap<char, Vec<Vec<char>>> = FxHashMap::default();
        for word in Table::east_asian() {
            words.entry(word[0]).or_default().push(word);
        }
        words.values_mut().for_each(|words| words.sort_by_key(|word| Reverse(word.len())));
        words
    });
    let ends = |length: &usize| {
        let (word, rest) = text.split_at(*length);
        let goes_on = word.last().is_some_and(is_katakana) && rest.first().is_some_and(is_katakana);
        !goes_on || known_beginning(rest).is_some()
    };
    words.get(first)?.iter().filter(|word| text.starts_with(word)).map(Vec::len).find(ends)
}

fn is_one_sign(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(is_east_asian) && chars.next().is_none()
}

/// Whether it is a letter of loanwords in Japanese.
pub(super) fn is_katakana(c: &char) -> bool {
    unspaced(*c) == Some(Unspaced::Katakana) && c.is_alphanumeric()
}

fn is_east_asian(c: char) -> bool {
    is_hangul(c) || unspaced(c).is_some()
}

/// The words of a text, folded; in scripts without blanks those that a table knows.
pub(crate) fn words_by_table(text: &str) -> Vec<String> {
    words_with(text, |rest| {
        let chars: Vec<char> = rest.chars().take(LONGEST).collect();
        known_beginning(&chars).map(|length| chars[..length].iter().map(|c| c.len_utf8()).sum())
    })
}

/// Whether a word, folded, is an everyday word of some language whose primary subtag is not one of those left out.
pub(crate) fn is_word_elsewhere(word: &str, is_left_out: impl Fn(&str) -> bool) -> bool {
    // The first column has figures.
    let mut others = Table::Everyday.names().skip(1).filter(|other| !is_left_out(other));
    others.any(|other| is_word_of(word, other) == Some(true))
}

/// Every line that a word of `side` stands in, with the word, in ascending order.
fn met(side: &Prepared, column: &Column) -> Vec<(u32, u32)> {
    let lines = |key: &str| column.get(key).into_iter().flatten().copied();
    let mut met: Vec<(u32, u32)> = side
        .types
        .iter()
        .zip(0..)
        .flat_map(|(kind, number)| lines(&kind.key).map(move |line| (line, number)))
        .collect();
    met.sort_unstable();
    met
}

impl Table {
    /// How likely a word of it is the translation of another in its line, where it has one.
    fn trust(self) -> f32 {
        match self {
            Self::Cldr | Self::Everyday => 0.7,
            // Hardly a sentence is without.
            Self::Function => 0.15,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Cldr => include_str!("../../data/align/words.tsv"),
            Self::Everyday => include_str!("../../data/align/everyday.tsv"),
            Self::Function => include_str!("../../data/align/function.tsv"),
        }
    }

    fn lines(self) -> impl Iterator<Item = &'static str> {
        self.text().lines().skip_while(|line| line.starts_with('#'))
    }

    /// All words of more than one character that are of East Asian scripts throughout.
    fn east_asian() -> impl Iterator<Item = Vec<char>> {
        const LANGUAGES: [&str; 3] = ["ja", "ko", "zh"];
        let cells = [Self::Cldr, Self::Everyday, Self::Function].into_iter().flat_map(|table| {
            let columns = LANGUAGES.map(|language| table.at(language));
            let cells = move |line: &'static str| columns.map(|at| line.split('\t').nth(at?));
            table.lines().skip(1).flat_map(cells).flatten()
        });
        let words = cells.flat_map(|cell| cell.split('|')).map(|word| word.chars().collect::<Vec<char>>());
        // Short runs of hiragana are endings and pieces of other words.
        let least = |word: &[char]| if word.iter().all(|c| unspaced(*c) == Some(Unspaced::Hiragana)) { 3 } else { 2 };
        words.filter(move |word| word.len() >= least(word) && word.iter().all(|c| is_east_asian(*c)))
    }

    /// What its columns are called.
    fn names(self) -> impl Iterator<Item = &'static str> {
        self.lines().next().into_iter().flat_map(|header| header.split('\t'))
    }

    /// Which column a language has.
    fn at(self, primary: &str) -> Option<usize> {
        self.names().position(|name| name == primary)
    }

    /// The words of the language with this primary subtag, read when they are first asked for; `None` where none are kept.
    fn column(self, primary: &str) -> Option<&'static Column> {
        static CLDR: OnceLock<Columns> = OnceLock::new();
        static EVERYDAY: OnceLock<Columns> = OnceLock::new();
        static FUNCTION: OnceLock<Columns> = OnceLock::new();
        let columns = match self {
            Self::Cldr => &CLDR,
            Self::Everyday => &EVERYDAY,
            Self::Function => &FUNCTION,
        };
        let at = self.at(primary)?;
        let columns = columns.get_or_init(|| self.names().map(|_| OnceLock::new()).collect());
        Some(columns[at].get_or_init(|| self.read(at)))
    }

    fn read(self, at: usize) -> Column {
        let mut column = Column::default();
        for (line, number) in self.lines().skip(1).zip(0..) {
            let figure = line.split('\t').next().filter(|figure| !figure.is_empty());
            let words = line.split('\t').nth(at).into_iter().flat_map(|words| words.split('|'));
            let keys = words.filter(|word| !word.is_empty()).map(stem).chain(figure.map(|figure| format!("#{figure}")));
            for key in keys {
                let lines = column.entry(key).or_default();
                if lines.last() != Some(&number) {
                    lines.push(number);
                }
            }
        }
        column
    }
}
