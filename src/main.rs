//! The binary: words in, exit code out.

use tutor::{cli, commands, system::environment};

fn main() -> commands::exit::Exit {
    commands::run(cli::parse(environment::arguments()))
}
