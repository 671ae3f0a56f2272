//! Two rooms
//! The kitchen boils water, the other room asks for tea. Open the door between
//! them; the work is in `kitchen.rs`.

mod kitchen;

// TODO: nothing here; see the other file.
fn tea() -> String {
    format!("{} tea", kitchen::boil())
}

fn main() {
    println!("{}", tea());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tea_is_made_in_the_kitchen() {
        assert_eq!(tea(), "hot tea", "the tea");
    }
}
