//! `hexapla.toml`: the project's languages, which page belongs to which, what to skip, and when to fail.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use hexapla_core::align::Confidence;
use hexapla_core::language::{Language, LanguageError};
use hexapla_core::segment::{Action, Profile, Trim};
use hexapla_core::status::{Rule, Severity, SyncState};
use hexapla_core::text::LineIndex;
use serde::Deserialize;
use toml::Spanned;

use crate::error::{At, ConfigurationReason, PatternReason, ProjectError, ValueKind};
use crate::history::declarations::Declarations;
use crate::pattern::{LanguageCodes, PathPattern};

/// The name of the configuration.
pub const FILE_NAME: &str = "hexapla.toml";

/// A project's configuration, read and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language the site is written in.
    pub source: LanguageCodes,
    /// The languages it is translated into, in the order of reports.
    pub targets: Vec<LanguageCodes>,
    /// Whether to ask the repository when translations were made.
    pub history: History,
    /// Where pages and commits say what a translation was made from.
    pub declarations: Declarations,
    /// The directory of the committed memories, relative to the project.
    pub memory: String,
    /// Files to leave out.
    pub skip: Vec<PathPattern>,
    /// Source pages that are not offered in a language.
    pub not_offered: Vec<(Language, Vec<PathPattern>)>,
    /// Which pages there are, and where their translations stand.
    pub documents: Vec<Documents>,
    /// Translations that do not stand where the patterns say.
    pub pairs: Vec<DeclaredPair>,
    /// What is not the page's own text.
    pub boilerplate: Boilerplate,
    /// How text is cut into segments.
    pub segmentation: Segmentation,
    /// When `check` fails.
    pub gate: Gate,
}

/// Whether to ask the repository when translations were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum History {
    /// Where there is one.
    #[default]
    Auto,
    /// Never.
    Off,
    /// It must be there.
    Require,
}

/// One `[[documents]]` entry.
#[derive(Clone, Debug)]
pub struct Documents {
    /// Where the source pages are.
    pub source: PathPattern,
    /// Where their translations are.
    pub target: PathPattern,
    /// Where the entry stands in the configuration.
    pub at: At,
}

/// A translation whose name no pattern can tell, from `[pairs]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredPair {
    /// The source page.
    pub source: String,
    /// The language of the translation.
    pub language: Language,
    /// The translation.
    pub target: String,
    /// Where the configuration says so.
    pub at: At,
}

/// What is not the page's own text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Boilerplate {
    /// Elements of HTML pages: `nav`, `.teaser`, `#footer`; in addition to those known.
    pub selectors: Vec<String>,
    /// Lines of plain text pages that begin a tail of teasers; in addition to those known.
    pub headings: Vec<String>,
    /// A block that stands word for word on at least so many source pages is counted, and found wrong, once: 3 unless
    /// said; 0 for never.
    pub repeated: Option<usize>,
}

impl Boilerplate {
    /// On how many pages a block must stand to be the template's; `None` where that is switched off.
    pub fn least_pages(&self) -> Option<usize> {
        Some(self.repeated.unwrap_or(3)).filter(|least| *least >= 2)
    }
}

/// How text is cut into segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmentation {
    /// A rule file (SRX) to use instead of our own, relative to the project.
    pub rules: Option<String>,
    /// What languages are called in the rule file, where it has names of its own: `de` may be `de_two`.
    pub rules_languages: BTreeMap<String, String>,
    /// What our own rules do where tools disagree. Of it only the trimming concerns a rule file.
    pub profile: Profile,
}

/// When `check` fails, and how bad each rule is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gate {
    /// Severities that differ from the rules' own.
    pub severities: BTreeMap<Rule, Severity>,
    /// Rules that are switched off.
    pub off: Vec<Rule>,
    /// Least up-to-date coverage in percent of source words.
    pub min_coverage: Vec<(Language, f64)>,
    /// So many stale segments do not fail.
    pub max_stale: Vec<(Language, usize)>,
    /// A finding whose base is less sure does not fail.
    pub min_confidence: Option<Confidence>,
    /// Where the findings stand that are known already, relative to the project.
    pub baseline: Option<String>,
}

