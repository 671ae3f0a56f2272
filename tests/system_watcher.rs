//! Editors that save, replayed on a real disk, heard and looked at; and what else happens to a folder.

#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "tests play editors, and wait"
)]

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use tutor::session::event::Bytes;
use tutor::system::files::{TempFolder, canonical, list_below};
use tutor::system::watcher::{Mode, Settings, Told, Watcher, bytes_of};

const NAME: &str = "exercises/01_a/x.rs";
const PATIENCE: Duration = Duration::from_secs(30);

fn bytes(text: &str) -> Bytes {
    bytes_of([(NAME, Some(text.as_bytes()))])
}

fn missing() -> Bytes {
    bytes_of([(NAME, None)])
}

/// A course of one exercise, watched.
struct Course {
    watcher: Watcher,
    told: Receiver<Told>,
    only_look: bool,
    root: PathBuf,
    /// What was told and not asked for: it is judged at the end.
    saves: usize,
    _folder: TempFolder,
}

impl Course {
    fn new(only_look: bool) -> Course {
        let folder = TempFolder::new("tutor-watch-").expect("a folder");
        let root = canonical(folder.path()).expect("it is there");
        fs::create_dir_all(root.join(".tutor")).expect("made");
        fs::create_dir_all(root.join("exercises/01_a")).expect("made");
        fs::write(root.join(NAME), "start").expect("written");
        let settings = Settings {
            root: root.clone(),
            ours: Some(root.join(".tutor")),
            only_look,
        };
        let (tell, told) = mpsc::channel();
        let watcher =
            Watcher::start(settings, move |said| drop(tell.send(said))).expect("it starts");
        let course = Course {
            watcher,
            told,
            only_look,
            root,
            saves: 0,
            _folder: folder,
        };
        assert_eq!(course.watcher.retarget(&[NAME.into()]), bytes("start"));
        course
    }

    fn file(&self) -> PathBuf {
        self.root.join(NAME)
    }

    /// All that is told until these bytes are; modes apart.
    #[track_caller]
    fn until(&self, wanted: &Bytes) -> Vec<Bytes> {
        let deadline = Instant::now() + PATIENCE;
        let mut all = Vec::new();
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.told.recv_timeout(left) {
                Ok(Told::Changed(bytes)) => {
                    all.push(bytes);
                    if all.last() == Some(wanted) {
                        return all;
                    }
                }
                Ok(Told::Mode(_)) => {}
                Err(_) => panic!("the save was not seen; told was {all:?}"),
            }
        }
    }

    #[track_caller]
    fn until_mode(&self, is_wanted: impl Fn(&Mode) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self
                .told
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
            {
                Ok(Told::Mode(mode)) if is_wanted(&mode) => return,
                Ok(_) => {}
                Err(_) => panic!("it does not watch in that way"),
            }
        }
    }

    /// Saves with this editor and expects to be told once. A machine that was so busy that the save took long may have
    /// shown something in between.
    #[track_caller]
    fn save(&mut self, editor: &dyn Fn(&Path, &str)) {
        self.saves += 1;
        let text = format!("text {}", self.saves);
        let began = Instant::now();
        editor(&self.file(), &text);
        let took = began.elapsed();
        let told = self.until(&bytes(&text));
        if took < Duration::from_millis(120) {
            assert_eq!(
                told,
                [bytes(&text)],
                "told more than once, though it took {took:?}"
            );
        }
    }

    /// Whatever was told by now and nobody waited for shows itself before this.
    #[track_caller]
    fn nothing_more_was_told(&mut self) {
        self.save(&in_its_place);
    }
}

/// VS Code, nano, Emacs: emptied, then written.
fn in_place(file: &Path, text: &str) {
    let mut open = File::create(file).expect("opened");
    thread::sleep(Duration::from_millis(text.len() as u64 % 40));
    open.write_all(text.as_bytes()).expect("written");
}

