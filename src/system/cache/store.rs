//! Folders of artefacts by key, bounded in bytes. What is there is whole, for it was renamed into its place; what is in
//! use stays, for it is locked; who used what last decides what goes.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::super::files::TempFolder;

/// One file of each entry: its date is that of the last use.
const USED: &str = ".used";
/// Entries in the making, and those on their way out.
const MAKING: &str = "making-";
const GOING: &str = "going-";
/// What a killed process has left is taken away after this.
const OLD: Duration = Duration::from_secs(3600);

/// Safe to be used by several processes at once.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
    bytes_max: u64,
}

/// An entry that nobody takes away as long as this lives.
#[derive(Debug)]
pub struct Held {
    folder: PathBuf,
    _lock: File,
}

impl Held {
    pub fn path(&self) -> &Path {
        &self.folder
    }
}

impl Store {
    /// In a folder of its own, which is made when it is needed.
    pub fn new(root: PathBuf, bytes_max: u64) -> Store {
        Store { root, bytes_max }
    }

    /// The entry under this key (letters and digits), if it is there.
    pub fn find(&self, key: &str) -> Option<Held> {
        let lock = self.lock_file(key).ok()?;
        // Waits only for somebody who is just removing an entry.
        lock.lock_shared().ok()?;
        let folder = self.root.join(key);
        let used = File::options().write(true).open(folder.join(USED)).ok()?;
        let _ = used.set_modified(SystemTime::now());
        Some(Held {
            folder,
            _lock: lock,
        })
    }

    /// The entry under this key; if there is none, `fill` makes it in the folder that it is given. What fails leaves
    /// nothing behind.
    pub fn find_or_make<E: From<io::Error>>(
        &self,
        key: &str,
        fill: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<Held, E> {
        if let Some(held) = self.find(key) {
            return Ok(held);
        }
        fs::create_dir_all(&self.root)?;
        let making = TempFolder::new_in(&self.root, MAKING)?;
        fill(making.path())?;
        fs::write(making.path().join(USED), "")?;
        let lock = self.lock_file(key)?;
        lock.lock_shared()?;
        let folder = self.root.join(key);
        if let Err(error) = fs::rename(making.path(), &folder) {
            // Somebody else may have been quicker: then theirs is as good.
            if !folder.join(USED).is_file() {
                return Err(error.into());
            }
        } else {
            let _ = making.keep();
        }
        let held = Held {
            folder,
            _lock: lock,
        };
        self.trim();
        Ok(held)
    }

    /// Takes away what was not used for longest until the rest is within its bound. What is in use stays, with the few
    /// entries that share its lock.
    pub fn trim(&self) {
        let mut entries = self.entries();
        let mut bytes: u64 = entries.iter().map(|entry| entry.bytes).sum();
        entries.sort_by_key(|entry| entry.used);
        for entry in entries {
            if bytes <= self.bytes_max {
                break;
            }
            if self.remove(&entry.key) {
                bytes -= entry.bytes;
            }
        }
    }

    fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for found in fs::read_dir(&self.root).into_iter().flatten().flatten() {
            let Ok(name) = found.file_name().into_string() else {
                continue;
            };
            if name.starts_with(MAKING) || name.starts_with(GOING) {
                remove_if_old(&found.path());
            } else if let Ok(used) =
                fs::metadata(found.path().join(USED)).and_then(|used| used.modified())
            {
                entries.push(Entry {
                    bytes: bytes_in(&found.path()),
                    key: name,
                    used,
                });
            }
        }
        entries
    }

    /// Renamed first: half an entry is never under its key.
    fn remove(&self, key: &str) -> bool {
        let Ok(lock) = self.lock_file(key) else {
            return false;
        };
        if lock.try_lock().is_err() {
            return false;
        }
        let Ok(going) = TempFolder::new_in(&self.root, GOING) else {
            return false;
        };
        fs::rename(self.root.join(key), going.path().join("entry")).is_ok()
    }

    /// One lock for all keys that begin alike: so there are never more than 256 of these files, and none is removed.
    fn lock_file(&self, key: &str) -> io::Result<File> {
        if key.len() < 2 || !key.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "a key is a hash",
            ));
        }
        let locks = self.root.join(".locks");
        fs::create_dir_all(&locks)?;
        let place = locks.join(&key[..2]);
        File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(place)
    }
}

struct Entry {
    key: String,
    bytes: u64,
    used: SystemTime,
}

/// Of all files below, links not followed.
fn bytes_in(folder: &Path) -> u64 {
    let mut bytes = 0;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.metadata() {
            Ok(found) if found.is_dir() => bytes += bytes_in(&entry.path()),
            Ok(found) => bytes += found.len(),
            Err(_) => {}
        }
    }
    bytes
}

