//! Believes that every number has an exhibit.
//! refused: token unwrap

struct Exhibit {
    title: String,
    maker: Option<String>,
}

fn guide(exhibits: &[Exhibit], number: usize) -> String {
    // `get` lends the exhibit with this number (from 0 on), or gives `None`.
    let exhibit = exhibits.get(number).unwrap();
    match &exhibit.maker {
        Some(maker) => format!("{}, made by {maker}", exhibit.title),
        None => format!("{}, maker unknown", exhibit.title),
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
