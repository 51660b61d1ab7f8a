//! What kind of edit leads from one wording to another, and whether a translation must follow it.

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::language::Language;
use crate::text::{Fold, fold, is_invisible};

use super::Passage;

/// What an edit changed, weakest first. An edit is as strong as its strongest changed token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EditKind {
    /// Quotation marks, dashes, full stops and other punctuation.
    Punctuation,
    /// Inline markup.
    Markup,
    /// The target of a link, a URL or an e-mail address.
    Link,
    /// One letter of a long word, hyphenation, or upper and lower case.
    Spelling,
    /// Words.
    Wording,
    /// Numbers, units and currencies.
    Number,
    /// A word that negates.
    Negation,
}

impl EditKind {
    /// Whether a translation stays right without following an edit of this kind.
    ///
    /// A whitelist: what is not surely harmless is not minor, however alike the two texts are.
    pub fn is_minor(self) -> bool {
        self < Self::Wording
    }

    /// The word for it in JSON and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Punctuation => "punctuation",
            Self::Markup => "markup",
            Self::Link => "link",
            Self::Spelling => "spelling",
            Self::Wording => "wording",
            Self::Number => "number",
            Self::Negation => "negation",
        }
    }
}

/// The strongest kind of edit between two wordings of one segment in `language`; `None` where they are equal but for
/// white space, soft hyphens and Unicode form, markup included where both know theirs.
///
/// ```
/// use hexapla_core::status::{EditKind, Passage, edit_kind};
/// let german = "de".parse().unwrap();
/// let kind = |old: &str, new: &str| edit_kind(&Passage::new(old), &Passage::new(new), &german);
/// assert_eq!(kind("Hunde dürfen hinein.", "Hunde dürfen nicht hinein."), Some(EditKind::Negation));
/// assert_eq!(kind("Es kostet 5 Euro.", "Es kostet 7 Euro."), Some(EditKind::Number));
/// assert_eq!(kind("Komm!", "Komm."), Some(EditKind::Punctuation));
/// assert_eq!(kind("z. B.", "z.\u{A0}B."), None);
/// ```
pub fn edit_kind(old: &Passage, new: &Passage, language: &Language) -> Option<EditKind> {
    let by_text = if old.same_text(new) { None } else { text_edit(old.text(), new.text(), language) };
    let by_markup = match (old.markup(), new.markup()) {
        (Some(old), Some(new)) if fold(old, Fold::Space) != fold(new, Fold::Space) => Some(markup_edit(old, new)),
        _ => None,
    };
    by_text.max(by_markup)
}

/// A stretch of a word diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffPart {
    /// In both wordings.
    Equal(String),
    /// Only in the older one.
    Deleted(String),
    /// Only in the newer one.
    Inserted(String),
}

/// The difference of two wordings, word by word, white space kept: the parts that are not [`DiffPart::Inserted`]
/// restore the older one, those that are not [`DiffPart::Deleted`] the newer one.
pub fn word_diff(old: &str, new: &str) -> Vec<DiffPart> {
    let (old, new) = (tokens(old), tokens(new));
    let mut parts: Vec<DiffPart> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let deleted: String = old[op.old_range()].concat();
        let inserted: String = new[op.new_range()].concat();
        if matches!(op, DiffOp::Equal { .. }) {
            parts.push(DiffPart::Equal(deleted));
            continue;
        }
        if !deleted.is_empty() {
            parts.push(DiffPart::Deleted(deleted));
        }
        if !inserted.is_empty() {
            parts.push(DiffPart::Inserted(inserted));
        }
    }
    parts
}

fn markup_edit(old: &str, new: &str) -> EditKind {
    let without_links = |markup: &str| -> String {
        tokens(markup).into_iter().filter(|token| token_kind(token) != TokenKind::Link).collect()
    };
    // `<a href="/alt">` and `](ziel.md)`: the same markup around another address.
    let bare = |markup: &str| -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in markup.chars() {
            match c {
                '"' | '\'' | '(' | ')' | '<' | '>' => {
                    inside = matches!(c, '"' | '\'' | '(') && !inside;
                    out.push(c);
                }
                _ if inside => {}
                _ => out.push(c),
            }
        }
        out
    };
    if without_links(old) == without_links(new) || bare(old) == bare(new) { EditKind::Link } else { EditKind::Markup }
}

