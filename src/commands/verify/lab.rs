//! What proofs are made with: the compilers, an engine for the course, and a folder for what they write.

use std::path::{Path, PathBuf};

use crate::check::verdict::Fault;
use crate::commands::place::Kind;
use crate::commands::{checker, store, verdict_key};
use crate::course::SUPPORT;
use crate::course::model::Course;
use crate::engine::{Engine, Setup};
use crate::system::environment;
use crate::system::files::{self, TempFolder};
use crate::system::process::Cancel;
use crate::system::toolchain::{self, Toolchain};
use crate::verify::costs::Costs;
use crate::verify::report::Proved;

const MOST_SUPPORT: u64 = 4 << 20;

/// What proofs have cost, below [`HOME`].
const COSTS: &str = "costs.toml";
const MOST_COSTS: u64 = 4 << 20;

/// Where a course's own folder keeps what is of no interest to git.
const HOME: &str = ".tutor";

pub(super) struct Lab {
    pub(super) toolchain: Toolchain,
    pub(super) engine: Engine,
    /// For all that every verdict depends on.
    pub(super) key: String,
}

impl Lab {
    /// With the toolchain of this name; none: the one that is meant in the course's folder.
    pub(super) fn new(
        course: &Course,
        root: &Path,
        home: &Home,
        name: Option<&str>,
        cancel: &Cancel,
    ) -> Result<Lab, Fault> {
        let toolchain = toolchain::find_named(&environment::variable, root, name)?;
        let support = files::inside(root, SUPPORT).ok();
        let support = support.and_then(|path| files::read_text(&path, MOST_SUPPORT).ok());
        let setup = Setup {
            tools: toolchain.tools(home.build()),
            build: course.build.clone(),
            format: course.format,
            support,
            brought: checker::brought_from(course, root),
            folder: home.build().to_owned(),
        };
        Ok(Lab {
            key: verdict_key::common(&setup),
            engine: Engine::new(setup, cancel)?,
            toolchain,
        })
    }
}

/// A folder of ours in the course's, or one that is gone afterwards where the course's cannot be written to, or has a
/// name that compilers stumble over.
pub(super) struct Home {
    folder: PathBuf,
    build: PathBuf,
    /// Why nothing that is written lasts; a clause.
    pub(super) passing: Option<String>,
    _temp: Option<TempFolder>,
}

impl Home {
    pub(super) fn open(root: &Path) -> anyhow::Result<Home> {
        let (folder, passing, temp) = match store::build_folder(root, Kind::Course) {
            Ok(_) => (root.join(HOME), None, None),
            Err(why) => {
                let temp = TempFolder::new("tutor-verify-")?;
                (temp.path().to_owned(), Some(why), Some(temp))
            }
        };
        let build = folder.join("build");
        files::make_folder(&build)?;
        Ok(Home {
            folder,
            build,
            passing,
            _temp: temp,
        })
    }

    /// For scratch and built crates.
    pub(super) fn build(&self) -> &Path {
        &self.build
    }

    /// What the proofs have cost so far.
    pub(super) fn costs(&self) -> Costs {
        let text = files::read_text(&self.path(COSTS), MOST_COSTS).unwrap_or_default();
        Costs::read(&text)
    }

    /// With those of exercises that were proved now. Nothing but balance hangs on them.
    pub(super) fn keep_costs<'a>(
        &self,
        costs: &mut Costs,
        proved: impl Iterator<Item = &'a Proved>,
    ) {
        let before = costs.clone();
        for exercise in proved.filter(|exercise| !exercise.kept) {
            let millis = u64::try_from(exercise.took.as_millis()).unwrap_or(u64::MAX);
            costs.set(&exercise.id, millis);
        }
        if *costs != before {
            let _ = files::write_atomic(&self.path(COSTS), costs.write().as_bytes());
        }
    }

    /// What lasts.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}
