//! Reading, validating and writing a memory of a thousand units.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hexapla_tmx::{ReadOptions, Reader, Writer, validate};

fn file() -> Vec<u8> {
    let mut file = b"<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" \
        o-tmf=\"t\" adminlang=\"en\" srclang=\"de\" datatype=\"html\"/><body>\n"
        .to_vec();
    for n in 0..1000 {
        file.extend(
            format!(
                "<tu tuid=\"{n}\" creationdate=\"20260310T120000Z\"><prop type=\"x-document\">a.html</prop>\n\
                 <tuv xml:lang=\"de\"><seg>Der <bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>Garten<ept i=\"1\">&lt;/b&gt;</ept> \
                 ist heute bis {n} Uhr offen.</seg></tuv>\n<tuv xml:lang=\"ru\"><seg>Сад \
                 <bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>сегодня<ept i=\"1\">&lt;/b&gt;</ept> открыт до {n} часов.</seg></tuv></tu>\n"
            )
            .into_bytes(),
        );
    }
    file.extend(b"</body></tmx>");
    file
}

fn memory(criterion: &mut Criterion) {
    let file = file();
    let mut group = criterion.benchmark_group("memory");
    group.throughput(Throughput::Bytes(file.len() as u64));
    group.bench_function("validate", |b| {
        b.iter(|| validate(&file[..], ReadOptions::default(), &mut |_| {}).unwrap());
    });
    group.bench_function("read", |b| {
        b.iter(|| {
            let mut reader = Reader::new(&file[..]).unwrap();
            while reader.next_tu().unwrap().is_some() {}
        });
    });
    group.bench_function("copy", |b| {
        b.iter(|| {
            let mut reader = Reader::new(&file[..]).unwrap();
            let mut writer = Writer::new(std::io::sink(), reader.head()).unwrap();
            while let Some(tu) = reader.next_tu().unwrap() {
                writer.write(&tu).unwrap();
            }
        });
    });
    group.finish();
}

criterion_group!(benches, memory);
criterion_main!(benches);