/// In two parts, a moment apart.
fn in_parts(file: &Path, text: &str) {
    let mut open = File::create(file).expect("opened");
    let (first, second) = text.split_at(3);
    open.write_all(first.as_bytes()).expect("written");
    thread::sleep(Duration::from_millis(20));
    open.write_all(second.as_bytes()).expect("written");
}

fn beside(file: &Path, name: &str) -> PathBuf {
    file.with_file_name(name)
}

/// vim with a backup: a probe, the old file moved away, a new one.
fn vim(file: &Path, text: &str) {
    let (probe, backup) = (beside(file, "4913"), beside(file, "x.rs~"));
    fs::write(&probe, "").expect("written");
    fs::remove_file(&probe).expect("removed");
    fs::rename(file, &backup).expect("renamed");
    fs::write(file, text).expect("written");
    fs::remove_file(&backup).expect("removed");
}

/// JetBrains' safe write.
fn jetbrains(file: &Path, text: &str) {
    let (new, old) = (
        beside(file, "x.rs___jb_tmp___"),
        beside(file, "x.rs___jb_old___"),
    );
    fs::write(&new, text).expect("written");
    fs::rename(file, &old).expect("renamed");
    fs::rename(&new, file).expect("renamed");
    fs::remove_file(&old).expect("removed");
}

/// Helix: a backup by rename, a new file, the backup removed.
fn helix(file: &Path, text: &str) {
    let backup = beside(file, "x.rsAbC.bck");
    fs::rename(file, &backup).expect("renamed");
    let mut open = File::create_new(file).expect("made");
    open.write_all(text.as_bytes()).expect("written");
    drop(open);
    fs::remove_file(&backup).expect("removed");
}

/// `sed -i`, kakoune and many others: a temporary file renamed over it.
fn in_its_place(file: &Path, text: &str) {
    let new = beside(file, ".sedXYZ");
    fs::write(&new, text).expect("written");
    fs::rename(&new, file).expect("renamed");
}

/// The same, from a folder that nobody watches.
fn from_elsewhere(file: &Path, text: &str) {
    let course = file.ancestors().nth(3).expect("a root");
    let new = course.join("elsewhere.tmp");
    fs::write(&new, text).expect("written");
    fs::rename(&new, file).expect("renamed");
}

/// Emacs keeps a lock beside it: a link that leads nowhere.
#[cfg(unix)]
fn emacs(file: &Path, text: &str) {
    let lock = beside(file, ".#x.rs");
    std::os::unix::fs::symlink("user@host.1:2", &lock).expect("linked");
    fs::write(beside(file, "#x.rs#"), text).expect("written");
    in_place(file, text);
    fs::remove_file(beside(file, "#x.rs#")).expect("removed");
    fs::remove_file(&lock).expect("removed");
}

/// Another file is linked in its place: it is never opened under that name.
fn by_a_link(file: &Path, text: &str) {
    let new = beside(file, "new");
    fs::write(&new, text).expect("written");
    fs::remove_file(file).expect("removed");
    fs::hard_link(&new, file).expect("linked");
    fs::remove_file(&new).expect("removed");
}

/// A restored backup: the time of modification lies in the past.
fn with_an_old_time(file: &Path, text: &str) {
    let new = beside(file, "restored");
    fs::write(&new, text).expect("written");
    let open = File::options().write(true).open(&new).expect("opened");
    let past = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    open.set_modified(past).expect("set");
    drop(open);
    fs::rename(&new, file).expect("renamed");
}

#[test]
fn every_editor_is_heard_once_for_each_save() {
    replay(false);
}

#[test]
fn every_editor_is_seen_once_for_each_save() {
    replay(true);
}

