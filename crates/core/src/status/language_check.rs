//! Whether a target is in its language at all.

use std::borrow::Cow;
use std::collections::HashSet;

use whatlang::{Detector, Lang};

use crate::align::{is_word_elsewhere, is_word_of};
use crate::language::Language;
use crate::text::{Fold, fold, words};

/// Why a target is no translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// It repeats the source.
    Copy,
    /// It is written in another language: the one named, as well as that can be told.
    Other(Language),
}

/// Whether `target` is no translation of `source`, because it repeats it or stands in another of the project's
/// `languages`, of which the first is the source's.
///
/// Names, numbers, links, identifiers and single words may be the same in every language; a short text is in no language
/// for sure. So this speaks only where there is enough to go by: the script decides first, then trigrams (the
/// `whatlang` crate, with no other languages allowed than the project's). Near kin, as Spanish and Portuguese, are not
/// told apart by a sentence.
///
/// ```
/// use hexapla_core::language::Language;
/// use hexapla_core::status::{Foreign, foreign};
/// let languages: Vec<Language> = ["de", "en", "ru"].iter().map(|tag| tag.parse().unwrap()).collect();
/// let check = |source: &str, target: &str, into: usize| foreign(source, target, &languages[into], &languages);
/// assert_eq!(check("Der Garten ist offen.", "Der Garten ist offen.", 1), Some(Foreign::Copy));
/// assert_eq!(check("Der Garten ist offen.", "The garden is open.", 1), None);
/// assert_eq!(check("Radio Bremen 4", "Radio Bremen 4", 1), None);
/// ```
pub fn foreign(source: &str, target: &str, language: &Language, languages: &[Language]) -> Option<Foreign> {
    // Addresses are Latin in every language, and so are identifiers.
    let written = (source, target);
    let (source, target) = (ordinary(source), ordinary(target));
    if fold(&source, Fold::Words) == fold(&target, Fold::Words) {
        return is_left(&target, language, languages).then_some(Foreign::Copy);
    }
    let letters = target.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 12 {
        return None;
    }
    let candidates: Vec<&Language> = languages.iter().filter(|other| other.primary() != language.primary()).collect();
    // A footnote that names a thing in three languages is in none of them.
    let script = main_script(&target)?;
    let own = script_group(language)?;
    if script != own {
        let other = candidates.iter().find(|other| script_group(other) == Some(script))?;
        // In a script that is none of ours it may be a quotation or a name; only ours are surely left over.
        let left = in_script(&target, script);
        let words = Words::of(&left);
        // Beside words of its own, a translation may keep a list of names that is in no language.
        let is_prose = || stretches(&target).any(|stretch| Words::of(&in_script(stretch, script)).all >= PROSE);
        let surely = words.all >= 4 && words.lower >= 2 && (!has_script(&target, own) || is_prose());
        return surely.then(|| Foreign::Other((*other).clone()));
    }
    if script != "Latn" && script != "Cyrl" {
        return None;
    }
    if letters < 25 {
        return None;
    }
    let detector = Detector::with_allowlist(languages.iter().filter_map(detectable).collect());
    let expected = detectable(language)?;
    let guess = detector.detect(&target).filter(|guess| guess.lang() != expected && guess.is_reliable())?;
    let other = candidates.into_iter().find(|other| detectable(other) == Some(guess.lang()))?;
    if are_kin(other, language) || speaks(&target, language, other) {
        return None;
    }
    // The names and quotations that a sentence keeps may outweigh it; what it says beside them is in its language.
    let said = own_words(&target, &source);
    let says_enough = said.split(' ').count() >= 2 && said.len() >= 12 && !keeps_prose(written.1, written.0);
    let rather = || Detector::with_allowlist(vec![expected, guess.lang()]).detect_lang(&said);
    (!says_enough || rather() != Some(expected)).then(|| Foreign::Other(other.clone()))
}

/// Words that few sentences do without, and that none of the other languages here has.
const COMMON: [(&str, &str); 8] = [
    ("de", "der dem und ist nicht mit für eine einen einer auch wird werden"),
    ("en", "the and are with that this from you your"),
    ("fr", "les et dans pour avec vous nous"),
    ("es", "el los las y"),
    ("it", "gli della che è sono nel"),
    ("pt", "uma não são"),
    ("nl", "het een niet voor zijn"),
    ("ru", "и не что это как для"),
];

/// Whether a text has common words of one language and none of another one: trigrams of a few words err.
fn speaks(text: &str, language: &Language, other: &Language) -> bool {
    let words = words(text);
    let count = |of: &Language| {
        let common = COMMON.iter().find(|(code, _)| *code == of.primary()).map(|(_, common)| *common)?;
        Some(words.iter().filter(|word| common.split(' ').any(|known| known == *word)).count())
    };
    matches!((count(language), count(other)), (Some(own), Some(0)) if own >= 2)
}

