//! Path patterns whose wildcards carry over from a source page to its translations.

use hexapla_core::language::Language;
use regex::Regex;

use crate::error::PatternReason;

/// The placeholder for the code of a language in paths.
pub(crate) const LANGUAGE: &str = "{language}";

/// A path pattern: `*` matches within a part, `**/` any number of parts (none as well), `?` one character, `{a,b}` one
/// of several, `{language}` a language's code.
///
/// ```
/// use hexapla_project::PathPattern;
/// let source: PathPattern = "content/de/**/*.md".parse().unwrap();
/// let target: PathPattern = "content/{language}/**/*.md".parse().unwrap();
/// let wildcards = source.captures("content/de/haus/garten.md", "de").unwrap();
/// assert_eq!(target.expand(&wildcards, "ru"), "content/ru/haus/garten.md");
/// let wildcards = source.captures("content/de/start.md", "de").unwrap();
/// assert_eq!(target.expand(&wildcards, "ar"), "content/ar/start.md");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPattern {
    written: String,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// `*`
    Star,
    /// `**/`
    Directories,
    /// `**` at the end
    Rest,
    /// `?`
    Any,
    /// `{a,b}`
    OneOf(Vec<String>),
    Language,
}

impl std::str::FromStr for PathPattern {
    type Err = PatternReason;

    fn from_str(written: &str) -> Result<Self, PatternReason> {
        let path = written.strip_prefix("./").unwrap_or(written);
        if path.starts_with('/')
            || path.contains('\\')
            || path.contains(':')
            || path.split('/').any(|part| part == "..")
        {
            return Err(PatternReason::Outside);
        }
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = path;
        while let Some(first) = rest.chars().next() {
            let (part, length) = if rest.starts_with("**/") {
                (Part::Directories, 3)
            } else if rest.starts_with("**") {
                (Part::Rest, 2)
            } else if first == '*' {
                (Part::Star, 1)
            } else if first == '?' {
                (Part::Any, 1)
            } else if rest.starts_with(LANGUAGE) {
                (Part::Language, LANGUAGE.len())
            } else if first == '{' {
                let end = rest.find('}').ok_or(PatternReason::Brace)?;
                (Part::OneOf(rest[1..end].split(',').map(str::to_owned).collect()), end + 1)
            } else {
                text.push(first);
                rest = &rest[first.len_utf8()..];
                continue;
            };
            if !text.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut text)));
            }
            parts.push(part);
            rest = &rest[length..];
        }
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        Ok(Self { written: written.to_owned(), parts })
    }
}

impl PathPattern {
    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether it says where the language's code stands.
    pub fn has_language(&self) -> bool {
        self.parts.contains(&Part::Language)
    }

    /// Whether two patterns have the same wildcards in the same order.
    pub fn same_wildcards(&self, other: &Self) -> bool {
        let wildcards = |pattern: &Self| -> Vec<Part> {
            pattern.parts.iter().filter(|part| !matches!(part, Part::Text(_) | Part::Language)).cloned().collect()
        };
        wildcards(self) == wildcards(other)
    }

    /// What the wildcards match in `path`, with `code` for the language; `None` where the pattern does not match.
    pub fn captures(&self, path: &str, code: &str) -> Option<Vec<String>> {
        self.matcher(code).captures(path)
    }

    /// The same, for many paths.
    pub(crate) fn matcher(&self, code: &str) -> Matcher {
        let mut regex = String::from("^");
        for part in &self.parts {
            match part {
                Part::Text(text) => regex.push_str(&regex::escape(text)),
                Part::Star => regex.push_str("([^/]*)"),
                Part::Directories => regex.push_str("((?:[^/]+/)*)"),
                Part::Rest => regex.push_str("(.*)"),
                Part::Any => regex.push_str("([^/])"),
                Part::OneOf(choices) => {
                    let choices: Vec<_> = choices.iter().map(|choice| regex::escape(choice)).collect();
                    regex.push_str(&format!("({})", choices.join("|")));
                }
                Part::Language => regex.push_str(&regex::escape(code)),
            }
        }
        regex.push('$');
        // Everything but our own groups is escaped, so this compiles; a pattern past the size limit matches nothing.
        Matcher { regex: Regex::new(&regex).ok() }
    }

    /// The path with `wildcards` in place of this pattern's own, and `code` for the language.
    pub fn expand(&self, wildcards: &[String], code: &str) -> String {
        let mut wildcards = wildcards.iter();
        let mut path = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => path.push_str(text),
                Part::Language => path.push_str(code),
                _ => path.push_str(wildcards.next().map_or("", String::as_str)),
            }
        }
        path
    }
}

/// A pattern made ready for one language.
pub(crate) struct Matcher {
    regex: Option<Regex>,
}

impl Matcher {
    pub(crate) fn captures(&self, path: &str) -> Option<Vec<String>> {
        let captures = self.regex.as_ref()?.captures(path)?;
        Some(
            captures
                .iter()
                .skip(1)
                .map(|group| group.map_or_else(String::new, |group| group.as_str().to_owned()))
                .collect(),
        )
    }

    pub(crate) fn is_match(&self, path: &str) -> bool {
        self.regex.as_ref().is_some_and(|regex| regex.is_match(path))
    }
}

/// The code of a language in paths and in TMX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageCodes {
    /// The language, as configuration and reports name it.
    pub language: Language,
    /// Its code in paths.
    pub path: String,
    /// Its code in TMX.
    pub tmx: Language,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wildcards_match_carries_over() {
        let check = |source: &str, target: &str, path: &str, want: Option<&str>| {
            let (source, target): (PathPattern, PathPattern) = (source.parse().unwrap(), target.parse().unwrap());
            let got = source.captures(path, "de").map(|wildcards| target.expand(&wildcards, "ru"));
            assert_eq!(got.as_deref(), want, "{path}");
        };
        check("de/**/*.md", "{language}/**/*.md", "de/a.md", Some("ru/a.md"));
        check("de/**/*.md", "{language}/**/*.md", "de/x/y/a.md", Some("ru/x/y/a.md"));
        check("de/**/*.md", "{language}/**/*.md", "de/x/a.html", None);
        check("de/**/*.md", "{language}/**/*.md", "en/a.md", None);
        check("docs/*.md", "docs/*.{language}.md", "docs/a.md", Some("docs/a.ru.md"));
        check("docs/*.md", "docs/*.{language}.md", "docs/x/a.md", None);
        check("*.{language}.html", "*.{language}.html", "a.de.html", Some("a.ru.html"));
        check("de/**", "{language}/**", "de/x/a.b", Some("ru/x/a.b"));
        check("de/*.{md,txt}", "{language}/*.{md,txt}", "de/a.txt", Some("ru/a.txt"));
        check("de/seite?.md", "{language}/page?.md", "de/seite7.md", Some("ru/page7.md"));
        check("de/ü b/**/*.md", "{language}/عربي/**/*.md", "de/ü b/(1)+.md", Some("ru/عربي/(1)+.md"));
    }

    #[test]
    fn refuses() {
        let check = |pattern: &str, reason: PatternReason| assert_eq!(pattern.parse::<PathPattern>(), Err(reason));
        check("../de/*.md", PatternReason::Outside);
        check("/etc/*", PatternReason::Outside);
        check("de/x/../../../y", PatternReason::Outside);
        check("C:\\de", PatternReason::Outside);
        check("de/{a,b", PatternReason::Brace);
    }
}
