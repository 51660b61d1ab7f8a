//! Which units are wanted.

use hexapla_core::language::{Language, LanguageMatch};
use hexapla_core::memory::Timestamp;
use hexapla_core::status::{Foreign, foreign, written_in};
use rustc_hash::FxHashSet;

use crate::convert::{language, timestamp};
use crate::copy::Fate;
use crate::model::{Head, Meta, Tu, Tuv};

/// What is wanted of a unit; what is left at its default is not asked for.
///
/// ```
/// use hexapla_tmx::{Fate, Filter, Layout, ReadOptions, Reader, copy};
/// let file = r#"<tmx version="1.4"><header srclang="de"/><body>
///   <tu><tuv xml:lang="de"><seg>5 Euro</seg></tuv><tuv xml:lang="ru"><seg>7 евро</seg></tuv></tu>
///   <tu><tuv xml:lang="de"><seg>Tag</seg></tuv><tuv xml:lang="ru"><seg>день</seg></tuv></tu>
/// </body></tmx>"#;
/// let filter = Filter { drop_number_mismatch: true, ..Filter::default() };
/// let head = Reader::new(file.as_bytes())?.head().clone();
/// let mut out = Vec::new();
/// let mut fate = |tu: &mut hexapla_tmx::Tu| if filter.wants(tu, &head) { Fate::Keep } else { Fate::Drop };
/// let copied = copy(file.as_bytes(), &mut out, Layout::Canonical, ReadOptions::default(), &mut fate, &mut |_| {})?;
/// assert_eq!((copied.read, copied.written), (2, 1));
/// # Ok::<(), hexapla_tmx::CopyError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these languages; other variants are taken out, and units with fewer than two left go.
    pub languages: Vec<Language>,
    /// Only units changed (or made) at that moment or later; units without a date go.
    pub since: Option<Timestamp>,
    /// Only units changed (or made) before that moment; units without a date go.
    pub before: Option<Timestamp>,
    /// Only units (or variants) with a prop of that type and, where given, that text.
    pub property: Option<(String, Option<String>)>,
    /// Only units whose longer text has at most so many times the characters of the shorter one.
    pub max_length_ratio: Option<f64>,
    /// Not those where source and target disagree about numbers.
    pub drop_number_mismatch: bool,
    /// Not those where source and target disagree about addresses on the web.
    pub drop_url_mismatch: bool,
    /// Not those where a target is the source.
    pub drop_same_as_source: bool,
    /// Not those with a text that is surely in another language than its own.
    pub drop_wrong_language: bool,
    /// Not those with an empty segment or without any target.
    pub drop_untranslated: bool,
}

impl Filter {
    /// Whether the unit is wanted as it is (after [`Filter::trim`]).
    pub fn wants(&self, tu: &Tu, head: &Head) -> bool {
        if (self.since.is_some() || self.before.is_some()) && !self.wants_date(tu) {
            return false;
        }
        if let Some((kind, text)) = &self.property {
            let has = |metas: &[Meta]| {
                metas.iter().any(|meta| {
                    matches!(meta, Meta::Prop { attributes, text: found }
                        if attributes.get("type") == Some(kind) && text.as_ref().is_none_or(|text| text == found))
                })
            };
            if !has(&tu.metas) && !tu.variants.iter().any(|variant| has(&variant.metas)) {
                return false;
            }
        }
        let source = source_of(tu, head);
        let texts: Vec<String> = tu.variants.iter().map(Tuv::plain_text).collect();
        if self.drop_untranslated && (texts.len() < 2 || texts.iter().any(|text| text.trim().is_empty())) {
            return false;
        }
        let Some(source_text) = texts.get(source) else { return true };
        let pairs = texts.iter().enumerate().filter(|(at, _)| *at != source);
        for (_, text) in pairs {
            let wrong = (self.drop_same_as_source && text.trim() == source_text.trim())
                || (self.drop_number_mismatch && numbers(text) != numbers(source_text))
                || (self.drop_url_mismatch && urls(text) != urls(source_text))
                || self.max_length_ratio.is_some_and(|limit| ratio(text, source_text) > limit);
            if wrong {
                return false;
            }
        }
        !(self.drop_wrong_language && in_wrong_language(tu, &texts))
    }

