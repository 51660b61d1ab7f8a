//! How fast texts are cut, and rules made ready, beside the sentence boundaries of UAX #29 (`unicode-segmentation`).
//!
//! `cargo bench -p hexapla-core --bench segment`

#![allow(missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hexapla_core::segment::{Rules, Segmenter};
use unicode_segmentation::UnicodeSegmentation;

/// Half a megabyte of German prose with what makes segmentation hard.
fn german() -> Vec<String> {
    let paragraph = "Am 3. Oktober öffnete Dr. Ilse Maier die Werkstatt im 2. Stock. Dort stehen z. B. drei Drehbänke, \
        zwei Hobel usw. „Wer kommt?“, fragte sie. Niemand antwortete! Die Firma Huber & Co. lieferte das Holz \
        (vgl. Abb. 3, S. 17 ff.), und zwar für 3,5 Mio. Euro – ein stolzer Preis. Im 19. Jahrhundert war das anders: \
        Damals kostete es nichts. Mehr steht unter https://beispiel.org/werkstatt?id=7 und im Heft Nr. 5. ";
    (0..1_000).map(|number| format!("{number} {paragraph}")).collect()
}

fn cutting(c: &mut Criterion) {
    let texts = german();
    let rules = Rules::for_language(&"de".parse().unwrap());
    let mut group = c.benchmark_group("German prose");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("our rules", |b| {
        b.iter(|| texts.iter().map(|text| rules.segment(text).len()).sum::<usize>());
    });
    group.bench_function("UAX #29", |b| {
        b.iter(|| texts.iter().map(|text| text.split_sentence_bounds().count()).sum::<usize>());
    });
    group.finish();
}

fn one_block(c: &mut Criterion) {
    let rules = Rules::for_language(&"de".parse().unwrap());
    let mut group = c.benchmark_group("one block of a megabyte");
    for (name, text) in [
        ("without a stop", "Wort ".repeat(200_000)),
        ("stops only", ". ".repeat(500_000)),
        ("brackets", "(".repeat(1_000_000)),
    ] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| rules.segment(&text).len()));
    }
    group.finish();
}

fn making_ready(c: &mut Criterion) {
    for code in ["de", "en", "ru", "ar", "fr"] {
        let language = code.parse().unwrap();
        c.bench_function(&format!("rules for {code}"), |b| b.iter(|| Rules::for_language(&language)));
    }
}

criterion_group!(benches, cutting, one_block, making_ready);
criterion_main!(benches);
