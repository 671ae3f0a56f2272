//! First the exhibit, then its maker.

struct Exhibit {
    title: String,
    maker: Option<String>,
}

fn guide(exhibits: &[Exhibit], number: usize) -> String {
    // `get` lends the exhibit with this number (from 0 on), or gives `None`.
    match exhibits.get(number) {
        None => format!("Nothing has number {number}."),
        Some(exhibit) => {
            let title = &exhibit.title;
            match &exhibit.maker {
                Some(maker) => format!("{title}, made by {maker}"),
                None => format!("{title}, maker unknown"),
            }
        }
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
