//! Whether two words are one word, written in two ways.

use super::super::spelling::orthography;
use super::negation::is_negation;
use crate::align::name_different_dates;
use crate::language::Language;

/// One slip of the pen in a word that stays the same word.
///
/// A whitelist: an ending, an umlaut or a vowel may be all that tells one tense, number or person from another, and a
/// letter may be all that tells two names apart.
pub(super) fn is_respelling(old: &str, new: &str, is_name: bool, language: &Language) -> bool {
    orthography(old, language) == orthography(new, language)
        || !is_negation(old, language) && !is_negation(new, language) && is_slip(old, new, is_name, language)
}

/// Whether one of two words negates, and the other is no other word than that one misspelt: "witout", "keienn", but not
/// "kleinen".
pub(super) fn is_misspelt_negation(old: &str, new: &str, language: &Language) -> bool {
    /// So many letters, and hardly another word is one letter away; of these there is.
    const LONG: usize = 7;
    const OTHERS: &str = "nothing neither никогда";
    let negation = match (is_negation(old, language), is_negation(new, language)) {
        (true, false) => old,
        (false, true) => new,
        _ => return false,
    };
    let slip = Slip::between(&old.to_lowercase(), &new.to_lowercase());
    let is_long = negation.chars().count() >= LONG && !OTHERS.split(' ').any(|other| negation.to_lowercase() == other);
    (is_long || slip.is_swap_or_double()) && is_slip(old, new, false, language)
}

fn is_slip(old: &str, new: &str, is_name: bool, language: &Language) -> bool {
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_lower = !is_capital(old) && !is_capital(new);
    let as_written = Slip::between(&old.to_lowercase(), &new.to_lowercase());
    let (old, new) = (orthography(old, language), orthography(new, language));
    let length = old.chars().count().min(new.chars().count());
    let swapped = as_written.is_swap();
    // Roots are of three letters there, and every one of them counts.
    if is_name && !(swapped && length >= LONG_NAME) || matches!(language.primary(), "ar" | "he") {
        return false;
    }
    let slip = Slip::between(&old, &new);
    // The first letter tells words apart (Haus, Maus); short words have too many neighbours.
    length >= 5
        && old.chars().next() == new.chars().next()
        && (language.primary() == "de" && as_written.drops_an_umlaut()
            || (swapped || as_written.drops_an_eszett() || strsim::osa_distance(&old, &new) == 1)
                && !slip.is_inflection(is_lower, language)
                && !slip.is_of_prefixes(language))
        // One letter, and June is July: "junio", "julio".
        && !name_different_dates(&old, &new, language)
}

/// The same where two letters changed places or one is doubled.
pub(super) fn is_swap_or_double(old: &str, new: &str, language: &Language) -> bool {
    let slip = Slip::between(&old.to_lowercase(), &new.to_lowercase());
    slip.is_swap_or_double() && is_respelling(old, new, false, language)
}

/// So many letters, and two that changed places make no other name.
const LONG_NAME: usize = 8;
/// So many letters, and a German word with a capital is hardly a verb.
const NOUN: usize = 10;

/// The one place where two words differ.
struct Slip {
    /// What each has there that the other has not.
    old: Vec<char>,
    new: Vec<char>,
    /// What both have before it, and behind.
    before: Vec<char>,
    after: Vec<char>,
}

impl Slip {
    fn between(old: &str, new: &str) -> Self {
        let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
        let before = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let most = old.len().min(new.len()) - before;
        let after = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        Self {
            old: old[before..old.len() - after].to_vec(),
            new: new[before..new.len() - after].to_vec(),
            before: old[..before].to_vec(),
            after: old[old.len() - after..].to_vec(),
        }
    }

    /// Whether two letters changed places.
    fn is_swap(&self) -> bool {
        matches!((&*self.old, &*self.new), ([a, b], [c, d]) if a == d && b == c)
    }

    /// Whether one doubles a letter that stands once in the other.
    fn is_double(&self) -> bool {
        match (&*self.old, &*self.new) {
            ([letter], []) | ([], [letter]) => self.before.last() == Some(letter) || self.after.first() == Some(letter),
            _ => false,
        }
    }

    fn is_swap_or_double(&self) -> bool {
        self.is_swap() || self.is_double()
    }

    /// Whether all that they differ in is an "ß", which may be spelt with two letters. "Außen" and "Auen" are two words, and so
    /// may names be with an "ei".
    fn drops_an_eszett(&self) -> bool {
        let in_diphthong = matches!(&*self.before, [.., 'a', 'u'] | [.., 'e', 'i']);
        matches!((&*self.old, &*self.new), (['ß'], []) | ([], ['ß'])) && !in_diphthong
    }

