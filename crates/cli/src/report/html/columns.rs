//! The pages: the source in the first column, a language in each of the others, a sentence in each row.

use std::io::{self, Write};

use hexapla_core::language::Language;
use hexapla_core::status::{FindingSide, PageState, Rule};

use super::filter::{State, class, classes};
use super::{Sheet, Task, attributes, escape, language_name};
use crate::console::Face;
use crate::messages::{Msg, visible};
use crate::report::diff::{source_diff, tagged};
use crate::report::task::Spot;
use crate::report::wording::{circumstance, edit_message, title};

/// What is to be done on a page.
pub(super) struct Section<'a> {
    number: usize,
    path: &'a str,
    rows: Vec<Row<'a>>,
}

/// What is to be done about one sentence, in one language or several.
struct Row<'a> {
    /// Where it stands on the source page; `None` where it is the whole page, or has no source.
    byte: Option<usize>,
    tasks: Vec<&'a Task<'a>>,
}

/// What is to be done, by pages and sentences.
pub(super) fn sections<'a>(tasks: &[&'a Task<'a>]) -> Vec<Section<'a>> {
    let mut sections: Vec<Section<'a>> = Vec::new();
    for of_page in tasks.chunk_by(|a, b| a.first.document == b.first.document) {
        let mut rows: Vec<Row<'a>> = Vec::new();
        for &task in of_page {
            let source = task.first.source.as_ref().filter(|_| task.first.rule != Rule::MissingPage);
            let byte = source.and_then(|source| source.place).map(|place| place.byte);
            let alike = |row: &Row<'_>| match byte {
                Some(_) => row.byte == byte,
                // Whole pages that are missing stand in one row, and so do translations of what is gone.
                None => row.byte.is_none() && unsourced(row.tasks[0]).is_some_and(|of| unsourced(task) == Some(of)),
            };
            let free = |row: &Row<'_>| row.tasks.iter().all(|other| other.first.language != task.first.language);
            match rows.iter_mut().rev().find(|row| alike(row) && free(row)) {
                Some(row) => row.tasks.push(task),
                None => rows.push(Row { byte, tasks: vec![task] }),
            }
        }
        // Whole pages first, then in the order of the source; what has no source stands at the end.
        rows.sort_by_key(|row| (row.tasks[0].first.rule != Rule::MissingPage, row.byte.is_none(), row.byte));
        let path = &*of_page[0].first.document;
        sections.push(Section { number: sections.len() + 1, path, rows });
    }
    sections
}

/// What findings without a place in the source can have in common.
#[derive(PartialEq, Eq)]
enum Unsourced<'a> {
    Page,
    Gone(&'a str),
}

fn unsourced<'a>(task: &Task<'a>) -> Option<Unsourced<'a>> {
    match (task.first.rule, &task.first.source, &task.first.previous_source) {
        (Rule::MissingPage, ..) => Some(Unsourced::Page),
        (_, None, Some(gone)) => Some(Unsourced::Gone(gone)),
        _ => None,
    }
}

impl Section<'_> {
    pub(super) fn classes(&self) -> String {
        classes(self.rows.iter().flat_map(|row| row.tasks.iter().copied()))
    }

    pub(super) fn id(&self) -> String {
        format!("page-{}", self.number)
    }

    pub(super) fn path(&self) -> &str {
        self.path
    }

    pub(super) fn draw(&self, sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
        let words = &face.words;
        let id = self.id();
        let document = sheet.report.documents.binary_search_by(|document| document.path.as_str().cmp(self.path));
        let document = document.ok().map(|at| &sheet.report.documents[at]);
        writeln!(out, "<article class=\"page {}\" id=\"{id}\" aria-labelledby=\"{id}-name\">", self.classes())?;
        write!(out, "<h3 id=\"{id}-name\"><bdi class=\"path\">{}</bdi>", escape(&visible(self.path)))?;
        if let (Some(title), Some(language)) =
            (document.and_then(|document| document.title.as_ref()), &sheet.report.source)
        {
            write!(out, " <span class=\"title\" {}>{}</span>", attributes(language), escape(&visible(title)))?;
        }
        let tasks_in = |language: &Language| {
            let tasks = self.rows.iter().flat_map(|row| &row.tasks);
            tasks.filter(|task| task.first.language == *language).collect::<Vec<_>>()
        };
        // That a page is missing needs little room.
        let busy = |language: &&Language| tasks_in(language).iter().any(|task| task.first.rule != Rule::MissingPage);
        let (wide, all) = (sheet.report.languages.iter().filter(busy).count(), sheet.report.languages.len());
        writeln!(
            out,
            "</h3>\n<div class=\"wide\">\n<table class=\"columns\" style=\"--wide:{wide};--narrow:{}\">\n<thead>\n<tr>",
            all - wide
        )?;
        let source = sheet.report.source.as_ref().map_or_else(String::new, |language| language_name(face, language));
        writeln!(out, "<th scope=\"col\">{}</th>", escape(&source))?;
        for language in &sheet.report.languages {
            let page = document.and_then(|document| document.pages.iter().find(|page| page.language == *language));
            let (class, name) = (class(language), escape(&language_name(face, language)));
            let tasks = tasks_in(language);
            let narrow = if busy(&language) || (wide == 0 && !tasks.is_empty()) { "" } else { " narrow" };
            let below = match page.map(|page| page.state) {
                Some(PageState::NotOffered) => escape(&words.say(Msg::StatusNotOffered)),
                Some(_) if !tasks.is_empty() => {
                    page.map_or_else(String::new, |page| format!("<bdi>{}</bdi>", escape(&visible(&page.path))))
                }
                _ => String::new(),
            };
            let below = if below.is_empty() { below } else { format!(" <span class=\"place\">{below}</span>") };
            writeln!(out, "<th scope=\"col\" class=\"cell {class}{narrow}\">{name}{below}</th>")?;
        }
        writeln!(out, "</tr>\n</thead>\n<tbody>")?;
        for row in &self.rows {
            row.draw(sheet, face, out)?;
        }
        writeln!(out, "</tbody>\n</table>\n</div>")?;
        writeln!(
            out,
            "<p class=\"back\"><a href=\"#pages\">{}</a></p>\n</article>",
            escape(&words.say(Msg::HtmlAllPages))
        )
    }
}

