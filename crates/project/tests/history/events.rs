//! A site in which everything happens that happens to documentation, with the truth about every sentence and what
//! befell it.

mod happenings;

use std::collections::{BTreeMap, BTreeSet};

use crate::generator::{Dice, Key, Truth, bare};
use crate::manual::{
    CODE_COUNT, Clause, Format, Kind, LANGUAGES, LINK_COUNT, Look, Meaning, Minor, NAME_COUNT, NOUN_COUNT, VERB_COUNT,
    render, say,
};
use crate::repository::{Mark, Recipe, Repository, config};

/// How translators of a site work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// All sorts of people, in all formats.
    Wild,
    /// Whole pages at a time, from a source that may be some commits old; the page records which.
    Recorded,
}

#[derive(Clone, Debug)]
struct Sentence {
    id: usize,
    meaning: Meaning,
    why: &'static str,
}

#[derive(Clone, Debug)]
struct Translation {
    id: usize,
    /// What it says; for a copy, what it repeats.
    base: Meaning,
    turn: usize,
    copied: bool,
    how: &'static str,
}

type Blocks<T> = Vec<(Kind, Vec<T>)>;

#[derive(Clone, Debug)]
struct Page {
    name: String,
    format: Format,
    source: Blocks<Sentence>,
    targets: Vec<Option<Blocks<Translation>>>,
    looks: [Look; 3],
    /// By target: the commit whose source it follows.
    follows: [usize; 2],
}

pub(crate) struct Site {
    pub(crate) repository: Repository,
    pub(crate) truth: BTreeMap<Key, Truth>,
    /// What befell every segment: its source, and its target.
    pub(crate) events: BTreeMap<Key, (&'static str, &'static str)>,
    pub(crate) behind: BTreeSet<(String, String)>,
    /// By page and language: the commit whose source it follows.
    pub(crate) records: BTreeMap<(String, String), String>,
}

struct Maker {
    manner: Manner,
    dice: Dice,
    recipe: Recipe,
    pages: Vec<Page>,
    written: BTreeMap<String, String>,
    touched: BTreeMap<(usize, usize), usize>,
    head: Vec<Mark>,
    ids: usize,
    /// The sources after every commit on the main line, with its mark.
    past: Vec<(Mark, Vec<Blocks<Sentence>>)>,
    deleted: Vec<(usize, usize, usize, Translation)>,
}

pub(crate) fn make(manner: Manner, seed: u64, pages: usize, commits: usize) -> Site {
    let mut maker = Maker {
        manner,
        dice: Dice::new(seed),
        recipe: Recipe::new(),
        pages: Vec::new(),
        written: BTreeMap::new(),
        touched: BTreeMap::new(),
        head: Vec::new(),
        ids: 0,
        past: Vec::new(),
        deleted: Vec::new(),
    };
    maker.start(pages);
    while maker.recipe.commits() < commits {
        let at = maker.dice.below(maker.pages.len());
        match manner {
            Manner::Wild => maker.wild(at),
            Manner::Recorded => maker.recorded(at),
        }
    }
    maker.finish()
}

