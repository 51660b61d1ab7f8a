//! Two texts, read and aligned: what `align` draws.

use std::collections::HashMap;
use std::path::Path;

use hexapla_core::align::{Alignment, Confidence, Options, Relation, Resources, Side, SideSegment, align, relation};
use hexapla_core::document::{BlockKind, InlineCode, Scope, SegmentedDocument};
use hexapla_core::language::Language;
use hexapla_core::text::Place;
use hexapla_project::Project;

use crate::failure::Failure;
use crate::messages::Problem;
use crate::page::{self, ReadAs};

/// Where the segments of a file come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Its lines are segments.
    Lines,
    /// Rules cut it.
    Rules,
}

/// One text.
#[derive(Clone)]
pub(crate) struct Read {
    /// Where it comes from.
    pub(crate) path: String,
    /// The language it is in.
    pub(crate) language: Language,
    segments: Segments,
}

#[derive(Clone)]
enum Segments {
    /// Lines, each with the number of its block.
    Lines(Vec<(usize, String)>),
    Page(Box<SegmentedDocument>),
}

/// Two texts and their alignment.
pub(crate) struct Aligned {
    /// The text that was translated.
    pub(crate) source: Read,
    /// Its translation.
    pub(crate) target: Read,
    /// Which segments belong together; every segment of either text is in exactly one row.
    pub(crate) rows: Vec<Row>,
    /// Whether they are translations of each other at all.
    pub(crate) relation: Relation,
}

/// A bead, its segments numbered as `hexapla segment` prints them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Source segments.
    pub(crate) source: Vec<usize>,
    /// Target segments.
    pub(crate) target: Vec<usize>,
    /// How sure the aligner is.
    pub(crate) confidence: Confidence,
    /// Whether it breaks the order of the others.
    pub(crate) crossing: bool,
    /// Whether it belongs to the pages' own text. What is not to be translated goes with that.
    pub(crate) scope: Scope,
}

impl Read {
    /// Reads a file, and says what it was taken for; where nobody says its language, `option` is what should.
    pub(crate) fn file(
        path: &Path,
        said: Option<&Language>,
        option: &str,
        cut: Cut,
    ) -> Result<(Self, ReadAs), Failure> {
        let input = if cut == Cut::Lines { Some("text") } else { None };
        let (named, read_as) = page::read_quietly(path, input)?;
        let path = path.to_string_lossy().into_owned();
        let Some(language) = named.language(said.cloned()) else {
            return Err(Problem::LanguageNeeded { path, option: option.to_owned() }.into());
        };
        let segments = match cut {
            Cut::Lines => Segments::Lines(lines(&named.document.file)),
            Cut::Rules => Segments::Page(Box::new(named.segmented(&language))),
        };
        Ok((Self { path, language, segments }, read_as))
    }

    /// Reads a page of a project.
    pub(crate) fn page(project: &Project, path: &str, language: &Language) -> Result<Self, Failure> {
        let page = project.read(path, language)?;
        Ok(Self { path: path.to_owned(), language: language.clone(), segments: Segments::Page(Box::new(page)) })
    }

    /// Text that is cut into segments already, each with the number of its block.
    pub(crate) fn lines(path: String, language: Language, lines: Vec<(usize, String)>) -> Self {
        Self { path, language, segments: Segments::Lines(lines) }
    }

    /// How many segments it has.
    pub(crate) fn len(&self) -> usize {
        match &self.segments {
            Segments::Lines(lines) => lines.len(),
            Segments::Page(page) => page.segments.len(),
        }
    }

    /// The text of a segment.
    pub(crate) fn text(&self, number: usize) -> &str {
        match &self.segments {
            Segments::Lines(lines) => lines.get(number).map_or("", |(_, line)| line),
            Segments::Page(page) => page.segments.get(number).map_or("", |segment| page.text(segment)),
        }
    }

