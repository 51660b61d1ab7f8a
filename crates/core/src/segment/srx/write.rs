//! Rules become an SRX file.

use std::fmt::Write as _;

use hexapla_xml::write::{check, escape_attribute, escape_text};

use super::{Cascade, Side, Srx, Subflows, Version};
use crate::segment::engine::Action;

impl Srx {
    /// The rules as an SRX file in UTF-8, with all that [`super::read`] found in one.
    ///
    /// Characters that XML cannot carry become `\x{…}`, which means the same in a pattern.
    ///
    /// ```
    /// use hexapla_core::segment::{Profile, srx};
    /// let own = srx::Srx::own(&Profile::default());
    /// let again = srx::read(&own.to_xml()).unwrap().srx;
    /// assert_eq!(again.groups[0].rules.len(), own.groups[0].rules.len());
    /// ```
    pub fn to_xml(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<srx");
        let name_space = "http://www.lisa.org/srx20";
        if self.version == Version::V2 && !self.attributes.iter().any(|(name, _)| name.starts_with("xmlns")) {
            let _ = write!(out, " xmlns=\"{name_space}\"");
        }
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escape_attribute(value));
        }
        let version = match self.version {
            Version::V1 => "1.0",
            Version::V2 => "2.0",
        };
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        let _ = write!(
            out,
            " version=\"{version}\">\n<header segmentsubflows=\"{}\"",
            yes(self.segment_subflows == Subflows::Segmented)
        );
        if self.version == Version::V2 {
            let _ = write!(out, " cascade=\"{}\"", yes(self.cascade == Cascade::All));
        }
        out.push_str(">\n");
        for (kind, side) in
            [("start", self.handles.opening), ("end", self.handles.closing), ("isolated", self.handles.isolated)]
        {
            let _ = writeln!(out, "<formathandle type=\"{kind}\" include=\"{}\"/>", yes(side == Side::Before));
        }
        for extra in &self.extras {
            let _ = writeln!(out, "{extra}");
        }
        out.push_str("</header>\n<body>\n<languagerules>\n");
        for group in &self.groups {
            comment(&mut out, group.comment.as_deref());
            let _ = writeln!(out, "<languagerule languagerulename=\"{}\">", escape_attribute(&group.name));
            for rule in &group.rules {
                comment(&mut out, rule.title.as_deref());
                let _ = writeln!(out, "<rule break=\"{}\">", yes(rule.action == Action::Break));
                for (name, pattern) in [("beforebreak", &rule.before), ("afterbreak", &rule.after)] {
                    let _ = writeln!(out, "<{name}>{}</{name}>", escape_text(&carried(pattern)));
                }
                out.push_str("</rule>\n");
            }
            out.push_str("</languagerule>\n");
        }
        out.push_str("</languagerules>\n<maprules>\n");
        let mut list: Option<&str> = None;
        for map in &self.maps {
            if list != map.list.as_deref() {
                out.push_str(if list.is_some() { "</maprule>\n" } else { "" });
                list = map.list.as_deref();
                if let Some(name) = list {
                    let _ = writeln!(out, "<maprule maprulename=\"{}\">", escape_attribute(name));
                }
            }
            comment(&mut out, map.comment.as_deref());
            let _ = writeln!(
                out,
                "<languagemap languagepattern=\"{}\" languagerulename=\"{}\"/>",
                escape_attribute(&carried(&map.pattern)),
                escape_attribute(&map.group)
            );
        }
        out.push_str(if list.is_some() { "</maprule>\n" } else { "" });
        out.push_str("</maprules>\n</body>\n");
        for remark in &self.remarks {
            comment(&mut out, Some(remark));
        }
        out.push_str("</srx>\n");
        out
    }
}

fn comment(out: &mut String, text: Option<&str>) {
    if let Some(text) = text {
        // `--` may not stand in a comment, nor `-` before its end.
        let text = text.replace("--", "- -");
        let _ = writeln!(out, "<!-- {}{} -->", text.trim(), if text.ends_with('-') { " " } else { "" });
    }
}

/// The pattern with what XML cannot carry written as code points.
fn carried(pattern: &str) -> String {
    if check(pattern).is_ok() {
        return pattern.to_owned();
    }
    let mut out = String::with_capacity(pattern.len());
    for c in pattern.chars() {
        if hexapla_xml::is_xml_char(c) {
            out.push(c);
        } else {
            let _ = write!(out, "\\x{{{:X}}}", u32::from(c));
        }
    }
    out
}
