//! Sentences with slots, in four languages: what generated pages say.

/// The languages of generated sites; the first is the source.
pub(crate) const LANGUAGES: [&str; 4] = ["de", "en", "ru", "ar"];

/// What a sentence says, apart from any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) template: usize,
    pub(crate) topic: usize,
    pub(crate) number: u32,
    pub(crate) name: usize,
    pub(crate) when: usize,
    pub(crate) clause: usize,
    pub(crate) negated: bool,
    pub(crate) minor: Minor,
}

/// What may differ without any need to translate again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Minor {
    pub(crate) loud: bool,
    pub(crate) misspelt: bool,
    pub(crate) link: u32,
    pub(crate) bold: bool,
}

impl Meaning {
    /// Whether nothing but minor things differ.
    pub(crate) fn means(&self, other: &Meaning) -> bool {
        Meaning { minor: Minor::default(), ..self.clone() } == Meaning { minor: Minor::default(), ..other.clone() }
    }
}

pub(crate) const TEMPLATES: [[&str; 4]; 14] = [
    [
        "{T} öffnet {w} um {n} Uhr seine Türen für {p}{x}.",
        "{T} opens its doors to {p} {w} at {n} o'clock{x}.",
        "{T} {w} в {n} часов открывает двери для {p}{x}.",
        "يفتح {T} أبوابه {w} في الساعة {n} لعائلة {p}{x}.",
    ],
    [
        "Der Eintritt kostet {w} bei {p} genau {n} Euro je Gast{x}.",
        "Admission costs exactly {n} euros per guest {w} at {p}{x}.",
        "Вход {w} у {p} стоит ровно {n} евро с гостя{x}.",
        "يكلف الدخول {w} لدى {p} مبلغ {n} يورو للضيف{x}.",
    ],
    [
        "Frau {p} führt {w} bis zu {n} Gäste durch das Haus{x}.",
        "Ms {p} shows up to {n} guests around the house {w}{x}.",
        "Госпожа {p} {w} водит по дому до {n} гостей{x}.",
        "ترافق السيدة {p} {w} حتى {n} ضيفا في البيت{x}.",
    ],
    [
        "{T} wurde im Jahr {n} von der Familie {p} gestiftet{x}.",
        "{T} was given by the {p} family in {n}{x}.",
        "{T} – дар семьи {p}, сделанный в {n} году{x}.",
        "{T} هدية من عائلة {p} عام {n}{x}.",
    ],
    [
        "Wer {w} kommt, zahlt Herrn {p} nur {n} Euro im Voraus{x}.",
        "Those who come {w} pay Mr {p} only {n} euros in advance{x}.",
        "Кто приходит {w}, платит господину {p} всего {n} евро заранее{x}.",
        "من يأتي {w} يدفع للسيد {p} {n} يورو فقط مقدما{x}.",
    ],
    [
        "Im Keller lagern {n} Kisten mit alten Briefen von {p}{x}.",
        "The cellar holds {n} boxes of old letters by {p}{x}.",
        "В подвале лежат {n} ящиков со старыми письмами {p}{x}.",
        "في القبو {n} صندوقا من الرسائل القديمة بقلم {p}{x}.",
    ],
    [
        "Kinder unter {n} Jahren dürfen {w} {not}mit {p} auf die Bühne{x}.",
        "Children under {n} may {not}go on stage {w} with {p}{x}.",
        "Дети до {n} лет {not}могут {w} выходить на сцену с {p}{x}.",
        "{not}يجوز للأطفال دون {n} سنة الصعود {w} إلى المسرح مع {p}{x}.",
    ],
    [
        "{T} ist {w} {not}für {n} Personen und für {p} gedacht{x}.",
        "{T} is {not}meant for {n} people and for {p} {w}{x}.",
        "{T} {w} {not}рассчитан на {n} человек и на {p}{x}.",
        "{not}يتسع {T} {w} لعدد {n} من الأشخاص ومعهم {p}{x}.",
    ],
    [
        "Der Bus {n} hält {w} {not}am Platz vor dem Haus {p}{x}.",
        "Bus {n} does {not}stop {w} at the square in front of {p} House{x}.",
        "Автобус {n} {w} {not}останавливается на площади у дома {p}{x}.",
        "{not}تتوقف الحافلة {n} {w} في الساحة أمام بيت {p}{x}.",
    ],
    [
        "Für Gruppen ab {n} Personen kocht {p} {w} eine warme Suppe{x}.",
        "For groups of {n} or more {p} cooks a warm soup {w}{x}.",
        "Для групп от {n} человек {p} {w} варит горячий суп{x}.",
        "للمجموعات من {n} أشخاص يطبخ {p} {w} حساء ساخنا{x}.",
    ],
    [
        "Die Sammlung {p} umfasst heute {n} Bilder und Landkarten{x}.",
        "The {p} collection today comprises {n} pictures and maps{x}.",
        "Собрание {p} сегодня насчитывает {n} картин и карт{x}.",
        "تضم مجموعة {p} اليوم {n} من الصور والخرائط{x}.",
    ],
    [
        "Für den Umbau suchen wir mit {p} {w} noch {n} Freiwillige{x}.",
        "With {p} we are looking for {n} more volunteers {w} for the rebuilding{x}.",
        "Для перестройки мы вместе с {p} {w} ищем ещё {n} добровольцев{x}.",
        "نبحث مع {p} {w} عن {n} متطوعين آخرين لإعادة البناء{x}.",
    ],
    [
        "Vor {n} Jahren brannte hier die Scheune von {p} ab{x}.",
        "The barn of {p} burnt down here {n} years ago{x}.",
        "Здесь {n} лет назад сгорел амбар {p}{x}.",
        "قبل {n} سنة احترق هنا مخزن {p}{x}.",
    ],
    [
        "Auf dem Dach wachsen {w} über {n} Kräuter, die {p} pflegt{x}.",
        "More than {n} herbs tended by {p} grow on the roof {w}{x}.",
        "На крыше {w} растёт более {n} трав, за которыми ухаживает {p}{x}.",
        "تنمو على السطح {w} أكثر من {n} عشبة ترعاها {p}{x}.",
    ],
];

