//! Our own rules in the dialect of another tool.
//!
//! The tools share the format and differ in the meaning: OmegaT and LanguageTool hand the patterns to
//! `java.util.regex`, whose `\s`, `\d`, `\w` and `\b` know ASCII only (a no-break space is none), OmegaT with the dot
//! for any character; Okapi hands them to ICU. So what is only ASCII there is spelled out.

use super::{Srx, Version};
use crate::segment::Profile;
use crate::segment::pattern::BOUNDARIES;

/// A tool that reads SRX files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// OmegaT 5 and later: `java.util.regex`; language patterns fit in upper or lower case.
    OmegaT,
    /// The Okapi Framework: ICU.
    Okapi,
    /// LanguageTool and others that use loomchild's `segment`: `java.util.regex`, languages named `de_one` (a line break
    /// is a paragraph) or `de_two` (a blank line is).
    LanguageTool,
}

/// Our own rules as an SRX file for `tool`.
///
/// ```
/// use hexapla_core::segment::{Profile, srx};
/// let xml = srx::export(srx::Tool::OmegaT, &Profile::default());
/// let rules = srx::read(&xml).unwrap().srx;
/// assert!(rules.groups_for("de-AT").unwrap().len() == 2);
/// assert!(xml.contains(r"\u00A0"));
/// ```
pub fn export(tool: Tool, profile: &Profile) -> String {
    own_for(tool, profile).to_xml()
}

/// The same as a value.
pub fn own_for(tool: Tool, profile: &Profile) -> Srx {
    let mut srx = Srx::own(profile);
    debug_assert_eq!(srx.version, Version::V2);
    if tool != Tool::Okapi {
        for rule in srx.groups.iter_mut().flat_map(|group| group.rules.iter_mut()) {
            rule.before = java(&rule.before);
            rule.after = java(&rule.after);
        }
    }
    srx
}

/// White space as Unicode has it, inside of a class.
const SPACE: &str = r"\s\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000";

/// Characters of words as Unicode has them, inside of a class.
const WORD: &str = r"\p{L}\p{M}\p{N}_";

/// A pattern in ICU's syntax with what Java reads otherwise spelled out.
fn java(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 64);
    let mut in_class = 0u32;
    // The class that holds word characters but for some.
    let mut all_but = None;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('s') if in_class > 0 => out.push_str(SPACE),
                Some('s') => out.push_str(&format!("[{SPACE}]")),
                Some('S') if in_class == 0 => out.push_str(&format!("[^{SPACE}]")),
                Some('d') => out.push_str(r"\p{Nd}"),
                Some('w') if in_class > 0 => out.push_str(WORD),
                Some('w') => out.push_str(&format!("[{WORD}]")),
                Some('b') if in_class == 0 => {
                    out.push_str(BOUNDARIES[0]);
                }
                // A class inside a class is a union in both.
                Some(other) => {
                    out.push('\\');
                    out.push(other);
                }
                None => out.push('\\'),
            },
            // ICU reads a bare `&&` alike; a bare `[` within a class opens another.
            '[' => {
                in_class += 1;
                out.push(c);
                // What a class inside a negated one means has changed between versions of Java; `&&` has not.
                if let Some(rest) = chars.as_str().strip_prefix(r"^\W") {
                    chars = rest.chars();
                    all_but = Some(in_class);
                    out.push_str(&format!("{WORD}&&[^"));
                }
            }
            ']' => {
                if all_but.take_if(|depth| *depth == in_class).is_some() {
                    out.push(c);
                }
                in_class = in_class.saturating_sub(1);
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
