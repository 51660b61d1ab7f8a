//! The tests of this crate from outside: pages of every format. One binary: it links once.

mod codes;
mod fixtures;
mod options;
mod pathological;
mod properties;
mod real_pages;
mod rewrapping;
