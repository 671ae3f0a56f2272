pub mod count;
pub mod edges;
pub mod frame;
pub mod glyphs;
pub mod layout;
pub mod screen;
pub mod text;
pub mod wrap;