    /// Takes out the variants in other languages than those that are wanted.
    ///
    /// A language that is not there exactly is answered by the same language with or without a region, then by any
    /// variant of it.
    pub fn trim(&self, tu: &mut Tu) -> Fate {
        if self.languages.is_empty() {
            return Fate::Keep;
        }
        let found: Vec<Option<Language>> =
            tu.variants.iter().map(|variant| variant.language().and_then(language)).collect();
        let mut keep = vec![false; found.len()];
        for wanted in &self.languages {
            let answers: Vec<Option<LanguageMatch>> =
                found.iter().map(|found| found.as_ref().and_then(|found| found.matches(wanted))).collect();
            let best = answers.iter().flatten().max().copied();
            for (at, answer) in answers.iter().enumerate() {
                keep[at] |= answer.is_some() && *answer == best;
            }
        }
        let kept = keep.iter().filter(|keep| **keep).count();
        if kept < 2.min(self.languages.len()) {
            return Fate::Drop;
        }
        if kept == tu.variants.len() {
            return Fate::Keep;
        }
        let mut at = 0;
        tu.variants.retain(|_| {
            at += 1;
            keep[at - 1]
        });
        Fate::Change
    }

    /// Both: [`Filter::trim`], then [`Filter::wants`]. What [`crate::copy`] asks for.
    pub fn fate(&self, tu: &mut Tu, head: &Head) -> Fate {
        match self.trim(tu) {
            Fate::Drop => Fate::Drop,
            fate if self.wants(tu, head) => fate,
            _ => Fate::Drop,
        }
    }

    fn wants_date(&self, tu: &Tu) -> bool {
        let Some(date) = tu.latest_date().and_then(timestamp) else { return false };
        self.since.as_ref().is_none_or(|since| date >= *since) && self.before.as_ref().is_none_or(|end| date < *end)
    }
}

/// Whether one of the texts is in another language than it is said to be: as its script tells, as trigrams do among the
/// languages of the unit, or as they do among all languages where the text is long enough to be sure.
fn in_wrong_language(tu: &Tu, texts: &[String]) -> bool {
    let said: Vec<Option<Language>> = tu.variants.iter().map(|variant| variant.language().and_then(language)).collect();
    let languages: Vec<Language> = said.iter().flatten().cloned().collect();
    said.iter().zip(texts).any(|(language, text)| {
        let Some(language) = language else { return false };
        if matches!(foreign("", text, language, &languages), Some(Foreign::Other(_))) {
            return true;
        }
        text.chars().filter(|c| c.is_alphabetic()).count() >= LONG_ENOUGH
            && written_in(text).is_some_and(|found| found.primary() != language.primary())
    })
}

/// How many letters a text has of which the language can be told without knowing what it might be.
const LONG_ENOUGH: usize = 60;

/// Which of the variants is the source: that in `srclang` of the unit or the header, else the first.
pub(crate) fn source_of(tu: &Tu, head: &Head) -> usize {
    let wanted = tu.attributes.get("srclang").or_else(|| head.source_language()).unwrap_or("*all*");
    let exact = tu.variants.iter().position(|v| v.language().is_some_and(|l| l.eq_ignore_ascii_case(wanted)));
    let near = || tu.variants.iter().position(|v| v.language().is_some_and(|l| crate::check::answers(l, wanted)));
    exact.or_else(near).unwrap_or(0)
}

/// The numbers of a text in the order of their digits, whatever the script and the separators.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    for c in text.chars() {
        match digit(c) {
            Some(digit) => number.push(char::from(b'0' + digit)),
            // Separators inside of a number are written differently in every language.
            None if !number.is_empty() && matches!(c, '.' | ',' | '\u{A0}' | '\u{202F}' | '٫' | '٬') => {}
            None if number.is_empty() => {}
            None => found.push(std::mem::take(&mut number)),
        }
    }
    if !number.is_empty() {
        found.push(number);
    }
    found.sort_unstable();
    found
}

fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

fn urls(text: &str) -> FxHashSet<&str> {
    let starts = |word: &&str| word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.");
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | '«' | '»' | '„' | '“' | '”'))
        .filter(starts)
        .map(|url| url.trim_end_matches(['.', ',', ';', ':', '!', '?', '/']))
        .collect()
}

fn ratio(one: &str, other: &str) -> f64 {
    let length = |text: &str| text.trim().chars().count().max(1) as f64;
    let (one, other) = (length(one), length(other));
    (one / other).max(other / one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_script() {
        let check = |text: &str, want: &[&str]| assert_eq!(numbers(text), want, "{text}");
        check("1.234,5 Euro am 3. Mai", &["12345", "3"]);
        check("1,234.5 euros on 3 May", &["12345", "3"]);
        check("٣ مايو ١٬٢٣٤٫٥", &["12345", "3"]);
        check("nichts", &[]);
    }

    #[test]
    fn addresses_are_compared_without_the_stop_after_them() {
        assert_eq!(urls("(siehe https://a.example/b)."), urls("см. https://a.example/b/"));
        assert_ne!(urls("https://a.example"), urls("https://b.example"));
    }
}
