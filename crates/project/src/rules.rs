//! The rules that cut a project's texts: our own, or those of a file that the project names.

use std::path::Path;

use hexapla_core::language::Language;
use hexapla_core::segment::srx::{self, Srx};
use hexapla_core::segment::{FaultKind, Rules, Trim};
use hexapla_core::text::Place;

use crate::config::Config;
use crate::error::{At, ConfigurationReason, ProjectError};
use crate::tree;

/// The rules for the source language, and for every target in the order of the configuration.
pub(crate) fn of_project(root: &Path, config: &Config) -> Result<(Rules, Vec<Rules>), ProjectError> {
    let languages = || config.targets.iter().map(|codes| &codes.language);
    let source = &config.source.language;
    let Some(name) = &config.segmentation.rules else {
        return Ok((Rules::for_language(source), languages().map(Rules::for_language).collect()));
    };
    let file = RuleFile::read(root, name)?;
    Ok((file.rules(source)?, languages().map(|language| file.rules(language)).collect::<Result<_, _>>()?))
}

struct RuleFile<'a> {
    path: std::path::PathBuf,
    name: &'a str,
    srx: Srx,
}

impl<'a> RuleFile<'a> {
    fn read(root: &Path, name: &'a str) -> Result<Self, ProjectError> {
        let path = tree::absolute(root, name);
        let bytes = std::fs::read(&path).map_err(|reason| ProjectError::Unreadable { path: path.clone(), reason })?;
        let decoded = hexapla_xml::decode(&bytes);
        match srx::read(&decoded.text) {
            Ok(file) => Ok(Self { path, name, srx: file.srx }),
            Err(error) => Err(told(&path, Some(error.place), error.kind.to_string())),
        }
    }

    /// A rule that cannot be compiled is an error: without it the text would be cut otherwise than in the tool that the
    /// file comes from, and nobody would know.
    fn rules(&self, language: &Language) -> Result<Rules, ProjectError> {
        let (rules, faults) = Rules::from_srx(&self.srx, language.as_str(), self.name, Trim::Ends)
            .map_err(|missing| told(&self.path, None, missing.to_string()))?;
        match faults.into_iter().find(|fault| matches!(fault.kind, FaultKind::Unusable { .. })) {
            None => Ok(rules),
            Some(fault) => Err(told(&self.path, fault.rule.place, fault.kind.to_string())),
        }
    }
}

fn told(path: &Path, place: Option<Place>, reason: String) -> ProjectError {
    let at = place.map_or(At { line: 1, column: 1 }, |place| At { line: place.line, column: place.column });
    ProjectError::Configuration { path: path.to_owned(), at, reason: ConfigurationReason::Syntax(reason) }
}

#[cfg(test)]
mod tests {
    use hexapla_core::segment::Segmenter;

    use super::*;

    fn project(rule: &str) -> Result<(Rules, Vec<Rules>), ProjectError> {
        let directory = tempfile::tempdir().unwrap();
        let srx = format!(
            "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header segmentsubflows=\"yes\" cascade=\"no\"/><body>\
             <languagerules><languagerule languagerulename=\"all\">\n<rule break=\"yes\">{rule}</rule></languagerule></languagerules>\
             <maprules><languagemap languagepattern=\".*\" languagerulename=\"all\"/></maprules></body></srx>"
        );
        std::fs::write(directory.path().join("rules.srx"), srx).unwrap();
        let text = "[project]\nsource = \"de\"\ntargets = [\"en\"]\n[[documents]]\nsource = \"de/*.md\"\n\
             target = \"{language}/*.md\"\n[segmentation]\nrules = \"rules.srx\"\n";
        of_project(directory.path(), &Config::parse(text, Path::new("hexapla.toml"))?)
    }

    #[test]
    fn a_project_brings_its_own_rules() {
        let (source, targets) = project("<beforebreak>!</beforebreak><afterbreak>\\s</afterbreak>").unwrap();
        assert_eq!(source.segment("Ja. Nein! Doch.").len(), 2);
        assert_eq!(targets[0].segment("Yes. No! Yes.").len(), 2);
    }

    #[test]
    fn a_rule_that_cannot_be_compiled_is_told_with_its_line() {
        let error = project("<beforebreak>(</beforebreak><afterbreak>\\s</afterbreak>").unwrap_err().to_string();
        assert!(error.contains("rules.srx:2:"), "{error}");
    }
}
