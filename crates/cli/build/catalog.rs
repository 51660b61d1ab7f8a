//! Reads the message files of all languages, holds them against each other, and writes them as Rust types.
//!
//! What a translator forgets is found here, with file and line, and stops the build: at run time nobody sees the
//! Russian messages but the person who needs them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent_syntax::ast::{CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement};
use fluent_syntax::ast::{Variant, VariantKey};

/// One message file.
pub(crate) struct Source {
    /// The language it is in: the name of its directory.
    pub(crate) language: String,
    /// Its path, for messages of the build.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
}

/// The language that the others are compared with, and whose text documents the generated code.
const REFERENCE: &str = "en";

/// Messages whose name begins so are problems: they must say in `.remedy` what to do.
const PROBLEM: &str = "error-";

/// How a variable is used, and so what the program must pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
}

/// A message of one language: where it is, and the variables of its value and of each attribute.
#[derive(Debug, Default)]
struct Entered {
    at: String,
    text: String,
    parts: BTreeMap<String, BTreeMap<String, Kind>>,
}

/// Checks all `sources` and returns the Rust code of their messages, or every fault found, each as `path:line: what`.
pub(crate) fn compile(sources: &[Source]) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let mut languages: BTreeMap<&str, BTreeMap<String, Entered>> = BTreeMap::new();
    for language in sources.iter().map(|source| source.language.as_str()).collect::<BTreeSet<_>>() {
        let files: Vec<&Source> = sources.iter().filter(|source| source.language == language).collect();
        languages.insert(language, read(language, &files, &mut faults));
    }
    let Some(reference) = languages.get(REFERENCE) else {
        return Err(vec![format!("no messages in `{REFERENCE}`, which the others are compared with")]);
    };
    for (language, messages) in &languages {
        compare(language, messages, reference, &mut faults);
    }
    if faults.is_empty() { Ok(write(reference)) } else { Err(faults) }
}

fn read(language: &str, files: &[&Source], faults: &mut Vec<String>) -> BTreeMap<String, Entered> {
    let mut messages: BTreeMap<String, Entered> = BTreeMap::new();
    let mut reader = Reader { language, ..Reader::default() };
    let mut terms = BTreeMap::new();
    for source in files {
        let lines = definitions(&source.text);
        let at = |name: &str| format!("{}:{}", source.path, lines.get(name).copied().unwrap_or(1));
        let resource = match fluent_syntax::parser::parse(source.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| {
                    let line = 1 + source.text[..error.pos.start.min(source.text.len())].matches('\n').count();
                    format!("{}:{line}: {}", source.path, error.kind)
                }));
                resource
            }
        };
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    reader.at = at(message.id.name);
                    let mut entered = Entered { at: reader.at.clone(), ..Entered::default() };
                    if let Some(value) = &message.value {
                        entered.text = source_of(&source.text, message.id.name);
                        entered.parts.insert(String::new(), reader.pattern(value));
                    }
                    for attribute in &message.attributes {
                        entered.parts.insert(attribute.id.name.to_owned(), reader.pattern(&attribute.value));
                    }
                    if let Some(first) = messages.insert(message.id.name.to_owned(), entered) {
                        faults.push(format!("{}: `{}` is already defined at {}", reader.at, message.id.name, first.at));
                    }
                }
                Entry::Term(term) => {
                    reader.at = at(term.id.name);
                    reader.pattern(&term.value);
                    terms.insert(term.id.name.to_owned(), reader.at.clone());
                }
                // Junk is among the parser's errors already.
                Entry::Junk { .. } | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    faults.append(&mut reader.faults);
    for (name, at) in &terms {
        if !reader.terms.contains_key(name) {
            faults.push(format!("{at}: the term `-{name}` is used nowhere"));
        }
    }
    for (name, at) in &reader.terms {
        if !terms.contains_key(name) {
            faults.push(format!("{at}: the term `-{name}` is not defined in `{language}`"));
        }
    }
    for (name, at) in &reader.references {
        if !messages.contains_key(name) {
            faults.push(format!("{at}: the message `{name}` that is referred to is not defined in `{language}`"));
        }
    }
    messages
}

