//! A first configuration, from what a tree looks like.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hexapla_core::language::Language;
use hexapla_formats::Format;

use crate::config::FILE_NAME;
use crate::error::ProjectError;
use crate::page::language_of;
use crate::pattern::LANGUAGE;
use crate::tree;
use crate::write::write_file;

/// How the pages of a tree lie beside their translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The language that the site is written in.
    pub source: Language,
    /// The languages it is translated into, the most complete first.
    pub targets: Vec<Language>,
    /// Source and target patterns.
    pub documents: Vec<(String, String)>,
}

/// A remark in the configuration that `init` writes; whoever speaks to people puts it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// What this file is, at its head.
    Head,
    /// The source language.
    Source,
    /// The target languages.
    Targets,
    /// Where staleness comes from.
    History,
    /// Pages that are not offered in a language.
    NotOffered,
    /// Pages to leave out.
    Skip,
    /// Codes in TMX that differ from those in paths.
    Languages,
    /// The pairs of patterns.
    Documents,
    /// What is not the page's own text.
    Boilerplate,
    /// When `check` fails.
    Gate,
}

/// Where the code of a language stands in a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    /// `before/CODE/…`
    Directory { before: String },
    /// `before/…/name.CODE.ext`
    Infix { before: String, mark: char },
}

impl Layout {
    /// Looks for pages that lie beside their translations: in directories named by language, or with the language in
    /// the file's name; the source may lie without one.
    ///
    /// # Errors
    ///
    /// There are no pages, nothing in the tree looks like that, or `source` is given and none of the languages found.
    pub fn find(root: &Path, source: Option<&Language>) -> Result<Self, ProjectError> {
        let files = tree::files(root)?;
        if !files.iter().any(|path| Format::of_path(path).is_some()) {
            return Err(ProjectError::NoPages { root: root.to_owned() });
        }
        Self::of(&files, source).ok_or_else(|| ProjectError::NothingToPair { root: root.to_owned() })
    }

    /// The layout of a site that is not translated yet: each language will have a directory of its own, beside that of
    /// the source if it has one.
    ///
    /// # Errors
    ///
    /// There is no page, or none that tells the language of the source where `source` does not.
    pub fn untranslated(root: &Path, source: Option<&Language>, targets: &[Language]) -> Result<Self, ProjectError> {
        let files = tree::files(root)?;
        let nothing = || ProjectError::NothingToPair { root: root.to_owned() };
        let pages: Vec<&str> =
            files.iter().map(String::as_str).filter(|path| Format::of_path(path).is_some()).collect();
        let source = match source {
            Some(source) => source.clone(),
            None => pages.iter().take(20).find_map(|path| seems(root, path)).ok_or_else(nothing)?,
        };
        let mut by_slot: BTreeMap<(Slot, String), Vec<&str>> = BTreeMap::new();
        for path in &pages {
            for (slot, code, _) in slots_of(path)
                .into_iter()
                .filter(|(_, code, _)| Language::named(code).is_ok_and(|named| named == source))
            {
                by_slot.entry((slot, code)).or_default().push(path);
            }
        }
        let best = by_slot.into_iter().max_by(|a, b| a.1.len().cmp(&b.1.len()).then_with(|| b.0.cmp(&a.0)));
        let ((slot, code), pages) =
            best.unwrap_or_else(|| ((Slot::Directory { before: shared(&pages) }, String::new()), pages));
        let extensions: BTreeSet<&str> = pages.iter().filter_map(|path| Some(path.rsplit_once('.')?.1)).collect();
        let documents: Vec<(String, String)> = extensions
            .into_iter()
            .map(|extension| (slot.pattern(&code, extension), slot.pattern(LANGUAGE, extension)))
            .collect();
        let targets: Vec<Language> = targets.iter().filter(|target| **target != source).cloned().collect();
        if documents.is_empty() || targets.is_empty() {
            return Err(nothing());
        }
        Ok(Self { source, targets, documents })
    }

