//! Units of the toolkit and units of TMX, one from the other, and what each has no room for.

use hexapla_core::document::{CodeKind, InlineCode};
use hexapla_core::language::{Language, LanguageMatch};
use hexapla_core::memory::{Context, Timestamp, TranslationUnit, Variant, WorkState};
use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Attributes, Element, ElementKind, Head, Inline, Meta, Seg, Tu, Tuv};

/// A converted value, and what it has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<T> {
    /// The value, if any could be made.
    pub value: Option<T>,
    /// What is not in it, or not as it was.
    pub left_out: Vec<LeftOut>,
}

/// Something that a conversion left out or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LeftOut {
    /// An attribute.
    Attribute {
        /// Of which element.
        element: &'static str,
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
    /// Markup that TMX does not know.
    Foreign(String),
    /// A note of a variant.
    Note(String),
    /// A property that an earlier one of the same type displaced, or one of a variant.
    Property {
        /// Its type.
        kind: String,
        /// Its text.
        text: String,
    },
    /// A variant whose language is missing or no tag.
    BadLanguage(String),
    /// A second variant of a language.
    DuplicateVariant(String),
    /// A variant without any text.
    EmptyVariant(String),
    /// A date that is no moment to the second.
    BadDate(String),
    /// The structure of text inside of codes; its letters are in the code's native text.
    SubText(String),
    /// The whole unit: there is no text in its source language.
    NoSource,
    /// The whole unit: there is no target with any text.
    Untranslated,
}

/// The name of the property that stands for a unit's own `segtype`, where it differs from the file's.
pub const SEGTYPE: &str = "segtype";

const DOCUMENT: &str = "x-document";
const PREVIOUS: &str = "x-context-pre";
const NEXT: &str = "x-context-post";
const STATE: &str = "x-state";

/// A unit of TMX as a unit of the toolkit.
///
/// The source language is the unit's, else the header's; where that is `*all*` or missing it is `wanted`, else the
/// first variant's. A variant answers for a source language that is the same but for a region: `de` for `de-DE`.
/// Of several variants in one language the first is taken. Variants without text are left out.
pub fn from_tu(tu: &Tu, head: &Head, wanted: Option<&Language>) -> Kept<TranslationUnit> {
    let mut left_out = Vec::new();
    let mut variants = IndexMap::new();
    let mut numbers = Numbers::of(tu);
    for variant in &tu.variants {
        numbers.begin_variant();
        let written = variant.language().unwrap_or_default();
        let Some(language) = language(written) else {
            left_out.push(LeftOut::BadLanguage(written.to_owned()));
            continue;
        };
        if variants.contains_key(&language) {
            left_out.push(LeftOut::DuplicateVariant(written.to_owned()));
            continue;
        }
        let converted = from_tuv(variant, &tu.attributes, &mut numbers, &mut left_out);
        if converted.text.trim().is_empty() && converted.codes.is_empty() {
            left_out.push(LeftOut::EmptyVariant(written.to_owned()));
            continue;
        }
        variants.insert(language, converted);
    }
    let declared = tu.attributes.get("srclang").or_else(|| head.source_language()).and_then(language);
    let Some(source_language) = source_of(&variants, declared.as_ref().or(wanted), declared.is_none()) else {
        left_out.push(LeftOut::NoSource);
        return Kept { value: None, left_out };
    };
    let mut unit = TranslationUnit {
        id: tu.tuid().map(str::to_owned),
        source_language,
        variants,
        context: Context::default(),
        notes: Vec::new(),
        properties: IndexMap::new(),
    };
    for (name, value) in tu.attributes.iter() {
        match name {
            "tuid" | "srclang" | "creationdate" | "creationid" | "changedate" | "changeid" => {}
            SEGTYPE => {
                unit.properties.insert(SEGTYPE.to_owned(), value.to_owned());
            }
            _ => left_out.push(LeftOut::Attribute { element: "tu", name: name.to_owned(), value: value.to_owned() }),
        }
    }
    for meta in &tu.metas {
        match meta {
            Meta::Note { text, .. } => unit.notes.push(text.clone()),
            Meta::Prop { attributes, text } => {
                let kind = attributes.get("type").unwrap_or_default();
                let slot = match kind {
                    DOCUMENT => &mut unit.context.document,
                    PREVIOUS => &mut unit.context.previous,
                    NEXT => &mut unit.context.next,
                    _ => {
                        if unit.properties.contains_key(kind) {
                            left_out.push(LeftOut::Property { kind: kind.to_owned(), text: text.clone() });
                        } else {
                            unit.properties.insert(kind.to_owned(), text.clone());
                        }
                        continue;
                    }
                };
                if slot.replace(text.clone()).is_some() {
                    left_out.push(LeftOut::Property { kind: kind.to_owned(), text: text.clone() });
                }
            }
            Meta::Foreign(written) => left_out.push(LeftOut::Foreign(written.clone())),
        }
    }
    Kept { value: Some(unit), left_out }
}

