//! Places in the file, from bytes of the text that was decoded out of it.

use std::io::BufRead;

use hexapla_xml::{Encoding, Place};

use super::Reader;
use crate::diagnostic::Problem;
use crate::unit::decode_somehow;

impl<R: BufRead> Reader<R> {
    /// Where the last unit begins.
    pub fn place(&self) -> Place {
        let before = decode_somehow(self.sniffed.encoding, &self.window.bytes()[..self.before]);
        Place { byte: self.at.byte + self.before, ..self.at.after(&before) }
    }

    /// The place of byte `at` of the head's text; only before the first unit is read.
    pub(crate) fn head_place(&self, text: &str, at: usize) -> Place {
        self.place_in(text, 0, at)
    }

    /// The places in the file of what was found in the last unit.
    pub(crate) fn places_of(&self, findings: Vec<(Problem, usize)>) -> Vec<(Problem, Place)> {
        let text = decode_somehow(self.sniffed.encoding, self.raw().unit);
        let base = self.place();
        let (mut from, mut here) = (0, base);
        let end = base.byte + self.raw().unit.len();
        // They come in order, so that the text is walked once.
        let mut place = |at: usize| {
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            if at > from {
                let bytes = here.byte + self.encoded_length(&text[from..at], at - from, usize::MAX);
                here = Place { byte: bytes.min(end), ..here.after(&text[from..at]) };
                from = at;
            }
            here
        };
        findings.into_iter().map(|(problem, at)| (problem, place(at))).collect()
    }

    /// How many bytes of the file the first `length` bytes of `text` are, of `all`.
    pub(super) fn encoded_length(&self, text: &str, length: usize, all: usize) -> usize {
        if self.sniffed.encoding == Encoding::UTF_8 && (text.len() == all || all == usize::MAX) {
            return length;
        }
        if length >= text.len() && all != usize::MAX {
            return all;
        }
        self.sniffed.encoding.encode(&text[..length.min(text.len())]).len().min(all)
    }

    /// The place of byte `at` of `text`, which stands at byte `start` of the window.
    pub(super) fn place_in(&self, text: &str, start: usize, at: usize) -> Place {
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let base = if start == 0 { self.at } else { self.place() };
        // Where bytes mean nothing the text may be longer than they are.
        let there = self.window.bytes().len().saturating_sub(start);
        let byte = self.at.byte + start + self.encoded_length(text, at, usize::MAX).min(there);
        Place { byte, ..base.after(&text[..at]) }
    }
}
