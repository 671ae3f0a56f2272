//! First a loan of what is inside, then a view of its letters.

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = self.nickname.as_ref().map(|n| n.as_str());
        let nickname = nickname.unwrap_or("-");
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        std::mem::take(&mut self.nickname)
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