impl Gate {
    /// A gate at these states and rules, and no others; `None` keeps the rules' own severities.
    pub fn fail_on(names: &[String]) -> Result<Self, ConfigurationReason> {
        let mut severities = BTreeMap::new();
        if !names.is_empty() {
            for rule in Rule::ALL.into_iter().filter(|rule| rule.severity() == Severity::Error) {
                if !matches!(rule, Rule::UnreadablePage | Rule::EmptyPage) {
                    severities.insert(rule, Severity::Warning);
                }
            }
        }
        for name in names {
            let rules = rules_named(name)
                .ok_or_else(|| ConfigurationReason::Value { value: name.clone(), possible: gate_names() })?;
            severities.extend(rules.into_iter().map(|rule| (rule, Severity::Error)));
        }
        Ok(Self { severities, ..Self::default() })
    }

    /// The same gate, failing at these states and rules and no others; with no names it stays as it is.
    pub fn failing_on(mut self, names: &[String]) -> Result<Self, ConfigurationReason> {
        if !names.is_empty() {
            self.severities = Self::fail_on(names)?.severities;
        }
        Ok(self)
    }

    /// How bad a rule is here; `None` where it is switched off.
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        if self.off.contains(&rule) {
            return None;
        }
        Some(self.severities.get(&rule).copied().unwrap_or_else(|| rule.severity()))
    }
}

/// The names that a gate understands: states, `minor`, `checks` (all of [`Rule::CHECKS`]), and rules.
pub fn gate_names() -> Vec<String> {
    let mut names: Vec<String> =
        ["untranslated", "stale", "minor", "obsolete", "unknown", "checks"].map(str::to_owned).into();
    for rule in Rule::ALL {
        if !names.iter().any(|name| name == rule.as_str()) {
            names.push(rule.as_str().to_owned());
        }
    }
    names
}

fn rules_named(name: &str) -> Option<Vec<Rule>> {
    Some(match name {
        "untranslated" => vec![
            Rule::MissingPage,
            Rule::MissingSegment,
            Rule::DeletedTarget,
            Rule::UntranslatedCopy,
            Rule::WrongLanguage,
        ],
        "minor" => vec![Rule::StaleMinor],
        "obsolete" => vec![Rule::ObsoleteSegment],
        "unknown" => vec![Rule::Unverified, Rule::ExtraSegment],
        "checks" => Rule::CHECKS.into(),
        _ => vec![Rule::named(name)?],
    })
}

