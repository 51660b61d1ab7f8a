//! The names that languages go by in a language switcher: in their own language, in English and in German.

use std::collections::HashMap;
use std::sync::LazyLock;

use hexapla_core::text::{Fold, fold};

/// A language name or code found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The tag that it stands for: `ru` for "русский".
    pub(crate) tag: String,
    /// Its bytes in the text.
    pub(crate) range: std::ops::Range<usize>,
    /// Whether it was a name or only a code, which is weaker evidence ("IT" is also a word).
    pub(crate) by: By,
}

/// How a language was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// "English", "русский", "عربي".
    Name,
    /// "en", "DE", "pt-BR".
    Code,
}

/// The languages that `text` names, if it does nothing else.
///
/// Names may be parted by `|`, `·`, `/`, `,`, `•`, dashes, line breaks or mere blanks, and set off by brackets; a short
/// label that ends in a colon may stand in front ("Sprachen: Deutsch | English").
pub(crate) fn only_languages(text: &str) -> Option<Vec<Named>> {
    // A switcher is short; no name of a language is longer than three words.
    if text.len() > 1500 {
        return None;
    }
    let body = match text.split_once(':') {
        Some((label, rest)) if label.chars().count() <= 24 && !rest.trim().is_empty() => rest,
        _ => text,
    };
    let offset = text.len() - body.len();
    let mut found = Vec::new();
    for part in parts(body) {
        let name = &body[part.clone()];
        match named(name) {
            Some((tag, by)) => found.push(Named { tag, range: part.start + offset..part.end + offset, by }),
            None => words_of(body, part, offset, &mut found)?,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// "English русский عربي": names with nothing but blanks between them.
fn words_of(body: &str, part: std::ops::Range<usize>, offset: usize, found: &mut Vec<Named>) -> Option<()> {
    let mut at = part.start;
    for word in body[part].split_inclusive(char::is_whitespace) {
        let name = word.trim();
        if !name.is_empty() {
            let (tag, by) = named(name)?;
            found.push(Named { tag, range: at + offset..at + name.len() + offset, by });
        }
        at += word.len();
    }
    Some(())
}

fn parts(body: &str) -> Vec<std::ops::Range<usize>> {
    let separates = |c: char| {
        matches!(c, '|' | '·' | '/' | ',' | '،' | ';' | '•' | '–' | '—' | '\n' | '\r' | '\t' | '›' | '»' | '\u{2028}')
            || matches!(c, '[' | ']' | '(' | ')')
    };
    let mut parts = Vec::new();
    let mut at = 0;
    for part in body.split(separates) {
        let trimmed = part.trim();
        if !trimmed.is_empty() {
            let start = at + (part.len() - part.trim_start().len());
            parts.push(start..start + trimmed.len());
        }
        at += part.len();
        at += body[at..].chars().next().map_or(0, char::len_utf8);
    }
    parts
}

/// The language that `name` names.
pub(crate) fn named(name: &str) -> Option<(String, By)> {
    if name.len() > 60 {
        return None;
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || hexapla_core::text::is_invisible(c));
    if let Some(tag) = code(name) {
        return Some((tag, By::Code));
    }
    let folded = fold(name, Fold::Words);
    let bare = FRAMES.iter().find_map(|frame| folded.strip_prefix(frame)).unwrap_or(&folded);
    let bare = bare.strip_suffix(" version").unwrap_or(bare);
    [bare, &folded].into_iter().find_map(|name| TAGS.get(name)).map(|tag| ((*tag).to_owned(), By::Name))
}

/// `de`, `EN`, `pt-BR`, `zh_CN`: codes of the languages in the table only.
fn code(name: &str) -> Option<String> {
    let mut subtags = name.split(['-', '_']);
    let primary = subtags.next().filter(|primary| primary.len() <= 3)?.to_ascii_lowercase();
    let known = matches!(primary.len(), 2 | 3) && LANGUAGES.iter().any(|(tag, _)| *tag == primary);
    let plain = subtags.all(|s| matches!(s.len(), 2 | 4) && s.bytes().all(|b| b.is_ascii_alphabetic()));
    (known && plain).then(|| name.replace('_', "-").split('-').enumerate().map(canonical).collect::<Vec<_>>().join("-"))
}

fn canonical((at, subtag): (usize, &str)) -> String {
    match (at, subtag.len()) {
        (0, _) => subtag.to_ascii_lowercase(),
        (_, 2) => subtag.to_ascii_uppercase(),
        _ => {
            let lower = subtag.to_ascii_lowercase();
            lower[..1].to_ascii_uppercase() + &lower[1..]
        }
    }
}

/// The tag of every name.
static TAGS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| LANGUAGES.iter().flat_map(|(tag, names)| names.split('|').map(|name| (name, *tag))).collect());

/// What may stand before a name: "auf Deutsch", "in English", "на русском".
const FRAMES: &[&str] = &["auf ", "in ", "en ", "на ", "по-", "по", "بال"];

/// Tag; names, folded to lower-case words: the language's own, English, German, and for the most frequent ones Russian,
/// Arabic, French and Spanish. Written for this project.
const LANGUAGES: &[(&str, &str)] = &[
    ("de", "deutsch|german|немецкий|немецком|немецки|الألمانية|ألماني|allemand|alemán|german deutsch"),
    ("en", "english|englisch|английский|английском|английски|الإنجليزية|الانجليزية|إنجليزي|انجليزي|anglais|inglés"),
    ("ru", "русский|русском|русски|russian|russisch|الروسية|روسي|russe|ruso"),
    ("ar", "عربي|العربية|عربية|اللغة العربية|arabic|arabisch|арабский|арабском|арабски|arabe|árabe"),
    ("fr", "français|francais|french|französisch|французский|французском|французски|الفرنسية|فرنسي|francés"),
    ("es", "español|espanol|castellano|spanish|spanisch|испанский|испанском|испански|الإسبانية|إسباني|espagnol"),
    ("it", "italiano|italian|italienisch|итальянский|الإيطالية|italien"),
    ("pt", "português|portugues|portuguese|portugiesisch|португальский|البرتغالية|portugais"),
    ("tr", "türkçe|turkce|turkish|türkisch|турецкий|التركية|turc|turco"),
    ("uk", "українська|українською|ukrainian|ukrainisch|украинский|الأوكرانية"),
    ("pl", "polski|polish|polnisch|польский|البولندية"),
    ("nl", "nederlands|dutch|niederländisch|нидерландский|голландский|الهولندية"),
    ("zh", "中文|汉语|漢語|简体中文|繁體中文|普通话|chinese|chinesisch|китайский|الصينية"),
    ("ja", "日本語|japanese|japanisch|японский|اليابانية"),
    ("ko", "한국어|조선말|korean|koreanisch|корейский|الكورية"),
    ("fa", "فارسی|farsi|persian|persisch|персидский|الفارسية"),
    ("ku", "kurdî|kurdi|kurmancî|kurdish|kurdisch|курдский|الكردية"),
    ("ckb", "کوردی|سۆرانی|sorani|central kurdish|zentralkurdisch"),
    ("he", "עברית|hebrew|hebräisch|иврит|العبرية"),
    ("el", "ελληνικά|greek|griechisch|греческий|اليونانية"),
    ("cs", "čeština|cesky|česky|czech|tschechisch|чешский"),
    ("sk", "slovenčina|slovensky|slovak|slowakisch|словацкий"),
    ("sl", "slovenščina|slovensko|slovenian|slovene|slowenisch|словенский"),
    ("hr", "hrvatski|croatian|kroatisch|хорватский"),
    ("sr", "српски|srpski|serbian|serbisch|сербский"),
    ("bs", "bosanski|bosnian|bosnisch|боснийский"),
    ("mk", "македонски|macedonian|mazedonisch|македонский"),
    ("bg", "български|bulgarian|bulgarisch|болгарский"),
    ("ro", "română|romana|romanian|rumänisch|румынский"),
    ("hu", "magyar|hungarian|ungarisch|венгерский"),
    ("sv", "svenska|swedish|schwedisch|шведский"),
    ("no", "norsk|norwegian|norwegisch|норвежский"),
    ("nb", "bokmål|norsk bokmål"),
    ("nn", "nynorsk|norsk nynorsk"),
    ("da", "dansk|danish|dänisch|датский"),
    ("fi", "suomi|finnish|finnisch|финский"),
    ("is", "íslenska|icelandic|isländisch|исландский"),
    ("et", "eesti|estonian|estnisch|эстонский"),
    ("lv", "latviešu|latvian|lettisch|латышский"),
    ("lt", "lietuvių|lithuanian|litauisch|литовский"),
    ("be", "беларуская|belarusian|belarussisch|белорусский"),
    ("kk", "қазақша|қазақ тілі|kazakh|kasachisch|казахский"),
    ("ky", "кыргызча|kyrgyz|kirgisisch|киргизский"),
    ("uz", "oʻzbekcha|ozbekcha|ўзбекча|uzbek|usbekisch|узбекский"),
    ("tg", "тоҷикӣ|tajik|tadschikisch|таджикский"),
    ("az", "azərbaycanca|azərbaycan dili|azerbaijani|aserbaidschanisch|азербайджанский"),
    ("hy", "հայերեն|armenian|armenisch|армянский"),
    ("ka", "ქართული|georgian|georgisch|грузинский"),
    ("mn", "монгол|mongolian|mongolisch|монгольский"),
    ("sq", "shqip|albanian|albanisch|албанский"),
    ("ca", "català|catalan|katalanisch|каталанский"),
    ("eu", "euskara|basque|baskisch|баскский"),
    ("gl", "galego|galician|galicisch|галисийский"),
    ("ga", "gaeilge|irish|irisch|ирландский"),
    ("cy", "cymraeg|welsh|walisisch|валлийский"),
    ("hi", "हिन्दी|हिंदी|hindi|хинди|الهندية"),
    ("ur", "اردو|urdu|урду|الأردية"),
    ("bn", "বাংলা|bengali|bangla|bengalisch|бенгальский"),
    ("ta", "தமிழ்|tamil|tamilisch|тамильский"),
    ("vi", "tiếng việt|vietnamese|vietnamesisch|вьетнамский"),
    ("th", "ไทย|ภาษาไทย|thai|thailändisch|тайский"),
    ("id", "bahasa indonesia|indonesian|indonesisch|индонезийский"),
    ("ms", "bahasa melayu|malay|malaiisch|малайский"),
    ("tl", "tagalog|filipino|тагальский"),
    ("sw", "kiswahili|swahili|suaheli|суахили"),
    ("am", "አማርኛ|amharic|amharisch|амхарский"),
    ("ti", "ትግርኛ|tigrinya|тигринья"),
    ("so", "soomaali|somali|сомали|الصومالية"),
    ("ps", "پښتو|pashto|paschtu|пушту"),
    ("eo", "esperanto|эсперанто"),
    ("la", "latina|latin|latein|латинский"),
    ("lb", "lëtzebuergesch|luxembourgish|luxemburgisch"),
    ("rm", "rumantsch|romansh|rätoromanisch"),
    ("af", "afrikaans|африкаанс"),
];
