//! A name for all the rest is not the same as an underscore.
//! refused: token None =>

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
        other => format!("Nothing has number {number}."),
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
