//! Which language to speak: what the user says, else what the environment says.

use std::ffi::OsString;

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use icu_locale_core::Locale;
use unic_langid::{CharacterDirection, LanguageIdentifier};

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A language that we speak, and the locale in which its numbers are written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UiLanguage {
    spoken: LanguageIdentifier,
    numbers: Locale,
}

impl UiLanguage {
    /// The language of a tag such as `de`, `de-AT` or `ar_EG.UTF-8`, if we speak it. The region still decides how
    /// numbers are written.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or(tag).replace('_', "-");
        if matches!(tag.as_str(), "C" | "POSIX") {
            return Self::from_tag("en");
        }
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        let available: Vec<LanguageIdentifier> = available().filter_map(|language| language.parse().ok()).collect();
        let wanted = [wanted];
        let found = negotiate_languages(&wanted, &available, None, NegotiationStrategy::Lookup);
        let spoken = (*found.first()?).clone();
        let numbers = wanted[0].to_string().parse().or_else(|_| spoken.to_string().parse()).ok()?;
        Some(Self { spoken, numbers })
    }

    /// The language of the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says something (POSIX),
    /// else that of the desktop; English where we do not speak it.
    pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
        let said = said.or_else(sys_locale::get_locale).and_then(|tag| Self::from_tag(&tag));
        said.or_else(|| Self::from_tag("en"))
            .unwrap_or_else(|| Self { spoken: LanguageIdentifier::default(), numbers: Locale::UNKNOWN })
    }

    /// Its tag, without a region.
    pub(crate) fn tag(&self) -> &str {
        self.spoken.language.as_str()
    }

    /// As Fluent wants it.
    pub(crate) fn spoken(&self) -> &LanguageIdentifier {
        &self.spoken
    }

    /// The locale in which numbers are written.
    pub(crate) fn numbers(&self) -> &Locale {
        &self.numbers
    }

    /// Whether its lines run from right to left.
    pub(crate) fn is_right_to_left(&self) -> bool {
        self.spoken.character_direction() == CharacterDirection::RTL
    }

    /// All its messages, as Fluent text.
    pub(crate) fn messages(&self) -> &'static str {
        LOCALES.iter().find(|(language, _)| *language == self.tag()).map_or("", |(_, text)| text)
    }
}

/// The tags of the languages that we speak.
pub(crate) fn available() -> impl Iterator<Item = &'static str> {
    LOCALES.iter().map(|(language, _)| *language)
}

/// The value of an option that must be known before the arguments can be parsed, since it decides how a mistake in them
/// is told: `--name value` or `--name=value`, anywhere before `--`.
pub(crate) fn early_option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    let mut found = None;
    while let Some(argument) = arguments.next().filter(|argument| argument != "--") {
        match argument.strip_prefix(name) {
            Some("") => found = arguments.next().map(Into::into),
            Some(rest) => found = rest.strip_prefix('=').map(str::to_owned).or(found),
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_speaks_in_the_order_of_posix() {
        let check = |variables: &[(&str, &str)], want: &str| {
            let variable = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(UiLanguage::of_environment(variable).tag(), want, "{variables:?}");
        };
        check(&[("LANG", "de_DE.UTF-8")], "de");
        check(&[("LC_MESSAGES", "ru_RU"), ("LANG", "de_DE")], "ru");
        check(&[("LC_ALL", "ar_EG.UTF-8"), ("LC_MESSAGES", "ru"), ("LANG", "de")], "ar");
        check(&[("LC_ALL", ""), ("LANG", "de_AT@euro")], "de");
        check(&[("LC_ALL", "C"), ("LANG", "de")], "en");
        check(&[("LC_ALL", "C.UTF-8"), ("LANG", "de")], "en");
        check(&[("LANG", "fr_FR.UTF-8")], "en");
        check(&[("LANG", "nonsense!")], "en");
    }

    #[test]
    fn early_options_are_found_before_and_after_the_command() {
        let check = |line: &str, want: Option<&str>| {
            let arguments: Vec<OsString> = line.split(' ').map(Into::into).collect();
            assert_eq!(early_option(&arguments, "--ui-language").as_deref(), want, "{line}");
        };
        check("hexapla --ui-language de status", Some("de"));
        check("hexapla status --ui-language=ru", Some("ru"));
        check("hexapla status", None);
        check("hexapla status --ui-language", None);
        check("hexapla --ui-language de --ui-language ar", Some("ar"));
        check("hexapla segment -- --ui-language de", None);
        check("hexapla --ui-languages=de", None);
    }
}
