//! Checks of a pair that is otherwise in order: numbers, links, inline codes, placeholders, punctuation, length.
//!
//! Few false alarms is the measure. A check speaks only where source and target surely disagree; what may be right in
//! some language is no doubt. Each has its [`Rule`], which a project can switch off.

mod code;
mod length;
mod link;
mod number;
mod number_words;
mod placeholder;
mod punctuation;

use crate::document::InlineCode;
use crate::language::Language;
use crate::text::runs_beside;

use super::Rule;

pub use length::{Extreme, LengthModel};

/// One side of a pair.
#[derive(Clone, Copy, Debug)]
pub struct CheckedSide<'a> {
    /// Its language.
    pub language: &'a Language,
    /// How its language is written in paths and addresses: `ar`, or `arabisch`.
    pub code: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its inline codes.
    pub codes: &'a [InlineCode],
}

/// Something in which source and target disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Which check says so.
    pub rule: Rule,
    /// What it is about, source before target, `–` for nothing: `7 ↔ 5`, `{name} ↔ –`.
    pub detail: String,
}

/// All doubts about a pair, in the order of the rules. [`LengthModel`] tells of its length; that takes many pairs.
///
/// ```
/// use hexapla_core::status::{CheckedSide, Rule, check_pair};
/// let (german, english) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let side = |language, text| CheckedSide { language, code: "", text, codes: &[] };
/// let doubts = |source, target| check_pair(side(&german, source), side(&english, target));
/// assert_eq!(doubts("Der Rundgang kostet 7 Euro.", "The tour costs 5 euros.")[0].detail, "7 ↔ 5");
/// assert_eq!(doubts("Um 18 Uhr kamen 1.240 Leute.", "At 6 pm, 1,240 people came."), []);
/// assert_eq!(doubts("Hallo, {name}!", "Hello, {nom}!")[0].rule, Rule::Placeholders);
/// ```
pub fn check_pair(source: CheckedSide<'_>, target: CheckedSide<'_>) -> Vec<Doubt> {
    let found = [
        numbers(&source, &target),
        Doubt::about(Rule::Links, link::difference(&source, &target)),
        Doubt::about(Rule::InlineCodes, code::difference(&source, &target)),
        Doubt::about(Rule::Placeholders, placeholder::difference(&source, &target)),
        Doubt::about(Rule::Punctuation, punctuation::difference(&source, &target)),
    ];
    found.into_iter().flatten().collect()
}

/// Of the doubts about a pair, those that no pair may give rise to that belongs together: about numbers, links and
/// placeholders. Of a pair that nobody vouches for, only these are worth telling.
///
/// ```
/// use hexapla_core::status::{CheckedSide, Rule, contradictions};
/// let (german, english) = ("de".parse().unwrap(), "en".parse().unwrap());
/// let side = |language, text| CheckedSide { language, code: "", text, codes: &[] };
/// let doubts = |source, target| contradictions(side(&german, source), side(&english, target));
/// assert_eq!(doubts("Der Rundgang kostet 7 Euro.", "The tour costs 5 euros.")[0].rule, Rule::Numbers);
/// assert_eq!(doubts("Kommt ihr?", "You are coming."), []);
/// ```
pub fn contradictions(source: CheckedSide<'_>, target: CheckedSide<'_>) -> Vec<Doubt> {
    let found = [
        numbers(&source, &target).filter(|doubt| doubt.rule == Rule::Numbers),
        Doubt::about(Rule::Links, link::difference(&source, &target)),
        Doubt::about(Rule::Placeholders, placeholder::difference(&source, &target)),
    ];
    found.into_iter().flatten().collect()
}

fn numbers(source: &CheckedSide<'_>, target: &CheckedSide<'_>) -> Option<Doubt> {
    let found = number::difference((source.text, source.language), (target.text, target.language))?;
    let rule = if found.may_be_spelled { Rule::SpelledNumbers } else { Rule::Numbers };
    Doubt::about(rule, Some((found.source, found.target)))
}

impl Doubt {
    fn about(rule: Rule, found: OneSided) -> Option<Self> {
        let (source, target) = found?;
        Some(Self { rule, detail: format!("{} ↔ {}", listed(&source), listed(&target)) })
    }
}

/// What is on one side only: the source's, the target's.
type OneSided = Option<(Vec<String>, Vec<String>)>;

/// What is in one list and not in the other, as often as it is.
fn one_sided(source: &[String], target: &[String]) -> OneSided {
    let less = |these: &[String], those: &[String]| -> Vec<String> {
        let mut those: Vec<&String> = those.iter().collect();
        let mut rest = Vec::new();
        for one in these {
            match those.iter().position(|other| *other == one) {
                Some(at) => _ = those.swap_remove(at),
                None => rest.push(one.clone()),
            }
        }
        rest
    };
    let (source, target) = (less(source, target), less(target, source));
    (!source.is_empty() || !target.is_empty()).then_some((source, target))
}

/// So many things are listed; a table of numbers helps nobody.
const LISTED: usize = 6;

fn listed(things: &[String]) -> String {
    if things.is_empty() {
        return "–".to_owned();
    }
    let shown = things.iter().take(LISTED).cloned().collect::<Vec<_>>().join("  ");
    if things.len() > LISTED { format!("{shown}  …") } else { shown }
}

/// The text with its web and e-mail addresses left out.
fn without_addresses(text: &str) -> String {
    let is_address = |word: &&str| word.contains("://") || word.contains("www.") || word.contains('@');
    text.split_inclusive(char::is_whitespace).flat_map(runs_beside).filter(|run| !is_address(run)).collect()
}