    /// The texts of some segments, with blanks between.
    pub(crate) fn texts(&self, numbers: &[usize]) -> String {
        numbers.iter().map(|number| self.text(*number)).collect::<Vec<_>>().join(" ")
    }

    /// The inline markup of a segment, by place in its text.
    pub(crate) fn codes(&self, number: usize) -> Vec<InlineCode> {
        match &self.segments {
            Segments::Lines(_) => Vec::new(),
            Segments::Page(page) => page.segments.get(number).map(|segment| page.codes(segment)).unwrap_or_default(),
        }
    }

    /// Where a segment stands in its file; lines that are segments already are no page.
    pub(crate) fn place(&self, number: usize) -> Option<Place> {
        match &self.segments {
            Segments::Lines(_) => None,
            Segments::Page(page) => page.segments.get(number).map(|segment| page.place(segment)),
        }
    }

    /// The segments of a scope as the aligner sees them, and their numbers among all.
    pub(crate) fn side(&self, scope: Scope) -> (Side<'_>, Vec<usize>) {
        match &self.segments {
            Segments::Page(page) => Side::of_scope(&self.language, page, scope),
            Segments::Lines(lines) => {
                let lines = if scope == Scope::Content { lines.as_slice() } else { &[] };
                let segments: Vec<_> = lines
                    .iter()
                    .map(|(block, text)| SideSegment {
                        text,
                        block: *block,
                        kind: BlockKind::Paragraph,
                        section: 0,
                        anchor: None,
                    })
                    .collect();
                let numbers = (0..segments.len()).collect();
                (Side { language: &self.language, segments }, numbers)
            }
        }
    }
}

impl Aligned {
    /// Aligns two texts: their own text, and the text of the template, each by itself. Links to other languages have
    /// no counterparts, since each page names other languages.
    ///
    /// The text's own alignment is given and given back; `known` aligns the rest, and what was known `before` tells
    /// whether they are translations.
    pub(crate) fn new(
        source: Read,
        target: Read,
        alignment: Alignment,
        (known, before): (&Resources, &Resources),
        options: &Options,
    ) -> (Self, Alignment) {
        let (mut content, mut others) = (Vec::new(), Vec::new());
        let found = {
            let (from, to) = (source.side(Scope::Content), target.side(Scope::Content));
            content.extend(rows(&alignment, &from.1, &to.1, Scope::Content));
            relation(&from.0, &to.0, &alignment, before)
        };
        {
            let (from, to) = (source.side(Scope::Boilerplate), target.side(Scope::Boilerplate));
            let alignment = align(&from.0, &to.0, known, options);
            others.extend(rows(&alignment, &from.1, &to.1, Scope::Boilerplate));
        }
        let alone = |source: Vec<usize>, target: Vec<usize>| Row {
            source,
            target,
            confidence: Confidence::CERTAIN,
            crossing: false,
            scope: Scope::LanguageSwitcher,
        };
        others.extend(source.side(Scope::LanguageSwitcher).1.into_iter().map(|number| alone(vec![number], vec![])));
        others.extend(target.side(Scope::LanguageSwitcher).1.into_iter().map(|number| alone(vec![], vec![number])));
        let rows = woven(content, others, source.len(), target.len());
        (Self { source, target, rows, relation: found }, alignment)
    }
}

fn rows(alignment: &Alignment, source: &[usize], target: &[usize], scope: Scope) -> Vec<Row> {
    let numbers = |all: &[usize], numbers: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        numbers.filter_map(|number| all.get(number).copied()).collect()
    };
    let beads = alignment.beads.iter();
    beads
        .map(|bead| Row {
            source: numbers(source, &mut bead.sources()),
            target: numbers(target, &mut bead.targets()),
            confidence: bead.confidence,
            crossing: bead.crossing,
            scope,
        })
        .collect()
}