/// So many words in a row are more than a name in a list.
const PROSE: usize = 4;

/// What stands between commas, brackets and other marks of a text.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '(', ')', ':', ';', '、', '，', '：', '；'])
}

/// Whether a text keeps words of another one that are neither names nor listed nor quoted.
fn keeps_prose(text: &str, other: &str) -> bool {
    /// An article or two.
    const FEW: usize = 3;
    let is_quoted = |quoted: &&str| quoted.contains(' ') && other.contains(quoted);
    let own = match quotation(text).filter(is_quoted) {
        Some(quoted) => Cow::Owned(text.replacen(quoted, " ", 1)),
        None => Cow::Borrowed(text),
    };
    let others: HashSet<String> = words(other).into_iter().collect();
    let is_kept =
        |word: &&str| word.starts_with(char::is_lowercase) && words(word).iter().all(|word| others.contains(word));
    let of_prose = stretches(&own).filter(|stretch| stretch.split_whitespace().count() >= PROSE);
    of_prose.flat_map(str::split_whitespace).filter(is_kept).count() >= FEW
}

/// What stands between the first and the last quotation mark of a text.
fn quotation(text: &str) -> Option<&str> {
    let is_mark = |c: char| "\"'„“”‚‘’«»‹›".contains(c);
    let is_in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let marks = || text.match_indices(is_mark);
    // An apostrophe stands between letters.
    let (first, opening) = marks().find(|(at, _)| !is_in_word(text[..*at].chars().next_back()))?;
    let (last, _) = marks().rfind(|(at, mark)| !is_in_word(text[at + mark.len()..].chars().next()))?;
    text.get(first + opening.len()..last).map(str::trim)
}

/// The words of a text that another one has not.
fn own_words(text: &str, other: &str) -> String {
    let others: HashSet<String> = words(other).into_iter().collect();
    words(text).into_iter().filter(|word| !others.contains(word)).collect::<Vec<_>>().join(" ")
}

/// Languages so near to each other that trigrams of one sentence do not tell them apart.
const KIN: [&[&str]; 7] = [
    &["es", "pt", "gl", "ca", "it"],
    &["ru", "uk", "be", "bg", "mk", "sr"],
    &["cs", "sk"],
    &["da", "nb", "no", "nn", "sv"],
    &["hr", "sr", "bs", "sl"],
    &["nl", "af"],
    &["id", "ms"],
];

fn are_kin(one: &Language, other: &Language) -> bool {
    KIN.iter().any(|kin| kin.contains(&one.primary()) && kin.contains(&other.primary()))
}

/// A text without addresses, macros (`{{…}}`), commands, assignments and identifiers: what no language has of its own.
fn ordinary(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if is_command(text) {
        return out;
    }
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let Some(length) = rest[start..].find("}}") else { break };
        out.push_str(&rest[..start]);
        rest = &rest[start + length + 2..];
    }
    out.push_str(rest);
    let whole = std::mem::take(&mut out);
    let text = without_assignments(&whole);
    // Scripts without blanks write identifiers right beside their own signs.
    let is_of_run = |c: char| c.is_ascii_graphic();
    let mut rest = &*text;
    while let Some(first) = rest.chars().next() {
        let end = if is_of_run(first) {
            rest.find(|c| !is_of_run(c)).unwrap_or(rest.len())
        } else {
            rest.find(is_of_run).unwrap_or(rest.len())
        };
        let (run, after) = rest.split_at(end);
        out.push_str(if is_of_run(first) && is_identifier(run) { " " } else { run });
        rest = after;
    }
    out
}

/// Whether a text is what is typed at a prompt: `$ make --all`.
fn is_command(text: &str) -> bool {
    let typed = text.trim().strip_prefix("$ ").filter(|typed| typed.starts_with(|c: char| c.is_ascii_lowercase()));
    typed.is_some_and(|typed| has_syntax(typed) && (!typed.ends_with('.') || typed.ends_with("...")))
}

/// Whether some word of a line begins as only options, arguments and paths do.
pub(super) fn has_syntax(line: &str) -> bool {
    line.split_whitespace()
        .any(|word| word.len() > 1 && word.starts_with(['-', '<', '[', '{', '/', '.', '~', '$', '|']))
}

/// A text without `name = value`.
fn without_assignments(text: &str) -> Cow<'_, str> {
    if !text.contains(" = ") {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let is_sign = |at: Option<usize>| at.and_then(|at| words.get(at)) == Some(&"=");
    let stays = |at: &usize| ![at.checked_sub(1), Some(*at), Some(at + 1)].into_iter().any(is_sign);
    Cow::Owned((0..words.len()).filter(stays).map(|at| words[at]).collect::<Vec<_>>().join(" "))
}

