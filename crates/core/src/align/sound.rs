//! Names across scripts: letters become Latin ones, and of those what sounds alike becomes alike.

/// A word in Latin letters without marks; Arabic without its short vowels, as it is written.
///
/// Cyrillic after the usual German and English newspaper transliterations, Arabic after its consonants, Greek after
/// ISO 843 without marks; only what helps to recognise a name, not a standard to write by.
pub(crate) fn latin(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::with_capacity(word.len());
    for c in word.nfd() {
        match letter(c) {
            Some(latin) => out.push_str(latin),
            None if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            None => {}
        }
    }
    out
}

fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'ø' => "o",
        'œ' => "oe",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'й' | 'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' | 'ʼ' => "",
        'ب' | 'پ' => "b",
        'ت' | 'ط' => "t",
        'ة' => "a",
        'ث' => "th",
        'ج' | 'چ' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "d",
        'ر' => "r",
        'ز' | 'ظ' | 'ژ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'ع' | 'ء' => "",
        'غ' => "gh",
        'ف' | 'ڤ' => "f",
        'ق' | 'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' => "u",
        'ي' | 'ى' | 'ی' => "i",
        'ا' | 'أ' | 'إ' | 'آ' => "a",
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' | 'υ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

/// The consonants of a Latin word by sound: `b`/`p`, `d`/`t`, `f`/`v`, `g`/`k`/`c`/`q`, hisses; no vowels, no `h`, no
/// doubles.
pub(crate) fn skeleton(latin: &str) -> String {
    let bytes = latin.as_bytes();
    let mut out = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &latin[at..];
        const GROUPS: [(&str, &str); 12] = [
            ("tsch", "s"),
            ("sch", "s"),
            ("tch", "s"),
            ("ph", "f"),
            ("sh", "s"),
            ("zh", "s"),
            ("ch", "s"),
            ("kh", "k"),
            ("gh", "k"),
            ("th", "t"),
            ("ts", "s"),
            ("x", "ks"),
        ];
        let (sound, length) = match GROUPS.iter().find(|(group, _)| rest.starts_with(group)) {
            Some((group, sound)) => (*sound, group.len()),
            None => (
                match bytes[at] {
                    b'b' | b'p' => "b",
                    b'd' | b't' => "t",
                    b'f' | b'v' | b'w' => "f",
                    b'g' | b'k' | b'q' => "k",
                    b'c' if bytes.get(at + 1).is_some_and(|n| matches!(n, b'e' | b'i' | b'y')) => "s",
                    b'c' => "k",
                    b's' | b'z' | b'j' => "s",
                    b'l' => "l",
                    b'm' => "m",
                    b'n' => "n",
                    b'r' => "r",
                    _ => "",
                },
                1,
            ),
        };
        if !sound.is_empty() && !out.ends_with(sound) {
            out.push_str(sound);
        }
        at += length;
    }
    out
}
