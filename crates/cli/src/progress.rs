//! How far long work is, on standard error.

use std::time::{Duration, Instant};

use hexapla_project::{Progress as Hear, Stage};
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
