//! What history tells of translations: traps, one by one, and generated repositories whose truth is known.

mod repository;
mod traps;
mod troubles;
