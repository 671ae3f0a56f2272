//! Tables: an environment and the programs that there are, and the command that comes of it.

use std::collections::BTreeMap;

use super::*;

struct Machine<'a> {
    variables: &'a [(&'a str, &'a str)],
    programs: &'a [&'a str],
    system: System,
    terminal: bool,
    columns: usize,
}

const FILE: &str = "/learn/exercises/a b.rs";

impl<'a> Machine<'a> {
    fn new(variables: &'a [(&'a str, &'a str)], programs: &'a [&'a str]) -> Machine<'a> {
        Machine {
            variables,
            programs,
            system: System::Linux,
            terminal: true,
            columns: 100,
        }
    }

    fn plan(&self, line: Option<usize>, column: Option<usize>) -> String {
        let variables: BTreeMap<&str, &str> = self.variables.iter().copied().collect();
        let facts = Facts {
            variable: &|name| variables.get(name).map(OsString::from),
            has: &|name| self.programs.contains(&name),
            system: self.system,
            terminal: self.terminal,
            columns: self.columns,
        };
        let path = Path::new(FILE);
        shown(&plan(&facts, &Spot { path, line, column }))
    }

    /// The plan for line 12, column 5.
    #[track_caller]
    fn check(&self, expected: &str) {
        assert_eq!(
            self.plan(Some(12), Some(5)),
            expected,
            "{:?}",
            self.variables
        );
    }
}

/// `F` stands for the file.
fn shown(plan: &Plan) -> String {
    let (how, argv) = match plan {
        Plan::Background(argv) => ("beside", argv),
        Plan::Pane(argv) => ("pane", argv),
        Plan::Foreground(argv) => ("here", argv),
        Plan::None => return "none".to_owned(),
    };
    let words = argv
        .iter()
        .map(|word| word.to_string_lossy().replace(FILE, "F"));
    format!("{how}: {}", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn what_the_learner_asks_for_comes_first() {
    let everything = [
        ("TERM_PROGRAM", "vscode"),
        ("TMUX", "/tmp/tmux"),
        ("EDITOR", "nano"),
    ];
    for (asked, expected) in [
        ("code -g {file}:{line}:{column}", "beside: code -g F:12:5"),
        ("open-it --at={line} {file}", "beside: open-it --at=12 F"),
        ("open-it --fast", "beside: open-it --fast F"),
        ("zed", "beside: zed F:12:5"),
        ("hx", "pane: tmux new-window hx F:12:5"),
        (
            "nvim -n +{line} {file}",
            "pane: tmux new-window nvim -n +12 F",
        ),
        ("  ", "beside: code -g F:12:5"),
    ] {
        let mut variables = everything.to_vec();
        variables.push(("TUTOR_EDIT", asked));
        Machine::new(&variables, &["code", "tmux"]).check(expected);
    }
}

#[test]
fn a_template_without_a_known_line_begins_at_the_top() {
    let variables = [("TUTOR_EDIT", "ed {file}:{line}:{column}")];
    let machine = Machine::new(&variables, &[]);
    assert_eq!(machine.plan(None, None), "beside: ed F:1:1");
}

#[test]
fn the_editor_whose_terminal_it_is_opens_the_file() {
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], &'a str);
    let table: &[Case<'_>] = &[
        (
            &[("TERM_PROGRAM", "vscode")],
            &["code"],
            "beside: code -g F:12:5",
        ),
        (
            &[("VSCODE_IPC_HOOK_CLI", "/run/user/1000/vscode-ipc-1.sock")],
            &["code"],
            "beside: code -g F:12:5",
        ),
        (
            &[
                ("TERM_PROGRAM", "vscode"),
                ("TERM_PROGRAM_VERSION", "1.99.0-insider"),
            ],
            &["code", "code-insiders"],
            "beside: code-insiders -g F:12:5",
        ),
        (
            &[
                ("TERM_PROGRAM", "vscode"),
                (
                    "VSCODE_GIT_ASKPASS_MAIN",
                    "/usr/share/codium/resources/app/askpass-main.js",
                ),
            ],
            &["code", "codium"],
            "beside: codium -g F:12:5",
        ),
        (
            &[("TERM_PROGRAM", "vscode"), ("CURSOR_TRACE_ID", "1f")],
            &["code", "cursor"],
            "beside: cursor -g F:12:5",
        ),
        (
            &[
                ("TERM_PROGRAM", "vscode"),
                (
                    "BROWSER",
                    "/home/me/.windsurf-server/bin/1/bin/helpers/browser.sh",
                ),
            ],
            &["windsurf"],
            "beside: windsurf -g F:12:5",
        ),
        (
            &[("ZED_TERM", "true")],
            &["zeditor"],
            "beside: zeditor F:12:5",
        ),
        (&[("TERM_PROGRAM", "zed")], &["zed"], "beside: zed F:12:5"),
        (
            &[("TERMINAL_EMULATOR", "JetBrains-JediTerm")],
            &["idea", "rustrover"],
            "beside: rustrover --line 12 --column 5 F",
        ),
        (
            &[("TERMINAL_EMULATOR", "something else")],
            &["idea"],
            "none",
        ),
        (
            &[("NVIM", "/run/nvim.1"), ("TERM_PROGRAM", "vscode")],
            &["nvim", "code"],
            "beside: nvim --server /run/nvim.1 --remote-expr execute('tabedit +12 ' . fnameescape('F'))",
        ),
        (
            &[("INSIDE_EMACS", "29.4,vterm")],
            &["emacsclient"],
            "beside: emacsclient -n +12:5 F",
        ),
    ];
    for (variables, programs, expected) in table {
        Machine::new(variables, programs).check(expected);
    }
}

#[test]
fn an_editor_that_cannot_be_called_does_not_stand_in_the_way() {
    let variables = [("TERM_PROGRAM", "vscode"), ("EDITOR", "nano")];
    Machine::new(&variables, &[]).check("here: nano +12,5 F");
}

#[test]
fn a_mac_knows_the_address_of_an_editor_without_a_command() {
    let variables = [
        ("TERM_PROGRAM", "vscode"),
        ("__CFBundleIdentifier", "com.todesktop.230313mzl4w4u92"),
    ];
    let mac = Machine {
        system: System::MacOs,
        ..Machine::new(&variables, &[])
    };
    mac.check("beside: open cursor://file/learn/exercises/a%20b.rs:12:5");
}

#[test]
fn every_editor_is_told_of_the_line_in_its_own_way() {
    for (editor, expected) in [
        ("hx", "here: hx F:12:5"),
        ("nvim", "here: nvim +12 F"),
        ("/usr/bin/vim", "here: /usr/bin/vim +12 F"),
        ("vi", "here: vi +12 F"),
        ("emacs -nw", "here: emacs -nw +12:5 F"),
        ("emacsclient -t", "here: emacsclient -t +12:5 F"),
        ("emacsclient -c", "beside: emacsclient -c +12:5 F"),
        ("nano -l", "here: nano -l +12,5 F"),
        ("micro", "here: micro +12:5 F"),
        ("kak", "here: kak +12:5 F"),
        ("code --wait", "beside: code -g F:12:5"),
        ("subl -n -w", "beside: subl -n F:12:5"),
        ("zed --wait", "beside: zed F:12:5"),
        ("mate -w", "beside: mate -l 12 F"),
        ("gvim", "beside: gvim +12 F"),
        ("kate", "beside: kate --line 12 --column 5 F"),
        ("ed", "here: ed F"),
    ] {
        Machine::new(&[("EDITOR", editor)], &[]).check(expected);
    }
}

#[test]
fn without_a_line_the_file_alone_is_named() {
    for (editor, expected) in [
        ("hx", "here: hx F"),
        ("vim", "here: vim F"),
        ("code", "beside: code F"),
        ("idea", "beside: idea F"),
    ] {
        let variables = [("EDITOR", editor)];
        assert_eq!(Machine::new(&variables, &[]).plan(None, None), expected);
    }
    let variables = [("EDITOR", "nano")];
    let machine = Machine::new(&variables, &[]);
    assert_eq!(machine.plan(Some(3), None), "here: nano +3 F");
}

#[test]
fn a_divided_terminal_keeps_the_tutor_in_sight() {
    let tmux = [("TMUX", "/tmp/tmux-0/default,1,0"), ("EDITOR", "hx")];
    Machine::new(&tmux, &["tmux"]).check("pane: tmux new-window hx F:12:5");
    let wide = |variables, programs| Machine {
        columns: 200,
        ..Machine::new(variables, programs)
    };
    wide(&tmux, &["tmux"]).check("pane: tmux split-window -h hx F:12:5");
    let zellij = [("ZELLIJ", "0"), ("EDITOR", "vim")];
    Machine::new(&zellij, &["zellij"])
        .check("pane: zellij run --close-on-exit --floating -- vim +12 F");
    wide(&zellij, &["zellij"])
        .check("pane: zellij run --close-on-exit --direction right -- vim +12 F");
    let windowed = [("TMUX", "/tmp/tmux"), ("EDITOR", "code")];
    Machine::new(&windowed, &["tmux"]).check("beside: code -g F:12:5");
}

#[test]
fn visual_is_preferred_to_editor() {
    Machine::new(&[("VISUAL", "hx"), ("EDITOR", "ed")], &[]).check("here: hx F:12:5");
}

#[test]
fn nothing_is_given_a_terminal_that_is_not_there() {
    let piped = |variables| Machine {
        terminal: false,
        ..Machine::new(variables, &[])
    };
    piped(&[("EDITOR", "vim")]).check("none");
    piped(&[("EDITOR", "code")]).check("beside: code -g F:12:5");
}

#[test]
fn an_installed_editor_is_the_last_resort_and_only_where_there_are_windows() {
    let programs = ["zed", "code"];
    Machine::new(&[("DISPLAY", ":0")], &programs).check("beside: code -g F:12:5");
    Machine::new(&[], &programs).check("none");
    Machine::new(&[("DISPLAY", ":10"), ("SSH_CONNECTION", "a b")], &programs).check("none");
    let mac = Machine {
        system: System::MacOs,
        ..Machine::new(&[], &programs)
    };
    mac.check("beside: code -g F:12:5");
}

#[test]
fn a_path_with_blanks_in_a_variable_is_one_program_if_it_is_there() {
    let variables = [("EDITOR", "/my apps/hx")];
    Machine::new(&variables, &["/my apps/hx"]).check("here: /my apps/hx F:12:5");
}

#[test]
fn every_editor_that_is_guessed_is_known() {
    for program in known::COMMON {
        assert!(Known::of(&[program.into()]).is_some(), "{program}");
    }
}
