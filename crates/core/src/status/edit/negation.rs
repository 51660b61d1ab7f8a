//! Words that turn a statement round.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::spelling::orthography;
use crate::language::Language;

/// The negations of a text, in order, each in one form: `keinen` as `kein`, `don't` as `not`. "لا بد" denies nothing.
pub(in crate::status) fn negations(side: &[String], language: &Language) -> Vec<&'static str> {
    let mut words = spelled_out(side, language);
    words.retain(|word| !word.trim().is_empty());
    let denies = |(at, word): (usize, &String)| {
        negation(word, language).filter(|_| !words.get(at + 1).is_some_and(|next| is_idiom(word, next, language)))
    };
    words.iter().enumerate().filter_map(denies).collect()
}

/// Arabic words that negate, each with those behind which they do not: "لا بد" is "must", "لا يزال" is "still".
const IDIOMS: [(&str, &str); 3] =
    [("لا", "بد يزال تزال يزالون نزال سيما"), ("ولا", "بد يزال تزال يزالون نزال سيما"), ("ما", "زال زالت زالوا زلنا")];

fn is_idiom(word: &str, next: &str, language: &Language) -> bool {
    let idioms = IDIOMS.iter().filter(|(first, _)| language.primary() == "ar" && *first == word);
    idioms.flat_map(|(_, nexts)| nexts.split(' ')).any(|known| known == next)
}

/// The first forms of those that limit a statement rather than deny it. A translation may say the same without any:
/// "ohne Erfolg" is "in vain".
const LIMITS: &str =
    "without hardly except ohne kaum ausser без кроме вряд غير بدون عدم سوي sans sin sem senza zonder bez";

/// Those of [`negations`] that a translation must have as well.
pub(in crate::status) fn denials(side: &[String], language: &Language) -> Vec<&'static str> {
    let mut found = negations(side, language);
    found.retain(|first| !LIMITS.split(' ').any(|limit| limit == *first));
    found
}

/// Lower-case words, `don't` and `cannot` as two of them.
pub(super) fn spelled_out(side: &[String], language: &Language) -> Vec<String> {
    let mut out = Vec::new();
    for token in side {
        let word = orthography(token, language);
        let verb = match (language.primary(), word.as_str()) {
            ("en", "cannot" | "cant") => Some("can"),
            ("en", "wont") => Some("will"),
            ("en", "shant") => Some("shall"),
            ("en", word) => word.strip_suffix("nt").filter(|verb| {
                const VERBS: &str = "do does did is are was were would should could must need might has have had ai";
                VERBS.split(' ').any(|known| known == *verb)
            }),
            _ => None,
        };
        match verb {
            Some(verb) => out.extend([verb.to_owned(), "not".to_owned()]),
            None => out.push(word),
        }
    }
    out
}

/// The negations of a language, each with its other forms.
const LISTS: [(&str, &str); 11] = [
    ("en", "not no never none nobody=noone nothing nowhere neither nor without hardly except"),
    (
        "de",
        "nicht nichts nie=niemals niemand=niemanden=niemandem=niemandes nirgends=nirgendwo \
         kein=keine=keinen=keinem=keiner=keines=keinerlei keineswegs=keinesfalls=mitnichten ohne weder nein kaum ausser",
    ),
    (
        "ru",
        "не ни нет=нету нельзя никогда никто=никого=никому=никем=никого ничто=ничего=ничему=ничем нигде никуда \
         ниоткуда никак никакой=никакая=никакое=никакие=никакого=никаких=никаким=никакую=никакими \
         без=безо кроме вряд незачем некому негде",
    ),
    (
        "ar",
        "لا=ولا=فلا=الا لم=ولم=فلم=الم لن=ولن=فلن ليس=ليست=ليسوا=لست=لسنا=لستم=وليس=وليست=اليس ما غير=وغير=الغير \
         بدون=دون=بلا=ودون عدم=وعدم=لعدم=بعدم كلا سوي=سوا",
    ),
    ("fr", "ne=n pas non ni jamais rien aucun=aucune personne sans nul=nulle"),
    ("es", "no ni nunca=jamas nada nadie ningun=ninguno=ninguna sin"),
    ("pt", "nao nunca jamais nada ninguem nenhum=nenhuma nem sem"),
    ("it", "non ne mai niente=nulla nessun=nessuno=nessuna senza"),
    ("nl", "niet niets nooit niemand nergens geen zonder nee"),
    ("pl", "nie ani nigdy nikt nic zaden bez"),
    ("uk", "не ні немає ніколи ніхто нічого без"),
];

