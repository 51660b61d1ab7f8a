//! Whether two texts lead to the same addresses: those of other sites, and of people.

use crate::document::{CodeKind, InlineCode};
use crate::text::runs_beside;

use super::{CheckedSide, OneSided};

/// An address, and the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Address {
    written: String,
    /// Without what says the same in another way: scheme, `www.`, a slash at the end.
    key: String,
    /// The host alone, its language left out, where the address says which language its page is in.
    host: Option<String>,
}

impl Address {
    fn corresponds(&self, other: &Self) -> bool {
        // Where an address names its language, the rest of it may be translated, too: /de/garten, /en/garden.
        self.key == other.key || (self.host.is_some() && self.host == other.host)
    }
}

/// The addresses that one side has and the other lacks. Whether an address stands there twice says nothing.
pub(super) fn difference(source: &CheckedSide<'_>, target: &CheckedSide<'_>) -> OneSided {
    let codes = [source.code, target.code, source.language.primary(), target.language.primary()];
    let (sources, targets) = (addresses(source, &codes), addresses(target, &codes));
    let less = |these: &[Address], those: &[Address]| -> Vec<String> {
        let lacking = these.iter().filter(|one| !those.iter().any(|other| one.corresponds(other)));
        lacking.map(|one| one.written.clone()).collect()
    };
    let (source, target) = (less(&sources, &targets), less(&targets, &sources));
    (!source.is_empty() || !target.is_empty()).then_some((source, target))
}

fn addresses(side: &CheckedSide<'_>, codes: &[&str]) -> Vec<Address> {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '„' | '«' | '»');
    let in_text = side.text.split(is_edge).flat_map(runs_beside);
    let in_codes = side.codes.iter().filter(|code| code.kind != CodeKind::Close).filter_map(link_of);
    let mut found: Vec<Address> = Vec::new();
    for written in in_text.map(str::to_owned).chain(in_codes) {
        if let Some(address) = address(&written, codes)
            && !found.iter().any(|other| other.key == address.key)
        {
            found.push(address);
        }
    }
    found
}

/// `href` or `src` of an HTML element; the address of a Markdown link or image.
fn link_of(code: &InlineCode) -> Option<String> {
    let native = code.native.as_str();
    let lower = native.to_ascii_lowercase();
    for attribute in ["href", "src"] {
        for (at, _) in lower.match_indices(attribute) {
            let rest = native.get(at + attribute.len()..)?.trim_start();
            let Some(rest) = rest.strip_prefix('=').map(str::trim_start) else { continue };
            let quoted = ['"', '\''].into_iter().find_map(|quote| rest.strip_prefix(quote)?.split(quote).next());
            return Some(quoted.or_else(|| rest.split([' ', '>']).next())?.to_owned());
        }
    }
    let (_, rest) = native.split_once("](")?;
    Some(rest.split([')', ' ']).next()?.trim_matches(['<', '>']).to_owned())
}

fn address(written: &str, codes: &[&str]) -> Option<Address> {
    let trimmed =
        written.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '#' | '=' | '&' | '-' | '_'));
    if let Some(rest) = after_prefix(trimmed, "mailto:").or_else(|| is_mail(trimmed).then_some(trimmed)) {
        let rest = rest.split('?').next().unwrap_or(rest);
        return Some(Address { written: rest.to_owned(), key: rest.to_lowercase(), host: None });
    }
    let rest = ["https://", "http://", "ftp://"]
        .iter()
        .find_map(|scheme| after_prefix(trimmed, scheme))
        .or_else(|| after_prefix(trimmed, "www.").map(|_| trimmed))?;
    let rest = after_prefix(rest, "www.").unwrap_or(rest);
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if !host.contains('.') {
        return None;
    }
    let is_code = |part: &str| {
        codes.iter().any(|code| !code.is_empty() && part.eq_ignore_ascii_case(code)) || is_tag(part, codes)
    };
    let labels: Vec<&str> = host.split('.').collect();
    let of_host = labels.len() > 2 && is_code(labels[0]);
    let of_path = path.split(['/', '.', '=', '&', '?', '_']).any(is_code);
    let bare_host = if of_host { labels[1..].join(".") } else { host.to_owned() }.to_lowercase();
    let key = format!("{}{}", host.to_lowercase(), path.trim_end_matches('/'));
    Some(Address { written: trimmed.to_owned(), key, host: (of_host || of_path).then_some(bare_host) })
}

/// `de-DE`, `de_at`: a code with its region.
fn is_tag(part: &str, codes: &[&str]) -> bool {
    part.split_once(['-', '_']).is_some_and(|(language, region)| {
        region.len() == 2 && codes.iter().any(|code| !code.is_empty() && language.eq_ignore_ascii_case(code))
    })
}

fn after_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let letters = |part: &str| part.len() >= 2 && part.chars().all(char::is_alphabetic);
    !name.is_empty() && !host.contains('@') && host.contains('.') && host.rsplit('.').next().is_some_and(letters)
}
