//! One arm for all the rest: the two cases cannot be told apart in it.
//! refused: token _ =>

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
        _ => format!("Nothing has number {number}."),
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