    fn of(files: &[String], wanted: Option<&Language>) -> Option<Self> {
        let pages: BTreeSet<&str> =
            files.iter().map(String::as_str).filter(|path| Format::of_path(path).is_some()).collect();
        // For every slot: the codes found there, and under each the rest of the paths.
        let mut slots: BTreeMap<Slot, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for path in &pages {
            for (slot, code, rest) in slots_of(path) {
                slots.entry(slot).or_default().entry(code).or_default().insert(rest);
            }
        }
        let best = slots
            .iter()
            .filter_map(|(slot, by_code)| Candidate::of(slot, by_code, &pages, wanted))
            .max_by(|a, b| a.pairs.cmp(&b.pairs).then_with(|| b.slot.cmp(a.slot)))?;
        best.layout(&pages)
    }

    /// The configuration as a file, with remarks.
    pub fn to_toml(&self, say: &dyn Fn(Note) -> String) -> String {
        let mut out = String::new();
        let remark = |out: &mut String, note: Note| {
            for line in say(note).lines() {
                out.push_str(format!("# {line}").trim_end());
                out.push('\n');
            }
        };
        let list = |items: &[String]| items.iter().map(|item| toml_string(item)).collect::<Vec<_>>().join(", ");
        let targets: Vec<String> = self.targets.iter().map(ToString::to_string).collect();
        remark(&mut out, Note::Head);
        out.push_str("\n[project]\n");
        remark(&mut out, Note::Source);
        out.push_str(&format!("source = {}\n", toml_string(self.source.as_str())));
        remark(&mut out, Note::Targets);
        out.push_str(&format!("targets = [{}]\n", list(&targets)));
        remark(&mut out, Note::History);
        out.push_str("history = \"auto\"\n");
        let example = self.targets.last().map_or("en", Language::as_str);
        let example_page = self.documents.first().map_or("de/page.md", |(source, _)| source.as_str());
        remark(&mut out, Note::NotOffered);
        out.push_str(&format!("# not-offered = {{ {example} = [{}] }}\n", toml_string(example_page)));
        remark(&mut out, Note::Skip);
        out.push_str(&format!("# skip = [{}]\n", toml_string("drafts/**")));
        for (source, target) in &self.documents {
            out.push_str("\n[[documents]]\n");
            remark(&mut out, Note::Documents);
            out.push_str(&format!("source = {}\ntarget = {}\n", toml_string(source), toml_string(target)));
        }
        out.push('\n');
        remark(&mut out, Note::Languages);
        out.push_str(&format!(
            "# [languages]\n# {example} = {}\n\n",
            toml_string(&format!("{example}-{}", region(example)))
        ));
        remark(&mut out, Note::Boilerplate);
        out.push_str("# [boilerplate]\n# selectors = [\".teaser\", \"#sidebar\"]\n# headings = [\"Aktuelles\"]\n# repeated = 3\n\n");
        remark(&mut out, Note::Gate);
        out.push_str(&format!(
            "# [gate]\n# fail-on = [\"untranslated\", \"stale\"]\n# min-coverage = {{ {example} = 95 }}\n"
        ));
        out
    }

    /// Writes the configuration into `root`, where there is none yet.
    pub fn write(&self, root: &Path, say: &dyn Fn(Note) -> String) -> Result<std::path::PathBuf, ProjectError> {
        let path = root.join(FILE_NAME);
        if path.exists() {
            return Err(ProjectError::ConfigurationExists { path });
        }
        write_file(&path, self.to_toml(say).as_bytes())?;
        Ok(path)
    }
}

/// The directory that all pages share, with `/` at its end.
fn shared(pages: &[&str]) -> String {
    let Some((first, rest)) = pages.split_first() else { return String::new() };
    let directories: Vec<&str> = first.split('/').collect();
    let directories = &directories[..directories.len() - 1];
    let common = |path: &&str| directories.iter().zip(path.split('/')).take_while(|(a, b)| **a == *b).count();
    let length = rest.iter().map(common).min().unwrap_or(directories.len());
    joined(&directories[..length])
}