fn text_edit(old: &str, new: &str, language: &Language) -> Option<EditKind> {
    let visible = |text: &str| -> Vec<String> {
        tokens(&fold(text, Fold::Space))
            .into_iter()
            .filter(|token| !token.trim().is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (old, new) = (visible(old), visible(new));
    let mut strongest = None;
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if !matches!(op, DiffOp::Equal { .. }) {
            strongest = strongest.max(Some(hunk_kind(&old[op.old_range()], &new[op.new_range()], language)));
        }
    }
    // The same tokens, but apart or together: `Öl-Betriebe`, `Ölbetriebe`.
    strongest.or(Some(EditKind::Spelling))
}

fn hunk_kind(old: &[String], new: &[String], language: &Language) -> EditKind {
    let both = || old.iter().chain(new);
    let of_kind = |side: &[String], kind: TokenKind| -> Vec<String> {
        side.iter().filter(|token| token_kind(token) == kind).map(|token| bare_number(token)).collect()
    };
    if negations(old, language) != negations(new, language) {
        return EditKind::Negation;
    }
    if of_kind(old, TokenKind::Number) != of_kind(new, TokenKind::Number) {
        return EditKind::Number;
    }
    if both().any(|token| is_unit(token)) && units(old) != units(new) {
        return EditKind::Number;
    }
    let words = |side: &[String]| -> Vec<String> {
        side.iter().filter(|token| token_kind(token) == TokenKind::Word).cloned().collect()
    };
    let (old_words, new_words) = (words(old), words(new));
    if old_words == new_words {
        let links = |side: &[String]| of_kind(side, TokenKind::Link);
        return if links(old) == links(new) { EditKind::Punctuation } else { EditKind::Link };
    }
    if old_words.len() == new_words.len()
        && old_words.iter().zip(&new_words).all(|(old, new)| old == new || is_respelling(old, new, language))
    {
        return EditKind::Spelling;
    }
    let glued = |side: &[String]| side.iter().map(|word| fold(word, Fold::Words)).collect::<String>();
    if glued(&old_words) == glued(&new_words) {
        return EditKind::Spelling;
    }
    EditKind::Wording
}

/// One slip of the pen in a word that stays the same word.
fn is_respelling(old: &str, new: &str, language: &Language) -> bool {
    let (old, new) = (orthography(old), orthography(new));
    if old == new {
        return true;
    }
    let length = old.chars().count().min(new.chars().count());
    // The first letter tells words apart (Haus, Maus); short words have too many neighbours.
    length >= 5
        && old.chars().next() == new.chars().next()
        && !is_negation(&old, language)
        && !is_negation(&new, language)
        && !differs_in_ending(&old, &new)
        && strsim::osa_distance(&old, &new) == 1
}

/// Whether only the last letter differs, is new or is gone: an ending says how many, who, when. A last letter that is
/// doubled is a slip all the same.
fn differs_in_ending(old: &str, new: &str) -> bool {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let shared = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let longer = if old.len() > new.len() { &old } else { &new };
    let doubled = old.len() != new.len() && shared > 0 && longer.get(shared) == longer.get(shared - 1);
    old.len() - shared <= 1 && new.len() - shared <= 1 && !doubled
}

/// Spellings that differ by reform or habit, not in meaning: case, ß and ss, ё and е, vowel signs, hamza carriers.
fn orthography(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            'ё' => out.push('е'),
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            '\u{64B}'..='\u{652}' | '\u{640}' => {}
            '’' | '\'' | '-' | '‐' | '‑' => {}
            other => out.push(other),
        }
    }
    out
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Blank,
    Word,
    Number,
    Link,
    Punctuation,
}

pub(super) fn token_kind(token: &str) -> TokenKind {
    if is_link(token) {
        return TokenKind::Link;
    }
    if token.chars().any(char::is_numeric) {
        return TokenKind::Number;
    }
    if token.chars().any(char::is_alphabetic) {
        return TokenKind::Word;
    }
    if token.chars().all(|c| c.is_whitespace() || is_invisible(c)) { TokenKind::Blank } else { TokenKind::Punctuation }
}

fn is_link(token: &str) -> bool {
    let letters = |part: &str| part.len() >= 2 && part.chars().all(|c| c.is_ascii_alphabetic());
    token.contains("://")
        || token.starts_with("www.")
        || token.starts_with("mailto:")
        || (token.contains('@') && token.rsplit('.').next().is_some_and(letters) && token.contains('.'))
}

