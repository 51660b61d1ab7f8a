//! Numbers in digits and in words, months, and the units that give them their meaning.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::Language;

/// The numbers of a token in digits, as they are compared: signs of thousands gone, `10-12` as two, `18.00` as `18:00`.
pub(super) fn figures(token: &str, language: &Language) -> Vec<String> {
    let token: String = token.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '−' { '-' } else { c }).collect();
    let sign = usize::from(token.starts_with(['-', '+']));
    let (sign, rest) = token.split_at(sign);
    let parts = rest.split(['-', '–', '—']).filter(|part| !part.is_empty());
    let mut found: Vec<String> = parts.map(|part| plain(part, language)).collect();
    if let Some(first) = found.first_mut() {
        first.insert_str(0, sign);
    }
    found
}

fn plain(number: &str, language: &Language) -> String {
    let is_english = matches!(language.primary(), "en" | "zh" | "ja" | "ko" | "he");
    let thousands = if is_english { ',' } else { '.' };
    let digits: String = number
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '٬'))
        .map(|c| match u32::from(c) {
            code @ 0x660..=0x669 => char::from_digit(code - 0x660, 10).unwrap_or(c),
            code @ 0x6F0..=0x6F9 => char::from_digit(code - 0x6F0, 10).unwrap_or(c),
            _ => c,
        })
        .collect();
    let groups: Vec<&str> = digits.split(thousands).collect();
    let is_grouped = groups.len() > 1 && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = if is_grouped { groups.concat() } else { digits };
    digits.replace('٫', ",").replace(':', ".")
}

/// What a word says in numbers, or which month it names: cardinals and ordinals as they are written by themselves.
///
/// Strict where the check of numbers is generous: here a word that only begins like a number must not become one.
pub(in crate::status) fn amount(word: &str, language: &Language) -> Option<String> {
    if let Some(month) = month(word, language) {
        return Some(format!("month {month}"));
    }
    let (numbers, _, endings) = forms(language)?;
    let word = folded(word, language);
    if language.primary() == "de" && word.contains("und") && GERMAN_TENS.split(' ').any(|tens| word.ends_with(tens)) {
        return Some(word);
    }
    let entries = numbers.iter().filter_map(|entry| entry.split_once(' '));
    let mut values = entries.filter(|(_, forms)| has(forms, &word, endings)).map(|(value, _)| value.to_owned());
    values.next()
}

/// Whether the words are known that [`amount`] knows, in a language.
pub(in crate::status) fn knows_amounts(language: &Language) -> bool {
    forms(language).is_some()
}

/// The month that a word names, from 1.
pub(in crate::status) fn month(word: &str, language: &Language) -> Option<usize> {
    let (_, months, endings) = forms(language)?;
    if !may_be_among(months, word, language) {
        return None;
    }
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    let word = folded(word, language);
    if language.primary() == "en" && !is_capital && matches!(word.as_str(), "may" | "march" | "august") {
        return None;
    }
    months.split(',').position(|forms| has(forms, &word, endings)).map(|at| at + 1)
}

/// Whether some form has the first two letters of `word`: most words are out, and need not be folded.
fn may_be_among(months: &str, word: &str, language: &Language) -> bool {
    let mut letters = letters(word);
    let first = [letters.next(), letters.next()];
    // Arabic writes small words together with the next.
    language.primary() == "ar"
        || months.split([',', ' ']).any(|form| {
            let mut form = form.chars();
            [form.next(), form.next()] == first
        })
}

/// Numbers, months, and the endings that follow a dot in them.
type Forms = (&'static [&'static str], &'static str, &'static [&'static str]);

fn forms(language: &Language) -> Option<Forms> {
    Some(match language.primary() {
        "de" => (GERMAN, GERMAN_MONTHS, &["r", "s", "n", "m", "ns", "mal"]),
        "en" => (ENGLISH, ENGLISH_MONTHS, &[]),
        "ru" => (
            RUSSIAN,
            RUSSIAN_MONTHS,
            &["ь", "и", "ью", "я", "е", "й", "ый", "ой", "ая", "ое", "ые", "ого", "ом", "ым", "ую", "ых", "а", "у"],
        ),
        "ar" => (ARABIC, ARABIC_MONTHS, &["ه", "ون", "ين", "ا"]),
        _ => return None,
    })
}

fn has(forms: &str, word: &str, endings: &[&str]) -> bool {
    forms.split_ascii_whitespace().any(|form| match form.strip_suffix('.') {
        Some(stem) => word.strip_prefix(stem).is_some_and(|rest| rest.is_empty() || endings.contains(&rest)),
        None => form == word,
    })
}

/// Lower case, without vowel signs and what Arabic writes together with a word.
fn folded(word: &str, language: &Language) -> String {
    let mut word: String = letters(word).collect();
    if language.primary() == "ar" {
        for prefix in ["و", "ب", "ل", "ال"] {
            if let Some(rest) = word.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 3) {
                word = rest.to_owned();
            }
        }
    }
    word
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).filter_map(letter)
}