/// Walks the patterns of a language and notes what they use.
#[derive(Default)]
struct Reader<'a> {
    language: &'a str,
    at: String,
    terms: BTreeMap<String, String>,
    references: BTreeMap<String, String>,
    faults: Vec<String>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) -> BTreeMap<String, Kind> {
        let mut variables = BTreeMap::new();
        self.walk(pattern, &mut variables);
        variables
    }

    fn walk(&mut self, pattern: &Pattern<&str>, variables: &mut BTreeMap<String, Kind>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, variables);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, variables: &mut BTreeMap<String, Kind>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, variables),
            Expression::Select { selector, variants } => {
                self.inline(selector, variables);
                if let InlineExpression::FunctionReference { id: Identifier { name: "PLURAL" }, .. } = selector {
                    self.plural(variants);
                }
                for variant in variants {
                    self.walk(&variant.value, variables);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, variables: &mut BTreeMap<String, Kind>) {
        match inline {
            InlineExpression::VariableReference { id } => self.note(id.name, Kind::Text, variables),
            InlineExpression::FunctionReference { id, arguments } => self.call(id.name, arguments, variables),
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned(), self.at.clone());
            }
            InlineExpression::TermReference { id, .. } => {
                self.terms.insert(id.name.to_owned(), self.at.clone());
            }
            InlineExpression::Placeable { expression } => self.expression(expression, variables),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, function: &str, arguments: &CallArguments<&str>, variables: &mut BTreeMap<String, Kind>) {
        match (function, arguments.positional.as_slice(), arguments.named.as_slice()) {
            ("NUM" | "PLURAL", [InlineExpression::VariableReference { id }], []) => {
                self.note(id.name, Kind::Number, variables);
            }
            ("NUM" | "PLURAL", ..) => self.fault(format!("`{function}` takes one variable and nothing else")),
            _ => self.fault(format!("there is no function `{function}`; there are NUM and PLURAL")),
        }
    }

    fn note(&mut self, name: &str, kind: Kind, variables: &mut BTreeMap<String, Kind>) {
        if variables.insert(name.to_owned(), kind).is_some_and(|before| before != kind) {
            self.fault(format!("`${name}` is a number and must be written NUM(${name}) wherever it is shown"));
        }
    }

    fn plural(&mut self, variants: &[Variant<&str>]) {
        let wanted: &[&str] = match self.language {
            "ru" => &["one", "few", "many", "other"],
            "ar" => &["zero", "one", "two", "few", "many", "other"],
            _ => &["one", "other"],
        };
        let mut missing: BTreeSet<&str> = wanted.iter().copied().collect();
        for variant in variants {
            match variant.key {
                VariantKey::Identifier { name } if wanted.contains(&name) => _ = missing.remove(name),
                VariantKey::Identifier { name } => {
                    self.fault(format!("`{}` has no plural form `{name}`", self.language))
                }
                VariantKey::NumberLiteral { value } => self.fault(format!("`{value}` is no plural form")),
            }
            if variant.default && !matches!(variant.key, VariantKey::Identifier { name: "other" }) {
                self.fault("the default plural form must be `other`".to_owned());
            }
        }
        for form in missing {
            self.fault(format!("the plural form `{form}` is missing"));
        }
    }

    fn fault(&mut self, what: String) {
        self.faults.push(format!("{}: {what}", self.at));
    }
}

fn compare(
    language: &str,
    messages: &BTreeMap<String, Entered>,
    reference: &BTreeMap<String, Entered>,
    faults: &mut Vec<String>,
) {
    for (id, wanted) in reference {
        let Some(found) = messages.get(id) else {
            faults.push(format!("{}: `{id}` is missing in `{language}`", wanted.at));
            continue;
        };
        if id.starts_with(PROBLEM) != found.parts.contains_key("remedy") {
            faults.push(format!("{}: `{id}`: `{PROBLEM}…` messages, and only they, have a `.remedy`", found.at));
        }
        if let Some(other) = found.parts.keys().find(|part| !matches!(part.as_str(), "" | "remedy")) {
            faults.push(format!("{}: `{id}.{other}`: there is no use for this attribute", found.at));
        }
        for (part, variables) in &wanted.parts {
            let name = if part.is_empty() { id.clone() } else { format!("{id}.{part}") };
            match found.parts.get(part) {
                None => faults.push(format!("{}: `{name}` is missing in `{language}`", found.at)),
                Some(found_variables) if found_variables != variables => faults.push(format!(
                    "{}: `{name}` has the variables {found_variables:?}, but {variables:?} at {}",
                    found.at, wanted.at
                )),
                Some(_) => {}
            }
        }
    }
    for (id, found) in messages {
        if !reference.contains_key(id) {
            faults.push(format!("{}: `{id}` is not in `{REFERENCE}`", found.at));
        }
    }
}

