pub mod listing;
pub mod markdown;
pub mod text;