fn replay(only_look: bool) {
    type Editor = (&'static str, &'static dyn Fn(&Path, &str));
    let mut editors: Vec<Editor> = vec![
        ("in place", &in_place),
        ("in parts", &in_parts),
        ("vim", &vim),
        ("jetbrains", &jetbrains),
        ("helix", &helix),
        ("rename", &in_its_place),
        ("rename from elsewhere", &from_elsewhere),
        ("link", &by_a_link),
        ("old time", &with_an_old_time),
    ];
    #[cfg(unix)]
    editors.push(("emacs", &emacs));
    let mut course = Course::new(only_look);
    for (name, editor) in editors {
        let began = Instant::now();
        for _ in 0..3 {
            course.save(editor);
        }
        println!("{name}: {:?} for a save", began.elapsed() / 3);
    }
    assert_eq!(list_below(&course.root), [NAME]);
}

#[test]
fn what_is_no_change_is_not_told() {
    for only_look in [false, true] {
        let mut course = Course::new(only_look);
        let file = course.file();
        for round in 0..20 {
            fs::write(&file, "start").expect("the same again");
            File::options()
                .write(true)
                .open(&file)
                .expect("opened")
                .set_modified(std::time::SystemTime::now())
                .expect("touched");
            fs::read(&file).expect("read");
            fs::write(beside(&file, &format!("y{round}.rs")), "other").expect("written");
            fs::write(beside(&file, "x.rs.tmp"), "other").expect("written");
            fs::write(beside(&file, "x.rs~"), "other").expect("written");
        }
        course.nothing_more_was_told();
        assert_eq!(course.only_look, only_look);
    }
}

#[test]
fn the_last_of_many_quick_saves_is_told() {
    for only_look in [false, true] {
        let course = Course::new(only_look);
        for round in 0..3 {
            for number in 0..40 {
                fs::write(course.file(), format!("key {round} {number}")).expect("written");
                thread::sleep(Duration::from_millis(number % 7));
            }
            course.until(&bytes(&format!("key {round} 39")));
        }
    }
}

#[test]
fn a_deleted_file_is_told_and_its_return_too() {
    for only_look in [false, true] {
        let mut course = Course::new(only_look);
        fs::remove_file(course.file()).expect("removed");
        assert_eq!(course.until(&missing()), [missing()]);
        fs::write(course.file(), "again").expect("written");
        course.until(&bytes("again"));
        fs::write(course.file(), "").expect("emptied");
        course.until(&bytes(""));
        course.nothing_more_was_told();
    }
}

#[test]
fn other_files_are_watched_after_a_change_of_exercise() {
    for only_look in [false, true] {
        let mut course = Course::new(only_look);
        let other = "exercises/02_b/y.rs";
        fs::create_dir_all(course.root.join("exercises/02_b")).expect("made");
        fs::write(course.root.join(other), "first").expect("written");
        let other_bytes = |text: &str| bytes_of([(other, Some(text.as_bytes()))]);
        assert_eq!(
            course.watcher.retarget(&[other.into()]),
            other_bytes("first")
        );
        fs::write(course.file(), "not watched now").expect("written");
        fs::write(course.root.join(other), "second").expect("written");
        assert_eq!(
            course.until(&other_bytes("second")),
            [other_bytes("second")]
        );
        assert_eq!(
            course.watcher.retarget(&[NAME.into()]),
            bytes("not watched now")
        );
        course.nothing_more_was_told();
    }
}

#[test]
fn an_exercise_of_several_files_is_one() {
    let course = Course::new(false);
    let names = ["exercises/03_c/main.rs", "exercises/03_c/part.rs"];
    fs::create_dir_all(course.root.join("exercises/03_c")).expect("made");
    fs::write(course.root.join(names[0]), "main").expect("written");
    let names_owned = names.map(String::from);
    let first = bytes_of([(names[0], Some(b"main".as_slice())), (names[1], None)]);
    assert_eq!(course.watcher.retarget(&names_owned), first);
    fs::write(course.root.join(names[1]), "part").expect("written");
    course.until(&bytes_of([
        (names[0], Some(b"main".as_slice())),
        (names[1], Some(b"part".as_slice())),
    ]));
}