    /// Whether a word, or what a compound ends with, begins with one prefix, and another one with another: "Anmeldung",
    /// "Kursabmeldung".
    fn is_of_prefixes(&self, language: &Language) -> bool {
        /// So many letters are a word before it, or behind.
        const WORD: usize = 3;
        let pairs: &[[&str; 2]] = match language.primary() {
            "de" => &[["ab", "an"], ["auf", "aus"], ["ver", "vor"], ["um", "un"]],
            "ru" => &[["в", "вы"], ["от", "об"]],
            _ => return false,
        };
        let word = |middle: &[char]| -> Vec<char> { [&self.before, middle, &self.after].concat() };
        let (old, new) = (word(&self.old), word(&self.new));
        let behind = |word: &[char], prefix: &str| {
            let prefix: Vec<char> = prefix.chars().collect();
            word.strip_prefix(&*prefix).map(<[char]>::to_vec)
        };
        let parted = |at: usize, one: &str, other: &str| {
            let rest = behind(&old[at..], one);
            rest.is_some_and(|rest| rest.len() >= WORD && behind(&new[at..], other) == Some(rest))
        };
        let begins = |at: &usize| *at == 0 || *at >= WORD || self.before[at - 1] == '-';
        let mut starts = (0..=self.before.len()).filter(begins);
        starts.any(|at| pairs.iter().any(|[one, other]| parted(at, one, other) || parted(at, other, one)))
    }

    /// Whether all that they differ in is an umlaut that one has and the other lacks; no ending does that. Without its "ä", a
    /// short word with "äu" is another one.
    fn drops_an_umlaut(&self) -> bool {
        let is_umlaut = matches!((&*self.old, &*self.new), (['ä' | 'ö' | 'ü'], []) | ([], ['ä' | 'ö' | 'ü']));
        let is_long = self.before.len() + self.after.len() + 1 >= NOUN;
        is_umlaut && !self.after.is_empty() && (is_long || self.after.first() != Some(&'u'))
    }

    /// Whether a German word is one with "ei" and another one with "ie": "schreiben", "schrieben"; "Reise", "Riese".
    fn may_be_either(&self) -> bool {
        const ROOTS: &str = "schreib scheid schein schweig steig treib bleib reis reib leid lein leih leib wein weis zeih \
            meid preis deih bein reich reif greif pfeif schleif scheiss beiss reiss";
        let word: String = self.before.iter().chain(&['e', 'i']).chain(&self.after).collect();
        ROOTS.split_ascii_whitespace().any(|root| word.contains(root))
    }

    /// Whether it may be grammar: another number, person, case or tense.
    fn is_inflection(&self, is_lower: bool, language: &Language) -> bool {
        let (old, new): (String, String) = (self.old.iter().collect(), self.new.iter().collect());
        let after: String = self.after.iter().collect();
        let either = |a: &str, b: &str| (old == a && new == b) || (old == b && new == a);
        let one_more = old.is_empty() || new.is_empty();
        let letter = self.old.first().or(self.new.first()).copied().unwrap_or_default();
        // That is a slip wherever it stands.
        if self.is_double() {
            return false;
        }
        let swapped = self.old.len() == 2;
        if after.is_empty() && !swapped {
            return true;
        }
        let is_vowel = |text: &str| text.chars().count() == 1 && "aeiouyаеиоуыэюя".contains(text);
        let vowels = is_vowel(&old) && is_vowel(&new);
        match language.primary() {
            "de" => {
                // The umlaut of "au" is "aeu".
                let in_diphthong = matches!(&*self.before, [.., 'a' | 'e', 'u']);
                let umlaut = one_more
                    && letter == 'e'
                    && self.before.last().is_some_and(|c| "aou".contains(*c))
                    && !in_diphthong;
                // sprechen, sprachen; schreiben, schrieben; machen, machten
                let strong = is_lower && after.ends_with("en") && vowels;
                // Verbs begin sentences with a capital, too; but so long a word with one is mostly a noun.
                let is_verb = self.before.ends_with(&['i', 'e', 'r']);
                let is_noun = !is_lower && self.before.len() + after.len() >= NOUN && !is_verb;
                let past = one_more && letter == 't' && matches!(&*after, "e" | "en" | "est" | "et") && !is_noun;
                let other_word = swapped && either("ei", "ie") && (!is_noun || self.may_be_either());
                umlaut || strong || other_word || past
            }
            "ru" | "uk" | "be" => !swapped && letter != 'ь' && self.after.len() < 3,
            // woman, women; begin, began
            "en" => {
                let whole = |middle: &str| {
                    let before: String = self.before.iter().collect();
                    format!("{before}{middle}{after}")
                };
                const STRONG: &str = "woman women begin began begun become became drink drank drunk write wrote drive drove \
                    choose chose shoot shot shrink shrank shrunk spring sprang sprung stink stank stunk strike struck \
                    throw threw break broke speak spoke there three";
                let strong = |word: &str| STRONG.split_ascii_whitespace().any(|known| known == word);
                (strong(&whole(&old)) && strong(&whole(&new))) || (either("a", "e") && after == "n")
            }
            _ => false,
        }
    }
}
