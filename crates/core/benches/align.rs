//! How the time of an alignment grows with the text: `cargo bench -p hexapla-core --bench align`.
//!
//! The texts are made here, so that the bench needs no files: sentences of words from a small invented vocabulary, the
//! target the same words in another spelling, some sentences left out on either side.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hexapla_core::align::{Options, Resources, Side, SideSegment, align};
use hexapla_core::document::BlockKind;
use hexapla_core::language::Language;

/// Numbers that look drawn by lot, the same every time (Marsaglia's xorshift, 2003).
struct Lot(u64);

impl Lot {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

fn texts(sentences: usize) -> (Vec<String>, Vec<String>) {
    let mut lot = Lot(0x9E37_79B9_7F4A_7C15);
    let (mut source, mut target) = (Vec::new(), Vec::new());
    for _ in 0..sentences {
        let (mut here, mut there) = (String::new(), String::new());
        for _ in 0..6 + lot.below(14) {
            // Small numbers are frequent, as words are.
            let word = lot.below(4000) * lot.below(4000) / 4000;
            here.push_str(&format!("w{} ", letters(word, b'a')));
            there.push_str(&format!("x{} ", letters(word, b'k')));
        }
        let fate = lot.below(40);
        if fate != 0 {
            source.push(here.trim_end().to_owned() + ".");
        }
        if fate != 1 {
            target.push(there.trim_end().to_owned() + ".");
        }
    }
    (source, target)
}

fn side<'a>(language: &'a Language, lines: &'a [String]) -> Side<'a> {
    let segment = |text| SideSegment { text, block: 0, kind: BlockKind::Paragraph, section: 0, anchor: None };
    Side { language, segments: lines.iter().map(|line| segment(line.as_str())).collect() }
}

fn letters(mut number: u64, first: u8) -> String {
    let mut out = String::new();
    loop {
        out.push(char::from(first + (number % 15) as u8));
        number /= 15;
        if number == 0 {
            return out;
        }
    }
}

fn growth(criterion: &mut Criterion) {
    let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
    let mut group = criterion.benchmark_group("align");
    group.sample_size(10);
    for sentences in [250, 1000, 4000] {
        let (source, target) = texts(sentences);
        let (source, target) = (side(&german, &source), side(&english, &target));
        group.throughput(Throughput::Elements(sentences as u64));
        group.bench_function(BenchmarkId::from_parameter(sentences), |bencher| {
            bencher.iter(|| align(&source, &target, &Resources::default(), &Options::default()));
        });
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
