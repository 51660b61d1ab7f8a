//! How fast a file is read, validated and written beside a bare quick-xml loop, in CPU time of one run:
//! `cargo run --release -p hexapla-tmx --example throughput -- FILE`.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, sink};

use hexapla_tmx::{ReadOptions, Reader, Writer, validate};
use quick_xml::events::Event;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("give a file")?;
    let rounds: usize = arguments.next().map_or(Ok(5), |rounds| rounds.parse())?;
    let only = arguments.next();
    let size = fs::metadata(&path)?.len() as f64 / 1e6;
    let open = |buffer: usize| File::open(&path).map(|file| BufReader::with_capacity(buffer, file));
    let jobs: [(&str, &Job<'_>); 5] = [
        ("bare loop", &|| bare_loop(open(1 << 20)?)),
        ("validate", &|| Ok(validate(open(1 << 16)?, ReadOptions::default(), &mut |_| {})?.units)),
        ("stats", &|| Ok(hexapla_tmx::stats(open(1 << 16)?, ReadOptions::default(), &mut |_| {})?.units)),
        ("model", &|| {
            let mut reader = Reader::new(open(1 << 16)?)?;
            let mut count = 0;
            while reader.next_tu()?.is_some() {
                count += 1;
            }
            Ok(count)
        }),
        ("copy", &|| {
            let mut reader = Reader::new(open(1 << 16)?)?;
            let mut writer = Writer::new(sink(), reader.head())?;
            while let Some(tu) = reader.next_tu()? {
                writer.write(&tu)?;
            }
            Ok(writer.units())
        }),
    ];
    let mut rates = vec![Vec::new(); jobs.len()];
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    // They take turns, so that what else the machine does falls on all alike.
    for _ in 0..rounds {
        for ((name, job), rates) in jobs.iter().zip(&mut rates).filter(|((name, _), _)| wanted(name)) {
            let before = cpu_seconds();
            let units = job()?;
            let rate = size / (cpu_seconds() - before);
            rates.push(rate);
            println!("{name:10} {rate:7.1} MB/s  {units} units  peak {} KB", peak());
        }
    }
    for ((name, _), rates) in jobs.iter().zip(&mut rates).filter(|((name, _), _)| wanted(name)) {
        rates.sort_by(f64::total_cmp);
        println!(
            "{name:10} {:7.1} MB/s in the middle of {rounds}, {:.1} at best",
            rates[rounds / 2],
            rates[rounds - 1]
        );
    }
    Ok(())
}

type Job<'j> = dyn Fn() -> Result<u64, Box<dyn Error>> + 'j;

/// All events and attributes, and the text of segments, with nothing checked.
fn bare_loop(input: impl BufRead) -> Result<u64, Box<dyn Error>> {
    let mut reader = quick_xml::Reader::from_reader(input);
    let (mut buffer, mut units, mut attributes, mut text) = (Vec::new(), 0, 0usize, 0usize);
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) | Event::Empty(tag) => {
                units += u64::from(tag.name().as_ref() == "tu");
                for attribute in tag.attributes() {
                    attributes += attribute?.value.len();
                }
            }
            Event::Text(piece) => text += piece.len(),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    std::hint::black_box((attributes, text));
    Ok(units)
}

/// Time on a processor of this process (Linux; elsewhere 0). Nanoseconds are told of; the ticks of `stat` are too coarse.
fn cpu_seconds() -> f64 {
    let told = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split_whitespace().next().and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).unwrap_or("?").to_owned()
}
