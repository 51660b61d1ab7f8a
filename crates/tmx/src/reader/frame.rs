//! What stands around the units: the head, what is between two units, the tail.

use std::io::BufRead;

use hexapla_xml::{Event, Events};

use super::{Phase, Reader};
use crate::diagnostic::{Diagnostic, Problem};
use crate::dtd::Name;
use crate::head::{self, HeadRead};
use crate::options::ReadError;
use crate::source::{Cut, Found, Marks};
use crate::unit::{Decoded, cut_off, is_blank, local};
use crate::version::Version;

impl<R: BufRead> Reader<R> {
    /// Looks at what stands between two units; the kind of markup it is cut off in, if it is.
    pub(super) fn read_gap(&mut self, end: usize) -> Result<Option<Cut>, ReadError> {
        let gap = self.frame_text(end);
        let text = &*gap.text;
        let (tmx, body) = (format!("{}tmx", self.prefix), format!("{}body", self.prefix));
        let open: &[&str] = if self.phase == Phase::Body { &[&tmx, &body] } else { &[] };
        let mut events = Events::piece(text, self.at, open);
        let mut loose = Loose::default();
        let mut problem = None;
        let mut left = false;
        while let Some(event) = events.next() {
            let at = events.range().start;
            loose.see(&event, &events, &self.prefix, open.len());
            let found = match event {
                Ok(Event::Comment(_) | Event::Instruction(_)) => None,
                Ok(Event::Text(piece)) if is_blank(&piece, &text[events.range()]) => None,
                Ok(Event::Text(_)) => Some(Problem::UnexpectedText { parent: "body".to_owned() }),
                Ok(Event::Start(tag)) => Some(Problem::UnexpectedElement {
                    element: local(tag.name, &self.prefix).to_owned(),
                    parent: "body".to_owned(),
                }),
                Ok(Event::End { .. }) => {
                    left |= events.open().len() < open.len();
                    None
                }
                Ok(Event::Declaration(_) | Event::Doctype(_)) => None,
                Err(error) => match cut_off(&error.kind) {
                    Some(cut) => return Ok(Some(cut)),
                    None => Some(Problem::Xml(error.kind)),
                },
            };
            problem = problem.or(found.map(|problem| (problem, at)));
        }
        if left {
            // That is said once, of the first unit.
            self.phase = Phase::Beyond;
            problem = problem.or(Some((Problem::UnitOutsideBody, text.len())));
        }
        self.loose.append(&mut loose.pieces);
        self.report_soundness(0, gap.soundness, None)?;
        if let Some((problem, at)) = problem {
            let place = self.place_in(&gap, 0, at);
            self.report(problem, place, None)?;
        }
        Ok(None)
    }

    pub(super) fn read_head(&mut self) -> Result<(), ReadError> {
        let encoding = self.sniffed.encoding;
        let whole = self.window.bytes().len() / encoding.unit() * encoding.unit();
        let start = self.decoded(&self.window.bytes()[..whole]);
        let (prefix, refusal) = head::first_look(&start.text);
        if let Some((problem, at)) = refusal {
            let place = self.place_in(&start, 0, at);
            return Err(ReadError::Refused(Box::new(Diagnostic { problem, place, unit: None, tuid: None })));
        }
        if !prefix.is_empty() {
            self.marks = Marks::new(encoding, &prefix);
            self.prefix = prefix;
        }
        let mut from = 0;
        loop {
            let found = self.marks.find_open(&mut self.window, from)?;
            let end = match found {
                Found::At(at) => at,
                Found::End | Found::TooFar => self.window.bytes().len(),
            };
            let text = self.frame_text(end);
            let HeadRead { head, problems, cut, body, loose } =
                head::read(&text.text, self.at, &self.prefix, self.options.max_depth);
            if let (Some(cut), Found::At(at)) = (cut, found)
                && let Some(beyond) = self.marks.find_end_of(cut, &mut self.window, at)?
            {
                from = beyond;
                continue;
            }
            if found == Found::End && head.version.is_none() && head.attributes.is_empty() && body == head::Body::None {
                // Nothing of a memory in it: then what is wrong with it is that it is none.
                let fatal = Problem::NotXml;
                if let Some((Problem::Xml(_), at)) = problems.first() {
                    let place = self.place_in(&text, 0, *at);
                    return Err(ReadError::Refused(Box::new(Diagnostic {
                        problem: fatal,
                        place,
                        unit: None,
                        tuid: None,
                    })));
                }
            }
            self.version = head.version.as_deref().and_then(Version::of).unwrap_or(Version::V1_4);
            self.head = head;
            self.loose = loose;
            self.phase = match body {
                head::Body::Closed if found == Found::End => Phase::Done,
                head::Body::Closed => Phase::Beyond,
                _ => Phase::Body,
            };
            self.report_soundness(0, text.soundness, None)?;
            let broken = problems.iter().any(|(problem, _)| matches!(problem, Problem::Xml(_)));
            for (problem, at) in problems {
                let place = self.place_in(&text, 0, at);
                self.report(problem, place, None)?;
            }
            if self.phase == Phase::Beyond {
                let place = self.place_in(&text, 0, usize::MAX);
                self.report(Problem::UnitOutsideBody, place, None)?;
            }
            // White space before the first unit goes and stays with the unit.
            let end = if found == Found::End { end } else { self.marks.trim_end(self.window.bytes(), end) };
            self.head_bytes = end;
            self.before = end;
            if found == Found::End && self.phase == Phase::Body {
                self.phase = Phase::Done;
                if !broken {
                    let place = self.place_in(&text, 0, usize::MAX);
                    self.report(Problem::Truncated, place, None)?;
                }
            }
            return Ok(());
        }
    }