/// The language that a page seems to be written in.
fn seems(root: &Path, path: &str) -> Option<Language> {
    let bytes = std::fs::read(tree::absolute(root, path)).ok()?;
    language_of(&hexapla_formats::read(&bytes, Format::of_path(path)?, &hexapla_formats::Options::default()).ok()?)
}

fn region(language: &str) -> &'static str {
    match language {
        "ar" => "SA",
        "en" => "GB",
        "pt" => "BR",
        "ru" => "RU",
        "zh" => "CN",
        _ => "XX",
    }
}

/// A string as a value of TOML, with its quotation marks.
pub fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Every place in a path where a language code could stand: the slot, the code, and the path without it.
fn slots_of(path: &str) -> Vec<(Slot, String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let Some((name, directories)) = parts.split_last() else { return Vec::new() };
    let mut found = Vec::new();
    for (at, part) in directories.iter().enumerate() {
        if is_code(part) {
            let before = joined(&directories[..at]);
            let rest = parts[at + 1..].join("/");
            found.push((Slot::Directory { before }, (*part).to_owned(), rest));
        }
    }
    if let Some((stem, extension)) = name.rsplit_once('.') {
        for mark in ['.', '_', '-'] {
            if let Some((bare, code)) = stem.rsplit_once(mark)
                && !bare.is_empty()
                && is_code(code)
            {
                let before = joined(&directories[..directories.len().min(1)]);
                let rest = format!("{}{bare}.{extension}", joined(directories));
                found.push((Slot::Infix { before, mark }, code.to_owned(), rest));
            }
        }
    }
    found
}

fn joined(directories: &[&str]) -> String {
    directories.iter().map(|part| format!("{part}/")).collect()
}

/// Codes as they stand in paths: two or three small letters, perhaps with a region or a script.
fn is_code(text: &str) -> bool {
    let primary = text.split(['-', '_']).next().unwrap_or(text);
    primary.len() == 2 && primary.bytes().all(|byte| byte.is_ascii_lowercase()) && Language::named(text).is_ok()
}

struct Candidate<'a> {
    slot: &'a Slot,
    by_code: &'a BTreeMap<String, BTreeSet<String>>,
    source: Language,
    /// The code that the source's pages carry in their paths, if any.
    source_code: Option<String>,
    /// How many pages have a translation, counted by language.
    pairs: usize,
}

impl<'a> Candidate<'a> {
    fn of(
        slot: &'a Slot,
        by_code: &'a BTreeMap<String, BTreeSet<String>>,
        pages: &BTreeSet<&str>,
        wanted: Option<&Language>,
    ) -> Option<Self> {
        let pairs_of = |source: &BTreeSet<String>, code: Option<&str>| -> usize {
            by_code
                .iter()
                .filter(|(other, _)| Some(other.as_str()) != code)
                .map(|(_, pages)| pages.intersection(source).count())
                .sum()
        };
        let bare: BTreeSet<String> =
            by_code.values().flatten().filter(|rest| pages.contains(slot.bare(rest).as_str())).cloned().collect();
        let mut choices: Vec<(usize, bool, usize, Option<String>, Language)> = Vec::new();
        for (code, own) in by_code {
            let language = Language::named(code).ok()?;
            if wanted.is_none_or(|wanted| *wanted == language) {
                choices.push((
                    pairs_of(own, Some(code)),
                    language.primary() == "de",
                    own.len(),
                    Some(code.clone()),
                    language,
                ));
            }
        }
        // Pages without a code beside pages with one: only a person can say what language they are in.
        if let Some(wanted) = wanted
            && !by_code.keys().any(|code| code == wanted.as_str())
        {
            choices.push((pairs_of(&bare, None), true, bare.len(), None, wanted.clone()));
        } else if wanted.is_none() && !by_code.contains_key("de") {
            choices.push((pairs_of(&bare, None), true, bare.len(), None, "de".parse().ok()?));
        }
        let (pairs, _, _, source_code, source) =
            choices.into_iter().max_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)))?;
        (pairs > 0).then_some(Self { slot, by_code, source, source_code, pairs })
    }

    fn layout(&self, pages: &BTreeSet<&str>) -> Option<Layout> {
        let own: BTreeSet<String> = match &self.source_code {
            Some(code) => self.by_code.get(code)?.clone(),
            None => self
                .by_code
                .values()
                .flatten()
                .filter(|rest| pages.contains(self.slot.bare(rest).as_str()))
                .cloned()
                .collect(),
        };
        let mut targets: Vec<(usize, Language)> = self
            .by_code
            .iter()
            .filter(|(code, _)| Some(*code) != self.source_code.as_ref())
            .filter_map(|(code, pages)| Some((pages.intersection(&own).count(), Language::named(code).ok()?)))
            .filter(|(pairs, _)| *pairs > 0)
            .collect();
        targets.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let extensions: BTreeSet<&str> = own.iter().filter_map(|rest| Some(rest.rsplit_once('.')?.1)).collect();
        let source_slot = if self.source_code.is_some() { LANGUAGE } else { "" };
        let documents = extensions
            .into_iter()
            .map(|extension| (self.slot.pattern(source_slot, extension), self.slot.pattern(LANGUAGE, extension)))
            .map(|(source, target)| {
                let code = self.source_code.as_deref().unwrap_or_default();
                (source.replace(LANGUAGE, code), target)
            })
            .collect();
        Some(Layout {
            source: self.source.clone(),
            targets: targets.into_iter().map(|(_, target)| target).collect(),
            documents,
        })
    }
}

