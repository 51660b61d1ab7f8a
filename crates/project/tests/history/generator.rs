//! Sites with a history in which everything happens that happens to sites, and the truth about every sentence.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository::{Mark, Recipe, Repository, config};
use crate::sentences::{COUNTS, Format, LANGUAGES, Meaning, Minor, NEGATABLE, TEMPLATES, say};

/// Numbers that look random and are always the same (xorshift64*).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end.max(1)
    }

    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }
}

/// A sentence of the source, known by a number that it keeps.
#[derive(Clone, Debug)]
struct Sentence {
    id: usize,
    meaning: Meaning,
}

/// Its translation: what it was made from, and the translator's turn of phrase.
#[derive(Clone, Debug)]
struct Translation {
    id: usize,
    base: Meaning,
    turn: usize,
}

#[derive(Clone, Debug)]
struct Page {
    name: String,
    format: Format,
    source: Vec<Vec<Sentence>>,
    /// By language after the source; `None` where the page is missing.
    targets: Vec<Option<Vec<Vec<Translation>>>>,
    /// What no reader sees, by language.
    weight: [usize; 4],
    width: [usize; 4],
    hard_blanks: bool,
}

/// How a source segment or a leftover target segment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    Minor,
    Stale,
    Untranslated,
    Obsolete,
}

/// Language, page, and the text of the source (of the target where it is obsolete), bare of blanks and markup.
pub(crate) type Key = (String, String, String);

pub(crate) struct Site {
    pub(crate) repository: Repository,
    pub(crate) truth: BTreeMap<Key, Truth>,
    /// All segments of translated pages: the file-level tracker's denominator.
    pub(crate) all: BTreeSet<Key>,
    /// Pages by language whose source was touched by a later commit than the target.
    pub(crate) behind: BTreeSet<(String, String)>,
}

struct Maker {
    dice: Dice,
    recipe: Recipe,
    pages: Vec<Page>,
    written: BTreeMap<String, String>,
    touched: BTreeMap<(usize, usize), usize>,
    head: Vec<Mark>,
    ids: usize,
    steps: usize,
    /// Earlier states of sources, for translators who are late.
    earlier: Vec<Vec<Page>>,
}

/// Makes a site of so many pages and commits.
pub(crate) fn make(seed: u64, pages: usize, commits: usize) -> Site {
    let mut maker = Maker {
        dice: Dice::new(seed),
        recipe: Recipe::new(),
        pages: Vec::new(),
        written: BTreeMap::new(),
        touched: BTreeMap::new(),
        head: Vec::new(),
        ids: 0,
        steps: 0,
        earlier: Vec::new(),
    };
    maker.start(pages);
    while maker.recipe.commits() < commits {
        maker.step();
    }
    maker.finish()
}

