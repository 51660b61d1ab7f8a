//! Whether an edit of a target followed an edit of its source.

use crate::language::Language;
use crate::text::{Fold, fold};

use super::edit::{TokenKind, negations, token_kind, tokens};
use super::{EditKind, Passage, edit_kind};

/// A source and its target, both edited.
pub(super) struct Edits<'a> {
    /// The source, older and newer.
    pub(super) source: (&'a Passage, &'a Passage),
    /// The target, older and newer.
    pub(super) target: (&'a Passage, &'a Passage),
    /// Of source and target.
    pub(super) languages: (&'a Language, &'a Language),
}

/// What is known beside the texts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Circumstances {
    /// Whether one commit edited both.
    pub(super) together: bool,
    /// The part of the page's segments that were stale before the target's edit: the fewer, the less likely it is that
    /// an edit hits one by chance.
    pub(super) stale_share: Option<f32>,
}

/// Whether the target's edit followed the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Following {
    /// It did.
    Followed,
    /// It did not.
    NotFollowed,
    /// The content does not tell.
    Undecided,
}

/// From here on the evidence decides; natural logarithm of odds.
const DECIDED: f32 = 0.7;

impl Edits<'_> {
    /// Weighs the evidence.
    pub(super) fn verdict(&self, circumstances: &Circumstances) -> Following {
        let odds = self.odds(circumstances);
        if odds > DECIDED {
            Following::Followed
        } else if odds < -DECIDED {
            Following::NotFollowed
        } else {
            Following::Undecided
        }
    }

    /// The odds that the target followed, as a natural logarithm. The weights were set by hand on generated histories.
    fn odds(&self, circumstances: &Circumstances) -> f32 {
        let source_kind = edit_kind(self.source.0, self.source.1, self.languages.0);
        let target_kind = edit_kind(self.target.0, self.target.1, self.languages.1);
        let (Some(source_kind), Some(target_kind)) = (source_kind, target_kind) else { return 0.0 };
        let mut odds = -0.5;
        if circumstances.together {
            odds += 2.5;
        }
        if let Some(share) = circumstances.stale_share {
            odds += -share.clamp(0.08, 1.0).ln();
        }
        odds += kinds(source_kind, target_kind);
        odds += self.tokens();
        odds += self.negations();
        let (source, target) = (Shape::of(self.source.0, self.source.1), Shape::of(self.target.0, self.target.1));
        odds + growth(&source, &target) + place(&source, &target)
    }

    /// What both languages write alike: numbers, addresses, names.
    fn tokens(&self) -> f32 {
        let Difference { gained, lost } = Difference::of(self.source.0.text(), self.source.1.text());
        let (old, new) = (Signs::of(self.target.0.text()), Signs::of(self.target.1.text()));
        let followed = gained.iter().filter(|sign| new.have(sign) && !old.have(sign)).count()
            + lost.iter().filter(|sign| old.have(sign) && !new.have(sign)).count();
        let kept = lost.iter().filter(|sign| new.have(sign)).count();
        match followed.cmp(&kept) {
            std::cmp::Ordering::Greater => 6.0,
            std::cmp::Ordering::Less => -6.0,
            std::cmp::Ordering::Equal => 0.0,
        }
    }

    fn negations(&self) -> f32 {
        let change = |(old, new): (&Passage, &Passage), language| {
            (negation_count(new.text(), language) - negation_count(old.text(), language)).signum()
        };
        match (change(self.source, self.languages.0), change(self.target, self.languages.1)) {
            (0, 0) => 0.0,
            (0, _) => -1.0,
            (_, 0) => -3.0,
            (source, target) if source == target => 4.0,
            _ => -3.0,
        }
    }
}

fn kinds(source: EditKind, target: EditKind) -> f32 {
    match (source.is_minor(), target.is_minor()) {
        (false, true) => -4.0,
        (true, true) if source == target => 3.0,
        (true, true) => -1.5,
        (true, false) => -1.5,
        (false, false) if source == target => 0.3,
        (false, false) if target == EditKind::Number => -2.0,
        (false, false) => 0.0,
    }
}

/// How many words an edit took and gave, and where.
struct Shape {
    growth: i32,
    centre: f32,
}