/// A language as written in files: `_` for `-` is tolerated.
pub(crate) fn language(written: &str) -> Option<Language> {
    written.parse().ok().or_else(|| written.replace('_', "-").parse().ok())
}

fn source_of(variants: &IndexMap<Language, Variant>, wanted: Option<&Language>, any: bool) -> Option<Language> {
    let best = wanted.and_then(|wanted| {
        let answers = variants.keys().filter_map(|language| Some((language.matches(wanted)?, language)));
        // The first of the best: `max_by_key` would take the last.
        answers.fold(None::<(LanguageMatch, &Language)>, |best, (answer, language)| match best {
            Some((found, _)) if found >= answer => best,
            _ => Some((answer, language)),
        })
    });
    match best {
        Some((_, language)) => Some(language.clone()),
        None if any => variants.keys().next().cloned(),
        None => None,
    }
}

fn from_tuv(variant: &Tuv, unit: &Attributes, numbers: &mut Numbers, left_out: &mut Vec<LeftOut>) -> Variant {
    let mut converted = Variant::default();
    // What a variant does not say of itself its unit says for it.
    let said = |name: &str| variant.attributes.get(name).or_else(|| unit.get(name)).map(str::to_owned);
    let mut date = |name: &str| {
        let written = said(name)?;
        let parsed = timestamp(&written);
        if parsed.is_none() {
            left_out.push(LeftOut::BadDate(written));
        }
        parsed
    };
    converted.created = date("creationdate");
    converted.changed = date("changedate");
    converted.created_by = said("creationid");
    converted.changed_by = said("changeid");
    for (name, value) in variant.attributes.iter() {
        if !matches!(name, "xml:lang" | "lang" | "creationdate" | "creationid" | "changedate" | "changeid") {
            left_out.push(LeftOut::Attribute { element: "tuv", name: name.to_owned(), value: value.to_owned() });
        }
    }
    for meta in &variant.metas {
        match meta {
            Meta::Note { text, .. } => left_out.push(LeftOut::Note(text.clone())),
            Meta::Prop { attributes, text } => match (attributes.get("type"), state(text)) {
                (Some(STATE), Some(state)) => converted.state = Some(state),
                (kind, _) => {
                    left_out.push(LeftOut::Property { kind: kind.unwrap_or_default().to_owned(), text: text.clone() })
                }
            },
            Meta::Foreign(written) => left_out.push(LeftOut::Foreign(written.clone())),
        }
    }
    if let Some(seg) = &variant.seg {
        from_seg(seg, &mut converted, numbers, left_out);
    }
    converted
}

