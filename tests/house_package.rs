//! What `cargo package` puts into the published crate: the binary is built from it, so the course has to be in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

#[test]
fn the_package_holds_the_whole_course() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(root)
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&listed.stdout);
    let listed: BTreeSet<String> = text.lines().map(|line| line.replace('\\', "/")).collect();
    assert!(listed.contains("info.toml"), "{listed:?}");
    for folder in ["exercises", "solutions"] {
        for path in tutor::system::files::list_below(&root.join(folder)) {
            let path = format!("{folder}/{path}");
            assert!(listed.contains(&path), "{path} is not in the package");
        }
    }
}