fn remove_if_old(folder: &Path) {
    let age = fs::metadata(folder)
        .and_then(|found| found.modified())
        .ok()
        .and_then(|at| at.elapsed().ok());
    if age.is_some_and(|age| age > OLD) {
        let _ = fs::remove_dir_all(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    fn store(bytes_max: u64) -> (TempFolder, Store) {
        let folder = TempFolder::new("tutor-store-").expect("a folder");
        let store = Store::new(folder.path().join("build"), bytes_max);
        (folder, store)
    }

    fn make(store: &Store, key: &str, bytes: usize) -> Held {
        let fill = |folder: &Path| fs::write(folder.join("artefact"), vec![b'x'; bytes]);
        store.find_or_make(key, fill).expect("made")
    }

    fn set_used(store: &Store, key: &str, hours_ago: u64) {
        let file = File::options()
            .write(true)
            .open(store.root.join(key).join(USED))
            .expect("there");
        let then = SystemTime::now() - Duration::from_secs(3600 * hours_ago);
        file.set_modified(then).expect("set");
    }

    #[test]
    fn what_was_made_is_found() {
        let (_folder, store) = store(1000);
        assert!(store.find("aa11").is_none());
        let made = make(&store, "aa11", 10);
        let found = store.find("aa11").expect("it was made");
        assert_eq!(found.path(), made.path());
        assert_eq!(
            fs::read(found.path().join("artefact"))
                .expect("there")
                .len(),
            10
        );
        let again = store.find_or_make("aa11", |_| Err(io::Error::other("not called")));
        assert!(again.is_ok());
    }

    #[test]
    fn what_fails_leaves_nothing() {
        let (_folder, store) = store(1000);
        let failed = store.find_or_make("aa11", |folder: &Path| {
            fs::write(folder.join("half"), "x")?;
            Err(io::Error::other("no"))
        });
        assert!(failed.is_err() && store.find("aa11").is_none());
        let left = fs::read_dir(&store.root)
            .expect("there")
            .flatten()
            .map(|entry| entry.file_name());
        assert_eq!(left.collect::<Vec<_>>(), [".locks"]);
    }

    #[test]
    fn the_least_recently_used_go_first() {
        let (_folder, store) = store(250);
        for (key, hours) in [("aa", 3), ("bb", 9), ("cc", 5)] {
            drop(make(&store, key, 50));
            set_used(&store, key, hours);
        }
        drop(store.find("bb"));
        drop(make(&store, "dd", 130));
        let there = ["aa", "bb", "cc", "dd"].map(|key| store.find(key).is_some());
        assert_eq!(there, [true, true, false, true]);
    }

    #[test]
    fn what_is_in_use_stays() {
        let (_folder, store) = store(100);
        let held = make(&store, "aa", 80);
        set_used(&store, "aa", 9);
        drop(make(&store, "bb", 80));
        assert!(held.path().join("artefact").is_file());
        drop(held);
        store.trim();
        assert!(store.find("aa").is_none());
    }

    #[test]
    fn a_key_is_a_name_and_no_path() {
        let (_folder, store) = store(100);
        for key in ["", "a", "../x", "a/b", ".locks", "making-x"] {
            assert!(store.find(key).is_none(), "{key}");
            assert!(
                store.find_or_make(key, |_| io::Result::Ok(())).is_err(),
                "{key}"
            );
        }
    }

    #[test]
    fn many_at_once_make_one_entry_and_never_see_half_of_one() {
        let (_folder, store) = store(3000);
        let keys: Vec<String> = (0..24u8).map(|number| hash(&[&[number]])).collect();
        std::thread::scope(|scope| {
            for thread in 0..6 {
                let (store, keys) = (&store, &keys);
                scope.spawn(move || {
                    for round in 0..40 {
                        let key = &keys[(round * 7 + thread * 5) % keys.len()];
                        let fill = |folder: &Path| {
                            fs::write(folder.join("a"), vec![b'x'; 200])?;
                            fs::write(folder.join("b"), key)
                        };
                        let held = store.find_or_make(key, fill).expect("made or found");
                        assert_eq!(fs::read(held.path().join("a")).expect("whole").len(), 200);
                        assert_eq!(
                            fs::read_to_string(held.path().join("b")).expect("whole"),
                            *key
                        );
                    }
                });
            }
        });
        store.trim();
        let bytes: u64 = store.entries().iter().map(|entry| entry.bytes).sum();
        assert!(bytes <= 3000, "{bytes} bytes are left");
    }
}
