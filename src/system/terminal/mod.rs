//! The terminal: what it can do, one writer that turns lines into bytes, and the keys.
//!
//! [`print()`] writes blocks of lines, anywhere. A [`FullScreen`] owns the window of a sitting: its mode is given back on
//! every way out, by `Drop`, by the panic hook and by the signals' thread.

mod ask;
#[cfg_attr(unix, path = "device_unix.rs")]
#[cfg_attr(not(unix), path = "device_elsewhere.rs")]
mod device;
mod ending;
mod frame;
mod full_screen;
mod input;
mod mode;
mod paint;
mod print;

pub use ask::{Capabilities, Colour};
pub use ending::Ends;
pub use full_screen::FullScreen;
pub use input::{Input, read_lines};
pub use paint::Painter;
pub use print::{Stream, ask_yes, print, print_bytes};

/// Columns and rows of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub columns: usize,
    pub rows: usize,
}

/// Where nobody can be asked, or the answer is nonsense.
pub const USUAL_SIZE: Size = Size {
    columns: 80,
    rows: 24,
};

/// The window's size now.
pub fn size() -> Size {
    let (columns, rows) = device::window().unwrap_or((0, 0));
    if columns == 0 || rows == 0 {
        return USUAL_SIZE;
    }
    Size {
        columns: columns.into(),
        rows: rows.into(),
    }
}
