//! A match that only looks, and a swap.

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = match &self.nickname {
            Some(nickname) => nickname,
            None => "-",
        };
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        std::mem::replace(&mut self.nickname, None)
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
