//! Numbers in words, for German, English, Russian and Arabic: small ones, ordinals, months, times of day.
//!
//! What is found here only ever excuses: a number in digits on one side has its counterpart in words on the other. So
//! stems are matched generously, and a word too many does no harm.

use crate::language::Language;

use super::super::spelling::letters;

/// What the words of a text may say in numbers.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    pub(super) values: Vec<String>,
    /// Whether it speaks of the afternoon or evening.
    pub(super) afternoon: bool,
    /// Whether it measures in feet, miles and pounds.
    pub(super) imperial: bool,
}

impl Spoken {
    /// Whether a language says "two" by the form of the noun.
    pub(super) fn drops_two(language: &Language) -> bool {
        matches!(language.primary(), "ar" | "he" | "sl")
    }
}

/// Reads the words of a text.
pub(super) fn of(words: &[&str], language: &Language) -> Spoken {
    let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut spoken = Spoken::default();
    for word in words {
        spoken.values.extend(roman(word).map(|value| value.to_string()));
        spoken.values.extend(word.chars().filter_map(ideograph).map(str::to_owned));
    }
    let Some(table) = table(language) else { return spoken };
    // What the words just before this one say: the last by itself, and all together.
    let (mut last, mut before): (Option<u64>, Option<u64>) = (None, None);
    for word in &folded {
        for month in table.months.iter().filter(|(_, stem)| word.starts_with(stem)) {
            spoken.values.push(month.0.to_string());
        }
        spoken.afternoon |= table.afternoon.contains(&word.as_str());
        spoken.imperial |= is_mile(word) || (last.is_some() && is_imperial(word));
        let (stem, joined) = bare(word, language);
        let value = match language.primary() {
            "de" => german(stem).or_else(|| stem_value(stem, table)),
            _ => stem_value(stem, table),
        };
        for (_, value) in table.fractions.iter().filter(|(fraction, _)| stem.starts_with(fraction)) {
            spoken.values.extend(value.split(' ').map(str::to_owned));
        }
        if let Some(value) = value {
            spoken.values.push(value.to_string());
            if (20..100).contains(&value) && value % 10 == 0 {
                spoken.values.push((1900 + value).to_string());
            }
            let both = [last, before].map(|earlier| earlier.and_then(|earlier| combined(earlier, value)));
            spoken.values.extend(both.iter().flatten().map(u64::to_string));
            before = both[1].or(both[0]).or(Some(value));
            last = Some(value);
        } else if let Some(zeros) = scale(word) {
            let value = match before.unwrap_or(1) {
                0 => "0".to_owned(),
                many => format!("{many}{}", "0".repeat(zeros)),
            };
            before = value.parse().ok();
            spoken.values.push(value);
        } else if !joined {
            (last, before) = (None, None);
        }
    }
    spoken
}

/// `twenty` and `five`, `five` and `twenty`, `three` and `hundred`, `hundred` and `five`, `three` and `ten`.
fn combined(before: u64, value: u64) -> Option<u64> {
    let round = |value: u64| (20..100).contains(&value) && value.is_multiple_of(10);
    if round(before) && (1..10).contains(&value) || (1..10).contains(&before) && round(value) {
        return Some(before + value);
    }
    if (1..10).contains(&before) && value == 10 {
        return Some(before + 10);
    }
    if value == 100 || value == 1000 {
        return (before < value).then(|| before.saturating_mul(value));
    }
    (before >= 100 && before.is_multiple_of(100) && value < 100).then_some(before + value)
}

/// Chinese and Japanese numerals, one by one.
fn ideograph(c: char) -> Option<&'static str> {
    #[rustfmt::skip]
    const VALUES: [(&str, char); 13] = [
        ("1", '一'),
        ("2", '二'),
        ("2", '两'),
        ("2", '両'),
        ("3", '三'),
        ("4", '四'),
        ("5", '五'),
        ("6", '六'),
        ("7", '七'),
        ("8", '八'),
        ("9", '九'),
        ("10", '十'),
        ("100", '百'),
    ];
    VALUES.iter().find(|(_, ideograph)| *ideograph == c).map(|(value, _)| *value)
}

