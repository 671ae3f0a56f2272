//! The course that the binary carries. It serves `tutor init` alone: from then on, what lies on the disk is the course.

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// Every file of the course, sorted: its path below the course folder (`exercises/03_ownership/info.toml`), and its bytes.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> Vec<&'static str> {
        files().map(|(path, _)| path).collect()
    }

    #[test]
    fn the_manifests_the_starters_and_the_solutions_are_in_the_binary() {
        for path in [
            "info.toml",
            "exercises/03_ownership/info.toml",
            "exercises/03_ownership/02_handed_over.rs",
            "solutions/03_ownership/02_handed_over.rs",
            "exercises/support/lib.rs",
        ] {
            assert!(paths().contains(&path), "{path} is missing");
        }
    }

    #[test]
    fn nothing_else_of_the_repository_is_in_the_binary() {
        for path in paths() {
            let part_of_a_course = path == "info.toml"
                || path.starts_with("exercises/")
                || path.starts_with("solutions/");
            assert!(part_of_a_course, "{path}");
        }
    }
}
