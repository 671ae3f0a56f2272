//! The nickname stays where it is, but a `String` is made for each look.
//! refused: test nothing_is_copied_to_be_looked_at

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = match &self.nickname {
            Some(nickname) => format!("{nickname}"),
            None => String::from("-"),
        };
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        self.nickname.take()
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