/// Templates that can be negated.
pub(crate) const NEGATABLE: std::ops::RangeInclusive<usize> = 6..=8;

const TOPICS: [[&str; 4]; 8] = [
    ["Der Garten", "The garden", "Сад", "البستان"],
    ["Das Museum", "The museum", "Музей", "المتحف"],
    ["Das Archiv", "The archive", "Архив", "الأرشيف"],
    ["Der Turm", "The tower", "Башня", "البرج"],
    ["Der Lesesaal", "The reading room", "Читальный зал", "المجلس"],
    ["Der Hof", "The courtyard", "Двор", "الفناء"],
    ["Das Gewächshaus", "The greenhouse", "Оранжерея", "المشتل"],
    ["Der Speicher", "The granary", "Склад", "المستودع"],
];

const NAMES: [[&str; 3]; 10] = [
    ["Weber", "Вебер", "فيبر"],
    ["Sommer", "Зоммер", "زومر"],
    ["Keller", "Келлер", "كيلر"],
    ["Brandt", "Брандт", "براندت"],
    ["Lindner", "Линднер", "ليندنر"],
    ["Martens", "Мартенс", "مارتنس"],
    ["Fischer", "Фишер", "فيشر"],
    ["Krüger", "Крюгер", "كروغر"],
    ["Albrecht", "Альбрехт", "ألبريشت"],
    ["Otto", "Отто", "أوتو"],
];

