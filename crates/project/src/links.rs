//! Which page a link leads to.

use std::collections::BTreeMap;

use hexapla_formats::Format;

/// The pages of a site by where links to them would lead.
pub(crate) struct Site<'a> {
    /// Pages by their keys: their paths without extension, and without the name of an index.
    pages: BTreeMap<Vec<String>, Vec<&'a str>>,
    /// Keys by their last part.
    by_last: BTreeMap<String, Vec<Vec<String>>>,
}

/// Names of the page that stands for its directory.
const INDEX: &[&str] = &["index", "_index", "readme"];

impl<'a> Site<'a> {
    pub(crate) fn new(pages: impl Iterator<Item = &'a str>) -> Self {
        let mut site = Self { pages: BTreeMap::new(), by_last: BTreeMap::new() };
        for page in pages {
            let key = key(&parts(page));
            if let Some(last) = key.last() {
                site.by_last.entry(last.clone()).or_default().push(key.clone());
            }
            site.pages.entry(key).or_default().push(page);
        }
        site.by_last.values_mut().for_each(|keys| keys.dedup());
        site
    }

    /// The page that `href` on page `from` leads to, where there is one and only one.
    ///
    /// A site is rarely served from the root of its sources: what an absolute address leads to may lie deeper.
    pub(crate) fn page(&self, from: &str, href: &str) -> Option<&'a str> {
        let path = href.split(['#', '?']).next().unwrap_or_default();
        let path = decoded(path);
        let rooted = match path.split_once("//") {
            Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => rest.find('/').map(|at| &rest[at..]),
            _ if path.starts_with('/') => Some(path.as_str()),
            _ if path.is_empty() || path.contains(':') => return None,
            _ => None,
        };
        match rooted {
            Some(path) => self.below(from, &key(&parts(path))),
            None if path.contains("//") => None,
            None => {
                let page = parts(from);
                let directory = &page[..page.len().saturating_sub(1)];
                // A page may be served as a directory of its own name.
                [directory.to_vec(), key(&page)].iter().find_map(|base| self.only(&key(&walked(base, &path)?)))
            }
        }
    }

    fn only(&self, key: &[String]) -> Option<&'a str> {
        match self.pages.get(key)?.as_slice() {
            [page] => Some(page),
            _ => None,
        }
    }

    /// The page whose key ends like this; of several the one nearest to `from`, if one is.
    fn below(&self, from: &str, wanted: &[String]) -> Option<&'a str> {
        let from = parts(from);
        let shared = |key: &[String]| key.iter().zip(&from).take_while(|(a, b)| a == b).count();
        let found = self.by_last.get(wanted.last()?)?.iter().filter(|key| key.ends_with(wanted));
        let mut found: Vec<(usize, &Vec<String>)> = found.map(|key| (shared(key), key)).collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.len().cmp(&b.1.len())));
        match found.as_slice() {
            [(_, key)] => self.only(key),
            [(best, key), (next, other), ..] if best > next || key.len() < other.len() => self.only(key),
            _ => None,
        }
    }
}

fn parts(path: &str) -> Vec<String> {
    path.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect()
}

/// A path as links name it.
fn key(parts: &[String]) -> Vec<String> {
    let mut key = parts.to_vec();
    if let Some(last) = key.pop() {
        let is_page = Format::of_path(&last).is_some() || last.ends_with(".php");
        let name = if is_page { last.rsplit_once('.').map_or(last.as_str(), |(name, _)| name) } else { &last };
        if !INDEX.iter().any(|index| name.eq_ignore_ascii_case(index)) {
            key.push(name.to_owned());
        }
    }
    key
}

/// Where a relative path leads; `None` where it leads out of the site.
fn walked(base: &[String], path: &str) -> Option<Vec<String>> {
    let mut at = base.to_vec();
    for part in parts(path) {
        if part == ".." {
            at.pop()?;
        } else {
            at.push(part);
        }
    }
    Some(at)
}

/// `%C3%BC` is `ü`; what is no UTF-8 stays as it is.
fn decoded(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(|two| std::str::from_utf8(two).ok());
        match hex.filter(|_| *byte == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(value) => {
                out.push(value);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages() {
        let pages = [
            "content/de/ueber-uns.html",
            "content/en/about-us.html",
            "content/en/index.md",
            "content/ru/о-нас.md",
            "content/en/house/garden.md",
            "other/en/house/garden.md",
            "content/en/house.md",
            "fr.html",
            "a/x.md",
            "a/x.html",
        ];
        let site = Site::new(pages.into_iter());
        let check = |href: &str, want: Option<&str>| {
            assert_eq!(site.page("content/de/ueber-uns.html", href), want, "{href:?}");
        };
        check("../en/about-us.html", Some("content/en/about-us.html"));
        check("../en/about-us", Some("content/en/about-us.html"));
        check("../../en/about-us/", Some("content/en/about-us.html"));
        check("/en/about-us/#team", Some("content/en/about-us.html"));
        check("https://example.org/en/about-us.html?x=1", Some("content/en/about-us.html"));
        check("//example.org/en/", Some("content/en/index.md"));
        check("/en/index.html", Some("content/en/index.md"));
        check("../ru/%D0%BE-%D0%BD%D0%B0%D1%81", Some("content/ru/о-нас.md"));
        check("/en/house/garden/", Some("content/en/house/garden.md"));
        check("/en/house", Some("content/en/house.md"));
        check("../../../../fr.html", None);
        check("/fr", Some("fr.html"));
        check("/a/x", None);
        check("mailto:a@example.org", None);
        check("#top", None);
        check("", None);
        check("https://example.org", None);
        check("/", None);
        check("%", None);
    }
}