impl Maker {
    fn start(&mut self, pages: usize) {
        for number in 0..pages {
            let at = if self.manner == Manner::Wild || number < 3 { number % 3 } else { 0 };
            let (format, extension) = ([Format::Markdown, Format::Html, Format::Text][at], ["md", "html", "txt"][at]);
            let mut source = Vec::new();
            for _ in 0..2 + self.dice.below(3) {
                source.push((Kind::Heading, vec![self.sentence(Kind::Heading)]));
                for _ in 0..1 + self.dice.below(3) {
                    source.push((Kind::Paragraph, self.sentences(Kind::Paragraph)));
                }
                let kind = [Kind::Item, Kind::Row, Kind::Paragraph][self.dice.below(3)];
                for _ in 0..2 + self.dice.below(3) {
                    source.push((kind, self.sentences(kind)));
                }
            }
            // Some pages are translated from the start, in the first commit or soon after.
            let targets = (0..2).map(|_| self.dice.percent(45).then(|| translated(&source))).collect();
            let looks = [Look { macros: number % 2 == 0, ..Look::default() }; 3];
            self.pages.push(Page {
                name: format!("page-{number}.{extension}"),
                format,
                source,
                targets,
                looks,
                follows: [0; 2],
            });
        }
        let config = config("en", r#"["de", "ru"]"#);
        self.head = vec![self.recipe.commit(&[], "Setup", &[("hexapla.toml", Some(&config))])];
        self.commit("Start");
    }

    fn sentences(&mut self, kind: Kind) -> Vec<Sentence> {
        let count = match kind {
            Kind::Heading | Kind::Item => 1,
            Kind::Row => 2,
            Kind::Paragraph => 1 + self.dice.below(4),
        };
        (0..count).map(|_| self.sentence(kind)).collect()
    }

    fn clause(&mut self) -> Clause {
        let dice = &mut self.dice;
        Clause {
            subject: dice.below(NOUN_COUNT),
            verb: dice.below(VERB_COUNT),
            object: dice.below(NOUN_COUNT),
            link: dice.below(LINK_COUNT),
        }
    }

    fn sentence(&mut self, kind: Kind) -> Sentence {
        self.ids += 1;
        let short = kind == Kind::Heading;
        let clauses =
            (0..if short { 1 + self.dice.below(2) } else { 1 + self.dice.below(3) }).map(|_| self.clause()).collect();
        let dice = &mut self.dice;
        let mut meaning = Meaning { clauses, short, ..Meaning::default() };
        if !short {
            meaning.number = dice.percent(30).then(|| 2 + dice.below(90) as u32);
            meaning.name = dice.percent(12).then(|| dice.below(NAME_COUNT));
            meaning.code = dice.percent(25).then(|| dice.below(CODE_COUNT));
            meaning.negated = dice.percent(10);
            let address = if dice.percent(15) { 1 + dice.below(900) as u32 } else { 0 };
            meaning.minor = Minor { address, bold: dice.percent(10), ..Minor::default() };
        }
        Sentence { id: self.ids, meaning, why: "as it began" }
    }

    /// Edits one thing in a sentence; what it was.
    fn edit(&mut self, meaning: &mut Meaning) -> &'static str {
        let clause = self.clause();
        let dice = &mut self.dice;
        let at = dice.below(meaning.clauses.len());
        match dice.below(16) {
            0..3 if !meaning.short => {
                meaning.number = Some(meaning.number.map_or(7, |number| number + 1 + dice.below(30) as u32));
                "number"
            }
            3 if !meaning.short => {
                meaning.negated = !meaning.negated;
                "negation"
            }
            4 if meaning.name.is_some() => {
                meaning.name = meaning.name.map(|name| (name + 1 + dice.below(NAME_COUNT - 1)) % NAME_COUNT);
                "name"
            }
            5 if meaning.code.is_some() => {
                meaning.code = meaning.code.map(|code| (code + 1 + dice.below(CODE_COUNT - 1)) % CODE_COUNT);
                "code"
            }
            6 if meaning.minor.address > 0 => {
                meaning.minor.address += 1;
                "link"
            }
            7 if !meaning.short => {
                meaning.minor.bold = !meaning.minor.bold;
                "markup"
            }
            8 if !meaning.short => {
                meaning.minor.misspelt = !meaning.minor.misspelt;
                "spelling"
            }
            9 if !meaning.short => {
                meaning.minor.loud = !meaning.minor.loud;
                "punctuation"
            }
            10 if !meaning.short && meaning.clauses.len() < 4 => {
                meaning.clauses.push(clause);
                "clause added"
            }
            11 if meaning.clauses.len() > 1 => {
                meaning.clauses.pop();
                "clause dropped"
            }
            12 | 13 => {
                meaning.clauses[at].object = (meaning.clauses[at].object + 1 + dice.below(NOUN_COUNT - 1)) % NOUN_COUNT;
                "object"
            }
            _ if !meaning.short => {
                meaning.clauses[at].verb = (meaning.clauses[at].verb + 1 + dice.below(VERB_COUNT - 1)) % VERB_COUNT;
                "verb"
            }
            _ => {
                meaning.clauses[at].subject =
                    (meaning.clauses[at].subject + 1 + dice.below(NOUN_COUNT - 1)) % NOUN_COUNT;
                "subject"
            }
        }
    }

    fn wild(&mut self, at: usize) {
        match self.dice.below(40) {
            0..11 => self.edit_source(at, 0),
            11 => self.edit_source(at, 100),
            12..16 => self.restructure(at),
            16..19 => self.translate(at, 0, 100),
            19 | 20 => self.translate(at, 4, 100),
            21..24 => self.translate(at, 0, 50),
            24 | 25 => self.fix_wording(at),
            26 => self.delete(at),
            27 => self.restore(),
            28 | 29 => self.housekeeping(at),
            30 => self.rename(at),
            31 | 32 => self.branch(at),
            33 => self.copy(at),
            34 => self.several(),
            35 => self.revert(at),
            36 => self.links(),
            37 => self.between_pages(at),
            38 => self.target_first(at),
            _ => self.everywhere(),
        }
    }

    fn recorded(&mut self, at: usize) {
        match self.dice.below(40) {
            0..14 => self.edit_source(at, 0),
            14..18 => self.restructure(at),
            18..27 => self.translate(at, 3, 100),
            27..30 => self.translate(at, 8, 100),
            30 | 31 => self.fix_wording(at),
            32 | 33 => self.housekeeping(at),
            34 => self.rename(at),
            35 => self.links(),
            36 => self.everywhere(),
            37 => self.branch(at),
            _ => self.edit_source(at, 0),
        }
    }

