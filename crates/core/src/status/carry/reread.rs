//! Pieces that were left as they are by somebody who read the source.

use super::super::edit::is_light;
use super::super::{EditKind, Passage, edit_kind};
use super::{Confidence, Piece, Work};

/// How sure it is that who followed a page's source read all of it.
const READ: f32 = 0.7;

impl Work<'_> {
    /// Whoever brought a page after its source as it was in version `seen` has read the rest of it, too. Where the source
    /// had changed in nothing but grammar, and he let the translation stand, it was right.
    pub(super) fn reread(&self, pieces: &mut [Piece], seen: usize) {
        let language = self.step.languages.0;
        let is_real = |old: &Passage, new: &Passage| edit_kind(old, new, language).is_some_and(|kind| !kind.is_minor());
        let follows = |piece: &Piece| match (&piece.base_before, piece.entry.parts.as_slice()) {
            (Some(before), [part]) => is_real(before, &part.base),
            (None, parts) => !parts.is_empty(),
            _ => false,
        };
        if !pieces.iter().any(|piece| piece.fresh && follows(piece)) {
            return;
        }
        for piece in pieces.iter_mut().filter(|piece| !piece.fresh) {
            let [part] = piece.entry.parts.as_mut_slice() else { continue };
            let [now] = part.now.as_slice() else { continue };
            let Some(edition) = self.line.wording_at(self.step.version, *now, seen) else { continue };
            let is_newer = edition.version > piece.entry.origin.version;
            let kind = edit_kind(&part.base, &edition.passage, language);
            let changed = kind == Some(EditKind::Wording);
            if is_newer && changed && is_light(part.base.text(), edition.passage.text(), language) {
                part.base = edition.passage.clone();
                piece.entry.origin = self.origin(1.0);
                piece.entry.origin.version = seen;
                let confidence = piece.entry.origin.confidence.get().min(READ);
                piece.entry.origin.confidence = Confidence::new(confidence);
            }
        }
    }
}
