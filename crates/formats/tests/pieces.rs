//! The small things that pages are made of, seen in what becomes of them: references, tags, selectors, attribute lists,
//! macros, names of languages.

use hexapla_core::document::{Block, BlockKind, Document, Scope, WarningKind};
use hexapla_formats::{Format, Options, extract};

fn page(text: &str, format: Format) -> Document {
    extract(text.to_owned(), format, &Options::default())
}

/// The blocks of a page, ` ¦ ` between them: `@` before an attribute, `-` before boilerplate, `=` before what is not
/// translated; codes as `⟨…⟩` with their markup, what is protected as `⟦…⟧`, both where a code is protected.
fn shown(document: &Document) -> String {
    let block = |block: &Block| {
        let mut marks: Vec<(usize, u8, String)> =
            block.codes.iter().map(|code| (code.at, 1, format!("⟨{}⟩", code.native))).collect();
        for range in &block.protected {
            marks.push((range.start, 2, "⟦".to_owned()));
            marks.push((range.end, 0, "⟧".to_owned()));
        }
        marks.sort_by_key(|(at, order, _)| (*at, *order));
        let mut out = String::new();
        out.push_str(match block.scope {
            Scope::Boilerplate => "-",
            Scope::DoNotTranslate => "=",
            _ => "",
        });
        out.push_str(if block.kind == BlockKind::Attribute { "@" } else { "" });
        let mut from = 0;
        for (at, _, mark) in marks {
            out.push_str(&block.text.as_str()[from..at]);
            out.push_str(&mark);
            from = at;
        }
        out + &block.text.as_str()[from..]
    };
    let blocks: Vec<String> = document.blocks.iter().map(block).collect();
    blocks.join(" ¦ ")
}

#[test]
fn what_is_translatable_is_told_apart() {
    let check = |text: &str, want: bool| {
        let document = page(text, Format::Text);
        assert_eq!(document.blocks[0].scope == Scope::Content, want, "{text:?}");
    };
    check("Haus", true);
    check("(Quelle: https://example.org/a)", true);
    check("https://example.org/straße?x=1#y", false);
    check("(https://example.org)", false);
    check("www.example.org", false);
    check("info@example.org, post@example.org", false);
    check("30,2 %", false);
    check("٣٠٫٢٪", false);
    check("10.–12.", false);
    check("* * *", false);
    check("z.B.", true);
    check("Server/Client", true);
    check("日本", true);
}

#[test]
fn protected_words_do_not_count() {
    let check = |html: &str, want: &str| assert_eq!(shown(&page(html, Format::Html)), want, "{html}");
    check("<p><code>ls -l</code>", "=⟨<code>⟩⟦ls -l⟧⟨</code>⟩");
    check("<p>1. <code>ls</code>", "=1. ⟨<code>⟩⟦ls⟧⟨</code>⟩");
    check("<p><code>ls</code> zeigt", "⟨<code>⟩⟦ls⟧⟨</code>⟩ zeigt");
}

/// The text of the first block, with `[c=&x;]` for what stands otherwise in the file.
fn resolved(text: &str, format: Format) -> String {
    let document = page(text, format);
    let mapped = &document.blocks[0].text;
    let mut pieces: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for (at, c) in mapped.as_str().char_indices() {
        let range = mapped.file_range(at..at + c.len_utf8());
        match pieces.last_mut() {
            Some((known, piece)) if *known == range => piece.push(c),
            _ => pieces.push((range, c.to_string())),
        }
    }
    let show = |(range, piece): (std::ops::Range<usize>, String)| match &document.file[range] {
        raw if raw == piece => piece,
        raw => format!("[{piece}={raw}]"),
    };
    pieces.into_iter().map(show).collect()
}

