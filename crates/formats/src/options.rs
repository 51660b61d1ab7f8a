//! What a project may decide about reading its pages.

/// How pages are read. The default suits most sites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Headings that begin a tail of teasers at the end of a page ("Aktuelles", "Latest news"). Case and a colon at the
    /// end do not matter. In HTML, a `section`, `div`, `aside` or `nav` whose first text is one of them is set apart.
    ///
    /// In plain text and Markdown the *last* such heading of the page counts, and only if some text of the page's own stands
    /// before it, and what follows looks like teasers: no more than a dozen of them, each a title with at most three short
    /// paragraphs, and together less than half of the page.
    pub boilerplate_headings: Vec<String>,
    /// Elements of an HTML page that hold the template's text: a tag (`nav`), a class (`.teaser`), an id (`#sidebar`), or
    /// several of them joined (`div.teaser`). `footer` and `aside` by themselves do not match within `article`,
    /// `blockquote` or `section`, where they are part of the text; `aside` does not where it is a note.
    pub boilerplate_selectors: Vec<String>,
    /// Keys of front matter whose values are to be translated; nested keys joined by `.`.
    pub translatable_keys: Vec<String>,
    /// What a forced line break (`<br>`, `\` at the end of a line) does.
    pub line_breaks: LineBreaks,
}

/// What a forced line break does to a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineBreaks {
    /// It stays within the block, as a line break in the text.
    #[default]
    Keep,
    /// It ends the block, as OmegaT has it.
    Split,
}

impl Default for Options {
    fn default() -> Self {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Self {
            boilerplate_headings: list(BOILERPLATE_HEADINGS),
            boilerplate_selectors: list(BOILERPLATE_SELECTORS),
            translatable_keys: list(TRANSLATABLE_KEYS),
            line_breaks: LineBreaks::default(),
        }
    }
}

const BOILERPLATE_HEADINGS: &[&str] = &[
    "Aktuelles",
    "Aktuelle Meldungen",
    "Aktuelle Beiträge",
    "Neuigkeiten",
    "Neueste Beiträge",
    "Weitere Artikel",
    "Weitere Beiträge",
    "Das könnte Sie auch interessieren",
    "News",
    "Latest news",
    "Latest",
    "Latest posts",
    "Recent posts",
    "Current news",
    "Current events",
    "More articles",
    "Related articles",
    "Новости",
    "Последние новости",
    "Актуальное",
    "Актуально",
    "Другие статьи",
    "أخبار",
    "الأخبار",
    "آخر الأخبار",
    "المستجدات",
    "مستجدات",
    "مقالات أخرى",
];

const BOILERPLATE_SELECTORS: &[&str] =
    &["nav", "footer", "aside", ".breadcrumb", ".breadcrumbs", ".pagination", ".cookie-banner", ".skip-link"];

const TRANSLATABLE_KEYS: &[&str] =
    &["title", "subtitle", "description", "summary", "abstract", "linkTitle", "linktitle", "sidebar_label"];
