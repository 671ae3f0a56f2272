//! Leaves the new arms as the compiler writes them.
//! refused: test a_number_that_nothing_has_is_named_politely

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
        None | Some(&Exhibit { maker: None, .. }) => todo!(),
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