impl Maker {
    fn start(&mut self, pages: usize) {
        for number in 0..pages {
            let page = self.new_page(number);
            self.pages.push(page);
        }
        self.written.insert("hexapla.toml".to_owned(), String::new());
        let config = config("de", r#"["en", "ru", "ar"]"#);
        self.head = vec![self.recipe.commit(&[], "Einrichtung", &[("hexapla.toml", Some(&config))])];
        self.commit("Anfang");
        self.earlier.push(self.pages.clone());
    }

    fn new_page(&mut self, number: usize) -> Page {
        let format = [Format::Markdown, Format::Html, Format::Text][number % 3];
        let extension = ["md", "html", "txt"][number % 3];
        let paragraphs = 4 + self.dice.below(6);
        let source: Vec<Vec<Sentence>> =
            (0..paragraphs).map(|_| (0..1 + self.dice.below(3)).map(|_| self.sentence()).collect()).collect();
        let translated = |paragraph: &Vec<Sentence>| -> Vec<Translation> {
            paragraph.iter().map(|s| Translation { id: s.id, base: s.meaning.clone(), turn: 0 }).collect()
        };
        let targets =
            (1..4).map(|_| (!self.dice.percent(8)).then(|| source.iter().map(translated).collect())).collect();
        let name = format!("seite-{number}.{extension}");
        Page { name, format, source, targets, weight: [0; 4], width: [0; 4], hard_blanks: false }
    }

    fn sentence(&mut self) -> Sentence {
        self.ids += 1;
        let dice = &mut self.dice;
        let template = dice.below(TEMPLATES.len());
        let [topic, name, when, _] = COUNTS.map(|count| dice.below(count));
        let link = if dice.percent(15) { 1 + dice.below(900) as u32 } else { 0 };
        let number = if template == 3 { 1700 + dice.below(300) } else { 2 + dice.below(96) } as u32;
        let minor = Minor { link, bold: dice.percent(10), ..Minor::default() };
        let meaning = Meaning { template, topic, number, name, when, clause: 0, negated: false, minor };
        Sentence { id: self.ids, meaning }
    }

    fn edit(&mut self, meaning: &mut Meaning) {
        let dice = &mut self.dice;
        match dice.below(12) {
            0..3 => meaning.number += 1 + dice.below(30) as u32,
            3 => meaning.name = (meaning.name + 1 + dice.below(COUNTS[1] - 1)) % COUNTS[1],
            4..6 => meaning.clause = (meaning.clause + 1 + dice.below(COUNTS[3] - 1)) % COUNTS[3],
            6 if NEGATABLE.contains(&meaning.template) => meaning.negated = !meaning.negated,
            6 | 7 if TEMPLATES[meaning.template][0].contains("{w}") => {
                meaning.when = (meaning.when + 1 + dice.below(COUNTS[2] - 1)) % COUNTS[2];
            }
            8 => meaning.minor.misspelt = !meaning.minor.misspelt,
            9 if meaning.minor.link > 0 => meaning.minor.link += 1,
            10 => meaning.minor.bold = !meaning.minor.bold,
            _ => meaning.minor.loud = !meaning.minor.loud,
        }
    }

    fn step(&mut self) {
        self.steps += 1;
        let at = self.dice.below(self.pages.len());
        match self.dice.below(20) {
            0..7 => self.edit_source(at),
            7 | 8 => self.restructure(at),
            9..13 => self.translate(at, None),
            13 => self.fix_wording(at),
            14 => self.housekeeping(at),
            15 => self.rename(at),
            16 => self.branch(at),
            17 => self.race(at),
            18 => self.shuffle(at),
            _ => self.edit_source(at),
        }
        if self.steps.is_multiple_of(4) {
            self.earlier.push(self.pages.clone());
        }
    }

    fn edit_source(&mut self, at: usize) {
        let mut page = self.pages[at].clone();
        for _ in 0..1 + self.dice.below(2) {
            let paragraph = self.dice.below(page.source.len());
            let sentence = self.dice.below(page.source[paragraph].len());
            let mut meaning = page.source[paragraph][sentence].meaning.clone();
            self.edit(&mut meaning);
            let id = page.source[paragraph][sentence].id;
            page.source[paragraph][sentence].meaning = meaning.clone();
            for target in page.targets.iter_mut().flatten() {
                if self.dice.percent(20) {
                    for translation in target.iter_mut().flatten().filter(|translation| translation.id == id) {
                        translation.base = meaning.clone();
                        translation.turn = 0;
                    }
                }
            }
        }
        self.pages[at] = page;
        self.commit("Text geändert");
    }

    fn restructure(&mut self, at: usize) {
        let mut page = self.pages[at].clone();
        let paragraph = self.dice.below(page.source.len());
        match self.dice.below(6) {
            0 => {
                let sentence = self.sentence();
                let place = self.dice.below(page.source[paragraph].len() + 1);
                page.source[paragraph].insert(place, sentence);
            }
            1 => {
                let new = (0..1 + self.dice.below(2)).map(|_| self.sentence()).collect();
                page.source.insert(paragraph, new);
            }
            2 if page.source.len() > 3 => {
                page.source.remove(paragraph);
            }
            3 if page.source[paragraph].len() > 1 => {
                let sentence = self.dice.below(page.source[paragraph].len());
                page.source[paragraph].remove(sentence);
            }
            4 if page.source[paragraph].len() > 1 => {
                let tail = page.source[paragraph].split_off(1);
                page.source.insert(paragraph + 1, tail);
            }
            _ if paragraph + 1 < page.source.len() => {
                let tail = page.source.remove(paragraph + 1);
                page.source[paragraph].extend(tail);
            }
            _ => {
                let moved = page.source.remove(paragraph);
                page.source.push(moved);
            }
        }
        self.pages[at] = page;
        self.commit("Umgebaut");
    }

    /// A translator works off what is pending, all of it or some, from the source as it is or as it was.
    fn translate(&mut self, at: usize, source: Option<&Page>) {
        let language = self.dice.below(3);
        let target = self.translated(at, language, source);
        self.pages[at].targets[language] = Some(target);
        self.commit("Übersetzt");
    }

    fn translated(&mut self, at: usize, language: usize, source: Option<&Page>) -> Vec<Vec<Translation>> {
        let page = &self.pages[at];
        let all = self.dice.percent(60) || page.targets[language].is_none();
        let old: BTreeMap<usize, Translation> =
            page.targets[language].iter().flatten().flatten().map(|known| (known.id, known.clone())).collect();
        let source = source.unwrap_or(page);
        let mut target: Vec<Vec<Translation>> = Vec::new();
        for paragraph in &source.source {
            let mut translations = Vec::new();
            for Sentence { id, meaning } in paragraph {
                let works = all || self.dice.percent(60);
                match old.get(id) {
                    Some(known) if !works || known.base == *meaning => translations.push(known.clone()),
                    None if !works => {}
                    _ => translations.push(Translation { id: *id, base: meaning.clone(), turn: 0 }),
                }
            }
            target.push(translations);
        }
        target.retain(|paragraph| !paragraph.is_empty());
        if !all {
            // What is obsolete stays for another day, where it stood.
            let known: BTreeSet<usize> = target.iter().flatten().map(|translation| translation.id).collect();
            let left = old.into_values().filter(|translation| !known.contains(&translation.id));
            target.extend(left.map(|translation| vec![translation]).collect::<Vec<_>>());
        }
        target
    }

    fn fix_wording(&mut self, at: usize) {
        let language = self.dice.below(3);
        let mut page = self.pages[at].clone();
        if let Some(target) = &mut page.targets[language] {
            let paragraph = self.dice.below(target.len());
            if let Some(translations) = target.get_mut(paragraph) {
                let sentence = self.dice.below(translations.len());
                translations[sentence].turn = 1 + self.dice.below(20);
            }
        }
        self.pages[at] = page;
        self.commit("Stil");
    }

    fn housekeeping(&mut self, at: usize) {
        let language = self.dice.below(4);
        match self.dice.below(3) {
            0 => self.pages[at].weight[language] += 1,
            1 => self.pages[at].width[language] = 40 + self.dice.below(50),
            _ => self.pages[at].hard_blanks = !self.pages[at].hard_blanks,
        }
        self.commit("Aufgeräumt");
    }

    fn rename(&mut self, at: usize) {
        let (stem, extension) = self.pages[at].name.rsplit_once('.').unwrap();
        self.pages[at].name = format!("{stem}-{}.{extension}", self.steps);
        self.commit("Umbenannt");
    }

    fn shuffle(&mut self, at: usize) {
        let mut page = self.pages[at].clone();
        for _ in 0..2 {
            let (a, b) = (self.dice.below(page.source.len()), self.dice.below(page.source.len()));
            page.source.swap(a, b);
        }
        self.pages[at] = page;
        self.commit("Umgestellt");
    }

    /// A translator's branch, merged after the source has gone on.
    fn branch(&mut self, at: usize) {
        let language = self.dice.below(3);
        let fork = self.head.clone();
        let target = self.translated(at, language, None);
        let name = format!("{}/{}", LANGUAGES[language + 1], self.pages[at].name);
        let mut aside = self.pages[at].clone();
        aside.targets[language] = Some(target.clone());
        let text = render(&aside, language + 1);
        let branch = self.recipe.commit(&fork, "Übersetzt", &[(&name, Some(&text))]);
        self.edit_source(at);
        // Where the main line touched the same file, the branch is given up.
        let same = self.written.get(&name).cloned() == Some(render(&self.pages[at], language + 1));
        let untouched = self.touched.get(&(at, language + 1)).is_none_or(|touched| *touched < self.recipe.commits());
        if same && untouched && self.pages[at].targets[language].is_some() {
            self.pages[at].targets[language] = Some(target);
            let text = render(&self.pages[at], language + 1);
            let parents = [self.head[0], branch];
            self.head = vec![self.recipe.commit(&parents, "Merge", &[(&name, Some(&text))])];
            self.written.insert(name, text);
            self.touched.insert((at, language + 1), self.recipe.commits());
        }
    }

    /// A translation of an earlier source arrives as if it were one of today's.
    fn race(&mut self, at: usize) {
        let Some(earlier) = self.earlier.iter().rev().nth(1).cloned() else { return };
        let page = earlier[at].clone();
        let now: BTreeSet<usize> = self.pages[at].source.iter().flatten().map(|sentence| sentence.id).collect();
        let gone = page.source.iter().flatten().any(|sentence| !now.contains(&sentence.id));
        self.translate(at, (!gone).then_some(&page));
    }

    /// Writes what has changed.
    fn commit(&mut self, message: &str) {
        let mut now: BTreeMap<String, (String, usize, usize)> = BTreeMap::new();
        for (at, page) in self.pages.iter().enumerate() {
            for (language, code) in LANGUAGES.iter().enumerate() {
                if language == 0 || page.targets[language - 1].is_some() {
                    now.insert(format!("{code}/{}", page.name), (render(page, language), at, language));
                }
            }
        }
        let changed: Vec<String> = now
            .iter()
            .filter(|(path, (text, ..))| self.written.get(*path) != Some(text))
            .map(|(p, _)| p.clone())
            .collect();
        let gone: Vec<String> =
            self.written.keys().filter(|path| !now.contains_key(*path) && *path != "hexapla.toml").cloned().collect();
        if changed.is_empty() && gone.is_empty() {
            return;
        }
        let mut files: Vec<(&str, Option<&str>)> = gone.iter().map(|path| (path.as_str(), None)).collect();
        files.extend(changed.iter().map(|path| (path.as_str(), Some(now[path].0.as_str()))));
        self.head = vec![self.recipe.commit(&self.head, message, &files)];
        for path in &changed {
            let (_, at, language) = now[path];
            self.touched.insert((at, language), self.recipe.commits());
        }
        for path in gone {
            self.written.remove(&path);
        }
        self.written.extend(now.into_iter().map(|(path, (text, ..))| (path, text)));
    }

    fn finish(self) -> Site {
        let (mut truth, mut all, mut behind) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        for (at, page) in self.pages.iter().enumerate() {
            for (language, code) in LANGUAGES.into_iter().enumerate().skip(1) {
                let code = code.to_owned();
                let key = |text: &str| (code.clone(), page.name.clone(), bare(text));
                if self.touched.get(&(at, 0)) > self.touched.get(&(at, language)) {
                    behind.insert((code.clone(), page.name.clone()));
                }
                let mut left: BTreeMap<usize, &Translation> =
                    page.targets[language - 1].iter().flatten().flatten().map(|t| (t.id, t)).collect();
                for Sentence { id, meaning } in page.source.iter().flatten() {
                    let key = key(&say(meaning, 0, page.format, 0));
                    all.insert(key.clone());
                    match left.remove(id) {
                        None => drop(truth.insert(key, Truth::Untranslated)),
                        Some(translation) if !translation.base.means(meaning) => drop(truth.insert(key, Truth::Stale)),
                        Some(translation)
                            if visible(&translation.base, page.format) != visible(meaning, page.format) =>
                        {
                            truth.insert(key, Truth::Minor);
                        }
                        Some(_) => {}
                    }
                }
                for translation in left.into_values() {
                    let key = key(&say(&translation.base, language, page.format, translation.turn));
                    all.insert(key.clone());
                    truth.insert(key, Truth::Obsolete);
                }
            }
        }
        Site { repository: self.recipe.make(), truth, all, behind }
    }
}

/// A sentence as its source page shows it.
fn visible(meaning: &Meaning, format: Format) -> String {
    say(meaning, 0, format, 0)
}

/// A text by which a finding and a sentence are known to be the same: no markup, no blanks.
pub(crate) fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.replace("**", "").replace('`', "");
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        rest = rest.split_off(end);
    }
    out.push_str(&rest);
    let out = match (out.find('['), out.find("](")) {
        (Some(open), Some(middle)) => {
            let close = out[middle..].find(')').map_or(out.len(), |close| middle + close + 1);
            format!("{}{}{}", &out[..open], &out[open + 1..middle], &out[close..])
        }
        _ => out,
    };
    // A dash before an item of a plain list is not of its text.
    out.trim_start().trim_start_matches("- ").chars().filter(|c| !c.is_whitespace()).collect()
}

