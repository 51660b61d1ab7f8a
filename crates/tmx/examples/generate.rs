//! Generates a memory of any size, always the same one: `cargo run --release -p hexapla-tmx --example generate -- UNITS > big.tmx`.
//!
//! German with English, Russian and Arabic; every fifth unit has inline codes, every unit dates and a prop. 500,000
//! units are about 300 MB.

use std::io::{BufWriter, Write};

const SUBJECTS: [[&str; 4]; 6] = [
    ["Der Garten", "The garden", "Сад", "الحديقة"],
    ["Die Werkstatt", "The workshop", "Мастерская", "الورشة"],
    ["Das Museum", "The museum", "Музей", "المتحف"],
    ["Unser Verein", "Our association", "Наше общество", "جمعيتنا"],
    ["Die Bibliothek", "The library", "Библиотека", "المكتبة"],
    ["Das Sommerfest", "The summer party", "Летний праздник", "حفل الصيف"],
];

const REST: [[&str; 4]; 6] = [
    [
        "ist am Montag und an Feiertagen geschlossen",
        "is closed on Mondays and holidays",
        "закрыта по понедельникам и праздникам",
        "مغلقة أيام الاثنين والعطل",
    ],
    [
        "lädt alle Kinder und ihre Eltern herzlich ein",
        "warmly invites all children and their parents",
        "сердечно приглашает всех детей и их родителей",
        "تدعو جميع الأطفال وأولياء أمورهم",
    ],
    ["kostet 5 Euro & bringt viel Freude", "costs 5 euros & is great fun", "стоит 5 евро и радует", "تكلف ٥ يورو"],
    [
        "wurde vor vielen Jahren von den Nachbarn gegründet",
        "was founded many years ago by the neighbours",
        "было основано много лет назад соседями",
        "أسسها الجيران قبل سنوات عديدة",
    ],
    ["braucht Ihre Hilfe", "needs your help", "нуждается в вашей помощи", "تحتاج إلى مساعدتكم"],
    [
        "zeigt Bilder, Werkzeuge und Geschichten aus dem Dorf",
        "shows pictures, tools and stories from the village",
        "показывает картины, инструменты и истории из деревни",
        "تعرض صورا وأدوات وقصصا من القرية",
    ],
];

fn main() -> std::io::Result<()> {
    let units: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(1000);
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header creationtool=\"generate\" \
         creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"none\" adminlang=\"en\" srclang=\"de\" \
         datatype=\"html\"/>\n  <body>"
    )?;
    for n in 0..units {
        writeln!(
            out,
            "    <tu tuid=\"g-{n}\" creationdate=\"20260{}{:02}T120000Z\" changeid=\"anna\">\n      \
             <prop type=\"x-document\">seite-{}.html</prop>",
            1 + n % 9,
            1 + n % 28,
            n / 50
        )?;
        for (at, language) in ["de", "en", "ru", "ar"].iter().enumerate() {
            let (subject, rest) = (SUBJECTS[n % 6][at], REST[n / 6 % 6][at].replace('&', "&amp;"));
            write!(out, "      <tuv xml:lang=\"{language}\">\n        <seg>")?;
            match n % 10 {
                0 => write!(
                    out,
                    "<bpt i=\"1\" x=\"1\" type=\"bold\">&lt;b&gt;</bpt>{subject}<ept i=\"1\">&lt;/b&gt;</ept> {rest} ({n})."
                )?,
                5 => write!(out, "{subject}<ph x=\"1\" type=\"lb\">&lt;br/&gt;</ph> {rest} ({n}).")?,
                _ => write!(out, "{subject} {rest} ({n}).")?,
            }
            writeln!(out, "</seg>\n      </tuv>")?;
        }
        writeln!(out, "    </tu>")?;
    }
    writeln!(out, "  </body>\n</tmx>")?;
    out.flush()
}