#[test]
fn references_are_resolved_and_lead_back() {
    let text = |text: &str, want: &str| {
        assert_eq!(resolved(&format!("<p>{text}</p>"), Format::Html), want, "{text:?}");
    };
    text("a &amp; b", "a [&=&amp;] b");
    text("&auml;&ouml", "[ä=&auml;][ö=&ouml]");
    text("&notit;", "[¬=&not]it;");
    text("&notin;", "[∉=&notin;]");
    text("&ampamp;", "[&=&amp]amp;");
    text("&semi;;", "[;=&semi;];");
    text("&#228;&#xE4&#0;&#xD800;&#150;", "[ä=&#228;][ä=&#xE4][\u{FFFD}=&#0;][\u{FFFD}=&#xD800;][–=&#150;]");
    text("&#;&#x;& &x;&unknown;&", "&#;&#x;& &x;&unknown;&");
    text("&NotEqualTilde;", "[≂̸=&NotEqualTilde;]");
    text("a\0b", "a[ =\0]b");
    let attribute = |text: &str, want: &str| {
        assert_eq!(resolved(&format!("<img alt=\"{text}\">"), Format::Html), want, "{text:?}");
    };
    attribute("?a=1&copy=2&amp=3&lt;", "?a=1&copy=2&amp=3[<=&lt;]");
    attribute("&copy 2026", "[©=&copy] 2026");
}

#[test]
fn tags_are_found_as_browsers_find_them() {
    let check = |html: &str, blocks: &str, comments: &[&str], wanted: &[&str]| {
        let document = page(html, Format::Html);
        assert_eq!(shown(&document), blocks, "{html:?}");
        let found: Vec<&str> = document.comments.iter().map(|comment| comment.text.as_str()).collect();
        assert_eq!(found, comments, "{html:?}");
        let problems: Vec<&str> = document
            .warnings
            .iter()
            .map(|warning| match &warning.kind {
                WarningKind::Markup { reason } => reason.as_str(),
                other => panic!("{html:?}: {other:?}"),
            })
            .collect();
        assert_eq!(problems, wanted, "{html:?}");
    };
    let fine = |html: &str, blocks: &str| check(html, blocks, &[], &[]);
    fine("a<b>c</b>", "a⟨<b>⟩c⟨</b>⟩");
    fine("<IMG ALT='x\"y' b=c d>", "@x\"y");
    fine("<img b=c alt=Haus d>", "@Haus");
    fine("<img =alt=x alt=Haus>", "@Haus");
    fine("<img a=b/ alt=Haus/>", "@Haus/");
    fine("1 < 2 <3", "=1 < 2 <3");
    fine("<p>eins<br/><i/>zwei</p>", "eins⟨<br/>⟩\n⟨<i/>⟩zwei");
    fine("<script>if(a<b)\"</scripty>\"</SCRIPT >x", "x");
    fine("<title>a<b></title>", "a<b>");
    fine("<?xml version='1.0'?><p/><![CDATA[a<b]]>", "a<b");
    fine("</><é>", "<é>");
    check("<!DOCTYPE html><?php x ?><!-- a -- b -->", "", &["a -- b"], &[]);
    check("<!--><!---><!--a--!>", "", &["", "", "a"], &[]);
    check("<!--a", "", &["a"], &["comment is never closed"]);
    check("<title>a<p>b", "a ¦ b", &[], &["<title> is never closed", "element is never closed"]);
    check("<p title=\"a>b", "b ¦ @a", &[], &["attribute value is never closed"]);
    check("x <b", "x <b", &[], &["tag is never closed"]);
}

#[test]
fn selectors_match_tags_ids_and_classes() {
    let check = |selector: &str, tag: &str, id: &str, classes: &str, want: bool| {
        let options = Options { boilerplate_selectors: vec![selector.to_owned()], ..Options::default() };
        let html = format!("<p>Vor</p><{tag} id='{id}' class='{classes}'><p>Haus</p></{tag}>");
        let document = extract(html, Format::Html, &options);
        let found = document.blocks.last().unwrap().scope == Scope::Boilerplate;
        assert_eq!(found, want, "{selector} <{tag} #{id} .{classes}>");
    };
    check("nav", "nav", "", "", true);
    check("NAV", "nav", "", "", true);
    check(".teaser", "div", "", "big teaser", true);
    check(".teaser", "div", "", "teasers", false);
    check("div.teaser.big", "div", "", "big teaser", true);
    check("#side", "div", "side", "", true);
    check("div#side.x", "div", "side", "", false);
    check("div#side.x", "div", "side", "y x", true);
    check("", "div", "", "", false);
}

