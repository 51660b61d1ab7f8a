//! Places in a file.

/// A place in a file: line and column in code points, both from 1, and the byte offset, from 0.
///
/// `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
    /// Offset in bytes, from 0.
    pub byte: usize,
}

impl Place {
    /// Where a file begins.
    pub const START: Self = Self { line: 1, column: 1, byte: 0 };

    /// The place after `text`, which stands at this place.
    ///
    /// Where `text` ends with `\r`, a `\n` after it must be handed over together with it, or two lines are counted.
    ///
    /// ```
    /// use hexapla_xml::Place;
    /// let place = Place::START.after("Grüße\r\naus Köln");
    /// assert_eq!((place.line, place.column, place.byte), (2, 9, 18));
    /// ```
    pub fn after(self, text: &str) -> Self {
        self.after_bytes(text.as_bytes())
    }

    /// The same for bytes in UTF-8 that need not be known to be sound.
    pub fn after_bytes(self, bytes: &[u8]) -> Self {
        let (mut lines, mut line_start) = (memchr::memchr_iter(b'\n', bytes).count(), memchr::memrchr(b'\n', bytes));
        if memchr::memchr(b'\r', bytes).is_some() {
            for at in memchr::memchr_iter(b'\r', bytes) {
                if bytes.get(at + 1) != Some(&b'\n') {
                    lines += 1;
                    line_start = line_start.max(Some(at));
                }
            }
        }
        let start = line_start.map_or(0, |end| end + 1);
        let points = number(bytes[start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count());
        Self {
            line: self.line.saturating_add(number(lines)),
            column: if line_start.is_some() { 1 } else { self.column }.saturating_add(points),
            byte: self.byte + bytes.len(),
        }
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Finds places of a text that only ever move forward at the cost of the distance, not of the whole text.
#[derive(Debug)]
pub(crate) struct PlaceCursor {
    base: Place,
    at: usize,
    place: Place,
}

impl PlaceCursor {
    pub(crate) fn new(base: Place) -> Self {
        Self { base, at: 0, place: base }
    }

    pub(crate) fn base(&self) -> Place {
        self.base
    }

    pub(crate) fn place(&mut self, text: &str, offset: usize) -> Place {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        // Between `\r` and `\n` there is no place to stop and go on from.
        let stop = match text.as_bytes().get(..offset) {
            Some([.., b'\r']) => offset - 1,
            _ => offset,
        };
        if stop < self.at {
            (self.at, self.place) = (0, self.base);
        }
        self.place = self.place.after(&text[self.at..stop]);
        self.at = stop;
        if stop < offset { self.place.after(&text[stop..offset]) } else { self.place }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let check = |text: &str, needle: &str, line: u32, column: u32| {
            let mut cursor = PlaceCursor::new(Place::START);
            cursor.place(text, 1);
            let place = cursor.place(text, text.find(needle).unwrap());
            assert_eq!((place.line, place.column), (line, column), "{needle:?} in {text:?}");
            assert_eq!(cursor.place(text, 0), Place::START);
        };
        check("ä\nöü", "ü", 2, 2);
        check("a\r\nb\rc", "b", 2, 1);
        check("a\r\nb\rc", "c", 3, 1);
        check("\r\nb", "b", 2, 1);
        check("عربي x", "x", 1, 6);
    }
}