/// A date of TMX: the 16 characters `YYYYMMDDThhmmssZ`, the same with separators, or a day alone.
///
/// ```
/// use hexapla_tmx::timestamp;
/// assert_eq!(timestamp("2026-03-10T12:00:00Z"), timestamp("20260310T120000Z"));
/// assert_eq!(timestamp("2026-03-10").unwrap().as_str(), "20260310T000000Z");
/// assert_eq!(timestamp("10.3.2026"), None);
/// ```
pub fn timestamp(written: &str) -> Option<Timestamp> {
    if let Ok(moment) = written.parse() {
        return Some(moment);
    }
    let mut plain: String = written.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    if plain.len() == 8 {
        plain.push_str("T000000Z");
    } else if plain.len() == 15 {
        plain.push('Z');
    }
    plain.parse().ok()
}

fn state(text: &str) -> Option<WorkState> {
    match text {
        "initial" => Some(WorkState::Initial),
        "translated" => Some(WorkState::Translated),
        "reviewed" => Some(WorkState::Reviewed),
        "final" => Some(WorkState::Final),
        _ => None,
    }
}

fn state_name(state: WorkState) -> &'static str {
    match state {
        WorkState::Initial => "initial",
        WorkState::Translated => "translated",
        WorkState::Reviewed => "reviewed",
        WorkState::Final => "final",
    }
}

/// An inline element that is open while a segment is read.
enum Opened {
    /// A code.
    Code,
    /// `hi` or an element that TMX does not know: its closing code is still to come.
    Around { id: u32, name: String },
    /// `sub` inside of a code.
    Inside,
}

/// Numbers for codes that have no `x`.
struct Numbers {
    taken: FxHashSet<u32>,
    next: u32,
}

impl Numbers {
    fn of(tu: &Tu) -> Self {
        let inlines = tu.variants.iter().filter_map(|variant| variant.seg.as_ref()).flat_map(|seg| &seg.content);
        let taken = inlines.filter_map(|inline| match inline {
            Inline::Open(element) => element.attributes.get("x")?.parse().ok(),
            _ => None,
        });
        Self { taken: taken.collect(), next: 1 }
    }

    /// Where no code of a unit has an `x`, their order matches them. Where some have, those without match nothing.
    fn begin_variant(&mut self) {
        if self.taken.is_empty() {
            self.next = 1;
        }
    }

    fn fresh(&mut self) -> u32 {
        while self.taken.contains(&self.next) {
            self.next += 1;
        }
        self.next += 1;
        self.next - 1
    }
}

fn from_seg(seg: &Seg, converted: &mut Variant, numbers: &mut Numbers, left_out: &mut Vec<LeftOut>) {
    let mut open: Vec<Opened> = Vec::new();
    let mut code: Option<usize> = None;
    // The numbers of the pairs that are open by their `i`, with the name that the closing half takes over.
    let mut pairs: FxHashMap<&str, Vec<(u32, String)>> = FxHashMap::default();
    let mut fresh = || numbers.fresh();
    for inline in &seg.content {
        match inline {
            Inline::Text(text) => match code {
                Some(code) => converted.codes[code].native.push_str(text),
                None => converted.text.push_str(text),
            },
            Inline::Open(element) if code.is_some() => {
                if element.kind == ElementKind::Sub {
                    left_out.push(LeftOut::SubText(element.attributes.get("type").unwrap_or_default().to_owned()));
                }
                open.push(Opened::Inside);
            }
            Inline::Open(Element { kind, attributes }) => {
                let x = attributes.get("x").and_then(|x| x.parse::<u32>().ok());
                let name = attributes.get("type").unwrap_or_default().to_owned();
                let i = attributes.get("i").unwrap_or_default();
                let (id, name, half) = match kind {
                    ElementKind::Bpt => {
                        let id = x.unwrap_or_else(&mut fresh);
                        pairs.entry(i).or_default().push((id, name.clone()));
                        (id, name, CodeKind::Open)
                    }
                    ElementKind::Ept => match pairs.get_mut(i).and_then(Vec::pop) {
                        Some((id, name)) => (id, name, CodeKind::Close),
                        None => (fresh(), name, CodeKind::Close),
                    },
                    ElementKind::It => {
                        let half = if attributes.get("pos") == Some("end") { CodeKind::Close } else { CodeKind::Open };
                        (x.unwrap_or_else(&mut fresh), name, half)
                    }
                    ElementKind::Ph | ElementKind::Ut => (x.unwrap_or_else(&mut fresh), name, CodeKind::Standalone),
                    ElementKind::Hi | ElementKind::Sub | ElementKind::Foreign(_) => {
                        if let ElementKind::Foreign(element) = kind {
                            left_out.push(LeftOut::Foreign(element.clone()));
                        }
                        let id = x.unwrap_or_else(&mut fresh);
                        open.push(Opened::Around { id, name: name.clone() });
                        converted.codes.push(InlineCode {
                            at: converted.text.len(),
                            kind: CodeKind::Open,
                            id,
                            name,
                            native: String::new(),
                        });
                        continue;
                    }
                };
                code = Some(converted.codes.len());
                open.push(Opened::Code);
                converted.codes.push(InlineCode {
                    at: converted.text.len(),
                    kind: half,
                    id,
                    name,
                    native: String::new(),
                });
            }
            Inline::Close => match open.pop() {
                Some(Opened::Code) => code = None,
                Some(Opened::Around { id, name }) => converted.codes.push(InlineCode {
                    at: converted.text.len(),
                    kind: CodeKind::Close,
                    id,
                    name,
                    native: String::new(),
                }),
                Some(Opened::Inside) | None => {}
            },
            Inline::Markup(written) => left_out.push(LeftOut::Foreign(written.clone())),
        }
    }
}

