//! The tests of this crate from outside: pages of every format. One binary: it links once.

mod codes;
mod decoding;
mod fixtures;
mod options;
mod pathological;
mod pieces;
mod properties;
mod real_pages;
mod rewrapping;
mod xliff;
