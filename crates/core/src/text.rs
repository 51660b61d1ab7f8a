//! Text that knows its way back to the file, places in a file, and the normal form in which texts are compared.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A place in a file: line and column in code points, both from 1, and the byte offset, from 0.
///
/// A byte order mark at the start of the file has no column of its own; its bytes count in `byte`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Line, from 1. `\n`, `\r\n` and a lone `\r` end a line.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// Offset in bytes of the file as UTF-8, from 0.
    pub byte: usize,
}

/// Where the lines of a text begin, so that a byte offset becomes a [`Place`] in logarithmic time.
///
/// ```
/// use hexapla_core::text::LineIndex;
/// let text = "Grüße\r\naus Köln";
/// let lines = LineIndex::new(text);
/// let place = lines.place(text, text.find("Köln").unwrap());
/// assert_eq!((place.line, place.column, place.byte), (2, 5, 13));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Code points before every `STRIDE`th byte, so that a very long line costs no more than a short one.
    counts: Vec<usize>,
}

const STRIDE: usize = 1024;

impl LineIndex {
    /// Reads the line ends of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }];
        let mut counts = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut points = 0;
        for (at, byte) in bytes.iter().enumerate() {
            if at % STRIDE == 0 {
                counts.push(points);
            }
            points += usize::from(starts_a_code_point(*byte));
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        Self { starts, counts }
    }

    /// The place of byte `offset` of `text`, which must be the text that this index was made from.
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset).max(1) - 1;
        let start = self.starts.get(line).map_or(0, |start| *start.min(&offset));
        let column = self.points_before(text, offset) - self.points_before(text, start);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { line: number(line + 1), column: number(column + 1), byte: offset }
    }

    fn points_before(&self, text: &str, offset: usize) -> usize {
        let from = (offset / STRIDE).min(self.counts.len().saturating_sub(1));
        let counted = self.counts.get(from).copied().unwrap_or(0);
        let rest = text.as_bytes().get(from * STRIDE..offset).unwrap_or(&[]);
        counted + rest.iter().filter(|byte| starts_a_code_point(**byte)).count()
    }
}

fn starts_a_code_point(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// A text that was read out of a file, with its way back: every range of it can be found in the file again.
///
/// It is built piece by piece: verbatim (the bytes stand in the file as they stand here) or replaced (an entity, a
/// line break that became a blank, markup that became nothing).
///
/// ```
/// use hexapla_core::text::MappedText;
/// let file = "<p>Tag &amp; Nacht</p>";
/// let mut text = MappedText::default();
/// text.push_verbatim(&file[3..7], 3);
/// text.push_replaced("&", 7..12);
/// text.push_verbatim(&file[12..18], 12);
/// assert_eq!(text.as_str(), "Tag & Nacht");
/// assert_eq!(text.file_range(4..5), 7..12);
/// assert_eq!(&file[text.file_range(6..11)], "Nacht");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: Range<usize>,
    file: Range<usize>,
    verbatim: bool,
}

impl MappedText {
    /// A text that stands in the file as it is, from byte `at`.
    pub fn verbatim(text: &str, at: usize) -> Self {
        let mut mapped = Self::default();
        mapped.push_verbatim(text, at);
        mapped
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends text that stands in the file just so, from byte `at`.
    pub fn push_verbatim(&mut self, text: &str, at: usize) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && last.file.end == at
        {
            last.text.end = self.text.len();
            last.file.end = at + text.len();
            return;
        }
        self.pieces.push(Piece { text: start..self.text.len(), file: at..at + text.len(), verbatim: true });
    }

    /// Appends text that stands for something else in the file, the bytes `file`.
    pub fn push_replaced(&mut self, text: &str, file: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { text: start..self.text.len(), file, verbatim: false });
    }

    /// The bytes of the file that the bytes `range` of this text came from: the smallest range that holds them all.
    ///
    /// An empty range gives an empty range at the place where its start stands in the file.
    pub fn file_range(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.file_start(range.start);
            return at..at;
        }
        let start = self.file_start(range.start);
        let end = self.file_end(range.end);
        start..end.max(start)
    }

    fn file_start(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.text.end <= offset);
        match self.pieces.get(at) {
            Some(piece) if piece.verbatim => piece.file.start + (offset - piece.text.start),
            Some(piece) => piece.file.start,
            None => self.pieces.last().map_or(0, |piece| piece.file.end),
        }
    }

    fn file_end(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.text.end < offset);
        match self.pieces.get(at) {
            Some(piece) if piece.verbatim => piece.file.start + (offset - piece.text.start),
            Some(piece) => piece.file.end,
            None => self.pieces.last().map_or(0, |piece| piece.file.end),
        }
    }

    /// The offset in this text of byte `file` of the file, if that byte was read into it.
    pub fn offset_of(&self, file: usize) -> Option<usize> {
        self.pieces
            .iter()
            .find(|piece| piece.file.contains(&file))
            .map(|piece| if piece.verbatim { piece.text.start + (file - piece.file.start) } else { piece.text.start })
    }
}

/// What may be folded away before two texts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// NFC; runs of white space (NBSP and line breaks too) become one blank; soft hyphens, zero-width space and byte
    /// order marks go; nothing at the ends.
    Space,
    /// That, and every quotation mark becomes `"`, every apostrophe `'`, every dash `-`, `…` becomes `...`.
    Typography,
    /// That, and lower case, with punctuation gone: what is left are the words.
    Words,
}

