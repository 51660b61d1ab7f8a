//! A page that a user names: read, in a language that somebody says it is in, and cut into segments.

use std::io::Read;
use std::ops::Range;
use std::path::Path;

use hexapla_core::document::{Document, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::segment::{Rules, Segmenter};
use hexapla_formats::{Format, Options};
use hexapla_project::{page_of, read_page};

use crate::arguments::is_standard;
use crate::console::Console;
use crate::failure::Failure;
use crate::messages::{Msg, Problem};

/// What the path of standard input is.
const STANDARD_INPUT: &str = "-";

/// The formats of pages, as `--input` has them.
pub(crate) const FORMATS: &[&str] = &["text", "markdown", "html"];

/// A page before it is cut, since its language may stand in it.
pub(crate) struct Named {
    /// Its blocks.
    pub(crate) document: Document,
}

/// What tells how a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadAs {
    /// Its name, or the user.
    Told,
    /// Nothing; so it is plain text.
    Guessed,
}

/// All of standard input.
pub(crate) fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|error| Problem::Read { path: STANDARD_INPUT.to_owned(), reason: error.to_string() })?;
    Ok(bytes)
}

/// Reads a page; `-` is standard input. A name that tells no format, and no `--input` either, is read as plain text,
/// which is said.
pub(crate) fn read(path: &Path, input: Option<&str>, console: &mut Console) -> Result<Named, Failure> {
    let (named, read_as) = read_quietly(path, input)?;
    say_guessed(path, read_as, console);
    Ok(named)
}

/// Says that a page was read as plain text, where nothing told.
pub(crate) fn say_guessed(path: &Path, read_as: ReadAs, console: &mut Console) {
    if read_as == ReadAs::Guessed {
        let remark = console.error_face.words.say(Msg::NoteReadAsText { path: &path.to_string_lossy() });
        console.remark(&remark);
    }
}

/// The same, and leaves it to the caller to say how it was read.
pub(crate) fn read_quietly(path: &Path, input: Option<&str>) -> Result<(Named, ReadAs), Failure> {
    let told = input.and_then(format_named).or_else(|| Format::of_path(&path.to_string_lossy()));
    let format = told.unwrap_or(Format::Text);
    let options = Options::default();
    let page = if is_standard(path) {
        page_of(&standard_input()?, path, Some(format), &options, &Uncut)?
    } else {
        read_page(path, Some(format), &options, &Uncut)?
    };
    let guessed = told.is_none() && !is_standard(path);
    Ok((Named { document: page.document }, if guessed { ReadAs::Guessed } else { ReadAs::Told }))
}

impl Named {
    /// The language that was said, else the one that the page declares, else the one that it seems to be written in.
    pub(crate) fn language(&self, said: Option<Language>) -> Option<Language> {
        said.or_else(|| hexapla_project::language_of(&self.document))
    }

    /// The page in segments, cut by our own rules for a language.
    pub(crate) fn segmented(self, language: &Language) -> SegmentedDocument {
        self.cut(&Rules::for_language(language))
    }

    /// The page in segments, cut by these rules.
    pub(crate) fn cut(self, rules: &Rules) -> SegmentedDocument {
        SegmentedDocument::new(self.document, rules)
    }
}

fn format_named(name: &str) -> Option<Format> {
    match name {
        "text" => Some(Format::Text),
        "markdown" => Some(Format::Markdown),
        "html" => Some(Format::Html),
        _ => None,
    }
}

/// Cuts nothing.
struct Uncut;

impl Segmenter for Uncut {
    fn segment(&self, _: &str) -> Vec<Range<usize>> {
        Vec::new()
    }
}