impl Slot {
    /// The path of a page that carries no code.
    fn bare(&self, rest: &str) -> String {
        match self {
            Self::Directory { before } => format!("{before}{rest}"),
            Self::Infix { .. } => rest.to_owned(),
        }
    }

    fn pattern(&self, code: &str, extension: &str) -> String {
        match self {
            Self::Directory { before } if code.is_empty() => format!("{before}**/*.{extension}"),
            Self::Directory { before } => format!("{before}{code}/**/*.{extension}"),
            Self::Infix { before, .. } if code.is_empty() => format!("{before}**/*.{extension}"),
            Self::Infix { before, mark } => format!("{before}**/*{mark}{code}.{extension}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source, targets, pairs of patterns.
    type Wanted<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

    #[test]
    fn layouts() {
        let check = |files: &[&str], source: Option<&str>, want: Option<Wanted<'_>>| {
            let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
            let source: Option<Language> = source.map(|tag| tag.parse().unwrap());
            let got = Layout::of(&files, source.as_ref());
            let want = want.map(|(source, targets, documents)| Layout {
                source: source.parse().unwrap(),
                targets: targets.split(' ').map(|tag| tag.parse().unwrap()).collect(),
                documents: documents.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
            });
            assert_eq!(got, want, "{files:?}");
        };
        check(
            &["content/de/a.md", "content/de/x/b.md", "content/en/a.md", "content/ru/x/b.md", "content/en/x/b.md"],
            None,
            Some(("de", "en ru", &[("content/de/**/*.md", "content/{language}/**/*.md")])),
        );
        check(
            &["a.de.html", "a.en.html", "x/b.de.html"],
            None,
            Some(("de", "en", &[("**/*.de.html", "**/*.{language}.html")])),
        );
        check(
            &["docs/a.md", "docs/en/a.md", "docs/en/b.md"],
            None,
            Some(("de", "en", &[("docs/**/*.md", "docs/{language}/**/*.md")])),
        );
        check(
            &["docs/a.md", "docs/fr/a.md"],
            Some("en"),
            Some(("en", "fr", &[("docs/**/*.md", "docs/{language}/**/*.md")])),
        );
        check(
            &["en/a.md", "fr/a.md", "fr/b.md", "en/c.md"],
            Some("en"),
            Some(("en", "fr", &[("en/**/*.md", "{language}/**/*.md")])),
        );
        check(&["a.md", "b.md"], None, None);
        check(&[], None, None);
    }
}
