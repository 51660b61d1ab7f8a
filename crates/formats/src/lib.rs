//! Pages in plain text, Markdown and HTML as Hexapla documents: blocks of text, each with its way back to the file.
//!
//! ```
//! use hexapla_formats::{Format, Options, extract};
//! let page = extract("<h1>Tag &amp; Nacht</h1><p>Ein <b>Satz</b>.".to_owned(), Format::Html, &Options::default());
//! let texts: Vec<_> = page.blocks.iter().map(|block| block.text.as_str()).collect();
//! assert_eq!(texts, ["Tag & Nacht", "Ein Satz."]);
//! assert_eq!(&page.file[page.blocks[0].text.file_range(4..5)], "&amp;");
//! ```
//!
//! Nothing here touches files, and nothing fails but [`decode`]: bad markup is data, with a warning.

mod decode;
mod draft;
mod front_matter;
mod html;
mod languages;
mod markdown;
mod options;
mod switcher;
mod tail;
mod template;
mod text;
mod translatable;
mod xliff;

use hexapla_core::document::Document;

pub use decode::{DecodeError, Decoded, decode};
pub use options::{LineBreaks, Options};
pub use text::counted_by;
pub use xliff::{Review, XliffFile, XliffText, XliffUnit, write_xliff};

/// What a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: blank lines part paragraphs.
    Text,
    /// CommonMark with tables, footnotes, strikethrough, task lists, heading attributes and front matter.
    Markdown,
    /// HTML and XHTML.
    Html,
}

impl Format {
    /// The format that a file name's extension stands for, whatever its case.
    ///
    /// ```
    /// use hexapla_formats::Format;
    /// assert_eq!(Format::of_path("de/Über uns.HTM"), Some(Format::Html));
    /// assert_eq!(Format::of_path("de.md/README"), None);
    /// ```
    pub fn of_path(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (_, extension) = name.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        Self::EXTENSIONS.into_iter().find(|(known, _)| *known == extension).map(|(_, format)| format)
    }

    /// The extensions by which files are known to be pages, in lower case.
    pub const EXTENSIONS: [(&str, Self); 12] = [
        ("txt", Self::Text),
        ("text", Self::Text),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("mdown", Self::Markdown),
        ("mkd", Self::Markdown),
        ("mdx", Self::Markdown),
        ("qmd", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("xhtml", Self::Html),
        ("xht", Self::Html),
    ];
}

/// Cuts a page into blocks. It never fails: what is odd about the page is in [`Document::warnings`].
pub fn extract(text: String, format: Format, options: &Options) -> Document {
    let mut document = match format {
        Format::Text => text::extract(&text, options),
        Format::Markdown => markdown::extract(&text, options),
        Format::Html => html::extract(&text, options),
    };
    document.file = text;
    document
}

/// Decodes a file and cuts it into blocks: [`decode`], then [`extract`], with the warnings of both.
pub fn read(bytes: &[u8], format: Format, options: &Options) -> Result<Document, DecodeError> {
    let Decoded { text, warnings, .. } = decode(bytes, format)?;
    let mut document = extract(text, format, options);
    document.warnings.splice(0..0, warnings);
    Ok(document)
}