/// The state that a rule's findings have.
pub fn state_of(rule: Rule) -> Option<SyncState> {
    match rule {
        Rule::MissingPage
        | Rule::MissingSegment
        | Rule::DeletedTarget
        | Rule::UntranslatedCopy
        | Rule::WrongLanguage => Some(SyncState::Untranslated),
        Rule::Stale | Rule::StaleMinor => Some(SyncState::Stale),
        Rule::ObsoleteSegment => Some(SyncState::Obsolete),
        Rule::ExtraSegment | Rule::Unverified => Some(SyncState::Unknown),
        _ => None,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    project: WrittenProject,
    #[serde(default)]
    languages: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    #[serde(default)]
    documents: Vec<Spanned<WrittenDocuments>>,
    #[serde(default)]
    pairs: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Spanned<String>>>,
    #[serde(default)]
    history: WrittenHistory,
    #[serde(default)]
    boilerplate: Boilerplate,
    #[serde(default)]
    segmentation: WrittenSegmentation,
    #[serde(default)]
    gate: WrittenGate,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenProject {
    source: Spanned<String>,
    targets: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    history: History,
    #[serde(default)]
    memory: Option<Spanned<String>>,
    #[serde(default)]
    skip: Vec<Spanned<String>>,
    #[serde(default)]
    not_offered: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenDocuments {
    source: Spanned<String>,
    target: Spanned<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct WrittenHistory {
    base_keys: Option<Vec<String>>,
    trailers: Option<Vec<String>>,
    ignore_revs: Option<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct WrittenSegmentation {
    rules: Option<Spanned<String>>,
    rules_languages: BTreeMap<Spanned<String>, String>,
    break_at: Option<Spanned<Vec<BreakAt>>>,
    trim: Option<bool>,
}

/// Where our own rules break in addition, if asked to.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum BreakAt {
    Colon,
    Semicolon,
    Line,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct WrittenGate {
    fail_on: Vec<Spanned<String>>,
    min_coverage: BTreeMap<Spanned<String>, f64>,
    max_stale: BTreeMap<Spanned<String>, usize>,
    min_confidence: Option<Spanned<f32>>,
    baseline: Option<Spanned<String>>,
}

impl Config {
    /// Reads the configuration at `path`.
    pub(crate) fn read(path: &Path) -> Result<Self, ProjectError> {
        let text = std::fs::read(path).map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason })?;
        let text = hexapla_formats::decode(&text, hexapla_formats::Format::Text)
            .map_err(|reason| ProjectError::Encoding { path: path.to_owned(), reason })?
            .text;
        Self::parse(text.trim_start_matches('\u{FEFF}'), path)
    }

    /// Reads a configuration. `path` is only for messages.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ProjectError> {
        let reader = Reader { text, path };
        let written: Written = toml::from_str(text).map_err(|error| reader.toml_error(&error))?;
        reader.check(written)
    }
}

struct Reader<'a> {
    text: &'a str,
    path: &'a Path,
}

impl Reader<'_> {
    fn at(&self, span: &Range<usize>) -> At {
        let place = LineIndex::new(self.text).place(self.text, span.start);
        At { line: place.line, column: place.column }
    }

    fn error(&self, span: &Range<usize>, reason: ConfigurationReason) -> ProjectError {
        ProjectError::Configuration { path: self.path.to_owned(), at: self.at(span), reason }
    }

    fn toml_error(&self, error: &toml::de::Error) -> ProjectError {
        let span = error.span().unwrap_or(0..0);
        let message = error.message();
        let mut quoted = message.split('`').skip(1).step_by(2);
        let reason = if message.starts_with("unknown field") {
            let key = quoted.next().unwrap_or_default().to_owned();
            let suggestion = closest(&key, quoted);
            ConfigurationReason::UnknownKey { key, suggestion }
        } else if message.starts_with("unknown variant") {
            let value = quoted.next().unwrap_or_default().to_owned();
            ConfigurationReason::Value { value, possible: quoted.map(str::to_owned).collect() }
        } else if message.starts_with("missing field") {
            ConfigurationReason::MissingKey { key: quoted.next().unwrap_or_default().to_owned() }
        } else if message.starts_with("duplicate key") {
            ConfigurationReason::KeyTwice
        } else {
            let wanted = message.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once("expected "));
            match wanted.and_then(|(_, words)| ValueKind::expected(words)) {
                Some(wanted) => ConfigurationReason::Type { wanted },
                None => ConfigurationReason::Syntax(message.trim().to_owned()),
            }
        };
        self.error(&span, reason)
    }

    fn language(&self, tag: &Spanned<String>) -> Result<Language, ProjectError> {
        tag.get_ref()
            .parse()
            .map_err(|error: LanguageError| self.error(&tag.span(), ConfigurationReason::Language(error)))
    }

    fn pattern(&self, written: &Spanned<String>) -> Result<PathPattern, ProjectError> {
        written.get_ref().parse().map_err(|reason| self.pattern_error(written, reason))
    }

    /// A path that does not lead out of the project.
    fn inside(&self, path: &Spanned<String>) -> Result<String, ProjectError> {
        let leads_out = |part: &str| part == ".." || part.is_empty() || part.contains([':', '\\']);
        match path.get_ref().trim_end_matches('/').split('/').any(leads_out) {
            true => Err(self.pattern_error(path, PatternReason::Outside)),
            false => Ok(path.get_ref().clone()),
        }
    }

    fn pattern_error(&self, written: &Spanned<String>, reason: PatternReason) -> ProjectError {
        self.error(&written.span(), ConfigurationReason::Pattern { pattern: written.get_ref().clone(), reason })
    }

    fn segmentation(
        &self,
        written: WrittenSegmentation,
        known: impl Fn(&Spanned<String>) -> Result<(), ProjectError>,
    ) -> Result<Segmentation, ProjectError> {
        if let (Some(_), Some(places)) = (&written.rules, &written.break_at) {
            let reason = ConfigurationReason::Together { first: "rules".into(), second: "break-at".into() };
            return Err(self.error(&places.span(), reason));
        }
        let mut rules_languages = BTreeMap::new();
        for (name, code) in written.rules_languages {
            known(&name)?;
            rules_languages.insert(name.into_inner(), code);
        }
        let places = written.break_at.map(Spanned::into_inner).unwrap_or_default();
        let at = |place| if places.contains(&place) { Action::Break } else { Action::Keep };
        let profile = Profile {
            after_colon: at(BreakAt::Colon),
            after_semicolon: at(BreakAt::Semicolon),
            at_line_break: at(BreakAt::Line),
            trim: if written.trim == Some(false) { Trim::Nothing } else { Trim::Ends },
        };
        let rules = written.rules.as_ref().map(|path| self.inside(path)).transpose()?;
        Ok(Segmentation { rules, rules_languages, profile })
    }

    fn check(&self, written: Written) -> Result<Config, ProjectError> {
        let project = written.project;
        let source = self.codes(self.language(&project.source)?, &written.languages)?;
        let mut targets: Vec<LanguageCodes> = Vec::new();
        for tag in project.targets.get_ref() {
            let language = self.language(tag)?;
            if language == source.language || targets.iter().any(|target| target.language == language) {
                return Err(self.error(&tag.span(), ConfigurationReason::LanguageTwice(language.to_string())));
            }
            targets.push(self.codes(language, &written.languages)?);
        }
        if targets.is_empty() {
            return Err(self.error(&project.targets.span(), ConfigurationReason::NoTargets));
        }
        let known = |name: &Spanned<String>| {
            std::iter::once(&source).chain(&targets).find(|codes| codes.language.as_str() == name.as_ref()).ok_or_else(
                || {
                    let all = std::iter::once(&source).chain(&targets).map(|codes| codes.language.to_string());
                    let (value, possible) = (name.get_ref().clone(), all.collect());
                    self.error(&name.span(), ConfigurationReason::Value { value, possible })
                },
            )
        };
        for name in written.languages.keys().chain(project.not_offered.keys()) {
            known(name)?;
        }
        if written.documents.is_empty() {
            return Err(self.error(&(0..0), ConfigurationReason::NoDocuments));
        }
        let documents =
            written.documents.iter().map(|entry| self.documents(entry.get_ref())).collect::<Result<_, _>>()?;
        let skip = project.skip.iter().map(|pattern| self.pattern(pattern)).collect::<Result<_, _>>()?;
        let mut not_offered = Vec::new();
        for (name, patterns) in &project.not_offered {
            let patterns = patterns.iter().map(|pattern| self.pattern(pattern)).collect::<Result<_, _>>()?;
            not_offered.push((known(name)?.language.clone(), patterns));
        }
        let mut pairs = Vec::new();
        for (source, targets) in &written.pairs {
            let path = |written: &Spanned<String>| match written.get_ref().parse::<PathPattern>() {
                Ok(_) => Ok(written.get_ref().trim_start_matches("./").to_owned()),
                Err(reason) => Err(self.pattern_error(written, reason)),
            };
            for (name, target) in targets {
                let (source, language) = (path(source)?, known(name)?.language.clone());
                pairs.push(DeclaredPair { source, language, target: path(target)?, at: self.at(&target.span()) });
            }
        }
        let segmentation = self.segmentation(written.segmentation, |name| known(name).map(|_| ()))?;
        let mut gate = self.gate(&written.gate, &written.rules)?;
        for (name, least) in &written.gate.min_coverage {
            if !(0.0..=100.0).contains(least) {
                let reason =
                    ConfigurationReason::Value { value: least.to_string(), possible: vec!["0…100".to_owned()] };
                return Err(self.error(&name.span(), reason));
            }
            gate.min_coverage.push((known(name)?.language.clone(), *least));
        }
        for (name, most) in &written.gate.max_stale {
            gate.max_stale.push((known(name)?.language.clone(), *most));
        }
        Ok(Config {
            source,
            targets,
            history: project.history,
            declarations: self.declarations(written.history)?,
            memory: project.memory.as_ref().map_or_else(|| Ok("memory".to_owned()), |path| self.inside(path))?,
            skip,
            not_offered,
            documents,
            pairs,
            boilerplate: written.boilerplate,
            segmentation,
            gate,
        })
    }

    /// `ar = "ar-SA"`, or `ar = { path = "arabisch", tmx = "ar-SA" }`.
    fn codes(
        &self,
        language: Language,
        all: &BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    ) -> Result<LanguageCodes, ProjectError> {
        let (mut path, mut tmx) = (language.to_string(), language.clone());
        if let Some(written) = all.get(language.as_str()) {
            let fail = |reason| self.error(&written.span(), reason);
            let tag = |text: &str| text.parse().map_err(|error| fail(ConfigurationReason::Language(error)));
            match written.get_ref() {
                toml::Value::String(text) => tmx = tag(text)?,
                toml::Value::Table(table) => {
                    for (key, value) in table {
                        match (key.as_str(), value) {
                            ("path", toml::Value::String(code)) => path.clone_from(code),
                            ("tmx", toml::Value::String(text)) => tmx = tag(text)?,
                            _ => {
                                let suggestion = closest(key, ["path", "tmx"].into_iter());
                                return Err(fail(ConfigurationReason::UnknownKey { key: key.clone(), suggestion }));
                            }
                        }
                    }
                }
                _ => {
                    let possible = vec!["\"ar-SA\"".to_owned(), "{ path = \"ar\", tmx = \"ar-SA\" }".to_owned()];
                    let value = written.get_ref().to_string();
                    return Err(fail(ConfigurationReason::Value { value, possible }));
                }
            }
        }
        Ok(LanguageCodes { language, path, tmx })
    }

    fn documents(&self, entry: &WrittenDocuments) -> Result<Documents, ProjectError> {
        let (source, target) = (self.pattern(&entry.source)?, self.pattern(&entry.target)?);
        if !target.has_language() {
            return Err(self.pattern_error(&entry.target, PatternReason::NoLanguage));
        }
        if !target.same_wildcards(&source) {
            return Err(self.pattern_error(&entry.target, PatternReason::WildcardsDiffer));
        }
        Ok(Documents { source, target, at: self.at(&entry.source.span()) })
    }

    fn gate(
        &self,
        gate: &WrittenGate,
        rules: &BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> Result<Gate, ProjectError> {
        let names: Vec<String> = gate.fail_on.iter().map(|name| name.get_ref().clone()).collect();
        let mut checked = Gate::fail_on(&names).map_err(|reason| {
            let wrong = gate.fail_on.iter().find(|name| rules_named(name.get_ref()).is_none());
            self.error(&wrong.map_or(0..0, Spanned::span), reason)
        })?;
        if let Some(least) = &gate.min_confidence {
            if !(0.0..=1.0).contains(least.get_ref()) {
                let (value, possible) = (least.get_ref().to_string(), vec!["0".to_owned(), "1".to_owned()]);
                return Err(self.error(&least.span(), ConfigurationReason::Value { value, possible }));
            }
            checked.min_confidence = Some(Confidence::new(*least.get_ref()));
        }
        if let Some(name) = &gate.baseline {
            checked.baseline = Some(self.inside(name)?);
        }
        for (name, severity) in rules {
            let Some(rules) = rules_named(name.get_ref()) else {
                let suggestion = closest(name.get_ref(), gate_names().iter().map(String::as_str));
                let reason = ConfigurationReason::UnknownKey { key: name.get_ref().clone(), suggestion };
                return Err(self.error(&name.span(), reason));
            };
            let level = match severity.get_ref().as_str() {
                "error" => Some(Severity::Error),
                "warning" => Some(Severity::Warning),
                "note" => Some(Severity::Note),
                "off" => None,
                other => {
                    let possible = ["error", "warning", "note", "off"].map(str::to_owned).into();
                    let reason = ConfigurationReason::Value { value: other.to_owned(), possible };
                    return Err(self.error(&severity.span(), reason));
                }
            };
            for rule in rules {
                match level {
                    Some(level) => {
                        checked.severities.insert(rule, level);
                    }
                    None => checked.off.push(rule),
                }
            }
        }
        Ok(checked)
    }

    fn declarations(&self, written: WrittenHistory) -> Result<Declarations, ProjectError> {
        let usual = Declarations::default();
        let named = |names: Option<Vec<String>>, usual: Vec<String>| match names {
            Some(names) => names.into_iter().filter(|name| !name.trim().is_empty()).collect(),
            None => usual,
        };
        Ok(Declarations {
            base_keys: named(written.base_keys, usual.base_keys),
            trailers: named(written.trailers, usual.trailers),
            ignore_revs: match written.ignore_revs.as_ref().filter(|path| !path.get_ref().is_empty()) {
                Some(path) => self.inside(path)?,
                None if written.ignore_revs.is_some() => String::new(),
                None => usual.ignore_revs,
            },
        })
    }
}

