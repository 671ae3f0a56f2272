pub mod cache;
pub mod process;
pub mod toolchain;
