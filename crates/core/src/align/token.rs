//! What a segment looks like to the aligner: its words cut down to stems, its numbers and addresses in one form.

use super::words::{is_katakana, known_beginning};
use crate::text::{composed, is_hangul, is_invisible, is_mark, runs_beside, unspaced};

/// A token in the form in which it is compared, with the word it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// `#1955` for a number, `@host/path` for an address, else the stem in lower case.
    pub(crate) key: String,
    /// The word in lower case, whole; empty for numbers and addresses.
    pub(crate) word: String,
    /// Whether the word is written with a capital.
    pub(crate) capital: bool,
}

/// Cuts a segment into tokens.
///
/// Digits of any script become ASCII, group separators go (`1.234` and `1,234` are both `#1234`), dates fall into
/// their parts, `2,5` and `2.5` are both `#2.5`. Characters of scripts without blanks are tokens by themselves, but words
/// that a table knows are one.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    for chunk in text.split_whitespace() {
        // An address is apart from what is written right beside it.
        let runs = if is_url(chunk) || is_mail(chunk) { runs_beside(chunk) } else { vec![chunk] };
        for run in runs {
            match address(run) {
                Some(key) => out.push(Token { key: format!("@{key}"), word: String::new(), capital: false }),
                None => words(run, &mut out),
            }
        }
    }
    join_groups(&mut out);
    out
}

fn is_url(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains("www.")
}

fn is_mail(chunk: &str) -> bool {
    chunk.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// A URL or e-mail address without what hangs on it, in lower case.
fn address(chunk: &str) -> Option<String> {
    if !is_url(chunk) && !is_mail(chunk) {
        return None;
    }
    let from = if is_url(chunk) { chunk.find("http").or_else(|| chunk.find("www."))? } else { 0 };
    let bare = chunk[from..].trim_matches(|c: char| !c.is_alphanumeric() && c != '/').trim_end_matches('/');
    let bare = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://")).unwrap_or(bare);
    (!bare.is_empty()).then(|| bare.to_lowercase())
}

fn words(chunk: &str, out: &mut Vec<Token>) {
    let mut word = String::new();
    let mut number = String::new();
    let chars: Vec<char> = composed(chunk).chars().filter(|c| !is_invisible(*c)).collect();
    // Where the last known word of a script without blanks ended.
    let (mut next, mut after_word) = (0, 0);
    while let Some(&c) = chars.get(next) {
        let at = next;
        next += 1;
        if let Some(digit) = digit(c) {
            flush_word(&mut word, out);
            number.push(digit);
            continue;
        }
        let joins =
            matches!(c, '.' | ',' | '\'' | '’' | '٫' | '٬') && chars.get(at + 1).is_some_and(|n| digit(*n).is_some());
        if joins && !number.is_empty() {
            number.push(if c == '٫' { ',' } else { '.' });
            continue;
        }
        flush_number(&mut number, out);
        if stands_alone(c) {
            flush_word(&mut word, out);
            // Within a loanword that nobody knows, no other one begins.
            let begins = after_word == at || !(is_katakana(&chars[at - 1]) && is_katakana(&c));
            let known = Some(&chars[at..]).filter(|_| begins).and_then(known_beginning);
            next = at + known.unwrap_or(1);
            after_word = if known.is_some() { next } else { after_word };
            let word: String = chars[at..next].iter().collect();
            out.push(Token { key: word.clone(), word, capital: false });
        } else if c.is_alphanumeric() || is_mark(c) || c == 'ـ' {
            word.push(c);
        } else {
            flush_word(&mut word, out);
        }
    }
    flush_number(&mut number, out);
    flush_word(&mut word, out);
}

fn flush_word(word: &mut String, out: &mut Vec<Token>) {
    if word.is_empty() {
        return;
    }
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let lower = word.to_lowercase();
    word.clear();
    let key = stem(&lower);
    if !key.is_empty() {
        out.push(Token { key, word: lower, capital });
    }
}

fn flush_number(number: &mut String, out: &mut Vec<Token>) {
    if number.is_empty() {
        return;
    }
    let parts: Vec<&str> = number.split(['.', ',']).filter(|part| !part.is_empty()).collect();
    let mut push = |key: String, raw: &str| {
        out.push(Token { key: format!("#{key}"), word: raw.to_owned(), capital: false });
    };
    let bare = |part: &str| match part.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest => rest.to_owned(),
    };
    match parts.as_slice() {
        [] => {}
        [one] => push(bare(one), one),
        [first, rest @ ..] if first.len() <= 3 && *first != "0" && rest.iter().all(|part| part.len() == 3) => {
            push(bare(&parts.concat()), "");
        }
        [whole, fraction] => push(format!("{}.{fraction}", bare(whole)), ""),
        many => many.iter().for_each(|part| push(bare(part), "")),
    }
    number.clear();
}

/// Joins `1` `000` `500`, written with blanks between groups; forgets how numbers were written.
fn join_groups(tokens: &mut Vec<Token>) {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let (mut groups, mut before) = (false, 0);
    for mut token in tokens.drain(..) {
        let digits = if token.key.starts_with('#') { std::mem::take(&mut token.word) } else { String::new() };
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        let follows = plain && digits.len() == 3 && (groups || (1..=3).contains(&before));
        match joined.last_mut() {
            Some(last) if follows => {
                last.key.push_str(&digits);
                groups = true;
            }
            _ => {
                groups = false;
                before = if plain && !digits.starts_with('0') { digits.len() } else { 0 };
                joined.push(token);
            }
        }
    }
    *tokens = joined;
}

