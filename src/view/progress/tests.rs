use expect_test::{Expect, expect};

use super::*;
use crate::session::calendar;
use crate::session::summary::{Met, Part, Summary, Totals, Week};

/// Saturday, 2026-11-21.
const TODAY: u64 = 20_778;

fn part(number: u32, title: &str, done: usize, exercises: usize) -> Part {
    Part {
        number,
        title: title.to_owned(),
        exercises,
        done,
        skipped: usize::from(number == 3),
    }
}

fn weeks() -> Vec<Week> {
    let this_week = calendar::monday(TODAY);
    let week = |ago: u64| Week {
        monday: this_week - 7 * ago,
        days: std::array::from_fn(|of_week| {
            let day = this_week - 7 * ago + of_week as u64;
            let done = if ago < 4 {
                (day % 5) as usize * (3 - ago as usize)
            } else {
                0
            };
            (day <= TODAY).then_some(done)
        }),
    };
    (0..WEEKS as u64).rev().map(week).collect()
}

fn summary() -> Summary {
    Summary {
        title: "Rust, one refusal at a time".into(),
        chapters: vec![
            part(0, "Orientation", 3, 3),
            part(1, "First steps", 5, 5),
            part(3, "Ownership", 2, 8),
            part(
                12,
                "A chapter with a name that is far too long for its column",
                0,
                9,
            ),
        ],
        weeks: weeks(),
        errors: vec![
            Met {
                code: "E0382".into(),
                times: 7,
                seconds: 1680,
            },
            Met {
                code: "E0308".into(),
                times: 3,
                seconds: 45,
            },
            Met {
                code: "E9999".into(),
                times: 1,
                seconds: 0,
            },
        ],
        totals: Totals {
            exercises: 160,
            done: 14,
            seconds: 12_000,
            saves: 41,
            hints: 12,
            hinted: 9,
            solutions: 1,
            reviews: 5,
            reviews_right: 4,
        },
    }
}

#[track_caller]
fn check(summary: &Summary, width: usize, expected: Expect) {
    let mut text = String::new();
    for line in lines(summary, width) {
        assert!(line.width() <= width, "{}", line.text());
        let line = line.text();
        text.push_str(line.strip_prefix(' ').unwrap_or(&line));
        text.push('\n');
    }
    expected.assert_eq(&text);
}