fn render(page: &Page, language: usize) -> String {
    let paragraphs: Vec<String> = if language == 0 {
        let say = |sentence: &Sentence| say(&sentence.meaning, 0, page.format, 0);
        page.source.iter().map(|paragraph| paragraph.iter().map(say).collect::<Vec<_>>().join(" ")).collect()
    } else {
        let say = |translation: &Translation| say(&translation.base, language, page.format, translation.turn);
        let target = page.targets[language - 1].as_deref().unwrap_or_default();
        target.iter().map(|paragraph| paragraph.iter().map(say).collect::<Vec<_>>().join(" ")).collect()
    };
    let mut paragraphs: Vec<String> = paragraphs.iter().map(|text| wrapped(text, page.width[language])).collect();
    if page.hard_blanks && language == 0 {
        for text in &mut paragraphs {
            *text = text.replace(" Uhr", "\u{A0}Uhr").replace(" Euro", "\u{A0}Euro");
        }
    }
    let (code, weight) = (LANGUAGES[language], page.weight[language]);
    match page.format {
        Format::Markdown => format!("---\nweight: {weight}\n---\n\n{}\n", paragraphs.join("\n\n")),
        Format::Html => {
            let body: Vec<String> = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
            let (body, footer) = (body.join("\n"), format!("<footer><p>{weight}. Rundbrief</p></footer>"));
            format!(
                "<!DOCTYPE html>\n<html lang=\"{code}\">\n<body>\n<main>\n{body}\n</main>\n{footer}\n</body>\n</html>\n"
            )
        }
        Format::Text => paragraphs.join("\n\n") + &"\n".repeat(1 + weight % 3),
    }
}

/// A paragraph in lines of so many letters at most; in one where that is 0.
pub(crate) fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        if width > 0 && column > 0 && column + word.chars().count() >= width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.chars().count();
    }
    out
}