/// Feet, inches, yards, miles, pounds, gallons, degrees Fahrenheit.
pub(super) fn is_imperial(word: &str) -> bool {
    let word = plain(word);
    const WHOLE: &str = "foot feet ft inch inches yard yards yd mile miles mph pound pounds lb lbs gallon gallons acre acres fahrenheit \
        fuss zoll meile meilen pfund фут фута футов фунт фунта фунтов миля мили миль ярд ярда ярдов дюйм дюйма дюймов \
        قدم قدما اقدام بوصه بوصات ميل ميلا اميال يارده رطل رطلا ارطال";
    WHOLE.split_ascii_whitespace().any(|unit| unit == word)
}

/// Units that are no other word: a mile needs no number before it, and Fahrenheit follows the degrees.
fn is_mile(word: &str) -> bool {
    matches!(
        word,
        "meile"
            | "meilen"
            | "mile"
            | "miles"
            | "миля"
            | "миле"
            | "мили"
            | "миль"
            | "милю"
            | "ميل"
            | "ميلا"
            | "ميلين"
            | "اميال"
            | "قدمين"
            | "fahrenheit"
            | "фаренгейт"
            | "фаренгейта"
            | "фаренгейту"
            | "فهرنهايت"
    )
}

/// Powers of ten of the words that multiply the number before them.
pub(super) fn scale(word: &str) -> Option<usize> {
    let word = plain(word);
    #[rustfmt::skip]
    const SCALES: &[(&str, usize)] = &[
        ("tausend", 3),
        ("tsd", 3),
        ("thousand", 3),
        ("тысяч", 3),
        ("тыс", 3),
        ("الف", 3),
        ("الاف", 3),
        ("million", 6),
        ("mio", 6),
        ("миллион", 6),
        ("млн", 6),
        ("مليون", 6),
        ("ملايين", 6),
        ("milliard", 9),
        ("mrd", 9),
        ("billion", 9),
        ("bn", 9),
        ("миллиард", 9),
        ("млрд", 9),
        ("مليار", 9),
        ("بليون", 9),
        ("trillion", 12),
        ("трлн", 12),
        ("триллион", 12),
        ("تريليون", 12),
        ("万", 4),
        ("萬", 4),
        ("億", 8),
        ("亿", 8),
        ("k", 3),
        ("m", 6),
    ];
    let exact = |stem: &str| matches!(stem, "k" | "m" | "bn" | "tsd" | "mio" | "mrd");
    let found = SCALES.iter().find(|(stem, _)| if exact(stem) { word == *stem } else { word.starts_with(stem) });
    // German billions are English trillions.
    match found {
        Some(("billion", _)) if word.ends_with("en") => Some(12),
        found => found.map(|(_, zeros)| *zeros),
    }
}

/// The letters of a word, a hamza without the letter that carries it.
fn plain(word: &str) -> String {
    letters(word).map(|c| if matches!(c, 'ئ' | 'ؤ') { 'ء' } else { c }).collect()
}

/// A word without what Arabic writes together with it, and whether it only joins two others.
fn bare<'w>(word: &'w str, language: &Language) -> (&'w str, bool) {
    match language.primary() {
        "ar" => {
            let mut bare = word;
            for prefix in ["و", "ف"] {
                bare = bare.strip_prefix(prefix).filter(|rest| rest.chars().count() > 2).unwrap_or(bare);
            }
            let prefixes = ["بال", "كال", "لل", "ال", "ب", "ل"];
            let rest = prefixes.iter().find_map(|prefix| bare.strip_prefix(prefix));
            (rest.filter(|rest| rest.chars().count() > 1).unwrap_or(bare), false)
        }
        _ => (word, matches!(word, "und" | "and" | "и")),
    }
}

fn stem_value(word: &str, table: &Table) -> Option<u64> {
    let exact = table.words.iter().find(|(_, forms)| forms.split(' ').any(|form| form == word));
    let longest = || {
        let stems = table.stems.iter().flat_map(|(value, stems)| stems.split(' ').map(move |stem| (*value, stem)));
        stems.filter(|(_, stem)| word.starts_with(stem)).max_by_key(|(_, stem)| stem.len()).map(|(value, _)| value)
    };
    exact.map(|(value, _)| *value).or_else(longest)
}