fn write(reference: &BTreeMap<String, Entered>) -> String {
    let (problems, messages): (Vec<_>, Vec<_>) = reference.iter().partition(|(id, _)| id.starts_with(PROBLEM));
    let mut out = String::from("// Written by build.rs from locales/*/*.ftl.\n\n");
    write_enum(&mut out, "Msg", "A message, with what it is about.", &messages, "");
    write_enum(&mut out, "Problem", "What went wrong, each with its remedy.", &problems, PROBLEM);
    out
}

fn write_enum(out: &mut String, name: &str, doc: &str, messages: &[(&String, &Entered)], prefix: &str) {
    let (generics, text) = if prefix.is_empty() { ("<'a>", "&'a str") } else { ("", "String") };
    let _ = writeln!(out, "/// {doc}\n#[derive(Clone, Debug)]\npub(crate) enum {name}{generics} {{");
    let mut ids = String::new();
    let mut arguments = String::new();
    for (id, entered) in messages {
        let variant = camel(id.strip_prefix(prefix).unwrap_or(id));
        let variables: BTreeMap<&String, &Kind> = entered.parts.values().flatten().collect();
        for line in entered.text.lines() {
            let _ = writeln!(out, "    /// `{}`\n    ///", line.trim().replace('`', "'"));
        }
        let _ = writeln!(out, "    /// ({})", entered.at);
        let _ = writeln!(ids, "            Self::{variant} {{ .. }} => \"{id}\",");
        if variables.is_empty() {
            let _ = writeln!(out, "    {variant},");
            let _ = writeln!(arguments, "            Self::{variant} => {{}}");
            continue;
        }
        let _ = writeln!(out, "    {variant} {{");
        let names: Vec<String> = variables.keys().map(|name| name.replace('-', "_")).collect();
        let _ = writeln!(arguments, "            Self::{variant} {{ {} }} => {{", names.join(", "));
        for ((variable, kind), field) in variables.iter().zip(&names) {
            let (kind, pass) = match kind {
                Kind::Number => ("Number", format!("{field}.to_fluent()")),
                Kind::Text if prefix.is_empty() => (text, format!("tamed({field})")),
                Kind::Text => (text, format!("tamed({field}.as_str())")),
            };
            let _ = writeln!(out, "        /// `${variable}`");
            let _ = writeln!(out, "        {field}: {kind},");
            let _ = writeln!(arguments, "                args.set(\"{variable}\", {pass});");
        }
        let _ = writeln!(out, "    }},");
        let _ = writeln!(arguments, "            }}");
    }
    let lifetime = if prefix.is_empty() { "<'_>" } else { "" };
    let _ = writeln!(
        out,
        "}}\n\nimpl {name}{lifetime} {{\n    fn id(&self) -> &'static str {{\n        match self {{\n{ids}        }}\n    }}\n\n    \
         fn arguments(&self) -> FluentArgs<'_> {{\n        let mut args = FluentArgs::new();\n        match self {{\n\
         {arguments}        }}\n        args\n    }}\n}}\n"
    );
}

fn camel(id: &str) -> String {
    id.split('-')
        .flat_map(|word| word[..1].to_uppercase().chars().chain(word[1..].chars()).collect::<Vec<_>>())
        .collect()
}

/// The line on which each message or term begins (the parser's tree has no places).
fn definitions(text: &str) -> BTreeMap<&str, usize> {
    let mut found = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(name) = defined(line) {
            found.entry(name).or_insert(number + 1);
        }
    }
    found
}

fn defined(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.strip_prefix('-').unwrap_or(name).trim_end();
    let mut bytes = name.bytes();
    (bytes.next()?.is_ascii_alphabetic() && bytes.all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
        .then_some(name)
}

/// A message's value as its author wrote it, for the documentation of the generated code.
fn source_of(text: &str, id: &str) -> String {
    let mut lines = text.lines().skip_while(|line| defined(line) != Some(id));
    let first = lines.next().and_then(|line| line.split_once('=')).map_or("", |(_, value)| value.trim());
    let rest = lines.take_while(|line| line.starts_with(' ') || line.starts_with('}'));
    let rest = rest.take_while(|line| !line.trim_start().starts_with('.'));
    std::iter::once(first).chain(rest).filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
