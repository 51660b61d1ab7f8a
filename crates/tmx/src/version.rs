//! The versions of the standard.

/// A version of TMX.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// TMX 1.1 (1998): `lang`, no `hi`.
    V1_1,
    /// TMX 1.2 (2000): `hi`.
    V1_2,
    /// TMX 1.3 (2001): `xml:lang`.
    V1_3,
    /// TMX 1.4 (2002), also in its editions 1.4a and 1.4b; what an unknown version is read as.
    V1_4,
}

impl Version {
    /// The version of that name; `None` for one that never was.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "1.1" => Some(Self::V1_1),
            "1.2" => Some(Self::V1_2),
            "1.3" => Some(Self::V1_3),
            "1.4" => Some(Self::V1_4),
            _ => None,
        }
    }
}
