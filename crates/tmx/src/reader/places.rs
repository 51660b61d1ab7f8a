//! Places in the file, from bytes of the text that was decoded out of it.

use std::io::BufRead;

use hexapla_xml::Place;

use super::Reader;
use crate::diagnostic::Problem;
use crate::unit::{Decoded, decode};

impl<R: BufRead> Reader<R> {
    /// Where the last unit begins.
    pub fn place(&self) -> Place {
        self.place_at(0, self.before)
    }

    /// The place of byte `at` of the window, reckoned from byte `start` of it.
    pub(super) fn place_at(&self, start: usize, at: usize) -> Place {
        let base = if start == 0 { self.at } else { self.place() };
        let before = self.decoded(&self.window.bytes()[start..at]);
        Place { byte: self.at.byte + at, ..base.after(&before.text) }
    }

    /// Bytes of the file as text, at any price.
    pub(crate) fn decoded<'b>(&self, bytes: &'b [u8]) -> Decoded<'b> {
        decode(self.sniffed.encoding, bytes, self.sniffed.bom > 0)
    }

    /// The places in the file of what was found in the last unit.
    pub(crate) fn places_of(&self, findings: Vec<(Problem, usize)>) -> Vec<(Problem, Place)> {
        let unit = self.decoded(self.raw().unit);
        let base = self.place();
        let (mut from, mut here) = (0, base);
        let end = base.byte + self.raw().unit.len();
        // They come in order, so that the text is walked once.
        let mut place = |at: usize| {
            let at = (0..=at.min(unit.text.len())).rev().find(|at| unit.text.is_char_boundary(*at)).unwrap_or(0);
            if at > from {
                let piece = Decoded { text: unit.text[from..at].into(), soundness: unit.soundness };
                let bytes = here.byte + piece.encoded_length(self.sniffed.encoding, at - from);
                here = Place { byte: bytes.min(end), ..here.after(&piece.text) };
                from = at;
            }
            here
        };
        findings.into_iter().map(|(problem, at)| (problem, place(at))).collect()
    }

    /// How many bytes of the file the first `length` bytes of a unit's text are, of `all`.
    pub(super) fn encoded_length(&self, unit: &Decoded<'_>, length: usize, all: usize) -> usize {
        if length >= unit.text.len() { all } else { unit.encoded_length(self.sniffed.encoding, length).min(all) }
    }

    /// The place of byte `at` of a piece of text, which stands at byte `start` of the window.
    pub(crate) fn place_in(&self, piece: &Decoded<'_>, start: usize, at: usize) -> Place {
        let at = (0..=at.min(piece.text.len())).rev().find(|at| piece.text.is_char_boundary(*at)).unwrap_or(0);
        let base = if start == 0 { self.at } else { self.place() };
        // Where bytes mean nothing the text may be longer than they are.
        let there = self.window.bytes().len().saturating_sub(start);
        let byte = self.at.byte + start + piece.encoded_length(self.sniffed.encoding, at).min(there);
        Place { byte, ..base.after(&piece.text[..at]) }
    }
}
