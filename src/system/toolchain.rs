use crate::check::plan::Tools;
pub struct Toolchain(Tools);
impl Toolchain {
    pub fn tools(&self) -> Tools {
        self.0.clone()
    }
}
pub fn find(
    env: &dyn Fn(&str) -> Option<std::ffi::OsString>,
    _cwd: &std::path::Path,
) -> Result<Toolchain, crate::check::verdict::Fault> {
    let sysroot = String::from_utf8(
        std::process::Command::new("rustc")
            .args(["--print", "sysroot"])
            .output()
            .expect("rustc")
            .stdout,
    )
    .expect("utf8");
    let sysroot = std::path::PathBuf::from(sysroot.trim());
    Ok(Toolchain(Tools {
        rustc: sysroot.join("bin/rustc"),
        clippy: Some(sysroot.join("bin/clippy-driver")),
        sysroot: sysroot.clone(),
        env: vec![
            ("PATH".into(), env("PATH").expect("path")),
            ("RUST_BACKTRACE".into(), "0".into()),
        ],
        version: "x".into(),
    }))
}