fn markdown(text: &str, want: &str) {
    assert_eq!(shown(&page(text, Format::Markdown)), want, "{text:?}");
}

#[test]
fn titles_of_links() {
    // The title, and what stands for it in the file.
    let check = |text: &str, title: &str, written: &str| {
        let document = page(text, Format::Markdown);
        let block = document.blocks.iter().find(|block| block.kind == BlockKind::Attribute).unwrap();
        let range = block.text.file_range(0..block.text.len());
        assert_eq!((block.text.as_str(), &document.file[range]), (title, written), "{text:?}");
    };
    check("[a](/url \"Ein Titel\")", "Ein Titel", "Ein Titel");
    check("[a](/url 'Ein \\' Titel' )", "Ein ' Titel", "Ein \\' Titel");
    check("[a](/url (Ein Titel))", "Ein Titel", "Ein Titel");
    check("[a]\n\n[a]: /url \"Ein Titel\"\n", "Ein Titel", "Ein Titel");
    markdown("[a](/url)", "⟨[⟩a⟨](/url)⟩");
}

#[test]
fn parts_of_a_page_have_anchors() {
    let check = |format: Format, text: &str, want: &[Option<&str>]| {
        assert_eq!(page(text, format).anchors(), want, "{text}");
    };
    let markdown = "Vorab.\n\n## Ein *Haus* am See!\n\nText.\n\n### Hof {#yard}\n\nMehr.\n";
    let (house, yard) = (Some("ein-haus-am-see"), Some("yard"));
    check(Format::Markdown, markdown, &[None, house, house, yard, yard]);
    let html = "<p>Vorab.</p><h2 id=\"house\">Haus</h2><p>Text.</p><dl><dt id=yard>Hof<dd>Da.</dl><h2>Wald</h2>";
    check(Format::Html, html, &[None, Some("house"), Some("house"), yard, yard, yard]);
}

#[test]
fn components_are_markup() {
    markdown("a <A b={1 > 2} c='}'/> d", "a ⟦<A b={1 > 2} c='}'/>⟧ d");
    markdown("a <a href='x'>b</a>", "a ⟨<a href='x'>⟩b⟨</a>⟩");
    markdown("a <A b={{c: 1}}\n  d>e</A>", "a ⟦<A b={{c: 1}} d>⟧e⟨</A>⟩");
    markdown("a <A b={1\n\nc>", "a <A b={1 ¦ c>");
    markdown("a < a={1}>", "a < a={1}>");
    markdown("a <a b={", "a <a b={");
}

#[test]
fn lists_of_attributes_are_markup() {
    let line = |line: &str, is_list: bool| {
        let document = page(&format!("Ein Absatz.\n{line}\n"), Format::Markdown);
        let text: String = document.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(text == "Ein Absatz.", is_list, "{line:?}: {text:?}");
    };
    line("{: .lead }", true);
    line("{:toc}", true);
    line("{.lead}", true);
    line("{ .a #b c=d e=\"f g\" h='i' }", true);
    line("{geschweift}", false);
    line("{a = b}", false);
    line("{a=}", false);
    line("{a=\"b}", false);
    line("{.a}{.b}", false);
    line("{}", false);
    line("{ }", false);
    line("{.}", false);
    line("{.über}", false);
    markdown("[a](b){target=\"_blank\"} c", "⟨[⟩a⟨](b)⟩⟨{target=\"_blank\"}⟩ c");
    markdown("*a*{.b} c", "⟨*⟩a⟨*⟩⟨{.b}⟩ c");
    markdown("*a*{: .b} c", "⟨*⟩a⟨*⟩⟨{: .b}⟩ c");
    markdown("`a`{.b} c", "⟨`⟩⟦a⟧⟨`⟩⟨{.b}⟩ c");
    markdown("a_{i=1}", "a_{i=1}");
    markdown("a {.b}", "a {.b}");
    markdown("(a){b}", "(a){b}");
    markdown("(a){.b", "(a){.b");
    let forbids = |list: &str, want: bool| {
        let document = page(&format!("Ein Absatz.\n{list}\n"), Format::Markdown);
        assert_eq!(document.blocks[0].scope == Scope::DoNotTranslate, want, "{list:?}");
    };
    forbids("{.notranslate}", true);
    forbids("{: .a .notranslate #b}", true);
    forbids("{translate=\"no\"}", true);
    forbids("{.notranslated}", false);
}

