//! Where `tutor` itself runs: inside an editor's own terminal, or in one that can be divided.

use std::ffi::OsString;

use super::{Facts, Plan, Spot, System, with_spot};

/// The editor whose terminal this is. The innermost one comes first: Neovim and Emacs may run in another's terminal.
pub(super) fn hosts(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Plan> {
    neovim(facts, spot)
        .or_else(|| emacs(facts, spot))
        .or_else(|| vscode(facts, spot))
        .or_else(|| zed(facts, spot))
        .or_else(|| jetbrains(facts, spot))
        .map(Plan::Background)
}

/// In a terminal of Neovim: the file comes into a tab of that Neovim, and this terminal stays as it is.
fn neovim(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let server = (facts.variable)("NVIM")?;
    let path = spot.path.to_str()?.replace('\'', "''");
    let line = spot.line.map_or(String::new(), |line| format!("+{line} "));
    let open = format!("execute('tabedit {line}' . fnameescape('{path}'))");
    let asked = vec![
        "nvim".into(),
        "--server".into(),
        server,
        "--remote-expr".into(),
        open.into(),
    ];
    (facts.has)("nvim").then_some(asked)
}

fn emacs(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Vec<OsString>> {
    (facts.variable)("INSIDE_EMACS")?;
    let command = vec!["emacsclient".into(), "-n".into()];
    (facts.has)("emacsclient").then(|| with_spot(command, spot))
}

/// What names a relative of VS Code in the variables of its terminal, its program, and the scheme of its addresses.
const RELATIVES: [(&str, &str, &str); 9] = [
    ("cursor", "cursor", "cursor"),
    ("todesktop.230313mzl4w4u92", "cursor", "cursor"),
    ("windsurf", "windsurf", "windsurf"),
    ("codium", "codium", "vscodium"),
    ("antigravity", "antigravity", "antigravity"),
    ("positron", "positron", "positron"),
    ("kiro", "kiro", "kiro"),
    ("trae", "trae", "trae"),
    ("insiders", "code-insiders", "vscode-insiders"),
];

/// They all say `vscode`; the paths of their helpers tell which one it is.
fn vscode(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let text = |name: &str| Some((facts.variable)(name)?.to_string_lossy().to_lowercase());
    let inside = text("TERM_PROGRAM").is_some_and(|program| program == "vscode")
        || text("VSCODE_IPC_HOOK_CLI").is_some();
    if !inside {
        return None;
    }
    let mut evidence: String = [
        "VSCODE_GIT_ASKPASS_NODE",
        "VSCODE_GIT_ASKPASS_MAIN",
        "BROWSER",
        "__CFBundleIdentifier",
    ]
    .iter()
    .filter_map(|name| text(name))
    .collect();
    if text("CURSOR_TRACE_ID").is_some() {
        evidence.push_str("cursor");
    }
    if text("TERM_PROGRAM_VERSION").is_some_and(|version| version.contains("insider")) {
        evidence.push_str("insiders");
    }
    let relative = RELATIVES.iter().find(|(name, ..)| evidence.contains(name));
    let (program, scheme) = relative.map_or(("code", "vscode"), |(_, program, scheme)| {
        (*program, *scheme)
    });
    if (facts.has)(program) {
        return Some(with_spot(vec![program.into()], spot));
    }
    by_address(facts, scheme, spot)
}

/// On a Mac the program is on the search path only if somebody has put it there; the system knows the address.
fn by_address(facts: &Facts<'_>, scheme: &str, spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let path = spot
        .path
        .to_str()
        .filter(|_| facts.system == System::MacOs)?;
    let mut address = format!("{scheme}://file");
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                address.push(char::from(byte));
            }
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
    for place in [spot.line, spot.line.and(spot.column)]
        .into_iter()
        .flatten()
    {
        address.push_str(&format!(":{place}"));
    }
    Some(vec!["open".into(), address.into()])
}

fn zed(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let program = (facts.variable)("TERM_PROGRAM");
    if (facts.variable)("ZED_TERM").is_none() && program.is_none_or(|name| name != "zed") {
        return None;
    }
    first(facts, &["zed", "zeditor", "zedit", "zed-editor"], spot)
}

fn jetbrains(facts: &Facts<'_>, spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let terminal = (facts.variable)("TERMINAL_EMULATOR")?;
    if terminal != "JetBrains-JediTerm" {
        return None;
    }
    first(
        facts,
        &[
            "rustrover",
            "clion",
            "idea",
            "rustrover.sh",
            "clion.sh",
            "idea.sh",
        ],
        spot,
    )
}

/// The first of these programs that is there.
fn first(facts: &Facts<'_>, programs: &[&str], spot: &Spot<'_>) -> Option<Vec<OsString>> {
    let program = programs.iter().find(|name| (facts.has)(name))?;
    Some(with_spot(vec![program.into()], spot))
}

/// A terminal as wide as this has room for the tutor and an editor side by side.
const WIDE: usize = 160;

/// The command that opens a pane, or a window where there is no room for one, with an editor in it.
pub(super) fn pane(facts: &Facts<'_>, editor: &[OsString]) -> Option<Vec<OsString>> {
    let wide = facts.columns >= WIDE;
    let opens: &[&str] = if (facts.variable)("TMUX").is_some() && (facts.has)("tmux") {
        match wide {
            true => &["tmux", "split-window", "-h"],
            false => &["tmux", "new-window"],
        }
    } else if (facts.variable)("ZELLIJ").is_some() && (facts.has)("zellij") {
        match wide {
            true => &[
                "zellij",
                "run",
                "--close-on-exit",
                "--direction",
                "right",
                "--",
            ],
            false => &["zellij", "run", "--close-on-exit", "--floating", "--"],
        }
    } else {
        return None;
    };
    let opens = opens.iter().map(OsString::from);
    Some(opens.chain(editor.iter().cloned()).collect())
}
