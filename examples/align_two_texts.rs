//! Cuts two texts into segments and aligns them: `cargo run --example align_two_texts`.

use hexapla_core::align::{Options, Resources, Side, align};
use hexapla_core::document::SegmentedDocument;
use hexapla_core::language::Language;
use hexapla_core::segment::Rules;
use hexapla_formats::{Format, extract};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (german, english): (Language, Language) = ("de".parse()?, "en".parse()?);
    let read = |text: &str, language: &Language| {
        let page = extract(text.to_owned(), Format::Text, &hexapla_formats::Options::default());
        SegmentedDocument::new(page, &Rules::for_language(language))
    };
    let source = read("Der Hof öffnet um 9 Uhr. Am 3. März gibt es z. B. Tee. Hunde bleiben draußen.", &german);
    let target = read("The yard opens at 9 a.m. On 3 March there is tea, for instance.", &english);
    let (from, _) = Side::of_content(&german, &source);
    let (to, _) = Side::of_content(&english, &target);
    let mut out = String::new();
    for bead in align(&from, &to, &Resources::default(), &Options::default()).beads {
        let source: Vec<&str> = bead.sources().map(|number| from.segments[number].text).collect();
        let target: Vec<&str> = bead.targets().map(|number| to.segments[number].text).collect();
        out += &format!("{:.2}  {}  |  {}\n", bead.confidence.get(), source.join(" "), target.join(" "));
    }
    std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes())?;
    Ok(())
}
