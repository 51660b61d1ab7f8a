//! The forms in which a report leaves, and where each goes.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::messages::Problem;

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For a person at a terminal.
    Text,
    /// Everything, for a program.
    Json,
    /// Everything, one finding a line.
    Jsonl,
    /// For a job summary or a comment.
    Markdown,
    /// For a browser.
    Html,
    /// For whatever shows the results of tests.
    Junit,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
}

impl Format {
    /// All of them, as help lists them.
    pub(crate) const ALL: [Format; 9] = [
        Self::Text,
        Self::Json,
        Self::Jsonl,
        Self::Markdown,
        Self::Html,
        Self::Junit,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
    ];

    /// The word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Junit => "junit",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }

    /// The words for all of them, as a list.
    pub(crate) fn names() -> String {
        Self::ALL.map(Self::as_str).join(", ")
    }
}

/// A form, and the file it goes to; standard output where none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Delivery {
    /// The form.
    pub(crate) format: Format,
    /// The file.
    pub(crate) file: Option<PathBuf>,
}

impl Delivery {
    /// What `--format` asks for: `sarif`, `sarif=FILE` or `sarif=-`. Without any, text on standard output.
    ///
    /// # Errors
    /// An unknown form; two forms that would go to the same place, where one of them would be lost.
    pub(crate) fn all(asked: &[String]) -> Result<Vec<Self>, Failure> {
        let mut deliveries: Vec<Self> = Vec::new();
        for asked in asked {
            let (name, file) = asked.split_once('=').map_or((asked.as_str(), "-"), |(name, file)| (name, file));
            let Some(format) = Format::ALL.into_iter().find(|format| format.as_str() == name) else {
                let (value, option) = (name.to_owned(), "--format".to_owned());
                return Err(Problem::UsageValue { value, option, values: Format::names() }.into());
            };
            if file.is_empty() {
                return Err(Problem::FormatNoFile { format: name.to_owned() }.into());
            }
            let delivery = Self { format, file: (file != "-").then(|| PathBuf::from(file)) };
            match deliveries.iter().find(|other| other.file == delivery.file) {
                Some(other) if other.format == format => {}
                Some(other) => {
                    let (first, second) = (other.format.as_str().to_owned(), name.to_owned());
                    return Err(match file {
                        "-" => Problem::FormatsOneOutput { first, second }.into(),
                        path => Problem::FormatsOneFile { first, second, path: path.to_owned() }.into(),
                    });
                }
                None => deliveries.push(delivery),
            }
        }
        if deliveries.is_empty() {
            deliveries.push(Self { format: Format::Text, file: None });
        }
        Ok(deliveries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_go_where_they_are_sent() {
        let check = |asked: &str, want: Result<&str, &str>| {
            let asked: Vec<String> = asked.split_whitespace().map(str::to_owned).collect();
            let shown = |delivery: &Delivery| {
                let file = delivery.file.as_ref().map_or("-".to_owned(), |file| file.to_string_lossy().into_owned());
                format!("{}={file}", delivery.format.as_str())
            };
            let found = match Delivery::all(&asked) {
                Ok(deliveries) => Ok(deliveries.iter().map(shown).collect::<Vec<_>>().join(" ")),
                Err(failure) => Err(format!("{failure:?}")),
            };
            let found = found.map_err(|failure| failure.split(['[', ' ']).nth(1).unwrap_or_default().to_owned());
            assert_eq!(found.as_deref().map_err(String::as_str), want, "{asked:?}");
        };
        check("", Ok("text=-"));
        check("json", Ok("json=-"));
        check("json=-", Ok("json=-"));
        check("json json", Ok("json=-"));
        check("text sarif=a/b.sarif junit=r.xml", Ok("text=- sarif=a/b.sarif junit=r.xml"));
        check("sarif=a=b", Ok("sarif=a=b"));
        check("json jsonl", Err("FormatsOneOutput"));
        check("json=x junit=x", Err("FormatsOneFile"));
        check("sarif=", Err("FormatNoFile"));
        check("xml", Err("UsageValue"));
        check("sarif:x", Err("UsageValue"));
    }
}