/// So many letters an acronym has at most.
const ACRONYM: usize = 6;

/// Whether a run of ASCII is an address, an acronym, a name of code, or a setting.
fn is_identifier(run: &str) -> bool {
    let word = run.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let bytes = word.as_bytes();
    let inner_point = word.contains('.') || word.contains("::");
    let humped = bytes.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
        || bytes.windows(3).any(|run| run[..2].iter().all(u8::is_ascii_uppercase) && run[2].is_ascii_lowercase());
    // Longer words in capitals are words, said aloud.
    let acronym = (2..=ACRONYM).contains(&bytes.len())
        && bytes.iter().filter(|b| b.is_ascii_alphabetic()).all(u8::is_ascii_uppercase);
    inner_point
        || humped
        || acronym
        || run.starts_with("--")
        || word.contains(|c: char| c.is_ascii_digit() || "_=/\\{}<>|#$@~^".contains(c))
}

/// Words of a text, and what they tell of its language.
struct Words {
    /// Those with at least two letters.
    all: usize,
    /// Names are capitalised throughout; a word in lower case belongs to a language. So does one without case. Those
    /// that titles keep small beside capitals do not count.
    lower: usize,
    /// Of these, words with two or three letters: articles, prepositions.
    small: usize,
}

/// Words that stay small in titles whose other words have capitals, as in "Functions as a Service". What is a word of
/// German, too, is not among them: there capitals are no sign of a title.
const PARTICLES: [&str; 24] = [
    "a", "and", "as", "at", "by", "for", "from", "into", "nor", "of", "on", "onto", "or", "over", "per", "than", "the",
    "to", "up", "upon", "via", "vs", "with", "without",
];

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { all: 0, lower: 0, small: 0 };
        // What hyphens join is one word: names of programs are made in this way.
        for word in text.split_whitespace() {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            if letters < 2 {
                continue;
            }
            let lower = word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_uppercase())
                && !PARTICLES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
            words.all += 1;
            words.lower += usize::from(lower);
            words.small += usize::from(lower && letters <= 3);
        }
        words
    }
}

/// The language that a text is most likely written in; `None` where it is too short, or too unlike any that is known.
///
/// For want of anybody who says it: a page, a project or a person knows better.
///
/// ```
/// use hexapla_core::status::written_in;
/// let text = "Der Garten ist von April bis Oktober geöffnet. Hunde bleiben bitte draußen, auch kleine und brave.";
/// assert_eq!(written_in(text).unwrap().as_str(), "de");
/// assert_eq!(written_in("Radio 4"), None);
/// ```
pub fn written_in(text: &str) -> Option<Language> {
    let guess = Detector::new().detect(&ordinary(text)).filter(whatlang::Info::is_reliable)?;
    let known = CODES.iter().find(|(_, code)| Lang::from_code(*code) == Some(guess.lang()))?;
    known.0.parse().ok()
}

/// The language that a text is written in, if that is surely another than the one it is said to be in.
///
/// Near kin, as Danish and Swedish, are not told apart.
///
/// ```
/// use hexapla_core::status::written_in_another;
/// let text = "Der Garten ist von April bis Oktober geöffnet. Hunde bleiben bitte draußen, auch kleine und brave.";
/// assert_eq!(written_in_another(text, &"en".parse().unwrap()).unwrap().as_str(), "de");
/// assert_eq!(written_in_another(text, &"de-AT".parse().unwrap()), None);
/// ```
pub fn written_in_another(text: &str, language: &Language) -> Option<Language> {
    written_in(text).filter(|found| found.primary() != language.primary() && !are_kin(found, language))
}

/// Whether an equal text can only be equal because nobody translated it.
fn is_left(text: &str, language: &Language, languages: &[Language]) -> bool {
    // English words are loans in every language, but none that writes otherwise borrows them from an English source.
    let is_english = languages.first().is_some_and(|source| source.primary() == TERMS);
    let loans = !is_english || script_group(language) == Some("Latn");
    is_telling(text, language) || languages.iter().any(|other| is_only(text, other, language, loans))
}

/// Whether a text is one of some language by its script, or by the words that it has in lower case.
fn is_telling(text: &str, language: &Language) -> bool {
    let Some(script) = main_script(text) else { return false };
    let own = script_group(language);
    let Words { all, lower, small } = Words::of(text);
    match all {
        0 => false,
        // Settings and keywords stand as they are in the tables of every language.
        1 => own.is_some_and(|own| script != own && own != "Other") && lower == 1,
        2 => lower == 2 || small > 0,
        // A list of people and where they work: names, with a word between them.
        _ => lower * 7 > all,
    }
}

/// The language whose words are terms in every other one.
const TERMS: &str = "en";

/// Languages that have so many words of their own in common that the one does not tell a word of the other to be a term.
const COUSINS: [&str; 2] = ["de", "nl"];

