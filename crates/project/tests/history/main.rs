//! What history tells of translations: traps, one by one, and generated repositories whose truth is known.

#![expect(clippy::print_stdout, reason = "figures are there to be read")]

mod dated;
mod escapes;
mod events;
mod gates;
mod generator;
mod kept;
mod kinds;
mod manual;
mod repository;
mod sentences;
mod speed;
mod traps;
mod troubles;
mod truth;
mod words;
