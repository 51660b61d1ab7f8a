//! How the languages stand, and the pages that need work.

use std::io::{self, Write};

use hexapla_core::status::{Coverage, PageState};

use super::columns::Section;
use super::filter::{State, class};
use super::{Sheet, escape, language_name};
use crate::console::Face;
use crate::messages::{Msg, visible};
use crate::report::status::{common_directory, is_complete, percent};

/// How each language stands.
pub(super) fn languages(sheet: &Sheet<'_>, face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    writeln!(out, "<section aria-labelledby=\"languages\">")?;
    writeln!(out, "<h2 id=\"languages\">{}</h2>\n<ul class=\"languages\">", escape(&words.say(Msg::HtmlLanguages)))?;
    for language in &sheet.report.languages {
        let coverage = sheet.report.coverage(language);
        let (done, current, total) = (coverage.translated(), coverage.up_to_date(), coverage.total());
        let translated = words.say(Msg::StatusTranslated { percent: percent(done, total).into() });
        let up_to_date = words.say(Msg::StatusUpToDate { percent: percent(current, total).into() });
        let pages = sheet.report.documents.iter().flat_map(|document| &document.pages);
        let complete = pages.filter(|page| page.language == *language && is_complete(page)).count();
        writeln!(out, "<li><h3>{}</h3>", escape(&language_name(face, language)))?;
        writeln!(out, "<p class=\"share\"><b>{}</b> <span>{}</span></p>", escape(&up_to_date), escape(&translated))?;
        bar(&coverage, out)?;
        writeln!(out, "<p class=\"counts\">")?;
        for (state, n) in [
            (State::Untranslated, coverage.untranslated.segments),
            (State::Stale, coverage.stale.segments),
            (State::Obsolete, coverage.obsolete.segments),
            (State::Unknown, coverage.unknown.segments + coverage.extra.segments),
        ] {
            let class = if n == 0 { "none" } else { state.as_str() };
            let said = match state {
                State::Untranslated => Msg::StateUntranslated { n: n.into() },
                State::Stale => Msg::StateStale { n: n.into() },
                State::Obsolete => Msg::StateObsolete { n: n.into() },
                _ => Msg::StateUnknown { n: n.into() },
            };
            writeln!(out, "<span class=\"{class}\"><b>{}</b> {}</span>", state.sign(), escape(&words.say(said)))?;
        }
        writeln!(out, "</p>")?;
        if complete > 0 {
            let said = words.say(Msg::StatusComplete { n: complete.into() });
            writeln!(out, "<p class=\"faint\">{}</p>", escape(&said))?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// Up to date, stale, unknown, untranslated, by source words; the figures stand beside it.
fn bar(coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<span class=\"bar\" aria-hidden=\"true\">")?;
    for (class, count) in [
        ("current", coverage.up_to_date()),
        ("stale", coverage.stale),
        ("unknown", coverage.unknown),
        ("untranslated", coverage.untranslated),
    ] {
        if count.words > 0 {
            write!(out, "<i class=\"{class}\" style=\"flex-grow:{}\"></i>", count.words)?;
        }
    }
    writeln!(out, "</span>")
}

/// The pages that need work, by languages.
pub(super) fn pages(sheet: &Sheet<'_>, sections: &[Section<'_>], face: &Face, out: &mut dyn Write) -> io::Result<()> {
    let words = &face.words;
    let open = if sections.len() <= 12 { " open" } else { "" };
    writeln!(out, "<section id=\"pages\" aria-labelledby=\"overview\">")?;
    let heading = escape(&words.say(Msg::HtmlPages));
    let n = words.number(sections.len());
    writeln!(
        out,
        "<details{open}>\n<summary><h2 id=\"overview\">{heading} <span class=\"faint\">{n}</span></h2></summary>"
    )?;
    writeln!(out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{heading}\">")?;
    writeln!(
        out,
        "<table class=\"overview\">\n<thead>\n<tr><th scope=\"col\">{}</th>",
        escape(&words.say(Msg::ColumnPage))
    )?;
    for language in &sheet.report.languages {
        let (class, name) = (class(language), escape(&language_name(face, language)));
        writeln!(out, "<th scope=\"col\" class=\"cell {class}\">{name}</th>")?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    let prefix = common_directory(&sheet.report.documents);
    let mut documents = sheet.report.documents.iter().peekable();
    for section in sections {
        // Both are in the order of paths, but for pages without a source, which come as they come.
        while documents.next_if(|document| document.path.as_str() < section.path()).is_some() {}
        let document = documents.peek().filter(|document| document.path == section.path());
        let path = section.path();
        let name = escape(&visible(path.strip_prefix(prefix).unwrap_or(path)));
        writeln!(out, "<tr class=\"row {}\">", section.classes())?;
        writeln!(out, "<th scope=\"row\"><a href=\"#{}\"><bdi>{name}</bdi></a></th>", section.id())?;
        for language in &sheet.report.languages {
            let page = document.and_then(|document| document.pages.iter().find(|page| page.language == *language));
            let of = class(language);
            match page.map(|page| (page.state, &page.coverage)) {
                None => writeln!(out, "<td class=\"cell {of} faint\">·</td>")?,
                Some((PageState::NotOffered, _)) => {
                    let said = escape(&words.say(Msg::StatusNotOffered));
                    writeln!(out, "<td class=\"cell {of} faint\">{said}</td>")?;
                }
                Some((PageState::Missing, _)) => {
                    let said = escape(&words.say(Msg::StatusMissing));
                    writeln!(out, "<td class=\"cell {of} missing\">{said}</td>")?;
                }
                Some((PageState::Partial | PageState::Full, coverage)) => {
                    let share = percent(coverage.up_to_date(), coverage.total());
                    let class = if share == 100 { " current" } else { "" };
                    let said = escape(&words.say(Msg::Percent { n: share.into() }));
                    write!(out, "<td class=\"cell {of}{class}\"><span class=\"part\">")?;
                    bar(coverage, out)?;
                    writeln!(out, "{said}</span></td>")?;
                }
            }
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>\n</details>\n</section>")
}