/// German compounds: `fünfundzwanzig`, `dreihundertste`, `vierjährig`.
fn german(word: &str) -> Option<u64> {
    const UNITS: &[(&str, u64)] = &[
        ("zwolf", 12),
        ("zwölf", 12),
        ("elf", 11),
        ("zehn", 10),
        ("neun", 9),
        ("sieb", 7),
        ("sechs", 6),
        ("fünf", 5),
        ("vier", 4),
        ("drei", 3),
        ("zwei", 2),
        ("ein", 1),
        ("acht", 8),
    ];
    const TENS: &[(&str, u64)] = &[
        ("zwanzig", 20),
        ("dreissig", 30),
        ("vierzig", 40),
        ("fünfzig", 50),
        ("sechzig", 60),
        ("siebzig", 70),
        ("achtzig", 80),
        ("neunzig", 90),
        ("dreizehn", 13),
        ("vierzehn", 14),
        ("fünfzehn", 15),
        ("sechzehn", 16),
        ("siebzehn", 17),
        ("achtzehn", 18),
        ("neunzehn", 19),
    ];
    let find = |table: &[(&'static str, u64)], word: &str| {
        table.iter().find(|(stem, _)| word.starts_with(stem)).map(|(stem, value)| (*value, stem.len()))
    };
    if let Some((value, _)) = find(TENS, word) {
        return Some(value);
    }
    let (unit, length) = find(UNITS, word)?;
    let rest = &word[length..];
    let rest = if unit == 7 { rest.strip_prefix("en").unwrap_or(rest) } else { rest };
    if let Some(rest) = rest.strip_prefix("und")
        && let Some((tens, _)) = find(TENS, rest)
    {
        return Some(tens + unit);
    }
    for (word, value) in [("hundert", 100), ("tausend", 1000)] {
        if let Some(after) = rest.strip_prefix(word) {
            let more = find(TENS, after).or_else(|| find(UNITS, after)).map_or(0, |(value, _)| value);
            return Some(unit * value + more);
        }
    }
    // `eine`, `einige`, `achten`: too many words begin so.
    match unit {
        1 => matches!(rest, "s" | "mal" | "malig").then_some(1),
        8 => (rest.is_empty() || rest.starts_with(['t', 'j', 's', 'k', 'm', 'f', 'p', 'h'])).then_some(8),
        11 => (rest.is_empty() || rest.starts_with("te") || rest.starts_with('j')).then_some(11),
        _ => Some(unit),
    }
}

/// A Roman numeral, as whole words of capitals.
fn roman(word: &str) -> Option<u32> {
    let value = |c: char| {
        Some(match c {
            'I' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            'C' => 100,
            'D' => 500,
            'M' => 1000,
            _ => return None,
        })
    };
    let digits: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    if digits.is_empty() || digits.len() > 15 || (digits.len() == 1 && digits[0] > 10) {
        return None;
    }
    let mut sum = 0;
    for (at, digit) in digits.iter().enumerate() {
        if digits.get(at + 1).is_some_and(|next| next > digit) {
            sum -= i64::from(*digit)
        } else {
            sum += i64::from(*digit)
        }
    }
    u32::try_from(sum).ok()
}

/// The words of a language.
struct Table {
    /// Whole words.
    words: &'static [(u64, &'static str)],
    /// Beginnings of words.
    stems: &'static [(u64, &'static str)],
    /// Beginnings of words that say a part or a multiple, with the values that may stand for them.
    fractions: &'static [(&'static str, &'static str)],
    /// Beginnings of the names of months.
    months: &'static [(u64, &'static str)],
    /// Words for the afternoon and evening.
    afternoon: &'static [&'static str],
}

fn table(language: &Language) -> Option<&'static Table> {
    match language.primary() {
        "de" => Some(&GERMAN),
        "en" => Some(&ENGLISH),
        "ru" => Some(&RUSSIAN),
        "ar" => Some(&ARABIC),
        _ => None,
    }
}