fn letter(c: char) -> Option<char> {
    match c {
        'ß' => Some('s'),
        'ё' => Some('е'),
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        'ئ' | 'ؤ' => Some('ء'),
        '\u{64B}'..='\u{652}' | '\u{640}' => None,
        other => Some(other),
    }
}

const GERMAN_TENS: &str = "zwanzig dreisig vierzig fünfzig sechzig siebzig achtzig neunzig";

/// The value, then its forms; a dot where an ending may follow.
const GERMAN: &[&str] = &[
    "0 null",
    "1 eins erste.",
    "2 zwei zwo zweite. zweimal",
    "3 drei dritte. dreimal",
    "4 vier vierte. viermal",
    "5 fünf fünfte. fünfmal",
    "6 sechs sechste.",
    "7 sieben siebte. siebente.",
    "8 acht achte.",
    "9 neun neunte.",
    "10 zehn zehnte.",
    "11 elf elfte.",
    "12 zwölf zwölfte. dutzend",
    "13 dreizehn dreizehnte.",
    "14 vierzehn vierzehnte.",
    "15 fünfzehn fünfzehnte.",
    "16 sechzehn sechzehnte.",
    "17 siebzehn siebzehnte.",
    "18 achtzehn achtzehnte.",
    "19 neunzehn neunzehnte.",
    "20 zwanzig zwanzigste.",
    "30 dreisig dreisigste.",
    "40 vierzig vierzigste.",
    "50 fünfzig fünfzigste.",
    "60 sechzig sechzigste.",
    "70 siebzig siebzigste.",
    "80 achtzig achtzigste.",
    "90 neunzig neunzigste.",
    "100 hundert einhundert",
    "200 zweihundert",
    "300 dreihundert",
    "400 vierhundert",
    "500 fünfhundert",
    "1000 tausend eintausend",
    "1000000 million millionen",
    "1000000000 milliarde milliarden",
    "0.5 halb halbe. hälfte",
    "0.25 viertel",
    "33 drittel",
];
const GERMAN_MONTHS: &str =
    "januar. jänner,februar.,märz,april.,mai,juni.,juli.,august.,september.,oktober.,november.,dezember.";

const ENGLISH: &[&str] = &[
    "0 zero",
    "1 one first once",
    "2 two second twice",
    "3 three third",
    "4 four fourth",
    "5 five fifth",
    "6 six sixth",
    "7 seven seventh",
    "8 eight eighth",
    "9 nine ninth",
    "10 ten tenth",
    "11 eleven eleventh",
    "12 twelve twelfth dozen",
    "13 thirteen thirteenth",
    "14 fourteen fourteenth",
    "15 fifteen fifteenth",
    "16 sixteen sixteenth",
    "17 seventeen seventeenth",
    "18 eighteen eighteenth",
    "19 nineteen nineteenth",
    "20 twenty twentieth",
    "30 thirty",
    "40 forty",
    "50 fifty",
    "60 sixty",
    "70 seventy",
    "80 eighty",
    "90 ninety",
    "100 hundred",
    "1000 thousand",
    "1000000 million",
    "1000000000 billion",
    "0.5 half",
    "0.25 quarter",
];
const ENGLISH_MONTHS: &str = "january,february,march,april,may,june,july,august,september,october,november,december";

const RUSSIAN: &[&str] = &[
    "0 ноль нуля",
    "1 один первы. перво. перва.",
    "2 два две двух двум двумя второ. втора. вторы. вторую дважды",
    "3 три трех трем тремя третий третья третье третьего третьем третьей третью трижды",
    "4 четыре четырех четырем четверт.",
    "5 пят.",
    "6 шест.",
    "7 семь семи семью седьм.",
    "8 восемь восьми восьм.",
    "9 девят.",
    "10 десят.",
    "11 одиннадцат.",
    "12 двенадцат. дюжина",
    "13 тринадцат.",
    "14 четырнадцат.",
    "15 пятнадцат.",
    "16 шестнадцат.",
    "17 семнадцат.",
    "18 восемнадцат.",
    "19 девятнадцат.",
    "20 двадцат.",
    "30 тридцат.",
    "40 сорок сорока сороков.",
    "50 пятьдесят пятидесят.",
    "60 шестьдесят шестидесят.",
    "70 семьдесят семидесят.",
    "80 восемьдесят восьмидесят.",
    "90 девяносто девяност.",
    "100 сто ста сотня сотни",
    "200 двести двухсот",
    "300 триста трехсот",
    "500 пятьсот пятисот",
    "1000 тысяча тысячи тысяч",
    "1000000 миллион миллиона миллионов",
    "1000000000 миллиард миллиарда миллиардов",
];
const RUSSIAN_MONTHS: &str =
    "январ.,феврал.,март.,апрел.,май мая мае маю,июн.,июл.,август.,сентябр.,октябр.,ноябр.,декабр.";