impl Shape {
    fn of(old: &Passage, new: &Passage) -> Self {
        let words = |text: &str| -> Vec<String> {
            fold(text, Fold::Words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let (old, new) = (words(old.text()), words(new.text()));
        let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let shorter = old.len().min(new.len());
        let back = old.iter().rev().zip(new.iter().rev()).take(shorter - front).take_while(|(a, b)| a == b).count();
        let middle = |length: usize| (front + (length - back)) as f32 / 2.0 / length.max(1) as f32;
        let growth = i32::try_from(new.len()).unwrap_or(i32::MAX) - i32::try_from(old.len()).unwrap_or(i32::MAX);
        Self { growth, centre: (middle(old.len()) + middle(new.len())) / 2.0 }
    }
}

fn growth(source: &Shape, target: &Shape) -> f32 {
    if source.growth.abs() >= 2 {
        match target.growth.signum() {
            0 => -1.5,
            sign if sign == source.growth.signum() => 1.5,
            _ => -2.0,
        }
    } else if target.growth.abs() >= 4 {
        -1.0
    } else {
        0.0
    }
}

fn place(source: &Shape, target: &Shape) -> f32 {
    let apart = (source.centre - target.centre).abs();
    if apart < 0.2 {
        0.7
    } else if apart > 0.5 {
        -1.2
    } else {
        0.0
    }
}

/// Whether `target` was plainly made from `older` and not from `newer`: it says what only the older wording says, and
/// nothing that only the newer one does.
pub(super) fn made_from_older(
    older: &Passage,
    newer: &Passage,
    target: &str,
    languages: (&Language, &Language),
) -> bool {
    let Difference { gained, lost } = Difference::of(older.text(), newer.text());
    let signs = Signs::of(target);
    let has = |tokens: &[String]| tokens.iter().any(|token| signs.have(token));
    if has(&gained) {
        return false;
    }
    let negated = (negation_count(older.text(), languages.0), negation_count(newer.text(), languages.0));
    has(&lost) || negated.0 == 0 && negated.1 > 0 && negation_count(target, languages.1) == 0
}

/// Whether `target` carries numbers that its source lacks while it lacks numbers that the source has.
pub(super) fn numbers_disagree(source: &str, target: &str) -> bool {
    let (source, target) = (numbers(source), numbers(target));
    let lacks = |these: &[String], those: &[String]| these.iter().any(|number| !those.contains(number));
    !source.is_empty() && source.len() == target.len() && lacks(&source, &target) && lacks(&target, &source)
}

fn negation_count(text: &str, language: &Language) -> i32 {
    let tokens: Vec<String> = tokens(text).into_iter().map(str::to_owned).collect();
    i32::try_from(negations(&tokens, language).len()).unwrap_or(i32::MAX)
}

struct Difference {
    gained: Vec<String>,
    lost: Vec<String>,
}

impl Difference {
    fn of(old: &str, new: &str) -> Self {
        let (old, new) = (signs(old), signs(new));
        let without = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|sign| !those.contains(sign)).cloned().collect()
        };
        Self { gained: without(&new, &old), lost: without(&old, &new) }
    }
}

/// The signs of a target, among which those of a source are looked for.
struct Signs {
    signs: Vec<String>,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = signs(text);
        // 6 pm is 18 Uhr.
        let folded = fold(text, Fold::Words);
        if folded.split(' ').any(|word| word == "pm") || folded.contains("p m") {
            let hours: Vec<String> = signs
                .iter()
                .filter_map(|sign| sign.strip_prefix('#')?.parse::<u32>().ok())
                .filter(|hour| *hour < 12)
                .map(|hour| format!("#{}", hour + 12))
                .collect();
            signs.extend(hours);
        }
        Self { signs }
    }

    fn have(&self, sign: &str) -> bool {
        self.signs.iter().any(|own| own == sign)
    }
}

/// What a text says in signs that languages share: numbers in any script's digits (`#5`), addresses (`@…`), and words by
/// the consonants that survive a change of script (`=mlr` for Müller, Мюллер, مولر).
fn signs(text: &str) -> Vec<String> {
    let mut out = numbers(text).into_iter().map(|number| format!("#{number}")).collect::<Vec<_>>();
    for token in tokens(text) {
        match token_kind(token) {
            TokenKind::Link => out.push(format!("@{token}")),
            // A name has a capital, where its script has any.
            TokenKind::Word if !token.starts_with(char::is_lowercase) => {
                let skeleton = skeleton(token);
                if skeleton.len() >= 3 {
                    out.push(format!("={skeleton}"));
                }
            }
            _ => {}
        }
    }
    out
}

