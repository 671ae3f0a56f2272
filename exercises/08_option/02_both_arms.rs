//! Both arms
//! Visitors of a museum type a number, and the guide says what it belongs to.
//! It knows one case only. There may be no such number:
//! `Nothing has number 9.`; or no known maker: `Silver whistle, maker unknown`.
//! Change only the arms of the `match`. Not allowed: `_ =>`, and `unwrap`.

struct Exhibit {
    title: String,
    maker: Option<String>,
}

fn guide(exhibits: &[Exhibit], number: usize) -> String {
    // `get` lends the exhibit with this number (from 0 on), or gives `None`.
    match exhibits.get(number) {
        // TODO: this fits an exhibit with a maker. Which cases are left?
        Some(Exhibit {
            title,
            maker: Some(maker),
        }) => format!("{title}, made by {maker}"),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn exhibit(title: &str, maker: Option<&str>) -> Exhibit {
        Exhibit {
            title: String::from(title),
            maker: maker.map(String::from),
        }
    }

    fn museum() -> [Exhibit; 3] {
        [
            exhibit("Tide clock", Some("Edo Vrba")),
            exhibit("Silver whistle", None),
            exhibit("Map of eels", Some("unknown")),
        ]
    }

    #[test]
    fn an_exhibit_is_named_with_its_maker() {
        let said = guide(&museum(), 0);
        assert_eq!(said, "Tide clock, made by Edo Vrba", "what the guide says");
    }

    #[test]
    fn without_a_maker_the_guide_still_names_the_exhibit() {
        let said = guide(&museum(), 1);
        let expected = "Silver whistle, maker unknown";
        assert_eq!(said, expected, "what the guide says");
    }

    #[test]
    fn a_number_that_nothing_has_is_named_politely() {
        let said = guide(&museum(), 9);
        assert_eq!(said, "Nothing has number 9.", "what the guide says");
        let said = guide(&[], 0);
        assert_eq!(said, "Nothing has number 0.", "what the guide says");
    }

    #[test]
    fn a_maker_called_unknown_is_a_maker() {
        let said = guide(&museum(), 2);
        assert_eq!(said, "Map of eels, made by unknown", "what the guide says");
    }
}
