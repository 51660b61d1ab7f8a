//! TOML front matter.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Broken, Value};

/// The values of a table, with the path of keys to each.
pub(super) fn values(text: &str, base: usize) -> Result<Option<Vec<Value>>, Broken> {
    let table = DeTable::parse(text).map_err(|error| Broken {
        reason: error.message().to_owned(),
        at: base + error.span().map_or(0, |span| span.start),
    })?;
    let mut values = Vec::new();
    let mut open: Vec<(String, &Spanned<DeValue<'_>>)> = Vec::new();
    open.extend(table.get_ref().iter().map(|(key, value)| (key.get_ref().to_string(), value)));
    while let Some((key, node)) = open.pop() {
        let span = node.span();
        let (value, is_text) = match node.get_ref() {
            DeValue::Table(table) => {
                open.extend(table.iter().map(|(name, value)| (format!("{key}.{}", name.get_ref()), value)));
                continue;
            }
            DeValue::Array(array) => {
                open.extend(array.iter().enumerate().map(|(at, value)| (format!("{key}.{at}"), value)));
                continue;
            }
            DeValue::String(value) => (value.to_string(), true),
            // Numbers, dates and truth values as they are written.
            _ => (text.get(span.clone()).unwrap_or_default().to_owned(), false),
        };
        values.push(Value { key, value, span: base + span.start..base + span.end, is_text });
    }
    Ok(Some(values))
}
