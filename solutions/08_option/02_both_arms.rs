//! `None` can stand in two places: instead of an exhibit, and inside one. Each
//! gets an arm, and the compiler has counted: no case is left.
//! The refusal was needed: with no arm that fits, `match` has no value. In C such
//! a case falls through, and the guide reads out whatever lies there.
//! Tempting: `_ =>`. It would swallow both cases, and any that comes later.
//! Another way: two `match`es, one in an arm of the other. Longer, and in steps.
//! To read on, offline: `rustup doc --book`, chapter 6.2.

struct Exhibit {
    title: String,
    maker: Option<String>,
}

fn guide(exhibits: &[Exhibit], number: usize) -> String {
    // `get` lends the exhibit with this number (from 0 on), or gives `None`.
    match exhibits.get(number) {
        Some(Exhibit {
            title,
            maker: Some(maker),
        }) => format!("{title}, made by {maker}"),
        // There is an exhibit, and no maker in it.
        Some(Exhibit { title, maker: None }) => {
            format!("{title}, maker unknown")
        }
        // There is no exhibit at all.
        None => format!("Nothing has number {number}."),
    }
}

fn main() {
    let exhibits = [
        Exhibit {
            title: String::from("Tide clock"),
            maker: Some(String::from("Edo Vrba")),
        },
        Exhibit {
            title: String::from("Silver whistle"),
            maker: None,
        },
    ];
    for number in [0, 1, 9] {
        println!("{}", guide(&exhibits, number));
    }
}
