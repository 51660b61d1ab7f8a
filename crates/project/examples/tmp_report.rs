fn main() {
    let mut args = std::env::args().skip(1);
    let project = hexapla_project::Project::open(args.next().unwrap().as_ref()).unwrap();
    let selection = hexapla_project::Selection { base: args.next().map(Into::into), ..Default::default() };
    let report = project.report(&selection, &hexapla_project::Silent).unwrap();
    for document in &report.documents {
        println!(
            "{} {:?} {:?} apart {} {} {}",
            document.path,
            document.title,
            document.content,
            document.set_apart.boilerplate.segments,
            document.set_apart.language_switcher.segments,
            document.set_apart.do_not_translate.segments
        );
        for page in &document.pages {
            let c = &page.coverage;
            println!(
                "   {} {:?} cur {} minor {} stale {} untr {} unk {} obs {} extra {}",
                page.language,
                page.state,
                c.current.segments,
                c.minor.segments,
                c.stale.segments,
                c.untranslated.segments,
                c.unknown.segments,
                c.obsolete.segments,
                c.extra.segments
            );
        }
    }
    for f in &report.findings {
        println!(
            "{} {} {} {:?} {:?}\n   S {:?}\n   P {:?}\n   T {:?}",
            f.rule.as_str(),
            f.language,
            f.document,
            f.edit,
            f.base.as_ref().map(|b| b.confidence),
            f.source.as_ref().map(|s| (&s.text, s.place.map(|p| p.line))),
            f.previous_source,
            f.target.as_ref().map(|s| (&s.text, s.place.map(|p| p.line)))
        );
    }
}