/// Runs of digits, as ASCII digits; thousands stand together.
fn numbers(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for token in tokens(text).into_iter().filter(|token| token_kind(token) == TokenKind::Number) {
        let mut runs: Vec<(Option<char>, String)> = Vec::new();
        let mut separator: Option<char> = None;
        let mut inside = false;
        for c in token.chars() {
            match digit(c) {
                Some(value) => {
                    if !inside {
                        runs.push((separator, String::new()));
                    }
                    inside = true;
                    if let Some((_, run)) = runs.last_mut() {
                        run.push(char::from(b'0' + value));
                    }
                }
                None => {
                    inside = false;
                    separator = Some(c);
                }
            }
        }
        let mut joined: Vec<String> = Vec::new();
        for (separator, run) in runs {
            let groups = separator.is_some_and(|c| matches!(c, '.' | ',' | '\'' | '’' | '٬' | '\u{A0}' | '\u{202F}'));
            match joined.last_mut() {
                Some(last) if groups && run.len() == 3 => last.push_str(&run),
                _ => joined.push(run),
            }
        }
        out.extend(joined);
    }
    out
}

fn digit(c: char) -> Option<u8> {
    let code = u32::from(c);
    let zero = [0x30, 0x660, 0x6F0, 0x966].into_iter().find(|zero| (*zero..*zero + 10).contains(&code))?;
    u8::try_from(code - zero).ok()
}

/// The consonants of a word in classes that survive a change of script; doubled ones count once.
fn skeleton(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        let class = match c {
            'b' | 'p' | 'б' | 'п' | 'ب' => 'p',
            'f' | 'v' | 'w' | 'ф' | 'в' | 'ف' => 'f',
            'g' | 'k' | 'q' | 'c' | 'г' | 'к' | 'ج' | 'غ' | 'ك' | 'ق' => 'k',
            'd' | 't' | 'д' | 'т' | 'د' | 'ت' | 'ط' | 'ض' => 't',
            's' | 'z' | 'ß' | 'с' | 'з' | 'ц' | 'ш' | 'س' | 'ز' | 'ص' | 'ش' => 's',
            'l' | 'л' | 'ل' => 'l',
            'm' | 'м' | 'م' => 'm',
            'n' | 'н' | 'ن' => 'n',
            'r' | 'р' | 'ر' => 'r',
            _ => continue,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn followings() {
        let check = |source: (&str, &str), target: (&str, &str), want: Following| {
            let (german, english): (Language, Language) = ("de".parse().unwrap(), "en".parse().unwrap());
            let pair = |(old, new): (&str, &str)| (Passage::new(old), Passage::new(new));
            let (source, target) = (pair(source), pair(target));
            let edits = Edits {
                source: (&source.0, &source.1),
                target: (&target.0, &target.1),
                languages: (&german, &english),
            };
            assert_eq!(edits.verdict(&Circumstances::default()), want, "{:?} {:?}", source.1, target.1);
        };
        use Following::*;
        let price = ("Der Eintritt kostet 5 Euro.", "Der Eintritt kostet 7 Euro.");
        check(price, ("Admission costs 5 euros.", "Admission costs 7 euros."), Followed);
        check(price, ("Admission costs 5 euros.", "Entry costs 5 euros."), NotFollowed);
        check(price, ("Admission costs 5 euros.", "Admission costs 5 euros!"), NotFollowed);
        let dogs = ("Hunde dürfen in den Garten.", "Hunde dürfen nicht in den Garten.");
        check(dogs, ("Dogs may enter the garden.", "Dogs may not enter the garden."), Followed);
        check(dogs, ("Dogs may enter the garden.", "Dogs may enter the park."), NotFollowed);
        let hours = ("Wir öffnen um 17 Uhr.", "Wir öffnen um 18 Uhr.");
        check(hours, ("We open at 5 pm.", "We open at 6 pm."), Followed);
        let names = ("Frau Weber leitet das Haus.", "Frau Keller leitet das Haus.");
        check(names, ("Ms Weber runs the house.", "Ms Keller runs the house."), Followed);
        check(names, ("Ms Weber runs the house.", "Ms Weber leads the house."), NotFollowed);
    }

    #[test]
    fn names_across_scripts() {
        let check = |names: &[&str]| {
            let skeletons: Vec<String> = names.iter().map(|name| skeleton(name)).collect();
            assert!(skeletons.windows(2).all(|pair| pair[0] == pair[1]), "{names:?} {skeletons:?}");
        };
        check(&["Müller", "Мюллер", "مولر"]);
        check(&["Berlin", "Берлин", "برلين"]);
        check(&["Brandt", "Брандт", "براندت"]);
    }

    #[test]
    fn digits() {
        let check = |text: &str, want: &[&str]| assert_eq!(numbers(text), want, "{text}");
        check("1.234 Leute", &["1234"]);
        check("30,2 % und ٣٠٫٢٪", &["30", "2", "30", "2"]);
        check("am 12.03.2024", &["12", "03", "2024"]);
        check("keine", &[]);
    }
}
