//! Names of character properties, as ICU and Java write them.

/// The inside of a class for the property `name`, in Rust's syntax; `None` where it is not known.
pub(super) fn property(name: &str) -> Option<String> {
    // Most patterns ask for these, and to look one up takes as long as to parse a rule.
    if GENERAL_CATEGORIES.contains(&name) {
        return Some(format!("\\p{{{name}}}"));
    }
    let plain: String = name.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).collect();
    let lower = plain.to_ascii_lowercase();
    if let Some(set) = java(&lower).or_else(|| posix(&lower)) {
        return Some(set.to_owned());
    }
    if let Some(block) = lower.strip_prefix("in").or_else(|| lower.strip_prefix("block=")).and_then(block) {
        return Some(block.to_owned());
    }
    [name, name.strip_prefix("Is").or_else(|| name.strip_prefix("is")).unwrap_or(name)]
        .into_iter()
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ' | '=')))
        .map(|name| format!("\\p{{{name}}}"))
        .find(|set| regex_syntax::parse(set).is_ok())
}

/// The general categories of Unicode, by their short names.
const GENERAL_CATEGORIES: [&str; 34] = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf",
];

/// Properties that only Java names.
fn java(name: &str) -> Option<&'static str> {
    Some(match name {
        "javalowercase" => r"\p{Lowercase}",
        "javauppercase" => r"\p{Uppercase}",
        "javatitlecase" => r"\p{Lt}",
        "javaalphabetic" | "javaletter" => r"\p{L}",
        "javadigit" => r"\p{Nd}",
        "javaletterordigit" => r"\p{L}\p{Nd}",
        "javawhitespace" | "javaspacechar" => r"\s",
        _ => return None,
    })
}

/// POSIX names, with the Unicode meaning of ICU's Regular Expressions guide.
fn posix(name: &str) -> Option<&'static str> {
    Some(match name {
        "alpha" => r"\p{Alphabetic}",
        "alnum" => r"\p{Alphabetic}\p{Nd}",
        "upper" => r"\p{Uppercase}",
        "lower" => r"\p{Lowercase}",
        "digit" => r"\p{Nd}",
        "xdigit" => r"0-9A-Fa-f",
        "punct" => r"\p{P}",
        "space" => r"\s",
        "blank" => r"\t\p{Zs}",
        "cntrl" => r"\p{Cc}",
        "graph" => r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Co}",
        "print" => r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Co}\p{Zs}",
        "word" => r"\w",
        "ascii" => r"\x00-\x7F",
        "all" | "any" => r"\x{0}-\x{10FFFF}",
        _ => return None,
    })
}

/// The Unicode blocks that rules for segmentation name (Unicode 16, Blocks.txt).
fn block(name: &str) -> Option<&'static str> {
    Some(match name {
        "basiclatin" => r"\x{0}-\x{7F}",
        "latin1supplement" | "latin1" => r"\x{80}-\x{FF}",
        "latinextendeda" => r"\x{100}-\x{17F}",
        "latinextendedb" => r"\x{180}-\x{24F}",
        "greek" | "greekandcoptic" => r"\x{370}-\x{3FF}",
        "greekextended" => r"\x{1F00}-\x{1FFF}",
        "cyrillic" => r"\x{400}-\x{4FF}",
        "cyrillicsupplement" | "cyrillicsupplementary" => r"\x{500}-\x{52F}",
        "armenian" => r"\x{530}-\x{58F}",
        "hebrew" => r"\x{590}-\x{5FF}",
        "arabic" => r"\x{600}-\x{6FF}",
        "arabicsupplement" => r"\x{750}-\x{77F}",
        "arabicpresentationformsa" => r"\x{FB50}-\x{FDFF}",
        "arabicpresentationformsb" => r"\x{FE70}-\x{FEFF}",
        "devanagari" => r"\x{900}-\x{97F}",
        "bengali" => r"\x{980}-\x{9FF}",
        "thai" => r"\x{E00}-\x{E7F}",
        "georgian" => r"\x{10A0}-\x{10FF}",
        "ethiopic" => r"\x{1200}-\x{137F}",
        "khmer" => r"\x{1780}-\x{17FF}",
        "generalpunctuation" => r"\x{2000}-\x{206F}",
        "cjksymbolsandpunctuation" => r"\x{3000}-\x{303F}",
        "hiragana" => r"\x{3040}-\x{309F}",
        "katakana" => r"\x{30A0}-\x{30FF}",
        "cjkunifiedideographs" => r"\x{4E00}-\x{9FFF}",
        "hangulsyllables" => r"\x{AC00}-\x{D7AF}",
        "halfwidthandfullwidthforms" => r"\x{FF00}-\x{FFEF}",
        _ => return None,
    })
}
