//! HTML: elements become blocks and inline codes, white space collapses as in a browser.

mod apart;
pub(crate) mod elements;
mod facts;
mod links;
pub(crate) mod references;
mod selector;
mod stack;
pub(crate) mod tokens;
mod walker;

use hexapla_core::document::Document;

use crate::{Options, tail};
pub(crate) use facts::attribute_draft;
pub(crate) use tokens::Syntax;
pub(crate) use walker::{Walker, push_text};

/// Cuts an HTML page into blocks.
pub(crate) fn extract(file: &str, options: &Options) -> Document {
    let mark = if file.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut walker = Walker::new(options, Syntax::of(file));
    walker.read(&file[mark..], mark);
    let mut document = walker.finish();
    tail::set_apart(&mut document.blocks, &tail::Headings::new(options));
    document
}
