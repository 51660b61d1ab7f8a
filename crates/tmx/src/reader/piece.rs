//! One unit out of the stream: where it ends, whatever is broken in it.

use std::io::BufRead;

use hexapla_xml::{Encoding, EncodingWarning};

use super::{Phase, Reader};
use crate::diagnostic::Problem;
use crate::options::ReadError;
use crate::source::Found;
use crate::unit::{Outcome, Sink, Soundness, cut_off, problem_of, run};

impl<R: BufRead> Reader<R> {
    /// Hands the unit that begins at byte `start` of the window to `sink`; whether it is intact.
    pub(super) fn read_unit<S: Sink>(&mut self, start: usize, sink: &mut S) -> Result<bool, ReadError> {
        let mut search = start;
        let mut first_end = None;
        let mut first_error: Option<(Problem, usize)> = None;
        let mut soundness = Soundness::Sound;
        loop {
            let end = match self.marks.find_close(&mut self.window, search)? {
                Found::At(end) => end,
                Found::End if first_error.is_none() => self.window.bytes().len(),
                Found::TooFar if first_error.is_none() => {
                    let limit = self.options.max_unit;
                    let place = self.place();
                    self.report(Problem::UnitTooLarge { limit }, place, Some(self.units))?;
                    // Far beyond the start of this unit another one may have begun.
                    self.piece = 3 * self.sniffed.encoding.unit();
                    return Ok(false);
                }
                _ => break,
            };
            first_end.get_or_insert(end);
            let bytes = &self.window.bytes()[start..end];
            let unit = self.decoded(bytes);
            soundness = unit.soundness;
            if matches!(soundness, Soundness::Broken { .. }) {
                self.report_soundness(start, soundness, Some(self.units))?;
                self.piece = self.end_of_broken(start, end);
                return Ok(false);
            }
            sink.reset();
            let (outcome, warnings) = run(&unit.text, &self.prefix, self.options.max_depth, sink);
            match outcome {
                Outcome::Whole(length) => {
                    self.piece = self.encoded_length(&unit, length, bytes.len());
                    if !warnings.is_empty() || soundness != Soundness::Sound {
                        let unit = unit.into_owned();
                        self.report_soundness(start, soundness, Some(self.units))?;
                        for warning in warnings {
                            let place = self.place_in(&unit, start, warning.place.byte);
                            self.report(problem_of(warning.kind), place, Some(self.units))?;
                        }
                    }
                    return Ok(true);
                }
                Outcome::Nested(at) => {
                    self.piece = self.encoded_length(&unit, at, bytes.len());
                    let place = self.place();
                    self.report_soundness(start, soundness, Some(self.units))?;
                    self.report(Problem::UnclosedUnit, place, Some(self.units))?;
                    return Ok(false);
                }
                Outcome::Broken(error) => {
                    let at = error.place.byte;
                    let length = self.encoded_length(&unit, at, bytes.len());
                    let cut = cut_off(&error.kind);
                    first_error.get_or_insert((Problem::Xml(error.kind), length));
                    // A comment may hold what looks like the end of a unit.
                    match cut {
                        Some(cut) => match self.marks.find_end_of(cut, &mut self.window, end)? {
                            Some(beyond) if beyond > search => search = beyond,
                            _ => break,
                        },
                        None => break,
                    }
                }
            }
        }
        let end = first_end.unwrap_or(start);
        let (problem, at) = first_error.unwrap_or((Problem::UnclosedUnit, 0));
        let place = self.place_at(start, start + at);
        self.piece = self.end_of_broken(start, end);
        if start + self.piece == self.window.bytes().len() {
            // It took the end of the file along; that is said once.
            self.phase = Phase::Beyond;
        }
        self.report_soundness(start, soundness, Some(self.units))?;
        self.report(problem, place, Some(self.units))?;
        Ok(false)
    }

    /// Reports what is not in the file's encoding of a piece that begins at byte `start` of the window.
    pub(super) fn report_soundness(
        &mut self,
        start: usize,
        soundness: Soundness,
        unit: Option<u64>,
    ) -> Result<(), ReadError> {
        let (sound, problem) = match soundness {
            Soundness::Sound => return Ok(()),
            Soundness::Mislabelled { .. } if self.mislabelled => return Ok(()),
            Soundness::Mislabelled { sound } => {
                let declared = self.sniffed.declared.clone().unwrap_or_else(|| "UTF-8".to_owned());
                let actual = Encoding::WINDOWS_1252.name();
                (sound, Problem::Encoding(EncodingWarning::Conflict { declared, actual }))
            }
            Soundness::Broken { sound } => {
                (sound, Problem::Undecodable { encoding: self.sniffed.encoding.name().to_owned() })
            }
        };
        self.mislabelled |= matches!(soundness, Soundness::Mislabelled { .. });
        let place = self.place_at(start, start + sound);
        self.report(problem, place, unit)
    }

    /// How many bytes of the window belong to a broken unit: to where another one seems to begin, else to its end.
    pub(super) fn end_of_broken(&mut self, start: usize, end: usize) -> usize {
        let unit = self.sniffed.encoding.unit();
        match self.marks.find_open(&mut self.window, start + unit) {
            Ok(Found::At(next)) if next < end => next - start,
            _ => end.saturating_sub(start).max(unit),
        }
    }
}