impl Row<'_> {
    fn draw(&self, sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<tr class=\"row {}\">", classes(self.tasks.iter().copied()))?;
        let shared = self.source(sheet, face, out)?;
        for language in &sheet.report.languages {
            match self.tasks.iter().find(|task| task.first.language == *language) {
                Some(task) => cell(task, shared, sheet, face, out)?,
                None => nothing(language, face, out)?,
            }
        }
        writeln!(out, "</tr>")
    }

    /// The source, with what changed in it; where translations were made from different wordings, that stands with each
    /// of them.
    fn source(&self, sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<Shared> {
        let words = &face.words;
        let language = sheet.report.source.as_ref().map_or_else(String::new, attributes);
        let first = self.tasks[0];
        write!(out, "<td class=\"source\">")?;
        if first.first.rule == Rule::MissingPage {
            let said = format!("{}: {}", words.say(Msg::HtmlWholePage), first.extent(face));
            writeln!(out, "<p class=\"faint\">{}</p></td>", escape(&said))?;
            return Ok(Shared::Yes);
        }
        let Some(source) = &first.first.source else {
            match &first.first.previous_source {
                Some(gone) => {
                    writeln!(out, "<p class=\"text\" {language}><del>{}</del></p></td>", escape(&visible(gone)))?
                }
                None => writeln!(out, "<p class=\"faint\">{}</p></td>", escape(&words.say(Msg::HtmlNoSource)))?,
            }
            return Ok(Shared::Yes);
        };
        place(source, out)?;
        let mut edited = self.tasks.iter().filter(|task| task.first.previous_source.is_some());
        let previous =
            edited.next().filter(|one| edited.all(|other| other.first.previous_source == one.first.previous_source));
        let shared = previous.is_some() || self.tasks.iter().all(|task| task.first.previous_source.is_none());
        let text = match previous.and_then(|task| source_diff(task.first)) {
            Some(parts) => tagged(&parts, escape),
            None => escape(&visible(&source.text)),
        };
        writeln!(out, "<p class=\"text\" {language}>{text}</p></td>")?;
        Ok(if shared { Shared::Yes } else { Shared::No })
    }
}

/// Whether what changed in the source is shown beside it, for all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shared {
    Yes,
    No,
}

fn cell(task: &Task<'_>, shared: Shared, sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let (words, first) = (&face.words, task.first);
    let state = State::of(first.rule);
    let language = escape(&language_name(face, &first.language));
    write!(out, "<td class=\"cell {} {}\" data-name=\"{language}\">", class(&first.language), state.as_str())?;
    let mut said = words.say(title(first.rule));
    if let Some(edit) = first.edit {
        said = format!("{said}: {}", words.say(edit_message(edit)));
    }
    for beside in &first.circumstances {
        said = words.list(&[said, words.say(circumstance(*beside))]);
    }
    let sign = format!("<b aria-hidden=\"true\">{}</b>", state.sign());
    write!(out, "<p class=\"mark\">{sign} <a href=\"#rule-{}\">{}</a></p>", first.rule.as_str(), escape(&said))?;
    if let Some(target) = &first.target {
        place(target, out)?;
        if !target.text.is_empty() {
            write!(out, "<p class=\"text\" {}>{}</p>", attributes(&first.language), escape(&visible(&target.text)))?;
        }
    }
    if let (Shared::No, Some(parts), Some(source)) = (shared, source_diff(first), &sheet.report.source) {
        let name = escape(&words.say(Msg::FindingSource));
        write!(out, "<p class=\"faint\">{name}: <span {}>{}</span></p>", attributes(source), tagged(&parts, escape))?;
    }
    for side in &first.also {
        let name = escape(&words.say(Msg::FindingAlso));
        write!(out, "<p class=\"faint\">{name}: <bdi>{}</bdi></p>", escape(&visible(&Spot::of(side).written())))?;
    }
    let notes = [
        first.detail.as_deref().map(|detail| visible(detail).into_owned()),
        task.base(face).map(|base| format!("{}: {base}", words.say(Msg::FindingBase))),
        task.since().map(|since| format!("{}: {since}", words.say(Msg::FindingSince))),
    ];
    for note in notes.into_iter().flatten() {
        write!(out, "<p class=\"faint\">{}</p>", escape(&note))?;
    }
    writeln!(out, "</td>")
}

/// A language in which there is nothing to say of this sentence.
fn nothing(language: &Language, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let (class, said) = (class(language), escape(&face.words.say(Msg::HtmlNothing)));
    writeln!(
        out,
        "<td class=\"cell nothing {class}\"><span aria-hidden=\"true\">·</span><span class=\"hidden\">{said}</span></td>"
    )
}

/// Where it stands: the file is named once, above or here.
fn place(side: &FindingSide, out: &mut dyn Write) -> io::Result<()> {
    match side.place {
        Some(place) => write!(
            out,
            "<p class=\"place\" title=\"{}\"><bdi>{}:{}</bdi></p>",
            escape(&visible(&side.path)),
            place.line,
            place.column
        ),
        None => write!(out, "<p class=\"place\"><bdi>{}</bdi></p>", escape(&visible(&side.path))),
    }
}
