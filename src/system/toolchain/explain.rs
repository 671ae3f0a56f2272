//! rustc's own explanation of an error code.

use std::path::Path;

use super::{Toolchain, answer, ask, fault};
use crate::check::verdict::Fault;

/// The Markdown text of `rustc --explain CODE`. A fault says that this compiler has none for it.
pub fn explain(toolchain: &Toolchain, code: &str, folder: &Path) -> Result<String, Fault> {
    let code = code.trim().to_ascii_uppercase();
    if !is_code(&code) {
        return Err(fault::no_explanation(&code));
    }
    let args = vec!["--explain".into(), code.clone().into()];
    let ended = ask(&toolchain.rustc, args, toolchain.inherited.clone(), folder);
    answer(&ended).ok_or_else(|| fault::no_explanation(&code))
}

/// `E0382`
fn is_code(code: &str) -> bool {
    let digits = code.strip_prefix('E').unwrap_or_default();
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
