//! Two texts, read and aligned: what `align` draws.

use std::path::Path;

use hexapla_core::align::{Alignment, Options, Resources, Side, SideSegment, align};
use hexapla_core::document::{BlockKind, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_project::{Presence, Project};

use crate::console::Console;
use crate::failure::Failure;
use crate::messages::Problem;
use crate::page;
use crate::progress::Bar;
use crate::report::alignment::{Pair, Text};

/// Where the segments of a file come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Its lines are segments.
    Lines,
    /// Rules cut it.
    Rules,
}

/// One text.
pub(crate) struct Read {
    path: String,
    language: Language,
    segments: Segments,
}

enum Segments {
    /// Lines, each with the number of its block.
    Lines(Vec<(usize, String)>),
    Page(Box<SegmentedDocument>),
}

/// Two texts and their alignment.
pub(crate) struct Aligned {
    source: Read,
    target: Read,
    alignment: Alignment,
}

impl Read {
    /// Reads a file; where nobody says its language, `option` is what should.
    pub(crate) fn file(
        path: &Path,
        said: Option<&Language>,
        option: &str,
        cut: Cut,
        console: &mut Console,
    ) -> Result<Self, Failure> {
        let input = if cut == Cut::Lines { Some("text") } else { None };
        let named = page::read(path, input, console)?;
        let path = path.to_string_lossy().into_owned();
        let Some(language) = named.language(said.cloned()) else {
            return Err(Problem::LanguageNeeded { path, option: option.to_owned() }.into());
        };
        let segments = match cut {
            Cut::Lines => Segments::Lines(lines(&named.document.file)),
            Cut::Rules => Segments::Page(Box::new(named.segmented(&language))),
        };
        Ok(Self { path, language, segments })
    }

    fn page(project: &Project, path: &str, language: &Language) -> Result<Self, Failure> {
        let page = project.read(path, language)?;
        Ok(Self { path: path.to_owned(), language: language.clone(), segments: Segments::Page(Box::new(page)) })
    }

    fn document(&self) -> Option<&SegmentedDocument> {
        match &self.segments {
            Segments::Page(page) => Some(page),
            Segments::Lines(_) => None,
        }
    }

    /// What is aligned, and its numbers among all segments.
    fn side(&self) -> (Side<'_>, Vec<usize>) {
        match &self.segments {
            Segments::Page(page) => Side::of_content(&self.language, page),
            Segments::Lines(lines) => {
                let segments: Vec<_> = lines
                    .iter()
                    .map(|(block, text)| SideSegment { text, block: *block, kind: BlockKind::Paragraph, section: 0 })
                    .collect();
                let numbers = (0..segments.len()).collect();
                (Side { language: &self.language, segments }, numbers)
            }
        }
    }
}

impl Aligned {
    /// Aligns two texts.
    pub(crate) fn new(source: Read, target: Read) -> Self {
        let alignment = align(&source.side().0, &target.side().0, &Resources::default(), &Options::default());
        Self { source, target, alignment }
    }

    /// Aligns every page of a project that is there with its translations, in these languages or all.
    pub(crate) fn all(project: &Project, languages: &[Language], console: &Console) -> Result<Vec<Self>, Failure> {
        let matrix = project.matrix()?;
        let source_language = &project.config().source.language;
        let wanted = |language: &Language| languages.is_empty() || languages.contains(language);
        let pairs = matrix.documents.iter().flat_map(|document| {
            let there = document.targets.iter().filter(|target| target.presence == Presence::Present);
            there.filter(|target| wanted(&target.language)).map(move |target| (document, target))
        });
        let pairs: Vec<_> = pairs.collect();
        let bar = Bar::new(console);
        bar.pages(pairs.len());
        let mut aligned = Vec::with_capacity(pairs.len());
        for (document, target) in pairs {
            let source = Read::page(project, &document.path, source_language)?;
            aligned.push(Self::new(source, Read::page(project, &target.path, &target.language)?));
            bar.page_done();
        }
        Ok(aligned)
    }
}

/// Gives pairs to a renderer.
pub(crate) fn with_pairs<T>(aligned: &[Aligned], draw: impl FnOnce(&[Pair<'_>]) -> T) -> T {
    let sides: Vec<_> = aligned.iter().map(|pair| (pair.source.side(), pair.target.side())).collect();
    let pairs: Vec<Pair<'_>> = aligned
        .iter()
        .zip(&sides)
        .map(|(pair, (source, target))| Pair {
            source: Text { path: &pair.source.path, side: &source.0, numbers: &source.1, page: pair.source.document() },
            target: Text { path: &pair.target.path, side: &target.0, numbers: &target.1, page: pair.target.document() },
            alignment: &pair.alignment,
        })
        .collect();
    draw(&pairs)
}

/// Lines that are segments already, each with the number of its block; an empty line ends a block.
fn lines(text: &str) -> Vec<(usize, String)> {
    let mut block = 0;
    let mut found: Vec<(usize, String)> = Vec::new();
    for line in text.trim_start_matches('\u{FEFF}').lines().map(str::trim) {
        match (line.is_empty(), found.last()) {
            (true, Some((last, _))) => block = last + 1,
            (true, None) => {}
            (false, _) => found.push((block, line.to_owned())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_segments_and_empty_ones_end_blocks() {
        let check = |text: &str, want: &[(usize, &str)]| {
            let found = lines(text);
            let found: Vec<_> = found.iter().map(|(block, line)| (*block, line.as_str())).collect();
            assert_eq!(found, want, "{text:?}");
        };
        check("", &[]);
        check("a\nb", &[(0, "a"), (0, "b")]);
        check("\n\na\r\n\r\n \r\nb\n", &[(0, "a"), (1, "b")]);
        check("\u{FEFF}a\n", &[(0, "a")]);
    }
}