/// Rows of the pages' own text, with the others between them where they stand on the page.
fn woven(content: Vec<Row>, others: Vec<Row>, source: usize, target: usize) -> Vec<Row> {
    // For each segment the number of content rows up to the one that holds the nearest segment before it.
    let before = |count: usize, of: &dyn Fn(&Row) -> &[usize]| -> Vec<usize> {
        let mut rows = vec![0; count + 1];
        for (at, row) in content.iter().enumerate().filter(|(_, row)| !row.crossing) {
            for number in of(row) {
                rows[*number + 1] = at + 1;
            }
        }
        let mut last = 0;
        for row in &mut rows {
            last = last.max(*row);
            *row = last;
        }
        rows
    };
    let (sources, targets) = (before(source, &|row| &row.source), before(target, &|row| &row.target));
    let place = |row: &Row| match (row.source.first(), row.target.first()) {
        (Some(number), _) => (sources[*number], 1, *number),
        (None, Some(number)) => (targets[*number], 2, *number),
        (None, None) => (0, 0, 0),
    };
    let mut all: Vec<((usize, usize, usize), Row)> = others.into_iter().map(|row| (place(&row), row)).collect();
    all.extend(content.into_iter().enumerate().map(|(at, row)| ((at + 1, 0, 0), row)));
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, row)| row).collect()
}

/// Rows over one source and several targets: what belongs together in any of them stands in one row.
pub(crate) struct Synopsis {
    /// Segments of the source; none where a target adds something.
    pub(crate) source: Vec<usize>,
    /// For each target the segments beside them; none where it has no counterpart.
    pub(crate) targets: Vec<Vec<usize>>,
    /// For each target the least confidence of what stands there.
    pub(crate) confidence: Vec<Option<Confidence>>,
}

