//! How far long work is, on standard error.

use std::io::{BufRead, IsTerminal, Read};
use std::time::{Duration, Instant};

use hexapla_project::{Progress as Hear, Stage, Stream};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::console::{Console, Progress};
use crate::messages::Msg;

/// A bar that appears when something takes long, and goes when it is done.
pub(crate) struct Bar {
    bar: ProgressBar,
    wanted: Progress,
    began: Instant,
    pages: String,
    history: String,
    memories: String,
    learning: String,
}

/// How long nobody wonders what is going on.
const PATIENCE: Duration = Duration::from_millis(500);

impl Bar {
    /// For work that is about to begin.
    pub(crate) fn new(console: &Console) -> Self {
        let words = &console.error_face.words;
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        // The template is a constant; were it wrong, the bar would look plain.
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len}  {msg}") {
            bar.set_style(style.progress_chars("█▓░"));
        }
        Self {
            bar,
            wanted: console.progress,
            began: Instant::now(),
            pages: words.say(Msg::ProgressPages),
            history: words.say(Msg::ProgressHistory),
            memories: words.say(Msg::ProgressMemories),
            learning: words.say(Msg::ProgressLearning),
        }
    }
}

impl Bar {
    /// So many pages will be read.
    pub(crate) fn pages(&self, steps: usize) {
        self.begin(Stage::Pages, steps);
    }

    /// One of them is.
    pub(crate) fn page_done(&self) {
        self.step();
    }
}

impl Bar {
    /// A file that is read, watched: how much of it is done is shown, unless the result goes to the same terminal.
    pub(crate) fn watch(&self, stream: Stream, name: &str) -> impl BufRead + use<> {
        if !std::io::stdout().is_terminal()
            && let Ok(style) = ProgressStyle::with_template("{bar:24} {percent}%  {msg}")
        {
            self.bar.set_style(style.progress_chars("█▓░"));
            self.bar.set_message(name.to_owned());
            self.bar.set_position(0);
            self.bar.set_length(stream.size);
            return Watched { reader: stream.reader, bar: self.bar.clone(), wanted: self.wanted, began: self.began };
        }
        Watched { reader: stream.reader, bar: self.bar.clone(), wanted: Progress::Hidden, began: self.began }
    }
}

/// A reader that tells a bar how far it is.
struct Watched {
    reader: Box<dyn BufRead>,
    bar: ProgressBar,
    wanted: Progress,
    began: Instant,
}

impl Watched {
    fn tell(&self, bytes: usize) {
        if self.wanted == Progress::Shown {
            if self.bar.is_hidden() && self.began.elapsed() > PATIENCE {
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            self.bar.inc(bytes as u64);
        }
    }
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.tell(read);
        Ok(read)
    }
}

impl BufRead for Watched {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.tell(bytes);
        self.reader.consume(bytes);
    }
}

impl Hear for Bar {
    fn begin(&self, stage: Stage, steps: usize) {
        let said = match stage {
            Stage::Pages => &self.pages,
            Stage::History => &self.history,
            Stage::Memories => &self.memories,
            Stage::Learning => &self.learning,
        };
        self.bar.set_message(said.clone());
        self.bar.set_position(0);
        self.bar.set_length(steps as u64);
    }

    fn step(&self) {
        if self.wanted == Progress::Shown && self.bar.is_hidden() && self.began.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
