//! Which machine it is, and what is typed there to install something.

/// The system and its packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Machine {
    pub packages: Packages,
    /// The compiler that was found comes from rustup.
    pub rustup: bool,
}

/// Where programs come from on a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packages {
    Apt,
    Dnf,
    Pacman,
    Zypper,
    Apk,
    Xbps,
    /// macOS: the compilers come from Apple.
    Xcode,
    Winget,
    /// No system that is known here.
    Unknown,
}

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Linker,
    Clippy,
    Rustfmt,
    Cargo,
    RustAnalyzer,
    NewerRust,
}

impl Packages {
    /// From the text of `/etc/os-release`.
    pub fn of_linux(os_release: &str) -> Packages {
        let value = |key: &str| {
            let mut lines = os_release.lines();
            let value = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix('='))?;
            Some(value.trim().trim_matches(['"', '\'']).to_lowercase())
        };
        let ids = [value("ID"), value("ID_LIKE")].map(Option::unwrap_or_default);
        let ids = ids.join(" ");
        let known = |id: &str| match id {
            "debian" | "ubuntu" | "linuxmint" | "pop" | "raspbian" => Some(Packages::Apt),
            "fedora" | "rhel" | "centos" | "rocky" | "almalinux" => Some(Packages::Dnf),
            "arch" | "manjaro" | "endeavouros" => Some(Packages::Pacman),
            "suse" | "opensuse" | "sles" => Some(Packages::Zypper),
            "alpine" | "postmarketos" => Some(Packages::Apk),
            "void" => Some(Packages::Xbps),
            id if id.starts_with("opensuse") => Some(Packages::Zypper),
            _ => None,
        };
        ids.split_whitespace()
            .find_map(known)
            .unwrap_or(Packages::Unknown)
    }
}

impl Machine {
    /// The command that installs a part, or a few words where there is none to type.
    pub fn install(self, part: Part) -> Command {
        match part {
            Part::Linker => self.linker(),
            Part::Clippy => self.component("clippy"),
            Part::Rustfmt => self.component("rustfmt"),
            Part::Cargo => self.component("cargo"),
            Part::NewerRust if self.rustup => Command::Typed("rustup update".to_owned()),
            Part::NewerRust => Command::InWords("Install Rust from https://rustup.rs."),
            Part::RustAnalyzer => self.component("rust-analyzer"),
        }
    }

    fn linker(self) -> Command {
        let command = match self.packages {
            Packages::Apt => "sudo apt install build-essential",
            Packages::Dnf => "sudo dnf install gcc",
            Packages::Pacman => "sudo pacman -S base-devel",
            Packages::Zypper => "sudo zypper install gcc",
            Packages::Apk => "sudo apk add build-base",
            Packages::Xbps => "sudo xbps-install base-devel",
            Packages::Xcode => "xcode-select --install",
            Packages::Winget => {
                "winget install Microsoft.VisualStudio.2022.BuildTools --override \"--wait --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended\""
            }
            Packages::Unknown => {
                return Command::InWords("Install gcc or clang, as your system does it.");
            }
        };
        Command::Typed(command.to_owned())
    }

    /// A part of Rust. Where Rust came as a package of the system, its parts do too, under names of their own.
    fn component(self, name: &str) -> Command {
        if self.rustup {
            return Command::Typed(format!("rustup component add {name}"));
        }
        let command = match (self.packages, name) {
            (Packages::Apt, "clippy") => "sudo apt install rust-clippy",
            (Packages::Apt, "rustfmt") => "sudo apt install rustfmt",
            (Packages::Apt, "cargo") => "sudo apt install cargo",
            (Packages::Dnf, name) => return Command::Typed(format!("sudo dnf install {name}")),
            (Packages::Apk, "clippy") => "sudo apk add rust-clippy",
            (Packages::Apk, "rustfmt") => "sudo apk add rustfmt",
            (Packages::Apk, "cargo") => "sudo apk add cargo",
            (Packages::Pacman, "rust-analyzer") => "sudo pacman -S rust-analyzer",
            _ => {
                return Command::InWords(
                    "Install Rust from https://rustup.rs: it brings this part.",
                );
            }
        };
        Command::Typed(command.to_owned())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// As it is typed.
    Typed(String),
    /// A sentence.
    InWords(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_linux_is_known_by_its_own_name_or_by_what_it_is_like() {
        for (text, packages) in [
            (
                "PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n",
                Packages::Apt,
            ),
            ("ID=neon\nID_LIKE=\"ubuntu debian\"\n", Packages::Apt),
            ("ID=fedora\n", Packages::Dnf),
            (
                "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n",
                Packages::Dnf,
            ),
            ("ID=cachyos\nID_LIKE=arch\n", Packages::Pacman),
            ("ID=\"opensuse-tumbleweed\"\n", Packages::Zypper),
            ("ID=alpine\n", Packages::Apk),
            ("ID=void\n", Packages::Xbps),
            ("ID=nixos\n", Packages::Unknown),
            ("VERSION_ID=debian\n", Packages::Unknown),
            ("", Packages::Unknown),
        ] {
            assert_eq!(Packages::of_linux(text), packages, "{text}");
        }
    }

    #[test]
    fn every_part_has_a_command_or_words_on_every_system() {
        let on = |packages, rustup| Machine { packages, rustup };
        let typed = |text: &str| Command::Typed(text.to_owned());
        for (machine, part, command) in [
            (
                on(Packages::Apt, true),
                Part::Clippy,
                typed("rustup component add clippy"),
            ),
            (
                on(Packages::Apt, false),
                Part::Clippy,
                typed("sudo apt install rust-clippy"),
            ),
            (
                on(Packages::Dnf, false),
                Part::Clippy,
                typed("sudo dnf install clippy"),
            ),
            (
                on(Packages::Apt, true),
                Part::Linker,
                typed("sudo apt install build-essential"),
            ),
            (
                on(Packages::Dnf, true),
                Part::Linker,
                typed("sudo dnf install gcc"),
            ),
            (
                on(Packages::Pacman, true),
                Part::Linker,
                typed("sudo pacman -S base-devel"),
            ),
            (
                on(Packages::Zypper, true),
                Part::Linker,
                typed("sudo zypper install gcc"),
            ),
            (
                on(Packages::Apk, true),
                Part::Linker,
                typed("sudo apk add build-base"),
            ),
            (
                on(Packages::Xcode, true),
                Part::Linker,
                typed("xcode-select --install"),
            ),
            (
                on(Packages::Zypper, false),
                Part::Rustfmt,
                Command::InWords("Install Rust from https://rustup.rs: it brings this part."),
            ),
            (
                on(Packages::Unknown, true),
                Part::Linker,
                Command::InWords("Install gcc or clang, as your system does it."),
            ),
        ] {
            assert_eq!(machine.install(part), command, "{machine:?} {part:?}");
        }
        let windows = on(Packages::Winget, true).install(Part::Linker);
        assert!(matches!(windows, Command::Typed(text) if text.starts_with("winget install ")));
    }
}
