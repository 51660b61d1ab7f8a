//! From bytes to text: what a file says of its encoding, and what its bytes say.

use hexapla_formats::{Format, decode};

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn reads() {
    let check = |bytes: &[u8], format: Format, encoding: &str, text: &str| {
        let decoded = decode(bytes, format).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
        assert_eq!(decoded.warnings, []);
    };
    check(b"", Format::Text, "UTF-8", "");
    check("Grüße".as_bytes(), Format::Text, "UTF-8", "Grüße");
    check("\u{FEFF}Grüße".as_bytes(), Format::Markdown, "UTF-8", "\u{FEFF}Grüße");
    check(&utf16("\u{FEFF}Привет", false), Format::Text, "UTF-16LE", "\u{FEFF}Привет");
    check(&utf16("\u{FEFF}مرحبا", true), Format::Text, "UTF-16BE", "\u{FEFF}مرحبا");
    check(&utf16("Ja, 1 2 3\n", false), Format::Text, "UTF-16LE", "Ja, 1 2 3\n");
    check(&utf16("Да 1 2 3\n", true), Format::Text, "UTF-16BE", "Да 1 2 3\n");
    let latin = b"<html><meta charset=\"iso-8859-1\">Gr\xFC\xDFe";
    check(latin, Format::Html, "windows-1252", "<html><meta charset=\"iso-8859-1\">Grüße");
    let cyrillic = b"<?xml version='1.0' encoding='windows-1251'?>\xC4\xE0";
    check(cyrillic, Format::Html, "windows-1251", "<?xml version='1.0' encoding='windows-1251'?>Да");
    let old = b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>\xE4\xC1";
    check(old, Format::Html, "KOI8-R", "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>Да");
}

#[test]
fn refuses() {
    let check = |bytes: &[u8], format: Format, want: &str| {
        let error = decode(bytes, format).expect_err(want).to_string();
        assert!(error.contains(want), "{error:?} does not say {want:?}");
    };
    check(b"Gr\xFC\xDFe", Format::Text, "1:3: byte 0xFC at offset 2");
    check(b"Gr\xFC\xDFe", Format::Html, "is not UTF-8");
    check("ä\r\nö\u{1}\n".as_bytes().iter().copied().chain([0xFF]).collect::<Vec<_>>().as_slice(), Format::Text, "3:1");
    check(b"<meta charset=utf-8>\xFF", Format::Html, "1:21: byte 0xFF");
    check(b"<meta charset=klingon>\xFF", Format::Html, "`klingon`");
    check(b"<meta charset=shift_jis>\x81\x00", Format::Html, "NUL");
    check(b"<meta charset=shift_jis>\n\x81\xFFx", Format::Html, "2:1: byte 0x81 at offset 25 is not Shift_JIS");
    check(b"\x89PNG\r\n\x1A\n\0\0\0", Format::Text, "NUL");
    check(b"\xEF\xBB\xBFa\xFF", Format::Text, "1:2: byte 0xFF at offset 4");
}

#[test]
fn warns_of_a_false_declaration() {
    let decoded = decode("<meta charset=latin1>ä".as_bytes(), Format::Html).unwrap();
    assert_eq!(&decoded.text[decoded.warnings[0].span.clone()], "latin1");
    assert_eq!(decode(b"<meta charset=latin1>a", Format::Html).unwrap().warnings, []);
}
