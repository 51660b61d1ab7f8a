//! The tests of the whole: what users see, from the command line.

mod align;
mod architecture;
mod ci_recipes;
mod memories;
mod message_catalog;
mod omegat;
mod report_formats;
mod seed_site;
mod transcripts;