/// Words, numbers with their separators and sign, links, and every other character by itself; white space is kept.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = token_length(rest, first);
        let (token, after) = rest.split_at(length);
        out.push(token);
        rest = after;
    }
    out
}

fn token_length(rest: &str, first: char) -> usize {
    if first.is_whitespace() {
        return rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
    }
    if first.is_alphanumeric() {
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | '“' | '”' | '»'))
            .unwrap_or(rest.len());
        let run = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
        if is_link(run) {
            return run.len();
        }
    }
    let signed = matches!(first, '-' | '−' | '+') && rest[first.len_utf8()..].starts_with(char::is_numeric);
    if first.is_numeric() || signed {
        return number_length(rest, first);
    }
    if first.is_alphanumeric() {
        return word_length(rest);
    }
    first.len_utf8()
}

fn number_length(rest: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    let mut chars = rest[end..].char_indices().peekable();
    let start = end;
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '.' | ',' | ':' | '/' | '\'' | '’' | '٫' | '٬' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '-')
                && chars.peek().is_some_and(|(_, next)| next.is_numeric());
        if !(c.is_alphanumeric() || joins) {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '-' | '’' | '\'' | '‐' | '‑' | ':' | '*' | '_')
            && at > 0
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphanumeric() || is_invisible(c) || unicode_normalization::char::is_combining_mark(c) || joins) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A number without the blanks inside it, for comparison.
fn bare_number(token: &str) -> String {
    token.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '−' { '-' } else { c }).collect()
}

pub(super) fn negations(side: &[String], language: &Language) -> Vec<String> {
    side.iter().map(|token| orthography(token)).filter(|word| is_negation(word, language)).collect()
}

/// Words that turn a statement round, by language; without an entry, those of English.
fn is_negation(word: &str, language: &Language) -> bool {
    let list = match language.primary() {
        "de" => {
            "nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo kein keine keinen keinem keiner keines keinerlei keineswegs keinesfalls ohne weder noch nein kaum ausser"
        }
        "ru" => {
            "не ни нет нельзя никогда никто никого никому ничто ничего ничем нигде никуда никак никакой никакая никакие без кроме вряд"
        }
        "ar" => "لا لم لن ليس ليست ليسوا لست ما غير دون بدون عدم ولا كلا سوى",
        "fr" => "ne pas non ni jamais rien aucun aucune personne sans nul nulle n",
        "es" => "no ni nunca jamas nada nadie ningun ninguno ninguna sin",
        "it" => "non ne mai niente nulla nessuno nessuna senza",
        "nl" => "niet niets nooit niemand nergens geen zonder nee",
        "pl" => "nie ani nigdy nikt nic zaden bez",
        "uk" => "не ні немає ніколи ніхто нічого без",
        _ => {
            "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt mustnt neednt shant mightnt hasnt havent hadnt hardly except"
        }
    };
    list.split(' ').any(|entry| orthography(entry) == word)
}

/// Units and currencies: words and signs that give a number its meaning.
fn is_unit(token: &str) -> bool {
    const SIGNS: &str = "% ‰ ° € $ £ ¥ ₽ ₴ ₺ ² ³";
    const WORDS: &str = "euro euros eur cent dollar dollars usd franken chf pfund rubel рубль рубля рублей евро доллар долларов \
        mm cm dm m km kilometer meter zentimeter millimeter m2 qm hektar ha g kg gramm kilogramm kilo tonne tonnen t liter l ml \
        sekunde sekunden minute minuten stunde stunden uhr tag tage tagen woche wochen monat monate monaten quartal quartale jahr jahre jahren \
        prozent percent grad celsius second seconds minutes hour hours day days week weeks month months quarter quarters year years \
        metre metres meters kilometre kilometres kilometers mile miles inch inches foot feet am pm \
        км см мм кг руб час часа часов минут минуты день дня дней неделя недели недель месяц месяца месяцев год года лет процент процента процентов \
        يورو دولار متر كيلومتر كيلوغرام ساعة ساعات دقيقة دقائق يوم أيام أسبوع أسابيع شهر أشهر سنة سنوات بالمئة";
    let word = token.to_lowercase();
    SIGNS.split(' ').any(|sign| sign == word) || WORDS.split_ascii_whitespace().any(|unit| unit == word)
}

