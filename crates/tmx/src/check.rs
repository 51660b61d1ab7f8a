//! What is wrong with a unit, by the DTD and by the rest of the standard.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::fmt;
use std::ops::{Deref, Range};

use hexapla_core::language::Language;
use hexapla_xml::Tag;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::Problem;
use crate::dtd::Name;
use crate::unit::{Sink, is_blank};
use crate::version::Version;

/// What is wrong, and at which byte of the text.
pub(crate) type Finding = (Problem, usize);

/// What the checks of a unit need to know of the file.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub(crate) version: Version,
    pub(crate) srclang: Option<String>,
}

/// Looks at one unit after another; the memory of one serves for the next.
#[derive(Debug)]
pub(crate) struct Checker<'r> {
    rules: &'r Rules,
    findings: Vec<Finding>,
    open: Vec<Option<Name>>,
    tuid: Option<String>,
    srclang: Option<String>,
    variants: Variants,
    seg: Seg,
}

/// The variants of a unit. Those of the units before stay behind them, for their memory.
#[derive(Debug, Default)]
struct Variants {
    all: Vec<Checked>,
    count: usize,
}

impl Variants {
    fn begin(&mut self, at: usize) -> &mut Checked {
        if self.count == self.all.len() {
            self.all.push(Checked::default());
        }
        self.count += 1;
        let variant = &mut self.all[self.count - 1];
        variant.language.clear();
        variant.codes.clear();
        (variant.at, variant.segs) = (at, 0);
        variant
    }

    fn last_mut(&mut self) -> Option<&mut Checked> {
        self.all[..self.count].last_mut()
    }
}

impl Deref for Variants {
    type Target = [Checked];

    fn deref(&self) -> &[Checked] {
        &self.all[..self.count]
    }
}

/// A variant that was looked at.
#[derive(Debug, Default)]
struct Checked {
    language: String,
    at: usize,
    segs: usize,
    /// Kind, `x` and place of its codes.
    codes: Vec<(Name, Label, usize)>,
}

/// An `i` or `x`: nearly always a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Label {
    Number(u32),
    /// Whatever is not written as that number would be.
    Text(String),
}

