pub mod compare;
pub mod errand;
pub mod faults;
pub mod folder;
pub mod keeping;
pub mod listing;
pub mod markdown;
pub mod text;
