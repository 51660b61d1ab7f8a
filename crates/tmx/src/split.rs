//! One file becomes many.

use std::io::{self, BufRead, Write};

use crate::copy::CopyError;
use crate::diagnostic::Diagnostic;
use crate::options::ReadOptions;
use crate::reader::Reader;
use crate::write::Writer;

/// Cuts a file into parts of `every` units each (the last may have fewer), each with the whole header; `open` gives
/// the sink of each part by its number, from 0. The number of parts is returned; an empty file makes one.
///
/// # Errors
/// Where the file cannot be read or is refused, or a part cannot be written.
pub fn split<R: BufRead, W: Write>(
    input: R,
    every: u64,
    options: ReadOptions,
    open: &mut dyn FnMut(u64) -> io::Result<W>,
    report: &mut dyn FnMut(Diagnostic),
) -> Result<u64, CopyError> {
    let mut reader = Reader::with_options(input, options)?;
    let head = reader.head().clone();
    let mut parts = 1;
    let mut writer = Writer::new(open(0)?, &head)?;
    while let Some(tu) = reader.next_tu()? {
        if writer.units() >= every.max(1) {
            writer.finish()?;
            writer = Writer::new(open(parts)?, &head)?;
            parts += 1;
        }
        writer.write(&tu)?;
        reader.take_diagnostics().into_iter().for_each(&mut *report);
    }
    reader.take_diagnostics().into_iter().for_each(report);
    writer.write_rest(reader.rest())?;
    writer.finish()?;
    Ok(parts)
}