/// A unit of the toolkit as a unit of TMX: the source first, then the targets in their order.
///
/// A target without text is left out, and so is a unit without source or without any target.
pub fn to_tu(unit: &TranslationUnit) -> Kept<Tu> {
    let mut left_out = Vec::new();
    let source = unit.variants.get(&unit.source_language).filter(|variant| !variant.text.trim().is_empty());
    let Some(source) = source else {
        return Kept { value: None, left_out: vec![LeftOut::NoSource] };
    };
    let mut tu = Tu::default();
    let mut blank_id = None;
    match &unit.id {
        Some(id) if id.contains(char::is_whitespace) => blank_id = Some(id),
        Some(id) => tu.attributes.set("tuid", id.as_str()),
        None => {}
    }
    if let Some(id) = blank_id {
        // The standard wants names without white space; nothing is lost by a prop.
        tu.metas.push(prop("x-id", id));
    }
    if let Some(segtype) = unit.properties.get(SEGTYPE) {
        tu.attributes.set(SEGTYPE, segtype.as_str());
    }
    let context = [(DOCUMENT, &unit.context.document), (PREVIOUS, &unit.context.previous), (NEXT, &unit.context.next)];
    tu.metas.extend(context.iter().filter_map(|(kind, text)| Some(prop(kind, text.as_ref()?))));
    let others = unit.properties.iter().filter(|(kind, _)| *kind != SEGTYPE);
    tu.metas.extend(others.map(|(kind, text)| prop(kind, text)));
    tu.metas.extend(unit.notes.iter().map(|text| Meta::Note { attributes: Attributes::default(), text: text.clone() }));
    let mut leaving = vec![(&unit.source_language, source)];
    for (language, variant) in &unit.variants {
        if *language == unit.source_language {
            continue;
        }
        if variant.text.trim().is_empty() {
            left_out.push(LeftOut::EmptyVariant(language.to_string()));
            continue;
        }
        leaving.push((language, variant));
    }
    let matched = matched(&leaving);
    tu.variants = leaving.iter().map(|(language, variant)| to_tuv(language, variant, &matched)).collect();
    if tu.variants.len() < 2 {
        left_out.push(LeftOut::Untranslated);
        return Kept { value: None, left_out };
    }
    Kept { value: Some(tu), left_out }
}

