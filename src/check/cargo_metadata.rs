//! What `cargo metadata` says of a folder: which file belongs to which program.

use serde_json::Value;

/// The name of the target whose main file lies at this path; `None` if there is none, or if the text is not what cargo
/// prints.
pub fn target_of(metadata: &str, path: &str) -> Option<String> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let packages = metadata["packages"].as_array()?.iter();
    let mut targets = packages
        .filter_map(|package| package["targets"].as_array())
        .flatten();
    let target = targets.find(|target| target["src_path"] == *path)?;
    Some(target["name"].as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_target_that_begins_with_it() {
        let metadata = r#"{"packages": [{"name": "exercises", "targets": [
            {"kind": ["bin"], "name": "moor", "src_path": "/learn/exercises/01_quay/01_moor.rs"},
            {"kind": ["bin"], "name": "lift", "src_path": "/learn/exercises/02_crane/01_lift.rs"}
        ]}]}"#;
        let found = |path: &str| target_of(metadata, path);
        assert_eq!(
            found("/learn/exercises/02_crane/01_lift.rs").as_deref(),
            Some("lift")
        );
        assert_eq!(found("/learn/exercises/03_x/01_y.rs"), None);
        assert_eq!(target_of("error: no Cargo.toml", "/a.rs"), None);
    }
}
