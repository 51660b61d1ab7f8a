//! What the DTDs of TMX 1.1 to 1.4 say, as questions.

use crate::version::Version;

/// An element of TMX.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Tmx,
    Header,
    Body,
    Note,
    Prop,
    Ude,
    Map,
    Tu,
    Tuv,
    Seg,
    Bpt,
    Ept,
    Ph,
    It,
    Hi,
    Ut,
    Sub,
}

use Name::{Body, Bpt, Ept, Header, Hi, It, Map, Note, Ph, Prop, Seg, Sub, Tmx, Tu, Tuv, Ude, Ut};

impl Name {
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "tuv" => Tuv,
            "seg" => Seg,
            "prop" => Prop,
            "tu" => Tu,
            "bpt" => Bpt,
            "ept" => Ept,
            "ph" => Ph,
            "it" => It,
            "note" => Note,
            "hi" => Hi,
            "ut" => Ut,
            "sub" => Sub,
            "tmx" => Tmx,
            "header" => Header,
            "body" => Body,
            "ude" => Ude,
            "map" => Map,
            _ => return None,
        })
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Tmx => "tmx",
            Header => "header",
            Body => "body",
            Note => "note",
            Prop => "prop",
            Ude => "ude",
            Map => "map",
            Tu => "tu",
            Tuv => "tuv",
            Seg => "seg",
            Bpt => "bpt",
            Ept => "ept",
            Ph => "ph",
            It => "it",
            Hi => "hi",
            Ut => "ut",
            Sub => "sub",
        }
    }

    /// Whether text may stand directly in it.
    pub(crate) fn takes_text(self) -> bool {
        matches!(self, Note | Prop | Seg | Bpt | Ept | Ph | It | Hi | Ut | Sub)
    }

    /// Whether `child` may stand in it, wherever.
    pub(crate) fn takes(self, child: Self, version: Version) -> bool {
        let first = version == Version::V1_1;
        match self {
            Tmx => matches!(child, Header | Body),
            Header => matches!(child, Note | Prop | Ude),
            Ude => child == Map,
            Body => child == Tu,
            Tu => matches!(child, Note | Prop | Tuv),
            Tuv => matches!(child, Note | Prop | Seg),
            Seg if first => matches!(child, Bpt | Ept | Ph | It | Ut | Sub),
            Sub if first => matches!(child, Bpt | Ept | Ph | It | Ut),
            Hi if first => false,
            Seg | Sub | Hi => matches!(child, Bpt | Ept | Ph | It | Ut | Hi),
            Bpt | Ept | Ph | It => child == Sub,
            Ut => child == Sub && version == Version::V1_4,
            Note | Prop | Map => false,
        }
    }

    /// The attributes that it must have.
    pub(crate) fn required(self, version: Version) -> &'static [&'static str] {
        match self {
            Tmx if version <= Version::V1_2 => &["version"],
            Header => &["creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"],
            Ude => &["name"],
            Map => &["unicode"],
            Prop => &["type"],
            Tuv if version <= Version::V1_2 => &["lang"],
            Tuv => &["xml:lang"],
            Bpt | Ept => &["i"],
            It => &["pos"],
            _ => &[],
        }
    }

    /// Whether it may have the attribute.
    pub(crate) fn allows(self, attribute: &str, version: Version) -> bool {
        let old = version <= Version::V1_2;
        match self {
            Tmx => attribute == "version",
            Header => {
                self.required(version).contains(&attribute)
                    || matches!(attribute, "o-encoding" | "creationdate" | "creationid" | "changedate" | "changeid")
            }
            Note => match attribute {
                "o-encoding" | "lang" => true,
                "xml:lang" => !old,
                _ => false,
            },
            Prop => match attribute {
                "type" | "o-encoding" => true,
                // The DTD of 1.3 alone left it out.
                "lang" => version != Version::V1_3,
                "xml:lang" => !old,
                _ => false,
            },
            Ude => matches!(attribute, "name" | "base"),
            Map => matches!(attribute, "unicode" | "code" | "ent" | "subst"),
            Tu => of_a_unit(attribute) || matches!(attribute, "tuid" | "segtype" | "srclang"),
            Tuv => match attribute {
                "xml:lang" => !old,
                "lang" => true,
                other => of_a_unit(other),
            },
            Bpt => matches!(attribute, "i" | "x" | "type"),
            Ept => attribute == "i",
            It => matches!(attribute, "pos" | "x" | "type"),
            Ph => matches!(attribute, "x" | "assoc" | "type"),
            Hi => version != Version::V1_1 && matches!(attribute, "x" | "type"),
            Ut => attribute == "x",
            Sub => version != Version::V1_1 && matches!(attribute, "datatype" | "type"),
            Body | Seg => false,
        }
    }

    /// The values that the attribute may have, where they are listed.
    pub(crate) fn values(self, attribute: &str) -> Option<&'static [&'static str]> {
        match (self, attribute) {
            (Header | Tu, "segtype") => Some(&["block", "paragraph", "sentence", "phrase"]),
            (It, "pos") => Some(&["begin", "end"]),
            _ => None,
        }
    }
}

fn of_a_unit(attribute: &str) -> bool {
    matches!(
        attribute,
        "creationdate"
            | "creationid"
            | "changedate"
            | "changeid"
            | "o-encoding"
            | "datatype"
            | "usagecount"
            | "lastusagedate"
            | "creationtool"
            | "creationtoolversion"
            | "o-tmf"
    )
}