impl Label {
    fn of(written: &str) -> Self {
        let plain = match written.as_bytes() {
            [b'0'] => true,
            [b'1'..=b'9', rest @ ..] => rest.len() < 9 && rest.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        let number = if plain { written.parse().ok() } else { None };
        number.map_or_else(|| Self::Text(written.to_owned()), Self::Number)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

/// How many variants of a unit are compared with others: more would make one absurd unit take forever.
const COMPARED: usize = 256;

/// The segment that is being looked at.
#[derive(Debug, Default)]
struct Seg {
    open: bool,
    at: usize,
    /// The places of the `bpt`s by their `i`, as far as no `ept` came yet.
    pairs: FxHashMap<Label, Waiting>,
    waiting: usize,
    /// The `x` of every `it` that begins something.
    isolated: FxHashSet<Label>,
    content: bool,
    first_blank: bool,
    last_blank: bool,
}

/// What waits for its other half, the last first: by the standard no more than one.
#[derive(Debug, Default)]
struct Waiting {
    last: Option<usize>,
    earlier: Vec<usize>,
}

impl Seg {
    fn begin(&mut self, at: usize) {
        self.pairs.clear();
        self.isolated.clear();
        (self.open, self.at, self.waiting) = (true, at, 0);
        (self.content, self.first_blank, self.last_blank) = (false, false, false);
    }
}

impl<'r> Checker<'r> {
    pub(crate) fn new(rules: &'r Rules) -> Self {
        Self {
            rules,
            findings: Vec::new(),
            open: Vec::with_capacity(8),
            tuid: None,
            srclang: None,
            variants: Variants::default(),
            seg: Seg::default(),
        }
    }

    /// What was found, in the order of the places.
    pub(crate) fn take_findings(&mut self) -> Vec<Finding> {
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_key(|(_, at)| *at);
        findings
    }

    pub(crate) fn tuid(&self) -> Option<&str> {
        self.tuid.as_deref()
    }

    fn find(&mut self, problem: Problem, at: usize) {
        self.findings.push((problem, at));
    }

    fn unit_tag(&mut self, tag: &Tag<'_>) {
        for attribute in &tag.attributes {
            match attribute.name {
                "tuid" => {
                    let value = attribute.value().into_owned();
                    if value.contains(char::is_whitespace) {
                        self.find(Problem::BlankInTuid { value: value.clone() }, attribute.at);
                    }
                    self.tuid = Some(value);
                }
                "srclang" => self.srclang = Some(attribute.value().into_owned()),
                _ => {}
            }
        }
    }

    fn variant_tag(&mut self, tag: &Tag<'_>, at: usize) {
        let language = tag.get("xml:lang");
        let old = tag.get("lang");
        if let (Some(xml_lang), Some(lang)) = (&language, &old)
            && !xml_lang.eq_ignore_ascii_case(lang)
        {
            let (lang, xml_lang) = (lang.to_string(), xml_lang.to_string());
            self.find(Problem::LanguageConflict { lang, xml_lang }, at);
        }
        let language = language.or(old).unwrap_or_default();
        // A unit with very many variants has few languages among them: only the first variants are looked at.
        let seen = self.variants.iter().take(COMPARED).any(|other| other.language.eq_ignore_ascii_case(&language));
        if seen && !language.is_empty() {
            self.find(Problem::DuplicateVariant { language: language.to_string() }, at);
        }
        self.variants.begin(at).language.push_str(&language);
    }

    fn code_tag(&mut self, name: Name, tag: &Tag<'_>, at: usize) {
        if !self.seg.open {
            return;
        }
        let seg = &mut self.seg;
        let label = |name: &str| tag.get(name).map(|written| Label::of(&written));
        let x = label("x");
        seg.content = true;
        match name {
            Name::Bpt => {
                let i = label("i").unwrap_or(Label::Text(String::new()));
                match seg.pairs.entry(i) {
                    Entry::Vacant(entry) => {
                        entry.insert(Waiting { last: Some(at), earlier: Vec::new() });
                    }
                    Entry::Occupied(mut entry) => {
                        self.findings.push((Problem::DuplicateI { i: entry.key().to_string() }, at));
                        let waiting = entry.get_mut();
                        waiting.earlier.extend(waiting.last.replace(at));
                    }
                }
                seg.waiting += 1;
            }
            Name::Ept => {
                let i = label("i").unwrap_or(Label::Text(String::new()));
                let waiting = seg.pairs.get_mut(&i).filter(|waiting| waiting.last.is_some());
                match waiting {
                    Some(waiting) => {
                        waiting.last = waiting.earlier.pop();
                        seg.waiting -= 1;
                    }
                    None => self.findings.push((Problem::UnpairedEpt { i: i.to_string() }, at)),
                }
            }
            Name::It => {
                let begins = tag.get("pos").as_deref() == Some("begin");
                if let Some(x) = &x {
                    if begins {
                        seg.isolated.insert(x.clone());
                    } else if seg.isolated.contains(x) {
                        self.findings.push((Problem::IsolatedPair { x: x.to_string() }, at));
                    }
                }
            }
            Name::Ut => self.findings.push((Problem::DeprecatedUt, at)),
            _ => {}
        }
        if let (Some(x), Some(variant)) = (x, self.variants.last_mut())
            && matches!(name, Name::Bpt | Name::Ph | Name::It | Name::Hi)
        {
            variant.codes.push((name, x, at));
        }
    }

    fn end_of_seg(&mut self) {
        let seg = &mut self.seg;
        if !std::mem::take(&mut seg.open) {
            return;
        }
        if seg.waiting > 0 {
            for (i, waiting) in &seg.pairs {
                for at in waiting.earlier.iter().chain(&waiting.last) {
                    self.findings.push((Problem::UnpairedBpt { i: i.to_string() }, *at));
                }
            }
        }
        let language = || self.variants.last().map(|variant| variant.language.clone()).unwrap_or_default();
        if !seg.content {
            self.findings.push((Problem::EmptySegment { language: language() }, seg.at));
        } else if seg.first_blank || seg.last_blank {
            self.findings.push((Problem::SegmentBlanks { language: language() }, seg.at));
        }
    }

    fn end_of_unit(&mut self) {
        if self.variants.is_empty() {
            self.find(Problem::MissingElement { element: "tuv", parent: "tu" }, 0);
            return;
        }
        if self.variants.len() == 1 {
            self.find(Problem::SingleVariant, 0);
        }
        let mut source = 0;
        let wanted = self.srclang.as_deref().or(self.rules.srclang.as_deref());
        if let Some(wanted) = wanted.filter(|wanted| !wanted.eq_ignore_ascii_case("*all*") && !wanted.is_empty()) {
            match self.variants.iter().position(|variant| answers(&variant.language, wanted)) {
                Some(at) => source = at,
                None => {
                    let language = wanted.to_owned();
                    self.find(Problem::MissingSource { language }, 0);
                }
            }
        }
        for target in 0..self.variants.len().min(COMPARED) {
            if target != source {
                self.match_codes(source, target);
            }
        }
    }

    fn match_codes(&mut self, source: usize, target: usize) {
        if self.variants[source].codes.is_empty() && self.variants[target].codes.is_empty() {
            return;
        }
        let mut unmatched = Vec::new();
        for (one, other) in [(source, target), (target, source)] {
            let (one, other) = (&self.variants[one], &self.variants[other]);
            // Few are compared one by one, many would take forever so.
            let known: Option<FxHashSet<&Label>> =
                (other.codes.len() > 16).then(|| other.codes.iter().map(|(_, x, _)| x).collect());
            for (name, x, at) in &one.codes {
                // A pair of one variant may be two halves or a highlight of another: `x` is what matches.
                let matched = match &known {
                    Some(known) => known.contains(x),
                    None => other.codes.iter().any(|(_, candidate, _)| candidate == x),
                };
                if !matched {
                    let (element, x, language) = (name.as_str(), x.to_string(), other.language.clone());
                    unmatched.push((Problem::UnmatchedX { element, x, language }, *at));
                }
            }
        }
        self.findings.append(&mut unmatched);
    }
}

impl Sink for Checker<'_> {
    fn reset(&mut self) {
        self.findings.clear();
        self.open.clear();
        self.variants.count = 0;
        self.variants.all.truncate(COMPARED);
        self.seg.open = false;
        (self.tuid, self.srclang) = (None, None);
    }

    fn start(&mut self, tag: &Tag<'_>, written: &str, at: usize) {
        let name = Name::of(written);
        let parent = self.open.last().copied();
        if let Some(Some(parent)) = parent {
            match name {
                Some(name) if parent.takes(name, self.rules.version) => {
                    let late = match parent {
                        Name::Tu => name != Name::Tuv && !self.variants.is_empty(),
                        Name::Tuv => self.variants.last().is_some_and(|variant| variant.segs > 0),
                        _ => false,
                    };
                    if late {
                        let parent = parent.as_str().to_owned();
                        self.find(Problem::WrongOrder { element: written.to_owned(), parent }, at);
                    }
                }
                _ => {
                    let parent = parent.as_str().to_owned();
                    self.find(Problem::UnexpectedElement { element: written.to_owned(), parent }, at);
                }
            }
        }
        self.open.push(name);
        if parent == Some(Some(Name::Seg)) {
            self.seg.content = true;
        }
        let Some(name) = name else { return };
        check_attributes(name, tag, at, self.rules.version, &mut self.findings);
        match name {
            Name::Tu => self.unit_tag(tag),
            Name::Tuv => self.variant_tag(tag, at),
            Name::Seg => {
                if let Some(variant) = self.variants.last_mut() {
                    variant.segs += 1;
                }
                self.seg.begin(at);
            }
            Name::Bpt | Name::Ept | Name::Ph | Name::It | Name::Hi | Name::Ut => self.code_tag(name, tag, at),
            _ => {}
        }
    }

    fn end(&mut self, _range: Range<usize>, _source: &str) {
        match self.open.pop().flatten() {
            Some(Name::Seg) => self.end_of_seg(),
            Some(Name::Tuv) => {
                if let Some(at) = self.variants.last().filter(|variant| variant.segs == 0).map(|variant| variant.at) {
                    self.find(Problem::MissingElement { element: "seg", parent: "tuv" }, at);
                }
            }
            Some(Name::Tu) => self.end_of_unit(),
            _ => {}
        }
    }

    fn text(&mut self, text: Cow<'_, str>, range: Range<usize>, source: &str) {
        match self.open.last() {
            Some(Some(Name::Seg)) => {
                let seg = &mut self.seg;
                let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
                // A segment of blanks alone has no text to be translated.
                seg.first_blank |= !seg.content && blank(text.chars().next());
                seg.content |= text.bytes().any(|byte| !byte.is_ascii_whitespace());
                seg.last_blank = blank(text.chars().next_back());
            }
            Some(Some(name)) if !name.takes_text() && !is_blank(&text, &source[range.clone()]) => {
                let parent = name.as_str().to_owned();
                self.find(Problem::UnexpectedText { parent }, range.start);
            }
            _ => {}
        }
    }

    fn markup(&mut self, _written: &str, _at: usize) {}
}

/// Whether a variant in `language` answers for the source language `wanted`.
pub(crate) fn answers(language: &str, wanted: &str) -> bool {
    if language.eq_ignore_ascii_case(wanted) {
        return true;
    }
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    !language.is_empty() && primary(language) == primary(wanted)
}

/// Checks the attributes of an element by the DTD and by what the standard says of their values.
pub(crate) fn check_attributes(name: Name, tag: &Tag<'_>, at: usize, version: Version, findings: &mut Vec<Finding>) {
    if tag.attributes.is_empty() && name.required(version).is_empty() {
        return;
    }
    for required in name.required(version) {
        if !tag.attributes.iter().any(|attribute| attribute.name == *required) {
            let old = *required == "xml:lang" && tag.get("lang").is_some();
            let missing = Problem::MissingAttribute { element: name.as_str(), attribute: required };
            findings.push((if old { Problem::OldLanguageAttribute } else { missing }, at));
        }
    }
    for attribute in &tag.attributes {
        let at = attribute.at;
        if !name.allows(attribute.name, version) {
            let (element, attribute) = (name.as_str().to_owned(), attribute.name.to_owned());
            findings.push((Problem::UnknownAttribute { element, attribute }, at));
            continue;
        }
        match attribute.name {
            "segtype" | "pos" => {
                let value = attribute.value();
                if name.values(attribute.name).is_some_and(|values| !values.contains(&value.trim())) {
                    let (element, attribute) = (name.as_str().to_owned(), attribute.name.to_owned());
                    findings.push((Problem::BadValue { element, attribute, value: value.into_owned() }, at));
                }
            }
            "xml:lang" | "lang" | "srclang" | "adminlang" => {
                if let Some(problem) = check_language(attribute.name, &attribute.value()) {
                    findings.push((problem, at));
                }
            }
            "creationdate" | "changedate" | "lastusagedate" => {
                let value = attribute.value();
                if value.parse::<hexapla_core::memory::Timestamp>().is_err() {
                    let attribute = attribute.name.to_owned();
                    findings.push((Problem::BadDate { attribute, value: value.into_owned() }, at));
                }
            }
            "usagecount" => {
                let value = attribute.value();
                if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
                    let attribute = attribute.name.to_owned();
                    findings.push((Problem::BadNumber { attribute, value: value.into_owned() }, at));
                }
            }
            _ => {}
        }
    }
}

fn check_language(attribute: &str, value: &str) -> Option<Problem> {
    // The tags that nearly all files consist of need no look into the registry.
    if matches!(value, "de" | "en" | "ru" | "ar" | "fr" | "es" | "it" | "de-DE" | "en-US" | "en-GB" | "ru-RU") {
        return None;
    }
    if attribute == "srclang" && value.eq_ignore_ascii_case("*all*") {
        return None;
    }
    if value.parse::<Language>().is_ok() {
        return None;
    }
    let value = value.to_owned();
    if value.contains('_') && value.replace('_', "-").parse::<Language>().is_ok() {
        return Some(Problem::UnderscoreInLanguage { value });
    }
    Some(Problem::BadLanguage { value })
}
