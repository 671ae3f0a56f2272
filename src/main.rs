//! The binary: words in, exit code out.

use tutor::{cli, commands};

#[expect(
    clippy::disallowed_methods,
    reason = "the command line enters here, once"
)]
fn main() -> commands::exit::Exit {
    commands::run(cli::parse(std::env::args_os()))
}
