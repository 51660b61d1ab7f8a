//! Inline codes at a boundary: which segment they go with.

use super::srx::{FormatHandles, Side};
use crate::document::CodeKind;

/// What an inline code does, as SRX tells codes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeRole {
    /// It opens something: `<b>`.
    Opening,
    /// It closes something: `</b>`.
    Closing,
    /// It stands alone: `<br/>`, a placeholder.
    Isolated,
}

impl From<CodeKind> for CodeRole {
    fn from(kind: CodeKind) -> Self {
        match kind {
            CodeKind::Open => Self::Opening,
            CodeKind::Close => Self::Closing,
            CodeKind::Standalone => Self::Isolated,
        }
    }
}

/// How many of the codes that stand exactly at a boundary go with the segment before it.
///
/// Rules see text without codes; a boundary is then a place *between* codes. `codes` are those at the boundary, in
/// their order. A code goes before the boundary if `handles` says so of its role and no code before it had to go
/// after: the order of codes never changes.
///
/// ```
/// use hexapla_core::segment::{CodeRole, codes_before, srx::FormatHandles};
/// // `Er ging.</b><i>Sie blieb.`: the standard's defaults leave `</b>` with what it closes.
/// assert_eq!(codes_before([CodeRole::Closing, CodeRole::Opening], FormatHandles::default()), 1);
/// ```
///
/// Source: SRX 2.0, `formathandle`.
pub fn codes_before(codes: impl IntoIterator<Item = CodeRole>, handles: FormatHandles) -> usize {
    codes
        .into_iter()
        .take_while(|role| {
            let side = match role {
                CodeRole::Opening => handles.opening,
                CodeRole::Closing => handles.closing,
                CodeRole::Isolated => handles.isolated,
            };
            side == Side::Before
        })
        .count()
}
