//! Look without taking
//! A rowing club has a board with its members and, where there is one, a nickname.
//! `line` makes a member's line, and must leave the nickname alone. `retire` takes
//! it away, so that another member may have it. Both are refused today: mend them.
//! Change only their bodies. Nothing may be copied: no `clone`.

struct Member {
    name: String,
    nickname: Option<String>,
}

// TODO: one of these only looks. The other takes, and leaves `None` behind.
impl Member {
    fn line(&self) -> String {
        let nickname = self.nickname.unwrap_or(String::from("-"));
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        self.nickname
    }
}

fn main() {
    let mut member = Member {
        name: String::from("Oda Lind"),
        nickname: Some(String::from("Anchor")),
    };
    println!("{}", member.line());
    let free = member.retire();
    println!("free again: {free:?}");
    println!("{}", member.line());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: &str, nickname: Option<&str>) -> Member {
        Member {
            name: String::from(name),
            nickname: nickname.map(String::from),
        }
    }

    #[test]
    fn the_board_shows_name_and_nickname() {
        let oda = member("Oda Lind", Some("Anchor"));
        assert_eq!(oda.line(), "Oda Lind (Anchor)", "the line on the board");
        assert_eq!(oda.line(), "Oda Lind (Anchor)", "the same line once more");
    }

    #[test]
    fn a_member_without_a_nickname_is_shown_with_a_dash() {
        let ben = member("Ben Roth", None);
        assert_eq!(ben.line(), "Ben Roth (-)", "the line on the board");
    }

    #[test]
    fn a_nickname_that_is_retired_leaves_none_behind() {
        let mut oda = member("Oda Lind", Some("Anchor"));
        let free = oda.retire();
        assert_eq!(free.as_deref(), Some("Anchor"), "the free nickname");
        assert_eq!(oda.nickname, None, "the nickname of Oda");
        assert_eq!(oda.line(), "Oda Lind (-)", "the line on the board");
        assert_eq!(oda.retire(), None, "what the second time gives");
    }

    #[test]
    fn nothing_is_copied_to_be_looked_at() {
        let (name, nickname) = ("Oda Lind", "Anchor");
        let oda = member(name, Some(nickname));
        let (_, needed) = support::allocs(|| format!("{name} ({nickname})"));
        let (_, used) = support::allocs(|| oda.line());
        assert_eq!(used, needed, "pieces of memory asked for");
    }

    #[test]
    fn the_nickname_itself_is_handed_over() {
        let mut oda = member("Oda Lind", Some("Anchor"));
        let (free, used) = support::allocs(|| oda.retire());
        assert_eq!(free.as_deref(), Some("Anchor"), "the free nickname");
        assert_eq!(used, 0, "pieces of memory asked for");
    }
}