const WHEN: [[&str; 4]; 9] = [
    ["am Morgen", "in the morning", "утром", "في الصباح"],
    ["am Abend", "in the evening", "вечером", "في المساء"],
    ["im Winter", "in winter", "зимой", "في الشتاء"],
    ["im Sommer", "in summer", "летом", "في الصيف"],
    ["an Feiertagen", "on public holidays", "по праздникам", "في الأعياد"],
    ["bei Regen", "in the rain", "в дождь", "عند المطر"],
    ["mit Anmeldung", "with registration", "по записи", "بعد التسجيل"],
    ["nach Absprache", "by arrangement", "по договорённости", "بالاتفاق"],
    ["in den Ferien", "during the holidays", "в каникулы", "في الإجازات"],
];

const CLAUSES: [[&str; 4]; 5] = [
    ["", "", "", ""],
    [", solange der Vorrat reicht", ", while supplies last", ", пока есть запас", "، ما دامت الكمية متوفرة"],
    [
        ", wie schon seit vielen Jahren",
        ", as for many years now",
        ", как и много лет подряд",
        "، كما هي العادة منذ سنوات",
    ],
    [
        " und freut sich auf neue Gesichter",
        " and looks forward to new faces",
        " и рад новым лицам",
        " ويسعد بالوجوه الجديدة",
    ],
    [", sofern das Wetter es erlaubt", ", weather permitting", ", если позволит погода", "، إذا سمح الطقس"],
];

const NOT: [&str; 4] = ["nicht ", "not ", "не ", "لا "];

/// How many values a slot has.
pub(crate) const COUNTS: [usize; 4] = [TOPICS.len(), NAMES.len(), WHEN.len(), CLAUSES.len()];

/// How a page writes links and bold type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Markdown,
    Html,
    Text,
}

/// A sentence in a language. `turn` chooses the place of a translator's filler word; 0 is none.
pub(crate) fn say(meaning: &Meaning, language: usize, format: Format, turn: usize) -> String {
    let name = NAMES[meaning.name][language.saturating_sub(1)];
    let name = match (meaning.minor.bold, format) {
        (true, Format::Markdown) => format!("**{name}**"),
        (true, Format::Html) => format!("<b>{name}</b>"),
        _ => name.to_owned(),
    };
    let mut number = meaning.number.to_string();
    if language == 3 && meaning.template.is_multiple_of(2) {
        number = number.chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0x660).unwrap()).collect();
    }
    let mut text = TEMPLATES[meaning.template][language]
        .replace("{T}", TOPICS[meaning.topic][language])
        .replace("{n}", &number)
        .replace("{w}", WHEN[meaning.when][language])
        .replace("{x}", CLAUSES[meaning.clause][language])
        .replace("{not}", if meaning.negated { NOT[language] } else { "" });
    if meaning.minor.loud {
        text = text.trim_end_matches('.').to_owned() + "!";
    }
    if turn > 0 {
        let words: Vec<&str> = text.split(' ').collect();
        let at = 1 + turn % (words.len() - 1);
        let filler = ["wohl", "indeed", "действительно", "حقا"][language];
        text = [&words[..at], &[filler], &words[at..]].concat().join(" ");
    }
    if meaning.minor.misspelt && language == 0 {
        let long = text.split([' ', ',', '.', '!']).rfind(|word| word.len() > 6 && !word.contains('{'));
        if let Some(word) = long.map(str::to_owned) {
            let middle = word.char_indices().nth(3).unwrap();
            let typo = format!("{}{}{}", &word[..middle.0], middle.1, &word[middle.0..]);
            text = text.replacen(&word, &typo, 1);
        }
    }
    text = text.replace("{p}", &name);
    if meaning.minor.link > 0 {
        let address = format!("https://example.org/seite/{}", meaning.minor.link);
        let word = text.split(' ').next().unwrap().to_owned();
        let linked = match format {
            Format::Markdown => format!("[{word}]({address})"),
            Format::Html => format!("<a href=\"{address}\">{word}</a>"),
            Format::Text => return format!("{} ({address}).", text.trim_end_matches(['.', '!'])),
        };
        text = text.replacen(&word, &linked, 1);
    }
    text
}
