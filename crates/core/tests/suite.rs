//! The tests of this crate from outside: segmentation, alignment and checks, on data. One binary: it links once.

mod align;
mod checks;
mod segment_cases;
mod segment_engine;
mod segment_own;
mod segment_properties;
mod segment_scores;
mod segment_srx;