    fn remember(&mut self) {
        self.past.push((self.head[0], self.pages.iter().map(|page| page.source.clone()).collect()));
    }

    /// Writes what has changed.
    fn commit(&mut self, message: &str) {
        let mut now: BTreeMap<String, (String, usize, usize)> = BTreeMap::new();
        for (at, page) in self.pages.iter().enumerate() {
            for (language, code) in LANGUAGES.iter().enumerate() {
                if language == 0 || page.targets[language - 1].is_some() {
                    now.insert(format!("{code}/{}", page.name), (page_text(page, language), at, language));
                }
            }
        }
        let changed: Vec<&String> = now
            .iter()
            .filter(|(path, (text, ..))| self.written.get(*path) != Some(text))
            .map(|(path, _)| path)
            .collect();
        let gone: Vec<&String> = self.written.keys().filter(|path| !now.contains_key(*path)).collect();
        if !changed.is_empty() || !gone.is_empty() {
            let mut files: Vec<(&str, Option<&str>)> = gone.iter().map(|path| (path.as_str(), None)).collect();
            files.extend(changed.iter().map(|path| (path.as_str(), Some(now[*path].0.as_str()))));
            self.head = vec![self.recipe.commit(&self.head, message, &files)];
            for path in changed {
                let (_, at, language) = now[path];
                self.touched.insert((at, language), self.recipe.commits());
            }
        }
        self.written = now.into_iter().map(|(path, (text, ..))| (path, text)).collect();
        self.remember();
    }

    fn finish(self) -> Site {
        let (mut truth, mut events, mut behind) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        let mut records = Vec::new();
        for (at, page) in self.pages.iter().enumerate() {
            for (language, code) in LANGUAGES.into_iter().enumerate().skip(1) {
                let Some(target) = &page.targets[language - 1] else { continue };
                records.push(((page.name.clone(), code.to_owned()), self.past[page.follows[language - 1]].0));
                if self.touched.get(&(at, 0)) > self.touched.get(&(at, language)) {
                    behind.insert((code.to_owned(), page.name.clone()));
                }
                let key = |text: &str| (code.to_owned(), page.name.clone(), bare(text));
                let mut left: BTreeMap<usize, &Translation> =
                    target.iter().flat_map(|(_, all)| all).map(|translation| (translation.id, translation)).collect();
                for Sentence { id, meaning, why } in page.source.iter().flat_map(|(_, all)| all) {
                    let shown = |meaning: &Meaning| say(meaning, 0, page.format, 0);
                    let key = key(&shown(meaning));
                    let translation = left.remove(id);
                    events.insert(key.clone(), (*why, translation.map_or("never translated", |t| t.how)));
                    let state = match translation {
                        None => Some(Truth::Untranslated),
                        Some(translation) if translation.copied => Some(Truth::Untranslated),
                        Some(translation) if !translation.base.means(meaning) => Some(Truth::Stale),
                        Some(translation) => (shown(&translation.base) != shown(meaning)).then_some(Truth::Minor),
                    };
                    truth.extend(state.map(|state| (key, state)));
                }
                for translation in left.into_values() {
                    let language = if translation.copied { 0 } else { language };
                    let key = key(&say(&translation.base, language, page.format, translation.turn));
                    events.insert(key.clone(), ("removed", translation.how));
                    truth.insert(key, Truth::Obsolete);
                }
            }
        }
        let repository = self.recipe.make();
        let records = records.into_iter().map(|(page, mark)| (page, repository.name(mark).to_owned())).collect();
        Site { repository, truth, events, behind, records }
    }
}

fn translated(source: &Blocks<Sentence>) -> Blocks<Translation> {
    let of =
        |s: &Sentence| Translation { id: s.id, base: s.meaning.clone(), turn: 0, copied: false, how: "from the start" };
    source.iter().map(|(kind, all)| (*kind, all.iter().map(of).collect())).collect()
}

fn page_text(page: &Page, language: usize) -> String {
    let blocks: Blocks<String> = if language == 0 {
        let say = |sentence: &Sentence| say(&sentence.meaning, 0, page.format, 0);
        page.source.iter().map(|(kind, all)| (*kind, all.iter().map(say).collect())).collect()
    } else {
        let say = |translation: &Translation| {
            let language = if translation.copied { 0 } else { language };
            say(&translation.base, language, page.format, translation.turn)
        };
        let target = page.targets[language - 1].as_deref().unwrap_or_default();
        target.iter().map(|(kind, all)| (*kind, all.iter().map(say).collect())).collect()
    };
    render(&blocks, language, page.format, page.looks[language])
}