fn units(side: &[String]) -> Vec<String> {
    side.iter().filter(|token| is_unit(token)).map(|token| token.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let check = |language: &str, old: &str, new: &str, want: Option<EditKind>| {
            let language: Language = language.parse().unwrap();
            let got = edit_kind(&Passage::new(old), &Passage::new(new), &language);
            assert_eq!(got, want, "{old:?} -> {new:?}");
        };
        use EditKind::*;
        check("de", "Ein Haus.", "Ein\u{A0}Haus.", None);
        check("de", "Vorstand", "Vor\u{AD}stand", None);
        check("de", "Komm her.", "Komm her!", Some(Punctuation));
        check("de", "Das „neue“ Haus – groß.", "Das »neue« Haus — groß.", Some(Punctuation));
        check("de", "Er kam und ging.", "Er kam, und ging.", Some(Punctuation));
        check("de", "Siehe https://a.example/x.", "Siehe https://b.example/y.", Some(Link));
        check("de", "Post an haus@a.example!", "Post an haus@b.example!", Some(Link));
        check("de", "Die Werkstat öffnet.", "Die Werkstatt öffnet.", Some(Spelling));
        check("de", "Der Gartne hilft den Leuten.", "Der Gartner hilft den Leuten.", Some(Wording));
        check("de", "Öl-Betriebe schließen.", "Ölbetriebe schließen.", Some(Spelling));
        check("de", "Er weiß, daß es regnet.", "Er weiß, dass es regnet.", Some(Spelling));
        check("de", "Der Kurs dauert einen Monat.", "Der Kurs dauert ein Quartal.", Some(Number));
        check("de", "Es kostet 5 Euro.", "Es kostet 7 Euro.", Some(Number));
        check("de", "Es kostet 5 Euro.", "Es kostet 5 Dollar.", Some(Number));
        check("de", "Bei 17 Grad.", "Bei -17 Grad.", Some(Number));
        check("de", "Hunde dürfen hinein.", "Hunde dürfen nicht hinein.", Some(Negation));
        check("de", "Es gibt einen Zug.", "Es gibt keinen Zug.", Some(Negation));
        check("de", "Das Haus ist alt.", "Das Gebäude ist alt.", Some(Wording));
        check("de", "Das Haus am See.", "Das Maus am See.", Some(Wording));
        check("en", "You can enter.", "You cannot enter.", Some(Negation));
        check("en", "Read the colour guide.", "Read the color guide.", Some(Spelling));
        check("ru", "Он всё знает.", "Он все знает.", Some(Spelling));
        check("ru", "Вход свободный.", "Вход не свободный.", Some(Negation));
        check("ar", "الدخول مجاني.", "الدخول غير مجاني.", Some(Negation));
    }

    #[test]
    fn markup() {
        let german: Language = "de".parse().unwrap();
        let check = |old: &str, new: &str, want: Option<EditKind>| {
            let passage = |markup: &str| Passage::new("Ja.").with_markup(markup);
            assert_eq!(edit_kind(&passage(old), &passage(new), &german), want, "{old} -> {new}");
        };
        check("<b> </b>", "<b> </b>", None);
        check("<b> </b>", "<i> </i>", Some(EditKind::Markup));
        check("", "** **", Some(EditKind::Markup));
        check("<a href=\"/alt\"> </a>", "<a href=\"/neu\"> </a>", Some(EditKind::Link));
        check("[ ](alt.md)", "[ ](neu.md)", Some(EditKind::Link));
    }

    #[test]
    fn diffs_restore_both_sides() {
        let check = |old: &str, new: &str| {
            let parts = word_diff(old, new);
            let side = |skip: fn(&DiffPart) -> bool| -> String {
                parts
                    .iter()
                    .filter(|part| !skip(part))
                    .map(|part| match part {
                        DiffPart::Equal(text) | DiffPart::Deleted(text) | DiffPart::Inserted(text) => text.as_str(),
                    })
                    .collect()
            };
            assert_eq!(side(|part| matches!(part, DiffPart::Inserted(_))), old);
            assert_eq!(side(|part| matches!(part, DiffPart::Deleted(_))), new);
        };
        check("", "");
        check("Der  Preis: 5 Euro.", "Der Preis: 7\u{A0}Euro!");
        check("عربي نص", "عربي نص جديد");
        check("a\r\nb", "a b");
    }
}
