use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

fn folder() -> TempFolder {
    TempFolder::new("tutor-files-").expect("a temporary folder")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

mod writing {
    use super::*;

    #[test]
    fn a_file_is_made_and_then_replaced() {
        let folder = folder();
        let path = folder.path().join("progress.toml");
        write_atomic(&path, b"first").expect("it is new");
        write_atomic(&path, b"second").expect("it is replaced");
        assert_eq!(fs::read(&path).expect("it is there"), b"second");
        assert_eq!(names(folder.path()), ["progress.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn the_modes_of_what_is_replaced_are_kept() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("x.rs");
        fs::write(&path, "a").expect("written");
        for mode in [0o600, 0o755, 0o444] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
            write_atomic(&path, b"b").expect("replaced");
            let found = fs::metadata(&path).expect("there").permissions().mode();
            assert_eq!(found & 0o777, mode, "mode {mode:o}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_has_the_modes_of_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        fs::write(folder.path().join("plain"), "").expect("written");
        write_atomic(&folder.path().join("ours"), b"").expect("written");
        let mode = |name: &str| {
            let found = fs::metadata(folder.path().join(name)).expect("there");
            found.permissions().mode()
        };
        assert_eq!(mode("ours"), mode("plain"));
    }

    #[test]
    fn a_missing_folder_is_said_so() {
        let folder = folder();
        let path = folder.path().join("no/x");
        let trouble = write_atomic(&path, b"").expect_err("there is no folder");
        assert_eq!(trouble.why, "its folder is not there");
        assert!(!trouble.full);
    }

    #[test]
    fn a_folder_is_not_replaced() {
        let folder = folder();
        let path = folder.path().join("x");
        fs::create_dir(&path).expect("made");
        let trouble = write_atomic(&path, b"").expect_err("it is a folder");
        assert_eq!(trouble.why, "it is a folder, not a file");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_neither_followed_nor_replaced() {
        let folder = folder();
        let (canary, link) = (folder.path().join("canary"), folder.path().join("link"));
        fs::write(&canary, "alive").expect("written");
        std::os::unix::fs::symlink(&canary, &link).expect("linked");
        let trouble = write_atomic(&link, b"dead").expect_err("it is a link");
        assert_eq!(trouble.why, "it is a link, not a file");
        assert_eq!(fs::read(&canary).expect("there"), b"alive");
        assert!(link.is_symlink());
    }

    #[test]
    fn a_new_file_never_replaces_one() {
        let folder = folder();
        let path = folder.path().join("a/b/x.rs");
        write_new(&path, b"mine").expect("it is new");
        let error = write_new(&path, b"theirs").expect_err("it is there");
        assert_eq!(error.kind(), std::io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).expect("there"), b"mine");
        let other = folder.path().join("c/y.rs");
        copy_out(&path, &other, 10).expect("copied");
        assert_eq!(fs::read(&other).expect("there"), b"mine");
        assert!(copy_out(&path, &other, 10).is_err());
        assert!(copy_out(&path, &folder.path().join("z"), 3).is_err());
    }
}

mod reading {
    use super::*;

    #[test]
    fn what_is_there_is_told_apart() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("four"), "four").expect("written");
        fs::write(at("latin"), b"\xe4").expect("written");
        assert_eq!(read_bounded(&at("four"), 4), Ok(b"four".to_vec()));
        assert_eq!(read_text(&at("four"), 4), Ok("four".to_owned()));
        assert_eq!(read_text(&at("latin"), 4), Err(ReadTrouble::NotText));
        assert_eq!(
            read_bounded(&at("four"), 3),
            Err(ReadTrouble::TooLarge { max: 3 })
        );
        assert_eq!(read_bounded(&at("none"), 3), Err(ReadTrouble::Missing));
        assert_eq!(read_bounded(&at("four/x"), 3), Err(ReadTrouble::Missing));
        let what = "a folder";
        assert_eq!(
            read_bounded(folder.path(), 3),
            Err(ReadTrouble::NotAFile { what })
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = folder();
        let path = folder.path().join("pipe");
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mkfifoat(rustix::fs::CWD, &path, mode).expect("made");
        let what = "a pipe";
        assert_eq!(read_bounded(&path, 3), Err(ReadTrouble::NotAFile { what }));
        let what = "a device";
        assert_eq!(
            read_bounded(Path::new("/dev/zero"), 3),
            Err(ReadTrouble::NotAFile { what })
        );
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("bound");
        let what = "a socket";
        assert_eq!(
            read_bounded(&socket, 3),
            Err(ReadTrouble::NotAFile { what })
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_grows_without_a_size_is_bounded() {
        let trouble = read_bounded(Path::new("/proc/self/maps"), 10);
        assert_eq!(trouble, Err(ReadTrouble::TooLarge { max: 10 }));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = folder();
        let link = folder.path().join("link");
        for target in ["/etc/hostname", "nowhere", "."] {
            std::os::unix::fs::symlink(target, &link).expect("linked");
            assert_eq!(read_bounded(&link, 999), Err(ReadTrouble::Link), "{target}");
            fs::remove_file(&link).expect("removed");
        }
    }

    #[test]
    fn troubles_are_told_in_words() {
        let said = [
            ReadTrouble::Missing,
            ReadTrouble::NotAFile { what: "a pipe" },
            ReadTrouble::Link,
            ReadTrouble::TooLarge { max: 1 << 20 },
            ReadTrouble::TooLarge { max: 1000 },
            ReadTrouble::NotText,
            ReadTrouble::Forbidden,
        ]
        .map(|trouble| format!("x.rs {trouble}\n"))
        .concat();
        expect_test::expect![[r"
            x.rs is not there
            x.rs is a pipe, not a file
            x.rs is a link to another place, not a file
            x.rs is larger than 1 MiB
            x.rs is larger than 1000 bytes
            x.rs is not UTF-8 text
            x.rs may not be read by you
        "]]
        .assert_eq(&said);
    }
}

mod listing {
    use super::*;

    #[test]
    fn files_are_relative_and_sorted() {
        let folder = folder();
        for path in [
            "b.rs",
            "a/z.rs",
            "a/b/c.rs",
            ".git/config",
            "a/target/x",
            ".tutor/y",
            "a.rs",
            ".hidden",
        ] {
            write_new(&folder.path().join(path), b"").expect("written");
        }
        let listed = list_below(folder.path());
        assert_eq!(listed, [".hidden", "a.rs", "a/b/c.rs", "a/z.rs", "b.rs"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_odd_names_are_left_out() {
        use std::os::unix::ffi::OsStrExt;
        let folder = folder();
        write_new(&folder.path().join("a.rs"), b"").expect("written");
        std::os::unix::fs::symlink(".", folder.path().join("loop")).expect("linked");
        std::os::unix::fs::symlink("a.rs", folder.path().join("b.rs")).expect("linked");
        write_new(
            &folder
                .path()
                .join(std::ffi::OsStr::from_bytes(b"nu\xff.rs")),
            b"",
        )
        .expect("written");
        assert_eq!(list_below(folder.path()), ["a.rs"]);
        assert_eq!(links_below(folder.path()), ["b.rs", "loop"]);
    }

    #[test]
    fn a_missing_folder_has_no_files() {
        assert!(list_below(&folder().path().join("no")).is_empty());
    }
}

mod places {
    use super::*;

    #[test]
    fn plain_paths_are_joined() {
        let root = Path::new("/course");
        let place = inside(root, "exercises/03_ownership/02_handed_over.rs");
        assert_eq!(
            place,
            Ok(root.join("exercises/03_ownership/02_handed_over.rs"))
        );
    }

    #[test]
    fn paths_that_leave_are_refused() {
        for path in [
            "", ".", "..", "a/../b", "a//b", "/a", "a/", "a\\b", "c:x", "a\0b", "a\nb", "~/../x",
        ] {
            let refused = matches!(
                inside(Path::new("/course"), path),
                Err(PathTrouble::Leaves { .. })
            );
            assert!(refused, "{path:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_on_the_way_are_refused() {
        let folder = folder();
        fs::create_dir(folder.path().join("real")).expect("made");
        std::os::unix::fs::symlink("real", folder.path().join("link")).expect("linked");
        std::os::unix::fs::symlink("nowhere", folder.path().join("real/x.rs")).expect("linked");
        for path in ["link/y.rs", "link", "real/x.rs"] {
            let refused = matches!(inside(folder.path(), path), Err(PathTrouble::Link { .. }));
            assert!(refused, "{path}");
        }
        assert!(inside(folder.path(), "real/y/z.rs").is_ok());
    }

    proptest! {
        #[test]
        fn no_text_escapes(path in "(\\.|/|\\\\|\\PC|:|\u{0}|\\.\\./){0,12}") {
            let root = Path::new("/some/course");
            if let Ok(place) = inside(root, &path) {
                let mut below = 0;
                for part in place.strip_prefix(root).expect("it is below the root").components() {
                    prop_assert!(matches!(part, std::path::Component::Normal(_)));
                    below += 1;
                }
                prop_assert!(below > 0);
            }
        }
    }
}

mod locks {
    use super::*;

    const NO_PATIENCE: Duration = Duration::ZERO;

    #[test]
    fn the_second_is_told_who_has_it() {
        let folder = folder();
        let path = folder.path().join("lock");
        let first = Lock::take(&path, "tutor watch, process 7", NO_PATIENCE);
        assert!(matches!(first, Locking::Held(_)));
        match Lock::take(&path, "other", NO_PATIENCE) {
            Locking::Busy { holder } if cfg!(unix) => {
                assert_eq!(holder.as_deref(), Some("tutor watch, process 7"));
            }
            Locking::Busy { .. } => {}
            other => panic!("{other:?}"),
        }
        drop(first);
        let third = Lock::take(&path, "third", NO_PATIENCE);
        assert!(matches!(third, Locking::Held(_)));
    }

    #[test]
    fn it_is_waited_for_until_the_deadline() {
        let folder = folder();
        let path = folder.path().join("lock");
        let first = Lock::take(&path, "", NO_PATIENCE);
        let started = Instant::now();
        let second = Lock::take(&path, "", Duration::from_millis(80));
        assert!(matches!(second, Locking::Busy { holder: None }));
        assert!(started.elapsed() >= Duration::from_millis(80));
        let patient = std::thread::spawn(move || Lock::take(&path, "", Duration::from_secs(20)));
        drop(first);
        let third = patient.join().expect("no panic");
        assert!(matches!(third, Locking::Held(_)));
    }

    #[test]
    fn what_cannot_be_locked_is_no_obstacle() {
        let folder = folder();
        let locking = Lock::take(folder.path(), "", NO_PATIENCE);
        assert!(
            matches!(locking, Locking::Unavailable { .. }),
            "{locking:?}"
        );
    }
}

mod copies {
    use super::*;

    const X: &str = "exercises/x.rs";

    fn with(text: &str) -> TempFolder {
        let folder = folder();
        write_new(&folder.path().join(X), text.as_bytes()).expect("written");
        folder
    }

    fn text(folder: &TempFolder) -> String {
        fs::read_to_string(folder.path().join(X)).expect("there")
    }

    fn reset(folder: &TempFolder, now: u64) -> Backup {
        let backup = back_up(folder.path(), X, now)
            .expect("copied")
            .expect("there is a file");
        write_atomic(&folder.path().join(X), b"starter").expect("written");
        backup
    }

    #[test]
    fn a_copy_has_the_text_and_a_path_to_show() {
        let folder = with("mine");
        let backup = reset(&folder, 0);
        assert_eq!(
            backup.path,
            ".tutor/backup/1970-01-01_00-00-00/exercises/x.rs"
        );
        let copy = fs::read_to_string(folder.path().join(backup.path)).expect("there");
        assert_eq!(copy, "mine");
    }

    #[test]
    fn two_resets_are_undone_one_by_one() {
        let folder = with("one");
        reset(&folder, 5);
        fs::write(folder.path().join(X), "two").expect("written");
        reset(&folder, 5);
        for text_then in ["two", "one"] {
            restore_newest(folder.path(), X, 6)
                .expect("restored")
                .expect("a copy");
            assert_eq!(text(&folder), text_then);
        }
        let again = restore_newest(folder.path(), X, 7).expect("no trouble");
        assert_eq!(again, None);
        assert_eq!(text(&folder), "one");
    }

    #[test]
    fn many_copies_of_one_second_keep_their_order() {
        let folder = with("start");
        for n in 0..12 {
            fs::write(folder.path().join(X), format!("text {n}")).expect("written");
            back_up(folder.path(), X, 9)
                .expect("copied")
                .expect("there");
        }
        for n in (0..12).rev() {
            restore_newest(folder.path(), X, 9)
                .expect("restored")
                .expect("a copy");
            assert_eq!(text(&folder), format!("text {n}"));
        }
    }

    #[test]
    fn an_undo_replaces_nothing_that_it_cannot_keep() {
        let folder = with("mine");
        reset(&folder, 1);
        let target = folder.path().join(X);
        let file = fs::File::options().write(true).open(&target);
        let file = file.expect("it opens");
        file.set_len((64 << 20) + 1).expect("a long one");
        let refused = restore_newest(folder.path(), X, 2).expect_err("it is too large to keep");
        assert_eq!(
            format!("{refused:#}"),
            format!("keep a copy of {X}: it is larger than 64 MiB")
        );
        let found = file.metadata().expect("there").len();
        assert_eq!(found, (64 << 20) + 1);
        // It can still be taken back afterwards.
        file.set_len(4).expect("a short one");
        let undone = restore_newest(folder.path(), X, 3).expect("restored");
        assert!(undone.is_some_and(|(_, replaced)| replaced.is_some()));
        assert_eq!(text(&folder), "mine");
    }

    #[test]
    fn a_missing_file_needs_no_copy_and_can_come_back() {
        let folder = with("mine");
        reset(&folder, 1);
        fs::remove_dir_all(folder.path().join("exercises")).expect("removed");
        assert_eq!(back_up(folder.path(), X, 2).expect("no trouble"), None);
        let (used, replaced) = restore_newest(folder.path(), X, 3)
            .expect("restored")
            .expect("a copy");
        assert_eq!((text(&folder).as_str(), replaced), ("mine", None));
        let kept = fs::read_to_string(folder.path().join(used.path)).expect("there");
        assert_eq!(kept, "mine");
    }

    #[derive(Debug, Clone)]
    enum Step {
        Edit(u8),
        Reset,
        Undo,
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            any::<u8>().prop_map(Step::Edit),
            Just(Step::Reset),
            Just(Step::Undo)
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// P9: whatever a learner ever saved is found somewhere, however often it was reset and undone.
        #[test]
        fn no_text_is_ever_lost(steps in proptest::collection::vec(step(), 1..12)) {
            let folder = with("first");
            let mut ever = vec!["first".to_owned()];
            for (now, step) in steps.into_iter().enumerate() {
                let now = now as u64 / 3;
                match step {
                    Step::Edit(n) => {
                        // An editor overwrites what the learner sees: that text is theirs to lose.
                        let seen = text(&folder);
                        ever.retain(|old| *old != seen);
                        fs::write(folder.path().join(X), format!("edit {n}")).expect("written");
                        ever.push(format!("edit {n}"));
                    }
                    Step::Reset => drop(reset(&folder, now)),
                    Step::Undo => drop(restore_newest(folder.path(), X, now).expect("no trouble")),
                }
            }
            let mut found: Vec<String> = list_below(&folder.path().join(".tutor/backup"))
                .into_iter()
                .map(|path| fs::read_to_string(folder.path().join(".tutor/backup").join(path)).expect("there"))
                .collect();
            found.push(text(&folder));
            for old in ever {
                prop_assert!(found.contains(&old), "{old} is lost: {found:?}");
            }
        }
    }
}