#[test]
fn progress_fits_a_terminal_of_eighty_columns() {
    check(
        &summary(),
        80,
        expect![[r#"
            Rust, one refusal at a time                  14 of 160 done, 3 h 20 min so far

              00  Orientation                    [####################]  3 of 3
              01  First steps                    [####################]  5 of 5
              03  Ownership                      [#####---------------]  2 of 8, 1 skipped
              12  A chapter with a name that i.. [--------------------]  0 of 9

            79 exercises done in the last 20 weeks
                   Jul      Aug            Sep         Oct         Nov
              Mon  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4  2  9
              Tue  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4  +
              Wed  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  1  6  .
              Thu  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  2  8  3
              Fri  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  3  .  6
              Sat  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4  2  9
              Sun  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  4

            Errors that you met most
              E0382  uses a value that was given away                   7 times  4 min each
              E0308  a value of one type where another is wanted        3 times   15 s each
              E9999                                                      1 time

            In all
              41 saves checked
              12 hints on 9 exercises
              1 of our solutions seen before it was earned
              5 reviews, 4 right
        "#]],
    );
}

#[test]
fn a_narrow_terminal_shows_fewer_weeks() {
    check(
        &summary(),
        40,
        expect![[r#"
            Rust, one refusal at a time
            14 of 160 done, 3 h 20 min so far

              00  Ori.. [#####]  3 of 3
              01  Fir.. [#####]  5 of 5
              03  Own.. [#----]  2 of 8, 1 skipped
              12  A c.. [-----]  0 of 9

            79 exercises done in the last 10 weeks
                   Sep   Oct         Nov
              Mon  .  .  .  .  .  .  .  4  2  9
              Tue  .  .  .  .  .  .  .  .  4  +
              Wed  .  .  .  .  .  .  .  1  6  .
              Thu  .  .  .  .  .  .  .  2  8  3
              Fri  .  .  .  .  .  .  .  3  .  6
              Sat  .  .  .  .  .  .  .  4  2  9
              Sun  .  .  .  .  .  .  .  .  4

            Errors that you met most
              E0382    7 times  4 min each
              E0308    3 times   15 s each
              E9999     1 time

            In all
              41 saves checked
              12 hints on 9 exercises
              1 of our solutions seen before it was
              5 reviews, 4 right
        "#]],
    );
}

#[test]
fn who_has_just_begun_is_told_how_to_begin() {
    let begun = Summary {
        title: "A harbour".into(),
        chapters: vec![part(1, "Quay", 0, 2)],
        weeks: weeks(),
        totals: Totals {
            exercises: 2,
            ..Totals::default()
        },
        ..Summary::default()
    };
    check(
        &begun,
        80,
        expect![[r#"
            A harbour                                                          0 of 2 done

              01  Quay                            [--------------------]  0 of 2

            Nothing is done yet. To begin, call:
               tutor
        "#]],
    );
    assert!(!svg(&begun).contains("In all"));
}

#[test]
fn the_picture_says_the_same_as_the_text() {
    let mut small = summary();
    small.weeks.drain(..WEEKS - 1);
    small.chapters.truncate(2);
    expect![[r#"
        <svg xmlns="http://www.w3.org/2000/svg" width="840" height="624" viewBox="0 0 840 624" role="img" aria-label="Rust, one refusal at a time: 14 of 160 done">
        <title>Rust, one refusal at a time: 14 of 160 done</title>
        <style>
        text{font:14px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1f2328}
        .title{font-size:20px;font-weight:600}.head{font-weight:600}.quiet{fill:#59636e}.end{text-anchor:end}
        .mid{text-anchor:middle;font-size:11px}.code{font-family:ui-monospace,monospace}
        .page{fill:#ffffff;stroke:#d1d9e0}.rest{fill:#e6eaef}.done{fill:#1a7f37}
        .d0{fill:#eff2f5}.d1{fill:#aceebb}.d2{fill:#6fdd8b}.d3{fill:#4ac26b}
        @media(prefers-color-scheme:dark){text{fill:#f0f6fc}.quiet{fill:#9198a1}
        .page{fill:#0d1117;stroke:#3d444d}.rest{fill:#2a313c}.done{fill:#3fb950}
        .d0{fill:#1b2129}.d1{fill:#033a16}.d2{fill:#196c2e}.d3{fill:#238636}}
        </style>
        <rect class="page" x="0.5" y="0.5" width="839" height="623" rx="8"/>
        <text class="title" x="24" y="44">Rust, one refusal at a time</text>
        <text class="quiet end" x="816" y="44">14 of 160 done, 3 h 20 min so far</text>
        <text x="24" y="80">00  Orientation</text>
        <rect class="rest" x="300" y="69" width="340" height="12" rx="3"/>
        <rect class="done" x="300" y="69" width="340" height="12" rx="3"/>
        <text class="quiet" x="656" y="80">3 of 3</text>
        <text x="24" y="104">01  First steps</text>
        <rect class="rest" x="300" y="93" width="340" height="12" rx="3"/>
        <rect class="done" x="300" y="93" width="340" height="12" rx="3"/>
        <text class="quiet" x="656" y="104">5 of 5</text>
        <text class="head" x="24" y="144">39 exercises done in the last 1 week</text>
        <text class="quiet" x="68" y="172">Nov</text>
        <text class="quiet" x="24" y="196">Mon</text>
        <rect class="d3" x="68" y="181" width="20" height="20" rx="4"><title>2026-11-16: 9 exercises</title></rect>
        <text class="mid" x="78" y="196">9</text>
        <text class="quiet" x="24" y="220">Tue</text>
        <rect class="d3" x="68" y="205" width="20" height="20" rx="4"><title>2026-11-17: 12 exercises</title></rect>
        <text class="mid" x="78" y="220">+</text>
        <text class="quiet" x="24" y="244">Wed</text>
        <rect class="d0" x="68" y="229" width="20" height="20" rx="4"><title>2026-11-18: 0 exercises</title></rect>
        <text class="quiet" x="24" y="268">Thu</text>
        <rect class="d2" x="68" y="253" width="20" height="20" rx="4"><title>2026-11-19: 3 exercises</title></rect>
        <text class="mid" x="78" y="268">3</text>
        <text class="quiet" x="24" y="292">Fri</text>
        <rect class="d3" x="68" y="277" width="20" height="20" rx="4"><title>2026-11-20: 6 exercises</title></rect>
        <text class="mid" x="78" y="292">6</text>
        <text class="quiet" x="24" y="316">Sat</text>
        <rect class="d3" x="68" y="301" width="20" height="20" rx="4"><title>2026-11-21: 9 exercises</title></rect>
        <text class="mid" x="78" y="316">9</text>
        <text class="quiet" x="24" y="340">Sun</text>
        <text class="head" x="24" y="380">Errors that I met most</text>
        <text class="code" x="24" y="408">E0382</text>
        <text x="94" y="408">uses a value that was given away</text>
        <text class="quiet end" x="686" y="408">7 times</text>
        <text class="quiet end" x="816" y="408">4 min each</text>
        <text class="code" x="24" y="432">E0308</text>
        <text x="94" y="432">a value of one type where another is wanted</text>
        <text class="quiet end" x="686" y="432">3 times</text>
        <text class="quiet end" x="816" y="432">15 s each</text>
        <text class="code" x="24" y="456">E9999</text>
        <text class="quiet end" x="686" y="456">1 time</text>
        <text class="head" x="24" y="496">In all</text>
        <text x="24" y="524">41 saves checked</text>
        <text x="24" y="548">12 hints on 9 exercises</text>
        <text x="24" y="572">1 of our solutions seen before it was earned</text>
        <text x="24" y="596">5 reviews, 4 right</text>
        </svg>
    "#]].assert_eq(&svg(&small));
}

#[test]
fn no_text_breaks_out_of_the_picture() {
    let mut nasty = summary();
    nasty.title = "</title><script>alert('x')</script> \u{1b}[2J & \"".into();
    nasty.chapters[0].title = "a<b>\u{0}c".into();
    let picture = svg(&nasty);
    assert!(!picture.contains("<script"), "{picture}");
    assert!(!picture.contains(['\u{1b}', '\u{0}']), "{picture}");
    assert!(picture.contains("a&lt;b&gt;\\0c"), "{picture}");
    let tags = |open: &str, close: &str| {
        assert_eq!(
            picture.matches(open).count(),
            picture.matches(close).count(),
            "{open}"
        );
    };
    tags("<text", "</text>");
    tags("<title>", "</title>");
    for foreign in ["http://", "https://", "href", "url(", "@import", "onload"] {
        let allowed = picture.replace("http://www.w3.org/2000/svg", "");
        assert!(!allowed.contains(foreign), "{foreign}");
    }
}

#[test]
fn only_a_picture_is_taken_for_one() {
    assert!(is_picture(svg(&summary()).as_bytes()));
    assert!(!is_picture(b"fn main() {}"));
    assert!(!is_picture(b""));
}