/// The value of a decimal digit of any script that writes numbers in tens, as an ASCII digit.
pub(crate) fn digit(c: char) -> Option<char> {
    // The zeros of the blocks of ten digits in order: ASCII, Arabic-Indic, Persian, NKo, Devanagari, Bengali, Thai,
    // full width (Unicode 16, category Nd).
    const ZEROS: [char; 8] = ['0', '٠', '۰', '߀', '०', '০', '๐', '０'];
    let value = ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

fn stands_alone(c: char) -> bool {
    // Thai and Lao, Burmese, Khmer.
    matches!(c as u32, 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF) || unspaced(c).is_some()
}

/// The stem of a word in lower case: no dictionary, no rules of one language, but enough that inflected forms meet.
///
/// Arabic script: affixes go after Larkey, Ballesteros & Connell, "Improving stemming for Arabic information
/// retrieval" (2002, the stemmer *light10*). Scripts without blanks: all of it. Korean: the word of a table that it begins
/// with, or what stands before a particle or a frequent ending. Others: the first letters, about seven in ten and six at
/// most.
pub(crate) fn stem(word: &str) -> String {
    if word.starts_with(stands_alone) {
        return word.to_owned();
    }
    if word.chars().any(|c| matches!(c, '\u{0600}'..='\u{06FF}')) {
        return arabic_stem(word);
    }
    if word.starts_with(is_hangul) {
        return korean_stem(word);
    }
    let letters: Vec<char> = word.chars().filter(|c| !is_mark(*c)).collect();
    let keep = match letters.len() {
        0..=4 => letters.len(),
        5 => 4,
        6..=7 => 5,
        _ => 6,
    };
    letters[..keep].iter().collect()
}

fn korean_stem(word: &str) -> String {
    /// The longer before the shorter.
    const ENDINGS: &str = "했습니다 하십시오 했으며 하세요 합니다 됩니다 입니다 습니다 하려면 하지만 이라는 이라고 에서는 에서도 \
        으로는 으로써 으로서 에게서 까지는 부터는 하는 하고 하여 해야 하면 하기 하며 하지 했던 했다 한다 되는 되어 되고 된다 \
        에서 에게 으로 까지 부터 처럼 보다 에는 에도 이나 이며 이고 이다 들은 들을 들이 들의 들에 할 한 해 된 될 들 은 는 이 가 을 \
        를 의 에 도 로 와 과 만";
    /// Syllables that a stem has at least.
    const LEAST: usize = 2;
    /// Of verbs, behind a stem that is known.
    const VERBAL: &str = "고 며 면 기 던 니 어 아 여 서 라 나 요 게 죠";
    let letters: Vec<char> = word.chars().collect();
    if let Some(length) = known_beginning(&letters) {
        let rest: String = letters[length..].iter().collect();
        let ends = |endings: &str| endings.split_ascii_whitespace().any(|ending| ending == rest);
        // One more syllable makes another word of it.
        if letters.len() != length + 1 || ends(ENDINGS) || ends(VERBAL) {
            return letters[..length].iter().collect();
        }
    }
    let mut stems = ENDINGS.split_ascii_whitespace().filter_map(|ending| word.strip_suffix(ending));
    stems.find(|stem| stem.chars().count() >= LEAST).unwrap_or(word).to_owned()
}

fn arabic_stem(word: &str) -> String {
    let letters: Vec<char> = word
        .chars()
        .filter_map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ى' | 'ی' | 'ئ' => Some('ي'),
            'ؤ' => Some('و'),
            'ک' => Some('ك'),
            'ـ' | 'ء' => None,
            c if is_mark(c) => None,
            c => Some(c),
        })
        .collect();
    const PREFIXES: [&[char]; 9] = [
        &['و', 'ب', 'ا', 'ل'],
        &['و', 'ا', 'ل'],
        &['ب', 'ا', 'ل'],
        &['ك', 'ا', 'ل'],
        &['ف', 'ا', 'ل'],
        &['و', 'ل', 'ل'],
        &['ا', 'ل'],
        &['ل', 'ل'],
        &['و'],
    ];
    const SUFFIXES: [&[char]; 14] = [
        &['ه', 'م', 'ا'],
        &['ه', 'ا'],
        &['ه', 'م'],
        &['ا', 'ن'],
        &['ا', 'ت'],
        &['و', 'ن'],
        &['ي', 'ن'],
        &['ي', 'ه'],
        &['ي', 'ة'],
        &['و', 'ا'],
        &['ن', 'ا'],
        &['ه'],
        &['ة'],
        &['ي'],
    ];
    let mut rest: &[char] = &letters;
    if let Some(short) = PREFIXES.iter().find_map(|p| rest.strip_prefix(*p).filter(|r| r.len() >= 3)) {
        rest = short;
    }
    if let Some(short) = SUFFIXES.iter().find_map(|s| rest.strip_suffix(*s).filter(|r| r.len() >= 3)) {
        rest = short;
    }
    rest.iter().collect()
}