/// Languages that have so many words in common, their own or learned ones, that two of them tell nothing.
const ROMANCE: [&str; 4] = ["es", "fr", "it", "pt"];

/// Whether all of a few words are everyday ones of another language, and none of them one of its own: "Sicherung
/// zurückspielen" is no French. Where there are `loans`, what English says is a term, and left standing on purpose, and so is
/// what a third language says that is no cousin; capitals throughout are a name.
fn is_only(text: &str, other: &Language, language: &Language, loans: bool) -> bool {
    let words = words(text);
    let words: Vec<&String> =
        words.iter().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).collect();
    let is_elsewhere = script_group(other) != script_group(language);
    let is_of = |word: &str, language: &Language| is_word_of(word, language.primary());
    let is_own = |word: &str| is_of(word, language).unwrap_or(!is_elsewhere);
    let both_in = |family: &[&str], one: &str| family.contains(&one) && family.contains(&other.primary());
    let is_cousin = |one: &str| KIN.iter().any(|kin| both_in(kin, one)) || both_in(&COUSINS, one);
    // Terms keep the script of their language only where that is Latin.
    let may_be_term = !is_elsewhere || script_group(other) == Some("Latn");
    let is_told = |word: &str| is_word_elsewhere(word, |third| third == other.primary() || is_cousin(third));
    let is_loan = |word: &str| loans && is_word_of(word, TERMS) == Some(true);
    let is_term = |word: &str| may_be_term && (is_loan(word) || is_told(word));
    words.len() > 1
        && Words::of(text).lower > 0
        && !is_cousin(language.primary())
        && !both_in(&ROMANCE, language.primary())
        && words.iter().all(|word| is_of(word, other) == Some(true) && !is_own(word) && !is_term(word))
}

/// The words of a text that begin in a script, each once.
fn in_script(text: &str, script: &str) -> String {
    let is_of = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| script_of(c) == script);
    let mut seen = HashSet::new();
    text.split_whitespace().filter(|word| is_of(word) && seen.insert(*word)).collect::<Vec<_>>().join(" ")
}

/// Whether some letter of a text is of a script.
fn has_script(text: &str, script: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && script_of(c) == script)
}

/// The scripts that are told apart; every other one is the last.
const SCRIPTS: [&str; 6] = ["Latn", "Cyrl", "Arab", "Hebr", "Grek", "Other"];

fn script_of(c: char) -> &'static str {
    SCRIPTS[match u32::from(c) {
        0x41..=0x24F | 0x1E00..=0x1EFF => 0,
        0x400..=0x52F => 1,
        0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => 2,
        0x590..=0x5FF => 3,
        0x370..=0x3FF | 0x1F00..=0x1FFF => 4,
        _ => 5,
    }]
}

/// The script that most letters of a text are in, if it is a clear majority.
fn main_script(text: &str) -> Option<&'static str> {
    let mut counts = [0usize; 6];
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        let at = SCRIPTS.iter().position(|script| *script == script_of(c)).unwrap_or(5);
        // A sign that is a syllable or a word weighs as much as its letters would.
        counts[at] += if at == 5 { 5 } else { 2 };
    }
    let total: usize = counts.iter().sum();
    let (at, most) = counts.iter().enumerate().max_by_key(|(at, count)| (**count, usize::MAX - at))?;
    (total > 0 && *most * 100 >= total * 85).then(|| SCRIPTS[at])
}

/// The script of a language, as far as scripts are told apart; `None` where nobody knows it.
fn script_group(language: &Language) -> Option<&'static str> {
    match language.script() {
        "Latn" => Some("Latn"),
        "Cyrl" => Some("Cyrl"),
        "Arab" => Some("Arab"),
        "Hebr" => Some("Hebr"),
        "Grek" => Some("Grek"),
        "Zzzz" => None,
        _ => Some("Other"),
    }
}

/// Primary subtags, and the codes that whatlang has for them (ISO 639-3).
const CODES: &[(&str, &str)] = &[
    ("af", "afr"),
    ("ar", "ara"),
    ("be", "bel"),
    ("bg", "bul"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("eo", "epo"),
    ("es", "spa"),
    ("et", "est"),
    ("fa", "pes"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("hy", "hye"),
    ("id", "ind"),
    ("it", "ita"),
    ("ja", "jpn"),
    ("ka", "kat"),
    ("ko", "kor"),
    ("la", "lat"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("nb", "nob"),
    ("no", "nob"),
    ("nl", "nld"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("th", "tha"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("vi", "vie"),
    ("zh", "cmn"),
];

fn detectable(language: &Language) -> Option<Lang> {
    let primary = language.primary();
    let code = CODES.iter().find(|(tag, _)| *tag == primary).map_or(primary, |(_, code)| *code);
    Lang::from_code(code)
}