#[rustfmt::skip]
static GERMAN: Table = Table {
    words: &[(0, "null"), (2, "beide beiden beider beides paar zweite zwo"), (100, "hundert"), (1000, "tausend")],
    stems: &[
        (1, "erst"), (2, "zweit doppel zwilling verdoppel"), (3, "dritt drilling verdreifach"), (7, "siebt"),
        (8, "achtel"), (10, "jahrzehnt dekade"), (12, "dutzend"), (100, "hundert jahrhundert"),
        (1000, "tausend jahrtausend"),
    ],
    fractions: &[
        ("halb", "0.5 50 30 2"), ("hälfte", "0.5 50 2"), ("anderthalb", "1.5"), ("eineinhalb", "1.5"),
        ("viertel", "0.25 25 4 15"), ("dreiviertel", "0.75 75 45"), ("drittel", "3 33"), ("mittag", "12"),
        ("mittags", "12"), ("mitternacht", "0 24"),
    ],
    months: &[
        (1, "januar"), (1, "jänner"), (2, "februar"), (3, "märz"), (4, "april"), (5, "mai"), (6, "juni"),
        (7, "juli"), (8, "august"), (9, "september"), (10, "oktober"), (11, "november"), (12, "dezember"),
    ],
    afternoon: &["nachmittag", "nachmittags", "abend", "abends", "nachts", "mittags"],
};

