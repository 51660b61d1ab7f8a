//! What is untranslated, stale or obsolete, and why.
