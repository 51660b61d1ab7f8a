//! Numbers and plural forms in the reader's language.
//!
//! Fluent's own `NUMBER()` neither groups nor localises (fluent-rs #269), and its plural rules are wrong for Arabic
//! above 100 (intl_pluralrules 7.0.2 forgets the modulo), so the messages call `NUM()` and `PLURAL()` from here, which
//! stand on the Unicode CLDR data of ICU4X.

use fluent::FluentValue;
use fluent::types::FluentNumber;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// A number that is shown to a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    value: f64,
    digits: usize,
}

impl Number {
    /// A number with so many digits after the decimal separator.
    pub(crate) fn decimal(value: f64, digits: usize) -> Self {
        Self { value, digits }
    }

    /// As an argument of a message.
    pub(crate) fn to_fluent(self) -> FluentValue<'static> {
        let mut number = FluentNumber::from(self.value);
        number.options.minimum_fraction_digits = Some(self.digits);
        FluentValue::Number(number)
    }

    fn from_fluent(number: &FluentNumber) -> Self {
        Self { value: number.value, digits: number.options.minimum_fraction_digits.unwrap_or(0) }
    }

    fn exact(self) -> Decimal {
        format!("{:.*}", self.digits, self.value).parse().unwrap_or_default()
    }
}

impl From<usize> for Number {
    fn from(value: usize) -> Self {
        // Counts of segments and words are far below 2^53.
        Self { value: value as f64, digits: 0 }
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self { value: f64::from(value), digits: 0 }
    }
}

/// Writes a number in the manner of a locale: grouped, with its separators and digits.
pub(crate) fn written(number: Number, locale: &Locale) -> String {
    let exact = number.exact();
    match DecimalFormatter::try_new(locale.into(), Default::default()) {
        Ok(formatter) => formatter.format(&exact).to_string(),
        Err(_) => exact.to_string(),
    }
}

/// The name of the plural form that a number takes in a locale: `one`, `few` …
fn plural_form(number: Number, locale: &Locale) -> &'static str {
    let Ok(rules) = PluralRules::try_new_cardinal(locale.into()) else { return "other" };
    match rules.category_for(&number.exact()) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// What the Fluent function `NUM($n)` gives.
pub(crate) fn num(arguments: &[FluentValue<'_>], locale: &Locale) -> FluentValue<'static> {
    match arguments {
        [FluentValue::Number(number)] => FluentValue::String(written(Number::from_fluent(number), locale).into()),
        _ => FluentValue::Error,
    }
}

/// What the Fluent function `PLURAL($n)` gives.
pub(crate) fn plural(arguments: &[FluentValue<'_>], locale: &Locale) -> FluentValue<'static> {
    match arguments {
        [FluentValue::Number(number)] => FluentValue::String(plural_form(Number::from_fluent(number), locale).into()),
        _ => FluentValue::Error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTS: [usize; 13] = [0, 1, 2, 3, 5, 11, 21, 100, 103, 111, 199, 1005, 1_234_567];

    #[test]
    fn plural_forms_are_those_of_cldr() {
        let check = |tag: &str, want: &str| {
            let locale: Locale = tag.parse().unwrap();
            let forms: Vec<_> = COUNTS.iter().map(|n| plural_form((*n).into(), &locale)).collect();
            assert_eq!(forms.join(" "), want, "{tag} {COUNTS:?}");
        };
        check("en", "other one other other other other other other other other other other other");
        check("de", "other one other other other other other other other other other other other");
        check("ru", "many one few few many many one many few many many many many");
        check("ar", "zero one two few few many many other few many many few many");
    }

    #[test]
    fn numbers_are_written_as_in_the_locale() {
        let check = |tag: &str, number: Number, want: &str| {
            assert_eq!(written(number, &tag.parse().unwrap()), want, "{tag} {number:?}");
        };
        check("en", Number::from(1_234_567_u32), "1,234,567");
        check("de", Number::from(1_234_567_u32), "1.234.567");
        check("de-CH", Number::from(1_234_567_u32), "1'234'567");
        check("ru", Number::from(1_234_567_u32), "1\u{A0}234\u{A0}567");
        check("ar", Number::from(1_234_567_u32), "1,234,567");
        check("ar-EG", Number::from(1_234_567_u32), "١٬٢٣٤٬٥٦٧");
        check("ar-SA", Number::from(1_234_567_u32), "١٬٢٣٤٬٥٦٧");
        check("de", Number::decimal(0.93, 2), "0,93");
        check("ru", Number::decimal(99.949, 1), "99,9");
        check("en", Number::from(0_u32), "0");
    }
}
