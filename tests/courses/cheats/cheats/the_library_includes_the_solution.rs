//! The library is another file.
//! refused: reads
//! exercise: voucher

mod solved {
    include!("{{VOUCHER}}");
}

pub use solved::Voucher;