/// Joins the alignments of one source with several targets into rows. What only a target has stands in a row of its
/// own, after what precedes it in that target.
pub(crate) fn synopsis(columns: &[&Aligned]) -> Vec<Synopsis> {
    let Some(first) = columns.first() else { return Vec::new() };
    let shown = |row: &&Row| row.scope != Scope::LanguageSwitcher;
    // Which source segments may not be parted: `joined[n]` says that n stands with the one before it in the list.
    let order: Vec<usize> = first.rows.iter().filter(shown).flat_map(|row| row.source.iter().copied()).collect();
    let mut sorted = order;
    sorted.sort_unstable();
    let place: HashMap<usize, usize> = sorted.iter().enumerate().map(|(at, number)| (*number, at)).collect();
    let mut joined = vec![false; sorted.len()];
    for row in columns.iter().flat_map(|column| column.rows.iter().filter(shown)) {
        let places: Vec<usize> = row.source.iter().filter_map(|number| place.get(number).copied()).collect();
        if let (Some(least), Some(most)) = (places.iter().min(), places.iter().max()) {
            joined[least + 1..=*most].fill(true);
        }
    }
    let empty = |source: Vec<usize>| Synopsis {
        source,
        targets: vec![Vec::new(); columns.len()],
        confidence: vec![None; columns.len()],
    };
    let mut rows: Vec<Synopsis> = Vec::new();
    let mut row_of: HashMap<usize, usize> = HashMap::new();
    for (at, number) in sorted.iter().enumerate() {
        if joined[at]
            && let Some(last) = rows.last_mut()
        {
            last.source.push(*number);
        } else {
            rows.push(empty(vec![*number]));
        }
        row_of.insert(*number, rows.len() - 1);
    }
    // What only targets have, by the row that it follows.
    let mut added: Vec<(usize, usize, Synopsis)> = Vec::new();
    for (column, aligned) in columns.iter().enumerate() {
        let mut last = 0;
        for row in aligned.rows.iter().filter(shown) {
            match row.source.first().and_then(|number| row_of.get(number)) {
                Some(at) => {
                    rows[*at].targets[column].extend(&row.target);
                    if !row.target.is_empty() {
                        let least = &mut rows[*at].confidence[column];
                        *least =
                            Some(least.map_or(row.confidence, |c| if row.confidence < c { row.confidence } else { c }));
                    }
                    if !row.crossing {
                        last = at + 1;
                    }
                }
                None => {
                    let mut own = empty(Vec::new());
                    own.targets[column].clone_from(&row.target);
                    own.confidence[column] = Some(row.confidence);
                    added.push((last, column, own));
                }
            }
        }
    }
    added.sort_by_key(|(after, column, _)| (*after, *column));
    let mut added = added.into_iter().peekable();
    let mut all = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        while let Some((_, _, own)) = added.next_if(|(after, _, _)| *after <= at) {
            all.push(own);
        }
        all.push(row);
    }
    all.extend(added.map(|(_, _, own)| own));
    for row in &mut all {
        row.targets.iter_mut().for_each(|targets| targets.sort_unstable());
    }
    all
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

    fn row(source: &[usize], target: &[usize], scope: Scope) -> Row {
        Row {
            source: source.to_vec(),
            target: target.to_vec(),
            confidence: Confidence::CERTAIN,
            crossing: false,
            scope,
        }
    }

    #[test]
    fn other_scopes_stand_where_they_are_on_the_page() {
        let check = |content: &[(&[usize], &[usize])], others: &[(&[usize], &[usize])], want: &str| {
            let of = |rows: &[(&[usize], &[usize])], scope| rows.iter().map(|(s, t)| row(s, t, scope)).collect();
            let all: Vec<Row> = woven(of(content, Scope::Content), of(others, Scope::LanguageSwitcher), 9, 9);
            let shown: Vec<String> = all.iter().map(|row| format!("{:?}:{:?}", row.source, row.target)).collect();
            assert_eq!(shown.join(" "), want);
        };
        check(
            &[(&[2], &[1]), (&[3], &[2, 3])],
            &[(&[0], &[]), (&[1], &[]), (&[], &[0])],
            "[0]:[] [1]:[] []:[0] [2]:[1] [3]:[2, 3]",
        );
        check(&[(&[0], &[0]), (&[2], &[2])], &[(&[1], &[1])], "[0]:[0] [1]:[1] [2]:[2]");
        check(&[(&[0], &[]), (&[], &[0])], &[(&[1], &[]), (&[], &[1])], "[0]:[] [1]:[] []:[0] []:[1]");
        check(&[], &[(&[], &[0])], "[]:[0]");
    }

    #[test]
    fn columns_are_joined_into_rows() {
        let check = |columns: &[&[(&[usize], &[usize])]], want: &str| {
            let language: Language = "und".parse().unwrap();
            let text = || Read::lines(String::new(), language.clone(), vec![(0, String::new()); 9]);
            let aligned: Vec<Aligned> = columns
                .iter()
                .map(|rows| Aligned {
                    source: text(),
                    target: text(),
                    rows: rows.iter().map(|(s, t)| row(s, t, Scope::Content)).collect(),
                    relation: Relation::Unclear,
                })
                .collect();
            let rows = synopsis(&aligned.iter().collect::<Vec<_>>());
            let shown: Vec<String> = rows.iter().map(|row| format!("{:?}{:?}", row.source, row.targets)).collect();
            assert_eq!(shown.join(" "), want);
        };
        check(
            &[&[(&[0], &[0]), (&[1, 2], &[1])], &[(&[0], &[0]), (&[1], &[1]), (&[2], &[2])]],
            "[0][[0], [0]] [1, 2][[1], [1, 2]]",
        );
        check(&[&[(&[0], &[0]), (&[1], &[])], &[(&[0, 1], &[0]), (&[], &[1])]], "[0, 1][[0], [0]] [][[], [1]]");
        check(&[&[(&[], &[0]), (&[0], &[1])], &[(&[], &[0]), (&[0], &[])]], "[][[0], []] [][[], [0]] [0][[1], []]");
        check(&[&[(&[0], &[1]), (&[1], &[0])]], "[0][[1]] [1][[0]]");
    }
}
