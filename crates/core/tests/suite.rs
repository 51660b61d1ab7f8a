//! The tests of this crate from outside: segmentation, alignment and checks, on data. One binary: it links once.

mod align;
mod align_form;
mod align_gold;
mod align_pages;
mod align_words;
mod checks;
mod document;
mod language;
mod segment_cases;
mod segment_engine;
mod segment_own;
mod segment_properties;
mod segment_scores;
mod segment_srx;
mod status_carry;
mod status_checks;
mod status_edits;
mod status_judge;
mod text;
