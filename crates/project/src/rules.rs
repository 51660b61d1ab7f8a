//! The rules that cut a project's texts: our own, or those of a file that the user's tool goes by.

use std::path::{Path, PathBuf};

use hexapla_core::language::Language;
use hexapla_core::segment::srx::{self, LanguageMap, Srx, SrxWarning, SrxWarningKind, Tool};
use hexapla_core::segment::{FaultKind, Rules, Trim};
use hexapla_core::text::Place;

use crate::config::{self, Config, Segmentation};
use crate::error::{At, ProjectError, RulesReason};
use crate::tree;

/// The rules for the source language, and for every target in the order of the configuration.
pub(crate) fn of_project(root: &Path, config: &Config) -> Result<(Rules, Vec<Rules>), ProjectError> {
    let choice = Choice::of(root, &config.segmentation)?;
    let targets = config.targets.iter().map(|codes| choice.rules(&codes.language)).collect::<Result<_, _>>()?;
    Ok((choice.rules(&config.source.language)?, targets))
}

/// The rules that the project around `start` has for a language, be it one of its own or not; `None` where there is
/// no project, or it says nothing of segmentation.
///
/// # Errors
///
/// The configuration or the rule file cannot be read, or has no rules for the language.
pub fn configured_rules(start: &Path, language: &Language) -> Result<Option<Rules>, ProjectError> {
    let path = match config::find(start) {
        Ok(path) => path,
        Err(ProjectError::NoConfiguration { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let config = Config::read(&path)?;
    if config.segmentation == Segmentation::default() {
        return Ok(None);
    }
    let root = path.parent().unwrap_or(Path::new("."));
    Choice::of(root, &config.segmentation)?.rules(language).map(Some)
}

/// The rules of a project for OmegaT, see [`crate::Project::omegat_rules`].
pub(crate) fn for_omegat(root: &Path, segmentation: &Segmentation) -> Result<Srx, ProjectError> {
    let Some(file) = Choice::of(root, segmentation)?.file else {
        return Ok(srx::own_for(Tool::OmegaT, &segmentation.profile));
    };
    let mut srx = file.srx.clone();
    let mut maps = Vec::new();
    for (language, own_name) in &segmentation.rules_languages {
        let groups = file.srx.groups_for(own_name).map_err(|missing| file.no_rules(missing))?;
        let map = |group: &srx::RuleGroup| LanguageMap {
            pattern: language.clone(),
            group: group.name.clone(),
            list: None,
            comment: None,
            place: None,
        };
        maps.extend(groups.into_iter().map(map));
    }
    srx.maps.splice(..0, maps);
    Ok(srx)
}

/// Which rules a project has chosen.
struct Choice<'a> {
    segmentation: &'a Segmentation,
    file: Option<RuleFile>,
}

impl<'a> Choice<'a> {
    fn of(root: &Path, segmentation: &'a Segmentation) -> Result<Self, ProjectError> {
        let read = |name: &String| RuleFile::read(&tree::absolute(root, name), name);
        Ok(Self { segmentation, file: segmentation.rules.as_ref().map(read).transpose()? })
    }

    fn rules(&self, language: &Language) -> Result<Rules, ProjectError> {
        let profile = &self.segmentation.profile;
        let Some(file) = &self.file else { return Ok(Rules::with_profile(language, profile)) };
        let own_name = self.segmentation.rules_languages.get(language.as_str());
        file.rules(own_name.map_or(language.as_str(), String::as_str), profile.trim)
    }
}

/// A file of segmentation rules (SRX) as a user's tool writes it.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is called in fingerprints, so that they do not depend on the machine: its path as the user wrote it.
    pub name: String,
    /// What it says.
    pub srx: Srx,
    /// What is odd about it as a file; [`RuleFile::validate`] also looks into the rules.
    pub warnings: Vec<SrxWarning>,
}

impl RuleFile {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is no XML, is no SRX, or of a version that nobody knows: with file, line and column.
    pub fn read(path: &Path, name: &str) -> Result<Self, ProjectError> {
        let bytes = std::fs::read(path).map_err(|reason| ProjectError::Unreadable { path: path.to_owned(), reason })?;
        Self::of_bytes(&bytes, path, name)
    }

    /// The same of bytes that were read already, from standard input say; `path` is what messages call them.
    ///
    /// # Errors
    ///
    /// As [`RuleFile::read`], but for the reading.
    pub fn of_bytes(bytes: &[u8], path: &Path, name: &str) -> Result<Self, ProjectError> {
        let (path, name) = (path.to_owned(), name.to_owned());
        match srx::read(&hexapla_xml::decode(bytes).text) {
            Ok(file) => Ok(Self { path, name, srx: file.srx, warnings: file.warnings }),
            Err(error) => {
                Err(ProjectError::Rules { path, at: at(Some(error.place)), reason: RulesReason::File(error.kind) })
            }
        }
    }

    fn no_rules(&self, missing: srx::NoRules) -> ProjectError {
        let first = self.srx.maps.first().and_then(|map| map.place);
        ProjectError::Rules { path: self.path.clone(), at: at(first), reason: RulesReason::NoMap(missing) }
    }

    /// The rules for a language code, ready to cut.
    ///
    /// # Errors
    ///
    /// No language map fits, or one that does names a group that is not there; the pattern of a map cannot be read; a rule
    /// cannot be compiled, or fits the empty string. Such rules are never left out: without them the text would be cut
    /// otherwise than in the tool that the file comes from, and nobody would know.
    pub fn rules(&self, code: &str, trim: Trim) -> Result<Rules, ProjectError> {
        let asked: Vec<&LanguageMap> = self.srx.maps_for(code).collect();
        let missed = |(map, warning): &(&LanguageMap, SrxWarning)| match warning.kind {
            SrxWarningKind::NoGroup { .. } => asked.iter().any(|asked| std::ptr::eq(*asked, *map)),
            _ => true,
        };
        if let Some((_, warning)) = self.srx.dead_ends().find(missed) {
            let reason = RulesReason::Map(warning.kind);
            return Err(ProjectError::Rules { path: self.path.clone(), at: at(Some(warning.place)), reason });
        }
        let (rules, faults) =
            Rules::from_srx(&self.srx, code, &self.name, trim).map_err(|missing| self.no_rules(missing))?;
        match faults.into_iter().find(|fault| is_fatal(&fault.kind)) {
            None => Ok(rules),
            Some(fault) => {
                let reason = RulesReason::Rule(fault.kind);
                Err(ProjectError::Rules { path: self.path.clone(), at: at(fault.rule.place), reason })
            }
        }
    }

    /// Everything that is odd or wrong with the file and with the rules of all languages, in the order of the file.
    pub fn validate(&self) -> Vec<SrxWarning> {
        let mut all = self.warnings.clone();
        all.extend(self.srx.validate());
        all.sort_by_key(|warning| warning.place);
        all
    }
}

/// Whether nothing can be cut as the file wants it.
fn is_fatal(fault: &FaultKind) -> bool {
    matches!(fault, FaultKind::Unusable { .. } | FaultKind::FitsNothing)
}

/// Whether a file with this in it is wrong, and not only odd.
pub fn is_wrong(warning: &SrxWarningKind) -> bool {
    match warning {
        SrxWarningKind::Rule(fault) => is_fatal(fault),
        SrxWarningKind::NoGroup { .. } | SrxWarningKind::NoMaps | SrxWarningKind::BadMap(_) => true,
        _ => false,
    }
}

fn at(place: Option<Place>) -> At {
    place.map_or(At { line: 1, column: 1 }, |place| At { line: place.line, column: place.column })
}

#[cfg(test)]
mod tests {
    use hexapla_core::segment::Segmenter;

    use super::*;

    fn project(rule: &str, segmentation: &str) -> Result<(Rules, Vec<Rules>), ProjectError> {
        let directory = tempfile::tempdir().unwrap();
        let srx = format!(
            "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"no\"/><body>\
             <languagerules><languagerule languagerulename=\"all\">\n<rule break=\"yes\">{rule}</rule></languagerule></languagerules>\
             <maprules><languagemap languagepattern=\"(en|de_two)\" languagerulename=\"all\"/></maprules></body></srx>"
        );
        std::fs::write(directory.path().join("rules.srx"), srx).unwrap();
        let text = format!(
            "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/*.md\"\n\
             target = \"{{language}}/*.md\"\n[segmentation]\n{segmentation}\n"
        );
        of_project(directory.path(), &Config::parse(&text, Path::new("hexapla.toml"))?)
    }

    const OWN_FILE: &str = "rules = \"rules.srx\"\nrules-languages = { de = \"de_two\" }";

    #[test]
    fn a_project_brings_its_own_rules() {
        let (source, targets) = project("<beforebreak>!</beforebreak><afterbreak>\\s</afterbreak>", OWN_FILE).unwrap();
        assert_eq!(source.segment("Ja. Nein! Doch.").len(), 2);
        assert_eq!(targets[0].segment("Yes. No! Yes.").len(), 2);
    }

    #[test]
    fn omegat_gets_the_rules_of_the_project() {
        let directory = tempfile::tempdir().unwrap();
        let head = "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/*.md\"\n\
                    target = \"{language}/*.md\"\n[segmentation]\n";
        let rules = |segmentation: &str| {
            std::fs::write(directory.path().join("hexapla.toml"), format!("{head}{segmentation}\n")).unwrap();
            crate::Project::open(directory.path()).unwrap().omegat_rules().unwrap()
        };
        let cut = |srx: &Srx| Rules::from_srx(srx, "de", "x", Trim::Ends).unwrap().0.segment("Ja: Nein! Doch.").len();
        assert_eq!(cut(&rules("")), 2);
        assert_eq!(cut(&rules("break-at = [\"colon\"]")), 3);
        let file = "<srx version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"yes\"/><body><languagerules>\
                    <languagerule languagerulename=\"all\"><rule break=\"yes\"><beforebreak>:</beforebreak></rule>\
                    </languagerule></languagerules><maprules><languagemap languagepattern=\"(en|de_two)\" \
                    languagerulename=\"all\"/></maprules></body></srx>";
        std::fs::write(directory.path().join("rules.srx"), file).unwrap();
        assert_eq!(cut(&rules(OWN_FILE)), 2);
    }

    #[test]
    fn a_project_says_where_our_rules_break() {
        let (source, _) = project("", "break-at = [\"colon\", \"line\"]\ntrim = false").unwrap();
        let text = "Ja: nein\nDoch; nie.";
        let segments: Vec<&str> = source.segment(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(segments, ["Ja: ", "nein\n", "Doch; nie."]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let check = |rule: &str, segmentation: &str, want: &str| {
            let error = project(rule, segmentation).unwrap_err().to_string();
            assert!(error.contains(want), "{error}");
        };
        check("<beforebreak>(</beforebreak><afterbreak>\\s</afterbreak>", OWN_FILE, "rules.srx:2:1: ");
        check("<beforebreak>x*</beforebreak>", OWN_FILE, "rules.srx:2:1: ");
        check("<beforebreak>.<beforebreak>", OWN_FILE, "rules.srx:2:");
        check("<beforebreak>!</beforebreak>", "rules = \"rules.srx\"", "no language map fits `de`");
        check("", "rules = \"rules.srx\"\nbreak-at = [\"colon\"]", "hexapla.toml:9:12: ");
        check("", "break-at = [\"comma\"]", "hexapla.toml:8:13: `comma` is none of");
    }

    #[test]
    fn a_map_that_leads_nowhere_is_an_error_if_it_is_asked() {
        let check = |cascade: &str, maps: &[(&str, &str)], wrong: bool| {
            let map = |(pattern, group): &(&str, &str)| {
                format!("<languagemap languagepattern=\"{pattern}\" languagerulename=\"{group}\"/>")
            };
            let srx = format!(
                "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"{cascade}\"/>\
                 <body><languagerules><languagerule languagerulename=\"all\"><rule><beforebreak>x</beforebreak></rule>\
                 </languagerule></languagerules><maprules>{}</maprules></body></srx>",
                maps.iter().map(map).collect::<String>()
            );
            let file = RuleFile::of_bytes(srx.as_bytes(), Path::new("a.srx"), "a.srx").unwrap();
            let found = file.rules("de", Trim::Ends);
            let is_dead = matches!(&found, Err(ProjectError::Rules { reason: RulesReason::Map(_), .. }));
            assert_eq!((is_dead, found.is_ok()), (wrong, !wrong), "{cascade} {maps:?}");
        };
        check("yes", &[("de", "nobody"), (".*", "all")], true);
        check("yes", &[("*de", "all"), (".*", "all")], true);
        check("yes", &[("fr", "nobody"), (".*", "all")], false);
        check("no", &[("de", "nobody"), (".*", "all")], true);
        check("no", &[(".*", "all"), ("de", "nobody")], false);
    }
}
