//! How a project says where its history may be read.

/// How a project's history is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declarations {
    /// Names under which a page declares the commit of its source: front matter keys (nested ones joined by `.`), `meta`
    /// names, and words in comments.
    pub base_keys: Vec<String>,
    /// Words in commit messages before the commit of the source.
    pub trailers: Vec<String>,
    /// A file that lists commits that renew nothing, relative to the project or to the root of its repository.
    pub ignore_revs: String,
}

impl Default for Declarations {
    fn default() -> Self {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            base_keys: list(&[
                "default_lang_commit",
                "l10n.sourceCommit",
                "sourceCommit",
                "translation-check",
                "EN-Revision",
            ]),
            trailers: list(&["Translated-From"]),
            ignore_revs: ".git-blame-ignore-revs".to_owned(),
        }
    }
}
