//! YAML front matter, event by event: no depth of nesting can exhaust the stack.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{Broken, Value};

/// Keys nested deeper than this are nobody's.
const DEEPEST: usize = 32;

enum Frame {
    Mapping { key: Option<String> },
    Sequence { next: usize },
}

/// The scalars of a mapping, with the path of keys to each; nothing if `text` is no mapping.
pub(super) fn values(text: &str, base: usize) -> Result<Option<Vec<Value>>, Broken> {
    let places = Places::new(text, base);
    let mut frames: Vec<Frame> = Vec::new();
    let mut values = Vec::new();
    let mut is_mapping = false;
    for event in Parser::new_from_str(text) {
        let (event, span) =
            event.map_err(|error| Broken { reason: error.to_string(), at: places.byte(error.marker().index()) })?;
        match event {
            Event::MappingStart(..) => {
                is_mapping |= frames.is_empty();
                frames.push(Frame::Mapping { key: None });
            }
            Event::SequenceStart(..) => frames.push(Frame::Sequence { next: 0 }),
            Event::MappingEnd | Event::SequenceEnd => {
                frames.pop();
                advance(&mut frames, "?");
            }
            Event::Scalar(value, style, ..) => {
                if !is_mapping {
                    return Ok(None);
                }
                if !matches!(frames.last(), Some(Frame::Mapping { key: None })) && frames.len() <= DEEPEST {
                    values.push(Value {
                        key: path(&frames),
                        is_text: style != ScalarStyle::Plain || is_text(&value),
                        value: value.to_string(),
                        span: places.byte(span.start.index())..places.byte(span.end.index()),
                    });
                }
                advance(&mut frames, &value);
            }
            Event::Alias(_) => advance(&mut frames, "*"),
            // One document is enough.
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    Ok(is_mapping.then_some(values))
}

/// A node has ended: it was a key, or a value.
fn advance(frames: &mut [Frame], node: &str) {
    match frames.last_mut() {
        Some(Frame::Mapping { key: key @ None }) => *key = Some(node.to_owned()),
        Some(Frame::Mapping { key }) => *key = None,
        Some(Frame::Sequence { next }) => *next += 1,
        None => {}
    }
}

fn path(frames: &[Frame]) -> String {
    let parts: Vec<String> = frames
        .iter()
        .map(|frame| match frame {
            Frame::Mapping { key } => key.clone().unwrap_or_default(),
            Frame::Sequence { next } => next.to_string(),
        })
        .collect();
    parts.join(".")
}

/// Plain scalars may be numbers, truth values or nothing.
fn is_text(value: &str) -> bool {
    value.chars().any(char::is_alphabetic) && !matches!(value, "true" | "false" | "null" | "True" | "False" | "Null")
}

/// The parser counts characters, the file bytes.
struct Places {
    bytes: Option<Vec<usize>>,
    base: usize,
    end: usize,
}

impl Places {
    fn new(text: &str, base: usize) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self { bytes, base, end: text.len() }
    }

    fn byte(&self, index: usize) -> usize {
        let at = match &self.bytes {
            Some(bytes) => bytes.get(index).copied().unwrap_or(self.end),
            None => index.min(self.end),
        };
        self.base + at
    }
}
