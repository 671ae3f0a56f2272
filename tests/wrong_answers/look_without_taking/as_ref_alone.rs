//! Believes that a look at the option is a look at any text.
//! refused: error E0308 at "self.nickname.as_ref().unwrap_or("

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = self.nickname.as_ref().unwrap_or(String::from("-"));
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
