//! The tests of this crate from outside: files of many tools, and what is done to memories. One binary: it links once.

mod convert;
mod corpus;
mod damage;
mod omegat;
mod operations;