#[test]
fn a_folder_may_go_and_come_back_many_times() {
    for only_look in [false, true] {
        let mut course = Course::new(only_look);
        let (folder, away) = (course.root.join("exercises"), course.root.join("away"));
        for round in 0..4 {
            let text = format!("round {round}");
            fs::rename(&folder, &away).expect("moved away");
            if round % 2 == 0 {
                course.until_mode(|mode| matches!(mode, Mode::Gone { .. }));
            }
            fs::rename(&away, &folder).expect("moved back");
            fs::write(course.file(), &text).expect("written");
            course.until(&bytes(&text));
            fs::remove_dir_all(&folder).expect("removed");
            fs::create_dir_all(folder.join("01_a")).expect("made again");
            fs::write(course.file(), format!("{text} again")).expect("written");
            course.until(&bytes(&format!("{text} again")));
        }
        course.save(&in_place);
    }
}

#[test]
fn a_branch_switch_is_one_change() {
    let runs = |folder: &Path, args: &[&str]| {
        let mut git = Command::new("git");
        git.args([
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@x",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(args);
        git.current_dir(folder)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let mut course = Course::new(false);
    let root = course.root.clone();
    if !runs(&root, &["init", "-q"]) {
        eprintln!("SKIPPED: git is not here");
        return;
    }
    assert!(runs(&root, &["add", "."]) && runs(&root, &["commit", "-qm", "one"]));
    assert!(runs(&root, &["checkout", "-qb", "other"]));
    fs::write(course.file(), "on the other branch").expect("written");
    course.until(&bytes("on the other branch"));
    assert!(runs(&root, &["commit", "-qam", "two"]));
    for branch in ["main", "other", "main"] {
        assert!(runs(&root, &["checkout", "-q", branch]));
        let text = if branch == "main" {
            "start"
        } else {
            "on the other branch"
        };
        assert_eq!(course.until(&bytes(text)), [bytes(text)]);
    }
    fs::write(course.file(), "to be put away").expect("written");
    course.until(&bytes("to be put away"));
    assert!(runs(&root, &["stash", "-q"]));
    course.until(&bytes("start"));
    course.nothing_more_was_told();
}

/// What is done to a file while nobody looks.
#[cfg(target_os = "linux")]
mod where_nothing_is_told {
    use super::*;

    const HELPER: &str = "TUTOR_TEST_WATCHES";

    /// Not a test of its own: watches in a world that the tests below have prepared, and prints what it is told.
    #[test]
    fn helper_watches() {
        let Some(root) = std::env::var_os(HELPER) else {
            return;
        };
        let root = canonical(Path::new(&root)).expect("it is there");
        let settings = Settings {
            ours: Some(root.join(".tutor")),
            root,
            only_look: false,
        };
        let (tell, told) = mpsc::channel();
        let watcher =
            Watcher::start(settings, move |said| drop(tell.send(said))).expect("it starts");
        let first = watcher.retarget(&[NAME.into()]);
        println!("first {}", first.0);
        while let Ok(said) = told.recv_timeout(PATIENCE) {
            match said {
                Told::Changed(bytes) => println!("changed {}", bytes.0),
                Told::Mode(mode) => println!("mode {mode:?}"),
            }
        }
    }

    /// Runs a script, in a namespace of its own or not, that starts the watcher as `$WATCH` on `$COURSE`; gives its
    /// lines as they come.
    fn lines_of(
        before: &[&str],
        script: &str,
        folder: &Path,
    ) -> Option<(Killed, Receiver<String>)> {
        let this = std::env::current_exe().expect("this test");
        let watch = format!(
            "{} --exact where_nothing_is_told::helper_watches --nocapture",
            this.display()
        );
        let words: Vec<&str> = before
            .iter()
            .copied()
            .chain(["sh", "-ec", script])
            .collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        command
            .env("WATCH", watch)
            .env(HELPER, folder)
            .env("COURSE", folder);
        command
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null());
        let trial = Command::new("sh")
            .args(["-c", "exec \"$@\" true", "sh"])
            .args(before)
            .output();
        if !trial.is_ok_and(|trial| trial.status.success()) {
            eprintln!("SKIPPED: {before:?} is not possible here");
            return None;
        }
        let mut child = command.spawn().expect("sh runs");
        let out = child.stdout.take().expect("piped");
        let (send, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in std::io::BufRead::lines(std::io::BufReader::new(out)).map_while(Result::ok)
            {
                drop(send.send(line));
            }
        });
        Some((Killed(child), lines))
    }

    /// Ended with the test.
    struct Killed(std::process::Child);

    impl Drop for Killed {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    const ALONE: [&str; 2] = ["unshare", "-Urm"];

    #[track_caller]
    fn until_line(lines: &Receiver<String>, wanted: &str) -> Vec<String> {
        let deadline = Instant::now() + PATIENCE;
        let mut all = Vec::new();
        loop {
            match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    let found = line.contains(wanted);
                    all.push(line);
                    if found {
                        return all;
                    }
                }
                Err(_) => panic!("{wanted} did not come: {all:?}"),
            }
        }
    }

    fn course() -> TempFolder {
        let folder = TempFolder::new("tutor-deaf-").expect("a folder");
        fs::create_dir_all(folder.path().join(".tutor")).expect("made");
        fs::create_dir_all(folder.path().join("exercises/01_a")).expect("made");
        fs::write(folder.path().join(NAME), "start").expect("written");
        folder
    }

    #[test]
    fn without_watches_it_looks() {
        for limit in ["max_inotify_instances", "max_inotify_watches"] {
            let folder = course();
            let script = format!("echo 0 > /proc/sys/user/{limit}; exec $WATCH");
            let Some((_child, lines)) = lines_of(&ALONE, &script, folder.path()) else {
                return;
            };
            until_line(&lines, "the system has no more watches to give");
            for number in 0..3 {
                let text = format!("text {number}");
                fs::write(folder.path().join(NAME), &text).expect("written");
                until_line(&lines, &bytes(&text).0);
            }
        }
    }

    #[test]
    fn where_the_system_knows_no_watches_it_looks() {
        looks_where(
            "inject=inotify_init1:error=ENOSYS",
            "this system does not tell of changes",
        );
    }

    /// As it is with some disks of other machines: a watch is given, and nothing ever comes.
    #[test]
    fn where_a_watch_never_tells_anything_it_looks() {
        looks_where(
            "inject=inotify_add_watch:retval=1",
            "the system does not tell of changes here",
        );
    }

    /// With this fault of the system, of which it has to tell in these words, a save is seen all the same.
    fn looks_where(fault: &str, told: &str) {
        let folder = course();
        let before = ["strace", "-f", "-o", "/dev/null", "-e", fault];
        let Some((_child, lines)) = lines_of(&before, "exec $WATCH", folder.path()) else {
            return;
        };
        until_line(&lines, told);
        fs::write(folder.path().join(NAME), "seen").expect("written");
        until_line(&lines, &bytes("seen").0);
    }

    /// Open files, and watches in them.
    fn held_by(process: u32) -> (usize, usize) {
        let count = |folder: &str, counted: &dyn Fn(&Path) -> usize| -> usize {
            let entries = fs::read_dir(format!("/proc/{process}/{folder}")).expect("it runs");
            entries.flatten().map(|entry| counted(&entry.path())).sum()
        };
        let watches = |file: &Path| {
            let text = fs::read_to_string(file).unwrap_or_default();
            text.lines()
                .filter(|line| line.starts_with("inotify wd:"))
                .count()
        };
        (count("fd", &|_| 1), count("fdinfo", &watches))
    }

    #[test]
    fn a_folder_that_goes_and_comes_back_leaves_nothing_open() {
        let folder = course();
        let Some((child, lines)) = lines_of(&[], "exec $WATCH", folder.path()) else {
            return;
        };
        until_line(&lines, "first ");
        let (exercises, away) = (folder.path().join("exercises"), folder.path().join("away"));
        let mut held = Vec::new();
        for round in 0..8 {
            let text = format!("round {round}");
            fs::rename(&exercises, &away).expect("moved away");
            if round % 4 == 0 {
                until_line(&lines, "mode Gone");
            }
            fs::rename(&away, &exercises).expect("moved back");
            fs::write(folder.path().join(NAME), &text).expect("written");
            until_line(&lines, &bytes(&text).0);
            fs::remove_dir_all(&exercises).expect("removed");
            fs::create_dir_all(exercises.join("01_a")).expect("made again");
            let text = format!("{text} again");
            fs::write(folder.path().join(NAME), &text).expect("written");
            until_line(&lines, &bytes(&text).0);
            held.push(held_by(child.0.id()));
        }
        let (files, watches) = held[0];
        let few = |(now_files, now_watches): &(usize, usize)| {
            *now_files <= files + 1 && *now_watches <= watches + 2
        };
        assert!(held.iter().all(few), "{held:?}");
    }

    /// More happens while it sleeps than the system remembers.
    #[test]
    fn what_is_forgotten_is_read_again() {
        let folder = course();
        let Some((child, lines)) = lines_of(&[], "exec $WATCH", folder.path()) else {
            return;
        };
        until_line(&lines, "first ");
        let number = i32::try_from(child.0.id()).expect("small");
        let pid = rustix::process::Pid::from_raw(number).expect("not zero");
        let other = |name: &str| {
            File::create(folder.path().join("exercises/01_a").join(name)).expect("made")
        };
        let mut others = [other("a"), other("b")];
        for round in 0..2 {
            rustix::process::kill_process(pid, rustix::process::Signal::STOP).expect("stopped");
            // In turn: the system joins what is told of one file twice.
            for _ in 0..10_000 {
                for file in &mut others {
                    file.write_all(b"x").expect("written");
                }
            }
            let text = format!("after the storm {round}");
            fs::write(folder.path().join(NAME), &text).expect("written");
            rustix::process::kill_process(pid, rustix::process::Signal::CONT).expect("woken");
            until_line(&lines, &bytes(&text).0);
        }
    }

    /// The writer works below an overlay: what he does is seen through it, and never told.
    #[test]
    fn what_is_never_told_is_seen() {
        let (folder, upper) = (course(), TempFolder::new("tutor-upper-").expect("a folder"));
        fs::create_dir(upper.path().join("work")).expect("made");
        fs::create_dir_all(upper.path().join("up/exercises/01_a")).expect("made");
        fs::write(upper.path().join("up").join(NAME), "start above").expect("written");
        let mount = format!(
            "mount -t overlay overlay -o lowerdir=$COURSE,upperdir={0}/up,workdir={0}/work,userxattr $COURSE || \
             mount -t overlay overlay -o lowerdir=$COURSE,upperdir={0}/up,workdir={0}/work $COURSE || {{ echo no overlay; exit; }}; \
             exec $WATCH",
            upper.path().display()
        );
        let Some((_child, lines)) = lines_of(&ALONE, &mount, folder.path()) else {
            return;
        };
        let until_first = lines.recv_timeout(PATIENCE);
        if until_first.as_deref() == Ok("no overlay") {
            eprintln!("SKIPPED: no overlay can be mounted here");
            return;
        }
        until_line(&lines, "first ");
        for number in 0..3 {
            let text = format!("from below {number}");
            fs::write(upper.path().join("up").join(NAME), &text).expect("written");
            until_line(&lines, &bytes(&text).0);
        }
    }
}
