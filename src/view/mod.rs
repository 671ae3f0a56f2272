pub mod compare;
pub mod folder;
pub mod listing;
pub mod markdown;
pub mod text;