/// For every list its forms as words are compared, and the first form of each.
static FORMS: LazyLock<Vec<HashMap<String, &'static str>>> = LazyLock::new(|| {
    let forms = |(primary, list): &(&str, &'static str)| {
        let language = primary.parse().ok();
        let mut forms = HashMap::new();
        for entry in list.split_ascii_whitespace() {
            let first = entry.split('=').next().unwrap_or(entry);
            for form in entry.split('=') {
                let form = language.as_ref().map_or_else(|| form.to_owned(), |language| orthography(form, language));
                forms.entry(form).or_insert(first);
            }
        }
        forms
    };
    LISTS.iter().map(forms).collect()
});

/// What a text has in it where it denies, in languages that do so within words, and words in which that denies nothing.
const SIGNS: [(&str, &str, &str); 4] = [
    ("zh", "不 没 沒 無 无 未 非 勿", "非常 未来 未來 不同 无线 無線"),
    ("ja", "ない ません なく ずに なし 不 無 未 非", "非常 未来 無料 無線 少ない"),
    ("ko", "않 못 없", ""),
    ("tr", "maz mez mıyor miyor muyor müyor mayın meyin madan meden değil yok", "namaz mezun mezar mağaz"),
];

/// How often a text seems to deny something, in a language without a list of words that do; `None` where nothing is known.
pub(in crate::status) fn signs_of_denial(text: &str, language: &Language) -> Option<usize> {
    let (_, signs, others) = SIGNS.iter().find(|(primary, ..)| *primary == language.primary())?;
    let text = others.split_whitespace().fold(text.to_lowercase(), |text, other| text.replace(other, " "));
    Some(signs.split_whitespace().map(|sign| text.matches(sign).count()).sum())
}

/// The form in which a negation is compared; `None` for any other word. A language without a list has that of English,
/// the first.
fn negation(word: &str, language: &Language) -> Option<&'static str> {
    let own = LISTS.iter().position(|(primary, _)| *primary == language.primary());
    FORMS.get(own.unwrap_or(0))?.get(word).copied()
}

/// Whether the words are known that negate in a language.
pub(in crate::status) fn knows_negations(language: &Language) -> bool {
    LISTS.iter().any(|(primary, _)| *primary == language.primary())
}

/// Whether a word, as it is written, is one of those.
pub(super) fn is_negation(word: &str, language: &Language) -> bool {
    negation(&orthography(word, language), language).is_some()
}

/// Whether one word is the other with a prefix that negates: `möglich`, `unmöglich`.
pub(super) fn is_negated(one: &str, other: &str, language: &Language) -> bool {
    let (prefixes, never): (&[&str], &str) = match language.primary() {
        "de" => (&["un", "nicht"], "unfall unkosten unmenge unwetter unkraut untier"),
        "en" => (
            &["un", "in", "im", "ir", "il", "dis", "non"],
            "inside inland indoor indoors insight install income input import impress improve inform increase invent indeed \
             discover disclose discount discharge display dispatch discourse",
        ),
        "ru" => (&["не", "без", "бес"], ""),
        _ => return false,
    };
    let (one, other) = (orthography(one, language), orthography(other, language));
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let bare = prefixes.iter().find_map(|prefix| longer.strip_prefix(prefix).filter(|bare| *bare == shorter));
    bare.is_some_and(|bare| bare.chars().count() >= 4) && !never.split_ascii_whitespace().any(|word| word == longer)
}

/// Whether a word came that denies one that went (1), or the other way round (-1): `возможна`, `невозможна`.
pub(in crate::status) fn turned(old: &[String], new: &[String], language: &Language) -> i32 {
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|word| !those.contains(word)).cloned().collect()
    };
    let (gone, come) = (only(old, new), only(new, old));
    let pairs = gone.iter().flat_map(|old| come.iter().map(move |new| (old, new)));
    let mut negated = pairs.filter(|(old, new)| is_negated(old, new, language));
    negated.next().map_or(0, |(old, new)| if new.len() > old.len() { 1 } else { -1 })
}

/// Whether a text may deny something within a word, as Russian does: `недоступен` says "not" and "accessible".
pub(in crate::status) fn may_deny(side: &[String], language: &Language) -> bool {
    /// Those in which it denies nothing, or nothing that another language has a negation for.
    const OTHERS: &str = "небес небоскр небольш невест невольн недавн недел недр некотор немалов немедлен немец немного \
        неплох необходим неожидан непремен непосредств неред нерв неслож нескольк несмотря нестар неужел нефт нехит";
    let denies = |word: &String| {
        let word = orthography(word, language);
        word.starts_with("не")
            && word.chars().count() >= 7
            && !OTHERS.split_ascii_whitespace().any(|other| word.starts_with(other))
    };
    language.primary() == "ru" && side.iter().any(denies)
}
