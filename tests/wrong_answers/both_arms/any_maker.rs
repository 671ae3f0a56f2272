//! Reads `..` as "with any maker, or none", and calls all of them unknown.
//! refused: test an_exhibit_is_named_with_its_maker

struct Exhibit {
    title: String,
    maker: Option<String>,
}

fn guide(exhibits: &[Exhibit], number: usize) -> String {
    // `get` lends the exhibit with this number (from 0 on), or gives `None`.
    match exhibits.get(number) {
        Some(Exhibit { title, .. }) => format!("{title}, maker unknown"),
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
