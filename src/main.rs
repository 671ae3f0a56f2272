//! The binary: words in, exit code out.

use tutor::commands::exit::Exit;
use tutor::system::{environment, guardian};
use tutor::{cli, commands};

fn main() -> Exit {
    let words = environment::arguments();
    if let Some(guarded) = guardian::asked_for(&words) {
        guardian::run(guarded, std::io::stdin());
        return Exit::Passed;
    }
    commands::run(cli::parse(words))
}