#[rustfmt::skip]
static ENGLISH: Table = Table {
    words: &[
        (0, "zero nil"), (1, "one once single"), (2, "two twice both couple pair double twin twins duo"),
        (3, "three thrice triple trio"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"), (8, "eight"),
        (9, "nine"), (10, "ten decade decades tens"), (11, "eleven"), (12, "twelve dozen dozens noon"),
        (13, "thirteen"), (14, "fourteen fortnight"), (15, "fifteen"), (16, "sixteen"), (17, "seventeen"),
        (18, "eighteen"), (19, "nineteen"), (20, "twenty score"), (30, "thirty"), (40, "forty"), (50, "fifty"),
        (60, "sixty"), (70, "seventy"), (80, "eighty"), (90, "ninety"),
        (100, "hundred hundreds century centuries"), (1000, "thousand thousands millennium"),
    ],
    stems: &[
        (1, "first"), (2, "second"), (3, "third"), (4, "fourth quadr"), (5, "fifth"), (6, "sixth"),
        (7, "seventh"), (8, "eighth"), (9, "ninth"), (10, "tenth"), (11, "eleventh"), (12, "twelfth"),
        (13, "thirteenth"), (14, "fourteenth"), (15, "fifteenth"), (16, "sixteenth"), (17, "seventeenth"),
        (18, "eighteenth"), (19, "nineteenth"), (20, "twentieth twenties"), (30, "thirties thirtieth"),
        (40, "forties fortieth"), (50, "fifties fiftieth"), (60, "sixties sixtieth"), (70, "seventies"),
        (80, "eighties"), (90, "nineties"),
    ],
    fractions: &[
        ("half", "0.5 50 30 2"), ("halv", "0.5 50 2"), ("quarter", "0.25 25 4 15"), ("noon", "12"),
        ("midnight", "0 24 12"), ("midday", "12"),
    ],
    months: &[
        (1, "jan"), (2, "feb"), (3, "march"), (4, "apr"), (5, "may"), (6, "jun"), (7, "jul"), (8, "aug"),
        (9, "sep"), (10, "oct"), (11, "nov"), (12, "dec"),
    ],
    afternoon: &["pm", "p", "afternoon", "evening", "night", "tonight", "noon"],
};

#[rustfmt::skip]
static RUSSIAN: Table = Table {
    words: &[
        (0, "ноль нуль нуля"), (2, "оба обе обоих обеих вдвое дважды двое вдвоем пара пары пару"),
        (3, "трижды втрое трое втроем"), (4, "четверо"), (100, "сто ста"), (200, "двести двухсот"),
        (300, "триста трехсот"), (400, "четыреста четырехсот"), (500, "пятьсот пятисот"),
        (600, "шестьсот шестисот"), (700, "семьсот семисот"), (800, "восемьсот восьмисот"),
        (900, "девятьсот девятисот"),
    ],
    stems: &[
        (1, "один одн перв"), (2, "два две дву втор удво двойн"), (3, "три трех трем трет тро утро"),
        (4, "четыр четвер"), (5, "пят"), (6, "шест"), (7, "сем седьм"), (8, "восем восьм"), (9, "девят"),
        (10, "десят десяток"), (11, "одиннадцат"), (12, "двенадцат дюжин"), (13, "тринадцат"),
        (14, "четырнадцат"), (15, "пятнадцат"), (16, "шестнадцат"), (17, "семнадцат"), (18, "восемнадцат"),
        (19, "девятнадцат"), (20, "двадцат"), (30, "тридцат"), (40, "сорок"), (50, "пятьдесят пятидесят"),
        (60, "шестьдесят шестидесят"), (70, "семьдесят семидесят"), (80, "восемьдесят восьмидесят"),
        (90, "девяност"), (100, "сотн столет"), (1000, "тысяч"),
    ],
    fractions: &[
        ("полов", "0.5 50 2"), ("полтор", "1.5"), ("пол", "0.5 50 30"), ("четверт", "0.25 25 4 15"),
        ("треть", "3 33"), ("трети", "3 33"), ("полдень", "12"), ("полдня", "12"), ("полноч", "0 24"),
        ("сутки", "24"), ("суток", "24"), ("декад", "10"), ("десятилет", "10"), ("век", "100"),
    ],
    months: &[
        (1, "январ"), (2, "феврал"), (3, "март"), (4, "апрел"), (5, "мая"), (5, "май"), (5, "мае"), (6, "июн"),
        (7, "июл"), (8, "август"), (9, "сентябр"), (10, "октябр"), (11, "ноябр"), (12, "декабр"),
    ],
    afternoon: &["вечера", "вечером", "дня", "днем", "ночи"],
};

#[rustfmt::skip]
static ARABIC: Table = Table {
    words: &[
        (0, "صفر"), (1, "واحد واحده احد احدي حادي حاديه اول اولي مره"),
        (
            2,
        
        "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثاني ثانيه ثان مرتين مرتان كلا كلتا كلاهما زوج ضعف ضعفي ضعفين يومين عامين شهرين ساعتين سنتين",
        ),
        (100, "ماءه مءه ميه قرن"), (200, "ماءتين مءتين ماءتا مءتا ماءتي مءتي ماءتان مءتان"),
        (1000, "الف الفا الاف"), (2000, "الفين الفي الفان"),
    ],
    stems: &[
        (3, "ثلاث ثالث"), (4, "اربع رابع"), (5, "خمس خامس"), (6, "ست سادس سته"), (7, "سبع سابع"),
        (8, "ثمان ثامن"), (9, "تسع تاسع"), (10, "عشر عاشر عقد"), (20, "عشرين عشرون عشريني"),
        (30, "ثلاثين ثلاثون ثلاثيني"), (40, "اربعين اربعون اربعيني"), (50, "خمسين خمسون خمسيني"),
        (60, "ستين ستون ستيني"), (70, "سبعين سبعون سبعيني"), (80, "ثمانين ثمانون ثمانيني"),
        (90, "تسعين تسعون تسعيني"), (300, "ثلاثماءه ثلثماءه"), (400, "اربعماءه"), (500, "خمسماءه"),
        (600, "ستماءه"), (700, "سبعماءه"), (800, "ثمانماءه ثمانيماءه"), (900, "تسعماءه"),
    ],
    fractions: &[
        ("نصف", "0.5 50 30 2"), ("ربع", "0.25 25 4 15"), ("ثلث", "3 33"), ("ظهر", "12"), ("دزينه", "12"),
        ("منتصف", "0 24 12"),
    ],
    months: &[
        (1, "يناير"), (2, "فبراير"), (3, "مارس"), (4, "ابريل"), (5, "مايو"), (6, "يونيو"), (7, "يوليو"),
        (8, "اغسطس"), (9, "سبتمبر"), (10, "اكتوبر"), (11, "نوفمبر"), (12, "ديسمبر"), (2, "شباط"), (3, "اذار"),
        (4, "نيسان"), (5, "ايار"), (6, "حزيران"), (7, "تموز"), (8, "اب"), (9, "ايلول"),
    ],
    afternoon: &["مساء", "مساءا", "عصرا", "ظهرا", "الظهر", "العصر", "المساء", "ليلا", "م"],
};