const ARABIC: &[&str] = &[
    "1 واحد. اول اولي",
    "2 اثنان اثنين اثنتان اثنتين ثاني ثانيه مرتين",
    "3 ثلاث. ثالث.",
    "4 اربع. رابع.",
    "5 خمس. خامس.",
    "6 ست سته سادس.",
    "7 سبع. سابع.",
    "8 ثمان. ثماني ثامن.",
    "9 تسع. تاسع.",
    "10 عشر عشره عاشر.",
    "20 عشرون عشرين",
    "30 ثلاثون ثلاثين",
    "40 اربعون اربعين",
    "50 خمسون خمسين",
    "60 ستون ستين",
    "70 سبعون سبعين",
    "80 ثمانون ثمانين",
    "90 تسعون تسعين",
    "100 ماءه ميه",
    "200 ماءتان ماءتين",
    "1000 الف الاف",
    "1000000 مليون ملايين",
    "0.5 نصف",
    "0.25 ربع",
];
const ARABIC_MONTHS: &str =
    "يناير,فبراير شباط,مارس اذار,ابريل نيسان,مايو ايار,يونيو حزيران,يوليو تموز,اغسطس,سبتمبر ايلول,اكتوبر,نوفمبر,ديسمبر";

/// Units that are written as a sign or in full, each in all its forms.
const SIGNS: &[&str] = &[
    "% prozent percent процент процента процентов بالمئة",
    "‰ promille",
    "° grad degree degrees градус градуса градусов",
    "€ euro euros eur евро يورو",
    "$ dollar dollars usd доллар доллара долларов دولار",
    "£ pfund pounds gbp",
    "₽ rubel rubels рубль рубля рублей руб",
    "₴ hrywnja гривна",
    "¥ yen",
    "mm millimeter millimetre millimetres мм",
    "cm zentimeter centimetre centimetres см",
    "m meter metre metres meters метр метра метров متر",
    "km kilometer kilometre kilometres kilometers км километр километра километров كيلومتر",
    "kg kilogramm kilogram kilograms kilo кг килограмм كيلوغرام",
    "g gramm gram grams",
    "l liter litre litres литр литра литров",
];
/// Units that are words like others.
const WORDS: &str = "cent dollarn usd franken chf dm m2 m² qm ² ³ hektar ha tonne tonnen t ml \
    sekunde sekunden minute minuten stunde stunden uhr tag tage tagen woche wochen monat monate monaten quartal quartale jahr jahre jahren \
    second seconds minutes hour hours day days week weeks month months quarters year years \
    mile miles inch inches foot feet am pm \
    час часа часов минута минут минуты день дня дней неделя недели недель неделю месяц месяца месяцев год года лет \
    ساعة ساعات دقيقة دقائق يوم أيام أسبوع أسابيع شهر أشهر سنة سنوات";

/// Every form of a unit, and the sign or the word that stands for all of them.
static UNITS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let of_sign = |forms: &&'static str| {
        let sign = forms.split(' ').next().unwrap_or_default();
        forms.split(' ').map(move |form| (form, sign))
    };
    let mut units: HashMap<&str, &str> = HashMap::new();
    for (form, unit) in SIGNS.iter().flat_map(of_sign).chain(WORDS.split_ascii_whitespace().map(|word| (word, word))) {
        units.entry(form).or_insert(unit);
    }
    units
});

/// The unit that a word or sign stands for, in one form.
pub(super) fn unit(token: &str) -> Option<&'static str> {
    UNITS.get(token.to_lowercase().as_str()).copied()
}

/// Whether a unit, as [`unit`] names it, may be written as a sign.
pub(super) fn has_sign(unit: &str) -> bool {
    SIGNS.iter().any(|forms| forms.split(' ').next() == Some(unit))
}