/// The form of `text` in which it is compared; never stored, never exported.
///
/// ```
/// use hexapla_core::text::{Fold, fold};
/// assert_eq!(fold("z.\u{A0}B.  „ja“ ", Fold::Space), "z. B. „ja“");
/// assert_eq!(fold("„ja“ – nein", Fold::Typography), "\"ja\" - nein");
/// assert_eq!(fold("Ja, „nein“!", Fold::Words), "ja nein");
/// ```
pub fn fold(text: &str, how: Fold) -> String {
    let text = composed(text);
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if how == Fold::Words && !c.is_alphanumeric() && !is_mark(c) {
            // A hyphen or apostrophe joins the parts of a word; other punctuation parts words.
            blank |= !matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}');
            continue;
        }
        if blank && !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        match how {
            Fold::Space => out.push(c),
            Fold::Typography => push_typography(&mut out, c),
            Fold::Words if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            Fold::Words => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The text in NFC.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    // Below U+0300, whose first byte this is, nothing composes and nothing is composed otherwise.
    if text.bytes().all(|byte| byte < 0xCC) || is_nfc(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

fn push_typography(out: &mut String, c: char) {
    match c {
        '„' | '“' | '”' | '‟' | '«' | '»' | '"' | '〝' | '〞' => out.push('"'),
        '‚' | '‘' | '’' | '‛' | '‹' | '›' | '\'' | 'ʼ' => out.push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '-' => out.push('-'),
        '…' => out.push_str("..."),
        other => out.push(other),
    }
}

/// Characters without any ink that no reader sees: soft hyphen, zero-width space, word joiner, byte order mark, and
/// the marks of direction.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{061C}'
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether it is a combining mark.
pub(crate) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}

/// How many words a text has: runs of letters or digits after Unicode's word boundaries (UAX #29).
///
/// Numbers count as words, punctuation and bullets do not.
///
/// ```
/// use hexapla_core::text::word_count;
/// assert_eq!(word_count("• Freie Fahrt für alle!"), 4);
/// assert_eq!(word_count("– – –"), 0);
/// ```
pub fn word_count(text: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    text.unicode_words().count()
}

/// How a script runs that puts no blanks between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unspaced {
    /// Every sign is a word, or a part of one that bears meaning.
    Ideographs,
    /// Endings and particles, mostly.
    Hiragana,
    /// Loanwords and names: a run is a word.
    Katakana,
}

/// The script of a letter, if it is one that is written without blanks in East Asia.
pub(crate) fn unspaced(c: char) -> Option<Unspaced> {
    match u32::from(c) {
        0x3040..=0x309F => Some(Unspaced::Hiragana),
        0x30A0..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => Some(Unspaced::Katakana),
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF | 0x3005..=0x3007 => {
            Some(Unspaced::Ideographs)
        }
        _ => None,
    }
}

/// Whether a letter or sign is of those that East Asia writes right beside an address or a placeholder, without a blank:
/// `https://a.exampleを見る`, `…에서`, `，`.
pub(crate) fn is_beside(c: char) -> bool {
    let is_sign = matches!(u32::from(c), 0x3000..=0x303F | 0xFF00..=0xFF65);
    is_hangul(c) || is_sign || unspaced(c).is_some()
}

/// Whether a letter is of the Korean script.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF)
}

/// A text without blanks, cut where addresses and what East Asia writes right beside them meet. A path may go on in such
/// letters: `https://a.example/庭`.
pub(crate) fn runs_beside(text: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut before: Option<(char, bool)> = None;
    let mut on_path = false;
    for (at, c) in text.char_indices() {
        let beside = is_beside(c);
        let goes_on = |(before, outside): (char, bool)| !outside && (on_path || "/=_%&?#-".contains(before));
        on_path = beside && c.is_alphanumeric() && before.is_some_and(goes_on);
        let outside = beside && !on_path;
        if before.is_some_and(|(_, was_outside)| was_outside != outside) {
            runs.push(&text[start..at]);
            start = at;
        }
        before = Some((c, outside));
    }
    runs.push(&text[start..]);
    runs
}

/// How many bytes of `text`, which begins with a letter of `script`, are its first word.
pub(crate) fn unspaced_length(text: &str, script: Unspaced) -> usize {
    match script {
        Unspaced::Ideographs => text.chars().next().map_or(0, char::len_utf8),
        run => text.find(|c| unspaced(c) != Some(run)).unwrap_or(text.len()),
    }
}

/// The words of a text, folded. Scripts without blanks give single ideographs, and runs of either kana.
pub(crate) fn words(text: &str) -> Vec<String> {
    words_with(text, |_| None)
}

/// The same, where `known` tells how many bytes a text begins with in a script without blanks that are one word.
pub(crate) fn words_with(text: &str, known: impl Fn(&str) -> Option<usize>) -> Vec<String> {
    let mut words = Vec::new();
    for run in fold(text, Fold::Words).split(' ') {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let length = match unspaced(first) {
                Some(script) => known(rest).unwrap_or_else(|| unspaced_length(rest, script)),
                None => rest.find(|c| unspaced(c).is_some()).unwrap_or(rest.len()),
            };
            let (word, after) = rest.split_at(length);
            words.push(word.to_owned());
            rest = after;
        }
    }
    words
}