#[test]
fn titles_of_containers_admonitions_and_callouts() {
    // What of the line is text; all of it where it is no markup.
    let check = |line: &str, want: &str| {
        let indent = if line.starts_with(['!', '?', '=']) { "    " } else { "" };
        let text = format!("Davor.\n\n{line}\n{indent}Inhalt.\n\nDanach.\n");
        let document = page(&text, Format::Markdown);
        let blocks: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
        let inside = blocks[1..blocks.len() - 1].join("|");
        let all = if want.is_empty() { "Inhalt.".to_owned() } else { format!("{want}|Inhalt.") };
        let plain = format!("{line} Inhalt.");
        assert!(inside == if want == line { plain } else { all }, "{line:?}: {blocks:?}");
    };
    check(":::", "");
    check("::::", "");
    check(":::note", "");
    check(":::note Über uns", "Über uns");
    check("::: tip Rat {open}", "Rat");
    check(":::tip[Mein Rat]{.x}", "Mein Rat");
    check("::: {.callout-note}", "");
    check("/// warning | Vorsicht!", "Vorsicht!");
    check("///", "");
    check("/// ein Kommentar im Text", "/// ein Kommentar im Text");
    check("!!! note", "");
    check("!!! danger \"Nicht so!\"", "Nicht so!");
    check("???+ tip inline end \"Rat\"", "Rat");
    check("=== \"Reiter\"", "Reiter");
    check("!!! Achtung, hier steht Text.", "!!! Achtung, hier steht Text.");
    check("??? wirklich", "");
    // One colon begins a definition; two are no container.
    markdown("Davor.\n\n::x\nInhalt.\n", "Davor. ¦ :x Inhalt.");
    let callout = |line: &str, want: &str| markdown(&format!("> {line}\n> Inhalt.\n"), want);
    callout("[!NOTE] Für Übersetzer", "Für Übersetzer ¦ Inhalt.");
    callout("[!faq]- Fragen", "Fragen ¦ Inhalt.");
    callout("[!NOTE]", "Inhalt.");
    callout("[!NOTE](note.md) ist ein Link", "⟨[⟩!NOTE⟨](note.md)⟩ ist ein Link Inhalt.");
    callout("[!] Vorsicht", "[!] Vorsicht Inhalt.");
}

#[test]
fn statements_of_components_are_no_text() {
    let check = |line: &str, want: bool| {
        let document = page(&format!("{line}\n\nEin Absatz.\n"), Format::Markdown);
        assert_eq!(document.blocks.len() == 1, want, "{line:?}: {}", shown(&document));
    };
    check("import Tabs from '@theme/Tabs';", true);
    check("import './a.css'", true);
    check("import {\n  a\n} from 'b'", true);
    check("import taxes from abroad are due.", false);
    check("export const a = 1;", true);
    check("export default ({ children }) => (\n  children\n)", true);
    check("export default settings", false);
    check("important", false);
}