fn prop(kind: &str, text: &str) -> Meta {
    Meta::Prop { attributes: [("type", kind)].into_iter().collect(), text: text.to_owned() }
}

/// The codes that stand in every variant. Only they are written with an `x`: one that matches nothing promises other
/// tools what is not there.
fn matched(variants: &[(&Language, &Variant)]) -> FxHashSet<u32> {
    let mut variants = variants.iter().map(|(_, variant)| variant.codes.iter().map(|code| code.id));
    let first: FxHashSet<u32> = variants.next().into_iter().flatten().collect();
    variants.fold(first, |matched, codes| codes.filter(|id| matched.contains(id)).collect())
}

fn to_tuv(language: &Language, variant: &Variant, matched: &FxHashSet<u32>) -> Tuv {
    let mut attributes: Attributes = [("xml:lang", language.as_str())].into_iter().collect();
    let date = |moment: &Option<Timestamp>| moment.as_ref().map(|moment| moment.as_str().to_owned());
    let said = [
        ("creationdate", date(&variant.created)),
        ("creationid", variant.created_by.clone()),
        ("changedate", date(&variant.changed)),
        ("changeid", variant.changed_by.clone()),
    ];
    for (name, value) in said {
        if let Some(value) = value {
            attributes.set(name, value);
        }
    }
    let metas = variant.state.map(|state| prop(STATE, state_name(state))).into_iter().collect();
    Tuv { attributes, metas, seg: Some(to_seg(&variant.text, &variant.codes, matched)) }
}

fn to_seg(text: &str, codes: &[InlineCode], matched: &FxHashSet<u32>) -> Seg {
    let partners = partners(codes);
    let mut content = Vec::new();
    let mut from = 0;
    let mut ordered: Vec<usize> = (0..codes.len()).collect();
    ordered.sort_by_key(|number| codes[*number].at);
    for number in ordered {
        let code = &codes[number];
        let at = (from..=code.at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(from);
        if at > from {
            content.push(Inline::Text(text[from..at].to_owned()));
            from = at;
        }
        let mut attributes = Attributes::default();
        let kind = match (code.kind, partners[number]) {
            (CodeKind::Standalone, _) => ElementKind::Ph,
            (CodeKind::Open, Some(pair)) => {
                attributes.set("i", pair.to_string());
                ElementKind::Bpt
            }
            (CodeKind::Close, Some(pair)) => {
                attributes.set("i", pair.to_string());
                ElementKind::Ept
            }
            (half, None) => {
                attributes.set("pos", if half == CodeKind::Open { "begin" } else { "end" });
                ElementKind::It
            }
        };
        if kind != ElementKind::Ept {
            if matched.contains(&code.id) {
                attributes.set("x", code.id.to_string());
            }
            if !code.name.is_empty() {
                attributes.set("type", code.name.as_str());
            }
        }
        content.push(Inline::Open(Element { kind, attributes }));
        if !code.native.is_empty() {
            content.push(Inline::Text(code.native.clone()));
        }
        content.push(Inline::Close);
    }
    if from < text.len() {
        content.push(Inline::Text(text[from..].to_owned()));
    }
    Seg { attributes: Attributes::default(), content }
}

/// For each code the number of its pair (from 1, in order of the opening halves), if its other half is in the segment.
fn partners(codes: &[InlineCode]) -> Vec<Option<u32>> {
    let mut partners = vec![None; codes.len()];
    let mut waiting: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (number, code) in codes.iter().enumerate() {
        match code.kind {
            CodeKind::Open => waiting.entry(code.id).or_default().push(number),
            CodeKind::Close => {
                if let Some(open) = waiting.get_mut(&code.id).and_then(Vec::pop) {
                    pairs.push((open, number));
                }
            }
            CodeKind::Standalone => {}
        }
    }
    pairs.sort_unstable();
    for (pair, (open, close)) in (1..).zip(pairs) {
        partners[open] = Some(pair);
        partners[close] = Some(pair);
    }
    partners
}