    pub(super) fn read_tail(&mut self) -> Result<(), ReadError> {
        let beyond = self.phase == Phase::Beyond;
        self.phase = Phase::Done;
        self.before = self.window.bytes().len();
        let tail = self.frame_text(self.before);
        let text = &*tail.text;
        if beyond {
            // What is wrong here was said where the document ended.
            return Ok(());
        }
        let (tmx, body) = (format!("{}tmx", self.prefix), format!("{}body", self.prefix));
        let mut events = Events::piece(text, self.at, &[&tmx, &body]);
        let mut loose = Loose::default();
        let mut problem = None;
        while let Some(event) = events.next() {
            let at = events.range().start;
            let closed = events.open().is_empty();
            loose.see(&event, &events, &self.prefix, 2);
            let found = match event {
                Ok(Event::Text(piece)) if is_blank(&piece, &text[events.range()]) => None,
                Ok(Event::Text(_)) if closed => Some(Problem::TrailingJunk),
                Ok(Event::Text(_)) => Some(Problem::UnexpectedText { parent: "body".to_owned() }),
                Ok(Event::Start(_)) if events.open().len() == 1 && events.open()[0] != tmx => {
                    Some(Problem::TrailingJunk)
                }
                Ok(Event::Start(tag)) => Some(Problem::UnexpectedElement {
                    element: local(tag.name, &self.prefix).to_owned(),
                    parent: if events.open().len() > 2 { "body" } else { "tmx" }.to_owned(),
                }),
                Ok(_) => None,
                Err(_) if closed => Some(head::junk(&text[at..])),
                Err(error) => Some(Problem::Xml(error.kind)),
            };
            problem = problem.or(found.map(|problem| (problem, at)));
        }
        self.loose.append(&mut loose.pieces);
        if problem.is_none() && !events.open().is_empty() {
            problem = Some((Problem::Truncated, text.len()));
        }
        self.report_soundness(0, tail.soundness, None)?;
        if let Some((problem, at)) = problem {
            let place = self.place_in(&tail, 0, at);
            self.report(problem, place, None)?;
        }
        Ok(())
    }

    /// What stands in the first `end` bytes of the window, at any price.
    fn frame_text(&self, end: usize) -> Decoded<'static> {
        self.decoded(&self.window.bytes()[..end]).into_owned()
    }
}

/// Gathers what stands between units: whole comments, instructions and elements, as they are written.
#[derive(Default)]
struct Loose {
    pieces: Vec<String>,
    /// Where the element begins that is open, and how many are open around it.
    element: Option<(usize, usize)>,
}

impl Loose {
    /// Looks at the event that came last; elements that TMX does not know count from `depth` open ones on.
    fn see<E>(&mut self, event: &Result<Event<'_>, E>, events: &Events<'_>, prefix: &str, depth: usize) {
        let range = events.range();
        match (event, self.element) {
            (Ok(Event::Comment(_) | Event::Instruction(_)), None) => self.pieces.push(events.text()[range].to_owned()),
            // A stray `tuv` would become one of the unit that follows.
            (Ok(Event::Start(tag)), None)
                if events.open().len() == depth + 1 && Name::of(local(tag.name, prefix)).is_none() =>
            {
                self.element = Some((range.start, depth));
            }
            (Ok(Event::End { .. }), Some((from, depth))) if events.open().len() == depth => {
                self.pieces.push(events.text()[from..range.end].to_owned());
                self.element = None;
            }
            _ => {}
        }
    }
}
