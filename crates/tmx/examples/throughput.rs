//! How fast a file is read, validated and written beside a bare quick-xml loop, in CPU time of one run:
//! `cargo run --release -p hexapla-tmx --example throughput -- FILE`.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, sink};

use hexapla_tmx::{ReadOptions, Reader, Writer, validate};
use quick_xml::events::Event;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give a file")?;
    let size = fs::metadata(&path)?.len() as f64 / 1e6;
    let open = || File::open(&path).map(|file| BufReader::with_capacity(1 << 20, file));
    let mut bare = 0.0;
    for round in 0..3 {
        let mut measure = |name: &str, work: &dyn Fn() -> Result<u64, Box<dyn Error>>| -> Result<(), Box<dyn Error>> {
            let before = cpu_seconds();
            let count = work()?;
            let rate = size / (cpu_seconds() - before);
            if name == "bare loop" {
                bare = rate;
            }
            println!("{round} {name:12} {rate:7.0} MB/s {:5.2} of bare  {count}  peak {} KB", rate / bare, peak());
            Ok(())
        };
        measure("bare loop", &|| bare_loop(open()?))?;
        let open = || File::open(&path).map(|file| BufReader::with_capacity(1 << 16, file));
        measure("validate", &|| Ok(validate(open()?, ReadOptions::default(), &mut |_| {})?.units))?;
        measure("stats", &|| Ok(hexapla_tmx::stats(open()?, ReadOptions::default(), &mut |_| {})?.units))?;
        measure("model", &|| {
            let mut reader = Reader::new(open()?)?;
            let mut count = 0;
            while reader.next_tu()?.is_some() {
                count += 1;
            }
            Ok(count)
        })?;
        measure("copy", &|| {
            let mut reader = Reader::new(open()?)?;
            let mut writer = Writer::new(sink(), reader.head())?;
            while let Some(tu) = reader.next_tu()? {
                writer.write(&tu)?;
            }
            Ok(writer.units())
        })?;
    }
    Ok(())
}

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

/// User and system time of this process (Linux; elsewhere 0).
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).unwrap_or("?").to_owned()
}