#[test]
fn macros_and_what_readers_see_of_them() {
    markdown("keine", "keine");
    markdown("ein {{Compat}}, zwei", "ein ⟦{{Compat}}⟧, zwei");
    markdown("a {{domxref(\"a}}b\", 'c')}}s", "a ⟦{{domxref(\"a}}b\", 'c')}}⟧s");
    markdown("a {{ page's }} und it's {{b}}", "a ⟦{{ page's }}⟧ und it's ⟦{{b}}⟧");
    markdown("a {{< ref \"a.md\" >}}{{% b %}}{% c %} d", "a ⟨{{< ref \"a.md\" >}}⟩⟨{{% b %}}⟩⟨{% c %}⟩d");
    markdown("a {{< fig src=\"a\" alt=\"Ein Haus\" >}} d", "a ⟨{{< fig src=\"a\" alt=\"⟩Ein Haus⟨\" >}}⟩ d");
    markdown("a {{%/b%}}{% endfor %}{{</* c */>}} d", "a ⟨{{%/b%}}⟩⟨{% endfor %}⟩⟨{{</* c */>}}⟩d");
    markdown("a {% include a.html caption='Über uns' %} d", "a ⟨{% include a.html caption='⟩Über uns⟨' %}⟩ d");
    markdown("a {{a\n b}} d", "a ⟦{{a b}}⟧ d");
    markdown("a {{a\n\n b}}", "a {{a ¦ b}}");
    markdown("\\{{a}} \\\\{{b}} c", "{{a}} \\⟦{{b}}⟧ c");
    markdown("a {{}} {{ }} {{ {{a}} d", "a {{}} {{ }} {{ ⟦{{a}}⟧ d");
    markdown("c {{{a}}} {a} {#a} {%", "c ⟦{{{a}}}⟧ {a} {#a} {%");
    markdown("a {{alt=\"é", "a {{alt=\"é");
}

/// What a switcher names, by the languages that the page is linked to in; none where it is no switcher.
fn switched(text: &str) -> Vec<(String, String)> {
    let document = page(&format!("{text}\n\nEin Absatz.\n\nNoch einer.\n\nUnd einer.\n"), Format::Text);
    document.alternates.iter().map(|a| (a.language.clone(), document.file[a.span.clone()].to_owned())).collect()
}

#[test]
fn switchers_name_nothing_but_languages() {
    let check = |text: &str, want: &[&str]| {
        let found: Vec<String> = switched(text).into_iter().map(|(tag, _)| tag).collect();
        assert_eq!(found, want, "{text:?}");
    };
    check("English", &["en"]);
    check("русский", &["ru"]);
    check("عربي", &["ar"]);
    check("DE | EN | pt-br", &["de", "en", "pt-BR"]);
    check("English русский عربي", &["en", "ru", "ar"]);
    check("Deutsch · Bahasa Indonesia · Türkçe", &["de", "id", "tr"]);
    check("Sprachen: Deutsch, English", &["de", "en"]);
    check("auf Deutsch / по-русски", &["de", "ru"]);
    check("[English] (Русский)", &["en", "ru"]);
    check("Deutsch lernen", &[]);
    check("Wir sprechen Deutsch", &[]);
    check("Englisch: Vokabeln", &[]);
    check("|", &[]);
    let names: Vec<String> = switched("Sprachen: Deutsch | русский").into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Deutsch", "русский"], "the way back to the names");
}

/// Every line of the table, read from where it stands.
#[test]
fn every_name_in_the_table_is_found() {
    let mut names = 0;
    for line in include_str!("../src/languages.rs").lines() {
        let Some((tag, known)) = line.strip_prefix("    (\"").and_then(|line| line.split_once("\", \"")) else {
            continue;
        };
        for name in known.strip_suffix("\"),").unwrap().split('|') {
            assert_eq!(switched(name).len(), 1, "{name}");
            names += 1;
        }
        assert_eq!(switched(&format!("eo | {tag}")).last().map(|(tag, _)| tag.as_str()), Some(tag));
    }
    assert!(names > 300, "{names}");
}