fn closest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name.to_owned())
}

/// The nearest configuration: in `start` or above it, up to the root of the git repository that holds it.
pub(crate) fn find(start: &Path) -> Result<PathBuf, ProjectError> {
    let start =
        std::path::absolute(start).map_err(|reason| ProjectError::Unreadable { path: start.to_owned(), reason })?;
    if !start.exists() {
        let reason = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(ProjectError::Unreadable { path: start, reason });
    }
    for directory in start.ancestors() {
        let candidate = directory.join(FILE_NAME);
        if candidate.is_file() {
            return Ok(candidate);
        }
        if directory.join(".git").exists() {
            break;
        }
    }
    Err(ProjectError::NoConfiguration { start })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "[project]\nsource = \"de\"\ntargets = [\"en\", \"ar\"]\n";
    const DOCUMENTS: &str = "[[documents]]\nsource = \"de/*.md\"\ntarget = \"{language}/*.md\"\n";

    #[test]
    fn codes_and_gates() {
        let text = format!(
            "{HEAD}[languages]\nar = \"ar-SA\"\nen = {{ path = \"english\", tmx = \"en-GB\" }}\n{DOCUMENTS}\
             [gate]\nfail-on = [\"untranslated\"]\nmin-coverage = {{ en = 90 }}\n[rules]\nstale-minor = \"off\"\n"
        );
        let config = Config::parse(&text, Path::new("hexapla.toml")).unwrap();
        let codes: Vec<_> = config.targets.iter().map(|codes| (codes.path.as_str(), codes.tmx.as_str())).collect();
        assert_eq!(codes, [("english", "en-GB"), ("ar", "ar-SA")]);
        assert_eq!(config.gate.severity(Rule::MissingSegment), Some(Severity::Error));
        assert_eq!(config.gate.severity(Rule::Stale), Some(Severity::Warning));
        assert_eq!(config.gate.severity(Rule::StaleMinor), None);
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        let check = |text: &str, want: &str| {
            let error = Config::parse(text, Path::new("hexapla.toml")).unwrap_err();
            assert_eq!(error.to_string(), want, "{text}");
        };
        let with = |line: &str| format!("{HEAD}{line}\n{DOCUMENTS}");
        check(&with("memroy = \"x\""), "hexapla.toml:4:1: unknown key `memroy`");
        check(&with("history = \"never\""), "hexapla.toml:4:11: `never` is none of [\"auto\", \"off\", \"require\"]");
        check(&with("[languages]\nru = \"ru-RU\""), "hexapla.toml:5:1: `ru` is none of [\"de\", \"en\", \"ar\"]");
        check(&with("[languages]\nar = \"arabisch\""), "hexapla.toml:5:6: `arabisch` names no known language");
        check(
            &with("[gate]\nfail-on = [\"everything\"]"),
            &format!("hexapla.toml:5:12: `everything` is none of {:?}", gate_names()),
        );
        check(&with("[rules]\nstael = \"off\""), "hexapla.toml:5:1: unknown key `stael`");
        check(
            &with("not-offered = { r = [\"de/*.md\"] }"),
            "hexapla.toml:4:17: `r` is none of [\"de\", \"en\", \"ar\"]",
        );
        check(HEAD, "hexapla.toml:1:1: no [[documents]]");
        check(
            &format!("{HEAD}[[documents]]\nsource = \"de/*.md\"\ntarget = \"en/*.md\"\n"),
            "hexapla.toml:6:10: pattern `en/*.md`: `{language}` is missing",
        );
        check(
            &format!("{HEAD}[[documents]]\nsource = \"de/**/*.md\"\ntarget = \"{{language}}/*.md\"\n"),
            "hexapla.toml:6:10: pattern `{language}/*.md`: it needs the wildcards of the source pattern, in the same order",
        );
        check(
            "[project]\nsource = \"deutsch\"\ntargets = [\"en\"]\n",
            "hexapla.toml:2:10: `deutsch` names no known language",
        );
    }

    #[test]
    fn a_misspelt_key_gets_a_suggestion() {
        let text = format!("{HEAD}memroy = \"x\"\n{DOCUMENTS}");
        let Err(ProjectError::Configuration { reason: ConfigurationReason::UnknownKey { suggestion, .. }, .. }) =
            Config::parse(&text, Path::new("hexapla.toml"))
        else {
            panic!("no unknown key in {text}");
        };
        assert_eq!(suggestion.as_deref(), Some("memory"));
    }
}
